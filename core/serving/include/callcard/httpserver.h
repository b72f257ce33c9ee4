#pragma once

#include <callcard/result.h>
#include <callcard/servingthread.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace callcard::serving {

using Headers = std::vector<std::pair<std::string, std::string>>;

/// Every bound a stranger can run into. Beyond: 431, 413, 408, 503, or the connection is closed.
struct Limits {
    std::size_t headerBytes = 16 * 1024;
    std::size_t bodyBytes = 1024 * 1024;
    std::size_t connections = 10'000;
    std::size_t connectionsPerAddress = 10'000;
    std::size_t messageBytes = 1024 * 1024; ///< One WebSocket message.
    std::size_t queuedBytes = 1024 * 1024;  ///< Waiting for one slow reader; beyond, it is cut off.
    std::chrono::milliseconds headerTime{10'000};
    std::chrono::milliseconds bodyTime{30'000};
    std::chrono::milliseconds idleTime{60'000};  ///< Keep-alive between requests.
    std::chrono::milliseconds writeTime{30'000}; ///< For each 64 KiB of an answer or a stream, or a WebSocket message.
};

struct Request {
    std::string method{};
    std::string target{}; ///< As sent: "/a%20b?x=1".
    std::string path{};   ///< Before "?", still percent-encoded.
    std::string query{};  ///< After "?", still percent-encoded.
    Headers headers{};
    std::string body{};
    std::string remoteAddress{};

    [[nodiscard]] std::string_view header(std::string_view name) const; ///< Case-insensitive; empty when absent.
    /// Decoded pairs in order ("+" is a space), of the query or of a form body. At most 4096; nothing honest has more.
    [[nodiscard]] Headers queryItems() const;
    [[nodiscard]] Headers formItems() const;
    [[nodiscard]] std::optional<std::string> queryValue(std::string_view name) const; ///< The first of that name.
};

struct Response {
    int status = 200;
    Headers headers{};
    std::string body{};

    [[nodiscard]] static Response json(int status, std::string body);
    [[nodiscard]] static Response text(int status, std::string body);
};

[[nodiscard]] std::string percentDecoded(std::string_view text, bool plusIsSpace = false);

/// A response that goes on: server-sent events, or any body without an end. Chunked. Serving thread only.
/// A reader who ends his sending side has left: nobody's event source half-closes. (A plain request's sender gets his answer.)
class BodyStream
{
public:
    virtual ~BodyStream();
    /// False when the reader is gone, or was cut off because too much was waiting.
    virtual bool send(std::string_view bytes) = 0;
    /// The proper end of the body.
    virtual void finish() = 0;
    /// The connection breaks off in the middle.
    virtual void abort() = 0;
    [[nodiscard]] virtual bool isOpen() const = 0;
    [[nodiscard]] virtual std::size_t queuedBytes() const = 0;
    /// Called once when the stream is closed from either side, in a turn of its own: never inside send().
    virtual void onClosed(std::function<void()> function) = 0;
};

/// One WebSocket connection. Text only: a binary message closes it with 1003. Serving thread only.
class WebSocket
{
public:
    virtual ~WebSocket();
    virtual bool sendText(std::string_view text) = 0;
    virtual void ping(std::string_view payload = {}) = 0;
    virtual void close(std::uint16_t code = 1000, std::string_view reason = {}) = 0;
    /// The TCP connection goes away without a word: reset, no close frame.
    virtual void abort() = 0;
    /// Raw bytes onto the connection, behind the frames queued before: for broken frames.
    virtual void sendRaw(std::string_view bytes) = 0;
    /// From now on nothing is read and nothing answered, the connection stays open: a dead peer.
    virtual void goSilent() = 0;
    [[nodiscard]] virtual bool isOpen() const = 0;
    virtual void onText(std::function<void(std::string)> function) = 0;
    virtual void onPong(std::function<void(std::string)> function) = 0;
    /// Code and reason of the peer's close; 1006 when the connection broke. Called once.
    virtual void onClosed(std::function<void(std::uint16_t, std::string)> function) = 0;
};

/// One request that waits for its answer, now or later. Answer once; dropped unanswered it answers 500. Serving thread only.
class Exchange
{
public:
    virtual ~Exchange();
    [[nodiscard]] virtual const Request &request() const = 0;
    virtual void reply(Response response) = 0;
    /// Status and headers go out at once. The stream lives until closed, whether or not the pointer is kept.
    [[nodiscard]] virtual std::shared_ptr<BodyStream> stream(int status, Headers headers) = 0;
    /// Whether the request asks for an upgrade to a WebSocket.
    [[nodiscard]] virtual bool wantsWebSocket() const = 0;
    [[nodiscard]] virtual std::shared_ptr<WebSocket> acceptWebSocket(Headers headers = {}) = 0;
    /// Exactly these bytes instead of an HTTP answer (may be none, or half of one), then the connection is cut.
    virtual void hangUp(std::string_view rawBytes = {}) = 0;
    /// Whether the client is still there.
    [[nodiscard]] virtual bool isOpen() const = 0;
};

using Handler = std::function<void(std::shared_ptr<Exchange>)>;

struct Tls {
    std::string certificateChainFile{}; ///< PEM
    std::string privateKeyFile{};       ///< PEM
};

struct ListenAddress {
    std::string host = "127.0.0.1";
    std::uint16_t port = 0; ///< 0: any free one.
};

struct ServerStatistics {
    std::uint64_t requests = 0;
    std::uint64_t refused = 0;   ///< By a bound or a deadline.
    std::size_t connections = 0; ///< Open now.
};

/// HTTP/1.1, server-sent events and WebSockets on one port, every request with a bound and a deadline.
class HttpServer
{
public:
    HttpServer(ServingThread &thread, Handler handler, Limits limits = {}, std::optional<Tls> tls = {});
    ~HttpServer(); ///< Closes everything. From any thread.
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// Listens; returns the port. ErrorKind::Refused when the address is taken or not ours.
    [[nodiscard]] Result<std::uint16_t> listen(const ListenAddress &address = {});
    /// Stops accepting; open connections go on.
    void stopListening();
    /// Cuts every open connection, the server goes on listening: a restart as clients see it.
    void dropConnections();
    [[nodiscard]] ServerStatistics statistics() const;

    class Private;

private:
    std::shared_ptr<Private> d;
};

} // namespace callcard::serving
