#include "shortcutsportal.h"

#include <callcard/platform/portalshortcuts.h>

#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <memory>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using Standing = PortalShortcuts::Standing;

namespace {
constexpr int kSoon = 15'000;

QList<PortalShortcuts::Shortcut> both()
{
    return {{.id = u"card"_s, .description = u"Go to the card"_s, .preferred = QKeySequence(u"Ctrl+Alt+C"_s)},
            {.id = u"call-selection"_s, .description = u"Call the marked number"_s, .preferred = QKeySequence(u"Ctrl+Alt+D"_s)}};
}
} // namespace

/// Global keys where the desktop hands them out, against a portal of our own on a bus of our own.
class tst_PortalShortcuts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty())
            QSKIP("no session bus to test with");
        m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
        QVERIFY(m_bus.waitForStarted() && m_bus.waitForReadyRead(kSoon));
        m_address = QString::fromUtf8(m_bus.readLine().trimmed());
    }

    void init()
    {
        const QString number = QString::number(++m_round);
        m_desktop = std::make_unique<ShortcutsPortal>(QDBusConnection::connectToBus(m_address, u"desktop"_s + number));
        m_keys = std::make_unique<PortalShortcuts>(QDBusConnection::connectToBus(m_address, u"program"_s + number));
        m_pressed = std::make_unique<QSignalSpy>(m_keys.get(), &PortalShortcuts::activated);
    }

    void cleanup()
    {
        m_pressed.reset();
        m_keys.reset();
        m_desktop.reset();
        QDBusConnection::disconnectFromBus(u"program%1"_s.arg(m_round));
        QDBusConnection::disconnectFromBus(u"desktop%1"_s.arg(m_round));
    }

    void cleanupTestCase()
    {
        m_bus.terminate();
        m_bus.waitForFinished(kSoon);
    }

    void theDesktopGivesTheKeys()
    {
        QVERIFY(m_desktop->appear());
        m_keys->bind(both());
        QTRY_COMPARE_WITH_TIMEOUT(m_keys->standing(), Standing::Given, kSoon);
        QCOMPARE(m_desktop->registered.value(0), u"callcard"_s); // before anything else is asked
        QCOMPARE(m_desktop->bound.value(u"card"_s), u"CTRL+ALT+c"_s);
        QCOMPARE(m_desktop->bound.value(u"call-selection"_s), u"CTRL+ALT+d"_s);
        QVERIFY(m_desktop->press(u"call-selection"_s));
        QTRY_COMPARE_WITH_TIMEOUT(m_pressed->size(), 1, kSoon);
        QCOMPARE(m_pressed->first().first().toString(), u"call-selection"_s);
    }

    void keysOfAnotherProgramAreNotOurs()
    {
        QVERIFY(m_desktop->appear());
        m_keys->bind(both());
        QTRY_COMPARE_WITH_TIMEOUT(m_keys->standing(), Standing::Given, kSoon);
        QVERIFY(m_desktop->press(u"card"_s, u"/org/freedesktop/portal/desktop/session/1_99/other"_s));
        QVERIFY(m_desktop->press(u"card"_s)); // they arrive in their order
        QTRY_COMPARE_WITH_TIMEOUT(m_pressed->size(), 1, kSoon);
    }

    void whoIsRefusedHasNone()
    {
        m_desktop->answer = 1;
        QVERIFY(m_desktop->appear());
        m_keys->bind(both());
        QTRY_COMPARE_WITH_TIMEOUT(m_keys->standing(), Standing::Refused, kSoon);
    }

    void otherKeysAreAnotherSession()
    {
        QVERIFY(m_desktop->appear());
        m_keys->bind(both());
        QTRY_COMPARE_WITH_TIMEOUT(m_keys->standing(), Standing::Given, kSoon);
        const QString first = m_desktop->session;
        QList<PortalShortcuts::Shortcut> others = both();
        others.last().preferred = QKeySequence(u"Meta+F9"_s);
        m_keys->bind(others);
        QTRY_COMPARE_WITH_TIMEOUT(m_desktop->closed, QStringList{first}, kSoon);
        QTRY_COMPARE_WITH_TIMEOUT(m_desktop->bound.value(u"call-selection"_s), u"LOGO+F9"_s, kSoon);
        QTRY_COMPARE_WITH_TIMEOUT(m_keys->standing(), Standing::Given, kSoon);
        m_keys->bind({});
        QTRY_COMPARE_WITH_TIMEOUT(m_desktop->closed.size(), 2, kSoon);
    }

    void whatIsTakenBackIsKnown()
    {
        QVERIFY(m_desktop->appear());
        m_keys->bind(both());
        QTRY_COMPARE_WITH_TIMEOUT(m_keys->standing(), Standing::Given, kSoon);
        QVERIFY(m_desktop->takeBack());
        QTRY_COMPARE_WITH_TIMEOUT(m_keys->standing(), Standing::Refused, kSoon);
    }

    void aPortalThatComesLaterIsAsked()
    {
        m_keys->bind(both());
        QTRY_COMPARE_WITH_TIMEOUT(m_keys->standing(), Standing::NotHere, kSoon);
        QVERIFY(m_desktop->appear());
        QTRY_COMPARE_WITH_TIMEOUT(m_keys->standing(), Standing::Given, kSoon);
    }

    void triggers_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::addColumn<QString>("trigger");
        QTest::newRow("letter") << u"Ctrl+Alt+D"_s << u"CTRL+ALT+d"_s;
        QTest::newRow("function") << u"Shift+F5"_s << u"SHIFT+F5"_s;
        QTest::newRow("logo") << u"Meta+1"_s << u"LOGO+1"_s;
        QTest::newRow("none") << QString() << QString();
    }
    void triggers()
    {
        QFETCH(const QString, keys);
        QTEST(portalTrigger(QKeySequence(keys, QKeySequence::PortableText)), "trigger");
    }

private:
    QProcess m_bus;
    QString m_address;
    int m_round = 0;
    std::unique_ptr<ShortcutsPortal> m_desktop;
    std::unique_ptr<PortalShortcuts> m_keys;
    std::unique_ptr<QSignalSpy> m_pressed;
};

QTEST_GUILESS_MAIN(tst_PortalShortcuts)
#include "tst_portalshortcuts.moc"
