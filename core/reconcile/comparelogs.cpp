#include "comparelogs.h"

#include <callcard/goalprogress.h>

#include <algorithm>
#include <map>

namespace callcard {

namespace {

/// What one row adds to the figures; nothing when it is not this rep's or not settled.
struct Share {
    bool isThere{}; ///< The side has the row at all.
    bool isSettled{};
    bool isOfRep{};
    QDate day{};
    Outcome outcome{};
    qint64 talk{}; ///< seconds

    [[nodiscard]] bool counts() const { return isThere && isSettled && isOfRep; }
};

Share shareOf(const CountedCall &call, const Rep &rep)
{
    const Outcome outcome = outcomeOf(call);
    return {.isThere = true,
            .isSettled = outcome != Outcome::InProgress,
            .isOfRep = belongsTo(rep, call.agentEmail),
            .day = civilDay(call.userDay, call.startedAt, rep.zone),
            .outcome = outcome,
            .talk = outcome == Outcome::Connected ? std::max<qint64>(call.talkTime.count(), 0) : 0};
}

Share shareOf(const CountedText &text, const Rep &rep)
{
    return {.isThere = !text.deleted && text.direction == CallDirection::Outbound,
            .isSettled = true,
            .isOfRep = belongsTo(rep, text.agentEmail),
            .day = civilDay(text.userDay, text.sentAt, rep.zone)};
}

struct Pair {
    Share ours;
    Share theirs;
};

template <typename Row>
std::map<QString, Pair> pairs(const QList<Row> &ours, const QList<Row> &theirs, const QString &source, const Rep &rep)
{
    std::map<QString, Pair> result; // ordered by row id: the explanation reads the same every time
    for (const Row &row : newestReports(ours)) {
        if (row.source == source)
            result[row.rowId].ours = shareOf(row, rep);
    }
    for (const Row &row : newestReports(theirs)) {
        if (row.source == source)
            result[row.rowId].theirs = shareOf(row, rep);
    }
    return result;
}

DifferenceReason reasonOf(const Pair &pair)
{
    if (!pair.ours.isThere)
        return DifferenceReason::MissingHere;
    if (!pair.theirs.isThere)
        return DifferenceReason::MissingThere;
    if (pair.ours.isOfRep != pair.theirs.isOfRep)
        return DifferenceReason::OtherAgent;
    if (pair.ours.isSettled != pair.theirs.isSettled)
        return DifferenceReason::InProgress;
    if (pair.ours.day != pair.theirs.day)
        return DifferenceReason::OtherDay;
    return pair.ours.outcome != pair.theirs.outcome ? DifferenceReason::OtherOutcome : DifferenceReason::OtherDuration;
}

/// The row's part in one figure of one day, on one side.
template <typename Amount>
double partOf(const Share &share, const QDate &day, Amount amount)
{
    return share.counts() && share.day == day ? static_cast<double>(amount(share)) : 0;
}

template <typename Amount>
void explain(DifferencesByFigure &found, const ProviderLog &theirs, const QString &type, const QString &rowId, const Pair &pair,
             const DayRange &range, Amount amount)
{
    QList<QDate> days;
    if (pair.ours.counts())
        days.append(pair.ours.day);
    if (pair.theirs.counts() && !days.contains(pair.theirs.day))
        days.append(pair.theirs.day);
    const DifferenceReason reason = reasonOf(pair);
    for (const QDate &day : days) {
        if (day < range.from || day > range.to)
            continue;
        const double more = partOf(pair.theirs, day, amount) - partOf(pair.ours, day, amount);
        // Another outcome changes no number of calls, but it changes what the day says.
        const bool isToldAnyway = reason == DifferenceReason::OtherOutcome && type == kCallsType;
        if (more != 0 || isToldAnyway)
            found[{day, theirs.source, type}].append({.callId = rowId, .reason = reason, .amount = more, .documentId = {}});
    }
}

} // namespace

DifferencesByFigure compareLogs(const ReconcileInput &input, const ProviderLog &theirs)
{
    const DayRange range{std::max(input.range.from, theirs.days.from), std::min(input.range.to, theirs.days.to)};
    DifferencesByFigure found;
    const auto once = [](const Share &) { return 1; };
    const auto seconds = [](const Share &share) { return share.talk; };
    for (const auto &[rowId, pair] : pairs(input.calls, theirs.calls, theirs.source, input.rep)) {
        explain(found, theirs, kCallsType.toString(), rowId, pair, range, once);
        explain(found, theirs, kTalkType.toString(), rowId, pair, range, seconds);
    }
    for (const auto &[rowId, pair] : pairs(input.texts, theirs.texts, theirs.source, input.rep))
        explain(found, theirs, kTextsType.toString(), rowId, pair, range, once);
    return found;
}

} // namespace callcard
