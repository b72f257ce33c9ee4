#include <callcard/firebaseauth.h>

#include "tokenwire.h"

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The emulator serves several hosts under one address: the real host's name becomes the first part of the path.
QUrl endpoint(const QUrl &base, const QString &path, const QString &apiKey)
{
    QUrl url = base;
    url.setPath(base.path() + path);
    url.setQuery(QString::fromLatin1("key=" + QUrl::toPercentEncoding(apiKey)));
    return url;
}

// Functions of their own, because g++ 12 does not take such lists inside a coroutine.
QList<std::pair<QString, QString>> refreshForm(const Secret &refreshToken)
{
    return {{u"grant_type"_s, u"refresh_token"_s}, {u"refresh_token"_s, refreshToken.revealText()}};
}

QList<std::pair<QString, QString>> googleForm(const GoogleClient &google, const BrowserGrant &grant)
{
    QList<std::pair<QString, QString>> fields{{u"grant_type"_s, u"authorization_code"_s},
                                              {u"code"_s, grant.code.revealText()},
                                              {u"redirect_uri"_s, grant.redirectUri.toString(QUrl::FullyEncoded)},
                                              {u"client_id"_s, google.clientId},
                                              {u"code_verifier"_s, grant.verifier.revealText()}};
    if (!google.clientSecret.isEmpty())
        fields.append({u"client_secret"_s, google.clientSecret.revealText()});
    return fields;
}

BrowserSignIn googleSignIn(const GoogleClient &google, RedirectPages pages)
{
    return {.authorizeUrl = google.authorizeUrl,
            .clientId = google.clientId,
            .parameters = {{u"scope"_s, u"openid email profile"_s}},
            .redirects = {QUrl(u"http://127.0.0.1:0/oauth2callback"_s)}, // Google accepts any port for desktop clients
            .pages = std::move(pages)};
}

void harden(HttpRequest &request)
{
    request.maxAnswerBytes = 256 * 1024;
    request.maxRedirects = 0; // credentials follow nobody
}

} // namespace

Result<FirebaseApp> withAuthEmulator(FirebaseApp app, const QString &hostAndPort)
{
    if (hostAndPort.isEmpty())
        return app;
    const QUrl base(u"http://"_s + hostAndPort, QUrl::StrictMode);
    const bool isOnlyHostAndPort =
        base.path().isEmpty() && !base.hasQuery() && !base.hasFragment() && base.userInfo().isEmpty() && base.port() > 0;
    if (!base.isValid() || !isOnlyHostAndPort)
        return failure(ErrorKind::Refused, u"FIREBASE_AUTH_EMULATOR_HOST must read host:port, without http://"_s);
    if (!isLoopbackHost(base.host()))
        return failure(ErrorKind::Refused, u"FIREBASE_AUTH_EMULATOR_HOST is honoured for this computer only"_s);
    app.identity = QUrl(base.toString() + u"/identitytoolkit.googleapis.com"_s);
    app.secureToken = QUrl(base.toString() + u"/securetoken.googleapis.com"_s);
    app.isEmulator = true;
    if (app.apiKey.isEmpty())
        app.apiKey = u"emulator"_s; // some value must be given
    return app;
}

TokenPolicy firebaseTokenPolicy()
{
    return {.early = 5min, .firstRetry = 30s, .lastRetry = 16min};
}

FirebaseAuth::FirebaseAuth(FirebaseApp app, HttpSender send, Clock &clock) : m_app(std::move(app)), m_send(std::move(send)), m_clock(clock)
{
}

QString FirebaseAuth::origin() const
{
    // A new password of the same person changes nothing.
    return originOf(
        {m_app.identity.toEncoded(), m_app.apiKey.toUtf8(), m_app.password.isEmpty() ? QByteArray() : m_app.email.toLower().toUtf8()});
}

QCoro::Task<Result<Tokens>> FirebaseAuth::askIdentity(QString method, QByteArray json, std::stop_token stop)
{
    HttpRequest request = HttpRequest::postJson(endpoint(m_app.identity, u"/v1/accounts:"_s + method, m_app.apiKey), std::move(json));
    harden(request);
    Clock &clock = m_clock;
    const Result<HttpAnswer> answer = co_await m_send(request, stop);
    if (!answer)
        co_return tl::unexpected(answer.error());
    co_return firebaseTokens(*answer, FirebaseDialect::SignIn, clock.now());
}

QCoro::Task<Result<Tokens>> FirebaseAuth::refresh(Secret refreshToken, std::stop_token stop)
{
    HttpRequest request = HttpRequest::postForm(endpoint(m_app.secureToken, u"/v1/token"_s, m_app.apiKey), refreshForm(refreshToken));
    harden(request);
    request.repeatable = true; // a Firebase refresh token may be used again
    Clock &clock = m_clock;
    const Result<HttpAnswer> answer = co_await m_send(request, stop);
    if (!answer)
        co_return tl::unexpected(answer.error());
    co_return firebaseTokens(*answer, FirebaseDialect::Refresh, clock.now());
}

QCoro::Task<Result<Tokens>> FirebaseAuth::signInSilently(std::stop_token stop)
{
    if (m_app.email.isEmpty() || m_app.password.isEmpty())
        co_return failure(ErrorKind::SignInNeeded, u"a person must sign in"_s);
    co_return co_await signInWithPassword(m_app.email, m_app.password, stop);
}

QCoro::Task<Result<>> FirebaseAuth::revoke(Tokens, std::stop_token)
{
    co_return {};
}

QCoro::Task<Result<Tokens>> FirebaseAuth::signInWithPassword(QString email, Secret password, std::stop_token stop)
{
    Result<Tokens> tokens = co_await askIdentity(u"signInWithPassword"_s, passwordBody(email.trimmed(), password), stop);
    if (tokens && tokens->email.isEmpty())
        tokens->email = email.trimmed();
    co_return tokens;
}

QCoro::Task<Result<Tokens>> FirebaseAuth::signInWithGoogle(GoogleClient google, BrowserOpener open, RedirectPages pages,
                                                           std::stop_token stop)
{
    const BrowserSignIn signIn = googleSignIn(google, std::move(pages));
    const Result<BrowserGrant> grant = co_await askInBrowser(signIn, std::move(open), m_clock, stop);
    if (!grant)
        co_return tl::unexpected(grant.error());
    const QList<std::pair<QString, QString>> fields = googleForm(google, *grant);
    HttpRequest request = HttpRequest::postForm(google.tokenUrl, fields);
    harden(request);
    const Result<HttpAnswer> answer = co_await m_send(request, stop);
    if (!answer)
        co_return tl::unexpected(answer.error());
    const Result<Secret> idToken = googleIdToken(*answer, m_clock.now());
    if (!idToken)
        co_return tl::unexpected(idToken.error());
    // Google's own tokens are not needed: they end here.
    co_return co_await askIdentity(u"signInWithIdp"_s, googleBody(*idToken), stop);
}

} // namespace callcard
