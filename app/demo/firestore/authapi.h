#pragma once

#include "googleoauth.h"

namespace callcard::demo::firebase {

/// Identity Toolkit, securetoken and Google's sign-in on one port, under the paths the emulator uses.
struct AuthApi {
    Accounts accounts;
    GoogleOAuth google{accounts};

    AuthApi(std::string project, std::function<std::int64_t()> epochSeconds) : accounts(std::move(project), std::move(epochSeconds)) {}
    AuthApi(const AuthApi &) = delete;
    AuthApi &operator=(const AuthApi &) = delete;

    [[nodiscard]] serving::Response answer(const serving::Request &request);
};

/// {"error": {"code", "message", "errors": […]}}
[[nodiscard]] Json errorBody(const AuthRefusal &refusal);

/// A method of accounts; `isAdmin`: the request carries the administrator's token.
[[nodiscard]] Json identityToolkit(Accounts &accounts, const std::string &method, const Json &body, bool isAdmin);

} // namespace callcard::demo::firebase
