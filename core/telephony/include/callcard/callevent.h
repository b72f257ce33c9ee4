#pragma once

#include <callcard/call.h>

#include <QMetaType>

namespace callcard {

/// What a provider says of one leg: one participant, one device or one queue inside a call.
enum class LegState {
    Setup, ///< Rules run, nothing rings yet.
    Ringing,
    Active, ///< Also said when a held call is taken back.
    Held,
    Parked,
    Voicemail, ///< On the way to the mailbox or in it.
    Ended,
    Moved,   ///< Goes on in another session, see CallEvent::movedTo.
    Unknown, ///< A word that we do not know: kept, counted, changes nothing.
};

/// One fact about one leg of one call, in our words. A call is what its facts say together, in whatever order they came.
struct CallEvent {
    QString source{};    ///< "ringcentral", "justcall", "callstream", "twilio", "demo".
    QString channel{};   ///< Facts of one channel count by one counter: "telephony", "presence", "log", "stream".
    QString eventId{};   ///< The provider's id of the notification; empty where it has none.
    QString sessionId{}; ///< One call. The same text from every source that reports it.
    QString alias{};     ///< Another id of the same session (RingCentral's legacy one), or empty.
    QString legId{};     ///< Empty: the call as a whole.
    qint64 sequence{-1}; ///< The provider's order; -1: none, then time and the rank of the state decide.
    QDateTime time{};    ///< When it happened, by the provider's clock, UTC.
    LegState state{};
    EndReason reason{EndReason::None}; ///< Of this leg, where it ended.
    CallDirection direction{};
    CallParty remote{};
    CallParty local{};
    QString lineName{};
    QString agentEmail{};
    QString answeredBy{};
    QString movedTo{};                              ///< Session in which the leg goes on.
    QString providerStatus{};                       ///< The raw word, where state is Unknown.
    std::optional<std::chrono::seconds> talkTime{}; ///< The provider's own count.
    std::optional<std::chrono::seconds> holdTime{};
    bool mine{true}; ///< A leg of this rep; legs of colleagues tell who answered.
    bool withheld{};
    bool internal{};
    bool ownRingOutLeg{}; ///< The ringing of my own phone for a call that I placed: no card of its own.
    bool settled{};       ///< From the provider's history: it has the last word.
    bool operator==(const CallEvent &) const = default;
};

} // namespace callcard

Q_DECLARE_METATYPE(callcard::CallEvent)
