#pragma once

#include "clock.h"

#include <optional>
#include <string>

namespace callcard::demo::ringcentral {

/// Where a sync left off. Opaque to clients, sealed, bound to what it was for.
struct SyncToken {
    std::string purpose{}; ///< "call-log/8100002004"
    Instant until{};
    std::optional<Instant> dateFrom{};
    std::string filter{};

    [[nodiscard]] std::string text(std::uint64_t salt) const; ///< Differs with every reply.
    [[nodiscard]] static std::optional<SyncToken> parse(const std::string &text);
};

} // namespace callcard::demo::ringcentral
