#include "refusal.h"

#include <array>
#include <utility>

namespace callcard::demo::firestore {

namespace {

struct Row {
    const char *word;
    int http;
};

constexpr std::array<Row, 17> kRows{{{"OK", 200},
                                     {"CANCELLED", 499},
                                     {"UNKNOWN", 500},
                                     {"INVALID_ARGUMENT", 400},
                                     {"DEADLINE_EXCEEDED", 504},
                                     {"NOT_FOUND", 404},
                                     {"ALREADY_EXISTS", 409},
                                     {"PERMISSION_DENIED", 403},
                                     {"RESOURCE_EXHAUSTED", 429},
                                     {"FAILED_PRECONDITION", 400},
                                     {"ABORTED", 409},
                                     {"OUT_OF_RANGE", 400},
                                     {"UNIMPLEMENTED", 501},
                                     {"INTERNAL", 500},
                                     {"UNAVAILABLE", 503},
                                     {"DATA_LOSS", 500},
                                     {"UNAUTHENTICATED", 401}}};

const Row &rowOf(Code code)
{
    return kRows.at(static_cast<std::size_t>(code));
}

} // namespace

const char *wordOf(Code code)
{
    return rowOf(code).word;
}

int httpStatusOf(Code code)
{
    return rowOf(code).http;
}

void refuse(Code code, std::string message)
{
    throw Refusal{code, std::move(message)};
}

void refuseArgument(std::string message)
{
    refuse(Code::InvalidArgument, std::move(message));
}

Json errorBody(const Refusal &refusal)
{
    return {{"error", {{"code", httpStatusOf(refusal.code)}, {"message", refusal.message}, {"status", wordOf(refusal.code)}}}};
}

} // namespace callcard::demo::firestore
