#pragma once

#include "wire.h"
#include <callcard/httpserver.h>

#include <boost/beast/core/flat_buffer.hpp>

namespace callcard::serving {

/// Reads one request. Hides Beast's parser, which is slow to compile.
class RequestReader
{
public:
    /// The client left in the middle: nobody to answer.
    static constexpr int kGone = -1;

    RequestReader(Wire &wire, boost::beast::flat_buffer &in, const Limits &limits);
    ~RequestReader();
    RequestReader(const RequestReader &) = delete;
    RequestReader &operator=(const RequestReader &) = delete;

    /// 0, or the status to refuse with, or kGone.
    [[nodiscard]] Task<int> readHead();
    [[nodiscard]] Task<int> readBody();

    /// Whether the client waits for "100 Continue" before it sends the body.
    [[nodiscard]] bool expectsContinue() const;
    [[nodiscard]] bool isHead() const;
    [[nodiscard]] bool keepAlive() const;
    [[nodiscard]] int version() const; ///< 10 or 11.
    [[nodiscard]] Request takeRequest();

private:
    struct Parser;
    [[nodiscard]] int statusOf(const error_code &ec) const;
    [[nodiscard]] int checkHead() const;

    boost::beast::flat_buffer &m_in;
    const std::size_t m_headerBytes;
    std::unique_ptr<Parser> m_parser;
};

} // namespace callcard::serving
