#include "figuredetails.h"
#include "metricspage_p.h"

#include <callcard/ui/numbertexts.h>
#include <callcard/ui/terms.h>

#include <QMenu>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

void MetricsPage::refresh()
{
    if (!d->facts.now.isValid())
        return;
    d->figures = panelFigures(d->facts, d->choice);
    const PanelFaces faces(d->facts, d->choice, d->figures, d->options.times);
    for (qsizetype i = 0; i < d->goals.size(); ++i)
        d->goals[i]->setGoal(d->figures.goals[i], faces.goalWords(d->figures.goals[i]), faces.isStale());
    d->barsTitle->setText(faces.barsTitle());
    d->barChart->setAccessibleName(faces.barsTitle());
    const bool daily = d->figures.columns.isEmpty() || d->figures.columns.first().days.from == d->figures.columns.first().days.to;
    //: Beside the dashed line of a chart
    d->barChart->setGoal(daily ? d->figures.dailyGoal : 0, tr("goal %1").arg(countText(static_cast<qint64>(d->figures.dailyGoal))));
    d->barChart->setColumns(faces.columns());
    d->mixTitle->setText(faces.mixTitle());
    d->mixRows->setAccessibleName(faces.mixTitle());
    d->mixAge->setText(faces.ageText());
    d->mixAge->setState(faces.isStale() ? std::optional(StateLook::Warning) : std::nullopt);
    d->mixRows->setRows(faces.mixRows());
    d->split->setVisible(d->figures.sources.size() > 1);
    if (d->figures.sources.size() > 1)
        //: %1: the parts, "RingCentral 30, JustCall 8"
        d->split->setText(tr("2 sources: %1").arg(splitWords(d->figures.goals.first().bySource, Figure::Calls)));
    for (qsizetype i = 0; i < d->tiles.size(); ++i)
        d->tiles[i]->setFace(faces.tile(d->figures.lines[i]));
    faces.fill(*d->heatMap);
    const QString words = d->figures.dailyGoal > 0 ? tr("%1+ calls").arg(countText(static_cast<qint64>(d->figures.dailyGoal))) : tr("most");
    if (std::exchange(d->heatWords, words) != words) {
        d->heatLegend->clear();
        d->heatLegend->addHeat(countText(0), words);
        d->heatLegend->addHatch(terms::notRead());
    }
    d->range->setVisible(d->choice.span == PanelSpan::Range);
    if (!d->facts.days.isEmpty())
        d->range->setRange(d->figures.span, d->figures.today, d->facts.days.first().day);
    d->exporting->menu()->actions().at(1)->setVisible(d->facts.hasDetails);
    d->customersTile->setVisible(d->facts.hasDetails);
    setCustomers(d->customers);
    refreshFoot();
}

void MetricsPage::refreshFoot()
{
    const PanelFacts &facts = d->facts;
    const TimeTexts &times = d->options.times;
    if (d->problem) {
        d->banner->setTexts(d->problem->happened, d->problem->remedy);
        d->banner->setButton(tr("Retry"));
    } else if (facts.trouble) {
        const ErrorText text =
            errorText(*facts.trouble, facts.troubleSource.isEmpty() ? QString() : serviceName(facts.troubleSource), facts.now, times);
        d->banner->setTexts(text.happened, text.remedy);
        d->banner->setButton(tr("Retry"));
    }
    d->banner->setVisible(d->problem || facts.trouble);
    QStringList parts;
    if (facts.agreement) {
        const Agreement &agreement = *facts.agreement;
        if (agreement.differences == 0)
            parts += tr("Agrees with the %1 call log, %2 of %3")
                         .arg(serviceName(agreement.source), countText(agreement.ours), countText(agreement.provider));
        else
            parts += tr("%1 has %2, we have %3: see “Why didn’t it pop?”")
                         .arg(serviceName(agreement.source), countText(agreement.provider), countText(agreement.ours));
        parts += tr("checked %1").arg(times.moment(agreement.at, facts.now));
    }
    if (d->figures.provisional > 0)
        parts += tr("%n call(s) not confirmed by the phone service yet", nullptr, d->figures.provisional);
    if (facts.goalsTrouble)
        parts +=
            tr("Goals could not be read: %1").arg(errorText(*facts.goalsTrouble, serviceName(u"firestore"_s), facts.now, times).happened);
    if (facts.goalsKnown && facts.goalsAt.isValid())
        parts += tr("goals read %1").arg(times.age(facts.goalsAt, facts.now));
    if (facts.hoursAssumed)
        parts += tr("usual working hours assumed, your own could not be read");
    d->foot->setText(parts.join(u"  ·  "_s));
    d->why->setVisible(!d->figures.unread.isEmpty());
    if (d->figures.unread.size() == 1)
        //: A day whose calls could not be read
        d->why->setText(tr("%1 was not read: why?").arg(times.shortDate(d->figures.unread.first(), d->figures.today)));
    else
        d->why->setText(tr("%n day(s) were not read: why?", nullptr, static_cast<int>(d->figures.unread.size())));
}

void MetricsPage::showFigure(Figure figure, const DayRange &range, const QRect &place, const QString &title)
{
    PanelFigures asked = d->figures;
    if (range != d->figures.counted)
        asked = panelFigures(d->facts, {.span = PanelSpan::Range, .range = range});
    std::optional<double> value;
    QString note;
    for (const GoalFigure &goal : asked.goals) {
        if (goal.figure == figure) {
            value = goal.value;
            if (goal.bySource.size() > 1)
                note = splitWords(goal.bySource, figure);
        }
    }
    for (const LineFigure &line : asked.lines)
        value = line.figure == figure ? line.value : value;
    for (const MixRow &row : asked.mix)
        value = row.figure == figure ? double(row.calls) : value;
    if (!asked.calls)
        note = readingWords(Reading::None);
    d->asked = figure;
    d->askedRange = range;
    const bool isOwn = d->facts.hasDetails;
    if (!isOwn && asked.calls) {
        if (!note.isEmpty())
            note += u'\n';
        note += tr("Firestore has the sums of each day, not the calls. Where the team writes call records, they are shown here.");
    }
    d->popover->ask({.title = title.isEmpty() ? figureName(figure) : title,
                     .value = figureValue(figure, value),
                     .definition = figureDefinition(figure),
                     .note = note,
                     .behind = isOwn ? FigurePopover::tr("Calls behind this figure") : tr("Days behind this figure")},
                    isOwn ? QList<FactRow>() : daysBehind(d->facts, figure, range));
    d->popover->showBeside(place);
    Q_EMIT
    detailsRequested(figure, range);
}

} // namespace callcard::ui
