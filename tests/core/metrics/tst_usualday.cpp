#include <callcard/callmix.h>
#include <callcard/goalprogress.h>
#include <callcard/usualday.h>

#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDate kToday(2026, 11, 20);
const Rep kRep{.email = u"rep@example.com"_s, .zone = QTimeZone("America/Toronto")};

CountedCall callAt(const QDate &day, int hour, const QString &word = u"Answered"_s, CallDirection direction = CallDirection::Outbound)
{
    static int number = 0;
    CountedCall call{.source = u"ringcentral"_s, .rowId = QString::number(++number), .agentEmail = u"Rep@Example.com"_s};
    call.direction = direction;
    call.outcomeWord = word;
    call.startedAt = QDateTime(day, QTime(hour, 30), kRep.zone).toUTC();
    call.talkTime = word == u"Answered"_s ? 600s : 0s;
    return call;
}

CountedText textAt(const QDate &day, int hour)
{
    static int number = 0;
    return {.source = u"ringcentral"_s,
            .rowId = QString(u"t"_s + QString::number(++number)),
            .agentEmail = kRep.email,
            .direction = CallDirection::Outbound,
            .sentAt = QDateTime(day, QTime(hour, 0), kRep.zone).toUTC()};
}

} // namespace

/// What a rep's own days usually have by a certain time, and what a day's calls are made of.
class tst_UsualDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutDaysNothingIsUsual()
    {
        const UsualDay usual = usualDay({callAt(kToday, 9)}, {}, kRep, kToday); // today is not over
        QCOMPARE(usual.days, 0);
        QCOMPARE(usual.by(kCallsType, QTime(12, 0)), 0.0);
    }

    void byTheClock_data()
    {
        QTest::addColumn<QTime>("time");
        QTest::addColumn<double>("calls");
        QTest::addColumn<double>("talk");
        QTest::newRow("before") << QTime(9, 0) << 0.0 << 0.0;
        QTest::newRow("half an hour later") << QTime(9, 30) << 1.0 << 10.0;
        QTest::newRow("at ten") << QTime(10, 0) << 2.0 << 20.0;
        QTest::newRow("at noon") << QTime(12, 0) << 2.0 << 20.0;
        QTest::newRow("in the evening") << QTime(23, 59) << 3.0 << 20.0;
    }

    /// Two days: four and two calls; of both together four at half past nine, two in the afternoon that nobody answered.
    void byTheClock()
    {
        QFETCH(const QTime, time);
        const QDate first = kToday.addDays(-1);
        const QDate second = kToday.addDays(-4);
        const QList<CountedCall> calls{callAt(first, 9),  callAt(first, 9),
                                       callAt(first, 9),  callAt(first, 15, u"Unanswered"_s),
                                       callAt(second, 9), callAt(second, 15, u"Unanswered"_s)};
        const UsualDay usual = usualDay(calls, {textAt(first, 11)}, kRep, kToday);
        QCOMPARE(usual.days, 2);
        QTEST(usual.by(kCallsType, time), "calls");
        QTEST(usual.by(kTalkType, time), "talk");
        QCOMPARE(usual.wholeDay(kCallsType), 3.0);
        QCOMPARE(usual.wholeDay(kTextsType), 0.5);
        QCOMPARE(usual.by(u"sales", time), 0.0);
    }

    void theLastTwentyCount()
    {
        QList<CountedCall> calls;
        for (int day = 1; day <= 40; ++day) {
            calls.append(callAt(kToday.addDays(-day), 10));
            if (day > 20)
                calls.append(callAt(kToday.addDays(-day), 11)); // older days were busier
        }
        const UsualDay usual = usualDay(calls, {}, kRep, kToday);
        QCOMPARE(usual.days, kUsualDays);
        QCOMPARE(usual.wholeDay(kCallsType), 1.0);
    }

    void strangersAndReportsInProgressAreLeftOut()
    {
        CountedCall other = callAt(kToday.addDays(-1), 9);
        other.agentEmail = u"dana@example.com"_s;
        CountedCall running = callAt(kToday.addDays(-1), 9);
        running.inProgress = true;
        CountedCall twice = callAt(kToday.addDays(-1), 9);
        QCOMPARE(usualDay({other, running, twice, twice}, {}, kRep, kToday).wholeDay(kCallsType), 1.0);
    }

    void theMixAddsUpToTheDay()
    {
        const QList<QString> words{u"Answered"_s,           u"Unanswered"_s, u"Missed"_s,     u"Voicemail"_s,
                                   u"Answered elsewhere"_s, u"Blocked"_s,    u"Teleported"_s, u"Busy"_s};
        QList<CountedCall> calls;
        for (const QString &word : words) {
            calls.append(callAt(kToday, 9, word, CallDirection::Inbound));
            calls.append(callAt(kToday, 23, word, CallDirection::Outbound));
        }
        calls.append(calls.first()); // reported twice
        const QList<CallMix> mixes = callMixes(calls, kRep, kToday, kToday);
        const QList<DailyMetrics> days = dailyMetrics(calls, {}, kRep, kToday, kToday);
        QCOMPARE(mixes.size(), 1);
        QCOMPARE(days.size(), 1);
        const CallMix &mix = mixes.first();
        QCOMPARE(mix.calls(), days.first().calls);
        QCOMPARE(mix.missed + mix.voicemail, days.first().missed);
        QCOMPARE(mix.voicemail, days.first().voicemail);
        QCOMPARE(mix.outgoingReached + mix.incomingAnswered, days.first().connected);
        QCOMPARE(mix.outgoingUnanswered, days.first().notConnected);
        QCOMPARE(mix.failed, days.first().failed);
        QCOMPARE(mix.unknown, days.first().unknown);
        QCOMPARE(mix.elsewhere, days.first().elsewhere);
        QVERIFY(callMixes(calls, kRep, kToday.addDays(1), kToday.addDays(2)).isEmpty());
    }
};

QTEST_APPLESS_MAIN(tst_UsualDay)
#include "tst_usualday.moc"
