#pragma once

#include <callcard/figuresoutlet.h>
#include <callcard/metricssync.h>

#include <QHash>

#include <deque>

namespace callcard::testing {

inline QDateTime utc(const QDate &day, int hour, int minute = 0)
{
    return QDateTime(day, QTime(hour, minute), Qt::UTC);
}

/// A provider's memory, in this process: what the rooms above do with its answers is the subject, not how they travel.
class Provider final : public CallHistory
{
public:
    QList<Agent> people{{.id = QStringLiteral("417000"),
                         .name = QStringLiteral("Dana"),
                         .email = QStringLiteral("Dana@callcard.example"),
                         .timeZone = QStringLiteral("America/Denver")}};
    QList<HistoricCall> rows;
    QList<Message> messages;
    std::deque<std::optional<Error>> nextCalls; ///< What the next questions for calls meet; nothing: an answer.
    std::deque<std::optional<Error>> nextTexts;
    std::optional<Error> forAgents;
    std::chrono::days memory{90};
    int agentQuestions = 0;
    QList<Span> asked; ///< For calls.

    [[nodiscard]] QCoro::Task<Result<QList<Agent>>> agents(QString email, std::stop_token) override
    {
        ++agentQuestions;
        if (forAgents)
            co_return tl::unexpected(*forAgents);
        QList<Agent> found;
        for (const Agent &agent : std::as_const(people)) {
            if (email.isEmpty() || agent.email.compare(email, Qt::CaseInsensitive) == 0)
                found.append(agent);
        }
        co_return found;
    }

    [[nodiscard]] QCoro::Task<Result<QList<HistoricCall>>> calls(Agent agent, Span span, std::stop_token) override
    {
        asked.append(span);
        if (const std::optional<Error> error = taken(nextCalls))
            co_return tl::unexpected(*error);
        QList<HistoricCall> found;
        for (const HistoricCall &row : std::as_const(rows)) {
            const bool isIn = row.event.time >= span.from && row.event.time < span.to;
            if (isIn && row.event.agentEmail.compare(agent.email, Qt::CaseInsensitive) == 0)
                found.append(row);
        }
        co_return found;
    }

    [[nodiscard]] QCoro::Task<Result<QList<Message>>> texts(Agent, Span span, std::stop_token) override
    {
        if (const std::optional<Error> error = taken(nextTexts))
            co_return tl::unexpected(*error);
        QList<Message> found;
        for (const Message &message : std::as_const(messages)) {
            if (message.sentAt >= span.from && message.sentAt < span.to)
                found.append(message);
        }
        co_return found;
    }

    [[nodiscard]] std::chrono::days reach() const override { return memory; }

    void add(int id, const QDateTime &at, int talk = 60, const QString &email = QStringLiteral("dana@callcard.example"))
    {
        HistoricCall row{.rowId = QString::number(id), .outcomeWord = talk > 0 ? QStringLiteral("Answered") : QStringLiteral("Missed")};
        row.event.source = QStringLiteral("justcall");
        row.event.channel = QStringLiteral("log");
        row.event.sessionId = QStringLiteral("CA%1").arg(id);
        row.event.time = at;
        row.event.state = LegState::Ended;
        row.event.settled = true;
        row.event.reason = talk > 0 ? EndReason::HungUp : EndReason::Missed;
        row.event.agentEmail = email;
        if (talk > 0)
            row.event.talkTime = std::chrono::seconds(talk);
        rows.append(row);
    }

private:
    static std::optional<Error> taken(std::deque<std::optional<Error>> &next)
    {
        if (next.empty())
            return std::nullopt;
        const std::optional<Error> error = next.front();
        next.pop_front();
        return error;
    }
};

/// Keeps what is handed over.
class Outlet final : public FiguresOutlet
{
public:
    QHash<QString, DailyMetrics> documents; ///< "user/source/day"
    QList<QStringList> stamps;
    int handed = 0;
    std::optional<Error> closed;  ///< mayWrite() says so.
    std::optional<Error> failing; ///< deliver() does.

    [[nodiscard]] Result<> mayWrite(const UserId &) const override { return closed ? Result<>(tl::unexpected(*closed)) : Result<>(); }

    [[nodiscard]] QCoro::Task<Result<FiguresDelivered>> deliver(UserId user, QList<DailyMetrics> days, QStringList completed,
                                                                std::stop_token) override
    {
        if (failing)
            co_return tl::unexpected(*failing);
        FiguresDelivered delivered;
        for (const DailyMetrics &day : std::as_const(days)) {
            ++handed;
            const QString key = user.text() + u'/' + day.source + u'/' + day.day.toString(Qt::ISODate);
            const bool isEmpty = day.calls == 0 && day.textsSent == 0 && day.textsReceived == 0;
            if (documents.contains(key) ? documents.value(key) == day : isEmpty) {
                delivered.unchanged += 3;
                continue;
            }
            documents.insert(key, day);
            delivered.written += 3;
        }
        if (!completed.isEmpty())
            stamps.append(completed);
        co_return delivered;
    }

    [[nodiscard]] DailyMetrics day(const QDate &date, const QString &user = QStringLiteral("u1")) const
    {
        return documents.value(user + QStringLiteral("/justcall/") + date.toString(Qt::ISODate));
    }
};

} // namespace callcard::testing
