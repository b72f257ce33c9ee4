// What the charts paint, as tables.
#include "metricspage_p.h"

#include <callcard/ui/figuretable.h>
#include <callcard/ui/numbertexts.h>
#include <callcard/ui/paneltexts.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

void MetricsPage::offerTable(Chart *chart)
{
    connect(chart, &Chart::menuRequested, this, [this, chart](const QPoint &place) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(tr("As table (Ctrl+T)"), this, [this, chart] { showTable(chart); });
        const QString saying = chart->saying(std::max(0, chart->current()));
        if (!saying.isEmpty())
            menu->addAction(tr("Copy"), this, [saying] { QGuiApplication::clipboard()->setText(saying); });
        menu->popup(place);
    });
}

QList<QStringList> MetricsPage::tableOf(const Chart *chart) const
{
    if (chart == d->mixRows) {
        QList<QStringList> rows{{tr("What became of them"), figureName(Figure::Calls)}};
        for (const ShareRow &row : d->mixRows->rows())
            rows.append({row.label, row.read ? row.figure : readingWords(Reading::None)});
        return rows;
    }
    if (chart == d->customerRows) {
        QList<QStringList> rows{{tr("Customer"), figureName(Figure::Calls), figureName(Figure::Texts), tr("Last order"),
                                 tr("Bought in 12 months"), tr("Bought this year")}};
        const auto money = [](const std::optional<qint64> &cents) { return cents ? moneyText(*cents) : QString(); };
        for (const PanelCustomer &customer : std::as_const(d->customers))
            rows.append({customer.name, countText(customer.calls), countText(customer.texts),
                         customer.lastOrder.isValid() ? customer.lastOrder.toString(Qt::ISODate) : QString(),
                         money(customer.twelveMonthsCents), money(customer.thisYearCents)});
        return rows;
    }
    if (chart == d->heatMap && !d->facts.days.isEmpty())
        return panelTable(d->facts, {d->facts.days.first().day, d->figures.today});
    DayRange shown = d->figures.counted;
    if (!d->figures.columns.isEmpty())
        shown = {d->figures.columns.first().days.from, std::min(d->figures.columns.last().days.to, d->figures.today)};
    return panelTable(d->facts, shown);
}

/// Null: of the bars.
void MetricsPage::showTable(const Chart *chart)
{
    const bool isOwn = chart != nullptr && isAncestorOf(chart);
    const Chart *shown = isOwn ? chart : d->barChart;
    const bool isList = shown == d->mixRows || shown == d->customerRows || shown == d->heatMap;
    auto *table = new FigureTable(isList ? shown->accessibleName() : d->barChart->accessibleName(), tableOf(shown), this);
    table->showBeside(QRect(shown->mapToGlobal(QPoint()), shown->size()));
}

} // namespace callcard::ui
