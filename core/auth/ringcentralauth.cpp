#include <callcard/ringcentralauth.h>

#include "tokenwire.h"

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

QUrl under(const QUrl &server, const QString &path)
{
    QUrl url = server;
    url.setPath((server.path().endsWith(u'/') ? server.path().chopped(1) : server.path()) + path);
    return url;
}

using Form = QList<std::pair<QString, QString>>;

// Functions of their own, because g++ 12 does not take such lists inside a co_await.
Form jwtForm(const Secret &jwt)
{
    return {{u"grant_type"_s, u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s}, {u"assertion"_s, jwt.revealText()}};
}

Form codeForm(const BrowserGrant &grant)
{
    return {{u"grant_type"_s, u"authorization_code"_s},
            {u"code"_s, grant.code.revealText()},
            {u"redirect_uri"_s, grant.redirectUri.toString(QUrl::FullyEncoded)},
            {u"code_verifier"_s, grant.verifier.revealText()}};
}

Form revokeForm(const Secret &token)
{
    return {{u"token"_s, token.revealText()}};
}

} // namespace

RingCentralAuth::RingCentralAuth(RingCentralApp app, HttpSender send, Clock &clock)
    : m_app(std::move(app)), m_send(std::move(send)), m_clock(clock)
{
}

QString RingCentralAuth::origin() const
{
    const bool isSilent = !m_app.jwt.isEmpty() && !m_app.clientSecret.isEmpty();
    return originOf({m_app.server.toEncoded(), m_app.clientId.toUtf8(), isSilent ? m_app.jwt.reveal() : QByteArray()});
}

HttpRequest RingCentralAuth::tokenRequest(QList<std::pair<QString, QString>> fields) const
{
    // A public client names itself in the form and sends no Authorization header at all: one made of an empty secret is refused.
    const bool isPublic = m_app.clientSecret.isEmpty();
    if (isPublic)
        fields.append({u"client_id"_s, m_app.clientId});
    if (!m_app.endpointId.isEmpty() && fields.first().first == "grant_type"_L1)
        fields.append({u"endpoint_id"_s, m_app.endpointId});
    HttpRequest request = HttpRequest::postForm(under(m_app.server, u"/restapi/oauth/token"_s), fields);
    request.headers.set("Accept", "application/json");
    if (!isPublic) {
        const QByteArray pair = m_app.clientId.toUtf8() + ':' + m_app.clientSecret.reveal();
        request.headers.set("Authorization", QByteArray("Basic " + pair.toBase64()));
    }
    request.maxAnswerBytes = 256 * 1024;
    request.maxRedirects = 0; // credentials follow nobody
    return request;
}

QCoro::Task<Result<Tokens>> RingCentralAuth::ask(QList<std::pair<QString, QString>> fields, std::stop_token stop)
{
    Clock &clock = m_clock;
    const Result<HttpAnswer> answer = co_await m_send(tokenRequest(std::move(fields)), stop);
    if (!answer)
        co_return tl::unexpected(answer.error());
    co_return ringCentralTokens(*answer, clock.now());
}

QCoro::Task<Result<Tokens>> RingCentralAuth::refresh(Secret refreshToken, std::stop_token stop)
{
    return ask({{u"grant_type"_s, u"refresh_token"_s}, {u"refresh_token"_s, refreshToken.revealText()}}, std::move(stop));
}

QCoro::Task<Result<Tokens>> RingCentralAuth::signInSilently(std::stop_token stop)
{
    if (m_app.jwt.isEmpty() || m_app.clientSecret.isEmpty())
        co_return failure(ErrorKind::SignInNeeded, u"a person must sign in"_s);
    const Form fields = jwtForm(m_app.jwt);
    co_return co_await ask(fields, stop);
}

QCoro::Task<Result<>> RingCentralAuth::revoke(Tokens tokens, std::stop_token stop)
{
    const Secret &token = tokens.refresh.isEmpty() ? tokens.access : tokens.refresh; // either ends the whole session
    HttpRequest request = tokenRequest(revokeForm(token));
    request.url = under(m_app.server, u"/restapi/oauth/revoke"_s);
    Clock &clock = m_clock;
    const Result<HttpAnswer> answer = co_await m_send(request, stop);
    if (!answer)
        co_return tl::unexpected(answer.error());
    co_return meaningOf(*answer, clock.now());
}

QCoro::Task<Result<Tokens>> RingCentralAuth::signInWithBrowser(QList<QUrl> redirects, BrowserOpener open, RedirectPages pages,
                                                               std::stop_token stop)
{
    const BrowserSignIn signIn{.authorizeUrl = under(m_app.server, u"/restapi/oauth/authorize"_s),
                               .clientId = m_app.clientId,
                               .redirects = std::move(redirects),
                               .pages = std::move(pages)};
    const Result<BrowserGrant> grant = co_await askInBrowser(signIn, std::move(open), m_clock, stop);
    if (!grant)
        co_return tl::unexpected(grant.error());
    const Form fields = codeForm(*grant);
    co_return co_await ask(fields, stop);
}

} // namespace callcard
