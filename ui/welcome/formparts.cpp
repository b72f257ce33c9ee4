#include "formparts.h"

#include <callcard/ui/controls.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/label.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>
#include <callcard/ui/welcometypes.h>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kTileHeight = 72;
constexpr int kTileIcon = 40;
constexpr int kTilePadding = 16;
constexpr int kMark = 18;
constexpr int kFieldWidth = 380;
} // namespace

RadioTile::RadioTile(const QString &icon, const QString &title, const QString &detail, QWidget *parent)
    : QAbstractButton(parent), m_icon(icon), m_detail(detail)
{
    setText(title);
    setCheckable(true);
    speakAsChoice(this, true);
    setAutoExclusive(true);
    setAccessibleName(title);
    setAccessibleDescription(detail);
    setToolTip(detail);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setProperty("focusRadius", radius::tile);
}

QSize RadioTile::sizeHint() const
{
    return QSize(300, Theme::current().px(kTileHeight));
}

void RadioTile::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto visual = [this](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    drawPanel(painter, rect(), radius::tile, underMouse() && !isChecked() ? theme.color.hover : theme.color.surface, theme.color.border);
    if (isChecked()) {
        painter.setPen(QPen(theme.color.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius::tile, radius::tile);
    }
    const int middle = height() / 2;
    const QRect icon(kTilePadding, middle - kTileIcon / 2, kTileIcon, kTileIcon);
    drawPanel(painter, visual(icon), 8, isChecked() ? theme.color.selection : theme.color.sunken);
    const int px = theme.iconPx(20);
    drawIcon(painter, visual(QRect(icon.center().x() - px / 2 + 1, middle - px / 2, px, px)), m_icon,
             isChecked() ? theme.color.accentText : theme.color.text, layoutDirection());
    const int mark = theme.px(kMark);
    const int left = icon.right() + kTilePadding;
    const int right = width() - kTilePadding - mark - space::m;
    const int line = theme.lineHeight(Type::BodyStrong);
    drawElided(painter, visual(QRect(left, middle - line, right - left, line)), text(), {.type = Type::BodyStrong});
    drawElided(painter, visual(QRect(left, middle + 1, right - left, line)), m_detail,
               {.type = Type::Small, .role = &Colors::textSecondary});
    const QRectF ring(visual(QRect(width() - kTilePadding - mark, middle - mark / 2, mark, mark)));
    painter.setPen(isChecked() ? Qt::NoPen : QPen(theme.color.borderStrong, 1.5));
    painter.setBrush(isChecked() ? QBrush(theme.color.accent) : Qt::NoBrush);
    painter.drawEllipse(ring.adjusted(1, 1, -1, -1));
    if (isChecked()) {
        painter.setBrush(theme.color.onAccent);
        painter.drawEllipse(ring.center(), mark / 6.0, mark / 6.0);
    }
}

QLineEdit *addField(QVBoxLayout &column, const QString &label, const QString &placeholder, bool secret)
{
    auto *field = new QLineEdit;
    field->setPlaceholderText(placeholder);
    field->setAccessibleName(label);
    field->setMaximumWidth(Theme::current().px(kFieldWidth));
    field->setMaxLength(16384);
    if (secret) {
        field->setEchoMode(QLineEdit::Password);
        field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase | Qt::ImhSensitiveData);
    }
    auto *pair = new QVBoxLayout;
    pair->setSpacing(space::xs);
    pair->addWidget(new Label(label, Type::BodyMedium));
    pair->addWidget(field);
    column.addLayout(pair);
    return field;
}

OutcomeLine::OutcomeLine(QWidget *parent) : QWidget(parent), m_banner(new Banner(StateLook::Ok))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_banner);
    connect(m_banner, &Banner::buttonClicked, this, &OutcomeLine::buttonClicked);
    showNothing();
}

void OutcomeLine::say(StateLook look, const QString &icon, const QString &text, const QString &button)
{
    m_said = text;
    m_banner->setLook(look, icon);
    m_banner->setTexts({}, text);
    m_banner->setButton(button);
    setVisible(!text.isEmpty());
}

void OutcomeLine::showNothing()
{
    say(StateLook::Ended, {}, {});
}

void OutcomeLine::showBusy(const QString &text)
{
    say(StateLook::Ended, u"clock"_s, text);
}

void OutcomeLine::showGood(const QString &text)
{
    say(StateLook::Ok, u"check-circle"_s, text);
}

void OutcomeLine::showTrouble(const QString &text, const QString &button)
{
    say(StateLook::Error, u"error"_s, text, button);
}

WaitingRow::WaitingRow(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    QPushButton *copy = smaller(plainButton(tr("Copy link"), u"copy"_s));
    QPushButton *cancel = smaller(quietButton(tr("Cancel")));
    row->addWidget(copy);
    row->addWidget(cancel);
    row->addStretch();
    connect(copy, &QPushButton::clicked, this, &WaitingRow::copyLinkRequested);
    connect(cancel, &QPushButton::clicked, this, &WaitingRow::cancelRequested);
    hide();
}

void WaitingRow::tell(OutcomeLine &outcome, bool opened)
{
    if (opened)
        outcome.showBusy(tr("Your browser is open. Sign in there, then come back; this page goes on by itself."));
    else
        outcome.showTrouble(troubleText(WelcomeTrouble::NoBrowser, {}));
}

void lockField(QWidget &field)
{
    field.setEnabled(false);
    field.setToolTip(WaitingRow::tr("Set by your administrator."));
    field.setAccessibleDescription(field.toolTip());
}

void fillField(QLineEdit &field, const QString &text)
{
    if (field.text().isEmpty() || !field.isEnabled())
        field.setText(text);
}

} // namespace callcard::ui
