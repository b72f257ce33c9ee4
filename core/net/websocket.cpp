#include <callcard/websocket.h>

#include "alarm.h"
#include "sleepwatch.h"

#include <QLoggingCategory>
#include <QNetworkProxyFactory>
#include <QNetworkRequest>
#include <QPointer>
#include <QRegularExpression>
#include <QWebSocket>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcSocket, "callcard.net.socket", QtInfoMsg)

/// A refused handshake. QWebSocket of Qt 6.4 tells the status only in words: "Unhandled http status code: 403 (Forbidden)."
std::optional<Error> fromHandshake(const QString &words, const QString &host)
{
    static const QRegularExpression status(u"\\b([1-5]\\d\\d)\\b"_s);
    const QRegularExpressionMatch match = status.match(words);
    if (!match.hasMatch())
        return {};
    const HttpAnswer answer{.status = match.capturedView(1).toInt(), .url = QUrl(u"wss://"_s + host)};
    if (answer.isSuccess())
        return networkError(NetworkFault::CaptivePortal, u"a page instead of a socket"_s);
    return meaningOf(answer, {}).error();
}

/// The way that an https request to that place would take. Left to itself, a socket asks for the proxy of a protocol called "tcp", which
/// is another setting or none. Never for this computer itself.
QNetworkProxy proxyFor(const QUrl &url)
{
    if (isLoopbackHost(url.host()))
        return QNetworkProxy::NoProxy;
    QUrl page = url;
    page.setScheme(u"https"_s);
    for (QNetworkProxy proxy : QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(page))) {
        if (proxy.type() == QNetworkProxy::HttpCachingProxy)
            proxy.setType(QNetworkProxy::HttpProxy);
        if (proxy.type() != QNetworkProxy::FtpCachingProxy && proxy.type() != QNetworkProxy::DefaultProxy)
            return proxy;
    }
    return QNetworkProxy::NoProxy;
}

NetworkFault faultFor(QAbstractSocket::SocketError error, bool wasOpen)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return NetworkFault::ConnectionRefused;
    case QAbstractSocket::HostNotFoundError:
        return NetworkFault::HostUnknown;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInvalidUserDataError:
        return NetworkFault::Untrusted;
    case QAbstractSocket::SocketTimeoutError:
        return NetworkFault::TimedOut;
    case QAbstractSocket::NetworkError:
        return wasOpen ? NetworkFault::Broken : NetworkFault::NoNetwork;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
        return NetworkFault::ProxyTrouble;
    default:
        return NetworkFault::Broken;
    }
}

constexpr qint64 kBacklogIsWatched = 64 * 1024;
constexpr qint64 kMostBacklog = 1024 * 1024;
constexpr std::chrono::milliseconds kBacklogLook{1000};

} // namespace

class WebSocketConnection::Private
{
public:
    Private(WebSocketConnection &connection, Clock &clockToUse, TrafficLedger &ledger, Options wanted)
        : q(connection)
        , clock(clockToUse)
        , traffic(ledger)
        , options(wanted)
        , quiet(clockToUse, [this] { onQuiet(); })
        , patience(clockToUse,
                   [this] {
                       end({.error = networkError(NetworkFault::TimedOut, state == State::Open ? u"no pong"_s : u"no socket in time"_s)});
                   })
        , backlog(clockToUse, [this] { onBacklog(); })
        , sleep(clockToUse, [this](std::chrono::milliseconds slept) {
            end({.error = networkError(NetworkFault::SleptThrough, QString::number(slept.count() / 1000) + u" s"_s)});
        })
    {
    }
    void connectTo(const QUrl &url, const HttpHeaders &headers);
    void drop(std::optional<int> goodbye = {}, const QString &reason = {});
    void end(WebSocketEnd how);
    void onBacklog();
    void onQuiet();
    void signOfLife();
    void onDisconnected();
    void ping();

    WebSocketConnection &q;
    Clock &clock;
    TrafficLedger &traffic;
    Options options;
    QPointer<QWebSocket> socket; // ours by deleteLater() only
    QString host;
    State state = State::Closed;
    quint64 generation = 0;
    std::optional<Error> trouble;
    std::optional<std::chrono::milliseconds> pinged;
    std::optional<std::chrono::milliseconds> roundTrip;
    Alarm quiet;
    Alarm patience;
    Alarm backlog;
    SleepWatch sleep;
};

WebSocketConnection::WebSocketConnection(Clock &clock, TrafficLedger &traffic, Options options, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, clock, traffic, options))
{
}

WebSocketConnection::~WebSocketConnection()
{
    d->drop();
}

void WebSocketConnection::open(const QUrl &url, const HttpHeaders &headers)
{
    d->drop();
    d->state = State::Connecting;
    d->host = url.host();
    d->trouble.reset();
    Result<> allowed = checkedAddress(url);
    if (allowed && url.scheme() != "wss"_L1 && url.scheme() != "ws"_L1)
        allowed = tl::unexpected(networkError(NetworkFault::BadAddress, u"not a ws or wss address"_s));
    if (!allowed) {
        d->end({.error = allowed.error()});
        return;
    }
    d->connectTo(url, headers);
}

bool WebSocketConnection::send(const QString &text)
{
    if (d->state != State::Open)
        return false;
    const qint64 bytes = d->socket->sendTextMessage(text);
    d->traffic.sent(d->host, bytes);
    return d->state == State::Open && bytes > 0;
}

void WebSocketConnection::close(int code, const QString &reason)
{
    d->drop(d->state == State::Open ? std::optional(code) : std::nullopt, reason);
    d->state = State::Closed;
}

void WebSocketConnection::probe()
{
    if (d->state == State::Open && !d->pinged)
        d->ping();
}

WebSocketConnection::State WebSocketConnection::state() const
{
    return d->state;
}

std::optional<std::chrono::milliseconds> WebSocketConnection::roundTrip() const
{
    return d->roundTrip;
}

void WebSocketConnection::Private::connectTo(const QUrl &url, const HttpHeaders &headers)
{
    socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, &q);
    socket->setMaxAllowedIncomingMessageSize(quint64(options.maxMessageBytes));
    socket->setMaxAllowedIncomingFrameSize(quint64(options.maxMessageBytes));
    socket->setReadBufferSize(options.maxMessageBytes + 64 * 1024);
    socket->setProxy(proxyFor(url));
    connect(socket, &QWebSocket::connected, &q, [this] {
        state = State::Open;
        patience.stop();
        quiet.start(options.pingAfter);
        Q_EMIT
        q.opened();
    });
    connect(socket, &QWebSocket::textMessageReceived, &q, [this](const QString &text) {
        traffic.received(host, text.size());
        signOfLife();
        Q_EMIT
        q.textReceived(text);
    });
    connect(socket, &QWebSocket::binaryMessageReceived, &q, [this](const QByteArray &bytes) {
        traffic.received(host, bytes.size());
        signOfLife(); // we speak text only; whatever this was, it is ignored
        qCInfo(lcSocket) << "ignored a binary message of" << bytes.size() << "bytes";
    });
    connect(socket, &QWebSocket::pong, &q, [this] {
        if (pinged)
            roundTrip = clock.monotonic() - *pinged;
        signOfLife();
        Q_EMIT
        q.answered();
    });
    connect(socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), &q, [this](QAbstractSocket::SocketError error) {
        const bool wasOpen = state == State::Open;
        if (wasOpen && error == QAbstractSocket::RemoteHostClosedError)
            return; // the goodbye: onDisconnected() knows the code
        const NetworkFault fault = faultFor(error, wasOpen);
        trouble = wasOpen || fault == NetworkFault::ProxyTrouble ? std::nullopt : fromHandshake(socket->errorString(), host);
        if (!trouble)
            trouble = networkError(fault, u"socket error "_s + QString::number(int(error)));
        if (!wasOpen)
            end({.error = *trouble}); // some of these are followed by disconnected(), some are not
    });
    connect(socket, &QWebSocket::disconnected, &q, [this] { onDisconnected(); });
    connect(socket, &QWebSocket::bytesWritten, &q, [this] {
        if (socket && socket->bytesToWrite() > kBacklogIsWatched && !backlog.isRunning())
            backlog.start(kBacklogLook);
    });
    QNetworkRequest request(url);
    request.setRawHeader("User-Agent", userAgent());
    for (const HttpHeader &header : headers.all())
        request.setRawHeader(header.name, header.value);
    traffic.contacted(host, clock.now());
    patience.start(options.connectWithin);
    sleep.start();
    socket->open(request);
}

void WebSocketConnection::Private::drop(std::optional<int> goodbye, const QString &reason)
{
    ++generation;
    quiet.stop();
    patience.stop();
    sleep.stop();
    backlog.stop();
    pinged.reset();
    if (!socket)
        return;
    QWebSocket *old = socket;
    socket.clear();
    old->disconnect(&q);
    old->setParent(nullptr); // it outlives us by the rest of this turn
    if (goodbye)
        old->close(QWebSocketProtocol::CloseCode(*goodbye), reason); // writes and flushes by itself
    else
        old->abort();
    old->deleteLater();
}

// In a turn of its own, so that the owner may delete us in it: see EventStream.
void WebSocketConnection::Private::end(WebSocketEnd how)
{
    drop();
    state = State::Closed;
    qCDebug(lcSocket) << "socket ended:" << how.error << "code" << how.code;
    QMetaObject::invokeMethod(
        &q,
        [this, how = std::move(how), ours = generation] {
            if (ours == generation)
                Q_EMIT
            q.ended(how);
        },
        Qt::QueuedConnection);
}

void WebSocketConnection::Private::onQuiet()
{
    if (!pinged)
        ping();
}

/// Every ping of theirs is answered, also where they never read the answers.
void WebSocketConnection::Private::onBacklog()
{
    if (!socket || socket->bytesToWrite() == 0)
        return;
    if (socket->bytesToWrite() > kMostBacklog)
        end({.error = networkError(NetworkFault::Broken, u"the other side does not read"_s)});
    else
        backlog.start(kBacklogLook);
}

void WebSocketConnection::Private::ping()
{
    pinged = clock.monotonic();
    patience.start(options.pongWithin);
    socket->ping();
}

void WebSocketConnection::Private::signOfLife()
{
    pinged.reset();
    patience.stop();
    if (quiet.isRunning())
        quiet.touch();
    else
        quiet.start(options.pingAfter);
}

void WebSocketConnection::Private::onDisconnected()
{
    if (state == State::Connecting) {
        // The error that says why comes right behind; only when it does not, this is all we know.
        QMetaObject::invokeMethod(
            &q,
            [this, ours = generation] {
                if (ours == generation)
                    end({.error = networkError(NetworkFault::Broken, u"no handshake"_s)});
            },
            Qt::QueuedConnection);
        return;
    }
    constexpr int kNoGoodbye = 1006;
    const int code = socket->closeCode();
    const QString how = code == kNoGoodbye ? u"the connection was lost"_s : u"closed with code "_s + QString::number(code);
    end({.error = trouble.value_or(networkError(NetworkFault::Broken, how)), .code = code, .reason = socket->closeReason().left(123)});
}

} // namespace callcard
