#include "relaystage.h"

#include <relay/natslog.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <atomic>
#include <mutex>
#include <set>
#include <thread>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Told {
    mutable std::mutex mutex;
    QList<LoggedRecord> records;
    QList<std::pair<QString, Result<LogPlace>>> answers;
    bool caughtUp = false;
    std::atomic<bool> replaced{false};

    EventLog::Done done(const QString &key)
    {
        return [this, key](const Result<LogPlace> &place) {
            const std::lock_guard lock(mutex);
            answers.append({key, place});
        };
    }
    EventLog::Follower follower()
    {
        EventLog::Follower follower;
        follower.records = [this](const QList<LoggedRecord> &some) {
            const std::lock_guard lock(mutex);
            records.append(some);
        };
        follower.caughtUp = [this](const Result<quint64> &last) {
            const std::lock_guard lock(mutex);
            caughtUp = last.has_value();
        };
        follower.replaced = [this] { replaced = true; };
        return follower;
    }
    [[nodiscard]] qsizetype answered() const
    {
        const std::lock_guard lock(mutex);
        return answers.size();
    }
    [[nodiscard]] qsizetype heard() const
    {
        const std::lock_guard lock(mutex);
        return records.size();
    }
    [[nodiscard]] bool isCaughtUp() const
    {
        const std::lock_guard lock(mutex);
        return caughtUp;
    }
};

} // namespace

/// What every event log promises, on each of them; and several relays on one.
class tst_RelayCluster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_port = 0;
    }
    void cleanup() { stopServer(); }

    void keepsEveryPromise_data()
    {
        QTest::addColumn<bool>("nats");
        QTest::newRow("sqlite") << false;
        QTest::newRow("nats") << true;
    }
    void keepsEveryPromise()
    {
        QFETCH(const bool, nats);
        if (nats && !startServer())
            QSKIP("no nats-server here, or built without NATS");
        constexpr int kWriters = 4;
        constexpr int kEach = 100;
        Told told;
        LogIdentity identity;
        {
            const auto log = open(nats);
            QVERIFY(log);
            identity = log->identity();
            QVERIFY(!identity.name.isEmpty() && !identity.name.contains('-') && identity.namelessUntil == 0);
            const auto other = nats ? open(nats) : nullptr; // another node
            log->follow(told.follower());
            QTRY_VERIFY_WITH_TIMEOUT(told.isCaughtUp(), kSoon);
            std::vector<std::thread> writers;
            for (int writer = 0; writer < kWriters; ++writer) {
                writers.emplace_back([&, writer] {
                    EventLog &mine = other && writer % 2 == 1 ? *other : *log;
                    for (int i = 0; i < kEach; ++i) {
                        const QString key = i % 10 == 0 ? u"shared-%1"_s.arg(i) : u"%1-%2"_s.arg(writer).arg(i);
                        mine.append({.key = key, .source = u"test"_s, .receivedAt = m_clock.now(), .body = key.toUtf8() + "\nbody"},
                                    told.done(key));
                    }
                });
            }
            for (std::thread &writer : writers)
                writer.join();
            QTRY_COMPARE_WITH_TIMEOUT(told.answered(), kWriters * kEach, kSoon);
            QTRY_COMPARE_WITH_TIMEOUT(told.heard(), kEach / 10 + kWriters * kEach * 9 / 10, kSoon);
        }
        std::map<QString, quint64> places;
        quint64 last = 0;
        for (const LoggedRecord &one : std::as_const(told.records)) {
            QVERIFY(one.sequence > last);
            last = one.sequence;
            QVERIFY2(places.emplace(one.record.key, one.sequence).second, qPrintable(one.record.key));
            QCOMPARE(one.record.body, one.record.key.toUtf8() + "\nbody");
            QCOMPARE(one.record.source, u"test"_s);
        }
        for (const auto &[key, place] : std::as_const(told.answers)) {
            QVERIFY(place);
            QCOMPARE(place->sequence, places.at(key));
        }
        if (nats) { // the server is killed and comes back
            stopServer();
            QVERIFY(startServer());
        }
        const auto log = open(nats);
        QVERIFY(log);
        QCOMPARE(log->figures().last, last);
        QCOMPARE(log->identity(), identity); // the same log under the same name, at every node and after every death
        Told again;
        log->follow(again.follower());
        QTRY_VERIFY_WITH_TIMEOUT(again.isCaughtUp(), kSoon);
        QCOMPARE(again.records, told.records);
        log->append({.key = u"shared-0"_s, .source = u"test"_s, .receivedAt = m_clock.now(), .body = "x"}, again.done(u"shared-0"_s));
        log->append({.key = u"new"_s, .source = u"test"_s, .receivedAt = m_clock.now(), .body = "x"}, again.done(u"new"_s));
        QTRY_COMPARE_WITH_TIMEOUT(again.answered(), 2, kSoon);
        QTRY_COMPARE_WITH_TIMEOUT(again.heard(), told.records.size() + 1, kSoon);
        for (const auto &[key, place] : std::as_const(again.answers)) {
            QVERIFY(place);
            QVERIFY(key == "new"_L1 ? !place->repeated && place->sequence > last : place->repeated && place->sequence == places.at(key));
        }
        if (!nats)
            return;
        stopServer();
        log->append({.key = u"lost"_s, .source = u"test"_s, .receivedAt = m_clock.now(), .body = "x"}, again.done(u"lost"_s));
        QTRY_COMPARE_WITH_TIMEOUT(again.answered(), 3, kSoon);
        QVERIFY(!again.answers.last().second && log->figures().trouble); // nothing is acknowledged that is nowhere
    }

    void aLogThatWasLostHasAnotherName_data()
    {
        QTest::addColumn<bool>("nats");
        QTest::newRow("sqlite") << false;
        QTest::newRow("nats") << true;
    }
    void aLogThatWasLostHasAnotherName()
    {
        QFETCH(const bool, nats);
        if (nats && !startServer())
            QSKIP("no nats-server here, or built without NATS");
        Told told;
        const auto log = open(nats);
        QVERIFY(log);
        log->follow(told.follower());
        log->append({.key = u"kept"_s, .source = u"test"_s, .receivedAt = m_clock.now(), .body = "x"}, told.done(u"kept"_s));
        QTRY_COMPARE_WITH_TIMEOUT(told.answered(), 1, kSoon);
        if (nats) {
            stopServer();
            QVERIFY(QDir(m_folder->filePath(u"jetstream"_s)).removeRecursively());
            QVERIFY(startServer());
        } else {
            for (const char *part : {"", "-wal", "-shm"})
                QFile::remove(m_folder->filePath(u"events.db"_s) + QString::fromLatin1(part));
        }
        const auto again = open(nats);
        QVERIFY(again);
        QVERIFY(again->identity().name != log->identity().name);
        QCOMPARE(again->figures().records, 0U);
        // And whoever had it open is told, and acknowledges nothing that only its former self would have.
        QTRY_VERIFY_WITH_TIMEOUT(told.replaced, 2 * kSoon);
        log->append({.key = u"nowhere"_s, .source = u"test"_s, .receivedAt = m_clock.now(), .body = "x"}, told.done(u"nowhere"_s));
        QTRY_COMPARE_WITH_TIMEOUT(told.answered(), 2, kSoon);
        QVERIFY(!told.answers.last().second && log->figures().trouble);
    }

    void oneRelayDiesAndItsReadersGoOnAtAnother()
    {
        if (!startServer())
            QSKIP("no nats-server here, or built without NATS");
        RelayStage first;
        RelayStage second;
        first.start(Json::object(), open(true));
        second.start(Json::object(), open(true));
        first.hook("justcall");
        const auto atFirst = std::make_unique<StreamReader>(first.http(), first.base(), RelayStage::kToken);
        const auto atSecond = std::make_unique<StreamReader>(second.http(), second.base(), RelayStage::kToken);
        QTRY_VERIFY_WITH_TIMEOUT(atFirst->greeted() && atSecond->greeted(), kSoon);
        QVERIFY(first.cloud({{"do", "call.start"}, {"from", "+13035550187"}, {"rep", first.rep(0)["id"]}}).value("ok", false));
        QTRY_COMPARE_WITH_TIMEOUT(atSecond->statuses(), QStringList{u"ringing"_s}, kSoon);
        QTRY_COMPARE_WITH_TIMEOUT(atFirst->statuses(), QStringList{u"ringing"_s}, kSoon);
        QCOMPARE(atFirst->lastId(), atSecond->lastId());
        QVERIFY(first.cloud({{"do", "call.answer"}}).value("ok", false));
        QTRY_COMPARE_WITH_TIMEOUT(atSecond->statuses().last(), u"active"_s, kSoon);
        const QByteArray seen = atFirst->events().value(1).id; // of the ringing
        first.stopHard();
        const StreamReader moved(second.http(), second.base(), RelayStage::kToken, seen);
        QTRY_COMPARE_WITH_TIMEOUT(moved.statuses(), QStringList{u"active"_s}, kSoon);
        QVERIFY(moved.data("connected")["continuous"] == true);
        first.start(Json::object(), open(true)); // and it knows what it missed
        QVERIFY(first.json(u"/api/active-calls"_s)["calls"].size() == 1);
    }

private:
    [[nodiscard]] std::unique_ptr<EventLog> open(bool nats)
    {
        const relay::NatsAccess access{.url = u"nats://127.0.0.1:%1"_s.arg(m_port), .stream = u"CALLCARD"_s};
        auto log = nats ? relay::makeNatsEventLog(access) : makeSqliteEventLog(m_folder->filePath(u"events.db"_s), m_clock);
        if (!log)
            qWarning("%s", qPrintable(log.error().detail));
        return log ? std::move(*log) : nullptr;
    }

    bool startServer()
    {
        QString program = QStandardPaths::findExecutable(u"nats-server"_s);
        if (program.isEmpty())
            program = QStandardPaths::findExecutable(u"nats-server"_s, {u"/usr/sbin"_s, u"/usr/local/sbin"_s});
        if (program.isEmpty() || !relay::canUseNats())
            return false;
        m_server = std::make_unique<QProcess>();
        m_server->setProcessChannelMode(QProcess::MergedChannels);
        m_server->start(program, {u"--addr"_s, u"127.0.0.1"_s, u"--port"_s, m_port == 0 ? u"-1"_s : QString::number(m_port),
                                  u"--jetstream"_s, u"--store_dir"_s, m_folder->filePath(u"jetstream"_s)});
        QByteArray output;
        const bool ready = QTest::qWaitFor(
            [&] {
                output += m_server->readAll();
                return output.contains("Server is ready");
            },
            kSoon);
        const qsizetype at = output.indexOf("Listening for client connections on 127.0.0.1:");
        if (ready && at >= 0)
            m_port = output.mid(at + 46).split('\n').first().trimmed().toUShort();
        return ready && m_port != 0;
    }
    void stopServer()
    {
        if (!m_server)
            return;
        m_server->kill();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->state(), QProcess::NotRunning, kSoon);
        m_server.reset();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_server;
    SystemClock m_clock;
    ushort m_port = 0;
};

QTEST_GUILESS_MAIN(tst_RelayCluster)
#include "tst_relaycluster.moc"
