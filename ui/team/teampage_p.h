#pragma once

#include "teamdelegate.h"
#include "teammodel.h"

#include <callcard/ui/controls.h>
#include <callcard/ui/figurepopover.h>
#include <callcard/ui/figuretile.h>
#include <callcard/ui/label.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/rangebar.h>
#include <callcard/ui/teampage.h>

#include <QProgressBar>
#include <QTableView>
#include <QToolButton>

#include <optional>

namespace callcard::ui {

class TeamPage::Private
{
public:
    TeamChoice choice;
    TeamModel *model{};
    TeamOrder *order{};
    QTableView *table{};
    PageHeader *header{};
    QToolButton *team{};
    QStringList teams;
    QString currentTeam;
    SegmentedControl *spans{};
    QPushButton *syncAll{};
    QToolButton *exporting{};
    RangeBar *range{};
    QProgressBar *progress{};
    QWidget *tilesRow{};
    QList<FigureTile *> tiles;
    TeamColumn rateColumn{TeamColumn::Answered}; ///< Of the last tile.
    Banner *banner{};
    EmptyState *empty{};
    Label *foot{};
    Label *age{};
    FigurePopover *popover{};
    UserId asked; ///< Whose cell the popover is of; empty: a tile's.
    TeamColumn askedColumn{};
};

} // namespace callcard::ui
