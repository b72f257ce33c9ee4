#pragma once

#include <callcard/result.h>

#include <nlohmann/json.hpp>

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

/// JSON from outside, read with bounds and without exceptions: what the wire files of all rooms share. A missing or
/// wrong-typed field is absent, an id may be a number or a text, no text is longer than its bound.
namespace callcard::wire {

using Json = nlohmann::json;

constexpr int kDeepestJson = 64;
constexpr qsizetype kLongestText = 8192;

/// BadPayload with its size (never its content) when it is no JSON, or nested too deeply.
[[nodiscard]] Result<Json> parse(QByteArrayView bytes, int deepest = kDeepestJson);

/// The member, or a null value that lives for ever. Safe on anything.
[[nodiscard]] const Json &member(const Json &object, const char *key);
/// Texts as they are, whole numbers as text, anything else empty.
[[nodiscard]] QString text(const Json &object, const char *key, qsizetype longest = kLongestText);
[[nodiscard]] QString asText(const Json &value, qsizetype longest = kLongestText);
/// A whole number, also when it comes as text.
[[nodiscard]] std::optional<qint64> integer(const Json &object, const char *key);
[[nodiscard]] bool flag(const Json &object, const char *key);
/// An array to iterate over; empty when it is none.
[[nodiscard]] const Json &array(const Json &object, const char *key);

/// ISO 8601 with "Z", "+0000" or "+00:00" and 0 to 9 digits of fraction; UTC. Invalid when it is none.
[[nodiscard]] QDateTime instant(QStringView text);

[[nodiscard]] QByteArray dump(const Json &value);

} // namespace callcard::wire
