#include <callcard/ui/teampage.h>

#include "teamdelegate.h"
#include "teammodel.h"

#include <callcard/ui/controls.h>
#include <callcard/ui/figuretile.h>
#include <callcard/ui/label.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/numbertexts.h>
#include <callcard/ui/terms.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QProgressBar>
#include <QTableView>
#include <QToolButton>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kProgressHeight = 2;
constexpr int kRowPadding = 16;

QString joinedWords(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(TeamPage::tr(", "));
}
} // namespace

class TeamPage::Private
{
public:
    TeamModel *model{};
    TeamOrder *order{};
    QTableView *table{};
    SegmentedControl *spans{};
    QPushButton *syncAll{};
    QProgressBar *progress{};
    QList<FigureTile *> tiles;
    Banner *banner{};
    EmptyState *empty{};
    Label *foot{};
    Label *age{};
};

TeamPage::TeamPage(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>())
{
    d->model = new TeamModel(this);
    d->order = new TeamOrder(this);
    d->order->setSourceModel(d->model);

    auto *header = new PageHeader(title());
    d->spans = new SegmentedControl(tr("Span of time"));
    for (const QString &span : {tr("Today"), tr("Week"), tr("Month"), tr("Quarter")})
        d->spans->addSegment(span);
    d->syncAll = plainButton(tr("Sync all"), u"sync"_s);
    d->syncAll->hide();
    QToolButton *exporting = framedIconButton(u"export"_s, tr("Export the table (Ctrl+E)"));
    header->addAction(d->spans);
    header->addAction(d->syncAll);
    header->addAction(exporting);

    d->progress = new QProgressBar;
    d->progress->setTextVisible(false);
    d->progress->setFixedHeight(kProgressHeight);
    d->progress->hide();

    auto *tiles = new QHBoxLayout;
    tiles->setSpacing(space::m);
    for (int i = 0; i < 4; ++i) {
        auto *tile = new FigureTile;
        tile->setFocusPolicy(Qt::TabFocus);
        tile->setLeadsOn(false); // people are pressed, in the table
        d->tiles.append(tile);
        tiles->addWidget(tile, 1);
    }

    d->table = new QTableView;
    d->table->setModel(d->order);
    d->table->setItemDelegate(new TeamDelegate(d->table));
    d->table->setFrameShape(QFrame::NoFrame);
    d->table->setShowGrid(false);
    d->table->setSelectionBehavior(QAbstractItemView::SelectRows);
    d->table->setSelectionMode(QAbstractItemView::SingleSelection);
    d->table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    d->table->setMouseTracking(true);
    d->table->setSortingEnabled(true);
    d->table->setTabKeyNavigation(false);
    d->table->setWordWrap(false);
    d->table->setAccessibleName(title());
    d->table->setContextMenuPolicy(Qt::CustomContextMenu);
    d->table->verticalHeader()->hide();
    d->table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    d->table->verticalHeader()->setDefaultSectionSize(Theme::current().px(size::rowTwo));
    QHeaderView *head = d->table->horizontalHeader();
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    head->setHighlightSections(false);
    head->setSectionsMovable(false);
    head->setFont(Theme::current().font(Type::SmallStrong));
    head->setStretchLastSection(true);
    for (const TeamColumn column : {TeamColumn::Incoming, TeamColumn::Average, TeamColumn::Now, TeamColumn::Synced, TeamColumn::Connected})
        d->table->setColumnHidden(int(column), true);
    d->table->sortByColumn(int(TeamColumn::Calls), Qt::DescendingOrder);

    auto *tile = new Tile;
    tile->setContentsMargins(1, 1, 1, 1);
    auto *inside = new QVBoxLayout(tile);
    inside->setContentsMargins(1, 1, 1, 1);
    d->empty = new EmptyState(u"people"_s, tr("Nobody of your team is known here. Firestore tells who belongs to it."), {});
    inside->addWidget(d->table, 1);
    inside->addWidget(d->empty, 1);

    d->banner = new Banner(StateLook::Warning);
    d->banner->hide();
    d->foot = new Label({}, Type::Small, &Colors::textSecondary);
    d->age = new Label({}, Type::Small, &Colors::textSecondary);
    d->age->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto *foot = new QHBoxLayout;
    foot->addWidget(d->foot, 1);
    foot->addWidget(d->age);

    auto *content = new QVBoxLayout;
    content->setContentsMargins(space::xl, 0, space::xl, kRowPadding);
    content->setSpacing(space::m);
    content->addLayout(tiles);
    content->addWidget(tile, 1);
    content->addWidget(d->banner);
    content->addLayout(foot);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(d->progress);
    column->addLayout(content, 1);

    connect(d->spans, &SegmentedControl::chosen, this, [this](int index) {
        Q_EMIT
        spanChosen(static_cast<TeamSpan>(index));
    });
    connect(d->syncAll, &QPushButton::clicked, this, &TeamPage::syncAllRequested);
    connect(exporting, &QToolButton::clicked, this, &TeamPage::exportRequested);
    connect(d->banner, &Banner::buttonClicked, this, &TeamPage::retryRequested);
    connect(head, &QWidget::customContextMenuRequested, this, &TeamPage::showColumnMenu);
    connect(d->table, &QWidget::customContextMenuRequested, this, &TeamPage::showRowMenu);
    connect(d->table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (const auto *row = index.data(TeamModel::RowRole).value<const TeamRow *>())
            Q_EMIT
        personChosen(row->id);
    });
    fitColumns();
    refresh();
}

TeamPage::~TeamPage() = default;

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
    refresh();
}

const TeamFacts &TeamPage::facts() const
{
    return d->model->facts();
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

TeamSpan TeamPage::span() const
{
    return static_cast<TeamSpan>(d->spans->current());
}

void TeamPage::chooseSpan(TeamSpan span)
{
    d->spans->setCurrent(static_cast<int>(span));
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

void TeamPage::refresh()
{
    const TeamFacts &facts = d->model->facts();
    const TeamTotals totals = teamTotals(facts.rows);
    const bool any = totals.counted > 0;
    const QString people = tr("%1 of %n people counted", nullptr, totals.people).arg(totals.counted);
    const auto face = [&](const QString &title, const QString &figure, const QString &unit, const QString &note) {
        return TileFace{.title = title,
                        .figure = any ? figure : QString(),
                        .unit = any ? unit : QString(),
                        .note = note,
                        .saying = joinedWords({title, any ? figure : TeamPage::tr("not read"), any ? unit : QString(), note})};
    };
    const auto count = [](double value) { return countText(std::llround(value)); };
    const auto length = [](double minutes) { return summedLength(std::chrono::seconds(std::llround(minutes) * 60)); };
    //: %1: a goal, after a figure
    const auto of = [](const QString &target) { return TeamPage::tr("of %1").arg(target); };
    TileFace calls = face(tr("Calls"), count(totals.calls), totals.callsTarget ? of(count(*totals.callsTarget)) : QString(), people);
    calls.line = totals.days;
    QStringList days;
    for (const std::optional<double> &day : totals.days)
        days += day ? count(*day) : terms::notRead();
    if (totals.people > 0)
        calls.saying = joinedWords({calls.saying, teamColumnName(TeamColumn::Days) + u": "_s + days.join(tr(", "))});
    d->tiles[0]->setFace(calls);
    d->tiles[1]->setFace(
        face(tr("Talk time"), length(totals.talk), totals.talkTarget ? of(length(*totals.talkTarget)) : QString(), people));
    d->tiles[2]->setFace(face(tr("Texts"), count(totals.texts), totals.textsTarget ? of(count(*totals.textsTarget)) : QString(), people));
    if (totals.answerRate || !totals.connectionRate)
        d->tiles[3]->setFace(face(tr("Answer rate"), totals.answerRate ? percentText(*totals.answerRate) : figureText(std::nullopt), {},
                                  totals.answerRate ? tr("of %n incoming", nullptr, totals.answeredOf) : tr("Not told by the documents")));
    else
        //: How many of all calls were answered by a person
        d->tiles[3]->setFace(face(tr("Connection rate"), percentText(*totals.connectionRate), {}, of(count(totals.connectedOf))));
    d->table->setVisible(!facts.rows.isEmpty());
    d->empty->setVisible(facts.rows.isEmpty());

    const TeamRow *troubled = nullptr;
    for (const TeamRow &row : facts.rows)
        troubled = row.problem && troubled == nullptr ? &row : troubled;
    if (facts.trouble) {
        const ErrorText text = errorText(*facts.trouble, u"Firestore"_s, facts.now, d->model->times());
        d->banner->setTexts(text.happened, text.remedy);
    } else if (troubled != nullptr) {
        const ErrorText text = errorText(*troubled->problem, u"Firestore"_s, facts.now, d->model->times());
        //: %1: a person, %2: what happened
        d->banner->setTexts(tr("%1: %2").arg(teamPerson(*troubled), text.happened), text.remedy);
    }
    d->banner->setButton(tr("Retry"));
    d->banner->setVisible(facts.trouble || troubled != nullptr);
    if (facts.presenceTrouble) {
        const ErrorText text = errorText(*facts.presenceTrouble, serviceName(facts.presenceSource), facts.now, d->model->times());
        //: %1: what happened, a sentence
        d->foot->setText(tr("Who is on a call is not known of everybody. %1").arg(text.happened));
    } else {
        d->foot->setText(tr("Pace is against the working time that is over. Sorted as you like; nobody is ranked."));
    }
    const QString age = d->model->times().age(facts.readAt, facts.now);
    d->age->setText(facts.reading ? tr("Reading…") : age.isEmpty() ? QString() : tr("Team read %1").arg(age));
}

void TeamPage::fitColumns()
{
    for (int column = 0; column < kTeamColumns; ++column)
        d->table->setColumnWidth(column, Theme::current().px(TeamDelegate::widthOf(static_cast<TeamColumn>(column))));
}

void TeamPage::showColumnMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 1; column < kTeamColumns; ++column) {
        QAction *action = menu->addAction(teamColumnName(static_cast<TeamColumn>(column)));
        action->setCheckable(true);
        action->setChecked(!d->table->isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) { d->table->setColumnHidden(column, !shown); });
    }
    menu->popup(d->table->horizontalHeader()->mapToGlobal(place));
}

void TeamPage::showRowMenu(const QPoint &place)
{
    const auto *row = d->table->indexAt(place).data(TeamModel::RowRole).value<const TeamRow *>();
    if (row == nullptr)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open metrics"), this, [this, id = row->id] {
        Q_EMIT
        personChosen(id);
    });
    if (d->syncAll->isVisible())
        menu->addAction(tr("Sync this person"), this, [this, id = row->id] {
            Q_EMIT
            syncRequested(id);
        });
    menu->popup(d->table->viewport()->mapToGlobal(place));
}

void TeamPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void TeamPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_E && event->modifiers() == Qt::ControlModifier)
        Q_EMIT
    exportRequested();
    else QWidget::keyPressEvent(event);
}

} // namespace callcard::ui
