#include "provider.h"

#include "ringout.h"
#include "ringoutwire.h"

#include <QPointer>

namespace callcard::ringcentral {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kDialLasts = 90s;    // so long events may belong to a call that was just placed
constexpr auto kRingOutRings = 10s; // and so soon my phone rings for it
constexpr qsizetype kMostLegs = 200;

QString sessionPath(const QString &session)
{
    return u"/telephony/sessions/"_s + session;
}

/// Sent once whatever happens on the way, and with a body only where there is something to say.
HttpRequest once(HttpMethod method, QUrl url, QByteArray body = {})
{
    HttpRequest request{.method = method, .url = std::move(url), .body = std::move(body), .repeatable = false};
    if (!request.body.isEmpty())
        request.headers.set("Content-Type", "application/json");
    return request;
}

QCoro::Task<Result<>> nobodyThere()
{
    co_return failure(ErrorKind::Cancelled);
}

} // namespace

QCoro::Task<Result<std::shared_ptr<DialAttempt>>> RingCentralProvider::placeCall(DialRequest request, std::stop_token stop)
{
    // Before it is sent: the phone may ring before the answer is here.
    m_dials.append({.number = request.number, .at = m_context.clock.monotonic()});
    const HttpRequest post = once(HttpMethod::Post, restUrl(m_context, u"/extension/~/ring-out"_s), ringOutBody(request));
    const Result<RestAnswer> answer = co_await ask(m_context, u"Heavy"_s, post, stop, Patience::FailsFast);
    if (!answer)
        co_return tl::unexpected(answer.error()); // TimedOut: it may ring all the same, so nobody tries again for the person
    if (!answer->isSuccess()) {
        if (answer->code == "CMN-401"_L1)
            m_ringOut = Right::Missing;
        co_return tl::unexpected(answer->error());
    }
    m_ringOut = Right::Granted;
    const Result<RingOutStatus> status = ringOutFrom(answer->json);
    if (!status)
        co_return tl::unexpected(status.error());
    const QPointer<RingCentralProvider> self = this;
    const RingOutAttempt::HangUp hangUp = [self](QString session, std::stop_token token) -> QCoro::Task<Result<>> {
        return self ? self->hangUp(std::move(session), std::move(token)) : nobodyThere();
    };
    const auto attempt = std::make_shared<RingOutAttempt>(m_context, *status, hangUp);
    for (OwnDial &dial : m_dials) {
        if (dial.number == request.number && dial.attempt.expired())
            dial.attempt = attempt;
    }
    std::shared_ptr<DialAttempt> result = attempt;
    co_return result;
}

void RingCentralProvider::markOwnRingOut(CallEvent &event)
{
    const auto now = m_context.clock.monotonic();
    m_dials.removeIf([now](const OwnDial &dial) { return now - dial.at > kDialLasts; });
    for (const OwnDial &dial : std::as_const(m_dials)) {
        if (!event.mine || event.remote.number != dial.number)
            continue;
        // Presence does not tell that it is a RingOut; that my own phone rings "from" whom I am calling does.
        const bool rings = event.state == LegState::Setup || event.state == LegState::Ringing;
        const bool guessed = event.channel == "presence"_L1 && rings && now - dial.at < kRingOutRings;
        if (event.direction == CallDirection::Inbound && !event.ownRingOutLeg && !guessed)
            continue;
        event.ownRingOutLeg = event.direction == CallDirection::Inbound;
        if (const auto attempt = dial.attempt.lock())
            attempt->onEvent(event);
    }
    if (event.ownRingOutLeg && m_ringOutLegs.size() < kMostLegs)
        m_ringOutLegs.insert(event.sessionId);
    if (event.direction == CallDirection::Inbound && m_ringOutLegs.contains(event.sessionId))
        event.ownRingOutLeg = true;
    if (event.state == LegState::Ended)
        m_ringOutLegs.remove(event.sessionId);
}

QCoro::Task<Result<LiveSessions::Place>> RingCentralProvider::placeIn(QString id, std::stop_token stop)
{
    if (const auto place = m_live.place(id)) {
        const LiveSessions::Place known = *place;
        co_return known;
    }
    const Result<SessionFacts> facts = co_await session(id, std::move(stop));
    if (!facts)
        co_return tl::unexpected(facts.error());
    for (const CallEvent &event : facts->events)
        m_live.note(event);
    const std::optional<LiveSessions::Place> place = m_live.place(id);
    if (!place)
        co_return failure(ErrorKind::Refused, u"the call is over"_s);
    const LiveSessions::Place known = *place;
    co_return known;
}

QCoro::Task<Result<Json>> RingCentralProvider::command(QString id, HttpRequest request, std::stop_token stop)
{
    const Result<RestAnswer> answer = co_await ask(m_context, u"Light"_s, std::move(request), stop, Patience::FailsFast);
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (answer->isSuccess()) {
        const Json json = answer->json;
        co_return json;
    }
    const Error refused = answer->error();
    if (answer->isGone() || answer->status == 409) {
        // We had another idea of the call than the service: look again rather than try again.
        const Result<SessionFacts> facts = co_await session(id, stop);
        if (facts) {
            for (const CallEvent &event : facts->events)
                tell(event);
        }
        if (facts && facts->gone) {
            if (const std::optional<CallEvent> end = m_live.endOf(id, m_context.clock.now()))
                tell(*end);
        }
    }
    co_return tl::unexpected(refused);
}

QCoro::Task<Result<>> RingCentralProvider::hangUp(QString id, std::stop_token stop)
{
    if (m_callControl != Right::Granted)
        co_return failure(ErrorKind::Refused, u"without the right of call control"_s);
    const HttpRequest request = once(HttpMethod::Delete, restUrl(m_context, sessionPath(id)));
    const Result<Json> done = co_await command(id, request, stop);
    if (!done)
        co_return tl::unexpected(done.error());
    co_return {};
}

void RingCentralProvider::noteRecording(const QString &session, const MyParty &mine)
{
    if (mine.recording && m_live.noteRecording(session, mine.recordingId, *mine.recording))
        Q_EMIT
    recordingChanged(session);
}

bool RingCentralProvider::isRecording(const Call &call) const
{
    const std::optional<LiveSessions::Place> place = m_live.place(call.sessionId);
    return place && place->recording;
}

QCoro::Task<Result<>> RingCentralProvider::act(Call call, CallAction action, QString target, std::stop_token stop)
{
    if (m_callControl != Right::Granted)
        co_return failure(ErrorKind::Refused, u"without the right of call control"_s);
    const QString id = call.sessionId;
    if (action == CallAction::HangUp)
        co_return co_await hangUp(id, stop);
    const Result<LiveSessions::Place> place = co_await placeIn(id, stop);
    if (!place)
        co_return tl::unexpected(place.error());
    const QString party = QString(sessionPath(id) + u"/parties/"_s + place->partyId);

    // What no event tells is asked for.
    QString recording = place->recordingId;
    bool ignoresQueue = false;
    if (action == CallAction::Ignore || (action == CallAction::StopRecording && recording.isEmpty())) {
        const Result<SessionFacts> facts = co_await session(id, stop);
        if (!facts)
            co_return tl::unexpected(facts.error());
        recording = facts->mine.recordingId;
        ignoresQueue = action == CallAction::Ignore && facts->mine.fromQueue;
        if (action == CallAction::StopRecording && recording.isEmpty())
            co_return failure(ErrorKind::Refused, u"the call is not being recorded"_s);
    }
    QString device = target;
    if ((ignoresQueue || action == CallAction::AnswerOnDevice) && device.isEmpty()) {
        const Result<QString> online = co_await m_account.device(stop);
        if (!online)
            co_return tl::unexpected(online.error());
        device = *online;
    }

    HttpRequest request;
    const auto post = [&](const QString &verb, const QByteArray &body = {}) {
        return once(HttpMethod::Post, restUrl(m_context, party + verb), body);
    };
    switch (action) {
    case CallAction::Ignore:
        request = ignoresQueue ? post(u"/ignore"_s, deviceBody(device)) : post(u"/reject"_s);
        break;
    case CallAction::SendToVoicemail:
        request = post(u"/forward"_s, voicemailBody(m_account.self().extensionId));
        break;
    case CallAction::AnswerOnDevice:
        request = post(u"/answer"_s, deviceBody(device));
        break;
    case CallAction::Hold:
        request = post(u"/hold"_s);
        break;
    case CallAction::Resume:
        request = post(u"/unhold"_s);
        break;
    case CallAction::Transfer:
        request = post(u"/transfer"_s, transferBody(target));
        break;
    case CallAction::StartRecording:
        request = post(u"/recordings"_s);
        break;
    case CallAction::StopRecording:
        request = once(HttpMethod::Patch, restUrl(m_context, QString(party + u"/recordings/"_s + recording)), recordingBody(false));
        break;
    case CallAction::HangUp:
        Q_UNREACHABLE();
    }
    const Result<Json> done = co_await command(id, request, stop);
    if (!done)
        co_return tl::unexpected(done.error());
    if (action == CallAction::StartRecording)
        noteRecording(id, {.recordingId = recordingIdFrom(*done), .recording = true});
    else if (action == CallAction::StopRecording)
        noteRecording(id, {.recording = false});
    co_return {};
}

} // namespace callcard::ringcentral
