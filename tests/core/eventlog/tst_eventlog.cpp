#include <callcard/eventlog.h>

#include <callcard/testing/fakeclock.h>
#include <callcard/testing/storefaults.h>
#include <eventfile.h>

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <future>
#include <mutex>
#include <set>
#include <thread>

using namespace callcard;
using namespace callcard::testing;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What a log told, from its thread to the test's.
struct Heard {
    mutable std::mutex mutex;
    QList<LoggedRecord> records;
    QList<std::pair<QString, Result<LogPlace>>> answers;
    std::optional<Result<quint64>> caughtUp;

    EventLog::Done done(const QString &key)
    {
        return [this, key](const Result<LogPlace> &place) {
            const std::lock_guard lock(mutex);
            answers.append({key, place});
        };
    }
    EventLog::Follower follower()
    {
        return {.records =
                    [this](const QList<LoggedRecord> &some) {
                        const std::lock_guard lock(mutex);
                        records.append(some);
                    },
                .caughtUp =
                    [this](const Result<quint64> &last) {
                        const std::lock_guard lock(mutex);
                        caughtUp = last;
                    }};
    }
    qsizetype answered() const
    {
        const std::lock_guard lock(mutex);
        return answers.size();
    }
    qsizetype heard() const
    {
        const std::lock_guard lock(mutex);
        return records.size();
    }
    bool isCaughtUp() const
    {
        const std::lock_guard lock(mutex);
        return caughtUp.has_value();
    }
};

} // namespace

/// Durable before acknowledged, in one order, and each thing once.
class tst_EventLog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;
    QString path() const { return m_folder->filePath(u"events.db"_s); }
    LogRecord record(const QString &key) const
    {
        return {.key = key, .source = u"test"_s, .receivedAt = m_clock.now(), .body = key.toUtf8() + " body"};
    }

    void fill(int records)
    {
        Result<EventFile> file = EventFile::open(path());
        QVERIFY(file);
        QList<LogRecord> some;
        for (int i = 0; i < records; ++i) {
            some.append(record(u"past-%1"_s.arg(i)));
            some.last().body = QByteArray(1000, 'x');
        }
        QVERIFY(file->append(some));
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void collapsesRepetitionsAlsoOverARestartAndInsideOneCommit()
    {
        {
            Result<EventFile> file = EventFile::open(path());
            QVERIFY(file);
            const auto places = file->append({record(u"a"_s), record(u"b"_s), record(u"a"_s)});
            QVERIFY(places);
            QCOMPARE(*places, (QList<LogPlace>{{1, false}, {2, false}, {1, true}}));
        }
        Result<EventFile> file = EventFile::open(path());
        QVERIFY(file);
        const auto again = file->append({record(u"b"_s), record(u"c"_s)});
        QVERIFY(again && again->at(0) == (LogPlace{2, true}) && !again->at(1).repeated && again->at(1).sequence > 2);
        const auto all = file->readAfter(0, 10);
        QVERIFY(all);
        QCOMPARE(all->size(), 3);
        QCOMPARE(all->at(0).record, record(u"a"_s));
        const auto rest = file->readAfter(2, 10);
        QVERIFY(rest && rest->size() == 1 && rest->first().record.key == "c"_L1);
        QVERIFY(QFile::permissions(path()).testFlag(QFile::ReadOwner) && !QFile::permissions(path()).testAnyFlag(QFile::ReadOther));
    }

    void hasANameOfItsOwn()
    {
        QSet<QByteArray> names;
        for (int i = 0; i < 3; ++i) {
            m_folder = std::make_unique<QTemporaryDir>();
            LogIdentity first;
            for (int life = 0; life < 2; ++life) {
                auto log = makeSqliteEventLog(path(), m_clock);
                QVERIFY(log);
                if (life == 0)
                    first = (*log)->identity();
                QCOMPARE((*log)->identity(), first);
                QCOMPARE((*log)->identity().namelessUntil, 0U);
            }
            QCOMPARE(first.name.size(), 16);
            names.insert(first.name);
        }
        QCOMPARE(names.size(), 3);
    }

    void aFileOfBeforeLogsHadNamesKnowsWhichPlacesItTold()
    {
        {
            const auto older =
                Store::open(path(), {{u"CREATE TABLE records(sequence INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL "
                                      "UNIQUE, source TEXT NOT NULL, received_at INTEGER NOT NULL, body BLOB NOT NULL) STRICT"_s}});
            QVERIFY(older);
            QVERIFY((*older)->run(u"INSERT INTO records(sequence, key, source, received_at, body) VALUES(41, 'a', 'test', 0, x'00')"_s));
            QVERIFY((*older)->run(u"DELETE FROM records"_s)); // forgotten, but told
        }
        auto log = makeSqliteEventLog(path(), m_clock);
        QVERIFY2(log, log ? "" : qPrintable(log.error().detail));
        QCOMPARE((*log)->identity().namelessUntil, 41U);
        QVERIFY(!(*log)->identity().name.isEmpty());
        QCOMPARE((*log)->figures().last, 41U);
    }

    void writesNothingIntoAFileThatWasTakenAway_data()
    {
        QTest::addColumn<bool>("another");
        QTest::newRow("deleted") << false;
        QTest::newRow("another in its place") << true;
    }
    void writesNothingIntoAFileThatWasTakenAway()
    {
        QFETCH(const bool, another);
        auto log = makeSqliteEventLog(path(), m_clock);
        QVERIFY(log);
        Heard heard;
        std::atomic<int> replaced{0};
        EventLog::Follower follower = heard.follower();
        follower.replaced = [&replaced] { ++replaced; };
        (*log)->follow(std::move(follower));
        QTRY_VERIFY(heard.isCaughtUp());
        (*log)->append(record(u"kept"_s), heard.done(u"kept"_s));
        QTRY_COMPARE(heard.answered(), 1);
        QVERIFY(heard.answers.last().second);
        for (const char *part : {"", "-wal", "-shm"})
            QFile::remove(path() + QString::fromLatin1(part));
        std::unique_ptr<EventLog> other;
        if (another)
            other = *makeSqliteEventLog(path(), m_clock);
        for (int i = 0; i < 2; ++i) {
            (*log)->append(record(u"nowhere-%1"_s.arg(i)), heard.done(u"nowhere"_s));
            QTRY_COMPARE(heard.answered(), 2 + i);
            QVERIFY(!heard.answers.last().second);
            QCOMPARE(heard.answers.last().second.error().kind, ErrorKind::Storage);
        }
        QCOMPARE(replaced, 1);
        QVERIFY((*log)->figures().trouble);
        if (other)
            QVERIFY(other->identity().name != (*log)->identity().name);
    }

    void forgetsByAgeAndByCountAndNeverGivesASequenceTwice()
    {
        Result<EventFile> file = EventFile::open(path());
        QVERIFY(file);
        for (int i = 0; i < 6; ++i) {
            QVERIFY(file->append({record(QString::number(i))}));
            m_clock.advance(1h);
        }
        QCOMPARE(file->trim(m_clock.now().addSecs(-4 * 3600), 1000).value(), 2); // of six and five hours ago
        QCOMPARE(file->trim(m_clock.now().addDays(-9), 3).value(), 1);
        QCOMPARE(file->trim(m_clock.now().addDays(-9), 3).value(), 0);
        QCOMPARE(file->figures()->first, 4U);
        QCOMPARE(file->figures()->records, 3U);
        QVERIFY(file->trim(m_clock.now().addSecs(1), 1000).value() == 3 && file->figures()->records == 0);
        QCOMPARE(file->figures()->last, 6U);
        QCOMPARE(file->append({record(u"0"_s)})->first(), (LogPlace{7, false})); // forgotten is forgotten
    }

    void losesNothingAcknowledgedWhateverStatementFails_data()
    {
        QTest::addColumn<StoreFaults::After>("after");
        QTest::newRow("full disk") << StoreFaults::After::Heals;
        QTest::newRow("kill") << StoreFaults::After::Dies;
    }
    void losesNothingAcknowledgedWhateverStatementFails()
    {
        QFETCH(const StoreFaults::After, after);
        QStringList acknowledged;
        QStringList tried;
        const auto attempt = [&] {
            m_folder = std::make_unique<QTemporaryDir>();
            acknowledged.clear();
            tried.clear();
            Result<EventFile> file = EventFile::open(path());
            for (int commit = 0; file && commit < 3; ++commit) {
                const QStringList keys{QString::number(commit), QString::number(commit) + u"-also"_s, u"0"_s};
                tried += keys;
                QList<LogRecord> records;
                for (const QString &key : keys)
                    records.append(record(key));
                if (file->append(records))
                    acknowledged += keys;
                if (commit == 1)
                    (void)file->trim(m_clock.now().addDays(-1), 1000);
            }
        };
        int inspected = 0;
        const auto inspect = [&](bool failed) {
            ++inspected;
            Result<EventFile> file = EventFile::open(path());
            QVERIFY(file);
            const auto kept = file->readAfter(0, 100);
            QVERIFY(kept);
            QStringList keys;
            for (const LoggedRecord &one : *kept)
                keys.append(one.record.key);
            for (const QString &key : std::as_const(acknowledged))
                QVERIFY2(keys.contains(key), qPrintable(key));
            QCOMPARE(keys.removeDuplicates(), 0);
            for (const QString &key : std::as_const(keys))
                QVERIFY2(tried.contains(key), qPrintable(key));
            QCOMPARE(failed || acknowledged.size() == 9, true);
        };
        const int failed = failEveryStatement(after, attempt, inspect);
        QVERIFY2(failed >= 15, qPrintable(QString::number(failed)));
        QCOMPARE(inspected, failed + 1);
    }

    void answersManyWritersAndTellsFollowersEverythingOnceInOrder()
    {
        constexpr int kWriters = 4;
        constexpr int kEach = 250;
        Heard heard;
        {
            auto log = makeSqliteEventLog(path(), m_clock);
            QVERIFY(log);
            (*log)->append(record(u"past"_s), heard.done(u"past"_s));
            QTRY_COMPARE(heard.answered(), 1);
            (*log)->follow(heard.follower());
            QTRY_VERIFY(heard.isCaughtUp());
            std::vector<std::thread> writers;
            for (int writer = 0; writer < kWriters; ++writer) {
                writers.emplace_back([&, writer] {
                    for (int i = 0; i < kEach; ++i) {
                        // Every tenth is what the writer before me says, too.
                        const QString key = i % 10 == 0 ? u"shared-%1"_s.arg(i) : u"%1-%2"_s.arg(writer).arg(i);
                        (*log)->append(record(key), heard.done(key));
                    }
                });
            }
            for (std::thread &writer : writers)
                writer.join();
        } // what was handed in is answered before the log is gone
        QCOMPARE(heard.answered(), 1 + kWriters * kEach);
        std::set<QString> keys;
        quint64 last = 0;
        for (const LoggedRecord &one : std::as_const(heard.records)) {
            QVERIFY(one.sequence > last);
            last = one.sequence;
            QVERIFY2(keys.insert(one.record.key).second, qPrintable(one.record.key));
        }
        QCOMPARE(keys.size(), std::size_t(1 + kEach / 10 + kWriters * kEach * 9 / 10));
        for (const auto &[key, place] : std::as_const(heard.answers))
            QVERIFY(place && keys.contains(key));

        auto log = makeSqliteEventLog(path(), m_clock);
        QVERIFY(log);
        Heard later;
        (*log)->follow(later.follower());
        QTRY_VERIFY(later.isCaughtUp());
        QCOMPARE(later.caughtUp->value(), last);
        QCOMPARE(later.records, heard.records);
        QVERIFY((*log)->figures().records == keys.size() && (*log)->figures().last == last && !(*log)->figures().trouble);
    }

    void forgetsAsFastAsItIsTold()
    {
        constexpr int kMany = 9000;
        fill(kMany);
        auto log = makeSqliteEventLog(path(), m_clock, {.records = 500});
        QVERIFY(log);
        const auto isTrimmed = [&] { return (*log)->figures().records == 500; };
        QTRY_VERIFY_WITH_TIMEOUT(isTrimmed(), 8000); // 2,000 every ten seconds would be too slow for what may come in
        QCOMPARE((*log)->figures().first, quint64(kMany - 500 + 1));
        QCOMPARE((*log)->figures().last, quint64(kMany));
        Heard heard;
        (*log)->follow(heard.follower());
        QTRY_VERIFY(heard.isCaughtUp());
        QCOMPARE(heard.heard(), 500); // counted, not guessed
    }

    void writesWhileThePastIsStillBeingTold()
    {
        fill(3000);
        auto log = makeSqliteEventLog(path(), m_clock);
        QVERIFY(log);
        Heard heard;
        std::promise<void> mayGoOn;
        std::shared_future<void> allowed = mayGoOn.get_future().share();
        EventLog::Follower slow = heard.follower();
        slow.records = [&, allowed, records = slow.records](const QList<LoggedRecord> &some) {
            if (heard.heard() == 0)
                (*log)->append(record(u"news"_s), heard.done(u"news"_s));
            else if (heard.answered() > 0)
                allowed.wait();
            records(some);
        };
        (*log)->follow(std::move(slow));
        QTRY_COMPARE(heard.answered(), 1);
        QVERIFY(!heard.isCaughtUp());
        QVERIFY(heard.heard() < 3000);
        mayGoOn.set_value();
        QTRY_VERIFY(heard.isCaughtUp());
        QCOMPARE(heard.heard(), 3001);
        QCOMPARE(heard.records.last().record.key, u"news"_s);
    }

    void aKilledRelayNeedsNoCheckOfEverything()
    {
        fill(3000);
        const QString copy = m_folder->filePath(u"copy.db"_s);
        {
            Result<EventFile> file = EventFile::open(path());
            QVERIFY(file && file->append({record(u"last"_s)}));
            QVERIFY(QFile::copy(path(), copy) && QFile::copy(path() + u"-wal"_s, copy + u"-wal"_s)); // as a kill leaves it
        }
        QFile damaged(copy);
        QVERIFY(damaged.open(QFile::ReadWrite) && damaged.seek(damaged.size() / 4096 / 2 * 4096));
        QVERIFY(damaged.write(QByteArray(8 * 4096, '\xff')) > 0);
        damaged.close();
        auto log = makeSqliteEventLog(copy, m_clock);
        QVERIFY2(log, log ? "" : qPrintable(log.error().detail)); // who calls is let in at once
        Heard heard;
        (*log)->follow(heard.follower());
        QTRY_VERIFY(heard.isCaughtUp());
        QVERIFY(!*heard.caughtUp); // and the damage is found where it matters
    }

    void saysWhenItCannotWrite()
    {
        QVERIFY(!makeSqliteEventLog(u"/dev/null/events.db"_s, m_clock));
        auto log = makeSqliteEventLog(path(), m_clock);
        QVERIFY(log);
        const auto holder = Store::open(path(), {{u"SELECT 1"_s}, {u"SELECT 1"_s}}, {.patience = 100ms});
        QVERIFY2(holder, "another connection to the same file");
        Heard heard;
        const Result<> held = (*holder)->transact([&]() -> Result<> {
            // Whoever holds the file for longer than the writer is patient makes it fail as a full disk does.
            if (const auto written = (*holder)->run(u"DELETE FROM records"_s); !written)
                return tl::unexpected(written.error());
            (*log)->append(record(u"refused"_s), heard.done(u"refused"_s));
            if (!QTest::qWaitFor([&] { return heard.answered() == 1; }, 10'000))
                return failure(ErrorKind::TimedOut);
            return {};
        });
        QVERIFY(held);
        QCOMPARE(heard.answers.first().second.error().kind, ErrorKind::Storage);
        // Nobody writes, and yet it notices that it could.
        QTRY_VERIFY_WITH_TIMEOUT(!(*log)->figures().trouble, 10'000);
        QCOMPARE((*log)->figures().records, 0U);
        (*log)->append(record(u"taken"_s), heard.done(u"taken"_s));
        QTRY_COMPARE(heard.answered(), 2);
        QVERIFY(heard.answers.last().second && !(*log)->figures().trouble);
    }
};

QTEST_GUILESS_MAIN(tst_EventLog)
#include "tst_eventlog.moc"
