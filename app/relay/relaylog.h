#pragma once

namespace callcard::relay {

/// Standard error, one line a message: level, category and text as key=value, masked once more. systemd adds the time.
void setUpRelayLog();

} // namespace callcard::relay
