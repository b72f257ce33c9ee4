#pragma once

#include "restwire.h"

namespace callcard::ringcentral {

/// One call, as the service has it now.
struct SessionFacts {
    QList<CallEvent> events{}; ///< Every party; empty when it is gone.
    MyParty mine{};
    bool gone{};
    QDateTime at{}; ///< By their clock.
};

/// GET telephony/sessions/{id}. Refused without the right of call control.
[[nodiscard]] QCoro::Task<Result<SessionFacts>> readSession(RingCentralContext context, Self self, QString id, std::stop_token stop);

/// Which of my calls are live as far as the events tell, and through which party I am in them. Bounded.
class LiveSessions
{
public:
    struct Place {
        QString partyId{};
        LegState state{};
        CallDirection direction{};
        QString recordingId{};
        bool recording{}; ///< Now; what was recorded before keeps its id.
    };
    void note(const CallEvent &event);
    /// Whether that is news.
    bool noteRecording(const QString &session, const QString &recordingId, bool active);
    void forget(const QString &session) { m_places.remove(session); }
    [[nodiscard]] std::optional<Place> place(const QString &session) const;
    /// The end of my part in it, for when the service has no word about the call any more.
    [[nodiscard]] std::optional<CallEvent> endOf(const QString &session, const QDateTime &at) const;
    /// Sessions in which the presence says something else than the events did: one that is over for it, or one that we do not know.
    [[nodiscard]] QStringList contradictedBy(const QList<CallEvent> &presence) const;

private:
    QHash<QString, Place> m_places;
};

/// Telephony sessions have such ids; the legacy ones are numbers and cannot be asked about.
[[nodiscard]] inline bool isTelephonySession(const QString &id)
{
    return id.startsWith(QLatin1String("s-"));
}

} // namespace callcard::ringcentral
