#include "cloudunderfuzz.h"

#include "jsontext.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>

namespace callcard::demo {

namespace {

constexpr std::size_t kMostLines = 40;
constexpr std::size_t kSmallBody = 32 * 1024;

DemoOptions small()
{
    DemoOptions options;
    options.customers = 30;
    options.days = 2;
    options.callsPerDay = 12;
    options.startAt = 1'772'640'000; // a Wednesday in March 2026
    options.speed = 0;
    return options;
}

std::string_view takeUntil(std::string_view &text, std::string_view mark)
{
    const auto at = text.find(mark);
    const std::string_view head = text.substr(0, at);
    text = at == std::string_view::npos ? std::string_view() : text.substr(at + mark.size());
    return head;
}

serving::Request requestOf(std::string_view text)
{
    serving::Request request;
    std::string_view head = takeUntil(text, "\n\n");
    request.body = std::string(text.substr(0, kSmallBody));
    std::string_view first = takeUntil(head, "\n");
    request.method = std::string(takeUntil(first, " "));
    request.target = std::string(first);
    request.path = std::string(takeUntil(first, "?"));
    request.query = std::string(first);
    request.headers = {{"Host", "127.0.0.1:1"}};
    while (!head.empty() && request.headers.size() < kMostLines) {
        std::string_view line = takeUntil(head, "\n");
        const std::string name(takeUntil(line, ": "));
        request.headers.emplace_back(name, std::string(line));
    }
    request.remoteAddress = "127.0.0.1";
    return request;
}

constexpr const char *kSubscribe =
    R"([{"type":"ClientRequest","messageId":"s","method":"POST","path":"/restapi/v1.0/subscription"},)"
    R"({"eventFilters":["/restapi/v1.0/account/~/telephony/sessions","/restapi/v1.0/account/~/extension/~/presence?detailedTelephonyState=true",)"
    R"("/restapi/v1.0/account/~/extension/~/message-store"],"deliveryMode":{"transportType":"WebSocket"}}])";

/// The other end of every webhook: nothing leaves for somebody's port. Takes most of what comes, and shakes hands.
class Receiver
{
public:
    void take(const serving::Outgoing &outgoing, const std::function<void(const Result<serving::Answer> &)> &done)
    {
        serving::Answer answer;
        answer.status = ++m_count % 3 == 0 ? 503 : 200;
        for (const auto &header : outgoing.headers) {
            if (header.first == "Validation-Token")
                answer.headers.push_back(header);
        }
        done(answer);
    }

private:
    unsigned m_count = 0;
};

} // namespace

CloudUnderFuzz::CloudUnderFuzz()
{
    m_thread.run([&] {
        m_stage = std::make_unique<CloudStage>(m_thread, small());
        m_stage->webhooks.sender = [receiver = std::make_shared<Receiver>()](const serving::Outgoing &outgoing, const auto &done) {
            receiver->take(outgoing, done);
        };
        m_accessToken = accessToken();
    });
}

CloudUnderFuzz::~CloudUnderFuzz()
{
    m_thread.run([&] { m_stage.reset(); });
}

std::shared_ptr<CapturedExchange> CloudUnderFuzz::send(const std::string &service, serving::Request request, bool wantsSocket)
{
    auto exchange = std::make_shared<CapturedExchange>(std::move(request), wantsSocket);
    m_stage->gate.handle(m_stage->service(service), exchange);
    // The gate catches what a service throws: that is the crash we look for. It is asked, and not the answer, which may quote anything.
    if (m_stage->gate.thrown() > 0) {
        std::fprintf(stderr, "%s\n", exchange->answer ? exchange->answer->body.c_str() : "a service threw after it had answered");
        std::abort();
    }
    return exchange;
}

std::string CloudUnderFuzz::accessToken()
{
    const auto env = m_stage->service("ringcentral").environment("http://127.0.0.1:1");
    serving::Request request;
    request.method = "POST";
    request.path = request.target = "/restapi/oauth/token";
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    request.body = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&client_id=" + env.at("RINGCENTRAL_CLIENT_ID") +
                   "&client_secret=" + env.at("RINGCENTRAL_CLIENT_SECRET") + "&assertion=" + env.at("RINGCENTRAL_JWT_TOKEN");
    const auto exchange = send("ringcentral", request);
    return exchange->answer ? textAt(parseJson(exchange->answer->body).value_or(nlohmann::json()), "access_token") : std::string();
}

serving::Headers CloudUnderFuzz::credentials(const std::string &service)
{
    const auto env = m_stage->service(service).environment("http://127.0.0.1:1");
    if (service == "justcall")
        return {{"Authorization", env.at("JUSTCALL_API_KEY") + ":" + env.at("JUSTCALL_API_SECRET")}};
    if (service == "copper")
        return {{"X-PW-AccessToken", env.at("COPPER_API_KEY")},
                {"X-PW-Application", "developer_api"},
                {"X-PW-UserEmail", env.at("COPPER_USER_EMAIL")}};
    if (service == "callstream")
        return {{"Authorization", "Bearer " + env.at("CALLCARD_RELAY_TOKEN")}};
    if (service == "elevenlabs")
        return {{"xi-api-key", env.at("ELEVENLABS_API_KEY")}};
    return {{"Authorization", "Bearer " + m_accessToken}};
}

bool CloudUnderFuzz::passTime(std::string_view line)
{
    if (!line.starts_with("+"))
        return false;
    int seconds = 0;
    std::from_chars(line.data() + 1, line.data() + line.size(), seconds);
    m_stage->clock.advance(std::chrono::seconds(std::clamp(seconds, 0, 7200)));
    return true;
}

void CloudUnderFuzz::ask(const std::string &service, std::string_view text)
{
    m_thread.run([&] {
        for (std::size_t count = 0; !text.empty() && count < kMostLines; ++count) {
            std::string_view one = takeUntil(text, "\n---\n");
            if (passTime(one))
                continue;
            const bool isStranger = one.starts_with("!");
            serving::Request request = requestOf(one.substr(isStranger ? 1 : 0));
            if (!isStranger) {
                for (const auto &header : credentials(service))
                    request.headers.push_back(header);
            }
            (void)send(service, std::move(request));
        }
    });
}

std::shared_ptr<CapturedSocket> CloudUnderFuzz::connect()
{
    serving::Request wanted;
    wanted.method = "POST";
    wanted.path = wanted.target = "/restapi/oauth/wstoken";
    wanted.headers = {{"Host", "127.0.0.1:1"}, {"Authorization", "Bearer " + m_accessToken}};
    m_stage->service("ringcentral").control("limit", {{"group", "all"}, {"perWindow", 1000000}});
    const auto exchange = send("ringcentral", wanted);
    serving::Request request;
    request.method = "GET";
    request.path = request.target = "/ws";
    request.headers = {{"Host", "127.0.0.1:1"}};
    if (exchange->answer)
        request.query = "access_token=" + textAt(parseJson(exchange->answer->body).value_or(nlohmann::json()), "ws_access_token");
    return send("ringcentral", request, true)->socket;
}

void CloudUnderFuzz::talk(std::string_view text)
{
    m_thread.run([&] {
        auto socket = connect();
        for (std::size_t count = 0; !text.empty() && count < kMostLines; ++count) {
            const std::string_view line = takeUntil(text, "\n");
            if (passTime(line))
                continue;
            if (line == "again" || !socket) {
                socket = connect();
            } else if (line == "cut") {
                socket->leave();
            } else if (line == "pong") {
                socket->pong();
            } else if (line == "ring") {
                m_stage->world.startCall({});
            } else {
                socket->say(std::string(line));
            }
        }
        if (socket)
            socket->leave();
    });
}

void CloudUnderFuzz::steer(std::string_view text)
{
    m_thread.run([&] {
        // Somebody listens, so that what happens is told as well.
        const auto socket = connect();
        if (socket)
            socket->say(kSubscribe);
        for (std::size_t count = 0; !text.empty() && count < kMostLines; ++count) {
            const std::string_view line = takeUntil(text, "\n");
            if (passTime(line))
                continue;
            auto request = parseJson(line);
            if (!request)
                continue;
            // A day at once is what a script does; years at once only cost time.
            if (request->is_object() && textAt(*request, "do") == "clock.advance")
                (*request)["seconds"] = std::clamp(numberAt(*request, "seconds", 1), 0.0, 7200.0);
            const auto answer = m_stage->control.handle(*request);
            if (!answer.contains("ok"))
                std::abort();
            (void)dumped(answer);
        }
        if (socket)
            socket->leave();
    });
}

} // namespace callcard::demo
