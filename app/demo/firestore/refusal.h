#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace callcard::demo::firestore {

using Json = nlohmann::json;

/// The canonical codes of Google's APIs, with their numbers.
enum class Code {
    Ok = 0,
    Cancelled = 1,
    Unknown = 2,
    InvalidArgument = 3,
    DeadlineExceeded = 4,
    NotFound = 5,
    AlreadyExists = 6,
    PermissionDenied = 7,
    ResourceExhausted = 8,
    FailedPrecondition = 9,
    Aborted = 10,
    OutOfRange = 11,
    Unimplemented = 12,
    Internal = 13,
    Unavailable = 14,
    DataLoss = 15,
    Unauthenticated = 16,
};

[[nodiscard]] const char *wordOf(Code code);
[[nodiscard]] int httpStatusOf(Code code);

/// A request the service turns down. Thrown, as Service::control throws, and caught in one place, where requests are answered:
/// a refusal can come from any depth of a body, and nothing is changed before a request has been read and judged whole.
struct Refusal {
    Code code = Code::InvalidArgument;
    std::string message{};
};

[[noreturn]] void refuse(Code code, std::string message);
[[noreturn]] void refuseArgument(std::string message);

/// {"error": {"code", "message", "status"}}
[[nodiscard]] Json errorBody(const Refusal &refusal);

} // namespace callcard::demo::firestore
