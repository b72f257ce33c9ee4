#pragma once

#include <callcard/call.h>
#include <callcard/customer.h>

namespace callcard {

/// Something promised to a customer.
struct Promise {
    qint64 id{};
    CustomerId customer{};
    QString text{};
    QDate due{}; ///< May be absent.
    bool done{};
    bool operator==(const Promise &) const = default;
};

/// What the rep knew last time.
struct Memory {
    std::optional<Promise> promise{}; ///< The open one that is due first.
    QString lastNote{};
    QDateTime lastCallAt{};
    QString lastCallBy{};
    std::chrono::seconds lastTalk{};
    int callsToday{};
    bool firstCall{}; ///< This number was never heard of.
    bool star{};
    bool operator==(const Memory &) const = default;
};

/// A local read before the card is painted.
class CallerMemory
{
public:
    virtual ~CallerMemory() = default;
    [[nodiscard]] virtual Memory memoryOf(const std::optional<CustomerId> &customer, const CallParty &caller) const = 0;
};

} // namespace callcard
