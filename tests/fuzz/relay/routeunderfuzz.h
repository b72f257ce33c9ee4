#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace callcard::relay {

/// A relay's routes without a socket: what a stranger writes goes in, and every promise that must hold for him is looked after.
///     *POST /api/webhooks/justcall?t=1      "*": signed as its provider would, whatever it is; "@": with a rep's token
///     Name: value
///     (an empty line, then the body)
class RouteUnderFuzz
{
public:
    RouteUnderFuzz();
    ~RouteUnderFuzz();
    RouteUnderFuzz(const RouteUnderFuzz &) = delete;
    RouteUnderFuzz &operator=(const RouteUnderFuzz &) = delete;

    struct Outcome {
        int status = 0;
        std::size_t kept = 0;    ///< Records that it left behind.
        std::string complaint{}; ///< A promise that was broken.
    };
    Outcome ask(std::string_view text);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace callcard::relay
