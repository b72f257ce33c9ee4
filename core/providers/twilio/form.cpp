#include "form.h"

#include <QString>

namespace callcard::twilio {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMostBytes = 64 * 1024;
constexpr qsizetype kMostFields = 200;

QByteArray decoded(QByteArrayView part)
{
    QByteArray text = part.toByteArray();
    text.replace('+', ' ');
    return QByteArray::fromPercentEncoding(text);
}

} // namespace

Result<Form> formFrom(QByteArrayView body)
{
    if (body.size() > kMostBytes)
        return failure(ErrorKind::BadPayload, u"a form of %1 bytes"_s.arg(body.size()));
    Form form;
    qsizetype from = 0;
    while (from < body.size()) {
        qsizetype end = body.indexOf('&', from);
        if (end < 0)
            end = body.size();
        const QByteArrayView field = body.sliced(from, end - from);
        from = end + 1;
        if (field.isEmpty())
            continue;
        const qsizetype equals = field.indexOf('=');
        const QByteArrayView name = equals < 0 ? field : field.first(equals);
        const QByteArrayView value = equals < 0 ? QByteArrayView() : field.sliced(equals + 1);
        if (form.size() == kMostFields)
            return failure(ErrorKind::BadPayload, u"a form of too many fields"_s);
        form.append({decoded(name), decoded(value)});
    }
    return form;
}

QByteArray valueOf(const Form &form, QByteArrayView name)
{
    for (const auto &[key, value] : form) {
        if (key == name)
            return value;
    }
    return {};
}

} // namespace callcard::twilio
