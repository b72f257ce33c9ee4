#pragma once

#include "commandline.h"

#include <ipc/profile.h>
#include <ipc/profilelock.h>

#include <functional>
#include <memory>

namespace callcard {

/// A second start: raises the first one, or hands it the link. False when nobody answered within a few seconds.
[[nodiscard]] bool handOver(const Profile &profile, const CommandLine &line);

/// The profile, or word that somebody else took what we came with. Neither: it is held, and nobody answers, or the trouble says why.
struct TakenProfile {
    std::unique_ptr<ProfileLock> lock{};
    bool handedOver{};
    QString trouble{};
};
/// A command of the terminal may have the profile, for hours even. Nobody watches a program that starts with the session: it waits.
enum class ProfilePatience { Seconds, ForEver };
[[nodiscard]] TakenProfile takeProfile(const Profile &profile, const std::function<bool()> &handOver,
                                       ProfilePatience patience = ProfilePatience::Seconds);

} // namespace callcard
