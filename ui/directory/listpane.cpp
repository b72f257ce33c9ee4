#include "listpane.h"
#include "chiprow.h"
#include "customerdelegate.h"
#include "customerrows.h"
#include "customerwords.h"
#include "footer.h"

#include <callcard/clock.h>
#include <callcard/ui/controls.h>
#include <callcard/ui/errortexts.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/taborder.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

ListPane::ListPane(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_search(new SearchField(tr("Name, company, number or e-mail")))
    , m_chips(new ChipRow)
    , m_trouble(new Banner(StateLook::Error))
    , m_stack(new QStackedWidget)
    , m_list(new QListView)
    , m_rows(new CustomerRows(clock, this))
    , m_footer(new ListFooter)
{
    m_search->setTall(true);
    m_search->setMaxLength(200);
    m_trouble->hide();
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new CustomerDelegate(*m_rows, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Customers"));
    m_stack->addWidget(m_list);
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(space::l, space::l, space::l, space::s);
    head->setSpacing(space::m);
    head->addWidget(m_search);
    head->addWidget(m_chips);
    head->addWidget(m_trouble);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_stack, 1);
    column->addWidget(m_footer);

    connect(m_search, &QLineEdit::textChanged, this, &ListPane::ask);
    connect(m_chips, &ChipRow::chosen, this, &ListPane::ask);
    connect(m_rows, &CustomerRows::moreWanted, this, &ListPane::moreWanted);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { onCurrent(current.row()); });
    connect(m_list, &QListView::clicked, this, &ListPane::opened);
    connect(m_footer, &ListFooter::addRequested, this, [this] {
        Q_EMIT
        addRequested({});
    });
    connect(m_footer, &ListFooter::importRequested, this, &ListPane::importRequested);
    connect(m_footer, &ListFooter::choicesRequested, this, &ListPane::choicesRequested);
    connect(m_footer, &ListFooter::refusedRequested, this, &ListPane::refusedRequested);
    connect(m_footer, &ListFooter::syncRequested, this, &ListPane::syncRequested);
}

void ListPane::setOptions(const DirectoryOptions &options)
{
    m_options = options;
    m_rows->setOptions(options);
    m_chips->setMineShown(!options.me.email.isEmpty() || !options.me.name.isEmpty());
    showTrouble();
    showState();
}

void ListPane::setFound(const FoundCustomers &found)
{
    const bool isNew = std::exchange(m_isAnswer, false) || m_chosen.isEmpty();
    const QModelIndex first = m_list->indexAt({0, 0});
    const auto top = first.isValid() ? std::optional(m_rows->row(first.row()).customer.id) : std::nullopt;
    const int offset = m_list->visualRect(first).top();
    m_found = found;
    m_settling = true; // rows that go would let the view choose somebody else
    m_rows->setRows(found.customers, found.more, text());
    const int row = m_rows->indexOf(m_chosen);
    // Who was chosen stays so, also while the list does not have them: a sync must not put somebody else in front of a person who reads
    // or writes. Only a new question chooses the likeliest.
    if (row < 0 && isNew) {
        m_settling = false;
        choose(found.customers.isEmpty() ? -1 : 0);
        m_list->scrollToTop();
    } else {
        m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_rows->index(row));
        m_settling = false;
        if (!isNew)
            keepPlace(top, offset);
    }
    showState();
}

/// The row that stood at the top of the view stands there again.
void ListPane::keepPlace(const std::optional<CustomerId> &top, int offset)
{
    const int row = top ? m_rows->indexOf(*top) : -1;
    if (row < 0)
        return;
    m_list->scrollTo(m_rows->index(row), QAbstractItemView::PositionAtTop);
    m_list->verticalScrollBar()->setValue(m_list->verticalScrollBar()->value() - offset);
}

void ListPane::appendFound(const FoundCustomers &found)
{
    m_found.more = found.more;
    m_rows->appendRows(found.customers, found.more);
    if (const int row = m_list->currentIndex().isValid() ? -1 : m_rows->indexOf(m_chosen); row >= 0)
        m_list->setCurrentIndex(m_rows->index(row));
}

void ListPane::setStats(const DirectoryStats &stats)
{
    m_stats = stats;
    m_footer->setRefused(stats.refused, stats.refusedKnown);
    showState();
}

void ListPane::setSync(const SyncState &sync)
{
    m_sync = sync;
    showState();
}

void ListPane::setTrouble(const std::optional<Error> &error)
{
    m_problem = error;
    showTrouble();
}

void ListPane::showTrouble()
{
    m_trouble->setVisible(m_problem || !m_options.damages.isEmpty());
    if (m_problem) {
        const ErrorText text = errorText(*m_problem, {}, m_clock.now(), m_options.times);
        m_trouble->setTexts(text.happened, text.remedy);
    } else if (!m_options.damages.isEmpty()) {
        m_trouble->setTexts(damageText(m_options.damages), damageRemedy(m_options.damages, m_options.canSync));
    }
}

void ListPane::search(const QString &text)
{
    m_search->setText(text);
}

void ListPane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ListPane::focusList()
{
    m_list->setFocus(Qt::TabFocusReason);
}

QString ListPane::text() const
{
    return m_search->text().trimmed();
}

CustomerFilter ListPane::filter() const
{
    return m_chips->filter();
}

std::optional<Customer> ListPane::chosenCustomer() const
{
    const int row = m_rows->indexOf(m_chosen);
    return row < 0 ? std::nullopt : std::optional(m_rows->row(row).customer);
}

void ListPane::ask()
{
    m_isAnswer = true;
    Q_EMIT
    searchChanged(text(), filter());
}

void ListPane::choose(int row)
{
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_rows->index(row));
    onCurrent(row); // the view says nothing where the row is the one it was
}

void ListPane::onCurrent(int row)
{
    if (m_settling)
        return;
    const CustomerId customer = row < 0 ? CustomerId() : m_rows->row(row).customer.id;
    if (customer == m_chosen)
        return;
    m_chosen = customer;
    Q_EMIT
    customerChosen(customer);
}

void ListPane::showState()
{
    const bool nobody = m_stats.customers == 0;
    const bool filtered = !text().isEmpty() || filter() != CustomerFilter::All;
    m_footer->setCount(nobody ? QString() : countLine(m_found, m_stats.customers, filtered));
    m_footer->setSync(m_sync, m_stats.lastSync, m_options, m_clock.now());
    m_search->setEnabled(!nobody);
    if (m_rows->rowCount() > 0)
        m_stack->setCurrentWidget(m_list);
    else
        showEmpty(nobody ? nobodyYet() : nothingFound());
}

void ListPane::showEmpty(QWidget *state)
{
    if (m_empty) {
        m_stack->removeWidget(m_empty);
        m_empty->deleteLater();
    }
    m_empty = state;
    m_stack->addWidget(state);
    m_stack->setCurrentWidget(state);
    tabAsLaidOut(this);
}

QWidget *ListPane::nobodyYet()
{
    if (m_sync.running)
        return new EmptyState(u"sync"_s, tr("The first customers are on their way."));
    auto *state = new QWidget;
    const bool looks = m_options.awaitsFirst;
    auto *empty =
        looks ? new EmptyState(u"book"_s, tr("Your customers are not on this computer yet. Look at them first, and say yes."),
                               tr("Look at them"))
              : new EmptyState(u"book"_s, tr("No customers yet. Import a file from your old program, or connect the team’s database."),
                               tr("Import a file"));
    auto *connecting = linkButton(looks ? tr("Import a file") : m_options.canSync ? tr("Sync now") : tr("Connect a source"));
    auto *column = new QVBoxLayout(state);
    column->addStretch(2);
    column->addWidget(empty);
    column->addWidget(connecting, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(empty, &EmptyState::buttonClicked, this, looks ? &ListPane::connectRequested : &ListPane::importRequested);
    connect(connecting, &QPushButton::clicked, this,
            looks               ? &ListPane::importRequested
            : m_options.canSync ? &ListPane::syncRequested
                                : &ListPane::connectRequested);
    return state;
}

} // namespace callcard::ui
