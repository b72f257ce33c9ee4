#include "callstream/callstreamservice.h"

#include "civil.h"
#include "jsontext.h"
#include "services.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace callcard::demo {

std::unique_ptr<Service> makeCallStream(Stage &stage)
{
    return std::make_unique<callstream::CallStreamService>(stage);
}

namespace callstream {

using serving::Response;

namespace {

constexpr std::size_t kMostPast = 10'000;
constexpr std::size_t kMostReaders = 10'000;
constexpr std::size_t kMostAiCalls = 1'000;

Response failure(int status, const std::string &sentence)
{
    return Response::json(status, dumped({{"status", "failed"}, {"error", sentence}}));
}

bool goesOnWithout(const Party &party)
{
    return party.reason == "AgentAnswered" || party.reason == "BlindTransfer" || party.reason == "AttendedTransfer" ||
           party.reason == "Rejected" || party.reason == "NoAnswer";
}

bool isStreamPath(const std::string &path)
{
    return path == "/api/call-stream" || path == "/api/ringcentral/call-stream";
}

} // namespace

CallStreamService::CallStreamService(Stage &stage) : m_stage(stage)
{
    m_switches.declare("aiCalls", {"offered", "absent"}, "whether this relay has an agent that calls, and says so");
    m_switches.declare("customers", {"named", "unnamed"}, "whether the relay fills customer_id, customer_name, customer_email");
    m_stage.world.observe(this);
    m_beat = m_stage.clock.after(m_heartbeat, [this] { beat(); });
}

CallStreamService::~CallStreamService()
{
    m_stage.world.unobserve(this);
}

const Rep *CallStreamService::repOf(const serving::Request &request) const
{
    const std::string_view header = request.header("Authorization");
    for (const Rep &rep : m_stage.world.reps()) {
        if (header.size() > 7 && (header.starts_with("Bearer ") || header.starts_with("bearer ")) && header.substr(7) == rep.relayToken)
            return &rep;
    }
    return nullptr;
}

void CallStreamService::handle(std::shared_ptr<serving::Exchange> exchange)
{
    const auto &request = exchange->request();
    if (request.path == "/healthz") {
        exchange->reply(Response::json(200, R"({"status":"ok"})"));
        return;
    }
    if (request.path == "/metrics") {
        exchange->reply(
            {200, {{"Content-Type", "text/plain; version=0.0.4"}}, "callcard_relay_streams " + std::to_string(m_readers.size()) + "\n"});
        return;
    }
    const Rep *rep = repOf(request);
    if (!rep) {
        exchange->reply(refusal(401));
        return;
    }
    const bool isGet = request.method == "GET";
    if (isGet && isStreamPath(request.path))
        openStream(exchange, *rep);
    else if (isGet && (request.path == "/api/active-calls" || request.path == "/api/ringcentral/active-calls"))
        exchange->reply(activeCalls(*rep));
    else if (isGet && request.path == "/api/justcall/calls")
        exchange->reply(rows(request, *rep, false));
    else if (isGet && request.path == "/api/justcall/sms")
        exchange->reply(rows(request, *rep, true));
    else if (isGet && request.path == "/api/test-justcall")
        exchange->reply(testJustCall(*rep));
    else if (request.method == "POST" && request.path == "/api/ai-calls")
        exchange->reply(aiCall(request, *rep));
    else
        exchange->reply(failure(404, "no such route"));
}

void CallStreamService::openStream(const std::shared_ptr<serving::Exchange> &exchange, const Rep &rep)
{
    if (m_readers.size() >= kMostReaders) {
        exchange->reply(failure(503, "too many streams"));
        return;
    }
    const std::string resume(exchange->request().header("Last-Event-ID"));
    const Reader reader{rep.id, exchange->stream(200, {{"Content-Type", "text/event-stream"}, {"Cache-Control", "no-store"}})};
    Json hello = {{"type", "connected"}, {"user", rep.email}};
    if (m_switches.is("aiCalls", "offered"))
        hello["ai_calls"] = true;
    reader.stream->send("retry: 2000\nevent: connected\ndata: " + dumped(hello) + "\n\n");
    if (!resume.empty()) {
        std::uint64_t last = 0;
        std::from_chars(resume.data(), resume.data() + resume.size(), last);
        const std::uint64_t firstKept = m_past.empty() ? m_lastId + 1 : m_past.front().id;
        if (last + 1 < firstKept || last > m_lastId) // too old, or from before a restart: the snapshot must tell the rest
            reader.stream->send("event: error\ndata: " + dumped({{"type", "error"}, {"error", "events were lost"}}) + "\n\n");
        for (const Event &event : m_past) {
            if (event.id > last && event.repId == rep.id)
                sendEvent(reader, event);
        }
    }
    m_keepsNothing = false;
    m_readers.push_back(reader);
    reader.stream->onClosed([this, stream = std::weak_ptr(reader.stream)] {
        m_readers.remove_if([&](const Reader &one) { return one.stream == stream.lock() || !one.stream->isOpen(); });
    });
}

void CallStreamService::sendEvent(const Reader &reader, const Event &event)
{
    reader.stream->send("id: " + std::to_string(event.id) + "\nevent: call\ndata: " + event.data + "\n\n");
}

void CallStreamService::publish(const std::string &repId, const Json &call)
{
    const Event event{++m_lastId, repId, dumped({{"type", "call"}, {"call", call}})};
    if (!m_keepsNothing)
        m_past.push_back(event);
    if (m_past.size() > kMostPast)
        m_past.pop_front();
    const auto readers = m_readers; // a reader that is cut off leaves the list meanwhile
    for (const Reader &reader : readers) {
        for (int copy = 0; copy < m_copies && reader.repId == repId; ++copy)
            sendEvent(reader, event);
    }
}

void CallStreamService::onCallStep(const WorldCall &call, const CallStep &step)
{
    const Party &moved = call.parties[step.party];
    for (const Rep &rep : m_stage.world.reps()) {
        const Party *own = call.partyOf(rep.id);
        if (!own)
            continue;
        const auto key = std::pair(call.id, rep.id);
        const bool hasLeft = own->state == PartyState::Disconnected;
        if (call.isLive()) {
            // Hanging up moves our party first and the caller's a moment later: only then is it known how the call ended.
            // Handed over, refused or outrun, this rep's part is over while the call goes on.
            if (own != &moved || step.state == PartyState::Setup || (hasLeft && !goesOnWithout(*own)))
                continue;
            if (hasLeft)
                m_over.insert(key);
            else
                m_over.erase(key);
        } else if (m_over.erase(key) > 0) {
            continue;
        }
        publish(rep.id, shown(call, rep));
    }
}

Json CallStreamService::shown(const WorldCall &call, const Rep &rep) const
{
    Json row = watchedCall(m_stage.world, call, rep, m_stage.clock.now());
    if (m_switches.is("customers", "unnamed"))
        row["customer_id"] = row["customer_name"] = row["customer_email"] = "";
    return row;
}

void CallStreamService::beat()
{
    const auto readers = m_readers;
    for (const Reader &reader : readers)
        reader.stream->send("event: heartbeat\ndata: " + dumped({{"type", "heartbeat"}, {"timestamp", isoTime(m_stage.clock.now())}}) +
                            "\n\n");
    m_beat = m_stage.clock.after(m_heartbeat, [this] { beat(); });
}

Response CallStreamService::activeCalls(const Rep &rep) const
{
    Json calls = Json::array();
    for (const WorldCall *call : m_stage.world.liveCalls()) {
        const Party *own = call->partyOf(rep.id);
        if (own && own->state != PartyState::Disconnected && own->state != PartyState::VoiceMail)
            calls.push_back(shown(*call, rep));
    }
    return Response::json(200, dumped({{"calls", calls}}));
}

Response CallStreamService::rows(const serving::Request &request, const Rep &rep, bool texts) const
{
    const auto from = parseCivil(request.queryValue("start_date").value_or("")),
               to = parseCivil(request.queryValue("end_date").value_or(""));
    if (!from || !to)
        return failure(400, "start_date and end_date are days, YYYY-MM-DD");
    const Instant begin = instantOf(*from, rep.zone),
                  end = instantOf({to->year, to->month, to->day, 23, 59, 59}, rep.zone) + std::chrono::milliseconds(999);
    Json found = Json::array();
    for (const WorldCall &call : texts ? std::deque<WorldCall>() : m_stage.world.calls()) {
        const Instant at = call.userTime.value_or(call.startedAt);
        if (call.repId == rep.id && !call.isDeleted && at >= begin && at <= end)
            found.push_back(justcall::callRow(m_stage.world, call, {}, false, false));
    }
    for (const WorldText &text : texts ? m_stage.world.texts() : std::deque<WorldText>()) {
        if (text.repId == rep.id && text.at >= begin && text.at <= end)
            found.push_back(justcall::textRow(m_stage.world, text, {}));
    }
    return Response::json(200, dumped({{"status", "success"}, {"complete", true}, {texts ? "texts" : "calls", found}}));
}

Response CallStreamService::testJustCall(const Rep &rep) const
{
    Json sample = Json::array();
    int recent = 0;
    const Instant since = m_stage.clock.now() - std::chrono::days(7);
    int inbound = 0, talk = 0;
    for (auto call = m_stage.world.calls().rbegin(); call != m_stage.world.calls().rend() && call->startedAt > since; ++call) {
        if (call->repId != rep.id || call->isLive() || call->isDeleted)
            continue;
        ++recent;
        inbound += call->direction == Direction::Inbound;
        talk += call->talkSeconds;
        if (sample.size() < 3)
            sample.push_back(justcall::callRow(m_stage.world, *call, {}, false, false));
    }
    return Response::json(200, dumped({{"status", "success"},
                                       {"data",
                                        {{"usersFound", m_stage.world.reps().size()},
                                         {"recentCalls", recent},
                                         {"callSample", sample},
                                         {"metrics", {{"calls", recent}, {"inbound", inbound}, {"talkSeconds", talk}}}}}}));
}

Response CallStreamService::aiCall(const serving::Request &request, const Rep &rep)
{
    if (m_switches.is("aiCalls", "absent"))
        return failure(404, "this relay places no calls");
    const std::string key(request.header("Idempotency-Key"));
    if (const auto known = m_aiCalls.find(rep.id + '\n' + key); !key.empty() && known != m_aiCalls.end()) {
        const WorldCall *before = m_stage.world.call(known->second);
        return Response::json(200, dumped({{"status", "success"},
                                           {"repeated", true},
                                           {"call", before ? watchedCall(m_stage.world, *before, rep, m_stage.clock.now()) : Json()}}));
    }
    const Json body = parseJson(request.body).value_or(Json());
    const std::string to = textAt(body, "to");
    if (!to.starts_with("+") || to.size() < 8 || to.size() > 16 ||
        !std::all_of(to.begin() + 1, to.end(), [](unsigned char c) { return std::isdigit(c); }))
        return failure(400, "to is a number like +13035550187");
    if (body.contains("variables") && !body["variables"].is_object())
        return failure(400, "variables is an object");
    NewCall call;
    call.direction = Direction::Outbound;
    call.number = to;
    call.repId = rep.id;
    call.tag = "ai";
    const WorldCall &made = m_stage.world.startCall(call);
    if (m_aiCalls.size() >= kMostAiCalls)
        m_aiCalls.erase(m_aiCalls.begin());
    if (!key.empty())
        m_aiCalls[rep.id + '\n' + key] = made.id;
    return Response::json(200, dumped({{"status", "success"}, {"call", watchedCall(m_stage.world, made, rep, m_stage.clock.now())}}));
}

Response CallStreamService::refusal(int status)
{
    Response response = failure(status, status == 401   ? "a bearer token is needed"
                                        : status == 429 ? "too many requests"
                                                        : "the relay could not do that");
    if (status == 429)
        response.headers.emplace_back("Retry-After", "30");
    return response;
}

std::map<std::string, std::string> CallStreamService::environment(const std::string &base) const
{
    return {{"CALLCARD_RELAY_URL", base}, {"CALLCARD_RELAY_TOKEN", m_stage.world.demoRep().relayToken}};
}

void CallStreamService::dropConnections()
{
    const auto readers = std::move(m_readers);
    m_readers.clear();
    for (const Reader &reader : readers)
        reader.stream->abort();
}

Json CallStreamService::control(const std::string &verb, const Json &arguments)
{
    if (verb == "switches")
        return m_switches.describe();
    if (verb == "switch") {
        m_switches.set(textAt(arguments, "name"), textAt(arguments, "position"));
        return m_switches.describe();
    }
    if (verb == "heartbeat") {
        m_heartbeat =
            std::chrono::milliseconds(static_cast<std::int64_t>(std::clamp(numberAt(arguments, "seconds", 15), 0.01, 86'400.0) * 1000));
        beat();
        return Json::object();
    }
    if (verb == "forget") { // what Last-Event-ID could ask for is gone, and what comes until somebody listens again
        m_past.clear();
        m_keepsNothing = true;
        return Json::object();
    }
    if (verb == "copies") { // every event so many times, same id
        m_copies = static_cast<int>(std::clamp<std::int64_t>(integerAt(arguments, "count", 1), 1, 10));
        return Json::object();
    }
    if (verb == "raw") { // anything at all onto every open stream
        const auto readers = m_readers;
        for (const Reader &reader : readers)
            reader.stream->send(textAt(arguments, "bytes"));
        return {{"streams", readers.size()}};
    }
    if (verb == "repeat") { // the last event once more, same id
        for (const Reader &reader : std::list<Reader>(m_readers)) {
            const auto last = std::find_if(m_past.rbegin(), m_past.rend(), [&](const Event &event) { return event.repId == reader.repId; });
            if (last != m_past.rend())
                sendEvent(reader, *last);
        }
        return Json::object();
    }
    throw std::invalid_argument("callstream knows switches, switch, heartbeat (seconds), forget, repeat, copies (count) and raw (bytes)");
}

} // namespace callstream
} // namespace callcard::demo
