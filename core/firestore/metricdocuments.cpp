#include "metricdocuments.h"

#include <callcard/goalprogress.h>

#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using firestore::Map;
using firestore::PendingDocument;
using firestore::Timestamp;
using firestore::Value;

namespace {

Timestamp markerOf(const QDate &day, DateMarker marker, const QString &zone)
{
    if (marker == DateMarker::MidnightUtc)
        return Timestamp::of(QDateTime(day, QTime(0, 0), Qt::UTC));
    if (const QTimeZone local(zone.toUtf8()); marker == DateMarker::MidnightLocal && local.isValid())
        return Timestamp::of(day.startOfDay(local)); // some days begin at one o'clock
    return Timestamp::of(QDateTime(day, QTime(12, 0), Qt::UTC));
}

Value wholeWherePossible(double value)
{
    return value == std::floor(value) && std::abs(value) < 9e15 ? Value(static_cast<qint64>(value)) : Value(value);
}

Map metadataOf(const QString &type, const DailyMetrics &figures, const MetricsIdentity &identity)
{
    Map metadata{{u"timezone"_s, figures.timeZone}, {u"client"_s, identity.client}};
    if (!identity.writtenBy.isEmpty())
        metadata[u"writtenBy"_s] = identity.writtenBy.text();
    if (type == kTextsType) {
        metadata[u"received"_s] = figures.textsReceived;
        return metadata;
    }
    metadata[u"totalSeconds"_s] = qint64(figures.totalTime.count());
    metadata[u"averageSeconds"_s] = figures.averageSeconds();
    metadata[u"talkSeconds"_s] = qint64(figures.talkTime.count());
    metadata[u"inbound"_s] = figures.inbound;
    metadata[u"outbound"_s] = figures.outbound;
    metadata[u"connected"_s] = figures.connected;
    metadata[u"missed"_s] = figures.missed;
    metadata[u"voicemail"_s] = figures.voicemail;
    // Of those that came in. One that still runs, or a word that nobody understands, may hide an answered one: then it is not told.
    if (figures.connected + figures.missed + figures.notConnected + figures.elsewhere == figures.calls)
        metadata[u"answered"_s] = std::max(0, figures.inbound - figures.missed - figures.elsewhere);
    metadata[u"callIdsDigest"_s] = figures.callIdsDigest;
    if (type == kTalkType)
        metadata[u"callCount"_s] = figures.calls; // older readers of this kind of document look for it
    return metadata;
}

QString stampField(const QString &source)
{
    if (source == "justcall"_L1)
        return u"lastJustCallSyncAt"_s;
    return source == "ringcentral"_L1 ? u"lastRingCentralSyncAt"_s : QString();
}

QString periodName(GoalPeriod period)
{
    switch (period) {
    case GoalPeriod::Daily:
        return u"daily"_s;
    case GoalPeriod::Weekly:
        return u"weekly"_s;
    case GoalPeriod::Monthly:
        return u"monthly"_s;
    case GoalPeriod::Quarterly:
        return u"quarterly"_s;
    }
    Q_UNREACHABLE();
}

PendingDocument goalDocument(const Goal &goal, double current, const QString &changing)
{
    const QString period = periodName(goal.period);
    const QString id = u"%1_%2_%3"_s.arg(goal.user.text(), goal.type, period);
    return {.kind = PendingDocument::Kind::Plain,
            .path = QString(u"goals/"_s + id),
            .user = goal.user.text(),
            .fields = {{u"id"_s, id},
                       {u"userId"_s, goal.user.text()},
                       {u"type"_s, goal.type},
                       {u"period"_s, period},
                       {u"target"_s, wholeWherePossible(goal.target)},
                       {u"current"_s, wholeWherePossible(current)}},
            .changing = {changing}};
}

} // namespace

DateMarker dateMarkerNamed(QStringView word)
{
    if (word == u"midnight-utc")
        return DateMarker::MidnightUtc;
    return word == u"midnight-local" ? DateMarker::MidnightLocal : DateMarker::NoonUtc;
}

QString metricsDestination()
{
    return u"firestore-metrics"_s;
}

QList<OutboxItem> metricItems(const DailyMetrics &figures, const MetricsIdentity &identity)
{
    QList<OutboxItem> items;
    const QString day = figures.day.toString(Qt::ISODate);
    for (const QString &type : figureTypes()) {
        const QString id = u"%1_%2_%3_%4"_s.arg(identity.user.text(), type, day, figures.source);
        const PendingDocument document{.kind = PendingDocument::Kind::Metric,
                                       .path = QString(u"metrics/"_s + id),
                                       .user = identity.user.text(),
                                       .writtenBy = identity.writtenBy.text(),
                                       .day = figures.day,
                                       .fields = {{u"id"_s, id},
                                                  {u"userId"_s, identity.user.text()},
                                                  {u"type"_s, type},
                                                  {u"value"_s, wholeWherePossible(figureOf(figures, type).value_or(0))},
                                                  {u"date"_s, markerOf(figures.day, identity.marker, figures.timeZone)},
                                                  {u"source"_s, figures.source},
                                                  {u"metadata"_s, metadataOf(type, figures, identity)}},
                                       .changing = {u"value"_s, u"date"_s, u"metadata"_s},
                                       .correctsOnly = figures.calls == 0 && figures.textsSent == 0 && figures.textsReceived == 0};
        items.append({.key = document.path, .payload = payloadOf(document)});
    }
    return items;
}

std::optional<OutboxItem> syncStampItem(const MetricsIdentity &identity, const QString &source, const QList<OutboxItem> &covered)
{
    const QString name = stampField(source);
    if (name.isEmpty() || !identity.writtenBy.isEmpty())
        return std::nullopt;
    PendingDocument document{.kind = PendingDocument::Kind::Stamp,
                             .path = QString(u"settings/"_s + identity.user.text()),
                             .user = identity.user.text(),
                             .changing = {name}};
    for (const OutboxItem &item : covered)
        document.covered.append(item.key);
    return OutboxItem{.key = QString(document.path + u'#' + name), .payload = payloadOf(document)};
}

OutboxItem goalItem(const Goal &goal)
{
    const PendingDocument document = goalDocument(goal, 0, u"target"_s);
    return {.key = document.path, .payload = payloadOf(document)};
}

OutboxItem goalProgressItem(const Goal &goal, double current)
{
    PendingDocument document = goalDocument(goal, current, u"current"_s);
    document.correctsOnly = true;
    return {.key = QString(document.path + u"#current"_s), .payload = payloadOf(document)};
}

namespace firestore {

QDate dayInMetricId(const QString &id, const QString &userId, const QString &type, const QString &source)
{
    const QString front = QString(userId + u'_' + type + u'_');
    const QString back = QString(u'_' + source);
    constexpr qsizetype kDay = 10;
    if (userId.isEmpty() || id.size() != front.size() + kDay + back.size() || !id.startsWith(front) || !id.endsWith(back))
        return {};
    return QDate::fromString(id.mid(front.size(), kDay), Qt::ISODate);
}

bool saysTheSame(const PendingDocument &document, const Map &stored)
{
    const auto essence = [](const Value &value) {
        Map map = value.as<Map>() != nullptr ? *value.as<Map>() : Map();
        for (const QString &name : {u"syncedAt"_s, u"client"_s, u"writtenBy"_s})
            map.erase(name);
        return map;
    };
    for (const QString &name : document.changing) {
        const Value &ours = field(document.fields, name);
        const Value &theirs = field(stored, name);
        const bool same = ours.as<Map>() != nullptr ? theirs.as<Map>() != nullptr && essence(ours) == essence(theirs) : ours == theirs;
        if (!same)
            return false;
    }
    return true;
}

} // namespace firestore
} // namespace callcard
