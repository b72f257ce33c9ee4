#include "apiwire.h"

#include <callcard/justcallanalytics.h>

#include <wire/wirejson.h>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace justcall {
namespace {

/// "About four months"; the last days of that are not relied on.
constexpr std::chrono::days kAnalyticsReach{115};

Result<AgentCount> countFrom(const Json &record)
{
    const Json &summary = wire::member(record, "summary");
    const std::optional<qint64> calls = wire::integer(summary, "total_calls");
    constexpr qint64 kMost = 1'000'000;
    if (!calls || *calls < 0 || *calls > kMost)
        return failure(ErrorKind::BadPayload, u"analytics without a number of calls"_s);
    const auto within = [&](const char *key) {
        return static_cast<int>(std::clamp<qint64>(wire::integer(summary, key).value_or(0), 0, kMost));
    };
    return AgentCount{.calls = static_cast<int>(*calls), .incoming = within("incoming_calls"), .outgoing = within("outgoing_calls")};
}

class Analytics final : public CallAnalytics
{
public:
    explicit Analytics(JustCallContext context) : m_context(std::move(context)) {}

    QCoro::Task<Result<std::optional<AgentCount>>> day(Agent agent, QDate day, std::stop_token stop) override
    {
        const QString date = day.toString(Qt::ISODate);
        ApiRequest request{.path = u"/calls/analytics/agent"_s,
                           .query = {{u"from_date"_s, date}, {u"to_date"_s, date}, {u"agent_id"_s, agent.id}}};
        const Result<ApiAnswer> answer = co_await askForKnown(m_context, std::move(request), stop);
        if (!answer)
            co_return tl::unexpected(answer.error());
        if (!wire::member(answer->body, "records").is_array())
            co_return failure(ErrorKind::BadPayload, u"analytics without records"_s);
        for (const Json &record : wire::array(answer->body, "records")) {
            if (wire::asText(wire::member(record, "agent_id"), 64) != agent.id)
                continue; // the filter is asked for, not trusted
            const Result<AgentCount> count = countFrom(record);
            if (!count)
                co_return tl::unexpected(count.error());
            co_return std::optional(*count);
        }
        co_return std::optional<AgentCount>();
    }

    [[nodiscard]] std::chrono::days reach() const override { return kAnalyticsReach; }

private:
    const JustCallContext m_context;
};

} // namespace
} // namespace justcall

std::unique_ptr<CallAnalytics> makeJustCallAnalytics(JustCallContext context)
{
    return std::make_unique<justcall::Analytics>(std::move(context));
}

} // namespace callcard
