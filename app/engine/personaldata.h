#pragma once

#include <ipc/ipcwire.h>

#include <callcard/result.h>
#include <callcard/task.h>

namespace callcard {

class Engine;
struct Profile;

/// Everything of a person's that this profile holds, to take along: calls with notes and outcomes, texts, promises open and settled,
/// reminders, learned choices, own customers, settings. No key, and of the directory only what was written here. Read in slices, the engine
/// going on.
[[nodiscard]] QCoro::Task<Result<Json>> personalData(Engine &engine, std::stop_token stop);

/// Written whole or not at all, readable by the user alone.
[[nodiscard]] Result<> writePrivately(const QString &file, const QByteArray &bytes);

/// Removes the profile's settings and data, and no other profile's. Nobody may have them open. The error names what could not be removed.
[[nodiscard]] Result<> wipeProfile(const Profile &profile);

} // namespace callcard
