#include "teampeople.h"

#include <callcard/translations.h>
#include <callcard/ui/figuretile.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/teampage.h>

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

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
