#include <callcard/platform/desktoplook.h>
#include <callcard/platform/donotdisturb.h>
#include <callcard/trayink.h>
#include <callcard/windowmemory.h>

#include <callcard/ui/shell.h>
#include <callcard/ui/theme.h>

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QFile>
#include <QHash>
#include <QLabel>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;
using ui::TrayColours;

namespace {

constexpr int kSoon = 15'000;
const auto kPortalName = u"org.freedesktop.portal.Desktop"_s;
const auto kPortalPath = u"/org/freedesktop/portal/desktop"_s;
const auto kScheme = u"org.freedesktop.appearance/color-scheme"_s;
const auto kContrast = u"org.freedesktop.appearance/contrast"_s;
const auto kLessMotion = u"org.freedesktop.appearance/reduced-motion"_s;
const auto kAnimations = u"org.gnome.desktop.interface/enable-animations"_s;
const auto kBanners = u"org.gnome.desktop.notifications/show-banners"_s;

/// The settings portal of a desktop.
class Portal final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    QHash<QString, QVariant> settings;

    /// As if the person had chosen it in the desktop's settings.
    bool change(const QDBusConnection &as, const QString &key, const QVariant &value)
    {
        settings.insert(key, value);
        return say(as, key, value);
    }

    static bool say(const QDBusConnection &as, const QString &key, const QVariant &value)
    {
        QDBusMessage signal = QDBusMessage::createSignal(kPortalPath, u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
        signal.setArguments({key.section(u'/', 0, 0), key.section(u'/', 1), QVariant::fromValue(QDBusVariant(value))});
        return as.send(signal);
    }

public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &key) // NOLINT(readability-identifier-naming): the bus calls it so
    {
        return QDBusVariant(QVariant::fromValue(QDBusVariant(settings.value(group + u'/' + key, 0U)))); // wrapped twice, as there
    }
};

/// A notification service as dunst is one, which can be paused.
class Notifications final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.dunstproject.cmd0")
    Q_PROPERTY(bool paused MEMBER paused)

public:
    bool paused = false;

    bool pause(const QDBusConnection &as, bool on)
    {
        paused = on;
        QDBusMessage signal =
            QDBusMessage::createSignal(u"/org/freedesktop/Notifications"_s, u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s);
        signal.setArguments({u"org.dunstproject.cmd0"_s, QVariantMap{{u"paused"_s, on}}, QStringList{}});
        return as.send(signal);
    }
};

} // namespace

/// What the desktop wants of us, and what it is to us: its look, its panel, the place of our window.
class tst_DesktopWishes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty())
            return;
        m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
        QVERIFY(m_bus.waitForStarted() && m_bus.waitForReadyRead(kSoon));
        m_address = QString::fromUtf8(m_bus.readLine().trimmed());
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toUtf8());
    }

    void cleanupTestCase()
    {
        m_bus.terminate();
        m_bus.waitForFinished(kSoon);
    }

    // First of all: what it needs to know of Qt's types nobody else may have told Qt before.
    void theLookAndTheQuietFollowTheDesktop()
    {
        if (m_address.isEmpty())
            QSKIP("no session bus to test with");
        Portal portal;
        portal.settings = {{kScheme, 1U}, {kContrast, 1U}, {kAnimations, false}, {kBanners, true}};
        QDBusConnection desktop = QDBusConnection::connectToBus(m_address, u"desktop"_s);
        QVERIFY(desktop.registerObject(kPortalPath, &portal, QDBusConnection::ExportAllSlots));
        QVERIFY(desktop.registerService(kPortalName));
        ui::ThemeKeeper keeper(*qApp);
        QVERIFY(!ui::Theme::current().isDark() && !ui::Theme::current().reducedMotion && !ui::Theme::current().highContrast);
        const DoNotDisturb quiet;
        const DesktopLook look(keeper);
        QTRY_VERIFY_WITH_TIMEOUT(ui::Theme::current().isDark(), kSoon);
        QTRY_VERIFY_WITH_TIMEOUT(ui::Theme::current().highContrast, kSoon);
        QTRY_VERIFY_WITH_TIMEOUT(ui::Theme::current().reducedMotion, kSoon);
        QVERIFY(!quiet.isOn());

        QVERIFY(portal.change(desktop, kScheme, 2U));
        QTRY_VERIFY_WITH_TIMEOUT(!ui::Theme::current().isDark(), kSoon);
        QVERIFY(portal.change(desktop, kContrast, 0U));
        QTRY_VERIFY_WITH_TIMEOUT(!ui::Theme::current().highContrast, kSoon);
        QVERIFY(portal.change(desktop, kAnimations, true));
        QTRY_VERIFY_WITH_TIMEOUT(!ui::Theme::current().reducedMotion, kSoon);
        QVERIFY(portal.change(desktop, kLessMotion, 1U));
        QTRY_VERIFY_WITH_TIMEOUT(ui::Theme::current().reducedMotion, kSoon);
        QVERIFY(portal.change(desktop, kScheme, 1U));
        QTRY_VERIFY_WITH_TIMEOUT(ui::Theme::current().isDark(), kSoon);
        QVERIFY(portal.change(desktop, kScheme, 0U)); // no preference: the palette's lightness
        QTRY_VERIFY_WITH_TIMEOUT(!ui::Theme::current().isDark(), kSoon);
        QVERIFY(portal.change(desktop, kBanners, false));
        QTRY_VERIFY_WITH_TIMEOUT(quiet.isOn(), kSoon);
        QVERIFY(portal.change(desktop, kBanners, true));
        QTRY_VERIFY_WITH_TIMEOUT(!quiet.isOn(), kSoon);

        // Another program's word is not the desktop's. Its question is answered after its signal was handed on.
        QDBusConnection stranger = QDBusConnection::connectToBus(m_address, u"stranger"_s);
        QVERIFY(Portal::say(stranger, kScheme, 1U));
        QVERIFY(stranger.interface()->isServiceRegistered(kPortalName));
        QSignalSpy changed(&keeper, &ui::ThemeKeeper::changed);
        QVERIFY(portal.change(desktop, kContrast, 1U));
        QTRY_VERIFY_WITH_TIMEOUT(ui::Theme::current().highContrast, kSoon);
        QVERIFY(!ui::Theme::current().isDark());
        QCOMPARE(changed.count(), 1);
        QDBusConnection::disconnectFromBus(u"stranger"_s);

        // A portal that begins anew is asked anew, and believed as the one before it.
        QVERIFY(desktop.unregisterService(kPortalName));
        portal.settings = {{kScheme, 1U}, {kContrast, 0U}, {kLessMotion, 0U}, {kAnimations, true}};
        QVERIFY(desktop.registerService(kPortalName));
        QTRY_VERIFY_WITH_TIMEOUT(ui::Theme::current().isDark() && !ui::Theme::current().highContrast, kSoon);
        QTRY_VERIFY_WITH_TIMEOUT(!ui::Theme::current().reducedMotion, kSoon);
        QVERIFY(portal.change(desktop, kScheme, 2U));
        QTRY_VERIFY_WITH_TIMEOUT(!ui::Theme::current().isDark(), kSoon);
        QDBusConnection::disconnectFromBus(u"desktop"_s);
    }

    // At the start of a session the portal may come after us.
    void aLaterPortalIsAsked()
    {
        if (m_address.isEmpty())
            QSKIP("no session bus to test with");
        ui::ThemeKeeper keeper(*qApp);
        const DesktopLook look(keeper);
        QVERIFY(!ui::Theme::current().isDark());
        Portal portal;
        portal.settings = {{kScheme, 1U}, {kContrast, 0U}, {kAnimations, true}};
        QDBusConnection desktop = QDBusConnection::connectToBus(m_address, u"late desktop"_s);
        QVERIFY(desktop.registerObject(kPortalPath, &portal, QDBusConnection::ExportAllSlots));
        QVERIFY(desktop.registerService(kPortalName));
        QTRY_VERIFY_WITH_TIMEOUT(ui::Theme::current().isDark(), kSoon);
        QVERIFY(portal.change(desktop, kScheme, 2U));
        QTRY_VERIFY_WITH_TIMEOUT(!ui::Theme::current().isDark(), kSoon);
        QDBusConnection::disconnectFromBus(u"late desktop"_s);
    }

    // The same of quiet: who comes later is asked, who goes wants nothing any more, and who follows is not mistaken for him.
    void aLaterWishForQuietIsHeard()
    {
        if (m_address.isEmpty())
            QSKIP("no session bus to test with");
        const DoNotDisturb quiet;
        QVERIFY(!quiet.isOn());
        Portal portal;
        portal.settings = {{kBanners, false}};
        QDBusConnection gnome = QDBusConnection::connectToBus(m_address, u"late gnome"_s);
        QVERIFY(gnome.registerObject(kPortalPath, &portal, QDBusConnection::ExportAllSlots));
        QVERIFY(gnome.registerService(kPortalName));
        QTRY_VERIFY_WITH_TIMEOUT(quiet.isOn(), kSoon);

        const auto kService = u"org.freedesktop.Notifications"_s;
        Notifications dunst;
        dunst.paused = true;
        QDBusConnection later = QDBusConnection::connectToBus(m_address, u"late dunst"_s);
        QVERIFY(later.registerObject(u"/org/freedesktop/Notifications"_s, &dunst, QDBusConnection::ExportAllProperties));
        QVERIFY(later.registerService(kService));
        QSignalSpy changed(&quiet, &DoNotDisturb::changed);
        QVERIFY(gnome.unregisterService(kPortalName));
        QVERIFY(later.unregisterService(kService));
        QTRY_VERIFY_WITH_TIMEOUT(!quiet.isOn(), kSoon);
        QVERIFY(later.registerService(kService));
        QTRY_VERIFY_WITH_TIMEOUT(quiet.isOn(), kSoon);
        QVERIFY(dunst.pause(later, false));
        QTRY_VERIFY_WITH_TIMEOUT(!quiet.isOn(), kSoon);
        QVERIFY(dunst.pause(later, true));
        QTRY_VERIFY_WITH_TIMEOUT(quiet.isOn(), kSoon);

        QVERIFY(later.unregisterService(kService)); // as when it dies
        QTRY_VERIFY_WITH_TIMEOUT(!quiet.isOn(), kSoon);
        QCOMPARE(changed.count(), 5);
        QDBusConnection::disconnectFromBus(u"late dunst"_s);
        QDBusConnection::disconnectFromBus(u"late gnome"_s);
    }

    void theWindowComesBackWhereItWas()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"window"_s);
        ui::ThemeKeeper keeper(*qApp);
        {
            const auto shell = twoPages();
            const WindowMemory memory(*shell, file);
            QCOMPARE(shell->currentPage(), u"one"_s);
            shell->show();
            shell->resize(910, 590);
            shell->showPage(u"two"_s);
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), kSoon);
        }
        {
            const auto shell = twoPages();
            const WindowMemory memory(*shell, file);
            QCOMPARE(shell->currentPage(), u"two"_s);
            QCOMPARE(shell->height(), 590);
        }
        QFile damaged(file);
        QVERIFY(damaged.open(QFile::WriteOnly | QFile::Truncate));
        damaged.write("not ours");
        damaged.close();
        const auto shell = twoPages();
        const WindowMemory memory(*shell, file);
        QCOMPARE(shell->currentPage(), u"one"_s);
    }

    void theIconIsSeen_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("desktop");
        QTest::addColumn<bool>("darkScheme");
        QTest::addColumn<TrayInkChoice>("choice");
        const TrayInkChoice white{TrayColours::Mono, true};
        const TrayInkChoice black{TrayColours::Mono, false};
        QTest::newRow("GNOME's panel is dark") << u"auto"_s << u"ubuntu:GNOME"_s << false << white;
        QTest::newRow("KDE, light") << u"auto"_s << u"KDE"_s << false << black;
        QTest::newRow("KDE, dark") << u"auto"_s << u"KDE"_s << true << white;
        QTest::newRow("nobody knows") << u"auto"_s << u"XFCE"_s << false << TrayInkChoice{TrayColours::Colour, false};
        QTest::newRow("no desktop at all") << u"auto"_s << QString() << true << TrayInkChoice{TrayColours::Colour, true};
        QTest::newRow("chosen light") << u"light"_s << u"KDE"_s << false << white;
        QTest::newRow("chosen dark") << u"dark"_s << u"GNOME"_s << true << black;
        QTest::newRow("chosen colour") << u"color"_s << u"GNOME"_s << false << TrayInkChoice{TrayColours::Colour, false};
    }

    void theIconIsSeen()
    {
        QFETCH(QString, setting);
        QFETCH(QString, desktop);
        QFETCH(bool, darkScheme);
        QTEST(trayInkFor(setting, desktop, darkScheme), "choice");
    }

private:
    static std::unique_ptr<ui::Shell> twoPages()
    {
        auto shell = std::make_unique<ui::Shell>();
        shell->addPage(u"one"_s, u"phone"_s, u"One"_s, new QLabel(u"one"_s));
        shell->addPage(u"two"_s, u"book"_s, u"Two"_s, new QLabel(u"two"_s));
        return shell;
    }

    QProcess m_bus;
    QString m_address;
};

QTEST_MAIN(tst_DesktopWishes)
#include "tst_desktopwishes.moc"
