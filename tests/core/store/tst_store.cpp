#include <callcard/store.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

namespace {

const Migrations kFirst{
    {u"CREATE TABLE notes(id INTEGER PRIMARY KEY, text TEXT NOT NULL, at INTEGER, day TEXT, score REAL, body BLOB) STRICT"_s}};
const Migrations kSecond = kFirst + Migrations{{u"ALTER TABLE notes ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0"_s,
                                                u"CREATE UNIQUE INDEX notes_text ON notes(text)"_s}};

StorageFault faultOf(const auto &result)
{
    return result ? StorageFault::Other : storageFault(result.error());
}

} // namespace

class tst_Store : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString path() const { return m_folder->filePath(u"deep/down/notes.db"_s); }
    std::unique_ptr<Store> opened(const Migrations &migrations = kFirst, StoreOptions options = {}) const
    {
        auto store = Store::open(path(), migrations, options);
        if (!store)
            qWarning() << store.error();
        return store ? std::move(*store) : nullptr;
    }
    static qint64 count(Store &store)
    {
        return store.first(u"SELECT count(*) FROM notes"_s, [](const Row &row) { return row.integer(0); }).value().value();
    }
    void write(const QByteArray &bytes, qint64 at) const
    {
        QFile file(path());
        QVERIFY(file.open(QFile::ReadWrite) && file.seek(at));
        file.write(bytes);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void filesArePrivate()
    {
        const auto store = opened();
        QVERIFY(store);
        QVERIFY(store->run(u"INSERT INTO notes(text) VALUES('x')"_s));
        for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s}) {
            const auto rights = QFile::permissions(path() + suffix);
            QVERIFY2((rights & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)) == 0, qPrintable(suffix));
        }
        const auto folder = QFile::permissions(m_folder->filePath(u"deep/down"_s));
        QVERIFY((folder & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther)) == 0);
    }

    void anOpenFileIsTightened()
    {
        opened();
        QFile::setPermissions(path(), QFile::permissions(path()) | QFile::ReadOther | QFile::ReadGroup);
        opened();
        QVERIFY((QFile::permissions(path()) & (QFile::ReadOther | QFile::ReadGroup)) == 0);
    }

    void valuesComeBackAsTheyWere()
    {
        const auto store = opened();
        const QDateTime at(QDate(2026, 11, 20), QTime(9, 30, 0, 123), Qt::UTC);
        const auto added = store->run(u"INSERT INTO notes(text, at, day, score, body) VALUES(?,?,?,?,?)"_s, u"Zoë ✓"_s, at,
                                      QDate(2026, 2, 28), 2.5, QByteArray("\0\1\2", 3));
        QCOMPARE(added->rows, 1);
        QCOMPARE(added->insertedId, 1);
        QVERIFY(store->run(u"INSERT INTO notes(text, at, day, score, body) VALUES(?,?,?,?,?)"_s, QString(), QDateTime(), QDate(),
                           std::optional<double>(), std::optional<QByteArray>()));
        int rows = 0;
        QVERIFY(store->each(u"SELECT text, at, day, score, body FROM notes ORDER BY id"_s, [&](const Row &row) {
            if (++rows == 1) {
                QTest::qCompare(row.text(0), u"Zoë ✓"_s, "", "", __FILE__, __LINE__);
                QTest::qCompare(row.time(1), at, "", "", __FILE__, __LINE__);
                QTest::qCompare(row.day(2), QDate(2026, 2, 28), "", "", __FILE__, __LINE__);
                QTest::qCompare(row.real(3), 2.5, "", "", __FILE__, __LINE__);
                QTest::qCompare(row.bytes(4), QByteArray("\0\1\2", 3), "", "", __FILE__, __LINE__);
            } else {
                // Text that is not there is empty text; everything else that is not there is NULL.
                QTest::qVerify(!row.isNull(0) && row.text(0).isEmpty() && row.isNull(1) && !row.time(1).isValid() && row.isNull(2) &&
                                   !row.day(2).isValid() && row.isNull(3) && row.isNull(4),
                               "", "", __FILE__, __LINE__);
            }
            return true;
        }));
        QCOMPARE(rows, 2);
    }

    void firstIsNothingWhereThereIsNothing()
    {
        const auto store = opened();
        const auto read = [](const Row &row) { return row.text(0); };
        const auto none = store->first(u"SELECT text FROM notes WHERE id=?"_s, read, 7);
        QVERIFY(none.has_value() && !none->has_value());
        QVERIFY(store->all(u"SELECT text FROM notes"_s, read)->isEmpty());
        QCOMPARE(faultOf(store->first(u"SELECT nonsense FROM notes"_s, read)), StorageFault::Other);
        QCOMPARE(store->all(u"SELECT nonsense FROM notes"_s, read).error().kind, ErrorKind::Storage);
    }

    void statementsMayNest()
    {
        const auto store = opened();
        for (int i = 1; i <= 3; ++i)
            QVERIFY(store->run(u"INSERT INTO notes(text) VALUES(?)"_s, QString::number(i)));
        const QString sql = u"SELECT id FROM notes ORDER BY id"_s;
        int pairs = 0;
        QVERIFY(store->each(sql, [&](const Row &) { return store->each(sql, [&](const Row &) { return ++pairs > 0; }).has_value(); }));
        QCOMPARE(pairs, 9);
    }

    void transactionsCommitOrVanish()
    {
        const auto store = opened();
        const QString insert = u"INSERT INTO notes(text) VALUES(?)"_s;
        QVERIFY(store->transact([&] { return store->run(insert, u"kept"_s); }));
        const auto failed = store->transact([&]() -> Result<> {
            if (!store->run(insert, u"lost"_s))
                return {};
            return failure(ErrorKind::Refused, u"changed my mind"_s);
        });
        QCOMPARE(failed.error().kind, ErrorKind::Refused);
        QCOMPARE(count(*store), 1);
        // An inner one that fails takes only its own part with it.
        QVERIFY(store->transact([&]() -> Result<> {
            (void)store->run(insert, u"outer"_s);
            const Result<> inner = store->transact([&]() -> Result<> {
                (void)store->run(insert, u"inner"_s);
                return failure(ErrorKind::Refused);
            });
            return inner ? failure(ErrorKind::BadPayload) : Result<>();
        }));
        QCOMPARE(store->all(u"SELECT text FROM notes ORDER BY id"_s, [](const Row &row) { return row.text(0); }).value(),
                 (QList<QString>{u"kept"_s, u"outer"_s}));
    }

    void migrationsRunOnceEach()
    {
        {
            const auto store = opened();
            QVERIFY(store->run(u"INSERT INTO notes(text) VALUES('old')"_s));
        }
        const auto store = opened(kSecond);
        QCOMPARE(store->first(u"SELECT pinned FROM notes"_s, [](const Row &row) { return row.integer(0); })->value(), 0);
        QVERIFY(opened(kSecond));
    }

    void aNewerFileIsRefusedAndUntouched()
    {
        opened(kSecond);
        const auto refused = Store::open(path(), kFirst);
        QCOMPARE(faultOf(refused), StorageFault::Newer);
        QVERIFY(refused.error().detail.contains(u"format 2"_s) && refused.error().detail.contains(u"knows 1"_s));
        QVERIFY(opened(kSecond));
    }

    void aBrokenMigrationLeavesTheOldForm()
    {
        {
            const auto store = opened();
            QVERIFY(store->run(u"INSERT INTO notes(text) VALUES('same')"_s));
            QVERIFY(store->run(u"INSERT INTO notes(text) VALUES('same')"_s)); // the unique index of version 2 will not have this
        }
        QCOMPARE(faultOf(Store::open(path(), kSecond)), StorageFault::Conflict);
        const auto store = opened(kFirst);
        QVERIFY(store);
        QCOMPARE(count(*store), 2);
        QVERIFY(!store->run(u"SELECT pinned FROM notes"_s));
    }

    void readOnlyReads()
    {
        QCOMPARE(faultOf(Store::open(path(), kFirst, {.readOnly = true})), StorageFault::CannotOpen);
        QVERIFY(!QFile::exists(path()));
        const auto writer = opened();
        QVERIFY(writer->run(u"INSERT INTO notes(text) VALUES('x')"_s));
        const auto reader = opened(kFirst, {.readOnly = true});
        QVERIFY(reader);
        QCOMPARE(count(*reader), 1);
        QCOMPARE(faultOf(reader->run(u"DELETE FROM notes"_s)), StorageFault::ReadOnly);
        QCOMPARE(faultOf(Store::open(path(), kSecond, {.readOnly = true})), StorageFault::Older);
        // A reader sees what is committed while it looks.
        QVERIFY(writer->run(u"INSERT INTO notes(text) VALUES('y')"_s));
        QCOMPARE(count(*reader), 2);
    }

    void faultsAreToldApart()
    {
        QFile inTheWay(m_folder->filePath(u"deep"_s));
        QVERIFY(inTheWay.open(QFile::WriteOnly));
        QCOMPARE(faultOf(Store::open(path(), kFirst)), StorageFault::CannotOpen);           // a file where a folder should be
        QCOMPARE(faultOf(Store::open(m_folder->path(), kFirst)), StorageFault::CannotOpen); // a folder where a file should be
        QVERIFY(inTheWay.remove());

        const auto store = opened(kSecond);
        QVERIFY(store->run(u"INSERT INTO notes(text) VALUES('x')"_s));
        QCOMPARE(faultOf(store->run(u"INSERT INTO notes(text) VALUES('x')"_s)), StorageFault::Conflict);
        QVERIFY(store->run(u"PRAGMA max_page_count=1"_s)); // as little as it has now: the next page is one too many
        QCOMPARE(faultOf(store->run(u"INSERT INTO notes(text, body) VALUES('y', ?)"_s, QByteArray(200'000, 'x'))), StorageFault::Full);
        QCOMPARE(count(*store), 1);

        const auto other = opened(kSecond, {.patience = std::chrono::milliseconds(10)});
        QVERIFY(store->transact([&]() -> Result<> {
            const auto locked = other->transact([&] { return other->run(u"DELETE FROM notes"_s); });
            return faultOf(locked) == StorageFault::Locked ? Result<>() : failure(ErrorKind::BadPayload);
        }));
        QCOMPARE(count(*other), 1);
        QCOMPARE(storageFault({.kind = ErrorKind::Offline, .detail = u"full: of holes"_s}), StorageFault::Other);
    }

    void garbageIsRefusedAndCanBeSetAside()
    {
        opened();
        write(QByteArray(4096, 'x'), 0);
        QCOMPARE(faultOf(Store::open(path(), kFirst)), StorageFault::Corrupt);
        const auto aside = setAside(path(), QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC));
        QCOMPARE(*aside, QString(path() + u".damaged-20261120-090000"_s));
        QVERIFY(QFile::exists(*aside));
        QVERIFY(opened());
        QVERIFY(!setAside(m_folder->filePath(u"nothing.db"_s), QDateTime::currentDateTimeUtc()));
    }

    void damageIsFoundAfterAnUncleanEnd()
    {
        {
            const auto store = opened();
            QVERIFY(store->transact([&]() -> Result<> {
                for (int i = 0; i < 2000; ++i)
                    (void)store->run(u"INSERT INTO notes(text) VALUES(?)"_s, QString(100, u'n'));
                return {};
            }));
            QVERIFY(!store->endedUncleanly());
        }
        {
            // A copy taken while the file is open has a log beside it, as after a kill.
            const auto store = opened();
            QVERIFY(!store->endedUncleanly());
            QVERIFY(store->run(u"INSERT INTO notes(text) VALUES('last')"_s));
            const QString copy = m_folder->filePath(u"copy.db"_s);
            QVERIFY(QFile::copy(path(), copy) && QFile::copy(path() + u"-wal"_s, copy + u"-wal"_s));
            {
                const auto killed = Store::open(copy, kFirst);
                QVERIFY(killed && (*killed)->endedUncleanly() && (*killed)->check());
                QCOMPARE(count(**killed), 2001);
            }
            QVERIFY(QFile::copy(path() + u"-wal"_s, copy + u"-wal"_s) || QFile::exists(copy + u"-wal"_s));
            QFile file(copy);
            QVERIFY(file.open(QFile::ReadWrite) && file.seek(4096 * 20));
            file.write(QByteArray(4096 * 3, '\xff'));
            file.close();
            QCOMPARE(faultOf(Store::open(copy, kFirst)), StorageFault::Corrupt);
            QVERIFY(Store::open(copy, kFirst, {.checkAfterUncleanEnd = false}));
        }
    }

    void everyThreadHasItsOwnConnection()
    {
        const auto store = opened();
        const QString file = path();
        int failures = 0;
        std::vector<std::thread> workers;
        std::mutex guard;
        for (int worker = 0; worker < 3; ++worker) {
            workers.emplace_back([&, worker] {
                auto mine = Store::open(file, kFirst, {.patience = std::chrono::seconds(20)});
                int bad = mine ? 0 : 1;
                for (int i = 0; mine && i < 20; ++i)
                    bad += (*mine)->run(u"INSERT INTO notes(text) VALUES(?)"_s, u"%1-%2"_s.arg(worker).arg(i)) ? 0 : 1;
                const std::lock_guard lock(guard);
                failures += bad;
            });
        }
        for (std::thread &worker : workers)
            worker.join();
        QCOMPARE(failures, 0);
        QCOMPARE(count(*store), 60);
    }

    void aLookUpIsFast()
    {
        const auto store = opened();
        QVERIFY(store->transact([&]() -> Result<> {
            for (int i = 0; i < 10'000; ++i)
                (void)store->run(u"INSERT INTO notes(text) VALUES(?)"_s, QString::number(i));
            return {};
        }));
        QBENCHMARK
        {
            const auto found = store->first(
                u"SELECT text FROM notes WHERE id=?"_s, [](const Row &row) { return row.text(0); }, 4711);
            QCOMPARE(**found, u"4710"_s);
        }
    }
};

QTEST_GUILESS_MAIN(tst_Store)
#include "tst_store.moc"
