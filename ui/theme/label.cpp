#include <callcard/ui/label.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>

#include <QEvent>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace callcard::ui {

Label::Label(const QString &text, Type type, ColorRole role, QWidget *parent)
    : QWidget(parent), m_type(type), m_role(role), m_tabular(typeStyle(type).tabular)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    say(this, {});
    setText(text);
}

void Label::setText(const QString &text)
{
    const QString plain = cleaned(text);
    if (plain == m_text)
        return;
    const int before = textWidth();
    m_text = plain;
    say(this, m_text);
    if (textWidth() != before)
        updateGeometry();
    update();
}

void Label::setTabular(bool on)
{
    m_tabular = on;
    updateGeometry();
    update();
}

void Label::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

void Label::setColor(ColorRole role)
{
    m_role = role;
    update();
}

void Label::setState(std::optional<StateLook> look)
{
    m_state = look;
    update();
}

int Label::textWidth() const
{
    const QFont font = Theme::current().font(m_type);
    const qreal width = m_tabular ? tabularWidth(m_text, font) : QFontMetricsF(font).horizontalAdvance(m_text);
    return static_cast<int>(std::ceil(width)) + 1;
}

QSize Label::sizeHint() const
{
    return QSize(textWidth(), Theme::current().lineHeight(m_type));
}

QSize Label::minimumSizeHint() const
{
    const int least = m_tabular ? textWidth() : std::min(textWidth(), Theme::current().px(size::avatarM));
    return QSize(least, Theme::current().lineHeight(m_type));
}

void Label::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    TextLook look{.type = m_type, .role = m_role, .alignment = m_alignment, .tabular = m_tabular};
    if (!isEnabled())
        look.role = &Colors::textDisabled;
    else if (m_state)
        look.color = theme.state(*m_state).text;
    m_elided = drawElided(painter, rect(), m_text, look);
}

void Label::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        updateGeometry();
    if (event->type() == QEvent::EnabledChange)
        update();
    QWidget::changeEvent(event);
}

bool Label::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_elided && toolTip().isEmpty()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainToolTip(isolated(m_text)), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace callcard::ui
