#include "trayink.h"

#include <QStringList>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

TrayInkChoice trayInkFor(const QString &setting, const QString &desktop, bool darkScheme)
{
    if (setting == "light"_L1)
        return {ui::TrayColours::Mono, true};
    if (setting == "dark"_L1)
        return {ui::TrayColours::Mono, false};
    if (setting == "color"_L1)
        return {ui::TrayColours::Colour, darkScheme};
    const QStringList names = desktop.toLower().split(u':', Qt::SkipEmptyParts);
    const auto isOneOf = [&names](const QStringList &known) {
        return std::ranges::any_of(names, [&known](const QString &name) { return known.contains(name); });
    };
    if (isOneOf({u"gnome"_s, u"unity"_s, u"pantheon"_s, u"x-cinnamon"_s, u"cinnamon"_s}))
        return {ui::TrayColours::Mono, true};
    if (isOneOf({u"kde"_s, u"lxqt"_s}))
        return {ui::TrayColours::Mono, darkScheme};
    return {ui::TrayColours::Colour, darkScheme};
}

} // namespace callcard
