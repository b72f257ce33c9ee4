#include "provider.h"

#include "restwire.h"

#include <QLoggingCategory>

#include <algorithm>

namespace callcard {

std::unique_ptr<CallProvider> makeRingCentralProvider(RingCentralContext context)
{
    return std::make_unique<ringcentral::RingCentralProvider>(std::move(context));
}

} // namespace callcard

namespace callcard::ringcentral {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcFeed, "callcard.ringcentral.feed", QtInfoMsg)

constexpr auto kHeartbeatEvery = 10min; // the gateway hangs up on half an hour of silence, and pings may not count
constexpr std::size_t kMostSeen = 2000;

/// A ticket or a mark that the gateway does not take is no reason to ask a person: the next try brings fresh ones. What we
/// refuse ourselves, an address without TLS say, stays refused.
Error socketTrouble(Error error)
{
    const bool theirs = networkFault(error) == NetworkFault::None;
    if (theirs && (error.kind == ErrorKind::SignInNeeded || error.kind == ErrorKind::Refused))
        error.kind = ErrorKind::ServerFault;
    return error;
}

} // namespace

RingCentralProvider::RingCentralProvider(RingCentralContext context)
    : m_context(std::move(context)), m_account(m_context), m_log(m_context, m_account), m_texts(m_context, m_account)
{
    connect(&m_log, &LogFollower::settled, this, &CallProvider::eventReceived);
    connect(&m_texts, &TextFollower::arrived, this, &CallProvider::messageReceived);
}

RingCentralProvider::~RingCentralProvider() = default;

ProviderInfo RingCentralProvider::info() const
{
    ProviderInfo info{.id = u"ringcentral"_s, .name = u"RingCentral"_s, .showsRinging = true, .longestText = kLongestText};
    info.canDial = m_ringOut != Right::Missing;
    info.canText = std::any_of(m_account.numbers().begin(), m_account.numbers().end(), [](const OwnNumber &one) { return one.sendsTexts; });
    if (m_callControl == Right::Granted) {
        info.actions = {CallAction::Ignore,       CallAction::SendToVoicemail, CallAction::AnswerOnDevice, CallAction::HangUp,
                        CallAction::Hold,         CallAction::Resume,          CallAction::Transfer,       CallAction::StartRecording,
                        CallAction::StopRecording};
    }
    return info;
}

QList<OwnLine> RingCentralProvider::ownLines() const
{
    QList<OwnLine> lines;
    for (const OwnNumber &one : m_account.numbers()) {
        if (const auto number = PhoneNumber::fromE164(one.number); number && one.showsAsCaller)
            lines.append({.number = *number, .label = one.label});
    }
    return lines;
}

QCoro::Task<Result<QList<Colleague>>> RingCentralProvider::colleagues(std::stop_token stop)
{
    return m_account.colleagues(std::move(stop));
}

QCoro::Task<Result<QUrl>> RingCentralProvider::ticket(std::stop_token stop)
{
    HttpRequest request{.method = HttpMethod::Post, .url = serverUrl(m_context, u"/restapi/oauth/wstoken"_s)};
    request.headers.set("Content-Type", "application/json");
    request.maxAnswerBytes = 256 * 1024;
    // Tokens share five requests a minute with the sign-in: the supervisor rather waits and tells than we wait in silence.
    const Result<Json> answer = co_await askRest(m_context, u"Auth"_s, request, stop, Patience::FailsFast);
    if (!answer)
        co_return tl::unexpected(answer.error());
    const Result<SocketTicket> ticket = ticketFrom(*answer);
    if (!ticket)
        co_return tl::unexpected(ticket.error());
    const QUrl url = ticket->url;
    co_return url;
}

bool RingCentralProvider::canResume() const
{
    return m_resumable.mark && m_context.clock.monotonic() - m_resumable.droppedAt < m_resumable.within;
}

QCoro::Task<Error> RingCentralProvider::runFeed(std::stop_token stop)
{
    const Result<> known = co_await m_account.know(stop);
    if (!known)
        co_return known.error();
    const Result<QUrl> where = co_await ticket(stop);
    if (!where)
        co_return where.error();

    const GatewayPointer gateway(new Gateway(m_context.clock, m_context.traffic));
    connect(gateway.get(), &Gateway::notified, this, &RingCentralProvider::onNotification);
    connect(gateway.get(), &Gateway::alive, this, &CallProvider::proofOfLife);
    const bool resumes = canResume();
    const QUrl url = resumes ? continuing(*where, *m_resumable.mark) : *where;
    const Error end = co_await live(gateway.get(), url, resumes, stop);
    co_return end;
}

QCoro::Task<Error> RingCentralProvider::live(Gateway *gateway, QUrl url, bool resumes, std::stop_token stop)
{
    gateway->open(url);
    const Result<GatewayDetails> details = co_await gateway->details(stop);
    if (!details) {
        const bool reached = !gateway->lastErrorCode().isEmpty() || socketTrouble(details.error()) != details.error();
        if (resumes && reached)
            m_resumable = {}; // the gateway does not understand where we want to go on
        co_return socketTrouble(details.error());
    }
    m_resumable.within = details->recoveryTimeout;
    m_recoveredAt = {};
    const bool continuous = details->recovery == GatewayDetails::Recovery::Successful && !m_resumable.subscription.isEmpty();
    if (continuous) {
        m_details = *details;
        m_recoveredAt = details->opened;
        m_recovered = 0;
    } else {
        qCInfo(lcFeed) << "a new session of the gateway" << details->failure;
        const Result<> subscribed = co_await subscribe(gateway, stop);
        if (!subscribed) {
            m_resumable.mark = gateway->mark();
            m_resumable.droppedAt = m_context.clock.monotonic();
            co_return subscribed.error();
        }
    }

    TaskScope helpers;
    m_feedScope = &helpers;
    m_log.begin(helpers);
    m_texts.begin(helpers);
    helpers.start(keepAwake(gateway, helpers.stopToken()));
    Q_EMIT
    proofOfLife();
    Q_EMIT
    feedLive(continuous);

    const Error end = co_await gateway->ended(stop);
    m_log.end();
    m_texts.end();
    m_feedScope = nullptr;
    m_doubtful.clear();
    m_resumable.mark = gateway->mark();
    m_resumable.droppedAt = m_context.clock.monotonic();
    co_await helpers.close();
    co_return socketTrouble(end);
}

QCoro::Task<Result<>> RingCentralProvider::subscribe(Gateway *gateway, std::stop_token stop)
{
    m_resumable.subscription.clear();
    const Json body = subscriptionBody();
    const Result<Frame> answer = co_await gateway->request(u"POST"_s, u"/restapi/v1.0/subscription"_s, body, stop);
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (answer->status < 200 || answer->status >= 300) {
        Error refused = refusal(answer->status, answer->errorCode, std::nullopt);
        if (refused.kind == ErrorKind::SignInNeeded)
            refused.kind = ErrorKind::ServerFault; // this session is over; the next ticket shows whether a person is needed
        co_return tl::unexpected(refused);
    }
    const Result<Subscribed> subscribed = subscribedFrom(answer->body);
    if (!subscribed)
        co_return tl::unexpected(subscribed.error());
    m_resumable.subscription = subscribed->id;
    m_hearsTelephony = subscribed->telephony;
    m_callControl = subscribed->telephony ? Right::Granted : Right::Missing;
    if (!subscribed->telephony)
        qCWarning(lcFeed) << "telephony events are not allowed to this app or person; presence has to do";
    co_return {};
}

QCoro::Task<> RingCentralProvider::keepAwake(Gateway *gateway, std::stop_token stop)
{
    while (true) {
        if (m_account.isOld()) {
            const Result<> read = co_await m_account.refresh(stop);
            if (!read && read.error().kind != ErrorKind::Cancelled)
                qCInfo(lcFeed) << "the account could not be read again:" << read.error();
        }
        const Result<> slept = co_await m_context.clock.sleep(kHeartbeatEvery, stop);
        if (!slept)
            co_return;
        gateway->sendHeartbeat();
    }
}

void RingCentralProvider::onNotification(const Json &envelope)
{
    const Result<Notification> notification = notificationFrom(envelope, m_account.self());
    if (!notification) {
        qCInfo(lcFeed) << "ignored a notification:" << notification.error();
        return;
    }
    if (notification->subscriptionId != m_resumable.subscription)
        return; // of an earlier subscription, or somebody else's
    Q_EMIT
    proofOfLife();
    if (!notification->uuid.isEmpty()) {
        if (m_seen.contains(notification->uuid))
            return;
        m_seen.insert(notification->uuid);
        m_seenOrder.push_back(notification->uuid);
        if (m_seenOrder.size() > kMostSeen) {
            m_seen.remove(m_seenOrder.front());
            m_seenOrder.pop_front();
        }
    }
    switch (notification->kind) {
    case Notification::Kind::Telephony:
        for (const CallEvent &event : notification->events)
            tell(event);
        if (!notification->events.isEmpty())
            noteRecording(notification->events.first().sessionId, myPartyIn(wire::member(envelope, "body"), m_account.self()));
        break;
    case Notification::Kind::Presence:
        onPresence(notification->events);
        break;
    case Notification::Kind::InstantText:
        m_texts.take(*notification->text);
        break;
    case Notification::Kind::Messages:
    case Notification::Kind::Voicemail:
        m_texts.look();
        break;
    case Notification::Kind::Other:
        break;
    }
    admitLoss(*notification);
}

void RingCentralProvider::admitLoss(const Notification &notification)
{
    // A recovery brings back the newest so many notifications and says nothing of those before them.
    if (!m_recoveredAt.isValid() || !notification.sentAt.isValid() || notification.sentAt >= m_recoveredAt)
        return;
    if (++m_recovered < m_details.recoveryBuffer)
        return;
    m_recoveredAt = {};
    qCInfo(lcFeed) << "the recovery buffer was full, so something may be missing";
    Q_EMIT
    feedLive(false);
}

void RingCentralProvider::onPresence(const QList<CallEvent> &events)
{
    m_presence = events;
    if (!m_hearsTelephony) {
        for (const CallEvent &event : events)
            tell(event);
    }
    doubt(m_live.contradictedBy(events));
}

void RingCentralProvider::tell(CallEvent event)
{
    markOwnRingOut(event);
    m_live.note(event);
    if (event.mine && !event.settled && (event.state == LegState::Ended || event.state == LegState::Moved))
        m_log.owe(event);
    Q_EMIT
    eventReceived(event);
}

} // namespace callcard::ringcentral
