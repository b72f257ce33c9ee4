#include "requestreader.h"

#include "boundedread.h"
#include "text.h"

namespace callcard::serving {

namespace beast = boost::beast;

namespace {

std::string_view view(beast::string_view text)
{
    return {text.data(), text.size()};
}

/// "http://host/path?x" as proxies send it becomes "/path?x".
std::string_view originForm(std::string_view target)
{
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!equalsIgnoringCase(target.substr(0, scheme.size()), scheme))
            continue;
        target.remove_prefix(scheme.size());
        const std::size_t path = target.find_first_of("/?");
        return path == std::string_view::npos ? std::string_view() : target.substr(path);
    }
    return target;
}

} // namespace

struct RequestReader::Parser {
    Parser(Wire &wire, beast::flat_buffer &in) : read(wire, in, http) {}
    MessageParser<true> http;
    BoundedRead<true> read;
};

RequestReader::RequestReader(Wire &wire, beast::flat_buffer &in, const Limits &limits)
    : m_in(in), m_headerBytes(limits.headerBytes), m_parser(std::make_unique<Parser>(wire, in))
{
    m_parser->http.header_limit(static_cast<std::uint32_t>(limits.headerBytes));
    m_parser->http.body_limit(limits.bodyBytes);
}

RequestReader::~RequestReader() = default;

Task<int> RequestReader::readHead()
{
    const error_code ec = co_await m_parser->read.readHead(m_headerBytes);
    co_return ec ? statusOf(ec) : checkHead();
}

Task<int> RequestReader::readBody()
{
    const error_code ec = co_await m_parser->read.readBody(m_headerBytes);
    co_return ec ? statusOf(ec) : 0;
}

int RequestReader::statusOf(const error_code &ec) const
{
    if (ec == http::error::header_limit)
        return 431;
    if (ec == http::error::buffer_overflow)
        return m_parser->http.is_header_done() ? 413 : 431;
    if (ec == http::error::body_limit)
        return 413;
    if (ec == http::error::bad_version)
        return 505;
    if (ec == http::error::end_of_stream || ec == http::error::partial_message)
        return kGone;
    // Everything else of this category is a request that cannot be understood; the rest is a connection that broke.
    return ec.category() == http::make_error_code(http::error::bad_method).category() ? 400 : kGone;
}

int RequestReader::checkHead() const
{
    const auto &head = m_parser->http.get();
    // Two ways to read a message's length are a way to smuggle a second one: Beast refuses both lengths, we what we cannot decode.
    if (head.count(http::field::transfer_encoding) > 0 && !head.chunked())
        return 501;
    if (head.count(http::field::transfer_encoding) > 1 || head.count(http::field::host) > 1)
        return 400;
    if (head.version() >= 11 && head.count(http::field::host) == 0)
        return 400;
    if (head.count(http::field::expect) > 0 && !equalsIgnoringCase(view(head[http::field::expect]), "100-continue"))
        return 417;
    const std::string_view target = originForm(view(head.target()));
    const bool isKnownForm = target.empty() || target.front() == '/' || target.front() == '?' || target == "*";
    return isKnownForm ? 0 : 400;
}

bool RequestReader::expectsContinue() const
{
    const auto &head = m_parser->http.get();
    return head.version() >= 11 && !m_parser->http.is_done() && head.count(http::field::expect) > 0 && m_in.size() == 0;
}

bool RequestReader::isHead() const
{
    return m_parser->http.get().method() == http::verb::head;
}

bool RequestReader::keepAlive() const
{
    return m_parser->http.get().keep_alive();
}

int RequestReader::version() const
{
    return static_cast<int>(m_parser->http.get().version());
}

Request RequestReader::takeRequest()
{
    auto message = m_parser->http.release();
    Request request;
    request.method = std::string(view(message.method_string()));
    request.target = std::string(view(message.target()));
    const std::string_view target = originForm(request.target);
    const std::size_t question = std::min(target.find('?'), target.size());
    request.path = question == 0 ? std::string("/") : std::string(target.substr(0, question));
    request.query = question < target.size() ? std::string(target.substr(question + 1)) : std::string();
    for (const auto &field : message)
        request.headers.emplace_back(view(field.name_string()), view(field.value()));
    request.body = std::move(message.body());
    return request;
}

} // namespace callcard::serving
