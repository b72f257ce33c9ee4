#include <callcard/phone.h>

#include <algorithm>

namespace callcard {

namespace {

constexpr qsizetype kLongestShortNumber = 6;
constexpr qsizetype kShortestWithCountry = 11;
constexpr qsizetype kLongestWritten = 128;

bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

WrittenNumber readWrittenNumber(const QString &written, const QString &region)
{
    const QString text = written.left(kLongestWritten).trimmed();
    if (text.isEmpty() || isWithheldText(text))
        return {.withheld = true};
    const bool digits = isDigits(text);
    if (digits && text.size() <= kLongestShortNumber)
        return {.extension = text, .isShort = true};
    const auto parsed = parsePhone(text, region, {.plusMissing = digits && text.size() >= kShortestWithCountry});
    if (!parsed)
        return {};
    return {.number = parsed->number, .extension = parsed->extension};
}

} // namespace callcard
