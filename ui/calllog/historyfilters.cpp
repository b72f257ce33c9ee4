#include "historyfilters.h"

#include <callcard/ui/chip.h>
#include <callcard/ui/controls.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/outsidetext.h>

#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <tuple>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kSearchWidth = 220;
constexpr int kTypingRest = 120;
constexpr int kFrames = 112;  // of both buttons, around their words
constexpr int kIconOnly = 56; // icon and arrow
} // namespace

HistoryFilters::HistoryFilters(QWidget *parent)
    : QWidget(parent)
    , m_header(new PageHeader(CallHistoryPage::title()))
    , m_search(new SearchField(tr("Search calls and notes")))
    , m_kinds(new SegmentedControl(tr("Kind of calls")))
    , m_rangeButton(plainButton({}, u"calendar"_s))
    , m_groupButton(plainButton({}))
    , m_somebody(Chip::choice({}))
    , m_typing(new QTimer(this))
{
    m_search->setMinimumWidth(Theme::current().px(kSearchWidth));
    m_search->setAccessibleName(tr("Search calls and notes"));
    QToolButton *exporting = framedIconButton(u"export"_s, tr("Export these calls"));
    m_header->addAction(m_search);
    m_header->addAction(exporting);

    //: Kinds of calls in the history
    for (const QString &kind : {tr("All"), tr("Missed"), tr("Incoming"), tr("Outgoing"), tr("Voicemail")})
        m_kinds->addSegment(kind);
    m_kinds->setCurrent(0);
    m_somebody->hide();
    m_somebody->setToolTip(tr("Show everybody's calls again"));

    auto *ranges = new QMenu(m_rangeButton);
    const auto addRange = [&](Range range, const QString &text) {
        connect(ranges->addAction(text), &QAction::triggered, this, [this, range] { setRange(range); });
    };
    addRange(Range::Anytime, tr("Any time"));
    addRange(Range::Today, tr("Today"));
    addRange(Range::ThisWeek, tr("This week"));
    addRange(Range::Last30Days, tr("Last 30 days"));
    m_rangeButton->setMenu(ranges);
    auto *groups = new QMenu(m_groupButton);
    connect(groups->addAction(tr("By day")), &QAction::triggered, this, [this] { setGrouping(HistoryGrouping::ByDay); });
    connect(groups->addAction(tr("By customer")), &QAction::triggered, this, [this] { setGrouping(HistoryGrouping::ByCustomer); });
    m_groupButton->setMenu(groups);

    auto *row = new QHBoxLayout;
    row->setContentsMargins(24, 0, 24, 12);
    row->setSpacing(8);
    row->addWidget(m_kinds);
    row->addWidget(m_somebody);
    row->addStretch();
    row->addWidget(m_rangeButton);
    row->addWidget(m_groupButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(row);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // narrow pages: see resizeEvent()
    settleTexts();

    m_typing->setSingleShot(true);
    m_typing->setInterval(kTypingRest);
    connect(m_search, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_typing, &QTimer::timeout, this, &HistoryFilters::changed);
    connect(m_kinds, &SegmentedControl::chosen, this, &HistoryFilters::changed);
    connect(exporting, &QToolButton::clicked, this, &HistoryFilters::exportRequested);
    connect(m_somebody, &QAbstractButton::clicked, this, [this] {
        setSomebody({}, {});
        Q_EMIT
        changed();
    });
}

HistoryQuery HistoryFilters::query(const QTimeZone &zone, QDate today) const
{
    HistoryQuery query{.filter = static_cast<HistoryFilter>(std::max(0, m_kinds->current())), .text = m_search->text()};
    query.customer = m_customer.id;
    query.numbers = m_numbers;
    switch (m_range) {
    case Range::Anytime:
        break;
    case Range::Today:
        query.from = today.startOfDay(zone).toUTC();
        break;
    case Range::ThisWeek: // weeks start on Monday
        query.from = today.addDays(1 - today.dayOfWeek()).startOfDay(zone).toUTC();
        break;
    case Range::Last30Days:
        query.from = today.addDays(-29).startOfDay(zone).toUTC();
        break;
    case Range::Chosen:
        query.from = m_from.startOfDay(zone).toUTC();
        query.to = m_to.addDays(1).startOfDay(zone).toUTC();
        break;
    }
    return query;
}

void HistoryFilters::setOpenMissed(int count)
{
    m_kinds->setCount(1, count);
}

void HistoryFilters::setSomebody(const CustomerLink &customer, const QList<PhoneNumber> &numbers)
{
    m_customer = customer;
    m_numbers = numbers;
    const bool somebody = !customer.id.isEmpty() || !numbers.isEmpty();
    m_somebody->setVisible(somebody);
    m_somebody->setChecked(somebody);
    const QString name = customer.name.isEmpty() && !numbers.isEmpty() ? numberRun(numbers.first().e164()) : cleaned(customer.name, 60);
    m_somebody->setText(name);
    m_somebody->setLook({.icon = u"close"_s, .text = name, .height = size::buttonSmall});
    m_somebody->setAccessibleName(tr("Only calls of %1").arg(name));
}

void HistoryFilters::setGrouping(HistoryGrouping grouping)
{
    if (m_grouping == grouping)
        return;
    m_grouping = grouping;
    settleTexts();
    Q_EMIT
    changed();
}

void HistoryFilters::setRange(Range range)
{
    m_range = range;
    settleTexts();
    Q_EMIT
    changed();
}

void HistoryFilters::showDays(QDate from, QDate to)
{
    m_from = from;
    m_to = to;
    m_range = Range::Chosen;
    m_grouping = HistoryGrouping::ByDay;
    clearOthers();
}

QString HistoryFilters::rangeText() const
{
    switch (m_range) {
    case Range::Anytime:
        return tr("Any time");
    case Range::Today:
        return tr("Today");
    case Range::ThisWeek:
        return tr("This week");
    case Range::Last30Days:
        return tr("Last 30 days");
    case Range::Chosen: {
        const QLocale locale;
        const QString from = locale.toString(m_from, QLocale::ShortFormat);
        //: From one date to another
        return m_from == m_to ? from : tr("%1 – %2").arg(from, locale.toString(m_to, QLocale::ShortFormat));
    }
    }
    Q_UNREACHABLE();
}

/// Where there is no room for all words, the buttons keep their icons and say the words by tool tip.
void HistoryFilters::settleTexts()
{
    const QString range = rangeText();
    const QString group = m_grouping == HistoryGrouping::ByDay ? tr("By day") : tr("By customer");
    const QFontMetrics metrics(m_rangeButton->font());
    const int somebody = m_somebody->isVisibleTo(this) ? m_somebody->sizeHint().width() + 8 : 0;
    const int room = width() - 2 * 24 - m_kinds->sizeHint().width() - somebody - 2 * 8;
    const int frames = Theme::current().px(kFrames);
    const bool both = room >= metrics.horizontalAdvance(range) + metrics.horizontalAdvance(group) + frames;
    for (const auto &[button, text, icon] :
         {std::tuple(m_rangeButton, range, u"calendar"_s), std::tuple(m_groupButton, group, u"people"_s)}) {
        button->setText(both ? text : QString());
        button->setMinimumWidth(both ? 0 : Theme::current().px(kIconOnly));
        button->setIcon(both && button == m_groupButton ? QIcon() : lineIcon(icon));
        button->setToolTip(both ? QString() : text);
        button->setAccessibleName(text);
    }
}

void HistoryFilters::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    settleTexts();
}

bool HistoryFilters::isNarrowed() const
{
    return m_range != Range::Anytime || m_kinds->current() > 0 || !m_search->text().trimmed().isEmpty() || m_somebody->isVisibleTo(this);
}

void HistoryFilters::reset()
{
    m_range = Range::Anytime;
    clearOthers();
}

/// Whatever narrows the list beside the range.
void HistoryFilters::clearOthers()
{
    m_kinds->setCurrent(0);
    m_search->clear();
    m_typing->stop();
    setSomebody({}, {});
    settleTexts();
    Q_EMIT
    changed();
}

void HistoryFilters::startSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

} // namespace callcard::ui
