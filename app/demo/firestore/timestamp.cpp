#include "timestamp.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace callcard::demo::firestore {

namespace {

constexpr std::int64_t kSecond = 1'000'000;

/// Reads exactly `count` digits at the front.
std::optional<int> digits(std::string_view &text, std::size_t count)
{
    if (text.size() < count)
        return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view &text, std::string_view any)
{
    if (text.empty() || any.find(text.front()) == std::string_view::npos)
        return false;
    text.remove_prefix(1);
    return true;
}

std::optional<std::int64_t> fraction(std::string_view &text)
{
    if (!take(text, "."))
        return 0;
    std::int64_t micros = 0;
    int count = 0;
    for (; !text.empty() && text.front() >= '0' && text.front() <= '9'; ++count, text.remove_prefix(1)) {
        if (count < 6)
            micros = micros * 10 + (text.front() - '0');
    }
    if (count < 1 || count > 9)
        return std::nullopt;
    for (; count < 6; ++count)
        micros *= 10;
    return micros;
}

/// Seconds east of Greenwich.
std::optional<int> offset(std::string_view &text)
{
    if (take(text, "Zz"))
        return 0;
    const bool west = !text.empty() && text.front() == '-';
    if (!take(text, "+-"))
        return std::nullopt;
    const auto hours = digits(text, 2);
    if (!hours || *hours > 23 || !take(text, ":"))
        return std::nullopt;
    const auto minutes = digits(text, 2);
    if (!minutes || *minutes > 59)
        return std::nullopt;
    const int seconds = (*hours * 60 + *minutes) * 60;
    return west ? -seconds : seconds;
}

} // namespace

std::optional<Timestamp> timestampFrom(std::string_view text)
{
    const auto year = digits(text, 4);
    if (!year || !take(text, "-"))
        return std::nullopt;
    const auto month = digits(text, 2);
    if (!month || !take(text, "-"))
        return std::nullopt;
    const auto day = digits(text, 2);
    if (!day || !take(text, "Tt"))
        return std::nullopt;
    const auto hour = digits(text, 2);
    if (!hour || *hour > 23 || !take(text, ":"))
        return std::nullopt;
    const auto minute = digits(text, 2);
    if (!minute || *minute > 59 || !take(text, ":"))
        return std::nullopt;
    const auto second = digits(text, 2);
    if (!second || *second > 59)
        return std::nullopt;
    const auto micros = fraction(text);
    if (!micros)
        return std::nullopt;
    const auto east = offset(text);
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!east || !text.empty() || *year < 1 || !date.ok())
        return std::nullopt;
    const std::int64_t days = std::chrono::sys_days{date}.time_since_epoch().count();
    const std::int64_t seconds = ((days * 24 + *hour) * 60 + *minute) * 60 + *second - *east;
    return Timestamp{seconds * kSecond + *micros};
}

std::string timestampText(Timestamp timestamp)
{
    std::int64_t seconds = timestamp.micros / kSecond;
    std::int64_t micros = timestamp.micros % kSecond;
    if (micros < 0) {
        micros += kSecond;
        --seconds;
    }
    const auto instant = std::chrono::sys_seconds{std::chrono::seconds{seconds}};
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date{day};
    const int second = static_cast<int>((instant - day).count());
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02uT%02d:%02d:%02d", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), second / 3600, second / 60 % 60, second % 60);
    std::string out = buffer.data();
    if (micros % 1000 != 0)
        std::snprintf(buffer.data(), buffer.size(), ".%06d", static_cast<int>(micros));
    else if (micros != 0)
        std::snprintf(buffer.data(), buffer.size(), ".%03d", static_cast<int>(micros / 1000));
    else
        buffer.front() = '\0';
    return out + buffer.data() + "Z";
}

Timestamp cutToMilliseconds(Timestamp timestamp)
{
    const std::int64_t rest = ((timestamp.micros % 1000) + 1000) % 1000;
    return {timestamp.micros - rest};
}

} // namespace callcard::demo::firestore
