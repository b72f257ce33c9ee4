#pragma once

#include "context.h"

namespace callcard::demo::ringcentral {

/// The two sides of a call as one of its parties sees them: objects with phoneNumber, name, extensionId.
struct Sides {
    Json from{};
    Json to{};
};

[[nodiscard]] Sides sidesOf(const Context &context, const WorldCall &call, const Party &party);
/// The side outside the company, spelled as the switches say.
[[nodiscard]] Json outsideOf(const Context &context, const WorldCall &call);
[[nodiscard]] Json partyJson(const Context &context, const WorldCall &call, const Party &party);
/// A member of a queue, rung by it along with the others.
[[nodiscard]] bool isOfQueue(const Party &party);
/// Body of a telephony session event: the one party that changed.
[[nodiscard]] Json sessionEvent(const Context &context, const WorldCall &call, const CallStep &step);
/// The session as a resource: all parties.
[[nodiscard]] Json sessionJson(const Context &context, const WorldCall &call);
[[nodiscard]] std::string recordingId(const WorldCall &call);
[[nodiscard]] std::string codeOf(const Context &context, PartyState state);

} // namespace callcard::demo::ringcentral
