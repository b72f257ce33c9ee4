#include "callcardstyle.h"
#include "focusring.h"
#include "styleparts.h"

#include <callcard/ui/icons.h>
#include <callcard/ui/paint.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTextEdit>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kTextEditFrame = 6; // keeps the square viewport off the round corners
constexpr int kFieldTextPadding = 8;
constexpr int kIndicatorGap = 8;
constexpr int kToolTipPadding = 7;
constexpr int kProgressHeight = 4;

bool isTextEdit(const QWidget *widget)
{
    return qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

/// Ready-made views select in the pale colour of the design, not in the accent of text selections.
void makePale(QPalette &palette)
{
    const Colors &color = Theme::current().color;
    palette.setColor(QPalette::Highlight, color.selection);
    palette.setColor(QPalette::HighlightedText, color.selectionText);
}

void drawProgress(const QStyleOptionProgressBar &option, QPainter &painter)
{
    const Theme &theme = Theme::current();
    const QRectF bar(option.rect.left(), option.rect.center().y() + 1 - kProgressHeight / 2, option.rect.width(), kProgressHeight);
    drawPanel(painter, bar, kProgressHeight / 2.0, theme.highContrast ? theme.color.pressed : theme.chart().track);
    const qint64 range = qint64(option.maximum) - option.minimum;
    if (range <= 0)
        return;
    QRectF done = bar;
    done.setWidth(bar.width() * double(qint64(option.progress) - option.minimum) / double(range));
    if (option.direction == Qt::RightToLeft)
        done.moveRight(bar.right());
    if (done.width() > 0)
        drawPanel(painter, done, kProgressHeight / 2.0, theme.color.accent);
}

void drawHeaderSection(const QStyleOption &option, QPainter &painter)
{
    const Colors &color = Theme::current().color;
    painter.fillRect(option.rect, color.surface);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), color.border);
}

void drawHeaderLabel(const QStyleOptionHeader &option, QPainter &painter)
{
    const Theme &theme = Theme::current();
    QRect rect = option.rect.adjusted(space::m, 0, -space::s, 0);
    if (option.sortIndicator != QStyleOptionHeader::None) {
        constexpr int arrow = 12;
        const int text = std::min(rect.width() - arrow - 4, QFontMetrics(theme.font(Type::CaptionStrong)).horizontalAdvance(option.text));
        const QRect place(rect.left() + text + 6, rect.center().y() - arrow / 2, arrow, arrow);
        drawIcon(painter, QStyle::visualRect(option.direction, option.rect, place),
                 option.sortIndicator == QStyleOptionHeader::SortDown ? u"arrow-down"_s : u"arrow-up"_s, theme.color.textSecondary);
        rect.setWidth(text + 1);
    }
    drawElided(painter, QStyle::visualRect(option.direction, option.rect, rect), option.text,
               {.type = Type::CaptionStrong, .role = &Colors::textSecondary});
}
} // namespace

CallcardStyle::CallcardStyle() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)), m_focusRing(new FocusRing(this)) {}

CallcardStyle::~CallcardStyle() = default;

void CallcardStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            drawField(*painter, option->rect, option->state);
        return;
    case PE_FrameLineEdit:
    case PE_FrameButtonBevel:
    case PE_FrameStatusBarItem:
    case PE_IndicatorHeaderArrow: // stands behind the label's text
        return;
    case PE_Frame:
        if (isTextEdit(widget))
            drawField(*painter, option->rect, option->state);
        return; // lists and scroll areas have no frame of their own
    case PE_FrameFocusRect:
        if (option->state & State_KeyboardFocusChange && qobject_cast<const QAbstractItemView *>(widget)) {
            painter->save();
            painter->setClipRect(option->rect);
            drawFocus(*painter, QRectF(option->rect).adjusted(4, 4, -4, -4), radius::row);
            painter->restore();
        }
        return; // everywhere else FocusRing shows it
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
        drawButtonPanel(*painter, option->rect, buttonKind(widget), option->state);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        if (isSwitch(widget))
            drawSwitch(*painter, option->rect, option->state, option->direction);
        else
            drawCheckIndicator(*painter, option->rect, option->state);
        return;
    case PE_IndicatorRadioButton:
        drawRadioIndicator(*painter, option->rect, option->state);
        return;
    case PE_PanelMenu:
        drawMenuPanel(*painter, option->rect);
        return;
    case PE_FrameMenu:
        return;
    case PE_PanelTipLabel:
        drawToolTipPanel(*option, *painter);
        return;
    case PE_PanelItemViewItem:
        if (option->state & (State_Selected | State_MouseOver) && option->state & State_Enabled) {
            const Colors &color = Theme::current().color;
            drawPanel(*painter, option->rect, radius::row, option->state & State_Selected ? color.selection : color.hover);
        }
        return;
    case PE_IndicatorArrowDown:
        drawIcon(*painter, option->rect, u"chevron-down"_s, Theme::current().color.textSecondary);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void CallcardStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            drawPushButton(*button, *painter, widget);
        return;
    case CE_CheckBox:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option); button && isSwitch(widget)) {
            // Fusion asks itself, not us, where the indicator is.
            QStyleOptionButton part(*button);
            part.rect = subElementRect(SE_CheckBoxIndicator, option, widget);
            drawSwitch(*painter, part.rect, option->state, option->direction);
            part.rect = subElementRect(SE_CheckBoxContents, option, widget);
            QProxyStyle::drawControl(CE_CheckBoxLabel, &part, painter, widget);
            return;
        }
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            drawMenuItem(*item, *painter);
        return;
    case CE_MenuEmptyArea:
    case CE_MenuScroller:
        return;
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            drawProgress(*bar, *painter);
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeaderSection(*option, *painter);
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            drawHeaderLabel(*header, *painter);
        return;
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem pale(*item);
            makePale(pale.palette);
            QProxyStyle::drawControl(element, &pale, painter, widget);
        }
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, Theme::current().color.border);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void CallcardStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                       const QWidget *widget) const
{
    switch (control) {
    case CC_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            drawToolButton(*button, *painter, widget);
        return;
    case CC_ComboBox:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            drawComboBox(*combo, *painter, widget);
        return;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            drawScrollBar(*bar, *painter, widget);
        return;
    case CC_SpinBox:
        drawSpinBox(*option, *painter, *this, widget);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect CallcardStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollBarPart(*bar, part);
    }
    if (control == CC_ComboBox && part != SC_ComboBoxListBoxPopup) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return visualRect(option->direction, option->rect, comboPart(*combo, part));
    }
    if (control == CC_SpinBox)
        return visualRect(option->direction, option->rect, spinPart(*option, part));
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect CallcardStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        return frame && frame->lineWidth > 0 ? option->rect.adjusted(kFieldTextPadding, 1, -kFieldTextPadding, -1) : option->rect;
    }
    case SE_CheckBoxIndicator:
        if (isSwitch(widget)) {
            const QSize size = switchSize();
            const QRect place(option->rect.left(), option->rect.center().y() - size.height() / 2 + 1, size.width(), size.height());
            return visualRect(option->direction, option->rect, place);
        }
        break;
    case SE_CheckBoxContents:
        if (isSwitch(widget))
            return visualRect(option->direction, option->rect, option->rect.adjusted(switchSize().width() + kIndicatorGap, 0, 0, 0));
        break;
    default:
        break;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize CallcardStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const
{
    const Theme &theme = Theme::current();
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return pushButtonSize(*button, widget);
        break;
    case CT_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            return toolButtonSize(*button, widget);
        break;
    case CT_LineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            return QSize(contents.width() + 2 * kFieldTextPadding, fieldHeight(widget));
        break;
    }
    case CT_ComboBox:
        return QSize(contents.width() + 44, fieldHeight(widget));
    case CT_SpinBox:
        return QSize(contents.width() + 36, fieldHeight(widget));
    case CT_CheckBox:
        if (isSwitch(widget)) {
            const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
            const bool bare = !button || button->text.isEmpty();
            return QSize(switchSize().width() + (bare ? 0 : kIndicatorGap + contents.width()),
                         std::max(switchSize().height() + 4, contents.height()));
        }
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return menuItemSize(*item);
        break;
    case CT_ItemViewItem: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return QSize(base.width() + 2 * space::xs, std::max(base.height(), theme.px(size::buttonSmall)));
    }
    case CT_HeaderSection: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return QSize(base.width() + space::l, theme.px(size::rowOne));
    }
    case CT_ProgressBar:
        return QSize(contents.width(), std::max(kProgressHeight + 4, 8));
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, contents, widget);
}

int CallcardStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const Theme &theme = Theme::current();
    switch (metric) {
    case PM_DefaultFrameWidth:
        if (isTextEdit(widget))
            return kTextEditFrame;
        return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget) ? 1 : 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return theme.px(16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return kIndicatorGap;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
        return theme.iconPx();
    case PM_ScrollBarExtent:
        return scrollBarExtent();
    case PM_ScrollView_ScrollBarSpacing:
    case PM_MenuPanelWidth:
    case PM_MenuHMargin:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ScrollView_ScrollBarOverlap:
        return 0;
    case PM_MenuVMargin:
        return 5;
    case PM_SubMenuOverlap:
        return -2;
    case PM_ToolTipLabelFrameWidth:
        return kToolTipPadding;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return size::focusRing + size::focusGap;
    case PM_SplitterWidth:
        return 1;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return space::m;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return space::s;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int CallcardStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_FocusFrame_Mask: // would cut the ring's corners
    case SH_ComboBox_Popup:
    case SH_Menu_SloppySubMenus:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut:
    case SH_ScrollBar_Transient:
        return 0;
    case SH_FocusFrame_AboveWidget:
    case SH_ScrollBar_MiddleClickAbsolutePosition:
        return 1;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_Widget_Animation_Duration:
        return Theme::current().duration(motion::fast);
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QPalette CallcardStyle::standardPalette() const
{
    // Fusion's own: what lies beneath ours must stay the system's, it tells whether the desktop is dark.
    return QProxyStyle::standardPalette();
}

void CallcardStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    m_focusRing->watch(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractSpinBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (qobject_cast<QMenu *>(widget) && Theme::current().compositing)
        widget->setAttribute(Qt::WA_TranslucentBackground);
}

void CallcardStyle::unpolish(QWidget *widget)
{
    m_focusRing->unwatch(widget);
    QProxyStyle::unpolish(widget);
}

} // namespace callcard::ui
