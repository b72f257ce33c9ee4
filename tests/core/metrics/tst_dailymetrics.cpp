#include <callcard/metrics.h>

#include <QTest>

#include <algorithm>
#include <random>

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
        QCOMPARE(day.failed, 2);
        QCOMPARE(day.talkTime, 150s);
        QCOMPARE(day.totalTime, 170s);
        QCOMPARE(day.talkMinutes(), 3);
        QCOMPARE(day.averageSeconds(), 75);
        QCOMPARE(day.byStatus.value(u"Strange"_s), 1);
    }

    void everyOrderSplitAndRepetitionIsTheSame()
    {
        std::mt19937 random(11);
        const QStringList words{u"Answered"_s, u"Missed"_s, u"Voicemail"_s, u"Busy"_s, u"Failed"_s};
        QList<CountedCall> calls;
        for (int i = 0; i < 300; ++i) {
            calls.append(call(i, words[static_cast<qsizetype>(random() % 5)], static_cast<int>(random() % 600)));
            calls.last().startedAt = calls.last().startedAt.addSecs(static_cast<qint64>(random() % (3600 * 72)));
        }
        const auto expected = figures(calls);
        QVERIFY(expected.size() >= 3);
        for (int round = 0; round < 30; ++round) {
            QList<CountedCall> shuffled = calls + calls.mid(static_cast<qsizetype>(random() % 200), 90);
            std::shuffle(shuffled.begin(), shuffled.end(), random);
            QCOMPARE(figures(shuffled), expected);
        }
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

    void dayBoundaries_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("instant");
        QTest::addColumn<QString>("day");
        const auto row = [](const char *name, const char *zone, const char *instant, const char *day) {
            QTest::newRow(name) << QByteArray(zone) << QString::fromLatin1(instant) << QString::fromLatin1(day);
        };
        row("denver evening", "America/Denver", "2025-02-04T00:12:09Z", "2025-02-03");
        row("denver last second", "America/Denver", "2026-11-21T06:59:59Z", "2026-11-20");
        row("denver midnight", "America/Denver", "2026-11-21T07:00:00Z", "2026-11-21");
        row("denver summer", "America/Denver", "2026-07-02T05:59:59Z", "2026-07-01");
        row("denver spring forward", "America/Denver", "2026-03-08T06:59:59Z", "2026-03-07");
        row("denver after the gap", "America/Denver", "2026-03-09T05:59:59Z", "2026-03-08");
        row("denver fall back, first one o'clock", "America/Denver", "2026-11-01T07:30:00Z", "2026-11-01");
        row("denver fall back, day is 25 hours", "America/Denver", "2026-11-02T06:59:59Z", "2026-11-01");
        row("new york", "America/New_York", "2026-11-21T04:59:59Z", "2026-11-20");
        row("chicago", "America/Chicago", "2026-11-21T05:59:59Z", "2026-11-20");
        row("phoenix, no summer time", "America/Phoenix", "2026-07-02T06:59:59Z", "2026-07-01");
        row("los angeles", "America/Los_Angeles", "2026-11-21T07:59:59Z", "2026-11-20");
        row("anchorage", "America/Anchorage", "2026-11-21T08:59:59Z", "2026-11-20");
        row("honolulu", "Pacific/Honolulu", "2026-11-21T09:59:59Z", "2026-11-20");
        row("st john's, half an hour", "America/St_Johns", "2026-11-21T03:29:59Z", "2026-11-20");
        row("sao paulo", "America/Sao_Paulo", "2026-11-21T02:59:59Z", "2026-11-20");
        row("london winter", "Europe/London", "2026-11-20T23:59:59Z", "2026-11-20");
        row("london summer", "Europe/London", "2026-07-01T23:00:00Z", "2026-07-02");
        row("berlin spring forward", "Europe/Berlin", "2026-03-29T22:00:00Z", "2026-03-30");
        row("berlin", "Europe/Berlin", "2026-11-20T22:59:59Z", "2026-11-20");
        row("helsinki", "Europe/Helsinki", "2026-11-20T22:00:00Z", "2026-11-21");
        row("kolkata, half an hour", "Asia/Kolkata", "2026-11-20T18:29:59Z", "2026-11-20");
        row("kathmandu, a quarter", "Asia/Kathmandu", "2026-11-20T18:15:00Z", "2026-11-21");
        row("tokyo", "Asia/Tokyo", "2026-11-20T15:00:00Z", "2026-11-21");
        row("sydney", "Australia/Sydney", "2026-11-20T13:00:00Z", "2026-11-21");
        row("lord howe, half an hour of summer", "Australia/Lord_Howe", "2026-11-20T13:00:00Z", "2026-11-21");
        row("auckland", "Pacific/Auckland", "2026-11-20T11:00:00Z", "2026-11-21");
        row("chatham", "Pacific/Chatham", "2026-11-20T10:14:59Z", "2026-11-20");
        row("kiritimati", "Pacific/Kiritimati", "2026-11-20T10:00:00Z", "2026-11-21");
        row("pago pago", "Pacific/Pago_Pago", "2026-11-21T10:59:59Z", "2026-11-20");
    }

    void dayBoundaries()
    {
        QFETCH(const QByteArray, zone);
        QFETCH(const QString, instant);
        QFETCH(const QString, day);
        CountedCall one = call(1, u"Answered"_s, 60);
        one.startedAt = QDateTime::fromString(instant, Qt::ISODate);
        const auto days = dailyMetrics({one}, {}, rep(zone.constData()), QDate(2020, 1, 1), QDate(2030, 1, 1));
        QCOMPARE(days.size(), 1);
        QCOMPARE(days.first().day, QDate::fromString(day, Qt::ISODate));
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

    void onlyTheRangeCounts()
    {
        QCOMPARE(dailyMetrics({call(1, u"Answered"_s)}, {}, rep(), kDay.addDays(1), kDay.addDays(2)).size(), 0);
        QCOMPARE(dailyMetrics({call(1, u"Answered"_s)}, {}, rep(), kDay, kDay).size(), 1);
    }
};

QTEST_APPLESS_MAIN(tst_DailyMetrics)
#include "tst_dailymetrics.moc"
