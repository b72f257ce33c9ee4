#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <map>
#include <optional>
#include <variant>
#include <vector>

namespace callcard::firestore {

/// An instant as Firestore keeps it: to the microsecond, of which QDateTime would lose three digits.
struct Timestamp {
    qint64 micros{}; ///< Since 1970.
    [[nodiscard]] static Timestamp of(const QDateTime &when) { return {when.toMSecsSinceEpoch() * 1000}; }
    [[nodiscard]] QDateTime dateTime() const; ///< UTC, cut to milliseconds.
    bool operator==(const Timestamp &) const = default;
};

struct Reference {
    QString name{}; ///< Of a document, in full.
    bool operator==(const Reference &) const = default;
};

struct GeoPoint {
    double latitude{};
    double longitude{};
    bool operator==(const GeoPoint &) const = default;
};

/// A type that Google has added since: read over, never written.
struct Unsupported {
    QString type{};
    bool operator==(const Unsupported &) const = default;
};

class Value;
using List = std::vector<Value>;
using Map = std::map<QString, Value>;

/// One field of a document.
class Value
{
public:
    using Data =
        std::variant<std::monostate, bool, qint64, double, Timestamp, QString, QByteArray, Reference, GeoPoint, List, Map, Unsupported>;

    Value() = default; ///< null
    Value(bool value) : m_data(value) {}
    Value(int value) : m_data(qint64(value)) {}
    Value(qint64 value) : m_data(value) {}
    Value(double value) : m_data(value) {}
    Value(Timestamp value) : m_data(value) {}
    Value(QString value) : m_data(std::move(value)) {}
    Value(QByteArray value) : m_data(std::move(value)) {}
    Value(Reference value) : m_data(std::move(value)) {}
    Value(GeoPoint value) : m_data(value) {}
    Value(List value);
    Value(Map value);
    Value(Unsupported value) : m_data(std::move(value)) {}
    Value(const void *) = delete; // a pointer is no bool

    [[nodiscard]] const Data &data() const { return m_data; }
    template <typename T>
    [[nodiscard]] const T *as() const
    {
        return std::get_if<T>(&m_data);
    }
    [[nodiscard]] bool isNull() const { return std::holds_alternative<std::monostate>(m_data); }
    bool operator==(const Value &other) const;

private:
    Data m_data;
};

/// The field, or a null that lives for ever.
[[nodiscard]] const Value &field(const Map &map, const QString &name);
/// A text as it is, a whole number without an exponent; anything else is empty. Bounded.
[[nodiscard]] QString plainText(const Value &value, qsizetype longest = 2000);
[[nodiscard]] std::optional<double> number(const Value &value);
/// Timestamps come as such, as maps of seconds and nanoseconds, and as ISO text. Invalid when it is none of them.
[[nodiscard]] QDateTime instantIn(const Value &value);

/// "2026-11-20T09:15:00.123456Z" with 0, 3 or 6 digits of fraction.
[[nodiscard]] QString timestampText(Timestamp when);
/// RFC 3339 with up to nine digits of fraction, of which six count.
[[nodiscard]] std::optional<Timestamp> timestampFrom(const QString &text);

} // namespace callcard::firestore
