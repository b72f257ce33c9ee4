#include "logvalues.h"

#include <QTest>

#include <algorithm>

using namespace callcard;
using namespace callcard::testing;
using namespace std::chrono_literals;

/// Which missed calls still wait.
class tst_Settling : public QObject
{
    Q_OBJECT

    static LogEntry entry(const Call &call) { return {.place = call.startedAt.toMSecsSinceEpoch(), .call = call}; }
    static Call elsewhere(Call call, const QString &by)
    {
        call.state = CallState::Ended;
        call.reason = EndReason::AnsweredElsewhere;
        call.answeredBy = by;
        return call;
    }

private Q_SLOTS:
    void settles_data()
    {
        QTest::addColumn<QList<Call>>("later");
        QTest::addColumn<int>("how");
        QTest::addColumn<QString>("by");
        const auto row = [](const char *name, const QList<Call> &later, Settling how, const QString &by = {}) {
            QTest::newRow(name) << later << static_cast<int>(how) << by;
        };
        const Call mine = talked(outgoing(ringing(u"b"_s, at(9, 30))), 120s);
        const Call again = talked(ringing(u"c"_s, at(9, 40)), 60s);
        Call tried = outgoing(ringing(u"d"_s, at(9, 20)));
        tried.state = CallState::Ended;
        tried.reason = EndReason::HungUp;
        Call live = ringing(u"e"_s, at(9, 25));
        live.state = CallState::Active;
        live.answeredAt = at(9, 26);
        row("nobody called", {}, Settling::Open);
        row("a try that reached nobody", {tried}, Settling::Open);
        row("another miss", {missed(ringing(u"f"_s, at(9, 15)))}, Settling::Open);
        row("the rep called", {mine}, Settling::ReachedByMe);
        row("they called again", {again}, Settling::CalledAgain);
        row("a colleague answered", {elsewhere(ringing(u"g"_s, at(9, 20)), u"Dana"_s)}, Settling::Colleague, u"Dana"_s);
        row("talking just now", {live}, Settling::CalledAgain);
        row("the first conversation counts", {again, mine, tried}, Settling::ReachedByMe);
        row("talk before the miss", {talked(ringing(u"h"_s, at(8, 0)), 60s)}, Settling::Open);
        Call toMailbox = missed(ringing(u"i"_s, at(9, 50)));
        toMailbox.reason = EndReason::Voicemail;
        toMailbox.answeredAt = at(9, 51);
        row("their mailbox message", {toMailbox}, Settling::Open);
    }
    void settles()
    {
        QFETCH(QList<Call>, later);
        QFETCH(int, how);
        QFETCH(QString, by);
        QList<LogEntry> entries{entry(missed(ringing(u"a"_s, at(9, 0))))};
        for (const Call &call : later)
            entries.append(entry(call));
        std::sort(entries.begin(), entries.end(), [](const LogEntry &left, const LogEntry &right) { return left.call.id < right.call.id; });
        do { // whatever the order
            const QList<Settlement> settlements = settle(entries);
            QCOMPARE(settlements.size(), entries.size());
            const auto first = std::find_if(entries.cbegin(), entries.cend(),
                                            [](const LogEntry &one) { return one.call.id == CallId(u"ringcentral:a"_s); });
            const Settlement settlement = settlements.at(std::distance(entries.cbegin(), first));
            QCOMPARE(static_cast<int>(settlement.how), how);
            QCOMPARE(settlement.by, by);
            QCOMPARE(settlement.byCall.isEmpty(), how == static_cast<int>(Settling::Open));
        } while (std::next_permutation(entries.begin(), entries.end(),
                                       [](const LogEntry &left, const LogEntry &right) { return left.call.id < right.call.id; }));
    }

    void aHandsDoneStays()
    {
        LogEntry done = entry(missed(ringing(u"a"_s, at(9, 0))));
        done.settlement = {.how = Settling::ByHand, .at = at(9, 10)};
        QCOMPARE(settle({done}).first(), done.settlement);
        const LogEntry later = entry(talked(ringing(u"b"_s, at(9, 30)), 5s));
        QCOMPARE(settle({done, later}).first(), done.settlement);
        const LogEntry before = entry(talked(ringing(u"c"_s, at(9, 5)), 5s));
        QCOMPARE(settle({done, later, before}).first().byCall, before.call.id);
    }

    void tellsPersonsApart()
    {
        Call call = ringing(u"a"_s, at(9, 0));
        QCOMPARE(personKey({}, call), u"n:+14165550142"_s);
        QCOMPARE(personKey(CustomerId(u"7"_s), call), u"c:7"_s);
        call.withheld = true;
        QVERIFY(personKey(CustomerId(u"7"_s), call).isEmpty());
        Call internal;
        internal.remote.extension = u"214"_s;
        QCOMPARE(personKey({}, internal), u"x:214"_s);
        QVERIFY(personKey({}, Call()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_Settling)
#include "tst_settling.moc"
