#pragma once

#include <callcard/clock.h>
#include <callcard/teampresence.h>

#include <chrono>

namespace callcard {

/// When to look next at who is on a call: once a minute, less often while it fails, and never before a service that asked to be left alone
/// may be asked again. Outlives the page, so that whoever opens it anew asks no sooner than whoever stayed.
class LookRhythm
{
public:
    explicit LookRhythm(const Clock &clock) : m_clock(clock) {}
    [[nodiscard]] std::chrono::milliseconds ahead() const; ///< Until then; not positive: now.
    void onLooked(const Result<TeamPresence> &presence);
    void putOff(); ///< Nobody could be asked yet: soon again.

private:
    const Clock &m_clock; // outlives us
    std::chrono::milliseconds m_next{};
    std::chrono::seconds m_pause{60};
};

} // namespace callcard
