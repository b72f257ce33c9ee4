#pragma once

#include "refusal.h"
#include "timestamp.h"

#include <optional>
#include <string>
#include <string_view>

namespace callcard::demo::firestore {

/// Who asks, as `request.auth` shows it to the rules.
struct Caller {
    bool isAdmin = false;        ///< Rules are skipped.
    std::optional<Json> token{}; ///< The ID token's claims; none: anonymous.

    [[nodiscard]] std::string uid() const;                        ///< Empty for nobody.
    [[nodiscard]] std::string claim(std::string_view name) const; ///< A text claim; empty when absent or of another kind.
    [[nodiscard]] bool flag(std::string_view name) const;
};

/// How strictly tokens are taken: as production does (expired or foreign: 401), or as the emulator does (any token will do,
/// what is no token: 400).
enum class TokenCheck { Production, Emulator };

/// Reads the Authorization header; refuses with UNAUTHENTICATED or, as the emulator, with INVALID_ARGUMENT.
[[nodiscard]] Caller callerFrom(std::string_view authorization, TokenCheck check, const std::string &project, Timestamp now);

/// The claims of a token, whatever its signature; nothing when it is no token.
[[nodiscard]] std::optional<Json> claimsOf(std::string_view jwt);
/// A token in the emulator's form: unsigned, third part empty.
[[nodiscard]] std::string unsignedToken(const Json &claims);

} // namespace callcard::demo::firestore
