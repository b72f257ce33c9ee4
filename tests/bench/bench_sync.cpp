#include "metricshouse.h"
#include "table.h"

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDays = 30;
const Json kMonth{{"from", "2026-10-22"}, {"to", "2026-11-20"}};
const DayRange kMonthRange{{2026, 10, 22}, {2026, 11, 20}};

double pages(int rows)
{
    constexpr int kRowsAPage = 100;
    return std::max(1, (rows + kRowsAPage - 1) / kRowsAPage);
}

} // namespace

/// What a month of one rep costs in requests, beside what its pages alone cost and beside what the original asks for the same.
class bench_Sync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMonthOfOneRep()
    {
        demo::DemoOptions options = MetricsHouse::cloudOptions(kDays, 95); // working days: some two thousand calls
        MetricsHouse house(options, u"justcall"_s);
        QVERIFY(house.open());
        house.cloud.control({{"do", "journal.clear"}});
        QElapsedTimer timer;
        timer.start();
        const Json first = house.synced(kMonth);
        const double seconds = static_cast<double>(timer.elapsed()) / 1000;
        QVERIFY2(first.value("success", false), first.dump().c_str());
        const int calls = first.value("totalCalls", 0);
        QVERIFY(calls > 1500);
        const int callPages = house.requests("justcall", "/calls");
        const int textPages = house.requests("justcall", "/texts");
        const int provider = house.requests("justcall");
        const int firestore = house.requests("firestore");
        const int commits = house.requests("firestore", ":commit");
        const int queries = house.requests("firestore", ":runQuery");
        const int documents = static_cast<int>(house.documents(kMonthRange).size());

        house.cloud.control({{"do", "journal.clear"}});
        const Json second = house.synced(kMonth);
        QVERIFY(second.value("success", false));
        QCOMPARE(second.value("metricsWritten", -1), 0);
        const int commitsAgain = house.requests("firestore", ":commit");

        printHead();
        printRow("calls of the month", "", "", calls, "calls", 1, "");
        printRow("pages of calls read", "", "", callPages, "requests", callPages / pages(calls), "the fewest possible");
        printRow("pages of texts read", "", "", textPages, "requests", 1, "");
        const int allowed = callPages + textPages + 1 + (documents + 499) / 500 + 2;
        printRow("a month's sync, all requests", "", "pages+query+commit+2", provider + firestore, "requests",
                 static_cast<double>(provider + firestore) / allowed, "what is allowed");
        printRow("of them commits / queries", "", "2 / 1", commits, "commits", queries, "query");
        printRow("commits of the second sync: the stamp alone", "", "<= 1", commitsAgain, "commits", second.value("metricsWritten", -1),
                 "documents");
        // The original ignores the dates and reads three months, lists all users and numbers each time, and writes two documents a day,
        // the goals and the stamp one by one (protocols, "How the original sync works").
        const double original = pages(calls * 3) + 2 + 2 * kDays + 8;
        printRow("the original for the same, by its pattern", "", "", original, "requests", original / (provider + firestore), "ours");
        printRow("a month's sync", "", "", seconds, "s", 1, "");
        QVERIFY(commitsAgain <= 1);
        QVERIFY(callPages <= pages(calls) + 1);
        QVERIFY(provider + firestore <= allowed);
    }
};

QTEST_GUILESS_MAIN(bench_Sync)
#include "bench_sync.moc"
