#pragma once

#include <callcard/phonenumber.h>

#include <QByteArrayList>
#include <QString>

namespace callcard {

/// IANA zones of a number, likeliest first: by what its digits say where they say it, else by the geocoder's (English) state
/// or province, else by country. libphonenumber's C++ port has no such map.
[[nodiscard]] QByteArrayList zonesFor(const PhoneNumber &number, const QString &region, const QString &englishPlace);

} // namespace callcard
