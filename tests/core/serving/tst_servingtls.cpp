#include "certificate.h"
#include "client.h"
#include <callcard/httpsender.h>

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTemporaryDir>
#include <QTest>
#include <QWebSocket>

using namespace callcard;
using namespace callcard::serving;
using namespace Qt::Literals::StringLiterals;
using testing::RawClient;
using namespace std::chrono_literals;

class tst_ServingTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersQt();
    void streams();
    void speaksWebSocket();
    void goesSilentAndAborts();
    void boundsTheHandshake();
    void survivesPlainText();
    void refusesBadFiles_data();
    void refusesBadFiles();
    void theSenderVerifies_data();
    void theSenderVerifies();

private:
    [[nodiscard]] Tls tls() const { return {file("cert.pem"), file("key.pem")}; }
    [[nodiscard]] std::string file(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)).toStdString(); }
    [[nodiscard]] QSslConfiguration trusting() const
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates(QSslCertificate::fromPath(m_dir.filePath(u"cert.pem"_s)));
        return configuration;
    }

    QTemporaryDir m_dir;
};

void tst_ServingTls::initTestCase()
{
    QVERIFY(testing::writeCertificate(file("cert.pem"), file("key.pem"), "DNS:localhost,IP:127.0.0.1"));
    QVERIFY(testing::writeCertificate(file("other.pem"), file("otherkey.pem"), "DNS:relay.example"));
}

void tst_ServingTls::answersQt()
{
    ServingThread thread;
    HttpServer server(
        thread,
        [](const std::shared_ptr<Exchange> &exchange) {
            exchange->reply(Response::text(200, exchange->request().body + std::string(300'000, 'x')));
        },
        {}, tls());
    const auto port = server.listen();
    QVERIFY(port);
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(u"https://127.0.0.1:%1/"_s.arg(*port)));
    request.setSslConfiguration(trusting());
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"text/plain"_s);
    for (int i = 0; i < 3; ++i) {
        const std::unique_ptr<QNetworkReply> reply(manager.post(request, QByteArray(100'000, 'b')));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        QVERIFY(finished.wait());
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        QCOMPARE(reply->readAll().size(), 400'000);
    }
    QCOMPARE(server.statistics().connections, 1u);
}

void tst_ServingTls::streams()
{
    ServingThread thread;
    std::shared_ptr<BodyStream> stream;
    std::atomic<int> closed = 0;
    HttpServer server(
        thread,
        [&](const std::shared_ptr<Exchange> &exchange) {
            stream = exchange->stream(200, {{"Content-Type", "text/event-stream"}});
            stream->onClosed([&] { ++closed; });
        },
        {}, tls());
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(u"https://localhost:%1/"_s.arg(*server.listen())));
    request.setSslConfiguration(trusting());
    std::unique_ptr<QNetworkReply> reply(manager.get(request));
    QSignalSpy ready(reply.get(), &QNetworkReply::readyRead);
    QTRY_VERIFY(thread.run([&] { return stream != nullptr; }));
    thread.run([&] { stream->send("data: 1\n\n"); });
    QVERIFY(ready.wait());
    QCOMPARE(reply->readAll(), "data: 1\n\n"_ba);
    reply->abort();
    QTRY_COMPARE(closed.load(), 1);
}

void tst_ServingTls::speaksWebSocket()
{
    ServingThread thread;
    HttpServer server(
        thread,
        [](const std::shared_ptr<Exchange> &exchange) {
            const auto socket = exchange->acceptWebSocket();
            socket->onText([weak = std::weak_ptr(socket)](const std::string &text) {
                if (const auto echo = weak.lock())
                    echo->sendText(text);
            });
        },
        {}, tls());
    QWebSocket client;
    client.setSslConfiguration(trusting());
    QSignalSpy connected(&client, &QWebSocket::connected);
    QSignalSpy texts(&client, &QWebSocket::textMessageReceived);
    client.open(QUrl(u"wss://127.0.0.1:%1/ws"_s.arg(*server.listen())));
    QVERIFY(connected.wait());
    client.sendTextMessage(QString(100'000, u'x'));
    QTRY_COMPARE(texts.size(), 1);
    QCOMPARE(texts.at(0).at(0).toString().size(), 100'000);
    client.close();
    QTRY_COMPARE(server.statistics().connections, 0u);
}

void tst_ServingTls::goesSilentAndAborts()
{
    ServingThread thread;
    std::shared_ptr<WebSocket> socket;
    HttpServer server(
        thread, [&](const std::shared_ptr<Exchange> &exchange) { socket = exchange->acceptWebSocket(); }, {}, tls());
    QWebSocket client;
    client.setSslConfiguration(trusting());
    QSignalSpy connected(&client, &QWebSocket::connected);
    QSignalSpy disconnected(&client, &QWebSocket::disconnected);
    QSignalSpy pongs(&client, &QWebSocket::pong);
    client.open(QUrl(u"wss://127.0.0.1:%1/ws"_s.arg(*server.listen())));
    QVERIFY(connected.wait());
    client.ping();
    QTRY_COMPARE(pongs.size(), 1);
    thread.run([&] { socket->goSilent(); });
    client.ping();
    QVERIFY(!pongs.wait(200));
    QCOMPARE(disconnected.size(), 0);
    thread.run([&] { socket->abort(); });
    QTRY_COMPARE(disconnected.size(), 1);
    QTRY_COMPARE(server.statistics().connections, 0u);
}

void tst_ServingTls::boundsTheHandshake()
{
    Limits limits;
    limits.headerTime = 100ms;
    ServingThread thread;
    HttpServer server(
        thread, [](const auto &) {}, limits, tls());
    RawClient silent(*server.listen());
    QVERIFY(silent.readAll(5s));
    QTRY_COMPARE(server.statistics().connections, 0u);
    QCOMPARE(server.statistics().refused, 1u);
}

void tst_ServingTls::survivesPlainText()
{
    ServingThread thread;
    HttpServer server(
        thread, [](const auto &) {}, {}, tls());
    const std::uint16_t port = *server.listen();
    RawClient plain(port);
    QVERIFY(plain.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    QVERIFY(plain.readAll(5s));
    RawClient leaving(port);
    QVERIFY(leaving.send(std::string_view("\x16\x03\x01\x02\x00\x01", 6)));
    leaving.close();
    QTRY_COMPARE(server.statistics().connections, 0u);
    QCOMPARE(server.statistics().requests, 0u);
}

void tst_ServingTls::refusesBadFiles_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::newRow("no certificate") << u"none.pem"_s << u"key.pem"_s;
    QTest::newRow("no key") << u"cert.pem"_s << u"none.pem"_s;
    QTest::newRow("swapped") << u"key.pem"_s << u"cert.pem"_s;
    QTest::newRow("another's key") << u"cert.pem"_s << u"otherkey.pem"_s;
}

void tst_ServingTls::refusesBadFiles()
{
    QFETCH(const QString, certificate);
    QFETCH(const QString, key);
    ServingThread thread;
    HttpServer server(
        thread, [](const auto &) {}, {}, Tls{file(certificate.toLatin1().constData()), file(key.toLatin1().constData())});
    const auto port = server.listen();
    QVERIFY(!port);
    QCOMPARE(port.error().kind, ErrorKind::Refused);
}

void tst_ServingTls::theSenderVerifies_data()
{
    QTest::addColumn<QString>("trusted");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("ours");  // the server's certificate: ours or that of another name
    QTest::addColumn<int>("status"); // 0: refused
    QTest::newRow("by address") << u"cert.pem"_s << u"127.0.0.1"_s << true << 200;
    QTest::newRow("by name") << u"cert.pem"_s << u"localhost"_s << true << 200;
    QTest::newRow("unknown issuer") << u"other.pem"_s << u"127.0.0.1"_s << true << 0;
    QTest::newRow("another's address") << u"other.pem"_s << u"127.0.0.1"_s << false << 0;
    QTest::newRow("another's name") << u"other.pem"_s << u"localhost"_s << false << 0;
}

void tst_ServingTls::theSenderVerifies()
{
    QFETCH(const QString, trusted);
    QFETCH(const QString, host);
    QFETCH(const bool, ours);
    QFETCH(const int, status);
    qputenv("SSL_CERT_FILE", m_dir.filePath(trusted).toUtf8()); // what OpenSSL looks at
    ServingThread thread;
    HttpServer server(
        thread, [](const std::shared_ptr<Exchange> &exchange) { exchange->reply(Response::text(200, "ok")); }, {},
        ours ? tls() : Tls{file("other.pem"), file("otherkey.pem")});
    const auto port = server.listen({"127.0.0.1", 0});
    QVERIFY(port);
    std::promise<Result<Answer>> promise;
    auto future = promise.get_future();
    send(thread, {.url = u"https://%1:%2/"_s.arg(host).arg(*port).toStdString()},
         [&](Result<Answer> answer) { promise.set_value(std::move(answer)); });
    QCOMPARE(future.wait_for(20s), std::future_status::ready);
    const auto answer = future.get();
    if (status == 0) {
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Refused);
        QCOMPARE(server.statistics().requests, 0u);
    } else {
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
        QCOMPARE(answer->status, status);
        QCOMPARE(answer->body, "ok");
    }
    qunsetenv("SSL_CERT_FILE");
}

QTEST_GUILESS_MAIN(tst_ServingTls)
#include "tst_servingtls.moc"
