#include <callcard/outbox.h>
#include <callcard/testing/fakeclock.h>
#include <callcard/testing/storefaults.h>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

/// The queue itself: what it promises to keep.
class tst_Outbox : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;
    QString path() const { return m_folder->filePath(u"outbox.db"_s); }
    std::unique_ptr<Outbox> opened() const { return Outbox::open(path(), m_clock).value(); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void keepsOverARestart()
    {
        QVERIFY(opened()->put(u"fire"_s, {{u"a"_s, "1"}, {u"b"_s, "2"}}));
        const auto outbox = opened();
        QCOMPARE(outbox->counts(u"fire"_s).value(), (OutboxCounts{.waiting = 2}));
        QCOMPARE(outbox->counts(u"other"_s).value(), OutboxCounts());
        QVERIFY(outbox->isWaiting(u"fire"_s, u"a"_s).value() && !outbox->isWaiting(u"other"_s, u"a"_s).value());
    }

    void newerReplacesOlderOfItsDestinationOnly()
    {
        const auto outbox = opened();
        QSignalSpy changed(outbox.get(), &Outbox::changed);
        QSignalSpy filled(outbox.get(), &Outbox::filled);
        QVERIFY(outbox->put(u"fire"_s, OutboxItem{u"a"_s, "1"}));
        QVERIFY(outbox->put(u"fire"_s, OutboxItem{u"a"_s, "2"}));
        QVERIFY(outbox->put(u"just"_s, OutboxItem{u"a"_s, "3"}));
        QVERIFY(outbox->put(u"just"_s, QList<OutboxItem>()));
        QCOMPARE(outbox->counts().value(), (OutboxCounts{.waiting = 2}));
        QCOMPARE(changed.count(), 3);
        QCOMPARE(filled.last().first().toString(), u"just"_s);
    }

    void withdraws()
    {
        const auto outbox = opened();
        QVERIFY(outbox->put(u"fire"_s, {{u"a"_s, "1"}, {u"b"_s, "2"}, {u"c"_s, "3"}}));
        QVERIFY(outbox->withdraw(u"fire"_s, u"a"_s) && outbox->withdraw(u"fire"_s, u"nothing"_s));
        QCOMPARE(outbox->counts()->waiting, 2);
        QVERIFY(outbox->withdrawAll(u"fire"_s));
        QCOMPARE(outbox->counts()->waiting, 0);
    }

    void aNewerFileIsRefused()
    {
        opened();
        {
            const auto store = Store::open(path(), Migrations(9, QStringList()));
            QVERIFY(store);
        }
        const auto refused = Outbox::open(path(), m_clock);
        QCOMPARE(storageFault(refused.error()), StorageFault::Newer);
    }

    /// put() says yes exactly when everything is on the disk.
    void everyStatementOfPutMayFail_data()
    {
        QTest::addColumn<int>("after");
        QTest::newRow("heals") << static_cast<int>(StoreFaults::After::Heals);
        QTest::newRow("dies") << static_cast<int>(StoreFaults::After::Dies);
    }
    void everyStatementOfPutMayFail()
    {
        QFETCH(int, after);
        const StoreFaults::After how{after};
        bool accepted = false;
        const auto attempt = [&] {
            accepted = false;
            const auto outbox = Outbox::open(path(), m_clock);
            if (outbox)
                accepted = (*outbox)->put(u"fire"_s, {{u"a"_s, "new"}, {u"b"_s, "new"}}).has_value();
        };
        int inspected = 0;
        const auto inspect = [&](bool) {
            const auto outbox = opened();
            QCOMPARE(outbox->counts()->waiting, accepted ? 2 : 0);
            QVERIFY(outbox->withdrawAll(u"fire"_s));
            ++inspected;
        };
        opened();
        const int failed = failEveryStatement(how, attempt, inspect);
        QVERIFY2(failed >= 10, qPrintable(QString::number(failed)));
        QCOMPARE(inspected, failed + 1);
        QVERIFY(accepted);
    }
};

QTEST_GUILESS_MAIN(tst_Outbox)
#include "tst_outbox.moc"
