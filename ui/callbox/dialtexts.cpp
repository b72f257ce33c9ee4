#include <callcard/ui/dialtexts.h>

#include <callcard/ui/errortexts.h>
#include <callcard/ui/outsidetext.h>

#include <QCoreApplication>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct DialTexts {
    Q_DECLARE_TR_FUNCTIONS(callcard::ui::DialTexts)
};

QString clockThere(const DialPlan &plan, const QLocale &locale)
{
    return plan.localTime ? locale.toString(plan.localTime->time(), QLocale::ShortFormat) : QString();
}

} // namespace

QString dialRouteEffect(DialRoute route, const QString &name)
{
    switch (route) {
    case DialRoute::Provider:
        if (!name.isEmpty())
            //: %1: first name of who is being called
            return DialTexts::tr("Your phone rings first, then %1").arg(isolated(name));
        return DialTexts::tr("Your phone rings first, then theirs");
    case DialRoute::RingCentralApp:
        return DialTexts::tr("The RingCentral app dials");
    case DialRoute::JustCallDialer:
        return DialTexts::tr("JustCall’s dialer opens; press call there");
    case DialRoute::System:
        return DialTexts::tr("This computer’s phone program dials");
    case DialRoute::AiAgent:
        if (!name.isEmpty())
            //: %1: first name of who is being called
            return DialTexts::tr("An AI agent calls %1 and talks, not you").arg(isolated(name));
        return DialTexts::tr("An AI agent calls and talks, not you");
    }
    Q_UNREACHABLE();
}

QString dialRouteLabel(DialRoute route)
{
    switch (route) {
    case DialRoute::Provider:
        return DialTexts::tr("My phone");
    case DialRoute::RingCentralApp:
        return DialTexts::tr("RingCentral app");
    case DialRoute::JustCallDialer:
        return DialTexts::tr("JustCall dialer");
    case DialRoute::System:
        return DialTexts::tr("Phone program of this computer");
    case DialRoute::AiAgent:
        return DialTexts::tr("AI agent");
    }
    Q_UNREACHABLE();
}

QString usualCallerText()
{
    //: The caller id, where none was chosen
    return DialTexts::tr("my usual number");
}

QString willDialText(const DialPlan &plan, const QLocale &locale)
{
    const QString number = numberRun(plan.willDial);
    // With a warning it will not be dialled just so.
    QString text = plan.warnings.isEmpty() ? DialTexts::tr("Will dial %1").arg(number) : number;
    if (!plan.target.extension.isEmpty() && !plan.extensionByHand && plan.route == DialRoute::System)
        text += u' ' + DialTexts::tr("ext. %1").arg(numberRun(plan.target.extension));
    if (const QString byHand = typedAfterText(plan); !byHand.isEmpty())
        //: %1 is an extension's digits, or tones. The way chosen cannot dial them.
        text += u" · "_s + DialTexts::tr("then type %1 yourself").arg(numberRun(byHand));
    const QString clock = clockThere(plan, locale);
    if (!plan.place.text.isEmpty() && !clock.isEmpty()) {
        //: Place and the time of day in it: "Toronto, 2:15 PM there"
        text += u" · "_s + DialTexts::tr("%1, %2 there").arg(plan.place.text, clock);
    } else if (!plan.place.text.isEmpty()) {
        text += u" · "_s + plan.place.text;
    }
    return text;
}

QString typedAfterText(const DialPlan &plan)
{
    if (plan.route == DialRoute::AiAgent)
        return {}; // nobody of us is on the call
    QStringList parts;
    if (plan.extensionByHand)
        parts.append(plan.target.extension);
    QString tones; // pauses are a machine's; a person hears when to go on
    for (const QChar c : plan.target.afterDial) {
        if (c.isDigit() || c == u'*' || c == u'#')
            tones += c;
    }
    if (!tones.isEmpty())
        parts.append(tones);
    return parts.join(", "_L1);
}

QString extensionText(const QString &extension)
{
    return DialTexts::tr("extension %1").arg(numberRun(extension));
}

DialNotice warningText(DialWarning warning, const DialPlan &plan, const DialRules &rules, const QLocale &locale)
{
    switch (warning) {
    case DialWarning::Emergency:
        return {DialTexts::tr("This is an emergency number."), DialTexts::tr("In danger, use the nearest phone; it is faster.")};
    case DialWarning::Premium:
        return {DialTexts::tr("This number costs extra."), DialTexts::tr("Whoever answers earns on the call.")};
    case DialWarning::DoNotCall:
        return {DialTexts::tr("On the do-not-call list."), DialTexts::tr("This customer asked not to be called.")};
    case DialWarning::NightThere: {
        const QString from = locale.toString(rules.daytimeFrom, QLocale::ShortFormat);
        const QString to = locale.toString(rules.daytimeTo, QLocale::ShortFormat);
        return {DialTexts::tr("It is %1 there.").arg(clockThere(plan, locale)),
                DialTexts::tr("You asked to be warned outside %1 to %2.").arg(from, to)};
    }
    }
    Q_UNREACHABLE();
}

DialNotice obstacleText(DialObstacle obstacle)
{
    switch (obstacle) {
    case DialObstacle::Opening:
        return {DialTexts::tr("Callcard is just starting."), DialTexts::tr("In a moment it knows whether your phone service can dial.")};
    case DialObstacle::NoProvider:
        return {DialTexts::tr("No connected phone service can dial."),
                DialTexts::tr("Connect RingCentral, or choose another way here or in Settings.")};
    case DialObstacle::NoShortCodes:
        return {DialTexts::tr("Short numbers cannot be dialled from here."), DialTexts::tr("Dial it on your phone.")};
    case DialObstacle::Loop:
        return {DialTexts::tr("Phone links open Callcard itself."), DialTexts::tr("Choose another way to dial in Settings.")};
    case DialObstacle::NoAgent:
        return {DialTexts::tr("The relay has no AI agent that calls."), DialTexts::tr("Choose another way here or in Settings.")};
    }
    Q_UNREACHABLE();
}

QString alreadyCallingText(const QString &name)
{
    return DialTexts::tr("Already calling %1.").arg(isolated(name));
}

QString askingText(const QString &service)
{
    return service.isEmpty() ? DialTexts::tr("Opening the program…") : DialTexts::tr("Asking %1…").arg(service);
}

DialNotice dialFailureText(const Error &error, DialRoute route, const QString &service, const QDateTime &now)
{
    if (error.detail == dialObstacleName(DialObstacle::Loop))
        return obstacleText(DialObstacle::Loop);
    if (error.detail == dialObstacleName(DialObstacle::NoProvider))
        return obstacleText(DialObstacle::NoProvider);
    if (error.detail == dialObstacleName(DialObstacle::NoAgent))
        return obstacleText(DialObstacle::NoAgent);
    if (route != DialRoute::Provider && route != DialRoute::AiAgent) {
        //: %1: "RingCentral app", "Phone program of this computer"
        return {DialTexts::tr("%1: nothing on this computer opens its links.").arg(dialRouteLabel(route)),
                DialTexts::tr("Install it, or choose another way in Settings.")};
    }
    const ErrorText text = errorText(error, service, now);
    switch (error.kind) {
    case ErrorKind::TimedOut:
    case ErrorKind::ServerFault:
    case ErrorKind::BadPayload:
        return {text.happened, route == DialRoute::AiAgent
                                   ? DialTexts::tr("The agent may call all the same: look at the recent calls before you try again.")
                                   : DialTexts::tr("Your phone may ring all the same: look before you try again.")};
    case ErrorKind::RateLimited:
        return {text.happened, DialTexts::tr("The call was not placed; call again then.")};
    case ErrorKind::SignInNeeded:
        return {text.happened, DialTexts::tr("The call was not placed. Sign in under Settings, then call again.")};
    case ErrorKind::Offline:
        return {text.happened, DialTexts::tr("The call was not placed.")};
    default:
        return {text.happened, text.remedy};
    }
}

DialNotice dialOutcomeText(const DialProgress &progress, const QString &name, const QString &service)
{
    switch (progress.mine) {
    case LegProgress::Busy:
        return {DialTexts::tr("Your own phone was busy."), DialTexts::tr("%1 was not called.").arg(isolated(name))};
    case LegProgress::NoAnswer:
        return {DialTexts::tr("Your own phone was not picked up."), DialTexts::tr("%1 was not called.").arg(isolated(name))};
    case LegProgress::Rejected:
        return {DialTexts::tr("Your own phone declined the call."), DialTexts::tr("%1 was not called.").arg(isolated(name))};
    case LegProgress::Failed:
        return {DialTexts::tr("%1 could not ring your own phone.").arg(service),
                DialTexts::tr("Check in its settings which phone it rings for you; %1 was not called.").arg(isolated(name))};
    default:
        break;
    }
    switch (progress.theirs) {
    case LegProgress::Busy:
        return {DialTexts::tr("%1 is busy.").arg(isolated(name)), {}};
    case LegProgress::NoAnswer:
        return {DialTexts::tr("%1 did not answer.").arg(isolated(name)), {}};
    case LegProgress::Rejected:
        return {DialTexts::tr("%1 declined the call.").arg(isolated(name)), {}};
    case LegProgress::Failed:
        return {DialTexts::tr("%1 could not call %2.").arg(service, isolated(name)),
                DialTexts::tr("The number may be wrong, or your account lacks the credit or the right to call there.")};
    default:
        return {};
    }
}

QString notCancelledText()
{
    return DialTexts::tr("The call could not be cancelled; put down your phone.");
}

QString phoneProblemText(PhoneProblem problem)
{
    switch (problem) {
    case PhoneProblem::Empty:
        return DialTexts::tr("Type a number or a name.");
    case PhoneProblem::Withheld:
        return DialTexts::tr("The caller hid the number, so there is nothing to dial.");
    case PhoneProblem::Letters:
    case PhoneProblem::NotANumber:
        return DialTexts::tr("There is no phone number in this text.");
    case PhoneProblem::SeveralNumbers:
        return DialTexts::tr("These are several numbers; choose one.");
    case PhoneProblem::Scientific:
        return DialTexts::tr("A spreadsheet cut this number’s digits; take it from the source.");
    case PhoneProblem::ShortCode:
        return DialTexts::tr("A short number works in its own network only.");
    case PhoneProblem::AreaCodeMissing:
        return DialTexts::tr("The area code is missing.");
    case PhoneProblem::TooShort:
        return DialTexts::tr("The number is too short.");
    case PhoneProblem::TooLong:
        return DialTexts::tr("That is too long for a number.");
    case PhoneProblem::RegionMissing:
        return DialTexts::tr("Start with + and the country’s code, or set your region in Settings.");
    case PhoneProblem::UnknownCountry:
        return DialTexts::tr("No country has this code.");
    case PhoneProblem::NotInUse:
        return DialTexts::tr("Nobody can have this number in its country.");
    }
    Q_UNREACHABLE();
}

} // namespace callcard::ui
