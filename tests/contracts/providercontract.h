#pragma once

#include "contractstage.h"

#include <callcard/callprovider.h>
#include <callcard/calltracker.h>
#include <callcard/feedsupervisor.h>

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>

/// The contract that every CallProvider keeps, as one suite. To put a provider under it:
///   1. Derive a ContractSubject: it builds the provider with stage.environment("…") and stage.clock(), and says what the
///      cloud calls the service. Nothing retries or reconnects in it: the suite runs the provider under a FeedSupervisor and
///      a CallTracker, as the programs do, and looks at the calls that come out.
///   2. `class tst_AcmeContract final : public ProviderContract { Q_OBJECT … : ProviderContract(makeAcmeSubject) }`, with
///      QTEST_GUILESS_MAIN, in a file of its own, listed in CMakeLists.txt with LIBS callcard::contract and the label contract.
///   3. What the provider cannot see (a polled one: ringing, holding, who answered) is left out by expected(): it changes what
///      a scenario must end with, or returns nothing to skip it. A difference is written down there, with its reason.
///   4. What only this provider has (RingOut, cursors, Last-Event-ID) is tested by further slots of the derived class; feed(),
///      theCall() and stage() are there for them. Every slot gets a fresh cloud.
namespace callcard::testing {

/// What one played call must look like when all is told.
struct ExpectedCall {
    CallDirection direction{CallDirection::Inbound};
    EndReason reason{EndReason::HungUp};
    bool answered{};
    bool withheld{};
    bool internal{};
    std::optional<std::chrono::seconds> talk{};
};

class ContractSubject
{
public:
    virtual ~ContractSubject() = default;
    [[nodiscard]] virtual CallProvider &provider() = 0;
    /// "ringcentral": for faults and drops.
    [[nodiscard]] virtual std::string service() const = 0;
    /// How long news may take at most: 2 s for a stream, an interval and a bit for a polled source.
    [[nodiscard]] virtual std::chrono::seconds newsWithin() const { return std::chrono::seconds(5); }
    /// How long the provider's history may take to know an ended call.
    [[nodiscard]] virtual std::chrono::seconds historyWithin() const { return std::chrono::seconds(40); }
    [[nodiscard]] virtual std::optional<ExpectedCall> expected(const QString & /*scenario*/, ExpectedCall asPlayed) const
    {
        return asPlayed;
    }

    /// Lets the present credentials run out in a way that heals without a person; false: they never do.
    [[nodiscard]] virtual bool expireCredentials(ContractStage &) { return false; }
    /// Takes the credentials away for good.
    virtual void revokeCredentials(ContractStage &stage) = 0;
    /// Uses up the rate limit for the next request of the feed.
    virtual void exhaustRateLimit(ContractStage &stage) { stage.addFault(service(), "429", {{"times", 1}}); }
    /// The next news is nonsense of that kind ("half", "unknown-words", "not-ours" …); false: there is no such kind here.
    [[nodiscard]] virtual bool disturb(ContractStage &, const QString & /*kind*/) { return false; }
    /// From now on the cloud says everything twice.
    virtual void doubleEverything(ContractStage &stage) { stage.addFault(service(), "double"); }
    /// The other side has forgotten us, as after a restart: what is missed now comes by no buffer.
    virtual void forget(ContractStage &stage) { stage.verb(service(), "drop"); }
};

class ProviderContract : public QObject
{
    Q_OBJECT

public:
    using MakeSubject = std::function<std::unique_ptr<ContractSubject>(ContractStage &)>;
    explicit ProviderContract(MakeSubject make);
    ~ProviderContract() override;

private Q_SLOTS:
    void init();
    void cleanup();
    void introducesItself();
    void connects();
    void mapsCalls_data();
    void mapsCalls();
    void healsAfterADrop_data();
    void healsAfterADrop();
    void healsExpiredCredentials();
    void saysWhenAPersonIsNeeded();
    void sitsOutARateLimit();
    void stopsInEveryState_data();
    void stopsInEveryState();
    void survivesNonsense_data();
    void survivesNonsense();
    void takesEverythingTwice();
    void looksUpWhatBecameOfACall();
    void tellsThePast();

protected:
    ContractStage &stage() { return *m_stage; }
    ContractSubject &subject() { return *m_subject; }
    CallProvider &provider() { return m_subject->provider(); }
    FeedSupervisor &supervisor() { return *m_supervisor; }
    CallTracker &tracker() { return *m_tracker; }

    /// Starts the feed and waits until it is connected.
    [[nodiscard]] bool feed();
    [[nodiscard]] bool isConnected() const;
    [[nodiscard]] bool stopFeed();
    /// The only call there is, as the tracker has it; nothing when there is none or more than one.
    [[nodiscard]] std::optional<Call> theCall() const;
    [[nodiscard]] const QHash<CallId, Call> &calls() const { return m_calls; }
    [[nodiscard]] bool becomes(CallState state);
    /// The call is over and says what was expected; the reason why not is logged.
    [[nodiscard]] bool endsAs(const ExpectedCall &expected);
    /// Plays a scenario of scenarios() from its first ring to its end.
    void play(const QString &scenario);

private:
    [[nodiscard]] QString difference(const ExpectedCall &expected) const;

    const MakeSubject m_make;
    std::unique_ptr<ContractStage> m_stage;
    std::unique_ptr<ContractSubject> m_subject;
    std::unique_ptr<CallTracker> m_tracker;
    std::unique_ptr<FeedSupervisor> m_supervisor;
    QHash<CallId, Call> m_calls;
    QList<bool> m_lives; ///< Each feedLive(), with what it said.
    QList<int> m_repaired;
};

} // namespace callcard::testing
