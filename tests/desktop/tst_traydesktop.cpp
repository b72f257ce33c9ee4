#include "desktop.h"
#include "notifications.h"

#include <demo/democloud.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kSoon = 15'000;

/// The main window: the window manager's, and large.
QList<XWindow> mainWindows(const XScreen &screen)
{
    QList<XWindow> found = screen.windows("callcard");
    found.removeIf([](const XWindow &window) { return window.overrideRedirect || window.rect.width() < 600; });
    return found;
}

void click(const QPoint &at)
{
    run({u"xdotool"_s, u"mousemove"_s, QString::number(at.x()), QString::number(at.y()), u"click"_s, u"1"_s});
}

void press(const QString &key)
{
    run({u"xdotool"_s, u"key"_s, key});
}

void type(const std::string &text)
{
    run({u"xdotool"_s, u"type"_s, u"--delay"_s, u"5"_s, QString::fromStdString(text)});
}

/// The demo that a program with this home has started and left to itself.
qint64 demoOf(const Callcard &callcard)
{
    const auto read = [](const QString &path) {
        QFile file(path);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray home = "HOME=" + callcard.home().toLocal8Bit() + '\0';
    for (const QString &process : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        const QByteArray command = read(u"/proc/%1/cmdline"_s.arg(process));
        if (command == programPath(u"callcard"_s).toLocal8Bit() + QByteArray("\0--demo\0", 8) &&
            read(u"/proc/%1/environ"_s.arg(process)).contains(home))
            return process.toLongLong();
    }
    return 0;
}

QStringList trayer()
{
    return {u"trayer"_s, u"--edge"_s, u"bottom"_s, u"--align"_s, u"right"_s, u"--widthtype"_s, u"request"_s, u"--height"_s, u"28"_s};
}
} // namespace

class tst_TrayDesktop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_windowManager = std::make_unique<Helper>(QStringList{u"openbox"_s});
        QTRY_VERIFY_WITH_TIMEOUT(m_windowManager->isRunning(), kSoon);
    }

    void theIconSitsInTheTrayAndNoWindowOpens()
    {
        Helper panel(trayer());
        QTRY_VERIFY_WITH_TIMEOUT(!m_screen.windows("trayer").isEmpty() || !m_screen.windows("panel").isEmpty(), kSoon);
        Callcard callcard;
        QVERIFY(callcard.start({u"--background"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(!m_screen.trayIcons().isEmpty(), kSoon);
        keepPicture(m_screen, u"tray-icon"_s);
        QVERIFY(mainWindows(m_screen).isEmpty());
        QCOMPARE(callcard.quit(), 0);
    }

    void withoutATrayThereIsAWindow()
    {
        Callcard callcard;
        QVERIFY(callcard.start());
        QTRY_VERIFY_WITH_TIMEOUT(!mainWindows(m_screen).isEmpty(), kSoon);
        QVERIFY(m_screen.trayIcons().isEmpty());
        keepPicture(m_screen, u"no-tray"_s);
        QCOMPARE(callcard.quit(), 0);
    }

    void aTrayThatComesLaterIsUsed()
    {
        Callcard callcard;
        QVERIFY(callcard.start({u"--background"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(callcard.cli({u"status"_s}).is_object(), kSoon);
        QVERIFY(m_screen.trayIcons().isEmpty());
        Helper panel(trayer());
        QTRY_VERIFY_WITH_TIMEOUT(!m_screen.trayIcons().isEmpty(), kSoon);
        QCOMPARE(callcard.quit(), 0);
    }

    void aSecondStartRaisesTheFirst()
    {
        Helper panel(trayer());
        Callcard callcard;
        QVERIFY(callcard.start({u"--background"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(!m_screen.trayIcons().isEmpty(), kSoon);
        QVERIFY(mainWindows(m_screen).isEmpty());
        QProcess second;
        second.setProcessEnvironment(callcard.environment());
        second.start(programPath(u"callcard"_s), {});
        QVERIFY(second.waitForFinished(kSoon));
        QCOMPARE(second.exitCode(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(!mainWindows(m_screen).isEmpty(), kSoon);
        QVERIFY(callcard.isRunning());
        QCOMPARE(callcard.quit(), 0);
    }

    /// Started from a menu, where nobody sees what a program prints.
    void whoCannotStartSaysSo()
    {
        Notifications notifications;
        QVERIFY(notifications.appear());
        Callcard callcard;
        QFile blocked(callcard.home() + u"/config/callcard"_s);
        QVERIFY(blocked.open(QFile::WriteOnly)); // a file where the folder of the settings should be
        QVERIFY(callcard.start());
        QTRY_VERIFY_WITH_TIMEOUT(!callcard.isRunning(), kSoon);
        QCOMPARE(callcard.quit(), 1);
        QCOMPARE(notifications.shown.size(), 1);
        const Notifications::Shown said = notifications.shown.first();
        QCOMPARE(said.summary, u"Callcard did not start"_s);
        QVERIFY2(said.body.contains(u"config/callcard"_s), qPrintable(said.body));
        QVERIFY2(callcard.errors().contains("callcard: "), "the terminal hears it too");
    }

    void theFirstStartIsWalkedByPointerAndKeyboard()
    {
        Helper panel(trayer());
        Callcard callcard;
        QVERIFY(callcard.start());
        QTRY_COMPARE_WITH_TIMEOUT(mainWindows(m_screen).size(), 1, kSoon); // the assistant; the main window waits behind the tray
        const QRect assistant = mainWindows(m_screen).first().rect;
        QVERIFY(assistant.width() < 1000);
        keepPicture(m_screen, u"welcome-1"_s);
        // The step "Region and time" in the list, and back to where it began.
        click(assistant.topLeft() + QPoint(120, 233));
        keepPicture(m_screen, u"welcome-pointer"_s);
        click(assistant.topLeft() + QPoint(120, 89));
        for (int step = 2; step <= 6; ++step) {
            run({u"xdotool"_s, u"key"_s, u"Return"_s}); // nothing typed, nothing to try: on to the next
            keepPicture(m_screen, u"welcome-%1"_s.arg(step));
        }
        run({u"xdotool"_s, u"key"_s, u"Return"_s}); // Finish
        QTRY_VERIFY_WITH_TIMEOUT(mainWindows(m_screen).size() == 1 && mainWindows(m_screen).first().rect.width() > 1000, kSoon);
        QCOMPARE(callcard.quit(), 0);
    }

    /// Three clicks and ten seconds are allowed; it takes one.
    void fromTheFirstStartToADemoCard()
    {
        Helper panel(trayer()); // without one, the main window opens too
        QTRY_VERIFY_WITH_TIMEOUT(!m_screen.windows("trayer").isEmpty() || !m_screen.windows("panel").isEmpty(), kSoon);
        Callcard callcard;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(callcard.start());
        QTRY_COMPARE_WITH_TIMEOUT(mainWindows(m_screen).size(), 1, kSoon);
        QTRY_VERIFY_WITH_TIMEOUT(callcard.cli({u"status"_s}).is_object(), kSoon);
        const QRect assistant = mainWindows(m_screen).first().rect;
        click(assistant.bottomRight() - QPoint(103, 87)); // Try the demo
        QTRY_VERIFY_WITH_TIMEOUT(!m_screen.cards().isEmpty(), kSoon);
        const qint64 took = timer.elapsed();
        keepPicture(m_screen, u"first-demo-card"_s);
        const qint64 demo = demoOf(callcard);
        QVERIFY(demo > 0);
        QCOMPARE(::kill(static_cast<pid_t>(demo), SIGTERM), 0);
        QTRY_COMPARE_WITH_TIMEOUT(demoOf(callcard), 0, kSoon);
        QVERIFY2(took <= 10'000, qPrintable(QString::number(took)));
        QCOMPARE(callcard.quit(), 0);
    }

    /// The relay's address and token typed, tested by the assistant, kept in the real keyring; and then the phone rings.
    void aNewcomerTypesTheWayToTheFirstCard()
    {
        Helper panel(trayer());
        demo::DemoCloud cloud(demo::DemoOptions{.customers = 50, .days = 0});
        QVERIFY(cloud.start().has_value());
        std::map<std::string, std::string> variables = cloud.environment();
        Callcard callcard;
        QVERIFY(callcard.start());
        QTRY_COMPARE_WITH_TIMEOUT(mainWindows(m_screen).size(), 1, kSoon);
        QTRY_VERIFY_WITH_TIMEOUT(callcard.cli({u"status"_s}).is_object(), kSoon);
        const QRect assistant = mainWindows(m_screen).first().rect;
        click(assistant.topLeft() + QPoint(600, 224)); // JustCall through the team's relay
        keepPicture(m_screen, u"newcomer-1-service"_s);
        press(u"Return"_s);
        type(variables["CALLCARD_RELAY_URL"]);
        press(u"Tab"_s);
        type(variables["CALLCARD_RELAY_TOKEN"]);
        keepPicture(m_screen, u"newcomer-2-typed"_s);
        press(u"Return"_s);
        const auto connected = [&callcard] {
            const Json status = callcard.cli({u"status"_s});
            const Json connections = status.is_object() ? status.value("connections", Json::array()) : Json::array();
            return std::any_of(connections.begin(), connections.end(), [](const Json &one) {
                return one.value("name", std::string()) == "relay" && one.value("state", std::string()) == "connected";
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(connected(), kSoon);
        keepPicture(m_screen, u"newcomer-3-works"_s);
        const Json names = callcard.cli({u"secret"_s, u"list"_s}).value("names", Json::array());
        QVERIFY(std::find(names.begin(), names.end(), "relay-token") != names.end());
        for (int step = 3; step <= 6; ++step) {
            press(u"Return"_s); // nothing typed: on to the next
            keepPicture(m_screen, u"newcomer-step-%1"_s.arg(step));
        }
        press(u"Return"_s); // Finish
        QTRY_VERIFY_WITH_TIMEOUT(mainWindows(m_screen).size() == 1 && mainWindows(m_screen).first().rect.width() > 1000, kSoon);
        QVERIFY(cloud.control({{"do", "call.start"}}).value("ok", false));
        QTRY_VERIFY_WITH_TIMEOUT(!m_screen.cards().isEmpty(), kSoon);
        keepPicture(m_screen, u"newcomer-card"_s);
        QCOMPARE(callcard.quit(), 0);
        (void)callcard.cli({u"secret"_s, u"remove"_s, u"relay-token"_s}); // the keyring is the session's, the next test has a new home
    }

    void cleanup() { QTRY_VERIFY_WITH_TIMEOUT(m_screen.windows("callcard").isEmpty(), kSoon); }
    void cleanupTestCase() { m_windowManager.reset(); }

private:
    XScreen m_screen;
    std::unique_ptr<Helper> m_windowManager;
};

QTEST_GUILESS_MAIN(tst_TrayDesktop)
#include "tst_traydesktop.moc"
