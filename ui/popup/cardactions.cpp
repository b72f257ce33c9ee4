#include <callcard/ui/cardvalues.h>

#include <QCoreApplication>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
struct CardActions {
    Q_DECLARE_TR_FUNCTIONS(CardActions)
};
} // namespace

std::optional<CardAction> cardAction(const QString &id)
{
    if (id == "ignore"_L1)
        return CardAction{.id = id,
                          .icon = u"bell-off"_s,
                          .name = CardActions::tr("Stop ringing here"),
                          .effect = CardActions::tr("A direct call goes to voicemail; from a queue, others can still answer")};
    if (id == "send-to-voicemail"_L1)
        return CardAction{.id = id,
                          .icon = u"voicemail"_s,
                          .name = CardActions::tr("Send to voicemail"),
                          .effect = CardActions::tr("Ends the ringing; if it came from a queue, for everybody in it")};
    if (id == "answer-on-device"_L1)
        return CardAction{.id = id,
                          .icon = u"device"_s,
                          .name = CardActions::tr("Answer on desk phone"),
                          .effect = CardActions::tr("Picks up on the phone that rings")};
    if (id == "hang-up"_L1)
        return CardAction{.id = id,
                          .icon = u"phone-end"_s,
                          .name = CardActions::tr("Hang up"),
                          .effect = CardActions::tr("Ends the call for both sides")};
    if (id == "hold"_L1)
        return CardAction{
            .id = id, .icon = u"pause"_s, .name = CardActions::tr("Hold"), .effect = CardActions::tr("The other side hears music")};
    if (id == "resume"_L1)
        return CardAction{
            .id = id, .icon = u"play"_s, .name = CardActions::tr("Take back"), .effect = CardActions::tr("You hear each other again")};
    if (id == "transfer"_L1)
        return CardAction{.id = id,
                          .icon = u"phone-forward"_s,
                          .name = CardActions::tr("Transfer…"),
                          .effect = CardActions::tr("Hands the call over at once, without asking there first")};
    if (id == "start-recording"_L1)
        return CardAction{.id = id,
                          .icon = u"target"_s,
                          .name = CardActions::tr("Record"),
                          .effect = CardActions::tr("Both sides hear that it is being recorded")};
    if (id == "stop-recording"_L1)
        return CardAction{.id = id,
                          .icon = u"target"_s,
                          .name = CardActions::tr("Stop recording"),
                          .effect = CardActions::tr("What was recorded until now is kept")};
    return std::nullopt;
}

QStringList outcomesOf(const CardOptions &options, const QString &source)
{
    return options.theirOutcomes.value(source, options.outcomes);
}

QStringList usualOutcomes()
{
    return {CardActions::tr("Interested"), CardActions::tr("Order placed"), CardActions::tr("Call again"), CardActions::tr("Not now")};
}

} // namespace callcard::ui
