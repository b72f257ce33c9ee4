#include "control/control.h"
#include "control/describe.h"

#include "jsontext.h"
#include "world/world.h"

#include <algorithm>
#include <stdexcept>

namespace callcard::demo {

using Json = nlohmann::json;

namespace {

void edit(Customer &customer, const Json &change)
{
    customer.firstName = textAt(change, "firstName", customer.firstName);
    customer.lastName = textAt(change, "lastName", customer.lastName);
    customer.title = textAt(change, "title", customer.title);
    customer.companyId = textAt(change, "company", customer.companyId);
    customer.ownerRepId = textAt(change, "owner", customer.ownerRepId);
    customer.status = textAt(change, "status", customer.status);
    customer.note = textAt(change, "note", customer.note);
    customer.isLead = flagAt(change, "lead", customer.isLead);
    customer.isDeleted = flagAt(change, "deleted", customer.isDeleted);
    if (change.contains("emails") && change["emails"].is_array()) {
        customer.emails.clear();
        for (const Json &email : change["emails"]) {
            if (email.is_string())
                customer.emails.push_back(email.get<std::string>());
        }
    }
    if (!change.contains("numbers") || !change["numbers"].is_array())
        return;
    customer.numbers.clear();
    for (const Json &number : change["numbers"]) {
        WrittenNumber written;
        written.written = number.is_string() ? number.get<std::string>() : textAt(number, "written");
        written.e164 = number.is_string() && written.written.starts_with("+") ? written.written : textAt(number, "e164");
        written.extension = textAt(number, "extension");
        written.label = textAt(number, "label", "work");
        if (written.written.empty())
            written.written = written.e164;
        customer.numbers.push_back(written);
    }
}

bool contains(const Customer &customer, const std::string &text)
{
    const auto holds = [&](const std::string &field) { return field.find(text) != std::string::npos; };
    return holds(customer.name()) || std::any_of(customer.emails.begin(), customer.emails.end(), holds) ||
           std::any_of(customer.numbers.begin(), customer.numbers.end(),
                       [&](const WrittenNumber &n) { return holds(n.e164) || holds(n.written); });
}

} // namespace

void addDataVerbs(Control &control, World &world)
{
    control.add("company", "reps, lines, queues, counts", [&world](const Json &) -> Json {
        Json reps = Json::array(), lines = Json::array(), queues = Json::array();
        for (const Rep &rep : world.reps())
            reps.push_back(described(rep));
        for (const Line &line : world.lines())
            lines.push_back({{"id", line.id}, {"number", line.number}, {"name", line.name}, {"rep", line.repId}, {"queue", line.queueId}});
        for (const Queue &queue : world.queues())
            queues.push_back({{"id", queue.id}, {"name", queue.name}, {"line", queue.lineId}, {"reps", queue.repIds}});
        return {{"name", world.companyName()},
                {"reps", reps},
                {"lines", lines},
                {"queues", queues},
                {"customers", world.customers().size()},
                {"companies", world.companies().size()},
                {"calls", world.calls().size()},
                {"texts", world.texts().size()}};
    });
    control.add("rep.available", "rep, available (true), reason", [&world](const Json &args) -> Json {
        const Rep *rep = world.rep(textAt(args, "rep", "rep-1"));
        if (!rep)
            throw std::invalid_argument("there is no such rep");
        world.setAvailable(rep->id, flagAt(args, "available", true), textAt(args, "reason"));
        return {{"rep", described(*rep)}};
    });
    control.add("customers", "text, number, from (0), limit (20)", [&world](const Json &args) -> Json {
        const std::string text = textAt(args, "text"), number = textAt(args, "number");
        const auto limit = static_cast<std::size_t>(std::clamp<std::int64_t>(integerAt(args, "limit", 20), 1, 10'000));
        const auto from = static_cast<std::size_t>(std::clamp<std::int64_t>(integerAt(args, "from"), 0, 100'000'000));
        Json rows = Json::array();
        if (!number.empty()) {
            for (const Customer *customer : world.customersWithNumber(number))
                rows.push_back(described(*customer));
            return {{"customers", rows}};
        }
        for (std::size_t i = from; i < world.customers().size() && rows.size() < limit; ++i) {
            if (text.empty() || contains(world.customers()[i], text))
                rows.push_back(described(world.customers()[i]));
        }
        return {{"customers", rows}, {"total", world.customers().size()}};
    });
    control.add("customer.add",
                "firstName, lastName, numbers [\"+1…\" | {written,e164,extension,label}], emails, company, owner, status, note, lead",
                [&world](const Json &args) -> Json {
                    Customer customer;
                    edit(customer, args);
                    return {{"customer", described(world.addCustomer(std::move(customer)))}};
                });
    control.add("customer.edit", "customer; fields as in customer.add, deleted", [&world](const Json &args) -> Json {
        const std::string id = textAt(args, "customer");
        if (!world.editCustomer(id, [&](Customer &customer) { edit(customer, args); }))
            throw std::invalid_argument("there is no customer " + id);
        return {{"customer", described(*world.customer(id))}};
    });
    control.add(
        "text.add", "direction (inbound), customer | number, line, rep, body, delivery, bulk, media [links]: a text arrives or is sent",
        [&world](const Json &args) -> Json {
            WorldText text;
            const std::string direction = textAt(args, "direction", "inbound");
            text.direction = direction == "outbound" || direction == "Outbound" ? Direction::Outbound : Direction::Inbound;
            text.customerId = textAt(args, "customer");
            text.number = textAt(args, "number");
            if (const Customer *customer = world.customer(text.customerId); customer && text.number.empty() && !customer->numbers.empty())
                text.number = customer->numbers.front().e164;
            text.lineId = textAt(args, "line");
            text.repId = textAt(args, "rep");
            if (!text.customerId.empty() && !world.customer(text.customerId))
                throw std::invalid_argument("there is no customer " + text.customerId);
            if (!text.lineId.empty() && !world.line(text.lineId))
                throw std::invalid_argument("there is no line " + text.lineId);
            if (!text.repId.empty() && !world.rep(text.repId))
                throw std::invalid_argument("there is no rep " + text.repId);
            text.body = textAt(args, "body", "Hello");
            text.delivery = textAt(args, "delivery");
            text.isBulk = flagAt(args, "bulk");
            text.isRead = text.direction == Direction::Outbound;
            if (args.contains("media") && args["media"].is_array()) {
                for (const Json &link : args["media"]) {
                    if (link.is_string())
                        text.media.push_back(link.get<std::string>());
                }
            }
            return {{"text", described(world.addText(std::move(text)))}};
        });
    control.add("text.edit", "text; body, delivery, deleted, read", [&world](const Json &args) -> Json {
        const auto id = integerAt(args, "text", -1);
        const bool known = world.editText(id, [&](WorldText &text) {
            text.body = textAt(args, "body", text.body);
            text.delivery = textAt(args, "delivery", text.delivery);
            text.isDeleted = flagAt(args, "deleted", text.isDeleted);
            text.isRead = flagAt(args, "read", text.isRead);
        });
        if (!known)
            throw std::invalid_argument("there is no text " + std::to_string(id));
        return {{"text", described(*world.text(id))}};
    });
    control.add("texts", "limit (50): newest last", [&world](const Json &args) -> Json {
        const auto limit = static_cast<std::size_t>(std::clamp<std::int64_t>(integerAt(args, "limit", 50), 1, 10'000));
        Json rows = Json::array();
        const std::size_t count = world.texts().size();
        for (std::size_t i = count > limit ? count - limit : 0; i < count; ++i)
            rows.push_back(described(world.texts()[i]));
        return {{"texts", rows}, {"total", count}};
    });
}

} // namespace callcard::demo
