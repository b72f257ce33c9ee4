#include "messages.h"

#include "messagejson.h"
#include "numberparser.h"
#include "synctoken.h"

#include <algorithm>
#include <charconv>

namespace callcard::demo::ringcentral {

namespace {

constexpr std::chrono::hours kMessageWindow{24};
constexpr std::chrono::seconds kOverlap{5}; // increments repeat what is this young
constexpr std::size_t kLongestText = 1000;  // UTF-16 units
constexpr std::size_t kMostDeliveries = 1000;

std::size_t utf16Units(const std::string &text)
{
    std::size_t units = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) != 0x80U)
            units += byte >= 0xF0U ? 2 : 1;
    }
    return units;
}

} // namespace

Messages::Messages(Context &context, Story &story) : m_context(context), m_story(story) {}

void Messages::reset()
{
    m_mails.clear();
    m_deliveries.clear();
}

void Messages::registerRoutes(Api &api)
{
    const std::string base = "/restapi/v1.0/account/{account}/extension/{extension}";
    const std::string store = base + "/message-store";
    api.add("POST", base + "/sms", Group::Medium, "SMS", [this](ApiCall &call) { return send(call); });
    api.add("GET", store, Group::Light, "ReadMessages", [this](ApiCall &call) { return list(call); });
    api.add("GET", store + "/{message}", Group::Light, "ReadMessages", [this](ApiCall &call) { return one(call); });
    api.add("PUT", store + "/{message}", Group::Medium, "EditMessages", [this](ApiCall &call) { return change(call); });
    api.add("PATCH", store + "/{message}", Group::Medium, "EditMessages", [this](ApiCall &call) { return change(call); });
    api.add("DELETE", store + "/{message}", Group::Medium, "EditMessages", [this](ApiCall &call) { return remove(call); });
    api.add("GET", store + "/{message}/content/{attachment}", Group::Medium, "ReadMessages",
            [this](ApiCall &call) { return content(call); });
    api.add("GET", base + "/message-sync", Group::Light, "ReadMessages", [this](ApiCall &call) { return sync(call); });
}

ApiReply Messages::send(ApiCall &call)
{
    if (!call.body.is_object())
        throw ApiError{400, "CMN-103", "Cannot parse request body", Json::object()};
    const std::string from = dialable(call.text(call.body.value("from", Json::object()), "phoneNumber"));
    const Json recipients = call.body.value("to", Json());
    const std::string text = call.text(call.body, "text");
    const Line *line = m_context.world().lineByNumber(from);
    if (from.empty() || !recipients.is_array() || recipients.empty() || recipients.size() > 10)
        throw invalidParameter(from.empty() ? "from" : "to");
    if (!line || line->repId != call.rep->id)
        throw ApiError{403,
                       "MSG-242",
                       "The requested feature is not available or the number does not belong to the extension",
                       {{"parameterName", "from"}}};
    if (text.empty() || utf16Units(text) > kLongestText)
        throw invalidParameter("text");
    std::vector<std::string> numbers;
    for (const Json &one : recipients) {
        const std::string number = dialable(call.text(one, "phoneNumber"));
        if (number.empty())
            throw invalidParameter("to.phoneNumber");
        if (!number.starts_with('+'))
            throw ApiError{400, "MSG-246", "Sending SMS to short numbers is not available", {{"parameterName", "to"}}};
        numbers.push_back(number);
    }

    const WorldText *first = nullptr;
    for (const std::string &number : numbers) {
        WorldText wanted;
        wanted.direction = Direction::Outbound;
        wanted.number = number;
        wanted.lineId = line->id;
        wanted.repId = call.rep->id;
        wanted.body = text;
        wanted.delivery = "Queued";
        const WorldText &made = m_context.world().addText(std::move(wanted));
        first = first ? first : &made;
        const bool fails = m_context.faults.take("smsFails").has_value();
        deliver(made.id, "Sent", std::chrono::milliseconds(800));
        deliver(made.id, fails ? "Undelivered" : "Delivered", std::chrono::milliseconds(2500));
    }
    return {200, textJson(m_context, *first, *call.rep, call.extensionUri(m_context.world(), *call.rep)), {}, {}};
}

void Messages::deliver(std::int64_t text, const std::string &state, std::chrono::milliseconds after)
{
    if (m_deliveries.size() > kMostDeliveries)
        m_deliveries.erase(m_deliveries.begin(), m_deliveries.begin() + kMostDeliveries / 2);
    m_deliveries.push_back(m_context.stage.clock.after(
        after, [this, text, state] { m_context.world().editText(text, [&state](WorldText &one) { one.delivery = state; }); }));
}

std::vector<Messages::Message> Messages::all(const Rep &rep) const
{
    std::vector<Message> messages;
    for (const WorldText &text : m_context.world().texts()) {
        if (text.repId == rep.id)
            messages.push_back(
                {messageId(text), "SMS", word(text.direction), text.direction == Direction::Inbound && !text.isRead ? "Unread" : "Read",
                 std::to_string(conversationId(text)), text.number, text.isDeleted, text.at, text.modifiedAt, &text, nullptr});
    }
    for (const WorldCall &call : m_context.world().calls()) {
        if (call.repId != rep.id || call.end != CallEnd::Voicemail || !call.endedAt)
            continue;
        const auto known = m_mails.find(call.id);
        const Mail mail = known == m_mails.end() ? Mail{} : known->second;
        Instant modified = std::max(*call.endedAt, mail.modifiedAt);
        if (hasTranscript(m_context, call))
            modified = std::max(modified, *call.endedAt + std::chrono::seconds(7));
        messages.push_back({voicemailId(call),
                            "VoiceMail",
                            "Inbound",
                            mail.isRead ? "Read" : "Unread",
                            {},
                            call.number,
                            mail.isDeleted,
                            *call.endedAt,
                            modified,
                            nullptr,
                            &call});
    }
    std::ranges::stable_sort(messages, [](const Message &a, const Message &b) { return a.at > b.at; });
    return messages;
}

Json Messages::json(const ApiCall &call, const Message &message) const
{
    const std::string uri = call.extensionUri(m_context.world(), *call.rep);
    if (message.isDeleted)
        return {{"id", message.id}, {"uri", uri + "/message-store/" + std::to_string(message.id)}, {"availability", "Deleted"}};
    return message.text ? textJson(m_context, *message.text, *call.rep, uri)
                        : voicemailJson(m_context, *message.call, *call.rep, uri, message.readStatus == "Read");
}

ApiReply Messages::list(ApiCall &call)
{
    const Instant to = call.time("dateTo").value_or(m_context.now());
    const Instant from = call.time("dateFrom").value_or(to - kMessageWindow);
    const auto availability = call.params("availability");
    const bool distinct = call.param("distinctConversations") == "true";
    const std::string number = call.param("phoneNumber");
    std::vector<Json> records;
    std::set<std::string> seen;
    for (const Message &message : all(*call.rep)) {
        if (message.at < from || message.at > to || !isOneOf(call.params("messageType"), message.type) ||
            !isOneOf(call.params("direction"), message.direction) || !isOneOf(call.params("readStatus"), message.readStatus) ||
            !isOneOf(call.params("conversationId"), message.conversation) ||
            (!number.empty() && digitsOf(number) != digitsOf(message.number)))
            continue;
        if (availability.empty() ? message.isDeleted : !isOneOf(availability, message.isDeleted ? "Deleted" : "Alive"))
            continue;
        if (distinct && !message.conversation.empty() && !seen.insert(message.conversation).second)
            continue;
        records.push_back(json(call, message));
    }
    return {200,
            pageOf(call, call.extensionUri(m_context.world(), *call.rep) + "/message-store", records, call.number("perPage", 100, 1, 1000)),
            {},
            {}};
}

Messages::Message Messages::find(const ApiCall &call, const std::string &id) const
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    if (error == std::errc() && end == id.data() + id.size()) {
        for (const Message &message : all(*call.rep)) {
            if (message.id == number && !message.isDeleted)
                return message;
        }
    }
    throw notFound(m_context.settings, "messageId", id);
}

ApiReply Messages::one(ApiCall &call)
{
    const std::string &ids = call.vars.at("message");
    if (ids.find(',') == std::string::npos)
        return {200, json(call, find(call, ids)), {}, {}};
    // Several at once: one part a message, each with its own status, the first part tells about all.
    const std::string boundary = "Boundary_" + std::to_string(m_context.names.next());
    std::string parts;
    Json summary = Json::array();
    std::size_t begin = 0;
    for (int count = 0; begin <= ids.size() && count < 50; ++count) {
        const auto end = std::min(ids.find(',', begin), ids.size());
        const std::string id = ids.substr(begin, end - begin);
        begin = end + 1;
        ApiReply part;
        try {
            part = {200, json(call, find(call, id)), {}, {}};
        } catch (const ApiError &error) {
            part = replyOf(error, m_context.settings);
        }
        summary.push_back({{"href", call.extensionUri(m_context.world(), *call.rep) + "/message-store/" + id}, {"status", part.status}});
        parts += "--" + boundary + "\r\nContent-Type: application/json\r\n\r\n" +
                 part.body.dump(-1, ' ', false, Json::error_handler_t::replace) + "\r\n";
    }
    const std::string head = "--" + boundary + "\r\nContent-Type: application/json\r\n\r\n" + Json{{"response", summary}}.dump() + "\r\n";
    return {207, Json(), {{"Content-Type", "multipart/mixed; boundary=" + boundary}}, head + parts + "--" + boundary + "--"};
}

ApiReply Messages::change(ApiCall &call)
{
    const Message message = find(call, call.vars.at("message"));
    const std::string status = call.text(call.body, "readStatus");
    if (status != "Read" && status != "Unread")
        throw invalidParameter("readStatus", status);
    setRead(message, status == "Read", *call.rep);
    return {200, json(call, find(call, call.vars.at("message"))), {}, {}};
}

void Messages::setRead(const Message &message, bool isRead, const Rep &rep)
{
    if (message.text) {
        m_context.world().editText(message.text->id, [isRead](WorldText &text) { text.isRead = isRead; });
        return;
    }
    Mail &mail = m_mails[message.call->id];
    mail.isRead = isRead;
    mail.modifiedAt = m_context.now();
    m_story.messagesChanged(rep.id, "VoiceMail", "Inbound", {}, 1);
}

void Messages::setDeleted(const Message &message, const Rep &rep)
{
    if (message.text) {
        m_context.world().editText(message.text->id, [](WorldText &text) { text.isDeleted = true; });
        return;
    }
    Mail &mail = m_mails[message.call->id];
    mail.isDeleted = true;
    mail.modifiedAt = m_context.now();
    m_story.messagesChanged(rep.id, "VoiceMail", "Inbound", {}, 1);
}

ApiReply Messages::remove(ApiCall &call)
{
    const std::string ids = call.vars.at("message");
    std::vector<Message> chosen;
    for (std::size_t begin = 0; begin <= ids.size() && chosen.size() < 50;) {
        const auto end = std::min(ids.find(',', begin), ids.size());
        chosen.push_back(find(call, ids.substr(begin, end - begin)));
        begin = end + 1;
    }
    for (const Message &message : chosen)
        setDeleted(message, *call.rep);
    return {204, Json(), {}, {}};
}

ApiReply Messages::content(ApiCall &call)
{
    const Message message = find(call, call.vars.at("message"));
    const std::string &attachment = call.vars.at("attachment");
    if (message.text)
        return {200, Json(), {{"Content-Type", "text/plain; charset=utf-8"}}, message.text->body};
    if (attachment == std::to_string(message.id))
        return {200,
                Json(),
                {{"Content-Type", "audio/mpeg"}},
                "ID3" + std::string(static_cast<std::size_t>(std::clamp(message.call->voicemailSeconds, 1, 600)) * 256, '\0')};
    if (attachment == std::to_string(message.id + 1) && hasTranscript(m_context, *message.call))
        return {200, Json(), {{"Content-Type", "text/plain; charset=utf-8"}}, message.call->voicemailText};
    throw notFound(m_context.settings, "attachmentId", attachment);
}

ApiReply Messages::sync(ApiCall &call)
{
    const std::string kind = call.param("syncType").empty() ? "FSync" : call.param("syncType");
    if (kind != "FSync" && kind != "ISync")
        throw invalidParameter("syncType", kind);
    const Instant now = m_context.now();
    const std::string purpose = "messages/" + call.rep->extensionId;
    SyncToken token{purpose, now, std::nullopt, {}};
    const auto most = static_cast<std::size_t>(call.number("recordCount", 250, 1, 1000));
    std::vector<Json> records;
    bool olderExist = false;
    if (kind == "ISync") {
        const auto known = SyncToken::parse(call.param("syncToken"));
        if (m_context.faults.take("messageToken") || !known || known->purpose != purpose || known->until < now - std::chrono::days(30))
            throw ApiError{400, "MSG-333", "Full synchronization is required", {{"parameterName", "syncToken"}}};
        token.dateFrom = known->dateFrom;
        token.filter = known->filter;
        for (const Message &message : all(*call.rep)) {
            if (message.modifiedAt > known->until - kOverlap && message.modifiedAt <= now &&
                (token.filter.empty() || token.filter == message.type))
                records.push_back(json(call, message));
        }
    } else {
        token.dateFrom = call.time("dateFrom").value_or(now - kMessageWindow);
        const auto types = call.params("messageType");
        token.filter = types.size() == 1 ? types.front() : std::string();
        for (const Message &message : all(*call.rep)) {
            if (message.isDeleted || !isOneOf(types, message.type) || !isOneOf(call.params("direction"), message.direction))
                continue;
            if (message.at < *token.dateFrom || records.size() >= most)
                olderExist = true;
            else
                records.push_back(json(call, message));
        }
    }
    Json info = {{"syncType", kind}, {"syncToken", token.text(m_context.names.next())}, {"syncTime", zuluTime(now)}};
    if (kind == "FSync")
        info["olderRecordsExist"] = olderExist;
    return {200,
            {{"uri", call.extensionUri(m_context.world(), *call.rep) + "/message-sync"},
             {"records", std::move(records)},
             {"syncInfo", std::move(info)}},
            {},
            {}};
}

} // namespace callcard::demo::ringcentral
