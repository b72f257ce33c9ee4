#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace callcard::demo {

/// SplitMix64: the same numbers on every machine and library, which std's distributions do not promise.
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}
    /// An own stream for one thing (a day, a company), so that more of another thing does not shift it.
    Random(std::uint64_t seed, std::uint64_t stream) : m_state(seed * 0x9E3779B97F4A7C15 ^ stream * 0xD1B54A32D192ED03) { next(); }

    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9E3779B97F4A7C15);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
    /// From `low` to `high`, both possible.
    int between(int low, int high) { return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1)); }
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    bool chance(int percent) { return static_cast<int>(next() % 100) < percent; }

    template <typename Items>
    const auto &pick(const Items &items)
    {
        return items[below(std::size(items))];
    }

private:
    std::uint64_t m_state;
};

} // namespace callcard::demo
