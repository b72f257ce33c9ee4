// What the page is built of.
#include "teampage_p.h"

#include "teamdetails.h"

#include <callcard/ui/icons.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kProgressHeight = 2;
constexpr int kRowPadding = 16;
} // namespace

void TeamPage::buildHeader()
{
    d->header = new PageHeader(title());
    d->team = new QToolButton;
    d->team->setProperty("kind", u"quiet"_s);
    d->team->setPopupMode(QToolButton::InstantPopup);
    d->team->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    d->team->setIcon(lineIcon(u"people"_s));
    d->team->setMenu(new QMenu(d->team));
    d->team->hide();
    d->header->addBesideTitle(d->team);
    d->spans = new SegmentedControl(tr("Span of time"));
    for (const QString &span : {tr("Today"), tr("Week"), tr("Month"), tr("Range")})
        d->spans->addSegment(span);
    d->syncAll = plainButton(tr("Sync all"), u"sync"_s);
    d->syncAll->hide();
    d->exporting = framedIconButton(u"export"_s, tr("Export (Ctrl+E)"));
    auto *menu = new QMenu(d->exporting);
    const auto offer = [&](const QString &text, TeamExport what) {
        menu->addAction(text, this, [this, what] {
            Q_EMIT
            exportRequested(what);
        });
    };
    offer(tr("Table (CSV)…"), TeamExport::TableCsv);
    menu->addSeparator();
    offer(tr("Picture (PNG)…"), TeamExport::Picture);
    offer(tr("Page (PDF)…"), TeamExport::Pdf);
    offer(tr("Print…"), TeamExport::Print);
    d->exporting->setMenu(menu);
    d->exporting->setPopupMode(QToolButton::InstantPopup);
    for (QWidget *control : {static_cast<QWidget *>(d->spans), static_cast<QWidget *>(d->syncAll), static_cast<QWidget *>(d->exporting)})
        d->header->addAction(control);
    d->range = new RangeBar;
    d->range->setContentsMargins(space::xl, 0, space::xl, space::m);
    d->range->hide();
    const auto chosen = [this](const TeamChoice &choice) {
        choose(choice);
        Q_EMIT
        choiceChanged(choice);
    };
    connect(d->spans, &SegmentedControl::chosen, this,
            [chosen](int index) { chosen({.span = static_cast<TeamSpan>(index), .range = {}}); });
    connect(d->range, &RangeBar::rangeChosen, this, [chosen](const DayRange &range) { chosen({.span = TeamSpan::Range, .range = range}); });
    connect(d->syncAll, &QPushButton::clicked, this, &TeamPage::syncAllRequested);
}

void TeamPage::buildTable()
{
    d->table = new QTableView;
    d->table->setModel(d->order);
    d->table->setItemDelegate(new TeamDelegate(d->table));
    d->table->setFrameShape(QFrame::NoFrame);
    d->table->setShowGrid(false);
    d->table->setSelectionBehavior(QAbstractItemView::SelectRows);
    d->table->setSelectionMode(QAbstractItemView::SingleSelection);
    d->table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    d->table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    d->table->setMouseTracking(true);
    d->table->setSortingEnabled(true);
    d->table->setTabKeyNavigation(false);
    d->table->setWordWrap(false);
    d->table->setAccessibleName(title());
    d->table->setContextMenuPolicy(Qt::CustomContextMenu);
    d->table->installEventFilter(this);
    d->table->viewport()->installEventFilter(this);
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
    connect(head, &QWidget::customContextMenuRequested, this, &TeamPage::showColumnMenu);
    connect(d->table, &QWidget::customContextMenuRequested, this, &TeamPage::showRowMenu);
    connect(d->table, &QTableView::clicked, this, &TeamPage::showCell);
    connect(d->table, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const auto *row = index.data(TeamModel::RowRole).value<const TeamRow *>())
            Q_EMIT
        personChosen(row->id);
    });
}

void TeamPage::build()
{
    buildHeader();
    buildTable();
    d->progress = new QProgressBar;
    d->progress->setTextVisible(false);
    d->progress->setFixedHeight(kProgressHeight);
    d->progress->hide();
    d->tilesRow = new QWidget;
    auto *tiles = new QHBoxLayout(d->tilesRow);
    tiles->setContentsMargins(0, 0, 0, 0);
    tiles->setSpacing(space::m);
    for (int i = 0; i < 4; ++i) {
        auto *tile = new FigureTile;
        d->tiles.append(tile);
        tiles->addWidget(tile, 1);
        connect(tile, &Chart::chosen, this, [this, i] { showTile(i); });
        connect(tile, &Chart::menuRequested, this, [this, tile](const QPoint &place) {
            auto *menu = new QMenu(this);
            menu->setAttribute(Qt::WA_DeleteOnClose);
            menu->addAction(FigurePopover::tr("Copy figure"), this,
                            [saying = tile->saying(0)] { QGuiApplication::clipboard()->setText(saying); });
            menu->popup(place);
        });
    }
    auto *tile = new Tile;
    tile->setContentsMargins(1, 1, 1, 1);
    auto *inside = new QVBoxLayout(tile);
    inside->setContentsMargins(1, 1, 1, 1);
    d->empty = new EmptyState(u"people"_s, tr("Nobody of your team is known here. Firestore tells who belongs to it."), {});
    inside->addWidget(d->table, 1);
    inside->addWidget(d->empty, 1);

    d->banner = new Banner(StateLook::Warning);
    d->banner->hide();
    connect(d->banner, &Banner::buttonClicked, this, &TeamPage::retryRequested);
    d->foot = new Label({}, Type::Small, &Colors::textSecondary);
    d->age = new Label({}, Type::Small, &Colors::textSecondary);
    d->age->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto *foot = new QHBoxLayout;
    foot->addWidget(d->foot, 1);
    foot->addWidget(d->age);

    auto *content = new QVBoxLayout;
    content->setContentsMargins(space::xl, 0, space::xl, kRowPadding);
    content->setSpacing(space::m);
    content->addWidget(d->tilesRow);
    content->addWidget(tile, 1);
    content->addWidget(d->banner);
    content->addLayout(foot);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(d->header);
    column->addWidget(d->progress);
    column->addWidget(d->range);
    column->addLayout(content, 1);

    d->popover = new FigurePopover(this);
    connect(d->popover, &FigurePopover::chosen, this, [this](const QString &key) {
        Q_EMIT
        personChosen(UserId(key));
    });
    connect(d->popover, &FigurePopover::moreRequested, this, [this] {
        Q_EMIT
        personChosen(d->asked);
    });
}

} // namespace callcard::ui
