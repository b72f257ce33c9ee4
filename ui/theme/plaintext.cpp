#include <callcard/ui/plaintext.h>

#include <callcard/ui/theme.h>

#include <QEvent>

#include <utility>

namespace callcard::ui {

PlainText::PlainText(const QString &text, Type type, ColorRole role, QWidget *parent) : QLabel(text, parent), m_type(type), m_role(role)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    dress();
}

void PlainText::setState(std::optional<StateLook> look)
{
    m_state = look;
    dress();
}

void PlainText::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        dress();
}

void PlainText::dress()
{
    if (std::exchange(m_dressing, true)) // font and palette tell us of their own change
        return;
    const Theme &theme = Theme::current();
    setFont(theme.font(m_type));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, m_state ? theme.state(*m_state).text : theme.color.*m_role);
    setPalette(colours);
    m_dressing = false;
}

} // namespace callcard::ui
