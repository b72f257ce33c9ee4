#include "sessions.h"

#include <QSet>

#include <utility>

namespace callcard::ringcentral {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMostPlaces = 256;

bool isLive(LegState state)
{
    return state == LegState::Ringing || state == LegState::Active || state == LegState::Held || state == LegState::Parked;
}

} // namespace

QCoro::Task<Result<SessionFacts>> readSession(RingCentralContext context, Self self, QString id, std::stop_token stop)
{
    const QUrl url = restUrl(context, u"/telephony/sessions/"_s + id);
    const HttpRequest request = HttpRequest::get(url);
    const Result<RestAnswer> answer = co_await ask(context, u"Light"_s, request, stop, Patience::FailsFast);
    if (!answer)
        co_return tl::unexpected(answer.error());
    SessionFacts facts{.gone = answer->isGone(), .at = answer->serverTime};
    if (facts.gone)
        co_return facts;
    if (!answer->isSuccess())
        co_return tl::unexpected(answer->error());
    Result<QList<CallEvent>> events = eventsFromSession(answer->json, self, answer->serverTime);
    if (!events)
        co_return tl::unexpected(events.error());
    facts.events = *std::move(events);
    facts.mine = myPartyIn(answer->json, self);
    co_return facts;
}

void LiveSessions::note(const CallEvent &event)
{
    if (!event.mine || event.legId.isEmpty() || event.state == LegState::Unknown || event.state == LegState::Setup)
        return;
    if (!isLive(event.state)) {
        const auto known = m_places.constFind(event.sessionId);
        if (known != m_places.constEnd() && known->partyId == event.legId)
            m_places.erase(known);
        return;
    }
    if (m_places.size() >= kMostPlaces && !m_places.contains(event.sessionId))
        return;
    Place &place = m_places[event.sessionId];
    if (place.partyId != event.legId) {
        place.recordingId.clear();
        place.recording = false;
    }
    place.partyId = event.legId;
    place.state = event.state;
    place.direction = event.direction;
}

bool LiveSessions::noteRecording(const QString &session, const QString &recordingId, bool active)
{
    const auto known = m_places.find(session);
    if (known == m_places.end())
        return false;
    if (!recordingId.isEmpty())
        known->recordingId = recordingId;
    return std::exchange(known->recording, active) != active;
}

std::optional<LiveSessions::Place> LiveSessions::place(const QString &session) const
{
    const auto known = m_places.constFind(session);
    return known == m_places.constEnd() ? std::nullopt : std::optional(*known);
}

std::optional<CallEvent> LiveSessions::endOf(const QString &session, const QDateTime &at) const
{
    const auto known = m_places.constFind(session);
    if (known == m_places.constEnd())
        return std::nullopt;
    CallEvent end;
    end.source = u"ringcentral"_s;
    end.channel = u"session"_s;
    end.sessionId = session;
    end.legId = known->partyId;
    end.time = at;
    end.state = LegState::Ended;
    end.direction = known->direction;
    return end;
}

QStringList LiveSessions::contradictedBy(const QList<CallEvent> &presence) const
{
    QHash<QString, LegState> told;
    for (const CallEvent &event : presence) {
        if (isTelephonySession(event.sessionId))
            told.insert(event.sessionId, event.state);
    }
    QStringList doubtful;
    for (auto it = m_places.constBegin(); it != m_places.constEnd(); ++it) {
        if (!isLive(told.value(it.key(), LegState::Ended)))
            doubtful.append(it.key());
    }
    for (auto it = told.constBegin(); it != told.constEnd(); ++it) {
        const auto known = m_places.constFind(it.key());
        if (isLive(it.value()) && (known == m_places.constEnd() || known->state != it.value()))
            doubtful.append(it.key());
    }
    return doubtful;
}

} // namespace callcard::ringcentral
