#include <callcard/browsersignin.h>

#include <callcard/netfault.h>

#include <QUrlQuery>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

QCoro::Task<> giveUp(Clock &clock, std::chrono::milliseconds patience, std::stop_token answered, std::stop_source stop,
                     std::shared_ptr<bool> late)
{
    const Result<> slept = co_await clock.sleep(patience, answered);
    if (!slept)
        co_return;
    *late = true;
    stop.request_stop();
}

struct Relay {
    std::stop_source stop;
    void operator()() const noexcept { stop.request_stop(); }
};

QUrl withParameters(const BrowserSignIn &signIn, const QUrl &redirectUri, const QByteArray &state, const QByteArray &challenge)
{
    QList<std::pair<QString, QString>> parameters{{u"response_type"_s, u"code"_s},
                                                  {u"client_id"_s, signIn.clientId},
                                                  {u"redirect_uri"_s, redirectUri.toString(QUrl::FullyEncoded)},
                                                  {u"state"_s, QString::fromLatin1(state)},
                                                  {u"code_challenge"_s, QString::fromLatin1(challenge)},
                                                  {u"code_challenge_method"_s, u"S256"_s}};
    parameters += signIn.parameters;
    QByteArray query;
    for (const auto &[name, value] : parameters) {
        if (!query.isEmpty())
            query += '&';
        query += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    QUrl url = signIn.authorizeUrl;
    url.setQuery(QString::fromLatin1(query));
    return url;
}

} // namespace

QCoro::Task<Result<BrowserGrant>> askInBrowser(BrowserSignIn signIn, BrowserOpener open, Clock &clock, std::stop_token stop)
{
    if (const Result<> allowed = checkedAddress(signIn.authorizeUrl); !allowed)
        co_return tl::unexpected(allowed.error());
    Result<std::unique_ptr<RedirectListener>> listener = RedirectListener::open(signIn.redirects, signIn.pages);
    if (!listener)
        co_return tl::unexpected(listener.error());
    const QUrl redirectUri = (*listener)->redirectUri();
    const ProofKey proof = makeProofKey();
    const QByteArray state = randomWord();
    if (!open(withParameters(signIn, redirectUri, state, proof.challenge)))
        co_return failure(ErrorKind::Refused, u"no browser could be opened"_s);

    std::stop_source enough;
    std::stop_source answered;
    const auto late = std::make_shared<bool>(false);
    const std::stop_callback<Relay> outer(stop, Relay{enough});
    TaskScope alarm;
    alarm.start(giveUp(clock, signIn.patience, answered.get_token(), enough, late));
    Result<Secret> code = co_await (*listener)->code(state, enough.get_token());
    answered.request_stop();
    co_await alarm.close(); // we may have been woken by it
    if (!code && *late)
        co_return failure(ErrorKind::TimedOut, u"nobody came back from the browser"_s);
    if (!code)
        co_return tl::unexpected(code.error());
    co_return BrowserGrant{.code = *std::move(code), .redirectUri = redirectUri, .verifier = proof.verifier};
}

} // namespace callcard
