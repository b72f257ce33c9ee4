#pragma once

#include "clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace callcard::demo {

using CallNumber = std::int64_t; ///< A call's id in the story: also JustCall's `id`.

enum class Direction { Inbound, Outbound };

/// Where one participant stands; the words are RingCentral's, the richest of the providers.
enum class PartyState { Setup, Proceeding, Answered, Hold, Parked, VoiceMail, Disconnected, Gone };

/// One participant of a session.
struct Party {
    enum class Kind { Outside, Rep, Queue };
    std::string id{}; ///< "p-a0d1…-2"
    Kind kind{};
    Direction direction{}; ///< As the provider writes it for this party.
    std::string repId{};   ///< For Kind::Rep.
    std::string queueId{}; ///< Reached through this queue (rep), or is it (queue).
    std::string number{};  ///< Of an outside party; empty: withheld.
    PartyState state{};
    std::string reason{}; ///< Of Disconnected: "AgentAnswered", "BlindTransfer", "Rejected", "NoAnswer", "Cancelled" …; may be empty.
    bool missed = false;
    bool muted = false;
    int sequence = 0; ///< The session's counter at this party's last change.
    Instant since{};
};

/// One change of one party. The sequence is one counter a session, shared by all parties, first value 2.
struct CallStep {
    int sequence = 0;
    std::size_t party = 0; ///< Index into WorldCall::parties.
    PartyState state{};
    std::string reason{};
    Instant at{};
};

enum class CallState {
    Ringing,
    Active,
    Held,
    Voicemail, ///< The caller speaks to the machine; nobody can answer any more.
    Ended,
};

/// How a call ended, from where our company stands.
enum class CallEnd {
    None,       ///< Not yet.
    Answered,   ///< Somebody spoke.
    Missed,     ///< Inbound: rang out, or everybody was away.
    Voicemail,  ///< Inbound: a message was left. Also missed.
    Abandoned,  ///< Inbound: hung up before anything rang, or while waiting in a queue.
    Declined,   ///< Inbound: the rep refused it and no message was left. Also missed.
    Unanswered, ///< Outbound: nobody picked up.
    Cancelled,  ///< Outbound: the rep gave up first.
    Busy,
    Failed,
    Blocked,
    Restricted,
};

/// One call of the story, live or long over. Calls of the generated past are settled and carry neither parties nor steps.
struct WorldCall {
    CallNumber id = 0;
    Direction direction{};
    CallState state{};
    CallEnd end{};

    std::string customerId{};    ///< Empty: a stranger, or withheld.
    std::string number{};        ///< The other side in E.164; a short code or "anonymous" are possible; empty: withheld.
    std::string callerName{};    ///< What the carrier sends: "MARCUS HALE", "WIRELESS CALLER", empty.
    std::string lineId{};        ///< Our number in it.
    std::string queueId{};       ///< Through this queue, or empty.
    std::string repId{};         ///< Whose call it is: who answered, else who was rung first. Empty while a queue rings.
    std::string firstRepId{};    ///< Before any transfer.
    std::string origin = "Call"; ///< RingCentral's origin.type: "Call", "RingOut", "CallOut".
    std::string metadata{};      ///< Given in a dialer link (JustCall), echoed in its webhooks; JSON text, or empty.
    std::string tag{};           ///< For the service that started it (a RingOut id, dialer metadata); never interpreted here.

    Instant startedAt{};
    std::optional<Instant> answeredAt{};
    std::optional<Instant> endedAt{};
    int ringSeconds = 0;
    int queueSeconds = 0;
    int talkSeconds = 0; ///< Conversation, hold not included.
    int holdSeconds = 0;
    int wrapUpSeconds = 0;

    bool isRecorded = false;
    bool recordingPaused = false; ///< What was recorded until then stays.
    bool isTransferred = false;
    std::string voicemailText{}; ///< Transcription, when there is one.
    int voicemailSeconds = 0;
    std::string disposition{}; ///< "Sales: Follow up"
    std::string notes{};
    std::string rating{};              ///< "4.5", empty: none.
    std::optional<Instant> userTime{}; ///< The rep edited the call's date afterwards (JustCall allows it).
    bool isArchived = false;
    bool isDeleted = false;
    Instant modifiedAt{};

    int lastSequence = 1;
    std::vector<Party> parties{}; ///< Live calls and those that were live while the cloud ran.
    std::vector<CallStep> steps{};

    [[nodiscard]] bool isLive() const { return state != CallState::Ended; }
    [[nodiscard]] bool wasMissed() const
    {
        return direction == Direction::Inbound &&
               (end == CallEnd::Missed || end == CallEnd::Voicemail || end == CallEnd::Abandoned || end == CallEnd::Declined);
    }
    [[nodiscard]] const Party *partyOf(const std::string &repId) const; ///< The rep's newest party.

    // All ids of one call follow from its number, so that every service tells the same story.
    [[nodiscard]] std::string callSid() const;            ///< JustCall, Twilio: "CA…"
    [[nodiscard]] std::string sessionId() const;          ///< RingCentral, legacy: "930001204004"
    [[nodiscard]] std::string telephonySessionId() const; ///< RingCentral: "s-a0d1…"
};

[[nodiscard]] std::optional<CallNumber> callOfSid(const std::string &callSid);
[[nodiscard]] std::optional<CallNumber> callOfSession(const std::string &sessionId); ///< Either form.

struct WorldText {
    std::int64_t id = 0;
    Direction direction{};
    std::string customerId{};
    std::string number{}; ///< The other side, E.164.
    std::string lineId{};
    std::string repId{};
    std::string body{};
    Instant at{};
    std::string delivery{}; ///< "Delivered", "Sent", "Failed", "Undelivered", "Received", "Queued"
    bool isDeleted = false;
    bool isBulk = false;
    bool isRead = true;
    std::vector<std::string> media{}; ///< Links of an MMS.
    Instant modifiedAt{};
};

/// "ringing", "Answered" …: stable words for `control` and scripts.
[[nodiscard]] const char *word(CallState state);
[[nodiscard]] const char *word(CallEnd end);
[[nodiscard]] const char *word(PartyState state);    ///< RingCentral's spelling: "Proceeding", "VoiceMail".
[[nodiscard]] const char *word(Direction direction); ///< "Inbound", "Outbound"

} // namespace callcard::demo
