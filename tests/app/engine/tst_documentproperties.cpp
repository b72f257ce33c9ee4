#include <callcard/calllog.h>
#include <callcard/historyrows.h>
#include <callcard/metrics.h>
#include <callcard/metricsdelivery.h>

#include <callcard/testing/fakeclock.h>

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

namespace {

const Rep kDana{.email = u"dana@callcard.example"_s, .zone = QTimeZone("America/Denver")};
const QDate kFirst(2026, 10, 29); // the clocks go back on the fourth day
constexpr int kDays = 7;

struct Rows {
    QList<HistoricCall> calls;
    QList<Message> texts;
};

/// A week of calls and texts as the provider has them in the end.
Rows someWeek(unsigned seed)
{
    std::mt19937 random(seed);
    const auto upTo = [&](unsigned bound) { return static_cast<int>(random() % bound); };
    const QStringList words{u"Answered"_s, u"Missed"_s, u"Voicemail"_s, u"Unanswered"_s, u"Busy"_s, u"Failed"_s, u"Quite new"_s};
    const QDateTime begins = dayStart(kFirst, kDana.zone);
    const auto length = static_cast<unsigned>(begins.secsTo(dayStart(kFirst.addDays(kDays), kDana.zone)));
    Rows week;
    for (int i = 0; i < 120; ++i) {
        HistoricCall row{.rowId = QString::number(90'000 + i), .outcomeWord = words[upTo(static_cast<unsigned>(words.size()))]};
        row.event.source = u"justcall"_s;
        row.event.channel = u"log"_s;
        row.event.sessionId = u"CA%1"_s.arg(i / 2 * 2 + (i % 6 == 0 ? 0 : i % 2)); // some sessions have two rows
        row.event.time = begins.addSecs(upTo(length));
        row.event.direction = upTo(2) ? CallDirection::Inbound : CallDirection::Outbound;
        row.event.state = LegState::Ended;
        row.event.settled = true;
        row.event.agentEmail = kDana.email;
        if (row.outcomeWord == "Answered"_L1)
            row.event.talkTime = std::chrono::seconds(upTo(900));
        week.calls.append(row);
    }
    for (int i = 0; i < 40; ++i)
        week.texts.append({.id = MessageId(u"justcall:%1"_s.arg(i)),
                           .source = u"justcall"_s,
                           .direction = upTo(2) ? CallDirection::Inbound : CallDirection::Outbound,
                           .agentEmail = kDana.email,
                           .sentAt = begins.addSecs(upTo(length))});
    return week;
}

/// A log of its own, and the week brought into it as a provider's pages may come.
class House
{
public:
    House() : m_log(CallLog::open(m_folder.filePath(u"calls.db"_s), m_clock).value()) {}

    /// All of the span, as one reading has it.
    void bring(const Rows &week, const QDate &from, const QDate &to, std::mt19937 &random)
    {
        HistorySpan span{.source = u"justcall"_s,
                         .agentEmail = kDana.email,
                         .from = dayStart(from, kDana.zone),
                         .to = dayStart(to.addDays(1), kDana.zone),
                         .zone = kDana.zone};
        QList<HistoryRow> rows;
        for (const HistoricCall &call : week.calls) {
            if (call.event.time >= span.from && call.event.time < span.to)
                rows.append(historyRow(call));
        }
        QList<Message> texts;
        for (const Message &text : week.texts) {
            if (text.sentAt >= span.from && text.sentAt < span.to)
                texts.append(text);
        }
        std::shuffle(rows.begin(), rows.end(), random);
        std::shuffle(texts.begin(), texts.end(), random);
        QVERIFY(m_log->takeHistory(span, rows));
        QVERIFY(m_log->takeTexts(span, texts));
    }

    /// Some rows as they were while their calls went on, out of any order and without the rest of their day.
    void bringEarlier(const Rows &week, std::mt19937 &random)
    {
        const HistorySpan span{.source = u"justcall"_s,
                               .agentEmail = kDana.email,
                               .from = dayStart(kFirst, kDana.zone),
                               .to = dayStart(kFirst.addDays(kDays), kDana.zone),
                               .zone = kDana.zone};
        QList<HistoryRow> rows;
        for (HistoricCall call : week.calls) {
            if (random() % 3 != 0)
                continue;
            call.outcomeWord = u"In Progress"_s;
            call.inProgress = true;
            call.event.talkTime.reset();
            rows.append(historyRow(call));
        }
        std::shuffle(rows.begin(), rows.end(), random);
        QVERIFY(m_log->takeRows(span, rows));
    }

    [[nodiscard]] std::map<QString, QByteArray> documents() const
    {
        const Result<Countables> countables = m_log->countables(kDana.email, kFirst, kFirst.addDays(kDays - 1));
        if (!countables)
            return {};
        std::map<QString, QByteArray> made;
        const QList<DailyMetrics> days =
            dailyMetrics(settledCalls(*countables), countedTexts(*countables), kDana, kFirst, kFirst.addDays(kDays - 1));
        for (const DailyMetrics &day : days) {
            for (const OutboxItem &item : metricItems(day, {.user = UserId(u"uid1"_s), .client = u"callcard/test"_s}))
                made.insert_or_assign(item.key, item.payload);
        }
        return made;
    }

private:
    QTemporaryDir m_folder;
    testing::FakeClock m_clock;
    std::unique_ptr<CallLog> m_log;
};

} // namespace

/// From the provider's rows to the bytes of the documents, through the log.
class tst_DocumentProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyOrderSplitOrRepetitionOfPagesGivesTheSameBytes_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 12; ++seed)
            QTest::addRow("%u", seed) << seed;
    }

    void anyOrderSplitOrRepetitionOfPagesGivesTheSameBytes()
    {
        QFETCH(const unsigned, seed);
        const Rows week = someWeek(seed);
        std::mt19937 random(seed * 31);
        House atOnce;
        atOnce.bring(week, kFirst, kFirst.addDays(kDays - 1), random);
        const std::map<QString, QByteArray> expected = atOnce.documents();
        QCOMPARE(static_cast<int>(expected.size()), kDays * 3);
        for (int round = 0; round < 3; ++round) {
            House house;
            if (round > 0)
                house.bringEarlier(week, random);
            std::vector<int> days{0, 1, 2, 3, 4, 5, 6, 2, 5}; // two of them twice
            std::shuffle(days.begin(), days.end(), random);
            for (const int day : days) {
                const QDate from = kFirst.addDays(day);
                const QDate to = std::min(from.addDays(static_cast<int>(random() % 3)), kFirst.addDays(kDays - 1));
                house.bring(week, from, to, random);
            }
            QVERIFY(house.documents() == expected);
        }
    }
};

QTEST_GUILESS_MAIN(tst_DocumentProperties)
#include "tst_documentproperties.moc"
