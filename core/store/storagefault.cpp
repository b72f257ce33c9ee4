#include "storagefault.h"

#include <QSqlError>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr StorageFault kFaults[] = {StorageFault::Full,       StorageFault::ReadOnly, StorageFault::Corrupt,
                                    StorageFault::Newer,      StorageFault::Older,    StorageFault::Locked,
                                    StorageFault::CannotOpen, StorageFault::Conflict, StorageFault::Other};

/// SQLite's primary result codes. The driver passes extended ones, whose low byte is the primary.
StorageFault faultOfCode(int code)
{
    switch (code & 0xff) {
    case 13: // FULL
        return StorageFault::Full;
    case 3: // PERM
    case 8: // READONLY
        return StorageFault::ReadOnly;
    case 11: // CORRUPT
    case 26: // NOTADB
        return StorageFault::Corrupt;
    case 5: // BUSY
    case 6: // LOCKED
        return StorageFault::Locked;
    case 14: // CANTOPEN
    case 23: // AUTH
        return StorageFault::CannotOpen;
    case 19: // CONSTRAINT
        return StorageFault::Conflict;
    default:
        return StorageFault::Other;
    }
}

} // namespace

QString storageFaultName(StorageFault fault)
{
    switch (fault) {
    case StorageFault::Full:
        return u"full"_s;
    case StorageFault::ReadOnly:
        return u"read-only"_s;
    case StorageFault::Corrupt:
        return u"corrupt"_s;
    case StorageFault::Newer:
        return u"newer"_s;
    case StorageFault::Older:
        return u"older"_s;
    case StorageFault::Locked:
        return u"locked"_s;
    case StorageFault::CannotOpen:
        return u"cannot-open"_s;
    case StorageFault::Conflict:
        return u"conflict"_s;
    case StorageFault::Other:
        return u"other"_s;
    }
    Q_UNREACHABLE();
}

StorageFault storageFault(const Error &error)
{
    // The word leads the detail: foundation knows no databases, and an Error stays one small value.
    for (const StorageFault fault : kFaults) {
        if (error.kind == ErrorKind::Storage && error.detail.startsWith(QString(storageFaultName(fault) + u": ")))
            return fault;
    }
    return StorageFault::Other;
}

Error storageError(StorageFault fault, const QString &detail)
{
    return {.kind = ErrorKind::Storage, .detail = QString(storageFaultName(fault) + u": " + detail)};
}

Error storageError(const QSqlError &error, const QString &during)
{
    return storageError(faultOfCode(error.nativeErrorCode().toInt()), QString(during + u": " + error.databaseText().trimmed()));
}

} // namespace callcard
