#include "cloudcase.h"

#include <callcard/justcallanalytics.h>

#include <QSet>
#include <QTimeZone>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Span denverDays(const QDate &first, int days)
{
    const QTimeZone denver("America/Denver");
    return {QDateTime(first, QTime(0, 0), denver).toUTC(), QDateTime(first.addDays(days), QTime(0, 0), denver).toUTC()};
}

} // namespace

class tst_JustCallHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        cloud = std::make_unique<CloudCase>();
        history = makeJustCallHistory(*cloud->context);
    }
    void cleanup()
    {
        history.reset();
        cloud.reset();
    }

    void findsTheRep()
    {
        const auto agents = cloud->result(history->agents(u" DANA.whitfield@northgate-supply.example "_s, {}));
        QVERIFY(agents);
        QCOMPARE(agents->size(), 1);
        QCOMPARE(agents->first().id, u"417000"_s);
        QCOMPARE(agents->first().timeZone, u"America/Denver"_s);
        QVERIFY(cloud->result(history->agents(u"nobody@northgate-supply.example"_s, {}))->isEmpty());
        QCOMPARE(cloud->result(history->agents({}, {}))->size(), 5);
    }

    /// Whatever is unconfirmed about the service, a day is exactly the rep's calls of that day.
    void readsExactlyTheSpan_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("position");
        const auto row = [](const char *name, const char *position) {
            QTest::addRow("%s %s", name, position) << QByteArray(name) << QByteArray(position);
        };
        row("filterZone", "owner");
        row("filterZone", "agent");
        row("filterZone", "utc");
        row("links", "null");
        row("links", "empty");
        row("unpaddedTimes", "yes");
        row("plusSigns", "some");
        row("escapedText", "html");
        row("cancelledWord", "Canceled");
    }

    void readsExactlyTheSpan()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, position);
        cloud->set(name.constData(), position.constData());
        for (const auto &[first, days] : {std::pair(QDate(2026, 3, 3), 1), std::pair(QDate(2026, 2, 24), 6)}) {
            const Span span = denverDays(first, days);
            const auto calls = cloud->result(history->calls(dana(), span, {}));
            QVERIFY(calls);
            QCOMPARE(idsOf(*calls), expected(span));
            QVERIFY(!calls->isEmpty());
            for (const HistoricCall &call : *calls)
                QVERIFY(call.userDay >= first && call.userDay < first.addDays(days));
        }
    }

    void asksNoMoreThanThePages()
    {
        const Span span = denverDays(QDate(2026, 2, 24), 6);
        cloud->clearRequests();
        const auto calls = cloud->result(history->calls(dana(), span, {}));
        QVERIFY(calls->size() > 100);
        const QStringList asked = cloud->requests("/calls");
        // The window is a good day wider than the span; never a page more than its rows fill.
        QVERIFY2(asked.size() <= calls->size() / 100 + 2, qPrintable(asked.join(u'\n')));
        QVERIFY(asked.first().contains("page=0"_L1) && asked.first().contains("order=asc"_L1));
    }

    void aCallThatTheAgentMovedIsFoundOnItsNewDay()
    {
        const auto call = cloud->control("call.start", {{"customer", "customer-1"}})["call"];
        cloud->control("call.answer");
        cloud->control("call.end");
        cloud->control("call.edit", {{"call", call["id"]}, {"userTime", "2026-03-02T20:00:00Z"}});
        const auto calls = cloud->result(history->calls(dana(), denverDays(QDate(2026, 3, 2), 1), {}));
        QVERIFY(calls);
        const QString id = QString::number(call["id"].get<qint64>());
        const auto found = std::find_if(calls->begin(), calls->end(), [&](const HistoricCall &one) { return one.rowId == id; });
        QVERIFY(found != calls->end());
        QCOMPARE(found->userDay, QDate(2026, 3, 2));
        QCOMPARE(found->event.time.date(), QDate(2026, 3, 4)); // when it was
    }

    void anythingMissingIsAnError_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("error");
        QTest::newRow("a gateway's page") << u"html"_s << int(ErrorKind::Offline);
        QTest::newRow("half an answer") << u"half"_s << int(ErrorKind::TimedOut);
        QTest::newRow("half a JSON") << u"cut"_s << int(ErrorKind::BadPayload);
        QTest::newRow("hung up") << u"drop"_s << int(ErrorKind::TimedOut);
        QTest::newRow("no right") << u"403"_s << int(ErrorKind::Refused);
        QTest::newRow("their fault") << u"500"_s << int(ErrorKind::ServerFault);
    }

    void anythingMissingIsAnError()
    {
        QFETCH(const QString, kind);
        QFETCH(const int, error);
        // The first page arrives, the others do not.
        cloud->fault({{"kind", kind.toStdString()}, {"path", "/v2.1/calls"}, {"skip", 1}});
        const auto calls = cloud->result(history->calls(dana(), denverDays(QDate(2026, 2, 24), 6), {}));
        QVERIFY(cloud->requests("/calls").size() > 1);
        QVERIFY(!calls);
        QCOMPARE(int(calls.error().kind), error);
    }

    void signedOutIsSignedOut()
    {
        cloud->control("credentials", {{"service", "justcall"}, {"secret", "another"}});
        const auto calls = cloud->result(history->calls(dana(), denverDays(QDate(2026, 3, 3), 1), {}));
        QVERIFY(!calls);
        QCOMPARE(calls.error().kind, ErrorKind::SignInNeeded);
        QCOMPARE(cloud->requests().size(), 2); // raw, then once as Basic, and never again
        const auto again = cloud->result(history->calls(dana(), denverDays(QDate(2026, 3, 3), 1), {}));
        QVERIFY(!again);
        QCOMPARE(cloud->requests().size(), 3);
    }

    void aWindowTooWideIsHalved()
    {
        cloud->fault({{"kind", "504"}, {"path", "/v2.1/calls"}, {"times", 2}});
        const Span span = denverDays(QDate(2026, 2, 24), 6);
        const auto calls = cloud->result(history->calls(dana(), span, {}));
        QVERIFY(calls);
        QCOMPARE(idsOf(*calls), expected(span));
    }

    void aDeadServiceIsNotAskedForEachDay()
    {
        cloud->fault({{"kind", "503"}, {"path", "/v2.1/calls"}});
        QVERIFY(!cloud->result(history->calls(dana(), denverDays(QDate(2026, 2, 4), 28), {})));
        QVERIFY(cloud->requests("/calls").size() < 8);
    }

    void analyticsCountWhatTheListHas()
    {
        const auto analytics = makeJustCallAnalytics(*cloud->context);
        const Agent dana = cloud->result(history->agents(u"dana.whitfield@northgate-supply.example"_s, {}))->first();
        int counted = 0;
        for (QDate day(2026, 2, 26); day < QDate(2026, 3, 4); day = day.addDays(1)) {
            const auto listed = cloud->result(history->calls(dana, denverDays(day, 1), {}));
            const auto count = cloud->result(analytics->day(dana, day, {}));
            QVERIFY(listed && count && *count);
            QCOMPARE((*count)->calls, static_cast<int>(listed->size()));
            QCOMPARE((*count)->calls, (*count)->incoming + (*count)->outgoing);
            counted += (*count)->calls;
        }
        QVERIFY(counted > 10);
        // Somebody who is not there has no figures, which is not zero.
        const auto nobody = cloud->result(analytics->day({.id = u"1"_s}, QDate(2026, 3, 3), {}));
        QVERIFY(nobody);
        QVERIFY(!*nobody);
    }

    void analyticsThatFailAreAnError()
    {
        const auto analytics = makeJustCallAnalytics(*cloud->context);
        cloud->fault({{"kind", "garbage"}, {"path", "/v2.1/calls/analytics"}});
        QVERIFY(!cloud->result(analytics->day({.id = u"417000"_s}, QDate(2026, 3, 3), {})));
    }

    void whatIsForgottenIsNotEmpty()
    {
        const auto calls = cloud->result(history->calls(dana(), denverDays(QDate(2025, 11, 1), 1), {}));
        QVERIFY(!calls);
        QCOMPARE(calls.error().kind, ErrorKind::Refused);
        QVERIFY(!cloud->result(history->texts(dana(), denverDays(QDate(2025, 11, 1), 1), {})));
        QVERIFY(cloud->requests().isEmpty());
        QVERIFY(!cloud->result(history->calls({}, denverDays(QDate(2026, 3, 3), 1), {}))); // nobody is not everybody
    }

    void textsAreTheRepsOwn()
    {
        cloud->control("text.add", {{"direction", "outbound"}, {"customer", "customer-1"}, {"rep", "rep-1"}, {"body", "Mine"}});
        cloud->control("text.add", {{"direction", "outbound"}, {"customer", "customer-1"}, {"rep", "rep-2"}, {"body", "Theirs"}});
        const Span today = denverDays(QDate(2026, 3, 4), 1);
        const auto texts = cloud->result(history->texts(dana(), today, {}));
        QVERIFY(texts);
        int mine = 0;
        for (const Message &text : *texts) {
            QVERIFY(text.text != u"Theirs"_s);
            mine += text.text == u"Mine"_s;
            QCOMPARE(text.userDay, QDate(2026, 3, 4));
        }
        QCOMPARE(mine, 1);
    }

    void aTeamsTextsAreFetchedOnce()
    {
        const Span today = denverDays(QDate(2026, 3, 4), 1);
        QVERIFY(cloud->result(history->texts(dana(), today, {})));
        const auto first = cloud->requests("/texts").size();
        Agent other = dana();
        other.id = u"417001"_s;
        QVERIFY(cloud->result(history->texts(other, today, {})));
        QCOMPARE(cloud->requests("/texts").size(), first);
        QVERIFY(cloud->result(history->texts(dana(), today, {}))); // asks again: wants news
        QCOMPARE(cloud->requests("/texts").size(), 2 * first);
    }

private:
    [[nodiscard]] static Agent dana()
    {
        return {.id = u"417000"_s, .email = u"dana.whitfield@northgate-supply.example"_s, .timeZone = u"America/Denver"_s};
    }
    [[nodiscard]] static QSet<QString> idsOf(const QList<HistoricCall> &calls)
    {
        QSet<QString> ids;
        for (const HistoricCall &call : calls)
            ids.insert(call.rowId);
        return ids;
    }
    /// By the cloud's own books.
    QSet<QString> expected(const Span &span)
    {
        QSet<QString> ids;
        const nlohmann::json books = cloud->control("calls", {{"rep", "rep-1"}, {"limit", 10'000}});
        for (const auto &call : books["calls"]) {
            const QDateTime at = QDateTime::fromString(QString::fromStdString(demo::textAt(call, "startedAt")), Qt::ISODateWithMs);
            if (at >= span.from && at < span.to && !demo::flagAt(call, "deleted"))
                ids.insert(QString::number(call["id"].get<qint64>()));
        }
        return ids;
    }

    std::unique_ptr<CloudCase> cloud;
    std::unique_ptr<CallHistory> history;
};

QTEST_GUILESS_MAIN(tst_JustCallHistory)
#include "tst_justcall_history.moc"
