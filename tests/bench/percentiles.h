#pragma once

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <vector>

/// Durations of one thing done often, in microseconds.
class Percentiles
{
public:
    template <typename Function>
    void time(Function &&function)
    {
        QElapsedTimer timer;
        timer.start();
        function();
        m_values.push_back(static_cast<double>(timer.nsecsElapsed()) / 1000);
    }
    [[nodiscard]] double at(double percent) const
    {
        if (m_values.empty())
            return std::nan("");
        std::vector<double> sorted = m_values;
        std::sort(sorted.begin(), sorted.end());
        const auto place = static_cast<std::size_t>(std::ceil(percent / 100 * static_cast<double>(sorted.size())));
        return sorted.at(std::clamp<std::size_t>(place, 1, sorted.size()) - 1);
    }
    [[nodiscard]] double median() const { return at(50); }
    [[nodiscard]] std::size_t count() const { return m_values.size(); }

private:
    std::vector<double> m_values;
};

/// Several runs of the same; the best one counts, for a machine that others use too makes a run slower and never faster.
template <typename Run>
Percentiles bestOf(int runs, Run &&run)
{
    Percentiles best = run();
    for (int i = 1; i < runs; ++i) {
        if (Percentiles next = run(); next.median() < best.median())
            best = std::move(next);
    }
    return best;
}
