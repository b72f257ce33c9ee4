#pragma once

#include "wire.h"

#include <callcard/ringcentral.h>

/// One authorised question to the REST API. Groups are the vendor's rate groups.
namespace callcard::ringcentral {

[[nodiscard]] QUrl restUrl(const RingCentralContext &context, const QString &path, const QList<std::pair<QString, QString>> &query = {});

/// The JSON of a successful answer; the vendor's own refusal otherwise. 204 gives null.
[[nodiscard]] QCoro::Task<Result<Json>> askRest(RingCentralContext context, QString group, HttpRequest request, std::stop_token stop,
                                                Patience patience = Patience::Waits);

} // namespace callcard::ringcentral
