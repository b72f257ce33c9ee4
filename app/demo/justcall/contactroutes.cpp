#include "justcall/justcallservice.h"

#include "jsontext.h"

#include <algorithm>
#include <array>

namespace callcard::demo::justcall {

using serving::Response;

namespace {

constexpr std::array kStatuses = std::to_array<const char *>({"blacklist", "dnd", "dnm"});

void take(Customer &customer, const Json &body)
{
    customer.firstName = textAt(body, "first_name", customer.firstName);
    customer.lastName = textAt(body, "last_name", customer.lastName);
    if (const std::string number = textAt(body, "contact_number"); !number.empty() && customer.numbers.empty())
        customer.numbers.push_back({number, number.starts_with("+") ? number : "+" + number, textAt(body, "extension"), "work"});
    if (const std::string email = textAt(body, "email"); !email.empty())
        customer.emails.assign(1, email);
    if (body.contains("notes") && body["notes"].is_string())
        customer.note = body["notes"].get<std::string>();
    if (body.contains("notes") && body["notes"].is_array() && !body["notes"].empty())
        customer.note = textAt(body["notes"].back(), "note", customer.note);
    if (!body.contains("other_numbers") || !body["other_numbers"].is_array())
        return;
    for (const Json &other : body["other_numbers"]) {
        const std::string number = textAt(other, "number");
        if (!number.empty() && customer.numbers.size() < 20)
            customer.numbers.push_back({number, number.starts_with("+") ? number : "+" + number, {}, textAt(other, "label", "other")});
    }
}

} // namespace

Json JustCallService::contactWithStatus(const Customer &customer) const
{
    Json row = contactRow(m_stage.world, customer, m_style);
    const auto known = m_contactStatus.find(customer.id);
    for (const char *status : kStatuses)
        row["status"][status] = known != m_contactStatus.end() && known->second.contains(status);
    return row;
}

const Customer *JustCallService::contactOf(const Json &body) const
{
    const auto id = integerAt(body, "id", -1);
    const auto &customers = m_stage.world.customers();
    const auto found = std::find_if(customers.begin(), customers.end(), [&](const Customer &customer) { return customer.copperId == id; });
    if (found != customers.end() && !found->isDeleted)
        return &*found;
    const std::string number = textAt(body, "contact_number");
    const auto owners = m_stage.world.customersWithNumber(number.starts_with("+") ? number : "+" + number);
    return owners.empty() ? nullptr : owners.front();
}

Response JustCallService::contacts(const Question &question)
{
    const std::string number = question.value("contact_number"), first = question.value("first_name"), last = question.value("last_name");
    const std::string status = question.value("status");
    const bool everybody = question.value("across_team") == "true";
    const std::vector<std::string> agents = listOf(question, "agent_ids");
    const auto isWanted = [&](const Customer &customer) {
        if (agents.empty())
            return everybody || customer.ownerRepId == m_stage.world.demoRep().id; // without across_team only the key owner's
        const Rep *owner = m_stage.world.rep(customer.ownerRepId);
        return owner && std::find(agents.begin(), agents.end(), std::to_string(owner->justCallAgentId)) != agents.end();
    };
    std::vector<const Customer *> rows;
    for (const Customer &customer : m_stage.world.customers()) {
        if (customer.isDeleted || !isWanted(customer))
            continue;
        if ((!first.empty() && customer.firstName != first) || (!last.empty() && customer.lastName != last))
            continue;
        if (!number.empty() && std::none_of(customer.numbers.begin(), customer.numbers.end(),
                                            [&](const WrittenNumber &n) { return digits(n.e164) == digits(number); }))
            continue;
        const auto known = m_contactStatus.find(customer.id);
        if (!status.empty() && (known == m_contactStatus.end() || !known->second.contains(status)))
            continue;
        rows.push_back(&customer);
    }
    if (question.value("order") != "asc")
        std::reverse(rows.begin(), rows.end());
    return pageOf<Customer>(
        question, std::move(rows), {.usual = 50, .most = 500, .totalName = nullptr}, "last_contact_id_fetched", // no total is documented
        [](const Customer &row) { return row.copperId; }, [&](const Customer &row) { return contactWithStatus(row); });
}

Response JustCallService::contact(const Question &question)
{
    const Customer *customer = contactOf({{"id", question.path[1]}});
    return customer ? Response::json(200, dumped({{"status", "success"}, {"data", contactWithStatus(*customer)}}))
                    : failure(404, "Contact not found");
}

Response JustCallService::addContact(const Question &question)
{
    if (textAt(question.body, "first_name").empty() || textAt(question.body, "contact_number").empty())
        return failure(400, "first_name and contact_number are required");
    Customer customer;
    customer.ownerRepId = m_stage.world.demoRep().id;
    customer.status = "Prospect";
    take(customer, question.body);
    const Customer &added = m_stage.world.addCustomer(std::move(customer));
    return Response::json(200, dumped({{"status", "success"}, {"data", Json::array({contactWithStatus(added)})}}));
}

Response JustCallService::editContact(const Question &question)
{
    const Customer *customer = contactOf(question.body);
    if (!customer)
        return failure(404, "Contact not found");
    m_stage.world.editCustomer(customer->id, [&](Customer &edited) { take(edited, question.body); });
    return Response::json(200, dumped({{"status", "success"}, {"data", Json::array({contactWithStatus(*customer)})}}));
}

Response JustCallService::contactStatus(const Question &question)
{
    const Customer *customer = contactOf(question.body);
    if (!customer)
        return failure(404, "Contact not found");
    for (const char *list : {"add_to", "remove_from"}) {
        if (!question.body.contains(list) || !question.body[list].is_array())
            continue;
        for (const Json &status : question.body[list]) {
            if (!status.is_string() || std::find(kStatuses.begin(), kStatuses.end(), status.get<std::string>()) == kStatuses.end())
                return failure(400, "unknown status");
            if (std::string_view(list) == "add_to")
                m_contactStatus[customer->id].insert(status.get<std::string>());
            else
                m_contactStatus[customer->id].erase(status.get<std::string>());
        }
    }
    return Response::json(200, dumped({{"status", "success"}, {"data", contactWithStatus(*customer)}}));
}

Response JustCallService::deleteContact(const Question &question)
{
    const Customer *customer = contactOf({{"id", integerAt(question.body, "id", -1)}});
    if (!customer)
        return failure(404, "Contact not found");
    m_stage.world.editCustomer(customer->id, [](Customer &edited) { edited.isDeleted = true; });
    return Response::json(200, R"({"status":"success"})");
}

} // namespace callcard::demo::justcall
