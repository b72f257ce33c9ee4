#include "calllog.h"

#include "callrecord.h"
#include "synctoken.h"

#include <algorithm>

namespace callcard::demo::ringcentral {

namespace {

constexpr std::chrono::hours kDefaultWindow{24};
constexpr std::size_t kMostIncrements = 250;
constexpr int kMostPerPage = 1000;

} // namespace

CallLog::CallLog(Context &context, const Calls &calls) : m_context(context), m_calls(calls) {}

void CallLog::registerRoutes(Api &api)
{
    const std::string account = "/restapi/v1.0/account/{account}";
    const std::string extension = account + "/extension/{extension}";
    for (const bool ofAccount : {false, true}) {
        const std::string &base = ofAccount ? account : extension;
        api.add("GET", base + "/call-log", Group::Heavy, "ReadCallLog", [this, ofAccount](ApiCall &call) { return list(call, ofAccount); });
        api.add("GET", base + "/call-log-sync", Group::Heavy, "ReadCallLog",
                [this, ofAccount](ApiCall &call) { return sync(call, ofAccount); });
        api.add("GET", base + "/active-calls", Group::Heavy, "ReadCallLog",
                [this, ofAccount](ApiCall &call) { return active(call, ofAccount); });
    }
    api.add("GET", extension + "/call-log/{record}", Group::Heavy, "ReadCallLog", [this](ApiCall &call) { return one(call); });
    api.add("GET", account + "/recording/{recording}", Group::Heavy, "ReadCallRecording",
            [this](ApiCall &call) { return recording(call); });
    api.add("GET", account + "/recording/{recording}/content", Group::Heavy, "ReadCallRecording",
            [this](ApiCall &call) { return recordingContent(call); });
}

void CallLog::mayReadAccount(const ApiCall &call) const
{
    if (call.caller->role == "sales")
        throw ApiError{403,
                       "CMN-408",
                       "In order to call this API endpoint, user needs to have [FullCompanyCallLog] permission",
                       {{"permissionName", "FullCompanyCallLog"}}};
}

const Rep *CallLog::ownerIn(const ApiCall &call, bool ofAccount, const WorldCall &one) const
{
    if (ofAccount)
        return m_context.world().rep(one.repId);
    return isLoggedFor(m_context, one, *call.rep) ? call.rep : nullptr;
}

bool CallLog::matches(const ApiCall &call, const WorldCall &one, const Rep &rep) const
{
    if (!isOneOf(call.params("direction"), word(one.direction)) || !isOneOf(call.params("type"), "Voice") ||
        !isOneOf(call.params("transport"), "PSTN"))
        return false;
    // Digits without "+"; with it nothing is found, as with the real one.
    const std::string number = call.param("phoneNumber");
    const Line *line = m_context.world().line(one.lineId);
    if (!number.empty() && (one.number.empty() || "+" + number != one.number) && (!line || "+" + number != line->number))
        return false;
    const std::string extension = call.param("extensionNumber");
    if (!extension.empty() && extension != rep.extensionNumber && extension != one.number)
        return false;
    const std::string recordingType = call.param("recordingType");
    if (!recordingType.empty() && (!hasRecording(m_context, one) || recordingType == "OnDemand"))
        return false;
    const std::string session = call.param("sessionId");
    const std::string telephony = call.param("telephonySessionId");
    return (session.empty() || session == one.sessionId()) && (telephony.empty() || telephony == one.telephonySessionId());
}

ApiReply CallLog::list(ApiCall &call, bool ofAccount)
{
    if (ofAccount)
        mayReadAccount(call);
    const std::string view = call.param("view");
    if (!view.empty() && view != "Simple" && view != "Detailed")
        throw invalidParameter("view", view);
    const Instant to = call.time("dateTo").value_or(m_context.now());
    const Instant from = call.time("dateFrom").value_or(to - kDefaultWindow);
    const int perPage = call.number("perPage", 100, 1, kMostPerPage);
    std::vector<Json> records;
    const auto &calls = m_context.world().calls();
    for (auto one = calls.rbegin(); one != calls.rend(); ++one) {
        if (one->startedAt < from || one->startedAt > to || one->isDeleted || !loggedAt(m_context, *one))
            continue;
        const Rep *rep = ownerIn(call, ofAccount, *one);
        if (rep && matches(call, *one, *rep))
            records.push_back(recordJson(m_context, call, *one, *rep, view == "Detailed"));
    }
    const std::string uri =
        (ofAccount ? call.accountUri(m_context.world()) : call.extensionUri(m_context.world(), *call.rep)) + "/call-log";
    return {200, pageOf(call, uri, records, perPage), {}, {}};
}

ApiReply CallLog::one(ApiCall &call)
{
    const std::string &wanted = call.vars.at("record");
    const auto &calls = m_context.world().calls();
    for (auto one = calls.rbegin(); one != calls.rend(); ++one) {
        if (one->isDeleted || !loggedAt(m_context, *one) || !isLoggedFor(m_context, *one, *call.rep))
            continue;
        Json record = recordJson(m_context, call, *one, *call.rep, call.param("view") == "Detailed");
        if (record["id"] == wanted)
            return {200, std::move(record), {}, {}};
    }
    throw notFound(m_context.settings, "callRecordId", wanted);
}

ApiReply CallLog::sync(ApiCall &call, bool ofAccount)
{
    if (ofAccount)
        mayReadAccount(call);
    const std::string kind = call.param("syncType");
    if (kind == "ISync")
        return increment(call, ofAccount);
    if (!kind.empty() && kind != "FSync")
        throw invalidParameter("syncType", kind);
    return fullSync(call, ofAccount);
}

ApiReply CallLog::fullSync(ApiCall &call, bool ofAccount)
{
    if (call.param("recordCount").empty())
        throw invalidParameter("recordCount");
    const auto most = static_cast<std::size_t>(call.number("recordCount", 250, 1, 250));
    const Instant now = m_context.now();
    const Instant from = call.time("dateFrom").value_or(now - kDefaultWindow);
    // A minute of tolerance for a clock that is not ours.
    if (from < now - std::chrono::days(30) - std::chrono::minutes(1))
        throw invalidParameter("dateFrom", call.param("dateFrom"));
    const std::string group = call.param("statusGroup");
    std::vector<Json> records;
    const auto &calls = m_context.world().calls();
    for (auto one = calls.rbegin(); one != calls.rend() && records.size() < most; ++one) {
        if (one->startedAt < from || one->isDeleted || !loggedAt(m_context, *one) || (group == "Missed" && !one->wasMissed()))
            continue;
        if (const Rep *rep = ownerIn(call, ofAccount, *one))
            records.push_back(recordJson(m_context, call, *one, *rep, call.param("view") == "Detailed"));
    }
    return {200, syncReply(call, ofAccount, "FSync", std::move(records), from, group), {}, {}};
}

ApiReply CallLog::increment(ApiCall &call, bool ofAccount)
{
    if (const auto fault = m_context.faults.take("callLogToken"))
        throw ApiError{400, fault->value("code", "CLG-101"), "Sync token is not valid", {{"parameterName", "syncToken"}}};
    const auto token = SyncToken::parse(call.param("syncToken"));
    const std::string purpose = "call-log/" + (ofAccount ? std::string("account") : call.rep->extensionId);
    if (!token || token->purpose != purpose)
        throw ApiError{400, token ? "CLG-102" : "CLG-101", "Sync token is not valid", {{"parameterName", "syncToken"}}};
    if (token->until < m_context.now() - std::chrono::days(30))
        throw ApiError{400, "CLG-103", "Sync token has expired", {{"parameterName", "syncToken"}}};
    std::vector<Json> records;
    const bool showsDeleted = call.param("showDeleted") == "true";
    const auto &calls = m_context.world().calls();
    for (auto one = calls.rbegin(); one != calls.rend(); ++one) {
        const auto logged = loggedAt(m_context, *one);
        if (!logged || *logged <= token->until || (one->isDeleted && !showsDeleted) ||
            (token->dateFrom && one->startedAt < *token->dateFrom) || (token->filter == "Missed" && !one->wasMissed()))
            continue;
        if (const Rep *rep = ownerIn(call, ofAccount, *one))
            records.push_back(recordJson(m_context, call, *one, *rep, call.param("view") == "Detailed"));
    }
    if (records.size() > kMostIncrements)
        throw ApiError{400, "CLG-104", "Max sync record number is exceeded", Json::object()};
    return {200, syncReply(call, ofAccount, "ISync", std::move(records), token->dateFrom, token->filter), {}, {}};
}

Json CallLog::syncReply(const ApiCall &call, bool ofAccount, const std::string &kind, std::vector<Json> records,
                        std::optional<Instant> dateFrom, const std::string &statusGroup)
{
    const Instant now = m_context.now();
    const SyncToken token{"call-log/" + (ofAccount ? std::string("account") : call.rep->extensionId), now, dateFrom, statusGroup};
    const std::string uri = ofAccount ? call.accountUri(m_context.world()) : call.extensionUri(m_context.world(), *call.rep);
    return {{"uri", uri + "/call-log-sync"},
            {"records", std::move(records)},
            {"syncInfo", {{"syncType", kind}, {"syncToken", token.text(m_context.names.next())}, {"syncTime", zuluTime(now)}}}};
}

ApiReply CallLog::active(ApiCall &call, bool ofAccount)
{
    if (ofAccount)
        mayReadAccount(call);
    const Instant now = m_context.now();
    const Settings &settings = m_context.settings;
    std::vector<Json> records;
    const auto consider = [&](const WorldCall &one) {
        const Instant gone = one.endedAt.value_or(now) + settings.seconds("activeCallsLinger");
        if (one.startedAt + settings.seconds("activeCallsLag") > now || (one.endedAt && gone <= now) || one.parties.empty())
            return;
        const Rep *rep = ofAccount ? m_context.world().rep(one.repId) : one.partyOf(call.rep->id) ? call.rep : nullptr;
        if (rep && isOneOf(call.params("direction"), word(one.direction)))
            records.push_back(recordJson(m_context, call, one, *rep, call.param("view") == "Detailed", true));
    };
    // Only what was live while the cloud ran carries parties, so the search from the newest can end early.
    const auto &calls = m_context.world().calls();
    for (auto one = calls.rbegin(); one != calls.rend() && !one->parties.empty(); ++one)
        consider(*one);
    for (const auto &[id, leg] : m_calls.legs())
        consider(leg);
    const std::string uri =
        (ofAccount ? call.accountUri(m_context.world()) : call.extensionUri(m_context.world(), *call.rep)) + "/active-calls";
    return {200, pageOf(call, uri, records, call.number("perPage", 100, 1, kMostPerPage)), {}, {}};
}

} // namespace callcard::demo::ringcentral
