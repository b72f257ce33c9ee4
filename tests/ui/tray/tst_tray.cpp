#include <callcard/ui/chart.h>
#include <callcard/ui/flyout.h>
#include <callcard/ui/goalring.h>
#include <callcard/ui/theme.h>
#include <callcard/ui/tray.h>

#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

namespace {
TrayState connected()
{
    TrayState state;
    state.headline = u"Connected"_s;
    state.detail = u"Last event 4 s ago"_s;
    state.figures = u"38 calls today"_s;
    state.syncedAt = u"2:13 PM"_s;
    return state;
}

QAction *entry(const QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions()) {
        if (action->text().section(u'\t', 0, 0) == text)
            return action;
    }
    return nullptr;
}
} // namespace

class tst_Tray : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstEntryIsTheDisabledTruth()
    {
        Tray tray;
        tray.setState(connected());
        const QAction *first = tray.menu()->actions().first();
        QCOMPARE(first->text(), u"Connected"_s);
        QVERIFY(!first->isEnabled());
        QCOMPARE(tray.toolTip(), u"Callcard: Connected\n38 calls today · Last event 4 s ago"_s);
    }

    void aSyncThatRunsCanBeStopped()
    {
        Tray tray;
        TrayState state = connected();
        state.syncing = u"12/30"_s;
        tray.setState(state);
        QVERIFY(!entry(*tray.menu(), u"Sync now"_s));
        QSignalSpy stopped(&tray, &Tray::syncStopRequested);
        QSignalSpy asked(&tray, &Tray::syncRequested);
        entry(*tray.menu(), u"Stop the sync"_s)->trigger();
        QCOMPARE(stopped.count(), 1);
        QCOMPARE(asked.count(), 0);
        QVERIFY(entry(*tray.menu(), u"Stop the sync"_s)->text().endsWith(u"12/30"_s));
    }

    void entriesAskByIntent_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("signal");
        QTest::newRow("call box") << u"Call or find…"_s << QByteArray(SIGNAL(callBoxRequested()));
        QTest::newRow("last card") << u"Show last card"_s << QByteArray(SIGNAL(lastCardRequested()));
        QTest::newRow("sync") << u"Sync now"_s << QByteArray(SIGNAL(syncRequested()));
        QTest::newRow("metrics") << u"Metrics"_s << QByteArray(SIGNAL(metricsRequested()));
        QTest::newRow("directory") << u"Directory"_s << QByteArray(SIGNAL(directoryRequested()));
        QTest::newRow("why") << u"Why didn’t it pop?"_s << QByteArray(SIGNAL(diagnosticsRequested()));
        QTest::newRow("settings") << u"Settings…"_s << QByteArray(SIGNAL(settingsRequested()));
        QTest::newRow("quit") << u"Quit Callcard"_s << QByteArray(SIGNAL(quitRequested()));
    }

    void entriesAskByIntent()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, signal);
        Tray tray;
        tray.setState(connected());
        QSignalSpy asked(&tray, signal.constData());
        QAction *action = entry(*tray.menu(), text);
        QVERIFY(action);
        action->trigger();
        QCOMPARE(asked.size(), 1);
    }

    void quietIsSwitchedBothWays()
    {
        Tray tray;
        TrayState state = connected();
        tray.setState(state);
        QSignalSpy quiet(&tray, &Tray::quietRequested);
        entry(*tray.menu(), u"Quiet for an hour"_s)->trigger();
        state.look.quiet = true;
        tray.setState(state);
        entry(*tray.menu(), u"End quiet time"_s)->trigger();
        QCOMPARE(quiet[0][0].toBool(), true);
        QCOMPARE(quiet[1][0].toBool(), false);
    }

    void namesFromOutsideAreNeitherMnemonicNorColumn()
    {
        Tray tray;
        TrayState state = connected();
        state.missed = {{u"c-1"_s, QString(u"Thorne & Daughters\t\u202EX"_s), u"3 calls"_s, u"phone-missed"_s}};
        state.look.missed = 1;
        tray.setState(state);
        const QMenu *missed = entry(*tray.menu(), u"Missed (1)"_s)->menu();
        QCOMPARE(missed->actions().first()->text(), u"Thorne && Daughters X\t3 calls"_s);
        QSignalSpy chosen(&tray, &Tray::callRequested);
        missed->actions().first()->trigger();
        QCOMPARE(chosen.first().first().toString(), u"c-1"_s);
        QSignalSpy all(&tray, &Tray::missedRequested);
        missed->actions().last()->trigger();
        QCOMPARE(all.size(), 1);
    }

    void saysItsNameToScreenReaders()
    {
        Tray tray;
        TrayState state = connected();
        state.headline = u"partly connected"_s;
        state.look.missed = 2;
        tray.setState(state);
        QVERIFY2(tray.accessibleName().startsWith(u"Callcard, partly connected, 2 missed call"_s), qPrintable(tray.accessibleName()));
    }

    void withoutATrayItSaysSo()
    {
        Tray tray; // the offscreen platform has none
        QSignalSpy available(&tray, &Tray::availableChanged);
        tray.show();
        QVERIFY(!tray.isAvailable());
        QVERIFY(available.isEmpty());
    }

    void theFlyoutSaysHowOldItIsAndWhatFailed()
    {
        Flyout flyout;
        FlyoutState state{.headline = u"Connected"_s, .goals = {{.name = u"Calls"_s, .value = 38, .target = 50, .share = 0.76}}};
        state.now = QDateTime(QDate(2026, 11, 20), QTime(19, 15), Qt::UTC);
        flyout.setState(state);
        const auto said = [&] {
            QStringList all;
            for (const QWidget *widget : flyout.findChildren<QWidget *>()) {
                if (widget->isVisibleTo(&flyout))
                    all += widget->accessibleName();
            }
            return all.join(u'\n');
        };
        QVERIFY(!flyout.findChild<GoalRing *>()->face().stale);
        QVERIFY(!said().contains(u"Figures read"_s));
        state.readAt = state.now.addSecs(-240);
        state.error = callcard::Error{.kind = callcard::ErrorKind::Offline};
        state.errorSource = u"RingCentral"_s;
        flyout.setState(state);
        QVERIFY(flyout.findChild<GoalRing *>()->face().stale);
        QVERIFY2(said().contains(u"Figures read 4 min ago"_s), qPrintable(said()));
        QVERIFY2(said().contains(u"RingCentral"_s), qPrintable(said()));
    }

    void theFlyoutAsksByIntentAndCloses()
    {
        Flyout flyout;
        flyout.setState(
            {.headline = u"Connected"_s,
             .goals = {{.name = u"Calls"_s, .value = 38, .target = 50, .share = 0.76},
                       {.name = u"Talk time"_s},
                       {.name = u"Texts"_s, .value = 21}},
             .missed = {{.id = u"1"_s, .name = u"Marcus"_s}, {.id = u"2"_s, .name = u"Priya"_s}, {.id = u"3"_s, .name = u"Tom"_s}},
             .waiting = 3,
             .recent = {{.id = u"4"_s, .name = u"Sarah"_s, .detail = u"2:09 PM"_s, .icon = u"phone-in"_s, .below = u"Order placed"_s}}});
        const QList<Chart *> charts = flyout.findChildren<Chart *>();
        QCOMPARE(charts.size(), 5); // three rings, two lists
        QCOMPARE(charts.at(0)->saying(0), u"Calls 38 of 50"_s);
        QCOMPARE(charts.at(1)->saying(0), u"Talk time not read"_s);
        QCOMPARE(charts.at(4)->saying(0), u"Sarah, Order placed, 2:09 PM"_s);
        Chart *missed = charts.at(3);
        QCOMPARE(missed->count(), 2);
        flyout.showBeside(QRect(400, 560, 22, 22));
        QVERIFY(flyout.isVisible());
        QSignalSpy back(&flyout, &Flyout::callBackRequested);
        missed->setCurrent(0);
        QTest::keyClick(missed, Qt::Key_Down);
        QTest::keyClick(missed, Qt::Key_Return);
        QCOMPARE(back.size(), 1);
        QCOMPARE(back.first().first().toString(), u"2"_s);
        QVERIFY(!flyout.isVisible());
        QSignalSpy metrics(&flyout, &Flyout::metricsRequested);
        charts.at(1)->press(0);
        QCOMPARE(metrics.size(), 1);
        flyout.showBeside(QRect(400, 560, 22, 22));
        QTest::keyClick(&flyout, Qt::Key_Escape);
        QVERIFY(!flyout.isVisible());
    }
};

QTEST_MAIN(tst_Tray)
#include "tst_tray.moc"
