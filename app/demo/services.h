#pragma once

#include "service.h"

#include <memory>
#include <vector>

namespace callcard::demo {

// Each in its own folder, <service>/<service>service.cpp; what is not there yet is left out by CMake.
[[nodiscard]] std::unique_ptr<Service> makeRingCentral(Stage &stage);
[[nodiscard]] std::unique_ptr<Service> makeJustCall(Stage &stage);
[[nodiscard]] std::unique_ptr<Service> makeFirestore(Stage &stage);
[[nodiscard]] std::unique_ptr<Service> makeFirebaseAuth(Stage &stage);
[[nodiscard]] std::unique_ptr<Service> makeCopper(Stage &stage);
[[nodiscard]] std::unique_ptr<Service> makeCallStream(Stage &stage);
[[nodiscard]] std::unique_ptr<Service> makeElevenLabs(Stage &stage);

/// All of them, in the order in which they are started.
[[nodiscard]] std::vector<std::unique_ptr<Service>> makeServices(Stage &stage);

} // namespace callcard::demo
