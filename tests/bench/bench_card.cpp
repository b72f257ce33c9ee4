#include "desktop.h"
#include "table.h"

#include <callcard/directory.h>
#include <callcard/testing/loopbackserver.h>

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSoon = 60'000;
constexpr int kRounds = 60;
constexpr int kFirstRounds = 5;
constexpr int kStormEvents = 100'000;
constexpr int kStormSlice = 100; // every 10 ms: 10,000 a second

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    const auto index = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5);
    return values[index];
}

qint64 pssKb(qint64 process)
{
    QFile file(u"/proc/%1/smaps_rollup"_s.arg(process));
    if (!file.open(QFile::ReadOnly))
        return -1;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).simplified().split(' ').first().toLongLong();
    }
    return -1;
}

qint64 wakeUps(qint64 process)
{
    QFile file(u"/proc/%1/status"_s.arg(process));
    if (!file.open(QFile::ReadOnly))
        return -1;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("voluntary_ctxt_switches:"))
            return line.mid(24).trimmed().toLongLong();
    }
    return -1;
}

/// Waits for a pixel on the X server; the milliseconds since the timer started, or -1.
template <typename Condition>
double msUntil(const QElapsedTimer &timer, Condition condition)
{
    while (timer.elapsed() < 5'000) {
        if (condition())
            return static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }
    return -1;
}

} // namespace

/// The way of a call from the socket to the screen, measured from outside the program: the last byte is written, and the pixels of an
/// X server are watched. A debug build's figures are of no use.
class bench_Card : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_xserver.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1280x800x24"_s, u"-nolisten"_s, u"tcp"_s});
        QVERIFY(m_xserver.waitForStarted() && m_xserver.waitForReadyRead(kSoon));
        m_display = ':' + m_xserver.readAllStandardOutput().trimmed();
        m_screen = std::make_unique<XScreen>(m_display);
        m_relay.respond([](const ReceivedRequest &request) {
            if (request.target.startsWith("/api/call-stream"))
                return Script::raw(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\nevent: connected\ndata: {\"type\":\"connected\"}\n\n");
            // Its connection must not hear what only the stream is told.
            Script calls = Script::http(200, R"({"calls":[]})", {"Content-Type: application/json", "Connection: close"});
            calls.end = Script::End::Close;
            return calls;
        });
        QVERIFY(m_relay.listen(QHostAddress::LocalHost));
        printHead();
    }

    void firstCardOfTheProcess()
    {
        std::vector<double> firsts;
        for (int round = 0; round < kFirstRounds; ++round) {
            QVERIFY(startProgram(0));
            const double took = ringUntilPainted();
            QVERIFY(took >= 0);
            firsts.push_back(took);
            endProgram();
        }
        printRow("first card of the process", "11-16 ms", "16 ms", percentile(firsts, 0.5), "ms", percentile(firsts, 0.5) / 16, "budget");
    }

    void eventToPixelsAndBack()
    {
        const int customers = qEnvironmentVariableIntValue("CALLCARD_BENCH_CUSTOMERS") > 0
                                  ? qEnvironmentVariableIntValue("CALLCARD_BENCH_CUSTOMERS")
                                  : 1'000'000;
        QVERIFY(startProgram(customers));
        QVERIFY(ringUntilPainted() >= 0);
        QVERIFY(endUntilGone() >= 0);
        std::vector<double> painted;
        std::vector<double> gone;
        for (int round = 0; round < kRounds; ++round) {
            QTRY_VERIFY_WITH_TIMEOUT(m_screen->cards().isEmpty(), kSoon);
            const double up = ringUntilPainted();
            QVERIFY(up >= 0);
            painted.push_back(up);
            const double down = endUntilGone();
            QVERIFY(down >= 0);
            gone.push_back(down);
        }
        const double p50 = percentile(painted, 0.5);
        const double p99 = percentile(painted, 0.99);
        printRow("event bytes to pixels, p50", "1.5 ms", "4 ms", p50, "ms", p50 / 4, "budget");
        printRow("event bytes to pixels, p99", "5.8 ms", "10 ms", p99, "ms", p99 / 10, "budget");
        printRow("ending event to card gone, p99", "-", "16 ms", percentile(gone, 0.99), "ms", percentile(gone, 0.99) / 16, "budget");
        const double pss = static_cast<double>(pssKb(m_program->processId())) / 1024;
        printRow("memory (PSS), connected, with customers", "36 MB", "50 MB", pss, "MB", pss / 50, "budget");
        endProgram();
    }

    void idleConnected()
    {
        QVERIFY(startProgram(0));
        QTest::qWait(5'000); // whatever a start still has to do
        const qint64 before = wakeUps(m_program->processId());
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 60'000) {
            QTest::qWait(15'000);
            m_relay.sendToAll("event: heartbeat\ndata: {\"type\":\"heartbeat\"}\n\n");
        }
        const auto count = static_cast<double>(wakeUps(m_program->processId()) - before);
        const double pss = static_cast<double>(pssKb(m_program->processId())) / 1024;
        printRow("wake-ups a minute, connected", "2", "10", count, "", count / 10, "budget");
        printRow("idle memory (PSS), connected", "36 MB", "42 MB", pss, "MB", pss / 42, "budget");
        endProgram();
    }

    void aStormLosesNothingAndTheInterfaceAnswers()
    {
        QVERIFY(startProgram(0));
        double slowest = 0;
        int sent = 0;
        QElapsedTimer clock;
        clock.start();
        while (sent < kStormEvents) {
            QByteArray bytes;
            for (int i = 0; i < kStormSlice; i += 4, sent += 4)
                bytes += oneCall(u"storm-%1"_s.arg(sent / 4), true);
            m_relay.sendToAll(bytes);
            const qint64 due = sent / kStormSlice * 10;
            if (sent % (kStormSlice * 50) == 0) {
                QElapsedTimer asked;
                asked.start();
                QVERIFY(m_program->cli({u"status"_s}).is_object());
                slowest = std::max(slowest, static_cast<double>(asked.nsecsElapsed()) / 1e6);
            }
            while (clock.elapsed() < due)
                QTest::qWait(1);
        }
        const double seconds = static_cast<double>(clock.elapsed()) / 1000;
        QTRY_VERIFY_WITH_TIMEOUT(received() >= kStormEvents, kSoon);
        QCOMPARE(m_program->cli({u"status"_s}).at("events").value("dropped", std::int64_t{-1}), std::int64_t{0});
        printRow("events a second, none lost", "-", "10,000", kStormEvents / seconds, "/s", kStormEvents / seconds / 10'000, "budget");
        printRow("slowest answer meanwhile (a whole callcard-cli)", "-", "100 ms", slowest, "ms", slowest / 100, "budget");
        endProgram();
    }

    void tenThousandCallsLeaveTheMemoryAlone()
    {
        QVERIFY(startProgram(0));
        QByteArray bytes;
        for (int i = 0; i < 2'000; ++i) // what a working day needs anyway
            bytes += oneCall(u"before-%1"_s.arg(i), false);
        m_relay.sendToAll(bytes);
        QTRY_VERIFY_WITH_TIMEOUT(received() >= 4'000, kSoon);
        QTest::qWait(2'000);
        const qint64 before = pssKb(m_program->processId());
        for (int chunk = 0; chunk < 10; ++chunk) {
            bytes.clear();
            for (int i = 0; i < 1'000; ++i)
                bytes += oneCall(u"call-%1-%2"_s.arg(chunk).arg(i), false);
            m_relay.sendToAll(bytes);
            const qint64 wanted = 4'000 + (chunk + 1) * 2'000;
            QTRY_VERIFY_WITH_TIMEOUT(received() >= wanted, kSoon);
        }
        QTest::qWait(2'000);
        const double grown = static_cast<double>(pssKb(m_program->processId()) - before) / 1024;
        printRow("memory grown by 10,000 calls", "-", "3 MB", grown, "MB", grown / 3, "budget");
        endProgram();
    }

    void cleanupTestCase()
    {
        endProgram();
        m_screen.reset();
        m_xserver.terminate();
        m_xserver.waitForFinished();
    }

private:
    static QByteArray frame(const QString &session, const char *status, const char *reason, int second)
    {
        static int id = 0;
        const QByteArray time = QDateTime::currentDateTimeUtc().addSecs(second).toString(Qt::ISODateWithMs).toUtf8();
        return "id: " + QByteArray::number(++id) + "\nevent: call\ndata: {\"type\":\"call\",\"call\":{\"id\":\"" + session.toUtf8() +
               "\",\"session_id\":\"" + session.toUtf8() +
               "\",\"from_number\":\"+14165550142\",\"from_name\":\"SARAH\",\"to_number\":\"+13035550100\",\"direction\":\"Inbound\","
               "\"status\":\"" +
               status + "\",\"reason\":\"" + reason + "\",\"timestamp\":\"" + time +
               "\",\"customer_id\":\"\",\"customer_name\":\"\",\"customer_email\":\"\",\"source\":\"bench\"}}\n\n";
    }

    static QByteArray oneCall(const QString &session, bool withTalk)
    {
        QByteArray bytes = frame(session, "ringing", "", -3);
        if (withTalk)
            bytes += frame(session, "active", "", -2) + frame(session, "held", "", -1);
        return bytes + frame(session, "ended", withTalk ? "hung-up" : "answered-elsewhere", 0);
    }

    bool startProgram(int customers)
    {
        m_program = std::make_unique<Callcard>(
            std::map<std::string, std::string>{{"DISPLAY", m_display.toStdString()},
                                               {"CALLCARD_CALLS_SOURCES", "relay"},
                                               {"CALLCARD_RELAY_URL", m_relay.url(QString()).toString().toStdString()},
                                               {"CALLCARD_RELAY_TOKEN", "bench"},
                                               {"CALLCARD_CARD_STAY_AFTER_END", "1"},
                                               {"CALLCARD_REGION", "US"}});
        if (customers > 0 && !import(customers))
            return false;
        if (!m_program->start({u"--background"_s}))
            return false;
        return QTest::qWaitFor(
            [this] { return m_relay.openConnections() > 0 && m_program->cli({u"status"_s}).is_object() && isConnected(); }, kSoon);
    }

    [[nodiscard]] bool isConnected() const
    {
        const Json connections = m_program->cli({u"status"_s}).at("connections");
        return !connections.empty() && connections.at(0).value("state", std::string()) == "connected";
    }

    [[nodiscard]] qint64 received() const
    {
        const Json status = m_program->cli({u"status"_s});
        return status.is_object() ? status.at("events").value("received", std::int64_t{0}) : 0;
    }

    bool import(int customers)
    {
        QFile file(QString(m_program->home() + u"/people.csv"_s));
        if (!file.open(QFile::WriteOnly))
            return false;
        file.write("id,name,company,phone\n0,Sarah Lindqvist,Northlight Coffee Roasters,+14165550142\n");
        for (int i = 1; i < customers; ++i) {
            const QByteArray number = QByteArray::number(i);
            file.write(number + ",Person " + number + ",Company " + QByteArray::number(i / 4) + ",+1" +
                       QByteArray::number(2'042'000'000LL + i) + '\n');
        }
        file.close();
        SystemClock clock;
        const QString folder = m_program->home() + u"/data/callcard/directory"_s;
        const auto directory = Directory::open(folder, clock);
        const ImportRequest request{.file = file.fileName(), .region = u"US"_s};
        return directory && (*directory)->importNow(request).has_value();
    }

    double ringUntilPainted()
    {
        m_session = u"ring-%1"_s.arg(++m_calls);
        const QByteArray bytes = frame(m_session, "ringing", "", 0);
        QElapsedTimer timer;
        m_relay.sendToAll(bytes); // written and flushed
        timer.start();
        if (m_place.isNull()) {
            // Where it will stand nobody knows yet: found by its window, then by its pixels.
            const double mapped = msUntil(timer, [this] { return !m_screen->cards().isEmpty(); });
            if (mapped < 0)
                return -1;
            m_place = m_screen->cards().first().rect.adjusted(30, 50, -30, -30).bottomLeft();
            m_top = m_screen->cards().first().rect.topLeft() + QPoint(40, 20);
        }
        const double took = msUntil(timer, [this] { return isCard(m_screen->pixel(m_place)); });
        m_upper = m_screen->pixel(m_top);
        return took;
    }

    double endUntilGone()
    {
        const QByteArray bytes = frame(m_session, "ended", "answered-elsewhere", 1);
        QElapsedTimer timer;
        m_relay.sendToAll(bytes);
        timer.start();
        // The ringing form is higher than what tells how it ended: its upper band goes.
        return msUntil(timer, [this] { return m_screen->pixel(m_top) != m_upper; });
    }

    static bool isCard(QRgb pixel) { return qRed(pixel) > 200 && qGreen(pixel) > 200 && qBlue(pixel) > 200; }

    void endProgram()
    {
        m_relay.closeAll();
        m_program.reset();
        m_place = {};
    }

    QProcess m_xserver;
    QByteArray m_display;
    std::unique_ptr<XScreen> m_screen;
    LoopbackServer m_relay;
    std::unique_ptr<Callcard> m_program;
    QString m_session;
    QPoint m_place;
    QPoint m_top;
    QRgb m_upper = 0;
    int m_calls = 0;
};

QTEST_GUILESS_MAIN(bench_Card)
#include "bench_card.moc"
