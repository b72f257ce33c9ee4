#include "profilelock.h"

namespace callcard {

ProfileLock::ProfileLock(const QString &file) : m_file(file)
{
    m_file.setStaleLockTime(0); // a program runs for weeks: only a dead process makes its lock stale
}

ProfileLock::~ProfileLock() = default;

std::unique_ptr<ProfileLock> ProfileLock::tryTake(const Profile &profile, std::chrono::milliseconds patience)
{
    std::unique_ptr<ProfileLock> lock(new ProfileLock(profile.lockFile));
    if (!lock->m_file.tryLock(static_cast<int>(patience.count())))
        return nullptr;
    return lock;
}

} // namespace callcard
