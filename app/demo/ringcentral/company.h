#pragma once

#include "api.h"

namespace callcard::demo::ringcentral {

/// Account, extensions, numbers, devices, features: what a program asks once at its start.
void registerCompany(Api &api, Context &context);

} // namespace callcard::demo::ringcentral
