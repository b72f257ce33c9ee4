#include <callcard/browsersignin.h>

#include <callcard/netfault.h>

#include <QHostAddress>
#include <QLoggingCategory>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrlQuery>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcRedirect, "callcard.auth.redirect", QtInfoMsg)

constexpr qsizetype kMaxHead = 16 * 1024;
constexpr int kMaxConnections = 8;
constexpr auto kConnectionTime = 10s;

QByteArray page(const QString &sentence, const char *status)
{
    const QByteArray body = "<!doctype html><html><head><meta charset=\"utf-8\"><title>Callcard</title></head>"
                            "<body style=\"font:16px system-ui,sans-serif;margin:20vh auto;max-width:32em;text-align:center\"><p>" +
                            sentence.toHtmlEscaped().toUtf8() + "</p></body></html>";
    // no-referrer: the address of this page has the code in it.
    return QByteArray("HTTP/1.1 ") + status +
           "\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
           "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\nX-Content-Type-Options: nosniff\r\n"
           "Connection: close\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

bool isOurs(const QUrl &address)
{
    return address.isValid() && address.scheme() == "http"_L1 && isLoopbackHost(address.host()) && address.userInfo().isEmpty() &&
           !address.hasQuery() && !address.hasFragment();
}

} // namespace

class RedirectListener::Private
{
public:
    bool listen(const QUrl &address);
    void onConnection(QTcpServer &server);
    void onReadyRead(QTcpSocket *socket);
    QByteArray answerTo(const QByteArray &requestLine);

    RedirectPages pages;
    QUrl uri;
    std::vector<std::unique_ptr<QTcpServer>> servers; // 127.0.0.1 and, for the name localhost, ::1
    QByteArray expectedState;
    int connections = 0;
    std::shared_ptr<Completion<Secret>> done = std::make_shared<Completion<Secret>>();
};

bool RedirectListener::Private::listen(const QUrl &address)
{
    // A browser may try either for "localhost", and whoever sat on the other one would get the code.
    QList<QHostAddress> hosts{QHostAddress(address.host())};
    if (hosts.first().isNull())
        hosts = {QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6)};
    quint16 port = quint16(address.port(80));
    servers.clear();
    for (const QHostAddress &host : hosts) {
        auto server = std::make_unique<QTcpServer>();
        server->setMaxPendingConnections(kMaxConnections);
        if (!server->listen(host, port)) {
            // Without IPv6 there is nobody on ::1 either.
            const bool noIpv6 = !servers.empty() && server->serverError() == QAbstractSocket::UnsupportedSocketOperationError;
            const bool noAddress = !servers.empty() && server->serverError() == QAbstractSocket::SocketAddressNotAvailableError;
            if (noIpv6 || noAddress)
                continue;
            servers.clear();
            return false;
        }
        port = server->serverPort();
        QObject::connect(server.get(), &QTcpServer::newConnection, server.get(), [this, raw = server.get()] { onConnection(*raw); });
        servers.push_back(std::move(server));
    }
    uri = address;
    uri.setPort(port);
    return true;
}

void RedirectListener::Private::onConnection(QTcpServer &server)
{
    while (QTcpSocket *socket = server.nextPendingConnection()) {
        if (connections >= kMaxConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        ++connections;
        QObject::connect(socket, &QTcpSocket::disconnected, &server, [this, socket] {
            --connections;
            socket->deleteLater();
        });
        QObject::connect(socket, &QTcpSocket::readyRead, &server, [this, socket] { onReadyRead(socket); });
        QTimer::singleShot(kConnectionTime, socket, [socket] { socket->abort(); });
    }
}

void RedirectListener::Private::onReadyRead(QTcpSocket *socket)
{
    const QByteArray head = socket->peek(kMaxHead);
    if (!head.contains("\r\n\r\n")) {
        if (head.size() >= kMaxHead)
            socket->abort();
        return;
    }
    socket->readAll();
    socket->write(answerTo(head.left(head.indexOf("\r\n"))));
    socket->flush(); // the listener may go away right after
    socket->disconnectFromHost();
}

QByteArray RedirectListener::Private::answerTo(const QByteArray &requestLine)
{
    const QList<QByteArray> words = requestLine.split(' ');
    if (words.size() != 3 || words.at(0) != "GET" || !words.at(2).startsWith("HTTP/1."))
        return page(pages.failed, "405 Method Not Allowed");
    const QUrl target = QUrl::fromEncoded(words.at(1), QUrl::StrictMode);
    const QString wanted = uri.path().isEmpty() ? u"/"_s : uri.path();
    if (target.path() != wanted || !target.host().isEmpty())
        return page(pages.failed, "404 Not Found");
    const QUrlQuery query(target.query(QUrl::FullyEncoded).replace(u'+', u' '));
    const auto value = [&query](const QString &name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
    // Anybody on this computer, any web page too, can call this address; only our browser knows the state.
    const bool isOurState = Secret(QByteArrayView(expectedState)).matches(value(u"state"_s).toUtf8());
    if (expectedState.isEmpty() || !isOurState) {
        qCInfo(lcRedirect) << "ignored a redirect with another state";
        return page(pages.failed, "400 Bad Request");
    }
    const QString code = value(u"code"_s);
    const bool refused = query.hasQueryItem(u"error"_s) || code.isEmpty();
    Result<Secret> outcome = Secret(QStringView(code));
    if (refused)
        outcome =
            failure(ErrorKind::Refused, query.hasQueryItem(u"error"_s) ? u"the sign-in page refused"_s : u"came back without a code"_s);
    // After the page is on its way: whoever waits closes the listener.
    QMetaObject::invokeMethod(
        servers.front().get(), [done = done, outcome] { done->complete(outcome); }, Qt::QueuedConnection);
    return page(refused ? pages.failed : pages.done, "200 OK");
}

RedirectListener::RedirectListener(std::unique_ptr<Private> prepared) : d(std::move(prepared)) {}

RedirectListener::~RedirectListener()
{
    d->done->complete(failure(ErrorKind::Cancelled));
    for (const auto &server : d->servers) {
        server->close();
        for (QTcpSocket *socket : server->findChildren<QTcpSocket *>()) {
            socket->disconnect(server.get());
            socket->setParent(nullptr); // the page is still on its way
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            if (socket->state() == QAbstractSocket::UnconnectedState)
                socket->deleteLater();
        }
    }
    // The last request may be what destroys us.
    for (auto &server : d->servers)
        server.release()->deleteLater();
}

Result<std::unique_ptr<RedirectListener>> RedirectListener::open(const QList<QUrl> &candidates, RedirectPages pages)
{
    auto d = std::make_unique<Private>();
    d->pages = std::move(pages);
    for (const QUrl &candidate : candidates) {
        if (!isOurs(candidate))
            return failure(ErrorKind::Refused, u"the redirect address must be http on this computer, without query"_s);
        if (d->listen(candidate))
            return std::unique_ptr<RedirectListener>(new RedirectListener(std::move(d)));
    }
    return failure(ErrorKind::Refused, u"every port registered for the sign-in is taken by another program"_s);
}

QUrl RedirectListener::redirectUri() const
{
    return d->uri;
}

QCoro::Task<Result<Secret>> RedirectListener::code(QByteArray state, std::stop_token stop)
{
    d->expectedState = std::move(state);
    const auto done = d->done; // survives us
    co_return co_await done->wait(stop);
}

QList<QUrl> redirectCandidates(const QUrl &first, int count)
{
    QList<QUrl> candidates;
    for (int i = 0; i < count; ++i) {
        QUrl next = first;
        if (first.port() > 0)
            next.setPort(first.port() + i);
        if (next.port() <= 65535 && !candidates.contains(next))
            candidates.append(next);
    }
    return candidates;
}

} // namespace callcard
