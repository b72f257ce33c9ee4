#include <callcard/auth.h>
#include <callcard/testing/fakeclock.h>

#include <QSignalSpy>
#include <QTest>

#include <deque>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Tokens tokens(int number, std::chrono::seconds lifetime = 1h)
{
    return {.access = Secret(u"access-%1"_s.arg(number)),
            .refresh = Secret(u"refresh-%1"_s.arg(number)),
            .lifetime = lifetime,
            .user = u"8100002004"_s,
            .email = u"rep@example.test"_s};
}

/// A service that answers what it is told, when it is told.
class FakeIssuer final : public TokenIssuer
{
public:
    QString origin() const override { return from; }
    QCoro::Task<Result<Tokens>> refresh(Secret refreshToken, std::stop_token stop) override
    {
        asked.append(refreshToken.revealText());
        return answer(stop);
    }
    QCoro::Task<Result<Tokens>> signInSilently(std::stop_token stop) override
    {
        if (!silent)
            co_return failure(ErrorKind::SignInNeeded);
        asked.append(u"silent"_s);
        co_return co_await answer(stop);
    }
    QCoro::Task<Result<>> revoke(Tokens old, std::stop_token) override
    {
        asked.append(u"revoke "_s + old.refresh.revealText());
        if (!revokes)
            co_return failure(ErrorKind::Offline);
        co_return {};
    }

    QString from = u"server, app, person"_s;
    QStringList asked;
    std::deque<Result<Tokens>> answers;
    std::unique_ptr<Completion<Tokens>> held;
    bool hold = false;
    bool silent = false;
    bool revokes = true;

private:
    QCoro::Task<Result<Tokens>> answer(std::stop_token stop)
    {
        if (hold) {
            held = std::make_unique<Completion<Tokens>>();
            Result<Tokens> late = co_await held->wait(stop);
            co_return late;
        }
        if (answers.empty())
            co_return failure(ErrorKind::Offline, u"nothing scripted"_s);
        Result<Tokens> next = answers.front();
        answers.pop_front();
        co_return next;
    }
};

/// A store that can be locked.
class LockableSecrets final : public SecretStore
{
public:
    QCoro::Task<Result<std::optional<Secret>>> read(QString name, std::stop_token stop) override
    {
        if (locked)
            co_return failure(ErrorKind::SecretsLocked);
        co_return co_await memory.read(name, stop);
    }
    QCoro::Task<Result<>> write(QString name, Secret secret, std::stop_token stop) override
    {
        if (locked)
            co_return failure(ErrorKind::SecretsLocked);
        ++writes;
        co_return co_await memory.write(name, std::move(secret), stop);
    }
    QCoro::Task<Result<>> remove(QString name, std::stop_token stop) override { return memory.remove(name, stop); }
    QCoro::Task<Result<QStringList>> names(std::stop_token stop) override { return memory.names(stop); }
    MemorySecrets memory;
    bool locked = false;
    int writes = 0;
};

using Outcome = std::optional<Result<Secret>>;

QCoro::Task<> keep(QCoro::Task<Result<Secret>> task, Outcome &out)
{
    out = co_await task;
}

QString said(const Outcome &outcome)
{
    if (!outcome)
        return u"(waiting)"_s;
    return *outcome ? (*outcome)->revealText() : errorKindName(outcome->error().kind);
}

} // namespace

class tst_TokenKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        clock = std::make_unique<FakeClock>();
        secrets = std::make_unique<LockableSecrets>();
        issuer = std::make_unique<FakeIssuer>();
        scope = std::make_unique<TaskScope>();
        begin();
    }

    void cleanup()
    {
        scope.reset();
        keeper.reset();
        outcomes.clear();
    }

    void nobodyIsSignedIn()
    {
        QCOMPARE(ask(), u"sign-in-needed"_s);
        QCOMPARE(keeper->state(), TokenKeeper::State::SignedOut);
        QCOMPARE(ask(), u"sign-in-needed"_s);
        QVERIFY(issuer->asked.isEmpty());
    }

    void aSignInIsKeptOverARestart()
    {
        adopt(tokens(1));
        QCOMPARE(keeper->state(), TokenKeeper::State::SignedIn);
        QCOMPARE(keeper->user(), u"8100002004"_s);
        clock->advance(30min);
        begin();
        QCOMPARE(ask(), u"access-1"_s);
        QCOMPARE(keeper->email(), u"rep@example.test"_s);
        QVERIFY(issuer->asked.isEmpty());
        clock->advance(28min + 30s); // within the two minutes
        issuer->answers = {tokens(2)};
        QCOMPARE(ask(), u"access-2"_s);
        begin();
        issuer->answers = {tokens(3)};
        clock->advance(2h);
        QCOMPARE(ask(), u"access-3"_s);
        QCOMPARE(issuer->asked, (QStringList{u"refresh-1"_s, u"refresh-2"_s}));
    }

    void everybodySharesOneRefresh()
    {
        adopt(tokens(1));
        clock->advance(2h);
        issuer->hold = true;
        QList<Outcome *> all;
        for (int i = 0; i < 10; ++i)
            all.append(&later());
        QCOMPARE(issuer->asked.size(), 1);
        issuer->held->complete(tokens(2));
        for (const Outcome *outcome : all)
            QCOMPARE(said(*outcome), u"access-2"_s);
        QCOMPARE(keeper->refreshes(), 1u);
    }

    void whoeverLosesInterestDoesNotStopIt()
    {
        adopt(tokens(1));
        clock->advance(2h);
        issuer->hold = true;
        std::stop_source stop;
        Outcome &impatient = outcomes.emplace_back();
        scope->start(keep(keeper->accessToken(stop.get_token()), impatient));
        Outcome &patient = later();
        stop.request_stop();
        QCOMPARE(said(impatient), u"cancelled"_s);
        QCOMPARE(said(patient), u"(waiting)"_s);
        issuer->held->complete(tokens(2)); // the single-use token was spent: its successor must not be lost
        QCOMPARE(said(patient), u"access-2"_s);
        begin();
        QCOMPARE(ask(), u"access-2"_s);
    }

    void tokensAreStoredBeforeTheyAreUsed()
    {
        adopt(tokens(1));
        clock->advance(2h);
        issuer->answers = {tokens(2)};
        const int before = secrets->writes;
        int writesWhenReplaced = -1;
        connect(keeper.get(), &TokenKeeper::tokensReplaced, this, [&] { writesWhenReplaced = secrets->writes; });
        QCOMPARE(ask(), u"access-2"_s);
        QCOMPARE(writesWhenReplaced, before + 1);
    }

    void aLockedKeychainDoesNotLoseTheSession()
    {
        adopt(tokens(1));
        clock->advance(2h);
        secrets->locked = true;
        issuer->answers = {tokens(2)};
        QCOMPARE(ask(), u"access-2"_s); // token 1 is dead, so 2 is used all the same
        QVERIFY(!keeper->isPersisted());
        clock->advance(5min);
        QVERIFY(!keeper->isPersisted());
        secrets->locked = false;
        clock->advance(61s);
        QVERIFY(keeper->isPersisted());
        QCOMPARE(clock->sleepers(), 0);
        clock->advance(50min);
        begin();
        QCOMPARE(ask(), u"access-2"_s);
        QCOMPARE(issuer->asked.size(), 1);
        clock->advance(3min); // kept late, it does not live longer for it
        issuer->answers = {tokens(3)};
        QCOMPARE(ask(), u"access-3"_s);
    }

    void anotherAccountsSessionIsLeftAlone()
    {
        adopt(tokens(1));
        issuer->from = u"another server"_s;
        begin();
        QCOMPARE(ask(), u"sign-in-needed"_s);
        QVERIFY(issuer->asked.isEmpty()); // neither of its tokens went anywhere
        issuer->from = u"server, app, person"_s;
        begin();
        QCOMPARE(ask(), u"access-1"_s);
        // Whoever signs in takes its place.
        issuer->from = u"another server"_s;
        begin();
        adopt(tokens(2));
        begin();
        QCOMPARE(ask(), u"access-2"_s);
    }

    void aLockedKeychainAtStartIsNotASignOut()
    {
        adopt(tokens(1));
        begin();
        secrets->locked = true;
        QCOMPARE(ask(), u"secrets-locked"_s);
        QCOMPARE(keeper->state(), TokenKeeper::State::Unknown);
        secrets->locked = false;
        QCOMPARE(ask(), u"access-1"_s);
    }

    void unreadableEntriesMeanSigningIn()
    {
        for (const char *text : {"", "{", "[]", "{\"v\":2}", "{\"v\":1}", "{\"v\":1,\"access\":5}"}) {
            QCoro::waitFor(secrets->write(u"test-session"_s, Secret(QByteArrayView(text)), {}));
            begin();
            QCOMPARE(ask(), u"sign-in-needed"_s);
        }
    }

    void permanentAndTransientErrors_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("ends");
        QTest::newRow("refused by name") << u"sign-in-needed"_s << true;
        QTest::newRow("offline") << u"offline"_s << false;
        QTest::newRow("timed out") << u"timed-out"_s << false;
        QTest::newRow("500") << u"server-fault"_s << false;
        QTest::newRow("garbage") << u"bad-payload"_s << false;
        QTest::newRow("configuration") << u"refused"_s << false;
    }

    void permanentAndTransientErrors()
    {
        QFETCH(QString, kind);
        QFETCH(bool, ends);
        adopt(tokens(1));
        clock->advance(2h);
        ErrorKind wanted{};
        for (int i = 0; i <= int(ErrorKind::SecretsLocked); ++i) {
            if (errorKindName(ErrorKind(i)) == kind)
                wanted = ErrorKind(i);
        }
        issuer->answers = {failure(wanted), tokens(2)};
        QSignalSpy changed(keeper.get(), &TokenKeeper::stateChanged);
        QCOMPARE(ask(Patience::FailsFast), kind);
        QCOMPARE(changed.size(), ends ? 1 : 0);
        QCOMPARE(keeper->state(), ends ? TokenKeeper::State::SignedOut : TokenKeeper::State::SignedIn);
        QCOMPARE(ask(Patience::FailsFast), kind); // and nothing was sent for this
        QCOMPARE(issuer->asked.size(), 1);
        clock->advance(10s);
        QCOMPARE(ask(Patience::FailsFast), ends ? kind : u"access-2"_s);
        begin();
        QCOMPARE(ask(), ends ? u"sign-in-needed"_s : u"access-2"_s);
    }

    void pausesGrow()
    {
        adopt(tokens(1));
        clock->advance(2h);
        QList<int> seconds;
        for (int i = 0; i < 8; ++i) {
            const qsizetype before = issuer->asked.size();
            int waited = 0;
            while (issuer->asked.size() == before && waited < 1000) {
                QCOMPARE(ask(Patience::FailsFast), u"offline"_s);
                clock->advance(1s);
                ++waited;
            }
            seconds.append(waited);
        }
        QCOMPARE(seconds, (QList<int>{1, 10, 20, 40, 80, 160, 300, 300}));
    }

    void a429IsWaitedFor()
    {
        adopt(tokens(1));
        clock->advance(2h);
        issuer->answers = {failure(ErrorKind::RateLimited, {}, 60s), tokens(2)};
        Outcome &patient = later();
        QCOMPARE(said(patient), u"(waiting)"_s);
        QCOMPARE(ask(Patience::FailsFast), u"rate-limited"_s);
        Outcome &clicked = outcomes.emplace_back();
        scope->start(keep(keeper->accessToken({}, Patience::FailsFast), clicked));
        QCOMPARE(clicked->error().retryAfter, std::optional(61s));
        clock->advance(60s);
        QCOMPARE(issuer->asked.size(), 1);
        clock->advance(1s);
        QCOMPARE(said(patient), u"access-2"_s);
        QCOMPARE(issuer->asked.size(), 2);
    }

    void nobodyWaitsForEver()
    {
        adopt(tokens(1));
        clock->advance(2h);
        issuer->answers = {failure(ErrorKind::RateLimited, {}, 3600s)};
        Outcome &patient = later();
        QCOMPARE(said(patient), u"rate-limited"_s);
        QCOMPARE(patient->error().retryAfter, std::optional(3601s));
    }

    void anEarlyRefreshThatFailsHurtsNobody()
    {
        adopt(tokens(1));
        clock->advance(59min);
        QCOMPARE(ask(), u"access-1"_s); // offline, but it has a minute left
        QCOMPARE(issuer->asked.size(), 1);
        QCOMPARE(ask(), u"access-1"_s);
        QCOMPARE(issuer->asked.size(), 1);
        issuer->answers = {tokens(2)};
        clock->advance(11s);
        QCOMPARE(ask(), u"access-2"_s);
    }

    void after401OnceForAll()
    {
        adopt(tokens(1));
        issuer->answers = {tokens(2), tokens(3)};
        QCOMPARE(replacement(u"access-1"_s), u"access-2"_s);
        QCOMPARE(replacement(u"access-1"_s), u"access-2"_s); // another request got its 401 later
        QCOMPARE(issuer->asked.size(), 1);
        QCOMPARE(replacement(u"access-2"_s), u"access-3"_s);
    }

    void aFreshTokenOnDemand()
    {
        adopt(tokens(1));
        issuer->answers = {tokens(2)};
        Outcome &out = outcomes.emplace_back();
        scope->start(keep(keeper->freshToken({}), out));
        QCOMPARE(said(out), u"access-2"_s);
    }

    void theWallClockIsNotTrusted()
    {
        adopt(tokens(1));
        clock->setWallClock(clock->now().addYears(3));
        QCOMPARE(ask(), u"access-1"_s); // it counts on the monotonic clock
        begin();
        issuer->answers = {tokens(2), tokens(3), tokens(4)};
        QCOMPARE(ask(), u"access-2"_s); // after a restart it seems old: one refresh, no loop
        QCOMPARE(ask(), u"access-2"_s);
        QCOMPARE(issuer->asked.size(), 1);
        begin();
        clock->setWallClock(clock->now().addYears(-10));
        QCOMPARE(ask(), u"access-2"_s); // seems to last for years, but is believed its own lifetime at most
        clock->advance(1h);
        QCOMPARE(ask(), u"access-3"_s);
    }

    void shortTokensDoNotLoop()
    {
        adopt(tokens(1, 60s));
        QCOMPARE(ask(), u"access-1"_s);
        clock->advance(44s);
        QCOMPARE(ask(), u"access-1"_s);
        issuer->answers = {tokens(2, 60s)};
        clock->advance(2s);
        QCOMPARE(ask(), u"access-2"_s);
        QCOMPARE(issuer->asked.size(), 1);
    }

    void offlineForADayCostsLittle()
    {
        adopt(tokens(1));
        clock->advance(1h);
        for (int minute = 0; minute < 24 * 60; ++minute) {
            QVERIFY(ask(Patience::FailsFast) != "access-1"_L1);
            clock->advance(1min);
        }
        QVERIFY2(issuer->asked.size() < 330, qPrintable(QString::number(issuer->asked.size())));
        QCOMPARE(keeper->state(), TokenKeeper::State::SignedIn); // a tunnel signs nobody out
        issuer->answers = {tokens(2)};
        clock->advance(6min);
        QCOMPARE(ask(), u"access-2"_s);
    }

    void silentSignIn()
    {
        issuer->silent = true;
        issuer->answers = {tokens(1), failure(ErrorKind::SignInNeeded), tokens(2)};
        QCOMPARE(ask(), u"access-1"_s);
        clock->advance(2h);
        QCOMPARE(ask(), u"access-2"_s);
        QCOMPARE(issuer->asked, (QStringList{u"silent"_s, u"refresh-1"_s, u"silent"_s}));
        QCOMPARE(keeper->state(), TokenKeeper::State::SignedIn);
    }

    void signingOut_data()
    {
        QTest::addColumn<bool>("revokes");
        QTest::newRow("the service ends the session") << true;
        QTest::newRow("the service cannot be told") << false;
    }

    void signingOut()
    {
        QFETCH(const bool, revokes);
        adopt(tokens(1));
        issuer->revokes = revokes;
        const Result<> out = QCoro::waitFor(keeper->signOut({}));
        QCOMPARE(out.has_value(), revokes); // a session that lives on is told, however well we have forgotten it
        QVERIFY(revokes || out.error().kind == ErrorKind::Offline);
        QCOMPARE(issuer->asked, QStringList{u"revoke refresh-1"_s});
        QVERIFY(QCoro::waitFor(secrets->memory.names({}))->isEmpty());
        QCOMPARE(ask(), u"sign-in-needed"_s);
        QVERIFY(keeper->user().isEmpty());
        begin();
        QCOMPARE(ask(), u"sign-in-needed"_s);
    }

    void signingOutDuringARefresh()
    {
        adopt(tokens(1));
        clock->advance(2h);
        issuer->hold = true;
        Outcome &waiting = later();
        QVERIFY(QCoro::waitFor(keeper->signOut({})));
        issuer->held->complete(tokens(2)); // comes back too late and must not sign in again
        QCOMPARE(said(waiting), u"cancelled"_s);
        QCOMPARE(ask(), u"sign-in-needed"_s);
        QCOMPARE(issuer->asked.last(), u"revoke refresh-2"_s); // nor live on unknown
        begin();
        QCOMPARE(ask(), u"sign-in-needed"_s);
    }

    void signingInDuringARefresh()
    {
        adopt(tokens(1));
        clock->advance(2h);
        issuer->hold = true;
        Outcome &waiting = later();
        adopt(tokens(7));
        issuer->held->complete(tokens(2));
        QCOMPARE(said(waiting), u"access-7"_s);
        QCOMPARE(ask(), u"access-7"_s);
    }

    void aDestroyedKeeperWakesEverybody()
    {
        adopt(tokens(1));
        clock->advance(2h);
        issuer->hold = true;
        Outcome &waiting = later();
        QCoro::waitFor(keeper->stop());
        QCOMPARE(said(waiting), u"cancelled"_s);
        keeper.reset();
    }

    void evenWithoutBeingStopped()
    {
        adopt(tokens(1));
        clock->advance(2h);
        issuer->hold = true;
        Outcome &waiting = later();
        keeper.reset();
        QCOMPARE(said(waiting), u"cancelled"_s);
        QCOMPARE(clock->sleepers(), 0);
    }

    void evenWithTokensThatAreNotKeptYet()
    {
        secrets->locked = true;
        QVERIFY(!QCoro::waitFor(keeper->adopt(tokens(1), {})));
        QVERIFY(clock->sleepers() > 0);
        keeper.reset();
        QCOMPARE(clock->sleepers(), 0);
    }

    void requestsAreAuthorizedAndRepeatedOnce()
    {
        adopt(tokens(1));
        issuer->answers = {tokens(2), tokens(3)};
        QList<int> statuses{401, 200, 401, 401};
        QByteArrayList sent;
        const HttpSender send = [&](HttpRequest request, std::stop_token) { return record(request, statuses, sent); };
        QCOMPARE(QCoro::waitFor(sendAuthorized(*keeper, send, HttpRequest::get(QUrl(u"https://api.example/"_s)), {}))->status, 200);
        QCOMPARE(sent, (QByteArrayList{"Bearer access-1", "Bearer access-2"}));
        QCOMPARE(QCoro::waitFor(sendAuthorized(*keeper, send, HttpRequest::get(QUrl(u"https://api.example/"_s)), {}))->status, 401);
        QCOMPARE(sent.mid(2), (QByteArrayList{"Bearer access-2", "Bearer access-3"}));
        QVERIFY(statuses.isEmpty());
    }

private:
    static QCoro::Task<Result<HttpAnswer>> record(HttpRequest request, QList<int> &statuses, QByteArrayList &sent)
    {
        sent.append(request.headers.value("Authorization"));
        co_return HttpAnswer{.status = statuses.takeFirst()};
    }

    void begin() { keeper = std::make_unique<TokenKeeper>(*issuer, *secrets, u"test-session"_s, *clock); }

    void adopt(const Tokens &fresh) { QVERIFY(QCoro::waitFor(keeper->adopt(fresh, {}))); }

    Outcome &later()
    {
        Outcome &out = outcomes.emplace_back();
        scope->start(keep(keeper->accessToken({}), out));
        return out;
    }

    QString ask(Patience patience = Patience::Waits)
    {
        Outcome &out = outcomes.emplace_back();
        scope->start(keep(keeper->accessToken({}, patience), out));
        return said(out);
    }

    QString replacement(const QString &refused)
    {
        Outcome &out = outcomes.emplace_back();
        scope->start(keep(keeper->replacement(Secret(refused), {}), out));
        return said(out);
    }

    std::unique_ptr<FakeClock> clock;
    std::unique_ptr<LockableSecrets> secrets;
    std::unique_ptr<FakeIssuer> issuer;
    std::unique_ptr<TokenKeeper> keeper;
    std::deque<Outcome> outcomes;
    std::unique_ptr<TaskScope> scope;
};

QTEST_GUILESS_MAIN(tst_TokenKeeper)
#include "tst_tokenkeeper.moc"
