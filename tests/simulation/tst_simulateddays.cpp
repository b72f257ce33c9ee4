#include "simulatedday.h"

#include <QTest>

using namespace callcard;
using namespace callcard::simulation;
using namespace Qt::Literals::StringLiterals;

/// A few days of a rep with everything that can go wrong; thousands are lived through by `simulate`.
class tst_SimulatedDays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noCallIsLostNoneDoubledAndTheFiguresAreTheProviders_data()
    {
        QTest::addColumn<quint32>("seed");
        for (const quint32 seed :
             {1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U, 9U, 10U, 11U, 12U, 13U, 14U, 15U, 16U, 17U, 18U, 19U, 20U, 21U, 22U, 23U, 24U})
            QTest::addRow("%u", seed) << seed;
    }

    void noCallIsLostNoneDoubledAndTheFiguresAreTheProviders()
    {
        QFETCH(const quint32, seed);
        const DayOrder order{.seed = seed, .source = u"ringcentral"_s, .hours = 1, .calls = 40};
        SimulatedDay day(order);
        const QStringList problems = day.live();
        const QString again = u"\nagain: simulate --seed %1 --hours %2 --calls %3"_s.arg(seed).arg(order.hours).arg(order.calls);
        QVERIFY2(problems.isEmpty(), qPrintable(QString(problems.join(u'\n') + again)));
        QCOMPARE(day.tally().calls, order.calls);
    }

    void aSeedGivesTheSameDayAgain()
    {
        const DayOrder order{.seed = 5, .source = u"ringcentral"_s, .hours = 1, .calls = 40};
        SimulatedDay first(order);
        QCOMPARE(first.live(), QStringList());
        SimulatedDay second(order);
        QCOMPARE(second.live(), QStringList());
        QCOMPARE(second.tally().calls, first.tally().calls);
        QCOMPARE(second.tally().cards, first.tally().cards);
        QCOMPARE(second.tally().troubles, first.tally().troubles);
    }
};

QTEST_GUILESS_MAIN(tst_SimulatedDays)
#include "tst_simulateddays.moc"
