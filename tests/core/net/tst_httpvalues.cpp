#include <callcard/http.h>

#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class tst_HttpValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headersIgnoreCase()
    {
        HttpHeaders headers{{"Retry-After", "5"}};
        QCOMPARE(headers.value("retry-AFTER"), QByteArray("5"));
        headers.set("RETRY-after", "6");
        QCOMPARE(headers.all().size(), 1);
        QCOMPARE(headers.value("Retry-After"), QByteArray("6"));
        headers.remove("retry-after");
        QVERIFY(!headers.contains("Retry-After"));
    }

    void formsAreEncoded()
    {
        const HttpRequest request = HttpRequest::postForm(QUrl(u"http://localhost/"_s), {{u"a"_s, u"1 &=+ü"_s}, {u"b"_s, u"x"_s}});
        QCOMPARE(request.body, QByteArray("a=1%20%26%3D%2B%C3%BC&b=x"));
    }

    void plainTextStaysAtHome_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<int>("fault");
        const auto row = [](const char *url, NetworkFault fault) { QTest::newRow(url) << QString::fromLatin1(url) << int(fault); };
        row("https://api.example/x", NetworkFault::None);
        row("wss://api.example/x", NetworkFault::None);
        row("http://127.0.0.1:80/", NetworkFault::None);
        row("http://127.200.3.4/", NetworkFault::None);
        row("http://localhost/", NetworkFault::None);
        row("http://LOCALHOST/", NetworkFault::None);
        row("http://[::1]:8080/", NetworkFault::None);
        row("ws://[::1]:8080/", NetworkFault::None);
        row("http://api.example/", NetworkFault::PlainText);
        row("ws://api.example/", NetworkFault::PlainText);
        row("http://localhost.example/", NetworkFault::PlainText);
        row("http://127.0.0.1.example/", NetworkFault::PlainText);
        row("http://user@api.example/", NetworkFault::PlainText);
        row("http://localhost@api.example/", NetworkFault::PlainText);
        row("http://128.0.0.1/", NetworkFault::PlainText);
        row("http://0.0.0.0/", NetworkFault::PlainText);
        row("http://[::ffff:10.0.0.1]/", NetworkFault::PlainText);
        row("http://[::]/", NetworkFault::PlainText);
        row("http:///path", NetworkFault::BadAddress);
        row("ftp://api.example/", NetworkFault::BadAddress);
        row("file:///etc/passwd", NetworkFault::BadAddress);
        row("api.example", NetworkFault::BadAddress);
        row("", NetworkFault::BadAddress);
    }

    void plainTextStaysAtHome()
    {
        QFETCH(QString, url);
        QFETCH(int, fault);
        const Result<> checked = checkedAddress(QUrl(url));
        QCOMPARE(checked ? int(NetworkFault::None) : int(networkFault(checked.error())), fault);
    }

    void theSentenceSaysWhatToDo()
    {
        QCOMPARE(checkedAddress(QUrl(u"ws://api.example/secret?token=1"_s)).error().detail,
                 u"plain-text: ws:// is accepted for this computer only; use wss:// for api.example"_s);
    }

    void everyFaultComesBack()
    {
        for (int fault = int(NetworkFault::NoNetwork); fault <= int(NetworkFault::SleptThrough); ++fault)
            QCOMPARE(int(networkFault(networkError(NetworkFault(fault), u"about: it"_s))), fault);
        QCOMPARE(int(networkFault(Error{.kind = ErrorKind::Storage, .detail = u"disk full"_s})), int(NetworkFault::None));
    }

    void retryAfter_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<qint64>("seconds"); // -1: nothing
        QTest::newRow("seconds") << QByteArray("30") << QByteArray() << qint64(30);
        QTest::newRow("zero") << QByteArray("0") << QByteArray() << qint64(0);
        QTest::newRow("spaces") << QByteArray(" 7 ") << QByteArray() << qint64(7);
        QTest::newRow("negative") << QByteArray("-5") << QByteArray() << qint64(-1);
        QTest::newRow("absurd") << QByteArray("99999999999") << QByteArray() << qint64(86400);
        QTest::newRow("too long for a number") << QByteArray("99999999999999999999999") << QByteArray() << qint64(-1);
        QTest::newRow("words") << QByteArray("soon") << QByteArray() << qint64(-1);
        QTest::newRow("missing") << QByteArray() << QByteArray() << qint64(-1);
        QTest::newRow("date") << QByteArray("Fri, 20 Nov 2026 09:01:00 GMT") << QByteArray() << qint64(60);
        QTest::newRow("date, our clock is wrong")
            << QByteArray("Fri, 20 Nov 2026 12:01:00 GMT") << QByteArray("Fri, 20 Nov 2026 12:00:00 GMT") << qint64(60);
        QTest::newRow("past date") << QByteArray("Fri, 20 Nov 2026 08:01:00 GMT") << QByteArray() << qint64(-1);
    }

    void retryAfter()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, date);
        QFETCH(qint64, seconds);
        HttpAnswer answer{.status = 429};
        if (!value.isNull())
            answer.headers.set("Retry-After", value);
        if (!date.isNull())
            answer.headers.set("Date", date);
        const auto wait = answer.retryAfter(QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC));
        QCOMPARE(wait ? qint64(wait->count()) : -1, seconds);
    }

    void statusesHaveMeanings_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("kind"); // empty: fine
        QTest::addColumn<int>("retryAfter");
        QTest::newRow("200") << 200 << QString() << -1;
        QTest::newRow("204") << 204 << QString() << -1;
        QTest::newRow("304") << 304 << u"refused"_s << -1;
        QTest::newRow("400") << 400 << u"refused"_s << -1;
        QTest::newRow("401") << 401 << u"sign-in-needed"_s << -1;
        QTest::newRow("403") << 403 << u"refused"_s << -1;
        QTest::newRow("404") << 404 << u"refused"_s << -1;
        QTest::newRow("407") << 407 << u"offline"_s << -1;
        QTest::newRow("408") << 408 << u"timed-out"_s << -1;
        QTest::newRow("429") << 429 << u"rate-limited"_s << 9;
        QTest::newRow("500") << 500 << u"server-fault"_s << 9;
        QTest::newRow("503") << 503 << u"server-fault"_s << 9;
        QTest::newRow("511") << 511 << u"offline"_s << -1;
        QTest::newRow("599") << 599 << u"server-fault"_s << 9;
    }

    void statusesHaveMeanings()
    {
        QFETCH(int, status);
        QFETCH(QString, kind);
        QFETCH(int, retryAfter);
        const HttpAnswer answer{.status = status, .headers = {{"Retry-After", "9"}}};
        const Result<> meaning = meaningOf(answer, QDateTime::currentDateTimeUtc());
        QCOMPARE(meaning ? QString() : errorKindName(meaning.error().kind), kind);
        if (!meaning)
            QCOMPARE(meaning.error().retryAfter ? int(meaning.error().retryAfter->count()) : -1, retryAfter);
    }

    void webPagesAreSeen()
    {
        QVERIFY((HttpAnswer{.status = 200, .headers = {{"Content-Type", "Text/HTML; charset=utf-8"}}}.isHtml()));
        QVERIFY((HttpAnswer{.status = 200, .body = "\n <!DOCTYPE html><html>"}.isHtml()));
        QVERIFY((!HttpAnswer{.status = 200, .headers = {{"Content-Type", "application/json"}}, .body = "<html>"}.isHtml()));
        const Result<> meaning = meaningOf({.status = 200, .body = "<html>hello</html>"}, QDateTime::currentDateTimeUtc());
        QCOMPARE(int(networkFault(meaning.error())), int(NetworkFault::CaptivePortal));
    }

    void trafficIsCounted()
    {
        TrafficLedger ledger;
        ledger.sent(u"nobody.example"_s, 5); // never contacted: not listed
        ledger.contacted(u"b.example"_s, {});
        ledger.contacted(u"a.example"_s, {});
        ledger.contacted(u"b.example"_s, {});
        ledger.sent(u"b.example"_s, 10);
        ledger.received(u"b.example"_s, 20);
        QCOMPARE(ledger.hosts(), (QList<HostTraffic>{{.host = u"a.example"_s, .requests = 1},
                                                     {.host = u"b.example"_s, .requests = 2, .bytesSent = 10, .bytesReceived = 20}}));
    }
};

QTEST_GUILESS_MAIN(tst_HttpValues)
#include "tst_httpvalues.moc"
