#include "desktop.h"
#include "notifications.h"

#include <demo/democloud.h>

#include <QDir>
#include <QStandardPaths>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSoon = 15'000;

} // namespace

/// A Wayland compositor with no panel and no place for windows to choose: what works there works, what cannot falls back.
class tst_WaylandDesktop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"weston"_s).isEmpty())
            QSKIP("no Wayland compositor to test with");
        QVERIFY(m_runtime.isValid());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"DISPLAY"_s);
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_runtime.path());
        m_compositor =
            std::make_unique<Helper>(QStringList{u"weston"_s, u"--backend=headless-backend.so"_s, u"--use-pixman"_s, u"--no-config"_s,
                                                 u"--width=1280"_s, u"--height=800"_s, u"--socket=callcard-test"_s, u"--debug"_s},
                                     environment);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(socket()), kSoon);
        QVERIFY2(m_notifications.appear(), "another program shows notifications here");
    }

    void cleanupTestCase() { m_compositor.reset(); }

    /// A call is shown by the desktop, under one id from ringing to its end; and the program ends as it should.
    void callsAreTheDesktopsNotifications()
    {
        Callcard callcard;
        inhabit(callcard);
        QVERIFY(callcard.start({u"--demo"_s}));
        const auto named = [this] {
            return std::any_of(m_notifications.shown.begin(), m_notifications.shown.end(), [](const Notifications::Shown &shown) {
                return !shown.summary.isEmpty() && shown.actions.contains("open"_L1);
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(named(), kSoon);
        const auto changed = [this] {
            return std::any_of(m_notifications.shown.begin(), m_notifications.shown.end(),
                               [](const Notifications::Shown &shown) { return shown.replaces != 0; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(changed() || !m_notifications.closed.isEmpty(), 4 * kSoon);
        picture(u"wayland-demo"_s);
        QVERIFY(callcard.isRunning());
        QCOMPARE(callcard.quit(), 0);
    }

    /// Nobody shows anything: then a window of ours does, wherever the compositor puts it. The first call is enough to learn that.
    void withoutNotificationsThereAreWindows()
    {
        m_notifications.refuses = true;
        demo::DemoCloud cloud(demo::DemoOptions{.customers = 50, .days = 0});
        QVERIFY(cloud.start().has_value());
        std::map<std::string, std::string> variables = cloud.environment();
        variables["CALLCARD_CALLS_SOURCES"] = "relay";
        Callcard callcard(variables);
        inhabit(callcard);
        QVERIFY(callcard.start({u"--background"_s}));
        const auto status = [&callcard](const char *part, const char *name) {
            const Json told = callcard.cli({u"status"_s});
            return told.is_object() && told.contains(part) && told[part].is_object() ? told[part].value(name, 0) : -1;
        };
        const auto connected = [&callcard] {
            const Json told = callcard.cli({u"status"_s});
            return told.is_object() && told.dump().find("\"connected\"") != std::string::npos;
        };
        QTRY_VERIFY_WITH_TIMEOUT(connected(), kSoon);
        QVERIFY(cloud.control({{"do", "call.start"}}).value("ok", false));
        QTRY_COMPARE_WITH_TIMEOUT(m_notifications.refused, 1, kSoon);
        QVERIFY(cloud.control({{"do", "call.start"}}).value("ok", false));
        QTRY_VERIFY_WITH_TIMEOUT(status("cards", "painted") >= 2, kSoon);
        picture(u"wayland-card-windows"_s);
        QCOMPARE(m_notifications.refused, 1);
        QVERIFY(callcard.isRunning());
        QCOMPARE(callcard.quit(), 0);
        m_notifications.refuses = false;
    }

    /// No panel: the program is not unreachable. A second start finds the first.
    void thereIsAWindow()
    {
        Callcard callcard;
        inhabit(callcard);
        QVERIFY(callcard.start());
        QTRY_VERIFY_WITH_TIMEOUT(callcard.cli({u"status"_s}).is_object(), kSoon);
        picture(u"wayland-first-start"_s);
        QProcess second;
        second.setProcessEnvironment(callcard.environment());
        second.start(programPath(u"callcard"_s), {});
        QVERIFY(second.waitForFinished(kSoon));
        QCOMPARE(second.exitCode(), 0);
        QVERIFY(callcard.isRunning());
        picture(u"wayland-window"_s);
        QCOMPARE(callcard.quit(), 0);
    }

private:
    [[nodiscard]] QString socket() const { return m_runtime.filePath(u"callcard-test"_s); }

    void inhabit(Callcard &callcard) const
    {
        callcard.set(u"QT_QPA_PLATFORM"_s, u"wayland"_s);
        callcard.set(u"WAYLAND_DISPLAY"_s, socket());
    }

    /// Kept when CALLCARD_PICTURES names a folder. The compositor's own program takes it, into the folder it is started in.
    void picture(const QString &name) const
    {
        const QString folder = qEnvironmentVariable("CALLCARD_PICTURES");
        if (folder.isEmpty())
            return;
        QTest::qWait(1000); // whatever is being painted
        const QTemporaryDir here;
        QProcess shot;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"WAYLAND_DISPLAY"_s, socket());
        shot.setProcessEnvironment(environment);
        shot.setWorkingDirectory(here.path());
        shot.start(u"weston-screenshooter"_s, {});
        shot.waitForFinished(kSoon);
        const QStringList taken = QDir(here.path()).entryList({u"*.png"_s});
        if (!taken.isEmpty() && QDir().mkpath(folder))
            QFile::copy(here.filePath(taken.first()), QDir(folder).filePath(QString(name + u".png"_s)));
    }

    QTemporaryDir m_runtime;
    Notifications m_notifications;
    std::unique_ptr<Helper> m_compositor;
};

QTEST_GUILESS_MAIN(tst_WaylandDesktop)
#include "tst_waylanddesktop.moc"
