#include "desktop.h"

#include <QTest>

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
        const auto click = [](QPoint at) {
            run({u"xdotool"_s, u"mousemove"_s, QString::number(at.x()), QString::number(at.y()), u"click"_s, u"1"_s});
        };
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

    void cleanup() { QTRY_VERIFY_WITH_TIMEOUT(m_screen.windows("callcard").isEmpty(), kSoon); }
    void cleanupTestCase() { m_windowManager.reset(); }

private:
    XScreen m_screen;
    std::unique_ptr<Helper> m_windowManager;
};

QTEST_GUILESS_MAIN(tst_TrayDesktop)
#include "tst_traydesktop.moc"
