#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace callcard::demo::ringcentral {

/// The JSON part of a multipart body: official clients wrap even a plain text message that way, for attachments that may follow.
/// Nothing when there is none.
[[nodiscard]] std::optional<std::string> jsonPart(std::string_view contentType, std::string_view body);

} // namespace callcard::demo::ringcentral
