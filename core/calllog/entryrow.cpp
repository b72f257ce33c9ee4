#include "entryrow.h"

#include "searchtext.h"

#include <callcard/callbackqueue.h>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPlaceBits = 10;

std::optional<qint64> secondsColumn(const std::optional<std::chrono::seconds> &span)
{
    return span ? std::optional<qint64>(span->count()) : std::nullopt;
}

std::optional<std::chrono::seconds> secondsFrom(const Row &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(std::chrono::seconds(row.integer(column)));
}

std::optional<qint64> halvesOf(const std::optional<double> &rating)
{
    return rating ? std::optional<qint64>(qRound(*rating * 2)) : std::nullopt;
}

/// The free place nearest behind the start. A thousand calls of one millisecond would overflow into the next, which harms nothing.
Result<qint64> freePlace(Store &store, qint64 wanted)
{
    const auto last = store.first(
        u"SELECT max(place) FROM calls WHERE place >= ? AND place < ?"_s,
        [](const Row &row) { return row.isNull(0) ? qint64(-1) : row.integer(0); }, wanted, wanted + (qint64(1) << kPlaceBits));
    if (!last)
        return tl::unexpected(last.error());
    return last->value_or(-1) < 0 ? wanted : **last + 1;
}

Result<> replaceText(Store &store, qint64 place, const QString &text)
{
    if (const auto gone = store.run(u"DELETE FROM calls_text WHERE rowid=?"_s, place); !gone)
        return tl::unexpected(gone.error());
    if (text.isEmpty())
        return {};
    const auto written = store.run(u"INSERT INTO calls_text(rowid, text) VALUES(?, ?)"_s, place, text);
    return written.map([](const Changes &) {});
}

Result<> insertEntry(Store &store, const StoredEntry &stored)
{
    const LogEntry &entry = stored.entry;
    const Call &call = entry.call;
    const auto done = store.run(
        u"INSERT OR REPLACE INTO calls(place, id, session, source, direction, state, reason, number, raw, extension, name, email, "
        "local_number, local_raw, local_extension, local_name, line, agent, answered_by, started, answered, ended, talk, hold, "
        "provisional, "
        "withheld, internal, own_leg, status, told, hidden, customer, customer_name, company, person, note, told_note, outcome, "
        "told_outcome, tags, halves, private, recording, transcription, waiting, settling, settled_at, settled_by, settled_call) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?, ?, ?, ?, ?)"_s,
        entry.place, call.id.text(), call.sessionId, call.source, callDirectionName(call.direction), callStateName(call.state),
        endReasonName(call.reason), numberColumn(call.remote.number), call.remote.rawNumber, call.remote.extension, call.remote.name,
        call.remote.email, numberColumn(call.local.number), call.local.rawNumber, call.local.extension, call.local.name, call.lineName,
        call.agentEmail, call.answeredBy, call.startedAt, call.answeredAt, call.endedAt, secondsColumn(call.talkTime),
        secondsColumn(call.holdTime), call.missedProvisional, call.withheld, call.internal, call.ownRingOutLeg, call.providerStatus,
        stored.told, stored.hidden, entry.customer.id.text(), entry.customer.name, entry.customer.company, stored.person, entry.note,
        stored.toldNote, entry.outcome, stored.toldOutcome, entry.tags.join(u'\n'), halvesOf(entry.rating), entry.isPrivate,
        entry.recordingUrl, entry.transcription, entry.waiting, static_cast<int>(entry.settlement.how), entry.settlement.at,
        entry.settlement.by, entry.settlement.byCall.text());
    return done.map([](const Changes &) {});
}

} // namespace

qint64 placeOf(const QDateTime &instant)
{
    return instant.toMSecsSinceEpoch() << kPlaceBits;
}

std::optional<qint64> numberColumn(const std::optional<PhoneNumber> &number)
{
    return number ? std::optional<qint64>(static_cast<qint64>(number->toInteger())) : std::nullopt;
}

std::optional<PhoneNumber> numberFrom(const Row &row, int column)
{
    return row.isNull(column) ? std::nullopt : PhoneNumber::fromInteger(static_cast<quint64>(row.integer(column)));
}

const QString &entryColumns()
{
    // The last one is looked up: which missed call this one settled.
    static const QString columns =
        u"c.place, c.id, c.session, c.source, c.direction, c.state, c.reason, c.number, c.raw, c.extension, c.name, c.email, "
        "c.local_number, c.local_raw, c.local_extension, c.local_name, c.line, c.agent, c.answered_by, c.started, c.answered, c.ended, "
        "c.talk, c.hold, c.provisional, c.withheld, c.internal, c.own_leg, c.status, c.told, c.hidden, c.customer, c.customer_name, "
        "c.company, c.person, c.note, c.told_note, c.outcome, c.told_outcome, c.tags, c.halves, c.private, c.recording, c.transcription, "
        "c.waiting, c.settling, c.settled_at, c.settled_by, c.settled_call, "
        "(SELECT s.id FROM calls s WHERE s.settled_call=c.id AND s.settled_call<>'' ORDER BY s.place DESC LIMIT 1)"_s;
    return columns;
}

LogEntry entryFrom(const Row &row)
{
    LogEntry entry;
    int column = 0;
    const auto text = [&] { return row.text(column++); };
    entry.place = row.integer(column++);
    Call &call = entry.call;
    call.id = CallId(text());
    call.sessionId = text();
    call.source = text();
    call.direction = callDirectionFromName(text()).value_or(CallDirection::Inbound);
    call.state = callStateFromName(text()).value_or(CallState::Ended);
    call.reason = endReasonFromName(text()).value_or(EndReason::Unknown);
    call.remote.number = numberFrom(row, column++);
    call.remote.rawNumber = text();
    call.remote.extension = text();
    call.remote.name = text();
    call.remote.email = text();
    call.local.number = numberFrom(row, column++);
    call.local.rawNumber = text();
    call.local.extension = text();
    call.local.name = text();
    call.lineName = text();
    call.agentEmail = text();
    call.answeredBy = text();
    call.startedAt = row.time(column++);
    call.answeredAt = row.time(column++);
    call.endedAt = row.time(column++);
    call.talkTime = secondsFrom(row, column++);
    call.holdTime = secondsFrom(row, column++);
    call.missedProvisional = row.flag(column++);
    call.withheld = row.flag(column++);
    call.internal = row.flag(column++);
    call.ownRingOutLeg = row.flag(column++);
    call.providerStatus = text();
    column += 2; // told, hidden
    entry.customer = {.id = CustomerId(text())};
    entry.customer.name = text();
    entry.customer.company = text();
    ++column; // person
    entry.note = text();
    ++column; // told_note
    entry.outcome = text();
    ++column; // told_outcome
    entry.tags = text().split(u'\n', Qt::SkipEmptyParts);
    if (!row.isNull(column))
        entry.rating = static_cast<double>(row.integer(column)) / 2;
    ++column;
    entry.isPrivate = row.flag(column++);
    entry.recordingUrl = text();
    entry.transcription = text();
    entry.waiting = row.flag(column++);
    entry.settlement.how = static_cast<Settling>(row.integer(column++));
    entry.settlement.at = row.time(column++);
    entry.settlement.by = text();
    entry.settlement.byCall = CallId(text());
    entry.settles = CallId(text());
    return entry;
}

StoredEntry storedFrom(const Row &row)
{
    return {.entry = entryFrom(row),
            .told = row.flag(29),
            .hidden = row.flag(30),
            .toldNote = row.text(36),
            .toldOutcome = row.text(38),
            .person = row.text(34)};
}

Result<std::optional<StoredEntry>> readEntry(Store &store, const CallId &call, const QString &session)
{
    // The id alone first: Qt prepares a place for each of fifty columns even where there is no row.
    const auto id = store.first(
        u"SELECT id FROM calls WHERE id=? UNION ALL SELECT id FROM aliases WHERE alias=? UNION ALL SELECT id FROM "
        "(SELECT id FROM calls WHERE session=? AND session<>'' ORDER BY place DESC LIMIT 1) LIMIT 1"_s,
        [](const Row &row) { return row.text(0); }, call.text(), call.text(), session);
    if (!id)
        return tl::unexpected(id.error());
    if (!*id)
        return std::nullopt;
    static const QString byId = QString(u"SELECT "_s + entryColumns() + u" FROM calls c WHERE c.id=?"_s);
    return store.first(byId, storedFrom, **id);
}

Result<QList<StoredEntry>> readPerson(Store &store, const QString &person, qint64 since, int limit)
{
    static const QString sql = QString(u"SELECT "_s + entryColumns() +
                                       u" FROM calls c WHERE c.person=? AND c.place>=? AND c.hidden=0 ORDER BY c.place DESC LIMIT ?"_s);
    return store.all(sql, storedFrom, person, since, limit).map([](QList<StoredEntry> calls) {
        std::reverse(calls.begin(), calls.end());
        return calls;
    });
}

Result<> countPerson(Store &store, const QString &person)
{
    if (person.isEmpty())
        return {};
    if (const auto gone = store.run(u"DELETE FROM people WHERE person=?"_s, person); !gone)
        return tl::unexpected(gone.error());
    const auto counted = store.run(
        u"INSERT INTO people SELECT person, max(place), count(*), max(CASE WHEN direction='Inbound' THEN place END), "
        "sum(direction='Inbound'), max(CASE WHEN direction='Outbound' THEN place END), sum(direction='Outbound'), max(CASE WHEN "
        "direction='Inbound' AND reason IN ('missed', 'voicemail') THEN place END), sum(direction='Inbound' AND reason IN ('missed', "
        "'voicemail')), max(CASE WHEN reason='voicemail' THEN place END), sum(reason='voicemail') FROM calls WHERE person=? AND hidden=0 "
        "AND own_leg=0 GROUP BY person"_s,
        person);
    return counted.map([](const Changes &) {});
}

Result<> writeEntry(Store &store, StoredEntry &stored, const QDateTime &now, SearchTexts &texts)
{
    LogEntry &entry = stored.entry;
    const QString before = stored.person;
    stored.person = personKey(entry.customer.id, entry.call);
    const qint64 wanted = placeOf(entry.call.startedAt.isValid() ? entry.call.startedAt : now);
    const bool moves = entry.place == 0 || (entry.call.startedAt.isValid() && entry.place >> kPlaceBits != wanted >> kPlaceBits);
    if (moves) {
        const qint64 old = entry.place;
        const Result<qint64> place = freePlace(store, wanted);
        if (!place)
            return tl::unexpected(place.error());
        if (old != 0)
            texts.insert(old, {});
        entry.place = *place;
    }
    if (const Result<> written = insertEntry(store, stored); !written)
        return written;
    if (const Result<> counted = countPerson(store, stored.person); !counted)
        return counted;
    if (before != stored.person) {
        if (const Result<> counted = countPerson(store, before); !counted)
            return counted;
    }
    texts.insert(entry.place, searchTextOf(entry));
    return {};
}

Result<> removeEntry(Store &store, const StoredEntry &stored, SearchTexts &texts)
{
    texts.insert(stored.entry.place, {});
    for (const QString &sql :
         {u"DELETE FROM calls WHERE id=?"_s, u"DELETE FROM aliases WHERE id=?"_s, u"DELETE FROM steps WHERE call=?"_s,
          u"DELETE FROM receipts WHERE call=?"_s, u"DELETE FROM marks WHERE call=?"_s, u"DELETE FROM sent WHERE call=?"_s}) {
        if (const auto done = store.run(sql, stored.entry.call.id.text()); !done)
            return tl::unexpected(done.error());
    }
    return countPerson(store, stored.person);
}

Result<> writeTexts(Store &store, const SearchTexts &texts)
{
    for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
        if (const Result<> written = replaceText(store, text.key(), text.value()); !written)
            return written;
    }
    return {};
}

} // namespace callcard
