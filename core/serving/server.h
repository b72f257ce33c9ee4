#pragma once

#include "loop.h"
#include <callcard/httpserver.h>

#include <boost/asio/ssl/context.hpp>

#include <atomic>
#include <deque>
#include <unordered_map>
#include <unordered_set>

namespace callcard::serving {

class Connection;

/// What the connections of one server share. Everything but the counters belongs to the serving thread.
class HttpServer::Private : public std::enable_shared_from_this<HttpServer::Private>
{
public:
    Private(ServingThread &thread, Handler handler, Limits limits, std::optional<Tls> tls);

    [[nodiscard]] Result<std::uint16_t> listen(const ListenAddress &address);
    void stopListening();
    void dropConnections();
    /// Nothing of the service is called any more when this returns.
    void shutDown();

    /// Hands the exchange to the service. An exception of the service costs this one answer.
    void ask(std::shared_ptr<Exchange> exchange);
    /// Calls back in a turn of its own: a service that sends to all its readers must not lose one from its list meanwhile.
    void later(std::function<void()> function);
    void countRefused() { ++refused; }
    void left(Connection &connection, const std::string &address);

    ServingThread &thread;
    const Executor executor;
    const Limits limits;
    std::atomic<std::uint64_t> requests = 0;
    std::atomic<std::uint64_t> refused = 0;
    std::atomic<std::size_t> open = 0;

private:
    static Task<> accept(std::shared_ptr<Private> self, std::shared_ptr<Acceptor> acceptor);
    static Task<> turnAway(std::shared_ptr<Private> self, Socket socket);
    void welcome(Socket socket);
    [[nodiscard]] Result<> prepareTls();
    void callLater();

    std::shared_ptr<const Handler> m_handler; // shared: the service may end the server in the middle of its handler
    std::optional<Tls> m_tlsFiles;
    std::shared_ptr<asio::ssl::context> m_tls;
    std::vector<std::shared_ptr<Acceptor>> m_acceptors;
    std::unordered_set<Connection *> m_connections; // they live in their coroutines and say goodbye
    std::unordered_map<std::string, std::size_t> m_perAddress;
    std::deque<std::function<void()>> m_later;
    int m_turningAway = 0;
    bool m_closed = false;
};

} // namespace callcard::serving
