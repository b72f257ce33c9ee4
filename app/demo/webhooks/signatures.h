#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace callcard::demo {

/// JustCall's dynamic signature: hex HMAC-SHA256 over secret|encoded url|type|time. The body is not signed.
[[nodiscard]] std::string justCallSignature(const std::string &secret, const std::string &url, const std::string &type,
                                            const std::string &timestamp);
/// Twilio's: base64 HMAC-SHA1 over the address and the form's fields, sorted by name.
[[nodiscard]] std::string twilioSignature(const std::string &authToken, const std::string &url,
                                          std::vector<std::pair<std::string, std::string>> form);
[[nodiscard]] std::string formEncoded(const std::vector<std::pair<std::string, std::string>> &form);
[[nodiscard]] std::string base64(std::string_view bytes);
[[nodiscard]] std::string fromBase64(std::string_view text);

} // namespace callcard::demo
