#include <callcard/ratebudget.h>

#include <algorithm>

namespace callcard {

using namespace std::chrono_literals;

namespace {

std::optional<qint64> number(const HttpAnswer &answer, QByteArrayView name)
{
    bool ok = false;
    const qint64 value = answer.headers.value(name).trimmed().toLongLong(&ok);
    return ok && value >= 0 ? std::optional(value) : std::nullopt;
}

constexpr std::chrono::milliseconds kLongestPause = 1h;

} // namespace

RateReading readRingCentralRates(const HttpAnswer &answer, const QDateTime &)
{
    RateReading reading;
    const auto remaining = number(answer, "X-Rate-Limit-Remaining");
    const auto window = number(answer, "X-Rate-Limit-Window");
    reading.isAboutGroup = remaining || window || answer.headers.contains("X-Rate-Limit-Group");
    if (remaining)
        reading.remaining = int(std::min<qint64>(*remaining, 1'000'000));
    if (window)
        reading.untilMore = std::min<std::chrono::milliseconds>(std::chrono::seconds(std::min<qint64>(*window, 86400)), kLongestPause);
    return reading;
}

RateReading readJustCallRates(const HttpAnswer &answer, const QDateTime &now)
{
    // The reset is a moment by the server's clock, so it is compared with the server's clock where an answer tells it.
    const qint64 nowSeconds = answer.serverTime().value_or(now).toSecsSinceEpoch();
    RateReading reading;
    const auto consider = [&](QByteArrayView remainingName, QByteArrayView resetName) {
        const auto remaining = number(answer, remainingName);
        const auto reset = number(answer, resetName);
        if (!remaining)
            return;
        if (!reading.remaining || *remaining < *reading.remaining)
            reading.remaining = int(std::min<qint64>(*remaining, 1'000'000));
        if (!reset || *remaining > 0)
            return;
        const qint64 wait = *reset < 100'000 ? *reset : *reset - nowSeconds;
        const auto until =
            std::clamp<std::chrono::milliseconds>(std::chrono::seconds(std::clamp<qint64>(wait, 0, 86400)), 0ms, kLongestPause);
        reading.untilMore = std::max(reading.untilMore.value_or(0ms), until);
    };
    consider("X-Rate-Limit-Remaining", "X-Rate-Limit-Reset");
    consider("X-Rate-Limit-Burst-Remaining", "X-Rate-Limit-Burst-Reset");
    return reading;
}

} // namespace callcard
