#pragma once

#include <callcard/ringcentral.h>

namespace callcard::ringcentral {

/// What a relay wants to be told, and where.
struct HookOrder {
    QStringList extensions{}; ///< Whose calls.
    QString address{};
    Secret verificationToken{}; ///< Comes back with every delivery.
};

struct HookSubscription {
    QString id{};
    QDateTime expiresAt{};
    bool operator==(const HookSubscription &) const = default;
};

/// Renews the one we have; else takes over the one that an earlier life of ours left at the same address; else makes one. One that the
/// service has given up is replaced, for it never comes back by itself.
[[nodiscard]] QCoro::Task<Result<HookSubscription>> subscribeHook(RingCentralContext context, HookOrder order, QString known,
                                                                  std::stop_token stop);

} // namespace callcard::ringcentral
