#pragma once

#include "value.h"

#include <callcard/result.h>

#include <wire/wirejson.h>

namespace callcard::firestore {

/// Deep enough for twenty levels of maps and arrays, as Firestore allows them, in its own wrapping.
constexpr int kDeepestAnswer = 128;

/// {"integerValue": "42"}: exactly one key, which is the type.
[[nodiscard]] wire::Json toJson(const Value &value);
[[nodiscard]] wire::Json toJson(const Map &fields);
/// BadPayload for what is no value. A type that we do not know is Unsupported, and no error.
[[nodiscard]] Result<Value> valueFrom(const wire::Json &json);
/// The members of "fields"; an absent one is an empty map.
[[nodiscard]] Result<Map> fieldsFrom(const wire::Json &json);

} // namespace callcard::firestore
