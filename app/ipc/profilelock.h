#pragma once

#include "profile.h"

#include <QLockFile>

#include <chrono>
#include <memory>

namespace callcard {

/// Held by the one engine of a profile. A lock left by a process that died is taken over.
class ProfileLock
{
public:
    /// Nothing when another living process still holds it after that time.
    [[nodiscard]] static std::unique_ptr<ProfileLock> tryTake(const Profile &profile, std::chrono::milliseconds patience = {});

    ~ProfileLock();

private:
    explicit ProfileLock(const QString &file);
    QLockFile m_file;
};

} // namespace callcard
