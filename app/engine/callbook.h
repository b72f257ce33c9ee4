#pragma once

#include <callcard/callermemory.h>

namespace callcard {

/// What the rep knew of a caller the last time.
class CallBook final : public CallerMemory
{
public:
    [[nodiscard]] Memory memoryOf(const std::optional<CustomerId> &customer, const CallParty &caller) const override;
};

} // namespace callcard
