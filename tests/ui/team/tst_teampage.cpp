#include "teampeople.h"

#include <callcard/translations.h>
#include <callcard/ui/figurepopover.h>
#include <callcard/ui/figuretile.h>
#include <callcard/ui/label.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/teampage.h>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QDateEdit>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace callcard;
using namespace callcard::testing;
using namespace callcard::ui;

class tst_TeamPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<TeamPage> m_page;
    [[nodiscard]] QTableView *table() const { return m_page->findChild<QTableView *>(); }
    [[nodiscard]] QStringList people() const
    {
        QStringList names;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            names += table()->model()->index(row, 0).data().toString().section(u' ', 0, 0);
        return names;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QVERIFY(installTranslations(*qApp, QLocale()));
    }

    void init()
    {
        m_page = std::make_unique<TeamPage>();
        m_page->setTimes(TimeTexts(QLocale(), QTimeZone("America/Toronto")));
        m_page->resize(984, 720);
        m_page->setFacts(smallTeam());
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void rowsAreMadeOfDocuments_data()
    {
        QTest::addColumn<QList<TeamDocument>>("figures");
        QTest::addColumn<double>("calls"); // -1: not read
        const QDate today(2026, 11, 20);
        const QString calls = kCallsType.toString();
        QTest::newRow("none") << QList<TeamDocument>{} << -1.0;
        QTest::newRow("zero is a figure") << QList<TeamDocument>{stored(calls, today, 0)} << 0.0;
        QTest::newRow("yesterday is not today") << QList<TeamDocument>{stored(calls, today.addDays(-1), 4)} << -1.0;
        QTest::newRow("negative") << QList<TeamDocument>{stored(calls, today, -4)} << -1.0;
        QTest::newRow("not a number") << QList<TeamDocument>{stored(calls, today, qQNaN())} << -1.0;
        QTest::newRow("endless") << QList<TeamDocument>{stored(calls, today, qInf())} << -1.0;
        QTest::newRow("somebody's own entry") << QList<TeamDocument>{stored(calls, today, 7, u"manual"_s)} << -1.0;
        QTest::newRow("a million") << QList<TeamDocument>{stored(calls, today, 1e6)} << 1e6;
    }

    void rowsAreMadeOfDocuments()
    {
        QFETCH(const QList<TeamDocument>, figures);
        QFETCH(const double, calls);
        const TeamRow row = teamRow({.id = UserId(u"a"_s)}, figures, usualGoals(), teamToday());
        QCOMPARE(row.calls.value.value_or(-1), calls);
        QCOMPARE(row.isCounted(), calls >= 0);
    }

    void whoWasNotMissedWasNotAnswered()
    {
        const QDate today(2026, 11, 20);
        TeamDocument told = stored(kCallsType.toString(), today, 20);
        told.inbound = 12;
        TeamDocument more = told;
        more.source = u"justcall"_s;
        more.answered = 9;
        // One document that does not tell is enough: a colleague may have answered.
        const TeamRow row = teamRow({.id = UserId(u"a"_s), .name = u"Ana"_s}, {told, more}, usualGoals(), teamToday());
        QCOMPARE(row.incoming, std::optional(24));
        QVERIFY(!row.answered);
        const TeamRow full = teamRow({.id = UserId(u"b"_s), .name = u"Bo"_s}, {more}, usualGoals(), teamToday());
        QCOMPARE(full.answered, std::optional(9));
        m_page->setFacts({.now = kTeamNow, .rows = {row, full}});
        const QAbstractItemModel *model = table()->model();
        QCOMPARE(model->index(0, 4).data().toString(), u"not told"_s);
        QCOMPARE(model->index(1, 4).data().toString(), u"75%"_s);
        const TeamTotals totals = teamTotals({row, full});
        QCOMPARE(totals.answerRate, std::optional(0.75)); // of those whose documents tell
        QCOMPARE(totals.answeredOf, 12);
        QCOMPARE(totals.incoming, 36);
    }

    void ratesAreRecomputedFromSums()
    {
        TeamFacts facts = smallTeam();
        const TeamTotals totals = teamTotals(facts.rows);
        QCOMPARE(totals.people, 5);
        QCOMPARE(totals.counted, 4);
        QCOMPARE(totals.calls, 47.0 + 44 + 38 + 36);
        QCOMPARE(totals.callsTarget, std::optional(200.0));
        QCOMPARE(totals.incoming, 17 + 11 + 18 + 12);
        QCOMPARE(totals.answerRate, std::optional(double(15 + 10 + 11 + 10) / 58));
        const QList<FigureTile *> tiles = m_page->findChildren<FigureTile *>();
        QCOMPARE(tiles.at(0)->face().figure, u"165"_s);
        QCOMPARE(tiles.at(0)->face().note, u"4 of 5 people counted"_s);
        QCOMPARE(tiles.at(3)->face().figure, u"79%"_s);
    }

    void theConnectionRateIsOfSums()
    {
        const QDate today(2026, 11, 20);
        const QString calls = kCallsType.toString();
        const auto told = [&](double value, std::optional<int> connected, const QString &source) {
            TeamDocument document = stored(calls, today, value, source);
            document.connected = connected;
            return document;
        };
        const QString other = u"justcall"_s;
        const TeamRow ana = teamRow({.id = UserId(u"a"_s), .name = u"Ana"_s}, {told(30, 24, u"ringcentral"_s), told(10, 1, other)},
                                    usualGoals(), teamToday());
        const TeamRow bo = teamRow({.id = UserId(u"b"_s), .name = u"Bo"_s}, {told(60, 50, other)}, usualGoals(), teamToday());
        const TeamRow cy = teamRow({.id = UserId(u"c"_s), .name = u"Cy"_s}, {told(10, {}, other)}, usualGoals(), teamToday());
        const TeamRow di = teamRow({.id = UserId(u"d"_s), .name = u"Di"_s}, {told(10, 11, other)}, usualGoals(), teamToday());
        QCOMPARE(ana.connected, std::optional(25));
        QVERIFY(!cy.connected);
        QVERIFY(!di.connected); // more than there were: no count
        const TeamTotals totals = teamTotals({ana, bo, cy, di});
        QCOMPARE(totals.connectedOf, 100);
        QCOMPARE(totals.connectionRate, std::optional(0.75)); // never the mean of 62.5 % and 83.3 %
        m_page->setFacts({.now = kTeamNow, .rows = {ana, bo, cy, di}});
        const QAbstractItemModel *model = table()->model();
        QCOMPARE(model->index(0, 11).data().toString(), u"83%"_s);
        QCOMPARE(model->index(1, 11).data().toString(), u"63%"_s);
        QCOMPARE(model->index(2, 11).data().toString(), u"not told"_s);
        // No document tells who answered what came in; how many calls were connected is told, and that is shown instead.
        const TileFace tile = m_page->findChildren<FigureTile *>().at(3)->face();
        QCOMPARE(tile.title, u"Connection rate"_s);
        QCOMPARE(tile.figure, u"75%"_s);
        QCOMPARE(tile.note, u"of 100"_s);
    }

    void theTeamsDaysAreSumsWithGaps()
    {
        TeamFacts facts = smallTeam();
        QCOMPARE(teamTotals(facts.rows).days.first(), std::optional(30.0 + 44 + 34 + 30 + 31));
        QVERIFY(!teamTotals(facts.rows).days.at(4)); // Robin's was not read
        facts.rows.remove(2);
        QCOMPARE(teamTotals(facts.rows).days.at(4), std::optional(42.0 + 36 + 37 + 32));
        facts.rows.append(TeamRow{.id = UserId(u"new"_s), .name = u"New"_s}); // of whom nothing is known yet
        QCOMPARE(teamTotals(facts.rows).days.at(4), std::optional(42.0 + 36 + 37 + 32));
        QVERIFY(!teamTotals({}).days.at(4));
    }

    void theUnreadComeLastBothWays()
    {
        QCOMPARE(people(), (QStringList{u"Mei"_s, u"Dana"_s, u"Robin"_s, u"Luis"_s, u"Karim"_s}));
        for (const int column : {1, 2, 3, 4}) {
            table()->sortByColumn(column, Qt::AscendingOrder);
            QCOMPARE(people().last(), u"Karim"_s);
            table()->sortByColumn(column, Qt::DescendingOrder);
            QCOMPARE(people().last(), u"Karim"_s);
        }
        table()->sortByColumn(0, Qt::AscendingOrder);
        QCOMPARE(people().first(), u"Dana"_s);
    }

    void theModelKeepsItsPromises()
    {
        QAbstractItemModelTester tester(table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        TeamFacts facts = smallTeam();
        facts.rows[1].calls.value = 90;
        QSignalSpy reset(table()->model(), &QAbstractItemModel::modelReset);
        m_page->setFacts(facts);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(people().first(), u"Dana"_s);
        facts.rows.removeFirst();
        m_page->setFacts(facts);
        QCOMPARE(people().size(), 4);
        m_page->setFacts({.now = kTeamNow});
        QCOMPARE(people().size(), 0);
        QVERIFY(!table()->isVisible());
    }

    void cellsSpeakAndEnterOpensThePerson()
    {
        const QAbstractItemModel *model = table()->model();
        QCOMPARE(model->index(0, 1).data(Qt::AccessibleTextRole).toString(), u"Calls, against pace: 47, of 50, 35 expected by now"_s);
        QCOMPARE(model->index(4, 1).data(Qt::AccessibleTextRole).toString(), u"Calls, against pace: Not read"_s);
        QVERIFY(model->index(2, 7).data(Qt::AccessibleTextRole).toString().contains(u"Not read"_s)); // a gap in ten days
        QSignalSpy opened(m_page.get(), &TeamPage::personChosen);
        table()->setCurrentIndex(model->index(1, 0));
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().value<UserId>(), UserId(u"dana"_s));
    }

    void whoIsOnACallIsSaidWithItsAge()
    {
        const QAbstractItemModel *model = table()->model();
        const int now = 9;
        QCOMPARE(model->index(0, now).data().toString(), u"On a call, 20 s ago"_s);
        QCOMPARE(model->index(4, now).data().toString(), u"Not known"_s);
        QCOMPARE(model->index(0, 0).data(Qt::AccessibleTextRole).toString(), u"Mei Tanaka, On a call, 20 s ago"_s);
        QVERIFY(model->index(0, 0).data(Qt::ToolTipRole).toString().contains(u"mei@callcard.example"_s));
        table()->setColumnHidden(now, false);
        table()->sortByColumn(now, Qt::AscendingOrder);
        QCOMPARE(people().last(), u"Karim"_s);
        table()->sortByColumn(now, Qt::DescendingOrder);
        QCOMPARE(people().last(), u"Karim"_s); // not known is last both ways
        QCOMPARE(m_page->table().at(1).at(6), u"Away, 20 s ago"_s);
        table()->sortByColumn(1, Qt::DescendingOrder);
        // What was told a while ago is not true any more; and nothing is ever free for want of knowledge.
        TeamFacts facts = smallTeam();
        for (TeamRow &row : facts.rows)
            row.presentAt = kTeamNow.addSecs(-301);
        m_page->setFacts(facts);
        for (int row = 0; row < 5; ++row)
            QCOMPARE(model->index(row, now).data().toString(), u"Not known"_s);
        // Where no phone service tells such things, nothing is said at all.
        for (TeamRow &row : facts.rows)
            row.present.reset();
        m_page->setFacts(facts);
        QCOMPARE(model->index(0, 0).data(Qt::AccessibleTextRole).toString(), u"Mei Tanaka"_s);
    }

    void aSyncThatFoundNothingNewIsFresh()
    {
        const QAbstractItemModel *model = table()->model();
        TeamFacts facts = smallTeam();
        TeamRow &row = facts.rows[1];
        row.updatedAt = kTeamNow.addDays(-3);
        row.syncedAt = {};
        m_page->setFacts(facts);
        QVERIFY(model->index(1, 8).data().toString().startsWith(u"Not read since"_s));
        row.syncedAt = kTeamNow.addSecs(-240);
        m_page->setFacts(facts);
        QCOMPARE(model->index(1, 8).data().toString(), u"4 min ago"_s);
        QVERIFY(model->index(1, 8).data(Qt::AccessibleTextRole).toString().contains(u"Last sync 4 min ago"_s));
        QCOMPARE(model->index(1, 10).data().toString(), u"4 min ago"_s);
        QCOMPARE(model->index(4, 10).data(Qt::AccessibleTextRole).toString(), u"Last sync: Not known"_s);
    }

    void whyWhoIsOnACallIsNotKnown()
    {
        TeamFacts facts = smallTeam();
        facts.presenceTrouble = Error{.kind = ErrorKind::Offline, .detail = {}, .retryAfter = {}};
        facts.presenceSource = u"ringcentral"_s;
        m_page->setFacts(facts);
        const auto says = [this](const QString &what) {
            const QList<Label *> labels = m_page->findChildren<Label *>();
            return std::any_of(labels.begin(), labels.end(), [&](const Label *label) { return label->text().contains(what); });
        };
        QVERIFY(says(u"Who is on a call is not known of everybody."_s));
        m_page->setFacts(smallTeam());
        QVERIFY(!says(u"Who is on a call"_s));
    }

    /// The headers are the pointer's; the menu of a row has the same for the keyboard.
    void theMenuKeyReachesColumnsAndTheirOrder()
    {
        constexpr int kTalk = 2;
        constexpr int kNow = 9;
        QTableView *view = table();
        view->setCurrentIndex(view->model()->index(1, kTalk));
        Q_EMIT
        view->customContextMenuRequested(QPoint(-500, -500)); // as the key does: far from the pointer
        const auto *menu = m_page->findChild<QMenu *>();
        QVERIFY(menu);
        const auto named = [](const QMenu *among, const QString &text) {
            const QList<QAction *> all = among->actions();
            const auto found = std::find_if(all.begin(), all.end(), [&](const QAction *action) { return action->text() == text; });
            return found == all.end() ? nullptr : *found;
        };
        QAction *sort = named(menu, u"Sort by Talk"_s);
        QVERIFY(sort);
        sort->trigger();
        QCOMPARE(view->horizontalHeader()->sortIndicatorSection(), kTalk);
        const QAction *columns = named(menu, u"Columns"_s);
        QVERIFY(columns && columns->menu());
        QVERIFY(view->isColumnHidden(kNow));
        named(columns->menu(), u"Right now"_s)->trigger();
        QVERIFY(!view->isColumnHidden(kNow));
    }

    void troubleIsSaidOnceAndCanBeRetried()
    {
        auto *banner = m_page->findChild<Banner *>();
        QVERIFY(banner->isVisible());
        QVERIFY(banner->accessibleName().contains(u"Karim Saleh"_s));
        QSignalSpy retried(m_page.get(), &TeamPage::retryRequested);
        Q_EMIT
        banner->buttonClicked();
        QCOMPARE(retried.size(), 1);
        TeamFacts facts = smallTeam();
        facts.rows.removeLast();
        m_page->setFacts(facts);
        QVERIFY(!banner->isVisible());
        facts.trouble = Error{.kind = ErrorKind::Offline};
        m_page->setFacts(facts);
        QVERIFY(banner->isVisible());
        QCOMPARE(people().size(), 4); // what was read stays
    }

    void theTableIsExportedAsItIsShown()
    {
        const QList<QStringList> rows = m_page->table();
        QCOMPARE(rows.size(), 6);
        QCOMPARE(rows.first().first(), u"Person"_s);
        QCOMPARE(rows.at(1).at(0), u"Mei Tanaka"_s);
        QCOMPARE(rows.at(1).at(1), u"47"_s);
        QVERIFY(rows.at(5).at(1).isEmpty());
        const qsizetype columns = rows.first().size();
        table()->setColumnHidden(5, false);
        QCOMPARE(m_page->table().first().size(), columns + 1);
    }

    void aRangeHasTheGoalsOfAPeriodOnlyWhereItIsOne_data()
    {
        QTest::addColumn<TeamChoice>("choice");
        QTest::addColumn<DayRange>("range");
        QTest::addColumn<int>("period"); // -1: none
        const auto newRow = [](const char *name, const TeamChoice &choice, const DayRange &range, int period) {
            QTest::newRow(name) << choice << range << period;
        };
        const QDate today(2026, 11, 20);
        newRow("today", {}, {today, today}, int(GoalPeriod::Daily));
        newRow("week", {.span = TeamSpan::Week}, {QDate(2026, 11, 16), QDate(2026, 11, 22)}, int(GoalPeriod::Weekly));
        newRow("month", {.span = TeamSpan::Month}, {QDate(2026, 11, 1), QDate(2026, 11, 30)}, int(GoalPeriod::Monthly));
        newRow("no range chosen yet", {.span = TeamSpan::Range}, {QDate(2026, 10, 1), QDate(2026, 12, 31)}, int(GoalPeriod::Quarterly));
        newRow("a range", {.span = TeamSpan::Range, .range = {QDate(2026, 11, 3), QDate(2026, 11, 9)}},
               {QDate(2026, 11, 3), QDate(2026, 11, 9)}, -1);
        newRow("the last quarter", {.span = TeamSpan::Range, .range = {QDate(2026, 7, 1), QDate(2026, 9, 30)}},
               {QDate(2026, 7, 1), QDate(2026, 9, 30)}, int(GoalPeriod::Quarterly));
        newRow("backwards", {.span = TeamSpan::Range, .range = {QDate(2026, 11, 9), QDate(2026, 11, 3)}},
               {QDate(2026, 11, 3), QDate(2026, 11, 9)}, -1);
    }

    void aRangeHasTheGoalsOfAPeriodOnlyWhereItIsOne()
    {
        QFETCH(const TeamChoice, choice);
        QFETCH(const DayRange, range);
        QFETCH(const int, period);
        QCOMPARE(rangeOf(choice, QDate(2026, 11, 20)), range);
        const std::optional<GoalPeriod> whole = wholePeriod(range);
        QCOMPARE(whole ? int(*whole) : -1, period);
        TeamSpanOfTime span = teamToday();
        span.range = range;
        span.period = whole;
        const TeamRow row = teamRow({.id = UserId(u"a"_s)}, {stored(kCallsType.toString(), range.from, 7)}, usualGoals(), span);
        QCOMPARE(row.calls.value, std::optional(7.0));
        QCOMPARE(row.calls.target.has_value(), period == int(GoalPeriod::Daily)); // the others have no goals here
    }

    void aRangeIsChosenByItsDays()
    {
        QSignalSpy changed(m_page.get(), &TeamPage::choiceChanged);
        QVERIFY(!m_page->findChild<QDateEdit *>()->isVisible());
        TeamFacts facts = smallTeam();
        facts.today = QDate(2026, 11, 20);
        facts.first = QDate(2024, 11, 21);
        const auto press = [&](const QString &text) {
            for (QAbstractButton *button : m_page->findChildren<QAbstractButton *>()) {
                if (button->text() == text && button->isVisible())
                    return button->click();
            }
            QFAIL(qPrintable(text));
        };
        press(u"Range"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_page->choice().span, TeamSpan::Range);
        facts.range = rangeOf(m_page->choice(), facts.today);
        m_page->setFacts(facts);
        auto *from = m_page->findChild<QDateEdit *>();
        QVERIFY(from->isVisible());
        QCOMPARE(from->date(), QDate(2026, 10, 1)); // this quarter
        press(u"Last quarter"_s);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(changed.last().first().value<TeamChoice>().range, (DayRange{QDate(2026, 7, 1), QDate(2026, 9, 30)}));
        from->setDate(QDate(2026, 9, 10));
        QCOMPARE(changed.size(), 3);
        QCOMPARE(changed.last().first().value<TeamChoice>().range.from, QDate(2026, 9, 10));
        press(u"Today"_s);
        QCOMPARE(m_page->choice(), TeamChoice());
        QVERIFY(!from->isVisible());
    }

    void whoLeadsSeveralTeamsChoosesOne()
    {
        const auto chooser = [this]() -> QToolButton * {
            for (QToolButton *button : m_page->findChildren<QToolButton *>()) {
                if (button->isVisible() && button->menu() != nullptr && !button->text().isEmpty())
                    return button;
            }
            return nullptr;
        };
        m_page->setTeams({u"Eastern accounts"_s}, {});
        QVERIFY(!chooser()); // one is no choice
        m_page->setTeams({u"Eastern accounts"_s, u"R&D"_s}, u"R&D"_s);
        QVERIFY(chooser());
        QCOMPARE(chooser()->text(), u"R&D"_s);
        QCOMPARE(chooser()->menu()->actions().size(), 3);
        QSignalSpy chosen(m_page.get(), &TeamPage::teamChosen);
        chooser()->menu()->actions().at(1)->trigger();
        chooser()->menu()->actions().first()->trigger(); // everybody
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(chosen.at(0).first().toString(), u"Eastern accounts"_s);
        QCOMPARE(chosen.at(1).first().toString(), QString());
    }

    void aTotalOpensItsPeopleAndItsDefinition()
    {
        QSignalSpy opened(m_page.get(), &TeamPage::personChosen);
        const QList<FigureTile *> tiles = m_page->findChildren<FigureTile *>();
        for (int i = 0; i < tiles.size(); ++i) {
            QVERIFY(tiles.at(i)->isPressable(0));
            tiles.at(i)->press(0);
            auto *popover = qobject_cast<FigurePopover *>(QApplication::activePopupWidget());
            QVERIFY(popover);
            QCOMPARE(popover->rows().size(), 5);
            QCOMPARE(popover->rows().first().who, u"Mei Tanaka"_s); // in the order of the table
            QCOMPARE(popover->rows().last().when, u"not read"_s);
            QVERIFY(!popover->findChild<QLabel *>()->text().isEmpty());
            popover->hide();
        }
        tiles.first()->press(0);
        auto *popover = qobject_cast<FigurePopover *>(QApplication::activePopupWidget());
        QCOMPARE(popover->rows().first().detail, u"47"_s);
        QCOMPARE(popover->rows().first().when, u"of 50"_s);
        QCOMPARE(popover->note(), u"4 of 5 people counted"_s);
        popover->findChild<FactRows *>()->press(1);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().value<UserId>(), UserId(u"dana"_s));
        QVERIFY(!popover->isVisible());
    }

    void aFigureInTheTableOpensItsDaysAndItsDefinition()
    {
        QSignalSpy asked(m_page.get(), &TeamPage::documentsRequested);
        QSignalSpy opened(m_page.get(), &TeamPage::personChosen);
        const auto pressed = [&](int column) -> FigurePopover * {
            table()->setCurrentIndex(table()->model()->index(0, column));
            QTest::keyClick(table(), Qt::Key_Space);
            return qobject_cast<FigurePopover *>(QApplication::activePopupWidget());
        };
        for (const int column : {0, 8, 9, 10})
            QVERIFY2(!pressed(column), qPrintable(QString::number(column))); // no figures
        QCOMPARE(asked.size(), 0);
        FigurePopover *popover = pressed(1);
        QVERIFY(popover);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<UserId>(), UserId(u"mei"_s));
        const QDate today(2026, 11, 20);
        QList<TeamDocument> documents = storedDays({30, 33, 38, 36, 42, 40, 43, 45, 44, 47}, 128, 28, 17, 2);
        documents.append(stored(kCallsType.toString(), today, 3, u"justcall"_s));
        documents.append(stored(kCallsType.toString(), today, -5, u"ringcentral"_s)); // no figure
        m_page->setDocuments(UserId(u"dana"_s), documents);                           // an answer to another question
        QCOMPARE(popover->rows().size(), 0);
        m_page->setDocuments(UserId(u"mei"_s), documents);
        QCOMPARE(popover->rows().size(), 2); // today alone, each source apart
        QCOMPARE(popover->rows().at(0).who, u"Today"_s);
        QCOMPARE(popover->rows().at(0).detail, u"47"_s);
        QCOMPARE(popover->rows().at(1).detail, u"3"_s);
        QVERIFY2(popover->note().contains(u"single calls"_s), qPrintable(popover->note()));
        popover->hide();
        popover = pressed(7); // ten working days
        m_page->setDocuments(UserId(u"mei"_s), documents);
        QCOMPARE(popover->rows().size(), 11);
        QCOMPARE(popover->rows().last().detail, u"30"_s);
        popover->hide();
        popover = pressed(4); // answered
        m_page->setDocuments(UserId(u"mei"_s), documents);
        QCOMPARE(popover->rows().first().detail, u"15 of 17"_s);
        QCOMPARE(popover->rows().last().detail, u"not told"_s);
        for (QPushButton *button : popover->findChildren<QPushButton *>()) {
            if (button->text() == u"Open metrics"_s)
                button->click();
        }
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().value<UserId>(), UserId(u"mei"_s));
    }

    void aFigureIsCopied()
    {
        table()->setCurrentIndex(table()->model()->index(1, 1));
        QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"44"_s);
        Q_EMIT
        table()->customContextMenuRequested(table()->visualRect(table()->model()->index(1, 2)).center());
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (QAction *action : menu->actions()) {
            if (action->text() == u"Copy figure"_s)
                action->trigger();
        }
        menu->close();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Dana Whitfield\tTalk\t1 h 52 min"_s);
    }

    void paperHasEverybodyAndIsCutBetweenPeople()
    {
        TeamFacts facts = smallTeam();
        const TeamRow one = facts.rows.first();
        for (int i = 0; i < 40; ++i) {
            TeamRow row = one;
            row.id = UserId(QString::number(i));
            facts.rows.append(row);
        }
        m_page->setFacts(facts);
        const QSize size = m_page->paperSize();
        const QList<int> cuts = m_page->paperCuts();
        QCOMPARE(cuts.size(), 46); // people, and the end
        QCOMPARE(cuts.last(), size.height());
        QVERIFY(size.height() > 45 * 50);
        QVERIFY(std::is_sorted(cuts.begin(), cuts.end()));
        const auto painted = [&](const QRect &clip) {
            QImage paper(size, QImage::Format_RGB32);
            paper.fill(Qt::magenta);
            QPainter painter(&paper);
            if (clip.isValid())
                painter.setClipRect(clip);
            m_page->paintPaper(painter);
            return paper;
        };
        const QImage whole = painted({});
        const QRect sheet(0, cuts.at(9), size.width(), cuts.at(19) - cuts.at(9));
        QCOMPARE(painted(sheet).copy(sheet), whole.copy(sheet)); // a sheet is what the whole has there
        // The last person is there although the table does not show them, and so is every column when all are shown.
        const auto isPainted = [&](const QRect &rect) {
            const QImage part = whole.copy(rect);
            const QRgb first = part.pixel(part.width() / 2, 2);
            for (int y = 0; y < part.height() - 2; ++y) {
                for (int x = 0; x < part.width(); ++x) {
                    if (part.pixel(x, y) != first)
                        return true;
                }
            }
            return false;
        };
        QVERIFY(isPainted(QRect(40, cuts.at(43), 150, cuts.at(44) - cuts.at(43))));
        for (int column = 0; column < table()->model()->columnCount(); ++column)
            table()->setColumnHidden(column, false);
        QVERIFY(m_page->paperSize().width() > size.width());
    }

    void everyWayOutIsOffered()
    {
        QSignalSpy wanted(m_page.get(), &TeamPage::exportRequested);
        for (QToolButton *button : m_page->findChildren<QToolButton *>()) {
            if (button->menu() == nullptr || !button->isVisible())
                continue;
            for (QAction *action : button->menu()->actions())
                action->trigger();
        }
        QCOMPARE(wanted.size(), 4);
        QCOMPARE(wanted.first().first().value<TeamExport>(), TeamExport::TableCsv);
        QCOMPARE(wanted.last().first().value<TeamExport>(), TeamExport::Print);
    }

    void twoHundredPeopleScroll()
    {
        TeamFacts facts = smallTeam();
        const TeamRow one = facts.rows.first();
        for (int i = 0; i < 200; ++i) {
            TeamRow row = one;
            row.id = UserId(QString::number(i));
            facts.rows.append(row);
        }
        m_page->setFacts(facts);
        QCOMPARE(people().size(), 205);
        table()->scrollToBottom();
        QVERIFY(!m_page->grab().isNull());
        QVERIFY(table()->indexAt(QPoint(20, table()->viewport()->height() - 20)).row() > 190);
    }
};

QTEST_MAIN(tst_TeamPage)
#include "tst_teampage.moc"
