#include "justcall/justcallservice.h"

#include "jsontext.h"

#include <algorithm>

namespace callcard::demo::justcall {

using serving::Response;

Response JustCallService::texts(const Question &question)
{
    // There is no agent filter of any kind: agent_id here is an unknown parameter, ignored like all of them.
    if (const std::string fault = orderFault(question); !fault.empty())
        return failure(400, fault);
    const auto inSpan = within(spanOf(question));
    const std::string contact = question.value("contact_number"), own = question.value("justcall_number");
    const std::string direction = question.value("sms_direction"), content = question.value("sms_content");
    std::vector<const WorldText *> rows;
    for (const WorldText &text : m_stage.world.texts()) {
        if (!inSpan(text.at, text.repId) || (!content.empty() && text.body.find(content) == std::string::npos))
            continue;
        if (!direction.empty() && direction != (text.direction == Direction::Inbound ? "incoming" : "outgoing"))
            continue;
        // E.164 with "+" here, unlike calls.
        const Line *line = m_stage.world.line(text.lineId);
        if ((!contact.empty() && contact != text.number) || (!own.empty() && (!line || own != line->number)))
            continue;
        rows.push_back(&text);
    }
    const auto key = [byTime = question.value("sort") == "datetime"](const WorldText *text) {
        return byTime ? text->at.time_since_epoch().count() : text->id;
    };
    const auto isBefore = [&](const WorldText *a, const WorldText *b) { return key(a) < key(b); };
    if (!std::is_sorted(rows.begin(), rows.end(), isBefore)) // it hardly ever is not
        std::stable_sort(rows.begin(), rows.end(), isBefore);
    if (question.value("order") != "asc")
        std::reverse(rows.begin(), rows.end());
    return pageOf<WorldText>(
        question, std::move(rows), {.usual = 20, .most = 100, .totalName = "total_texts"}, "last_sms_id_fetched",
        [](const WorldText &row) { return row.id; }, [&](const WorldText &row) { return textRow(m_stage.world, row, m_style); });
}

Response JustCallService::text(const Question &question)
{
    const WorldText *text = m_stage.world.text(integerAt({{"id", question.path[1]}}, "id", -1));
    return text ? single(textRow(m_stage.world, *text, m_style)) : failure(404, "Text not found");
}

Response JustCallService::newText(const Question &question)
{
    const std::string to = textAt(question.body, "contact_number"), body = textAt(question.body, "body");
    const Line *from = m_stage.world.lineByNumber(textAt(question.body, "justcall_number"));
    if (!from)
        return failure(403, "justcall_number does not belong to this account");
    if (!to.starts_with("+") || to.size() < 8 || to.size() > 16)
        return failure(400, "contact_number must be in E.164 format");
    const auto characters =
        std::count_if(body.begin(), body.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    if (body.empty() || characters > 1600)
        return failure(400, "body must have 1 to 1600 characters");
    if (textAt(question.body, "restrict_once") == "Yes") {
        for (auto sent = m_stage.world.texts().rbegin(); sent != m_stage.world.texts().rend(); ++sent) {
            if (m_stage.clock.now() - sent->at > std::chrono::hours(24))
                break;
            if (sent->direction == Direction::Outbound && sent->number == to && sent->body == body)
                return failure(403, "The same text was sent to this contact within 24 hours");
        }
    }
    WorldText text;
    text.direction = Direction::Outbound;
    text.number = to;
    text.lineId = from->id;
    text.body = body;
    text.delivery = "Sent";
    return single(textRow(m_stage.world, m_stage.world.addText(std::move(text)), m_style));
}

Response JustCallService::checkReply(const Question &question)
{
    const std::string contact = textAt(question.body, "contact_number");
    if (contact.empty())
        return failure(400, "contact_number is required");
    const auto &texts = m_stage.world.texts();
    const bool hasReply = std::any_of(
        texts.begin(), texts.end(), [&](const WorldText &text) { return text.number == contact && text.direction == Direction::Inbound; });
    return Response::json(200, dumped({{"status", "success"}, {"replied", hasReply}}));
}

} // namespace callcard::demo::justcall
