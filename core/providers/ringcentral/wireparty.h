#pragma once

#include "wire.h"

#include <wire/wirejson.h>

/// How both kinds of events name a side of a call.
namespace callcard::ringcentral {

/// Reads a number that may be E.164, national, a colleague's short extension, a word that hides the caller, or absent.
struct Side {
    CallParty party{};
    bool withheld{};
    bool internal{};
};
[[nodiscard]] Side sideFrom(const QString &number, const QString &name, const QString &extensionId, const Self &self);

/// "Sales - MARCUS HALE" of a queue call without its prefix.
[[nodiscard]] QString callerName(const QString &name, const QString &queueName);

[[nodiscard]] QString lineName(const QString &number, const QString &name, const Self &self);

} // namespace callcard::ringcentral
