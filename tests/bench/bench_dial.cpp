#include "desktop.h"
#include "table.h"

#include <callcard/callboxdesk.h>
#include <callcard/testing/loopbackserver.h>
#include <engine/engine.h>

#include <callcard/ui/theme.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <vector>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSoon = 60'000;
constexpr int kClicks = 40;
constexpr int kLinks = 20;
constexpr int kColdLinks = 7;
constexpr int kCommands = 20;
constexpr int kBoxWidth = 400; // and more

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
}

double msSince(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// No program of the desktop takes a link here.
struct NoLinks final : LinkOpener {
    QCoro::Task<Result<>> open(QUrl, std::stop_token) override { co_return failure(ErrorKind::Refused); }
};

QCoro::Task<> endThen(CallBoxDesk &desk, DialService &dial, Engine &engine, bool &ended)
{
    co_await desk.stop();
    co_await dial.stop();
    co_await engine.shutDown();
    ended = true;
}

} // namespace

/// From the click, the link or the command to the request on the wire, seen by the server it goes to. A debug build's figures are of no
/// use.
class bench_Dial : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<ui::ThemeKeeper>(*qApp);
        m_service.respond([this](const ReceivedRequest &request) { return answer(request); });
        QVERIFY(m_service.listen(QHostAddress::LocalHost));
        m_xserver.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1280x800x24"_s, u"-nolisten"_s, u"tcp"_s});
        QVERIFY(m_xserver.waitForStarted() && m_xserver.waitForReadyRead(kSoon));
        m_display = ':' + m_xserver.readAllStandardOutput().trimmed();
        m_screen = std::make_unique<XScreen>(m_display);
        printHead();
    }

    void clickToRequest()
    {
        const std::map<std::string, std::string> set = variables();
        for (const auto &[name, value] : set)
            qputenv(name.c_str(), QByteArray::fromStdString(value));
        QTemporaryDir folder;
        const Profile profile = profileIn(folder.path());
        QVERIFY(prepareFolders(profile));
        NoLinks links;
        Engine engine(profile, Engine::Attendance::Headless);
        DialService dial(engine, links);
        CallBoxDesk desk(engine, dial);
        engine.start();
        QTRY_VERIFY_WITH_TIMEOUT((dial.refresh(), dial.dialing().rules().providerDials), kSoon);
        std::vector<double> took;
        for (int click = 0; click <= kClicks; ++click) {
            const QString number = u"+1416555%1"_s.arg(100 + click, 4, 10, u'0');
            desk.open(number);
            const int before = m_dialled;
            QElapsedTimer timer;
            m_onDialled = [&took, &timer] { took.push_back(msSince(timer)); };
            timer.start();
            QTest::keyClick(desk.box().findChild<QLineEdit *>(), Qt::Key_Return);
            QTRY_COMPARE_WITH_TIMEOUT(m_dialled, before + 1, kSoon);
            if (click == 0) // signs in, and opens the connection
                took.clear();
        }
        m_onDialled = {};
        printRow("click to request on the wire, p50", "2 ms", "-", percentile(took, 0.5), "ms", percentile(took, 0.5) / 20, "budget");
        printRow("click to request on the wire, p99", "5 ms", "20 ms", percentile(took, 0.99), "ms", percentile(took, 0.99) / 20, "budget");
        bool ended = false;
        TaskScope scope;
        scope.start(endThen(desk, dial, engine, ended));
        QTRY_VERIFY_WITH_TIMEOUT(ended, kSoon);
        for (const auto &[name, value] : set)
            qunsetenv(name.c_str());
    }

    void linkToBoxWhileRunning()
    {
        QVERIFY(startProgram());
        std::vector<double> took;
        for (int link = 0; link <= kLinks; ++link) {
            const double one = linkUntilPainted();
            QVERIFY(one >= 0);
            if (link > 0) // the first one warms the disk
                took.push_back(one);
            closeBox();
        }
        printRow("tel: link to call box, running, p50", "43 ms", "-", percentile(took, 0.5), "ms", percentile(took, 0.5) / 100, "budget");
        printRow("tel: link to call box, running, p99", "60 ms", "100 ms", percentile(took, 0.99), "ms", percentile(took, 0.99) / 100,
                 "budget");
    }

    void commandToRequestWhileRunning()
    {
        QVERIFY(startProgram());
        const std::vector<double> took = commands();
        QVERIFY(!took.empty());
        printRow("callcard-cli call to request, running, p99", "30 ms", "100 ms", percentile(took, 0.99), "ms",
                 percentile(took, 0.99) / 100, "budget");
    }

    void commandToRequestAlone()
    {
        m_program = std::make_unique<Callcard>(variables());
        const std::vector<double> took = commands();
        QVERIFY(!took.empty());
        printRow("callcard-cli call to request, alone, p99", "60 ms", "100 ms", percentile(took, 0.99), "ms", percentile(took, 0.99) / 100,
                 "budget");
    }

    void linkToBoxCold()
    {
        std::vector<double> took;
        for (int round = 0; round <= kColdLinks; ++round) {
            m_program = std::make_unique<Callcard>(variables());
            QElapsedTimer timer;
            timer.start();
            QVERIFY(m_program->start({u"tel:+14165550142"_s}));
            const double one = untilPainted(timer);
            QVERIFY(one >= 0);
            if (round > 0)
                took.push_back(one);
            m_program.reset();
            QVERIFY(QTest::qWaitFor([this] { return boxes().isEmpty(); }, kSoon));
        }
        printRow("tel: link to call box, cold, worst", "90 ms", "300 ms", percentile(took, 1.0), "ms", percentile(took, 1.0) / 300,
                 "budget");
    }

    void cleanup() { m_program.reset(); }

    void cleanupTestCase()
    {
        m_screen.reset();
        m_xserver.terminate();
        m_xserver.waitForFinished();
    }

private:
    /// As little of RingCentral as dialling needs; its feed stays offline.
    Script answer(const ReceivedRequest &request)
    {
        if (request.target.contains("/oauth/token"))
            return Script::json(R"({"access_token":"a","token_type":"bearer","expires_in":3600,"refresh_token":"r",)"
                                R"("refresh_token_expires_in":604800,"scope":"RingOut","owner_id":"1","endpoint_id":"e"})");
        if (request.method == "POST" && request.target.endsWith("/ring-out")) {
            ++m_dialled;
            if (m_onDialled)
                m_onDialled();
            return Script::json(
                R"({"uri":"u","id":"Y2","status":{"callStatus":"CannotReach","callerStatus":"NoAnswer","calleeStatus":"InProgress"}})");
        }
        return Script::http(503);
    }

    [[nodiscard]] std::map<std::string, std::string> variables() const
    {
        const QString server = m_service.url(QString()).toString(QUrl::StripTrailingSlash);
        return {{"DISPLAY", m_display.toStdString()},
                {"CALLCARD_CALLS_SOURCES", "ringcentral"},
                {"RINGCENTRAL_SERVER_URL", server.toStdString()},
                {"RINGCENTRAL_CLIENT_ID", "bench"},
                {"RINGCENTRAL_CLIENT_SECRET", "bench"},
                {"RINGCENTRAL_JWT_TOKEN", "bench"},
                {"CALLCARD_DIALING_DAYTIME_FROM", "08:00"},
                {"CALLCARD_DIALING_DAYTIME_TO", "08:00"},
                {"CALLCARD_REGION", "US"}};
    }

    bool startProgram()
    {
        m_program = std::make_unique<Callcard>(variables());
        return m_program->start({u"--background"_s}) &&
               QTest::qWaitFor([this] { return m_program->cli({u"status"_s}).is_object(); }, kSoon);
    }

    std::vector<double> commands()
    {
        std::vector<double> took;
        for (int command = 0; command <= kCommands; ++command) {
            QProcess cli;
            cli.setProcessEnvironment(m_program->environment());
            const int before = m_dialled;
            QElapsedTimer timer;
            m_onDialled = [&took, &timer] { took.push_back(msSince(timer)); };
            timer.start();
            cli.start(programPath(u"callcard-cli"_s), {u"call"_s, u"+1416555%1"_s.arg(150 + command, 4, 10, u'0'), u"--no-wait"_s});
            const bool asked = QTest::qWaitFor([this, before] { return m_dialled > before; }, kSoon) &&
                               QTest::qWaitFor([&cli] { return cli.state() == QProcess::NotRunning; }, kSoon);
            m_onDialled = {};
            if (!asked)
                return {};
            if (command == 0)
                took.clear();
        }
        return took;
    }

    double linkUntilPainted()
    {
        QProcess second;
        second.setProcessEnvironment(m_program->environment());
        QElapsedTimer timer;
        timer.start();
        second.start(programPath(u"callcard"_s), {u"tel:+14165550142"_s});
        second.waitForStarted();
        const double took = untilPainted(timer);
        QTest::qWaitFor([&second] { return second.state() == QProcess::NotRunning; }, kSoon);
        return took;
    }

    [[nodiscard]] QList<XWindow> boxes() const
    {
        QList<XWindow> found = m_screen->windows("callcard");
        found.removeIf([](const XWindow &window) { return window.overrideRedirect || window.rect.width() < kBoxWidth; });
        return found;
    }

    /// Its window, then its pixels: the field at its top is white.
    double untilPainted(const QElapsedTimer &timer) const
    {
        QPoint place;
        while (timer.elapsed() < 5'000) {
            if (place.isNull()) {
                if (const QList<XWindow> found = boxes(); !found.isEmpty())
                    place = found.first().rect.topLeft() + QPoint(found.first().rect.width() / 2, 6);
                continue;
            }
            const QRgb pixel = m_screen->pixel(place);
            if (qRed(pixel) > 200 && qGreen(pixel) > 200 && qBlue(pixel) > 200)
                return msSince(timer);
        }
        return -1;
    }

    void closeBox()
    {
        QProcess key;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DISPLAY"_s, QString::fromLatin1(m_display));
        key.setProcessEnvironment(environment);
        const QList<XWindow> found = boxes();
        if (!found.isEmpty()) // nobody manages windows here, so the key is sent to this one
            key.start(u"xdotool"_s, {u"windowfocus"_s, u"--sync"_s, QString::number(found.first().id), u"key"_s, u"Escape"_s});
        key.waitForFinished(kSoon);
        QTest::qWaitFor([this] { return boxes().isEmpty(); }, kSoon);
    }

    std::unique_ptr<ui::ThemeKeeper> m_theme;
    LoopbackServer m_service;
    int m_dialled = 0;
    std::function<void()> m_onDialled;
    QProcess m_xserver;
    QByteArray m_display;
    std::unique_ptr<XScreen> m_screen;
    std::unique_ptr<Callcard> m_program;
};

QTEST_MAIN(bench_Dial)
#include "bench_dial.moc"
