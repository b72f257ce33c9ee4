#pragma once

#include <callcard/callanalytics.h>
#include <callcard/callhistory.h>
#include <callcard/dailymetrics.h>
#include <callcard/ids.h>
#include <callcard/pace.h>
#include <callcard/syncplan.h>

#include <QHash>
#include <QList>
#include <QTimeZone>

#include <memory>

namespace callcard {

/// One provider whose history becomes figures. The id is the documents' `source` too.
struct HistorySource {
    QString id{};
    std::shared_ptr<CallHistory> history{};
    QHash<QString, QString> agentIds{};         ///< By a person's hand: e-mail → agent, where the addresses differ.
    std::shared_ptr<CallAnalytics> analytics{}; ///< Null: it publishes none.
};

/// Whose calls are counted.
struct SyncedRep {
    UserId user{}; ///< Of the documents.
    QString email{};
    QTimeZone zone{};     ///< Chosen by a person; invalid: the provider's, else the fallback.
    QTimeZone fallback{}; ///< The business' or this computer's.
    bool operator==(const SyncedRep &) const = default;
};

/// What went wrong with a part of a sync; the other parts are there.
struct SyncProblem {
    QString source{}; ///< Empty: not a provider's fault, the figures could not be written.
    Error error{};
    bool operator==(const SyncProblem &) const = default;
};

/// How a sync of one rep ended.
struct SyncSummary {
    UserId user{};
    QString email{};
    DayRange range{};
    QString timeZone{};
    int totalCalls{};     ///< In the provider's history of these days.
    int callsProcessed{}; ///< Of them counted: settled, and this rep's.
    int metricsWritten{};
    int metricsUnchanged{};
    int metricsWaiting{}; ///< Counted and kept, not there yet.
    int unsettled{};      ///< Calls in progress: they count later.
    bool dryRun{};
    QList<DailyMetrics> days{};
    QList<SyncProblem> problems{};

    [[nodiscard]] bool success() const { return problems.isEmpty(); }
};

struct SyncProgress {
    enum class Step { FindingAgent, Reading, Counting, Writing };
    Step step{};
    QString source{};
    int done{}; ///< Of all civil days of all sources.
    int all{};
    bool operator==(const SyncProgress &) const = default;
};

/// What is visible of syncing at any moment.
struct SyncState {
    enum class Phase {
        Idle, ///< Waits for the next time.
        Running,
        Failing,       ///< The last try failed; the next one has its time.
        NeedsPerson,   ///< Nothing happens before somebody helps.
        NotConfigured, ///< No provider, or nobody to count for.
    };
    Phase phase{Phase::NotConfigured};
    std::optional<SyncTrigger> trigger{};   ///< Of the sync that runs or ran last.
    std::optional<SyncProgress> progress{}; ///< While it runs.
    QDateTime lastSuccess{};                ///< The age of every figure.
    std::optional<SyncProblem> problem{};   ///< Of the last try.
    QDateTime nextTry{};                    ///< Invalid: not by itself.
    bool operator==(const SyncState &) const = default;
};

} // namespace callcard

Q_DECLARE_METATYPE(callcard::SyncState)
