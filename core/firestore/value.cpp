#include "value.h"

#include <QRegularExpression>

#include <cmath>

namespace callcard::firestore {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kMicros = 1'000'000;

qint64 floorDivided(qint64 value, qint64 by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

/// {seconds, nanoseconds} as the web client's own type is stored by accident, with or without underscores.
QDateTime fromSecondsMap(const Map &map)
{
    for (const QString &mark : {u""_s, u"_"_s}) {
        const auto seconds = number(field(map, QString(mark + u"seconds"_s)));
        if (!seconds || std::abs(*seconds) > 3e11)
            continue;
        const double nanos = number(field(map, QString(mark + u"nanoseconds"_s))).value_or(0);
        const qint64 millis = nanos >= 0 && nanos < 1e9 ? static_cast<qint64>(nanos / 1e6) : 0;
        return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(*seconds) * 1000 + millis, Qt::UTC);
    }
    return {};
}

} // namespace

Value::Value(List value) : m_data(std::move(value)) {}

Value::Value(Map value) : m_data(std::move(value)) {}

bool Value::operator==(const Value &other) const
{
    return m_data == other.m_data;
}

QDateTime Timestamp::dateTime() const
{
    return QDateTime::fromMSecsSinceEpoch(floorDivided(micros, 1000), Qt::UTC);
}

const Value &field(const Map &map, const QString &name)
{
    static const Value nothing;
    const auto found = map.find(name);
    return found == map.end() ? nothing : found->second;
}

QString plainText(const Value &value, qsizetype longest)
{
    if (const QString *text = value.as<QString>())
        return text->left(longest);
    if (const qint64 *whole = value.as<qint64>())
        return QString::number(*whole);
    if (const double *real = value.as<double>(); real != nullptr && std::floor(*real) == *real && std::abs(*real) < 9e15)
        return QString::number(static_cast<qint64>(*real));
    return {};
}

std::optional<double> number(const Value &value)
{
    if (const qint64 *whole = value.as<qint64>())
        return static_cast<double>(*whole);
    if (const double *real = value.as<double>(); real != nullptr && std::isfinite(*real))
        return *real;
    return std::nullopt;
}

QDateTime instantIn(const Value &value)
{
    if (const Timestamp *when = value.as<Timestamp>())
        return when->dateTime();
    if (const Map *map = value.as<Map>())
        return fromSecondsMap(*map);
    if (const QString *text = value.as<QString>()) {
        if (const auto when = timestampFrom(*text))
            return when->dateTime();
    }
    return {};
}

QString timestampText(Timestamp when)
{
    const qint64 seconds = floorDivided(when.micros, kMicros);
    const int fraction = static_cast<int>(when.micros - seconds * kMicros);
    QString text = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss"_s);
    if (fraction % 1000 != 0)
        text += u".%1"_s.arg(fraction, 6, 10, QChar(u'0'));
    else if (fraction != 0)
        text += u".%1"_s.arg(fraction / 1000, 3, 10, QChar(u'0'));
    return QString(text + u'Z');
}

std::optional<Timestamp> timestampFrom(const QString &text)
{
    static const QRegularExpression form(
        u"\\A(\\d{4}-\\d\\d-\\d\\d)[Tt ](\\d\\d:\\d\\d:\\d\\d)(?:\\.(\\d{1,9}))?(?:[Zz]|([+-])(\\d\\d):?(\\d\\d))\\z"_s);
    if (text.size() > 40)
        return std::nullopt;
    const auto match = form.match(text);
    const QDateTime base(QDate::fromString(match.captured(1), Qt::ISODate), QTime::fromString(match.captured(2), Qt::ISODate), Qt::UTC);
    if (!match.hasMatch() || !base.isValid())
        return std::nullopt;
    qint64 seconds = base.toSecsSinceEpoch();
    const int offset = match.captured(5).toInt() * 3600 + match.captured(6).toInt() * 60;
    seconds += match.captured(4) == u"-"_s ? offset : -offset;
    return Timestamp{seconds * kMicros + match.captured(3).leftJustified(6, u'0').first(6).toInt()};
}

} // namespace callcard::firestore
