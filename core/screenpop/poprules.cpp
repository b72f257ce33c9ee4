#include <callcard/poprules.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A line is known by its name or by its number, whichever the rule names.
PopMode modeOf(const Call &call, const PopRules &rules)
{
    if (const auto byName = rules.byLine.constFind(call.lineName); byName != rules.byLine.constEnd())
        return *byName;
    return call.local.number ? rules.byLine.value(call.local.number->e164(), rules.mode) : rules.mode;
}

} // namespace

std::optional<QuietSpan> quietSpan(const PopRules &rules, const QDateTime &now)
{
    if (!rules.quietHours || !rules.quietFrom.isValid() || !rules.quietTo.isValid() || rules.quietFrom == rules.quietTo)
        return std::nullopt;
    const QDateTime local = now.toTimeZone(rules.zone);
    const QTime time = local.time();
    const bool overNight = rules.quietFrom > rules.quietTo;
    const bool quiet = overNight ? (time >= rules.quietFrom || time < rules.quietTo) : (time >= rules.quietFrom && time < rules.quietTo);
    if (!quiet)
        return std::nullopt;
    const bool sinceYesterday = overNight && time < rules.quietTo;
    const QDate first = sinceYesterday ? local.date().addDays(-1) : local.date();
    const QDate last = overNight ? first.addDays(1) : first;
    return QuietSpan{.from = QDateTime(first, rules.quietFrom, rules.zone).toUTC(),
                     .until = QDateTime(last, rules.quietTo, rules.zone).toUTC()};
}

std::optional<QDateTime> quietUntil(const PopRules &rules, const QDateTime &now)
{
    const std::optional<QuietSpan> span = quietSpan(rules, now);
    return span ? std::optional(span->until) : std::nullopt;
}

bool isToldLate(const PopRules &rules, const QDateTime &happened, const QDateTime &now)
{
    return happened.isValid() && now.isValid() && happened.secsTo(now) >= rules.lateAfterSeconds;
}

PopVerdict judge(const Call &call, const PopRules &rules, const PopSituation &situation)
{
    const PopMode mode = modeOf(call, rules);
    const auto no = [mode](PopReason reason, bool digest = false) { return PopVerdict{.reason = reason, .mode = mode, .digest = digest}; };
    if (call.ownRingOutLeg)
        return no(PopReason::OwnPhone);
    if (call.direction == CallDirection::Outbound && !rules.outgoing)
        return no(PopReason::OutgoingOff);
    if (call.internal && !rules.internal)
        return no(PopReason::InternalOff);
    if (mode == PopMode::Off)
        return no(PopReason::ModeOff);

    // A call that the rep places shows its card in quiet times as well: it was asked for.
    const bool incoming = call.direction == CallDirection::Inbound;
    if (incoming && situation.pausedUntil && situation.now < *situation.pausedUntil)
        return no(PopReason::PausedByRep, true);
    const bool lifted = situation.hoursLifted.isValid() && situation.now < situation.hoursLifted;
    if (incoming && !lifted && quietUntil(rules, situation.now))
        return no(PopReason::QuietHours, true);
    if (incoming && situation.doNotDisturb)
        return no(PopReason::DoNotDisturb, true);
    if (mode == PopMode::Badge)
        return no(PopReason::BadgeOnly);
    return {.reason = PopReason::Shown, .mode = mode};
}

QString popReasonName(PopReason reason)
{
    switch (reason) {
    case PopReason::Shown:
        return u"shown"_s;
    case PopReason::ModeOff:
        return u"mode-off"_s;
    case PopReason::BadgeOnly:
        return u"badge-only"_s;
    case PopReason::PausedByRep:
        return u"paused"_s;
    case PopReason::QuietHours:
        return u"quiet-hours"_s;
    case PopReason::DoNotDisturb:
        return u"do-not-disturb"_s;
    case PopReason::OutgoingOff:
        return u"outgoing-off"_s;
    case PopReason::InternalOff:
        return u"internal-off"_s;
    case PopReason::OwnPhone:
        return u"own-phone"_s;
    case PopReason::Late:
        return u"late"_s;
    case PopReason::OverAlready:
        return u"over-already"_s;
    case PopReason::SameCall:
        return u"same-call"_s;
    }
    Q_UNREACHABLE();
}

} // namespace callcard
