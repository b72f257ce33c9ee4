#include "wireparty.h"

#include <callcard/phone.h>

#include <algorithm>

namespace callcard::ringcentral {

namespace {

constexpr int kLongestExtension = 6;

bool isShortExtension(QStringView number)
{
    return !number.isEmpty() && number.size() <= kLongestExtension &&
           std::all_of(number.begin(), number.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

Side sideFrom(const QString &number, const QString &name, const QString &extensionId, const Self &self)
{
    Side side{.party = {.rawNumber = number.left(128), .name = name.left(512)}};
    if (isShortExtension(number)) {
        side.party.extension = number;
        side.internal = true;
        return side;
    }
    if (number.isEmpty()) {
        // A colleague without a number is still a colleague; anybody else without one is nobody that we could look up.
        side.internal = !extensionId.isEmpty();
        side.withheld = extensionId.isEmpty();
        return side;
    }
    if (isWithheldText(number)) {
        side.withheld = true;
        return side;
    }
    const bool digitsOnly = std::all_of(number.begin(), number.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    // Old captures lack the "+" of an E.164 number; a national one is shorter.
    if (const auto parsed = parsePhone(number, self.region, {.plusMissing = digitsOnly && number.size() >= 11})) {
        side.party.number = parsed->number;
        if (side.party.extension.isEmpty())
            side.party.extension = parsed->extension;
    }
    return side;
}

QString callerName(const QString &name, const QString &queueName)
{
    const QString prefix = queueName + QStringLiteral(" - ");
    if (!queueName.isEmpty() && name.startsWith(prefix, Qt::CaseInsensitive))
        return name.sliced(prefix.size());
    return name;
}

QString lineName(const QString &number, const QString &name, const Self &self)
{
    const auto known = self.lines.constFind(number);
    if (known != self.lines.constEnd() && !known->isEmpty())
        return *known;
    return name;
}

} // namespace callcard::ringcentral
