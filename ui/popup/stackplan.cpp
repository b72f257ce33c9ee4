#include "stackplan.h"

#include <callcard/ui/tokens.h>

#include <algorithm>

namespace callcard::ui {

namespace {
constexpr int kMostCards = 3;
constexpr double kShareOfScreen = 0.6;

bool isTop(PopupCorner corner)
{
    return corner == PopupCorner::TopLeft || corner == PopupCorner::TopRight;
}

bool isLeft(PopupCorner corner)
{
    return corner == PopupCorner::TopLeft || corner == PopupCorner::BottomLeft;
}

int xOf(const QRect &work, PopupCorner corner, int width)
{
    return isLeft(corner) ? work.left() + size::cardScreenMargin : work.right() + 1 - size::cardScreenMargin - width;
}

QSize sizeOf(const QList<StackItem> &items, int item, bool newest)
{
    return newest || items[item].grown ? items[item].full : items[item].small;
}

/// Newest first; what is under the pointer never falls out.
QList<int> chosenItems(const QList<StackItem> &items, int most, int fixed)
{
    QList<int> chosen;
    for (int i = 0; i < items.size() && chosen.size() < most; ++i)
        chosen += i;
    if (fixed >= most && !chosen.isEmpty())
        chosen.last() = fixed;
    return chosen;
}

int heightOf(const QList<StackItem> &items, const QList<int> &chosen, const QSize &pill)
{
    int height = 0;
    for (const int item : chosen)
        height += sizeOf(items, item, item == chosen.first()).height() + size::cardGap;
    return chosen.size() < items.size() ? height + pill.height() : height - size::cardGap;
}
} // namespace

int highestStack(const QRect &workArea)
{
    return static_cast<int>(workArea.height() * kShareOfScreen);
}

StackPlan planStack(const QRect &work, PopupCorner corner, const QList<StackItem> &items, const QSize &pill,
                    std::optional<std::pair<int, QRect>> fixed)
{
    StackPlan plan;
    if (items.isEmpty())
        return plan;
    const int still = fixed ? fixed->first : -1;
    int most = kMostCards;
    QList<int> chosen = chosenItems(items, most, still);
    while (most > 1 && heightOf(items, chosen, pill) > highestStack(work))
        chosen = chosenItems(items, --most, still);

    const int total = heightOf(items, chosen, pill);
    int y = isTop(corner) ? work.top() + size::cardScreenMargin : work.bottom() + 1 - size::cardScreenMargin - total;
    if (fixed && chosen.contains(still)) {
        const auto above = [&](const QList<int> &order) {
            int height = 0;
            for (const int item : order) {
                if (item == still)
                    break;
                height += sizeOf(items, item, item == chosen.first()).height() + size::cardGap;
            }
            return height;
        };
        const int own = sizeOf(items, still, still == chosen.first()).height();
        const int top = isTop(corner) ? fixed->second.top() : fixed->second.bottom() + 1 - own;
        QList<int> order = chosen;
        // Who has no room above the one under the pointer goes below it, the nearest first.
        while (order.first() != still && top - above(order) < work.top()) {
            const qsizetype at = order.indexOf(still);
            order.move(at - 1, at);
        }
        y = top - above(order);
        QList<StackPlace> places;
        for (const int item : std::as_const(order)) {
            const bool full = item == chosen.first() || items[item].grown;
            const QSize size = sizeOf(items, item, item == chosen.first());
            places += {item, QRect(QPoint(xOf(work, corner, size.width()), y), size), full};
            y += size.height() + size::cardGap;
        }
        plan.places = places;
    } else {
        for (const int item : std::as_const(chosen)) {
            const bool newest = item == chosen.first();
            const QSize size = sizeOf(items, item, newest);
            plan.places += {item, QRect(QPoint(xOf(work, corner, size.width()), y), size), newest || items[item].grown};
            y += size.height() + size::cardGap;
        }
    }
    if (chosen.size() < items.size()) {
        const int width = plan.places.last().rect.width();
        plan.pill = QRect(QPoint(plan.places.last().rect.left() + (width - pill.width()) / 2, y), pill);
    }
    return plan;
}

} // namespace callcard::ui
