#include "exchange.h"

#include "connection.h"
#include "stream.h"
#include "text.h"
#include "websocket.h"

namespace callcard::serving {

namespace {

class PendingExchange final : public Exchange
{
public:
    PendingExchange(std::shared_ptr<Connection> connection, Request request)
        : m_connection(std::move(connection)), m_request(std::move(request))
    {
    }

    ~PendingExchange() override
    {
        if (!m_decided && m_connection->isOpen())
            m_connection->decide(Response::text(500, "no answer\n"));
    }

    [[nodiscard]] const Request &request() const override { return m_request; }

    void reply(Response response) override { decide(std::move(response)); }

    [[nodiscard]] std::shared_ptr<BodyStream> stream(int status, Headers headers) override
    {
        auto stream = std::make_shared<ServedStream>(m_connection, !m_decided);
        stream->attach();
        decide(StreamStart{status, std::move(headers), stream});
        return stream;
    }

    [[nodiscard]] bool wantsWebSocket() const override
    {
        return m_request.method == "GET" && listContains(m_request.header("Connection"), "upgrade") &&
               listContains(m_request.header("Upgrade"), "websocket");
    }

    [[nodiscard]] std::shared_ptr<WebSocket> acceptWebSocket(Headers headers) override
    {
        const bool possible = !m_decided && wantsWebSocket();
        auto socket = std::make_shared<ServedWebSocket>(m_connection, possible);
        socket->attach();
        if (possible)
            decide(Upgrade{m_request, std::move(headers), socket});
        else
            decide(Response{426, {{"Upgrade", "websocket"}}, {}});
        return socket;
    }

    void hangUp(std::string_view rawBytes) override { decide(HangUp{std::string(rawBytes)}); }

    [[nodiscard]] bool isOpen() const override { return m_connection->isOpen(); }

private:
    void decide(Decision decision)
    {
        if (!std::exchange(m_decided, true))
            m_connection->decide(std::move(decision));
    }

    const std::shared_ptr<Connection> m_connection;
    const Request m_request;
    bool m_decided = false; // our own: the connection may be at its next exchange already
};

} // namespace

void askService(const std::shared_ptr<Connection> &connection, Request request)
{
    connection->server().ask(std::make_shared<PendingExchange>(connection, std::move(request)));
}

} // namespace callcard::serving
