#pragma once

#include <callcard/dialtarget.h>
#include <callcard/ids.h>

#include <QMetaType>
#include <QUrl>

namespace callcard {

/// Through what a call is placed.
enum class DialRoute {
    Provider,       ///< The connected service rings my phone, then theirs.
    RingCentralApp, ///< The app of that name gets the number and dials it.
    JustCallDialer, ///< The dialer opens with the number filled in; the rep presses call there.
    System,         ///< Whatever program the desktop opens tel: links with.
    AiAgent,        ///< An agent of the team's relay calls and talks, not the rep. Chosen for one call, never remembered.
};

/// "provider", "ringcentral-app", "justcall-dialer", "system": the words of the setting; and "ai-agent".
[[nodiscard]] QString dialRouteName(DialRoute route);
[[nodiscard]] std::optional<DialRoute> dialRouteFromName(QStringView name);

/// Worth a second thought. Each must be accepted before the call is placed, and is recorded then.
enum class DialWarning { Emergency, Premium, DoNotCall, NightThere };
[[nodiscard]] QString dialWarningName(DialWarning warning);

/// Why nothing can be placed this way, whatever is accepted.
enum class DialObstacle {
    Opening,      ///< Settings and keys are being read: whether a service can dial will be known in a moment.
    NoProvider,   ///< No connected service can dial.
    NoShortCodes, ///< Services dial full numbers only, and no program of the desktop takes short ones.
    Loop,         ///< tel: links come to us: handing one on would bring it back.
    NoAgent,      ///< No connected service says that it has an agent who calls.
};
[[nodiscard]] QString dialObstacleName(DialObstacle obstacle);

/// How this rep dials.
struct DialRules {
    DialRoute route{DialRoute::Provider};
    QString region{};
    QString callerId{}; ///< One of my numbers, or empty: the service's default.
    QTime daytimeFrom{8, 0};
    QTime daytimeTo{21, 0};
    bool opening{};         ///< Settings and keys are being read.
    bool providerDials{};   ///< A connected service can place calls.
    bool agentCalls{};      ///< A connected service has an agent who can.
    bool telLinksAreOurs{}; ///< Callcard is the desktop's handler of tel: links.
    bool operator==(const DialRules &) const = default;
};

/// What is known of who will be called.
struct Callee {
    CustomerId customer{};
    bool doNotCall{};
    QString name{}; ///< Where it is a fact who that is.
    bool operator==(const Callee &) const = default;
};

/// What will happen when it is dialled, to be shown before.
struct DialPlan {
    DialTarget target{};
    Callee callee{};
    DialRoute route{};
    QString callerId{};
    QString willDial{};     ///< Exactly, readable: "+1 416-555-0142".
    bool extensionByHand{}; ///< This way takes no extension: the rep types it when the other side answers.
    PhonePlace place{};
    std::optional<QDateTime> localTime{}; ///< There.
    QList<DialWarning> warnings{};        ///< The gravest first.
    std::optional<DialObstacle> obstacle{};
    bool operator==(const DialPlan &) const = default;
};

[[nodiscard]] DialPlan planDial(const DialTarget &target, const Callee &callee, const DialRules &rules, const QDateTime &now);

/// The link that hands the call over; for every route through another program. What a text held beyond digits never gets into it.
[[nodiscard]] QUrl dialLink(const DialPlan &plan);

} // namespace callcard

Q_DECLARE_METATYPE(callcard::DialPlan)
