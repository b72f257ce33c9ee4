#include "contacts.h"

#include "numberparser.h"
#include "synctoken.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace callcard::demo::ringcentral {

namespace {

constexpr std::size_t kSeeded = 40;
constexpr std::size_t kMostContacts = 10'000;
constexpr std::array kFields = {"firstName",      "lastName",    "middleName",   "nickName",       "company",    "jobTitle",
                                "email",          "email2",      "email3",       "homePhone",      "homePhone2", "businessPhone",
                                "businessPhone2", "mobilePhone", "companyPhone", "assistantPhone", "carPhone",   "otherPhone",
                                "callbackPhone",  "businessFax", "otherFax",     "notes",          "webPage",    "birthday"};

bool isPhone(std::string_view field)
{
    return field.find("Phone") != std::string_view::npos;
}

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

Json fieldsOf(const Customer &customer, const Company *company)
{
    Json fields = {{"firstName", customer.firstName}, {"lastName", customer.lastName}};
    if (company)
        fields["company"] = company->name;
    if (!customer.emails.empty())
        fields["email"] = customer.emails.front();
    for (const WrittenNumber &number : customer.numbers) {
        const char *field = number.label == "mobile" ? "mobilePhone" : number.label == "home" ? "homePhone" : "businessPhone";
        if (!number.e164.empty() && !fields.contains(field))
            fields[field] = number.e164;
    }
    return fields;
}

} // namespace

Contacts::Contacts(Context &context) : m_context(context) {}

void Contacts::registerRoutes(Api &api)
{
    const std::string account = "/restapi/v1.0/account/{account}";
    const std::string extension = account + "/extension/{extension}";
    const std::string book = extension + "/address-book/contact";
    api.add("GET", book, Group::Heavy, "ReadContacts", [this](ApiCall &call) { return list(call); });
    api.add("POST", book, Group::Heavy, "Contacts", [this](ApiCall &call) { return save(call, true, false); });
    api.add("GET", book + "/{contact}", Group::Heavy, "ReadContacts", [this](ApiCall &call) {
        const auto &[id, contact] = find(call);
        return ApiReply{200, json(call, id, contact), {}, {}};
    });
    api.add("PUT", book + "/{contact}", Group::Heavy, "Contacts", [this](ApiCall &call) { return save(call, false, false); });
    api.add("PATCH", book + "/{contact}", Group::Heavy, "Contacts", [this](ApiCall &call) { return save(call, false, true); });
    api.add("DELETE", book + "/{contact}", Group::Heavy, "Contacts", [this](ApiCall &call) {
        auto &[id, contact] = find(call);
        contact.isDeleted = true;
        contact.modifiedAt = m_context.now();
        return ApiReply{204, Json(), {}, {}};
    });
    api.add("GET", extension + "/address-book-sync", Group::Heavy, "ReadContacts", [this](ApiCall &call) { return sync(call); });
    api.add("GET", account + "/directory/entries", Group::Medium, "ReadAccounts", [this](ApiCall &call) { return directory(call); });
    api.add("POST", account + "/directory/entries/search", Group::Heavy, "ReadAccounts", [this](ApiCall &call) { return directory(call); });
}

Contacts::Book &Contacts::bookOf(const Rep &rep)
{
    const auto [entry, isNew] = m_books.try_emplace(rep.id);
    if (!isNew)
        return entry->second;
    const World &world = m_context.world();
    for (const Customer &customer : world.customers()) {
        if (entry->second.size() >= kSeeded)
            break;
        if (customer.ownerRepId == rep.id && !customer.isDeleted)
            entry->second[m_nextId++] = {fieldsOf(customer, world.company(customer.companyId)), customer.modifiedAt, false};
    }
    return entry->second;
}

Json Contacts::json(const ApiCall &call, std::int64_t id, const Contact &contact) const
{
    Json json = contact.isDeleted ? Json::object() : contact.fields;
    json["uri"] = call.extensionUri(m_context.world(), *call.rep) + "/address-book/contact/" + std::to_string(id);
    json["id"] = id;
    json["availability"] = contact.isDeleted ? "Deleted" : "Alive";
    return json;
}

std::pair<const std::int64_t, Contacts::Contact> &Contacts::find(ApiCall &call)
{
    const std::string &text = call.vars.at("contact");
    std::int64_t id = 0;
    std::from_chars(text.data(), text.data() + text.size(), id);
    Book &book = bookOf(*call.rep);
    const auto found = book.find(id);
    if (found == book.end() || found->second.isDeleted || std::to_string(id) != text)
        throw notFound(m_context.settings, "contactId", text);
    return *found;
}

ApiReply Contacts::list(ApiCall &call)
{
    const std::string start = lower(call.param("startsWith"));
    const auto numbers = call.params("phoneNumber");
    std::string sortBy = call.param("sortBy");
    sortBy = sortBy == "LastName" ? "lastName" : sortBy == "Company" ? "company" : "firstName";
    std::vector<Json> records;
    for (const auto &[id, contact] : bookOf(*call.rep)) {
        if (contact.isDeleted)
            continue;
        const Json &fields = contact.fields;
        const bool starts = start.empty() || lower(fields.value("firstName", std::string())).starts_with(start) ||
                            lower(fields.value("lastName", std::string())).starts_with(start);
        const bool has =
            numbers.empty() || std::ranges::any_of(numbers, [&](const std::string &number) {
                return std::ranges::any_of(kFields, [&fields, &number](const char *field) {
                    return isPhone(field) && fields.contains(field) && digitsOf(fields[field].get<std::string>()) == digitsOf(number);
                });
            });
        if (starts && has)
            records.push_back(json(call, id, contact));
    }
    std::ranges::stable_sort(records, [&](const Json &a, const Json &b) {
        return lower(a.value(sortBy, std::string())) < lower(b.value(sortBy, std::string()));
    });
    const std::string uri = call.extensionUri(m_context.world(), *call.rep) + "/address-book/contact";
    return {200, pageOf(call, uri, records, call.number("perPage", 100, 1, 1000)), {}, {}};
}

ApiReply Contacts::save(ApiCall &call, bool isNew, bool isPartial)
{
    if (!call.body.is_object())
        throw ApiError{400, "CMN-103", "Cannot parse request body", Json::object()};
    Json fields = isPartial ? find(call).second.fields : Json::object();
    for (const char *field : kFields) { // what nobody knows is ignored
        if (call.body.contains(field))
            fields[field] = call.text(call.body, field);
    }
    Book &book = bookOf(*call.rep);
    if (isNew && book.size() >= kMostContacts)
        throw ApiError{400, "CMN-406", "Too many contacts", Json::object()};
    const std::int64_t id = isNew ? m_nextId++ : find(call).first;
    book[id] = {std::move(fields), m_context.now(), false};
    return {200, json(call, id, book[id]), {}, {}};
}

ApiReply Contacts::sync(ApiCall &call)
{
    const std::string kind = call.param("syncType").empty() ? "FSync" : call.param("syncType");
    const std::string purpose = "contacts/" + call.rep->extensionId;
    const auto known = kind == "ISync" ? SyncToken::parse(call.param("syncToken")) : std::nullopt;
    if (kind == "ISync" && (!known || known->purpose != purpose))
        throw invalidParameter("syncToken");
    std::vector<Json> records;
    for (const auto &[id, contact] : bookOf(*call.rep)) {
        if (known ? contact.modifiedAt > known->until : !contact.isDeleted)
            records.push_back(json(call, id, contact));
    }
    const auto perPage = static_cast<std::size_t>(call.number("perPage", 250, 1, 250));
    const auto first = static_cast<std::size_t>(call.number("pageId", 0, 0, 1'000'000));
    const auto end = std::min(records.size(), first + perPage);
    const std::string uri = call.extensionUri(m_context.world(), *call.rep) + "/address-book-sync";
    Json page = Json::array();
    for (std::size_t i = first; i < end; ++i)
        page.push_back(records[i]);
    const Instant now = m_context.now();
    Json body = {{"uri", uri},
                 {"records", std::move(page)},
                 {"syncInfo",
                  {{"syncType", kind},
                   {"syncToken", SyncToken{purpose, now, std::nullopt, {}}.text(m_context.names.next())},
                   {"syncTime", zuluTime(now)}}}};
    if (end < records.size()) {
        body["nextPageId"] = std::to_string(end);
        body["nextPageUri"] = uri + "?syncType=" + kind + "&perPage=" + std::to_string(perPage) + "&pageId=" + std::to_string(end);
    }
    return {200, std::move(body), {}, {}};
}

ApiReply Contacts::directory(ApiCall &call)
{
    const World &world = m_context.world();
    const std::string wanted = call.method == "POST" ? lower(call.text(call.body, "searchString")) : std::string();
    std::vector<Json> records;
    const auto add = [&](Json entry, const std::string &name) {
        if (wanted.empty() || lower(name).find(wanted) != std::string::npos)
            records.push_back(std::move(entry));
    };
    for (const Rep &rep : world.reps())
        add({{"id", rep.extensionId},
             {"type", "User"},
             {"status", "Enabled"},
             {"extensionNumber", rep.extensionNumber},
             {"firstName", rep.firstName},
             {"lastName", rep.lastName},
             {"email", rep.email},
             {"jobTitle", rep.title},
             {"department", "Sales"},
             {"account", {{"id", world.accountId()}, {"companyName", world.companyName()}}},
             {"phoneNumbers",
              Json::array({{{"phoneNumber", rep.directNumber}, {"type", "VoiceFax"}, {"usageType", "DirectNumber"}, {"primary", true}}})}},
            rep.name());
    for (const Queue &queue : world.queues())
        add({{"id", queue.extensionId},
             {"type", "Department"},
             {"status", "Enabled"},
             {"extensionNumber", queue.extensionNumber},
             {"name", queue.name}},
            queue.name);
    return {200, pageOf(call, call.accountUri(world) + "/directory/entries", records, call.number("perPage", 1000, 1, 1000)), {}, {}};
}

} // namespace callcard::demo::ringcentral
