#include "tokens.h"

#include <wire/wirejson.h>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QRandomGenerator>
#include <QSaveFile>

#include <array>
#include <sys/stat.h>
#include <unistd.h>

namespace callcard::relay {

using namespace Qt::Literals::StringLiterals;
using wire::Json;

namespace {

constexpr qint64 kLargestFile = 16 * 1024 * 1024;
constexpr int kLockPatience = 5000;

QByteArray randomText(int words)
{
    QByteArray bytes;
    for (int i = 0; i < words; ++i) {
        const quint64 word = QRandomGenerator::system()->generate64();
        bytes.append(reinterpret_cast<const char *>(&word), sizeof word);
    }
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// An administrator makes tokens as root, and the relay reads them as whoever owns its folder.
bool giveToOwnerOf(const QString &folder, const QSaveFile &file)
{
    if (::geteuid() != 0)
        return true;
    struct stat about {
    };
    return ::stat(QFile::encodeName(folder).constData(), &about) == 0 && ::fchown(file.handle(), about.st_uid, about.st_gid) == 0;
}

Result<> writeTokens(const QString &path, const QList<TokenEntry> &entries)
{
    Json list = Json::array();
    for (const TokenEntry &entry : entries) {
        list.push_back({{"id", entry.id.toStdString()},
                        {"email", entry.email.toStdString()},
                        {"created", entry.createdAt.toUTC().toString(Qt::ISODate).toStdString()},
                        {"hash", "sha256:" + entry.hash.toHex().toStdString()}});
    }
    QSaveFile file(path);
    const QByteArray text = wire::dump({{"tokens", list}});
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(text) == text.size() && giveToOwnerOf(QFileInfo(path).absolutePath(), file) && file.commit();
    if (!written)
        return failure(ErrorKind::Storage, u"the tokens could not be written: %1"_s.arg(file.errorString()));
    return {};
}

/// Two administrators at once: one after the other.
template <typename Change>
auto changeTokens(const QString &path, Change change) -> decltype(change(std::declval<QList<TokenEntry> &>()))
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return failure(ErrorKind::Storage, u"the data folder could not be made"_s);
    QLockFile lock(path + u".lock"_s);
    if (!lock.tryLock(kLockPatience))
        return failure(ErrorKind::Storage, u"somebody else is changing the tokens"_s);
    Result<QList<TokenEntry>> entries = readTokens(path);
    if (!entries)
        return tl::unexpected(entries.error());
    auto result = change(*entries);
    if (!result)
        return result;
    if (const Result<> written = writeTokens(path, *entries); !written)
        return tl::unexpected(written.error());
    return result;
}

} // namespace

QByteArray hashOfToken(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

QByteArray hashFromText(const QString &text)
{
    const QByteArray digits = text.startsWith("sha256:"_L1) ? text.mid(7).toLatin1().toLower() : QByteArray();
    const QByteArray hash = QByteArray::fromHex(digits);
    return hash.size() == 32 && hash.toHex() == digits ? hash : QByteArray();
}

Result<QList<TokenEntry>> readTokens(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QList<TokenEntry>();
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestFile)
        return failure(ErrorKind::Storage, u"the file of tokens cannot be read"_s);
    const Result<Json> json = wire::parse(file.readAll(), 4);
    if (!json || !wire::member(*json, "tokens").is_array())
        return failure(ErrorKind::Storage, u"the file of tokens is damaged"_s);
    QList<TokenEntry> entries;
    for (const Json &one : wire::array(*json, "tokens")) {
        const TokenEntry entry{.id = wire::text(one, "id", 32),
                               .email = wire::text(one, "email", 320),
                               .createdAt = wire::instant(wire::text(one, "created", 40)),
                               .hash = hashFromText(wire::text(one, "hash", 128))};
        if (entry.hash.isEmpty() || entry.email.isEmpty())
            return failure(ErrorKind::Storage, u"the file of tokens is damaged"_s);
        entries.append(entry);
    }
    return entries;
}

Result<QByteArray> createToken(const QString &path, const QString &email, const QDateTime &now)
{
    const QString address = email.trimmed().toLower();
    if (!address.contains(u'@') || address.size() > 320)
        return failure(ErrorKind::Refused, u"a token belongs to an e-mail address"_s);
    const QByteArray token = kTokenMark + randomText(4);
    const QString id = QString::fromLatin1(randomText(1).left(8));
    return changeTokens(path, [&](QList<TokenEntry> &entries) -> Result<QByteArray> {
        entries.append({.id = id, .email = address, .createdAt = now, .hash = hashOfToken(token)});
        return token;
    });
}

Result<int> revokeTokens(const QString &path, const QString &idOrEmail)
{
    const QString wanted = idOrEmail.trimmed();
    return changeTokens(path, [&](QList<TokenEntry> &entries) -> Result<int> {
        const qsizetype gone = entries.removeIf(
            [&](const TokenEntry &entry) { return entry.id == wanted || entry.email.compare(wanted, Qt::CaseInsensitive) == 0; });
        if (gone == 0)
            return failure(ErrorKind::Refused, u"there is no such token"_s);
        return static_cast<int>(gone);
    });
}

} // namespace callcard::relay
