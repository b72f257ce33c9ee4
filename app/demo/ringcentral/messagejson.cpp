#include "messagejson.h"

#include "telephonyjson.h"

namespace callcard::demo::ringcentral {

namespace {

constexpr std::int64_t kTexts = 3'000'000'000'000;
constexpr std::int64_t kVoicemails = 4'000'000'000'000;
constexpr std::int64_t kRange = 1'000'000'000'000;
constexpr std::chrono::seconds kTranscriptAfter{7};

Json outside(const Context &context, const WorldText &text)
{
    Json side = {{"phoneNumber", text.number}};
    const Customer *customer = context.world().customer(text.customerId);
    if (customer && context.settings.is("callerNames", "present"))
        side["name"] = customer->name();
    return side;
}

Json ours(const Context &context, const WorldText &text, const Rep &rep)
{
    const Line *line = context.world().line(text.lineId);
    return {{"phoneNumber", line ? line->number : rep.directNumber}, {"name", rep.name()}};
}

std::string statusOf(const WorldText &text)
{
    if (text.delivery == "Failed")
        return "SendingFailed";
    return text.delivery == "Undelivered" ? "DeliveryFailed" : text.delivery;
}

} // namespace

std::int64_t messageId(const WorldText &text)
{
    return kTexts + text.id;
}

std::int64_t voicemailId(const WorldCall &call)
{
    return kVoicemails + call.id;
}

std::optional<std::int64_t> textOfMessage(std::int64_t message)
{
    return message >= kTexts && message < kTexts + kRange ? std::optional(message - kTexts) : std::nullopt;
}

std::optional<CallNumber> callOfMessage(std::int64_t message)
{
    return message >= kVoicemails && message < kVoicemails + kRange ? std::optional(message - kVoicemails) : std::nullopt;
}

std::int64_t conversationId(const WorldText &text)
{
    return 5'000'000'000'000'000'001 + static_cast<std::int64_t>(stableHash(text.repId + "/" + text.number) % 900'000'000'000'000'000ULL);
}

Json textJson(const Context &context, const WorldText &text, const Rep &rep, const std::string &extensionUri)
{
    const std::string id = std::to_string(messageId(text));
    const std::string uri = extensionUri + "/message-store/" + id;
    if (text.isDeleted)
        return {{"id", messageId(text)}, {"uri", uri}, {"availability", "Deleted"}};
    const bool inbound = text.direction == Direction::Inbound;
    const std::string conversation = std::to_string(conversationId(text));
    Json json = {
        {"uri", uri},
        {"id", messageId(text)},
        {"type", "SMS"},
        {"direction", word(text.direction)},
        {"messageStatus", statusOf(text)},
        {"readStatus", inbound && !text.isRead ? "Unread" : "Read"},
        {"from", inbound ? outside(context, text) : ours(context, text, rep)},
        {"to", Json::array({inbound ? ours(context, text, rep) : outside(context, text)})},
        {"subject", text.body},
        {"attachments",
         Json::array({{{"id", messageId(text)}, {"uri", uri + "/content/" + id}, {"type", "Text"}, {"contentType", "text/plain"}}})},
        {"availability", "Alive"},
        {"priority", "Normal"},
        {"conversationId", conversationId(text)},
        {"conversation", {{"id", conversation}, {"uri", extensionUri + "/conversation/" + conversation}}},
        {"creationTime", zuluTime(text.at)},
        {"lastModifiedTime", zuluTime(text.modifiedAt)}};
    if (!inbound)
        json["smsSendingAttemptsCount"] = 1;
    return json;
}

bool hasTranscript(const Context &context, const WorldCall &call)
{
    if (call.voicemailText.empty() || context.settings.is("voicemailTranscript", "never"))
        return false;
    return context.settings.is("voicemailTranscript", "atOnce") || (call.endedAt && *call.endedAt + kTranscriptAfter <= context.now());
}

Json voicemailJson(const Context &context, const WorldCall &call, const Rep &rep, const std::string &extensionUri, bool isRead)
{
    const std::string id = std::to_string(voicemailId(call));
    const std::string base =
        extensionUri.empty() ? "/restapi/v1.0/account/" + context.world().accountId() + "/extension/" + rep.extensionId : extensionUri;
    const std::string uri = base + "/message-store/" + id;
    const bool isTranscribed = hasTranscript(context, call);
    Json attachments = Json::array({{{"id", voicemailId(call)},
                                     {"uri", uri + "/content/" + id},
                                     {"type", "AudioRecording"},
                                     {"contentType", "audio/mpeg"},
                                     {"vmDuration", call.voicemailSeconds}}});
    if (isTranscribed)
        attachments.push_back({{"id", voicemailId(call) + 1},
                               {"uri", uri + "/content/" + std::to_string(voicemailId(call) + 1)},
                               {"type", "AudioTranscription"},
                               {"contentType", "text/plain"}});
    const Instant at = call.endedAt.value_or(call.startedAt);
    return {{"uri", uri},
            {"id", voicemailId(call)},
            {"type", "VoiceMail"},
            {"direction", "Inbound"},
            {"from", outsideOf(context, call)},
            {"to", Json::array({{{"phoneNumber", rep.directNumber}, {"name", rep.name()}, {"extensionId", rep.extensionId}}})},
            {"subject", "Voice message"},
            {"attachments", std::move(attachments)},
            {"vmTranscriptionStatus", isTranscribed                                                                       ? "Completed"
                                      : call.voicemailText.empty() || context.settings.is("voicemailTranscript", "never") ? "NotAvailable"
                                                                                                                          : "InProgress"},
            {"messageStatus", "Received"},
            {"readStatus", isRead ? "Read" : "Unread"},
            {"availability", "Alive"},
            {"priority", "Normal"},
            {"creationTime", zuluTime(at)},
            {"lastModifiedTime", zuluTime(isTranscribed ? at + kTranscriptAfter : at)}};
}

Json instantBody(const Context &context, const WorldText &text, const Rep &rep)
{
    const std::string id = std::to_string(messageId(text));
    Json to = ours(context, text, rep);
    to["target"] = true;
    return {{"id", id},
            {"type", "SMS"},
            {"direction", "Inbound"},
            {"from", outside(context, text)},
            {"to", Json::array({to})},
            {"subject", text.body},
            {"attachments", Json::array({{{"id", id}, {"type", "Text"}, {"contentType", "text/plain"}}})},
            {"readStatus", "Unread"},
            {"priority", "Normal"},
            {"availability", "Alive"},
            {"messageStatus", "Received"},
            {"conversation", {{"id", std::to_string(conversationId(text))}}},
            {"creationTime", zuluTime(text.at)},
            {"lastModifiedTime", zuluTime(text.modifiedAt)},
            {"eventType", "Create"},
            {"owner", {{"extensionId", rep.extensionId}, {"extensionType", "User"}, {"name", rep.name()}}}};
}

} // namespace callcard::demo::ringcentral
