#include <callcard/ui/teamfacts.h>

#include <callcard/goalprogress.h>

#include <QMap>

#include <algorithm>
#include <chrono>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kTeamDays = 10;
constexpr std::chrono::seconds kNowHolds{300};
constexpr double kMostADay = 1e7; // beyond it is no count of calls, minutes or texts

std::optional<double> targetFor(const QList<Goal> &goals, QStringView type, std::optional<GoalPeriod> period)
{
    std::optional<double> target;
    for (const Goal &goal : goals) {
        if (period && goal.type == type && goal.period == *period && goal.target > 0 && std::isfinite(goal.target))
            target = std::max(target.value_or(0), goal.target);
    }
    return target;
}

void addTarget(std::optional<double> &sum, const TeamFigure &figure)
{
    if (figure.target && figure.value)
        sum = sum.value_or(0) + *figure.target;
}

/// Sums day by day. Who has no figure of any of the days is no gap; who has some is one where they have none.
QList<std::optional<double>> teamDays(const QList<TeamRow> &rows)
{
    QList<std::optional<double>> sums;
    for (int day = 0; day < kTeamDays; ++day) {
        std::optional<double> sum;
        bool isWhole = true;
        for (const TeamRow &row : rows) {
            const bool isAny = std::any_of(row.days.begin(), row.days.end(), [](const auto &value) { return value.has_value(); });
            const std::optional<double> value = row.days.value(day);
            isWhole = isWhole && (value || !isAny);
            if (value)
                sum = sum.value_or(0) + *value;
        }
        sums.append(isWhole ? sum : std::nullopt);
    }
    return sums;
}
} // namespace

DayRange rangeOf(const TeamChoice &choice, const QDate &today)
{
    switch (choice.span) {
    case TeamSpan::Today:
        return {today, today};
    case TeamSpan::Week:
        return periodAround(GoalPeriod::Weekly, today);
    case TeamSpan::Month:
        return periodAround(GoalPeriod::Monthly, today);
    case TeamSpan::Range:
        break;
    }
    if (!choice.range.from.isValid() || !choice.range.to.isValid())
        return periodAround(GoalPeriod::Quarterly, today);
    return {std::min(choice.range.from, choice.range.to), std::max(choice.range.from, choice.range.to)};
}

bool isFigure(const TeamDocument &document)
{
    return std::isfinite(document.value) && document.value >= 0 && document.value <= kMostADay &&
           (document.source == "justcall"_L1 || document.source == "ringcentral"_L1);
}

PersonNow personNow(const TeamRow &row, const QDateTime &now)
{
    const bool isOld = !row.presentAt.isValid() || row.presentAt.secsTo(now) > kNowHolds.count();
    return isOld ? PersonNow::Unknown : row.present.value_or(PersonNow::Unknown);
}

QDateTime freshAt(const TeamRow &row)
{
    return row.syncedAt.isValid() && (!row.updatedAt.isValid() || row.syncedAt > row.updatedAt) ? row.syncedAt : row.updatedAt;
}

TeamRow teamSums(const TeamMember &member, const QList<TeamDocument> &figures, const TeamSpanOfTime &span)
{
    TeamRow row{.id = member.id, .name = member.name, .email = member.email};
    QMap<QDate, double> byDay;
    bool isAnsweredTold = true;
    bool isConnectedTold = true;
    for (const TeamDocument &figure : figures) {
        if (!isFigure(figure))
            continue;
        if (figure.type == kCallsType)
            byDay[figure.day] += figure.value;
        if (figure.updatedAt.isValid() && (!row.updatedAt.isValid() || figure.updatedAt > row.updatedAt))
            row.updatedAt = figure.updatedAt;
        if (figure.day < span.range.from || figure.day > span.range.to)
            continue;
        TeamFigure *sum = figure.type == kCallsType   ? &row.calls
                          : figure.type == kTalkType  ? &row.talk
                          : figure.type == kTextsType ? &row.texts
                                                      : nullptr;
        if (sum == nullptr)
            continue;
        sum->value = sum->value.value_or(0) + figure.value;
        if (figure.type != kCallsType)
            continue;
        if (figure.inbound)
            row.incoming = row.incoming.value_or(0) + *figure.inbound;
        // One day that does not tell, and nobody knows how many there were.
        isAnsweredTold = isAnsweredTold && figure.inbound && figure.answered && *figure.answered <= *figure.inbound;
        if (figure.answered)
            row.answered = row.answered.value_or(0) + *figure.answered;
        isConnectedTold = isConnectedTold && figure.connected && *figure.connected <= figure.value;
        if (figure.connected)
            row.connected = row.connected.value_or(0) + *figure.connected;
    }
    if (!isAnsweredTold)
        row.answered.reset();
    if (!isConnectedTold)
        row.connected.reset();
    const QDate today = span.now.toTimeZone(span.zone).date();
    for (QDate day = today; row.days.size() < kTeamDays && day > today.addDays(-3 * kTeamDays); day = day.addDays(-1)) {
        if (span.hours.days.isEmpty() || span.hours.days.contains(day.dayOfWeek()))
            row.days.prepend(byDay.contains(day) ? std::optional(byDay.value(day)) : std::nullopt);
    }
    return row;
}

void takePace(TeamRow &row, const QList<Goal> &goals, const TeamSpanOfTime &span)
{
    const QDate today = span.now.toTimeZone(span.zone).date();
    const bool isPresent = span.range.from <= today && span.range.to >= today;
    const double elapsed = isPresent && span.period ? elapsedShare(*span.period, span.now, span.zone, span.hours) : 1.0;
    const auto pace = [&](TeamFigure &figure, QStringView type) {
        figure.target = targetFor(goals, type, span.period);
        if (figure.target && figure.value)
            figure.pace = paceOf(*figure.value, *figure.target, elapsed);
    };
    pace(row.calls, kCallsType);
    pace(row.talk, kTalkType);
    pace(row.texts, kTextsType);
}

TeamRow teamRow(const TeamMember &member, const QList<TeamDocument> &figures, const QList<Goal> &goals, const TeamSpanOfTime &span)
{
    TeamRow row = teamSums(member, figures, span);
    takePace(row, goals, span);
    return row;
}

TeamTotals teamTotals(const QList<TeamRow> &rows)
{
    TeamTotals totals;
    int answered = 0;
    int connected = 0;
    for (const TeamRow &row : rows) {
        ++totals.people;
        if (!row.isCounted())
            continue;
        ++totals.counted;
        totals.calls += row.calls.value.value_or(0);
        totals.talk += row.talk.value.value_or(0);
        totals.texts += row.texts.value.value_or(0);
        addTarget(totals.callsTarget, row.calls);
        addTarget(totals.talkTarget, row.talk);
        addTarget(totals.textsTarget, row.texts);
        totals.incoming += row.incoming.value_or(0);
        if (row.incoming && row.answered) {
            totals.answeredOf += *row.incoming;
            answered += *row.answered;
        }
        if (row.connected) {
            totals.connectedOf += static_cast<int>(std::llround(row.calls.value.value_or(0)));
            connected += *row.connected;
        }
    }
    if (totals.connectedOf > 0)
        totals.connectionRate = double(connected) / totals.connectedOf;
    totals.days = teamDays(rows);
    if (totals.answeredOf > 0)
        totals.answerRate = double(answered) / totals.answeredOf;
    return totals;
}

} // namespace callcard::ui
