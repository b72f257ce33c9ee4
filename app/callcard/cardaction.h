#pragma once

#include <callcard/callprovider.h>

namespace callcard {

/// The word by which a card names an action, and back.
[[nodiscard]] QString callActionName(CallAction action);
[[nodiscard]] std::optional<CallAction> callActionFromName(const QString &name);

/// What would make sense with a call as it stands, whatever the provider can do.
[[nodiscard]] QList<CallAction> actionsNow(const Call &call, bool recording);

} // namespace callcard
