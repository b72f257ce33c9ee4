#pragma once

#include <callcard/result.h>

#include <QString>

namespace callcard {

/// A separate set of settings, secrets and data, and where it lies. The default profile has no name.
struct Profile {
    QString name{};
    QString settingsFile{}; ///< callcard.ini
    QString policyFile{};   ///< The administrator's, for all profiles.
    QString dataFolder{};   ///< Directory, call log, outbox.
    QString lockFile{};     ///< Held by the one engine of the profile.
    QString socketPath{};   ///< Where that engine listens.
    bool throwAway{};       ///< The demo's: removed at the end.
    bool operator==(const Profile &) const = default;

    // What lies where in the data folder: the tray program writes it, commands read it.
    [[nodiscard]] QString directoryFolder() const;
    [[nodiscard]] QString callLogFile() const;
    [[nodiscard]] QString outboxFile() const;
    [[nodiscard]] QString windowFile() const; ///< Where the main window was.
};

/// By `--profile`, or CALLCARD_PROFILE where the option is absent. Refused with a sentence when the name is no plain word
/// or there is no home to put it in. Creates nothing.
[[nodiscard]] Result<Profile> profileFor(const QString &optionValue);

/// A profile in the given empty folder, for the demo and for tests.
[[nodiscard]] Profile profileIn(const QString &folder);

/// Makes the profile's folders, readable by the user alone.
[[nodiscard]] Result<> prepareFolders(const Profile &profile);

} // namespace callcard
