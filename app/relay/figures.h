#pragma once

#include "gateway.h"

#include <callcard/eventlog.h>
#include <callcard/httpserver.h>

#include <array>

namespace callcard::relay {

/// How long something took, counted in steps as Prometheus wants it.
class Histogram
{
public:
    static constexpr std::array kSteps{0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.0};

    void add(std::chrono::nanoseconds time);
    [[nodiscard]] std::string text(const std::string &name) const;

private:
    std::array<std::uint64_t, kSteps.size()> m_counts{};
    std::uint64_t m_total = 0;
    double m_sum = 0;
};

/// What /metrics tells; nothing of it is about a person. Serving thread only.
struct Figures {
    std::array<std::uint64_t, 4> kept{}; ///< By provider.
    std::array<std::uint64_t, 4> repeated{};
    std::array<std::uint64_t, 4> answered{}; ///< Handshakes, and what cannot be read.
    std::array<std::uint64_t, 4> forged{};
    std::array<std::uint64_t, 4> failed{}; ///< Could not be written.
    std::uint64_t signInsRefused = 0;
    std::uint64_t rateLimited = 0;
    std::uint64_t aiCalls = 0;
    Histogram acknowledged;
};

struct FiguresAround {
    LogFigures log{};
    GatewayFigures gateway{};
    serving::ServerStatistics server{};
    std::size_t streams{};
    std::size_t slowStreams{};
    std::uint64_t events{};
    std::uint64_t unrouted{};
};

[[nodiscard]] std::string prometheusText(const Figures &figures, const FiguresAround &around);

} // namespace callcard::relay
