// The part of the provider that has somebody called by the relay's agent.
#include "agentwire.h"
#include "relayrequest.h"
#include "streamprovider.h"

#include <QLoggingCategory>
#include <QUuid>

namespace callcard::callstream {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(lcAgent, "callcard.callstream.agent", QtInfoMsg)
constexpr auto kAskAgainAfter = 3s;
constexpr int kMostAsks = 5;
} // namespace

QCoro::Task<Result<>> StreamProvider::sendAgent(AgentRequest request, std::stop_token stop)
{
    if (!m_sendsAgents)
        co_return failure(ErrorKind::Refused, u"the relay has no agent that calls"_s);
    HttpRequest post = relayRequest(m_context, u"/api/ai-calls"_s);
    post.method = HttpMethod::Post;
    post.body = agentBody(request);
    post.repeatable = false;
    post.headers.set("Content-Type", "application/json");
    // Under one key nobody is called twice: asked again, the relay tells what became of it.
    post.headers.set("Idempotency-Key", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    const CallStreamContext context = m_context;
    for (int asked = 1;; ++asked) {
        const Result<HttpAnswer> answer = co_await context.http.send(post, stop);
        const Result<AgentVerdict> verdict =
            answer ? verdictFrom(*answer, context.clock.now()) : Result<AgentVerdict>(tl::unexpected(answer.error()));
        if (verdict && *verdict == AgentVerdict::Placed)
            co_return {};
        const bool wasReached = answer.has_value() || answer.error().kind == ErrorKind::TimedOut || asked > 1;
        if (!verdict && (!wasReached || answer || answer.error().kind == ErrorKind::Cancelled))
            co_return tl::unexpected(verdict.error());
        if (asked == kMostAsks)
            break;
        qCInfo(lcAgent) << "what became of an agent's call is not clear, asking again";
        const Result<> waited = co_await context.clock.sleep(kAskAgainAfter, stop);
        if (!waited)
            co_return tl::unexpected(waited.error());
    }
    co_return failure(ErrorKind::TimedOut, u"nobody says whether the agent calls"_s);
}

} // namespace callcard::callstream
