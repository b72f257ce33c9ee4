#pragma once

#include "wire.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <algorithm>

namespace callcard::serving {

namespace http = boost::beast::http;

template <bool isRequest>
using MessageParser = boost::beast::http::parser<isRequest, boost::beast::http::string_body>;

/// Feeds a parser from the wire, by hand: Beast 1.74's own reading forgets the lines it has taken out of the buffer, so that its
/// header limit is one of a single line, and a head or trailer of short lines never ends.
template <bool isRequest>
class BoundedRead
{
public:
    BoundedRead(Wire &wire, boost::beast::flat_buffer &in, MessageParser<isRequest> &parser) : m_wire(wire), m_in(in), m_parser(parser)
    {
        m_parser.eager(false); // else a body that is too large is forgotten when it arrives together with the head
    }

    /// A head of at most so many bytes.
    Task<error_code> readHead(std::size_t limit)
    {
        error_code ec;
        m_total = 0;
        while (!ec && !m_parser.is_header_done()) {
            ec = co_await step(kHeadPiece);
            if (!ec && m_total + (m_parser.is_header_done() ? 0 : m_in.size()) > limit)
                ec = http::error::header_limit;
        }
        co_return ec;
    }

    /// The body, whose limit the parser knows. Chunk extensions and trailers count too: chunks of a single byte cost six, so what
    /// is beyond eight times the body and the slack carries no body.
    Task<error_code> readBody(std::size_t slack)
    {
        error_code ec;
        m_total = 0;
        while (!ec && !m_parser.is_done()) {
            ec = co_await step(kBodyPiece);
            if (!ec && m_total > 8 * m_parser.get().body().size() + slack)
                ec = http::error::body_limit;
        }
        co_return ec;
    }

private:
    // Most heads are one piece. A body's pieces are not larger than the head's limit, that of the buffer.
    static constexpr std::size_t kHeadPiece = 2048;
    static constexpr std::size_t kBodyPiece = 64 * 1024;

    Task<error_code> step(std::size_t piece)
    {
        error_code ec;
        if (m_in.size() > 0) {
            const std::size_t used = m_parser.put(m_in.data(), ec);
            m_in.consume(used);
            m_total += used;
            if (ec != http::error::need_more)
                co_return ec;
        }
        const std::size_t room = m_in.max_size() - m_in.size();
        if (room == 0)
            co_return http::error::buffer_overflow;
        ec = {};
        const std::size_t size = co_await m_wire.async_read_some(m_in.prepare(std::min(piece, room)), into(ec));
        m_in.commit(size);
        if (ec == asio::error::eof) {
            ec = http::error::end_of_stream;
            if (m_parser.got_some())
                m_parser.put_eof(ec); // the end of a body without a length, or "partial message"
        }
        co_return ec;
    }

    Wire &m_wire;
    boost::beast::flat_buffer &m_in;
    MessageParser<isRequest> &m_parser;
    std::size_t m_total = 0;
};

} // namespace callcard::serving
