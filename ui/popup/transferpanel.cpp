#include "transferpanel.h"

#include <callcard/ui/controls.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kTransferSide = 12;
constexpr int kTransferField = 34;
constexpr int kTransferGap = 6;
constexpr int kTransferRow = 48;
constexpr int kTransferRowSide = 6;
constexpr int kTransferHint = 26;
constexpr int kTransferLongest = 200;
} // namespace

TransferPanel::TransferPanel(QWidget *parent)
    : QWidget(parent), m_field(new QLineEdit(this)), m_close(iconButton(u"close"_s, tr("Do not transfer"), this))
{
    m_field->setObjectName(u"transferTo"_s);
    m_field->setMaxLength(kTransferLongest);
    m_field->setPlaceholderText(tr("Transfer to: name, number or extension"));
    m_field->setAccessibleName(tr("Transfer to"));
    m_field->installEventFilter(this);
    m_close->setObjectName(u"transferClose"_s);
    connect(m_close, &QToolButton::clicked, this, &TransferPanel::closeWished);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_offer = {}; // who stood there was found for another text
        Q_EMIT
        searched(text);
        refresh();
    });
    for (int i = 0; i < kMostRows; ++i) {
        auto *row = new ChoiceRow(this);
        row->setObjectName(u"transferRow%1"_s.arg(i + 1));
        connect(row, &ChoiceRow::clicked, this, [this, i] { choose(i); });
        m_rows[static_cast<size_t>(i)] = row;
    }
    refresh();
}

void TransferPanel::clear()
{
    m_field->clear();
    m_offer = {};
    refresh();
}

void TransferPanel::setOffer(const TransferOffer &offer)
{
    if (offer.query != m_field->text() || offer == m_offer)
        return;
    m_offer = offer;
    m_current = 0;
    refresh();
}

void TransferPanel::startTyping(Qt::FocusReason reason)
{
    m_field->setFocus(reason);
}

bool TransferPanel::isTyping() const
{
    return m_field->hasFocus();
}

void TransferPanel::choose(int index)
{
    if (index < 0 || index >= std::min<qsizetype>(kMostRows, m_offer.targets.size()))
        return;
    const QString target = m_offer.targets[index].id;
    Q_EMIT
    chosen(target);
}

void TransferPanel::refresh()
{
    const Theme &theme = Theme::current();
    const int shown = static_cast<int>(std::min<qsizetype>(kMostRows, m_offer.targets.size()));
    int y = kTransferSide + theme.px(kTransferField) + kTransferGap;
    for (int i = 0; i < kMostRows; ++i) {
        ChoiceRow *row = m_rows[static_cast<size_t>(i)];
        row->setVisible(i < shown);
        if (i >= shown)
            continue;
        const TransferTarget &target = m_offer.targets[i];
        const QString name = target.name.isEmpty() ? target.number : cleaned(target.name, 200);
        row->setChoice({.person = {.id = target.id, .name = target.name, .icon = target.name.isEmpty() ? u"phone"_s : QString()},
                        .name = name,
                        .company = cleaned(target.company, 200),
                        .reason = target.name.isEmpty() ? QString() : target.number},
                       u"Ctrl %1"_s.arg(i + 1));
        row->setChecked(i == m_current);
        row->setGeometry(kTransferRowSide, y, width() - 2 * kTransferRowSide, theme.px(kTransferRow));
        y += theme.px(kTransferRow);
    }
    speakAsGroup(this, hint());
    Q_EMIT
    heightChanged();
    update();
}

QString TransferPanel::hint() const
{
    return m_field->text().trimmed().isEmpty() || !m_offer.targets.isEmpty()
               //: What a blind transfer does
               ? tr("You leave the call; they talk on without you.")
               : tr("Nobody by that name, and no number.");
}

int TransferPanel::wantedHeight() const
{
    const Theme &theme = Theme::current();
    const int shown = static_cast<int>(std::min<qsizetype>(kMostRows, m_offer.targets.size()));
    return kTransferSide + theme.px(kTransferField) + kTransferGap + shown * theme.px(kTransferRow) + theme.px(kTransferHint);
}

bool TransferPanel::onKey(int key, Qt::KeyboardModifiers modifiers)
{
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int last = static_cast<int>(std::min<qsizetype>(kMostRows, m_offer.targets.size())) - 1;
        m_current = std::clamp(m_current + (key == Qt::Key_Down ? 1 : -1), 0, std::max(0, last));
        refresh();
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_current);
        return true;
    case Qt::Key_Escape:
        Q_EMIT
        closeWished();
        return true;
    default:
        if (modifiers == Qt::ControlModifier && key >= Qt::Key_1 && key < Qt::Key_1 + kMostRows) {
            choose(key - Qt::Key_1);
            return true;
        }
        return false;
    }
}

bool TransferPanel::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress)
        Q_EMIT
    keyboardWanted();
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        update();
        Q_EMIT
        typingChanged();
    }
    if (event->type() == QEvent::KeyPress) {
        const auto *pressed = static_cast<QKeyEvent *>(event);
        return onKey(pressed->key(), pressed->modifiers());
    }
    return false;
}

void TransferPanel::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const QRect line(kTransferSide + 2, height() - theme.px(kTransferHint), width() - 2 * kTransferSide - 4, theme.px(kTransferHint) - 6);
    drawElided(painter, QStyle::visualRect(layoutDirection(), rect(), line), hint(), {.type = Type::Small, .role = &Colors::textSecondary});
}

void TransferPanel::resizeEvent(QResizeEvent *)
{
    const Theme &theme = Theme::current();
    const QSize close = m_close->sizeHint();
    const int field = theme.px(kTransferField);
    const auto visual = [this](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    m_field->setGeometry(visual({kTransferSide, kTransferSide, width() - 2 * kTransferSide - close.width() - kTransferGap, field}));
    m_close->setGeometry(
        visual({width() - kTransferSide - close.width(), kTransferSide + (field - close.height()) / 2, close.width(), close.height()}));
    for (size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setGeometry(kTransferRowSide, m_rows[i]->y(), width() - 2 * kTransferRowSide, theme.px(kTransferRow));
}

} // namespace callcard::ui
