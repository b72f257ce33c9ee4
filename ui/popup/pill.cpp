#include "pill.h"

#include <callcard/ui/icons.h>
#include <callcard/ui/paint.h>

#include <QFontMetricsF>
#include <QPainter>
#include <QStyle>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kHeight = 30;
constexpr int kPillSide = 14;
constexpr int kPillGap = 8;
} // namespace

CounterPill::CounterPill(QWidget *parent) : QAbstractButton(parent)
{
    setObjectName(u"pill"_s);
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_Hover);
}

void CounterPill::setCount(int calls, bool ringing)
{
    setText(ringing ? tr("%n more call(s) ringing", nullptr, calls) : tr("%n more call(s)", nullptr, calls));
    setAccessibleName(text());
    update();
}

QSize CounterPill::sizeHint() const
{
    const Theme &theme = Theme::current();
    const int words = static_cast<int>(std::ceil(QFontMetricsF(theme.font(Type::Body)).horizontalAdvance(text())));
    return QSize(2 * kPillSide + theme.iconPx() + kPillGap + words + 1, theme.px(kHeight));
}

void CounterPill::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    if (underMouse())
        drawPanel(painter, rect(), theme.compositing ? height() / 2.0 : 0, theme.color.hover);
    const auto visual = [this](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    const int icon = theme.iconPx();
    drawIcon(painter, visual(QRect(kPillSide, (height() - icon) / 2, icon, icon)), u"chevron-down"_s, theme.color.textSecondary);
    const int left = kPillSide + icon + kPillGap;
    drawElided(painter, visual(QRect(left, 0, width() - left - kPillSide + 1, height())), text());
}

} // namespace callcard::ui
