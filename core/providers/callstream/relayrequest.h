#pragma once

#include <callcard/callstream.h>

namespace callcard::callstream {

/// GET with the rep's token; whatever is not a success is an error.
[[nodiscard]] QCoro::Task<Result<HttpAnswer>> askRelay(CallStreamContext context, QString pathAndQuery, std::stop_token stop);
/// The same as a request, for the stream.
[[nodiscard]] HttpRequest relayRequest(const CallStreamContext &context, const QString &pathAndQuery);

} // namespace callcard::callstream
