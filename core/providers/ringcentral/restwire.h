#pragma once

#include "wire.h"

#include <callcard/ringcentral.h>

#include <wire/wirejson.h>

/// One authorised question to the REST API. Groups are the vendor's rate groups.
namespace callcard::ringcentral {

using Query = QList<std::pair<QString, QString>>;

[[nodiscard]] QUrl restUrl(const RingCentralContext &context, const QString &path, const Query &query = {});
/// What is not below an account: "/restapi/oauth/wstoken".
[[nodiscard]] QUrl serverUrl(const RingCentralContext &context, const QString &path);
/// "2026-03-04T17:20:11.532Z"
[[nodiscard]] QString wireTime(const QDateTime &time);

/// What the service said, whatever its status.
struct RestAnswer {
    int status{};
    Json json{};            ///< Null where there was no body.
    QString code{};         ///< Of a refusal.
    QDateTime serverTime{}; ///< By their clock; ours where they do not say.
    std::optional<std::chrono::seconds> retryAfter{};

    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
    /// The thing is not there, or not any more. The vendor has two ways of saying so.
    [[nodiscard]] bool isGone() const;
    /// The app or the person lacks a right: waiting and repeating do not help.
    [[nodiscard]] bool isForbidden() const { return status == 403; }
    [[nodiscard]] Error error() const;
};

/// An Error means that nobody answered in a way that can be read.
[[nodiscard]] QCoro::Task<Result<RestAnswer>> ask(RingCentralContext context, QString group, HttpRequest request, std::stop_token stop,
                                                  Patience patience = Patience::Waits);

/// The JSON of a successful answer; the vendor's own refusal otherwise. 204 gives null.
[[nodiscard]] QCoro::Task<Result<Json>> askRest(RingCentralContext context, QString group, HttpRequest request, std::stop_token stop,
                                                Patience patience = Patience::Waits);

} // namespace callcard::ringcentral
