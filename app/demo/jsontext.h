#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace callcard::demo {

/// Text that is JSON and not nested deeper than `depth`; nothing throws.
[[nodiscard]] std::optional<nlohmann::json> parseJson(std::string_view text, int depth = 64);
/// Never throws: what is not UTF-8 is replaced.
[[nodiscard]] std::string dumped(const nlohmann::json &value);

/// Reading somebody's JSON leniently: a value of another kind counts as absent.
[[nodiscard]] std::string textAt(const nlohmann::json &object, const char *key,
                                 const std::string &otherwise = {});                                             ///< Numbers become text.
[[nodiscard]] std::int64_t integerAt(const nlohmann::json &object, const char *key, std::int64_t otherwise = 0); ///< Also "42".
[[nodiscard]] double numberAt(const nlohmann::json &object, const char *key, double otherwise = 0);
[[nodiscard]] bool flagAt(const nlohmann::json &object, const char *key, bool otherwise = false);

} // namespace callcard::demo
