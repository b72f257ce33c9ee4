#include <callcard/ui/synctile.h>
#include <callcard/ui/theme.h>

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

Q_DECLARE_METATYPE(callcard::ui::SyncView)

using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime kNow(QDate(2026, 11, 20), QTime(21, 15), Qt::UTC);
const TimeTexts kTimes(QLocale::c(), QTimeZone::utc());

} // namespace

class tst_SyncTile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ThemeKeeper>(*qApp); }

    void saysHowItStands_data()
    {
        QTest::addColumn<SyncView>("view");
        QTest::addColumn<QStringList>("said");
        QTest::addColumn<QString>("button"); // empty: none
        QTest::newRow("never") << SyncView{.state = SyncView::State::Idle} << QStringList{u"Not synced yet."_s} << u"Sync now"_s;
        QTest::newRow("current") << SyncView{.state = SyncView::State::Idle,
                                             .lastSuccess = kNow.addSecs(-240),
                                             .nextTry = kNow.addSecs(600),
                                             .outcome = SyncOutcome{.end = SyncOutcome::End::Done, .calls = 45, .figures = 60}}
                                 << QStringList{u"Up to date"_s, u"Last synced 4 min ago."_s, u"Next try at"_s,
                                                u"Synced calls: 45. Metrics written: 60."_s}
                                 << u"Sync now"_s;
        QTest::newRow("asked for") << SyncView{.state = SyncView::State::Running, .canStop = true, .done = 12, .all = 30}
                                   << QStringList{u"Reading day 12 of 30"_s} << u"Stop"_s;
        QTest::newRow("by the schedule") << SyncView{.state = SyncView::State::Running} << QStringList{u"Syncing"_s} << u"Sync now"_s;
        QTest::newRow("failing") << SyncView{.state = SyncView::State::Failing,
                                             .lastSuccess = kNow.addSecs(-7200),
                                             .nextTry = kNow.addSecs(90),
                                             .problem = u"Firestore cannot be reached."_s,
                                             .waiting = 12,
                                             .parked = 3,
                                             .parkedWhy = u"PERMISSION_DENIED"_s}
                                 << QStringList{u"Not up to date"_s, u"Firestore cannot be reached."_s, u"Waiting to be sent: 12."_s,
                                                u"set aside: 3. PERMISSION_DENIED"_s}
                                 << u"Sync now"_s;
        QTest::newRow("stopped") << SyncView{.state = SyncView::State::Idle, .outcome = SyncOutcome{.end = SyncOutcome::End::Stopped}}
                                 << QStringList{u"Stopped."_s} << u"Sync now"_s;
        QTest::newRow("not set up") << SyncView{} << QStringList{u"Not set up"_s} << QString();
    }

    void saysHowItStands()
    {
        QFETCH(const SyncView, view);
        QFETCH(const QStringList, said);
        QFETCH(const QString, button);
        SyncTile tile;
        tile.setView(view, kNow, kTimes);
        for (const QString &sentence : said)
            QVERIFY2(tile.accessibleName().contains(sentence), qPrintable(tile.accessibleName()));
        QVERIFY(!tile.accessibleName().contains(u"%"_s));
        const auto *shown = tile.findChild<QPushButton *>();
        QCOMPARE(shown->isVisibleTo(&tile), !button.isEmpty());
        if (!button.isEmpty())
            QCOMPARE(shown->text(), button);
    }

    void theButtonStartsAndStops()
    {
        SyncTile tile;
        QSignalSpy asked(&tile, &SyncTile::syncRequested);
        QSignalSpy cancelled(&tile, &SyncTile::cancelRequested);
        auto *button = tile.findChild<QPushButton *>();
        tile.setView({.state = SyncView::State::Idle}, kNow, kTimes);
        button->click();
        QCOMPARE(asked.count(), 1);
        tile.setView({.state = SyncView::State::Running, .canStop = true}, kNow, kTimes);
        button->click();
        QCOMPARE(cancelled.count(), 1);
        QCOMPARE(asked.count(), 1);
    }

private:
    std::unique_ptr<ThemeKeeper> m_theme;
};

QTEST_MAIN(tst_SyncTile)
#include "tst_synctile.moc"
