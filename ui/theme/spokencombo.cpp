#include "spokencombo.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QComboBox>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {

class SpokenCombo final : public QAccessibleWidget
{
public:
    explicit SpokenCombo(QComboBox *box) : QAccessibleWidget(box, QAccessible::ComboBox) {}

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        const QString chosen = box()->currentText();
        if (kind == QAccessible::Value)
            return chosen;
        if (kind != QAccessible::Name)
            return QAccessibleWidget::text(kind);
        const QString what = box()->accessibleName();
        return what.isEmpty() ? chosen : chosen.isEmpty() ? what : QString(what + u": "_s + chosen);
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.expandable = true;
        state.expanded = box()->view()->isVisible();
        return state;
    }
    [[nodiscard]] int childCount() const override { return 0; } // the list is a window of its own while it is open
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QStringList actionNames() const override
    {
        return box()->isEnabled() ? QStringList{showMenuAction(), setFocusAction()} : QStringList();
    }
    void doAction(const QString &name) override
    {
        if (name == showMenuAction())
            box()->showPopup();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    [[nodiscard]] QComboBox *box() const { return static_cast<QComboBox *>(object()); }
};

[[maybe_unused]] QAccessibleInterface *makeSpokenCombo(const QString &name, QObject *object)
{
    auto *box = name == "QComboBox"_L1 ? qobject_cast<QComboBox *>(object) : nullptr;
    return box && !box->isEditable() ? new SpokenCombo(box) : nullptr;
}

} // namespace

void installSpokenCombo()
{
#ifdef Q_OS_LINUX
    QAccessible::installFactory(makeSpokenCombo);
#endif
}

} // namespace callcard::ui
