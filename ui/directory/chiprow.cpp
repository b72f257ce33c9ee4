#include "chiprow.h"

#include <callcard/ui/chip.h>
#include <callcard/ui/spoken.h>

#include <QKeyEvent>
#include <QStyle>

namespace callcard::ui {

namespace {
constexpr int kChipGap = 6;
}

ChipRow::ChipRow(QWidget *parent) : QWidget(parent)
{
    add(CustomerFilter::All, tr("All"));
    add(CustomerFilter::Mine, tr("My accounts"));
    //: Customers who buy at present
    add(CustomerFilter::Active, tr("Active"));
    //: Customers who have a number in common with somebody else
    add(CustomerFilter::SharedNumbers, tr("Shared numbers"));
    speakAsGroup(this, tr("Which customers"));
    setFilter(CustomerFilter::All);
}

void ChipRow::add(CustomerFilter filter, const QString &text)
{
    Chip *chip = Chip::choice(text, {}, this);
    chip->installEventFilter(this); // a button has its own mind about arrows
    connect(chip, &Chip::clicked, this, [this, filter] { choose(filter); });
    m_chips.append({filter, chip});
}

void ChipRow::setFilter(CustomerFilter filter)
{
    m_filter = filter;
    for (const auto &[known, chip] : std::as_const(m_chips)) {
        chip->setChecked(known == filter);
        chip->setFocusPolicy(known == filter ? Qt::TabFocus : Qt::ClickFocus); // one stop, arrows move in it
    }
}

void ChipRow::choose(CustomerFilter filter)
{
    const bool changed = filter != m_filter;
    setFilter(filter);
    if (changed)
        Q_EMIT
    chosen(filter);
}

void ChipRow::setMineShown(bool shown)
{
    for (const auto &[filter, chip] : std::as_const(m_chips)) {
        if (filter == CustomerFilter::Mine)
            chip->setVisible(shown);
    }
    place();
}

void ChipRow::resizeEvent(QResizeEvent *)
{
    place();
}

void ChipRow::place()
{
    int x = 0;
    int y = 0;
    int line = 0;
    for (const auto &[filter, chip] : std::as_const(m_chips)) {
        if (chip->isHidden())
            continue;
        QSize size = chip->sizeHint();
        size.setWidth(std::min(size.width(), width()));
        if (x > 0 && x + size.width() > width()) {
            x = 0;
            y += line + kChipGap;
        }
        chip->setGeometry(QStyle::visualRect(layoutDirection(), rect(), QRect(QPoint(x, y), size)));
        x += size.width() + kChipGap;
        line = size.height();
    }
    setFixedHeight(y + line);
}

bool ChipRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool forward = key == (layoutDirection() == Qt::LeftToRight ? Qt::Key_Right : Qt::Key_Left);
    const bool back = key == (layoutDirection() == Qt::LeftToRight ? Qt::Key_Left : Qt::Key_Right);
    if (!forward && !back)
        return false;
    QList<std::pair<CustomerFilter, Chip *>> shown = m_chips;
    shown.removeIf([](const auto &one) { return one.second->isHidden(); });
    for (qsizetype i = 0; i < shown.size(); ++i) {
        if (shown.at(i).first != m_filter)
            continue;
        const auto &[filter, chip] = shown.at((i + (forward ? 1 : shown.size() - 1)) % shown.size());
        choose(filter);
        chip->setFocus(Qt::TabFocusReason);
        break;
    }
    return true;
}

} // namespace callcard::ui
