#include <callcard/testing/storefaults.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

const Migrations kForm{{u"CREATE TABLE pairs(key TEXT PRIMARY KEY, value INTEGER NOT NULL)"_s},
                       {u"INSERT INTO pairs VALUES('a', 10)"_s, u"INSERT INTO pairs VALUES('b', 10)"_s}};

} // namespace

/// The kit that proves "nothing is lost", proven itself: on opening, migrating, and on a transfer that must be whole or not at all.
class tst_StoreFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingFailsWithoutAFault() { QVERIFY(!StoreFaults::next()); }

    void faultsNest()
    {
        const StoreFaults outer(0);
        {
            const StoreFaults inner(1, StoreFaults::After::Dies, StorageFault::Corrupt);
            QVERIFY(!StoreFaults::next());
            QCOMPARE(storageFault(*StoreFaults::next()), StorageFault::Corrupt);
            QVERIFY(StoreFaults::next().has_value());
            QVERIFY(inner.fired() && inner.seen() == 3);
        }
        QVERIFY(!outer.fired());
        QCOMPARE(storageFault(*StoreFaults::next()), StorageFault::Full);
        QVERIFY(!StoreFaults::next());
    }

    void openingAndMigrating_data() { modes(); }
    void openingAndMigrating()
    {
        QFETCH(int, mode);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"pairs.db"_s);
        const int statements = failEveryStatement(
            StoreFaults::After(mode), [&] { (void)Store::open(path, kForm); },
            [&](bool) {
                auto store = Store::open(path, kForm);
                QVERIFY(store);
                QCOMPARE(total(**store), 20);
                store->reset();
                QVERIFY(QFile::remove(path));
            });
        QVERIFY2(statements > 12, qPrintable(QString::number(statements)));
    }

    void aTransferIsWholeOrNotAtAll_data() { modes(); }
    void aTransferIsWholeOrNotAtAll()
    {
        QFETCH(int, mode);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"pairs.db"_s);
        int whole = 0;
        const int statements = failEveryStatement(
            StoreFaults::After(mode),
            [&] {
                auto store = Store::open(path, kForm);
                if (!store)
                    return;
                const auto moved = (*store)->transact([&]() -> Result<> {
                    if (const auto taken = (*store)->run(u"UPDATE pairs SET value=value-1 WHERE key='a'"_s); !taken)
                        return tl::unexpected(taken.error());
                    if (const auto given = (*store)->run(u"UPDATE pairs SET value=value+1 WHERE key='b'"_s); !given)
                        return tl::unexpected(given.error());
                    return {};
                });
                whole += moved ? 1 : 0;
            },
            [&](bool failed) {
                auto store = Store::open(path, kForm);
                QVERIFY(store);
                QCOMPARE(total(**store), 20);
                const auto value =
                    (*store)->first(u"SELECT value FROM pairs WHERE key='b'"_s, [](const Row &row) { return row.integer(0); });
                QCOMPARE(**value, 10 + whole); // reported as done exactly when it is
                QVERIFY(failed || whole == 1);
            });
        QVERIFY(statements > 0);
        QCOMPARE(whole, 1);
    }

private:
    static void modes()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("heals") << static_cast<int>(StoreFaults::After::Heals);
        QTest::newRow("dies") << static_cast<int>(StoreFaults::After::Dies);
    }
    static qint64 total(Store &store)
    {
        return store.first(u"SELECT sum(value) FROM pairs"_s, [](const Row &row) { return row.integer(0); }).value().value();
    }
};

QTEST_GUILESS_MAIN(tst_StoreFaults)
#include "tst_storefaults.moc"
