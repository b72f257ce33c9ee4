#include "callmerge.h"

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongestName = 400;
constexpr qsizetype kLongestNote = 20'000;
constexpr qsizetype kLongestTranscript = 100'000;
constexpr qsizetype kLongestUrl = 4'000;
constexpr qsizetype kMostTags = 50;

void keepEarliest(QDateTime &kept, const QDateTime &other)
{
    if (other.isValid() && (!kept.isValid() || other < kept))
        kept = other;
}

void fill(QString &text, const QString &other)
{
    if (text.isEmpty())
        text = other;
}

void fill(CallParty &party, const CallParty &other)
{
    if (!party.number)
        party.number = other.number;
    fill(party.rawNumber, other.rawNumber);
    fill(party.extension, other.extension);
    fill(party.name, other.name);
    fill(party.email, other.email);
}

/// The facts that do not change in the life of a call, from whoever knows them.
void fillFacts(Call &call, const Call &other)
{
    fill(call.remote, other.remote);
    fill(call.local, other.local);
    fill(call.sessionId, other.sessionId);
    fill(call.source, other.source);
    fill(call.lineName, other.lineName);
    fill(call.agentEmail, other.agentEmail);
    fill(call.answeredBy, other.answeredBy);
    fill(call.providerStatus, other.providerStatus);
    keepEarliest(call.startedAt, other.startedAt);
    keepEarliest(call.answeredAt, other.answeredAt);
    if (!call.endedAt.isValid())
        call.endedAt = other.endedAt;
    if (!call.talkTime)
        call.talkTime = other.talkTime;
    if (!call.holdTime)
        call.holdTime = other.holdTime;
    call.withheld |= other.withheld;
    call.internal |= other.internal;
    call.ownRingOutLeg |= other.ownRingOutLeg;
}

/// The providers' words for a call in which somebody talked, for rows that tell no length.
bool saysConnected(const QString &word)
{
    const QString plain = word.simplified().toLower();
    return plain == "answered"_L1 || plain == "accepted"_L1 || plain == "call connected"_L1;
}

bool saysHowItEnded(EndReason reason)
{
    return reason != EndReason::None && reason != EndReason::Unknown;
}

} // namespace

QString bounded(const QString &text, qsizetype most)
{
    return text.size() <= most ? text : text.first(most);
}

void bound(Call &call)
{
    for (QString *text : {&call.sessionId, &call.source, &call.lineName, &call.agentEmail, &call.answeredBy, &call.providerStatus,
                          &call.remote.rawNumber, &call.remote.extension, &call.remote.name, &call.remote.email, &call.local.rawNumber,
                          &call.local.extension, &call.local.name, &call.local.email})
        *text = bounded(*text, kLongestName);
}

void joinLive(StoredEntry &stored, const Call &call)
{
    const Call before = stored.entry.call;
    Call &kept = stored.entry.call;
    kept = call;
    kept.id = before.id;
    fill(kept.sessionId, before.sessionId);
    fillFacts(kept, before);
    if (call.isLive())
        kept.endedAt = {};
    if (stored.told && before.state == CallState::Ended) {
        kept.state = before.state;
        kept.reason = before.reason;
        kept.endedAt = before.endedAt;
        kept.talkTime = before.talkTime;
        kept.holdTime = before.holdTime;
        kept.missedProvisional = before.missedProvisional;
        if (!before.wasAnswered()) // a late event must not bring back what the history took away
            kept.answeredAt = {};
    }
    bound(kept);
}

bool shows(const QString &theirs, const QString &ours)
{
    return !ours.isEmpty() && (theirs == ours || theirs.endsWith(QString(u'\n' + ours)));
}

void joinHistory(StoredEntry &stored, const HistoryRow &row, const OursOfCall &ours)
{
    LogEntry &entry = stored.entry;
    Call &kept = entry.call;
    const Call &told = row.call;
    const bool first = !stored.told;
    const bool ends = told.state == CallState::Ended && !row.inProgress;
    const auto talk = [](const Call &call) { return call.talkTime.value_or(std::chrono::seconds(0)); };
    if (ends && (first || talk(told) >= talk(kept))) {
        kept.state = CallState::Ended;
        if (saysHowItEnded(told.reason) || !saysHowItEnded(kept.reason))
            kept.reason = told.reason;
        if (told.talkTime)
            kept.talkTime = told.talkTime;
        if (told.holdTime)
            kept.holdTime = told.holdTime;
        if (told.endedAt.isValid())
            kept.endedAt = told.endedAt;
        if (!told.answeredBy.isEmpty())
            kept.answeredBy = told.answeredBy;
        // The events may have missed that nobody took it, or thought that somebody did.
        if (!told.wasAnswered() && talk(told).count() == 0 && told.reason != EndReason::AnsweredElsewhere &&
            !saysConnected(row.outcomeWord))
            kept.answeredAt = {};
        kept.missedProvisional = false;
        stored.told = true;
    }
    fillFacts(kept, told);
    if (!ends && kept.isLive())
        kept.endedAt = {};
    bound(kept);

    const QString note = bounded(row.note, kLongestNote);
    if (note != stored.toldNote) {
        const bool isTheirs = entry.note.isEmpty() || entry.note == stored.toldNote || ours.sentNotes.contains(entry.note);
        stored.toldNote = note;
        if (!note.isEmpty() && !ours.note && isTheirs)
            entry.note = note;
    }
    const QString outcome = bounded(row.disposition, kLongestName);
    if (outcome != stored.toldOutcome) {
        const bool isTheirs = entry.outcome.isEmpty() || entry.outcome == stored.toldOutcome || ours.sentOutcomes.contains(entry.outcome);
        stored.toldOutcome = outcome;
        if (!outcome.isEmpty() && !ours.outcome && isTheirs)
            entry.outcome = outcome;
    }
    if (row.rating && !ours.rating)
        entry.rating = row.rating;
    for (const QString &tag : row.tags) {
        if (entry.tags.size() < kMostTags && !entry.tags.contains(tag))
            entry.tags.append(bounded(tag, kLongestName).replace(u'\n', u' '));
    }
    if (!row.recordingUrl.isEmpty())
        entry.recordingUrl = bounded(row.recordingUrl, kLongestUrl);
    if (!row.transcription.isEmpty())
        entry.transcription = bounded(row.transcription, kLongestTranscript);
}

void joinCalls(StoredEntry &into, const StoredEntry &from)
{
    LogEntry &entry = into.entry;
    const LogEntry &other = from.entry;
    fillFacts(entry.call, other.call);
    if (entry.note.isEmpty())
        entry.note = other.note;
    else if (!other.note.isEmpty() && !entry.note.contains(other.note))
        entry.note = QString(entry.note + u'\n' + other.note);
    fill(entry.outcome, other.outcome);
    if (!entry.rating)
        entry.rating = other.rating;
    for (const QString &tag : other.tags) {
        if (!entry.tags.contains(tag))
            entry.tags.append(tag);
    }
    entry.isPrivate |= other.isPrivate;
    if (entry.customer.id.isEmpty())
        entry.customer = other.customer;
    fill(entry.recordingUrl, other.recordingUrl);
    fill(entry.transcription, other.transcription);
    into.told |= from.told;
}

} // namespace callcard
