#include "calljson.h"

#include <callcard/callstream.h>

namespace callcard {

using Json = nlohmann::json;

namespace {

/// When it became what it is now, as far as the provider said so.
QDateTime changedAt(const Call &call)
{
    if (call.endedAt.isValid())
        return call.endedAt;
    return call.answeredAt.isValid() ? call.answeredAt : call.startedAt;
}

} // namespace

std::string isoTime(const QDateTime &moment)
{
    return moment.isValid() ? moment.toUTC().toString(Qt::ISODateWithMs).toStdString() : std::string();
}

Json callToJson(const Call &call, const WhoIs &who)
{
    // A guess is no customer, and one of several only when the rep chose.
    const bool known = who.facts.size() == 1 || (who.learned && !who.facts.isEmpty());
    const Customer customer = known ? who.facts.first().customer : Customer{};
    const WireCustomer named{.id = customer.id.text(), .name = customer.name, .email = customer.emails.value(0)};
    const QByteArray bytes = callToWire(call, changedAt(call), named);
    return Json::parse(bytes.begin(), bytes.end(), nullptr, false);
}

Json callLine(const Call &call, const WhoIs &who)
{
    Json line{{"type", "call"}, {"call", callToJson(call, who)}};
    if (who.problem) // no name says nothing then
        line["directoryError"] = who.problem->detail.toStdString();
    return line;
}

Json connectionLine(const Connection &connection)
{
    const std::string source = connection.name.toStdString();
    if (connection.state == ConnectionState::Connected)
        return {{"type", "connected"}, {"source", source}, {"since", isoTime(connection.since)}};
    Json line{{"type", "error"}, {"source", source}, {"state", connectionStateName(connection.state).toStdString()}};
    if (connection.problem) {
        line["kind"] = errorKindName(connection.problem->kind).toStdString();
        line["message"] = connection.problem->detail.toStdString();
    }
    return line;
}

Json heartbeatLine(const QDateTime &now)
{
    return {{"type", "heartbeat"}, {"timestamp", isoTime(now)}};
}

} // namespace callcard
