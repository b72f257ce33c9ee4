#include "phonelibrary.h"
#include "typedtext.h"

#include <phonenumbers/shortnumberinfo.h>

#include <set>

namespace callcard {

using namespace phonelibrary;
using namespace Qt::Literals::StringLiterals;
using Util = lib::PhoneNumberUtil;

namespace {

const lib::ShortNumberInfo &shortNumbers()
{
    static const lib::ShortNumberInfo info;
    return info;
}

/// Without grouping. Absent when anything else than digits is in it: then it is not dialled as a short number.
std::optional<std::string> bareDigits(QStringView text)
{
    std::string digits;
    for (const QChar c : plainText(text.first(qMin<qsizetype>(text.size(), 40)))) {
        if (c >= u'0' && c <= u'9')
            digits += static_cast<char>(c.unicode());
        else if (!u" -.()"_s.contains(c))
            return std::nullopt;
    }
    return digits.empty() ? std::nullopt : std::optional(digits);
}

} // namespace

PhoneKind kindOf(const PhoneNumber &number)
{
    switch (util().GetNumberType(fromOurs(number))) {
    case Util::FIXED_LINE:
        return PhoneKind::FixedLine;
    case Util::MOBILE:
        return PhoneKind::Mobile;
    case Util::FIXED_LINE_OR_MOBILE:
        return PhoneKind::FixedLineOrMobile;
    case Util::TOLL_FREE:
        return PhoneKind::TollFree;
    case Util::PREMIUM_RATE:
        return PhoneKind::Premium;
    case Util::SHARED_COST:
        return PhoneKind::SharedCost;
    case Util::VOIP:
        return PhoneKind::Voip;
    case Util::PERSONAL_NUMBER:
        return PhoneKind::Personal;
    case Util::PAGER:
        return PhoneKind::Pager;
    case Util::UAN:
        return PhoneKind::Company;
    case Util::VOICEMAIL:
        return PhoneKind::Voicemail;
    case Util::UNKNOWN:
        return PhoneKind::Unknown;
    }
    return PhoneKind::Unknown;
}

bool costsExtra(const PhoneNumber &number)
{
    // The shape of +1 900 is enough, as everywhere in the +1 plan; satellite numbers cost several units a minute.
    for (const QStringView prefix : {u"+1900", u"+870", u"+881", u"+882", u"+883"}) {
        if (number.e164().startsWith(prefix))
            return true;
    }
    const PhoneKind kind = kindOf(number);
    return kind == PhoneKind::Premium || kind == PhoneKind::SharedCost;
}

bool isEmergency(QStringView text, const QString &region)
{
    const auto digits = bareDigits(text);
    if (!digits)
        return false;
    // Every mobile network takes these two for an emergency call, whatever the country's own number is.
    if (*digits == "112" || *digits == "911")
        return true;
    const std::string code = regionCode(region);
    if (util().GetCountryCodeForRegion(code) == 0) // no region: the best-known ones, rather asked once too often
        return std::set<std::string>{"999", "000", "110", "113", "118", "119", "995", "15", "17", "18"}.contains(*digits);
    return shortNumbers().ConnectsToEmergencyNumber(*digits, code);
}

std::optional<ShortCodeKind> shortCode(QStringView text, const QString &region)
{
    constexpr std::size_t kLongest = 6;
    const auto digits = bareDigits(text);
    if (!digits || digits->size() > kLongest)
        return std::nullopt;
    if (isEmergency(text, region))
        return ShortCodeKind::Emergency;
    lib::PhoneNumber number;
    const std::string code = regionCode(region);
    if (util().Parse(*digits, code, &number) != Util::NO_PARSING_ERROR || !shortNumbers().IsValidShortNumberForRegion(number, code))
        return std::nullopt;
    return shortNumbers().GetExpectedCostForRegion(number, code) == lib::ShortNumberInfo::PREMIUM_RATE ? ShortCodeKind::Premium
                                                                                                       : ShortCodeKind::Ordinary;
}

QString regionOf(const PhoneNumber &number)
{
    std::string code;
    util().GetRegionCodeForNumber(fromOurs(number), &code);
    return regionName(code);
}

QStringList phoneRegions()
{
    static const QStringList regions = [] {
        std::set<std::string> codes;
        util().GetSupportedRegions(&codes);
        QStringList list;
        for (const std::string &code : codes)
            list += QString::fromStdString(code);
        return list;
    }();
    return regions;
}

bool isPhoneRegion(QStringView region)
{
    return phoneRegions().contains(region.toString());
}

int callingCodeOf(const QString &region)
{
    return util().GetCountryCodeForRegion(regionCode(region));
}

} // namespace callcard
