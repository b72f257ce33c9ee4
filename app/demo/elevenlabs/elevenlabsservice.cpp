#include "jsontext.h"
#include "service.h"
#include "services.h"
#include "switches.h"
#include "world/world.h"

#include <map>
#include <stdexcept>

namespace callcard::demo {

namespace {

using serving::Response;

constexpr const char *kOutbound = "/v1/convai/twilio/outbound-call";
constexpr std::string_view kConversations = "/v1/convai/conversations/";
constexpr std::size_t kMostConversations = 10'000;

/// ElevenLabs' outbound call through Twilio: the call then goes on in the world, as a rep's would.
class ElevenLabsService final : public Service
{
public:
    explicit ElevenLabsService(Stage &stage) : m_stage(stage)
    {
        m_switches.declare("ids", {"present", "null", "absent"}, "conversation_id and callSid in the answer");
        m_switches.declare("success", {"true", "false"}, "an answer of 200 may still say that nothing was placed");
        m_switches.declare("overrides", {"allowed", "refused"}, "conversation_config_override, which an agent's settings may forbid");
    }

    [[nodiscard]] std::string name() const override { return "elevenlabs"; }

    void handle(std::shared_ptr<serving::Exchange> exchange) override { exchange->reply(answer(exchange->request())); }

    [[nodiscard]] std::map<std::string, std::string> environment(const std::string &base) const override
    {
        return {{"ELEVENLABS_API_KEY", "demo-elevenlabs-key"},
                {"ELEVENLABS_AGENT_ID", "demo-agent"},
                {"ELEVENLABS_PHONE_NUMBER_ID", "demo-agent-number"},
                {"ELEVENLABS_BASE_URL", base}};
    }

    Json control(const std::string &verb, const Json &arguments) override
    {
        if (verb == "switch")
            m_switches.set(textAt(arguments, "name"), textAt(arguments, "position"));
        if (verb == "switch" || verb == "switches")
            return m_switches.describe();
        throw std::invalid_argument("elevenlabs knows switches and switch");
    }

    [[nodiscard]] std::vector<std::string> verbs() const override { return {"switches", "switch"}; }

    serving::Response refusal(int status) override
    {
        const char *what = status == 401 ? "invalid_api_key" : status == 429 ? "too_many_concurrent_requests" : "internal_error";
        return failure(status, what, "The request was not carried out");
    }

private:
    static Response failure(int status, const char *word, const char *sentence)
    {
        return Response::json(status, dumped({{"detail", {{"status", word}, {"message", sentence}}}}));
    }

    /// In the shape of the framework that checks the body before anything else sees it.
    static Response invalid(const char *field, const char *sentence, const char *type)
    {
        return Response::json(422, dumped({{"detail", Json::array({Json{{"loc", {"body", field}}, {"msg", sentence}, {"type", type}}})}}));
    }

    Response answer(const serving::Request &request)
    {
        const bool isConversation = request.method == "GET" && request.path.starts_with(kConversations);
        if (!isConversation && (request.method != "POST" || request.path != kOutbound))
            return Response::json(404, R"({"detail":"Not Found"})");
        if (request.header("xi-api-key") != "demo-elevenlabs-key")
            return refusal(401);
        if (isConversation)
            return conversation(request.path.substr(kConversations.size()));
        const Json body = parseJson(request.body).value_or(Json());
        for (const char *field : {"agent_id", "agent_phone_number_id", "to_number"}) {
            if (!body.is_object() || !body.contains(field))
                return invalid(field, "Field required", "missing");
            if (!body[field].is_string())
                return invalid(field, "Input should be a valid string", "string_type");
            if (body[field].get_ref<const std::string &>().empty())
                return invalid(field, "String should have at least 1 character", "string_too_short");
        }
        return placeCall(body);
    }

    Response placeCall(const Json &body)
    {
        if (textAt(body, "agent_id") != "demo-agent" || textAt(body, "agent_phone_number_id") != "demo-agent-number")
            return failure(404, "agent_not_found", "Agent or phone number not found");
        const Json data = body.value("conversation_initiation_client_data", Json::object());
        if (!data.is_object() && !data.is_null())
            return invalid("conversation_initiation_client_data", "Input should be a valid dictionary", "dict_type");
        if (m_switches.is("overrides", "refused") && data.is_object() && data.contains("conversation_config_override"))
            return failure(400, "override_not_allowed", "This agent's settings do not allow the override");
        if (m_switches.is("success", "false"))
            return Response::json(200, dumped(withIds({{"success", false}, {"message", "The call could not be placed"}}, {}, {})));
        NewCall call;
        call.direction = Direction::Outbound;
        call.number = textAt(body, "to_number");
        call.lineId = "line-main";
        call.repId = m_stage.world.demoRep().id;
        call.tag = "ai";
        const WorldCall &made = m_stage.world.startCall(call);
        const std::string conversation = "conv_" + made.callSid().substr(2, 16);
        if (m_conversations.size() >= kMostConversations)
            m_conversations.erase(m_conversations.begin());
        m_conversations[conversation] = made.id;
        return Response::json(200, dumped(withIds({{"success", true}, {"message", "Success"}}, conversation, made.callSid())));
    }

    /// One id is spelled with an underscore, the other is not.
    Json withIds(Json json, const std::string &conversation, const std::string &callSid) const
    {
        if (m_switches.is("ids", "absent"))
            return json;
        const bool isThere = m_switches.is("ids", "present") && !conversation.empty();
        json["conversation_id"] = isThere ? Json(conversation) : Json();
        json["callSid"] = isThere ? Json(callSid) : Json();
        return json;
    }

    Response conversation(const std::string &id) const
    {
        const auto found = m_conversations.find(id);
        const WorldCall *call = found == m_conversations.end() ? nullptr : m_stage.world.call(found->second);
        if (!call)
            return failure(404, "conversation_not_found", "Conversation not found");
        const char *status = call->state == CallState::Ringing ? "initiated"
                             : call->isLive()                  ? "in-progress"
                             : call->end == CallEnd::Answered  ? "done"
                                                               : "failed";
        return Response::json(200, dumped({{"agent_id", "demo-agent"},
                                           {"conversation_id", id},
                                           {"status", status},
                                           {"metadata",
                                            {{"start_time_unix_secs", call->startedAt.time_since_epoch().count() / 1000},
                                             {"call_duration_secs", call->talkSeconds}}},
                                           {"transcript", Json::array()}}));
    }

    Stage &m_stage;
    Switches m_switches;
    std::map<std::string, CallNumber> m_conversations;
};

} // namespace

std::unique_ptr<Service> makeElevenLabs(Stage &stage)
{
    return std::make_unique<ElevenLabsService>(stage);
}

} // namespace callcard::demo
