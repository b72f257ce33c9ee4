#include <callcard/backoff.h>

#include <algorithm>

namespace callcard {

/// Seeds that are neighbours must not make pauses that are.
constexpr std::uint32_t kFarApart = 2'654'435'769;

Backoff::Backoff(Shape shape, std::uint32_t seed)
    : m_shape(shape), m_grown(static_cast<double>(shape.first.count())), m_random(seed * kFarApart)
{
}

std::chrono::milliseconds Backoff::next()
{
    const double cap = static_cast<double>(m_shape.cap.count());
    const double grown = std::min(m_grown, cap);
    m_grown = std::min(m_grown * m_shape.factor, cap);
    ++m_tries;
    std::uniform_real_distribution<double> part(1.0 - m_shape.jitter, 1.0);
    return std::chrono::milliseconds(static_cast<std::chrono::milliseconds::rep>(grown * part(m_random)));
}

std::chrono::milliseconds Backoff::spread(std::chrono::milliseconds span)
{
    std::uniform_int_distribution<std::chrono::milliseconds::rep> part(0, std::max<std::chrono::milliseconds::rep>(span.count(), 0));
    return std::chrono::milliseconds(part(m_random));
}

void Backoff::reset()
{
    m_grown = static_cast<double>(m_shape.first.count());
    m_tries = 0;
}

} // namespace callcard
