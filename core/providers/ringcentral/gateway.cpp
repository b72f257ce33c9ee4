#include "gateway.h"

#include <QLoggingCategory>
#include <QUuid>

#include <utility>

namespace callcard::ringcentral {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(lcGateway, "callcard.ringcentral.gateway", QtInfoMsg)
constexpr auto kDetailsWithin = 60s;
constexpr auto kAnswerWithin = 60s;
const QString kDetails = u"details"_s; // no message of ours has such an id
} // namespace

Gateway::Gateway(Clock &clock, TrafficLedger &traffic) : m_clock(clock), m_socket(clock, traffic, {}, this)
{
    connect(&m_socket, &WebSocketConnection::textReceived, this, &Gateway::onText);
    connect(&m_socket, &WebSocketConnection::answered, this, &Gateway::alive);
    connect(&m_socket, &WebSocketConnection::ended, this, [this](const WebSocketEnd &end) { onEnd(end.error); });
}

Gateway::~Gateway()
{
    shut();
}

void Gateway::open(const QUrl &url)
{
    m_socket.open(url);
}

void Gateway::shut()
{
    if (std::exchange(m_shut, true))
        return;
    m_socket.close();
    const QCoro::Task<> closing = m_scope.close(); // who sleeps in it knows the clock, which may go before we do
    onEnd(Error{.kind = ErrorKind::Cancelled});
}

QCoro::Task<> Gateway::expire(QString messageId, std::chrono::milliseconds patience)
{
    const Result<> slept = co_await m_clock.sleep(patience, m_scope.stopToken());
    if (!slept)
        co_return;
    if (Waiting *const waiting = m_waiting.take(messageId))
        waiting->complete(failure(ErrorKind::TimedOut, u"the gateway does not answer"_s));
}

QCoro::Task<Result<GatewayDetails>> Gateway::details(std::stop_token stop)
{
    Waiting first;
    if (m_details)
        first.complete(*m_details);
    else if (m_end)
        first.complete(tl::unexpected(*m_end));
    else
        m_waiting.insert(kDetails, &first);
    m_scope.start(expire(kDetails, kDetailsWithin));
    const Result<Frame> frame = co_await first.wait(stop);
    if (m_waiting.value(kDetails) == &first)
        m_waiting.remove(kDetails);
    if (!frame)
        co_return tl::unexpected(frame.error());
    const GatewayDetails details = detailsFrom(frame->body);
    co_return details;
}

QCoro::Task<Result<Frame>> Gateway::request(QString method, QString path, Json body, std::stop_token stop)
{
    const QString id = u"c-%1"_s.arg(++m_lastId);
    Waiting waiting;
    m_waiting.insert(id, &waiting); // before it is sent: the answer may be quick
    m_scope.start(expire(id, kAnswerWithin));
    if (!m_socket.send(requestText(id, method, path, body))) {
        m_waiting.remove(id);
        co_return failure(ErrorKind::Offline, u"the gateway is not connected"_s);
    }
    Result<Frame> answer = co_await waiting.wait(stop);
    m_waiting.remove(id);
    co_return answer;
}

void Gateway::sendHeartbeat()
{
    std::ignore = m_socket.send(heartbeatText(u"h-%1"_s.arg(++m_lastId)));
}

QCoro::Task<Error> Gateway::ended(std::stop_token stop)
{
    Completion<> end;
    if (m_end)
        end.complete(tl::unexpected(*m_end));
    m_endWaiter = &end;
    const Result<> how = co_await end.wait(stop);
    if (m_endWaiter == &end)
        m_endWaiter = nullptr;
    const Error error = how ? Error{.kind = ErrorKind::Offline} : how.error();
    co_return error;
}

void Gateway::onText(const QString &text)
{
    if (m_shut)
        return;
    Result<Frame> frame = frameFrom(text);
    if (!frame) {
        qCInfo(lcGateway) << "ignored a frame:" << frame.error();
        return;
    }
    if (frame->kind == Frame::Kind::Details) {
        onDetails(*std::move(frame));
        return;
    }
    if (frame->mark && (!m_mark || frame->mark->sequence >= m_mark->sequence))
        m_mark = frame->mark;
    switch (frame->kind) {
    case Frame::Kind::Notification:
        Q_EMIT
        notified(frame->body);
        break;
    case Frame::Kind::Heartbeat:
        Q_EMIT
        alive();
        break;
    case Frame::Kind::Error:
        m_lastErrorCode = frame->errorCode;
        qCInfo(lcGateway) << "the gateway says" << frame->errorCode;
        [[fallthrough]];
    case Frame::Kind::Reply:
        if (Waiting *const waiting = m_waiting.take(frame->messageId))
            waiting->complete(*std::move(frame));
        break;
    case Frame::Kind::Details:
    case Frame::Kind::Other:
        qCInfo(lcGateway) << "ignored a frame of an unknown type";
        break;
    }
}

void Gateway::onDetails(Frame frame)
{
    m_mark = frame.mark; // its count begins anew, so a higher number from before says nothing
    if (Waiting *const waiting = m_waiting.take(kDetails))
        waiting->complete(std::move(frame));
    else
        m_details = std::move(frame);
}

void Gateway::onEnd(const Error &error)
{
    if (m_end)
        return;
    m_end = error;
    while (!m_waiting.isEmpty()) // one by one: whoever goes on may end the waiting of another
        m_waiting.take(m_waiting.constBegin().key())->complete(tl::unexpected(error));
    if (Completion<> *const waiter = std::exchange(m_endWaiter, nullptr))
        waiter->complete(tl::unexpected(error));
}

} // namespace callcard::ringcentral
