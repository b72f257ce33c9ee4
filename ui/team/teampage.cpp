#include "teampage_p.h"

#include "teamdetails.h"

#include <callcard/ui/numbertexts.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/terms.h>

#include <QClipboard>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kTeamDaysReach = 16; // days: ten working days and the weekends between them
constexpr int kHeadAir = 40;       // around a column's name, with the arrow that sorts
} // namespace

TeamPage::TeamPage(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>())
{
    d->model = new TeamModel(this);
    d->order = new TeamOrder(this);
    d->order->setSourceModel(d->model);
    build();
    fitColumns();
    refresh();
}

TeamPage::~TeamPage()
{
    // A date that is still being typed is chosen when its field goes, and by then there is nothing left of us to hear it.
    d->range->disconnect(this);
}

QString TeamPage::title()
{
    return tr("Team");
}

void TeamPage::setTimes(const TimeTexts &times)
{
    d->model->setTimes(times);
    refresh();
}

void TeamPage::setFacts(const TeamFacts &facts)
{
    d->model->setFacts(facts);
    fitColumns();
    refresh();
}

const TeamFacts &TeamPage::facts() const
{
    return d->model->facts();
}

void TeamPage::setTeams(const QStringList &teams, const QString &current)
{
    if (teams == d->teams && current == d->currentTeam)
        return; // a menu that is open stays
    d->teams = teams;
    d->currentTeam = current;
    d->team->setVisible(teams.size() > 1);
    const auto name = [](const QString &team) { return team.isEmpty() ? tr("Everybody") : team; };
    d->team->setText(name(current));
    //: %1: which part of the company is shown
    d->team->setAccessibleName(tr("Team: %1").arg(name(current)));
    QMenu *menu = d->team->menu();
    menu->clear();
    for (const QString &team : QStringList(QString()) + teams) {
        QString escaped = name(team);
        menu->addAction(escaped.replace(u'&', u"&&"_s), this, [this, team] {
            Q_EMIT
            teamChosen(team);
        });
    }
}

void TeamPage::setProgress(int done, int all)
{
    d->progress->setVisible(all > 0);
    d->progress->setRange(0, std::max(1, all));
    d->progress->setValue(done);
    d->syncAll->setEnabled(all == 0);
}

void TeamPage::setCanSync(bool can)
{
    d->syncAll->setVisible(can);
}

const TeamChoice &TeamPage::choice() const
{
    return d->choice;
}

void TeamPage::choose(const TeamChoice &choice)
{
    d->choice = choice;
    d->spans->setCurrent(static_cast<int>(choice.span));
    d->range->setVisible(choice.span == TeamSpan::Range);
}

QList<QStringList> TeamPage::table() const
{
    QList<TeamColumn> columns;
    QStringList names;
    for (int column = 0; column < kTeamColumns; ++column) {
        if (d->table->isColumnHidden(column) || column == int(TeamColumn::Days))
            continue;
        columns += static_cast<TeamColumn>(column);
        names += teamColumnName(columns.last());
    }
    QList<QStringList> rows{names};
    for (int row = 0; row < d->order->rowCount(); ++row) {
        QStringList cells;
        for (const TeamColumn column : std::as_const(columns)) {
            const QModelIndex index = d->order->index(row, int(column));
            const QVariant value = index.data(TeamModel::SortRole);
            const bool isNumber = column > TeamColumn::Person && (column < TeamColumn::Fresh || column == TeamColumn::Connected);
            cells += isNumber ? (value.isValid() ? QString::number(value.toDouble(), 'g', 10) : QString()) : index.data().toString();
        }
        rows += cells;
    }
    return rows;
}

/// As wide as the design says and never narrower than the column's name. What that is too much, those columns give that have some to give.
void TeamPage::fitColumns()
{
    const Theme &theme = Theme::current();
    const QFontMetrics metrics(theme.font(Type::CaptionStrong));
    QList<int> widths;
    int over = -d->table->viewport()->width();
    for (int column = 0; column < kTeamColumns; ++column) {
        const auto what = static_cast<TeamColumn>(column);
        widths += std::max(theme.px(TeamDelegate::widthOf(what)), metrics.horizontalAdvance(teamColumnName(what)) + kHeadAir);
        if (what == TeamColumn::Talk) // "143 h 13 min" of a long range
            widths.last() = std::max(widths.last(), widestCell(what));
        over += d->table->isColumnHidden(column) ? 0 : widths.last();
    }
    static constexpr std::array giving{std::pair{TeamColumn::Fresh, 128}, std::pair{TeamColumn::Calls, 168},
                                       std::pair{TeamColumn::Person, 148}};
    for (const auto &[what, least] : giving) {
        int &width = widths[int(what)];
        const int given = d->table->isColumnHidden(int(what)) ? 0 : std::clamp(over, 0, std::max(0, width - theme.px(least)));
        width -= given;
        over -= given;
    }
    for (int column = 0; column < kTeamColumns; ++column)
        d->table->setColumnWidth(column, widths.at(column));
}

int TeamPage::widestCell(TeamColumn column) const
{
    QString longest;
    for (const TeamRow &row : facts().rows) {
        const QString cell = teamCell(row, column, facts().now, d->model->times());
        longest = cell.size() > longest.size() ? cell : longest;
    }
    return static_cast<int>(std::ceil(tabularWidth(longest, Theme::current().font(Type::Body)))) + 2 * space::s + space::xs;
}

void TeamPage::offerColumns(QMenu &menu)
{
    for (int column = 1; column < kTeamColumns; ++column) {
        QAction *action = menu.addAction(teamColumnName(static_cast<TeamColumn>(column)));
        action->setCheckable(true);
        action->setChecked(!d->table->isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            d->table->setColumnHidden(column, !shown);
            fitColumns();
        });
    }
}

void TeamPage::showColumnMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    offerColumns(*menu);
    menu->popup(d->table->horizontalHeader()->mapToGlobal(place));
}

/// The keyboard has no other way to the columns and their order.
void TeamPage::showRowMenu(const QPoint &place)
{
    QModelIndex index = d->table->indexAt(place);
    if (!index.isValid())
        index = d->table->currentIndex();
    const auto *row = index.data(TeamModel::RowRole).value<const TeamRow *>();
    if (row == nullptr)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open metrics"), this, [this, id = row->id] {
        Q_EMIT
        personChosen(id);
    });
    if (isTeamFigure(static_cast<TeamColumn>(index.column()))) {
        menu->addAction(tr("What is behind it (Space)"), this, [this, kept = QPersistentModelIndex(index)] { showCell(kept); });
        const QString words = teamPerson(*row) + u'\t' + teamColumnName(static_cast<TeamColumn>(index.column())) + u'\t' +
                              index.data(Qt::DisplayRole).toString();
        menu->addAction(FigurePopover::tr("Copy figure"), this, [words] { QGuiApplication::clipboard()->setText(words); });
    }
    if (d->syncAll->isVisible())
        menu->addAction(tr("Sync this person"), this, [this, id = row->id] {
            Q_EMIT
            syncRequested(id);
        });
    menu->addSeparator();
    //: %1: the name of a column
    menu->addAction(tr("Sort by %1").arg(teamColumnName(static_cast<TeamColumn>(index.column()))), this, [this, column = index.column()] {
        const bool turn = d->order->sortColumn() == column && d->order->sortOrder() == Qt::DescendingOrder;
        d->table->sortByColumn(column, turn ? Qt::AscendingOrder : Qt::DescendingOrder);
    });
    offerColumns(*menu->addMenu(tr("Columns")));
    menu->popup(d->table->viewport()->mapToGlobal(place));
}

void TeamPage::showTile(int tile)
{
    const TeamColumn column = tile == 0 ? TeamColumn::Calls : tile == 1 ? TeamColumn::Talk : tile == 2 ? TeamColumn::Texts : d->rateColumn;
    const TileFace &face = d->tiles.at(tile)->face();
    QList<const TeamRow *> rows;
    for (int row = 0; row < d->order->rowCount(); ++row)
        rows.append(d->order->index(row, 0).data(TeamModel::RowRole).value<const TeamRow *>());
    d->asked = {};
    QString value = face.figure.isEmpty() ? figureText(std::nullopt) : face.figure;
    if (!face.figure.isEmpty() && !face.unit.isEmpty())
        value += u' ' + face.unit;
    d->popover->ask({.title = face.title,
                     .value = value,
                     .definition = teamDefinition(column),
                     .note = face.note,
                     .behind = tr("People behind this figure")},
                    peopleBehind(rows, column, facts().now, d->model->times()));
    d->popover->showBeside(QRect(d->tiles.at(tile)->mapToGlobal(QPoint()), d->tiles.at(tile)->size()));
}

void TeamPage::showCell(const QModelIndex &index)
{
    const auto *row = index.data(TeamModel::RowRole).value<const TeamRow *>();
    const auto column = static_cast<TeamColumn>(index.column());
    if (row == nullptr || !isTeamFigure(column))
        return;
    const UserId user = row->id;
    const QRect place = d->table->visualRect(index);
    d->asked = user;
    d->askedColumn = column;
    d->popover->ask({.title = teamPerson(*row) + u" · "_s + teamColumnName(column),
                     .value = index.data().toString(),
                     .definition = teamDefinition(column),
                     .note = row->isCounted() || column == TeamColumn::Days ? QString() : terms::notRead(),
                     .behind = tr("Days behind this figure"),
                     .more = tr("Open metrics")});
    d->popover->showBeside(QRect(d->table->viewport()->mapToGlobal(place.topLeft()), place.size()));
    Q_EMIT
    documentsRequested(user);
}

void TeamPage::setDocuments(const UserId &user, const QList<TeamDocument> &documents)
{
    if (!d->popover->isVisible() || d->asked != user)
        return;
    const TeamFacts &shown = facts();
    const QDate today = shown.today.isValid() ? shown.today : shown.now.date();
    const DayRange range = d->askedColumn == TeamColumn::Days ? DayRange{today.addDays(-kTeamDaysReach), today} : shown.range;
    const QList<FactRow> rows = teamDaysBehind(documents, d->askedColumn, range, today, d->model->times());
    const QString note = rows.isEmpty() ? d->popover->note()
                                        : tr("These are the sums of each day from Firestore. The single calls stay with the person; where "
                                             "the team writes call records, their metrics show them.");
    d->popover->answer(rows, note, tr("Open metrics"));
}

void TeamPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_E && event->modifiers() == Qt::ControlModifier)
        d->exporting->showMenu();
    else
        QWidget::keyPressEvent(event);
}

bool TeamPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == d->table->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    if (watched == d->table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier) {
            showCell(d->table->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace callcard::ui
