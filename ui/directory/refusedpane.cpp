#include "refusedpane.h"
#include "customerwords.h"

#include <callcard/ui/controls.h>
#include <callcard/ui/importtexts.h>
#include <callcard/ui/label.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/numbertexts.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/plaintext.h>
#include <callcard/ui/tabletexts.h>

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {

constexpr qsizetype kMostRefusedRows = 100; ///< Of a source; the copied list has more.
constexpr int kLongestRecordId = 60;

} // namespace

RefusedPane::RefusedPane(QWidget *parent) : QWidget(parent), m_scroll(new QScrollArea)
{
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_scroll);
    build(); // there is a way back before there is an answer, and without one
}

void RefusedPane::setRefused(const QList<RefusedRecords> &sources)
{
    if (std::exchange(m_isTold, true) && sources == m_sources)
        return;
    const bool hadFocus = isAncestorOf(focusWidget()) && focusWidget()->hasFocus();
    const int scrolled = m_scroll->verticalScrollBar()->value();
    m_sources = sources;
    build();
    m_scroll->verticalScrollBar()->setValue(scrolled);
    if (hadFocus)
        focusFirst();
}

void RefusedPane::focusFirst()
{
    if (auto *first = m_scroll->findChild<QPushButton *>())
        first->setFocus(Qt::TabFocusReason);
}

void RefusedPane::build()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(28, space::xl, 28, space::xl);
    column->setSpacing(space::m);
    column->addWidget(new Label(tr("Records refused"), Type::Page));
    if (m_sources.isEmpty() && m_isTold) {
        auto *none = new EmptyState(u"check"_s, tr("Every record that the sources have can be used."));
        none->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // the way back stays beside it
        column->addWidget(none);
    } else if (hasAny()) {
        column->addWidget(new PlainText(
            tr("Your sources have them, but nobody can be made of them. Mend them there; the next sync takes them."), Type::Body));
    }
    auto *buttons = new QHBoxLayout;
    if (hasAny()) {
        QPushButton *copy = plainButton(tr("Copy the list"), u"copy"_s);
        connect(copy, &QPushButton::clicked, this, &RefusedPane::copyList);
        buttons->addWidget(copy);
    }
    QPushButton *close = plainButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &RefusedPane::closed);
    buttons->addWidget(close);
    buttons->addStretch();
    column->addLayout(buttons);
    for (const RefusedRecords &source : std::as_const(m_sources))
        addSource(*column, source);
    column->addStretch();
    if (QWidget *old = m_scroll->takeWidget()) {
        old->hide();
        old->deleteLater(); // it may be in the middle of a click
    }
    m_scroll->setWidget(page);
    page->setAutoFillBackground(false);
}

bool RefusedPane::hasAny() const
{
    return std::any_of(m_sources.cbegin(), m_sources.cend(), [](const RefusedRecords &source) { return source.count > 0; });
}

void RefusedPane::addSource(QVBoxLayout &column, const RefusedRecords &source)
{
    column.addSpacing(space::s);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::m);
    auto *title = new Label(sourceText(source.source), Type::Title);
    title->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    head->addWidget(title);
    auto *count = new Label(source.count > 0 ? countText(source.count) : QString(), Type::BodyStrong, &Colors::textSecondary);
    count->setTabular(true);
    //: %1: how many records
    count->setAccessibleName(tr("Refused: %1").arg(countText(source.count)));
    head->addWidget(count, 1);
    column.addLayout(head);
    if (!source.isKnown)
        column.addWidget(new PlainText(tr("Not known yet: an earlier Callcard passed over them. The next sync tells."), Type::Body));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::xs);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 2);
    const int shown = static_cast<int>(std::min(source.first.size(), kMostRefusedRows));
    for (int i = 0; i < shown; ++i) {
        const RefusedRecord &record = source.first.at(i);
        //: %1: where a record without a name or an id stands in a list
        const QString which = record.sourceId.isEmpty() ? tr("Record %1 of the list").arg(countText(record.place))
                                                        : cleaned(record.sourceId, kLongestRecordId);
        grid->addWidget(new Label(which, Type::Body, &Colors::textTertiary), i, 0);
        grid->addWidget(new Label(recordReason(record.reason)), i, 1);
    }
    column.addLayout(grid);
    if (source.count > shown)
        column.addWidget(new Label(tr("and %1 more").arg(countText(source.count - shown)), Type::Small, &Colors::textTertiary));
}

/// For a spreadsheet or a letter: source, record, reason.
void RefusedPane::copyList() const
{
    QList<QStringList> rows;
    for (const RefusedRecords &source : m_sources) {
        for (const RefusedRecord &record : source.first) {
            const QString which =
                record.sourceId.isEmpty() ? tr("Record %1 of the list").arg(countText(record.place)) : cleaned(record.sourceId);
            rows += QStringList{cleaned(source.source), which, recordReason(record.reason)};
        }
    }
    QGuiApplication::clipboard()->setText(asPastedTable(rows));
}

void RefusedPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    Q_EMIT
    closed();
}

void RefusedPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().color.surface);
}

} // namespace callcard::ui
