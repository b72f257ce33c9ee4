#include "agentwire.h"

#include <wire/wirejson.h>

namespace callcard::callstream {

using namespace Qt::Literals::StringLiterals;

QByteArray agentBody(const AgentRequest &request)
{
    wire::Json variables = wire::Json::object();
    for (auto fact = request.facts.cbegin(); fact != request.facts.cend(); ++fact)
        variables[fact.key().toStdString()] = fact.value().toStdString();
    return wire::dump({{"to", request.number.e164().toStdString()}, {"variables", variables}});
}

Result<AgentVerdict> verdictFrom(const HttpAnswer &answer, const QDateTime &now)
{
    const Result<wire::Json> body = wire::parse(answer.body, 8);
    const QString status = body ? wire::text(*body, "status", 32) : QString();
    if (answer.isSuccess())
        return status == "success"_L1 ? AgentVerdict::Placed : AgentVerdict::Unclear;
    if (answer.status == 409)
        return AgentVerdict::Pending;
    if (status == "unknown"_L1)
        return AgentVerdict::Unclear;
    const Result<> meaning = meaningOf(answer, now);
    Error error = meaning ? Error{.kind = ErrorKind::BadPayload} : meaning.error();
    const bool fault = error.kind == ErrorKind::ServerFault || error.kind == ErrorKind::TimedOut || error.kind == ErrorKind::BadPayload;
    if (fault && status != "failed"_L1)
        return AgentVerdict::Unclear; // something on the way answered, not the relay
    if (fault)
        error.kind = ErrorKind::Refused; // whatever it was: the relay says that nobody was called
    return tl::unexpected(error);
}

} // namespace callcard::callstream
