#include <callcard/http.h>
#include <callcard/testing/fakeclock.h>
#include <callcard/testing/loopbackserver.h>
#include <callcard/websocket.h>

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kSignIn = "Basic " + QByteArray("dana:pass@word").toBase64();

QCoro::Task<> keep(QCoro::Task<Result<HttpAnswer>> task, std::optional<Result<HttpAnswer>> &out)
{
    out = co_await task;
}

} // namespace

/// A company's network has one way out. It is the system's to know, and it may want to be told who asks.
class tst_Proxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_proxy = std::make_unique<LoopbackServer>();
        for (const char *name :
             {"http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"})
            qunsetenv(name);
    }

    void theWayOut_data()
    {
        QTest::addColumn<bool>("socket");
        QTest::addColumn<QByteArray>("knows"); ///< What the system has as sign-in.
        QTest::addColumn<bool>("lets");        ///< The proxy lets us through, and fails further on.
        QTest::newRow("a request, signed in") << false << QByteArray("dana:pass%40word@") << true;
        QTest::newRow("a request, a wrong sign-in") << false << QByteArray("dana:wrong@") << false;
        QTest::newRow("a request, no sign-in") << false << QByteArray() << false;
        QTest::newRow("a socket, signed in") << true << QByteArray("dana:pass%40word@") << true;
        QTest::newRow("a socket, a wrong sign-in") << true << QByteArray("dana:wrong@") << false;
        QTest::newRow("a socket, no sign-in") << true << QByteArray() << false;
    }

    void theWayOut()
    {
        QFETCH(const bool, socket);
        QFETCH(const QByteArray, knows);
        QFETCH(const bool, lets);
        qputenv("https_proxy", "http://" + knows + "127.0.0.1:" + QByteArray::number(m_proxy->serverPort()));
        m_proxy->respond([](const ReceivedRequest &request) {
            return request.headers.value("proxy-authorization") == kSignIn
                       ? Script::http(502, "nobody there")
                       : Script::http(407, {}, {"Proxy-Authenticate: Basic realm=\"company\""});
        });
        QCOMPARE(socket ? faultOfSocket() : faultOfRequest(), int(NetworkFault::ProxyTrouble));
        QVERIFY(!m_proxy->received().isEmpty());
        for (const ReceivedRequest &request : m_proxy->received()) {
            QCOMPARE(request.method, QByteArray("CONNECT")); // what we ask is not for the proxy's eyes
            QCOMPARE(request.target, QByteArray("api.callcard.example:443"));
            QVERIFY(!request.headers.contains("authorization"));
        }
        QCOMPARE(m_proxy->received().last().headers.value("proxy-authorization") == kSignIn, lets);
        QVERIFY(m_proxy->received().size() <= 4); // nobody is locked out by us
    }

    void aProxyThatIsNotThere_data()
    {
        QTest::addColumn<bool>("socket");
        QTest::newRow("a request") << false;
        QTest::newRow("a socket") << true;
    }

    void aProxyThatIsNotThere()
    {
        QFETCH(const bool, socket);
        const quint16 port = m_proxy->serverPort();
        m_proxy.reset();
        qputenv("https_proxy", "http://127.0.0.1:" + QByteArray::number(port));
        QCOMPARE(socket ? faultOfSocket() : faultOfRequest(), int(NetworkFault::ProxyTrouble));
    }

    void thisComputerIsAskedDirectly()
    {
        qputenv("http_proxy", "http://127.0.0.1:" + QByteArray::number(m_proxy->serverPort()));
        LoopbackServer near;
        near.queue(Script::json("{}"));
        const auto answer = QCoro::waitFor(m_client.send(HttpRequest::get(near.url()), {}));
        QVERIFY(answer && answer->status == 200);
        QVERIFY(m_proxy->received().isEmpty());
    }

private:
    int faultOfRequest()
    {
        HttpRequest request = HttpRequest::get(QUrl(u"https://api.callcard.example/calls?secret=1"_s));
        request.headers.set("Authorization", "Bearer abc");
        std::optional<Result<HttpAnswer>> answer;
        TaskScope scope;
        scope.start(keep(m_client.send(std::move(request), scope.stopToken()), answer));
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 15'000))
            return -1;
        return answer->has_value() ? -2 : int(networkFault(answer->error()));
    }

    int faultOfSocket()
    {
        WebSocketConnection link(m_clock, m_traffic, {});
        QList<WebSocketEnd> ends;
        connect(&link, &WebSocketConnection::ended, this, [&](const WebSocketEnd &end) { ends.append(end); });
        link.open(QUrl(u"wss://api.callcard.example/socket"_s), {{"Authorization", "Bearer abc"}});
        if (!QTest::qWaitFor([&] { return !ends.isEmpty(); }, 15'000))
            return -1;
        return int(networkFault(ends.first().error));
    }

    FakeClock m_clock;
    TrafficLedger m_traffic;
    HttpClient m_client{m_clock, m_traffic};
    std::unique_ptr<LoopbackServer> m_proxy;
};

QTEST_GUILESS_MAIN(tst_Proxy)
#include "tst_proxy.moc"
