#pragma once

#include <callcard/callevent.h>
#include <callcard/message.h>
#include <callcard/task.h>

namespace callcard {

/// A person of the provider's account.
struct Agent {
    QString id{};
    QString name{};
    QString email{};
    QString timeZone{}; ///< IANA; the zone of the provider's own days.
    std::optional<bool> onCall{};
    std::optional<bool> available{};
    bool operator==(const Agent &) const = default;
};

/// One finished or running call of the provider's history.
struct HistoricCall {
    CallEvent event{};
    QString rowId{};       ///< The provider's, unique; the same row may come again, changed.
    QDate userDay{};       ///< The day the provider files it under, where it says so.
    QString outcomeWord{}; ///< Raw: "Answered", "Missed", "Call connected" …
    bool inProgress{};
    QString notes{};
    QString disposition{};
    QString recordingUrl{};
    QString transcription{};
    bool operator==(const HistoricCall &) const = default;
};

/// The call that a row describes by itself, under the id that live events of the same session give it. A row in progress says
/// only that the call lives.
[[nodiscard]] Call callOf(const HistoricCall &row);

/// A half-open span of instants, UTC.
struct Span {
    QDateTime from{};
    QDateTime to{};
};

/// What a provider remembers. Complete or an error, never a part.
class CallHistory
{
public:
    virtual ~CallHistory() = default;
    [[nodiscard]] virtual QCoro::Task<Result<QList<Agent>>> agents(QString email, std::stop_token stop) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<QList<HistoricCall>>> calls(Agent agent, Span span, std::stop_token stop) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<QList<Message>>> texts(Agent agent, Span span, std::stop_token stop) = 0;
    /// How far back it reaches.
    [[nodiscard]] virtual std::chrono::days reach() const = 0;
};

} // namespace callcard
