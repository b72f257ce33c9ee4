#pragma once

#include "goaltile.h"
#include "topcustomers.h"

#include <callcard/ui/charthead.h>
#include <callcard/ui/controls.h>
#include <callcard/ui/figurepopover.h>
#include <callcard/ui/label.h>
#include <callcard/ui/metricspage.h>
#include <callcard/ui/rangebar.h>

#include <QGridLayout>
#include <QScrollArea>
#include <QToolButton>

namespace callcard::ui {

class MetricsPage::Private
{
public:
    PanelFacts facts;
    PanelChoice choice;
    PanelFigures figures;
    MetricsOptions options;
    QList<PanelCustomer> customers;
    QList<PanelPerson> people;
    bool wide = true;

    QToolButton *person{};
    SegmentedControl *spans{};
    QToolButton *sync{};
    QToolButton *exporting{};
    PageHeader *header{};
    RangeBar *range{};
    Banner *banner{};
    std::optional<ErrorText> problem;
    QScrollArea *scroll{};
    QWidget *content{};
    QGridLayout *grid{};
    QList<GoalTile *> goals;
    Tile *bars{};
    Label *barsTitle{};
    BarChart *barChart{};
    Tile *mix{};
    Label *mixTitle{};
    Label *mixAge{};
    ShareBars *mixRows{};
    QWidget *mostLine{};
    Label *most{};
    Label *mostCalls{};
    Label *split{};
    Tile *heat{};
    HeatMap *heatMap{};
    ChartLegend *heatLegend{};
    QString heatWords;
    QWidget *small{};
    QList<FigureTile *> tiles;
    Tile *customersTile{};
    TopCustomers *customerRows{};
    Label *noCustomers{};
    QWidget *footIcon{};
    Label *foot{};
    QPushButton *why{};
    FigurePopover *popover{};
    Figure asked{}; ///< Of the popover.
    DayRange askedRange{};
};

} // namespace callcard::ui
