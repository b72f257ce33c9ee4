#pragma once

#include "account.h"
#include "gateway.h"
#include "logfollower.h"
#include "sessions.h"
#include "textfollower.h"

#include <deque>

namespace callcard::ringcentral {

class RingOutAttempt;
inline constexpr int kLongestText = 1000; ///< UTF-16 units

/// RingCentral behind the provider contract. Telephony events are the source of truth; presence speaks for them where the app
/// lacks the right to hear them, and is otherwise the witness who notices that one was lost.
class RingCentralProvider final : public CallProvider
{
    Q_OBJECT

public:
    explicit RingCentralProvider(RingCentralContext context);
    ~RingCentralProvider() override;

    [[nodiscard]] ProviderInfo info() const override;
    [[nodiscard]] QCoro::Task<Error> runFeed(std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Snapshot>> snapshot(std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QList<CallEvent>>> callsSince(QDateTime since, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QList<CallEvent>>> lookUp(Call call, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<std::shared_ptr<DialAttempt>>> placeCall(DialRequest request, std::stop_token stop) override;
    [[nodiscard]] QList<OwnLine> ownLines() const override;
    [[nodiscard]] QCoro::Task<Result<QList<Colleague>>> colleagues(std::stop_token stop) override;
    [[nodiscard]] bool isRecording(const Call &call) const override;
    [[nodiscard]] QCoro::Task<Result<>> act(Call call, CallAction action, QString target, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Message>> sendText(Message message, std::stop_token stop) override;

private:
    enum class Right { Unknown, Granted, Missing };
    /// What a next connection needs to go on where this one stops.
    struct Resumable {
        std::optional<SessionMark> mark{};
        QString subscription{};
        std::chrono::milliseconds droppedAt{}; // monotonic
        std::chrono::seconds within{180};
    };
    /// Nobody knows yet what became of it.
    struct UnclearText {
        PhoneNumber to;
        QString text{};
        QDateTime begun{};              // their clock
        std::chrono::milliseconds at{}; // monotonic
    };
    struct OwnDial {
        PhoneNumber number;
        std::chrono::milliseconds at{};
        std::weak_ptr<RingOutAttempt> attempt{};
    };

    // The feed
    QCoro::Task<Result<QUrl>> ticket(std::stop_token stop);
    QCoro::Task<Error> live(Gateway *gateway, QUrl url, bool resumes, std::stop_token stop);
    QCoro::Task<Result<>> subscribe(Gateway *gateway, std::stop_token stop);
    QCoro::Task<> keepAwake(Gateway *gateway, std::stop_token stop);
    [[nodiscard]] bool canResume() const;
    void onNotification(const Json &envelope);
    void onPresence(const QList<CallEvent> &events);
    void admitLoss(const Notification &notification);
    void tell(CallEvent event);

    // What is and was
    QCoro::Task<Result<SessionFacts>> session(QString id, std::stop_token stop);
    QCoro::Task<Result<QList<CallEvent>>> activeCalls(std::stop_token stop);
    QCoro::Task<Result<QList<CallEvent>>> fromLog(Call call, std::stop_token stop);
    void doubt(const QStringList &sessions);
    QCoro::Task<> clearDoubts(std::stop_token stop);
    QCoro::Task<> clearDoubtsOnce(std::stop_token stop);

    // Doing something with a call
    QCoro::Task<Result<LiveSessions::Place>> placeIn(QString session, std::stop_token stop);
    QCoro::Task<Result<Json>> command(QString session, HttpRequest request, std::stop_token stop);
    QCoro::Task<Result<>> hangUp(QString session, std::stop_token stop);
    void noteRecording(const QString &session, const MyParty &mine);
    void markOwnRingOut(CallEvent &event);
    QCoro::Task<Result<std::optional<Message>>> findSent(Message message, QDateTime begun, std::stop_token stop);

    const RingCentralContext m_context;
    Account m_account;
    LogFollower m_log;
    TextFollower m_texts;
    LiveSessions m_live;
    Resumable m_resumable;
    GatewayDetails m_details;
    QDateTime m_recoveredAt; // by their clock; what was sent before came out of the recovery buffer
    int m_recovered = 0;
    QSet<QString> m_seen; // uuids of notifications
    std::deque<QString> m_seenOrder;
    std::chrono::seconds m_clockOffset{}; // their clock less ours
    QSet<QString> m_doubtful;
    bool m_clearingDoubts = false;
    QList<CallEvent> m_presence; // as it was told last
    QList<OwnDial> m_dials;
    QSet<QString> m_ringOutLegs; // sessions in which my own phone rings for a call that I place
    QList<UnclearText> m_unclear;
    QSet<QString> m_sent; // texts that were found or answered: never taken for another
    Right m_callControl = Right::Unknown;
    Right m_ringOut = Right::Unknown;
    bool m_hearsTelephony = true;
    TaskScope *m_feedScope = nullptr; // while the feed is live
};

} // namespace callcard::ringcentral
