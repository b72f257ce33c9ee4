#include <callcard/ui/charthead.h>

#include <QEvent>
#include <QStyle>

#include <algorithm>
#include <utility>

namespace callcard::ui {

ChartHead::ChartHead(Label *title, ChartLegend *legend, QWidget *parent) : QWidget(parent), m_title(title), m_legend(legend)
{
    title->setParent(this);
    legend->setParent(this);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    arrange();
}

bool ChartHead::isOneLine(int width) const
{
    return m_title->sizeHint().width() + space::l + m_legend->sizeHint().width() <= width;
}

QSize ChartHead::sizeHint() const
{
    return QSize(m_title->sizeHint().width() + space::l + m_legend->sizeHint().width(), m_high);
}

QSize ChartHead::minimumSizeHint() const
{
    return QSize(0, m_high);
}

bool ChartHead::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::StyleChange)
        arrange();
    return QWidget::event(event);
}

void ChartHead::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ChartHead::arrange()
{
    const auto place = [this](QWidget *widget, const QRect &rect) {
        widget->setGeometry(QStyle::visualRect(layoutDirection(), this->rect(), rect));
    };
    const int titleHigh = m_title->sizeHint().height();
    int high = titleHigh;
    if (isOneLine(width())) {
        const QSize legend = m_legend->sizeHint();
        high = std::max(titleHigh, legend.height());
        place(m_title, QRect(0, 0, width() - legend.width() - space::l, high));
        place(m_legend, QRect(width() - legend.width(), 0, legend.width(), high));
    } else {
        const int legendHigh = m_legend->heightForWidth(width());
        high = titleHigh + space::xs + legendHigh;
        place(m_title, QRect(0, 0, width(), titleHigh));
        place(m_legend, QRect(0, titleHigh + space::xs, width(), legendHigh));
    }
    if (std::exchange(m_high, high) != high)
        updateGeometry();
}

} // namespace callcard::ui
