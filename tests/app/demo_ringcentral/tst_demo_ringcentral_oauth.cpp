#include "client.h"

using namespace Qt::Literals::StringLiterals;
using namespace callcard::demo;

/// Sign-in as section 2 of the protocol notes has it.
class tst_demo_ringcentral_oauth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsInByJwt();
    void exchangesCode_data();
    void exchangesCode();
    void authorizeRefuses();
    void codeEndsAfterAMinute();
    void rotatesRefreshTokens();
    void replaysWithinTheGrace();
    void endsOldestOfFive();
    void clampsLifetimes();
    void checksClients_data();
    void checksClients();
    void revokes();
    void accessTokenExpires();
};

namespace {

const QString kRedirect = u"http://localhost:5000/oauth2callback"_s;
const QString kVerifier = u"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"_s;

QString challenge()
{
    return QString::fromLatin1(QCryptographicHash::hash(kVerifier.toLatin1(), QCryptographicHash::Sha256)
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::string authorizePath(const QString &redirect = kRedirect, const QString &client = u"callcard-demo-desktop"_s)
{
    QUrlQuery query;
    query.addQueryItem(u"response_type"_s, u"code"_s);
    query.addQueryItem(u"client_id"_s, client);
    query.addQueryItem(u"redirect_uri"_s, QString::fromLatin1(QUrl::toPercentEncoding(redirect)));
    query.addQueryItem(u"state"_s, u"st%2Fate"_s);
    query.addQueryItem(u"code_challenge"_s, challenge());
    query.addQueryItem(u"code_challenge_method"_s, u"S256"_s);
    query.addQueryItem(u"brand_id"_s, QString()); // SDKs send empty extras
    return "/restapi/oauth/authorize?" + query.toString(QUrl::FullyEncoded).toStdString();
}

QString codeOf(Client &client)
{
    const Answer answer = client.get(authorizePath());
    const QUrlQuery back(QUrl::fromEncoded(answer.headers.value("location")));
    return back.queryItemValue(u"code"_s);
}

Answer exchange(Client &client, const QString &code, const QString &verifier = kVerifier, const QString &redirect = kRedirect,
                const QString &clientId = u"callcard-demo-desktop"_s)
{
    return client.form("/restapi/oauth/token", {{u"grant_type"_s, u"authorization_code"_s},
                                                {u"code"_s, code},
                                                {u"redirect_uri"_s, redirect},
                                                {u"client_id"_s, clientId},
                                                {u"code_verifier"_s, verifier}});
}

} // namespace

void tst_demo_ringcentral_oauth::signsInByJwt()
{
    Client client;
    const Answer answer = client.byJwt();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.text("token_type"), std::string("bearer"));
    QCOMPARE(answer.text("owner_id"), std::string("8100002004"));
    QCOMPARE(answer.json["expires_in"].get<int>(), 3600);
    QCOMPARE(answer.json["refresh_token_expires_in"].get<int>(), 604800);
    const Answer wrong =
        client.form("/restapi/oauth/token",
                    {{u"grant_type"_s, u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s}, {u"assertion"_s, u"a.b.c"_s}}, client.basic());
    QCOMPARE(wrong.status, 401); // OAU-140: bad user credentials
    QCOMPARE(wrong.text("error"), std::string("invalid_grant"));
    QCOMPARE(wrong.code(), std::string("OAU-140"));
}

void tst_demo_ringcentral_oauth::exchangesCode_data()
{
    QTest::addColumn<QString>("verifier");
    QTest::addColumn<QString>("redirect");
    QTest::addColumn<QString>("client");
    QTest::addColumn<QString>("code"); // of the error; empty: signed in
    const QString own = u"callcard-demo-desktop"_s;
    QTest::newRow("right") << kVerifier << kRedirect << own << QString();
    QTest::newRow("wrong verifier") << u"somethingElse"_s << kRedirect << own << u"OAU-106"_s;
    QTest::newRow("no verifier") << QString() << kRedirect << own << u"OAU-106"_s;
    QTest::newRow("other redirect") << kVerifier << u"http://localhost:5001/oauth2callback"_s << own << u"OAU-109"_s;
    QTest::newRow("other host spelling") << kVerifier << u"http://127.0.0.1:5000/oauth2callback"_s << own << u"OAU-109"_s;
    QTest::newRow("other app") << kVerifier << kRedirect << u"callcard-demo"_s << u"OAU-110"_s;
}

void tst_demo_ringcentral_oauth::exchangesCode()
{
    QFETCH(QString, verifier);
    QFETCH(QString, redirect);
    QFETCH(QString, client);
    QFETCH(QString, code);
    Client cloud;
    const Answer asked = cloud.get(authorizePath());
    QCOMPARE(asked.status, 302);
    const QUrl back = QUrl::fromEncoded(asked.headers.value("location"));
    QVERIFY(back.toString().startsWith(kRedirect));
    QCOMPARE(QUrlQuery(back).queryItemValue(u"state"_s, QUrl::FullyDecoded), u"st/ate"_s);
    QCOMPARE(QUrlQuery(back).queryItemValue(u"expires_in"_s), u"60"_s);
    const QString given = QUrlQuery(back).queryItemValue(u"code"_s);
    const Answer answer = exchange(cloud, given, verifier, redirect, client);
    QCOMPARE(QString::fromStdString(answer.code()), code);
    QCOMPARE(answer.status, code.isEmpty() ? 200 : 400);
    if (code.isEmpty()) {
        QCOMPARE(exchange(cloud, given).code(), std::string("OAU-106")); // once only
        cloud.turn("oauthErrorStatus", "403");
        QCOMPARE(exchange(cloud, given).status, 403);
    }
}

void tst_demo_ringcentral_oauth::authorizeRefuses()
{
    Client client;
    QCOMPARE(client.get(authorizePath(u"http://localhost:5999/oauth2callback"_s)).status, 400);
    QCOMPARE(client.get(authorizePath(kRedirect, u"nobody"_s)).status, 400);
    QCOMPARE(client.get(authorizePath(kRedirect, u"callcard-demo-unregistered"_s)).status, 400);
    client.turn("loopbackPorts", "free");
    QCOMPARE(client.get(authorizePath(u"http://localhost:5999/oauth2callback"_s)).status, 302);
    QCOMPARE(client.get(authorizePath(u"http://localhost:5999/elsewhere"_s)).status, 400);

    client.turn("authorizeFailure", "redirect");
    client.verb("fault", {{"name", "authorize"}, {"error", "access_denied"}});
    const Answer refused = client.get(authorizePath());
    QCOMPARE(refused.status, 302);
    QVERIFY(refused.headers.value("location").contains("error=access_denied"));
    QVERIFY(!refused.headers.value("location").contains("code="));

    client.turn("loginPage", "on");
    const Answer page = client.get(authorizePath());
    QCOMPARE(page.status, 200);
    QVERIFY(page.raw.contains("<form"));
}

void tst_demo_ringcentral_oauth::codeEndsAfterAMinute()
{
    Client client;
    const QString code = codeOf(client);
    client.advance(61);
    QCOMPARE(exchange(client, code).code(), std::string("OAU-108"));
}

void tst_demo_ringcentral_oauth::rotatesRefreshTokens()
{
    Client client;
    client.unlimited();
    const Answer first = client.byJwt();
    const Answer second = client.refresh(first.text("refresh_token"));
    QCOMPARE(second.status, 200);
    QVERIFY(second.text("access_token") != first.text("access_token"));
    QVERIFY(second.text("refresh_token") != first.text("refresh_token"));
    client.token = first.text("access_token");
    QCOMPARE(client.get(Client::ext()).status, 401); // dies at once
    QCOMPARE(client.get(Client::ext()).code(), std::string("OAU-213"));
    client.token = second.text("access_token");
    QCOMPARE(client.get(Client::ext()).status, 200);
    QCOMPARE(client.refresh("SUYnobody").code(), std::string("OAU-213"));
    client.advance(604801);
    QCOMPARE(client.refresh(second.text("refresh_token")).status, 400);
}

void tst_demo_ringcentral_oauth::replaysWithinTheGrace()
{
    Client client;
    client.unlimited();
    const Answer first = client.byJwt();
    const Answer second = client.refresh(first.text("refresh_token"));
    client.advance(3000); // nobody has used the new one: up to an hour
    const Answer again = client.refresh(first.text("refresh_token"));
    QCOMPARE(again.text("access_token"), second.text("access_token"));
    QCOMPARE(again.json["expires_in"].get<int>(), 600);
    client.token = second.text("access_token");
    QCOMPARE(client.get(Client::ext()).status, 200);
    client.advance(9);
    QCOMPARE(client.refresh(first.text("refresh_token")).text("access_token"), second.text("access_token"));
    client.advance(2); // eleven seconds after the first use
    const Answer late = client.refresh(first.text("refresh_token"));
    QCOMPARE(late.status, 400);
    QCOMPARE(late.text("error"), std::string("invalid_grant"));
}

void tst_demo_ringcentral_oauth::endsOldestOfFive()
{
    Client client;
    client.unlimited();
    QList<std::string> tokens;
    for (int i = 0; i < 6; ++i) {
        tokens.append(client.byJwt().text("access_token"));
        client.advance(1);
    }
    client.token = tokens.at(0);
    QCOMPARE(client.get(Client::ext()).status, 401);
    for (int i = 1; i < 6; ++i) {
        client.token = tokens.at(i);
        QCOMPARE(client.get(Client::ext()).status, 200);
    }
}

void tst_demo_ringcentral_oauth::clampsLifetimes()
{
    Client client;
    client.unlimited();
    QCOMPARE(client.byJwt({{u"access_token_ttl"_s, u"5"_s}}).json["expires_in"].get<int>(), 600);
    QCOMPARE(client.byJwt({{u"access_token_ttl"_s, u"99999"_s}}).json["expires_in"].get<int>(), 3600);
    QVERIFY(!client.byJwt({{u"refresh_token_ttl"_s, u"0"_s}}).json.contains("refresh_token"));
    QCOMPARE(client.byJwt({{u"refresh_token_ttl"_s, u"9999999"_s}}).json["refresh_token_expires_in"].get<int>(), 604800);
    client.turn("issueRefreshTokens", "off");
    QVERIFY(!client.byJwt().json.contains("refresh_token"));
}

void tst_demo_ringcentral_oauth::checksClients_data()
{
    QTest::addColumn<QByteArray>("basic");
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("secret") << QByteArray("callcard-demo:callcard-demo-secret") << QString() << 200 << QString();
    QTest::newRow("public client id") << QByteArray() << u"callcard-demo"_s << 200 << QString();
    QTest::newRow("empty secret") << QByteArray("callcard-demo:") << u"callcard-demo"_s << 401 << u"OAU-153"_s;
    QTest::newRow("wrong secret") << QByteArray("callcard-demo:guess") << QString() << 401 << u"OAU-153"_s;
    QTest::newRow("nobody") << QByteArray() << u"nobody"_s << 401 << u"OAU-146"_s;
    QTest::newRow("nothing") << QByteArray() << QString() << 401 << u"OAU-134"_s;
    QTest::newRow("needs its secret") << QByteArray() << u"callcard-demo-server"_s << 401 << u"OAU-153"_s;
    QTest::newRow("may not use a JWT") << QByteArray() << u"callcard-demo-desktop"_s << 403 << u"OAU-112"_s;
}

void tst_demo_ringcentral_oauth::checksClients()
{
    QFETCH(QByteArray, basic);
    QFETCH(QString, clientId);
    QFETCH(int, status);
    QFETCH(QString, code);
    Client client;
    QList<QPair<QString, QString>> items = {{u"grant_type"_s, u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s},
                                            {u"assertion"_s, QString::fromStdString(client.env.at("RINGCENTRAL_JWT_TOKEN"))}};
    if (!clientId.isEmpty())
        items.append({u"client_id"_s, clientId});
    const Answer answer = client.form("/restapi/oauth/token", items, basic);
    QCOMPARE(answer.status, status);
    QCOMPARE(QString::fromStdString(answer.code()), code);
    if (status == 401)
        QCOMPARE(answer.text("error"), std::string("invalid_client"));
}

void tst_demo_ringcentral_oauth::revokes()
{
    Client client;
    client.unlimited();
    const Answer grant = client.byJwt();
    const Answer done =
        client.form("/restapi/oauth/revoke", {{u"token"_s, QString::fromStdString(grant.text("refresh_token"))}}, client.basic());
    QCOMPARE(done.status, 200);
    client.token = grant.text("access_token");
    QCOMPARE(client.get(Client::ext()).status, 401); // the whole session
    QCOMPARE(client.refresh(grant.text("refresh_token")).status, 400);
}

void tst_demo_ringcentral_oauth::accessTokenExpires()
{
    Client client;
    client.signIn();
    client.advance(3599);
    QCOMPARE(client.get(Client::ext()).status, 200);
    client.advance(2);
    const Answer answer = client.get(Client::ext());
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.code(), std::string("OAU-128"));
    QCOMPARE(answer.text("errorCode"), std::string("TokenInvalid"));
    client.token = "garbage";
    QCOMPARE(client.get(Client::ext()).code(), std::string("OAU-129"));
    client.token.clear();
    QCOMPARE(client.get(Client::ext()).code(), std::string("OAU-149"));
}

QTEST_GUILESS_MAIN(tst_demo_ringcentral_oauth)
#include "tst_demo_ringcentral_oauth.moc"
