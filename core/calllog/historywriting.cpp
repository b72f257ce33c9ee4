#include "callmerge.h"
#include "logwriter.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>

#include <utility>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

qint64 secondsOf(const std::optional<std::chrono::seconds> &span)
{
    return span ? span->count() : 0;
}

/// Of everything a row says: an unchanged row costs one read. Never stored anywhere else, so its form may change; rows are then read once
/// more.
QByteArray digestOf(const HistoryRow &row, const QString &agent)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    const Call &call = row.call;
    stream << agent << call.id.text() << call.sessionId << int(call.direction) << int(call.state) << int(call.reason)
           << (call.remote.number ? call.remote.number->e164() : QString()) << call.remote.rawNumber << call.remote.extension
           << call.remote.name << call.remote.email << call.lineName << call.answeredBy << call.startedAt << call.answeredAt << call.endedAt
           << secondsOf(call.talkTime) << call.talkTime.has_value() << secondsOf(call.holdTime) << call.withheld << call.internal
           << row.userDay << row.outcomeWord << row.inProgress << row.note << row.disposition << row.tags << row.rating.value_or(-1)
           << row.recordingUrl << row.transcription << row.modifiedAt;
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
}

Result<> readSent(Store &store, const CallId &call, OursOfCall &ours)
{
    const auto sent = store.all(
        u"SELECT what, text FROM sent WHERE call=? ORDER BY revision"_s,
        [](const Row &found) { return std::pair(static_cast<Delivers>(found.integer(0)), found.text(1)); }, call.text());
    if (!sent)
        return tl::unexpected(sent.error());
    for (const auto &[what, text] : *sent)
        (what == Delivers::Note ? ours.sentNotes : ours.sentOutcomes).append(text);
    return {};
}

} // namespace

/// What the log has of a row of the provider's history.
struct LogWriter::Told {
    CallId call{};
    QByteArray digest{};
    QString agent{};
    QDate day{};
    bool deleted{};
    bool forgotten{};
};

Result<> LogWriter::dirty(const QString &source, const QString &agent, const QDate &day)
{
    if (!day.isValid())
        return {};
    const Result<qint64> revision = nextRevision();
    if (!revision)
        return tl::unexpected(revision.error());
    m_changes.dirty = true;
    return onlySuccess(m_store.run(u"INSERT OR REPLACE INTO dirty(source, agent, day, revision) VALUES(?, ?, ?, ?)"_s, source,
                                   agentKey(agent), day, *revision));
}

Result<TakenHistory> LogWriter::takeRows(const HistorySpan &span, const QList<HistoryRow> &rows, bool complete)
{
    TakenHistory taken;
    QSet<QString> seen;
    m_unsettled.emplace();
    for (const HistoryRow &row : rows) {
        if (row.rowId.isEmpty() || !row.call.startedAt.isValid())
            return failure(ErrorKind::BadPayload, u"a row of the history has no id or no time"_s);
        seen.insert(row.rowId);
        if (const Result<bool> done = takeRow(span, row, taken); !done)
            return tl::unexpected(done.error());
    }
    const QMap<QString, QDateTime> persons = *std::exchange(m_unsettled, std::nullopt);
    for (auto person = persons.cbegin(); person != persons.cend(); ++person) {
        if (const Result<> settled = settle(person.key(), person.value()); !settled)
            return tl::unexpected(settled.error());
    }
    if (!complete)
        return taken;
    if (const Result<> vanished = vanish(span, seen, taken); !vanished)
        return tl::unexpected(vanished.error());
    if (const Result<> noted = spanRead(span, false); !noted)
        return tl::unexpected(noted.error());
    return taken;
}

Result<bool> LogWriter::takeRow(const HistorySpan &span, const HistoryRow &row, TakenHistory &taken)
{
    const auto known = m_store.first(
        u"SELECT call, digest, agent, day, deleted, forgotten FROM told WHERE source=? AND row=?"_s,
        [](const Row &found) {
            return Told{.call = CallId(found.text(0)),
                        .digest = found.bytes(1),
                        .agent = found.text(2),
                        .day = found.day(3),
                        .deleted = found.flag(4),
                        .forgotten = found.flag(5)};
        },
        span.source, row.rowId);
    if (!known)
        return tl::unexpected(known.error());
    const QString agent = agentKey(row.call.agentEmail.isEmpty() ? span.agentEmail : row.call.agentEmail);
    const QByteArray digest = digestOf(row, agent);
    if (*known && (*known)->digest == digest && !(*known)->deleted)
        return false;

    const bool forgotten = *known && (*known)->forgotten;
    CallId call = *known ? (*known)->call : CallId();
    if (!forgotten) {
        if (const Result<> joined = joinRow(span.source, row, agent, call); !joined)
            return tl::unexpected(joined.error());
    }
    const QDate day = row.userDay.isValid() ? row.userDay : row.call.startedAt.toTimeZone(span.zone).date();
    const auto written = m_store.run(
        u"INSERT OR REPLACE INTO told(source, row, call, agent, direction, word, running, started, user_day, talk, hold, modified, digest, "
        "day, deleted, forgotten) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)"_s,
        span.source, row.rowId, call.text(), agent, callDirectionName(row.call.direction), bounded(row.outcomeWord, 400), row.inProgress,
        row.call.startedAt, row.userDay, secondsOf(row.call.talkTime), secondsOf(row.call.holdTime), row.modifiedAt, digest, day,
        forgotten);
    if (!written)
        return tl::unexpected(written.error());
    ++(*known ? taken.changed : taken.added);
    if (*known && ((*known)->day != day || (*known)->agent != agent)) {
        if (const Result<> before = dirty(span.source, (*known)->agent, (*known)->day); !before)
            return tl::unexpected(before.error());
    }
    return dirty(span.source, agent, day).map([] { return true; });
}

/// Brings the row into the call it tells of: the one it told of before, the live one of its session, or a new one.
Result<> LogWriter::joinRow(const QString &source, const HistoryRow &row, const QString &agent, CallId &call)
{
    const auto known = readEntry(m_store, call.isEmpty() ? row.call.id : call, row.call.sessionId);
    if (!known)
        return tl::unexpected(known.error());
    StoredEntry stored = known->value_or(StoredEntry{});
    OursOfCall ours;
    if (*known) {
        const auto waiting = m_store.all(
            u"SELECT what FROM marks WHERE call=? AND delivered IS NULL"_s,
            [](const Row &found) { return static_cast<Delivers>(found.integer(0)); }, stored.entry.call.id.text());
        if (!waiting)
            return tl::unexpected(waiting.error());
        ours.note = waiting->contains(Delivers::Note);
        ours.outcome = waiting->contains(Delivers::Outcome);
        ours.rating = waiting->contains(Delivers::Rating);
        if (const Result<> read = readSent(m_store, stored.entry.call.id, ours); !read)
            return read;
        // A private note never goes out, so the provider's is another one.
        ours.note |= stored.entry.isPrivate && !stored.entry.note.isEmpty();
        ours.outcome |= stored.entry.isPrivate && !stored.entry.outcome.isEmpty();
    } else {
        stored.entry.call = row.call;
        stored.entry.call.agentEmail = agent;
        if (row.inProgress && stored.entry.call.state == CallState::Ended)
            stored.entry.call.state = CallState::Active;
    }
    const StoredEntry before = stored;
    if (*known && stored.told) { // of several rows the longest talk counts, but one alone may be corrected
        const Result<bool> others = isToldByOthers(stored.entry.call.id, source, row.rowId);
        if (!others)
            return tl::unexpected(others.error());
        stored.told = *others;
    }
    joinHistory(stored, row, ours);
    stored.told |= before.told;
    stored.hidden = false;
    call = stored.entry.call.id;
    if (*known && stored == before)
        return {};
    if (const Result<> arrived = forgetArrived(before, stored, ours); !arrived)
        return arrived;
    if (const Result<> saved = save(stored); !saved)
        return saved;
    // What was seen while it lived has a record, and that must hear how it ended, whoever tells of it.
    const bool isNews =
        *known && (before.entry.call.state != stored.entry.call.state || before.entry.call.reason != stored.entry.call.reason);
    return isNews && m_marksRecords && !stored.entry.isPrivate ? mark(stored.entry.call.id, Delivers::CallRecord) : Result<>();
}

Result<bool> LogWriter::isToldByOthers(const CallId &call, const QString &source, const QString &row)
{
    const auto other = m_store.first(
        u"SELECT 1 FROM told WHERE call=? AND deleted=0 AND NOT (source=? AND row=?) LIMIT 1"_s,
        [](const Row &found) { return found.flag(0); }, call.text(), source, row);
    return other.map([](const std::optional<bool> &found) { return found.has_value(); });
}

/// What the history shows now was read back: from here on its own words are the base.
Result<> LogWriter::forgetArrived(const StoredEntry &before, const StoredEntry &after, const OursOfCall &ours)
{
    const auto forgotten = [&](Delivers what, const QStringList &sent, const QString &was, const QString &is) -> Result<> {
        if (sent.isEmpty() || was == is || !shows(is, sent.constLast()))
            return {};
        return onlySuccess(m_store.run(u"DELETE FROM sent WHERE call=? AND what=?"_s, after.entry.call.id.text(), static_cast<int>(what)));
    };
    if (const Result<> note = forgotten(Delivers::Note, ours.sentNotes, before.toldNote, after.toldNote); !note)
        return note;
    return forgotten(Delivers::Outcome, ours.sentOutcomes, before.toldOutcome, after.toldOutcome);
}

Result<> LogWriter::vanish(const HistorySpan &span, const QSet<QString> &seen, TakenHistory &taken)
{
    struct Gone {
        QString row;
        CallId call;
        QString agent;
        QDate day;
    };
    auto there = m_store.all(
        u"SELECT row, call, agent, day FROM told WHERE source=? AND agent=? AND started>=? AND started<? AND deleted=0"_s,
        [](const Row &row) { return Gone{.row = row.text(0), .call = CallId(row.text(1)), .agent = row.text(2), .day = row.day(3)}; },
        span.source, agentKey(span.agentEmail), span.from, span.to);
    if (!there)
        return tl::unexpected(there.error());
    for (const Gone &gone : std::as_const(*there)) {
        if (seen.contains(gone.row))
            continue;
        ++taken.vanished;
        if (const auto done = m_store.run(u"UPDATE told SET deleted=1 WHERE source=? AND row=?"_s, span.source, gone.row); !done)
            return onlySuccess(done);
        const auto hidden = m_store.run(
            u"UPDATE calls SET hidden=1, waiting=0 WHERE id=? AND note='' AND NOT EXISTS (SELECT 1 FROM told WHERE call=calls.id AND deleted=0)"_s,
            gone.call.text());
        if (!hidden)
            return onlySuccess(hidden);
        if (hidden->rows > 0) {
            m_changes.removed.append(gone.call);
            m_changes.queue = true;
            const auto person = m_store.first(
                u"SELECT person FROM calls WHERE id=?"_s, [](const Row &row) { return row.text(0); }, gone.call.text());
            if (!person)
                return tl::unexpected(person.error());
            if (const Result<> counted = countPerson(m_store, person->value_or(QString())); !counted)
                return counted;
        }
        if (const Result<> day = dirty(span.source, gone.agent, gone.day); !day)
            return day;
    }
    return {};
}

Result<TakenHistory> LogWriter::takeTexts(const HistorySpan &span, const QList<Message> &texts)
{
    TakenHistory taken;
    QSet<QString> seen;
    for (const Message &text : texts) {
        if (text.id.isEmpty() || !text.sentAt.isValid())
            return failure(ErrorKind::BadPayload, u"a text of the history has no id or no time"_s);
        seen.insert(text.id.text());
        if (const Result<> done = takeText(span, text, taken); !done)
            return tl::unexpected(done.error());
    }
    const auto there = m_store.all(
        u"SELECT id, day FROM texts WHERE source=? AND agent=? AND sent>=? AND sent<? AND deleted=0 AND told=1"_s,
        [](const Row &row) { return std::pair(row.text(0), row.day(1)); }, span.source, agentKey(span.agentEmail), span.from, span.to);
    if (!there)
        return tl::unexpected(there.error());
    for (const auto &[id, day] : *there) {
        if (seen.contains(id))
            continue;
        ++taken.vanished;
        m_changes.texts.append(MessageId(id));
        if (const auto done = m_store.run(u"UPDATE texts SET deleted=1 WHERE id=?"_s, id); !done)
            return tl::unexpected(done.error());
        if (const Result<> marked = dirty(span.source, span.agentEmail, day); !marked)
            return tl::unexpected(marked.error());
    }
    if (const Result<> noted = spanRead(span, true); !noted)
        return tl::unexpected(noted.error());
    return taken;
}

Result<> LogWriter::takeText(const HistorySpan &span, const Message &text, TakenHistory &taken)
{
    struct Known {
        bool same;
        bool forgotten;
        QString agent;
        QDate day;
    };
    const QString agent = agentKey(text.agentEmail.isEmpty() ? span.agentEmail : text.agentEmail);
    const QDate day = text.userDay.isValid() ? text.userDay : text.sentAt.toTimeZone(span.zone).date();
    const auto known = m_store.first(
        u"SELECT told=1 AND deleted=? AND agent=? AND direction=? AND sent=? AND (forgotten=1 OR text=?) AND user_day IS ?, "
        u"forgotten, "
        "agent, day FROM texts WHERE id=?"_s,
        [](const Row &row) { return Known{.same = row.flag(0), .forgotten = row.flag(1), .agent = row.text(2), .day = row.day(3)}; },
        text.deleted, agent, callDirectionName(text.direction), text.sentAt, bounded(text.text, 20'000), text.userDay, text.id.text());
    if (!known)
        return tl::unexpected(known.error());
    if (*known && (*known)->same)
        return {};
    const bool forgotten = *known && (*known)->forgotten;
    const auto written = m_store.run(
        u"INSERT OR REPLACE INTO texts(id, source, direction, number, raw, extension, name, local_number, local_raw, agent, text, sent, "
        "user_day, day, told, deleted, forgotten) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)"_s,
        text.id.text(), span.source, callDirectionName(text.direction), forgotten ? std::nullopt : numberColumn(text.remote.number),
        forgotten ? QString() : bounded(text.remote.rawNumber, 400), forgotten ? QString() : bounded(text.remote.extension, 400),
        forgotten ? QString() : bounded(text.remote.name, 400), numberColumn(text.local.number), bounded(text.local.rawNumber, 400), agent,
        forgotten ? QString() : bounded(text.text, 20'000), text.sentAt, text.userDay, day, text.deleted, forgotten);
    if (!written)
        return onlySuccess(written);
    ++(*known ? taken.changed : taken.added);
    m_changes.texts.append(text.id);
    if (*known && (*known)->day.isValid() && ((*known)->day != day || (*known)->agent != agent)) {
        if (const Result<> before = dirty(span.source, (*known)->agent, (*known)->day); !before)
            return before;
    }
    return dirty(span.source, agent, day);
}

/// Keeps the spans of a rep apart: what the new one covers is cut out of the older ones, whose moments stay true for the rest.
Result<> LogWriter::spanRead(const HistorySpan &span, bool texts)
{
    const QString agent = agentKey(span.agentEmail);
    const auto over = m_store.all(
        u"SELECT start, stop, read FROM spans WHERE source=? AND agent=? AND texts=? AND start<? AND stop>?"_s,
        [](const Row &row) { return ReadSpan{.from = row.time(0), .to = row.time(1), .readAt = row.time(2)}; }, span.source, agent, texts,
        span.to, span.from);
    if (!over)
        return tl::unexpected(over.error());
    QList<ReadSpan> parts{{.from = span.from, .to = span.to, .readAt = m_now}};
    for (const ReadSpan &old : *over) {
        if (const auto gone =
                m_store.run(u"DELETE FROM spans WHERE source=? AND agent=? AND texts=? AND start=?"_s, span.source, agent, texts, old.from);
            !gone)
            return onlySuccess(gone);
        if (old.from < span.from)
            parts.append({.from = old.from, .to = span.from, .readAt = old.readAt});
        if (old.to > span.to)
            parts.append({.from = span.to, .to = old.to, .readAt = old.readAt});
    }
    for (const ReadSpan &part : std::as_const(parts)) {
        const auto kept = m_store.run(u"INSERT OR REPLACE INTO spans(source, agent, texts, start, stop, read) VALUES(?, ?, ?, ?, ?, ?)"_s,
                                      span.source, agent, texts, part.from, part.to, part.readAt);
        if (!kept)
            return onlySuccess(kept);
    }
    return {};
}

} // namespace callcard
