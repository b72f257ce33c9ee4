#include "historylist.h"

#include "historydelegate.h"
#include "linerows.h"

#include <callcard/ui/theme.h>

#include <QDate>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>

namespace callcard::ui {

/// The header of the day that is in sight, over the list.
class DayHead final : public QWidget
{
public:
    explicit DayHead(QWidget *parent) : QWidget(parent) { setAttribute(Qt::WA_TransparentForMouseEvents); }
    void show(const QModelIndex &header)
    {
        m_header = header;
        setVisible(header.isValid());
        update();
    }
    [[nodiscard]] const QPersistentModelIndex &header() const { return m_header; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (m_header.isValid())
            HistoryDelegate::paintHeader(painter, rect(), m_header, layoutDirection());
    }

private:
    QPersistentModelIndex m_header;
};

HistoryList::HistoryList(QWidget *parent) : QListView(parent), m_bar(new DayHead(this))
{
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setItemDelegate(new HistoryDelegate(this));
    setAccessibleName(tr("Calls"));
    viewport()->setAutoFillBackground(false);
    m_bar->hide();
    // Rows that come while one reads must not wait for the next scroll.
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &HistoryList::look, Qt::QueuedConnection);
}

void HistoryList::setModel(QAbstractItemModel *model)
{
    for (const auto &connection : std::as_const(m_connections))
        disconnect(connection);
    m_connections.clear();
    QListView::setModel(model);
    if (model == nullptr)
        return;
    // Their layout is done in the next turn of the loop.
    const auto soon = [this] { QTimer::singleShot(0, this, &HistoryList::look); };
    m_connections = {connect(model, &QAbstractItemModel::rowsInserted, this, soon),
                     connect(model, &QAbstractItemModel::rowsRemoved, this, soon),
                     connect(model, &QAbstractItemModel::modelReset, this, soon),
                     connect(model, &QAbstractItemModel::dataChanged, this, [this] { m_bar->update(); })};
    look();
}

void HistoryList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    look();
}

void HistoryList::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    look();
}

QModelIndex HistoryList::headerAbove(const QModelIndex &index) const
{
    for (int row = index.row(); row >= 0; --row) {
        const QModelIndex header = model()->index(row, 0);
        if (header.data(IsHeaderRole).toBool())
            return header;
    }
    return {};
}

void HistoryList::look()
{
    if (model() == nullptr)
        return;
    const QModelIndex top = indexAt(QPoint(viewport()->width() / 2, 1));
    const QModelIndex header = top.isValid() ? headerAbove(top) : QModelIndex();
    const int height = HistoryDelegate::rowHeight(true);
    int y = 0;
    if (const QModelIndex below = indexAt(QPoint(viewport()->width() / 2, height));
        below.isValid() && below != header && below.data(IsHeaderRole).toBool())
        y = std::min(0, visualRect(below).top() - height); // the next day pushes this one out
    m_bar->setGeometry(viewport()->x(), viewport()->y() + y, viewport()->width(), height);
    m_bar->show(header);
    for (QModelIndex index = top; index.isValid() && visualRect(index).top() < viewport()->height();
         index = index.siblingAtRow(index.row() + 1)) {
        if (index.data(IsHeaderRole).toBool())
            Q_EMIT
        dayShown(index.data(DayRole).toDate());
    }
    if (header.isValid())
        Q_EMIT
    dayShown(header.data(DayRole).toDate());
    if (verticalScrollBar()->value() + 2 * viewport()->height() >= verticalScrollBar()->maximum())
        Q_EMIT
    endNear();
}

QModelIndex HistoryList::choosable(int from, int step) const
{
    for (int row = from; row >= 0 && row < model()->rowCount(); row += step) {
        const QModelIndex index = model()->index(row, 0);
        if (!index.data(IsHeaderRole).toBool())
            return index;
    }
    return {};
}

QModelIndex HistoryList::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex moved = QListView::moveCursor(action, modifiers);
    if (!moved.isValid() || !moved.data(IsHeaderRole).toBool())
        return moved;
    // Headers are passed over, in the direction of the move.
    const int step = moved.row() < currentIndex().row() ? -1 : 1;
    const QModelIndex next = choosable(moved.row(), step);
    return next.isValid() ? next : currentIndex();
}

void HistoryList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    // The bar of the day covers the first row.
    const int hidden = HistoryDelegate::rowHeight(true) - visualRect(current).top();
    if (current.isValid() && m_bar->isVisible() && hidden > 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() - hidden);
    Q_EMIT
    currentMoved();
}

void HistoryList::keyPressEvent(QKeyEvent *event)
{
    // Letters and digits are commands of the page (N note, 1 outcome), and what is copied is the number.
    const bool typed = !event->text().isEmpty() && event->text().at(0).isPrint();
    if (typed || event->matches(QKeySequence::Copy) || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->ignore();
    else
        QListView::keyPressEvent(event);
}

} // namespace callcard::ui
