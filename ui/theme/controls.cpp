#include <callcard/ui/controls.h>
#include <callcard/ui/icons.h>

#include <QAction>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
QPushButton *button(const char *kind, const QString &text, const QString &icon, QWidget *parent)
{
    auto *result = new QPushButton(text, parent);
    result->setProperty("kind", QString::fromLatin1(kind));
    if (!icon.isEmpty())
        result->setIcon(lineIcon(icon));
    // Return presses the focused one; no button is the default of a whole window.
    result->setAutoDefault(false);
    return result;
}

QToolButton *toolButton(const char *kind, const QString &icon, const QString &name, QWidget *parent)
{
    auto *result = new QToolButton(parent);
    result->setProperty("kind", QString::fromLatin1(kind));
    result->setIcon(lineIcon(icon));
    result->setToolTip(name);
    result->setAccessibleName(name);
    result->setFocusPolicy(Qt::TabFocus);
    return result;
}

/// Looks and behaves as a word in a sentence.
class LinkButton final : public QPushButton
{
public:
    using QPushButton::QPushButton;
    QSize sizeHint() const override
    {
        const Theme &theme = Theme::current();
        return QSize(QFontMetrics(theme.font(Type::Body)).horizontalAdvance(text()) + 2, theme.px(24));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::current();
        QPainter painter(this);
        QFont font = theme.font(Type::Body);
        font.setUnderline(underMouse());
        painter.setFont(font);
        painter.setPen(isEnabled() ? theme.color.link : theme.color.textDisabled);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
    }
};
} // namespace

QPushButton *primaryButton(const QString &text, const QString &icon, QWidget *parent)
{
    return button("primary", text, icon, parent);
}

QPushButton *plainButton(const QString &text, const QString &icon, QWidget *parent)
{
    return button("plain", text, icon, parent);
}

QPushButton *quietButton(const QString &text, const QString &icon, QWidget *parent)
{
    return button("quiet", text, icon, parent);
}

QPushButton *dangerButton(const QString &text, const QString &icon, QWidget *parent)
{
    return button("danger", text, icon, parent);
}

QPushButton *linkButton(const QString &text, QWidget *parent)
{
    auto *link = new LinkButton(text, parent);
    link->setAutoDefault(false);
    link->setCursor(Qt::PointingHandCursor);
    link->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return link;
}

QToolButton *iconButton(const QString &icon, const QString &name, QWidget *parent)
{
    return toolButton("icon", icon, name, parent);
}

QToolButton *framedIconButton(const QString &icon, const QString &name, QWidget *parent)
{
    return toolButton("plain", icon, name, parent);
}

void setKeycap(QAbstractButton *button, const QString &key)
{
    button->setProperty("keycap", key);
    button->setIcon(button->icon()); // a push button remembers its size hint until its text or icon is set
    button->updateGeometry();
    button->update();
}

Switch::Switch(const QString &accessibleName, QWidget *parent) : QCheckBox(parent)
{
    setProperty("switch", true);
    setProperty("focusRadius", 10);
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

SearchField::SearchField(const QString &placeholder, QWidget *parent) : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    auto *magnifier = addAction(lineIcon(u"search"_s), LeadingPosition);
    connect(magnifier, &QAction::triggered, this, [this] { setFocus(Qt::ShortcutFocusReason); });
    auto *clearing = addAction(lineIcon(u"close"_s), TrailingPosition);
    clearing->setToolTip(tr("Clear"));
    clearing->setVisible(false);
    connect(clearing, &QAction::triggered, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, clearing, [clearing](const QString &text) { clearing->setVisible(!text.isEmpty()); });
}

void SearchField::setTall(bool tall)
{
    setProperty("tall", tall);
    updateGeometry();
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace callcard::ui
