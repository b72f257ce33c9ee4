#include <callcard/metrics.h>

#include <QTest>

using namespace callcard;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate kDay(2026, 11, 20);

CountedCall call(int id, const QString &word, int talk = 0, CallDirection direction = CallDirection::Inbound)
{
    return {.source = u"justcall"_s,
            .rowId = QString::number(id),
            .agentEmail = u"dana@callcard.example"_s,
            .direction = direction,
            .outcomeWord = word,
            .startedAt = QDateTime(kDay, QTime(15, id % 60), Qt::UTC),
            .talkTime = std::chrono::seconds(talk)};
}

Rep rep(const char *zone = "America/Denver", const QString &email = u"dana@callcard.example"_s)
{
    return {.email = email, .zone = QTimeZone(zone)};
}

QList<DailyMetrics> figures(const QList<CountedCall> &calls, const Rep &who = rep(), const QList<CountedText> &texts = {})
{
    return dailyMetrics(calls, texts, who, kDay.addDays(-400), kDay.addDays(400));
}

} // namespace

class tst_DailyMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDayAddsUp()
    {
        QList<CountedCall> calls{call(1, u"Answered"_s, 100),
                                 call(2, u"Missed"_s),
                                 call(3, u"Voicemail"_s),
                                 call(4, u"Unanswered"_s, 0, CallDirection::Outbound),
                                 call(5, u"Answered"_s, 50, CallDirection::Outbound),
                                 call(6, u"Failed"_s),
                                 call(7, u"In Progress"_s),
                                 call(8, u"Strange"_s)};
        calls[0].holdTime = 20s;
        const auto days = figures(calls);
        QCOMPARE(days.size(), 1);
        const DailyMetrics &day = days.first();
        QCOMPARE(day.calls, 7);
        QCOMPARE(day.inbound, 5);
        QCOMPARE(day.outbound, 2);
        QCOMPARE(day.connected, 2);
        QCOMPARE(day.missed, 2);
        QCOMPARE(day.voicemail, 1);
        QCOMPARE(day.notConnected, 1);
        QCOMPARE(day.failed, 1);
        QCOMPARE(day.unknown, 1);
        QCOMPARE(day.talkTime, 150s);
        QCOMPARE(day.totalTime, 170s);
        QCOMPARE(day.talkMinutes(), 3);
        QCOMPARE(day.averageSeconds(), 75);
        QCOMPARE(day.byStatus.value(u"Strange"_s), 1);
    }

    void theLaterReportOfARowCounts()
    {
        CountedCall early = call(1, u"In Progress"_s);
        early.modifiedAt = QDateTime(kDay, QTime(15, 0), Qt::UTC);
        CountedCall late = call(1, u"Answered"_s, 60);
        late.modifiedAt = early.modifiedAt.addSecs(90);
        QCOMPARE(figures({late, early}), figures({early, late}));
        QCOMPARE(figures({early, late}).first().connected, 1);
    }

    void onlyTheRepsOwnCallsCount_data()
    {
        QTest::addColumn<QString>("agent");
        QTest::addColumn<int>("days");
        QTest::newRow("same") << u"dana@callcard.example"_s << 1;
        QTest::newRow("case and space") << u" Dana@Callcard.Example "_s << 1;
        QTest::newRow("another") << u"lee@callcard.example"_s << 0;
        QTest::newRow("nobody") << QString() << 0;
    }

    void onlyTheRepsOwnCallsCount()
    {
        QFETCH(const QString, agent);
        QFETCH(const int, days);
        CountedCall one = call(1, u"Answered"_s, 60);
        one.agentEmail = agent;
        QCOMPARE(figures({one}).size(), days);
    }

    void theProvidersOwnDayWins()
    {
        CountedCall one = call(1, u"Answered"_s, 60);
        one.userDay = kDay.addDays(-1);
        QCOMPARE(figures({one}).first().day, kDay.addDays(-1));
    }

    void textsSentAndNotDeleted()
    {
        const auto text = [](int id, CallDirection direction, bool deleted) {
            return CountedText{.source = u"justcall"_s,
                               .rowId = QString::number(id),
                               .agentEmail = u"dana@callcard.example"_s,
                               .direction = direction,
                               .sentAt = QDateTime(kDay, QTime(16, 0), Qt::UTC),
                               .deleted = deleted};
        };
        const auto days = figures({}, rep(),
                                  {text(1, CallDirection::Outbound, false), text(1, CallDirection::Outbound, false),
                                   text(2, CallDirection::Outbound, true), text(3, CallDirection::Inbound, false)});
        QCOMPARE(days.size(), 1);
        QCOMPARE(days.first().textsSent, 1);
        QCOMPARE(days.first().textsReceived, 1);
        QCOMPARE(days.first().calls, 0);
    }

    void sourcesAreNeverAddedUp()
    {
        CountedCall other = call(1, u"Accepted"_s, 60);
        other.source = u"ringcentral"_s;
        QCOMPARE(figures({call(1, u"Answered"_s, 60), other}).size(), 2);
    }

    void theDigestTellsWhichCalls()
    {
        const QString one = figures({call(1, u"Answered"_s)}).first().callIdsDigest;
        QCOMPARE(one.size(), 16);
        QCOMPARE(figures({call(1, u"Missed"_s)}).first().callIdsDigest, one);
        QVERIFY(figures({call(2, u"Answered"_s)}).first().callIdsDigest != one);
    }

    /// The other applications write a word now this way, now that: one bucket, or two machines would differ.
    void spellingsShareABucket()
    {
        const DailyMetrics day = figures({call(1, u"Answered"_s), call(2, u" answered"_s), call(3, u"ANSWERED"_s), call(4, QString()),
                                          call(5, u"Sent to  Voicemail"_s), call(6, QString(500, u'x'))})
                                     .first();
        QCOMPARE(day.byStatus.value(u"Answered"_s), 3);
        QCOMPARE(day.byStatus.value(u"Unknown"_s), 1);
        QCOMPARE(day.byStatus.value(u"Sent to voicemail"_s), 1);
        QCOMPARE(day.byStatus.size(), 4);
        QVERIFY(day.byStatus.lastKey().size() <= 64);
    }

    void halfMinutes_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("minutes");
        QTest::newRow("nothing") << 0 << 0;
        QTest::newRow("29 s") << 29 << 0;
        QTest::newRow("30 s") << 30 << 1;
        QTest::newRow("89 s") << 89 << 1;
        QTest::newRow("90 s") << 90 << 2;
    }

    void halfMinutes()
    {
        QFETCH(const int, seconds);
        QFETCH(const int, minutes);
        // Two calls: rounded once a day, not once a call.
        const DailyMetrics day = figures({call(1, u"Answered"_s, seconds / 2), call(2, u"Answered"_s, seconds - seconds / 2)}).first();
        QCOMPARE(day.talkMinutes(), minutes);
    }

    void nonsenseOfAProviderNeverSubtracts()
    {
        CountedCall one = call(1, u"Answered"_s, -50);
        one.holdTime = -20s;
        const DailyMetrics day = figures({one, call(2, u"Answered"_s, 60)}).first();
        QCOMPARE(day.talkTime, 60s);
        QCOMPARE(day.totalTime, 60s);
        QCOMPARE(day.connected, 2);
        QCOMPARE(day.averageSeconds(), 30);
    }

    void onlyTheRangeCounts()
    {
        QCOMPARE(dailyMetrics({call(1, u"Answered"_s)}, {}, rep(), kDay.addDays(1), kDay.addDays(2)).size(), 0);
        QCOMPARE(dailyMetrics({call(1, u"Answered"_s)}, {}, rep(), kDay, kDay).size(), 1);
    }
};

QTEST_APPLESS_MAIN(tst_DailyMetrics)
#include "tst_dailymetrics.moc"
