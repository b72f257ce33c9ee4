#include "justcall/justcallservice.h"

#include "jsontext.h"

#include <algorithm>

namespace callcard::demo::justcall {

using serving::Response;

namespace {

/// OUTGOING_ANSWERED and its kind, as the `call_type` filter names a row.
std::string filterWord(const WorldCall &call)
{
    const std::string head = call.direction == Direction::Inbound ? "INCOMING_" : "OUTGOING_";
    switch (call.end) {
    case CallEnd::None:
        return {};
    case CallEnd::Missed:
    case CallEnd::Declined:
        return head + "MISSED";
    default: {
        std::string tail = word(call.end);
        std::transform(tail.begin(), tail.end(), tail.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        return head + tail;
    }
    }
}

bool hasTraits(const WorldCall &call, const std::vector<std::string> &traits)
{
    return std::all_of(traits.begin(), traits.end(), [&](const std::string &trait) {
        return (trait == "QUEUE" && !call.queueId.empty()) || (trait == "TRANSFER" && call.isTransferred);
    });
}

} // namespace

bool JustCallService::isListed(const WorldCall &call) const
{
    if (call.isDeleted)
        return false;
    if (!call.isLive())
        return true;
    return m_switches.is("inProgressRows", "ringing") || (m_switches.is("inProgressRows", "answered") && call.answeredAt);
}

const WorldCall *JustCallService::callOf(const std::string &id) const
{
    const WorldCall *call = m_stage.world.call(callOfSid(id).value_or(integerAt({{"id", id}}, "id", -1)));
    return call && !call->isDeleted ? call : nullptr;
}

Response JustCallService::calls(const Question &question)
{
    const Span span = spanOf(question);
    const auto inSpan = within(span);
    if (const std::string fault = orderFault(question); !fault.empty())
        return failure(400, fault);
    const std::string ivr = question.value("ivr_digit");
    // An IVR digit disables these two, silently.
    const std::string direction = ivr.empty() ? question.value("call_direction") : "",
                      type = ivr.empty() ? question.value("call_type") : "";
    const std::string agent = question.value("agent_id"), contact = question.value("contact_number"),
                      own = question.value("justcall_number");
    const auto traits = listOf(question, "call_traits"), codes = listOf(question, "disposition_codes");
    const Rep *rep = agent.empty() ? nullptr : m_stage.world.repByAgentId(integerAt({{"id", agent}}, "id", -1));

    std::vector<const WorldCall *> rows;
    for (const WorldCall &call : m_stage.world.calls()) {
        if (!agent.empty() && (!rep || call.repId != rep->id))
            continue;
        if (!isListed(call) || !inSpan(call.userTime.value_or(call.startedAt), call.repId))
            continue;
        if (!direction.empty() && direction != (call.direction == Direction::Inbound ? "Incoming" : "Outgoing"))
            continue;
        if ((!type.empty() && type != filterWord(call)) || !hasTraits(call, traits) || !ivr.empty())
            continue;
        if (!contact.empty() && contact != digits(call.number))
            continue;
        const Line *line = m_stage.world.line(call.lineId);
        if (!own.empty() && (!line || own != digits(line->number)))
            continue;
        if (!codes.empty() && std::find(codes.begin(), codes.end(), call.disposition) == codes.end())
            continue;
        rows.push_back(&call);
    }
    if (question.value("sort") == "datetime") {
        std::stable_sort(rows.begin(), rows.end(), [](const WorldCall *a, const WorldCall *b) {
            return a->userTime.value_or(a->startedAt) < b->userTime.value_or(b->startedAt);
        });
    }
    if (question.value("order") != "asc")
        std::reverse(rows.begin(), rows.end());
    const bool withQueue = question.value("fetch_queue_data") == "true", withAi = question.value("fetch_ai_data") == "true";
    return pageOf<WorldCall>(
        question, std::move(rows), {.usual = kUsualCalls, .most = 100}, "last_call_id_fetched", [](const WorldCall &row) { return row.id; },
        [&](const WorldCall &row) { return callRow(m_stage.world, row, m_style, withQueue, withAi); });
}

Response JustCallService::call(const Question &question)
{
    const WorldCall *call = callOf(question.path[1]);
    if (!call)
        return failure(404, "Call not found");
    return single(
        callRow(m_stage.world, *call, m_style, question.value("fetch_queue_data") == "true", question.value("fetch_ai_data") == "true"));
}

Response JustCallService::updateCall(const Question &question)
{
    const WorldCall *call = callOf(question.path[1]);
    if (!call)
        return failure(404, "Call not found");
    if (call->isLive())
        return failure(403, "The call is still in progress");
    const Json &body = question.body;
    const double rating = numberAt(body, "rating", -1);
    if (body.contains("rating") && (rating < 0 || rating > 5 || rating * 2 != static_cast<int>(rating * 2)))
        return failure(400, "rating must be between 0 and 5 in steps of 0.5");
    const std::string code = textAt(body, "disposition_code");
    if (!code.empty() && !m_dispositions.contains(code))
        return failure(400, "disposition_code does not exist");
    if ((body.contains("notes") && !body["notes"].is_string()) ||
        (body.contains("disposition_code") && !body["disposition_code"].is_string()))
        return failure(400, "notes and disposition_code must be strings");
    m_stage.world.editCall(call->id, [&](WorldCall &edited) {
        edited.notes = textAt(body, "notes", edited.notes); // replaces
        if (body.contains("disposition_code"))
            edited.disposition = code;
        if (body.contains("rating"))
            edited.rating = std::to_string(static_cast<int>(rating)) + (rating > static_cast<int>(rating) ? ".5" : ".0");
    });
    return single(callRow(m_stage.world, *call, m_style, false, false));
}

Response JustCallService::journey(const Question &question)
{
    const WorldCall *call = callOf(question.path[1]);
    if (!call)
        return failure(404, "Call not found");
    Json journeys = Json::array();
    const auto add = [&](const char *stage, Json payload) {
        journeys.push_back({{"sequence", journeys.size() + 1}, {"stage", stage}, {"payload", std::move(payload)}});
    };
    add("Call started", {{"at", isoTime(call->startedAt)}});
    if (!call->queueId.empty())
        add("Queue", {{"wait_time", call->queueSeconds}});
    if (call->answeredAt)
        add("Answered", {{"at", isoTime(*call->answeredAt)}});
    if (call->isTransferred)
        add("Transfer", Json::object());
    if (call->endedAt)
        add("Call ended", {{"at", isoTime(*call->endedAt)}});
    return single({{"id", call->id}, {"call_sid", call->callSid()}, {"journeys", journeys}});
}

Response JustCallService::recording(const Question &question)
{
    const WorldCall *call = callOf(question.path[1]);
    if (!call || call->isLive() || (!call->isRecorded && call->end != CallEnd::Voicemail))
        return failure(404, "Recording not found");
    std::string silence("\xFF\xFB\x90\x00", 4);
    silence.resize(417, '\0'); // one MPEG frame of nothing
    return {200, {{"Content-Type", "audio/mpeg"}}, silence};
}

Response JustCallService::agentAnalytics(const Question &question)
{
    const auto from = parseCivil(question.value("from_date")), to = parseCivil(question.value("to_date"));
    if (!from || !to)
        return failure(400, "from_date and to_date are required");
    if (instantOf(*to) - instantOf(*from) > std::chrono::days(31))
        return failure(400, "The range must not be longer than one month");
    const Instant horizon = m_stage.clock.now() - kAnalytics;
    Json records = Json::array();
    for (const Rep &rep : m_stage.world.reps()) {
        const std::string agent = question.value("agent_id");
        if (!agent.empty() && agent != std::to_string(rep.justCallAgentId))
            continue;
        int outgoing = 0, connected = 0, incoming = 0, answered = 0, missed = 0;
        const Instant begin = instantOf(*from, rep.zone), end = instantOf(*to, rep.zone) + std::chrono::days(1);
        for (const WorldCall &call : m_stage.world.calls()) {
            const Instant at = call.userTime.value_or(call.startedAt);
            if (call.repId != rep.id || call.isLive() || call.isDeleted || at < horizon || at < begin || at >= end)
                continue;
            if (call.direction == Direction::Outbound) {
                ++outgoing;
                connected += call.end == CallEnd::Answered;
            } else {
                ++incoming;
                answered += call.end == CallEnd::Answered;
                missed += call.wasMissed();
            }
        }
        records.push_back({{"agent_id", rep.justCallAgentId},
                           {"agent_name", rep.name()},
                           {"agent_email", rep.justCallEmail},
                           {"summary",
                            {{"total_calls", outgoing + incoming},
                             {"outgoing_calls", outgoing},
                             {"outgoing_connected_calls", connected},
                             {"outgoing_not_connected_calls", outgoing - connected},
                             {"incoming_calls", incoming},
                             {"incoming_answered_calls", answered},
                             {"incoming_missed_calls", missed}}}});
    }
    return Response::json(200, dumped({{"metadata", {{"from_date", question.value("from_date")}, {"to_date", question.value("to_date")}}},
                                       {"records", records}}));
}

Response JustCallService::callsAi(const Question &question)
{
    if (m_switches.is("aiAddOn", "absent"))
        return failure(403, "The AI add-on is not enabled for this account");
    const auto rowOf = [&](const WorldCall &call) {
        Json row = callRow(m_stage.world, call, m_style, false, true);
        if (question.value("fetch_transcription") == "true") {
            row["call_transcription"] = Json::array({Json{{"speaker_id", 1},
                                                          {"speaker_name", "Agent"},
                                                          {"sentence", "Hello, this is Northgate."},
                                                          {"timestamp", {{"starttime", 0.4}, {"endtime", 1.9}}}}});
        }
        return row;
    };
    const bool isEmpty = m_switches.is("aiAddOn", "empty");
    if (question.path.size() == 2) {
        const WorldCall *call = callOf(question.path[1]);
        return !call ? failure(404, "Call not found") : single(isEmpty ? Json::object() : rowOf(*call));
    }
    if (const std::string fault = orderFault(question); !fault.empty())
        return failure(400, fault);
    const std::string agent = question.value("agent_id"), number = digits(question.value("phone_number"));
    const Rep *rep = agent.empty() ? nullptr : m_stage.world.repByAgentId(integerAt({{"id", agent}}, "id", -1));
    std::vector<const WorldCall *> rows;
    const auto inSpan = within(spanOf(question));
    for (const WorldCall &call : m_stage.world.calls()) {
        const Line *line = m_stage.world.line(call.lineId);
        if (isEmpty || !call.isRecorded || call.isLive() || call.isDeleted || !inSpan(call.startedAt, call.repId))
            continue;
        if ((!agent.empty() && (!rep || call.repId != rep->id)) || question.value("platform") == "sales_dialer")
            continue;
        if (!number.empty() && number != digits(call.number) && (!line || number != digits(line->number)))
            continue;
        rows.push_back(&call);
    }
    if (question.value("order") != "asc")
        std::reverse(rows.begin(), rows.end());
    return page(question, {.count = rows.size(), .usual = 10, .most = 20, .makeRow = [&](std::size_t i) { return rowOf(*rows[i]); }});
}

} // namespace callcard::demo::justcall
