#pragma once

#include <callcard/ui/popup.h>

#include <QList>
#include <QRect>

#include <optional>

namespace callcard::ui {

/// One card that wants a place, newest first. Sizes without shadow.
struct StackItem {
    QSize full{};
    QSize small{};
    bool grown{}; ///< Hovered or with the keyboard: in full wherever it stands.
};

struct StackPlace {
    int item{}; ///< Index into the items.
    QRect rect{};
    bool full{};
};

struct StackPlan {
    QList<StackPlace> places{}; ///< From the top of the screen downwards.
    QRect pill{};               ///< Of what did not fit; invalid when all did.
};

/// Where each card stands: newest on top, three at most, 60 % of the work area at most. The card under the pointer (`fixed`) stays
/// where it is, with the edge that faces its corner; the others move around it. Pure geometry.
[[nodiscard]] StackPlan planStack(const QRect &workArea, PopupCorner corner, const QList<StackItem> &items, const QSize &pill,
                                  std::optional<std::pair<int, QRect>> fixed = {});
[[nodiscard]] int highestStack(const QRect &workArea);

} // namespace callcard::ui
