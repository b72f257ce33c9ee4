#include <callcard/ui/controls.h>
#include <callcard/ui/figurepopover.h>
#include <callcard/ui/label.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/plaintext.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kPopoverWidth = 340;
constexpr int kMostHeight = 252; // seven rows
} // namespace

FigurePopover::FigurePopover(QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint)
    , m_title(new Label({}, Type::BodyStrong))
    , m_value(new Label({}, Type::Name))
    , m_definition(new PlainText({}, Type::Small, &Colors::text))
    , m_note(new PlainText)
    , m_rows(new FactRows)
    , m_scroll(new QScrollArea)
    , m_more(linkButton({}))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::m, space::l, space::m);
    column->setSpacing(space::s);
    auto *head = new QHBoxLayout;
    m_value->setTabular(true);
    head->addWidget(m_title, 1);
    head->addWidget(m_value);
    column->addLayout(head);
    column->addWidget(m_definition);
    m_scroll->setWidget(m_rows);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    column->addWidget(m_scroll);
    column->addWidget(m_note);
    auto *foot = new QHBoxLayout;
    QPushButton *copy = smaller(plainButton(tr("Copy figure"), u"copy"_s));
    foot->addWidget(m_more);
    foot->addStretch(1);
    foot->addWidget(copy);
    column->addLayout(foot);
    setFixedWidth(Theme::current().px(kPopoverWidth));
    connect(m_rows, &Chart::chosen, this, [this](int row) {
        const QString key = rows().value(row).key;
        hide();
        Q_EMIT
        chosen(key);
    });
    connect(m_more, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT
        moreRequested();
    });
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_copied); });
}

void FigurePopover::ask(const FigureFace &face, const QList<FactRow> &rows)
{
    m_title->setText(face.title);
    m_value->setText(face.value);
    m_copied = face.title + u'\t' + face.value;
    m_definition->setText(face.definition);
    m_rows->setAccessibleName(face.behind);
    setAccessibleName(face.title + u' ' + face.value);
    setRows(rows, face.note, face.more);
}

void FigurePopover::answer(const QList<FactRow> &rows, const QString &note, const QString &more)
{
    setRows(rows, note, more);
    settle();
}

QString FigurePopover::note() const
{
    return m_note->text();
}

void FigurePopover::setRows(const QList<FactRow> &rows, const QString &note, const QString &more)
{
    m_rows->setRows(rows);
    m_scroll->setVisible(!rows.isEmpty());
    m_scroll->setFixedHeight(std::min(m_rows->sizeHint().height(), Theme::current().px(kMostHeight)));
    m_note->setText(cleanedLines(note));
    m_note->setVisible(!note.isEmpty());
    m_more->setText(more);
    m_more->setVisible(!more.isEmpty());
}

void FigurePopover::showBeside(const QRect &place)
{
    m_place = place;
    settle();
    show();
    m_rows->setFocus(Qt::PopupFocusReason);
}

/// As large as it has to be, and on the screen as a whole: also when the calls come later and it grows.
void FigurePopover::settle()
{
    adjustSize();
    // The words are as high as the width that they have, and adjustSize() asks before they have it.
    if (const int high = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : height(); high != height())
        resize(width(), high);
    const QRect place = m_place;
    QRect area = place;
    if (const QScreen *screen = QGuiApplication::screenAt(place.center()))
        area = screen->availableGeometry();
    QPoint at(layoutDirection() == Qt::RightToLeft ? place.right() - width() : place.left(), place.bottom() + space::xs);
    if (at.y() + height() > area.bottom() && place.top() - height() > area.top())
        at.setY(place.top() - height() - space::xs);
    at.setX(std::clamp(at.x(), area.left(), std::max(area.left(), area.right() - width())));
    at.setY(std::clamp(at.y(), area.top(), std::max(area.top(), area.bottom() - height())));
    move(at);
}

void FigurePopover::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color.surface);
    painter.setPen(theme.color.borderStrong);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace callcard::ui
