#pragma once

#include <callcard/httpserver.h>

namespace callcard::serving {

/// ASCII only, whatever the locale.
[[nodiscard]] bool equalsIgnoringCase(std::string_view a, std::string_view b);

/// The first of that name, in any case; empty when absent.
[[nodiscard]] std::string_view findHeader(const Headers &headers, std::string_view name);

/// Whether a list such as "keep-alive, Upgrade" has the word, in any case.
[[nodiscard]] bool listContains(std::string_view list, std::string_view word);

/// How an answer's end is recognised.
struct Framing {
    std::optional<std::size_t> length{}; ///< Content-Length.
    bool chunked = false;
    bool keepAlive = true;
};

[[nodiscard]] std::string_view reasonPhrase(int status);

/// Whether an answer of this status may have a body at all.
[[nodiscard]] bool mayHaveBody(int status);

/// Status line and headers up to the empty line. What decides the framing is ours: a handler's Content-Length, Transfer-Encoding
/// or Connection is left out, and so is a header that would break the lines.
[[nodiscard]] std::string responseHead(int status, const Headers &headers, const Framing &framing);

} // namespace callcard::serving
