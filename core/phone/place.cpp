#include "phonelibrary.h"
#include "zones.h"

#include <callcard/phone.h>

#include <phonenumbers/geocoding/phonenumber_offline_geocoder.h>
#include <unicode/locid.h>

#include <QTimeZone>

namespace callcard {

using namespace phonelibrary;
using namespace Qt::Literals::StringLiterals;
using Util = lib::PhoneNumberUtil;

namespace {

/// 15 MB when first used, so only a card or a record asks for it. It guards its own cache with a lock.
const lib::PhoneNumberOfflineGeocoder &geocoder()
{
    static const lib::PhoneNumberOfflineGeocoder instance;
    return instance;
}

bool isSomewhere(const lib::PhoneNumber &number)
{
    switch (util().GetNumberType(number)) {
    case Util::FIXED_LINE:
    case Util::MOBILE:
    case Util::FIXED_LINE_OR_MOBILE:
    case Util::VOIP:
    case Util::PAGER:
        return true;
    default:
        return false;
    }
}

QString described(const lib::PhoneNumber &number, const QString &language)
{
    return QString::fromStdString(geocoder().GetDescriptionForNumber(number, icu::Locale(language.toLatin1().constData())));
}

} // namespace

PhonePlace placeOf(const PhoneNumber &number, const QString &language)
{
    const lib::PhoneNumber asked = fromOurs(number);
    PhonePlace place{.region = regionOf(number)};
    if (!isSomewhere(asked))
        return place;
    place.text = described(asked, language);
    const bool english = language.startsWith("en"_L1);
    const bool byState = place.region == "US"_L1 || place.region == "CA"_L1; // the table knows states by their English names
    place.zones = zonesFor(number, place.region, !byState || english ? place.text : described(asked, u"en"_s));
    return place;
}

std::optional<QDateTime> localTimeAt(const PhonePlace &place, const QDateTime &now)
{
    std::optional<QDateTime> result;
    for (const QByteArray &id : place.zones) {
        const QTimeZone zone(id);
        if (!zone.isValid())
            return std::nullopt;
        const QDateTime there = now.toTimeZone(zone);
        if (!result)
            result = there;
        else if (result->offsetFromUtc() != there.offsetFromUtc())
            return std::nullopt;
    }
    return result;
}

} // namespace callcard
