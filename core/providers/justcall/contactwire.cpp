#include "apiwire.h"

#include <callcard/phone.h>

#include <wire/wirejson.h>

namespace callcard::justcall {

using namespace Qt::Literals::StringLiterals;
using wire::member;
using wire::text;

namespace {

constexpr qsizetype kMostContactNumbers = 20;

void addNumber(Customer &customer, const QString &written, const QString &extension, const QString &label, const QString &region)
{
    if (written.trimmed().isEmpty() || customer.numbers.size() >= kMostContactNumbers)
        return;
    const WrittenNumber read = readWrittenNumber(written, region);
    customer.numbers.append({.number = read.number,
                             .text = written.left(128),
                             .extension = extension.isEmpty() && !read.isShort ? read.extension : extension.left(32),
                             .label = label.left(64)});
}

} // namespace

Result<ContactRow> contactRowFrom(const Json &row, const QString &region)
{
    ContactRow contact;
    contact.record.sourceId = text(row, "id", 64);
    if (contact.record.sourceId.isEmpty())
        return failure(ErrorKind::BadPayload, u"a contact without an id"_s);
    contact.agentId = text(row, "agent_id", 64);
    Customer &customer = contact.record.customer;
    customer.kind = CustomerKind::Person;
    const QString given = plainText(text(row, "first_name", 256)).trimmed();
    const QString family = plainText(text(row, "last_name", 256)).trimmed();
    const QString composed = QString(given + u' ' + family).trimmed();
    const QString whole = plainText(text(row, "name", 512)).trimmed();
    customer.name = whole.isEmpty() ? composed : whole;
    customer.company = plainText(text(row, "company", 256)).trimmed();
    addNumber(customer, text(row, "contact_number", 128), text(row, "extension", 32), {}, region);
    for (const Json &other : wire::array(row, "other_numbers"))
        addNumber(customer, text(other, "number", 128), {}, text(other, "label", 64), region);
    if (const QString email = text(row, "email", 320).trimmed(); !email.isEmpty())
        customer.emails.append(email);
    const Json &notes = wire::array(row, "notes");
    if (!notes.empty())
        customer.note = plainText(text(notes.back(), "description", 4000));
    const Json &status = member(row, "status");
    customer.doNotCall = wire::flag(status, "dnd") || wire::flag(status, "blacklist");
    return contact;
}

} // namespace callcard::justcall
