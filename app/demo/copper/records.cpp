#include "copper/records.h"

namespace callcard::demo::copper {

using Json = nlohmann::json;

namespace {

std::int64_t seconds(Instant at)
{
    return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
}

Json ownerOf(const World &world, const std::string &repId)
{
    const Rep *rep = world.rep(repId);
    return rep ? Json(rep->copperUserId) : Json();
}

Json addressOf(const Company *company)
{
    if (!company)
        return {{"street", nullptr}, {"city", nullptr}, {"state", nullptr}, {"postal_code", nullptr}, {"country", nullptr}};
    return {{"street", company->street},
            {"city", company->city},
            {"state", company->state},
            {"postal_code", company->postalCode},
            {"country", company->country}};
}

Json numbersOf(const Customer &customer)
{
    Json numbers = Json::array();
    for (const WrittenNumber &number : customer.numbers)
        numbers.push_back({{"number", number.written}, {"category", number.label}});
    return numbers;
}

} // namespace

Json personRecord(const World &world, const Customer &customer)
{
    const Company *company = world.company(customer.companyId);
    Json emails = Json::array();
    for (std::size_t i = 0; i < customer.emails.size(); ++i)
        emails.push_back({{"email", customer.emails[i]}, {"category", i == 0 ? "work" : "personal"}});
    return {{"id", customer.copperId},
            {"name", customer.name()},
            {"prefix", nullptr},
            {"first_name", customer.firstName},
            {"middle_name", nullptr},
            {"last_name", customer.lastName},
            {"suffix", nullptr},
            {"address", addressOf(company)},
            {"assignee_id", ownerOf(world, customer.ownerRepId)},
            {"company_id", company ? Json(company->copperId) : Json()},
            {"company_name", company ? Json(company->name) : Json()},
            {"contact_type_id", 501},
            {"details", customer.note.empty() ? Json() : Json(customer.note)},
            {"emails", emails},
            {"phone_numbers", numbersOf(customer)},
            {"socials", Json::array()},
            {"tags", Json::array()},
            {"title", customer.title.empty() ? Json() : Json(customer.title)},
            {"websites", Json::array()},
            {"custom_fields", Json::array({Json{{"custom_field_definition_id", 900100}, {"value", customer.status}}})},
            {"date_created", seconds(customer.createdAt)},
            {"date_modified", seconds(customer.modifiedAt)},
            {"date_last_contacted", nullptr},
            {"interaction_count", 0},
            {"leads_converted_from", Json::array()},
            {"date_lead_created", nullptr}};
}

Json leadRecord(const World &world, const Customer &customer)
{
    Json record = personRecord(world, customer);
    // A lead has one address and no company record, but a company's name.
    record.erase("emails");
    record.erase("company_id");
    record["email"] = customer.emails.empty() ? Json() : Json{{"email", customer.emails.front()}, {"category", "work"}};
    record["status"] = "New";
    record["status_id"] = 701;
    return record;
}

Json companyRecord(const World &world, const Company &company)
{
    Json numbers = Json::array();
    if (!company.switchboardWritten.empty())
        numbers.push_back({{"number", company.switchboardWritten}, {"category", "work"}});
    return {{"id", company.copperId},
            {"name", company.name},
            {"address", addressOf(&company)},
            {"assignee_id", ownerOf(world, company.ownerRepId)},
            {"contact_type_id", 501},
            {"details", nullptr},
            {"email_domain", company.domain},
            {"phone_numbers", numbers},
            {"socials", Json::array()},
            {"tags", Json::array()},
            {"websites", Json::array()},
            {"custom_fields", Json::array({Json{{"custom_field_definition_id", 900200}, {"value", company.isActive}},
                                           Json{{"custom_field_definition_id", 900201}, {"value", company.accountNumber}}})},
            {"date_created", seconds(company.createdAt)},
            {"date_modified", seconds(company.modifiedAt)},
            {"interaction_count", 0}};
}

Json userRecord(const Rep &rep)
{
    return {{"id", rep.copperUserId}, {"name", rep.name()}, {"email", rep.email}};
}

} // namespace callcard::demo::copper
