#include "listing.h"

#include <callcard/justcallrows.h>

#include <QSet>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace justcall {
namespace {

constexpr auto kTextsKeptFor = 2min;

/// Texts cannot be asked for by agent. A whole team is read one after another, so the account's are kept for that long, and
/// given to each agent once: who asks again wants news.
struct KeptTexts {
    Span span{};
    std::chrono::milliseconds at{};
    QList<TextRow> rows{};
    QSet<QString> givenTo{};
};

class History final : public CallHistory
{
public:
    explicit History(JustCallContext context) : m_context(std::move(context)) {}

    QCoro::Task<Result<QList<Agent>>> agents(QString email, std::stop_token stop) override
    {
        const Result<QList<UserRow>> users = co_await fetchUsers(m_context, email, stop);
        if (!users)
            co_return tl::unexpected(users.error());
        QList<Agent> agents;
        for (const UserRow &user : *users)
            agents.append(user.agent);
        co_return agents;
    }

    QCoro::Task<Result<QList<HistoricCall>>> calls(Agent agent, Span span, std::stop_token stop) override
    {
        if (const Result<> reachable = checkReach(span); !reachable)
            co_return tl::unexpected(reachable.error());
        if (agent.id.isEmpty()) // it would be everybody's
            co_return failure(ErrorKind::Refused, u"calls of nobody"_s);
        const Result<QList<CallRow>> rows = co_await everyCall(m_context, agent.id, span, agent.timeZone, stop);
        if (!rows)
            co_return tl::unexpected(rows.error());
        QList<HistoricCall> calls;
        for (const CallRow &row : *rows)
            calls.append(row.call);
        co_return calls;
    }

    QCoro::Task<Result<QList<Message>>> texts(Agent agent, Span span, std::stop_token stop) override
    {
        if (const Result<> reachable = checkReach(span); !reachable)
            co_return tl::unexpected(reachable.error());
        if (agent.id.isEmpty() && agent.email.isEmpty())
            co_return failure(ErrorKind::Refused, u"texts of nobody"_s);
        const bool kept = m_kept.span.from.isValid() && m_kept.span.from <= span.from && m_kept.span.to >= span.to &&
                          m_context.clock.monotonic() - m_kept.at < kTextsKeptFor && !m_kept.givenTo.contains(agent.id);
        QList<TextRow> rows;
        if (kept) {
            rows = m_kept.rows;
        } else {
            // A day more on either side: a text that belongs by another agent's calendar is there for that one.
            const Span wide{.from = span.from.addDays(-1), .to = span.to.addDays(1)};
            const Result<QList<TextRow>> all = co_await everyText(m_context, wide, QString(), stop);
            if (!all)
                co_return tl::unexpected(all.error());
            rows = *all;
            m_kept = {.span = span, .at = m_context.clock.monotonic(), .rows = *all, .givenTo = {}};
        }
        m_kept.givenTo.insert(agent.id);
        QList<Message> texts;
        for (const TextRow &row : std::as_const(rows)) {
            const bool theirs =
                row.agentId.isEmpty() ? row.message.agentEmail.compare(agent.email, Qt::CaseInsensitive) == 0 : row.agentId == agent.id;
            if (theirs && isWithin(span, row.message.sentAt, row.userStart, agent.timeZone))
                texts.append(row.message);
        }
        co_return texts;
    }

    [[nodiscard]] std::chrono::days reach() const override { return kReach; }

private:
    [[nodiscard]] Result<> checkReach(const Span &span) const
    {
        if (!span.from.isValid() || !span.to.isValid() || span.from < m_context.clock.now().addDays(-kReach.count()))
            return failure(ErrorKind::Refused, u"older than JustCall remembers"_s); // it would answer with nothing
        return {};
    }

    const JustCallContext m_context;
    KeptTexts m_kept;
};

} // namespace
} // namespace justcall

std::unique_ptr<CallHistory> makeJustCallHistory(JustCallContext context)
{
    return std::make_unique<justcall::History>(std::move(context));
}

} // namespace callcard
