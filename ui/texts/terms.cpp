#include <callcard/ui/terms.h>

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kLongestForeignWord = 40;

struct Terms {
    Q_DECLARE_TR_FUNCTIONS(Terms)
};
} // namespace

QString terms::newCaller()
{
    //: The number rings for the first time and nobody in the directory has it
    return Terms::tr("New caller");
}

QString terms::privateNumber()
{
    //: The caller withheld the number
    return Terms::tr("Private number");
}

QString terms::exactMatch()
{
    //: The whole number is stored with this customer
    return Terms::tr("Exact match");
}

QString terms::guess()
{
    //: Who is calling is inferred, not known
    return Terms::tr("Guess");
}

QString terms::notRead()
{
    //: A day or figure that could not be fetched; it is not zero
    return Terms::tr("Not read");
}

QString terms::testServer()
{
    //: Said wherever the program talks to a stand-in instead of the real service
    return Terms::tr("Test server");
}

QString callStateText(CallState state, CallDirection direction)
{
    switch (state) {
    case CallState::Ringing:
        //: Outgoing: the other phone has not answered yet
        return direction == CallDirection::Outbound ? Terms::tr("Calling") : Terms::tr("Ringing");
    case CallState::Active:
        return Terms::tr("On the call");
    case CallState::Held:
        return Terms::tr("On hold");
    case CallState::Ended:
        break;
    }
    return Terms::tr("Call ended");
}

QString callStateText(const Call &call)
{
    return call.isLive() ? callStateText(call.state, call.direction) : endReasonText(call);
}

QString endReasonText(const Call &call)
{
    switch (call.reason) {
    case EndReason::None:
    case EndReason::HungUp:
        return Terms::tr("Call ended");
    case EndReason::AnsweredElsewhere:
        //: %1: a colleague, or a device such as "your desk phone"
        return call.answeredBy.isEmpty() ? Terms::tr("Answered elsewhere") : Terms::tr("Answered by %1").arg(call.answeredBy);
    case EndReason::Missed:
        return call.direction == CallDirection::Outbound ? Terms::tr("Not reached") : Terms::tr("Missed, caller hung up");
    case EndReason::Busy:
        return Terms::tr("Busy");
    case EndReason::Declined:
        return Terms::tr("Declined");
    case EndReason::Voicemail:
        return call.direction == CallDirection::Outbound ? Terms::tr("Reached voicemail") : Terms::tr("Missed, left a voicemail");
    case EndReason::Failed:
        return Terms::tr("Call failed");
    case EndReason::Transferred:
        return call.answeredBy.isEmpty() ? Terms::tr("Transferred") : Terms::tr("Transferred to %1").arg(call.answeredBy);
    case EndReason::Unknown:
        break;
    }
    if (call.providerStatus == "handed-over"_L1 && call.source == "ai-agent"_L1)
        return Terms::tr("Handed to the AI agent");
    if (call.providerStatus == "handed-over"_L1)
        //: An outgoing call that another program was asked to dial
        return Terms::tr("Handed to another program");
    if (call.providerStatus == "unclear"_L1)
        //: An outgoing call of which nobody knows whether a phone rang
        return Terms::tr("Not known what became of it");
    return call.providerStatus.isEmpty() ? Terms::tr("Call ended") : call.providerStatus.left(kLongestForeignWord);
}

QString serviceName(const QString &id)
{
    // Names of products are not translated.
    if (id == "ringcentral"_L1)
        return u"RingCentral"_s;
    if (id == "justcall"_L1)
        return u"JustCall"_s;
    if (id == "firestore"_L1)
        return u"Firestore"_s;
    if (id == "copper"_L1)
        return u"Copper"_s;
    if (id == "twilio"_L1)
        return u"Twilio"_s;
    if (id == "callstream"_L1 || id == "relay"_L1)
        return Terms::tr("Team relay");
    if (id == "demo"_L1)
        return Terms::tr("Demo");
    return id.left(kLongestForeignWord);
}

} // namespace callcard::ui
