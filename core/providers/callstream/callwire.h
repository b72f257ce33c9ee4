#pragma once

#include <callcard/callstream.h>

#include <nlohmann/json_fwd.hpp>

namespace callcard::callstream {

using Json = nlohmann::json;

[[nodiscard]] Result<QList<CallEvent>> factsFrom(const Json &call, const QString &region);
[[nodiscard]] Result<Message> messageFrom(const Json &text, const QString &region);
[[nodiscard]] Result<CallRecording> recordingFrom(const Json &recording);

} // namespace callcard::callstream
