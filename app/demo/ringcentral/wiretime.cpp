#include "wiretime.h"

#include <array>
#include <cstdio>

namespace callcard::demo::ringcentral {

namespace {

std::string written(Instant instant, int fraction)
{
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date(day);
    const auto inDay = (instant - day).count();
    const auto seconds = inDay / 1000;
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), static_cast<int>(seconds / 3600),
                  static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
    std::string result = text.data();
    if (fraction > 0) {
        std::snprintf(text.data(), text.size(), ".%03d", static_cast<int>(inDay % 1000));
        result += std::string_view(text.data()).substr(0, static_cast<std::size_t>(fraction < 3 ? fraction + 1 : 4));
    }
    return result;
}

/// Reads exactly `digits` digits and steps over them.
std::optional<int> number(std::string_view &text, std::size_t digits)
{
    if (text.size() < digits)
        return std::nullopt;
    int value = 0;
    for (const char c : text.substr(0, digits)) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool skip(std::string_view &text, char c)
{
    if (text.empty() || text.front() != c)
        return false;
    text.remove_prefix(1);
    return true;
}

std::optional<int> fraction(std::string_view &text)
{
    if (!skip(text, '.') && !skip(text, ','))
        return 0;
    int value = 0;
    int digits = 0;
    for (; !text.empty() && text.front() >= '0' && text.front() <= '9'; text.remove_prefix(1), ++digits) {
        if (digits < 3)
            value = value * 10 + (text.front() - '0');
    }
    if (digits == 0 || digits > 9)
        return std::nullopt;
    for (; digits < 3; ++digits)
        value *= 10;
    return value;
}

std::optional<std::chrono::minutes> zone(std::string_view text)
{
    if (text.empty() || text == "Z" || text == "z")
        return std::chrono::minutes(0);
    // A "+" that was not percent-encoded arrives as a space.
    const int sign = text.front() == '-' ? -1 : text.front() == '+' || text.front() == ' ' ? 1 : 0;
    text.remove_prefix(1);
    const auto hours = number(text, 2);
    skip(text, ':');
    const auto minutes = number(text, 2);
    if (sign == 0 || !hours || !minutes || !text.empty())
        return std::nullopt;
    return sign * (std::chrono::hours(*hours) + std::chrono::minutes(*minutes));
}

} // namespace

std::string zuluTime(Instant instant, int fraction)
{
    return written(instant, fraction) + 'Z';
}

std::string offsetTime(Instant instant, int fraction)
{
    return written(instant, fraction) + "+0000";
}

std::optional<Instant> parseTime(std::string_view text)
{
    const auto year = number(text, 4);
    const bool dash1 = skip(text, '-');
    const auto month = number(text, 2);
    const bool dash2 = skip(text, '-');
    const auto day = number(text, 2);
    if (!year || !month || !day || !dash1 || !dash2)
        return std::nullopt;
    const std::chrono::year_month_day date(std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day)));
    if (!date.ok())
        return std::nullopt;
    Instant instant = std::chrono::sys_days(date);
    if (text.empty())
        return instant;
    if (!skip(text, 'T') && !skip(text, 't') && !skip(text, ' '))
        return std::nullopt;
    const auto hour = number(text, 2);
    if (!hour || !skip(text, ':'))
        return std::nullopt;
    const auto minute = number(text, 2);
    const auto second = skip(text, ':') ? number(text, 2) : std::optional(0);
    if (!minute || !second || *hour > 23 || *minute > 59 || *second > 60)
        return std::nullopt;
    const auto millis = fraction(text);
    const auto offset = zone(text);
    if (!millis || !offset)
        return std::nullopt;
    return instant + std::chrono::hours(*hour) + std::chrono::minutes(*minute) + std::chrono::seconds(*second) +
           std::chrono::milliseconds(*millis) - *offset;
}

} // namespace callcard::demo::ringcentral
