#pragma once

namespace callcard {

/// What somebody of the team does right now, as far as the phone services tell.
enum class PersonNow { Unknown, Free, OnCall, Away };

} // namespace callcard
