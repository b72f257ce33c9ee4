#include "authapi.h"
#include "base64.h"
#include "caller.h"

#include <QTest>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;
using namespace callcard::demo::firebase;

namespace {

/// A Firebase Auth of one's own with one user, asked without a network.
struct Asking {
    std::int64_t now = 1795186800;
    AuthApi api{"demo-test", [this] { return now; }};
    int status = 0;
    std::string location{};

    Asking()
    {
        Account account;
        account.uid = "u1";
        account.email = "Rep@northgate.example";
        account.password = "secret-1";
        account.name = "Dana";
        account.claims = {{"role", "sales"}};
        api.accounts.add(account);
        api.google.defaultEmail = "rep@northgate.example";
    }

    Json raw(const std::string &method, const std::string &target, const std::string &body, const std::string &authorization = {})
    {
        callcard::serving::Request request;
        request.method = method;
        request.target = target;
        const std::size_t mark = target.find('?');
        request.path = target.substr(0, mark);
        request.query = mark == std::string::npos ? std::string() : target.substr(mark + 1);
        request.body = body;
        if (!authorization.empty())
            request.headers.emplace_back("Authorization", authorization);
        const auto response = api.answer(request);
        status = response.status;
        for (const auto &[name, value] : response.headers) {
            if (name == "Location")
                location = value;
        }
        return Json::parse(response.body, nullptr, false);
    }

    Json ask(const std::string &method, const Json &body, const std::string &authorization = {})
    {
        return raw("POST", "/identitytoolkit.googleapis.com/v1/accounts:" + method + "?key=any", body.dump(), authorization);
    }

    Json signIn()
    {
        return ask("signInWithPassword", {{"email", "rep@northgate.example"}, {"password", "secret-1"}, {"returnSecureToken", true}});
    }

    Json refresh(const std::string &token)
    {
        const std::string escaped = QByteArray::fromStdString(token).toPercentEncoding().toStdString();
        return raw("POST", "/securetoken.googleapis.com/v1/token?key=any", "grant_type=refresh_token&refresh_token=" + escaped);
    }
};

QString word(const Json &answer)
{
    return answer.contains("error") ? QString::fromStdString(answer["error"].value("message", "")).section(u" : "_s, 0, 0) : QString();
}

Json claims(const Json &token)
{
    return *callcard::demo::firestore::claimsOf(token.get<std::string>());
}

} // namespace

class tst_demo_firebase_auth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsIn();
    void wrongLogins_data();
    void wrongLogins();
    void tooManyAttempts();
    void refreshes();
    void refreshRefusals();
    void claimsComeWithTheNextToken();
    void disabledAndRevoked();
    void passwordChangeEndsSessions();
    void signsUp();
    void withGoogle();
    void withCustomToken();
    void twoHundredThatIsNoSignIn();
    void asAdministrator();
    void keyAndPaths();
    void googlePkce();
    void googleRefusals_data();
    void googleRefusals();
    void challengeOfTheRfc();
};

void tst_demo_firebase_auth::signsIn()
{
    Asking auth;
    const Json answer = auth.signIn();
    QCOMPARE(auth.status, 200);
    QCOMPARE(answer["localId"].get<std::string>(), std::string("u1"));
    QCOMPARE(answer["expiresIn"].get<std::string>(), std::string("3600")); // seconds as text
    QCOMPARE(answer["registered"].get<bool>(), true);
    const std::string token = answer["idToken"];
    QVERIFY(token.ends_with('.')); // unsigned
    const Json payload = claims(token);
    QCOMPARE(payload["exp"].get<std::int64_t>() - payload["iat"].get<std::int64_t>(), std::int64_t{3600});
    QCOMPARE(payload["iss"].get<std::string>(), std::string("https://securetoken.google.com/demo-test"));
    QCOMPARE(payload["aud"].get<std::string>(), std::string("demo-test"));
    QCOMPARE(payload["sub"].get<std::string>(), payload["user_id"].get<std::string>());
    QCOMPARE(payload["role"].get<std::string>(), std::string("sales"));
    QCOMPARE(payload["firebase"]["sign_in_provider"].get<std::string>(), std::string("password"));
    const Json poor = auth.ask("signInWithPassword", {{"email", "rep@northgate.example"}, {"password", "secret-1"}});
    QVERIFY(poor.contains("idToken") && !poor.contains("refreshToken"));
    const Json user = auth.ask("lookup", {{"idToken", token}})["users"][0];
    QCOMPARE(user["email"].get<std::string>(), std::string("rep@northgate.example"));
    QCOMPARE(user["lastLoginAt"].get<std::string>(), std::to_string(auth.now * 1000));
}

void tst_demo_firebase_auth::wrongLogins_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("guarded");
    QTest::addColumn<QString>("open");
    const auto both = [](const char *name, const char *body, const QString &code) {
        QTest::newRow(name) << QString::fromUtf8(body) << code << code;
    };
    QTest::newRow("wrong password") << uR"({"email":"rep@northgate.example","password":"nope-1"})"_s << u"INVALID_LOGIN_CREDENTIALS"_s
                                    << u"INVALID_PASSWORD"_s;
    QTest::newRow("nobody") << uR"({"email":"who@northgate.example","password":"nope-1"})"_s << u"INVALID_LOGIN_CREDENTIALS"_s
                            << u"EMAIL_NOT_FOUND"_s;
    both("no e-mail", R"({"password":"x"})", u"MISSING_EMAIL"_s);
    both("no address", R"({"email":"rep","password":"x"})", u"INVALID_EMAIL"_s);
    both("no password", R"({"email":"rep@northgate.example"})", u"MISSING_PASSWORD"_s);
    both("kinds mixed up", R"({"email":["rep@northgate.example"],"password":7})", u"MISSING_EMAIL"_s);
}

void tst_demo_firebase_auth::wrongLogins()
{
    QFETCH(QString, body);
    QFETCH(QString, guarded);
    QFETCH(QString, open);
    Asking auth;
    const Json answer = auth.ask("signInWithPassword", Json::parse(body.toStdString()));
    QCOMPARE(word(answer), guarded);
    QCOMPARE(auth.status, 400);
    QCOMPARE(answer["error"]["errors"][0]["domain"].get<std::string>(), std::string("global"));
    auth.api.accounts.behaviour.enumerationProtected = false;
    QCOMPARE(word(auth.ask("signInWithPassword", Json::parse(body.toStdString()))), open);
}

void tst_demo_firebase_auth::tooManyAttempts()
{
    Asking auth;
    auth.api.accounts.behaviour.mostFailures = 3;
    for (int i = 0; i < 3; ++i)
        auth.ask("signInWithPassword", {{"email", "rep@northgate.example"}, {"password", "wrong"}});
    QCOMPARE(word(auth.signIn()), u"TOO_MANY_ATTEMPTS_TRY_LATER"_s);
    auth.now += 301;
    auth.signIn();
    QCOMPARE(auth.status, 200);
}

void tst_demo_firebase_auth::refreshes()
{
    Asking auth;
    const std::string token = auth.signIn()["refreshToken"];
    auth.now += 4000;
    const Json answer = auth.refresh(token);
    QCOMPARE(auth.status, 200);
    QVERIFY(!answer.contains("idToken"));
    QCOMPARE(answer["id_token"].get<std::string>(), answer["access_token"].get<std::string>());
    QCOMPARE(answer["expires_in"].get<std::string>(), std::string("3600"));
    QCOMPARE(answer["user_id"].get<std::string>(), std::string("u1"));
    QCOMPARE(answer["project_id"].get<std::string>(), std::string("123456789012"));
    QCOMPARE(answer["refresh_token"].get<std::string>(), token);
    QCOMPARE(claims(answer["id_token"])["exp"].get<std::int64_t>(), auth.now + 3600);
    auth.api.accounts.behaviour.rotatesRefreshTokens = true;
    QVERIFY(auth.refresh(token)["refresh_token"].get<std::string>() != token);
}

void tst_demo_firebase_auth::refreshRefusals()
{
    Asking auth;
    const std::string token = auth.signIn()["refreshToken"];
    QCOMPARE(word(auth.refresh("made-up")), u"INVALID_REFRESH_TOKEN"_s);
    const std::string url = "/securetoken.googleapis.com/v1/token?key=any";
    QCOMPARE(word(auth.raw("POST", url, "grant_type=refresh_token")), u"MISSING_REFRESH_TOKEN"_s);
    QCOMPARE(word(auth.raw("POST", url, "grant_type=password&refresh_token=x")), u"INVALID_GRANT_TYPE"_s);
    QCOMPARE(word(auth.raw("POST", url, Json{{"grant_type", "refresh_token"}, {"refresh_token", token}}.dump())), u"INVALID_GRANT_TYPE"_s);
    // Not encoded, "+" is a space.
    QCOMPARE(word(auth.raw("POST", url, "grant_type=refresh_token&refresh_token=" + token)), u"INVALID_REFRESH_TOKEN"_s);
}

void tst_demo_firebase_auth::claimsComeWithTheNextToken()
{
    Asking auth;
    const Json signedIn = auth.signIn();
    auth.api.accounts.find("u1")->claims = {{"role", "manager"}, {"team", "west"}};
    QCOMPARE(claims(signedIn["idToken"])["role"].get<std::string>(), std::string("sales"));
    QCOMPARE(claims(auth.refresh(signedIn["refreshToken"])["id_token"])["team"].get<std::string>(), std::string("west"));
}

void tst_demo_firebase_auth::disabledAndRevoked()
{
    Asking auth;
    const Json signedIn = auth.signIn();
    auth.api.accounts.find("u1")->disabled = true;
    QCOMPARE(word(auth.refresh(signedIn["refreshToken"])), u"USER_DISABLED"_s);
    QCOMPARE(word(auth.signIn()), u"USER_DISABLED"_s);
    auth.api.accounts.find("u1")->disabled = false;
    auth.now += 10;
    auth.api.accounts.revoke(*auth.api.accounts.find("u1"));
    QCOMPARE(word(auth.refresh(signedIn["refreshToken"])), u"TOKEN_EXPIRED"_s);
    QCOMPARE(word(auth.ask("lookup", {{"idToken", signedIn["idToken"]}})), u"TOKEN_EXPIRED"_s);
    auth.refresh(auth.signIn()["refreshToken"]);
    QCOMPARE(auth.status, 200);
    auth.api.accounts.remove("u1");
    QCOMPARE(word(auth.refresh(signedIn["refreshToken"])), u"USER_NOT_FOUND"_s);
}

void tst_demo_firebase_auth::passwordChangeEndsSessions()
{
    Asking auth;
    const Json signedIn = auth.signIn();
    QCOMPARE(word(auth.ask("update", {{"idToken", signedIn["idToken"]}, {"password", "short"}})), u"WEAK_PASSWORD"_s);
    auth.now += 1;
    const Json changed = auth.ask("update", {{"idToken", signedIn["idToken"]}, {"password", "secret-2"}, {"returnSecureToken", true}});
    QCOMPARE(auth.status, 200);
    QCOMPARE(word(auth.refresh(signedIn["refreshToken"])), u"TOKEN_EXPIRED"_s);
    auth.refresh(changed["refreshToken"]);
    QCOMPARE(auth.status, 200);
    QCOMPARE(word(auth.signIn()), u"INVALID_LOGIN_CREDENTIALS"_s);
}

void tst_demo_firebase_auth::signsUp()
{
    Asking auth;
    const Json body{{"email", "new@northgate.example"}, {"password", "secret-9"}, {"returnSecureToken", true}};
    const Json answer = auth.ask("signUp", body);
    QCOMPARE(answer["localId"].get<std::string>().size(), std::size_t{28});
    QVERIFY(answer.contains("refreshToken"));
    QCOMPARE(claims(answer["idToken"])["email_verified"].get<bool>(), false);
    QCOMPARE(word(auth.ask("signUp", body)), u"EMAIL_EXISTS"_s);
    QCOMPARE(word(auth.ask("signUp", {{"email", "two@northgate.example"}, {"password", "abc"}})), u"WEAK_PASSWORD"_s);
    QCOMPARE(claims(auth.ask("signUp", Json::object())["idToken"])["provider_id"].get<std::string>(), std::string("anonymous"));
    auth.ask("delete", {{"idToken", answer["idToken"]}});
    QCOMPARE(auth.status, 200);
    QCOMPARE(word(auth.ask("lookup", {{"idToken", answer["idToken"]}})), u"USER_NOT_FOUND"_s);
}

void tst_demo_firebase_auth::withGoogle()
{
    Asking auth;
    const std::string google = callcard::demo::firestore::unsignedToken(
        Json{{"sub", "g-1"}, {"email", "rep@northgate.example"}, {"email_verified", true}, {"exp", auth.now + 100}});
    Json body{
        {"postBody", "id_token=" + google + "&providerId=google.com"}, {"requestUri", "http://localhost"}, {"returnSecureToken", true}};
    const Json answer = auth.ask("signInWithIdp", body);
    QCOMPARE(answer["localId"].get<std::string>(), std::string("u1")); // the same person
    QCOMPARE(answer["isNewUser"].get<bool>(), false);
    QCOMPARE(claims(answer["idToken"])["firebase"]["sign_in_provider"].get<std::string>(), std::string("google.com"));
    auth.api.accounts.behaviour.googleClient = "another-client.apps.googleusercontent.com";
    QCOMPARE(word(auth.ask("signInWithIdp", body)), u"INVALID_IDP_RESPONSE"_s); // issued for somebody else's program
    auth.api.accounts.behaviour.foreignClients = true;
    QCOMPARE(auth.ask("signInWithIdp", body)["localId"].get<std::string>(), std::string("u1"));
    auth.api.accounts.behaviour.foreignClients = false;
    auth.api.accounts.behaviour.googleClient.clear();
    auth.now += 200;
    QCOMPARE(word(auth.ask("signInWithIdp", body)), u"INVALID_IDP_RESPONSE"_s);
    body["postBody"] =
        "id_token=%7B%22sub%22%3A%22g-2%22%2C%22email%22%3A%22x%40northgate.example%22%7D&providerId=google.com"; // bare claims
    QCOMPARE(auth.ask("signInWithIdp", body)["isNewUser"].get<bool>(), true);
    body["postBody"] = "id_token=nonsense&providerId=google.com";
    QCOMPARE(word(auth.ask("signInWithIdp", body)), u"INVALID_IDP_RESPONSE"_s);
    body.erase("requestUri");
    QCOMPARE(word(auth.ask("signInWithIdp", body)), u"MISSING_REQUEST_URI"_s);
}

void tst_demo_firebase_auth::withCustomToken()
{
    Asking auth;
    const std::string token =
        callcard::demo::firestore::unsignedToken(Json{{"uid", "u1"}, {"claims", {{"kiosk", true}}}, {"exp", auth.now + 100}});
    const Json answer = auth.ask("signInWithCustomToken", {{"token", token}, {"returnSecureToken", true}});
    QVERIFY(!answer.contains("localId"));
    QCOMPARE(claims(answer["idToken"])["sub"].get<std::string>(), std::string("u1"));
    QCOMPARE(claims(auth.refresh(answer["refreshToken"])["id_token"])["kiosk"].get<bool>(), true);
    QCOMPARE(word(auth.ask("signInWithCustomToken", {{"token", "abc"}})), u"INVALID_CUSTOM_TOKEN"_s);
    QCOMPARE(word(auth.ask("signInWithCustomToken", Json::object())), u"MISSING_CUSTOM_TOKEN"_s);
}

void tst_demo_firebase_auth::twoHundredThatIsNoSignIn()
{
    Asking auth;
    auth.api.accounts.behaviour.needsSecondFactor = true;
    const Json answer = auth.signIn();
    QCOMPARE(auth.status, 200);
    QVERIFY(answer.contains("mfaPendingCredential") && !answer.contains("idToken"));
}

void tst_demo_firebase_auth::asAdministrator()
{
    Asking auth;
    const auto ask = [&](const char *method, const Json &body, const char *who) {
        return auth.raw("POST", std::string("/identitytoolkit.googleapis.com/v1/projects/demo-test/accounts") + method, body.dump(), who);
    };
    ask(":update", {{"localId", "u1"}, {"customAttributes", R"({"role":"admin"})"}}, "Bearer owner");
    QCOMPARE(auth.status, 200);
    QCOMPARE(claims(auth.signIn()["idToken"])["role"].get<std::string>(), std::string("admin"));
    QCOMPARE(word(ask(":update", {{"localId", "u1"}, {"customAttributes", R"({"sub":"x"})"}}, "Bearer owner")), u"FORBIDDEN_CLAIM"_s);
    const std::string large = Json{{"x", std::string(1000, 'x')}}.dump();
    QCOMPARE(word(ask(":update", {{"localId", "u1"}, {"customAttributes", large}}, "Bearer owner")), u"CLAIMS_TOO_LARGE"_s);
    QCOMPARE(ask(":lookup", {{"localId", {"u1", "none"}}}, "Bearer owner")["users"].size(), std::size_t{1});
    ask("", {{"localId", "made"}, {"email", "made@northgate.example"}}, "Bearer owner");
    QVERIFY(auth.api.accounts.find("made") != nullptr);
    ask(":update", {{"localId", "u1"}, {"customAttributes", "{}"}}, "Bearer stranger");
    QCOMPARE(auth.status, 403); // no key
}

void tst_demo_firebase_auth::keyAndPaths()
{
    Asking auth;
    auth.raw("POST", "/identitytoolkit.googleapis.com/v1/accounts:signInWithPassword", "{}");
    QCOMPARE(auth.status, 403);
    auth.api.accounts.behaviour.requiredKey = "right";
    auth.raw("POST", "/v1/accounts:signInWithPassword?key=wrong", "{}");
    QCOMPARE(auth.status, 400);
    QCOMPARE(word(auth.raw("POST", "/v1/accounts:signInWithPassword?key=right", "{}")), u"MISSING_EMAIL"_s);
    auth.raw("POST", "/v1/accounts:dance?key=right", "{}");
    QCOMPARE(auth.status, 404);
    for (const std::string &body : {std::string("["), std::string("[]"), std::string(200'000, '['), std::string("\xff")}) {
        auth.raw("POST", "/v1/accounts:lookup?key=right", body);
        QCOMPARE(auth.status, 400);
    }
}

void tst_demo_firebase_auth::googlePkce()
{
    Asking auth;
    const std::string verifier(43, 'v');
    const auto authorize = [&] {
        auth.raw("GET",
                 "/o/oauth2/v2/auth?client_id=" + auth.api.google.clientId +
                     "&redirect_uri=http%3A%2F%2F127.0.0.1%3A5999%2Fback&response_type=code&scope=openid%20email&state=s%2B1&nonce=n1"
                     "&code_challenge_method=S256&code_challenge=" +
                     challengeOf(verifier),
                 {});
        const QUrlQuery query(QUrl(QString::fromStdString(auth.location)));
        return std::make_pair(query.queryItemValue(u"code"_s, QUrl::FullyDecoded).toStdString(),
                              query.queryItemValue(u"state"_s, QUrl::FullyDecoded));
    };
    const auto exchange = [&](const std::string &code, const std::string &with) {
        return auth.raw("POST", "/token",
                        "grant_type=authorization_code&code=" + QByteArray::fromStdString(code).toPercentEncoding().toStdString() +
                            "&redirect_uri=http%3A%2F%2F127.0.0.1%3A5999%2Fback&client_id=" + auth.api.google.clientId +
                            "&client_secret=" + auth.api.google.clientSecret + "&code_verifier=" + with);
    };
    const auto [code, state] = authorize();
    QCOMPARE(auth.status, 302);
    QCOMPARE(state, u"s+1"_s);
    const Json answer = exchange(code, verifier);
    QCOMPARE(auth.status, 200);
    QVERIFY(answer["expires_in"].is_number());
    QCOMPARE(claims(answer["id_token"])["nonce"].get<std::string>(), std::string("n1"));
    QCOMPARE(claims(answer["id_token"])["email"].get<std::string>(), std::string("rep@northgate.example"));
    QCOMPARE(exchange(code, verifier)["error"].get<std::string>(), std::string("invalid_grant")); // only once
    QCOMPARE(exchange(authorize().first, std::string(43, 'w'))["error"].get<std::string>(), std::string("invalid_grant"));
    const std::string late = authorize().first;
    auth.now += 601;
    QCOMPARE(exchange(late, verifier)["error"].get<std::string>(), std::string("invalid_grant"));
    auth.api.google.consent = GoogleOAuth::Consent::Deny;
    authorize();
    QVERIFY(auth.location.find("error=access_denied") != std::string::npos);
}

void tst_demo_firebase_auth::googleRefusals_data()
{
    QTest::addColumn<QString>("query");
    const QString redirect = u"&redirect_uri=http%3A%2F%2F127.0.0.1%3A5999%2F"_s;
    const QString rest = u"&response_type=code&scope=openid"_s;
    QTest::newRow("client") << QString(u"client_id=x"_s + redirect + rest);
    QTest::newRow("redirect elsewhere") << QString(u"client_id=ID&redirect_uri=http%3A%2F%2Fevil.example%2F"_s + rest);
    QTest::newRow("header injection") << QString(u"client_id=ID&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2F%0D%0AX%3A1"_s + rest);
    QTest::newRow("token type") << QString(u"client_id=ID"_s + redirect + u"&response_type=token&scope=openid"_s);
    QTest::newRow("no scope") << QString(u"client_id=ID"_s + redirect + u"&response_type=code"_s);
    QTest::newRow("plain challenge") << QString(u"client_id=ID"_s + redirect + rest + u"&code_challenge=abc"_s);
}

void tst_demo_firebase_auth::googleRefusals()
{
    QFETCH(QString, query);
    Asking auth;
    query.replace(u"ID"_s, QString::fromStdString(auth.api.google.clientId));
    auth.raw("GET", "/o/oauth2/v2/auth?" + query.toStdString(), {});
    QCOMPARE(auth.status, 400);
    QVERIFY(auth.location.empty());
}

void tst_demo_firebase_auth::challengeOfTheRfc()
{
    QCOMPARE(challengeOf("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"), std::string("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
}

QTEST_GUILESS_MAIN(tst_demo_firebase_auth)
#include "tst_demo_firebase_auth.moc"
