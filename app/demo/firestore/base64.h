#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace callcard::demo::firestore {

[[nodiscard]] std::string base64(std::string_view bytes);    ///< Padded, "+" and "/".
[[nodiscard]] std::string base64Url(std::string_view bytes); ///< Without padding, "-" and "_".
/// Both alphabets, padding optional; nothing else.
[[nodiscard]] std::optional<std::string> fromBase64(std::string_view text);

} // namespace callcard::demo::firestore
