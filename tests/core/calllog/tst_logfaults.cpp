#include "logvalues.h"

#include <callcard/testing/fakeclock.h>
#include <callcard/testing/storefaults.h>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace std::chrono_literals;

/// Killed or refused at any statement, the log is whole: before or after, nothing between.
class tst_LogFaults : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeClock> m_clock;
    QString path() const { return m_folder->filePath(u"calls.db"_s); }
    std::unique_ptr<CallLog> opened() { return CallLog::open(path(), *m_clock).value(); }
    static CallId id(const QString &session) { return CallId(QString(u"ringcentral:"_s + session)); }
    static void ways()
    {
        QTest::addColumn<int>("after");
        QTest::newRow("heals") << static_cast<int>(StoreFaults::After::Heals);
        QTest::newRow("dies") << static_cast<int>(StoreFaults::After::Dies);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<FakeClock>(at(20, 0));
    }

    void opening_data() { ways(); }
    void opening()
    {
        QFETCH(int, after);
        bool works = false;
        const auto attempt = [&] { works = CallLog::open(path(), *m_clock).has_value(); };
        const auto inspect = [&](bool) {
            auto log = CallLog::open(path(), *m_clock);
            QVERIFY(log);
            QVERIFY((*log)->history({}).value().entries.isEmpty());
            log->reset();
            m_folder = std::make_unique<QTemporaryDir>();
        };
        const int failed = failEveryStatement(StoreFaults::After{after}, attempt, inspect);
        QVERIFY2(failed > 20, qPrintable(QString::number(failed)));
        QVERIFY(works);
    }

    /// A note over a miss that a history row completes: everything a commit touches.
    void history_data() { ways(); }
    void history()
    {
        QFETCH(int, after);
        {
            const auto log = opened();
            log->onCallChanged(missed(ringing(u"a"_s, at(9, 0))));
            log->setNote(id(u"a"_s), u"mine"_s);
            QVERIFY(log->takeHistory(wholeDay(), {told(u"gone"_s, talked(ringing(u"g"_s, at(8, 0), 5), 30s), u"Answered"_s)}));
            QVERIFY(log->clearDirty(log->dirtyDays().value()));
        }
        const QList<HistoryRow> rows{told(u"r1"_s, missed(ringing(u"a"_s, at(9, 0))), u"Missed"_s),
                                     told(u"r2"_s, talked(outgoing(ringing(u"b"_s, at(10, 0))), 60s), u"Answered"_s)};
        QByteArray start;
        {
            QFile file(path());
            QVERIFY(file.open(QFile::ReadOnly));
            start = file.readAll();
        }
        bool taken = false;
        const auto attempt = [&] {
            taken = false;
            const auto log = CallLog::open(path(), *m_clock);
            if (log)
                taken = (*log)->takeHistory(wholeDay(), rows).has_value();
        };
        const auto inspect = [&](bool) {
            {
                const auto log = opened();
                const LogEntry miss = log->entry(id(u"a"_s)).value().value();
                QCOMPARE(miss.note, u"mine"_s);
                QCOMPARE(miss.waiting, !taken);
                QCOMPARE(miss.call.missedProvisional, !taken);
                QCOMPARE(log->history({}).value().entries.size(), 2);
                QCOMPARE(log->entry(id(u"b"_s)).value().has_value(), taken);
                QCOMPARE(log->dirtyDays().value().size(), taken ? 1 : 0);
                QCOMPARE(log->countables({}, QDate(2026, 11, 20), QDate(2026, 11, 20)).value().calls.size(), 2);
                QCOMPARE(log->readSpans(u"ringcentral"_s, u"rep@example.com"_s).value().size(), 1);
            }
            QFile file(path()); // from the same start each time
            QVERIFY(file.open(QFile::WriteOnly | QFile::Truncate));
            QCOMPARE(file.write(start), start.size());
        };
        const int failed = failEveryStatement(StoreFaults::After{after}, attempt, inspect);
        QVERIFY2(failed > 30, qPrintable(QString::number(failed)));
        QVERIFY(taken);
    }

    /// Whatever fails: the note is on the disk, or still in memory and said to be.
    void notes_data() { ways(); }
    void notes()
    {
        QFETCH(int, after);
        const auto log = opened();
        log->onCallChanged(ringing(u"a"_s, at(9, 0)));
        QVERIFY(log->flush());
        int round = 0;
        bool kept = true;
        const auto attempt = [&] {
            log->onCallChanged(talked(ringing(u"a"_s, at(9, 0)), std::chrono::seconds(++round)));
            log->setNote(id(u"a"_s), QString(u"note "_s + QString::number(round)));
            kept = log->trouble() ? log->unwritten() == 2 : log->unwritten() == 0;
        };
        const auto inspect = [&](bool failed) {
            QVERIFY(kept);
            QCOMPARE(log->trouble().has_value(), failed);
            m_clock->advance(1min); // the disk has room again
            QVERIFY(!log->trouble());
            const LogEntry entry = opened()->entry(id(u"a"_s)).value().value();
            QCOMPARE(entry.note, QString(u"note "_s + QString::number(round)));
            QCOMPARE(entry.call.talkTime, std::chrono::seconds(round));
        };
        QVERIFY(failEveryStatement(StoreFaults::After{after}, attempt, inspect) > 8);
    }

    void troubleIsToldAndGrows()
    {
        const auto log = opened();
        QSignalSpy trouble(log.get(), &CallLog::troubleChanged);
        QSignalSpy changed(log.get(), &CallLog::entryChanged);
        {
            StoreFaults full(0, StoreFaults::After::Dies);
            log->onCallChanged(ringing(u"a"_s, at(9, 0)));
            m_clock->advance(10ms);
            QCOMPARE(trouble.count(), 1);
            QVERIFY(log->trouble());
            for (int i = 0; i < 1000; ++i) {
                log->onCallChanged(ringing(u"a"_s, at(9, 0), i));
                log->setNote(id(u"a"_s), QString::number(i));
            }
            m_clock->advance(10min);
            QCOMPARE(log->unwritten(), 3); // the newest of each kind, and the event before the trouble
            QCOMPARE(changed.count(), 0);
        }
        m_clock->advance(1min);
        QCOMPARE(trouble.count(), 2);
        QVERIFY(!log->trouble());
        QCOMPARE(log->unwritten(), 0);
        QCOMPARE(log->entry(id(u"a"_s)).value()->note, u"999"_s);
    }

    void whatNobodyCouldWriteIsTriedAtTheEnd()
    {
        {
            const auto log = opened();
            StoreFaults full(0, StoreFaults::After::Dies);
            log->onCallChanged(ringing(u"a"_s, at(9, 0)));
            log->setNote(id(u"a"_s), u"typed"_s);
            QVERIFY(log->trouble());
            // The fault ends before the log does.
        }
        {
            const auto log = opened();
            {
                StoreFaults full(0, StoreFaults::After::Dies);
                log->onCallChanged(ringing(u"b"_s, at(9, 0)));
                log->setNote(id(u"b"_s), u"typed"_s);
            }
        }
        QCOMPARE(opened()->entry(id(u"a"_s)).value()->note, u"typed"_s);
        QCOMPARE(opened()->entry(id(u"b"_s)).value()->note, u"typed"_s);
    }

    void aNewerFileIsRefused()
    {
        opened();
        QVERIFY(Store::open(path(), Migrations(9, QStringList())));
        const auto refused = CallLog::open(path(), *m_clock);
        QCOMPARE(storageFault(refused.error()), StorageFault::Newer);
    }

    void forgettingIsWhole_data() { ways(); }
    void forgettingIsWhole()
    {
        QFETCH(int, after);
        const auto log = opened();
        const auto attempt = [&] {
            log->onCallChanged(missed(ringing(u"a"_s, at(9, 0))));
            log->setNote(id(u"a"_s), u"gone"_s);
            (void)log->forget({}, {number(142)});
        };
        const auto inspect = [&](bool) {
            m_clock->advance(1min);
            const auto entry = opened()->entry(id(u"a"_s)).value();
            QVERIFY(!entry || entry->note == "gone"_L1);
            QVERIFY(log->forget({}, {number(142)}));
            QVERIFY(!opened()->entry(id(u"a"_s)).value());
        };
        QVERIFY(failEveryStatement(StoreFaults::After{after}, attempt, inspect) > 20);
    }
};

QTEST_GUILESS_MAIN(tst_LogFaults)
#include "tst_logfaults.moc"
