#include "apiwire.h"

#include <callcard/phone.h>
#include <callcard/recorddraft.h>

#include <wire/wirejson.h>

#include <algorithm>
#include <iterator>

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

/// Where nobody wrote a name, the number stands in its place.
bool isNumberItself(const QString &name, const QString &number)
{
    const auto digits = [](const QString &text) {
        QString only;
        std::copy_if(text.cbegin(), text.cend(), std::back_inserter(only), [](QChar c) { return c.isDigit(); });
        return only;
    };
    return std::none_of(name.cbegin(), name.cend(), [](QChar c) { return c.isLetter(); }) && digits(name) == digits(number);
}

} // namespace

Result<ContactRow> contactRowFrom(const Json &row, const QString &region)
{
    const QString id = text(row, "id", 64);
    if (id.isEmpty())
        return failure(ErrorKind::BadPayload, u"a contact without an id"_s);
    RecordDraft draft{.record = {.sourceId = id}};
    Customer &customer = draft.record.customer;
    customer.kind = CustomerKind::Person;
    draft.firstName = plainText(text(row, "first_name", 256)).trimmed();
    draft.lastName = plainText(text(row, "last_name", 256)).trimmed();
    const QString composed = QString(draft.firstName + u' ' + draft.lastName).trimmed();
    const QString whole = plainText(text(row, "name", 512)).trimmed();
    if (whole != composed) // else the parts tell more: one of them may be filler
        customer.name = whole;
    const QString number = text(row, "contact_number", 128);
    for (QString *name : {&customer.name, &draft.firstName, &draft.lastName}) {
        if (isNumberItself(*name, number))
            name->clear();
    }
    customer.company = plainText(text(row, "company", 256)).trimmed();
    addNumber(customer, number, text(row, "extension", 32), {}, region);
    for (const Json &other : wire::array(row, "other_numbers"))
        addNumber(customer, text(other, "number", 128), {}, text(other, "label", 64), region);
    if (const QString email = text(row, "email", 320).trimmed(); !email.isEmpty())
        customer.emails.append(email);
    const Json &notes = wire::array(row, "notes");
    if (!notes.empty())
        customer.note = plainText(text(notes.back(), "description", 4000));
    const Json &status = member(row, "status");
    customer.doNotCall = wire::flag(status, "dnd") || wire::flag(status, "blacklist");
    const auto finishedRecord = finished(std::move(draft), region);
    ContactRow contact{.record = finishedRecord.value_or(SourceRecord{.sourceId = id}), .agentId = text(row, "agent_id", 64)};
    if (!finishedRecord)
        contact.refusal = finishedRecord.error();
    return contact;
}

} // namespace callcard::justcall
