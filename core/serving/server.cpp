#include "server.h"

#include "connection.h"

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

namespace callcard::serving {

namespace {

// Refusing politely costs a coroutine; a flood is refused by closing.
constexpr int kPoliteRefusals = 64;
constexpr auto kPause = std::chrono::milliseconds(100);
constexpr int kBacklog = 1024;

Error refusedBecause(const char *what, const error_code &ec)
{
    return {ErrorKind::Refused, QString::fromLatin1(what) + QStringLiteral(": ") + QString::fromStdString(ec.message()), {}};
}

} // namespace

HttpServer::Private::Private(ServingThread &servingThread, Handler handler, Limits bounds, std::optional<Tls> tls)
    : thread(servingThread)
    , executor(servingThread.impl().executor())
    , limits(bounds)
    , m_handler(std::make_shared<const Handler>(std::move(handler)))
    , m_tlsFiles(std::move(tls))
{
}

Result<> HttpServer::Private::prepareTls()
{
    if (!m_tlsFiles || m_tls)
        return {};
    auto context = std::make_shared<asio::ssl::context>(asio::ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_mode(context->native_handle(), SSL_MODE_RELEASE_BUFFERS); // thousands of idle streams
    error_code ec;
    context->set_options(asio::ssl::context::no_compression, ec);
    context->use_certificate_chain_file(m_tlsFiles->certificateChainFile, ec);
    if (ec)
        return tl::unexpected(refusedBecause("certificate chain", ec));
    context->use_private_key_file(m_tlsFiles->privateKeyFile, asio::ssl::context::pem, ec);
    if (ec)
        return tl::unexpected(refusedBecause("private key", ec));
    m_tls = std::move(context);
    return {};
}

Result<std::uint16_t> HttpServer::Private::listen(const ListenAddress &address)
{
    if (auto prepared = prepareTls(); !prepared)
        return tl::unexpected(prepared.error());
    error_code ec;
    const auto host = asio::ip::make_address(address.host == "localhost" ? "127.0.0.1" : address.host, ec);
    if (ec)
        return tl::unexpected(refusedBecause("not an address", ec));
    const tcp::endpoint endpoint(host, address.port);
    auto acceptor = std::make_shared<Acceptor>(executor);
    acceptor->open(endpoint.protocol(), ec);
    if (!ec)
        acceptor->set_option(asio::socket_base::reuse_address(true), ec);
    if (!ec)
        acceptor->bind(endpoint, ec);
    if (!ec)
        acceptor->listen(kBacklog, ec);
    if (ec)
        return tl::unexpected(refusedBecause("cannot listen", ec));
    const std::uint16_t port = acceptor->local_endpoint(ec).port();
    m_acceptors.push_back(acceptor);
    start(executor, accept(shared_from_this(), std::move(acceptor)));
    return port;
}

Task<> HttpServer::Private::accept(std::shared_ptr<Private> self, std::shared_ptr<Acceptor> acceptor)
{
    while (acceptor->is_open()) {
        Socket socket(self->executor);
        error_code ec;
        co_await acceptor->async_accept(socket, into(ec));
        if (!acceptor->is_open())
            break;
        if (!ec) {
            self->welcome(std::move(socket));
            continue;
        }
        // Out of file descriptors, most likely: those who leave make room, so look again soon instead of spinning.
        qCWarning(lcServing) << "accepting failed:" << ec.message().c_str();
        SteadyTimer pause(self->executor, kPause);
        co_await pause.async_wait(into(ec));
    }
}

void HttpServer::Private::welcome(Socket socket)
{
    error_code ec;
    const tcp::endpoint remote = socket.remote_endpoint(ec);
    if (ec)
        return; // gone already
    std::string address = remote.address().to_string();
    const auto known = m_perAddress.find(address);
    if (m_connections.size() >= limits.connections || (known != m_perAddress.end() && known->second >= limits.connectionsPerAddress)) {
        ++refused;
        if (!m_tls && m_turningAway < kPoliteRefusals) {
            ++m_turningAway;
            start(executor, turnAway(shared_from_this(), std::move(socket)));
        }
        return;
    }
    socket.set_option(tcp::no_delay(true), ec);
    socket.set_option(asio::socket_base::keep_alive(true), ec);
    ++m_perAddress[address];
    auto connection = std::make_shared<Connection>(shared_from_this(), std::move(socket), m_tls, std::move(address));
    m_connections.insert(connection.get());
    open = m_connections.size();
    start(executor, Connection::serve(connection));
}

Task<> HttpServer::Private::turnAway(std::shared_ptr<Private> self, Socket socket)
{
    static constexpr std::string_view kAnswer = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\n"
                                                "Connection: close\r\n\r\n";
    error_code ec;
    co_await asio::async_write(socket, asio::buffer(kAnswer), into(ec));
    socket.shutdown(tcp::socket::shutdown_send, ec);
    // Closing over an unread request would be a reset, which may overtake the answer.
    SteadyTimer pause(self->executor, kPause);
    co_await pause.async_wait(into(ec));
    char unread[4096];
    socket.non_blocking(true, ec);
    socket.read_some(asio::buffer(unread), ec);
    --self->m_turningAway;
}

void HttpServer::Private::stopListening()
{
    error_code ignored;
    for (const auto &acceptor : m_acceptors)
        acceptor->close(ignored);
    m_acceptors.clear();
}

void HttpServer::Private::dropConnections()
{
    const std::vector<Connection *> connections(m_connections.begin(), m_connections.end());
    for (Connection *connection : connections)
        connection->shared_from_this()->cut();
}

void HttpServer::Private::shutDown()
{
    stopListening();
    dropConnections();
    m_closed = true;
    callLater();
    m_handler = nullptr;
}

void HttpServer::Private::ask(std::shared_ptr<Exchange> exchange)
{
    const std::shared_ptr<const Handler> handler = m_handler;
    if (!handler)
        return;
    ++requests;
    try {
        (*handler)(exchange);
    } catch (const std::exception &error) {
        qCCritical(lcServing) << "a service threw:" << error.what();
        exchange->reply(Response::text(500, "internal error\n"));
    }
}

void HttpServer::Private::later(std::function<void()> function)
{
    if (m_closed || !function)
        return;
    m_later.push_back(std::move(function));
    if (m_later.size() == 1)
        asio::post(executor, [self = shared_from_this()] { self->callLater(); });
}

void HttpServer::Private::callLater()
{
    const auto due = std::exchange(m_later, {});
    for (const auto &function : due)
        function();
}

void HttpServer::Private::left(Connection &connection, const std::string &address)
{
    m_connections.erase(&connection);
    open = m_connections.size();
    const auto known = m_perAddress.find(address);
    if (known != m_perAddress.end() && --known->second == 0)
        m_perAddress.erase(known);
}

HttpServer::HttpServer(ServingThread &thread, Handler handler, Limits limits, std::optional<Tls> tls)
    : d(std::make_shared<Private>(thread, std::move(handler), limits, std::move(tls)))
{
}

HttpServer::~HttpServer()
{
    d->thread.run([this] { d->shutDown(); });
}

Result<std::uint16_t> HttpServer::listen(const ListenAddress &address)
{
    return d->thread.run([&] { return d->listen(address); });
}

void HttpServer::stopListening()
{
    d->thread.run([this] { d->stopListening(); });
}

void HttpServer::dropConnections()
{
    d->thread.run([this] { d->dropConnections(); });
}

ServerStatistics HttpServer::statistics() const
{
    return {d->requests, d->refused, d->open};
}

} // namespace callcard::serving
