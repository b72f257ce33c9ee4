#include <callcard/calllog.h>

#include "entryrow.h"
#include "logwriter.h"
#include "pagequery.h"
#include "textrow.h"

#include <algorithm>
#include <tuple>

namespace callcard {

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The provider's word that a call would have, had its history spoken.
QString provisionalWord(const Call &call)
{
    switch (call.reason) {
    case EndReason::AnsweredElsewhere:
        return u"Answered elsewhere"_s;
    case EndReason::Voicemail:
        return u"Voicemail"_s;
    case EndReason::Busy:
        return u"Busy"_s;
    case EndReason::Declined:
        return u"Declined"_s;
    case EndReason::Failed:
        return u"Failed"_s;
    default:
        return call.wasAnswered() ? u"Answered"_s : u"Missed"_s;
    }
}

CountableCall countableRow(const Row &row)
{
    return {.source = row.text(0),
            .rowId = row.text(1),
            .call = CallId(row.text(2)),
            .agentEmail = row.text(3),
            .direction = callDirectionFromName(row.text(4)).value_or(CallDirection::Inbound),
            .outcomeWord = row.text(5),
            .inProgress = row.flag(6),
            .startedAt = row.time(7),
            .userDay = row.day(8),
            .talkTime = std::chrono::seconds(row.integer(9)),
            .holdTime = std::chrono::seconds(row.integer(10)),
            .modifiedAt = row.time(11),
            .provisional = false};
}

} // namespace

CountableCall countableFrom(const LogEntry &entry)
{
    const Call &call = entry.call;
    return {.source = call.source,
            .rowId = QString(u"live:"_s + call.id.text()),
            .call = call.id,
            .agentEmail = agentKey(call.agentEmail),
            .direction = call.direction,
            .outcomeWord = provisionalWord(call),
            .inProgress = call.isLive(),
            .startedAt = call.startedAt,
            .userDay = {},
            .talkTime = call.talkTime.value_or(0s),
            .holdTime = call.holdTime.value_or(0s),
            .modifiedAt = call.endedAt,
            .provisional = true};
}

Result<HistoryPage> CallLog::history(const HistoryQuery &query) const
{
    return readPage(*m_store, query);
}

Result<PeoplePage> CallLog::people(const HistoryQuery &query) const
{
    return readPeople(*m_store, query);
}

Result<QList<Stranger>> CallLog::strangers(const std::optional<PhoneNumber> &after, int limit) const
{
    const QString from = after ? personKey({}, Call{.remote = {.number = after}}) : u"n:"_s;
    QList<Stranger> strangers;
    const Result<> visited = m_store->each(
        u"SELECT p.person, c.id FROM people p CROSS JOIN calls c ON c.place=p.newest WHERE p.person>? AND p.person<'n;' ORDER BY p.person "
        "LIMIT ?"_s,
        [&](const Row &row) {
            if (auto number = PhoneNumber::fromE164(row.text(0).sliced(2)))
                strangers.append({.number = *std::move(number), .newest = CallId(row.text(1))});
            return true;
        },
        from, limit);
    return visited ? Result<QList<Stranger>>(strangers) : Result<QList<Stranger>>(tl::unexpected(visited.error()));
}

Result<std::optional<LogEntry>> CallLog::entry(const CallId &call) const
{
    const auto stored = readEntry(*m_store, call);
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored)
        return std::nullopt;
    LogEntry entry = (*stored)->entry;
    const auto rows = m_store->all(
        u"SELECT source || ':' || row FROM told WHERE call=? AND deleted=0 AND running=0 ORDER BY source, row"_s,
        [](const Row &row) { return row.text(0); }, entry.call.id.text());
    if (!rows)
        return tl::unexpected(rows.error());
    entry.countedAs = *rows;
    return entry;
}

Result<std::optional<CallStory>> CallLog::story(const CallId &call) const
{
    const auto known = entry(call);
    if (!known)
        return tl::unexpected(known.error());
    if (!*known)
        return std::nullopt;
    CallStory story{.entry = **known};
    const Call &facts = story.entry.call;
    const QString id = facts.id.text();
    const auto steps = m_store->all(
        u"SELECT at, state FROM steps WHERE call=? ORDER BY at"_s,
        [](const Row &row) { return CallStep{.at = row.time(0), .state = callStateFromName(row.text(1)).value_or(CallState::Active)}; },
        id);
    const auto receipt = m_store->first(
        u"SELECT event_time, received, matching, painting, reason FROM receipts WHERE call=?"_s,
        [](const Row &row) {
            return CardReceipt{.eventTime = row.time(0),
                               .receivedAt = row.time(1),
                               .matching = std::chrono::microseconds(row.integer(2)),
                               .painting = std::chrono::microseconds(row.integer(3)),
                               .reason = row.text(4)};
        },
        id);
    const auto deliveries = m_store->all(
        u"SELECT what, delivered FROM marks WHERE call=? ORDER BY what"_s,
        [](const Row &row) { return Delivered{.what = static_cast<Delivers>(row.integer(0)), .at = row.time(1)}; }, id);
    const auto toldNote = m_store->first(
        u"SELECT told_note FROM calls WHERE id=?"_s, [](const Row &row) { return row.text(0); }, id);
    if (!steps || !receipt || !deliveries)
        return tl::unexpected(!steps ? steps.error() : !receipt ? receipt.error() : deliveries.error());
    const auto sentNotes = m_store->all(
        u"SELECT text FROM sent WHERE call=? AND what=? ORDER BY revision"_s, [](const Row &row) { return row.text(0); }, id,
        static_cast<int>(Delivers::Note));
    if (!toldNote || !sentNotes)
        return tl::unexpected(!toldNote ? toldNote.error() : sentNotes.error());
    story.sentNotes = *sentNotes;
    story.toldNote = toldNote->value_or(QString());
    story.receipt = *receipt;
    story.deliveries = *deliveries;
    story.steps.append({.at = facts.startedAt, .state = CallState::Ringing, .detail = facts.lineName});
    if (facts.wasAnswered())
        story.steps.append({.at = facts.answeredAt, .state = CallState::Active, .detail = facts.answeredBy});
    story.steps += *steps;
    if (!facts.isLive())
        story.steps.append(
            {.at = facts.endedAt.isValid() ? facts.endedAt : facts.startedAt, .state = CallState::Ended, .reason = facts.reason});
    return story;
}

Result<QList<CallId>> CallLog::otherNames(const CallId &call) const
{
    return m_store->all(
        u"SELECT alias FROM aliases WHERE id=? ORDER BY alias"_s, [](const Row &row) { return CallId(row.text(0)); }, call.text());
}

Result<LogTotals> CallLog::totals(const QDateTime &from, const QDateTime &to) const
{
    auto totals = m_store->first(
        u"SELECT count(*), total(answered IS NOT NULL AND reason<>'answered-elsewhere'), total(direction='Inbound' AND reason IN "
        u"('missed', "
        "'voicemail')), total(waiting), total(coalesce(talk, 0)) FROM calls WHERE place>=? AND place<? AND hidden=0 AND own_leg=0 AND "
        u"id NOT LIKE 'dial:%'"_s,
        [](const Row &row) {
            return LogTotals{.calls = static_cast<int>(row.integer(0)),
                             .answered = static_cast<int>(row.real(1)),
                             .missed = static_cast<int>(row.real(2)),
                             .waiting = static_cast<int>(row.real(3)),
                             .talk = std::chrono::seconds(static_cast<qint64>(row.real(4)))};
        },
        placeOf(from), placeOf(to));
    const auto texts = m_store->first(
        u"SELECT total(direction='Outbound'), total(direction='Inbound') FROM texts WHERE sent>=? AND sent<? AND deleted=0"_s,
        [](const Row &row) { return std::pair(static_cast<int>(row.real(0)), static_cast<int>(row.real(1))); }, from, to);
    if (!totals || !texts)
        return tl::unexpected(totals ? texts.error() : totals.error());
    LogTotals all = totals->value_or(LogTotals{});
    std::tie(all.textsSent, all.textsReceived) = texts->value_or(std::pair(0, 0));
    return all;
}

Result<Countables> CallLog::countables(const QString &agentEmail, const QDate &from, const QDate &to) const
{
    // A civil day begins up to 14 hours before its UTC day and ends up to 12 after; the provider's own days may be of any zone.
    const QDateTime start = from.startOfDay(Qt::UTC).addSecs(-36 * 3600);
    const QDateTime stop = to.addDays(1).startOfDay(Qt::UTC).addSecs(36 * 3600);
    const QString agent = agentKey(agentEmail);
    auto rows = m_store->all(u"SELECT source, row, call, agent, direction, word, running, started, user_day, talk, hold, modified FROM "
                             u"told WHERE started>=? AND "
                             "started<? AND (?='' OR agent=?) AND deleted=0 ORDER BY started, source, row"_s,
                             countableRow, start, stop, agent, agent);
    // What was only clicked for is no call of anybody's yet: it counts once a provider tells of it.
    static const QString untold = QString(u"SELECT "_s + entryColumns() +
                                          u" FROM calls c WHERE c.told=0 AND c.place>=? AND c.place<? AND c.hidden=0 AND c.own_leg=0 AND "
                                          u"c.id NOT LIKE 'dial:%' AND NOT EXISTS (SELECT 1 FROM told t WHERE "
                                          "t.call=c.id) ORDER BY c.place"_s);
    const auto live = m_store->all(untold, entryFrom, placeOf(start), placeOf(stop));
    static const QString texts = QString(u"SELECT "_s + textColumns() +
                                         u" FROM texts WHERE sent>=? AND sent<? AND (?='' OR agent=?) AND told=1 ORDER BY sent, id"_s);
    auto messages = m_store->all(texts, textFrom, start, stop, agent, agent);
    if (!rows || !live || !messages)
        return tl::unexpected(!rows ? rows.error() : !live ? live.error() : messages.error());
    Countables found{.calls = std::move(*rows), .texts = std::move(*messages)};
    for (const LogEntry &entry : *live) {
        const CountableCall call = countableFrom(entry);
        if (agent.isEmpty() || call.agentEmail.isEmpty() || call.agentEmail == agent)
            found.calls.append(call);
    }
    for (Message &text : found.texts)
        text.text.clear();
    return found;
}

Result<QList<Message>> CallLog::texts(const QList<PhoneNumber> &numbers, int limit) const
{
    static const QString sql =
        QString(u"SELECT "_s + textColumns() + u" FROM texts WHERE number=? AND deleted=0 AND forgotten=0 ORDER BY sent DESC LIMIT ?"_s);
    QList<Message> found;
    for (const PhoneNumber &number : numbers) {
        const auto some = m_store->all(sql, textFrom, numberColumn(number), limit);
        if (!some)
            return tl::unexpected(some.error());
        found += *some;
    }
    std::sort(found.begin(), found.end(), [](const Message &left, const Message &right) {
        return std::pair(left.sentAt, left.id) > std::pair(right.sentAt, right.id);
    });
    return found.first(std::min<qsizetype>(found.size(), limit));
}

Result<QStringList> CallLog::knownOutcomes(int limit) const
{
    return m_store->all(
        u"SELECT told_outcome FROM calls WHERE outcome<>'' AND told_outcome<>'' GROUP BY told_outcome "
        "ORDER BY count(*) DESC, told_outcome LIMIT ?"_s,
        [](const Row &row) { return row.text(0); }, limit);
}

} // namespace callcard
