#include "profile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

#include <unistd.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

// sockaddr_un holds 108 bytes: a path in a deep runtime folder would be cut off silently.
constexpr int kLongestSocketPath = 100;

QString runtimeFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (!folder.isEmpty())
        return folder;
    return QDir::tempPath() + u"/callcard-"_s + QString::number(getuid());
}

Result<> makePrivateFolder(const QString &path)
{
    if (!QDir().mkpath(path))
        return failure(ErrorKind::Storage,
                       QString(u"The folder "_s + path + u" cannot be made. Check that its parent is writable and the disk not full."_s));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!QFileInfo(path).isWritable())
        return failure(ErrorKind::Storage, QString(u"The folder "_s + path + u" is read-only. Make it writable for you."_s));
    return {};
}

} // namespace

QString Profile::directoryFolder() const
{
    return dataFolder + u"/directory"_s;
}

QString Profile::callLogFile() const
{
    return dataFolder + u"/calls.sqlite"_s;
}

QString Profile::outboxFile() const
{
    return dataFolder + u"/outbox.sqlite"_s;
}

QString Profile::windowFile() const
{
    return dataFolder + u"/window"_s;
}

Result<Profile> profileFor(const QString &optionValue)
{
    const QString name = optionValue.isEmpty() ? qEnvironmentVariable("CALLCARD_PROFILE") : optionValue;
    static const QRegularExpression plainWord(u"^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$"_s);
    if (!name.isEmpty() && !plainWord.match(name).hasMatch())
        return failure(ErrorKind::Refused, u"A profile's name is one word of up to 32 letters, digits, - and _."_s);

    const QString config = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    if (config.isEmpty() || data.isEmpty() || QDir::homePath() == QDir::rootPath())
        return failure(ErrorKind::Storage, u"There is no home folder to keep settings in. Set HOME to a folder of yours."_s);

    const QString suffix = name.isEmpty() ? QString() : QString(u"/profiles/"_s + name);
    const QString runtime = runtimeFolder();
    Profile profile{
        .name = name,
        .settingsFile = QString(config + u"/callcard"_s + suffix + u"/callcard.ini"_s),
        .policyFile = u"/etc/xdg/callcard/policy.json"_s,
        .dataFolder = QString(data + u"/callcard"_s + suffix),
        .lockFile = QString(data + u"/callcard"_s + suffix + u"/profile.lock"_s),
        .socketPath = QString(runtime + u"/callcard"_s + (name.isEmpty() ? QString() : QString(u'-' + name)) + u".sock"_s),
    };
    const QString systemPolicy = QStandardPaths::locate(QStandardPaths::GenericConfigLocation, u"callcard/policy.json"_s);
    if (!systemPolicy.isEmpty() && !systemPolicy.startsWith(config))
        profile.policyFile = systemPolicy;
    if (profile.socketPath.size() > kLongestSocketPath)
        return failure(ErrorKind::Storage, u"The path of XDG_RUNTIME_DIR is too long for a socket. Use a shorter one."_s);
    return profile;
}

Profile profileIn(const QString &folder)
{
    return Profile{
        .name = u"throw-away"_s,
        .settingsFile = QString(folder + u"/config/callcard.ini"_s),
        .policyFile = QString(folder + u"/policy.json"_s),
        .dataFolder = QString(folder + u"/data"_s),
        .lockFile = QString(folder + u"/data/profile.lock"_s),
        .socketPath = QString(folder + u"/callcard.sock"_s),
        .throwAway = true,
    };
}

Result<> prepareFolders(const Profile &profile)
{
    for (const QString &path : {QFileInfo(profile.settingsFile).path(), profile.dataFolder, QFileInfo(profile.socketPath).path()}) {
        // The runtime folder belongs to the session: make it where it is missing, else leave it alone.
        if (path == QFileInfo(profile.socketPath).path() && QFileInfo(path).isDir())
            continue;
        if (const Result<> made = makePrivateFolder(path); !made)
            return made;
    }
    return {};
}

} // namespace callcard
