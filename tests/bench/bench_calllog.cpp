#include "table.h"

#include <callcard/calllog.h>

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <vector>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// A year of a rep's calls: every page a person opens must be there at once.
class bench_CallLog : public QObject
{
    Q_OBJECT

    static constexpr int kCalls = 50'000;
    static constexpr int kPeople = 2'000;
    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<CallLog> m_log;
    QDateTime m_start = QDateTime::currentDateTimeUtc().addSecs(-qint64(kCalls) * 600);

    [[nodiscard]] QDateTime when(int i) const { return m_start.addSecs(qint64(i) * 600); }
    [[nodiscard]] Call call(int i) const
    {
        Call call{.id = CallId(QString(u"demo:"_s + QString::number(i))), .sessionId = QString::number(i), .source = u"demo"_s};
        call.direction = i % 3 == 0 ? CallDirection::Outbound : CallDirection::Inbound;
        call.state = CallState::Ended;
        call.reason = i % 7 == 1 ? EndReason::Missed : i % 31 == 2 ? EndReason::Voicemail : EndReason::HungUp;
        call.remote.number = PhoneNumber::fromE164(QString(u"+1416"_s + QString::number(5'550'000 + (i * 7919) % kPeople)));
        call.remote.rawNumber = call.remote.number->e164();
        call.lineName = u"Sales Toronto"_s;
        call.agentEmail = u"rep@example.com"_s;
        call.startedAt = when(i);
        if (call.reason == EndReason::HungUp) {
            call.answeredAt = call.startedAt.addSecs(7);
            call.talkTime = std::chrono::seconds(30 + i % 400);
        }
        call.endedAt = call.startedAt.addSecs(500);
        return call;
    }

    void measure(const char *what, const std::function<bool(int)> &read)
    {
        std::vector<double> times;
        for (int round = 0; round < 200; ++round) {
            QElapsedTimer timer;
            timer.start();
            QVERIFY(read(round));
            times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        std::sort(times.begin(), times.end());
        printRow(what, "-", "5 ms", times[100], "ms p50", times[100] / 5.0, "of budget");
        printRow("", "-", "", times[198], "ms p99", times[198] / 5.0, "of budget");
        QVERIFY2(times[100] < 5.0, what);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_log = CallLog::open(m_folder.filePath(u"calls.db"_s), m_clock).value();
        QElapsedTimer timer;
        timer.start();
        constexpr int kPerDay = 150;
        for (int first = 0; first < kCalls; first += kPerDay) {
            QList<HistoryRow> rows;
            for (int i = first; i < std::min(first + kPerDay, kCalls); ++i) {
                HistoryRow row{.rowId = QString::number(i), .call = call(i), .outcomeWord = u"Answered"_s};
                row.note = i % 11 == 0 ? u"Freight approved, ship on Monday, pallet %1"_s.arg(i) : QString();
                row.disposition = i % 5 == 0 ? u"Order placed"_s : QString();
                rows.append(row);
            }
            QVERIFY(m_log->takeHistory(
                {.source = u"demo"_s, .agentEmail = u"rep@example.com"_s, .from = when(first), .to = when(first + kPerDay)}, rows));
        }
        printHead();
        const double each = static_cast<double>(timer.nsecsElapsed()) / 1e3 / kCalls;
        printRow("taken from the history, a row", "-", "-", each, "us", 1, "");
    }

    void pages()
    {
        const qint64 middle = m_log->entry(call(kCalls / 2).id).value()->place;
        const auto page = [&](HistoryQuery query) { return [this, query](int) { return m_log->history(query).has_value(); }; };
        measure("first page", page({}));
        measure("a page in the middle", page({.before = middle}));
        measure("the last page", page({.before = m_log->entry(call(50).id).value()->place}));
        measure("missed", page({.filter = HistoryFilter::Missed}));
        measure("voicemail, from the middle", page({.filter = HistoryFilter::Voicemail, .before = middle}));
        measure("outgoing", page({.filter = HistoryFilter::Outgoing}));
        measure("search: a frequent word", page({.text = u"freight"_s}));
        measure("search: a rare word", page({.text = u"pallet 49995"_s}));
        measure("search: nothing found", page({.text = u"zebra"_s}));
        measure("search: two letters", page({.text = u"or"_s}));
        measure("search: part of a number", page({.text = u"5551234"_s}));
        measure("calls of a number", [this](int round) { return m_log->history({.numbers = {*call(round).remote.number}}).has_value(); });
        measure("by customer", [this](int) { return m_log->people({}).has_value(); });
        measure("by customer, the middle", [this, middle](int) { return m_log->people({.before = middle}).has_value(); });
        measure("by customer, missed", [this](int) { return m_log->people({.filter = HistoryFilter::Missed}).has_value(); });
    }

    void others()
    {
        measure("one call with all about it", [this](int round) { return m_log->story(call(round * 17).id).has_value(); });
        measure("totals of a day", [this](int round) { return m_log->totals(when(round * 144), when(round * 144 + 144)).has_value(); });
        measure("what the card remembers", [this](int round) { return !m_log->memoryOf({}, call(round).remote).firstCall; });
        measure("the call-back queue, 70 callers",
                [this](int) { return m_log->queueFacts(m_clock.now().addDays(-1), std::chrono::days(3)).has_value(); });
        measure("known outcomes", [this](int) { return m_log->knownOutcomes().has_value(); });
    }

    void writes()
    {
        std::vector<double> notes;
        std::vector<double> events;
        for (int round = 0; round < 200; ++round) {
            QElapsedTimer timer;
            timer.start();
            m_log->setNote(call(kCalls - 1).id, QString::number(round));
            notes.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            m_log->onCallChanged(call(kCalls + round));
            timer.start();
            QVERIFY(m_log->flush());
            events.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        std::sort(notes.begin(), notes.end());
        std::sort(events.begin(), events.end());
        printRow("a stroke of a note, durable", "-", "16 ms", notes[198], "ms p99", notes[198] / 16, "of budget");
        printRow("a live call, durable (after 8 ms of grouping)", "-", "12 ms", events[198], "ms p99", events[198] / 12, "of budget");
    }
};

QTEST_GUILESS_MAIN(bench_CallLog)
#include "bench_calllog.moc"
