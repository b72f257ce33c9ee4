#include "profilelock.h"

#include <QSysInfo>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

ProfileLock::ProfileLock(const QString &file) : m_file(file)
{
    m_file.setStaleLockTime(0); // a program runs for weeks: only a dead process makes its lock stale
}

ProfileLock::~ProfileLock() = default;

std::unique_ptr<ProfileLock> ProfileLock::tryTake(const Profile &profile, std::chrono::milliseconds patience, QString *trouble)
{
    std::unique_ptr<ProfileLock> lock(new ProfileLock(profile.lockFile));
    if (lock->m_file.tryLock(static_cast<int>(patience.count())))
        return lock;
    if (!trouble)
        return nullptr;
    qint64 process = 0;
    QString host;
    QString program;
    if (lock->m_file.error() != QLockFile::LockFailedError)
        *trouble = u"The file %1 cannot be written. Check that its folder is writable and the disk not full."_s.arg(profile.lockFile);
    else if (lock->m_file.getLockInfo(&process, &host, &program) && !host.isEmpty() && host != QSysInfo::machineHostName())
        *trouble = u"This profile is in use on the computer %1. Quit Callcard there; if it does not run there any more, remove %2."_s.arg(
            host, profile.lockFile);
    return nullptr;
}

} // namespace callcard
