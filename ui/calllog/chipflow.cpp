#include "chipflow.h"

#include <callcard/ui/chip.h>
#include <callcard/ui/outsidetext.h>

#include <QResizeEvent>
#include <QStyle>

namespace callcard::ui {

namespace {
constexpr int kChipGap = 6;
constexpr int kMostDigits = 9;
} // namespace

ChipFlow::ChipFlow(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipFlow::setChoices(const QStringList &choices)
{
    if (m_choices == choices && !m_chips.isEmpty())
        return;
    m_choices = choices;
    build();
}

void ChipFlow::setChosen(const QString &choice)
{
    const bool foreign = !choice.isEmpty() && !m_choices.contains(choice);
    const bool wasForeign = m_chips.size() > m_choices.size();
    m_chosen = choice;
    if (foreign || wasForeign) {
        build();
        return;
    }
    for (qsizetype i = 0; i < m_chips.size(); ++i)
        m_chips.at(i)->setChecked(m_choices.at(i) == choice);
}

void ChipFlow::build()
{
    qDeleteAll(m_chips);
    m_chips.clear();
    QStringList all = m_choices;
    if (!m_chosen.isEmpty() && !all.contains(m_chosen))
        all.append(m_chosen);
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QString choice = all.at(i);
        const bool hasDigit = i < kMostDigits && i < m_choices.size();
        Chip *chip = Chip::choice(cleaned(choice, 60), hasDigit ? QString::number(i + 1) : QString(), this);
        chip->setCheckedState(StateLook::Active);
        chip->setChecked(choice == m_chosen);
        chip->show();
        connect(chip, &QAbstractButton::clicked, this, [this, choice] {
            Q_EMIT
            chosen(choice == m_chosen ? QString() : choice);
        });
        m_chips.append(chip);
    }
    arrange(width(), true);
    updateGeometry();
}

void ChipFlow::press(int digit)
{
    if (digit >= 1 && digit <= std::min<qsizetype>(kMostDigits, m_choices.size()))
        m_chips.at(digit - 1)->click();
}

QSize ChipFlow::sizeHint() const
{
    const int wide = width() > 0 ? width() : 260;
    return {wide, arrange(wide, false)};
}

void ChipFlow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange(width(), true);
    if (event->oldSize().width() != event->size().width())
        updateGeometry();
}

int ChipFlow::arrange(int width, bool move) const
{
    int x = 0;
    int y = 0;
    int line = 0;
    for (Chip *chip : m_chips) {
        const QSize size = chip->sizeHint().boundedTo(QSize(std::max(width, 1), chip->sizeHint().height()));
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += line + kChipGap;
        }
        if (move)
            chip->setGeometry(QStyle::visualRect(layoutDirection(), QRect(0, 0, width, 10'000), QRect(QPoint(x, y), size)));
        x += size.width() + kChipGap;
        line = size.height();
    }
    return m_chips.isEmpty() ? 0 : y + line;
}

} // namespace callcard::ui
