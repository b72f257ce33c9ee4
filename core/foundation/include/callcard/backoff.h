#pragma once

#include <chrono>
#include <random>

namespace callcard {

/// Growing pauses between tries, spread at random so that a thousand desktops do not come back in the same second.
class Backoff
{
public:
    struct Shape {
        std::chrono::milliseconds first{1000};
        std::chrono::milliseconds cap{60000};
        double factor{2.0};
        double jitter{0.5}; ///< A pause lies between (1 - jitter) and 1 of the grown value.
    };

    explicit Backoff(Shape shape, std::uint32_t seed = std::random_device{}());

    [[nodiscard]] std::chrono::milliseconds next();
    /// A pause between nothing and `span`, for the very first try after many were cut off together.
    [[nodiscard]] std::chrono::milliseconds spread(std::chrono::milliseconds span);
    void reset();
    [[nodiscard]] int tries() const { return m_tries; }

private:
    Shape m_shape;
    double m_grown;
    int m_tries = 0;
    std::minstd_rand m_random;
};

} // namespace callcard
