#pragma once

#include "api.h"

#include <nlohmann/json.hpp>

namespace callcard::justcall {

/// One question to the API.
struct ApiRequest {
    HttpMethod method{HttpMethod::Get};
    QString path{}; ///< "/users"
    QList<std::pair<QString, QString>> query{};
    QByteArray body{};
    Patience patience{Patience::Waits};
};

struct ApiAnswer {
    Json body{};
    BudgetLeft budget{};
    std::optional<QDateTime> serverTime{};
    bool notFound{}; ///< 404; the body is empty then.
};

/// A 200 that says "failed" is a failure, and so is a body that is no JSON; a 404 is an answer. The first 401 ever is asked again
/// with the other form of the credentials, and whichever worked stays.
[[nodiscard]] QCoro::Task<Result<ApiAnswer>> ask(JustCallContext context, ApiRequest request, std::stop_token stop);
/// The same, where a 404 is as bad as any refusal.
[[nodiscard]] QCoro::Task<Result<ApiAnswer>> askForKnown(JustCallContext context, ApiRequest request, std::stop_token stop);

[[nodiscard]] Result<ContactRow> contactRowFrom(const Json &row, const QString &region);

} // namespace callcard::justcall
