#pragma once

#include "api.h"

namespace callcard::demo::ringcentral {

// Texts and voicemails share one number range of messages.
[[nodiscard]] std::int64_t messageId(const WorldText &text);
[[nodiscard]] std::int64_t voicemailId(const WorldCall &call);
[[nodiscard]] std::optional<std::int64_t> textOfMessage(std::int64_t message);
[[nodiscard]] std::optional<CallNumber> callOfMessage(std::int64_t message);

/// Beyond 2^53, as the real ones: a JSON double corrupts it.
[[nodiscard]] std::int64_t conversationId(const WorldText &text);

[[nodiscard]] Json textJson(const Context &context, const WorldText &text, const Rep &rep, const std::string &extensionUri);
[[nodiscard]] Json voicemailJson(const Context &context, const WorldCall &call, const Rep &rep, const std::string &extensionUri,
                                 bool isRead);
/// Body of the instant event of an inbound text.
[[nodiscard]] Json instantBody(const Context &context, const WorldText &text, const Rep &rep);
[[nodiscard]] bool hasTranscript(const Context &context, const WorldCall &call);

} // namespace callcard::demo::ringcentral
