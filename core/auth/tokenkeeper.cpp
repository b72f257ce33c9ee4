#include <callcard/auth.h>

#include "tokenwire.h"

#include <QLoggingCategory>

#include <algorithm>
#include <vector>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(lcAuth, "callcard.auth", QtInfoMsg)
constexpr auto kOfferedAgain = 60s; // to a keychain that refused
} // namespace

TokenIssuer::~TokenIssuer() = default;

class TokenKeeper::Private
{
public:
    enum class Renewal { IfNeeded, Always };

    Private(TokenKeeper &keeper, TokenIssuer &tokenIssuer, SecretStore &store, QString entryName, Clock &clockToUse, TokenPolicy wanted)
        : q(keeper), issuer(tokenIssuer), secrets(store), entry(std::move(entryName)), clock(clockToUse), policy(wanted)
    {
    }

    [[nodiscard]] std::chrono::milliseconds left() const { return tokens ? expires - clock.monotonic() : -1ms; }
    [[nodiscard]] std::chrono::milliseconds early() const
    {
        // A service with short tokens must not make us refresh before every request.
        return tokens ? std::min<std::chrono::milliseconds>(policy.early, tokens->lifetime / 4) : 0ms;
    }
    [[nodiscard]] bool isGood() const { return tokens && !tokens->access.isEmpty() && left() > early(); }
    [[nodiscard]] bool isStillUsable() const { return tokens && !tokens->access.isEmpty() && left() > 5s; }

    void setState(State next)
    {
        if (next != state) {
            state = next;
            Q_EMIT
            q.stateChanged(next);
        }
    }

    void take(Tokens fresh)
    {
        expires = clock.monotonic() + fresh.lifetime;
        tokens = std::move(fresh);
    }

    /// A value of the very type: QCoro 0.8 moves out of whatever else is given to co_return, be it a member.
    [[nodiscard]] Result<Secret> current() const { return tokens->access; }

    void forget()
    {
        tokens.reset();
        ++generation;
        persisted = true;
    }

    /// Whoever needs new tokens waits for the one attempt that is on its way, or begins it.
    QCoro::Task<Result<>> renewed(Renewal renewal, std::stop_token stop);
    QCoro::Task<> renew(Renewal renewal);
    QCoro::Task<Result<>> load();
    QCoro::Task<Result<Tokens>> obtain();
    QCoro::Task<Result<>> persist();
    QCoro::Task<Result<>> endSession(Tokens old, std::stop_token stop);
    QCoro::Task<Result<Secret>> token(std::stop_token stop, Patience patience, Renewal renewal, Secret refused);
    QCoro::Task<> keepLater();
    void punish(const Error &error);

    TokenKeeper &q;
    TokenIssuer &issuer;
    SecretStore &secrets;
    QString entry;
    Clock &clock;
    TokenPolicy policy;

    State state = State::Unknown;
    std::optional<Tokens> tokens;
    std::chrono::milliseconds expires{}; // monotonic
    quint64 generation = 0;              // grows when the session is replaced by a person: what is on its way then is of no use
    quint64 refreshes = 0;
    bool persisted = true;
    bool loaded = false;
    bool othersEntry = false;   // what is kept under our name belongs to another account or server, and stays theirs
    bool offeringAgain = false; // keepLater() runs

    // After a failed try nothing is sent before this; who asks gets the last error.
    std::chrono::milliseconds pauseUntil{};
    std::chrono::milliseconds nextPause{};
    std::optional<Error> lastError;

    bool renewing = false;
    std::vector<Completion<> *> waiting{}; // they live in the frames of renewed()
    TaskScope scope;                       // last: what runs in it uses all of the above
};

QCoro::Task<Result<>> TokenKeeper::Private::load()
{
    const quint64 before = generation;
    const Result<std::optional<Secret>> text = co_await secrets.read(entry, scope.stopToken());
    if (!text)
        co_return tl::unexpected(text.error());
    if (before != generation)
        co_return {}; // a person signed in or out meanwhile
    loaded = true;
    if (!*text)
        co_return {};
    const Result<StoredTokens> stored = fromStored(**text);
    if (!stored) {
        qCWarning(lcAuth) << entry << "cannot be read, signing in anew:" << stored.error();
        co_return {};
    }
    if (stored->origin != issuer.origin()) {
        qCInfo(lcAuth) << entry << "is another account's or another server's and is left alone";
        othersEntry = true;
        co_return {};
    }
    // The wall clock may be wrong, so it may shorten the lifetime, never lengthen it.
    const auto remaining = std::chrono::seconds(clock.now().secsTo(stored->expires));
    tokens = stored->tokens;
    expires = clock.monotonic() + std::clamp<std::chrono::seconds>(remaining, 0s, stored->tokens.lifetime);
    setState(State::SignedIn);
    co_return {};
}

QCoro::Task<Result<>> TokenKeeper::Private::persist()
{
    const quint64 before = generation;
    const Secret stored =
        toStored({.tokens = *tokens, .expires = clock.now().addMSecs((expires - clock.monotonic()).count()), .origin = issuer.origin()});
    const Result<> written = co_await secrets.write(entry, stored, scope.stopToken());
    if (before == generation)
        persisted = written.has_value();
    if (written)
        othersEntry = false;
    else // The old tokens are dead already, so the new ones are used even if they could not be kept.
        qCWarning(lcAuth) << entry << "could not be kept:" << written.error();
    if (!persisted && !scope.isClosed() && !std::exchange(offeringAgain, true))
        scope.start(keepLater());
    co_return written;
}

QCoro::Task<Result<>> TokenKeeper::Private::endSession(Tokens old, std::stop_token stop)
{
    const QString name = entry; // we may be gone when the answer comes
    const Result<> revoked = co_await issuer.revoke(std::move(old), std::move(stop));
    if (!revoked)
        qCWarning(lcAuth) << name << "could not be revoked, it will die by itself:" << revoked.error();
    co_return revoked;
}

QCoro::Task<Result<Tokens>> TokenKeeper::Private::obtain()
{
    const Secret refresh = tokens ? tokens->refresh : Secret();
    if (!refresh.isEmpty()) {
        ++refreshes;
        Result<Tokens> fresh = co_await issuer.refresh(refresh, scope.stopToken());
        if (fresh) {
            if (fresh->refresh.isEmpty())
                fresh->refresh = refresh; // not every service sends it again
            if (fresh->user.isEmpty() && tokens)
                fresh->user = tokens->user;
            if (fresh->email.isEmpty() && tokens)
                fresh->email = tokens->email;
        }
        if (fresh || fresh.error().kind != ErrorKind::SignInNeeded)
            co_return fresh;
        qCInfo(lcAuth) << entry << "was refused:" << fresh.error();
    }
    co_return co_await issuer.signInSilently(scope.stopToken());
}

void TokenKeeper::Private::punish(const Error &error)
{
    std::chrono::milliseconds pause = nextPause = std::clamp(nextPause * 2, policy.firstRetry, policy.lastRetry);
    if (error.retryAfter)
        pause = std::chrono::milliseconds(*error.retryAfter) + 500ms;
    else if (error.kind == ErrorKind::RateLimited)
        pause = policy.unknownPenalty;
    pauseUntil = clock.monotonic() + pause;
    lastError = error;
}

QCoro::Task<> TokenKeeper::Private::renew(Renewal renewal)
{
    Result<> outcome{};
    if (!loaded)
        outcome = co_await load();
    const quint64 before = generation;
    if (outcome && (renewal == Renewal::Always || !isGood())) {
        Result<Tokens> fresh = co_await obtain();
        if (before != generation) {
            outcome = failure(ErrorKind::Cancelled); // signed out or signed in meanwhile
            if (fresh)
                co_await endSession(*fresh, scope.stopToken()); // nobody knows of them, and they would live on
        } else if (fresh) {
            take(*std::move(fresh));
            co_await persist();
            lastError.reset();
            nextPause = 0ms;
            if (before == generation) {
                setState(State::SignedIn);
                Q_EMIT
                q.tokensReplaced();
            }
        } else {
            outcome = tl::unexpected(fresh.error());
            if (fresh.error().kind == ErrorKind::SignInNeeded) {
                forget();
                if (!othersEntry)
                    co_await secrets.remove(entry, scope.stopToken());
                setState(State::SignedOut);
            } else if (fresh.error().kind != ErrorKind::Cancelled) {
                punish(fresh.error());
            }
        }
    }
    renewing = false;
    const auto all = std::exchange(waiting, {});
    for (Completion<> *waiter : all)
        waiter->complete(outcome); // the last of them may destroy us
}

QCoro::Task<Result<>> TokenKeeper::Private::renewed(Renewal renewal, std::stop_token stop)
{
    Completion<> done;
    waiting.push_back(&done);
    if (!std::exchange(renewing, true))
        scope.start(renew(renewal));
    Result<> outcome = co_await done.wait(stop);
    std::erase(waiting, &done); // still there when we were stopped
    co_return outcome;
}

QCoro::Task<Result<Secret>> TokenKeeper::Private::token(std::stop_token stop, Patience patience, Renewal renewal, Secret refused)
{
    const auto giveUpAt = clock.monotonic() + policy.mostPatience;
    const QByteArray refusedBytes = refused.reveal();
    while (true) {
        if (stop.stop_requested() || scope.isClosed())
            co_return failure(ErrorKind::Cancelled);
        const bool wasRefused = tokens && !refused.isEmpty() && tokens->access.matches(refusedBytes);
        const bool mustRenew = renewal == Renewal::Always && (refused.isEmpty() || wasRefused);
        if (!mustRenew && isGood())
            co_return current();
        if (state == State::SignedOut)
            co_return failure(ErrorKind::SignInNeeded, u"nobody is signed in"_s);
        if (const auto pause = pauseUntil - clock.monotonic(); lastError && pause > 0ms) {
            if (!mustRenew && isStillUsable())
                co_return current(); // an early refresh failed; there is time
            if (patience == Patience::FailsFast || clock.monotonic() + pause > giveUpAt) {
                Error error = *lastError;
                error.retryAfter = std::chrono::ceil<std::chrono::seconds>(pause);
                co_return tl::unexpected(error);
            }
            const Result<> waited = co_await clock.sleep(pause, stop);
            if (!waited)
                co_return tl::unexpected(waited.error());
            continue;
        }
        const Renewal renewal = mustRenew ? Renewal::Always : Renewal::IfNeeded;
        const Result<> outcome = co_await renewed(renewal, stop);
        if (outcome && tokens)
            co_return current();
        if (!outcome) {
            const ErrorKind kind = outcome.error().kind;
            if (kind == ErrorKind::Cancelled && !stop.stop_requested() && !scope.isClosed() && state != State::SignedOut && tokens)
                continue; // a person signed in while we were refreshing
            if (!mustRenew && isStillUsable() && kind != ErrorKind::SignInNeeded && kind != ErrorKind::Cancelled)
                co_return current();
            if (patience == Patience::Waits && kind == ErrorKind::RateLimited)
                continue; // at the top it is waited for, within limits
            co_return tl::unexpected(outcome.error());
        }
    }
}

/// A refresh token is single-use: were the new one not kept, the next start would begin with a dead one.
QCoro::Task<> TokenKeeper::Private::keepLater()
{
    const std::stop_token stop = scope.stopToken();
    while (!persisted && tokens) {
        const Result<> slept = co_await clock.sleep(kOfferedAgain, stop);
        if (!slept)
            break;
        if (!persisted && tokens)
            co_await persist();
    }
    offeringAgain = false;
}

TokenKeeper::TokenKeeper(TokenIssuer &issuer, SecretStore &secrets, QString entry, Clock &clock, TokenPolicy policy, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, issuer, secrets, std::move(entry), clock, policy))
{
}

TokenKeeper::~TokenKeeper()
{
    const QCoro::Task<> closing = d->scope.close(); // whoever wakes up now sees that nothing may be begun any more
    const auto all = std::exchange(d->waiting, {});
    for (Completion<> *waiter : all)
        waiter->complete(failure(ErrorKind::Cancelled));
}

QCoro::Task<> TokenKeeper::stop()
{
    return d->scope.close();
}

QCoro::Task<Result<Secret>> TokenKeeper::accessToken(std::stop_token stop, Patience patience)
{
    return d->token(std::move(stop), patience, Private::Renewal::IfNeeded, {});
}

QCoro::Task<Result<Secret>> TokenKeeper::replacement(Secret refused, std::stop_token stop, Patience patience)
{
    return d->token(std::move(stop), patience, Private::Renewal::Always, std::move(refused));
}

QCoro::Task<Result<Secret>> TokenKeeper::freshToken(std::stop_token stop)
{
    return d->token(std::move(stop), Patience::Waits, Private::Renewal::Always, {});
}

QCoro::Task<Result<>> TokenKeeper::adopt(Tokens tokens, std::stop_token)
{
    ++d->generation;
    d->loaded = true;
    d->lastError.reset();
    d->nextPause = {};
    d->take(std::move(tokens));
    const Result<> kept = co_await d->persist();
    d->setState(State::SignedIn);
    Q_EMIT
    tokensReplaced();
    co_return kept;
}

QCoro::Task<Result<>> TokenKeeper::signOut(std::stop_token stop)
{
    if (!d->loaded) {
        const Result<> loaded = co_await d->load();
        if (!loaded)
            co_return loaded;
    }
    const std::optional<Tokens> old = d->tokens;
    d->forget();
    const Result<> removed = co_await d->secrets.remove(d->entry, stop);
    d->setState(State::SignedOut);
    if (!old)
        co_return removed;
    const Result<> revoked = co_await d->endSession(*old, stop);
    co_return removed ? revoked : removed;
}

TokenKeeper::State TokenKeeper::state() const
{
    return d->state;
}

QString TokenKeeper::user() const
{
    return d->tokens ? d->tokens->user : QString();
}

QString TokenKeeper::email() const
{
    return d->tokens ? d->tokens->email : QString();
}

bool TokenKeeper::isPersisted() const
{
    return d->persisted;
}

quint64 TokenKeeper::refreshes() const
{
    return d->refreshes;
}

} // namespace callcard
