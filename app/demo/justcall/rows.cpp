#include "justcall/rows.h"

#include "civil.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace callcard::demo::justcall {

using Json = nlohmann::json;

namespace {

std::string escaped(const std::string &text, const RowStyle &style)
{
    if (!style.textIsEscaped)
        return text;
    std::string result;
    for (const char c : text) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '\'':
            result += "&#39;";
            break;
        case '"':
            result += "&quot;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        default:
            result += c;
        }
    }
    return result;
}

std::string timeText(const Civil &civil, const RowStyle &style)
{
    const std::string time = civil.time();
    return style.timesAreUnpadded && time[0] == '0' ? time.substr(1) : time;
}

std::string friendly(int seconds)
{
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    return text.data();
}

std::string contactName(const World &world, const std::string &customerId, const std::string &number)
{
    const Customer *customer = world.customer(customerId);
    if (!customer)
        return digits(number);
    const Company *company = world.company(customer->companyId);
    return company && customer->id.back() == '7' ? company->name : customer->name(); // some contacts are filed under their firm
}

std::string firstEmail(const World &world, const std::string &customerId)
{
    const Customer *customer = world.customer(customerId);
    return customer && !customer->emails.empty() ? customer->emails.front() : std::string();
}

std::string missedReason(const WorldCall &call)
{
    if (!call.wasMissed() || call.isLive())
        return {};
    switch (call.end) {
    case CallEnd::Abandoned:
        return "The call did not ring on any available agent";
    case CallEnd::Voicemail:
        return call.id % 5 == 0 ? "The call came outside the working hours of the agent" : "The call was not picked up by any agent";
    default:
        return "The call was not picked up by any agent";
    }
}

void addAgent(Json &row, const Rep *rep)
{
    row["agent_id"] = rep ? Json(rep->justCallAgentId) : Json();
    row["agent_name"] = rep ? rep->name() : "";
    row["agent_email"] = rep ? rep->justCallEmail : "";
}

} // namespace

std::string digits(const std::string &e164)
{
    return e164.starts_with("+") ? e164.substr(1) : e164;
}

std::string typeWord(const WorldCall &call, const RowStyle &style)
{
    if (call.isLive())
        return "In Progress";
    switch (call.end) {
    case CallEnd::Answered:
        return "Answered";
    case CallEnd::Voicemail:
        return "Voicemail";
    case CallEnd::Abandoned:
        return "Abandoned before ringing";
    case CallEnd::Unanswered:
        return "Unanswered";
    case CallEnd::Cancelled:
        return style.cancelledCall;
    case CallEnd::Busy:
        return "Busy";
    case CallEnd::Failed:
        return "Failed";
    case CallEnd::Blocked:
        return "Blocked";
    case CallEnd::Restricted:
        return "Restricted";
    default:
        return "Missed";
    }
}

Json callRow(const World &world, const WorldCall &call, const RowStyle &style, bool withQueue, bool withAi)
{
    const Rep *rep = world.rep(call.repId);
    const Line *line = world.line(call.lineId);
    const Civil utc = civilTime(call.startedAt);
    const Civil user = civilTime(call.userTime.value_or(call.startedAt), rep ? rep->zone : "UTC");
    const bool withPlus = style.someNumbersHavePlus && call.id % 3 == 0;
    Json row{{"id", call.id},
             {"call_sid", call.callSid()},
             {"contact_number", withPlus ? call.number : digits(call.number)},
             {"contact_name", escaped(contactName(world, call.customerId, call.number), style)},
             {"contact_email", firstEmail(world, call.customerId)},
             {"justcall_number", digits(line ? line->number : "")},
             {"justcall_line_name", line ? line->name : ""},
             {"agent_active", "Active"},
             {"call_date", utc.date()},
             {"call_time", timeText(utc, style)},
             {"call_user_date", user.date()},
             {"call_user_time", timeText(user, style)}};
    addAgent(row, rep);
    const bool isOver = !call.isLive();
    const int total = call.talkSeconds + call.holdSeconds;
    row["cost_incurred"] = isOver ? static_cast<double>(total / 60 + 1) * 0.007 : 0.0;
    Json traits = Json::array();
    if (!call.queueId.empty())
        traits.push_back("QUEUE");
    if (call.isTransferred)
        traits.push_back("TRANSFER");
    const bool hasSound = isOver && (call.isRecorded || call.end == CallEnd::Voicemail);
    row["call_info"] = {{"direction", call.direction == Direction::Inbound ? "Incoming" : "Outgoing"},
                        {"type", typeWord(call, style)},
                        {"missed_call_reason", missedReason(call)},
                        {"status", call.isArchived ? "Archived" : "Unarchived"},
                        {"disposition", call.disposition},
                        {"notes", escaped(call.notes, style)},
                        {"rating", call.rating},
                        {"recording", hasSound ? "https://app.justcall.example/recordings/" + call.callSid() : ""},
                        {"recording_child", ""},
                        {"voicemail_transcription", isOver ? escaped(call.voicemailText, style) : ""},
                        {"call_traits", traits}};
    row["call_duration"] = {{"ring_time", call.ringSeconds},
                            {"friendly_duration", friendly(isOver ? total : 0)},
                            {"total_duration", isOver ? total : 0},
                            {"queue_wait_time", call.queueSeconds},
                            {"hold_time", isOver ? call.holdSeconds : 0},
                            {"conversation_time", isOver ? call.talkSeconds : 0},
                            {"wrap_up_time", call.wrapUpSeconds},
                            {"handle_time", isOver ? total + call.wrapUpSeconds : 0}};
    row["ivr_info"] = {{"digit_pressed", ""}, {"content", ""}};
    if (withQueue) {
        row["queue"] = {{"entered_at_position", call.queueId.empty() ? "" : "1"}, {"exit_reason", ""}};
        row["queue_callback"] = {{"callback_requested", "No"},    {"callback_requested_time", ""}, {"callback_attempted", "No"},
                                 {"callback_attempted_time", ""}, {"callback_reached", "No"},      {"callback_status", "No"},
                                 {"callback_wait_duration", ""},  {"callback_reached_time", ""},   {"callback_reached_duration", ""}};
    }
    if (withAi && isOver && call.isRecorded) {
        Json ai{{"call_moments", Json::array({"price list"})}, {"customer_sentiment", "Positive"}, {"call_score", 7.5}};
        Json &place = style.aiAtTopLevel ? row : ai;
        place["tags"] = Json::array({"demo"});
        place["manual_call_score"] = 4;
        place["call_summary"] = "They spoke about the next order.";
        row["justcall_ai"] = ai;
    } else if (withAi) {
        row["justcall_ai"] = Json::object();
    }
    return row;
}

Json earlyCallRow(const World &world, const WorldCall &call)
{
    const Line *line = world.line(call.lineId);
    const Rep *rep = world.rep(call.repId);
    Json row{{"call_sid", call.callSid()},
             {"contact_number", digits(call.number)},
             {"justcall_number", digits(line ? line->number : "")},
             {"call_info", {{"direction", call.direction == Direction::Inbound ? "Incoming" : "Outgoing"}, {"type", "In Progress"}}}};
    if (rep) // on a shared line nobody has it while it rings
        row["agent_id"] = rep->justCallAgentId;
    return row;
}

Json textRow(const World &world, const WorldText &text, const RowStyle &style)
{
    const Rep *rep = world.rep(text.repId);
    const Line *line = world.line(text.lineId);
    const Civil utc = civilTime(text.at);
    const Civil user = civilTime(text.at, rep ? rep->zone : "UTC");
    Json media = Json::array();
    for (const std::string &link : text.media)
        media.push_back({{"media_url", link}, {"content_type", "image/jpeg"}});
    Json row{{"id", text.id},
             {"contact_number", digits(text.number)},
             {"contact_name", escaped(contactName(world, text.customerId, text.number), style)},
             {"contact_email", firstEmail(world, text.customerId)},
             {"justcall_number", digits(line ? line->number : "")},
             {"justcall_line_name", line ? line->name : ""},
             {"sms_date", utc.date()},
             {"sms_time", timeText(utc, style)},
             {"sms_user_date", user.date()},
             {"sms_user_time", timeText(user, style)},
             {"direction", text.direction == Direction::Inbound ? (style.sentText == "Outbound" ? "Inbound" : "Incoming") : style.sentText},
             {"cost_incurred", 0.008},
             {"sms_info", {{"body", escaped(text.body, style)}, {"is_mms", text.media.empty() ? "No" : "Yes"}, {"mms", media}}},
             {"delivery_status", text.delivery},
             {"is_deleted", text.isDeleted},
             {"medium", text.isBulk ? "Bulk SMS Campaign" : "One-To-One via App"}};
    addAgent(row, rep);
    return row;
}

Json userRow(const World &world, const Rep &rep, const RowStyle &style)
{
    const Civil login = civilTime(parseIsoTime("2025-01-30T15:02:44Z").value_or(Instant()), style.lastLoginIsUtc ? "UTC" : rep.zone);
    Json shared = Json::array();
    for (const Queue &queue : world.queues()) {
        const Line *line = world.line(queue.lineId);
        if (line && std::find(queue.repIds.begin(), queue.repIds.end(), rep.id) != queue.repIds.end())
            shared.push_back(digits(line->number));
    }
    bool isOnCall = false;
    for (const WorldCall *call : world.liveCalls())
        isOnCall = isOnCall || (call->repId == rep.id && call->answeredAt);
    return {{"id", rep.justCallAgentId},
            {"role", rep.role == "admin"     ? "Admin"
                     : rep.role == "manager" ? "Supervisor"
                                             : "Agent"},
            {"name", rep.name()},
            {"email", rep.justCallEmail},
            {"extension", std::stoi(rep.extensionNumber)},
            {"groups", Json::array({Json{{"group_id", 3}, {"group_name", "Inside sales"}}})},
            {"owned_numbers", Json::array({digits(rep.directNumber)})},
            {"shared_numbers", shared},
            {"created_at", "2024-03-05 17:20:01"},
            {"last_login_timestamp", login.date() + " " + login.time()},
            {"timezone", rep.zone},
            {"working_hours_type", "Custom Hours"},
            {"available", rep.available ? "Yes" : "No"},
            {"unavailability_reason", rep.unavailabilityReason},
            {"on_call", isOnCall ? "Yes" : "No"}};
}

Json numberRow(const World &world, const Line &line)
{
    const Rep *owner = world.rep(line.repId);
    const Rep &shown = owner ? *owner : world.reps().back();
    Json members = Json::array();
    if (const Queue *queue = world.queue(line.queueId)) {
        for (const std::string &repId : queue->repIds) {
            const Rep *rep = world.rep(repId);
            members.push_back({{"id", rep->justCallAgentId}, {"name", rep->name()}, {"email", rep->justCallEmail}});
        }
    }
    const std::string number = digits(line.number);
    return {{"id", line.justCallId},
            {"justcall_number", number},
            {"friendly_number", "(" + number.substr(1, 3) + ") " + number.substr(4, 3) + "-" + number.substr(7)},
            {"justcall_line_name", line.name},
            {"availability_setting", "Custom Hours"},
            {"current_status", "Open"},
            {"number_type", "local"},
            {"business_registration", ""},
            {"sms_compliance", ""},
            {"number_owner", {{"id", shown.justCallAgentId}, {"email", shown.justCallEmail}, {"name", shown.name()}}},
            {"shared_with", {{"team_members", members}, {"user_groups", Json::array()}}},
            {"capabilities", {{"call", "Yes"}, {"sms", "Yes"}, {"mms", "No"}}}};
}

Json contactRow(const World &world, const Customer &customer, const RowStyle &style)
{
    const Company *company = world.company(customer.companyId);
    const Rep *owner = world.rep(customer.ownerRepId);
    Json others = Json::array();
    for (std::size_t i = 1; i < customer.numbers.size(); ++i) {
        others.push_back({{"contact_relation_id", customer.copperId * 10 + static_cast<std::int64_t>(i)},
                          {"label", customer.numbers[i].label},
                          {"number", digits(customer.numbers[i].e164)}});
    }
    Json notes = Json::array();
    if (!customer.note.empty()) {
        const Civil at = civilTime(customer.modifiedAt);
        const std::string stamp = at.date() + " " + at.time();
        notes.push_back(
            {{"id", customer.copperId}, {"description", escaped(customer.note, style)}, {"added_at", stamp}, {"last_updated_at", stamp}});
    }
    const auto stamp = [](Instant at) {
        const Civil civil = civilTime(at);
        return civil.date() + " " + civil.time();
    };
    return {{"id", customer.copperId},
            {"parent_contact_id", Json()},
            {"name", escaped(customer.name(), style)},
            {"first_name", escaped(customer.firstName, style)},
            {"last_name", escaped(customer.lastName, style)},
            {"contact_number", customer.numbers.empty() ? "" : digits(customer.numbers.front().e164)},
            {"other_numbers", others},
            {"email", customer.emails.empty() ? "" : customer.emails.front()},
            {"extension", customer.numbers.empty() ? "" : customer.numbers.front().extension},
            {"company", company ? company->name : ""},
            {"address", company ? company->street + ", " + company->city : ""},
            {"notes", notes},
            {"status", {{"blacklist", false}, {"dnd", false}, {"dnm", false}}},
            {"status_updated_at", Json()},
            {"created_at", stamp(customer.createdAt)},
            {"last_updated_at", stamp(customer.modifiedAt)},
            {"agent_id", owner ? Json(owner->justCallAgentId) : Json()}};
}

} // namespace callcard::demo::justcall
