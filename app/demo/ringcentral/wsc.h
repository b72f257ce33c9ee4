#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace callcard::demo::ringcentral {

/// What a "wsc" token says: which gateway session, in which of its lives, up to which frame. Sealed, so a forged one is told.
struct WscToken {
    std::string session{};
    std::uint64_t life = 0; ///< Each recovery begins a new one, with sequence 1.
    std::uint64_t sequence = 0;

    [[nodiscard]] std::string text() const;
    [[nodiscard]] static std::optional<WscToken> parse(const std::string &text);
    auto operator<=>(const WscToken &) const = default;
};

} // namespace callcard::demo::ringcentral
