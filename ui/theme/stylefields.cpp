#include "styleparts.h"

#include <callcard/ui/icons.h>
#include <callcard/ui/paint.h>

#include <QPainter>
#include <QStyleOption>
#include <QVariant>
#include <QWidget>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kFieldPadding = 10;
constexpr int kChevron = 12;
constexpr int kTallField = 36;
constexpr int kSpinButtons = 22;
} // namespace

int fieldHeight(const QWidget *widget)
{
    return Theme::current().px(widget && widget->property("tall").toBool() ? kTallField : size::field);
}

void drawField(QPainter &painter, const QRect &rect, QStyle::State state)
{
    const Theme &theme = Theme::current();
    const bool enabled = state & QStyle::State_Enabled;
    const bool focused = enabled && (state & QStyle::State_HasFocus);
    drawPanel(painter, rect, radius::control, enabled ? theme.color.surface : theme.color.sunken,
              focused ? theme.color.focus : theme.color.border);
}

void drawComboBox(const QStyleOptionComboBox &option, QPainter &painter, const QWidget *widget)
{
    Q_UNUSED(widget)
    if (option.editable)
        drawField(painter, option.rect, option.state);
    else
        drawButtonPanel(painter, option.rect, ButtonKind::Plain, option.state & ~QStyle::State_On);
    const QColor color = option.state & QStyle::State_Enabled ? Theme::current().color.textSecondary : Theme::current().color.textDisabled;
    drawIcon(painter, QStyle::visualRect(option.direction, option.rect, comboPart(option, QStyle::SC_ComboBoxArrow)), u"chevron-down"_s,
             color);
}

QRect comboPart(const QStyleOptionComboBox &option, QStyle::SubControl part)
{
    const QRect &rect = option.rect;
    switch (part) {
    case QStyle::SC_ComboBoxArrow:
        return QRect(rect.right() - kFieldPadding - kChevron + 1, rect.center().y() - kChevron / 2 + 1, kChevron, kChevron);
    case QStyle::SC_ComboBoxEditField:
        return rect.adjusted(kFieldPadding - 2, 1, -kFieldPadding - kChevron - 4, -1);
    default:
        return rect;
    }
}

void drawSpinBox(const QStyleOptionComplex &option, QPainter &painter, const QStyle &style, const QWidget *widget)
{
    Q_UNUSED(style)
    Q_UNUSED(widget)
    const Theme &theme = Theme::current();
    drawField(painter, option.rect, option.state);
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(&option);
    for (const auto part : {QStyle::SC_SpinBoxUp, QStyle::SC_SpinBoxDown}) {
        const QRect rect = QStyle::visualRect(option.direction, option.rect, spinPart(option, part));
        const bool up = part == QStyle::SC_SpinBoxUp;
        const bool possible = (option.state & QStyle::State_Enabled) && spin &&
                              (spin->stepEnabled & (up ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled));
        if (possible && (option.activeSubControls & part))
            drawPanel(painter, rect.adjusted(2, up ? 2 : 0, -2, up ? 0 : -2), radius::cell,
                      option.state & QStyle::State_Sunken ? theme.color.pressed : theme.color.hover);
        painter.save();
        const QPointF center = QRectF(rect).center();
        painter.translate(center);
        if (up)
            painter.rotate(180);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(
            QPen(possible ? theme.color.textSecondary : theme.color.textDisabled, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF points[] = {{-3, -1.5}, {0, 1.5}, {3, -1.5}};
        painter.drawPolyline(points, 3);
        painter.restore();
    }
}

QRect spinPart(const QStyleOptionComplex &option, QStyle::SubControl part)
{
    const QRect &rect = option.rect;
    const QRect buttons(rect.right() - kSpinButtons, rect.top(), kSpinButtons, rect.height());
    switch (part) {
    case QStyle::SC_SpinBoxUp:
        return buttons.adjusted(0, 0, 0, -rect.height() / 2);
    case QStyle::SC_SpinBoxDown:
        return buttons.adjusted(0, rect.height() / 2, 0, 0);
    case QStyle::SC_SpinBoxEditField:
        return rect.adjusted(kFieldPadding - 2, 1, -kSpinButtons - 1, -1);
    default:
        return rect;
    }
}

} // namespace callcard::ui
