#include <callcard/ui/decisiontexts.h>

#include <callcard/phone.h>
#include <callcard/ui/matchtexts.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/terms.h>

#include <QCoreApplication>
#include <QLocale>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kLate = 5s;               // what a rep notices: the phone rings and the screen does not
constexpr auto kMostBelievedDelay = 24h; // beyond, it is the clocks that differ
constexpr int kLongestName = 120;

struct DecisionTexts {
    Q_DECLARE_TR_FUNCTIONS(DecisionTexts)
};

QString clockText(QTime time)
{
    return QLocale().toString(time, QLocale::ShortFormat);
}

QString matchText(const PopDecision &decision)
{
    if (decision.withheld)
        return DecisionTexts::tr("Withheld, so nobody is matched");
    if (decision.matches > 1)
        return sharedNumberText(decision.matches);
    if (decision.unasked)
        return unaskedText();
    return decision.confidence ? confidenceText(*decision.confidence) : strangerText();
}

QString shownText(const PopDecision &decision)
{
    const QString match = matchText(decision);
    if (decision.test)
        //: %1: how sure the match is
        return DecisionTexts::tr("Test call: %1").arg(match);
    const auto delay = providerDelay(decision);
    if (delay && *delay > kLate)
        //: %1: "9.4"
        return DecisionTexts::tr("Arrived %1 s after it rang").arg(QLocale().toString(static_cast<double>(delay->count()) / 1000, 'f', 1));
    return match;
}

} // namespace

std::optional<std::chrono::milliseconds> providerDelay(const PopDecision &decision)
{
    if (decision.test || !decision.eventTime.isValid() || !decision.receivedAt.isValid())
        return std::nullopt;
    const std::chrono::milliseconds delay(decision.eventTime.msecsTo(decision.receivedAt));
    return delay < 0ms || delay > kMostBelievedDelay ? std::nullopt : std::optional(delay);
}

Verdict verdictOf(const PopDecision &decision)
{
    if (decision.digest)
        return Verdict::Digest;
    if (decision.reason == PopReason::SameCall)
        return Verdict::SameCall;
    if (decision.reason == PopReason::Late)
        return Verdict::Late;
    if (decision.reason != PopReason::Shown)
        return Verdict::NoCard;
    const auto delay = providerDelay(decision);
    return delay && *delay > kLate ? Verdict::Late : Verdict::Card;
}

QString verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Card:
        return DecisionTexts::tr("Card");
    case Verdict::Digest:
        return DecisionTexts::tr("In the digest");
    case Verdict::NoCard:
        return DecisionTexts::tr("No card");
    case Verdict::Late:
        return DecisionTexts::tr("Late");
    case Verdict::SameCall:
        return DecisionTexts::tr("Same call");
    }
    Q_UNREACHABLE();
}

QString verdictIcon(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Card:
        return u"check"_s;
    case Verdict::Digest:
        return u"moon"_s;
    case Verdict::NoCard:
        return u"bell-off"_s;
    case Verdict::Late:
        return u"clock"_s;
    case Verdict::SameCall:
        return u"merge"_s;
    }
    Q_UNREACHABLE();
}

QString becauseText(const PopDecision &decision, const PopRules &rules)
{
    switch (decision.reason) {
    case PopReason::Shown:
        return shownText(decision);
    case PopReason::ModeOff:
        return rules.mode == PopMode::Off || decision.lineName.isEmpty()
                   ? DecisionTexts::tr("Cards are off")
                   : DecisionTexts::tr("Cards are off for the line “%1”").arg(cleaned(decision.lineName, kLongestName));
    case PopReason::BadgeOnly:
        return DecisionTexts::tr("Only the tray’s badge, set by you");
    case PopReason::PausedByRep:
        return DecisionTexts::tr("Quiet for an hour, set by you");
    case PopReason::QuietHours:
        //: %1, %2: times of day
        return DecisionTexts::tr("Quiet time %1 – %2, set by you").arg(clockText(rules.quietFrom), clockText(rules.quietTo));
    case PopReason::DoNotDisturb:
        return DecisionTexts::tr("The desktop was set to do not disturb");
    case PopReason::OutgoingOff:
        return DecisionTexts::tr("Cards for outgoing calls are off");
    case PopReason::InternalOff:
        return DecisionTexts::tr("A colleague’s call");
    case PopReason::OwnPhone:
        return DecisionTexts::tr("Your own phone, for a call that you placed");
    case PopReason::Late:
        return DecisionTexts::tr("Reported long after it rang");
    case PopReason::OverAlready:
        return DecisionTexts::tr("It was over before we heard of it");
    case PopReason::SameCall:
        //: %1: a service, "JustCall"
        return DecisionTexts::tr("Reported by %1 too, already shown").arg(serviceName(decision.source));
    }
    Q_UNREACHABLE();
}

QString decidingSetting(const PopDecision &decision)
{
    switch (decision.reason) {
    case PopReason::ModeOff:
    case PopReason::BadgeOnly:
        return u"card/mode"_s;
    case PopReason::QuietHours:
        return u"card/quietHours"_s;
    case PopReason::DoNotDisturb:
        return u"card/followDoNotDisturb"_s;
    case PopReason::OutgoingOff:
        return u"card/outgoing"_s;
    default:
        return {};
    }
}

QString settingButtonText(const PopDecision &decision)
{
    switch (decision.reason) {
    case PopReason::ModeOff:
    case PopReason::BadgeOnly:
        return DecisionTexts::tr("Change when cards show…");
    case PopReason::QuietHours:
        return DecisionTexts::tr("Change quiet time…");
    case PopReason::DoNotDisturb:
        return DecisionTexts::tr("Change do not disturb…");
    case PopReason::OutgoingOff:
        return DecisionTexts::tr("Change outgoing cards…");
    default:
        return {};
    }
}

QString whoText(const PopDecision &decision, const QString &homeRegion)
{
    if (decision.withheld)
        return terms::privateNumber();
    if (decision.matches > 1)
        return sharedNumberText(decision.matches);
    if (!decision.customerName.isEmpty())
        return cleaned(decision.customerName, kLongestName);
    if (decision.caller.number)
        return readableForm(*decision.caller.number, homeRegion);
    const QString raw = cleaned(decision.caller.rawNumber.isEmpty() ? decision.caller.extension : decision.caller.rawNumber, 40);
    return raw.isEmpty() ? DecisionTexts::tr("Unknown number") : raw;
}

} // namespace callcard::ui
