#include "sendtask.h"

#include "address.h"
#include "boundedread.h"
#include "deadline.h"
#include "text.h"
#include "wire.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/ip/basic_resolver.hpp>
#include <boost/asio/write.hpp>

namespace callcard::serving {

namespace beast = boost::beast;

namespace {

constexpr std::uint32_t kHeaderBytes = 64 * 1024;

bool hasLineBreaks(std::string_view text)
{
    return text.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos;
}

bool isToken(std::string_view text)
{
    return !text.empty() && text.find_first_of(" :\t") == std::string_view::npos && !hasLineBreaks(text);
}

Result<std::string> requestBytes(const Outgoing &outgoing, const Address &address)
{
    if (!isToken(outgoing.method))
        return failure(ErrorKind::Refused, QStringLiteral("not a method"));
    std::string bytes = outgoing.method + " " + address.target + " HTTP/1.1\r\nHost: " + address.authority + "\r\n";
    for (const auto &[name, value] : outgoing.headers) {
        if (!isToken(name) || hasLineBreaks(value))
            return failure(ErrorKind::Refused, QStringLiteral("a header that breaks lines"));
        bytes.append(name).append(": ").append(value).append("\r\n");
    }
    bytes.append("Content-Length: ").append(std::to_string(outgoing.body.size())).append("\r\nConnection: close\r\n\r\n");
    bytes.append(outgoing.body);
    return bytes;
}

/// One request on one connection. The deadline closes the socket under whatever waits.
class Sending
{
public:
    Sending(Executor executor, Outgoing outgoing)
        : m_outgoing(std::move(outgoing)), m_resolver(executor), m_socket(executor), m_deadline(executor, [this] { giveUp(); })
    {
    }

    Task<Result<Answer>> run()
    {
        const Result<Address> address = addressOf(m_outgoing.url);
        if (!address)
            co_return tl::unexpected(address.error());
        const Result<std::string> bytes = requestBytes(m_outgoing, *address);
        if (!bytes)
            co_return tl::unexpected(bytes.error());
        m_deadline.set(m_outgoing.timeout);

        error_code ec = co_await connect(*address);
        if (ec)
            co_return broken(ErrorKind::Offline, "cannot connect", ec);
        if (address->secure) {
            m_tls.emplace(asio::ssl::context::tls_client);
            m_tls->set_default_verify_paths(ec);
            m_tls->set_verify_mode(asio::ssl::verify_peer, ec);
            SSL_CTX_set_min_proto_version(m_tls->native_handle(), TLS1_2_VERSION);
        }
        Wire wire(std::move(m_socket), m_tls ? &*m_tls : nullptr);
        m_wire = &wire;
        if (address->secure) {
            ec = co_await shakeHands(wire, *address);
            if (ec) {
                // A certificate does not become right by waiting; a broken line does.
                const bool isCertificate = SSL_get_verify_result(wire.tls()->native_handle()) != X509_V_OK;
                m_wire = nullptr;
                co_return broken(isCertificate ? ErrorKind::Refused : ErrorKind::Offline, "no secure connection", ec);
            }
        }
        co_await asio::async_write(wire, asio::buffer(*bytes), into(ec));
        // A server may answer without having read everything, so a failed write is not the last word.
        Result<Answer> answer = co_await read(wire);
        m_wire = nullptr;
        co_return answer;
    }

private:
    Task<error_code> connect(const Address &address)
    {
        error_code ec;
        // Never ask anybody where this machine is.
        if (address.loopback) {
            const auto host = asio::ip::make_address(equalsIgnoringCase(address.host, "localhost") ? "127.0.0.1" : address.host, ec);
            if (!ec)
                co_await m_socket.async_connect({host, static_cast<std::uint16_t>(std::stoi(address.port))}, into(ec));
        } else {
            const auto found = co_await m_resolver.async_resolve(address.host, address.port, into(ec));
            if (!ec)
                co_await asio::async_connect(m_socket, found, into(ec));
        }
        co_return ec;
    }

    Task<error_code> shakeHands(Wire &wire, const Address &address)
    {
        error_code ec;
        auto *tls = wire.tls();
        asio::ip::make_address(address.host, ec);
        const bool isName = static_cast<bool>(ec);
        auto *session = tls->native_handle();
        const bool set = isName ? SSL_set_tlsext_host_name(session, address.host.c_str()) && SSL_set1_host(session, address.host.c_str())
                                : X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(session), address.host.c_str());
        if (!set)
            co_return asio::error::invalid_argument;
        ec.clear();
        co_await tls->async_handshake(asio::ssl::stream_base::client, into(ec));
        co_return ec;
    }

    Task<Result<Answer>> read(Wire &wire)
    {
        MessageParser<false> parser;
        parser.header_limit(kHeaderBytes);
        parser.body_limit(m_outgoing.bodyBytes);
        parser.skip(m_outgoing.method == "HEAD");
        beast::flat_buffer in(2 * kHeaderBytes);
        BoundedRead<false> reading(wire, in, parser);
        error_code ec = co_await reading.readHead(kHeaderBytes);
        if (!ec)
            ec = co_await reading.readBody(kHeaderBytes);
        if (ec == http::error::body_limit || ec == http::error::header_limit || ec == http::error::buffer_overflow)
            co_return failure(ErrorKind::BadPayload, QStringLiteral("the answer is too large"));
        const bool isTheirs = ec.category() == http::make_error_code(http::error::bad_method).category() &&
                              ec != http::error::end_of_stream && ec != http::error::partial_message;
        if (isTheirs)
            co_return broken(ErrorKind::BadPayload, "not an HTTP answer", ec);
        if (ec) // the request has left: it may have been carried out
            co_return broken(ErrorKind::TimedOut, "no answer", ec);
        auto message = parser.release();
        Answer answer;
        answer.status = static_cast<int>(message.result_int());
        for (const auto &field : message)
            answer.headers.emplace_back(std::string(field.name_string()), std::string(field.value()));
        answer.body = std::move(message.body());
        co_return answer;
    }

    Result<Answer> broken(ErrorKind kind, const char *what, const error_code &ec) const
    {
        if (m_late)
            kind = ErrorKind::TimedOut;
        return failure(kind, QString::fromLatin1(what) + QStringLiteral(": ") + QString::fromStdString(ec.message()));
    }

    void giveUp()
    {
        m_late = true;
        m_resolver.cancel();
        error_code ignored;
        m_socket.close(ignored);
        if (m_wire)
            m_wire->close();
    }

    Outgoing m_outgoing;
    std::optional<asio::ssl::context> m_tls; // outlives the wire of run()
    asio::ip::basic_resolver<tcp, Executor> m_resolver;
    Socket m_socket;
    Wire *m_wire = nullptr;
    bool m_late = false;
    Deadline m_deadline;
};

} // namespace

Task<> sendOne(Executor executor, Outgoing outgoing, std::function<void(Result<Answer>)> done)
{
    Sending sending(executor, std::move(outgoing));
    Result<Answer> answer = co_await sending.run();
    done(std::move(answer));
}

} // namespace callcard::serving
