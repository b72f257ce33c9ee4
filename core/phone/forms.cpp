#include "phonelibrary.h"

#include <callcard/phone.h>

#include <phonenumbers/asyoutypeformatter.h>

#include <memory>

namespace callcard {

using namespace phonelibrary;

namespace {

QString formatted(const PhoneNumber &number, lib::PhoneNumberUtil::PhoneNumberFormat format)
{
    const lib::PhoneNumber asked = fromOurs(number);
    if (asked.country_code() == 0)
        return number.e164();
    std::string text;
    util().Format(asked, format, &text);
    return QString::fromStdString(text);
}

} // namespace

QString nationalForm(const PhoneNumber &number)
{
    return formatted(number, lib::PhoneNumberUtil::NATIONAL);
}

QString internationalForm(const PhoneNumber &number)
{
    return formatted(number, lib::PhoneNumberUtil::INTERNATIONAL);
}

QString readableForm(const PhoneNumber &number, const QString &homeRegion)
{
    const int home = callingCodeOf(homeRegion);
    return home != 0 && fromOurs(number).country_code() == home ? nationalForm(number) : internationalForm(number);
}

QString formWhileTyping(QStringView typed, const QString &region)
{
    constexpr qsizetype kLongest = 40;
    const std::unique_ptr<lib::AsYouTypeFormatter> formatter(util().GetAsYouTypeFormatter(regionCode(region)));
    std::string shown;
    for (const QChar c : typed.first(qMin(typed.size(), kLongest))) {
        if (c.unicode() >= 128)
            return typed.toString();
        if (c.isDigit() || (c == u'+' && shown.empty()))
            formatter->InputDigit(c.unicode(), &shown);
        else if (c.isLetter() || c == u',' || c == u';' || c == u'*' || c == u'#')
            return typed.toString(); // names, extensions, pauses and service codes are not regrouped
    }
    return typed.size() > kLongest ? typed.toString() : QString::fromStdString(shown).trimmed();
}

} // namespace callcard
