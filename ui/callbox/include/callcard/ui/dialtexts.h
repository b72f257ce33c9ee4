#pragma once

#include <callcard/dialing.h>

#include <QLocale>

namespace callcard::ui {

/// Everything said about placing a call, wherever it is said.

/// "Your phone rings first, then theirs": the true effect of a way.
[[nodiscard]] QString dialRouteEffect(DialRoute route);
/// "RingCentral app": the name of a way, for choosing one.
[[nodiscard]] QString dialRouteLabel(DialRoute route);

/// "Will dial +1 416 555 0142 · Toronto, 2:15 PM there"
[[nodiscard]] QString willDialText(const DialPlan &plan, const QLocale &locale = QLocale());

/// What happened, and what it means, as a banner wants it.
struct DialNotice {
    QString strong{};
    QString rest{};
    bool operator==(const DialNotice &) const = default;
};
[[nodiscard]] DialNotice warningText(DialWarning warning, const DialPlan &plan, const DialRules &rules, const QLocale &locale = QLocale());
[[nodiscard]] DialNotice obstacleText(DialObstacle obstacle);
/// The second click of an impatient finger.
[[nodiscard]] QString alreadyCallingText(const QString &name);
/// A call that was not placed, or of which nobody knows whether it was.
[[nodiscard]] DialNotice dialFailureText(const Error &error, const QDateTime &now);
/// Why a text is no number that can be dialled.
[[nodiscard]] QString phoneProblemText(PhoneProblem problem);

} // namespace callcard::ui
