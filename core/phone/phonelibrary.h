#pragma once

#include <callcard/phonenumber.h>

#include <phonenumbers/phonenumberutil.h>

#include <QString>

#include <string>

namespace callcard::phonelibrary {

namespace lib = i18n::phonenumbers;

/// The one instance; made once, silent on stdout, and const, which is what makes it safe for workers.
[[nodiscard]] const lib::PhoneNumberUtil &util();

/// Empty (country code 0, valid nowhere) for a country that does not exist.
[[nodiscard]] lib::PhoneNumber fromOurs(const PhoneNumber &number);
[[nodiscard]] std::optional<PhoneNumber> toOurs(const lib::PhoneNumber &number);
/// Region codes as the library wants them: upper case ASCII; anything else becomes "ZZ", unknown.
[[nodiscard]] std::string regionCode(QStringView region);
/// Empty for "ZZ" and for the library's "001", which is no country.
[[nodiscard]] QString regionName(const std::string &code);

} // namespace callcard::phonelibrary
