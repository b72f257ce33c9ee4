#include <callcard/keychain.h>
#include <callcard/testing/fakeclock.h>

#include <QTest>

#include <map>
#include <vector>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A keychain that fails, or waits for its owner, on demand.
struct FakeKeychain final : KeychainService {
    struct State {
        std::map<QString, QString> entries{};
        std::optional<Trouble> trouble{};
        bool locked = false;
        std::vector<Completion<> *> waiting{}; ///< For the owner, while it is locked.
        void unlock()
        {
            locked = false;
            const auto all = std::exchange(waiting, {});
            for (Completion<> *one : all)
                one->complete();
        }
        int failAfter = -1; ///< So many operations succeed, then Trouble::Failed.
        QStringList log{};
    };
    std::shared_ptr<State> state;

    explicit FakeKeychain(std::shared_ptr<State> shared) : state(std::move(shared)) {}

    QCoro::Task<Result<std::optional<Trouble>>> arrive(std::stop_token stop)
    {
        if (state->locked) {
            Completion<> unlocked;
            state->waiting.push_back(&unlocked);
            const Result<> waited = co_await unlocked.wait(stop);
            std::erase(state->waiting, &unlocked);
            if (!waited)
                co_return tl::unexpected(waited.error());
        }
        if (state->failAfter == 0)
            co_return Trouble::Failed;
        if (state->failAfter > 0)
            --state->failAfter;
        co_return state->trouble;
    }

    QCoro::Task<Result<Reply<std::optional<QString>>>> read(QString service, QString key, std::stop_token stop) override
    {
        const auto arrived = co_await arrive(stop);
        if (!arrived)
            co_return tl::unexpected(arrived.error());
        if (*arrived)
            co_return Reply<std::optional<QString>>(tl::unexpected(**arrived));
        const auto found = state->entries.find(service + u'/' + key);
        co_return Reply<std::optional<QString>>(found == state->entries.end() ? std::nullopt : std::optional(found->second));
    }

    QCoro::Task<Result<Reply<void>>> write(QString service, QString key, QString text, std::stop_token stop) override
    {
        const auto arrived = co_await arrive(stop);
        if (!arrived)
            co_return tl::unexpected(arrived.error());
        if (*arrived)
            co_return Reply<void>(tl::unexpected(**arrived));
        state->entries[service + u'/' + key] = text;
        state->log.append(u"write "_s + key);
        co_return Reply<void>();
    }

    QCoro::Task<Result<Reply<void>>> remove(QString service, QString key, std::stop_token stop) override
    {
        const auto arrived = co_await arrive(stop);
        if (!arrived)
            co_return tl::unexpected(arrived.error());
        if (*arrived)
            co_return Reply<void>(tl::unexpected(**arrived));
        state->entries.erase(service + u'/' + key);
        state->log.append(u"remove "_s + key);
        co_return Reply<void>();
    }
};

template <typename T>
QCoro::Task<> keep(QCoro::Task<T> task, std::optional<T> &out)
{
    out = co_await task;
}

} // namespace

class tst_Keychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        clock = std::make_unique<FakeClock>();
        state = std::make_shared<FakeKeychain::State>();
        store = make(QString());
    }

    void entriesBelongToAProfile()
    {
        QVERIFY(QCoro::waitFor(store->write(u"relay-token"_s, Secret(u"one"_s), {})));
        const auto other = make(u"work"_s);
        QVERIFY(!QCoro::waitFor(other->read(u"relay-token"_s, {}))->has_value());
        QVERIFY(QCoro::waitFor(other->write(u"relay-token"_s, Secret(u"two"_s), {})));
        QCOMPARE((*QCoro::waitFor(store->read(u"relay-token"_s, {})))->revealText(), u"one"_s);
        QVERIFY(state->entries.contains(u"callcard/relay-token"_s));
        QVERIFY(state->entries.contains(u"callcard work/relay-token"_s));
        QCOMPARE(store->state(), KeychainState::Works);
    }

    void namesAreListed()
    {
        QVERIFY(QCoro::waitFor(store->names({}))->isEmpty());
        for (const QString &name : {u"b"_s, u"a"_s, u"b"_s})
            QVERIFY(QCoro::waitFor(store->write(name, Secret(u"x"_s), {})));
        QCOMPARE(*QCoro::waitFor(store->names({})), (QStringList{u"a"_s, u"b"_s}));
        QVERIFY(QCoro::waitFor(store->remove(u"a"_s, {})));
        QCOMPARE(*QCoro::waitFor(store->names({})), QStringList{u"b"_s});
        state->entries[u"callcard/names"_s] = u"b\n\n../../etc\nnames\nOK? no\nc"_s; // edited by somebody
        QCOMPARE(*QCoro::waitFor(store->names({})), (QStringList{u"b"_s, u"c"_s}));
    }

    void aCrashLeavesANameTooManyNeverOneTooFew()
    {
        for (int steps = 0; steps < 4; ++steps) {
            state->entries.clear();
            state->failAfter = steps;
            const auto written = QCoro::waitFor(store->write(u"a"_s, Secret(u"x"_s), {}));
            state->failAfter = -1;
            const bool exists = state->entries.contains(u"callcard/a"_s);
            QCOMPARE(written.has_value(), exists);
            QVERIFY(!exists || QCoro::waitFor(store->names({}))->contains(u"a"_s));
            QVERIFY(QCoro::waitFor(store->write(u"a"_s, Secret(u"x"_s), {})));
            state->failAfter = steps;
            const auto removed = QCoro::waitFor(store->remove(u"a"_s, {}));
            state->failAfter = -1;
            const bool remains = state->entries.contains(u"callcard/a"_s);
            QVERIFY(!removed || !remains);
            QVERIFY(!remains || QCoro::waitFor(store->names({}))->contains(u"a"_s));
        }
    }

    void badNames_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"", "names", "UPPER", "a b", "../x", "-a", "a/b"})
            QTest::newRow(name) << QString::fromLatin1(name);
        QTest::newRow("long") << QString(65, u'a');
    }

    void badNames()
    {
        QFETCH(QString, name);
        QCOMPARE(QCoro::waitFor(store->read(name, {})).error().kind, ErrorKind::Refused);
        QCOMPARE(QCoro::waitFor(store->write(name, Secret(u"x"_s), {})).error().kind, ErrorKind::Refused);
        QCOMPARE(QCoro::waitFor(store->remove(name, {})).error().kind, ErrorKind::Refused);
        QVERIFY(state->entries.empty());
    }

    void troublesAreToldApart_data()
    {
        QTest::addColumn<int>("trouble");
        QTest::addColumn<int>("keychainState");
        QTest::addColumn<QString>("kind");
        QTest::newRow("absent") << int(KeychainService::Trouble::Absent) << int(KeychainState::Absent) << u"secrets-locked"_s;
        QTest::newRow("gone") << int(KeychainService::Trouble::Absent) << int(KeychainState::Locked) << u"secrets-locked"_s;
        QTest::newRow("denied") << int(KeychainService::Trouble::Denied) << int(KeychainState::Locked) << u"secrets-locked"_s;
        QTest::newRow("failed") << int(KeychainService::Trouble::Failed) << int(KeychainState::Unknown) << u"storage"_s;
    }

    void troublesAreToldApart()
    {
        QFETCH(int, trouble);
        QFETCH(int, keychainState);
        QFETCH(QString, kind);
        if (QByteArrayView(QTest::currentDataTag()) == "gone")
            QVERIFY(QCoro::waitFor(store->write(u"a"_s, Secret(u"x"_s), {}))); // it was there, and has our key
        state->trouble = KeychainService::Trouble(trouble);
        const auto secret = QCoro::waitFor(store->read(u"a"_s, {}));
        QCOMPARE(errorKindName(secret.error().kind), kind);
        QCOMPARE(int(store->state()), keychainState);
        QVERIFY(!QCoro::waitFor(store->names({})));
        QVERIFY(!QCoro::waitFor(store->write(u"a"_s, Secret(u"x"_s), {})));
        QVERIFY(!QCoro::waitFor(store->remove(u"a"_s, {})));
    }

    void aLockedKeychainIsNotWaitedForForEver()
    {
        state->locked = true;
        std::optional<Result<std::optional<Secret>>> out;
        TaskScope scope;
        scope.start(keep(store->read(u"a"_s, {}), out));
        clock->advance(19s);
        QVERIFY(!out);
        clock->advance(2s);
        QVERIFY(out);
        QCOMPARE(out->error().kind, ErrorKind::SecretsLocked);
        QCOMPARE(store->state(), KeychainState::Locked);
        state->locked = false;
        QVERIFY(QCoro::waitFor(store->read(u"a"_s, {})));
        QCOMPARE(store->state(), KeychainState::Works);
        QCOMPARE(clock->sleepers(), 0);
    }

    void itsOwnerIsWaitedForWithoutBeingAskedTwice()
    {
        state->locked = true;
        std::optional<Result<bool>> open;
        TaskScope scope;
        scope.start(keep(store->waitUntilOpen({}), open));
        clock->advance(8h);
        QVERIFY(!open);
        QCOMPARE(state->waiting.size(), std::size_t(1));
        state->unlock();
        QVERIFY(open && open->has_value() && **open);
        QCOMPARE(store->state(), KeychainState::Works);
    }

    void aServiceThatIsGoneIsLookedForAgain()
    {
        state->trouble = KeychainService::Trouble::Absent;
        std::optional<Result<bool>> open;
        TaskScope scope;
        scope.start(keep(store->waitUntilOpen({}), open));
        clock->advance(5min);
        QVERIFY(!open);
        state->trouble.reset();
        clock->advance(31s);
        QVERIFY(open && open->has_value() && **open);
    }

    void whoSaidNoIsNotAskedAgain()
    {
        state->trouble = KeychainService::Trouble::Denied;
        const Result<bool> open = QCoro::waitFor(store->waitUntilOpen({}));
        QVERIFY(open.has_value() && !*open);
        state->trouble.reset();
        state->locked = true;
        std::stop_source stop;
        std::optional<Result<bool>> later;
        TaskScope scope;
        scope.start(keep(store->waitUntilOpen(stop.get_token()), later));
        stop.request_stop();
        QCOMPARE(later->error().kind, ErrorKind::Cancelled);
        QCOMPARE(clock->sleepers(), 0);
    }

    void writersTakeTurns()
    {
        state->locked = true;
        QList<std::optional<Result<>>> out(3);
        std::stop_source stop;
        TaskScope scope;
        scope.start(keep(store->write(u"a"_s, Secret(u"1"_s), {}), out[0]));
        scope.start(keep(store->write(u"b"_s, Secret(u"2"_s), stop.get_token()), out[1]));
        scope.start(keep(store->write(u"c"_s, Secret(u"3"_s), {}), out[2]));
        stop.request_stop();
        QCOMPARE(out[1]->error().kind, ErrorKind::Cancelled);
        state->locked = false;
        clock->advance(21s); // the first gives up, the third goes on
        QCOMPARE(out[0]->error().kind, ErrorKind::SecretsLocked);
        QVERIFY(out[2]->has_value());
        QCOMPARE(*QCoro::waitFor(store->names({})), QStringList{u"c"_s});
    }

    void beingStoppedIsNotBeingLocked()
    {
        state->locked = true;
        std::stop_source stop;
        std::optional<Result<std::optional<Secret>>> out;
        TaskScope scope;
        scope.start(keep(store->read(u"a"_s, stop.get_token()), out));
        stop.request_stop();
        QCOMPARE(out->error().kind, ErrorKind::Cancelled);
        QCOMPARE(store->state(), KeychainState::Unknown);
    }

private:
    std::unique_ptr<KeychainSecrets> make(const QString &profile)
    {
        return std::make_unique<KeychainSecrets>(std::make_unique<FakeKeychain>(state), profile, *clock);
    }

    std::unique_ptr<FakeClock> clock;
    std::shared_ptr<FakeKeychain::State> state;
    std::unique_ptr<KeychainSecrets> store;
};

QTEST_GUILESS_MAIN(tst_Keychain)
#include "tst_keychain.moc"
