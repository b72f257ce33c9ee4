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
    /// Nothing when another living process still holds it after that time. Where nobody here holds it and it cannot be had all the same,
    /// `trouble` becomes a sentence that says why.
    [[nodiscard]] static std::unique_ptr<ProfileLock> tryTake(const Profile &profile, std::chrono::milliseconds patience = {},
                                                              QString *trouble = nullptr);

    ~ProfileLock();

private:
    explicit ProfileLock(const QString &file);
    QLockFile m_file;
};

} // namespace callcard
