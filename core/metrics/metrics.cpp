#include <callcard/metrics.h>

#include "civildays.h"

#include <QCryptographicHash>
#include <QHash>

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

namespace callcard {

namespace {

QString normalised(const QString &email)
{
    return email.trimmed().toCaseFolded();
}

/// Of two reports of one row: the later one; without times the one that says more, so that the choice never depends on order.
bool saysLater(const CountedCall &left, const CountedCall &right)
{
    const auto key = [](const CountedCall &call) {
        return std::tuple(call.modifiedAt, !call.inProgress, call.talkTime, call.holdTime, call.outcomeWord, call.userDay, call.startedAt,
                          call.agentEmail, call.direction);
    };
    return key(left) > key(right);
}

bool saysLater(const CountedText &left, const CountedText &right)
{
    const auto key = [](const CountedText &text) {
        return std::tuple(text.modifiedAt, text.deleted, text.userDay, text.sentAt, text.agentEmail, text.direction);
    };
    return key(left) > key(right);
}

template <typename Row>
QHash<std::pair<QString, QString>, const Row *> eachOnce(const QList<Row> &rows)
{
    QHash<std::pair<QString, QString>, const Row *> kept;
    kept.reserve(rows.size());
    for (const Row &row : rows) {
        const Row *&known = kept[{row.source, row.rowId}];
        if (!known || saysLater(row, *known))
            known = &row;
    }
    return kept;
}

template <typename Row>
QList<Row> copies(const QHash<std::pair<QString, QString>, const Row *> &kept)
{
    QList<Row> rows;
    rows.reserve(kept.size());
    for (const Row *row : kept)
        rows.append(*row);
    return rows;
}

void count(DailyMetrics &day, const CountedCall &call, Outcome outcome)
{
    ++day.calls;
    ++(call.direction == CallDirection::Inbound ? day.inbound : day.outbound);
    ++day.byStatus[statusLabel(call.outcomeWord)];
    const auto talk = std::max(call.talkTime, std::chrono::seconds(0));
    const auto hold = std::max(call.holdTime, std::chrono::seconds(0));
    switch (outcome) {
    case Outcome::Connected:
        ++day.connected;
        day.talkTime += talk;
        day.totalTime += talk + hold;
        break;
    case Outcome::Voicemail:
        ++day.voicemail;
        ++day.missed;
        break;
    case Outcome::Missed:
        ++day.missed;
        break;
    case Outcome::NotConnected:
        ++day.notConnected;
        break;
    case Outcome::Elsewhere:
        ++day.elsewhere;
        break;
    case Outcome::Failed:
        ++day.failed;
        break;
    case Outcome::Unknown:
        ++day.unknown;
        break;
    case Outcome::InProgress:
        break;
    }
}

QString digestOf(std::vector<QString> ids)
{
    if (ids.empty())
        return {};
    std::sort(ids.begin(), ids.end()); // the set decides, not the order in which it was told
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &id : ids)
        hash.addData(id.toUtf8().append('\n'));
    return QString::fromLatin1(hash.result().toHex().first(16));
}

} // namespace

QList<CountedCall> newestReports(const QList<CountedCall> &calls)
{
    return copies(eachOnce(calls));
}

QList<CountedText> newestReports(const QList<CountedText> &texts)
{
    return copies(eachOnce(texts));
}

bool belongsTo(const Rep &rep, const QString &agentEmail)
{
    const QString email = normalised(agentEmail);
    return !email.isEmpty() && email == normalised(rep.email);
}

QDate civilDay(const QDate &userDay, const QDateTime &instant, const QTimeZone &zone)
{
    return userDay.isValid() ? userDay : instant.toTimeZone(zone).date();
}

QList<DailyMetrics> dailyMetrics(const QList<CountedCall> &calls, const QList<CountedText> &texts, const Rep &rep, const QDate &from,
                                 const QDate &to)
{
    Q_ASSERT(rep.zone.isValid());
    struct Day {
        DailyMetrics figures;
        std::vector<QString> callIds;
    };
    const QString email = normalised(rep.email);
    const QString zoneName = QString::fromUtf8(rep.zone.id());
    CivilDays calendar(rep.zone);
    std::map<std::pair<QDate, QString>, Day> days; // ordered, as the result is
    const auto dayOf = [&](const auto &row, const QDateTime &instant) -> Day * {
        const QDate day = row.userDay.isValid() ? row.userDay : calendar.dayOf(instant);
        if (!day.isValid() || day < from || day > to)
            return nullptr;
        const auto [entry, isNew] = days.try_emplace({day, row.source});
        if (isNew)
            entry->second.figures = DailyMetrics{.day = day, .source = row.source, .timeZone = zoneName};
        return &entry->second;
    };

    for (const CountedCall *call : eachOnce(calls)) {
        const Outcome outcome = outcomeOf(*call);
        if (outcome == Outcome::InProgress || email.isEmpty() || normalised(call->agentEmail) != email)
            continue;
        if (Day *day = dayOf(*call, call->startedAt)) {
            count(day->figures, *call, outcome);
            day->callIds.push_back(call->rowId);
        }
    }
    for (const CountedText *text : eachOnce(texts)) {
        if (text->deleted || email.isEmpty() || normalised(text->agentEmail) != email)
            continue;
        if (Day *day = dayOf(*text, text->sentAt))
            ++(text->direction == CallDirection::Outbound ? day->figures.textsSent : day->figures.textsReceived);
    }

    QList<DailyMetrics> result;
    result.reserve(static_cast<qsizetype>(days.size()));
    for (auto &[key, day] : days) {
        day.figures.callIdsDigest = digestOf(std::move(day.callIds));
        result.append(std::move(day.figures));
    }
    return result;
}

} // namespace callcard
