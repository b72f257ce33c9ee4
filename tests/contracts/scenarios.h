#pragma once

#include "providercontract.h"

namespace callcard::testing {

/// One call played by the cloud, step by step, and what a rep's program must know of it in the end.
struct Scenario {
    struct Move {
        std::string verb{}; ///< Of control, without "call.".
        Json arguments{};
        std::optional<CallState> state{}; ///< What the call is then, where a provider shows such things.
    };
    QString name{};
    Json start{};
    QList<Move> moves{};
    ExpectedCall expected{};
};

[[nodiscard]] const QList<Scenario> &scenarios();
[[nodiscard]] const Scenario &scenario(const QString &name);

} // namespace callcard::testing
