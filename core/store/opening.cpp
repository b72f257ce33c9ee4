#include "storagefault.h"
#include "store_p.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSqlError>

#include <atomic>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcStore, "callcard.store", QtInfoMsg)

constexpr QFile::Permissions kPrivate = QFile::ReadOwner | QFile::WriteOwner;

QString newConnectionName()
{
    static std::atomic<int> count{0};
    return u"callcard-store-%1"_s.arg(++count);
}

/// Before SQLite makes it with the umask's rights. Its companions (-wal, -shm) take over the rights of the file.
Result<> makePrivateFile(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return tl::unexpected(storageError(StorageFault::CannotOpen, u"a folder lies where the file should be"_s));
    if (info.exists()) {
        if ((info.permissions() & ~(kPrivate | QFile::ReadUser | QFile::WriteUser)) != 0)
            QFile::setPermissions(path, kPrivate); // made by other means; a failure to tighten is no reason to stop
        return {};
    }
    const QString folder = info.absolutePath();
    if (!QFileInfo::exists(folder)) {
        if (!QDir().mkpath(folder))
            return tl::unexpected(storageError(StorageFault::CannotOpen, u"the folder cannot be made"_s));
        QFile::setPermissions(folder, kPrivate | QFile::ExeOwner);
    }
    QFile file(path);
    if (file.open(QFile::WriteOnly | QFile::NewOnly, kPrivate) || file.exists())
        return {};
    const bool full = file.error() == QFile::ResourceError;
    return tl::unexpected(storageError(full ? StorageFault::Full : StorageFault::CannotOpen, u"the file cannot be made"_s));
}

} // namespace

Store::Private::Private(QString path) : path(std::move(path)), connection(newConnectionName()) {}

Store::Private::~Private()
{
    qDeleteAll(prepared);
    prepared.clear();
    if (!database.isValid())
        return;
    database.close();
    database = QSqlDatabase();
    QSqlDatabase::removeDatabase(connection);
}

Result<> Store::Private::connect(StoreOptions options)
{
    if (options.readOnly) {
        if (!QFileInfo(path).isFile())
            return tl::unexpected(storageError(StorageFault::CannotOpen, u"there is no such file"_s));
    } else if (const Result<> made = makePrivateFile(path); !made) {
        return made;
    }
    // The last connection that closes empties and removes the log. One that is left over belongs to a writer that was killed, or
    // that runs just now.
    uncleanEnd = QFileInfo(path + u"-wal"_s).size() > 0;
    database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
    if (!database.isValid())
        return tl::unexpected(storageError(StorageFault::CannotOpen, u"Qt's SQLite plugin is not installed"_s));
    database.setDatabaseName(path);
    database.setConnectOptions(
        QString(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(options.patience.count()) + (options.readOnly ? u";QSQLITE_OPEN_READONLY"_s : QString())));
    if (!database.open())
        return tl::unexpected(storageError(database.lastError(), u"open"_s));
    return {};
}

Result<> Store::Private::configure(StoreOptions options)
{
    QStringList pragmas{u"PRAGMA foreign_keys=ON"_s, u"PRAGMA trusted_schema=OFF"_s, u"PRAGMA temp_store=MEMORY"_s};
    if (!options.readOnly) {
        pragmas.prepend(u"PRAGMA journal_mode=WAL"_s);
        pragmas += options.durability == StoreOptions::Durability::Full ? u"PRAGMA synchronous=FULL"_s : u"PRAGMA synchronous=NORMAL"_s;
        pragmas += u"PRAGMA journal_size_limit=16777216"_s; // a big import must not leave a big log behind
    }
    for (const QString &pragma : pragmas) {
        if (const Result<QString> done = direct(pragma); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

Result<> Store::Private::quickCheck()
{
    const Result<QString> verdict = direct(u"PRAGMA quick_check(1)"_s);
    if (!verdict)
        return tl::unexpected(verdict.error());
    if (*verdict != "ok"_L1)
        return tl::unexpected(storageError(StorageFault::Corrupt, u"the check after an unclean end found damage"_s));
    return {};
}

Result<> Store::Private::migrate(const Migrations &migrations, bool readOnly)
{
    const Result<QString> stored = direct(u"PRAGMA user_version"_s);
    if (!stored)
        return tl::unexpected(stored.error());
    const int version = stored->toInt();
    if (version > migrations.size()) {
        return tl::unexpected(storageError(
            StorageFault::Newer,
            u"the file has format %1, this program knows %2: it was written by a newer Callcard"_s.arg(version).arg(migrations.size())));
    }
    if (readOnly && version < migrations.size()) {
        return tl::unexpected(
            storageError(StorageFault::Older,
                         u"the file has format %1, this program needs %2: start Callcard once"_s.arg(version).arg(migrations.size())));
    }
    for (int next = version; next < migrations.size(); ++next) {
        QStringList statements{u"BEGIN IMMEDIATE"_s};
        statements += migrations.at(next);
        statements += u"PRAGMA user_version=%1"_s.arg(next + 1);
        statements += u"COMMIT"_s;
        for (const QString &statement : statements) {
            if (const Result<QString> done = direct(statement); !done) {
                (void)direct(u"ROLLBACK"_s); // fails where BEGIN did
                return tl::unexpected(done.error());
            }
        }
        if (version > 0) // a new file is no news
            qCInfo(lcStore) << QFileInfo(path).fileName() << "is now in format" << next + 1;
    }
    return {};
}

Result<std::unique_ptr<Store>> Store::open(const QString &path, const Migrations &migrations, StoreOptions options)
{
    auto d = std::make_unique<Private>(path);
    Result<> done = d->connect(options);
    if (done)
        done = d->configure(options);
    if (done && d->uncleanEnd && options.checkAfterUncleanEnd)
        done = d->quickCheck();
    if (done)
        done = d->migrate(migrations, options.readOnly);
    if (!done) {
        qCWarning(lcStore) << QFileInfo(path).fileName() << "cannot be used:" << done.error();
        return tl::unexpected(done.error());
    }
    return std::unique_ptr<Store>(new Store(std::move(d)));
}

Result<QString> setAside(const QString &path, const QDateTime &now)
{
    const QString aside = QString(path + u".damaged-"_s + now.toUTC().toString(u"yyyyMMdd-hhmmss"_s));
    if (!QFile::rename(path, aside))
        return tl::unexpected(storageError(StorageFault::CannotOpen, u"the damaged file cannot be moved"_s));
    for (const QString &companion : {u"-wal"_s, u"-shm"_s})
        QFile::rename(path + companion, aside + companion);
    return aside;
}

} // namespace callcard
