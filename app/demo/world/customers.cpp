// The customers, as untidy as a real directory: numbers in every form, shared ones, switchboards with extensions,
// some that nobody can parse, people without a firm, leads, placeholder surnames.
#include "world/civil_days.h"
#include "world/places.h"
#include "world/words.h"
#include "world/worldbuilder.h"

#include <algorithm>

namespace callcard::demo {

using namespace std::chrono;

namespace {

std::string domainOf(const std::string &name, std::size_t index)
{
    std::string domain;
    for (const char c : name) {
        if (std::isalnum(static_cast<unsigned char>(c)))
            domain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if (!domain.empty() && domain.back() != '-')
            domain += '-';
    }
    while (!domain.empty() && domain.back() == '-')
        domain.pop_back();
    return domain + (index < 40 ? "" : "-" + std::to_string(index)) + ".example";
}

std::string inLowerCase(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

} // namespace

void WorldBuilder::buildCustomers()
{
    // Every fifth one is a private person, firms have one to four people.
    const auto wanted = static_cast<std::size_t>(std::max(m_options.customers, 1));
    std::size_t firmPeople = 0;
    std::size_t place = 0;
    for (std::size_t i = 0; i < wanted; ++i) {
        const bool isPrivate = i != 0 && m_random.chance(15);
        if (!isPrivate && firmPeople == 0) {
            place = i == 0 ? 0 : somePlace();
            m_world.m_companies.push_back(makeCompany(m_world.m_companies.size(), place));
            firmPeople = i == 0 ? 2 : static_cast<std::size_t>(m_random.between(1, 4));
        }
        if (isPrivate) {
            m_world.m_customers.push_back(makeCustomer(i, nullptr, somePlace()));
            continue;
        }
        m_world.m_customers.push_back(makeCustomer(i, &m_world.m_companies.back(), place));
        --firmPeople;
    }
}

Company WorldBuilder::makeCompany(std::size_t index, std::size_t place)
{
    Random &random = m_random;
    const Place &town = places()[place];
    Company company;
    company.id = "company-" + std::to_string(index + 1);
    company.copperId = kCopperCompanies + static_cast<std::int64_t>(index);
    company.name =
        index == 0 ? "Hale Outfitters" : std::string(random.pick(words::kFirmNames)).append(" ").append(random.pick(words::kFirmTrades));
    if (const auto form = random.pick(words::kFirmForms); index != 0 && !form.empty())
        company.name.append(" ").append(form);
    company.domain = domainOf(company.name, index);
    if (random.chance(55)) {
        company.switchboard = m_pool.takeWhole(place);
        company.switchboardWritten = written(company.switchboard, {}, random);
    }
    company.street = std::to_string(random.between(1, 4999)) + " " + std::string(random.pick(words::kStreets));
    company.city = town.city;
    company.state = town.state;
    company.country = town.country;
    company.zone = town.zone;
    company.postalCode = std::string(town.postalPrefix) + std::to_string(random.between(10, 99));
    company.ownerRepId = random.chance(8) ? std::string() : m_world.m_reps[random.below(m_world.m_reps.size() - 1)].id;
    static constexpr std::array kTypes = std::to_array<std::string_view>({"Retail", "Retail", "Retail", "Wholesale", "Distributor"});
    company.accountType = random.pick(kTypes);
    company.isActive = index == 0 || random.chance(60);
    company.accountNumber = std::to_string(100'000 + index);
    company.sales = makeSales(random, company.isActive);
    if (index == 0)
        company.ownerRepId = m_world.m_reps.front().id;
    company.createdAt = m_now - days(random.between(60, 2500)) - seconds(random.between(0, 86'399));
    company.modifiedAt = m_now - days(random.between(0, 59)) - seconds(random.between(0, 86'399));
    return company;
}

Sales WorldBuilder::makeSales(Random &random, bool isActive) const
{
    Sales sales;
    sales.orders = isActive ? random.between(1, 60) : random.chance(40) ? random.between(1, 6) : 0;
    if (sales.orders == 0)
        return sales;
    const int average = random.between(80, 2400);
    const auto today = floor<days>(m_now);
    const auto first = today - days(random.between(400, 2000));
    const auto last = isActive ? today - days(random.between(1, 110)) : first + days(random.between(0, 60));
    sales.firstOrder = dayText(first);
    sales.lastOrder = dayText(last);
    sales.lastAmount = average * random.between(50, 150) / 100.0;
    sales.total = static_cast<double>(sales.orders) * average;
    const auto within = [&](int span) { return last + days(span) >= today; };
    sales.orders12Months = within(365) ? std::max(1, sales.orders / 4) : 0;
    sales.ordersThisYear = year_month_day(last).year() == year_month_day(today).year() ? std::max(1, sales.orders12Months / 2) : 0;
    sales.orders90Days = within(90) ? std::max(1, sales.orders12Months / 4) : 0;
    sales.orders30Days = within(30) ? std::max(1, sales.orders90Days / 3) : 0;
    sales.last12Months = sales.orders12Months * average;
    sales.thisYear = sales.ordersThisYear * average;
    sales.last90Days = sales.orders90Days * average;
    sales.last30Days = sales.orders30Days * average;
    return sales;
}

Customer WorldBuilder::makeCustomer(std::size_t index, const Company *company, std::size_t place)
{
    Random &random = m_random;
    Customer customer;
    customer.id = "customer-" + std::to_string(index + 1);
    customer.copperId = kCopperPeople + static_cast<std::int64_t>(index);
    const bool isMarcus = index == 0; // the fixtures' customer
    customer.firstName = isMarcus ? "Marcus" : random.pick(words::kFirstNames);
    customer.lastName = isMarcus ? "Hale" : random.chance(3) ? "Customer" : random.pick(words::kLastNames); // 3 %: a filler word
    customer.title = company ? random.pick(words::kTitles) : "";
    customer.companyId = company ? company->id : std::string();
    if (isMarcus)
        customer.numbers.push_back({"(303) 555-0187", "+13035550187", {}, "mobile"});
    giveNumbers(customer, company, place);
    const std::string domain = company ? company->domain : std::string("mail.example");
    std::string local = inLowerCase(customer.firstName) + "." + inLowerCase(customer.lastName);
    if (!company || random.chance(5))
        local += std::to_string(index);
    if (isMarcus || random.chance(88))
        customer.emails.push_back((random.chance(10) ? customer.firstName + "." + customer.lastName : local) + "@" + domain);
    if (random.chance(12))
        customer.emails.push_back(inLowerCase(customer.firstName) + std::to_string(index) + "@private.example");
    customer.ownerRepId = company             ? company->ownerRepId
                          : random.chance(50) ? m_world.m_reps[random.below(m_world.m_reps.size() - 1)].id
                                              : std::string();
    customer.isLead = !company && random.chance(25);
    customer.status = customer.isLead     ? "Lead"
                      : !company          ? "Prospect"
                      : company->isActive ? "Active"
                      : random.chance(50) ? "Inactive"
                                          : "Prospect";
    if (random.chance(30))
        customer.note = random.pick(words::kNotes);
    customer.createdAt = m_now - days(random.between(30, 2400)) - seconds(random.between(0, 86'399));
    customer.modifiedAt = m_now - days(random.between(0, 29)) - seconds(random.between(0, 86'399));
    return customer;
}

void WorldBuilder::giveNumbers(Customer &customer, const Company *company, std::size_t place)
{
    Random &random = m_random;
    const auto add = [&](const std::string &e164, const std::string &extension, const char *label) {
        if (!e164.empty())
            customer.numbers.push_back({written(e164, extension, random), e164, extension, label});
    };
    const auto addNew = [&](const char *label) {
        const NumberPool::Number number = m_pool.take(place);
        add(number.e164, number.extension, label);
    };
    const bool hasBoard = company && !company->switchboard.empty();
    const int way = random.between(0, 99);
    if (hasBoard && way < 35)
        add(company->switchboard, std::to_string(random.between(10, 899)), "work");
    else if (hasBoard && way < 42)
        add(company->switchboard, {}, "work"); // several people simply share the firm's number
    else if (way < 94)
        addNew("work");
    else if (way < 97)
        customer.numbers.push_back({unparseable(random), {}, {}, "work"});
    if (random.chance(30))
        addNew("mobile");
    if (random.chance(2) && !m_world.m_customers.empty()) { // a couple, or two cards of one person
        const Customer &other = m_world.m_customers[random.below(m_world.m_customers.size())];
        if (!other.numbers.empty() && !other.numbers.front().e164.empty())
            add(other.numbers.front().e164, {}, "other");
    }
    if (random.chance(25) && !customer.numbers.empty())
        customer.numbers.push_back(customer.numbers.front()); // exports repeat the first number as the second
}

} // namespace callcard::demo
