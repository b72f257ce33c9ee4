#include <callcard/phonenumber.h>

#include <QDebug>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

PhoneNumber::PhoneNumber(QString e164) : m_e164(std::move(e164)) {}

std::optional<PhoneNumber> PhoneNumber::fromE164(QStringView text)
{
    const bool wellFormed = text.size() >= 8 && text.size() <= 16 && text.front() == u'+' && text.at(1) != u'0' &&
                            std::all_of(text.begin() + 1, text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!wellFormed)
        return std::nullopt;
    return PhoneNumber(text.toString());
}

quint64 PhoneNumber::toInteger() const
{
    return QStringView(m_e164).sliced(1).toULongLong();
}

std::optional<PhoneNumber> PhoneNumber::fromInteger(quint64 digits)
{
    return fromE164(QString(u'+' + QString::number(digits)));
}

QDebug operator<<(QDebug debug, const PhoneNumber &number)
{
    const QDebugStateSaver saver(debug);
    debug.noquote() << QString(u"••• "_s + number.m_e164.last(4));
    return debug;
}

} // namespace callcard
