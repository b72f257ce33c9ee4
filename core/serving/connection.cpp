#include "connection.h"

#include "exchange.h"
#include "requestreader.h"
#include "stream.h"
#include "text.h"
#include "websocket.h"

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

namespace callcard::serving {

namespace {

constexpr std::size_t kWatchBytes = 512;
constexpr std::size_t kSlice = 64 * 1024; // so much must be taken per writeTime: a reader of a long answer may be slow, not idle
constexpr std::size_t kGoodbyeBytes = 1024 * 1024;
constexpr auto kGoodbyeTime = std::chrono::milliseconds(2000);
constexpr auto kSecondStrike = std::chrono::milliseconds(1000);

} // namespace

Connection::Connection(std::shared_ptr<HttpServer::Private> server, Socket socket, std::shared_ptr<asio::ssl::context> tls,
                       std::string address)
    : m_server(std::move(server))
    , m_tls(std::move(tls))
    , m_address(std::move(address))
    , m_wire(std::move(socket), m_tls.get())
    , m_in(m_server->limits.headerBytes)
    , m_readDeadline(m_server->executor, [this] { onReadLate(); })
    , m_writeDeadline(m_server->executor, [this] { refuse(); })
    , m_decided(m_server->executor)
    , m_watchEnded(m_server->executor)
{
}

Task<> Connection::serve(std::shared_ptr<Connection> self)
{
    if (co_await self->shakeHands()) {
        bool again = true;
        while (again && self->m_open) {
            std::optional<Request> request = co_await self->readRequest();
            if (!request)
                break;
            self->m_decision.reset();
            self->m_asking = true;
            // In its own function, so that nothing of the exchange lives on here when the service drops it.
            askService(self, std::move(*request));
            while (!self->m_decision && self->m_open) {
                self->startWatching();
                co_await self->m_decided.wait();
            }
            self->m_asking = false;
            if (!self->m_open)
                break;
            Decision decision = std::move(*self->m_decision);
            again = co_await self->carryOut(std::move(decision));
        }
        co_await self->sayGoodbye();
    }
    self->cut();
    self->m_server->left(*self, self->m_address);
}

void Connection::decide(Decision decision)
{
    if (!m_asking || m_decision || !m_open)
        return;
    m_decision = std::move(decision);
    m_decided.set();
}

void Connection::cut()
{
    if (!m_open)
        return;
    m_open = false;
    m_wire.close();
    m_readDeadline.clear();
    m_writeDeadline.clear();
    m_decided.set();
    if (const auto function = std::exchange(m_onCut, nullptr))
        function();
}

void Connection::reset()
{
    if (m_open)
        m_wire.reset();
    cut();
}

void Connection::refuse()
{
    if (m_open)
        m_server->countRefused();
    reset();
}

void Connection::onReadLate()
{
    if (m_leaving) {
        cut();
        return;
    }
    // A composed read may just be between two steps, where cancelling does not reach it.
    if (std::exchange(m_late, true)) {
        refuse();
        return;
    }
    m_wire.cancel();
    m_readDeadline.set(kSecondStrike);
}

Task<bool> Connection::shakeHands()
{
    m_readDeadline.set(limits().headerTime);
    if (auto *tls = m_wire.tls()) {
        error_code ec;
        co_await tls->async_handshake(asio::ssl::stream_base::server, into(ec));
        if (m_late && m_open)
            m_server->countRefused();
        if (ec || m_late)
            co_return false;
    }
    co_return m_open;
}

Task<bool> Connection::awaitFirstByte()
{
    if (m_in.size() > 0)
        co_return true;
    if (!m_isFirst)
        m_readDeadline.set(limits().idleTime);
    if (m_watching) {
        while (m_watching)
            co_await m_watchEnded.wait();
    } else {
        error_code ec;
        const std::size_t size = co_await m_wire.async_read_some(m_in.prepare(watchBytes()), into(ec));
        m_in.commit(size);
    }
    if (m_in.size() > 0)
        co_return m_open;
    // Keeping a connection for later is a courtesy and its end no offence; to connect and say nothing is one.
    if (m_late && m_isFirst && m_open)
        m_server->countRefused();
    co_return false;
}

Task<std::optional<Request>> Connection::readRequest()
{
    if (m_ended && m_in.size() == 0)
        co_return std::nullopt;
    if (!co_await awaitFirstByte())
        co_return std::nullopt;
    if (!m_isFirst)
        m_readDeadline.set(limits().headerTime);
    m_isFirst = false;
    RequestReader reader(m_wire, m_in, limits());
    int status = co_await reader.readHead();
    if (status == 0 && reader.expectsContinue()) {
        if (!co_await write("HTTP/1.1 100 Continue\r\n\r\n"))
            co_return std::nullopt;
    }
    if (status == 0) {
        m_readDeadline.set(limits().bodyTime);
        status = co_await reader.readBody();
    }
    m_readDeadline.clear();
    if (!m_open)
        co_return std::nullopt;
    if (m_late)
        status = 408;
    m_isHead = reader.isHead();
    m_version = reader.version();
    if (status != 0) {
        if (status != RequestReader::kGone)
            co_await answerAndLeave(status);
        co_return std::nullopt;
    }
    m_keepAlive = reader.keepAlive();
    Request request = reader.takeRequest();
    request.remoteAddress = m_address;
    if (m_in.size() == 0)
        m_in.shrink_to_fit(); // most connections of a relay say one thing and then listen for hours
    co_return request;
}

Task<> Connection::answerAndLeave(int status)
{
    if (status != 400 && status != 501)
        m_server->countRefused();
    m_keepAlive = false;
    co_await respond(Response::text(status, std::string(reasonPhrase(status)) + "\n"));
}

Task<bool> Connection::carryOut(Decision decision)
{
    if (auto *response = std::get_if<Response>(&decision))
        co_return co_await respond(std::move(*response));
    if (auto *stream = std::get_if<StreamStart>(&decision))
        co_return co_await runStream(std::move(*stream));
    if (auto *hangUp = std::get_if<HangUp>(&decision)) {
        if (hangUp->bytes.empty())
            cut();
        else
            co_await write(hangUp->bytes);
        co_return false;
    }
    co_await upgrade(std::move(std::get<Upgrade>(decision)));
    co_return false;
}

Task<bool> Connection::respond(Response response)
{
    if (listContains(findHeader(response.headers, "Connection"), "close"))
        m_keepAlive = false;
    Framing framing;
    framing.keepAlive = m_keepAlive;
    if (mayHaveBody(response.status))
        framing.length = response.body.size();
    std::string head = responseHead(response.status, response.headers, framing);
    const bool sendsBody = mayHaveBody(response.status) && !m_isHead;
    if (sendsBody && response.body.size() <= kSlice) {
        head += response.body; // one packet
        response.body.clear();
    }
    bool sent = co_await write(head);
    if (sent && sendsBody && !response.body.empty())
        sent = co_await write(response.body);
    co_return sent &&m_keepAlive;
}

Task<bool> Connection::runStream(StreamStart start)
{
    m_streaming = true;
    // Who listens to an answer without an end and closes his side has left: nobody's event source half-closes.
    if (m_ended)
        cut();
    startWatching();
    const bool whole = co_await start.stream->run(start.status, std::move(start.headers));
    m_streaming = false;
    m_onCut = nullptr;
    // What was sent meanwhile may still be on its way into m_in, behind watch(); keeping the connection would need more care
    // than such a client deserves.
    co_return whole &&m_keepAlive &&m_in.size() == 0;
}

Task<> Connection::upgrade(Upgrade upgrade)
{
    while (m_watching) { // again and again, for a TLS read has several steps
        m_wire.cancel();
        co_await asio::post(executor(), asio::use_awaitable_t<Executor>());
    }
    if (m_in.size() > 0) {
        // Frames before our 101. No client does this.
        upgrade.socket->fail();
        co_await answerAndLeave(400);
        co_return;
    }
    m_in.shrink_to_fit();
    const std::shared_ptr<ServedWebSocket> socket = upgrade.socket;
    co_await socket->run(std::move(upgrade));
    m_onCut = nullptr;
}

Task<bool> Connection::write(std::string_view bytes)
{
    while (m_open && !bytes.empty()) {
        const std::string_view slice = bytes.substr(0, kSlice);
        error_code ec;
        m_writeDeadline.set(limits().writeTime);
        co_await asio::async_write(m_wire, asio::buffer(slice), into(ec));
        m_writeDeadline.clear();
        if (ec)
            cut();
        bytes.remove_prefix(slice.size());
    }
    co_return m_open;
}

Task<> Connection::sayGoodbye()
{
    if (!m_open)
        co_return;
    // Closing over unread bytes would be a reset, which may overtake our last answer. So: end our side, let the other finish.
    m_leaving = true;
    m_readDeadline.set(std::min(kGoodbyeTime, limits().writeTime));
    error_code ec;
    if (auto *tls = m_wire.tls(); tls && !m_watching)
        co_await tls->async_shutdown(into(ec));
    m_wire.socket().shutdown(tcp::socket::shutdown_send, ec);
    while (m_watching && m_open)
        co_await m_watchEnded.wait();
    char unread[2048];
    std::size_t total = 0;
    while (m_open && !m_ended && total < kGoodbyeBytes) {
        const std::size_t size = co_await m_wire.socket().async_read_some(asio::buffer(unread), into(ec));
        if (ec)
            break;
        total += size;
    }
}

std::size_t Connection::watchBytes() const
{
    return std::min(kWatchBytes, m_in.max_size() - m_in.size());
}

void Connection::startWatching()
{
    if (m_watching || m_ended || !m_open || (!m_streaming && m_in.size() > 0))
        return;
    m_watching = true;
    start(executor(), watch(shared_from_this()));
}

/// Reads while the service thinks or a stream goes on, to notice a client that leaves. What it reads of the next request waits
/// in m_in; once there is any, a plain exchange is watched no more.
Task<> Connection::watch(std::shared_ptr<Connection> self)
{
    do {
        if (self->m_in.size() >= self->limits().headerBytes) {
            self->refuse(); // a stream's reader who talks and talks
            break;
        }
        error_code ec;
        const std::size_t size = co_await self->m_wire.async_read_some(self->m_in.prepare(self->watchBytes()), into(ec));
        self->m_in.commit(size);
        if (ec == asio::error::operation_aborted)
            break;
        if (ec) {
            self->m_ended = true;
            const bool halfClosed = ec == asio::error::eof || ec == asio::ssl::error::stream_truncated;
            if (self->m_streaming || !halfClosed)
                self->cut();
            break;
        }
    } while (self->m_streaming);
    self->m_watching = false;
    self->m_watchEnded.set();
}

} // namespace callcard::serving
