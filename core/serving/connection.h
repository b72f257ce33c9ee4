#pragma once

#include "deadline.h"
#include "event.h"
#include "server.h"
#include "wire.h"

#include <boost/beast/core/flat_buffer.hpp>

#include <variant>

namespace callcard::serving {

class ServedStream;
class ServedWebSocket;

struct StreamStart {
    int status = 200;
    Headers headers{};
    std::shared_ptr<ServedStream> stream{};
};
struct Upgrade {
    Request request{};
    Headers headers{};
    std::shared_ptr<ServedWebSocket> socket{};
};
struct HangUp {
    std::string bytes{};
};
/// What the service wants done with a request.
using Decision = std::variant<Response, StreamStart, Upgrade, HangUp>;

/// One connection: reads a request, asks the service, carries out its decision, and again. It lives in its coroutine serve()
/// and in whatever the service holds of it.
class Connection : public std::enable_shared_from_this<Connection>
{
public:
    Connection(std::shared_ptr<HttpServer::Private> server, Socket socket, std::shared_ptr<asio::ssl::context> tls, std::string address);

    static Task<> serve(std::shared_ptr<Connection> self);

    /// Only the first counts.
    void decide(Decision decision);
    [[nodiscard]] bool isOpen() const { return m_open; }
    /// The end, without a word: closes, and whoever waits for anything here hears of it.
    void cut();
    /// The same with a reset.
    void reset();
    /// Cut off by a bound.
    void refuse();
    /// Called when the connection ends while somebody still uses it.
    void onCut(std::function<void()> function) { m_onCut = std::move(function); }

    [[nodiscard]] Task<bool> write(std::string_view bytes);
    [[nodiscard]] Wire &wire() { return m_wire; }
    [[nodiscard]] Deadline &writeDeadline() { return m_writeDeadline; }
    [[nodiscard]] HttpServer::Private &server() { return *m_server; }
    [[nodiscard]] const Limits &limits() const { return m_server->limits; }
    [[nodiscard]] Executor executor() const { return m_server->executor; }
    [[nodiscard]] bool isHead() const { return m_isHead; }
    [[nodiscard]] bool speaksChunked() const { return m_version >= 11; }
    [[nodiscard]] bool keepsAlive() const { return m_keepAlive; }

private:
    [[nodiscard]] Task<bool> shakeHands();
    [[nodiscard]] Task<bool> awaitFirstByte();
    [[nodiscard]] Task<std::optional<Request>> readRequest();
    [[nodiscard]] Task<> answerAndLeave(int status);
    [[nodiscard]] Task<bool> carryOut(Decision decision);
    [[nodiscard]] Task<bool> respond(Response response);
    [[nodiscard]] Task<bool> runStream(StreamStart start);
    [[nodiscard]] Task<> upgrade(Upgrade upgrade);
    [[nodiscard]] Task<> sayGoodbye();
    [[nodiscard]] std::size_t watchBytes() const;
    void startWatching();
    static Task<> watch(std::shared_ptr<Connection> self);
    void onReadLate();

    const std::shared_ptr<HttpServer::Private> m_server;
    const std::shared_ptr<asio::ssl::context> m_tls; // outlives m_wire
    const std::string m_address;
    Wire m_wire;
    boost::beast::flat_buffer m_in;
    Deadline m_readDeadline;
    Deadline m_writeDeadline;
    Event m_decided;
    Event m_watchEnded;
    std::optional<Decision> m_decision;
    std::function<void()> m_onCut;
    int m_version = 11;
    bool m_open = true;
    bool m_isHead = false;
    bool m_keepAlive = true;
    bool m_isFirst = true;
    bool m_asking = false;   // somebody may decide
    bool m_watching = false; // watch() has the reading side
    bool m_streaming = false;
    bool m_ended = false; // the client will send no more
    bool m_leaving = false;
    bool m_late = false; // the read deadline has passed
};

} // namespace callcard::serving
