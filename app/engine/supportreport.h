#pragma once

#include <QString>

namespace callcard {

class Engine;

/// What whoever helps needs to know: versions, connections, settings, counts, recent decisions. No name, number, address, note or key:
/// of settings that a person words it says only whether they are set.
[[nodiscard]] QString supportReport(Engine &engine);

} // namespace callcard
