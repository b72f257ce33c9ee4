#include "progressline.h"

#include <callcard/ui/numbertexts.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace callcard::ui {

namespace {
constexpr int kLineHeight = 4;
}

ProgressLine::ProgressLine(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(kLineHeight);
    //: %1: "40%"
    sayWhenAsked(this, [this] { return tr("Progress: %1").arg(percentText(m_part)); });
}

void ProgressLine::setPart(double part)
{
    m_part = std::clamp(part, 0.0, 1.0);
    update();
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    drawPanel(painter, rect(), kLineHeight / 2.0, theme.chart().track);
    const QRect done(0, 0, static_cast<int>(width() * m_part), height());
    if (done.width() >= kLineHeight)
        drawPanel(painter, QStyle::visualRect(layoutDirection(), rect(), done), kLineHeight / 2.0, theme.color.accent);
}

} // namespace callcard::ui
