#include "civil.h"

#include <QDateTime>
#include <QTimeZone>

#include <array>
#include <cstdio>
#include <unordered_map>

namespace callcard::demo {

using namespace std::chrono;

namespace {

const QTimeZone &zoneOf(std::string_view name)
{
    // Looking a zone up reads a file; a history asks for the same three a hundred thousand times.
    static thread_local std::unordered_map<std::string, QTimeZone> zones;
    const auto known = zones.find(std::string(name));
    if (known != zones.end())
        return known->second;
    if (zones.size() > 1000)
        zones.clear();
    return zones.emplace(std::string(name), QTimeZone(QByteArray(name.data(), static_cast<qsizetype>(name.size())))).first->second;
}

/// Reads exactly `digits` digits.
std::optional<int> number(std::string_view text, std::size_t from, std::size_t digits)
{
    if (from + digits > text.size())
        return {};
    int value = 0;
    for (std::size_t i = from; i < from + digits; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return {};
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

bool isPossible(const Civil &civil)
{
    const year_month_day day(year(civil.year), month(static_cast<unsigned>(civil.month)),
                             std::chrono::day(static_cast<unsigned>(civil.day)));
    return day.ok() && civil.hour < 24 && civil.minute < 60 && civil.second < 60;
}

Instant utcOf(const Civil &civil)
{
    const sys_days day(
        year_month_day(year(civil.year), month(static_cast<unsigned>(civil.month)), std::chrono::day(static_cast<unsigned>(civil.day))));
    return time_point_cast<milliseconds>(day + hours(civil.hour) + minutes(civil.minute) + seconds(civil.second));
}

} // namespace

std::string Civil::date() const
{
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
    return text.data();
}

std::string Civil::time() const
{
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d:%02d", hour, minute, second);
    return text.data();
}

bool isKnownZone(std::string_view zone)
{
    return !zone.empty() && zone.size() < 64 && zoneOf(zone).isValid();
}

seconds zoneOffset(std::string_view zone, Instant at)
{
    if (zone.empty() || zone == "UTC")
        return 0s;
    const QTimeZone &known = zoneOf(zone);
    if (!known.isValid())
        return 0s;
    return seconds(known.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC)));
}

Civil civilTime(Instant at, std::string_view zone)
{
    const Instant local = at + zoneOffset(zone, at);
    const auto midnight = floor<days>(local);
    const year_month_day day(midnight);
    const hh_mm_ss clock(floor<seconds>(local - midnight));
    return {static_cast<int>(day.year()),
            static_cast<int>(static_cast<unsigned>(day.month())),
            static_cast<int>(static_cast<unsigned>(day.day())),
            static_cast<int>(clock.hours().count()),
            static_cast<int>(clock.minutes().count()),
            static_cast<int>(clock.seconds().count())};
}

Instant instantOf(const Civil &civil, std::string_view zone)
{
    const Instant wall = utcOf(civil);
    const Instant guess = wall - zoneOffset(zone, wall);
    return wall - zoneOffset(zone, guess); // the second look is right on the days of a clock change
}

std::optional<Civil> parseCivil(std::string_view text)
{
    if (text.size() != 10 && text.size() != 19)
        return {};
    const auto year = number(text, 0, 4), month = number(text, 5, 2), day = number(text, 8, 2);
    if (!year || !month || !day || text[4] != '-' || text[7] != '-')
        return {};
    Civil civil{*year, *month, *day};
    if (text.size() == 19) {
        const auto hour = number(text, 11, 2), minute = number(text, 14, 2), second = number(text, 17, 2);
        if (!hour || !minute || !second || text[10] != ' ' || text[13] != ':' || text[16] != ':')
            return {};
        civil.hour = *hour;
        civil.minute = *minute;
        civil.second = *second;
    }
    if (!isPossible(civil))
        return {};
    return civil;
}

std::string isoTime(Instant at)
{
    const Civil civil = civilTime(at);
    std::array<char, 8> fraction{};
    std::snprintf(fraction.data(), fraction.size(), ".%03dZ", static_cast<int>((at - floor<seconds>(at)).count()));
    return civil.date() + 'T' + civil.time() + fraction.data();
}

std::string mailTime(Instant at)
{
    static constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = floor<days>(at);
    const year_month_day date(day);
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "%s, %02u %s %04d ", kDays[weekday(day).c_encoding()], static_cast<unsigned>(date.day()),
                  kMonths[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()));
    return text.data() + civilTime(at).time() + " +0000";
}

std::optional<Instant> parseIsoTime(std::string_view text)
{
    if (text.size() < 20 || text.size() > 40 || (text[10] != 'T' && text[10] != 't' && text[10] != ' '))
        return {};
    const std::string head = std::string(text.substr(0, 10)) + ' ' + std::string(text.substr(11, 8));
    const auto civil = parseCivil(head);
    if (!civil)
        return {};
    Instant at = utcOf(*civil);
    std::size_t i = 19;
    if (text[i] == '.') {
        int digits = 0, millis = 0;
        for (++i; i < text.size() && text[i] >= '0' && text[i] <= '9' && digits < 9; ++i, ++digits) {
            if (digits < 3)
                millis = millis * 10 + (text[i] - '0');
        }
        if (digits == 0)
            return {};
        for (int scale = digits; scale < 3; ++scale)
            millis *= 10;
        at += milliseconds(millis);
    }
    const std::string_view zone = text.substr(i);
    if (zone == "Z" || zone == "z")
        return at;
    const bool withColon = zone.size() == 6 && zone[3] == ':';
    if ((zone.size() != 5 && !withColon) || (zone[0] != '+' && zone[0] != '-'))
        return {};
    const auto hour = number(zone, 1, 2), minute = number(zone, withColon ? 4 : 3, 2);
    if (!hour || !minute || *hour > 18 || *minute > 59)
        return {};
    const auto offset = hours(*hour) + minutes(*minute);
    return zone[0] == '+' ? at - offset : at + offset;
}

} // namespace callcard::demo
