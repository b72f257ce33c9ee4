#include "focusring.h"

#include <callcard/ui/paint.h>

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFocusEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSlider>
#include <QTextEdit>

namespace callcard::ui {

namespace {
constexpr int kMargin = size::focusRing + size::focusGap;

class Frame final : public QFocusFrame
{
public:
    using QFocusFrame::QFocusFrame;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const QWidget *target = widget();
        if (!target)
            return;
        QPainter painter(this);
        const QVariant given = target->property("focusRadius");
        const qreal radius = given.isValid() ? given.toReal() : radius::control;
        const QRectF inner = QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
        if (isTextField(target))
            drawFieldFocus(painter, inner, radius);
        else
            drawFocus(painter, inner, radius);
    }
};

bool fromKeyboard(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
}

/// The whole window goes or comes (another program, a menu): the widget itself keeps the focus.
bool ofWindow(Qt::FocusReason reason)
{
    return reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason;
}

bool wantsRing(const QWidget *widget)
{
    if (widget->property("focusRadius").isValid())
        return true;
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget)) {
        // Inside a spin or combo box, or without a frame, somebody else draws the field.
        return edit->hasFrame() && !qobject_cast<const QAbstractSpinBox *>(edit->parentWidget()) &&
               !qobject_cast<const QComboBox *>(edit->parentWidget());
    }
    if (const auto *edit = qobject_cast<const QFrame *>(widget); edit && isTextField(widget))
        return edit->frameShape() != QFrame::NoFrame;
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget) ||
           qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QAbstractSlider *>(widget);
}
} // namespace

bool isTextField(const QWidget *widget)
{
    const auto *combo = qobject_cast<const QComboBox *>(widget);
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget) ||
           qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget) || (combo && combo->isEditable());
}

FocusRing::FocusRing(QObject *parent) : QObject(parent) {}

FocusRing::~FocusRing()
{
    delete m_frame;
}

void FocusRing::watch(QWidget *widget)
{
    if (widget->focusPolicy() != Qt::NoFocus && wantsRing(widget))
        widget->installEventFilter(this);
}

void FocusRing::unwatch(QWidget *widget)
{
    widget->removeEventFilter(this);
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = static_cast<QWidget *>(watched);
    if (event->type() == QEvent::FocusIn) {
        widget->update(); // a text edit does not repaint its frame by itself
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (isTextField(widget) || fromKeyboard(reason) || (ofWindow(reason) && m_left == widget))
            show(widget);
        m_left = nullptr;
    } else if (event->type() == QEvent::FocusOut && m_frame && m_frame->widget() == widget) {
        widget->update();
        m_left = ofWindow(static_cast<QFocusEvent *>(event)->reason()) ? widget : nullptr;
        hide();
    }
    return false;
}

void FocusRing::show(QWidget *widget)
{
    if (!m_frame)
        m_frame = new Frame;
    m_frame->setWidget(widget);
}

void FocusRing::hide()
{
    if (m_frame)
        m_frame->setWidget(nullptr);
}

} // namespace callcard::ui
