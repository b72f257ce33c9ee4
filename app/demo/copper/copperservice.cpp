#include "copper/copperservice.h"

#include "copper/records.h"
#include "journal.h"
#include "jsontext.h"
#include "services.h"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

namespace callcard::demo {

std::unique_ptr<Service> makeCopper(Stage &stage)
{
    return std::make_unique<copper::CopperService>(stage);
}

namespace copper {

using serving::Response;

namespace {

constexpr std::string_view kPrefix = "/developer_api/v1";

Response failure(int status, const std::string &message)
{
    return Response::json(status, dumped({{"success", false}, {"status", status}, {"message", message}}));
}

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::string onlyDigits(const std::string &text)
{
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](unsigned char c) { return std::isdigit(c); });
    return digits;
}

std::set<std::int64_t> idsAt(const Json &body, const char *key)
{
    std::set<std::int64_t> ids;
    if (body.contains(key) && body[key].is_array()) {
        for (const Json &id : body[key]) {
            if (id.is_number_integer())
                ids.insert(id.get<std::int64_t>());
        }
    }
    return ids;
}

/// The page of a search: page_number from 1, page_size 20 to 200. Sorted by name unless asked otherwise.
template <typename Record>
Response pageOf(const Json &body, std::vector<const Record *> rows, const std::function<Json(const Record &)> &make,
                const std::function<std::string(const Record &)> &nameOf)
{
    const auto size = integerAt(body, "page_size", 20), number = integerAt(body, "page_number", 1);
    if (size < 1 || size > 200)
        return failure(422, "Invalid input: page_size must be between 1 and 200");
    if (number < 1 || number > 1'000'000)
        return failure(422, "Invalid input: page_number must be at least 1");
    const std::string sort = textAt(body, "sort_by", "name");
    if (sort == "date_modified")
        std::stable_sort(rows.begin(), rows.end(), [](const Record *a, const Record *b) { return a->modifiedAt < b->modifiedAt; });
    else if (sort == "date_created")
        std::stable_sort(rows.begin(), rows.end(), [](const Record *a, const Record *b) { return a->createdAt < b->createdAt; });
    else
        std::stable_sort(rows.begin(), rows.end(), [&](const Record *a, const Record *b) { return nameOf(*a) < nameOf(*b); });
    if (textAt(body, "sort_direction", "asc") == "desc")
        std::reverse(rows.begin(), rows.end());
    Json page = Json::array();
    const auto first = static_cast<std::size_t>((number - 1) * size);
    for (std::size_t i = first; i < std::min(rows.size(), first + static_cast<std::size_t>(size)); ++i)
        page.push_back(make(*rows[i]));
    Response response = Response::json(200, dumped(page)); // a bare array
    response.headers.emplace_back("X-PW-TOTAL", std::to_string(rows.size()));
    return response;
}

bool isWithin(const Json &body, Instant created, Instant modified)
{
    constexpr std::int64_t kLate = 100'000'000'000; // beyond, seconds no longer fit once they are milliseconds
    const auto at = [&](const char *key, std::int64_t otherwise) {
        return Instant(std::chrono::seconds(std::clamp(integerAt(body, key, otherwise), -kLate, kLate)));
    };
    return modified >= at("minimum_modified_date", 0) && modified <= at("maximum_modified_date", kLate) &&
           created >= at("minimum_created_date", 0) && created <= at("maximum_created_date", kLate);
}

} // namespace

CopperService::CopperService(Stage &stage) : m_stage(stage)
{
    m_switches.declare("phoneFilter", {"digits", "exact"}, "phone_number compares digits, or the very text");
    m_switches.declare("phoneFilterName", {"both", "phone_number", "phone_numbers"}, "which filter name people/search knows");
    m_switches.declare("fetchByEmail", {"works", "unreliable"}, "people/fetch_by_email finds nothing now and then");
    m_switches.declare("leads", {"enabled", "disabled"}, "disabled features answer 403");
}

bool CopperService::isAuthorized(const serving::Request &request) const
{
    if (request.header("Authorization") == "Bearer " + m_key)
        return true;
    return request.header("X-PW-AccessToken") == m_key && request.header("X-PW-Application") == "developer_api" &&
           m_stage.world.repByEmail(request.header("X-PW-UserEmail")) != nullptr;
}

bool CopperService::takeRequest()
{
    const auto now = m_stage.clock.now();
    while (!m_recent.empty() && now - m_recent.front() >= std::chrono::minutes(1))
        m_recent.pop_front();
    if (m_recent.size() >= m_perMinute)
        return false;
    m_recent.push_back(now);
    return true;
}

void CopperService::handle(std::shared_ptr<serving::Exchange> exchange)
{
    const auto &request = exchange->request();
    if (!isAuthorized(request)) {
        exchange->reply(failure(401, "Invalid API credentials"));
        return;
    }
    if (!takeRequest()) {
        if (std::exchange(m_isRefusing, true)) // the first one could not know
            m_stage.journal.count(name(), "requestsDuringPenalty");
        exchange->reply(refusal(429));
        return;
    }
    m_isRefusing = false;
    const auto body = request.body.empty() ? Json::object() : parseJson(request.body).value_or(Json());
    exchange->reply(body.is_object() ? answer(request, body) : failure(400, "Bad Request"));
}

Response CopperService::answer(const serving::Request &request, const Json &body)
{
    if (!std::string_view(request.path).starts_with(kPrefix))
        return failure(404, "Not found");
    const std::string path = request.path.substr(kPrefix.size());
    const bool isPost = request.method == "POST", isGet = request.method == "GET";
    const auto tail = [&](const std::string &prefix) { return path.substr(prefix.size()); };
    if (path.starts_with("/leads") && m_switches.is("leads", "disabled"))
        return failure(403, "Feature not enabled");
    if (isGet && path == "/users/me")
        return Response::json(200, dumped(me()));
    if (isGet && path == "/account")
        return Response::json(200, dumped({{"id", 77001},
                                           {"name", m_stage.world.companyName()},
                                           {"primary_timezone", "America/Denver"},
                                           {"settings", {{"enable_leads", true}}}}));
    if (isPost && path == "/users/search") {
        Json users = Json::array();
        for (const Rep &rep : m_stage.world.reps())
            users.push_back(userRecord(rep));
        return Response::json(200, dumped(users));
    }
    if (isPost && path == "/people/search")
        return people(body, false);
    if (isPost && path == "/leads/search")
        return people(body, true);
    if (isPost && path == "/companies/search")
        return companies(body);
    if (isPost && path == "/people/fetch_by_email")
        return byEmail(body);
    if (isGet && path.starts_with("/people/"))
        return person(tail("/people/"), false);
    if (isGet && path.starts_with("/leads/"))
        return person(tail("/leads/"), true);
    if (isGet && path.starts_with("/companies/"))
        return company(tail("/companies/"));
    if (isGet && path == "/activity_types") {
        return Response::json(200,
                              dumped({{"user", Json::array({Json{{"id", 801}, {"category", "user"}, {"name", "Phone Call"}},
                                                            Json{{"id", 802}, {"category", "user"}, {"name", "Meeting"}}})},
                                      {"system", Json::array({Json{{"id", 1}, {"category", "system"}, {"name", "Property Changed"}}})}}));
    }
    if (isPost && path == "/activities")
        return addActivity(body);
    return failure(404, "Not found");
}

bool CopperService::fitsPhone(const Json &body, const std::vector<WrittenNumber> &numbers) const
{
    std::vector<std::string> wanted;
    if (!m_switches.is("phoneFilterName", "phone_numbers") && body.contains("phone_number") && body["phone_number"].is_string())
        wanted.push_back(body["phone_number"]);
    if (!m_switches.is("phoneFilterName", "phone_number") && body.contains("phone_numbers") && body["phone_numbers"].is_array()) {
        for (const Json &number : body["phone_numbers"]) {
            if (number.is_string())
                wanted.push_back(number);
        }
    }
    if (wanted.empty())
        return true;
    return std::any_of(numbers.begin(), numbers.end(), [&](const WrittenNumber &number) {
        return std::any_of(wanted.begin(), wanted.end(), [&](const std::string &text) {
            if (m_switches.is("phoneFilter", "exact"))
                return number.written == text;
            const std::string digits = onlyDigits(text), own = onlyDigits(number.e164);
            return !digits.empty() && !own.empty() && (digits == own || "1" + digits == own);
        });
    });
}

Response CopperService::people(const Json &body, bool leads)
{
    const auto ids = idsAt(body, "ids"), owners = idsAt(body, "assignee_ids"), companies = idsAt(body, "company_ids");
    std::set<std::string> emails;
    if (body.contains("emails") && body["emails"].is_array()) {
        for (const Json &email : body["emails"]) {
            if (email.is_string())
                emails.insert(lowered(email.get<std::string>()));
        }
    }
    const std::string named = lowered(textAt(body, "name"));
    std::vector<const Customer *> rows;
    for (const Customer &customer : m_stage.world.customers()) {
        if (customer.isDeleted || customer.isLead != leads || !isWithin(body, customer.createdAt, customer.modifiedAt))
            continue;
        const Rep *owner = m_stage.world.rep(customer.ownerRepId);
        if (!owners.empty() && !owners.contains(owner ? owner->copperUserId : -2)) // -2: nobody's
            continue;
        const Company *firm = m_stage.world.company(customer.companyId);
        if ((!ids.empty() && !ids.contains(customer.copperId)) || (!companies.empty() && (!firm || !companies.contains(firm->copperId))))
            continue;
        if (!emails.empty() && std::none_of(customer.emails.begin(), customer.emails.end(),
                                            [&](const std::string &email) { return emails.contains(lowered(email)); }))
            continue;
        if ((!named.empty() && lowered(customer.name()).find(named) == std::string::npos) || !fitsPhone(body, customer.numbers))
            continue;
        rows.push_back(&customer);
    }
    return pageOf<Customer>(
        body, std::move(rows),
        [&](const Customer &customer) { return leads ? leadRecord(m_stage.world, customer) : personRecord(m_stage.world, customer); },
        [](const Customer &customer) { return customer.name(); });
}

Response CopperService::companies(const Json &body)
{
    const auto ids = idsAt(body, "ids"), owners = idsAt(body, "assignee_ids");
    const std::string named = lowered(textAt(body, "name"));
    std::vector<const Company *> rows;
    for (const Company &company : m_stage.world.companies()) {
        const Rep *owner = m_stage.world.rep(company.ownerRepId);
        if ((!ids.empty() && !ids.contains(company.copperId)) || (!owners.empty() && !owners.contains(owner ? owner->copperUserId : -2)))
            continue;
        if (!isWithin(body, company.createdAt, company.modifiedAt) ||
            (!named.empty() && lowered(company.name).find(named) == std::string::npos))
            continue;
        if (!fitsPhone(body, {{company.switchboardWritten, company.switchboard, {}, "work"}}))
            continue;
        rows.push_back(&company);
    }
    return pageOf<Company>(
        body, std::move(rows), [&](const Company &company) { return companyRecord(m_stage.world, company); },
        [](const Company &company) { return company.name; });
}

Response CopperService::person(const std::string &id, bool lead)
{
    for (const Customer &customer : m_stage.world.customers()) {
        if (std::to_string(customer.copperId) == id && customer.isLead == lead && !customer.isDeleted)
            return Response::json(200, dumped(lead ? leadRecord(m_stage.world, customer) : personRecord(m_stage.world, customer)));
    }
    return failure(404, "Resource not found");
}

Response CopperService::company(const std::string &id)
{
    for (const Company &company : m_stage.world.companies()) {
        if (std::to_string(company.copperId) == id)
            return Response::json(200, dumped(companyRecord(m_stage.world, company)));
    }
    return failure(404, "Resource not found");
}

Response CopperService::byEmail(const Json &body)
{
    const std::string wanted = lowered(textAt(body, "email"));
    for (const Customer &customer : m_stage.world.customers()) {
        const bool fits =
            std::any_of(customer.emails.begin(), customer.emails.end(), [&](const std::string &email) { return lowered(email) == wanted; });
        if (fits && !customer.isLead && !customer.isDeleted && m_switches.is("fetchByEmail", "works"))
            return Response::json(200, dumped(personRecord(m_stage.world, customer)));
    }
    return failure(404, "Resource not found");
}

Response CopperService::addActivity(const Json &body)
{
    const auto kindOf = [&](const char *key, const char *field) { return body.contains(key) ? textAt(body[key], field) : std::string(); };
    const std::string parent = kindOf("parent", "type");
    if ((parent != "person" && parent != "company" && parent != "lead") || !body["parent"].contains("id"))
        return failure(422, "Invalid input: parent is required");
    if (kindOf("type", "category").empty() || !body.contains("details") || !body["details"].is_string())
        return failure(422, "Invalid input: type and details are required");
    if (body.contains("activity_date") && !body["activity_date"].is_number_integer())
        return failure(422, "Invalid input: activity_date must be a timestamp");
    Json activity = body;
    activity["id"] = 40'000'001 + m_activities.size();
    activity["user_id"] = m_stage.world.demoRep().copperUserId;
    if (m_activities.size() < 10'000)
        m_activities.push_back(activity);
    return Response::json(200, dumped(activity));
}

Json CopperService::me() const
{
    return userRecord(m_stage.world.demoRep());
}

Response CopperService::refusal(int status)
{
    return failure(status, status == 401   ? "Invalid API credentials"
                           : status == 403 ? "Feature not enabled"
                           : status == 429 ? "Too many requests"
                                           : "Internal server error");
}

std::map<std::string, std::string> CopperService::environment(const std::string &base) const
{
    return {
        {"COPPER_BASE_URL", base + std::string(kPrefix)}, {"COPPER_API_KEY", m_key}, {"COPPER_USER_EMAIL", m_stage.world.demoRep().email}};
}

Json CopperService::control(const std::string &verb, const Json &arguments)
{
    if (verb == "switches")
        return m_switches.describe();
    if (verb == "switch") {
        m_switches.set(textAt(arguments, "name"), textAt(arguments, "position"));
        return m_switches.describe();
    }
    if (verb == "limits") {
        m_perMinute = static_cast<std::size_t>(std::clamp<std::int64_t>(integerAt(arguments, "perMinute", 180), 0, 1'000'000));
        return Json::object();
    }
    if (verb == "activities")
        return {{"activities", m_activities}};
    throw std::invalid_argument("copper knows switches, switch, limits (perMinute) and activities");
}

} // namespace copper
} // namespace callcard::demo
