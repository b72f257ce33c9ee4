#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <optional>

class QDebug;

namespace callcard {

/// A dialable number in E.164 form. An object of this type is always well-formed: "+", then 7 to 15 digits, the first not 0.
/// That the number exists is the phone room's business, as is everything a person typed.
class PhoneNumber
{
public:
    [[nodiscard]] static std::optional<PhoneNumber> fromE164(QStringView text);
    [[nodiscard]] const QString &e164() const { return m_e164; }
    /// The digits as a number, for indexes: 14165550142.
    [[nodiscard]] quint64 toInteger() const;
    [[nodiscard]] static std::optional<PhoneNumber> fromInteger(quint64 digits);
    bool operator==(const PhoneNumber &) const = default;
    std::strong_ordering operator<=>(const PhoneNumber &other) const { return m_e164.compare(other.m_e164) <=> 0; }
    friend size_t qHash(const PhoneNumber &number, size_t seed = 0) { return qHash(number.m_e164, seed); }
    friend QDebug operator<<(QDebug debug, const PhoneNumber &number); ///< Masked: logs are not a phone book.

private:
    explicit PhoneNumber(QString e164);
    QString m_e164;
};

} // namespace callcard
