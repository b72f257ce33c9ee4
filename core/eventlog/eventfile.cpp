#include "eventfile.h"

#include <QFile>

#include <sys/stat.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kProbeSize = 8 * 1024;

/// AUTOINCREMENT: a sequence is never given twice, even when everything was forgotten in between. Readers remember where they were.
/// The second: whoever remembers a place must notice that the file is another one.
const Migrations kMigrations{
    {
        u"CREATE TABLE records(sequence INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, source TEXT NOT NULL, "
        "received_at INTEGER NOT NULL, body BLOB NOT NULL) STRICT"_s,
    },
    {
        u"CREATE TABLE identity(name TEXT NOT NULL, nameless_until INTEGER NOT NULL) STRICT"_s,
        u"INSERT INTO identity(name, nameless_until) "
        "SELECT lower(hex(randomblob(8))), coalesce((SELECT seq FROM sqlite_sequence WHERE name='records'), 0)"_s,
    },
};

/// Empty: there is none.
QByteArray placeOf(const QString &path)
{
    struct stat about {
    };
    if (::stat(QFile::encodeName(path).constData(), &about) != 0)
        return {};
    return QByteArray::number(quint64(about.st_dev)) + '/' + QByteArray::number(quint64(about.st_ino));
}

} // namespace

EventFile::EventFile(std::unique_ptr<Store> store) : m_store(std::move(store)), m_place(placeOf(m_store->path())) {}

Result<EventFile> EventFile::open(const QString &path)
{
    // No check of the whole file after a kill: providers wait outside, and telling the past reads every record anyway.
    auto store = Store::open(path, kMigrations, {.checkAfterUncleanEnd = false});
    if (!store)
        return tl::unexpected(store.error());
    return EventFile(std::move(*store));
}

Result<QList<LogPlace>> EventFile::append(const QList<LogRecord> &records)
{
    return m_store->transact([&]() -> Result<QList<LogPlace>> {
        QList<LogPlace> places;
        for (const LogRecord &record : records) {
            const Result<Changes> added =
                m_store->run(u"INSERT INTO records(key, source, received_at, body) VALUES(?, ?, ?, ?) ON CONFLICT(key) DO NOTHING"_s,
                             record.key, record.source, record.receivedAt, record.body);
            if (!added)
                return tl::unexpected(added.error());
            if (added->rows > 0) {
                places.append(LogPlace{.sequence = static_cast<quint64>(added->insertedId)});
                continue;
            }
            const auto known = m_store->first(
                u"SELECT sequence FROM records WHERE key=?"_s, [](const Row &row) { return row.integer(0); }, record.key);
            if (!known)
                return tl::unexpected(known.error());
            places.append(LogPlace{.sequence = static_cast<quint64>(known->value_or(0)), .repeated = true});
        }
        return places;
    });
}

Result<QList<LoggedRecord>> EventFile::readAfter(quint64 sequence, int limit) const
{
    return m_store->all(
        u"SELECT sequence, key, source, received_at, body FROM records WHERE sequence > ? ORDER BY sequence LIMIT ?"_s,
        [](const Row &row) {
            return LoggedRecord{.sequence = static_cast<quint64>(row.integer(0)),
                                .record = {.key = row.text(1), .source = row.text(2), .receivedAt = row.time(3), .body = row.bytes(4)}};
        },
        sequence, limit);
}

Result<int> EventFile::trim(const QDateTime &before, quint64 keep)
{
    // Only the oldest are looked at: there is no index on the time, and none is needed where it grows with the sequence.
    const Result<Changes> gone =
        m_store->run(u"DELETE FROM records WHERE sequence IN (SELECT sequence FROM "
                     "(SELECT sequence, received_at FROM records ORDER BY sequence LIMIT ?) "
                     "WHERE received_at < ? OR sequence <= (SELECT coalesce(max(sequence), 0) FROM records) - ?)"_s,
                     kTrimmedAtOnce, before, keep);
    return gone.map([](const Changes &changes) { return changes.rows; });
}

Result<quint64> EventFile::oldest() const
{
    const auto found =
        m_store->first(u"SELECT coalesce(min(sequence), 0) FROM records"_s, [](const Row &row) { return quint64(row.integer(0)); });
    return found.map([](const std::optional<quint64> &sequence) { return sequence.value_or(0); });
}

Result<LogIdentity> EventFile::identity() const
{
    const auto found = m_store->first(u"SELECT name, nameless_until FROM identity"_s, [](const Row &row) {
        return LogIdentity{.name = row.text(0).toLatin1(), .namelessUntil = static_cast<quint64>(row.integer(1))};
    });
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return failure(ErrorKind::Storage, u"a log of events without a name"_s);
    return **found;
}

bool EventFile::isInPlace() const
{
    return placeOf(m_store->path()) == m_place;
}

Result<> EventFile::probe()
{
    return m_store->transact([&]() -> Result<> {
        const QString key = u"probe"_s; // no provider's: theirs have a colon
        const Result<Changes> written =
            m_store->run(u"INSERT INTO records(key, source, received_at, body) VALUES(?, '', 0, ?)"_s, key, QByteArray(kProbeSize, ' '));
        if (!written)
            return tl::unexpected(written.error());
        const Result<Changes> gone = m_store->run(u"DELETE FROM records WHERE key=?"_s, key);
        if (!gone)
            return tl::unexpected(gone.error());
        return {};
    });
}

Result<LogFigures> EventFile::figures() const
{
    const auto found = m_store->first(u"SELECT count(*), coalesce(min(sequence), 0), "
                                      "coalesce((SELECT seq FROM sqlite_sequence WHERE name='records'), 0) FROM records"_s,
                                      [](const Row &row) {
                                          return LogFigures{.records = static_cast<quint64>(row.integer(0)),
                                                            .first = static_cast<quint64>(row.integer(1)),
                                                            .last = static_cast<quint64>(row.integer(2))};
                                      });
    return found.map([](const std::optional<LogFigures> &figures) { return figures.value_or(LogFigures{}); });
}

} // namespace callcard
