#include <callcard/ui/notificationtexts.h>

#include <callcard/phone.h>
#include <callcard/ui/matchtexts.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/terms.h>

#include <QCoreApplication>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLongestName = 80;
constexpr int kLongestLine = 160;

struct NotificationWords {
    Q_DECLARE_TR_FUNCTIONS(NotificationWords)
};

QString numberOf(const CallParty &party, const QString &homeRegion)
{
    const QString number = party.number ? readableForm(*party.number, homeRegion) : cleaned(party.rawNumber, 40);
    return number.isEmpty() ? cleaned(party.extension, 12) : number;
}

/// Only somebody who is the only one, or was chosen, gives a card its name.
const Match *known(const Card &card)
{
    return !card.who.facts.isEmpty() && (card.who.facts.size() == 1 || card.who.learned) ? &card.who.facts.first() : nullptr;
}

QString nameOf(const Customer &customer)
{
    const QString name = cleaned(customer.name, kLongestName);
    const QString company = cleaned(customer.company, kLongestName);
    if (name.isEmpty() || company.isEmpty())
        return name.isEmpty() ? company : name;
    return name + u" · "_s + company;
}

} // namespace

NotificationTexts notificationTexts(const Card &card, const QString &homeRegion)
{
    const Call &call = card.call;
    const QString number = call.withheld ? QString() : numberOf(call.remote, homeRegion);
    const Match *match = known(card);
    NotificationTexts texts{.urgent = call.state == CallState::Ringing};

    QString state = callStateText(call);
    if (card.test)
        state = NotificationWords::tr("Test call");
    texts.lines.append(call.lineName.isEmpty() ? state : state + u" · "_s + cleaned(call.lineName, kLongestName));
    if (call.withheld) {
        texts.summary = terms::privateNumber();
    } else if (match) {
        texts.summary = nameOf(match->customer);
        texts.lines.append(number + u" · "_s + confidenceText(match->confidence));
    } else if (!card.who.facts.isEmpty()) {
        texts.summary = sharedNumberText(static_cast<int>(card.who.facts.size()));
        texts.lines.append(number);
    } else {
        texts.summary = number;
        texts.lines.append(nobodyText(card.who));
    }
    if (texts.summary.isEmpty())
        texts.summary = number.isEmpty() ? NotificationWords::tr("Unknown number") : number;
    if (card.memory.promise)
        //: %1: what was promised to this customer
        texts.lines.append(NotificationWords::tr("Promised: %1").arg(cleaned(card.memory.promise->text, kLongestLine)));

    if (match)
        texts.actions << notification::kDefault << NotificationWords::tr("Open customer") << notification::kOpen
                      << NotificationWords::tr("Open customer");
    // In the order of their use: a desktop may show no more than the first few.
    const bool missed = call.reason == EndReason::Missed || call.reason == EndReason::Voicemail;
    const bool numbered = !call.withheld && call.remote.number;
    if (!call.isLive() && numbered)
        texts.actions << notification::kCallBack << NotificationWords::tr("Call back");
    if (!call.isLive() && numbered && missed)
        //: Puts a missed call aside for a while
        texts.actions << notification::kLater << NotificationWords::tr("Later");
    texts.actions << notification::kNote << NotificationWords::tr("Note");
    if (numbered && !call.internal && card.who.facts.isEmpty() && !card.who.problem)
        texts.actions << notification::kAdd << NotificationWords::tr("Add customer") << notification::kLink
                      << NotificationWords::tr("Link to existing");
    if (numbered)
        texts.actions << notification::kCopy << NotificationWords::tr("Copy number");
    return texts;
}

NotificationTexts digestTexts(const QList<DigestLine> &calls, const QStringList &writers)
{
    const auto line = [](const QString &count, const QStringList &names) {
        return names.isEmpty() ? count : cleaned(QString(count + u": "_s + names.join(u", "_s)), kLongestLine);
    };
    int times = 0;
    QStringList names;
    for (const DigestLine &line : calls) {
        times += line.times;
        const QString name = cleaned(line.customerName, kLongestName);
        if (!name.isEmpty())
            names.append(name);
    }
    NotificationTexts texts{.summary = NotificationWords::tr("While you were quiet")};
    if (times > 0)
        texts.lines.append(line(NotificationWords::tr("%n missed call(s)", nullptr, times), names));
    QStringList wrote;
    for (const QString &writer : writers) {
        const QString name = cleaned(writer, kLongestName);
        if (!name.isEmpty() && !wrote.contains(name))
            wrote.append(name);
    }
    if (!writers.isEmpty())
        texts.lines.append(line(NotificationWords::tr("%n text(s)", nullptr, static_cast<int>(writers.size())), wrote));
    return texts;
}

NotificationTexts reminderTexts(const QList<Reminder> &due, const QString &homeRegion)
{
    QStringList names;
    for (const Reminder &reminder : due) {
        const QString customer = nameOf({.name = reminder.customer.name, .company = reminder.customer.company});
        const QString name = customer.isEmpty() ? cleaned(reminder.party.name, kLongestName) : customer;
        const QString number = numberOf(reminder.party, homeRegion);
        names.append(name.isEmpty() ? (number.isEmpty() ? NotificationWords::tr("Unknown number") : number) : name);
    }
    if (due.size() != 1)
        return {.summary = NotificationWords::tr("%n call(s) to make now", nullptr, static_cast<int>(due.size())),
                .lines = {cleaned(names.join(u", "_s), kLongestLine)}};
    const QString number = numberOf(due.first().party, homeRegion);
    //: A reminder; %1: whom the rep wanted to call now, a name or a number
    return {.summary = NotificationWords::tr("Time to call %1").arg(names.first()),
            .lines = {number == names.first() ? NotificationWords::tr("You asked to be reminded.") : number}};
}

NotificationTexts awayTexts(int calls)
{
    return {.summary = NotificationWords::tr("%n call(s) while offline", nullptr, calls),
            .lines = {NotificationWords::tr("They are in the history.")}};
}

} // namespace callcard::ui
