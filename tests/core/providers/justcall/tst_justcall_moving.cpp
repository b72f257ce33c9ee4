#include <callcard/justcall.h>
#include <callcard/testing/fakeclock.h>
#include <callcard/testing/loopbackserver.h>

#include <QCoroTask>
#include <QTest>
#include <QUrlQuery>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A list of calls that changes while it is read.
class MovingList
{
public:
    QList<int> ids;
    qint64 countedToo = 0; ///< What the total counts beyond what is listed.
    int pages = 0;
    std::function<void(int page)> afterPage;

    Script answer(const ReceivedRequest &request)
    {
        const QUrlQuery query(QUrl(QString::fromLatin1(request.target)));
        const int page = query.queryItemValue(u"page"_s).toInt();
        const int size = query.queryItemValue(u"per_page"_s).toInt();
        QByteArray rows;
        for (int i = page * size; i < std::min<int>((page + 1) * size, int(ids.size())); ++i) {
            const QByteArray id = QByteArray::number(ids[i]);
            rows += (rows.isEmpty() ? "" : ",") + QByteArray(R"({"id":)") + id + R"(,"call_sid":"CA)" + id +
                    R"(","agent_id":417000,"call_date":"2026-11-19","call_time":"12:00:00","call_info":{"direction":"Incoming",)"
                    R"("type":"Missed"}})";
        }
        const QByteArray total = QByteArray::number(ids.size() + countedToo);
        ++pages;
        if (afterPage)
            afterPage(page);
        return Script::json(R"({"status":"success","next_page_link":null,"total_count":)" + total + R"(,"data":[)" + rows + "]}");
    }
};

const Span kDay{QDateTime(QDate(2026, 11, 19), QTime(0, 0), Qt::UTC), QDateTime(QDate(2026, 11, 20), QTime(0, 0), Qt::UTC)};

} // namespace

class tst_JustCallMoving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        server = std::make_unique<LoopbackServer>();
        client = std::make_unique<HttpClient>(clock, traffic);
        budget = std::make_unique<RateBudget>(*client, clock, RateRules{.reader = readJustCallRates});
        history = makeJustCallHistory({.base = server->url(u"/v2.1"_s),
                                       .key = Secret(u"k"),
                                       .secret = Secret(u"s"),
                                       .userEmail = u"dana@callcard.example"_s,
                                       .region = u"US"_s,
                                       .budget = *budget,
                                       .clock = clock});
        list = {};
        for (int id = 1; id <= 250; ++id)
            list.ids.append(id);
        server->respond([this](const ReceivedRequest &request) { return list.answer(request); });
    }
    void cleanup()
    {
        history.reset();
        budget.reset();
        client.reset();
        server.reset();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void aListThatHoldsStillIsReadOnce()
    {
        QCOMPARE(read()->size(), 250);
        QCOMPARE(list.pages, 3);
    }

    void aNewRowDoublesNothing()
    {
        list.afterPage = [this](int page) {
            if (page == 1 && list.ids.size() == 250)
                list.ids.prepend(251); // everything slides by one
        };
        QCOMPARE(read()->size(), 251);
    }

    void aRowThatSlipsThroughIsReadAgain()
    {
        list.afterPage = [this](int page) {
            if (page == 0 && list.ids.first() == 1)
                list.ids.removeFirst(); // row 101 slips onto the page that was read already
        };
        const auto calls = read();
        QVERIFY(calls);
        QVERIFY(std::any_of(calls->begin(), calls->end(), [](const HistoricCall &call) { return call.rowId == u"101"_s; }));
    }

    void aCountThatIsNeverReachedIsNoReasonForNothing()
    {
        list.countedToo = 3;
        QCOMPARE(read()->size(), 250); // two readings agree
    }

    void aListThatNeverHoldsStillIsAnError()
    {
        list.afterPage = [this](int page) {
            if (page == 0)
                list.ids.removeFirst();
        };
        const auto calls = read();
        QVERIFY(!calls);
        QCOMPARE(calls.error().kind, ErrorKind::ServerFault);
    }

private:
    Result<QList<HistoricCall>> read()
    {
        QCoro::Task<Result<QList<HistoricCall>>> task = history->calls({.id = u"417000"_s}, kDay, {});
        return QCoro::waitFor(task);
    }

    FakeClock clock;
    TrafficLedger traffic;
    std::unique_ptr<LoopbackServer> server;
    std::unique_ptr<HttpClient> client;
    std::unique_ptr<RateBudget> budget;
    std::unique_ptr<CallHistory> history;
    MovingList list;
};

QTEST_GUILESS_MAIN(tst_JustCallMoving)
#include "tst_justcall_moving.moc"
