#include "chartaccess.h"

namespace callcard::ui {

namespace {

class ItemAccess final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    ItemAccess(Chart *chart, int item) : m_chart(chart), m_item(item) {}

    [[nodiscard]] int item() const { return m_item; }
    [[nodiscard]] bool isValid() const override { return m_chart && m_item < m_chart->count(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_chart); }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_chart->saying(m_item) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect place = m_chart->placeOf(m_item).toAlignedRect();
        return place.isEmpty() ? QRect() : QRect(m_chart->mapToGlobal(place.topLeft()), place.size());
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = !m_chart->saying(m_item).isEmpty(); // days that are still to come say nothing
        state.selectable = state.focusable;
        state.focused = m_chart->hasFocus() && m_chart->current() == m_item;
        state.offscreen = m_chart->placeOf(m_item).isEmpty();
        state.invisible = !m_chart->isVisible() || !state.focusable;
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override
    {
        QStringList names{setFocusAction()};
        if (isValid() && m_chart->isPressable(m_item))
            names.prepend(pressAction());
        if (isValid() && m_chart->hasMenu())
            names.append(showMenuAction());
        return names;
    }
    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        if (name == pressAction())
            return m_chart->press(m_item);
        m_chart->setFocus(Qt::ShortcutFocusReason);
        m_chart->setCurrent(m_item);
        if (name == showMenuAction())
            m_chart->askForMenu();
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<Chart> m_chart;
    int m_item;
};

QAccessibleInterface *makeAccess(const QString &, QObject *object)
{
    auto *chart = qobject_cast<Chart *>(object);
    return chart != nullptr ? new ChartAccess(chart) : nullptr;
}

} // namespace

void installChartAccess()
{
    QAccessible::installFactory(makeAccess); // the same one again is not kept twice
}

ChartAccess::ChartAccess(Chart *chart) : QAccessibleWidget(chart) {}

ChartAccess::~ChartAccess()
{
    for (const QAccessible::Id id : m_items) {
        if (id != 0)
            QAccessible::deleteAccessibleInterface(id);
    }
}

Chart *ChartAccess::chart() const
{
    return static_cast<Chart *>(object());
}

int ChartAccess::childCount() const
{
    const int count = chart()->count();
    return count > 1 ? count : 0;
}

QAccessibleInterface *ChartAccess::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    if (m_items.size() <= static_cast<size_t>(index))
        m_items.resize(static_cast<size_t>(childCount()), 0);
    QAccessible::Id &id = m_items[static_cast<size_t>(index)];
    if (id == 0)
        id = QAccessible::registerAccessibleInterface(new ItemAccess(chart(), index));
    return QAccessible::accessibleInterface(id);
}

QAccessibleInterface *ChartAccess::childAt(int x, int y) const
{
    return child(chart()->itemAt(chart()->mapFromGlobal(QPoint(x, y))));
}

int ChartAccess::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *item = dynamic_cast<const ItemAccess *>(child);
    return item != nullptr ? item->item() : -1;
}

QAccessibleInterface *ChartAccess::focusChild() const
{
    return chart()->hasFocus() ? child(chart()->current()) : nullptr;
}

QString ChartAccess::text(QAccessible::Text kind) const
{
    const QString saying = chart()->count() == 1 ? chart()->saying(0) : QString();
    return kind == QAccessible::Name && !saying.isEmpty() ? saying : QAccessibleWidget::text(kind);
}

QAccessible::Role ChartAccess::role() const
{
    if (chart()->count() != 1)
        return QAccessible::List;
    return chart()->isPressable(0) ? QAccessible::Button : QAccessible::StaticText;
}

QStringList ChartAccess::actionNames() const
{
    QStringList names = QAccessibleWidget::actionNames();
    if (chart()->count() == 1 && chart()->isPressable(0))
        names.prepend(pressAction());
    if (chart()->hasMenu())
        names.append(showMenuAction());
    return names;
}

void ChartAccess::doAction(const QString &name)
{
    if (name == pressAction())
        chart()->press(0);
    else if (name == showMenuAction())
        chart()->askForMenu();
    else
        QAccessibleWidget::doAction(name);
}

} // namespace callcard::ui
