#include "justcall/justcallservice.h"

#include "jsontext.h"

#include <algorithm>

namespace callcard::demo::justcall {

using serving::Response;

namespace {

constexpr int kGroup = 3; // everybody is in it

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

} // namespace

Response JustCallService::users(const Question &question)
{
    const std::string email = lowered(question.value("email")), role = lowered(question.value("role")), group = question.value("group_id");
    std::vector<const Rep *> rows;
    for (const Rep &rep : m_stage.world.reps()) {
        const Json row = userRow(m_stage.world, rep, m_style);
        if ((!email.empty() && lowered(rep.justCallEmail) != email) || (!role.empty() && lowered(textAt(row, "role")) != role))
            continue;
        if ((!group.empty() && group != std::to_string(kGroup)) || (question.value("available") == "true" && !rep.available))
            continue;
        rows.push_back(&rep);
    }
    if (question.value("order") != "asc") // by agent id
        std::reverse(rows.begin(), rows.end());
    return page(question, {.count = rows.size(), .usual = 50, .most = 100, .makeRow = [&](std::size_t i) {
                               return userRow(m_stage.world, *rows[i], m_style);
                           }});
}

Response JustCallService::user(const Question &question)
{
    const Rep *rep = m_stage.world.repByAgentId(integerAt({{"id", question.path[1]}}, "id", -1));
    return rep ? single(userRow(m_stage.world, *rep, m_style)) : failure(404, "User not found");
}

Response JustCallService::availability(const Question &question)
{
    const Rep *rep = m_stage.world.repByAgentId(integerAt(question.body, "agent_id", -1));
    if (!rep || !question.body.contains("is_available") || !question.body["is_available"].is_boolean())
        return failure(403, rep ? "is_available must be a boolean" : "agent_id is invalid");
    static const std::vector<std::string> kReasons{"Lunch", "Meeting", "Break", "Training"};
    const bool isAvailable = flagAt(question.body, "is_available");
    const std::string reason = textAt(question.body, "unavailability_reason");
    if (!isAvailable && !reason.empty() && std::find(kReasons.begin(), kReasons.end(), reason) == kReasons.end())
        return failure(403, "unavailability_reason is not configured");
    m_stage.world.setAvailable(rep->id, isAvailable, reason);
    return Response::json(200, R"({"status":"success"})");
}

Json JustCallService::groupRow() const
{
    Json members = Json::array();
    for (const Rep &rep : m_stage.world.reps())
        members.push_back({{"id", rep.justCallAgentId}, {"name", rep.name()}, {"email", rep.justCallEmail}});
    return {{"id", kGroup}, {"name", "Inside sales"}, {"extension", 200}, {"agents", members}};
}

Response JustCallService::groups(const Question &question)
{
    return page(question, {.count = 1, .usual = 50, .most = 100, .makeRow = [this](std::size_t) { return groupRow(); }});
}

Response JustCallService::group(const Question &question)
{
    return question.path[1] == std::to_string(kGroup) ? single(groupRow()) : failure(404, "User group not found");
}

Response JustCallService::numbers(const Question &question)
{
    if (const std::string fault = orderFault(question, "ASC", "DESC"); !fault.empty()) // this endpoint alone wants capitals
        return failure(400, fault);
    const auto capabilities = listOf(question, "capabilities");
    const auto contains = [](const Json &people, const std::string &id) {
        return std::any_of(people.begin(), people.end(), [&](const Json &one) { return textAt(one, "id") == id; });
    };
    const auto fits = [&](const Json &row) {
        for (const char *name : {"justcall_line_name", "availability_setting", "number_type"}) {
            if (const std::string wanted = question.value(name); !wanted.empty() && textAt(row, name) != wanted)
                return false;
        }
        const std::string owner = question.value("number_owner_id"), agent = question.value("shared_agent_id"),
                          group = question.value("shared_group_id");
        if (!owner.empty() && textAt(row["number_owner"], "id") != owner)
            return false;
        if ((!agent.empty() && !contains(row["shared_with"]["team_members"], agent)) ||
            (!group.empty() && !contains(row["shared_with"]["user_groups"], group)))
            return false;
        return std::all_of(capabilities.begin(), capabilities.end(),
                           [&](const std::string &one) { return textAt(row["capabilities"], one.c_str()) == "Yes"; });
    };
    std::vector<Json> rows;
    for (const Line &line : m_stage.world.lines()) {
        if (Json row = numberRow(m_stage.world, line); fits(row))
            rows.push_back(std::move(row));
    }
    if (question.value("order") == "DESC")
        std::reverse(rows.begin(), rows.end());
    return page(question, {.count = rows.size(), .usual = 30, .most = 100, .makeRow = [&](std::size_t i) { return rows[i]; }});
}

Response JustCallService::number(const Question &question)
{
    for (const Line &line : m_stage.world.lines()) {
        if (std::to_string(line.justCallId) == question.path[1])
            return single(numberRow(m_stage.world, line));
    }
    return failure(404, "Number not found");
}

} // namespace callcard::demo::justcall
