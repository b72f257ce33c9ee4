// The directory as two importers left it: by the API, by a CSV file with spaces in its field names and phone numbers that a
// spreadsheet made numbers of, and records that have been through both.

#include "seeds.h"

#include <algorithm>

namespace callcard::demo::firestore {

namespace {

enum class Shape { Api, Csv, Both };

Shape shapeOf(std::size_t number)
{
    return number % 3 == 0 ? Shape::Csv : number % 7 == 0 ? Shape::Both : Shape::Api;
}

Value orNull(const std::string &text)
{
    return text.empty() ? Value() : Value(text);
}

/// What a spreadsheet makes of "2025550123".
Value asCell(const std::string &written)
{
    const bool onlyDigits =
        written.size() == 10 && std::all_of(written.begin(), written.end(), [](char c) { return c >= '0' && c <= '9'; });
    return onlyDigits ? Value(std::int64_t{std::stoll(written)}) : Value(written);
}

std::int64_t seconds(Instant at)
{
    return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
}

Value ownerOf(const World &world, const std::string &repId)
{
    const Rep *rep = world.rep(repId);
    return rep != nullptr ? Value(rep->copperUserId) : Value();
}

void apiPerson(Map &out, const World &world, const Customer &customer, const Company *company)
{
    Array numbers;
    for (const WrittenNumber &number : customer.numbers)
        numbers.push_back(Map{{"number", number.written}, {"category", number.label}});
    Array emails;
    for (const std::string &email : customer.emails)
        emails.push_back(Map{{"email", email}, {"category", emails.empty() ? "work" : "personal"}});
    out["id"] = customer.copperId;
    out["companyId"] = company != nullptr ? Value(company->copperId) : Value();
    out["companyName"] = company != nullptr ? Value(company->name) : Value();
    out["phoneNumbers"] = std::move(numbers);
    out["emails"] = std::move(emails);
    out["assigneeId"] = ownerOf(world, customer.ownerRepId);
    out["interactionCount"] = 0;
    out["dateCreated"] = stamp(customer.createdAt);
    out["dateModified"] = stamp(customer.modifiedAt);
    out["syncedFromCopperApiAt"] = stamp(customer.modifiedAt);
    out["source"] = "copper_api_direct";
}

void csvPerson(Map &out, const World &world, const Customer &customer, const Company *company)
{
    const Rep *owner = world.rep(customer.ownerRepId);
    out["First Name"] = customer.firstName;
    out["Last Name"] = customer.lastName.empty() ? "." : customer.lastName; // placeholder words are frequent
    out["Title"] = customer.title;
    out["Company"] = company != nullptr ? company->name : "";
    out["Owned By"] = owner != nullptr ? owner->name() : "";
    out["Copper ID"] = customer.copperId;
    out["Copper URL"] = "https://app.copper.example/people/" + std::to_string(customer.copperId);
    for (std::size_t at = 0; at < customer.numbers.size() && at < 4; ++at) {
        const std::string suffix = at == 0 ? "" : " " + std::to_string(at + 1);
        out["Phone Number" + suffix] = asCell(customer.numbers[at].written);
        out["Phone Number" + suffix + " Type"] = customer.numbers[at].label;
    }
    for (std::size_t at = 0; at < customer.emails.size() && at < 2; ++at)
        out[at == 0 ? "Email" : "Email 2"] = customer.emails[at];
    if (company != nullptr && !company->switchboardWritten.empty())
        out["Main Phone cf_699010"] = asCell(company->switchboardWritten);
    if (out.find("companyId") == nullptr)
        out["companyId"] = company != nullptr ? Value(company->name) : Value(""); // the name, by mistake
    out["company"] = company != nullptr ? company->name : "";
    if (out.find("source") == nullptr)
        out["source"] = "copper_export";
}

Document person(const World &world, std::size_t number)
{
    const Customer &customer = world.customers()[number];
    const Company *company = world.company(customer.companyId);
    Map fields{{"name", customer.name()},
               {"firstName", customer.firstName},
               {"lastName", customer.lastName},
               {"title", customer.title},
               {"email", customer.emails.empty() ? Value() : Value(customer.emails.front())},
               {"phone", customer.numbers.empty() ? Value() : Value(customer.numbers.front().written)},
               {"importedAt", stamp(customer.createdAt)},
               {"updatedAt", stamp(customer.modifiedAt)}};
    const Shape shape = shapeOf(number);
    if (shape != Shape::Csv)
        apiPerson(fields, world, customer, company);
    if (shape != Shape::Api)
        csvPerson(fields, world, customer, company);
    return {"copper_people/" + std::to_string(customer.copperId), std::move(fields), stamp(customer.createdAt), stamp(customer.modifiedAt)};
}

Document lead(const World &world, std::size_t number)
{
    const Customer &customer = world.customers()[number];
    const Company *company = world.company(customer.companyId);
    Map fields{{"First Name", customer.firstName},
               {"Last Name", customer.lastName},
               {"Account", company != nullptr ? company->name : ""},
               {"Status", "New"},
               {"Owner Id", ownerOf(world, customer.ownerRepId)},
               {"updatedAt", stamp(customer.modifiedAt)}};
    if (!customer.emails.empty())
        fields["Email"] = customer.emails.front();
    if (!customer.numbers.empty())
        fields["Phone Number"] = asCell(customer.numbers[0].written);
    if (customer.numbers.size() > 1)
        fields["Phone Number 2"] = asCell(customer.numbers[1].written);
    return {"copper_leads/" + std::to_string(customer.copperId), std::move(fields), stamp(customer.createdAt), stamp(customer.modifiedAt)};
}

Document companyDocument(const World &world, std::size_t number)
{
    const Company &company = world.companies()[number];
    Map fields{{"name", company.name}, {"updatedAt", stamp(company.modifiedAt)}, {"city", company.city}};
    if (shapeOf(number) == Shape::Csv) {
        const Rep *owner = world.rep(company.ownerRepId);
        fields["Name"] = company.name;
        fields["Email Domain"] = company.domain;
        fields["Phone Number"] = company.switchboardWritten.empty() ? Value("") : asCell(company.switchboardWritten);
        fields["Phone Number Type"] = "work";
        fields["Owner Id"] = ownerOf(world, company.ownerRepId);
        fields["Owned By"] = owner != nullptr ? owner->name() : "";
        fields["Street"] = company.street;
        fields["State"] = company.state;
        fields["zip"] = company.postalCode;
        fields["Active Customer cf_712751"] = company.isActive ? "checked" : "unchecked";
        fields["Account Order ID cf_698467"] = company.accountNumber;
        fields["Account Number cf_698260"] = company.accountNumber;
    } else {
        Array numbers;
        if (!company.switchboardWritten.empty())
            numbers.push_back(Map{{"number", company.switchboardWritten}, {"category", "work"}});
        fields["phone_numbers"] = std::move(numbers);
        fields["phone"] = orNull(company.switchboardWritten);
        fields["email_domain"] = company.domain;
        fields["assignee_id"] = ownerOf(world, company.ownerRepId);
        fields["address"] = Map{{"street", company.street},
                                {"city", company.city},
                                {"state", company.state},
                                {"postal_code", company.postalCode},
                                {"country", company.country}};
        fields["date_created"] = seconds(company.createdAt);
        fields["date_modified"] = seconds(company.modifiedAt);
        fields["cf_712751"] = company.isActive;
        fields["cf_698467"] = company.accountNumber;
        fields["cf_698260"] = company.accountNumber;
        fields["cf_698404"] = company.sales.total;
    }
    return {"copper_companies/" + std::to_string(company.copperId), std::move(fields), stamp(company.createdAt), stamp(company.modifiedAt)};
}

Document erpCustomer(const World &world, std::size_t number)
{
    const Company &company = world.companies()[number];
    const Rep *owner = world.rep(company.ownerRepId);
    Map fields{{"id", company.accountNumber},
               {"name", company.name},
               {"accountNumber", company.accountNumber},
               {"accountId", std::to_string(company.copperId)},
               {"copperId", company.copperId},
               {"accountType", company.accountType},
               {"region", 2066001},
               {"salesPerson", owner != nullptr ? owner->lastName : ""},
               {"salesRepName", owner != nullptr ? owner->name() : ""},
               {"salesRepEmail", owner != nullptr ? owner->email : ""},
               {"lastOrderDate", orNull(company.sales.lastOrder)},
               {"metrics", Map{{"totalOrders", company.sales.orders},
                               {"totalSpent", company.sales.total},
                               {"firstOrderDate", orNull(company.sales.firstOrder)}}},
               {"source", "copper_sync"},
               {"updatedAt", stamp(company.modifiedAt)},
               {"syncedFromCopperAt", stamp(company.modifiedAt)}};
    return {"fishbowl_customers/" + company.accountNumber, std::move(fields), stamp(company.createdAt), stamp(company.modifiedAt)};
}

Document salesSummary(const World &world, std::size_t number)
{
    const Company &company = world.companies()[number];
    const Rep *owner = world.rep(company.ownerRepId);
    const Sales &sales = company.sales;
    Map fields{{"customerId", company.accountNumber},
               {"customerName", company.name},
               {"totalSales", sales.total},
               {"totalSalesYTD", sales.thisYear},
               {"orderCount", sales.orders},
               {"orderCountYTD", sales.ordersThisYear},
               {"sales_30d", sales.last30Days},
               {"sales_90d", sales.last90Days},
               {"sales_12m", sales.last12Months},
               {"orders_30d", sales.orders30Days},
               {"orders_90d", sales.orders90Days},
               {"orders_12m", sales.orders12Months},
               {"firstOrderDate", orNull(sales.firstOrder)},
               {"lastOrderDate", orNull(sales.lastOrder)},
               {"lastOrderAmount", sales.lastAmount},
               {"avgOrderValue", sales.orders == 0 ? 0.0 : sales.total / sales.orders},
               {"salesPerson", owner != nullptr ? owner->lastName : ""},
               {"salesPersonName", owner != nullptr ? owner->name() : ""},
               {"accountType", company.accountType},
               {"lastUpdatedAt", stamp(company.modifiedAt)}};
    return {"customer_sales_summary/" + company.accountNumber, std::move(fields), stamp(company.createdAt), stamp(company.modifiedAt)};
}

} // namespace

void seedDirectory(Backend &backend, const World &world)
{
    const auto customers = [&](const char *collection, bool leads, Document (*make)(const World &, std::size_t)) {
        backend.store.seed(collection, {[&world] { return world.customers().size(); },
                                        [&world, leads](std::size_t number) {
                                            const Customer &customer = world.customers()[number];
                                            return customer.isLead == leads && !customer.isDeleted ? std::to_string(customer.copperId)
                                                                                                   : std::string();
                                        },
                                        [&world, make](std::size_t number) { return make(world, number); }});
    };
    const auto companies = [&](const char *collection, bool erp, Document (*make)(const World &, std::size_t)) {
        backend.store.seed(collection, {[&world] { return world.companies().size(); },
                                        [&world, erp](std::size_t number) {
                                            const Company &company = world.companies()[number];
                                            if (!erp)
                                                return std::to_string(company.copperId);
                                            return company.isActive ? company.accountNumber : std::string(); // the ERP knows buyers only
                                        },
                                        [&world, make](std::size_t number) { return make(world, number); }});
    };
    customers("copper_people", false, person);
    customers("copper_leads", true, lead);
    companies("copper_companies", false, companyDocument);
    companies("fishbowl_customers", true, erpCustomer);
    companies("customer_sales_summary", true, salesSummary);
}

} // namespace callcard::demo::firestore
