#include "notebox.h"

#include <callcard/ui/label.h>
#include <callcard/ui/paint.h>

#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTextOption>
#include <QVBoxLayout>

#include <algorithm>

namespace callcard::ui {

namespace {
constexpr int kSmallest = 44;
constexpr int kLargest = 160;
constexpr int kLongest = 20'000;
} // namespace

NoteBox::NoteBox(QWidget *parent) : QFrame(parent), m_edit(new QPlainTextEdit), m_status(new Label({}, Type::Small, &Colors::textTertiary))
{
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->viewport()->setAutoFillBackground(false);
    m_edit->setPlaceholderText(tr("Write a note"));
    m_edit->setAccessibleName(tr("Note"));
    m_edit->setTabChangesFocus(true);
    m_edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_edit->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_edit->document()->setDocumentMargin(0);
    m_edit->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 8);
    column->setSpacing(4);
    column->addWidget(m_edit);
    column->addWidget(m_status);
    m_status->hide();
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        settleHeight();
        if (m_filling)
            return;
        QString note = m_edit->toPlainText();
        if (note.size() > kLongest)
            note.truncate(kLongest);
        Q_EMIT
        edited(note);
    });
    settleHeight();
}

void NoteBox::setNote(const QString &note, bool otherCall)
{
    if (m_edit->toPlainText() == note || (!otherCall && isTyping()))
        return;
    m_filling = true;
    m_edit->setPlainText(note);
    m_filling = false;
}

void NoteBox::setStatus(const QString &text, bool good)
{
    m_status->setVisible(!text.isEmpty());
    m_status->setText(text);
    m_status->setState(good ? std::optional<StateLook>() : std::optional(StateLook::Warning));
}

void NoteBox::startTyping()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->moveCursor(QTextCursor::End);
}

bool NoteBox::isTyping() const
{
    return m_edit->hasFocus();
}

void NoteBox::settleHeight()
{
    // Measured and not asked of the document, which learns its width only when it is painted.
    const QRect room(0, 0, std::max(40, m_edit->width() - 4), 100'000);
    const int text =
        QFontMetrics(m_edit->font()).boundingRect(room, Qt::TextWordWrap | Qt::TextWrapAnywhere, m_edit->toPlainText() + u' ').height();
    const int height = std::clamp(text + 6, Theme::current().px(kSmallest), Theme::current().px(kLargest));
    if (m_edit->minimumHeight() != height)
        m_edit->setFixedHeight(height);
}

bool NoteBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        Q_EMIT
        left();
        return true;
    }
    if (watched == m_edit && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        update();
    if (watched == m_edit && event->type() == QEvent::Resize)
        settleHeight();
    return QFrame::eventFilter(watched, event);
}

void NoteBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &color = Theme::current().color;
    drawPanel(painter, QRectF(rect()).adjusted(2, 2, -2, -2), radius::tile - 2, color.sunken, m_edit->hasFocus() ? color.focus : QColor());
}

} // namespace callcard::ui
