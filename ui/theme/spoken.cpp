#include <callcard/ui/outsidetext.h>
#include <callcard/ui/spoken.h>

#include <QAbstractButton>
#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QPointer>
#include <QWidget>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {

struct SpokenText {
    Q_DECLARE_TR_FUNCTIONS(SpokenText)
};

constexpr auto kSpokenRole = "spokenRole";
constexpr auto kUnsaid = "unsaid";
constexpr auto kSpokenWords = "spokenWords";
constexpr auto kSpokenLabelOf = "spokenLabelOf";

/// Asks again each time: a widget may come to be another thing to listen to.
class SpokenWidget : public QAccessibleWidget
{
public:
    explicit SpokenWidget(QWidget *widget) : QAccessibleWidget(widget) {}

    [[nodiscard]] QAccessible::Role role() const override
    {
        return static_cast<QAccessible::Role>(widget()->property(kSpokenRole).toInt());
    }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        const QVariant words = widget()->property(kSpokenWords);
        return kind == QAccessible::Name && words.isValid() ? aloud(words.value<std::function<QString()>>()())
                                                            : QAccessibleWidget::text(kind);
    }

    /// A text that cannot have the keyboard offers nothing to be done.
    [[nodiscard]] QStringList actionNames() const override
    {
        return widget()->focusPolicy() == Qt::NoFocus ? QStringList() : QAccessibleWidget::actionNames();
    }

    [[nodiscard]] QList<std::pair<QAccessibleInterface *, QAccessible::Relation>> relations(QAccessible::Relation match) const override
    {
        auto found = QAccessibleWidget::relations(match);
        const auto control = widget()->property(kSpokenLabelOf).value<QPointer<QWidget>>();
        if ((match & QAccessible::Labelled) && control) {
            if (QAccessibleInterface *node = QAccessible::queryAccessibleInterface(control))
                found.append({node, QAccessible::Labelled});
        }
        return found;
    }
};

/// Qt would only set the mark, and nobody would hear that something was chosen.
class SpokenChoice final : public SpokenWidget
{
public:
    explicit SpokenChoice(QAbstractButton *button) : SpokenWidget(button) {}

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        const QString text = SpokenWidget::text(kind);
        return kind == QAccessible::Name && text.isEmpty() ? button()->text() : text;
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = SpokenWidget::state();
        state.checkable = true;
        state.checked = button()->isChecked();
        return state;
    }
    [[nodiscard]] QStringList actionNames() const override
    {
        return button()->isEnabled() ? QStringList{toggleAction(), setFocusAction()} : QStringList();
    }
    void doAction(const QString &name) override
    {
        if (name == toggleAction())
            button()->click();
        else
            SpokenWidget::doAction(name);
    }

private:
    [[nodiscard]] QAbstractButton *button() const { return static_cast<QAbstractButton *>(object()); }
};

QAccessibleInterface *makeSpoken(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    if (!widget || !widget->property(kSpokenRole).isValid())
        return nullptr;
    auto *button = qobject_cast<QAbstractButton *>(object);
    return button && button->isCheckable() ? new SpokenChoice(button) : new SpokenWidget(widget);
}

} // namespace

void speakAs(QWidget *widget, QAccessible::Role role)
{
    QAccessible::installFactory(makeSpoken); // the same one again is not kept twice
    widget->setProperty(kSpokenRole, static_cast<int>(role));
    // Somebody may have asked before we were called; what was answered then is kept.
    QAccessibleInterface *known = QAccessible::queryAccessibleInterface(widget);
    if (known && !dynamic_cast<SpokenWidget *>(known))
        QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(known));
}

void say(QWidget *widget, const QString &words)
{
    const bool silent = words.isEmpty() || widget->property(kUnsaid).toBool();
    speakAs(widget, silent ? QAccessible::NoRole : QAccessible::StaticText);
    widget->setAccessibleName(aloud(words));
}

void sayWhenAsked(QWidget *widget, const std::function<QString()> &words)
{
    speakAs(widget, QAccessible::StaticText);
    widget->setProperty(kSpokenWords, QVariant::fromValue(words));
}

void speakAsGroup(QWidget *widget, const QString &name)
{
    speakAs(widget, QAccessible::Grouping);
    widget->setAccessibleName(aloud(name));
}

void speakAsChoice(QAbstractButton *button, bool oneOfSeveral)
{
    speakAs(button, oneOfSeveral ? QAccessible::RadioButton : QAccessible::CheckBox);
}

void speakAsNews(QWidget *widget)
{
#ifdef Q_OS_LINUX
    speakAs(widget, QAccessible::Notification); // Orca reads these when they come into sight, alerts it leaves alone
#else
    speakAs(widget, QAccessible::AlertMessage);
#endif
}

void announce(QWidget *widget, bool comes)
{
    QAccessibleEvent alert(widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
#ifdef Q_OS_LINUX
    // Qt passes no alerts on to AT-SPI; that something is to be seen is all it tells.
    if (!comes) {
        QAccessibleEvent shown(widget, QAccessible::ObjectShow);
        QAccessible::updateAccessibility(&shown);
    }
#else
    Q_UNUSED(comes)
#endif
}

void setLabelOf(QWidget *label, QWidget *control)
{
    label->setProperty(kSpokenLabelOf, QVariant::fromValue(QPointer<QWidget>(control)));
}

void leaveUnsaid(QWidget *widget)
{
    widget->setProperty(kUnsaid, true);
    speakAs(widget, QAccessible::NoRole);
}

void setSpokenToolTip(QWidget *widget, const QString &text)
{
    widget->setToolTip(plainToolTip(text));
    widget->setAccessibleDescription(aloud(cleaned(text)));
}

QString aloud(QString text)
{
    if (text == u"–"_s) // in the place of a figure
        return SpokenText::tr("not known");
    text.replace(u" · "_s, u", "_s);
    return text.endsWith(u" ·"_s) ? text.chopped(2) : text; // before something that stands beside it
}

QString spokenKey(const QString &key)
{
    if (key == u"↵"_s)
        return SpokenText::tr("Enter");
    if (key == u"↑"_s)
        return SpokenText::tr("Up");
    if (key == u"↓"_s)
        return SpokenText::tr("Down");
    return key;
}

QString spokenParts(QStringList parts)
{
    parts.removeAll(QString());
    return aloud(parts.join(u", "_s));
}

} // namespace callcard::ui
