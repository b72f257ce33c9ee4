#pragma once

#include <QString>

#include <cstdio>

/// A row of a benchmark's table.
inline void printRow(const char *what, const char *attainable, const char *budget, double measured, const char *unit, double ratio,
                     const char *ratioTo)
{
    std::printf("| %-44s | %-14s | %-14s | %10.1f %-10s | %6.2f x %s |\n", what, attainable, budget, measured, unit, ratio, ratioTo);
    std::fflush(stdout);
}

inline void printHead()
{
    std::printf("| %-44s | %-14s | %-14s | %-21s | ratio |\n", "what", "attainable", "budget", "measured");
}
