#include "figurerows.h"
#include "documentname.h"
#include "metricdocuments.h"

#include <callcard/goalprogress.h>

#include <algorithm>
#include <map>

namespace callcard::firestore {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Row {
    StoredFigure figure{};
    bool isOwnId{};     ///< The id that follows from what it says: there is only one of these.
    QDateTime synced{}; ///< By the row's own account.
};

std::optional<int> countIn(const Map &fields, const QString &name)
{
    constexpr double kMostCounted = 1e6;
    const auto value = number(field(fields, name));
    return value && *value >= 0 && *value <= kMostCounted ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

std::optional<Row> rowFrom(const Document &document, const QTimeZone &zone)
{
    const Map &fields = document.fields;
    const auto value = number(field(fields, u"value"_s));
    const QDate day = dayOfRow(document, zone);
    const QString type = plainText(field(fields, u"type"_s), 60);
    if (!value || !day.isValid() || type.isEmpty())
        return std::nullopt;
    const Map *inner = field(fields, u"metadata"_s).as<Map>();
    const Map metadata = inner != nullptr ? *inner : Map();
    Row row{.figure = {.user = UserId(plainText(field(fields, u"userId"_s), 200)),
                       .type = type,
                       .day = day,
                       .source = plainText(field(fields, u"source"_s), 60),
                       .value = *value,
                       .updatedAt = instantIn(field(fields, u"updatedAt"_s)),
                       .documentId = lastSegment(document.path),
                       .client = plainText(field(metadata, u"client"_s), 100),
                       .callIdsDigest = plainText(field(metadata, u"callIdsDigest"_s), 200),
                       .inbound = countIn(metadata, u"inbound"_s),
                       .answered = countIn(metadata, u"answered"_s),
                       .connected = countIn(metadata, u"connected"_s)}};
    const StoredFigure &figure = row.figure;
    row.isOwnId = dayInMetricId(figure.documentId, figure.user.text(), type, figure.source).isValid();
    for (const Value &when : {field(metadata, u"syncDate"_s), field(metadata, u"syncedAt"_s), field(fields, u"createdAt"_s)}) {
        if (!row.synced.isValid())
            row.synced = instantIn(when);
    }
    if (!row.figure.updatedAt.isValid())
        row.figure.updatedAt = row.synced;
    return row;
}

/// Of several reports of one thing: the one whose id it is, else the newest. They are never added.
bool isBetter(const Row &a, const Row &b)
{
    if (a.isOwnId != b.isOwnId)
        return a.isOwnId;
    if (a.synced != b.synced)
        return a.synced > b.synced;
    return a.figure.documentId < b.figure.documentId;
}

std::optional<bool> flagIn(const Map &fields, const QString &name)
{
    const bool *flag = field(fields, name).as<bool>();
    return flag != nullptr ? std::optional(*flag) : std::nullopt;
}

} // namespace

QDate dayOfRow(const Document &row, const QTimeZone &zone)
{
    const Map &fields = row.fields;
    const QDate byId = dayInMetricId(lastSegment(row.path), plainText(field(fields, u"userId"_s), 200),
                                     plainText(field(fields, u"type"_s), 60), plainText(field(fields, u"source"_s), 60));
    if (byId.isValid())
        return byId;
    const QDateTime when = instantIn(field(fields, u"date"_s));
    if (!when.isValid())
        return QDate::fromString(plainText(field(fields, u"date"_s), 10), Qt::ISODate);
    const bool isMarker = when.time() == QTime(0, 0) || when.time() == QTime(12, 0);
    return isMarker || !zone.isValid() ? when.date() : when.toTimeZone(zone).date();
}

QList<StoredFigure> figuresFrom(const QList<Document> &rows, const DayRange &range, const QTimeZone &zone)
{
    std::map<std::tuple<QString, QDate, QString, QString>, Row> best;
    for (const Document &document : rows) {
        const std::optional<Row> row = rowFrom(document, zone);
        if (!row || row->figure.day < range.from || row->figure.day > range.to)
            continue;
        const StoredFigure &figure = row->figure;
        const auto [known, isNew] = best.try_emplace({figure.user.text(), figure.day, figure.source, figure.type}, *row);
        if (isNew)
            continue;
        Row other = *row;
        if (isBetter(other, known->second))
            std::swap(other, known->second);
        QMap<QString, double> &repeats = known->second.figure.repeats;
        repeats.insert(other.figure.repeats);
        repeats.insert(other.figure.documentId, other.figure.value);
    }
    QList<StoredFigure> figures;
    for (const auto &[key, row] : best) {
        figures.append(row.figure);
        if (figures.last().type == "talk_time"_L1) // its name is a mistake of old: it counts calls
            figures.last().type = kCallsType.toString();
    }
    return figures;
}

std::optional<Goal> goalFrom(const Map &fields)
{
    static const QHash<QString, GoalPeriod> periods{{u"daily"_s, GoalPeriod::Daily},
                                                    {u"weekly"_s, GoalPeriod::Weekly},
                                                    {u"monthly"_s, GoalPeriod::Monthly},
                                                    {u"quarterly"_s, GoalPeriod::Quarterly}};
    const auto period = periods.constFind(plainText(field(fields, u"period"_s), 20).toLower());
    const auto target = number(field(fields, u"target"_s));
    const QString type = plainText(field(fields, u"type"_s), 60);
    if (period == periods.constEnd() || !target || type.isEmpty())
        return std::nullopt;
    return Goal{.user = UserId(plainText(field(fields, u"userId"_s), 200)), .type = type, .period = *period, .target = *target};
}

TeamMember memberFrom(const Document &user)
{
    const Map &fields = user.fields;
    // Three flags that different modules write, any of which may be missing.
    const bool active = flagIn(fields, u"isActive"_s).value_or(true) && flagIn(fields, u"active"_s).value_or(true) &&
                        !flagIn(fields, u"disabled"_s).value_or(false);
    return {.id = UserId(lastSegment(user.path)),
            .email = plainText(field(fields, u"email"_s), 320).trimmed(),
            .name = plainText(field(fields, u"name"_s), 200),
            .role = plainText(field(fields, u"role"_s), 40),
            .active = active,
            .team = plainText(field(fields, u"team"_s), 200).trimmed()};
}

BusinessHours hoursFrom(const Map &fields)
{
    BusinessHours hours;
    const auto hourIn = [&](const QString &name) {
        const auto hour = number(field(fields, name));
        return hour && *hour >= 0 && *hour <= 24 ? std::optional(*hour) : std::nullopt;
    };
    const auto from = hourIn(u"workStartHour"_s);
    const auto to = hourIn(u"workEndHour"_s);
    const auto timeAt = [](double hour) { return hour >= 24 ? QTime(23, 59, 59, 999) : QTime(0, 0).addSecs(int(hour * 3600)); };
    if (from && to && *from < *to) {
        hours.from = timeAt(*from);
        hours.to = timeAt(*to);
    }
    if (const List *days = field(fields, u"workDays"_s).as<List>()) {
        QSet<int> set;
        for (const Value &day : *days) {
            if (const auto one = number(day); one && *one >= 0 && *one <= 7)
                set.insert(*one < 1 ? 7 : static_cast<int>(*one)); // there, Sunday is 0
        }
        if (!set.isEmpty())
            hours.days = set;
    }
    return hours;
}

} // namespace callcard::firestore
