#include <callcard/metrics.h>

#include <QCryptographicHash>

#include <algorithm>
#include <map>
#include <tuple>

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
                          call.agentEmail);
    };
    return key(left) > key(right);
}

bool saysLater(const CountedText &left, const CountedText &right)
{
    const auto key = [](const CountedText &text) {
        return std::tuple(text.modifiedAt, text.deleted, text.userDay, text.sentAt, text.agentEmail);
    };
    return key(left) > key(right);
}

template <typename Row>
std::map<std::pair<QString, QString>, const Row *> eachOnce(const QList<Row> &rows)
{
    std::map<std::pair<QString, QString>, const Row *> kept; // ordered: the digest and the sums need no second sort
    for (const Row &row : rows) {
        const auto [entry, isNew] = kept.try_emplace({row.source, row.rowId}, &row);
        if (!isNew && saysLater(row, *entry->second))
            entry->second = &row;
    }
    return kept;
}

void count(DailyMetrics &day, const CountedCall &call, Outcome outcome)
{
    ++day.calls;
    ++(call.direction == CallDirection::Inbound ? day.inbound : day.outbound);
    ++day.byStatus[call.outcomeWord];
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
    case Outcome::Failed:
    case Outcome::Unknown:
        ++day.failed;
        break;
    case Outcome::Elsewhere:
    case Outcome::InProgress:
        break;
    }
}

} // namespace

QDate civilDay(const QDate &userDay, const QDateTime &instant, const QTimeZone &zone)
{
    return userDay.isValid() ? userDay : instant.toTimeZone(zone).date();
}

QList<DailyMetrics> dailyMetrics(const QList<CountedCall> &calls, const QList<CountedText> &texts, const Rep &rep, const QDate &from,
                                 const QDate &to)
{
    const QString email = normalised(rep.email);
    std::map<std::pair<QDate, QString>, DailyMetrics> days;
    std::map<std::pair<QDate, QString>, QCryptographicHash> digests;
    const auto dayOf = [&](const auto &row, const QDateTime &instant) -> DailyMetrics * {
        const QDate day = civilDay(row.userDay, instant, rep.zone);
        if (!day.isValid() || day < from || day > to)
            return nullptr;
        auto [entry, isNew] = days.try_emplace({day, row.source});
        if (isNew)
            entry->second = DailyMetrics{.day = day, .source = row.source, .timeZone = QString::fromUtf8(rep.zone.id())};
        return &entry->second;
    };

    for (const auto &[key, call] : eachOnce(calls)) {
        const Outcome outcome = outcomeOf(*call);
        if (outcome == Outcome::InProgress || normalised(call->agentEmail) != email)
            continue;
        if (DailyMetrics *day = dayOf(*call, call->startedAt)) {
            count(*day, *call, outcome);
            auto [digest, isNew] = digests.try_emplace({day->day, day->source}, QCryptographicHash::Sha256);
            digest->second.addData(key.second.toUtf8().append('\n'));
        }
    }
    for (const auto &[key, text] : eachOnce(texts)) {
        if (text->deleted || normalised(text->agentEmail) != email)
            continue;
        if (DailyMetrics *day = dayOf(*text, text->sentAt))
            ++(text->direction == CallDirection::Outbound ? day->textsSent : day->textsReceived);
    }

    QList<DailyMetrics> result;
    for (auto &[key, day] : days) {
        if (const auto digest = digests.find(key); digest != digests.end())
            day.callIdsDigest = QString::fromLatin1(digest->second.result().toHex().first(16));
        result.append(std::move(day));
    }
    return result;
}

} // namespace callcard
