#pragma once

#include <callcard/ids.h>
#include <callcard/phonenumber.h>

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace callcard {

enum class CallDirection { Inbound, Outbound };
enum class CallState { Ringing, Active, Held, Ended };

/// Why a call ended. None while it lives.
enum class EndReason {
    None,
    HungUp,            ///< After talk.
    AnsweredElsewhere, ///< Somebody else, or another device of mine, took it.
    Missed,            ///< The caller gave up, nobody in the session answered.
    Busy,
    Declined,
    Voicemail,
    Failed,
    Transferred,
    Unknown, ///< A word of the provider that we do not know; kept in Call::providerStatus.
};

/// One side of a call as the provider told it.
struct CallParty {
    std::optional<PhoneNumber> number{}; ///< Absent: withheld, internal or unparseable.
    QString rawNumber{};                 ///< As it came, bounded; text from outside.
    QString extension{};                 ///< A colleague's short number, or the part after the number.
    QString name{};                      ///< Caller name from outside: plain text, never a key.
    QString email{};
    bool operator==(const CallParty &) const = default;
};

/// A call as the tracker knows it now. One call is one of these, whatever sources reported it.
struct Call {
    CallId id{};
    QString sessionId{}; ///< The provider's, for joining with its history.
    QString source{};    ///< "ringcentral", "justcall", "callstream", "twilio", "demo".
    CallDirection direction{};
    CallState state{};
    EndReason reason{};
    CallParty remote{}; ///< Who is at the other end.
    CallParty local{};  ///< Which of my numbers or queues.
    QString lineName{};
    QString agentEmail{};  ///< Whose call it is.
    QString answeredBy{};  ///< Name of who took it, where the provider says so.
    QDateTime startedAt{}; ///< UTC
    QDateTime answeredAt{};
    QDateTime endedAt{};
    std::optional<std::chrono::seconds> talkTime{}; ///< Conversation: hold and ringing not included.
    std::optional<std::chrono::seconds> holdTime{};
    bool missedProvisional{}; ///< Missed by the events, the call log has not spoken yet.
    bool withheld{};          ///< The caller hides the number: never matched.
    bool internal{};          ///< Between colleagues.
    bool ownRingOutLeg{};     ///< My own phone ringing for a call that I placed: the outgoing call has the card.
    QString providerStatus{}; ///< The last word that we did not know.
    bool operator==(const Call &) const = default;

    [[nodiscard]] bool isLive() const { return state != CallState::Ended; }
    [[nodiscard]] bool wasAnswered() const { return answeredAt.isValid(); }
};

/// The words of `watch`, of the relay's stream and of logs: "ringing", "Inbound", "hung-up" … and back.
[[nodiscard]] QString callStateName(CallState state);
[[nodiscard]] QString callDirectionName(CallDirection direction);
[[nodiscard]] QString endReasonName(EndReason reason);
[[nodiscard]] std::optional<CallState> callStateFromName(QStringView name);
[[nodiscard]] std::optional<CallDirection> callDirectionFromName(QStringView name);
[[nodiscard]] std::optional<EndReason> endReasonFromName(QStringView name);

} // namespace callcard
