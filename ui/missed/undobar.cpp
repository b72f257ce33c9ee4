#include "undobar.h"

#include <callcard/ui/controls.h>
#include <callcard/ui/label.h>
#include <callcard/ui/paint.h>

#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>

namespace callcard::ui {

namespace {
constexpr int kStays = 10'000;
} // namespace

UndoBar::UndoBar(QWidget *parent) : QFrame(parent), m_text(new Label), m_button(smaller(plainButton(tr("Undo")))), m_time(new QTimer(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 6, 6);
    row->setSpacing(12);
    row->addWidget(m_text, 1);
    row->addWidget(m_button);
    hide();
    m_time->setSingleShot(true);
    m_time->setInterval(kStays);
    connect(m_button, &QPushButton::clicked, this, &UndoBar::undo);
    connect(m_time, &QTimer::timeout, this, [this] {
        m_caller.reset();
        hide();
    });
}

void UndoBar::offer(const WaitingCaller &caller, const QString &name)
{
    m_caller = caller;
    //: Somebody on the call-back list
    m_text->setText(tr("%1 is off the list.").arg(name));
    m_button->setAccessibleName(tr("Put %1 back on the list").arg(name));
    m_time->start();
    show();
}

void UndoBar::undo()
{
    if (!m_caller)
        return;
    const WaitingCaller caller = *std::exchange(m_caller, std::nullopt);
    m_time->stop();
    hide();
    Q_EMIT
    undone(caller);
}

void UndoBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &color = Theme::current().color;
    drawPanel(painter, QRectF(rect()), radius::tile, color.sunken, color.border);
}

} // namespace callcard::ui
