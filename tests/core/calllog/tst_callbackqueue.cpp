#include "logvalues.h"

#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace std::chrono_literals;

/// The missed page's lists, and the walk through them.
class tst_CallBackQueue : public QObject
{
    Q_OBJECT

    static LogEntry miss(const QString &session, const QDateTime &when, int from)
    {
        return {.place = when.toMSecsSinceEpoch(), .call = missed(ringing(session, when, from), false), .waiting = true};
    }
    static QString person(int last) { return QString(u"n:"_s + number(last).e164()); }
    static QStringList persons(const QList<WaitingCaller> &callers)
    {
        QStringList list;
        for (const WaitingCaller &caller : callers)
            list.append(caller.person);
        return list;
    }

private Q_SLOTS:
    void groupsByPerson()
    {
        QueueFacts facts{.missed = {miss(u"c"_s, at(9, 30), 1), miss(u"b"_s, at(9, 10), 2), miss(u"a"_s, at(9, 0), 1)}};
        facts.missed.first().call.missedProvisional = true;
        facts.tries.insert(person(1), 2);
        const CallBackQueue queue = callBackQueue(facts, QueueOrder::Waiting, at(10, 0));
        QCOMPARE(persons(queue.waiting), QStringList({person(1), person(2)}));
        const WaitingCaller &caller = queue.waiting.first();
        QCOMPARE(caller.times, 2);
        QCOMPARE(caller.tries, 2);
        QCOMPARE(caller.since, at(9, 0));
        QCOMPARE(caller.newest.call.id, CallId(u"ringcentral:c"_s));
        QVERIFY(caller.provisional && !queue.waiting.last().provisional);
    }

    void sorts_data()
    {
        QTest::addColumn<int>("order");
        QTest::addColumn<QStringList>("expected");
        // 1 waits longest, 2 is worth most, 3 called last, 4 has a star.
        QTest::newRow("value") << static_cast<int>(QueueOrder::Value) << QStringList{person(4), person(2), person(1), person(3)};
        QTest::newRow("waiting") << static_cast<int>(QueueOrder::Waiting) << QStringList{person(1), person(2), person(4), person(3)};
        QTest::newRow("time") << static_cast<int>(QueueOrder::Time) << QStringList{person(3), person(4), person(2), person(1)};
    }
    void sorts()
    {
        QFETCH(int, order);
        QFETCH(QStringList, expected);
        QueueFacts facts{
            .missed = {miss(u"a"_s, at(9, 0), 1), miss(u"b"_s, at(9, 10), 2), miss(u"d"_s, at(9, 40), 3), miss(u"c"_s, at(9, 30), 4)}};
        facts.missed[1].customer.id = CustomerId(u"rich"_s);
        facts.stars.insert(person(4));
        const auto valueOf = [](const CustomerId &customer) { return customer == CustomerId(u"rich"_s) ? qint64(500) : qint64(0); };
        expected.replaceInStrings(person(2), u"c:rich"_s);
        QCOMPARE(persons(callBackQueue(facts, static_cast<QueueOrder>(order), at(10, 0), valueOf).waiting), expected);
    }

    void laterWaitsUntilDue()
    {
        Reminder snooze{.id = 1, .kind = Reminder::Kind::Snooze};
        snooze.party = ringing(u"a"_s, at(9, 0), 1).remote;
        snooze.call = CallId(u"ringcentral:a"_s);
        snooze.due = at(11, 0);
        Reminder alone{.id = 2, .kind = Reminder::Kind::DialLater, .text = u"ask about the spring range"_s};
        alone.party = ringing(u"x"_s, at(9, 0), 5).remote;
        alone.due = at(10, 30);
        QueueFacts facts{.missed = {miss(u"a"_s, at(9, 0), 1)}, .reminders = {snooze, alone}};
        CallBackQueue queue = callBackQueue(facts, QueueOrder::Waiting, at(10, 0));
        QCOMPARE(persons(queue.later), QStringList({person(5), person(1)}));
        QVERIFY(queue.waiting.isEmpty());
        queue = callBackQueue(facts, QueueOrder::Waiting, at(10, 30));
        QCOMPARE(persons(queue.waiting), QStringList{person(5)});
        QCOMPARE(queue.waiting.first().reminder->text, alone.text);
        queue = callBackQueue(facts, QueueOrder::Waiting, at(11, 0));
        QCOMPARE(queue.waiting.size(), 2);
        QVERIFY(queue.later.isEmpty());
        // They call again: nobody told them of "later".
        facts.missed.prepend(miss(u"b"_s, at(10, 5), 1));
        QCOMPARE(persons(callBackQueue(facts, QueueOrder::Waiting, at(10, 6)).waiting), QStringList{person(1)});
    }

    void aConversationSettlesOnce()
    {
        LogEntry first = miss(u"a"_s, at(9, 0), 1);
        LogEntry second = miss(u"b"_s, at(9, 10), 1);
        LogEntry other = miss(u"c"_s, at(9, 5), 2);
        first.settlement = second.settlement = {.how = Settling::Colleague, .at = at(9, 20), .by = u"Dana"_s, .byCall = CallId(u"x"_s)};
        other.settlement = {.how = Settling::ByHand, .at = at(9, 30)};
        const CallBackQueue queue = callBackQueue({.settled = {first, second, other}}, QueueOrder::Time, at(10, 0));
        QCOMPARE(queue.settledToday.size(), 2);
        QCOMPARE(queue.settledToday.first().person, person(2));
        QCOMPARE(queue.settledToday.first().after, 25min);
        QCOMPARE(queue.settledToday.last().missed.call.id, second.call.id);
        QCOMPARE(queue.settledToday.last().after, 20min);
    }

    void walks()
    {
        const QueueFacts facts{.missed = {miss(u"a"_s, at(9, 0), 1), miss(u"b"_s, at(9, 10), 2), miss(u"c"_s, at(9, 20), 3)}};
        QList<WaitingCaller> waiting = callBackQueue(facts, QueueOrder::Waiting, at(10, 0)).waiting;
        QueueWalk walk;
        QCOMPARE(walk.current(waiting), person(1));
        walk.skip(waiting);
        QCOMPARE(walk.current(waiting), person(2));
        waiting.removeAt(1); // reached
        QCOMPARE(walk.current(waiting), person(3));
        walk.skip(waiting);
        QCOMPARE(walk.current(waiting), person(1)); // all were skipped: the first skipped comes again
        walk.skip(waiting);
        QCOMPARE(walk.current(waiting), person(3));
        walk.goTo(person(1));
        QCOMPARE(walk.current(waiting), person(1));
        walk.restart();
        QCOMPARE(walk.current(waiting), person(1));
        waiting.clear();
        QVERIFY(walk.current(waiting).isEmpty());
        walk.skip(waiting);
        QVERIFY(walk.current(waiting).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_CallBackQueue)
#include "tst_callbackqueue.moc"
