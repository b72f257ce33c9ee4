#include <callcard/ui/taborder.h>

#include <QGridLayout>
#include <QLayout>
#include <QScrollArea>

#include <algorithm>

namespace callcard::ui {

namespace {

void collectStops(QWidget *widget, QList<QWidget *> &stops);

void collectStops(QLayout *layout, QList<QWidget *> &stops)
{
    QList<int> order;
    for (int i = 0; i < layout->count(); ++i)
        order += i;
    if (const auto *grid = qobject_cast<QGridLayout *>(layout)) {
        const auto place = [grid](int item) {
            int row = 0;
            int column = 0;
            int rows = 0;
            int columns = 0;
            grid->getItemPosition(item, &row, &column, &rows, &columns);
            return std::pair(row, column);
        };
        std::sort(order.begin(), order.end(), [&place](int a, int b) { return place(a) < place(b); });
    }
    for (const int i : std::as_const(order)) {
        QLayoutItem *item = layout->itemAt(i);
        if (item->widget())
            collectStops(item->widget(), stops);
        else if (item->layout())
            collectStops(item->layout(), stops);
    }
}

void collectStops(QWidget *widget, QList<QWidget *> &stops)
{
    auto *scroll = qobject_cast<QScrollArea *>(widget);
    if ((widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy()) {
        if (!stops.contains(widget))
            stops += widget;
        if (!scroll)
            return; // its parts go with it
    }
    if (scroll) {
        if (scroll->widget())
            collectStops(scroll->widget(), stops);
        return;
    }
    if (widget->layout())
        collectStops(widget->layout(), stops);
    for (QObject *child : widget->children()) { // those of the layout are known already
        if (auto *part = qobject_cast<QWidget *>(child); part && !part->isWindow())
            collectStops(part, stops);
    }
}

} // namespace

void tabAsLaidOut(QWidget *top)
{
    QList<QWidget *> stops;
    collectStops(top, stops);
    for (qsizetype i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops.at(i - 1), stops.at(i));
}

} // namespace callcard::ui
