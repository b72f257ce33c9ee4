#include <callcard/ui/chip.h>
#include <callcard/ui/label.h>
#include <callcard/ui/rangebar.h>

#include <QCalendarWidget>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <functional>

namespace callcard::ui {

RangeBar::RangeBar(QWidget *parent) : QWidget(parent), m_from(new QDateEdit), m_to(new QDateEdit)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    //: Before a date: the first day of a range
    auto *from = new Label(tr("From"), Type::Body, &Colors::textSecondary);
    //: Before a date: the last day of a range
    auto *to = new Label(tr("to"), Type::Body, &Colors::textSecondary);
    for (Label *label : {from, to})
        label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    for (QDateEdit *edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        edit->setKeyboardTracking(false);
        connect(edit, &QDateEdit::dateChanged, this, [this] { choose({m_from->date(), m_to->date()}); });
    }
    m_from->setAccessibleName(tr("First day"));
    m_to->setAccessibleName(tr("Last day"));
    row->addWidget(from);
    row->addWidget(m_from);
    row->addWidget(to);
    row->addWidget(m_to);
    row->addSpacing(space::s);
    const auto offer = [&](const QString &text, const std::function<DayRange()> &range) {
        Chip *chip = Chip::choice(text);
        chip->setCheckable(false);
        connect(chip, &Chip::clicked, this, [this, range] { choose(range()); });
        row->addWidget(chip);
    };
    offer(tr("This quarter"), [this] { return periodAround(GoalPeriod::Quarterly, m_today); });
    offer(tr("Last quarter"),
          [this] { return periodAround(GoalPeriod::Quarterly, periodAround(GoalPeriod::Quarterly, m_today).from.addDays(-1)); });
    offer(tr("Last month"),
          [this] { return periodAround(GoalPeriod::Monthly, periodAround(GoalPeriod::Monthly, m_today).from.addDays(-1)); });
    offer(tr("Last 30 days"), [this] { return DayRange{m_today.addDays(-29), m_today}; });
    row->addStretch(1);
}

void RangeBar::setRange(const DayRange &range, const QDate &today, const QDate &first)
{
    if (range == m_shown && today == m_today && first == m_first)
        return;
    m_shown = range;
    m_first = first;
    m_today = today;
    const QSignalBlocker quietFrom(m_from);
    const QSignalBlocker quietTo(m_to);
    const QDate last = periodAround(GoalPeriod::Quarterly, today).to;
    m_from->setDateRange(first, last);
    m_to->setDateRange(first, last);
    m_from->setDate(range.from);
    m_to->setDate(range.to);
}

void RangeBar::choose(const DayRange &range)
{
    Q_EMIT
    rangeChosen(range);
}

} // namespace callcard::ui
