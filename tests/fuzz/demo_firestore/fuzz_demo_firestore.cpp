// Request bodies of every method, as administrator and as a rep under each set of rules; the first byte chooses. Whatever comes,
// it is answered, and never by "internal error".

#include "authapi.h"
#include "methods.h"

#include <array>
#include <cstdint>
#include <cstdlib>

using namespace callcard::demo;

namespace {

struct Target {
    const char *method;
    const char *path;
};

constexpr std::array kTargets{Target{"POST", ":commit"},
                              Target{"POST", ":batchWrite"},
                              Target{"POST", ":batchGet"},
                              Target{"POST", ":beginTransaction"},
                              Target{"POST", ":rollback"},
                              Target{"POST", ":runQuery"},
                              Target{"POST", ":runAggregationQuery"},
                              Target{"POST", ":listCollectionIds"},
                              Target{"POST", "/metrics"},
                              Target{"PATCH", "/metrics/m1"},
                              Target{"GET", "/"}}; // the body goes into the URL

constexpr std::array kAuthMethods{"signInWithPassword",    "signUp",     "lookup", "update", "signInWithIdp",
                                  "signInWithCustomToken", "sendOobCode"};

/// Forms: a token for another, and Google's sign-in.
constexpr std::array kAuthForms{Target{"POST", "/v1/token"}, Target{"GET", "/o/oauth2/v2/auth"}, Target{"POST", "/token"}};

void askFirestore(std::uint8_t choice, std::string body)
{
    std::int64_t now = 1795186800000;
    firestore::Backend backend("demo-test", [&now] { return ++now; });
    backend.store.put({"metrics/m1", {{"userId", "u1"}, {"value", 5}, {"list", firestore::Array{1, "a"}}}, {1}, {1}});
    backend.behaviour.rules = (choice & 0x20) != 0 ? firestore::callcardRules() : firestore::strictRules();
    backend.behaviour.indexesRequired = (choice & 0x40) != 0;
    const Target &target = kTargets[choice % kTargets.size()];
    callcard::serving::Request request;
    request.method = target.method;
    request.path = std::string("/v1/projects/demo-test/databases/(default)/documents") + target.path;
    if (request.method == "GET") {
        const std::size_t mark = body.find('?');
        request.path += body.substr(0, mark);
        request.query = mark == std::string::npos ? std::string() : body.substr(mark + 1);
    } else {
        request.body = std::move(body);
    }
    const bool asRep = (choice & 0x80) != 0;
    request.headers.emplace_back("Authorization",
                                 asRep ? "Bearer " + firestore::unsignedToken({{"sub", "u1"}, {"aud", "demo-test"}, {"exp", 9999999999}})
                                       : "Bearer owner");
    const auto response = firestore::answer(backend, request);
    if (response.status == 500)
        std::abort();
}

void askAuth(std::uint8_t choice, std::string body)
{
    firebase::AuthApi api("demo-test", [] { return std::int64_t{1795186800}; });
    callcard::serving::Request request;
    request.method = "POST";
    request.query = "key=x";
    const std::size_t which = choice % (kAuthMethods.size() + kAuthForms.size());
    if (which < kAuthMethods.size()) {
        request.path = std::string("/v1/accounts:") + kAuthMethods[which];
        request.body = std::move(body);
    } else if (const Target &target = kAuthForms[which - kAuthMethods.size()]; std::string_view(target.method) == "GET") {
        request.method = target.method;
        request.path = target.path;
        request.query = std::move(body);
    } else {
        request.path = target.path;
        request.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
        request.body = std::move(body);
    }
    if ((choice & 0x80) != 0)
        request.headers.emplace_back("Authorization", "Bearer owner");
    if (api.answer(request).status == 500)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    std::string body(reinterpret_cast<const char *>(data) + 2, size - 2);
    if (data[0] % 4 == 0)
        askAuth(data[1], std::move(body));
    else
        askFirestore(data[1], std::move(body));
    return 0;
}
