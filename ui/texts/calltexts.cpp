#include <callcard/ui/calltexts.h>

#include <callcard/ui/terms.h>

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
struct CallTexts {
    Q_DECLARE_TR_FUNCTIONS(CallTexts)
};
} // namespace

QString callerName(const QString &customerName, const Call &call, const QString &numberForm)
{
    if (call.withheld)
        return terms::privateNumber();
    if (!customerName.isEmpty())
        return customerName;
    if (!numberForm.isEmpty())
        return numberForm;
    if (!call.remote.name.isEmpty())
        return call.remote.name;
    if (!call.remote.extension.isEmpty())
        //: A colleague's short number
        return CallTexts::tr("Extension %1").arg(call.remote.extension);
    return call.remote.rawNumber.isEmpty() ? CallTexts::tr("Unknown number") : call.remote.rawNumber;
}

QString callerDetail(const QString &customerName, const QString &company, const Call &call, const QString &place)
{
    if (call.withheld)
        //: The caller hides the number
        return CallTexts::tr("Withheld");
    if (!customerName.isEmpty())
        return company;
    if (call.internal)
        return CallTexts::tr("Colleague");
    QStringList parts{call.remote.name.isEmpty() || !call.remote.number ? terms::newCaller() : call.remote.name};
    if (!place.isEmpty())
        parts.append(place);
    return parts.join(u" · "_s);
}

QString callOutcomeText(const Call &call)
{
    const bool outgoing = call.direction == CallDirection::Outbound;
    if (call.isLive())
        return callStateText(call);
    switch (call.reason) {
    case EndReason::None:
    case EndReason::HungUp:
        if (call.wasAnswered())
            return outgoing ? CallTexts::tr("You called, answered") : CallTexts::tr("Answered");
        return outgoing ? CallTexts::tr("You called, no answer") : CallTexts::tr("Call ended");
    case EndReason::Missed:
        return outgoing ? CallTexts::tr("You called, no answer") : CallTexts::tr("Missed, caller hung up");
    case EndReason::Voicemail:
        return outgoing ? CallTexts::tr("You called, reached voicemail") : CallTexts::tr("Voicemail");
    case EndReason::Busy:
        return outgoing ? CallTexts::tr("You called, busy") : endReasonText(call);
    case EndReason::Failed:
        return outgoing ? CallTexts::tr("You called, call failed") : endReasonText(call);
    default:
        return endReasonText(call);
    }
}

} // namespace callcard::ui
