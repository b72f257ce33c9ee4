#include "justcall/justcallservice.h"

#include "jsontext.h"

#include <algorithm>

namespace callcard::demo::justcall {

using serving::Response;

namespace {

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
        if ((!group.empty() && group != "3") || (question.value("available") == "true" && !rep.available))
            continue;
        rows.push_back(&rep);
    }
    if (question.value("order") != "asc") // by agent id
        std::reverse(rows.begin(), rows.end());
    return page(question, rows.size(), 50, 100, [&](std::size_t i) { return userRow(m_stage.world, *rows[i], m_style); });
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

Response JustCallService::groups(const Question &question)
{
    return page(question, 1, 50, 100, [&](std::size_t) {
        Json members = Json::array();
        for (const Rep &rep : m_stage.world.reps())
            members.push_back({{"id", rep.justCallAgentId}, {"name", rep.name()}, {"email", rep.justCallEmail}});
        return Json{{"id", 3}, {"name", "Inside sales"}, {"extension", 200}, {"agents", members}};
    });
}

Response JustCallService::numbers(const Question &question)
{
    std::vector<const Line *> rows;
    for (const Line &line : m_stage.world.lines()) {
        const std::string owner = question.value("number_owner_id"), named = question.value("justcall_line_name");
        if ((!named.empty() && line.name != named) ||
            (!owner.empty() && integerAt(numberRow(m_stage.world, line)["number_owner"], "id") != integerAt({{"id", owner}}, "id", -1)))
            continue;
        rows.push_back(&line);
    }
    if (question.value("order") == "DESC") // this endpoint alone wants capitals
        std::reverse(rows.begin(), rows.end());
    return page(question, rows.size(), 30, 100, [&](std::size_t i) { return numberRow(m_stage.world, *rows[i]); });
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
