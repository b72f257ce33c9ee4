#include "sidebar.h"

#include <callcard/ui/icons.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kIconLeft = 11;
constexpr int kTextGap = 9;
constexpr int kRight = 10;
constexpr int kFieldSide = 3;
constexpr int kLineHeight = 56;

QRect visual(const QWidget &widget, const QRect &logical)
{
    return QStyle::visualRect(widget.layoutDirection(), widget.rect(), logical);
}

/// Where text begins: behind an icon that grows with the font.
int textLeft()
{
    return kIconLeft + Theme::current().iconPx() + kTextGap;
}

QRect iconPlace(const QWidget &widget, bool narrow, int px, int left = kIconLeft)
{
    return visual(widget, QRect(narrow ? (widget.width() - px) / 2 : left, (widget.height() - px) / 2, px, px));
}
} // namespace

SidebarEntry::SidebarEntry(const QString &icon, const QString &title, QWidget *parent) : QAbstractButton(parent), m_icon(icon)
{
    setText(title);
    setCheckable(true);
    speakAsChoice(this, true);
    setAccessibleName(title);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setProperty("focusRadius", radius::row);
}

void SidebarEntry::setCount(int count)
{
    m_count = count;
    setAccessibleName(count > 0 ? text() + u", "_s + locale().toString(count) : text());
    update();
}

void SidebarEntry::setNarrow(bool narrow)
{
    m_narrow = narrow;
    setToolTip(narrow ? text() : QString());
    update();
}

QSize SidebarEntry::sizeHint() const
{
    const int height = Theme::current().px(size::button);
    return QSize(height, height);
}

void SidebarEntry::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    if (isChecked())
        drawPanel(painter, rect(), radius::row, theme.color.surface, theme.color.border);
    else if (underMouse() || isDown())
        drawPanel(painter, rect(), radius::row, theme.color.pressed);
    drawIcon(painter, iconPlace(*this, m_narrow, theme.iconPx()), m_icon, isChecked() ? theme.color.accentText : theme.color.textSecondary,
             layoutDirection());
    if (m_narrow) {
        if (m_count > 0) { // no room for the figure: the tool tip and the page have it
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.state(StateLook::Missed).fill);
            painter.drawEllipse(QPointF(width() / 2.0 + 8, height() / 2.0 - 7), 3.5, 3.5);
        }
        return;
    }
    int right = kRight;
    if (m_count > 0) {
        const QSize pill = countPillSize(m_count);
        drawCountPill(painter, visual(*this, QRect(QPoint(width() - kRight - pill.width(), (height() - pill.height()) / 2), pill)),
                      m_count);
        right += pill.width() + space::s;
    }
    drawElided(painter, visual(*this, rect().adjusted(textLeft(), 0, -right, 0)), text(),
               {.type = Type::BodyMedium, .role = isChecked() ? &Colors::text : &Colors::textSecondary});
}

void SidebarEntry::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
    QAbstractButton::changeEvent(event);
}

QString CallField::keyText()
{
    // Shortcuts are named as the platform names them.
    return QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText).replace(u'+', u' ');
}

CallField::CallField(QWidget *parent) : QAbstractButton(parent)
{
    setText(tr("Call or find…"));
    setAccessibleName(text());
    setAccessibleDescription(keyText());
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setProperty("focusRadius", radius::control);
}

void CallField::setNarrow(bool narrow)
{
    m_narrow = narrow;
    setToolTip(narrow ? text() : QString());
    update();
}

QSize CallField::sizeHint() const
{
    const int height = Theme::current().px(size::field);
    return QSize(height, height);
}

void CallField::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const QRect field = rect().adjusted(m_narrow ? 0 : kFieldSide - 1, 0, m_narrow ? 0 : -kFieldSide + 1, 0);
    drawPanel(painter, field, radius::control, underMouse() ? theme.color.hover : theme.color.surface, theme.color.border);
    drawIcon(painter, iconPlace(*this, m_narrow, theme.iconPx()), u"phone"_s, theme.color.textSecondary);
    if (m_narrow)
        return;
    const QString key = keyText();
    const QSize cap = keycapSize(key);
    drawKeycap(painter, visual(*this, QRect(QPoint(field.right() - cap.width() - 5, (height() - cap.height()) / 2), cap)), key);
    drawElided(painter, visual(*this, rect().adjusted(textLeft() - 4, 0, -cap.width() - 16, 0)), text(),
               {.type = Type::Small, .role = &Colors::textTertiary});
}

ConnectionLine::ConnectionLine(QWidget *parent) : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setProperty("focusRadius", radius::row);
}

void ConnectionLine::setConnection(ConnectionTone tone, const QString &headline, const QString &detail)
{
    m_tone = tone;
    m_headline = headline;
    m_detail = detail;
    setAccessibleName(spokenParts({headline, detail}));
    // The line holds one short detail; the whole of it is a hover away.
    setToolTip(plainToolTip(accessibleName()));
    setAccessibleDescription(tr("Opens the connections"));
    update();
}

void ConnectionLine::setNarrow(bool narrow)
{
    m_narrow = narrow;
    update();
}

QSize ConnectionLine::sizeHint() const
{
    const int height = Theme::current().px(kLineHeight);
    return QSize(height, height);
}

void ConnectionLine::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(QRect(kFieldSide, 0, width() - 2 * kFieldSide, size::hairline), theme.color.border);
    if (m_headline.isEmpty())
        return;
    QString icon = u"check-circle"_s;
    QColor color = theme.state(StateLook::Ok).text;
    switch (m_tone) {
    case ConnectionTone::Good:
        break;
    case ConnectionTone::Trouble:
        icon = u"warning"_s;
        color = theme.state(StateLook::Warning).text;
        break;
    case ConnectionTone::Lost:
        icon = u"offline"_s;
        color = theme.state(StateLook::Error).text;
        break;
    case ConnectionTone::Quiet:
        icon = u"moon"_s;
        color = theme.color.textSecondary;
        break;
    }
    drawIcon(painter, iconPlace(*this, m_narrow, theme.iconPx()), icon, color);
    if (m_narrow)
        return;
    const int line = theme.lineHeight(Type::Small);
    const int top = (height() - 2 * line) / 2;
    const int left = textLeft() - 2;
    drawElided(painter, visual(*this, QRect(left, top, width() - left - 4, line)), m_headline,
               {.type = Type::Small, .role = &Colors::text});
    drawElided(painter, visual(*this, QRect(left, top + line, width() - left - 4, line)), m_detail,
               {.type = Type::Caption, .role = &Colors::textSecondary});
}

} // namespace callcard::ui
