#include "decisionlist.h"

#include "decisionmodel.h"

#include <callcard/ui/decisiontexts.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace callcard::ui {

namespace {
constexpr int kHeadHeight = 36;
}

DecisionList::DecisionList(QWidget *parent) : QListView(parent), m_row(new DecisionRow(this))
{
    setItemDelegate(m_row);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Decisions about calls, newest first"));
}

void DecisionList::setTimes(const TimeTexts &times)
{
    m_row->setTimes(times);
    viewport()->update();
}

void DecisionList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    m_row->setUnfolded(current);
    scheduleDelayedItemsLayout(); // its height is another one now
}

QString DecisionList::settingAt(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    if (!index.isValid() || !m_row->buttonRect(visualRect(index), index).contains(position))
        return {};
    return decidingSetting(index.data(DecisionModel::DecisionRole).value<PopDecision>());
}

void DecisionList::mouseReleaseEvent(QMouseEvent *event)
{
    const QString setting = event->button() == Qt::LeftButton ? settingAt(event->pos()) : QString();
    QListView::mouseReleaseEvent(event);
    if (!setting.isEmpty())
        Q_EMIT
    settingRequested(setting);
}

void DecisionList::mouseMoveEvent(QMouseEvent *event)
{
    QListView::mouseMoveEvent(event);
    viewport()->setCursor(settingAt(event->pos()).isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

void DecisionList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        QListView::keyPressEvent(event);
        return;
    }
    const QString setting = decidingSetting(currentIndex().data(DecisionModel::DecisionRole).value<PopDecision>());
    if (currentIndex().isValid() && !setting.isEmpty())
        Q_EMIT
    settingRequested(setting);
}

DecisionHead::DecisionHead(QWidget *parent) : QWidget(parent)
{
    leaveUnsaid(this); // each row is a sentence
}

QSize DecisionHead::sizeHint() const
{
    return {200, Theme::current().px(kHeadHeight)};
}

void DecisionHead::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const DecisionColumns columns = DecisionColumns::of(rect(), layoutDirection());
    const TextLook look{.type = Type::CaptionStrong, .role = &Colors::textSecondary};
    drawElided(painter, columns.when, tr("When"), look);
    drawElided(painter, columns.who, tr("Who"), look);
    drawElided(painter, columns.verdict, tr("Decision"), look);
    drawElided(painter, columns.because, tr("Because"), look);
    drawElided(painter, columns.took, tr("How long it took"), look);
    painter.fillRect(QRect(0, height() - size::hairline, width(), size::hairline), theme.color.border);
}

} // namespace callcard::ui
