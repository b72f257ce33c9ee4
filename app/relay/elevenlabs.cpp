#include "elevenlabs.h"

#include <wire/wirejson.h>

namespace callcard::relay {

using namespace Qt::Literals::StringLiterals;

QCoro::Task<Result<PlacedCall>> placeOutboundCall(HttpClient &http, Clock &clock, ElevenLabsAccess access, OutboundCall call,
                                                  std::stop_token stop)
{
    wire::Json body{{"agent_id", access.agentId.toStdString()},
                    {"agent_phone_number_id", access.phoneNumberId.toStdString()},
                    {"to_number", call.to.toStdString()}};
    wire::Json client = wire::Json::object();
    client["user_id"] = call.rep.toStdString();
    if (const auto variables = wire::parse(call.variables, 4); variables && variables->is_object())
        client["dynamic_variables"] = *variables;
    body["conversation_initiation_client_data"] = client;
    QUrl url = access.url;
    url.setPath(QString(url.path() + u"/v1/convai/twilio/outbound-call"_s));
    HttpRequest request = HttpRequest::postJson(url, wire::dump(body));
    request.headers.set("xi-api-key", access.apiKey.reveal());
    request.repeatable = false;
    request.silence = std::chrono::seconds(30);
    const Result<HttpAnswer> answer = co_await http.send(std::move(request), stop);
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (const Result<> meaning = meaningOf(*answer, clock.now()); !meaning)
        co_return tl::unexpected(meaning.error());
    const auto json = wire::parse(answer->body, 8);
    if (!json)
        co_return failure(ErrorKind::ServerFault, u"a success that cannot be read"_s);
    if (!wire::flag(*json, "success")) // 200 and yet no call
        co_return failure(ErrorKind::Refused, u"ElevenLabs did not place the call"_s);
    co_return PlacedCall{.callSid = wire::text(*json, "callSid", 128), .conversationId = wire::text(*json, "conversation_id", 128)};
}

} // namespace callcard::relay
