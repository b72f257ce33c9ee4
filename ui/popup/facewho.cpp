#include "cardface.h"
#include "cardwords.h"

#include <callcard/phone.h>
#include <callcard/ui/matchtexts.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/terms.h>

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kLongestName = 200;
constexpr int kMostChoices = 50;

ChipLook chipOf(Confidence confidence)
{
    if (isGuess(confidence))
        return {.kind = ChipKind::Dashed, .icon = u"question"_s, .text = confidenceText(confidence)};
    return {.icon = confidence == Confidence::Exact ? u"check"_s : QString(), .text = confidenceText(confidence)};
}

QString displayName(const Customer &customer)
{
    const QString name = cleaned(customer.name, kLongestName);
    return name.isEmpty() ? cleaned(customer.company, kLongestName) : name;
}

Person personOf(const Customer &customer)
{
    return {.id = customer.id.text(),
            .name = displayName(customer),
            .icon = customer.kind == CustomerKind::Company ? u"building"_s : QString()};
}

QString reasonOf(const Match &match, const CardOptions &options, const QDateTime &now)
{
    const QDate day = match.reasonTime.toLocalTime().date();
    switch (match.reason) {
    case RankReason::PickedLastTime:
        //: %1: first name, %2: date. Why one of several customers stands first
        return match.reasonTime.isValid()
                   ? CardWords::tr("You picked %1 last time, %2")
                         .arg(displayName(match.customer).section(u' ', 0, 0), options.times.shortDate(day, now.toLocalTime().date()))
                   : CardWords::tr("You picked this one last time");
    case RankReason::YourAccount:
        return CardWords::tr("Your account");
    case RankReason::RecentContact:
        return CardWords::tr("Last contact %1").arg(options.times.age(match.reasonTime, now));
    case RankReason::ActiveCustomer:
        return CardWords::tr("Active customer");
    case RankReason::OtherExtension:
        return CardWords::tr("Same number, extension %1").arg(cleaned(match.reasonText, 20));
    case RankReason::NoRecentContact:
        return match.reasonTime.isValid()
                   ? CardWords::tr("No call in %n month(s)", nullptr, std::max(1, static_cast<int>(match.reasonTime.daysTo(now) / 30)))
                   : CardWords::tr("No call yet");
    case RankReason::None:
        break;
    }
    return CardWords::tr("Same number");
}

void facePlace(CardFace &face, const CallParty &party, const QDateTime &now)
{
    if (!party.number)
        return;
    const PhonePlace place = placeOf(*party.number, QLocale().name().section(u'_', 0, 0));
    face.place = cleaned(place.text, 60);
    if (const auto local = localTimeAt(place, now); local && !place.zones.isEmpty())
        face.zone = place.zones.first();
}

void faceSeveral(CardFace &face, const Card &card, const CardOptions &options, const QDateTime &now)
{
    face.person = {.icon = u"people"_s};
    face.name = sharedNumberText(static_cast<int>(card.who.facts.size()));
    for (const Match &match : card.who.facts.first(std::min<qsizetype>(kMostChoices, card.who.facts.size()))) {
        face.choices += {.customer = match.customer.id,
                         .person = personOf(match.customer),
                         .name = displayName(match.customer),
                         .company = cleaned(match.customer.name.isEmpty() ? QString() : match.customer.company, kLongestName),
                         .reason = reasonOf(match, options, now)};
    }
}

void faceStranger(CardFace &face, const Card &card)
{
    const QString given = cleaned(card.call.remote.name, kLongestName);
    if (card.call.internal) {
        face.name = given.isEmpty() ? face.number : given;
        face.person = {.id = face.name, .name = face.name};
        face.company = CardWords::tr("Colleague");
        return;
    }
    face.name = face.number.isEmpty() ? CardWords::tr("Unknown number") : face.number;
    face.number.clear();
    face.company = nobodyText(card.who);
    face.tail = card.memory.firstCall ? CardWords::tr("first call") : QString();
    if (!card.who.guesses.isEmpty()) {
        const Match &guess = card.who.guesses.first();
        //: %1: whom we guess the caller belongs to
        face.guess = CardWords::tr("Perhaps %1").arg(displayName(guess.customer));
        face.guessIcon = guess.confidence == Confidence::Switchboard ? u"building"_s : u"person"_s;
        face.guessReason = guess.confidence == Confidence::Switchboard ? CardWords::tr("Same number block as its switchboard")
                                                                       : CardWords::tr("Similar name, another number");
    } else if (!given.isEmpty()) {
        face.guess = CardWords::tr("Perhaps %1").arg(given);
        face.guessIcon = u"person"_s;
        face.guessReason = CardWords::tr("The name the phone network sent");
    }
}
} // namespace

QString partyNumber(const CallParty &party, const QString &homeRegion)
{
    QString text = party.number ? readableForm(*party.number, homeRegion) : cleaned(party.rawNumber, 40);
    if (!party.extension.isEmpty()) {
        const QString extension = CardWords::tr("ext. %1").arg(cleaned(party.extension, 12));
        text = text.isEmpty() ? extension : text + u' ' + extension;
    }
    return text;
}

void faceWho(CardFace &face, const Card &card, const CardOptions &options, const QDateTime &now)
{
    const Call &call = card.call;
    if (call.withheld) {
        face.person = {.icon = u"person-hidden"_s};
        face.name = terms::privateNumber();
        face.sentence = CardWords::tr("The caller withheld the number, so it is never matched to anybody.");
        return;
    }
    face.number = partyNumber(call.remote, options.homeRegion);
    facePlace(face, call.remote, now);
    face.star = card.memory.star;
    if (const Customer *customer = knownCustomer(card)) {
        const Confidence confidence = card.who.facts.first().confidence;
        face.person = personOf(*customer);
        face.name = displayName(*customer);
        face.company = customer->name.isEmpty() ? QString() : cleaned(customer->company, kLongestName);
        face.chip = chipOf(confidence);
    } else if (!card.who.facts.isEmpty()) {
        faceSeveral(face, card, options, now);
    } else {
        faceStranger(face, card);
    }
    if (face.name.isEmpty()) // a record without a name, or one of blanks only
        face.name = face.number.isEmpty() ? CardWords::tr("Unknown number") : face.number;
    if (face.look == StateLook::Missed) {
        const qint64 rang = call.startedAt.secsTo(call.endedAt);
        if (call.startedAt.isValid() && call.endedAt.isValid() && rang > 0)
            face.lead = CardWords::tr("Rang %1").arg(summedLength(std::chrono::seconds(rang)));
        if (card.memory.callsToday > 1)
            face.tail = CardWords::tr("%n call(s) today", nullptr, card.memory.callsToday);
        face.place.clear(); // calling back is what counts now
        face.zone.clear();
        face.chip.reset();
    }
}

} // namespace callcard::ui
