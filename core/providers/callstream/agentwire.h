#pragma once

#include <callcard/callprovider.h>
#include <callcard/http.h>

/// POST /api/ai-calls. Pure: values to bytes and back.
namespace callcard::callstream {

[[nodiscard]] QByteArray agentBody(const AgentRequest &request);

enum class AgentVerdict {
    Placed,
    Pending, ///< Under this key it is being placed just now.
    Unclear, ///< It may ring or not.
};
/// The error: nobody is called, as the relay says or as a refusal can only mean.
[[nodiscard]] Result<AgentVerdict> verdictFrom(const HttpAnswer &answer, const QDateTime &now);

} // namespace callcard::callstream
