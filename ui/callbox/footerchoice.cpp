#include "footerchoice.h"

#include <callcard/ui/icons.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/theme.h>

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kChoiceInset = 6;
constexpr int kChoiceGap = 8;
constexpr int kChoiceChevron = 12;
} // namespace

FooterChoice::FooterChoice(const QString &icon, QWidget *parent) : QAbstractButton(parent), m_icon(icon)
{
    setAttribute(Qt::WA_Hover);
    setProperty("focusRadius", radius::control);
}

void FooterChoice::setWords(const QString &words, bool choosable)
{
    m_choosable = choosable;
    setText(words);
    setAccessibleName(words);
    setToolTip(words);
    setEnabled(choosable);
    setFocusPolicy(choosable ? Qt::TabFocus : Qt::NoFocus);
    setCursor(choosable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    updateGeometry();
    update();
}

QSize FooterChoice::sizeHint() const
{
    const Theme &theme = Theme::current();
    const QFontMetrics metrics(theme.font(Type::Small));
    const int icon = m_icon.isEmpty() ? 0 : theme.iconPx() + kChoiceGap;
    const int chevron = m_choosable ? theme.iconPx(kChoiceChevron) + kChoiceInset : 0;
    return {2 * kChoiceInset + icon + metrics.horizontalAdvance(text()) + 2 + chevron, metrics.height() + 2 * kChoiceInset};
}

void FooterChoice::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Down)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void FooterChoice::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const auto visual = [this](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    if (m_choosable && (underMouse() || hasFocus()))
        drawPanel(painter, rect(), radius::control, theme.color.hover);
    int left = kChoiceInset;
    if (!m_icon.isEmpty()) {
        const int px = theme.iconPx();
        drawIcon(painter, visual({left, (height() - px) / 2, px, px}), m_icon, theme.color.textTertiary, layoutDirection());
        left += px + kChoiceGap;
    }
    int right = width() - kChoiceInset;
    if (m_choosable) {
        const int px = theme.iconPx(kChoiceChevron);
        drawIcon(painter, visual({right - px, (height() - px) / 2, px, px}), u"chevron-down"_s, theme.color.textTertiary);
        right -= px + kChoiceInset;
    }
    drawElided(painter, visual({left, 0, right - left, height()}), text(), {.type = Type::Small, .role = &Colors::textSecondary});
}

} // namespace callcard::ui
