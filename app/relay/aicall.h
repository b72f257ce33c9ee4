#pragma once

#include "delivery.h"

#include <callcard/callevent.h>

namespace callcard::relay {

/// How far a call that the relay places for a rep has come. Each step is a record of its own.
struct AiCallStep {
    enum class Phase {
        Asked,  ///< On disk before anybody is asked to dial.
        Placed, ///< ElevenLabs took it; Twilio's id is known.
        Failed, ///< It said no.
        Unsure, ///< No answer: it may ring or not. Never asked twice.
    };
    Phase phase{};
    QString id{}; ///< Ours.
    QString rep{};
    QString to{}; ///< E.164
    QString callSid{};
    QString conversationId{};
    QDateTime at{};
};

[[nodiscard]] Delivery deliveryOf(const AiCallStep &step);
[[nodiscard]] std::optional<AiCallStep> aiCallStepOf(const Delivery &delivery);
[[nodiscard]] QString keyOf(const AiCallStep &step); ///< One record a phase.
[[nodiscard]] CallEvent factOf(const AiCallStep &step);

} // namespace callcard::relay
