#include "justcall/justcallservice.h"

#include "httpdate.h"
#include "journal.h"
#include "jsontext.h"
#include "services.h"
#include "webhooks/signatures.h"
#include "webhooks/webhooks.h"
#include "world/words.h"

#include <algorithm>
#include <stdexcept>

namespace callcard::demo {

std::unique_ptr<Service> makeJustCall(Stage &stage)
{
    return std::make_unique<justcall::JustCallService>(stage);
}

namespace justcall {

using serving::Response;

namespace {
constexpr auto kHistory = std::chrono::days(90); // lists reach back "about three months", whatever they are asked for
} // namespace

JustCallService::JustCallService(Stage &stage) : m_stage(stage), m_rate(stage.clock)
{
    for (const auto disposition : words::kDispositions)
        m_dispositions.emplace(disposition);
    declareSwitches();
    applySwitches();
    addRoutes();
}

void JustCallService::declareSwitches()
{
    m_switches.declare("plan", {"Business", "Team", "Pro", "open"}, "rate limits of the account's plan");
    m_switches.declare("basicAuth", {"refused", "accepted"}, "Authorization: Basic base64(key:secret) beside the raw pair");
    m_switches.declare("filterZone", {"owner", "agent", "utc"}, "whose zone from_datetime and to_datetime are read in");
    m_switches.declare("inProgressRows", {"ringing", "answered", "never"}, "from when a live call is listed");
    m_switches.declare("singleObject", {"data", "bare"}, "one user or call: under \"data\" or bare");
    m_switches.declare("links", {"full", "null", "empty"}, "next_page_link and prev_page_link");
    m_switches.declare("wrongDates", {"unfiltered", "empty"}, "what an ISO date with T or Z in a filter does");
    m_switches.declare("callsMinimum", {"1", "20"}, "the smallest per_page of calls; less is taken for it");
    m_switches.declare("arrays", {"both", "brackets", "commas"}, "several values: key[]=a&key[]=b, or key=a,b");
    m_switches.declare("overMaximum", {"capped", "refused"}, "per_page beyond the maximum");
    m_switches.declare("errorStatus", {"failed", "error"}, "the word under status in the body of a 400");
    m_switches.declare("invalid", {"400", "422"}, "what a bad parameter or body gets");
    m_switches.declare("lastLogin", {"utc", "user"}, "the zone of last_login_timestamp");
    m_switches.declare("metadata", {"top", "data"}, "where webhooks echo the metadata of a dialer link");
    m_switches.declare("errorField", {"message", "error", "list"}, "where an error's words are");
    m_switches.declare("resetHeaders", {"epoch", "delay"}, "*-Reset as epoch seconds, or seconds left");
    m_switches.declare("penalty", {"until-reset", "restarts"}, "whether a request during a spent minute starts it again");
    m_switches.declare("plusSigns", {"none", "some"}, "contact_number with + in some rows");
    m_switches.declare("unpaddedTimes", {"no", "yes"}, "8:25:43 instead of 08:25:43");
    m_switches.declare("escapedText", {"plain", "html"}, "names, notes and bodies HTML-escaped");
    m_switches.declare("textDirection", {"Outgoing", "Outbound"}, "the word for sent texts (and Incoming or Inbound)");
    m_switches.declare("cancelledWord", {"Cancelled", "Canceled", "Unanswered"}, "row text of a cancelled outgoing call");
    m_switches.declare("aiFields", {"nested", "top"}, "tags, manual_call_score, call_summary in justcall_ai or at top level");
    m_switches.declare("aiAddOn", {"absent", "empty", "present"}, "calls_ai without the add-on: 403, or nothing in it; or it is there");
    m_switches.declare("lastFetched", {"page", "list"},
                       "last_..._id_fetched leaves rows out of the page, or of the list before it is paged");
    m_switches.declare("retryUnanswered", {"no", "yes"}, "whether a webhook that nobody answered at all is tried again, too");
    m_switches.declare("earlyEvents", {"minimal", "full"}, "fields of call.incoming, call.initiated, call.answered webhooks");
    m_switches.declare("webhookTypes", {"lower", "as-listed"}, "call_info.type in webhooks: answered or Answered");
}

void JustCallService::applySwitches()
{
    m_rate.setPlan(m_switches.position("plan"));
    m_rate.setResetIsDelay(m_switches.is("resetHeaders", "delay"));
    m_rate.setPenaltyRestarts(m_switches.is("penalty", "restarts"));
    m_style.someNumbersHavePlus = m_switches.is("plusSigns", "some");
    m_style.timesAreUnpadded = m_switches.is("unpaddedTimes", "yes");
    m_style.textIsEscaped = m_switches.is("escapedText", "html");
    m_style.sentText = m_switches.position("textDirection");
    m_style.cancelledCall = m_switches.position("cancelledWord");
    m_style.lastLoginIsUtc = m_switches.is("lastLogin", "utc");
    m_stage.webhooks.metadataIsOnTop = m_switches.is("metadata", "top");
    m_style.aiAtTopLevel = m_switches.is("aiFields", "top");
    m_stage.webhooks.earlyEventsAreFull = m_switches.is("earlyEvents", "full");
    m_stage.webhooks.retriesUnanswered = m_switches.is("retryUnanswered", "yes");
    m_stage.webhooks.typesAreLowerCase = m_switches.is("webhookTypes", "lower");
}

void JustCallService::addRoutes()
{
    using Self = JustCallService;
    m_routes = {
        {"GET", {"users"}, &Self::users},
        {"GET", {"users", "*"}, &Self::user},
        {"PUT", {"users", "availability"}, &Self::availability},
        {"GET", {"user_groups"}, &Self::groups},
        {"GET", {"user_groups", "*"}, &Self::group},
        {"GET", {"calls"}, &Self::calls},
        {"GET", {"calls", "analytics", "agent"}, &Self::agentAnalytics},
        {"GET", {"calls", "*"}, &Self::call},
        {"PUT", {"calls", "*"}, &Self::updateCall},
        {"GET", {"calls", "*", "journey"}, &Self::journey},
        {"GET", {"calls", "*", "recording", "download"}, &Self::recording},
        {"GET", {"calls_ai"}, &Self::callsAi},
        {"GET", {"calls_ai", "*"}, &Self::callsAi},
        {"GET", {"texts"}, &Self::texts},
        {"POST", {"texts", "new"}, &Self::newText},
        {"POST", {"texts", "checkreply"}, &Self::checkReply},
        {"GET", {"texts", "*"}, &Self::text},
        {"GET", {"contacts"}, &Self::contacts},
        {"POST", {"contacts"}, &Self::addContact},
        {"PUT", {"contacts"}, &Self::editContact},
        {"PUT", {"contacts", "status"}, &Self::contactStatus},
        {"DELETE", {"contacts"}, &Self::deleteContact},
        {"GET", {"contacts", "*"}, &Self::contact},
        {"GET", {"phone-numbers"}, &Self::numbers},
        {"GET", {"phone-numbers", "*"}, &Self::number},
        {"GET", {"webhooks"}, &Self::hooks},
        {"POST", {"webhooks"}, &Self::addHook},
        {"DELETE", {"webhooks", "url", "*"}, &Self::deleteHook},
    };
}

const JustCallService::Known *JustCallService::find(const Question &question) const
{
    const auto found = std::find_if(m_routes.begin(), m_routes.end(), [&](const Known &known) {
        return known.method == question.request.method && known.path.size() == question.path.size() &&
               std::equal(known.path.begin(), known.path.end(), question.path.begin(),
                          [](const std::string &pattern, const std::string &segment) { return pattern == "*" || pattern == segment; });
    });
    return found == m_routes.end() ? nullptr : &*found;
}

bool JustCallService::isAuthorized(std::string_view header) const
{
    const std::string pair = m_key + ":" + m_secret;
    if (header == pair)
        return true;
    return m_switches.is("basicAuth", "accepted") && header.starts_with("Basic ") && fromBase64(header.substr(6)) == pair;
}

void JustCallService::handle(std::shared_ptr<serving::Exchange> exchange)
{
    Response response = answer(exchange->request());
    response.headers.emplace_back("Date", httpDate(m_stage.clock.now()));
    exchange->reply(std::move(response));
}

Response JustCallService::answer(const serving::Request &request)
{
    Question question{request, {}, {}};
    std::string_view rest = request.path;
    while (!rest.empty()) {
        rest.remove_prefix(rest.front() == '/' ? 1 : 0);
        const auto slash = std::min(rest.find('/'), rest.size());
        if (slash > 0)
            question.path.push_back(serving::percentDecoded(rest.substr(0, slash)));
        rest.remove_prefix(slash);
    }
    const Known *known = nullptr;
    if (!question.path.empty() && question.path.front() == "v2.1") {
        question.path.erase(question.path.begin());
        known = find(question);
    }
    if (!known) { // routing comes before authorization, and 405 is never used
        return Response::json(404, dumped({{"status", "failed"}, {"message", "Cannot " + request.method + " " + request.path}}));
    }
    if (!isAuthorized(request.header("Authorization"))) { // one body for absent, malformed and wrong; no rate headers
        return Response::json(401, R"({"status":"failed","message":"Unauthorized"})");
    }
    Response response;
    if (const auto taken = m_rate.take(); taken != RateLimit::Taken::Yes) {
        if (taken == RateLimit::Taken::RefusedAgain)
            m_stage.journal.count(name(), "requestsDuringPenalty");
        response = failure(429, "Rate limit exceeded");
    } else {
        const auto body = request.body.empty() ? Json::object() : parseJson(request.body).value_or(Json());
        if (!body.is_object()) {
            response = failure(400, "Invalid request body");
        } else {
            question.body = body;
            response = (this->*known->route)(question);
        }
    }
    const auto headers = m_rate.headers();
    response.headers.insert(response.headers.end(), headers.begin(), headers.end());
    return response;
}

Response JustCallService::failure(int status, const std::string &message) const
{
    const bool isInvalid = status == 400;
    if (isInvalid && m_switches.is("invalid", "422"))
        status = 422;
    Json body{{"status", status >= 500 || (isInvalid && m_switches.is("errorStatus", "error")) ? "error" : "failed"}};
    if (m_switches.is("errorField", "error"))
        body["error"] = message;
    else if (m_switches.is("errorField", "list"))
        body["message"] = Json::array({message});
    else
        body["message"] = message;
    if (status == 500)
        body["uuid"] = "5f0e4c1a-0000-4000-8000-000000000500";
    return Response::json(status, dumped(body));
}

Response JustCallService::refusal(int status)
{
    if (status == 401)
        return Response::json(401, R"({"status":"failed","message":"Unauthorized"})");
    if (status == 429)
        m_rate.exhaust();
    Response response = failure(status, status == 429   ? "Rate limit exceeded"
                                        : status == 403 ? "You do not have access to this resource"
                                                        : "Something went wrong");
    for (const auto &header : m_rate.headers())
        response.headers.push_back(header);
    return response;
}

Response JustCallService::single(Json row) const
{
    if (m_switches.is("singleObject", "bare"))
        return Response::json(200, dumped(row));
    return Response::json(200, dumped({{"status", "success"}, {"data", std::move(row)}}));
}

std::function<bool(std::int64_t)> JustCallService::fetchedBefore(const Question &question, const char *name)
{
    const std::int64_t last = integerAt({{"id", question.value(name)}}, "id", -1);
    if (last < 0)
        return {};
    if (question.value("order") == "asc")
        return [last](std::int64_t id) { return id <= last; };
    return [last](std::int64_t id) { return id >= last; };
}

std::string JustCallService::orderFault(const Question &question, const char *ascending, const char *descending)
{
    const std::string sort = question.value("sort"), order = question.value("order");
    if (!sort.empty() && sort != "id" && sort != "datetime")
        return "sort must be one of id, datetime";
    if (!order.empty() && order != ascending && order != descending)
        return std::string("order must be one of ") + ascending + ", " + descending;
    return {};
}

/// "key[]=a&key[]=b" and "key=a,b": both are seen, neither is documented, so a switch says which of them is known.
std::vector<std::string> JustCallService::listOf(const Question &question, const std::string &name) const
{
    std::vector<std::string> values;
    for (const auto &[key, value] : question.request.queryItems()) {
        if (key == name + "[]" && !m_switches.is("arrays", "commas"))
            values.push_back(value);
        if (key != name || m_switches.is("arrays", "brackets"))
            continue;
        std::size_t from = 0;
        while (from <= value.size() && values.size() < 100) {
            const auto comma = std::min(value.find(',', from), value.size());
            values.push_back(value.substr(from, comma - from));
            from = comma + 1;
        }
    }
    return values;
}

Response JustCallService::page(const Question &question, const Listing &listing)
{
    const std::size_t count = listing.count, most = listing.most;
    const char *const totalName = listing.totalName;
    const auto numberOf = [&](std::string_view name, std::size_t otherwise) {
        const std::string text = question.value(name);
        const bool isNumber =
            !text.empty() && text.size() < 10 && std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c); });
        return isNumber ? static_cast<std::size_t>(std::stoul(text)) : otherwise;
    };
    std::size_t size = numberOf("per_page", listing.usual);
    if (size == 0)
        size = listing.usual;
    if (size > most && m_switches.is("overMaximum", "refused"))
        return failure(400, "per_page must not be greater than " + std::to_string(most));
    if (question.path.front() == "calls" && m_switches.is("callsMinimum", "20"))
        size = std::max(size, kUsualCalls);
    size = std::min(size, most);
    const std::size_t number = numberOf("page", 0);
    Json rows = Json::array();
    for (std::size_t i = number * size; i < std::min(count, (number + 1) * size); ++i) {
        if (!listing.isFetched || !listing.isFetched(i))
            rows.push_back(listing.makeRow(i));
    }
    const auto link = [&](bool exists, std::size_t target) -> Json {
        if (m_switches.is("links", "empty"))
            return "";
        if (!exists || m_switches.is("links", "null"))
            return nullptr;
        // As documented: page and per_page only, so following it verbatim loses the filters.
        return "http://" + std::string(question.request.header("Host")) + question.request.path + "?page=" + std::to_string(target) +
               "&per_page=" + std::to_string(size);
    };
    Json envelope{{"status", "success"}, {"count", rows.size()}, {"current_page", number}, {"per_page", size}};
    if (totalName)
        envelope[totalName] = count;
    if (totalName && std::string_view(totalName) == "total_texts")
        envelope["status_code"] = 200;
    envelope["next_page_link"] = link((number + 1) * size < count, number + 1);
    envelope["prev_page_link"] = link(number > 0, number > 0 ? number - 1 : 0);
    envelope["data"] = std::move(rows);
    return Response::json(200, dumped(envelope));
}

JustCallService::Span JustCallService::spanOf(const Question &question)
{
    Span span;
    if (const std::string from = question.value("from_datetime"); !from.empty()) {
        span.from = parseCivil(from);
        span.isUnreadable = !span.from;
    }
    if (const std::string to = question.value("to_datetime"); !to.empty()) {
        span.to = parseCivil(to);
        span.isUnreadable = span.isUnreadable || !span.to;
        if (span.to && to.size() == 10) { // a bare day means the whole of it
            span.to->hour = 23;
            span.to->minute = span.to->second = 59;
        }
    }
    return span;
}

std::function<bool(Instant, const std::string &)> JustCallService::within(const Span &span) const
{
    const Instant oldest = m_stage.clock.now() - kHistory;
    if (span.isUnreadable) {
        const bool all = m_switches.is("wrongDates", "unfiltered");
        return [all, oldest](Instant at, const std::string &) { return all && at >= oldest; };
    }
    struct Bounds {
        Instant from = Instant::min();
        Instant to = Instant::max();
    };
    const auto boundsIn = [&](const std::string &zone) {
        Bounds bounds;
        if (span.from)
            bounds.from = instantOf(*span.from, zone);
        if (span.to)
            bounds.to = instantOf(*span.to, zone) + std::chrono::milliseconds(999);
        return bounds;
    };
    std::map<std::string, Bounds> byRep;
    const std::string owner = m_switches.is("filterZone", "utc") ? "UTC" : m_stage.world.demoRep().zone;
    const Bounds usual = boundsIn(owner);
    if (m_switches.is("filterZone", "agent")) {
        for (const Rep &rep : m_stage.world.reps())
            byRep[rep.id] = boundsIn(rep.zone);
    }
    return [byRep, usual, oldest](Instant at, const std::string &repId) {
        const auto own = byRep.find(repId);
        const Bounds &bounds = own == byRep.end() ? usual : own->second;
        return at >= oldest && at >= bounds.from && at <= bounds.to;
    };
}

std::map<std::string, std::string> JustCallService::environment(const std::string &base) const
{
    return {{"JUSTCALL_BASE_URL", base + "/v2.1"}, {"JUSTCALL_API_KEY", m_key}, {"JUSTCALL_API_SECRET", m_secret}};
}

Json JustCallService::control(const std::string &verb, const Json &arguments)
{
    if (verb == "switches")
        return m_switches.describe();
    if (verb == "switch") {
        m_switches.set(textAt(arguments, "name"), textAt(arguments, "position"));
        applySwitches();
        return m_switches.describe();
    }
    if (verb == "limits") {
        m_rate.setLimits(static_cast<int>(std::clamp<std::int64_t>(integerAt(arguments, "hourly", 5400), 0, 1'000'000)),
                         static_cast<int>(std::clamp<std::int64_t>(integerAt(arguments, "burst", 90), 0, 1'000'000)));
        return Json::object();
    }
    if (verb == "credentials") { // as after a rotation
        m_key = textAt(arguments, "key", m_key);
        m_secret = textAt(arguments, "secret", m_secret);
        return Json::object();
    }
    throw std::invalid_argument("justcall knows switches, switch, limits (hourly, burst) and credentials (key, secret)");
}

} // namespace justcall
} // namespace callcard::demo
