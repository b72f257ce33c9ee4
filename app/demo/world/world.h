#pragma once

#include "world/calls.h"
#include "world/people.h"

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace callcard::demo {

class World;

/// Who wants to know. Called on the serving thread, after the world has changed, once a step.
class WorldObserver
{
public:
    virtual ~WorldObserver() = default;
    /// One party of a live call moved. The last step of an ending call comes with call.state Ended.
    virtual void onCallStep(const WorldCall &, const CallStep &) {}
    /// Notes, disposition, rating, date, recording, deletion of a call: anything but its steps.
    virtual void onCallEdited(const WorldCall &) {}
    virtual void onTextAdded(const WorldText &) {}
    virtual void onTextChanged(const WorldText &) {}
    virtual void onCustomerChanged(const Customer &) {} ///< Added, edited or deleted (isDeleted).
};

struct WorldOptions {
    int customers = 2000;
    int days = 30;        ///< Of generated past before now.
    int callsPerDay = 45; ///< Of each rep on a working day.
    std::uint64_t seed = 1;
};

/// What to start. Empty fields are filled by the world: an inbound call goes to the line's rep or queue.
struct NewCall {
    Direction direction = Direction::Inbound;
    std::string customerId{}; ///< Their first dialable number, unless `number` is given.
    std::string number{};     ///< E.164, or whatever the case needs ("anonymous", "74663").
    std::string callerName{};
    bool isWithheld = false;
    std::string lineId{}; ///< Inbound: dialled; outbound: shown. Empty: the rep's direct line.
    std::string repId{};  ///< Empty: the demo's rep (or the line's).
    std::string origin = "Call";
    std::string metadata{};
    std::string tag{};
    bool ringAtOnce = true; ///< False: stays in Setup until ring().
};

enum class Moved { Yes, NoSuchCall, WrongState };

/// The one story all services tell: a small company, its customers, calls and texts. Deterministic by seed and day. Every
/// number is from the ranges kept for fiction, every domain ends in .example. Serving thread only.
class World
{
public:
    World(DemoClock &clock, WorldOptions options);
    ~World();
    World(const World &) = delete;
    World &operator=(const World &) = delete;

    // The company. Fixed after construction, but for reps' availability.
    [[nodiscard]] const std::string &companyName() const { return m_companyName; }
    [[nodiscard]] const std::string &companyDomain() const { return m_companyDomain; }
    [[nodiscard]] const std::string &accountId() const { return m_accountId; } ///< RingCentral: "8100001004"
    [[nodiscard]] const std::vector<Rep> &reps() const { return m_reps; }
    [[nodiscard]] const std::vector<Line> &lines() const { return m_lines; }
    [[nodiscard]] const std::vector<Queue> &queues() const { return m_queues; }
    [[nodiscard]] const Rep &demoRep() const { return m_reps.front(); }
    [[nodiscard]] const Rep *rep(std::string_view id) const;
    [[nodiscard]] const Rep *repByEmail(std::string_view email) const; ///< Trimmed, case-insensitive.
    [[nodiscard]] const Rep *repByExtensionId(std::string_view id) const;
    [[nodiscard]] const Rep *repByAgentId(std::int64_t id) const;
    [[nodiscard]] const Line *line(std::string_view id) const;
    [[nodiscard]] const Line *lineByNumber(std::string_view e164) const;
    [[nodiscard]] const Line &directLine(const Rep &rep) const;
    [[nodiscard]] const Queue *queue(std::string_view id) const;
    void setAvailable(std::string_view repId, bool available, std::string reason = {});

    // Outside.
    [[nodiscard]] const std::deque<Company> &companies() const { return m_companies; }
    [[nodiscard]] const std::deque<Customer> &customers() const { return m_customers; } ///< Deleted ones stay, marked.
    [[nodiscard]] const Company *company(std::string_view id) const;
    [[nodiscard]] const Customer *customer(std::string_view id) const;
    [[nodiscard]] std::vector<const Customer *> customersWithNumber(std::string_view e164) const;
    const Customer &addCustomer(Customer customer); ///< Gives it id, copperId and times where empty.
    bool editCustomer(std::string_view id, const std::function<void(Customer &)> &edit);

    // Calls, oldest first, ids without gaps. Deleted ones stay, marked.
    [[nodiscard]] const std::deque<WorldCall> &calls() const { return m_calls; }
    [[nodiscard]] const WorldCall *call(CallNumber id) const;
    [[nodiscard]] std::vector<const WorldCall *> liveCalls() const;

    /// The other side starts to ring (inbound), or ours dials (outbound).
    const WorldCall &startCall(const NewCall &call);
    Moved ring(CallNumber id); ///< From Setup to Proceeding.
    /// Inbound: this rep picks up (default: the one who is rung first); the other rung parties leave with "AgentAnswered".
    /// Outbound: the other side picks up.
    Moved answer(CallNumber id, std::string_view repId = {});
    Moved hold(CallNumber id);
    Moved unhold(CallNumber id);
    Moved mute(CallNumber id, bool muted);
    /// An answered call ends; reason as in CallStep, may be empty. Before the answer: giveUp.
    Moved hangUp(CallNumber id, std::string reason = {});
    /// Before the answer: the caller gave up (inbound: missed) or our rep did (outbound: cancelled).
    Moved giveUp(CallNumber id);
    /// Inbound, this rep refuses; when nobody is left ringing the call ends Declined (or goes to voicemail).
    Moved decline(CallNumber id, std::string_view repId = {}, bool toVoicemail = true);
    /// Inbound, ringing: nobody came. With seconds > 0 a message is left and the call ends by itself when that is done.
    Moved sendToVoicemail(CallNumber id, int seconds, std::string transcription = {});
    Moved voicemailLeft(CallNumber id); ///< The message is finished now.
    /// Rang out. Inbound: Missed; outbound: Unanswered.
    Moved rangOut(CallNumber id);
    /// Ends before any talk as Busy, Failed, Blocked or Restricted.
    Moved fail(CallNumber id, CallEnd how);
    /// Answered or held: blind transfer, the other rep rings in the same session.
    Moved transferBlind(CallNumber id, std::string_view toRepId);
    /// Attended: the other rep already agreed and takes over at once.
    Moved transferAttended(CallNumber id, std::string_view toRepId);
    /// Answered: goes on at another device of the same rep, in a new party.
    Moved flip(CallNumber id);
    /// Handed out of the house: our part of the session is over.
    Moved transferOut(CallNumber id, const std::string &number);
    /// Everything that is not a step: notes, disposition, rating, userTime, recording, isDeleted …
    bool editCall(CallNumber id, const std::function<void(WorldCall &)> &edit);

    // Texts, oldest first, ids without gaps.
    [[nodiscard]] const std::deque<WorldText> &texts() const { return m_texts; }
    [[nodiscard]] const WorldText *text(std::int64_t id) const;
    const WorldText &addText(WorldText text); ///< Gives it id and time; fills line, rep and customer where empty.
    bool editText(std::int64_t id, const std::function<void(WorldText &)> &edit);

    void observe(WorldObserver *observer);
    void unobserve(WorldObserver *observer);

private:
    friend class WorldBuilder;
    [[nodiscard]] WorldCall *mutableCall(CallNumber id);
    [[nodiscard]] std::size_t addParty(WorldCall &call, Party party);
    [[nodiscard]] std::size_t ringRep(WorldCall &call, const Rep &rep, const std::string &queueId, bool proceed);
    void step(WorldCall &call, std::size_t party, PartyState state, const std::string &reason = {});
    void leave(WorldCall &call, std::size_t party, const std::string &reason, bool missed);
    void finish(WorldCall &call, CallEnd end, const std::string &reason, bool missed);
    void settle(WorldCall &call, CallEnd end);
    Moved handOver(CallNumber id, std::string_view toRepId, bool isAgreed);
    void countTime(WorldCall &call);
    void tell(const std::function<void(WorldObserver &)> &what);

    DemoClock &m_clock;
    std::string m_companyName;
    std::string m_companyDomain;
    std::string m_accountId;
    std::vector<Rep> m_reps;
    std::vector<Line> m_lines;
    std::vector<Queue> m_queues;
    std::deque<Company> m_companies;
    std::deque<Customer> m_customers;
    std::deque<WorldCall> m_calls;
    std::deque<WorldText> m_texts;
    std::vector<CallNumber> m_live;
    /// What a live call has gathered; whole seconds only when it ends.
    struct Running {
        Instant since{}; ///< Talking or on hold since then.
        std::chrono::milliseconds talk{0};
        std::chrono::milliseconds hold{0};
        std::shared_ptr<DemoClock::Timer> message{}; ///< The voicemail's end.
    };
    std::unordered_map<CallNumber, Running> m_running;
    mutable std::unordered_map<std::string, std::vector<std::size_t>> m_byNumber; ///< Built at the first question.
    mutable bool m_numbersIndexed = false;
    std::vector<WorldObserver *> m_observers;
};

} // namespace callcard::demo
