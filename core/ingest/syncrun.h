#pragma once

#include "historyreader.h"

#include <callcard/figuresoutlet.h>

#include <functional>

namespace callcard {

/// What to do for one rep.
struct SyncRequest {
    SyncedRep rep{};
    QList<RepAtSource> sources{};
    DayRange range{};
    bool everyDay{}; ///< Hands over every day that was read; else only those that changed.
    bool mayClamp{}; ///< Days before the provider's memory are passed over without a word.
    bool dryRun{};
    bool isPartial{}; ///< Something else of this sync failed: it is no full success.
};

/// The rep's calendar: chosen by hand, else the provider's of this rep, else the fallback.
[[nodiscard]] QTimeZone zoneOf(const SyncedRep &rep, const QList<RepAtSource> &sources);

/// One rep's history into a log, the days that changed into figures, the figures out of the house.
class SyncRun
{
public:
    using Tell = std::function<void(const SyncProgress &)>;
    SyncRun(CallLog &log, FiguresOutlet &outlet, Clock &clock, Tell tell)
        : m_log(log), m_outlet(outlet), m_clock(clock), m_tell(std::move(tell))
    {
    }

    [[nodiscard]] QCoro::Task<SyncSummary> run(SyncRequest request, std::stop_token stop);

private:
    struct Counted {
        QList<DailyMetrics> toHand{};
        QList<DirtyDay> dirty{}; ///< Answered for by what is handed.
    };
    [[nodiscard]] QCoro::Task<> readAll(SyncRequest request, Rep rep, SyncSummary *summary, std::stop_token stop);
    [[nodiscard]] Result<Counted> count(const SyncRequest &request, const Rep &rep, SyncSummary &summary);
    [[nodiscard]] Result<QSet<QDate>> publishable(const QString &source, const Rep &rep, const QSet<QDate> &days);
    [[nodiscard]] QCoro::Task<> handOver(SyncRequest request, Counted counted, SyncSummary *summary, std::stop_token stop);

    CallLog &m_log;
    FiguresOutlet &m_outlet;
    Clock &m_clock;
    const Tell m_tell;
    QHash<QString, QSet<QDate>> m_read; ///< by source: days read completely in this run
};

} // namespace callcard
