#pragma once

#include <callcard/http.h>

namespace callcard::firestore {

/// What the service's status word says, where callers tell them apart. Never by the HTTP code alone: 409 is two of these.
enum class Refusal { None, Denied, Missing, AlreadyThere, Precondition, WrongRequest, Other };

/// An error with the service's own verdict.
struct Fault {
    Error error{};
    Refusal refusal{Refusal::None};
    bool operator==(const Fault &) const = default;
};

template <typename T = void>
using Answer = tl::expected<T, Fault>;

[[nodiscard]] inline tl::unexpected<Fault> faulty(Error error, Refusal refusal = Refusal::None)
{
    return tl::unexpected(Fault{.error = std::move(error), .refusal = refusal});
}

template <typename T>
[[nodiscard]] Result<T> withoutVerdict(Answer<T> answer)
{
    return std::move(answer).map_error([](const Fault &fault) { return fault.error; });
}

} // namespace callcard::firestore
