#include <callcard/dialplan.h>

#include <array>
#include <utility>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array kRoutes{std::pair(DialRoute::Provider, "provider"_L1), std::pair(DialRoute::RingCentralApp, "ringcentral-app"_L1),
                             std::pair(DialRoute::JustCallDialer, "justcall-dialer"_L1), std::pair(DialRoute::System, "system"_L1),
                             std::pair(DialRoute::AiAgent, "ai-agent"_L1)};

/// Dialled during the callee's day, when the day may reach over midnight.
bool isDaytime(const QTime &time, const QTime &from, const QTime &to)
{
    if (from == to)
        return true;
    return from < to ? time >= from && time < to : time >= from || time < to;
}

void chooseRoute(DialPlan &plan, const DialRules &rules)
{
    plan.route = rules.route;
    // Services and their apps know full numbers only; a short one means something in its own network alone.
    if (!plan.target.number && plan.route != DialRoute::System) {
        plan.route = DialRoute::System;
        if (rules.telLinksAreOurs)
            plan.obstacle = DialObstacle::NoShortCodes;
        return;
    }
    if (plan.route == DialRoute::Provider && !rules.providerDials)
        plan.obstacle = rules.opening ? DialObstacle::Opening : DialObstacle::NoProvider;
    else if (plan.route == DialRoute::AiAgent && !rules.agentCalls)
        plan.obstacle = rules.opening ? DialObstacle::Opening : DialObstacle::NoAgent;
    else if (plan.route == DialRoute::System && rules.telLinksAreOurs)
        plan.obstacle = DialObstacle::Loop;
}

void findWarnings(DialPlan &plan, const DialRules &rules)
{
    const DialTarget &target = plan.target;
    if (!target.number) {
        const auto kind = shortCode(target.shortCode, rules.region);
        if (kind == ShortCodeKind::Emergency || isEmergency(target.shortCode, rules.region))
            plan.warnings.append(DialWarning::Emergency);
        else if (kind == ShortCodeKind::Premium)
            plan.warnings.append(DialWarning::Premium);
        return;
    }
    if (costsExtra(*target.number))
        plan.warnings.append(DialWarning::Premium);
    if (plan.callee.doNotCall)
        plan.warnings.append(DialWarning::DoNotCall);
    if (plan.localTime && !isDaytime(plan.localTime->time(), rules.daytimeFrom, rules.daytimeTo))
        plan.warnings.append(DialWarning::NightThere);
}

} // namespace

QString dialRouteName(DialRoute route)
{
    for (const auto &[each, name] : kRoutes) {
        if (each == route)
            return name;
    }
    Q_UNREACHABLE();
}

std::optional<DialRoute> dialRouteFromName(QStringView name)
{
    for (const auto &[route, each] : kRoutes) {
        if (each == name)
            return route;
    }
    return std::nullopt;
}

QString dialWarningName(DialWarning warning)
{
    switch (warning) {
    case DialWarning::Emergency:
        return u"emergency"_s;
    case DialWarning::Premium:
        return u"premium"_s;
    case DialWarning::DoNotCall:
        return u"do-not-call"_s;
    case DialWarning::NightThere:
        return u"night-there"_s;
    }
    Q_UNREACHABLE();
}

QString dialObstacleName(DialObstacle obstacle)
{
    switch (obstacle) {
    case DialObstacle::Opening:
        return u"opening"_s;
    case DialObstacle::NoProvider:
        return u"no-provider"_s;
    case DialObstacle::NoShortCodes:
        return u"no-short-codes"_s;
    case DialObstacle::Loop:
        return u"loop"_s;
    case DialObstacle::NoAgent:
        return u"no-agent"_s;
    }
    Q_UNREACHABLE();
}

DialPlan planDial(const DialTarget &target, const Callee &callee, const DialRules &rules, const QDateTime &now)
{
    DialPlan plan{.target = target, .callee = callee};
    if (target.number) {
        plan.willDial = internationalForm(*target.number);
        plan.place = placeOf(*target.number);
        plan.localTime = localTimeAt(plan.place, now);
    } else {
        plan.willDial = target.shortCode;
    }
    chooseRoute(plan, rules);
    if (plan.route == DialRoute::Provider)
        plan.callerId = rules.callerId;
    // What an agent does when the other side answers nobody can do for it.
    plan.extensionByHand = !target.extension.isEmpty() && plan.route != DialRoute::System && plan.route != DialRoute::AiAgent;
    findWarnings(plan, rules);
    return plan;
}

QUrl dialLink(const DialPlan &plan)
{
    const DialTarget &target = plan.target;
    const QString number = target.number ? target.number->e164() : target.shortCode;
    switch (plan.route) {
    case DialRoute::Provider:
    case DialRoute::AiAgent:
        return {};
    case DialRoute::RingCentralApp:
        // The app does not decode percent signs, so the plus has to arrive as it is.
        return QUrl(u"rcapp://r/call?number="_s + number, QUrl::StrictMode);
    case DialRoute::JustCallDialer:
        return QUrl(u"https://app.justcall.io/dialer?numbers="_s + QString::fromLatin1(QUrl::toPercentEncoding(number)), QUrl::StrictMode);
    case DialRoute::System:
        return QUrl(u"tel:"_s + number + (target.extension.isEmpty() ? QString() : u";ext="_s + target.extension), QUrl::StrictMode);
    }
    Q_UNREACHABLE();
}

} // namespace callcard
