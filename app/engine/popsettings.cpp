#include "popsettings.h"

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

PopMode modeOf(const QString &word)
{
    if (word == "compact"_L1)
        return PopMode::Compact;
    if (word == "badge"_L1)
        return PopMode::Badge;
    if (word == "off"_L1)
        return PopMode::Off;
    return PopMode::Card;
}

} // namespace

PopRules popRules(const Preferences &preferences)
{
    PopRules rules{.mode = modeOf(preferences.value(settings::kCardMode)),
                   .quietHours = preferences.value(settings::kCardQuietHours),
                   .quietFrom = QTime::fromString(preferences.value(settings::kCardQuietFrom), u"HH:mm"_s),
                   .quietTo = QTime::fromString(preferences.value(settings::kCardQuietTo), u"HH:mm"_s),
                   .outgoing = preferences.value(settings::kCardOutgoing)};
    const QTimeZone zone(preferences.value(settings::kUserTimeZone).toLatin1());
    rules.zone = zone.isValid() ? zone : QTimeZone::systemTimeZone();
    // "+13035550142=compact": behind the last sign, because a line's name may hold one.
    for (const QString &entry : preferences.value(settings::kCardLines)) {
        const qsizetype sign = entry.lastIndexOf(u'=');
        if (sign > 0)
            rules.byLine.insert(entry.left(sign).trimmed(), modeOf(entry.mid(sign + 1).trimmed()));
    }
    if (const int hideAfter = preferences.value(settings::kCardHideAfter); hideAfter > 0)
        rules.hideAfter = std::chrono::seconds(hideAfter);
    rules.endedStays = std::chrono::seconds(preferences.value(settings::kCardStayAfterEnd));
    return rules;
}

} // namespace callcard
