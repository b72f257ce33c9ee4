#include "jsontext.h"
#include "service.h"
#include "services.h"
#include "world/world.h"

#include <stdexcept>

namespace callcard::demo {

namespace {

/// ElevenLabs' outbound call through Twilio: the call then goes on in the world, as a rep's would.
class ElevenLabsService final : public Service
{
public:
    explicit ElevenLabsService(Stage &stage) : m_stage(stage) {}

    [[nodiscard]] std::string name() const override { return "elevenlabs"; }

    void handle(std::shared_ptr<serving::Exchange> exchange) override
    {
        using serving::Response;
        const auto &request = exchange->request();
        if (request.method != "POST" || request.path != "/v1/convai/twilio/outbound-call") {
            exchange->reply(Response::json(404, R"({"detail":"Not Found"})"));
            return;
        }
        if (request.header("xi-api-key") != "demo-elevenlabs-key") {
            exchange->reply(refusal(401));
            return;
        }
        const Json body = parseJson(request.body).value_or(Json());
        for (const char *field : {"agent_id", "agent_phone_number_id", "to_number"}) {
            if (textAt(body, field).empty()) {
                exchange->reply(Response::json(
                    422,
                    dumped({{"detail", Json::array({Json{{"loc", {"body", field}}, {"msg", "Field required"}, {"type", "missing"}}})}})));
                return;
            }
        }
        if (textAt(body, "agent_id") != "demo-agent" || textAt(body, "agent_phone_number_id") != "demo-agent-number") {
            exchange->reply(Response::json(404, R"({"detail":{"status":"agent_not_found","message":"Agent or phone number not found"}})"));
            return;
        }
        NewCall call;
        call.direction = Direction::Outbound;
        call.number = textAt(body, "to_number");
        call.lineId = "line-main";
        call.repId = m_stage.world.demoRep().id;
        call.tag = "ai";
        const WorldCall &made = m_stage.world.startCall(call);
        exchange->reply(Response::json(200, dumped({{"success", true},
                                                    {"message", "Success"},
                                                    {"conversation_id", "conv_" + made.callSid().substr(2, 16)},
                                                    {"callSid", made.callSid()}})));
    }

    [[nodiscard]] std::map<std::string, std::string> environment(const std::string &base) const override
    {
        return {{"ELEVENLABS_API_KEY", "demo-elevenlabs-key"},
                {"ELEVENLABS_AGENT_ID", "demo-agent"},
                {"ELEVENLABS_PHONE_NUMBER_ID", "demo-agent-number"},
                {"ELEVENLABS_BASE_URL", base}};
    }

    Json control(const std::string &, const Json &) override { throw std::invalid_argument("elevenlabs has no verbs"); }

    serving::Response refusal(int status) override
    {
        const char *what = status == 401 ? "invalid_api_key" : status == 429 ? "too_many_concurrent_requests" : "internal_error";
        return serving::Response::json(status, dumped({{"detail", {{"status", what}, {"message", "The request was not carried out"}}}}));
    }

private:
    Stage &m_stage;
};

} // namespace

std::unique_ptr<Service> makeElevenLabs(Stage &stage)
{
    return std::make_unique<ElevenLabsService>(stage);
}

} // namespace callcard::demo
