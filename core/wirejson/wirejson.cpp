#include <wire/wirejson.h>

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace callcard::wire {

using namespace Qt::Literals::StringLiterals;

namespace {
const Json kNothing;
const Json kNoRows = Json::array();
} // namespace

Result<Json> parse(QByteArrayView bytes, int deepest)
{
    bool tooDeep = false;
    const auto bounded = [&](int depth, Json::parse_event_t, Json &) {
        tooDeep |= depth > deepest;
        return depth <= deepest;
    };
    Json json = Json::parse(bytes.begin(), bytes.end(), bounded, false);
    if (json.is_discarded() || tooDeep)
        return failure(ErrorKind::BadPayload,
                       u"%1 bytes that are no JSON%2"_s.arg(bytes.size()).arg(tooDeep ? u", nested too deeply"_s : QString()));
    return json;
}

const Json &member(const Json &object, const char *key)
{
    if (!object.is_object())
        return kNothing;
    const auto found = object.find(key);
    return found == object.end() ? kNothing : *found;
}

QString asText(const Json &value, qsizetype longest)
{
    if (const auto *string = value.get_ptr<const std::string *>()) {
        // Cut before converting: a hundred megabytes of text must not become two hundred of UTF-16.
        const QByteArrayView bytes(string->data(), std::min<qsizetype>(static_cast<qsizetype>(string->size()), longest * 4));
        return QString::fromUtf8(bytes).left(longest);
    }
    if (value.is_number_unsigned())
        return QString::number(value.get<quint64>());
    if (value.is_number_integer())
        return QString::number(value.get<qint64>());
    return {};
}

QString text(const Json &object, const char *key, qsizetype longest)
{
    return asText(member(object, key), longest);
}

std::optional<qint64> integer(const Json &object, const char *key)
{
    const Json &value = member(object, key);
    if (value.is_number_integer())
        return value.get<qint64>();
    if (value.is_number_float()) {
        const double number = value.get<double>();
        if (number == std::floor(number) && std::abs(number) < 9e15)
            return static_cast<qint64>(number);
        return std::nullopt;
    }
    bool ok = false;
    const qint64 number = asText(value, 32).trimmed().toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

bool flag(const Json &object, const char *key)
{
    const Json &value = member(object, key);
    return value.is_boolean() && value.get<bool>();
}

const Json &array(const Json &object, const char *key)
{
    const Json &value = member(object, key);
    return value.is_array() ? value : kNoRows;
}

QDateTime instant(QStringView text)
{
    static const QRegularExpression form(
        u"^(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d(?::\\d\\d)?)(?:\\.(\\d{1,9}))?\\s*(Z|[+-]\\d\\d:?\\d\\d)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (text.size() > 40)
        return {};
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {};
    QTime time = QTime::fromString(match.captured(2), match.capturedLength(2) > 5 ? u"HH:mm:ss"_s : u"HH:mm"_s);
    if (!time.isValid())
        return {}; // QDateTime would make it midnight
    if (match.capturedLength(3) > 0)
        time = time.addMSecs(match.captured(3).leftJustified(3, u'0').first(3).toInt());
    QDateTime result(QDate::fromString(match.captured(1), Qt::ISODate), time, Qt::UTC);
    const QString offset = match.captured(4);
    if (result.isValid() && offset.size() >= 5) {
        const int hours = QStringView(offset).sliced(1, 2).toInt();
        const int minutes = QStringView(offset).last(2).toInt();
        if (hours > 23 || minutes > 59)
            return {};
        result = result.addSecs((offset.front() == u'-' ? 60 : -60) * (hours * 60 + minutes));
        if (result.date().year() < 1 || result.date().year() > 9999)
            return {}; // nobody could write it down again
    }
    return result;
}

QByteArray dump(const Json &value)
{
    return QByteArray::fromStdString(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

} // namespace callcard::wire
