#pragma once

#include <Qt>

namespace callcard::ui {

/// What both models of the history tell their view.
enum LineRole {
    IsHeaderRole = Qt::UserRole + 1,
    LineValueRole,  ///< CallLine
    DayRole,        ///< Of a header: QDate
    DayTitleRole,   ///< "Today, Nov 20"
    DayContextRole, ///< "38 calls · 1 h 36 min talk · 2 to call back"
};

} // namespace callcard::ui
