#include <callcard/ui/chip.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/spoken.h>

#include <QFontMetricsF>
#include <QPainter>
#include <QStyle>

#include <cmath>

namespace callcard::ui {

namespace {
constexpr int kChoicePadding = 9;
constexpr int kDigitGap = 5;
} // namespace

Chip::Chip(const ChipLook &look, QWidget *parent) : Chip(look, false, parent) {}

Chip::Chip(const ChipLook &look, bool choice, QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::NoFocus);
    if (!choice)
        speakAs(this, QAccessible::StaticText); // a fact is no button
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setLook(look);
}

Chip *Chip::choice(const QString &text, const QString &digit, QWidget *parent)
{
    auto *chip = new Chip({.text = text, .height = size::buttonSmall}, true, parent);
    chip->m_digit = digit;
    chip->setCheckable(true);
    speakAsChoice(chip, false);
    chip->setFocusPolicy(Qt::TabFocus); // a click must not take the keyboard from the note
    chip->setAttribute(Qt::WA_Hover);
    chip->setProperty("focusRadius", radius::chip);
    return chip;
}

void Chip::setLook(const ChipLook &look)
{
    m_look = look;
    m_look.text = cleaned(look.text);
    setText(m_look.text);
    setAccessibleName(aloud(m_look.text));
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    if (!isCheckable())
        return chipSize(m_look);
    const Theme &theme = Theme::current();
    qreal width = 2 * kChoicePadding + QFontMetricsF(theme.font(Type::Small)).horizontalAdvance(m_look.text);
    if (!m_digit.isEmpty())
        width += kDigitGap + tabularWidth(m_digit, theme.font(Type::Caption));
    return QSize(static_cast<int>(std::ceil(width)) + 1, theme.px(m_look.height));
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!isCheckable()) {
        drawChip(painter, rect(), m_look);
        return;
    }
    const Theme &theme = Theme::current();
    QColor fill = isDown() ? theme.color.pressed : underMouse() ? theme.color.hover : theme.color.surface;
    QColor border = theme.color.border;
    QColor ink = theme.color.textSecondary;
    if (isChecked()) {
        fill = m_checkedState && !theme.highContrast ? theme.state(*m_checkedState).tint : theme.color.selection;
        ink = theme.highContrast ? theme.color.selectionText : m_checkedState ? theme.state(*m_checkedState).text : theme.color.accentText;
        border = theme.highContrast ? theme.color.border : QColor();
    }
    drawPanel(painter, rect(), radius::chip, fill, border);
    QRect inner = rect().adjusted(kChoicePadding, 0, -kChoicePadding, 0);
    const auto visual = [this](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    if (!m_digit.isEmpty()) {
        const QFont font = theme.font(Type::Caption);
        const int width = static_cast<int>(std::ceil(tabularWidth(m_digit, font)));
        drawTabular(painter, visual(QRect(inner.left(), 0, width, height())), m_digit, font, isChecked() ? ink : theme.color.textTertiary,
                    Qt::AlignCenter);
        inner.adjust(width + kDigitGap, 0, 0, 0);
    }
    drawElided(painter, visual(inner.adjusted(0, 0, 1, 0)), m_look.text,
               {.type = Type::Small, .color = isEnabled() ? ink : theme.color.textDisabled});
}

} // namespace callcard::ui
