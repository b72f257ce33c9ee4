#pragma once

#include <callcard/ids.h>

#include <QString>

namespace callcard {

enum class GoalPeriod { Daily, Weekly, Monthly, Quarterly };

struct Goal {
    UserId user{};
    QString type{}; ///< "phone_call_quantity" …
    GoalPeriod period{};
    double target{};
    bool operator==(const Goal &) const = default;
};

} // namespace callcard
