#include "choicespane.h"

#include <callcard/clock.h>
#include <callcard/phone.h>
#include <callcard/ui/controls.h>
#include <callcard/ui/label.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/paint.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kChosenHeight = 52;

/// Two lines and an Undo over a hairline.
class ChosenRow final : public QWidget
{
public:
    ChosenRow() { setMinimumHeight(Theme::current().px(kChosenHeight)); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::current().color.border);
    }
};
} // namespace

ChoicesPane::ChoicesPane(const Clock &clock, QWidget *parent) : QWidget(parent), m_clock(clock), m_scroll(new QScrollArea)
{
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_scroll);
}

void ChoicesPane::setChoices(const QList<ChosenNumber> &choices, qint64 count)
{
    if (choices == m_choices && count == m_count)
        return;
    // Whoever undoes one after the other with the keyboard stays where they are.
    const auto focused = std::find_if(m_undos.cbegin(), m_undos.cend(), [](const QPushButton *undo) { return undo->hasFocus(); });
    const qsizetype place = focused == m_undos.cend() ? -1 : focused - m_undos.cbegin();
    const int scrolled = m_scroll->verticalScrollBar()->value();
    m_choices = choices;
    m_count = count;
    build();
    m_scroll->verticalScrollBar()->setValue(scrolled);
    if (place >= 0)
        m_undos.isEmpty() ? focusFirst() : m_undos.at(std::min(place, m_undos.size() - 1))->setFocus(Qt::TabFocusReason);
}

void ChoicesPane::focusFirst()
{
    QWidget *first = m_undos.isEmpty() ? m_scroll->findChild<QPushButton *>() : m_undos.constFirst();
    if (first)
        first->setFocus(Qt::TabFocusReason);
}

void ChoicesPane::build()
{
    m_undos.clear();
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(28, space::xl, 28, space::xl);
    column->setSpacing(space::m);
    column->addWidget(new Label(tr("Numbers you chose"), Type::Page));
    if (m_choices.isEmpty()) {
        column->addWidget(new EmptyState(
            u"people"_s, tr("Nothing chosen yet. When several customers have the number that calls, the card asks who it is.")));
    } else {
        column->addWidget(new Label(tr("Who is on the card when one of them calls."), Type::Body, &Colors::textSecondary));
        auto *rows = new QVBoxLayout;
        rows->setSpacing(0);
        for (const ChosenNumber &one : std::as_const(m_choices))
            addRow(*rows, one);
        column->addLayout(rows);
    }
    if (m_count > m_choices.size()) {
        QPushButton *more = plainButton(tr("Show older ones"));
        connect(more, &QPushButton::clicked, this, &ChoicesPane::moreRequested);
        column->addWidget(more, 0, Qt::AlignLeading);
    }
    QPushButton *close = plainButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &ChoicesPane::closed);
    column->addWidget(close, 0, Qt::AlignLeading);
    column->addStretch();
    if (QWidget *old = m_scroll->takeWidget()) {
        old->hide();
        old->deleteLater(); // it may be in the middle of a click
    }
    m_scroll->setWidget(page);
    page->setAutoFillBackground(false);
}

void ChoicesPane::addRow(QVBoxLayout &column, const ChosenNumber &chosen)
{
    const QString number = readableForm(chosen.choice.number, m_options.homeRegion);
    const QString name = chosen.name.isEmpty() ? tr("Not in the directory any more") : cleaned(chosen.name, 200);
    const QString company = cleaned(chosen.company, 200);
    //: %1: a moment, "2:13 PM" or "Nov 17, 5:40 PM"
    const QString when = tr("Chosen %1").arg(m_options.times.moment(chosen.choice.at, m_clock.now()));

    auto *row = new ChosenRow;
    auto *across = new QHBoxLayout(row);
    across->setContentsMargins(0, space::xs, 0, space::xs);
    across->setSpacing(space::l);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch();
    auto *figure = new Label(numberRun(number), Type::BodyStrong);
    figure->setTabular(true);
    words->addWidget(figure);
    QStringList parts{name, when, company}; // where there is no room the company goes first
    parts.removeAll(QString());
    words->addWidget(new Label(parts.join(u" · "_s), Type::Body, chosen.name.isEmpty() ? &Colors::textTertiary : &Colors::textSecondary));
    words->addStretch();
    across->addLayout(words, 1);
    QPushButton *undo = smaller(plainButton(tr("Undo"), u"unlink"_s));
    //: %1: a phone number, %2: a person
    undo->setAccessibleName(tr("Undo: %1 is %2").arg(number, name));
    undo->setAccessibleDescription(when);
    connect(undo, &QPushButton::clicked, this, [this, called = chosen.choice.number] {
        Q_EMIT
        undoRequested(called);
    });
    across->addWidget(undo);
    m_undos.append(undo);
    column.addWidget(row);
}

void ChoicesPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    Q_EMIT
    closed();
}

void ChoicesPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().color.surface);
}

} // namespace callcard::ui
