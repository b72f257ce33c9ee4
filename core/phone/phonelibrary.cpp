#include "phonelibrary.h"

#include <phonenumbers/logger.h>
#include <phonenumbers/region_code.h>

#include <algorithm>

namespace callcard::phonelibrary {

const lib::PhoneNumberUtil &util()
{
    static const lib::PhoneNumberUtil *const instance = [] {
        lib::PhoneNumberUtil *made = lib::PhoneNumberUtil::GetInstance();
        // Its own logger writes to stdout, where the command line promises one JSON document and nothing else.
        made->SetLogger(new lib::NullLogger);
        return made;
    }();
    return *instance;
}

lib::PhoneNumber fromOurs(const PhoneNumber &number)
{
    lib::PhoneNumber result;
    if (util().Parse(number.e164().toStdString(), lib::RegionCode::GetUnknown(), &result) != lib::PhoneNumberUtil::NO_PARSING_ERROR)
        result.Clear();
    return result;
}

std::optional<PhoneNumber> toOurs(const lib::PhoneNumber &number)
{
    std::string e164;
    util().Format(number, lib::PhoneNumberUtil::E164, &e164);
    return PhoneNumber::fromE164(QString::fromLatin1(e164.data(), static_cast<qsizetype>(e164.size())));
}

std::string regionCode(QStringView region)
{
    const bool twoLetters =
        region.size() == 2 && std::all_of(region.begin(), region.end(), [](QChar c) { return c.unicode() < 128 && c.isLetter(); });
    return twoLetters ? region.toString().toUpper().toStdString() : std::string(lib::RegionCode::GetUnknown());
}

QString regionName(const std::string &code)
{
    return code.size() == 2 && code != lib::RegionCode::GetUnknown() ? QString::fromStdString(code) : QString();
}

} // namespace callcard::phonelibrary
