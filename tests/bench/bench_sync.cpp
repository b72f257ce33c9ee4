#include "metricshouse.h"
#include "provider.h"
#include "table.h"

#include <callcard/teamsync.h>

#include <QFile>

#include <malloc.h>
#include <unistd.h>

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

double kilobytes(const TrafficLedger &traffic)
{
    double bytes = 0;
    for (const HostTraffic &host : traffic.hosts())
        bytes += static_cast<double>(host.bytesSent + host.bytesReceived);
    return bytes / 1024;
}

double residentMegabytes()
{
    ::malloc_trim(0);
    QFile statm(u"/proc/self/statm"_s);
    if (!statm.open(QIODevice::ReadOnly))
        return -1;
    const QList<QByteArray> fields = statm.readAll().split(' ');
    return fields.size() > 1 ? fields.at(1).toDouble() * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1024 * 1024) : -1;
}

class Drain final : public FiguresOutlet
{
public:
    int handed = 0;
    [[nodiscard]] Result<> mayWrite(const UserId &) const override { return {}; }
    [[nodiscard]] QCoro::Task<Result<FiguresDelivered>> deliver(UserId, QList<DailyMetrics> days, QStringList, std::stop_token) override
    {
        handed += static_cast<int>(days.size());
        co_return FiguresDelivered{.written = static_cast<int>(days.size()) * 3};
    }
};

/// What the original asks the provider for the same month, request by request: users and numbers each time, then, because the API knows
/// none of its filters, everybody's calls of three months, a hundred pages at most.
struct Original {
    int requests{};
    double kilobytes{};
};

QCoro::Task<> replay(MetricsHouse *house, Original *original, bool *done)
{
    const QString base = house->variables.value(u"JUSTCALL_BASE_URL"_s);
    const QByteArray pair =
        (house->variables.value(u"JUSTCALL_API_KEY"_s) + u':' + house->variables.value(u"JUSTCALL_API_SECRET"_s)).toUtf8();
    QStringList paths{u"/users?per_page=100"_s, u"/phone-numbers?per_page=100"_s};
    constexpr int kHardStop = 100;
    for (int page = 0; page < kHardStop; ++page) // page 0 is left out, for zero is false there
        paths.append(page == 0 ? u"/calls?per_page=100&start_date=2026-10-22&end_date=2026-11-20"_s
                               : u"/calls?per_page=100&start_date=2026-10-22&end_date=2026-11-20&page=%1"_s.arg(page));
    for (const QString &path : std::as_const(paths)) {
        HttpRequest request = HttpRequest::get(QUrl(base + path));
        request.headers.set("Authorization", pair);
        const Result<HttpAnswer> answer = co_await house->http.send(request, {});
        if (!answer || !answer->isSuccess())
            break;
        ++original->requests;
        original->kilobytes += static_cast<double>(answer->body.size()) / 1024;
        const Json page = Json::parse(answer->body.constData(), nullptr, false);
        const bool isShort = page.is_discarded() || !page.contains("data") || page["data"].size() < 100;
        if (path.startsWith(u"/calls"_s) && isShort)
            break;
    }
    *done = true;
}

} // namespace

/// What a month of one rep costs in requests, beside what its pages alone cost and beside what the original asks for the same.
class bench_Sync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMonthOfOneRep()
    {
        demo::DemoOptions options = MetricsHouse::cloudOptions(90, 95); // working days: some two thousand calls a month
        MetricsHouse house(options, u"justcall"_s);
        QVERIFY(house.open());
        house.cloud.control({{"do", "switch"}, {"service", "justcall"}, {"name", "plan"}, {"position", "open"}}); // nobody waits
        const double before = kilobytes(house.traffic);
        house.cloud.control({{"do", "journal.clear"}});
        QElapsedTimer timer;
        timer.start();
        const Json first = house.synced(kMonth);
        const double seconds = static_cast<double>(timer.elapsed()) / 1000;
        const double ourKilobytes = kilobytes(house.traffic) - before;
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
        Original original;
        bool replayed = false;
        house.scope.start(replay(&house, &original, &replayed));
        QVERIFY(house.until([&] { return replayed; }));
        QVERIFY(original.requests > 3);
        // It writes two documents a day one by one, then the goals and the stamp.
        const double originalRequests = original.requests + 2 * kDays + 8;
        printRow("the original's requests, its pattern replayed", "", "", originalRequests, "requests",
                 originalRequests / (provider + firestore), "ours");
        printRow("bytes of a month's sync, all services", "", "", ourKilobytes, "kB", 1, "");
        printRow("bytes the original reads from the provider", "", "", original.kilobytes, "kB", original.kilobytes / ourKilobytes, "ours");
        printRow("a month's sync", "", "", seconds, "s", 1, "");
        QVERIFY(commitsAgain <= 1);
        QVERIFY(callPages <= pages(calls) + 1);
        QVERIFY(provider + firestore <= allowed);
    }

    /// Their calls pass through a temporary database one rep at a time, so a hundred reps need no more memory than ten.
    void aHundredReps()
    {
        constexpr int kReps = 100;
        constexpr int kCalls = 500;
        const auto provider = std::make_shared<Provider>();
        provider->people.clear();
        QList<TeamMember> members;
        for (int rep = 0; rep < kReps; ++rep) {
            const QString email = u"rep%1@callcard.example"_s.arg(rep);
            provider->people.append({.id = QString::number(rep), .name = email, .email = email, .timeZone = u"America/Denver"_s});
            members.append({.id = UserId(u"u%1"_s.arg(rep)), .email = email});
            for (int call = 0; call < kCalls; ++call)
                provider->add(rep * kCalls + call, utc(kMonthRange.from.addDays(call % 29), 18, call / 29), 60, email);
        }
        QTemporaryDir folder;
        SystemClock clock;
        Drain outlet; // keeps nothing: only the sync itself is measured
        TeamSync team(outlet, clock, folder.path());
        double afterTen = 0;
        const auto tell = [&](const TeamSync::Progress &progress) {
            if (progress.done == 10 && afterTen == 0)
                afterTen = residentMegabytes();
        };
        QElapsedTimer timer;
        timer.start();
        TeamSync::Request request{.members = members,
                                  .sources = {{.id = u"justcall"_s, .history = provider}},
                                  .range = kMonthRange,
                                  .fallback = QTimeZone("America/Denver")};
        const QList<SyncSummary> summaries = QCoro::waitFor(team.run(std::move(request), tell, {}));
        const double growth = residentMegabytes() - afterTen;
        QCOMPARE(summaries.size(), kReps);
        QVERIFY(std::all_of(summaries.begin(), summaries.end(),
                            [](const SyncSummary &summary) { return summary.success() && summary.callsProcessed == kCalls; }));
        printRow("100 reps of 500 calls each", "", "", static_cast<double>(timer.elapsed()) / 1000, "s", 1, "");
        printRow("memory grown from the 10th rep to the 100th", "", "<= 4 MB", growth, "MB", growth / 4, "the budget");
        QVERIFY(growth <= 4);
    }
};

QTEST_GUILESS_MAIN(bench_Sync)
#include "bench_sync.moc"
