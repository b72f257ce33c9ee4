#include <callcard/browsersignin.h>
#include <callcard/testing/fakeclock.h>

#include <QNetworkInterface>
#include <QNetworkProxy>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

template <typename T>
QCoro::Task<> keep(QCoro::Task<Result<T>> task, std::optional<Result<T>> &out)
{
    out = co_await task;
}

const QList<QUrl> kAnyPort{QUrl(u"http://127.0.0.1:0/oauth2callback"_s)};

} // namespace

class tst_BrowserSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theChallengeOfTheStandard()
    {
        QCOMPARE(challengeFor("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
                 QByteArray("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")); // RFC 7636, B
    }

    void keysAreLongAndNew()
    {
        static const QRegularExpression unreserved(u"^[A-Za-z0-9_-]{43}$"_s);
        const ProofKey one = makeProofKey();
        const ProofKey two = makeProofKey();
        QVERIFY(unreserved.match(one.verifier.revealText()).hasMatch());
        QVERIFY(one.verifier.revealText() != two.verifier.revealText());
        QCOMPARE(one.challenge, challengeFor(one.verifier.reveal()));
        QVERIFY(randomWord() != randomWord());
    }

    void theWholeWay()
    {
        std::optional<Result<BrowserGrant>> out;
        TaskScope scope;
        scope.start(keep(askInBrowser(plan(), opener(), clock, scope.stopToken()), out));
        QCOMPARE(opened.host(), u"login.example"_s);
        const QUrlQuery query(opened);
        const QString state = query.queryItemValue(u"state"_s);
        QCOMPARE(state.size(), 43);
        QCOMPARE(query.queryItemValue(u"response_type"_s), u"code"_s);
        QCOMPARE(query.queryItemValue(u"client_id"_s, QUrl::FullyDecoded), u"client &1"_s);
        QCOMPARE(query.queryItemValue(u"code_challenge_method"_s), u"S256"_s);
        const QUrl redirect(query.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
        const QByteArray page = visit(redirect, u"?code=c%2Fde+x&state="_s + state + u"&expires_in=60"_s);
        QVERIFY(page.startsWith("HTTP/1.1 200"));
        QVERIFY(page.contains("close this window"));
        QTRY_VERIFY(out);
        QCOMPARE((*out)->code.revealText(), u"c/de x"_s);
        QCOMPARE((*out)->redirectUri, redirect);
        QCOMPARE(QString::fromLatin1(challengeFor((*out)->verifier.reveal())), query.queryItemValue(u"code_challenge"_s));
        QTRY_VERIFY(visit(redirect, u"?code=again"_s).isEmpty()); // the door is closed
        QCOMPARE(clock.sleepers(), 0);
    }

    void strangersAreIgnored_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("another state") << QByteArray("GET /oauth2callback?code=evil&state=guess HTTP/1.1\r\n\r\n") << QByteArray("400");
        QTest::newRow("no state") << QByteArray("GET /oauth2callback?code=evil HTTP/1.1\r\n\r\n") << QByteArray("400");
        QTest::newRow("an error without state")
            << QByteArray("GET /oauth2callback?error=access_denied HTTP/1.1\r\n\r\n") << QByteArray("400");
        QTest::newRow("icon") << QByteArray("GET /favicon.ico HTTP/1.1\r\n\r\n") << QByteArray("404");
        QTest::newRow("post") << QByteArray("POST /oauth2callback?code=evil&state=STATE HTTP/1.1\r\n\r\n") << QByteArray("405");
        QTest::newRow("absolute") << QByteArray("GET http://evil.example/oauth2callback?code=evil&state=STATE HTTP/1.1\r\n\r\n")
                                  << QByteArray("404");
        QTest::newRow("garbage") << QByteArray("\x16\x03\x01 hello\r\n\r\n") << QByteArray("405");
        QTest::newRow("endless") << QByteArray("GET /" + QByteArray(100'000, 'x')) << QByteArray();
    }

    void strangersAreIgnored()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, status);
        auto listener = RedirectListener::open(kAnyPort);
        QVERIFY(listener);
        std::optional<Result<Secret>> out;
        TaskScope scope;
        scope.start(keep((*listener)->code("STATE", scope.stopToken()), out));
        const QByteArray answer = send((*listener)->redirectUri(), request);
        QCOMPARE(answer.mid(9, 3), status);
        QVERIFY(!out);
        QVERIFY(visit((*listener)->redirectUri(), u"?code=good&state=STATE"_s).contains("close this window"));
        QTRY_VERIFY(out);
        QCOMPARE((*out)->revealText(), u"good"_s);
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("query");
        QTest::newRow("denied") << u"?error=access_denied&error_description=no&state=STATE"_s;
        QTest::newRow("no code") << u"?state=STATE"_s;
        QTest::newRow("empty code") << u"?code=&state=STATE"_s;
        QTest::newRow("both") << u"?code=x&error=odd&state=STATE"_s;
    }

    void refusals()
    {
        QFETCH(QString, query);
        auto listener = RedirectListener::open(kAnyPort);
        std::optional<Result<Secret>> out;
        TaskScope scope;
        scope.start(keep((*listener)->code("STATE", scope.stopToken()), out));
        QVERIFY(visit((*listener)->redirectUri(), query).contains("did not succeed"));
        QTRY_VERIFY(out);
        QCOMPARE(out->error().kind, ErrorKind::Refused);
    }

    void manyHangingConnectionsDoNotShutTheDoor()
    {
        auto listener = RedirectListener::open(kAnyPort);
        std::optional<Result<Secret>> out;
        TaskScope scope;
        scope.start(keep((*listener)->code("STATE", scope.stopToken()), out));
        {
            std::vector<std::unique_ptr<QTcpSocket>> hanging;
            for (int i = 0; i < 20; ++i) {
                hanging.push_back(std::make_unique<QTcpSocket>());
                hanging.back()->connectToHost(QHostAddress::LocalHost, quint16((*listener)->redirectUri().port()));
                QTRY_VERIFY(hanging.back()->state() == QAbstractSocket::ConnectedState ||
                            hanging.back()->error() != QAbstractSocket::UnknownSocketError);
            }
        }
        QTRY_VERIFY(visit((*listener)->redirectUri(), u"?code=good&state=STATE"_s).contains("close this window"));
        QTRY_VERIFY(out && out->has_value());
    }

    void nobodyComesBack()
    {
        std::optional<Result<BrowserGrant>> out;
        TaskScope scope;
        scope.start(keep(askInBrowser(plan(), opener(), clock, scope.stopToken()), out));
        clock.advance(4min + 59s);
        QVERIFY(!out);
        clock.advance(2s);
        QTRY_VERIFY(out);
        QCOMPARE(out->error().kind, ErrorKind::TimedOut);
    }

    void givenUpByThePerson()
    {
        std::optional<Result<BrowserGrant>> out;
        TaskScope scope;
        std::stop_source stop;
        scope.start(keep(askInBrowser(plan(), opener(), clock, stop.get_token()), out));
        stop.request_stop();
        QVERIFY(out);
        QCOMPARE(out->error().kind, ErrorKind::Cancelled);
        QCOMPARE(clock.sleepers(), 0);
    }

    void noBrowser()
    {
        const BrowserOpener none = [](const QUrl &) { return false; };
        QCOMPARE(QCoro::waitFor(askInBrowser(plan(), none, clock, {})).error().kind, ErrorKind::Refused);
    }

    void theNextFreePort()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        const QUrl first(u"http://localhost:%1/cb"_s.arg(taken.serverPort()));
        const QList<QUrl> candidates = redirectCandidates(first);
        QCOMPARE(candidates.size(), 3);
        const auto listener = RedirectListener::open(candidates);
        QVERIFY(listener);
        QVERIFY((*listener)->redirectUri() != first);
        QVERIFY(candidates.contains((*listener)->redirectUri())); // exactly as registered
        QVERIFY(!RedirectListener::open({first}));
    }

    void onlyThisComputer_data()
    {
        QTest::addColumn<QUrl>("address");
        for (const char *address : {"http://0.0.0.0:0/", "http://example.com:0/", "https://localhost:0/", "http://192.168.0.7:0/",
                                    "callcard://x/", "http://localhost:0/?a=1", "http://me@localhost:0/", ""})
            QTest::newRow(address) << QUrl(QString::fromLatin1(address));
    }

    void onlyThisComputer()
    {
        QFETCH(QUrl, address);
        QVERIFY(!RedirectListener::open({address}));
    }

    void otherInterfacesHearNothing()
    {
        const auto listener = RedirectListener::open({QUrl(u"http://localhost:0/"_s)});
        QVERIFY(listener);
        for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
            if (address.isLoopback())
                continue;
            QTcpSocket socket;
            socket.setProxy(QNetworkProxy::NoProxy);
            socket.connectToHost(address, quint16((*listener)->redirectUri().port()));
            QTRY_VERIFY(socket.state() == QAbstractSocket::UnconnectedState);
        }
    }

private:
    BrowserSignIn plan() const
    {
        return {.authorizeUrl = QUrl(u"https://login.example/authorize"_s), .clientId = u"client &1"_s, .redirects = kAnyPort};
    }

    BrowserOpener opener()
    {
        return [this](const QUrl &url) {
            opened = url;
            return true;
        };
    }

    static QByteArray visit(const QUrl &redirect, const QString &query)
    {
        return send(redirect, "GET " + redirect.path().toLatin1() + query.toLatin1() + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    static QByteArray send(const QUrl &where, const QByteArray &bytes)
    {
        QTcpSocket socket;
        socket.setProxy(QNetworkProxy::NoProxy);
        socket.connectToHost(QHostAddress::LocalHost, quint16(where.port()));
        if (!QTest::qWaitFor(
                [&] { return socket.state() != QAbstractSocket::HostLookupState && socket.state() != QAbstractSocket::ConnectingState; }))
            return {};
        if (socket.state() != QAbstractSocket::ConnectedState)
            return {};
        socket.write(bytes);
        if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }))
            return "still open";
        return socket.readAll();
    }

    FakeClock clock;
    QUrl opened;
};

QTEST_GUILESS_MAIN(tst_BrowserSignIn)
#include "tst_browsersignin.moc"
