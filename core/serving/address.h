#pragma once

#include <callcard/result.h>

#include <string>
#include <string_view>

namespace callcard::serving {

/// Where an outgoing request goes.
struct Address {
    bool secure = false;
    bool loopback = false; ///< By its name: no look-up can make it so.
    std::string host{};    ///< Without brackets.
    std::string port{};
    std::string authority{}; ///< For the Host header.
    std::string target{};    ///< Path and query, never empty.
    bool operator==(const Address &) const = default;
};

/// Refuses what is not http or https, carries a name and password, or has bytes that would break a request's lines; and plain
/// http to anywhere but this machine.
[[nodiscard]] Result<Address> addressOf(std::string_view url);

} // namespace callcard::serving
