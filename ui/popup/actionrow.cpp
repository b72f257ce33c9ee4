#include "actionrow.h"

#include <callcard/ui/controls.h>
#include <callcard/ui/icons.h>

#include <QMenu>
#include <QStyle>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kActionRowPadding = 12;
constexpr int kActionRowGap = 6;
} // namespace

ActionRow::ActionRow(QWidget *parent)
    : QWidget(parent)
    , m_primary(primaryButton({}, {}, this))
    , m_icon(framedIconButton(u"copy"_s, {}, this))
    , m_more(framedIconButton(u"more"_s, tr("More actions"), this))
{
    m_primary->setObjectName(u"primary"_s);
    m_icon->setObjectName(u"icon"_s);
    m_more->setObjectName(u"more"_s);
    m_primary->setFocusPolicy(Qt::TabFocus);
    for (size_t i = 0; i < m_plain.size(); ++i) {
        m_plain[i] = plainButton({}, {}, this);
        m_plain[i]->setObjectName(u"plain%1"_s.arg(i + 1));
        m_plain[i]->setFocusPolicy(Qt::TabFocus);
        connect(m_plain[i], &QPushButton::clicked, this, [this, i] {
            const qsizetype index = static_cast<qsizetype>(i) + (m_hasPrimary ? 1 : 0);
            if (index < m_buttons.size())
                Q_EMIT
            pressed(m_buttons[index]);
        });
    }
    m_more->raise(); // it stands last, and is read last
    connect(m_primary, &QPushButton::clicked, this, [this] {
        Q_EMIT
        pressed(m_buttons.first());
    });
    connect(m_icon, &QToolButton::clicked, this, [this] {
        for (const CardButton &button : std::as_const(m_buttons)) {
            if (button.iconOnly) {
                Q_EMIT
                pressed(CardButton(button));
                return;
            }
        }
    });
    connect(m_more, &QToolButton::clicked, this, [this] { openMenu(m_more); });
}

void ActionRow::setButtons(const QList<CardButton> &buttons, bool primary, const QList<CardButton> &menu)
{
    m_buttons = buttons;
    m_hasPrimary = primary && !buttons.isEmpty();
    m_menu = menu;
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        QAbstractButton *widget = widgetOf(i);
        if (!widget)
            continue;
        const CardButton &button = m_buttons[i];
        if (!button.iconOnly)
            widget->setText(button.text);
        widget->setIcon(button.icon.isEmpty() ? QIcon() : lineIcon(button.icon));
        widget->setAccessibleName(button.spoken.isEmpty() ? button.text : button.spoken);
        widget->setToolTip(button.iconOnly ? button.text : QString());
    }
    setKeycaps(m_keycaps);
}

void ActionRow::setPrimaryText(const QString &text)
{
    if (!m_hasPrimary)
        return;
    m_primary->setText(text);
    m_primary->setAccessibleName(text);
    arrange();
}

void ActionRow::setKeycaps(bool shown)
{
    m_keycaps = shown;
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        if (QAbstractButton *widget = widgetOf(i); widget && !m_buttons[i].iconOnly)
            setKeycap(widget, shown ? (i == 0 && m_hasPrimary ? u"Enter"_s : m_buttons[i].key) : QString());
    }
    arrange();
}

QAbstractButton *ActionRow::widgetOf(qsizetype index) const
{
    if (m_buttons[index].iconOnly)
        return m_icon;
    if (index == 0 && m_hasPrimary)
        return m_primary;
    const qsizetype plain = index - (m_hasPrimary ? 1 : 0);
    return plain < static_cast<qsizetype>(m_plain.size()) ? m_plain[static_cast<size_t>(plain)] : nullptr;
}

void ActionRow::arrange()
{
    QList<QAbstractButton *> shown;
    m_overflow.clear();
    const int more = m_more->sizeHint().width();
    int room = width() - 2 * kActionRowPadding - (m_menu.isEmpty() ? 0 : more + kActionRowGap);
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        QAbstractButton *widget = widgetOf(i);
        const int wanted = widget ? widget->sizeHint().width() : 0;
        if (widget && (i == 0 || wanted <= room)) {
            shown += widget;
            room -= wanted + kActionRowGap;
            continue;
        }
        m_overflow += m_buttons[i];
        if (m_menu.isEmpty() && m_overflow.size() == 1)
            room -= more + kActionRowGap; // now ⋯ is needed
    }
    int x = kActionRowPadding;
    for (QAbstractButton *button : {static_cast<QAbstractButton *>(m_primary), static_cast<QAbstractButton *>(m_icon)})
        button->setVisible(shown.contains(button));
    for (QPushButton *button : m_plain)
        button->setVisible(shown.contains(button));
    const auto place = [this](QAbstractButton *button, int left, int width) {
        const QSize size(width, button->sizeHint().height());
        button->setGeometry(QStyle::visualRect(layoutDirection(), rect(), QRect(QPoint(left, kActionRowPadding), size)));
    };
    const bool menu = !m_menu.isEmpty() || !m_overflow.isEmpty();
    const int most = width() - 2 * kActionRowPadding - (menu ? more + kActionRowGap : 0);
    QWidget *before = nullptr;
    for (QAbstractButton *button : std::as_const(shown)) {
        const int width = std::min(button->sizeHint().width(), most);
        place(button, x, width);
        if (before)
            setTabOrder(before, button);
        before = button;
        x += width + kActionRowGap;
    }
    m_more->setVisible(menu);
    if (before)
        setTabOrder(before, m_more);
    place(m_more, width() - kActionRowPadding - more, more);
}

int ActionRow::wantedHeight() const
{
    return isEmpty() ? 0 : 2 * kActionRowPadding + m_primary->sizeHint().height();
}

void ActionRow::resizeEvent(QResizeEvent *)
{
    arrange();
}

QAbstractButton *ActionRow::first() const
{
    if (!m_buttons.isEmpty())
        return widgetOf(0);
    return m_menu.isEmpty() ? nullptr : m_more;
}

bool ActionRow::offers(Wish wish) const
{
    const auto is = [wish](const CardButton &button) { return button.wish == wish; };
    return std::any_of(m_buttons.cbegin(), m_buttons.cend(), is) || std::any_of(m_menu.cbegin(), m_menu.cend(), is);
}

void ActionRow::pressPrimary()
{
    if (!m_buttons.isEmpty())
        Q_EMIT
    pressed(CardButton(m_buttons.first()));
}

bool ActionRow::isMenuOpen() const
{
    return m_popup && m_popup->isVisible();
}

void ActionRow::openMenu(QWidget *below)
{
    if (m_menu.isEmpty() && m_overflow.isEmpty())
        return;
    if (!m_popup) {
        m_popup = new QMenu(this);
        m_popup->setObjectName(u"moreMenu"_s);
        connect(m_popup, &QMenu::aboutToHide, this, &ActionRow::menuClosed, Qt::QueuedConnection);
    }
    m_popup->clear();
    bool actions = false;
    for (const CardButton &button : m_overflow + m_menu) {
        if (actions && button.wish != Wish::Action)
            m_popup->addSeparator();
        actions = button.wish == Wish::Action;
        // An ampersand in a name from outside is no mnemonic, a tab no shortcut: cleaned() has taken the tabs.
        QString text = button.text;
        text.replace(u'&', u"&&"_s);
        if (!button.effect.isEmpty())
            text += u'\n' + button.effect;
        if (!button.key.isEmpty())
            text += u'\t' + button.key;
        QAction *action = m_popup->addAction(lineIcon(button.icon), text);
        connect(action, &QAction::triggered, this, [this, button] {
            Q_EMIT
            pressed(button);
        });
    }
    const QSize size = m_popup->sizeHint();
    const QPoint end =
        below->mapToGlobal(QPoint(layoutDirection() == Qt::RightToLeft ? 0 : below->width() - size.width(), below->height() + 4));
    m_popup->popup(end);
}

} // namespace callcard::ui
