#include "metricspage_p.h"

#include <callcard/ui/goalring.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/taborder.h>
#include <callcard/ui/terms.h>

#include <QBoxLayout>
#include <QMenu>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kTileGap = 12;

/// Title at the start, something at the end.
QHBoxLayout *tileHead(QWidget *title, QWidget *end)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(title, 1);
    row->addWidget(end);
    return row;
}

QRect onScreen(const Chart *chart, int item)
{
    const QRect place = chart->placeOf(item).toAlignedRect();
    return QRect(chart->mapToGlobal(place.topLeft()), place.size());
}
} // namespace

MetricsPage::MetricsPage(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHeader();
    column->addWidget(d->header);
    d->range = new RangeBar;
    d->range->setContentsMargins(space::xl, 0, space::xl, space::m);
    d->range->hide();
    column->addWidget(d->range);
    d->content = new QWidget;
    d->grid = new QGridLayout(d->content);
    d->grid->setContentsMargins(space::xl, 0, space::xl, space::m);
    d->grid->setSpacing(kTileGap);
    buildTiles();
    d->scroll = new QScrollArea;
    d->scroll->setWidget(d->content);
    d->scroll->setWidgetResizable(true);
    d->scroll->setFrameShape(QFrame::NoFrame);
    d->scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    d->scroll->setFocusPolicy(Qt::NoFocus);
    d->scroll->viewport()->setAutoFillBackground(false);
    d->content->setAutoFillBackground(false);
    column->addWidget(d->scroll, 1);
    d->popover = new FigurePopover(this);
    connect(d->popover, &FigurePopover::chosen, this, [this](const QString &key) {
        Q_EMIT
        callRequested(CallId(key));
    });
    connect(d->popover, &FigurePopover::moreRequested, this, [this] {
        Q_EMIT
        historyRequested(d->askedRange);
    });
    connect(d->range, &RangeBar::rangeChosen, this, [this](const DayRange &range) { choose({.span = PanelSpan::Range, .range = range}); });
    arrange();
}

void MetricsPage::buildHeader()
{
    d->header = new PageHeader(title());
    d->person = new QToolButton;
    d->person->setProperty("kind", u"quiet"_s);
    d->person->setPopupMode(QToolButton::InstantPopup);
    d->person->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    d->person->setIcon(lineIcon(u"person"_s));
    d->person->setMenu(new QMenu(d->person));
    d->person->hide();
    d->header->addBesideTitle(d->person);
    d->spans = new SegmentedControl(tr("Span of time"));
    for (const QString &span : {tr("Today"), tr("Week"), tr("Month"), tr("Range")})
        d->spans->addSegment(span);
    d->header->addAction(d->spans);
    d->sync = framedIconButton(u"sync"_s, tr("Read the phone service now (F5)"));
    d->header->addAction(d->sync);
    d->exporting = framedIconButton(u"export"_s, tr("Export (Ctrl+E)"));
    auto *menu = new QMenu(d->exporting);
    const auto offer = [&](const QString &text, PanelExport what) {
        menu->addAction(text, this, [this, what] {
            Q_EMIT
            exportRequested(what);
        });
    };
    offer(tr("Figures by day (CSV)…"), PanelExport::TableCsv);
    offer(tr("Calls (CSV)…"), PanelExport::CallsCsv);
    menu->addSeparator();
    offer(tr("Picture (PNG)…"), PanelExport::Picture);
    offer(tr("Page (PDF)…"), PanelExport::Pdf);
    offer(tr("Print…"), PanelExport::Print);
    menu->addSeparator();
    menu->addAction(tr("As table (Ctrl+T)"), this, [this] { showTable(d->barChart); });
    d->exporting->setMenu(menu);
    d->exporting->setPopupMode(QToolButton::InstantPopup);
    d->header->addAction(d->exporting);
    connect(d->spans, &SegmentedControl::chosen, this, [this](int index) { choose({.span = static_cast<PanelSpan>(index), .range = {}}); });
    connect(d->sync, &QToolButton::clicked, this, &MetricsPage::syncRequested);
}

void MetricsPage::buildTiles()
{
    d->banner = new Banner(StateLook::Warning);
    d->banner->hide();
    connect(d->banner, &Banner::buttonClicked, this, [this] {
        if (d->problem)
            Q_EMIT
        retryRequested();
        else Q_EMIT
        syncRequested();
    });
    for (const Figure figure : {Figure::Calls, Figure::Talk, Figure::Texts}) {
        auto *tile = new GoalTile;
        d->goals.append(tile);
        connect(tile, &GoalTile::pressed, this,
                [this, tile, figure] { showFigure(figure, d->figures.counted, onScreen(tile->ring(), 0)); });
    }

    d->bars = new Tile;
    auto *barsColumn = new QVBoxLayout(d->bars);
    barsColumn->setContentsMargins(0, 0, 0, 0);
    d->barsTitle = new Label({}, Type::BodyStrong);
    auto *legend = new ChartLegend;
    legend->addColor(&ChartColors::outgoing, tr("Outgoing"));
    legend->addColor(&ChartColors::incoming, tr("Incoming"));
    legend->addColor(&ChartColors::missed, tr("Missed"));
    legend->addColor(&ChartColors::unconnected, tr("Not connected"));
    legend->addHatch(terms::notRead());
    d->barChart = new BarChart;
    barsColumn->addWidget(new ChartHead(d->barsTitle, legend));
    barsColumn->addWidget(d->barChart, 1);
    connect(d->barChart, &Chart::chosen, this, [this](int item) {
        const ColumnFigure column = d->figures.columns.value(item);
        if (column.days.from <= d->figures.today)
            showFigure(Figure::Calls, column.days, onScreen(d->barChart, item),
                       d->barChart->columns().value(item).saying.section(u',', 0, 0));
    });

    d->mix = new Tile;
    auto *mixColumn = new QVBoxLayout(d->mix);
    mixColumn->setContentsMargins(0, 0, 0, 0);
    mixColumn->setSpacing(space::xs);
    d->mixTitle = new Label({}, Type::BodyStrong);
    d->mixAge = new Label({}, Type::Caption, &Colors::textTertiary);
    d->mixAge->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    d->mixRows = new ShareBars;
    d->split = new Label({}, Type::Small, &Colors::textSecondary);
    d->mostLine = new QWidget;
    auto *most = new QHBoxLayout(d->mostLine);
    most->setContentsMargins(0, space::xs, 0, 0);
    d->most = new Label({}, Type::Body);
    d->mostCalls = new Label({}, Type::Body);
    d->mostCalls->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    most->addWidget(d->most, 1);
    most->addWidget(d->mostCalls);
    mixColumn->addLayout(tileHead(d->mixTitle, d->mixAge));
    mixColumn->addSpacing(space::xs);
    mixColumn->addWidget(d->mixRows);
    mixColumn->addStretch(1);
    mixColumn->addWidget(d->split);
    mixColumn->addWidget(d->mostLine);
    connect(d->mixRows, &Chart::chosen, this, [this](int item) {
        if (item < d->figures.mix.size())
            showFigure(d->figures.mix.at(item).figure, d->figures.counted, onScreen(d->mixRows, item));
    });

    d->heat = new Tile;
    auto *heatColumn = new QVBoxLayout(d->heat);
    heatColumn->setContentsMargins(0, 0, 0, 0);
    d->heatMap = new HeatMap;
    d->heatMap->setAccessibleName(tr("Active days"));
    d->heatLegend = new ChartLegend;
    heatColumn->addWidget(new ChartHead(new Label(tr("Active days"), Type::BodyStrong), d->heatLegend));
    heatColumn->addWidget(d->heatMap);
    heatColumn->addStretch(1);
    connect(d->heatMap, &Chart::chosen, this, [this](int item) {
        const QDate day = d->heatMap->dayOf(item);
        if (d->heatMap->levelOf(item) != HeatLevel::Absent)
            showFigure(Figure::Calls, {day, day}, onScreen(d->heatMap, item), longDay(day));
    });

    d->small = new QWidget;
    auto *smallGrid = new QGridLayout(d->small);
    smallGrid->setContentsMargins(0, 0, 0, 0);
    smallGrid->setSpacing(kTileGap);
    for (int i = 0; i < 4; ++i) {
        auto *tile = new FigureTile;
        d->tiles.append(tile);
        smallGrid->addWidget(tile, i / 2, i % 2);
        connect(tile, &Chart::chosen, this, [this, tile, i] {
            if (i < d->figures.lines.size())
                showFigure(d->figures.lines.at(i).figure, d->figures.counted, onScreen(tile, 0));
        });
    }

    d->customersTile = new Tile;
    auto *customersColumn = new QVBoxLayout(d->customersTile);
    customersColumn->setContentsMargins(0, 0, 0, 0);
    d->customerRows = new TopCustomers;
    d->customerRows->setAccessibleName(tr("Customers with most calls"));
    d->noCustomers = new Label(tr("Nobody yet"), Type::Body, &Colors::textSecondary);
    customersColumn->addWidget(new Label(tr("Most with"), Type::BodyStrong));
    customersColumn->addWidget(d->customerRows);
    customersColumn->addWidget(d->noCustomers);
    connect(d->customerRows, &Chart::chosen, this, [this](int item) {
        const CustomerLink customer = d->customerRows->customers().value(item).customer;
        if (!customer.id.isEmpty())
            Q_EMIT
        customerRequested(customer);
    });

    d->foot = new Label({}, Type::Small, &Colors::textSecondary);
    d->why = linkButton({});
    connect(d->why, &QPushButton::clicked, this, &MetricsPage::connectionsRequested);

    QList<Chart *> charts{d->barChart, d->mixRows, d->heatMap, d->customerRows};
    for (const GoalTile *tile : std::as_const(d->goals))
        charts += tile->ring();
    for (FigureTile *tile : std::as_const(d->tiles))
        charts += tile;
    for (Chart *chart : std::as_const(charts))
        offerTable(chart);
}

/// Three columns of goals and a wide left side, or two columns where the window is narrow.
void MetricsPage::arrange()
{
    while (QLayoutItem *item = d->grid->takeAt(0))
        delete item;
    for (int column = 0; column < 6; ++column)
        d->grid->setColumnStretch(column, 0);
    int row = 0;
    d->grid->addWidget(d->banner, row++, 0, 1, 6);
    if (d->wide) {
        for (int i = 0; i < 3; ++i)
            d->grid->addWidget(d->goals[i], row, 2 * i, 1, 2);
        ++row;
        d->grid->addWidget(d->bars, row, 0, 1, 4);
        d->grid->addWidget(d->mix, row++, 4, 1, 2);
        d->grid->addWidget(d->heat, row, 0, 1, 4);
        d->grid->addWidget(d->small, row++, 4, 1, 2);
    } else {
        d->grid->addWidget(d->goals[0], row, 0, 1, 3);
        d->grid->addWidget(d->goals[1], row++, 3, 1, 3);
        d->grid->addWidget(d->goals[2], row, 0, 1, 3);
        d->grid->addWidget(d->mix, row, 3, 2, 3);
        ++row;
        d->grid->addWidget(d->small, row++, 0, 1, 3);
        d->grid->addWidget(d->bars, row++, 0, 1, 6);
        d->grid->addWidget(d->heat, row++, 0, 1, 6);
    }
    d->grid->addWidget(d->customersTile, row++, 0, 1, 6);
    auto *foot = new QHBoxLayout;
    foot->addWidget(d->foot, 1);
    foot->addWidget(d->why);
    d->grid->addLayout(foot, row++, 0, 1, 6);
    d->grid->setRowStretch(row, 1);
    for (int column = 0; column < 6; ++column)
        d->grid->setColumnStretch(column, 1);
    tabAsLaidOut(this);
}

} // namespace callcard::ui
