#pragma once

#include <callcard/callevent.h>
#include <callcard/message.h>
#include <callcard/task.h>

#include <QHash>
#include <QObject>

namespace callcard {

/// What can be done with a live call, where the provider can do it. Buttons say its true effect.
enum class CallAction { Ignore, SendToVoicemail, AnswerOnDevice, HangUp, Hold, Resume, Transfer, StartRecording, StopRecording };

/// What a provider is and can do; the settings page draws itself from it.
struct ProviderInfo {
    QString id{};        ///< "ringcentral"
    QString name{};      ///< "RingCentral"
    bool showsRinging{}; ///< A polled source learns of calls only when they are over.
    bool canDial{};
    bool sendsAgents{}; ///< An agent of its own can call somebody in the rep's stead.
    bool canText{};
    int longestText{1600}; ///< Characters, where it can.
    QList<CallAction> actions{};
    std::chrono::milliseconds proofLasts{45'000}; ///< How old its last sign of life may be while it counts as connected.
};

/// How a provider stands right now.
struct Snapshot {
    QDateTime takenAt{}; ///< By the provider's clock.
    QList<CallEvent> live{};
};

/// One side of a call that is being placed, as far as it has come.
enum class LegProgress { Waiting, Ringing, Answered, Busy, NoAnswer, Rejected, Failed, Finished };

struct DialProgress {
    LegProgress mine{}; ///< My own phone, where the provider rings it first.
    LegProgress theirs{};
    QString sessionId{};
    bool operator==(const DialProgress &) const = default;
};

struct DialRequest {
    PhoneNumber number;
    QString extension{};
    QString callerId{}; ///< One of my numbers, or empty for the provider's default.
    QString fromDevice{};
};

/// Somebody of the own company, whom a call can be handed to by a short number.
struct Colleague {
    QString name{};
    QString extension{};
    bool operator==(const Colleague &) const = default;
};

/// One of my numbers that the other side may be shown.
struct OwnLine {
    PhoneNumber number;
    QString label{}; ///< "Sales Toronto"
    bool operator==(const OwnLine &) const = default;
};

/// A call that an agent of the service is to make in the rep's stead.
struct AgentRequest {
    PhoneNumber number;
    QHash<QString, QString> facts{}; ///< What the agent is told: "customer_name".
};

/// A call on its way. Progress by signal; destroying it lets the call be.
class DialAttempt : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    [[nodiscard]] virtual QCoro::Task<Result<>> cancel(std::stop_token stop) = 0;

Q_SIGNALS:
    void progressed(const callcard::DialProgress &progress);
    void finished(const callcard::DialProgress &progress);
};

/// One source of calls. It maps and transports, nothing else: retrying, reconnecting, matching, storing and wording are
/// other rooms' business.
class CallProvider : public QObject
{
    Q_OBJECT

public:
    explicit CallProvider(QObject *parent = nullptr);
    ~CallProvider() override;

    [[nodiscard]] virtual ProviderInfo info() const = 0;

    /// Connects, emits what arrives, and completes when the feed ends, with the reason. Cancelled when stopped.
    [[nodiscard]] virtual QCoro::Task<Error> runFeed(std::stop_token stop) = 0;
    /// Everything that is live now; asked after every gap.
    [[nodiscard]] virtual QCoro::Task<Result<Snapshot>> snapshot(std::stop_token stop) = 0;
    /// What happened since, from the provider's history, as settled facts; fills gaps that no snapshot shows.
    [[nodiscard]] virtual QCoro::Task<Result<QList<CallEvent>>> callsSince(QDateTime since, std::stop_token stop) = 0;
    /// What became of one call: its facts, none when the provider does not know it any more.
    [[nodiscard]] virtual QCoro::Task<Result<QList<CallEvent>>> lookUp(Call call, std::stop_token stop) = 0;

    [[nodiscard]] virtual QCoro::Task<Result<std::shared_ptr<DialAttempt>>> placeCall(DialRequest request, std::stop_token stop);
    /// Refused: nobody is called. TimedOut, ServerFault, BadPayload: nobody knows. The call itself then shows among the events.
    [[nodiscard]] virtual QCoro::Task<Result<>> sendAgent(AgentRequest request, std::stop_token stop);
    /// As which of my numbers I can call, the usual one first; as far as that is known.
    [[nodiscard]] virtual QList<OwnLine> ownLines() const;
    [[nodiscard]] virtual QCoro::Task<Result<QList<Colleague>>> colleagues(std::stop_token stop);
    /// Whether the live call is being recorded, as far as that is known.
    [[nodiscard]] virtual bool isRecording(const Call &call) const;
    [[nodiscard]] virtual QCoro::Task<Result<>> act(Call call, CallAction action, QString target, std::stop_token stop);
    [[nodiscard]] virtual QCoro::Task<Result<Message>> sendText(Message message, std::stop_token stop);

Q_SIGNALS:
    void eventReceived(const callcard::CallEvent &event);
    void messageReceived(const callcard::Message &message);
    void recordingChanged(const QString &sessionId);
    /// The feed is live: subscribed, not merely connected. `continuous` says that nothing was lost since the last time.
    void feedLive(bool continuous);
    /// The other side gave a sign of life: an event, a heartbeat, an answer to a ping.
    void proofOfLife();
};

} // namespace callcard
