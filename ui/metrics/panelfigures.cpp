#include <callcard/ui/panelfigures.h>

#include <algorithm>

namespace callcard::ui {

namespace {

constexpr int kLineDays = 10;
constexpr int kTodaysColumns = 15;
constexpr int kMostDayColumns = 45;

const QList<std::pair<Figure, int CallMix::*>> &mixParts()
{
    static const QList<std::pair<Figure, int CallMix::*>> parts{{Figure::OutgoingReached, &CallMix::outgoingReached},
                                                                {Figure::OutgoingUnanswered, &CallMix::outgoingUnanswered},
                                                                {Figure::IncomingAnswered, &CallMix::incomingAnswered},
                                                                {Figure::Missed, &CallMix::missed},
                                                                {Figure::Voicemail, &CallMix::voicemail},
                                                                {Figure::Elsewhere, &CallMix::elsewhere},
                                                                {Figure::Failed, &CallMix::failed},
                                                                {Figure::Unknown, &CallMix::unknown}};
    return parts;
}

/// Of a day of which only a part was read, nothing found is not zero.
bool isRead(const PanelDay &day)
{
    return day.reading == Reading::Whole || (day.reading == Reading::Partly && !day.sources.isEmpty());
}

/// The parts of one figure over several days; sums are made of these, never of percentages.
struct Sums {
    int incomingAnswered{};
    int incomingMissed{};
    int connected{};
    std::chrono::seconds talk{};
    int asked{};
    int replied{};
    int calledBack{};
    std::chrono::seconds calledBackAfter{};

    void add(const PanelDay &day)
    {
        for (const CallMix &mix : day.mixes) {
            incomingAnswered += mix.incomingAnswered;
            incomingMissed += mix.missed + mix.voicemail;
        }
        for (const DailyMetrics &source : day.sources) {
            connected += source.connected;
            talk += source.talkTime;
        }
        asked += day.asked;
        replied += day.replied;
        calledBack += day.calledBack;
        calledBackAfter += day.calledBackAfter;
    }

    [[nodiscard]] int of(Figure figure) const
    {
        switch (figure) {
        case Figure::AnswerRate:
            return incomingAnswered + incomingMissed;
        case Figure::AverageCall:
            return connected;
        case Figure::TextReplies:
            return asked;
        default:
            return calledBack;
        }
    }

    [[nodiscard]] std::optional<double> value(Figure figure) const
    {
        const int count = of(figure);
        if (count == 0)
            return std::nullopt;
        switch (figure) {
        case Figure::AnswerRate:
            return double(incomingAnswered) / count;
        case Figure::AverageCall:
            return double(talk.count() / count);
        case Figure::TextReplies:
            return double(replied) / count;
        default:
            return double(calledBackAfter.count()) / count;
        }
    }
};

const PanelDay *dayAt(const PanelFacts &facts, const QDate &day)
{
    if (facts.days.isEmpty())
        return nullptr;
    const qint64 place = facts.days.first().day.daysTo(day);
    return place >= 0 && place < facts.days.size() ? &facts.days.at(place) : nullptr;
}

std::optional<GoalPeriod> periodOf(const PanelChoice &choice, const DayRange &span)
{
    switch (choice.span) {
    case PanelSpan::Today:
        return GoalPeriod::Daily;
    case PanelSpan::Week:
        return GoalPeriod::Weekly;
    case PanelSpan::Month:
        return GoalPeriod::Monthly;
    case PanelSpan::Range:
        break;
    }
    return wholePeriod(span);
}

/// Of several goals of one type and period the greater: the rep is told of no less than somebody asked for.
std::optional<double> targetOf(const QList<Goal> &goals, const QString &type, std::optional<GoalPeriod> period)
{
    std::optional<double> target;
    for (const Goal &goal : goals) {
        if (period && goal.type == type && goal.period == *period && goal.target > 0)
            target = std::max(target.value_or(0), goal.target);
    }
    return target;
}

/// What is usually there of the span by now: whole days for those that are over, today by the clock.
std::optional<double> usualBy(const PanelFacts &facts, const QString &type, const DayRange &counted)
{
    if (facts.usual.days == 0)
        return std::nullopt;
    const QDateTime local = facts.now.toTimeZone(facts.zone);
    double sum = 0;
    for (QDate day = counted.from; day <= counted.to; day = day.addDays(1)) {
        if (!worksOn(facts.hours, day))
            continue;
        sum += day < local.date() ? facts.usual.wholeDay(type) : facts.usual.by(type, local.time());
    }
    return sum;
}

GoalFigure goalFigure(const PanelFacts &facts, Figure figure, const QString &type, const PanelFigures &panel)
{
    GoalFigure made{.figure = figure, .type = type, .pace = {.state = PaceState::NoGoal}};
    for (QDate day = panel.counted.from; day <= panel.counted.to; day = day.addDays(1)) {
        const PanelDay *known = dayAt(facts, day);
        if (known == nullptr || !isRead(*known)) {
            made.unread += worksOn(facts.hours, day) ? 1 : 0;
            continue;
        }
        made.value = made.value.value_or(0);
        for (const DailyMetrics &source : known->sources) {
            const double part = figureOf(source, type).value_or(0);
            *made.value += part;
            made.bySource[source.source] += part;
        }
    }
    made.target = targetOf(facts.goals, type, panel.period);
    if (made.target && made.value) {
        const bool isCurrent = panel.counted.to == panel.today && panel.span.to >= panel.today;
        const double elapsed = isCurrent ? elapsedShare(*panel.period, facts.now, facts.zone, facts.hours) : 1.0;
        made.pace = paceOf(*made.value, *made.target, elapsed);
        if (made.unread > 0)
            made.pace = {.state = PaceState::NoGoal, .share = made.pace.share};
    }
    if (made.unread == 0)
        made.usual = usualBy(facts, type, panel.counted);
    return made;
}

LineFigure lineFigure(const PanelFacts &facts, Figure figure, const DayRange &counted)
{
    LineFigure made{.figure = figure};
    Sums sums;
    bool any = false;
    for (QDate day = counted.from; day <= counted.to; day = day.addDays(1)) {
        if (const PanelDay *known = dayAt(facts, day); known != nullptr && isRead(*known)) {
            sums.add(*known);
            any = true;
        }
    }
    if (any) {
        made.value = sums.value(figure);
        made.of = sums.of(figure);
    }
    for (QDate day = counted.to; made.line.size() < kLineDays && day > counted.to.addDays(-3 * kLineDays); day = day.addDays(-1)) {
        if (!worksOn(facts.hours, day))
            continue;
        const PanelDay *known = dayAt(facts, day);
        Sums one;
        if (known != nullptr && isRead(*known))
            one.add(*known);
        made.line.prepend(one.value(figure));
    }
    return made;
}

/// A working day that was not read has as many calls as the working days around it, for the height of its hatch alone.
int probableCalls(const PanelFacts &facts)
{
    return qRound(facts.usual.wholeDay(kCallsType));
}

ColumnFigure columnOf(const PanelFacts &facts, const DayRange &range, const QDate &today)
{
    ColumnFigure column{.days = range, .reading = Reading::Whole};
    QMap<QString, CallMix> bySource;
    int missing = 0;
    int seen = 0;
    for (QDate day = range.from; day <= std::min(range.to, today); day = day.addDays(1)) {
        const PanelDay *known = dayAt(facts, day);
        if (known == nullptr || !isRead(*known)) {
            missing += worksOn(facts.hours, day) ? 1 : 0;
            column.reading = known != nullptr && known->reading == Reading::Loading ? Reading::Loading : Reading::Partly;
            continue;
        }
        ++seen;
        if (known->reading == Reading::Partly)
            column.reading = Reading::Partly;
        for (const DailyMetrics &source : known->sources) {
            const bool isTold =
                std::any_of(known->mixes.begin(), known->mixes.end(), [&](const CallMix &mix) { return mix.source == source.source; });
            if (isTold)
                continue;
            column.told = column.told && source.calls == 0;
            bySource[source.source].source = source.source;
            bySource[source.source].unknown += source.calls;
        }
        for (const CallMix &mix : known->mixes) {
            CallMix &sum = bySource[mix.source];
            sum.source = mix.source;
            for (const auto &[figure, part] : mixParts())
                sum.*part += mix.*part;
        }
        for (const DailyMetrics &source : known->sources)
            column.calls += source.calls;
    }
    if (seen == 0 && column.reading != Reading::Loading)
        column.reading = Reading::None;
    column.mixes = bySource.values();
    column.mixes.removeIf([](const CallMix &mix) { return mix.calls() == 0; });
    column.probable = probableCalls(facts) * std::max(1, missing);
    return column;
}

QList<ColumnFigure> columnsOf(const PanelFacts &facts, const PanelChoice &choice, const PanelFigures &panel)
{
    QList<ColumnFigure> columns;
    if (choice.span == PanelSpan::Today) {
        // The last fifteen working days; a weekend with calls is not kept back.
        for (QDate day = panel.counted.to; columns.size() < kTodaysColumns && day > panel.counted.to.addDays(-40); day = day.addDays(-1)) {
            const ColumnFigure column = columnOf(facts, {day, day}, panel.today);
            if (worksOn(facts.hours, day) || column.calls > 0 || day == panel.today)
                columns.prepend(column);
        }
        return columns;
    }
    if (panel.span.from.daysTo(panel.span.to) < kMostDayColumns) {
        for (QDate day = panel.span.from; day <= panel.span.to; day = day.addDays(1))
            columns.append(columnOf(facts, {day, day}, panel.today));
        return columns;
    }
    for (QDate monday = panel.span.from.addDays(1 - panel.span.from.dayOfWeek()); monday <= panel.counted.to; monday = monday.addDays(7)) {
        const DayRange week{std::max(monday, panel.span.from), std::min(monday.addDays(6), panel.span.to)};
        columns.append(columnOf(facts, week, panel.today));
    }
    return columns;
}

} // namespace

std::optional<int> callsOf(const PanelDay &day)
{
    if (!isRead(day))
        return std::nullopt;
    int calls = 0;
    for (const DailyMetrics &source : day.sources)
        calls += source.calls;
    return calls;
}

bool worksOn(const BusinessHours &hours, const QDate &day)
{
    return hours.days.isEmpty() || hours.days.contains(day.dayOfWeek());
}

bool countsFor(Figure figure, const CountedCall &call)
{
    const Outcome outcome = outcomeOf(call);
    if (outcome == Outcome::InProgress)
        return false;
    const int CallMix::*part = mixPartOf(call);
    for (const auto &[one, member] : mixParts()) {
        if (one == figure)
            return member == part;
    }
    switch (figure) {
    case Figure::Calls:
        return true;
    case Figure::Talk:
    case Figure::AverageCall:
        return outcome == Outcome::Connected;
    case Figure::AnswerRate:
        return part == &CallMix::incomingAnswered || part == &CallMix::missed || part == &CallMix::voicemail;
    case Figure::CalledBack:
        return part == &CallMix::missed || part == &CallMix::voicemail;
    default:
        return false; // texts
    }
}

DayRange rangeOf(const PanelChoice &choice, const QDate &today)
{
    switch (choice.span) {
    case PanelSpan::Today:
        return choice.range.from.isValid() ? DayRange{choice.range.from, choice.range.from} : DayRange{today, today};
    case PanelSpan::Week:
        return periodAround(GoalPeriod::Weekly, choice.range.from.isValid() ? choice.range.from : today);
    case PanelSpan::Month:
        return periodAround(GoalPeriod::Monthly, choice.range.from.isValid() ? choice.range.from : today);
    case PanelSpan::Range:
        break;
    }
    DayRange range = choice.range;
    if (!range.from.isValid() || !range.to.isValid())
        return periodAround(GoalPeriod::Quarterly, today);
    if (range.from > range.to)
        std::swap(range.from, range.to);
    return range;
}

PanelChoice beside(const PanelChoice &choice, int step, const QDate &today)
{
    const DayRange range = rangeOf(choice, today);
    PanelChoice next = choice;
    if (choice.span == PanelSpan::Month)
        next.range = {range.from.addMonths(step), {}};
    else if (choice.span == PanelSpan::Range && periodAround(GoalPeriod::Quarterly, range.from) == range)
        next.range = periodAround(GoalPeriod::Quarterly, range.from.addMonths(3 * step));
    else if (choice.span == PanelSpan::Range && periodAround(GoalPeriod::Monthly, range.from) == range)
        next.range = periodAround(GoalPeriod::Monthly, range.from.addMonths(step));
    else {
        const qint64 days = (range.from.daysTo(range.to) + 1) * step;
        next.range = {range.from.addDays(days), range.to.addDays(days)};
    }
    if (next.range.from > today)
        return choice;
    if (choice.span != PanelSpan::Range && rangeOf(next, today) == rangeOf({.span = choice.span, .range = {}}, today))
        next.range = {}; // back at the present one, which goes on with time
    return next;
}

PanelFigures panelFigures(const PanelFacts &facts, const PanelChoice &choice)
{
    PanelFigures panel;
    panel.today = facts.now.toTimeZone(facts.zone).date();
    panel.span = rangeOf(choice, panel.today);
    panel.counted = {panel.span.from, std::min(panel.span.to, panel.today)};
    panel.period = periodOf(choice, panel.span);
    panel.goals = {goalFigure(facts, Figure::Calls, kCallsType.toString(), panel),
                   goalFigure(facts, Figure::Talk, kTalkType.toString(), panel),
                   goalFigure(facts, Figure::Texts, kTextsType.toString(), panel)};
    for (const Figure figure : {Figure::AnswerRate, Figure::AverageCall, Figure::TextReplies, Figure::CalledBack})
        panel.lines.append(lineFigure(facts, figure, panel.counted));
    CallMix all;
    QSet<QString> sources;
    for (QDate day = panel.counted.from; day <= panel.counted.to; day = day.addDays(1)) {
        const PanelDay *known = dayAt(facts, day);
        if (known == nullptr || !isRead(*known)) {
            if (worksOn(facts.hours, day) && (known == nullptr || known->reading != Reading::Loading))
                panel.unread.append(day);
            continue;
        }
        panel.calls = panel.calls.value_or(0) + callsOf(*known).value_or(0);
        panel.provisional += known->provisional;
        for (const CallMix &mix : known->mixes) {
            for (const auto &[figure, part] : mixParts())
                all.*part += mix.*part;
        }
        for (const DailyMetrics &source : known->sources) {
            if (source.calls > 0 || source.textsSent > 0)
                sources.insert(source.source);
        }
    }
    for (const auto &[figure, part] : mixParts()) {
        const bool always = figure != Figure::Elsewhere && figure != Figure::Failed && figure != Figure::Unknown;
        if (panel.calls == all.calls() && (always || all.*part > 0)) // documents of others may not tell what their calls were
            panel.mix.append({figure, all.*part});
    }
    panel.sources = sources.values();
    panel.sources.sort();
    panel.dailyGoal = targetOf(facts.goals, kCallsType.toString(), GoalPeriod::Daily).value_or(0);
    panel.columns = columnsOf(facts, choice, panel);
    return panel;
}

} // namespace callcard::ui
