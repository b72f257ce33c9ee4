#include <callcard/ui/callhistorypage.h>

#include "calldetails.h"
#include "historyfilters.h"
#include "historylist.h"
#include "historymodel.h"
#include "peoplemodel.h"

#include <callcard/ui/notices.h>
#include <callcard/ui/taborder.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kDetailsWidth = 316;
constexpr int kOverlayBelow = 980 - 208; // of the window, less its sidebar
} // namespace

CallHistoryPage::CallHistoryPage(QWidget *parent)
    : QWidget(parent)
    , m_filters(new HistoryFilters)
    , m_days(new HistoryModel(this))
    , m_people(new PeopleModel(this))
    , m_list(new HistoryList)
    , m_details(new CallDetails(this))
    , m_empty(new EmptyState(u"history"_s, tr("No calls yet. The first one will be here before it has ended.")))
    , m_nothing(new EmptyState(u"search"_s, tr("No call matches."), tr("Show all calls")))
    , m_skeleton(new SkeletonRows(size::rowTable))
    , m_problem(new Banner(StateLook::Warning))
    , m_body(new QStackedWidget)
{
    m_list->setModel(m_days);
    m_body->addWidget(m_list);
    m_body->addWidget(m_empty);
    m_body->addWidget(m_nothing);
    m_body->addWidget(m_skeleton);
    m_body->setCurrentWidget(m_skeleton);
    m_problem->hide();
    m_details->hide();
    auto *banner = new QHBoxLayout;
    banner->setContentsMargins(24, 0, 24, 0);
    banner->addWidget(m_problem);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_filters);
    column->addLayout(banner);
    column->addWidget(m_body, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(column, 1);
    tabAsLaidOut(this);

    connect(m_filters, &HistoryFilters::changed, this, &CallHistoryPage::ask);
    connect(m_filters, &HistoryFilters::exportRequested, this, [this] {
        Q_EMIT
        exportRequested(query());
    });
    connect(m_list, &HistoryList::endNear, this, &CallHistoryPage::askMore);
    connect(m_list, &HistoryList::dayShown, this, &CallHistoryPage::dayShown);
    connect(m_list, &HistoryList::currentMoved, this, &CallHistoryPage::onCurrentChanged);
    connect(m_list, &QAbstractItemView::clicked, this, [this] {
        m_details->setVisible(current().has_value());
        settleSpace();
    });
    connect(m_list, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        const auto entry = grouping() == HistoryGrouping::ByCustomer ? m_people->entryAt(index) : std::nullopt;
        if (!entry)
            return;
        showCallsOf(entry->customer, entry->call.remote.number ? QList{*entry->call.remote.number} : QList<PhoneNumber>());
    });
    connect(m_nothing, &EmptyState::buttonClicked, m_filters, &HistoryFilters::reset);
    connect(m_problem, &Banner::buttonClicked, this, &CallHistoryPage::retryRequested);
    connect(m_details, &CallDetails::dialRequested, this, &CallHistoryPage::dialRequested);
    connect(m_details, &CallDetails::customerRequested, this, &CallHistoryPage::customerRequested);
    connect(m_details, &CallDetails::textRequested, this, &CallHistoryPage::textRequested);
    connect(m_details, &CallDetails::noteEdited, this, &CallHistoryPage::noteEdited);
    connect(m_details, &CallDetails::outcomeChosen, this, &CallHistoryPage::outcomeChosen);
    connect(m_details, &CallDetails::privateChosen, this, &CallHistoryPage::privateChosen);
    connect(m_details, &CallDetails::starChosen, this, &CallHistoryPage::starChosen);
    connect(m_details, &CallDetails::reminderRequested, this, &CallHistoryPage::reminderRequested);
    connect(m_details, &CallDetails::recordingRequested, this, &CallHistoryPage::recordingRequested);
    connect(m_details, &CallDetails::left, m_list, [this] { m_list->setFocus(Qt::ShortcutFocusReason); });
    connect(m_details, &CallDetails::closeRequested, this, [this] {
        m_details->hide();
        settleSpace();
        m_list->setFocus(Qt::OtherFocusReason);
    });
}

CallHistoryPage::~CallHistoryPage() = default;

QString CallHistoryPage::title()
{
    return tr("History");
}

void CallHistoryPage::setOptions(const HistoryOptions &options)
{
    m_options = options;
    m_days->setOptions(options);
    m_people->setOptions(options);
    m_details->setOptions(options);
}

void CallHistoryPage::setNow(const QDateTime &now)
{
    m_today = now.toTimeZone(m_options.zone).date();
    m_days->setToday(m_today);
    m_people->setToday(m_today);
}

HistoryQuery CallHistoryPage::query() const
{
    return m_filters->query(m_options.zone, m_today);
}

HistoryGrouping CallHistoryPage::grouping() const
{
    return m_filters->grouping();
}

void CallHistoryPage::chooseGrouping(HistoryGrouping grouping)
{
    m_filters->setGrouping(grouping);
}

void CallHistoryPage::ask()
{
    QAbstractItemModel *model = grouping() == HistoryGrouping::ByDay ? static_cast<QAbstractItemModel *>(m_days) : m_people;
    if (m_list->model() != model)
        m_list->setModel(model);
    m_asked = true;
    Q_EMIT
    queryChanged(query(), grouping());
}

void CallHistoryPage::askMore()
{
    if (!m_more || m_asked)
        return;
    m_asked = true;
    HistoryQuery next = query();
    next.before = grouping() == HistoryGrouping::ByDay ? m_days->lastPlace() : m_people->lastPlace();
    Q_EMIT
    moreRequested(next, grouping());
}

void CallHistoryPage::setPage(const HistoryPage &page)
{
    m_asked = false;
    m_more = page.more;
    m_days->setEntries(page.entries);
    settleBody();
    choose(m_chosen);
}

void CallHistoryPage::setPeople(const PeoplePage &page)
{
    m_asked = false;
    m_more = page.more;
    m_people->setPeople(page.people);
    settleBody();
}

void CallHistoryPage::addPage(const HistoryPage &page)
{
    m_asked = false;
    m_more = page.more;
    m_days->append(page.entries);
}

void CallHistoryPage::addPeople(const PeoplePage &page)
{
    m_asked = false;
    m_more = page.more;
    m_people->append(page.people);
}

void CallHistoryPage::setDayTotals(QDate day, const LogTotals &totals)
{
    m_days->setTotals(day, totals);
    m_details->setDayTotals(day, totals, m_today);
}

void CallHistoryPage::setEntry(const LogEntry &entry)
{
    // A search is the log's business: what is found already is kept up to date, new hits come with the next search.
    const HistoryQuery asked = query();
    if (m_days->contains(entry.call.id) && (belongsTo(entry, asked) || !asked.text.trimmed().isEmpty()))
        m_days->put(entry);
    else if (!belongsTo(entry, asked))
        m_days->remove(entry.call.id);
    else if (!m_more || entry.place > m_days->lastPlace()) // older ones come with their page
        m_days->put(entry);
    if (grouping() == HistoryGrouping::ByCustomer && belongsTo(entry, asked))
        m_people->put(entry);
    if (entry.call.id == m_details->entry().call.id)
        m_details->setEntry(entry);
    Q_EMIT
    dayShown(entry.call.startedAt.toTimeZone(m_options.zone).date());
    settleBody();
}

void CallHistoryPage::removeEntry(const CallId &call)
{
    m_days->remove(call);
    if (call == m_details->entry().call.id) {
        m_details->setVisible(false);
        settleSpace();
    }
    settleBody();
}

void CallHistoryPage::setStory(const CallStory &story)
{
    if (story.entry.call.id == m_chosen)
        m_details->setStory(story);
}

void CallHistoryPage::setRefusal(const CallId &call, const QString &why)
{
    if (call == m_chosen)
        m_details->setRefusal(why);
}

void CallHistoryPage::setStar(const CallId &call, bool on)
{
    if (call == m_chosen)
        m_details->setStar(on);
}

void CallHistoryPage::setOpenMissed(int count)
{
    m_filters->setOpenMissed(count);
}

void CallHistoryPage::setLoading(bool loading)
{
    m_loading = loading;
    settleBody();
}

void CallHistoryPage::setProblem(const std::optional<ErrorText> &problem)
{
    m_problem->setVisible(problem.has_value());
    if (problem) {
        m_problem->setTexts(problem->happened, problem->remedy);
        m_problem->setButton(problem->button);
        m_loading = false;
    }
    settleBody();
}

void CallHistoryPage::settleBody()
{
    const bool empty = m_list->model()->rowCount() == 0;
    // Old rows stay in sight while new ones are on their way, and where they cannot be read.
    m_skeleton->setLoading(m_loading && empty);
    QWidget *shown = m_list;
    if (empty && m_loading)
        shown = m_skeleton;
    else if (empty && !m_problem->isVisibleTo(this))
        shown = m_filters->isNarrowed() ? m_nothing : m_empty;
    m_body->setCurrentWidget(shown);
}

std::optional<LogEntry> CallHistoryPage::current() const
{
    return m_list->model() == m_days ? m_days->entryAt(m_list->currentIndex()) : m_people->entryAt(m_list->currentIndex());
}

void CallHistoryPage::onCurrentChanged()
{
    const std::optional<LogEntry> entry = current();
    if (!entry || entry->call.id == m_chosen)
        return;
    m_chosen = entry->call.id;
    showDetails(*entry);
    Q_EMIT
    callChosen(m_chosen);
}

void CallHistoryPage::showDetails(const LogEntry &entry)
{
    m_details->setEntry(entry);
    // Over a narrow list it opens by click or Enter only, or the list could not be walked.
    if (width() >= kOverlayBelow)
        m_details->show();
    settleSpace();
}

void CallHistoryPage::choose(const CallId &call)
{
    if (call.isEmpty() || m_list->model() != m_days)
        return;
    const QModelIndex index = m_days->indexOf(call);
    if (!index.isValid())
        return;
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void CallHistoryPage::showCallsOf(const CustomerLink &customer, const QList<PhoneNumber> &numbers)
{
    m_filters->setSomebody(customer, numbers);
    if (grouping() == HistoryGrouping::ByDay)
        ask();
    else
        m_filters->setGrouping(HistoryGrouping::ByDay); // asks itself
}

void CallHistoryPage::showDays(QDate from, QDate to)
{
    m_filters->showDays(from, to); // which changes what is asked
}

void CallHistoryPage::startSearch()
{
    m_filters->startSearch();
}

void CallHistoryPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    settleSpace();
}

/// Beside the list where there is room for both, over it where there is not.
void CallHistoryPage::settleSpace()
{
    const int wide = std::min(Theme::current().px(kDetailsWidth), width());
    const bool beside = width() >= Theme::current().px(kOverlayBelow);
    const bool shown = m_details->isVisibleTo(this);
    m_details->setClosable(!beside);
    const QRect place = QStyle::visualRect(layoutDirection(), rect(), QRect(width() - wide, 0, wide, height()));
    m_details->setGeometry(place);
    m_details->raise();
    const int room = beside && shown ? wide : 0;
    const QMargins margins = layoutDirection() == Qt::LeftToRight ? QMargins(0, 0, room, 0) : QMargins(room, 0, 0, 0);
    if (layout()->contentsMargins() != margins)
        layout()->setContentsMargins(margins);
}

void CallHistoryPage::keyPressEvent(QKeyEvent *event)
{
    const std::optional<LogEntry> entry = current();
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (!entry || m_details->isTyping()) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (event->matches(QKeySequence::Copy) && entry->call.remote.number) {
        QGuiApplication::clipboard()->setText(entry->call.remote.number->e164());
    } else if (!plain) {
        QWidget::keyPressEvent(event);
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (!m_details->isVisibleTo(this)) {
            m_details->show();
            settleSpace();
        } else if (m_options.canCall && entry->call.remote.number && !entry->call.withheld) {
            Q_EMIT
            dialRequested(*entry);
        }
    } else if (event->key() == Qt::Key_N) {
        m_details->show();
        settleSpace();
        m_details->startNote();
    } else if (event->key() == Qt::Key_S) {
        m_details->pressStar();
    } else if (event->key() == Qt::Key_O && !entry->call.withheld) {
        Q_EMIT
        customerRequested(*entry);
    } else if (event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9) {
        m_details->pressOutcome(event->key() - Qt::Key_0);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace callcard::ui
