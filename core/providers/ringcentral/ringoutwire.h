#pragma once

#include "wire.h"

#include <callcard/callprovider.h>

#include <wire/wirejson.h>

/// RingOut and call control in JSON. Pure.
namespace callcard::ringcentral {

struct RingOutStatus {
    QString id{};
    DialProgress progress{};
    bool decided{}; ///< Connected or failed: nothing more will change by itself.
};
[[nodiscard]] Result<RingOutStatus> ringOutFrom(const Json &answer);

[[nodiscard]] QByteArray ringOutBody(const DialRequest &request);
/// Exactly one of number and extension, as the target says.
[[nodiscard]] QByteArray transferBody(const QString &target);
[[nodiscard]] QByteArray voicemailBody(const QString &extensionId);
[[nodiscard]] QByteArray deviceBody(const QString &deviceId);
[[nodiscard]] QByteArray recordingBody(bool active);
[[nodiscard]] QString recordingIdFrom(const Json &answer);
[[nodiscard]] QByteArray textBody(const QString &from, const QString &to, const QString &text);

} // namespace callcard::ringcentral
