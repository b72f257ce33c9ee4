#pragma once

#include <callcard/result.h>

#include <QByteArray>
#include <QList>

namespace callcard::twilio {

/// Fields in their order, decoded.
using Form = QList<std::pair<QByteArray, QByteArray>>;

/// application/x-www-form-urlencoded, at most 200 fields of 64 KiB in all.
[[nodiscard]] Result<Form> formFrom(QByteArrayView body);
/// The first of that name.
[[nodiscard]] QByteArray valueOf(const Form &form, QByteArrayView name);

} // namespace callcard::twilio
