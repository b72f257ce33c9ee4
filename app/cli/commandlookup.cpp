#include "cli.h"
#include "directoryreport.h"

#include <engine/directorycommands.h>

#include <callcard/phone.h>

namespace callcard::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostByName = 10;

/// In a word or two; the interface has sentences of its own.
QString reasonText(const Match &match)
{
    const QString day = match.reasonTime.isValid() ? match.reasonTime.toLocalTime().date().toString(Qt::ISODate) : QString();
    switch (match.reason) {
    case RankReason::PickedLastTime:
        return u"picked on %1"_s.arg(day);
    case RankReason::YourAccount:
        return u"your account"_s;
    case RankReason::RecentContact:
        return u"last contact %1"_s.arg(day);
    case RankReason::ActiveCustomer:
        return u"active customer"_s;
    case RankReason::OtherExtension:
        return match.reasonText.isEmpty() ? u"the number without an extension"_s : u"extension %1"_s.arg(match.reasonText);
    case RankReason::NoRecentContact:
        return day.isEmpty() ? u"no contact yet"_s : u"last contact %1"_s.arg(day);
    case RankReason::None:
        break;
    }
    return match.confidence == Confidence::OtherExtension && !match.reasonText.isEmpty() ? u"extension %1"_s.arg(match.reasonText)
                                                                                         : QString();
}

CallParty partyOf(const QString &text, const QString &region)
{
    CallParty party{.rawNumber = text};
    if (text.contains(u'@') && !text.startsWith("sip:"_L1, Qt::CaseInsensitive)) {
        party.email = text;
        party.rawNumber.clear();
    } else if (const auto parsed = parsePhone(text, region)) {
        party.number = parsed->number;
        party.extension = parsed->extension;
    } else if (std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isLetter(); })) {
        party.name = text;
    }
    return party;
}

/// What a person types as a name may be a part of one: then whoever has it.
Result<QList<Match>> everybody(const Directory &directory, const CallParty &party)
{
    const auto known = directory.lookUp(party);
    if (!known)
        return tl::unexpected(known.error());
    QList<Match> matches = known->facts + known->guesses;
    if (!matches.isEmpty() || party.name.isEmpty() || isWithheldText(party.name))
        return matches;
    const auto named = directory.search(party.name, kMostByName);
    if (!named)
        return tl::unexpected(named.error());
    for (const Customer &customer : *named)
        matches.append({.customer = customer, .confidence = Confidence::Name});
    return matches;
}

QStringList sourcesOf(const Customer &customer)
{
    QStringList sources;
    for (const CustomerOrigin &origin : customer.origins)
        sources += origin.source;
    sources.removeDuplicates();
    return sources;
}

Json sourcesJson(const Customer &customer)
{
    Json list = Json::array();
    for (const QString &source : sourcesOf(customer))
        list.push_back(source.toStdString());
    return list;
}

Json matchJson(const Match &match)
{
    Json numbers = Json::array();
    for (const CustomerNumber &number : match.customer.numbers) {
        if (number.number)
            numbers.push_back(number.number->e164().toStdString());
    }
    return {{"id", match.customer.id.text().toStdString()},
            {"name", match.customer.name.toStdString()},
            {"company", match.customer.company.toStdString()},
            {"email", match.customer.emails.value(0).toStdString()},
            {"numbers", numbers},
            {"sources", sourcesJson(match.customer)},
            {"confidence", confidenceName(match.confidence).toStdString()},
            {"reason", reasonText(match).toStdString()}};
}

Json answer(const QString &query, const CallParty &party, const QList<Match> &matches, const QDateTime &now)
{
    const PhonePlace place = party.number ? placeOf(*party.number) : PhonePlace{};
    const auto local = localTimeAt(place, now);
    Json list = Json::array();
    for (const Match &match : matches)
        list.push_back(matchJson(match));
    return {{"query", query.toStdString()},
            {"e164", party.number ? party.number->e164().toStdString() : std::string()},
            {"extension", party.extension.toStdString()},
            {"region", place.region.toStdString()},
            {"place", place.text.toStdString()},
            {"localTime", local ? local->toString(Qt::ISODate).toStdString() : std::string()},
            {"matches", list}};
}

void printHuman(const CallParty &party, const QList<Match> &matches, const QString &region, const QDateTime &now)
{
    if (party.number) {
        const PhonePlace place = placeOf(*party.number);
        const auto local = localTimeAt(place, now);
        QStringList parts{readableForm(*party.number, region), party.number->e164(), place.text,
                          local ? u"%1 there"_s.arg(local->toString(u"HH:mm"_s)) : QString()};
        parts.removeAll(QString());
        print(parts.join(u"  ·  "_s));
    }
    if (matches.isEmpty())
        print(u"Nobody in the directory."_s);
    for (const Match &match : matches) {
        const Customer &customer = match.customer;
        const QString who = customer.company.isEmpty() || customer.company == customer.name
                                ? customer.name
                                : u"%1, %2"_s.arg(customer.name, customer.company);
        // A guess never stands as if it was known.
        const QString line = isGuess(match.confidence) && match.confidence != Confidence::Name ? u"Perhaps %1"_s.arg(who) : who;
        const QString reason = reasonText(match);
        print(u"%1  (%2%3)"_s.arg(line, confidenceName(match.confidence), reason.isEmpty() ? QString() : QString(u", "_s + reason)));
        for (const CustomerNumber &number : customer.numbers) {
            const QString text = number.number ? readableForm(*number.number, region) : number.text;
            print(u"    %1 %2%3"_s.arg(number.label.leftJustified(8), text,
                                       number.extension.isEmpty() ? QString() : QString(u" ext. "_s + number.extension)));
        }
        for (const QString &email : customer.emails)
            print(u"    %1 %2"_s.arg(u"e-mail"_s.leftJustified(8), email));
        if (const QStringList sources = sourcesOf(customer); !sources.isEmpty())
            print(u"    %1 %2"_s.arg(u"from"_s.leftJustified(8), sources.join(u", "_s)));
    }
}

} // namespace

QCoro::Task<int> runLookup(Call call)
{
    const QString text = call.arguments.join(u' ').trimmed().left(200);
    if (text.isEmpty())
        co_return wrongUsage(u"Say whom to look up."_s, "lookup");
    const Preferences preferences({.file = call.profile.settingsFile, .policy = call.profile.policyFile});
    const QString region = preferences.value(settings::kUserRegion);
    SystemClock clock;
    // Read from the files: the tray program may be running, and need not be.
    const auto directory = Directory::open(call.profile.directoryFolder(), clock, Directory::Access::ReadOnly);
    if (!directory)
        co_return fail(because(u"The directory cannot be read"_s, directory.error()));
    (*directory)->setMe({.email = preferences.value(settings::kUserEmail)});
    (*directory)->setRegion(region);
    const CallParty party = partyOf(text, region);
    const auto matches = everybody(**directory, party);
    if (!matches)
        co_return fail(because(u"The directory cannot be read"_s, matches.error()));
    warnOfDamage(**directory);
    if (call.json)
        printJson(answer(text, party, *matches, clock.now()));
    else
        printHuman(party, *matches, region, clock.now());
    co_return kSuccess;
}

} // namespace callcard::cli
