#include "cardface.h"
#include "cardwords.h"

#include <callcard/ui/outsidetext.h>

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr qsizetype kMostActions = 12;

CardButton openButton(const QString &name)
{
    return {.wish = Wish::OpenCustomer,
            .text = CardWords::tr("Open customer"),
            .icon = u"person"_s,
            .key = u"Enter"_s,
            .spoken = CardWords::tr("Open customer %1").arg(name)};
}

CardButton noteButton()
{
    return {.wish = Wish::Note, .text = CardWords::tr("Note"), .icon = u"note"_s, .key = u"N"_s};
}

CardButton copyButton()
{
    return {.wish = Wish::CopyNumber, .text = CardWords::tr("Copy number"), .icon = u"copy"_s, .key = u"C"_s};
}

CardButton callBackButton()
{
    return {.wish = Wish::CallBack, .text = CardWords::tr("Call back"), .icon = u"phone"_s, .key = u"B"_s};
}

CardButton remindButton()
{
    return {.wish = Wish::Remind, .text = CardWords::tr("Remind me…"), .icon = u"snooze"_s, .key = u"R"_s};
}

CardButton addButton()
{
    return {.wish = Wish::AddCustomer, .text = CardWords::tr("Add customer"), .icon = u"person-add"_s, .key = u"Enter"_s};
}

CardButton linkButton()
{
    return {.wish = Wish::LinkExisting, .text = CardWords::tr("Link to existing"), .icon = u"link"_s};
}

/// Which of the buttons the card is about; the menu takes the rest.
void ringingButtons(CardFace &face, const Card &card)
{
    if (card.call.withheld) {
        face.buttons = {noteButton()};
        return;
    }
    face.primary = true;
    if (knownCustomer(card)) {
        CardButton copy = copyButton();
        copy.iconOnly = true;
        face.buttons = {openButton(face.name), noteButton(), copy};
    } else if (!face.choices.isEmpty()) {
        CardButton open = openButton({}); // its text follows the selected row
        face.buttons = {open, {.wish = Wish::NoneOfThese, .text = CardWords::tr("None of these")}};
    } else if (!isStranger(card)) { // a colleague, or somebody about whom the directory could not be asked
        face.primary = false;
        face.buttons = {noteButton()};
    } else {
        face.buttons = {addButton(), linkButton()};
    }
}

void endedButtons(CardFace &face, const Card &card, const CardOptions &options)
{
    const bool known = knownCustomer(card);
    if (face.look == StateLook::Missed) {
        if (options.canCall && !card.call.withheld && (card.call.remote.number || !card.call.remote.extension.isEmpty())) {
            face.primary = true;
            CardButton call = callBackButton();
            call.key = u"Enter"_s;
            call.spoken = CardWords::tr("Call back %1").arg(face.name);
            face.buttons += call;
        }
        if (options.canRemind && !card.call.withheld)
            //: Puts a missed call aside for a while
            face.buttons += {.wish = Wish::Remind, .text = CardWords::tr("Later"), .icon = u"snooze"_s, .key = u"R"_s};
        face.buttons += noteButton();
        return;
    }
    // Somebody else talks to them: look. I talked: write.
    if (card.call.reason == EndReason::AnsweredElsewhere && !card.call.answeredBy.isEmpty() && known)
        face.buttons = {{.wish = Wish::OpenCustomer,
                         .text = CardWords::tr("Open"),
                         .key = u"Enter"_s,
                         .spoken = CardWords::tr("Open customer %1").arg(face.name)}};
    else
        face.buttons = {noteButton()};
}

void menuOf(CardFace &face, const Card &card, const CardOptions &options, const CardExtras &extras)
{
    const auto shown = [&face](Wish wish) {
        return std::any_of(face.buttons.cbegin(), face.buttons.cend(), [wish](const CardButton &button) { return button.wish == wish; });
    };
    if (card.call.isLive()) {
        for (const CardAction &action : extras.actions.first(std::min(kMostActions, extras.actions.size())))
            face.menu += {.wish = Wish::Action,
                          .text = cleaned(action.name, 60),
                          .icon = action.icon,
                          .effect = cleaned(action.effect, 120),
                          .id = action.id};
    }
    const bool numbered = !card.call.withheld && (card.call.remote.number || !card.call.remote.rawNumber.isEmpty());
    if (options.canRemind && !card.call.withheld && !shown(Wish::Remind))
        face.menu += remindButton();
    if (numbered)
        face.menu += copyButton();
    if (options.canCall && numbered && !card.call.isLive() && !shown(Wish::CallBack))
        face.menu += callBackButton();
    if (!shown(Wish::Note) && !face.writesNotes)
        face.menu += noteButton();
    if (knownCustomer(card) && !shown(Wish::OpenCustomer))
        face.menu += openButton(face.name);
    if (options.crm && knownCustomer(card))
        face.menu += {.wish = Wish::OpenInCrm, .text = CardWords::tr("Open in CRM"), .icon = u"external"_s, .key = u"⇧↵"_s};
    if (isStranger(card)) {
        if (!shown(Wish::AddCustomer))
            face.menu += addButton();
        if (!shown(Wish::LinkExisting))
            face.menu += linkButton();
    }
    if (card.who.learned)
        face.menu += {.wish = Wish::UndoChoice,
                      .text = CardWords::tr("Undo your choice"),
                      .icon = u"unlink"_s,
                      .effect = CardWords::tr("Show everybody with this number next time")};
}
} // namespace

void faceButtons(CardFace &face, const Card &card, const CardOptions &options, const CardExtras &extras)
{
    const Call &call = card.call;
    if (!call.isLive()) {
        endedButtons(face, card, options);
    } else if (call.state == CallState::Ringing && call.direction == CallDirection::Outbound) {
        if (extras.cancellable)
            face.buttons += {.wish = Wish::CancelCall, .text = CardWords::tr("Cancel call"), .icon = u"phone-end"_s};
        if (knownCustomer(card))
            face.buttons += openButton(face.name);
        else if (isStranger(card))
            face.buttons += addButton();
    } else if (call.state == CallState::Ringing || !face.choices.isEmpty()) {
        ringingButtons(face, card);
    } else {
        face.buttons.clear(); // on the call: the note and the outcomes are what it is about; the menu has the rest
    }
    menuOf(face, card, options, extras);
}

} // namespace callcard::ui
