#include "phonelibrary.h"
#include "typedtext.h"

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace phonelibrary;
using Util = lib::PhoneNumberUtil;

namespace {

using Parsed = tl::expected<PhoneNumber, PhoneProblem>;

struct Digits {
    QString text{};
    bool plus{};
};

Digits digitsOf(QStringView number)
{
    Digits result;
    result.text.reserve(number.size());
    for (const QChar c : number) {
        if (c >= u'0' && c <= u'9')
            result.text += c;
        else if (c == u'+')
            result.plus = true;
    }
    return result;
}

/// NXX-NXX-XXXX with an area code that can exist: N9X is reserved, N11 are services.
bool hasNanpShape(QStringView ten)
{
    const auto from2 = [](QChar c) { return c >= u'2' && c <= u'9'; };
    return from2(ten.at(0)) && ten.at(1) != u'9' && !(ten.at(1) == u'1' && ten.at(2) == u'1') && from2(ten.at(3));
}

/// Most numbers of most users take this way: no library, a fiftieth of the time, and area codes younger than its metadata.
std::optional<PhoneNumber> nanpNumber(const Digits &digits, const std::string &region)
{
    QStringView rest(digits.text);
    if (rest.size() == 11 && rest.front() == u'1')
        rest = rest.sliced(1);
    else if (digits.plus)
        return std::nullopt;
    if (rest.size() != 10 || !hasNanpShape(rest))
        return std::nullopt;
    if (!digits.plus && util().GetCountryCodeForRegion(region) != 1)
        return std::nullopt;
    return PhoneNumber::fromE164(QString(u"+1"_s + rest));
}

PhoneProblem problemOf(Util::ErrorType error, bool regionKnown)
{
    switch (error) {
    case Util::INVALID_COUNTRY_CODE_ERROR:
        return regionKnown ? PhoneProblem::UnknownCountry : PhoneProblem::RegionMissing;
    case Util::TOO_SHORT_AFTER_IDD:
    case Util::TOO_SHORT_NSN:
        return PhoneProblem::TooShort;
    case Util::TOO_LONG_NSN:
        return PhoneProblem::TooLong;
    default:
        return PhoneProblem::NotANumber;
    }
}

std::optional<PhoneProblem> lengthProblem(const lib::PhoneNumber &number)
{
    switch (util().IsPossibleNumberWithReason(number)) {
    case Util::IS_POSSIBLE:
        return std::nullopt;
    case Util::IS_POSSIBLE_LOCAL_ONLY:
        return PhoneProblem::AreaCodeMissing;
    case Util::TOO_SHORT:
        return PhoneProblem::TooShort;
    case Util::INVALID_COUNTRY_CODE:
        return PhoneProblem::UnknownCountry;
    case Util::INVALID_LENGTH:
    case Util::TOO_LONG:
        return PhoneProblem::TooLong;
    }
    return PhoneProblem::NotANumber;
}

/// Mexico dropped the mobile "1" after the country code in 2019; both forms are one telephone.
void dropOldMexicanMobileDigit(lib::PhoneNumber &number)
{
    constexpr google::protobuf::uint64 kOne = 10'000'000'000ULL;
    if (number.country_code() == 52 && number.national_number() / kOne == 1)
        number.set_national_number(number.national_number() - kOne);
}

/// Ofcom keeps these for films; demonstrations and documents use them as others use 555-01xx, so they are numbers to us.
bool isForFiction(const lib::PhoneNumber &number)
{
    return number.country_code() == 44 && number.national_number() / 1000 == 7'700'900;
}

Parsed byLibrary(const std::string &text, const std::string &region, bool withPlus)
{
    lib::PhoneNumber number;
    const bool regionKnown = withPlus || util().GetCountryCodeForRegion(region) != 0;
    if (const auto error = util().Parse(text, region, &number); error != Util::NO_PARSING_ERROR)
        return tl::unexpected(problemOf(error, regionKnown));
    dropOldMexicanMobileDigit(number);
    if (const auto problem = lengthProblem(number))
        return tl::unexpected(*problem);
    if (!util().IsValidNumber(number) && !isForFiction(number))
        return tl::unexpected(PhoneProblem::NotInUse);
    if (const auto ours = toOurs(number))
        return *ours;
    return tl::unexpected(PhoneProblem::NotInUse);
}

/// Both international prefixes people know by heart, tried where the region's own reading failed.
QStringView afterForeignPrefix(QStringView digits)
{
    for (const QStringView prefix : {u"00", u"011"}) {
        if (digits.startsWith(prefix) && digits.size() > prefix.size() + 7)
            return digits.sliced(prefix.size());
    }
    return {};
}

Parsed numberFrom(const QString &text, const QString &region, PhoneParsing how)
{
    const std::string code = regionCode(region);
    const bool letters = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    if (letters)
        return byLibrary(text.toStdString(), code, text.contains(u'+'));
    const Digits digits = digitsOf(text);
    if (how.plusMissing && !digits.plus && digits.text.size() >= 10 && !digits.text.startsWith(u'0')) {
        if (const Parsed whole = numberFrom(u'+' + digits.text, region, {}))
            return whole;
    }
    if (const auto number = nanpNumber(digits, code))
        return *number;
    if (!digits.plus && shortCode(digits.text, region))
        return tl::unexpected(PhoneProblem::ShortCode);
    if (digits.text.size() < 3)
        return tl::unexpected(PhoneProblem::TooShort);
    // Without its grouping, which the library could take for the start of an extension.
    Parsed parsed = byLibrary((digits.plus ? QString(u'+' + digits.text) : digits.text).toStdString(), code, digits.plus);
    if (parsed || digits.plus)
        return parsed;
    if (const QStringView rest = afterForeignPrefix(digits.text); !rest.isEmpty()) {
        if (const Parsed abroad = numberFrom(QString(u'+' + rest.toString()), region, {}))
            return abroad;
    }
    return parsed;
}

/// Nothing but a number in it: no need to take it apart.
bool isBare(QStringView text)
{
    bool digit = false;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9')
            digit = true;
        else if (!(c == u' ' || c == u'-' || c == u'(' || c == u')' || (c == u'+' && !digit)))
            return false;
    }
    return digit && text.size() <= 40 && text.count(u'+') <= 1;
}

} // namespace

tl::expected<ParsedPhone, PhoneProblem> parsePhone(QStringView text, const QString &region, PhoneParsing how)
{
    TypedText typed;
    if (isBare(text)) {
        typed.number = text.toString();
    } else if (auto apart = takeApart(text, how.vanity)) {
        typed = std::move(*apart);
    } else {
        return tl::unexpected(apart.error());
    }
    auto number = numberFrom(typed.number, region, how);
    if (!number) {
        // Keypad spellings of "anonymous" fail as numbers in every country; tell them from mistyped ones.
        return tl::unexpected(isWithheldText(typed.number) ? PhoneProblem::Withheld : number.error());
    }
    return ParsedPhone{.number = std::move(*number), .extension = std::move(typed.extension), .afterDial = std::move(typed.afterDial)};
}

QString phoneProblemName(PhoneProblem problem)
{
    switch (problem) {
    case PhoneProblem::Empty:
        return u"empty"_s;
    case PhoneProblem::Withheld:
        return u"withheld"_s;
    case PhoneProblem::Letters:
        return u"letters"_s;
    case PhoneProblem::SeveralNumbers:
        return u"several-numbers"_s;
    case PhoneProblem::Scientific:
        return u"scientific-notation"_s;
    case PhoneProblem::NotANumber:
        return u"not-a-number"_s;
    case PhoneProblem::ShortCode:
        return u"short-code"_s;
    case PhoneProblem::AreaCodeMissing:
        return u"area-code-missing"_s;
    case PhoneProblem::TooShort:
        return u"too-short"_s;
    case PhoneProblem::TooLong:
        return u"too-long"_s;
    case PhoneProblem::RegionMissing:
        return u"region-missing"_s;
    case PhoneProblem::UnknownCountry:
        return u"unknown-country"_s;
    case PhoneProblem::NotInUse:
        return u"not-in-use"_s;
    }
    Q_UNREACHABLE();
}

} // namespace callcard
