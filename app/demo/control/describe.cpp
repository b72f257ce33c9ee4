#include "control/describe.h"

#include "civil.h"
#include "world/world.h"

namespace callcard::demo {

using Json = nlohmann::json;

Json described(const WorldCall &call)
{
    Json parties = Json::array();
    for (const Party &party : call.parties) {
        parties.push_back({{"id", party.id},
                           {"rep", party.repId},
                           {"queue", party.queueId},
                           {"number", party.number},
                           {"state", word(party.state)},
                           {"reason", party.reason},
                           {"missed", party.missed},
                           {"sequence", party.sequence}});
    }
    return {{"id", call.id},
            {"callSid", call.callSid()},
            {"sessionId", call.sessionId()},
            {"telephonySessionId", call.telephonySessionId()},
            {"direction", word(call.direction)},
            {"state", word(call.state)},
            {"end", word(call.end)},
            {"customer", call.customerId},
            {"number", call.number},
            {"name", call.callerName},
            {"line", call.lineId},
            {"queue", call.queueId},
            {"rep", call.repId},
            {"startedAt", isoTime(call.startedAt)},
            {"answeredAt", call.answeredAt ? Json(isoTime(*call.answeredAt)) : Json()},
            {"endedAt", call.endedAt ? Json(isoTime(*call.endedAt)) : Json()},
            {"ringSeconds", call.ringSeconds},
            {"talkSeconds", call.talkSeconds},
            {"holdSeconds", call.holdSeconds},
            {"notes", call.notes},
            {"disposition", call.disposition},
            {"deleted", call.isDeleted},
            {"parties", parties}};
}

Json described(const WorldText &text)
{
    return {{"id", text.id},
            {"direction", word(text.direction)},
            {"customer", text.customerId},
            {"number", text.number},
            {"line", text.lineId},
            {"rep", text.repId},
            {"body", text.body},
            {"at", isoTime(text.at)},
            {"delivery", text.delivery},
            {"deleted", text.isDeleted},
            {"bulk", text.isBulk}};
}

Json described(const Customer &customer)
{
    Json numbers = Json::array();
    for (const WrittenNumber &number : customer.numbers)
        numbers.push_back({{"written", number.written}, {"e164", number.e164}, {"extension", number.extension}, {"label", number.label}});
    return {{"id", customer.id},
            {"copperId", customer.copperId},
            {"name", customer.name()},
            {"firstName", customer.firstName},
            {"lastName", customer.lastName},
            {"title", customer.title},
            {"company", customer.companyId},
            {"numbers", numbers},
            {"emails", customer.emails},
            {"owner", customer.ownerRepId},
            {"status", customer.status},
            {"lead", customer.isLead},
            {"note", customer.note},
            {"deleted", customer.isDeleted}};
}

Json described(const Rep &rep)
{
    return {{"id", rep.id},
            {"name", rep.name()},
            {"email", rep.email},
            {"role", rep.role},
            {"zone", rep.zone},
            {"extensionId", rep.extensionId},
            {"extensionNumber", rep.extensionNumber},
            {"directNumber", rep.directNumber},
            {"justCallAgentId", rep.justCallAgentId},
            {"firebaseUid", rep.firebaseUid},
            {"relayToken", rep.relayToken},
            {"available", rep.available}};
}

} // namespace callcard::demo
