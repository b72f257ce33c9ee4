#pragma once

#include <callcard/dialing.h>

#include <QLocale>

namespace callcard::ui {

/// Everything said about placing a call, wherever it is said.

/// "Your phone rings first, then Sarah": the true effect of a way. Without a name: "then theirs".
[[nodiscard]] QString dialRouteEffect(DialRoute route, const QString &name = {});
/// "RingCentral app": the name of a way, for choosing one.
[[nodiscard]] QString dialRouteLabel(DialRoute route);

/// As the service chooses: the caller id where none was chosen.
[[nodiscard]] QString usualCallerText();

/// "Will dial +1 416 555 0142 · Toronto, 2:15 PM there"
[[nodiscard]] QString willDialText(const DialPlan &plan, const QLocale &locale = QLocale());

/// "12" or "12, 34#": what the rep types when the other side answers, because this way does not. Empty: nothing.
[[nodiscard]] QString typedAfterText(const DialPlan &plan);

/// "extension 102": a short number of one's own company.
[[nodiscard]] QString extensionText(const QString &extension);

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
/// The request is on its way. `service`: "RingCentral"; empty: a program of this computer.
[[nodiscard]] QString askingText(const QString &service);
/// A call that was not placed, or of which nobody knows whether it was.
[[nodiscard]] DialNotice dialFailureText(const Error &error, DialRoute route, const QString &service, const QDateTime &now);
/// A call that was placed and did not come about. Empty where it did, or where its own events tell.
[[nodiscard]] DialNotice dialOutcomeText(const DialProgress &progress, const QString &name, const QString &service);
/// A call that is being placed goes on although it was cancelled.
[[nodiscard]] QString notCancelledText();
/// Why a text is no number that can be dialled.
[[nodiscard]] QString phoneProblemText(PhoneProblem problem);

} // namespace callcard::ui
