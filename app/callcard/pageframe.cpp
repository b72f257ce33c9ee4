#include "pageframe.h"

#include <QShowEvent>
#include <QVBoxLayout>

namespace callcard {

PageFrame::PageFrame(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void PageFrame::setPage(QWidget *page)
{
    if (m_page != nullptr) {
        m_page->hide();
        m_page->deleteLater(); // it may be one of its buttons that led away from it
    }
    m_page = page;
    if (page != nullptr)
        layout()->addWidget(page);
}

void PageFrame::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous())
        Q_EMIT
    opened();
}

void PageFrame::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    // Minimised by the window manager: it comes back as it was.
    if (!event->spontaneous())
        Q_EMIT
    closed();
}

} // namespace callcard
