#include "accountwire.h"

#include <QTimeZone>

#include <algorithm>

namespace callcard::ringcentral {

using namespace Qt::Literals::StringLiterals;
using wire::array;
using wire::asText;
using wire::flag;
using wire::integer;
using wire::member;
using wire::text;

namespace {

bool isOneOf(const Json &words, QLatin1StringView wanted)
{
    return std::any_of(words.begin(), words.end(), [&](const Json &word) { return asText(word, 64) == wanted; });
}

bool hasNextPage(const Json &page)
{
    return member(member(page, "navigation"), "nextPage").is_object();
}

/// The vendor's own name ("US/Mountain") where the system knows it, else what it calls the description.
QString zoneOf(const Json &extension)
{
    const Json &zone = member(member(extension, "regionalSettings"), "timezone");
    for (const char *field : {"description", "name"}) {
        const QString name = text(zone, field, 64);
        if (!name.isEmpty() && QTimeZone::isTimeZoneIdAvailable(name.toUtf8()))
            return name;
    }
    return {};
}

} // namespace

QList<OwnNumber> numbersFrom(const Json &list)
{
    QList<OwnNumber> numbers;
    for (const Json &record : array(list, "records")) {
        const Json &features = array(record, "features");
        OwnNumber number{.number = text(record, "phoneNumber", 64),
                         .label = text(record, "label", 128),
                         .showsAsCaller = isOneOf(features, "CallerId"_L1),
                         .sendsTexts = isOneOf(features, "SmsSender"_L1),
                         .primary = flag(record, "primary")};
        if (!number.number.isEmpty())
            numbers.append(std::move(number));
    }
    std::stable_sort(numbers.begin(), numbers.end(), [](const OwnNumber &a, const OwnNumber &b) { return a.primary && !b.primary; });
    return numbers;
}

std::optional<QString> deviceFrom(const Json &list)
{
    for (const Json &record : array(list, "records")) {
        const QString id = text(record, "id", 64);
        if (!id.isEmpty() && text(record, "status", 32).compare("Online"_L1, Qt::CaseInsensitive) == 0)
            return id;
    }
    return std::nullopt;
}

Result<Agent> agentFrom(const Json &extension)
{
    const Json &contact = member(extension, "contact");
    Agent agent{.id = text(extension, "id", 64),
                .name = text(extension, "name", 256),
                .email = text(contact, "email", 320),
                .timeZone = zoneOf(extension)};
    if (agent.id.isEmpty())
        return failure(ErrorKind::BadPayload, u"an extension without an id"_s);
    if (agent.name.isEmpty())
        agent.name = QString(text(contact, "firstName", 128) + u' ' + text(contact, "lastName", 128)).trimmed();
    return agent;
}

Result<AgentPage> agentsFrom(const Json &page)
{
    const Json &records = member(page, "records");
    if (!records.is_array())
        return failure(ErrorKind::BadPayload, u"a list of extensions without records"_s);
    AgentPage result{.more = hasNextPage(page)};
    for (const Json &record : records) {
        Result<Agent> agent = agentFrom(record);
        if (!agent)
            return tl::unexpected(agent.error());
        result.agents.append(*std::move(agent));
    }
    return result;
}

void addPresence(Agent &agent, const Json &presence)
{
    const QString telephony = text(presence, "telephonyStatus", 32);
    if (telephony.isEmpty())
        return;
    agent.onCall = telephony.compare("NoCall"_L1, Qt::CaseInsensitive) != 0 && telephony.compare("Ringing"_L1, Qt::CaseInsensitive) != 0;
    const QString dnd = text(presence, "dndStatus", 64) + text(presence, "dndStatusPersonal", 64);
    const bool refuses = dnd.contains("DoNotAcceptAnyCalls"_L1);
    agent.available = text(presence, "presenceStatus", 32).compare("Available"_L1, Qt::CaseInsensitive) == 0 && !refuses;
}

QHash<QString, Json> presencesFrom(const Json &page)
{
    QHash<QString, Json> presences;
    for (const Json &record : array(page, "records")) {
        const QString id = text(member(record, "extension"), "id", 64);
        if (!id.isEmpty())
            presences.insert(id, record);
    }
    return presences;
}

Result<bool> addColleagues(QList<Colleague> &colleagues, const Json &page, const QString &myExtensionId)
{
    const Json &records = member(page, "records");
    if (!records.is_array())
        return failure(ErrorKind::BadPayload, u"a list of colleagues without records"_s);
    for (const Json &record : records) {
        const Result<Agent> agent = agentFrom(record);
        if (!agent)
            return tl::unexpected(agent.error());
        const QString extension = text(record, "extensionNumber", 16);
        if (!extension.isEmpty() && agent->id != myExtensionId)
            colleagues.append({.name = agent->name, .extension = extension});
    }
    return hasNextPage(page);
}

Result<bool> addQueues(QHash<QString, QString> &queues, const Json &page)
{
    const Json &records = member(page, "records");
    if (!records.is_array())
        return failure(ErrorKind::BadPayload, u"a list of queues without records"_s);
    for (const Json &record : records) {
        const QString id = text(record, "id", 64);
        const QString name = text(record, "name", 256);
        if (!id.isEmpty() && !name.isEmpty())
            queues.insert(id, name);
    }
    return hasNextPage(page);
}

Result<TextPage> textsFrom(const Json &page, const Self &self)
{
    const Json &records = member(page, "records");
    if (!records.is_array())
        return failure(ErrorKind::BadPayload, u"a message store without records"_s);
    TextPage result{.more = hasNextPage(page), .syncToken = text(member(page, "syncInfo"), "syncToken", 4096)};
    for (const Json &record : records) {
        const QDateTime created = wire::instant(text(record, "creationTime", 40));
        if (created.isValid() && (!result.oldest.isValid() || created < result.oldest))
            result.oldest = created;
        const QString type = text(record, "type", 32);
        if (!type.isEmpty() && type.compare("SMS"_L1, Qt::CaseInsensitive) != 0)
            continue; // voicemail, fax
        Result<Message> message = messageFrom(record, self);
        if (!message)
            return tl::unexpected(message.error());
        result.texts.append(*std::move(message));
    }
    return result;
}

} // namespace callcard::ringcentral
