#include "notepanel.h"

#include <callcard/ui/chip.h>
#include <callcard/ui/controls.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/paint.h>

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyle>
#include <QTextBlock>

#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kNotePanelMargin = 12;
constexpr int kField = 84;
constexpr int kFieldMost = 160;
constexpr int kSlimField = 34;
constexpr int kNotePanelFooter = 30;
constexpr int kPad = 8;
constexpr int kChipGap = 6;
constexpr int kChipTop = 10;
constexpr int kNotePanelBottom = 12;
constexpr int kMostOutcomes = 9;
constexpr int kNotePanelLongestNote = 20'000; // a pasted book is no note
} // namespace

NotePanel::NotePanel(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QPlainTextEdit(this))
    ,
    //: Turns the line just written into a promise to the customer
    m_promise(smaller(quietButton(tr("Promise"), {}, this)))
{
    m_edit->setObjectName(u"note"_s);
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->viewport()->setAutoFillBackground(false);
    m_edit->document()->setDocumentMargin(2);
    m_edit->setTabChangesFocus(true);
    m_edit->setAccessibleName(tr("Note"));
    m_edit->installEventFilter(this);
    m_edit->viewport()->installEventFilter(this);
    m_promise->setFocusPolicy(Qt::TabFocus);
    m_promise->setToolTip(tr("Keep this line as a promise (Ctrl+P)"));
    setKeycap(m_promise, u"Ctrl P"_s);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &NotePanel::onEdited);
    connect(m_promise, &QPushButton::clicked, this, &NotePanel::promiseCurrentLine);
}

bool NotePanel::setOutcomes(const QStringList &outcomes)
{
    const QStringList few = outcomes.first(std::min<qsizetype>(kMostOutcomes, outcomes.size()));
    if (few == m_outcomes)
        return false;
    m_outcomes = few;
    qDeleteAll(m_chips);
    m_chips.clear();
    for (qsizetype i = 0; i < m_outcomes.size(); ++i) {
        Chip *chip = Chip::choice(m_outcomes[i], QString::number(i + 1), this);
        chip->setObjectName(u"outcome%1"_s.arg(i + 1));
        chip->setCheckedState(StateLook::Active);
        connect(chip, &Chip::clicked, this, [this, i](bool on) { setOutcome(static_cast<int>(i), on); });
        setTabOrder(m_chips.isEmpty() ? static_cast<QWidget *>(m_promise) : m_chips.last(), chip);
        chip->setVisible(m_outcomesShown);
        m_chips += chip;
    }
    placeChips(width(), true);
    return true;
}

/// Two names of one call, written on under both: the text of the other joins in without moving the hand.
void NotePanel::takeAdded(const QString &note)
{
    const QString here = m_edit->toPlainText();
    if (here.isEmpty() || note.size() <= here.size() || note.size() > kNotePanelLongestNote)
        return;
    const bool behind = note.startsWith(here);
    if (!behind && !note.endsWith(here))
        return;
    const int added = static_cast<int>(note.size() - here.size());
    QTextCursor hand = m_edit->textCursor();
    const int moved = behind ? 0 : added;
    const int anchor = hand.anchor() + moved;
    const int position = hand.position() + moved;
    m_filling = true;
    QTextCursor pen(m_edit->document());
    pen.movePosition(behind ? QTextCursor::End : QTextCursor::Start);
    pen.insertText(behind ? note.last(added) : note.first(added));
    m_filling = false;
    hand.setPosition(anchor);
    hand.setPosition(position, QTextCursor::KeepAnchor);
    m_edit->setTextCursor(hand);
}

void NotePanel::setContent(const CardExtras &extras, bool fresh)
{
    if (fresh || (!isWriting() && m_edit->toPlainText() != extras.note)) {
        m_filling = true;
        m_edit->setPlainText(cleanedLines(extras.note, kNotePanelLongestNote));
        m_edit->moveCursor(QTextCursor::End);
        m_filling = false;
    } else if (isWriting()) {
        takeAdded(cleanedLines(extras.note, kNotePanelLongestNote));
    }
    setSaved(extras.noteSaved && extras.note == m_edit->toPlainText());
    for (qsizetype i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setChecked(!extras.outcome.isEmpty() && m_outcomes[i] == extras.outcome);
    update();
}

void NotePanel::setSaved(bool saved)
{
    m_saved = saved;
    m_edit->setAccessibleDescription(saved ? tr("Saved") : QString());
    update();
}

void NotePanel::setOutcomesShown(bool shown, int roomAtEnd)
{
    m_outcomesShown = shown;
    m_roomAtEnd = roomAtEnd;
    for (Chip *chip : std::as_const(m_chips))
        chip->setVisible(shown);
    placeChips(width(), true);
}

void NotePanel::setSlim(bool slim)
{
    m_slim = slim;
    m_edit->setPlaceholderText(slim ? tr("Note before hello") : tr("What was it about?"));
    resizeEvent(nullptr);
    update();
}

void NotePanel::setKeycaps(bool shown)
{
    m_keycaps = shown;
    update();
}

bool NotePanel::chooseOutcome(int index)
{
    if (index < 0 || index >= m_chips.size() || !m_outcomesShown)
        return false;
    setOutcome(index, !m_chips[index]->isChecked());
    return true;
}

void NotePanel::setOutcome(int index, bool on)
{
    for (qsizetype i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setChecked(on && i == index);
    Q_EMIT
    outcomeChosen(on ? m_outcomes[index] : QString());
}

void NotePanel::promiseCurrentLine()
{
    const QString line =
        cleaned(m_edit->textCursor().hasSelection() ? m_edit->textCursor().selectedText() : m_edit->textCursor().block().text());
    if (line.trimmed().isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"promiseDay"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    //: When a promise to a customer is due; the digit chooses
    const std::array<std::pair<QString, int>, 5> days{
        {{tr("&1  Today"), 0}, {tr("&2  Tomorrow"), 1}, {tr("&3  In 3 days"), 3}, {tr("&4  In a week"), 7}, {tr("&5  Without a day"), -1}}};
    for (const auto &[words, after] : days) {
        const int due = after;
        connect(menu->addAction(words), &QAction::triggered, this, [this, line, due] {
            Q_EMIT
            promised(line.trimmed(), due);
        });
    }
    menu->popup(m_promise->mapToGlobal(QPoint(0, m_promise->height())));
    menu->setActiveAction(menu->actions().constFirst());
}

void NotePanel::startWriting(Qt::FocusReason reason)
{
    m_edit->setFocus(reason);
}

bool NotePanel::isWriting() const
{
    return m_edit->hasFocus();
}

QString NotePanel::text() const
{
    return m_edit->toPlainText();
}

bool NotePanel::isSlim() const
{
    return m_slim && !m_edit->hasFocus() && m_edit->document()->isEmpty();
}

int NotePanel::wantedHeight() const
{
    const int lines = static_cast<int>(std::ceil(m_edit->document()->size().height())); // a plain text document counts lines
    return lines * QFontMetrics(m_edit->font()).lineSpacing() + 2 * kPad + Theme::current().px(kNotePanelFooter);
}

int NotePanel::fieldHeight() const
{
    const Theme &theme = Theme::current();
    return isSlim() ? theme.px(kSlimField) : std::clamp(wantedHeight(), theme.px(kField), theme.px(kFieldMost));
}

/// Only where the field cannot grow any more: otherwise the bar makes lines longer, which takes it away, which brings it back for ever.
void NotePanel::settleScrollBar()
{
    const bool full = !isSlim() && wantedHeight() > Theme::current().px(kFieldMost);
    m_edit->setVerticalScrollBarPolicy(full ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
}

int NotePanel::chipsTop(int) const
{
    return kNotePanelMargin + fieldHeight() + kChipTop;
}

int NotePanel::placeChips(int width, bool move) const
{
    if (!m_outcomesShown || m_chips.isEmpty())
        return 0;
    int x = kNotePanelMargin;
    int y = chipsTop(width);
    const int top = y;
    int end = width - kNotePanelMargin - m_roomAtEnd;
    for (Chip *chip : m_chips) {
        const QSize wanted = chip->sizeHint();
        const int chipWidth = std::min(wanted.width(), end - kNotePanelMargin);
        if (x > kNotePanelMargin && x + chipWidth > end) {
            x = kNotePanelMargin;
            y += wanted.height() + kChipGap;
        }
        if (move)
            chip->setGeometry(QStyle::visualRect(layoutDirection(), rect(), QRect(x, y, chipWidth, wanted.height())));
        x += chipWidth + kChipGap;
    }
    return y + m_chips.first()->sizeHint().height() - top;
}

int NotePanel::heightFor(int width) const
{
    const int chips = placeChips(width, false);
    return kNotePanelMargin + fieldHeight() + (chips > 0 ? kChipTop + chips + kNotePanelBottom : 0);
}

void NotePanel::resizeEvent(QResizeEvent *)
{
    const Theme &theme = Theme::current();
    const int field = fieldHeight();
    const int inner = width() - 2 * kNotePanelMargin;
    const bool slim = isSlim();
    const int icon = slim ? theme.iconPx() + kPad : 0;
    settleScrollBar();
    const QRect edit(kNotePanelMargin + kPad + icon,
                     kNotePanelMargin + (slim ? (field - QFontMetrics(m_edit->font()).lineSpacing() - 4) / 2 : kPad - 2),
                     inner - 2 * kPad - icon, slim ? field - 8 : field - kPad - theme.px(kNotePanelFooter) + 2);
    m_edit->setGeometry(QStyle::visualRect(layoutDirection(), rect(), edit));
    const QSize promise = m_promise->sizeHint();
    m_promise->setVisible(!slim);
    m_promise->setGeometry(QStyle::visualRect(layoutDirection(), rect(),
                                              QRect(width() - kNotePanelMargin - 2 - promise.width(),
                                                    kNotePanelMargin + field - promise.height() - 3, promise.width(), promise.height())));
    placeChips(width(), true);
}

void NotePanel::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const QRect field(kNotePanelMargin, kNotePanelMargin, width() - 2 * kNotePanelMargin, fieldHeight());
    drawPanel(painter, field, radius::control, theme.color.surface, theme.color.border);
    if (m_edit->hasFocus())
        drawFieldFocus(painter, field);
    const auto visual = [this](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    const int icon = theme.iconPx();
    if (isSlim()) {
        drawIcon(painter, visual(QRect(field.left() + 10, field.center().y() - icon / 2, icon, icon)), u"note"_s, theme.color.textTertiary);
        if (m_keycaps) {
            const QSize key = keycapSize(u"N"_s);
            drawKeycap(painter,
                       visual(QRect(field.right() - 8 - key.width(), field.center().y() - key.height() / 2, key.width(), key.height())),
                       u"N"_s);
        }
        return;
    }
    if (!m_saved)
        return;
    const int small = theme.iconPx(12);
    const int y = field.bottom() - theme.px(kNotePanelFooter) + 4;
    const int line = theme.px(kNotePanelFooter) - 8;
    drawIcon(painter, visual(QRect(field.left() + 10, y + (line - small) / 2, small, small)), u"check"_s, theme.color.textTertiary);
    drawElided(painter, visual(QRect(field.left() + 14 + small, y, field.width() / 3, line)), tr("Saved"),
               {.type = Type::Small, .role = &Colors::textTertiary});
}

bool NotePanel::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress)
        Q_EMIT
    keyboardWanted();
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        update();
        if (m_slim)
            Q_EMIT
        heightChanged();
        Q_EMIT
        writingChanged();
    }
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        auto *pressed = static_cast<QKeyEvent *>(event);
        const bool control = pressed->modifiers() & Qt::ControlModifier;
        const bool digit = pressed->key() >= Qt::Key_1 && pressed->key() <= Qt::Key_9;
        const bool ours = pressed->key() == Qt::Key_Escape || (control && (digit || pressed->key() == Qt::Key_P));
        if (ours && event->type() == QEvent::KeyPress) {
            Q_EMIT
            key(pressed);
            return true;
        }
        if (ours)
            event->accept();
    }
    return false;
}

void NotePanel::onEdited()
{
    if (m_filling)
        return;
    if (m_edit->document()->characterCount() > kNotePanelLongestNote + 1) {
        m_filling = true;
        m_edit->setPlainText(m_edit->toPlainText().left(kNotePanelLongestNote));
        m_edit->moveCursor(QTextCursor::End);
        m_filling = false;
    }
    setSaved(false);
    settleScrollBar();
    Q_EMIT
    edited(m_edit->toPlainText());
    if (fieldHeight() != m_lastHeight) {
        m_lastHeight = fieldHeight();
        Q_EMIT
        heightChanged();
    }
}

} // namespace callcard::ui
