#include "panelfaces.h"

#include <callcard/ui/numbertexts.h>
#include <callcard/ui/terms.h>

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
struct FaceText {
    Q_DECLARE_TR_FUNCTIONS(FaceText)
};

constexpr auto kStaleAfter = std::chrono::minutes(45); // three of the schedule's rounds

QString partIcon(Figure figure)
{
    switch (figure) {
    case Figure::OutgoingReached:
    case Figure::OutgoingUnanswered:
        return u"phone-out"_s;
    case Figure::IncomingAnswered:
        return u"phone-in"_s;
    case Figure::Missed:
        return u"phone-missed"_s;
    case Figure::Voicemail:
        return u"voicemail"_s;
    case Figure::Elsewhere:
        return u"phone-forward"_s;
    default:
        return u"phone-end"_s;
    }
}

QColor ChartColors::*partColor(Figure figure)
{
    switch (figure) {
    case Figure::OutgoingReached:
        return &ChartColors::outgoing;
    case Figure::IncomingAnswered:
        return &ChartColors::incoming;
    case Figure::Missed:
    case Figure::Voicemail:
        return &ChartColors::missed;
    default:
        return &ChartColors::unconnected;
    }
}

DayBar barOf(const CallMix &mix)
{
    return {.outgoing = mix.outgoingReached,
            .incoming = mix.incomingAnswered,
            .missed = mix.missed + mix.voicemail,
            .unconnected = mix.outgoingUnanswered + mix.elsewhere + mix.failed + mix.unknown};
}

QString joined(const QStringList &parts)
{
    QStringList said = parts;
    said.removeAll(QString());
    return said.join(FaceText::tr(", "));
}
} // namespace

PanelFaces::PanelFaces(const PanelFacts &facts, const PanelChoice &choice, const PanelFigures &panel, const TimeTexts &times)
    : m_facts(facts), m_choice(choice), m_panel(panel), m_times(times), m_words(spanWords(choice, panel, times))
{
}

bool PanelFaces::isStale() const
{
    return m_facts.trouble.has_value() ||
           (m_facts.readAt.isValid() && m_facts.readAt.secsTo(m_facts.now) > std::chrono::seconds(kStaleAfter).count());
}

QString PanelFaces::ageText() const
{
    const QString age = m_times.age(m_facts.readAt, m_facts.now);
    if (age.isEmpty())
        return terms::notRead();
    //: %1: an age, "2 h ago"
    return m_facts.trouble && m_facts.nextTry.isValid() ? FaceText::tr("%1, retrying").arg(age) : age;
}

GoalWords PanelFaces::goalWords(const GoalFigure &goal) const
{
    GoalWords words;
    const QString name = figureName(goal.figure);
    if (!goal.value) {
        words.of = readingWords(Reading::None);
        words.saying = joined({name, words.of, m_words});
        return words;
    }
    // In the ring's own unit: minutes stay minutes.
    const auto amount = [](double value) { return countText(std::llround(value)); };
    const auto withUnit = [&](double value) {
        return goal.figure == Figure::Talk ? FaceText::tr("%1 min").arg(amount(value)) : amount(value);
    };
    if (goal.target)
        //: %1: the goal, %2: "today", "this week"
        words.of = FaceText::tr("of %1 %2").arg(amount(*goal.target), m_words);
    else
        words.of = m_words;
    if (goal.target && (goal.pace.state != PaceState::NoGoal || goal.pace.share >= 1)) {
        const double difference = std::round(goal.pace.difference);
        words.ahead = difference > 0;
        words.behind = difference < 0;
        if (goal.pace.share >= 1)
            words.pace = FaceText::tr("Goal reached");
        else if (difference == 0)
            words.pace = FaceText::tr("On pace");
        else if (words.ahead)
            words.pace = FaceText::tr("%1 ahead").arg(withUnit(difference));
        else
            words.pace = FaceText::tr("%1 behind").arg(withUnit(-difference));
        words.ahead = words.ahead || goal.pace.share >= 1;
        words.behind = words.behind && goal.pace.share < 1;
        if (goal.pace.state != PaceState::NoGoal)
            words.expected = FaceText::tr("%1 expected by now").arg(amount(goal.pace.expected));
    }
    if (goal.usual)
        //: The rep's own last twenty working days had %1 at this time of day, on average
        words.usual = FaceText::tr("usually %1 by now").arg(amount(*goal.usual));
    if (goal.unread > 0)
        words.split = FaceText::tr("%n day(s) not read", nullptr, goal.unread);
    else if (goal.bySource.size() > 1)
        words.split = splitWords(goal.bySource, goal.figure);
    words.saying = joined({FaceText::tr("%1 %2").arg(name, figureValue(goal.figure, goal.value)), words.of, words.pace, words.expected,
                           words.usual, words.split});
    return words;
}

TileFace PanelFaces::tile(const LineFigure &line) const
{
    TileFace face{.title = figureName(line.figure), .line = line.line, .age = ageText(), .stale = isStale()};
    if (line.value) {
        const double value = *line.value;
        if (line.figure == Figure::CalledBack && value >= 60 && value < 3570) {
            face.figure = countText(std::llround(value / 60));
            face.unit = FaceText::tr("min");
        } else {
            face.figure = figureValue(line.figure, value);
            if (line.figure == Figure::AverageCall)
                face.unit = FaceText::tr("min");
        }
    } else if (m_panel.calls) {
        // The days were read, and there was nothing to divide by.
        face.figure = figureText(std::nullopt);
    }
    QString of;
    if (line.figure == Figure::AnswerRate && line.of > 0)
        of = withGroups(FaceText::tr("of %n incoming call(s)", nullptr, line.of), line.of);
    face.saying = joined({FaceText::tr("%1 %2").arg(face.title, line.value      ? figureValue(line.figure, line.value)
                                                                : m_panel.calls ? FaceText::tr("none")
                                                                                : readingWords(Reading::None)),
                          of, m_words, face.age});
    return face;
}

QString PanelFaces::columnLabel(const ColumnFigure &column, bool first) const
{
    const QDate day = column.days.from;
    if (day == m_panel.today && column.days.to == day)
        return FaceText::tr("Today");
    if (m_choice.span == PanelSpan::Week)
        return QLocale().standaloneDayName(day.dayOfWeek(), QLocale::ShortFormat);
    return first || day.day() == 1 || column.days.to != day ? m_times.shortDate(day, m_panel.today) : QLocale().toString(day.day());
}

QString PanelFaces::columnSaying(const ColumnFigure &column) const
{
    const QString day = column.days.to == column.days.from ? longDay(column.days.from)
                                                           : FaceText::tr("%1 to %2")
                                                                 .arg(m_times.shortDate(column.days.from, m_panel.today),
                                                                      m_times.shortDate(column.days.to, m_panel.today));
    if (column.days.from > m_panel.today)
        return joined({day, FaceText::tr("still to come")});
    if (column.reading == Reading::None || column.reading == Reading::Loading)
        return joined({day, readingWords(column.reading)});
    QStringList parts{day, callsWords(column.calls)};
    CallMix sum;
    QMap<QString, double> bySource;
    for (const CallMix &mix : column.mixes) {
        const DayBar bar = barOf(mix);
        sum.outgoingReached += bar.outgoing;
        sum.incomingAnswered += bar.incoming;
        sum.missed += bar.missed;
        sum.unknown += bar.unconnected;
        bySource[mix.source] = mix.calls();
    }
    if (column.calls > 0 && column.told) {
        parts += FaceText::tr("%1 outgoing").arg(countText(sum.outgoingReached));
        parts += FaceText::tr("%1 incoming").arg(countText(sum.incomingAnswered));
        parts += FaceText::tr("%1 missed").arg(countText(sum.missed));
        if (sum.unknown > 0)
            parts += FaceText::tr("%1 not connected").arg(countText(sum.unknown));
    }
    if (bySource.size() > 1)
        parts += FaceText::tr("2 sources: %1").arg(splitWords(bySource, Figure::Calls));
    if (column.reading == Reading::Partly)
        parts += readingWords(column.reading);
    return joined(parts);
}

QList<BarColumn> PanelFaces::columns() const
{
    QList<BarColumn> columns;
    for (const ColumnFigure &figure : m_panel.columns) {
        BarColumn column{.label = columnLabel(figure, columns.isEmpty()), .saying = columnSaying(figure)};
        const bool ahead = figure.days.from > m_panel.today;
        const bool works = worksOn(m_facts.hours, figure.days.from) || figure.days.from != figure.days.to;
        for (const CallMix &mix : figure.mixes)
            column.parts.append(barOf(mix));
        if (!ahead && works && figure.mixes.isEmpty() && (figure.reading == Reading::None || figure.reading == Reading::Loading))
            column.parts.append({.read = false, .probable = std::max(1, figure.probable)});
        column.strong = figure.days.from <= m_panel.today && figure.days.to >= m_panel.today;
        if (column.strong && figure.reading != Reading::None && figure.reading != Reading::Loading)
            column.above = countText(figure.calls);
        columns.append(column);
    }
    return columns;
}

QList<ShareRow> PanelFaces::mixRows() const
{
    int most = 1;
    for (const MixRow &row : m_panel.mix)
        most = std::max(most, row.calls);
    QList<ShareRow> rows;
    for (const MixRow &row : m_panel.mix) {
        const QString name = figureName(row.figure);
        rows.append({.icon = partIcon(row.figure),
                     .label = name,
                     .color = partColor(row.figure),
                     .share = double(row.calls) / most,
                     .figure = countText(row.calls),
                     .read = true,
                     .saying = joined({FaceText::tr("%1 %2").arg(name, countText(row.calls)), m_words})});
    }
    if (rows.isEmpty()) {
        for (const Figure figure :
             {Figure::OutgoingReached, Figure::OutgoingUnanswered, Figure::IncomingAnswered, Figure::Missed, Figure::Voicemail})
            rows.append({.icon = partIcon(figure),
                         .label = figureName(figure),
                         .read = false,
                         .saying = joined({figureName(figure), terms::notRead()})});
    }
    return rows;
}

QString PanelFaces::mixTitle() const
{
    if (!m_panel.calls)
        return figureName(Figure::Calls);
    if (m_choice.span == PanelSpan::Today && m_panel.span.to == m_panel.today)
        return withGroups(FaceText::tr("Today’s %n call(s)", nullptr, *m_panel.calls), *m_panel.calls);
    //: %1: "38 calls", %2: "this week"
    return FaceText::tr("%1 %2").arg(callsWords(*m_panel.calls), m_words);
}

QString PanelFaces::barsTitle() const
{
    const bool weekly = !m_panel.columns.isEmpty() && m_panel.columns.last().days.from != m_panel.columns.last().days.to;
    return weekly ? FaceText::tr("Calls per week") : FaceText::tr("Calls per day");
}

void PanelFaces::fill(HeatMap &map) const
{
    if (m_facts.days.isEmpty())
        return map.setDays({}, {}, {}, {});
    QList<int> counts;
    for (const PanelDay &day : m_facts.days)
        counts += callsOf(day).value_or(0);
    const HeatSteps steps = m_panel.dailyGoal > 0 ? heatSteps(m_panel.dailyGoal) : heatSteps(counts);
    const QDate first = m_facts.days.first().day;
    const QDate monday = first.addDays(1 - first.dayOfWeek());
    QList<HeatLevel> levels(monday.daysTo(first), HeatLevel::Absent);
    QStringList sayings(levels.size());
    for (qsizetype i = 0; i < m_facts.days.size(); ++i) {
        const PanelDay &day = m_facts.days.at(i);
        const bool known = day.reading == Reading::Whole || day.reading == Reading::Partly;
        levels += known ? heatLevel(counts.at(i), steps) : HeatLevel::NotRead;
        sayings += known ? joined({longDay(day.day), callsWords(counts.at(i)), readingWords(day.reading)})
                         : joined({longDay(day.day), readingWords(day.reading)});
    }
    map.setDays(monday, levels, sayings, m_panel.today);
}

} // namespace callcard::ui
