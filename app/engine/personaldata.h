#pragma once

#include <ipc/ipcwire.h>

#include <callcard/result.h>

namespace callcard {

class Engine;
struct Profile;

/// Everything of a person's that this profile holds, to take along: calls with notes and outcomes, texts, promises, reminders, learned
/// choices, own customers, settings. No key, and of the directory only what was written here.
[[nodiscard]] Result<Json> personalData(Engine &engine);

/// Written whole or not at all, readable by the user alone.
[[nodiscard]] Result<> writePrivately(const QString &file, const QByteArray &bytes);

/// Removes the profile's settings and data. Nobody may have them open. The error names what could not be removed.
[[nodiscard]] Result<> wipeProfile(const Profile &profile);

} // namespace callcard
