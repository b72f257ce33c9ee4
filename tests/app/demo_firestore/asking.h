#pragma once

#include "backend.h"
#include "bodytext.h"
#include "methods.h"

#include <QString>
#include <QTest>

#include <string>

namespace callcard::demo::firestore {

inline const std::string kRoot = "/v1/projects/demo-test/databases/(default)/documents";
inline const std::string kName = "projects/demo-test/databases/(default)/documents";

/// A Firestore of one's own, asked without a network. Starts on 2026-11-20 at 15:00 UTC; every question takes a millisecond.
struct Asking {
    std::int64_t milliseconds = 1795186800000;
    Backend backend{"demo-test", [this] { return milliseconds++; }};
    int status = 0;

    /// As administrator unless told; `target` is what follows ".../documents".
    Json ask(const std::string &method, const std::string &target, const Json &body = nullptr,
             const std::string &authorization = "Bearer owner")
    {
        return raw(method, target, body.is_null() ? std::string() : body.dump(), authorization);
    }

    Json raw(const std::string &method, const std::string &target, const std::string &body,
             const std::string &authorization = "Bearer owner")
    {
        serving::Request request;
        request.method = method;
        request.target = kRoot + target;
        const std::size_t mark = request.target.find('?');
        request.path = request.target.substr(0, mark);
        request.query = mark == std::string::npos ? std::string() : request.target.substr(mark + 1);
        request.body = body;
        if (!authorization.empty())
            request.headers.emplace_back("Authorization", authorization);
        const serving::Response response = answer(backend, request);
        status = response.status;
        return Json::parse(response.body, nullptr, false);
    }

    /// The header of somebody who has signed in.
    [[nodiscard]] std::string as(const std::string &uid, Json claims = Json::object()) const
    {
        claims.update({{"sub", uid}, {"aud", "demo-test"}, {"exp", milliseconds / 1000 + 3600}, {"email_verified", true}});
        return "Bearer " + unsignedToken(claims);
    }

    void put(const std::string &path, const Json &fields) { ask("PATCH", "/" + path, {{"fields", fields}}); }
};

/// Of {"error"}, wrapped in an array or not; empty when there is none.
inline std::string statusWord(const Json &answer)
{
    const Json &body = answer.is_array() && !answer.empty() ? answer.front() : answer;
    return body.is_object() && body.contains("error") ? body["error"].value("status", "") : std::string();
}

inline QString text(const Json &json)
{
    return QString::fromStdString(json.dump());
}

} // namespace callcard::demo::firestore
