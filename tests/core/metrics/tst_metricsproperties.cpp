#include <callcard/metrics.h>

#include <QTest>

#include <algorithm>
#include <random>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

namespace {

const Rep kRep{.email = u"dana@callcard.example"_s, .zone = QTimeZone("America/Denver")};
const QDate kFrom(2026, 10, 25);
const QDate kTo(2026, 11, 8); // the clocks go back in between

/// Three hundred calls and a hundred texts as a provider's pages bring them: some rows more than once, in an older state.
struct Pages {
    QList<CountedCall> calls;
    QList<CountedText> texts;
};

Pages somePages(unsigned seed)
{
    std::mt19937 random(seed);
    const auto upTo = [&](unsigned bound) { return static_cast<int>(random() % bound); };
    const QStringList words{u"Answered"_s,   u"answered"_s,           u"Missed"_s,    u"Voicemail"_s,  u"Busy"_s, u"Failed"_s,
                            u"Unanswered"_s, u"Answered Elsewhere"_s, u"Quite new"_s, u"In Progress"_s};
    Pages pages;
    const QDateTime start(kFrom, QTime(0, 0), Qt::UTC);
    for (int i = 0; i < 300; ++i) {
        CountedCall call{.source = i % 3 ? u"justcall"_s : u"ringcentral"_s,
                         .rowId = QString::number(i / 2), // the same id in two sources is two calls
                         .agentEmail = i % 10 ? kRep.email : u"lee@callcard.example"_s,
                         .direction = upTo(2) ? CallDirection::Inbound : CallDirection::Outbound,
                         .outcomeWord = words[upTo(static_cast<unsigned>(words.size()))],
                         .startedAt = start.addSecs(upTo(3600 * 24 * 15)),
                         .talkTime = std::chrono::seconds(upTo(3) * upTo(600)),
                         .holdTime = std::chrono::seconds(upTo(60))};
        if (upTo(5) == 0)
            call.userDay = call.startedAt.date().addDays(-1);
        pages.calls.append(call);
        if (upTo(4) == 0) { // an older state of the same row, as a page read earlier had it
            call.modifiedAt = call.startedAt;
            pages.calls.last().modifiedAt = call.startedAt.addSecs(60);
            call.outcomeWord = u"In Progress"_s;
            call.inProgress = true;
            pages.calls.append(call);
        }
    }
    for (int i = 0; i < 100; ++i) {
        pages.texts.append({.source = u"justcall"_s,
                            .rowId = QString::number(i),
                            .agentEmail = kRep.email,
                            .direction = upTo(2) ? CallDirection::Inbound : CallDirection::Outbound,
                            .sentAt = start.addSecs(upTo(3600 * 24 * 15)),
                            .deleted = upTo(6) == 0});
    }
    return pages;
}

} // namespace

class tst_MetricsProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOrderSplitAndRepetitionIsTheSame()
    {
        for (unsigned seed = 1; seed <= 20; ++seed) {
            const Pages pages = somePages(seed);
            const auto expected = dailyMetrics(pages.calls, pages.texts, kRep, kFrom, kTo);
            QVERIFY(expected.size() > 10);
            std::mt19937 random(seed * 97);
            for (int round = 0; round < 10; ++round) {
                // Pages of any length, some read twice, in any order.
                QList<CountedCall> calls;
                QList<CountedText> texts = pages.texts + pages.texts.mid(0, static_cast<qsizetype>(random() % 100));
                for (qsizetype at = 0; at < pages.calls.size();) {
                    const qsizetype length = 1 + static_cast<qsizetype>(random() % 60);
                    const QList<CountedCall> page = pages.calls.mid(at, length);
                    calls += page;
                    if (random() % 3 == 0)
                        calls = page + calls;
                    at += length;
                }
                std::shuffle(calls.begin(), calls.end(), random);
                std::shuffle(texts.begin(), texts.end(), random);
                QCOMPARE(dailyMetrics(calls, texts, kRep, kFrom, kTo), expected);
            }
        }
    }

    /// A day is a function of its own calls: asked alone it is what it is among others.
    void aDayAloneIsTheSameAsAmongOthers()
    {
        const Pages pages = somePages(5);
        QList<DailyMetrics> alone;
        for (QDate day = kFrom; day <= kTo; day = day.addDays(1))
            alone += dailyMetrics(pages.calls, pages.texts, kRep, day, day);
        QCOMPARE(alone, dailyMetrics(pages.calls, pages.texts, kRep, kFrom, kTo));
    }

    void everyCallIsInExactlyOneBucket()
    {
        for (unsigned seed = 1; seed <= 20; ++seed) {
            const Pages pages = somePages(seed);
            for (const DailyMetrics &day : dailyMetrics(pages.calls, pages.texts, kRep, kFrom, kTo)) {
                QCOMPARE(day.calls, day.inbound + day.outbound);
                QCOMPARE(day.calls, day.connected + day.missed + day.notConnected + day.elsewhere + day.failed + day.unknown);
                QVERIFY(day.voicemail <= day.missed);
                QVERIFY(day.totalTime >= day.talkTime);
                int byStatus = 0;
                for (const int number : day.byStatus)
                    byStatus += number;
                QCOMPARE(byStatus, day.calls);
            }
        }
    }

    void theDigestChangesWithTheSetAndOnlyWithIt()
    {
        const Pages pages = somePages(9);
        const auto before = dailyMetrics(pages.calls, {}, kRep, kFrom, kTo);
        Pages edited = pages;
        for (CountedCall &call : edited.calls)
            call.talkTime += std::chrono::seconds(1);
        const auto after = dailyMetrics(edited.calls, {}, kRep, kFrom, kTo);
        QCOMPARE(after.size(), before.size());
        for (qsizetype i = 0; i < before.size(); ++i)
            QCOMPARE(after[i].callIdsDigest, before[i].callIdsDigest);

        CountedCall another = pages.calls.first();
        another.rowId = u"another"_s;
        another.agentEmail = kRep.email;
        another.outcomeWord = u"Missed"_s;
        another.inProgress = false;
        another.userDay = before.first().day;
        another.source = before.first().source;
        const auto more = dailyMetrics(pages.calls + QList{another}, {}, kRep, kFrom, kTo);
        QVERIFY(more.first().callIdsDigest != before.first().callIdsDigest);
        QCOMPARE(more.last().callIdsDigest, before.last().callIdsDigest);
    }

    void aDayOfFiveThousandCalls()
    {
        QList<CountedCall> calls;
        for (int i = 0; i < 5000; ++i) {
            calls.append({.source = u"justcall"_s,
                          .rowId = QString::number(i),
                          .agentEmail = kRep.email,
                          .outcomeWord = u"Answered"_s,
                          .startedAt = QDateTime(kFrom, QTime(7, 0), Qt::UTC).addSecs(i),
                          .talkTime = std::chrono::seconds(7)});
        }
        const auto days = dailyMetrics(calls, {}, kRep, kFrom, kTo);
        QCOMPARE(days.size(), 1);
        QCOMPARE(days.first().calls, 5000);
        QCOMPARE(days.first().talkTime, std::chrono::seconds(35'000));
    }
};

QTEST_APPLESS_MAIN(tst_MetricsProperties)
#include "tst_metricsproperties.moc"
