#include "customerunion.h"
#include "indextext.h"

#include <algorithm>

namespace callcard {

namespace {

void takeIfEmpty(QString &mine, const QString &theirs)
{
    if (mine.isEmpty())
        mine = theirs;
}

/// The longer text says more; between equals the alphabet decides, so that the order of arrival never does.
void takeFuller(QString &mine, const QString &theirs)
{
    if (theirs.size() > mine.size() || (theirs.size() == mine.size() && theirs < mine))
        mine = theirs;
}

template <typename Time>
void takeLater(Time &mine, const Time &theirs)
{
    if (theirs.isValid() && (!mine.isValid() || theirs > mine))
        mine = theirs;
}

void takeEarlier(QDate &mine, QDate theirs)
{
    if (theirs.isValid() && (!mine.isValid() || theirs < mine))
        mine = theirs;
}

bool isSameNumber(const CustomerNumber &a, const CustomerNumber &b)
{
    return a.number == b.number && a.extension == b.extension && (a.number || a.text.trimmed() == b.text.trimmed());
}

void addNumber(QList<CustomerNumber> &numbers, const CustomerNumber &number)
{
    if (std::none_of(numbers.cbegin(), numbers.cend(), [&](const CustomerNumber &known) { return isSameNumber(known, number); }))
        numbers.append(number);
}

void addEmail(QList<QString> &emails, const QString &email)
{
    if (std::none_of(emails.cbegin(), emails.cend(), [&](const QString &known) { return emailForm(known) == emailForm(email); }))
        emails.append(email);
}

bool shareAWayToReach(const Customer &a, const Customer &b)
{
    for (const CustomerNumber &number : a.numbers) {
        if (number.number &&
            std::any_of(b.numbers.cbegin(), b.numbers.cend(), [&](const auto &other) { return isSameNumber(number, other); }))
            return true;
    }
    for (const QString &email : a.emails) {
        if (std::any_of(b.emails.cbegin(), b.emails.cend(), [&](const QString &other) { return emailForm(email) == emailForm(other); }))
            return true;
    }
    return false;
}

} // namespace

SourceRecord united(const SourceRecord &a, const SourceRecord &b)
{
    SourceRecord record = a;
    Customer &c = record.customer;
    const Customer &other = b.customer;
    c.kind = std::min(c.kind, other.kind);
    for (QString Customer::*text : {&Customer::name, &Customer::company, &Customer::title, &Customer::ownerEmail, &Customer::ownerName,
                                    &Customer::status, &Customer::region, &Customer::city, &Customer::note})
        takeFuller(c.*text, other.*text);
    takeFuller(record.sameAs, b.sameAs);
    c.active = c.active || other.active;
    c.doNotCall = c.doNotCall || other.doNotCall;
    record.factsOnly = record.factsOnly && b.factsOnly;
    takeEarlier(c.customerSince, other.customerSince);
    takeLater(c.lastOrder, other.lastOrder);
    takeLater(c.lastContact, other.lastContact);
    c.salesThisYearCents = std::max(c.salesThisYearCents, other.salesThisYearCents);
    c.salesTwelveMonthsCents = std::max(c.salesTwelveMonthsCents, other.salesTwelveMonthsCents);

    QList<CustomerNumber> numbers = c.numbers + other.numbers;
    std::sort(numbers.begin(), numbers.end(), [](const CustomerNumber &x, const CustomerNumber &y) {
        return std::tie(x.number, x.extension, x.text, x.label) < std::tie(y.number, y.extension, y.text, y.label);
    });
    c.numbers.clear();
    for (const CustomerNumber &number : numbers)
        addNumber(c.numbers, number);
    QList<QString> emails = c.emails + other.emails;
    emails.sort();
    c.emails.clear();
    for (const QString &email : emails)
        addEmail(c.emails, email);
    for (const QString &key : b.completedBy) {
        if (!record.completedBy.contains(key))
            record.completedBy.append(key);
    }
    record.completedBy.sort();
    return record;
}

bool areOneCustomer(const SourceRecord &a, const SourceRecord &b)
{
    if (a.factsOnly || b.factsOnly || a.customer.kind != b.customer.kind)
        return false;
    const QString name = nameKey(a.customer.name);
    return !name.isEmpty() && name == nameKey(b.customer.name) && shareAWayToReach(a.customer, b.customer);
}

void absorb(Customer &customer, const Customer &twin)
{
    for (QString Customer::*text :
         {&Customer::name, &Customer::company, &Customer::title, &Customer::status, &Customer::region, &Customer::city, &Customer::note})
        takeIfEmpty(customer.*text, twin.*text);
    if (customer.ownerEmail.isEmpty() && customer.ownerName.isEmpty()) {
        customer.ownerEmail = twin.ownerEmail;
        customer.ownerName = twin.ownerName;
    }
    customer.active = customer.active || twin.active;
    customer.doNotCall = customer.doNotCall || twin.doNotCall; // one source that knows is enough
    takeEarlier(customer.customerSince, twin.customerSince);
    takeLater(customer.lastOrder, twin.lastOrder);
    takeLater(customer.lastContact, twin.lastContact);
    if (!customer.salesThisYearCents)
        customer.salesThisYearCents = twin.salesThisYearCents;
    if (!customer.salesTwelveMonthsCents)
        customer.salesTwelveMonthsCents = twin.salesTwelveMonthsCents;
    for (const CustomerNumber &number : twin.numbers)
        addNumber(customer.numbers, number);
    for (const QString &email : twin.emails)
        addEmail(customer.emails, email);
    customer.origins += twin.origins;
}

void withdraw(Customer &customer, const QList<QString> &withdrawn)
{
    if (withdrawn.isEmpty())
        return;
    customer.numbers.removeIf(
        [&](const CustomerNumber &number) { return withdrawn.contains(number.number ? number.number->e164() : number.text); });
    customer.emails.removeIf([&](const QString &email) {
        return std::any_of(withdrawn.cbegin(), withdrawn.cend(), [&](const QString &gone) { return emailForm(gone) == emailForm(email); });
    });
}

void clear(Customer &customer, const ClearedTexts &texts)
{
    if (texts.company)
        customer.company.clear();
    if (texts.title)
        customer.title.clear();
    if (texts.note)
        customer.note.clear();
}

void fillGaps(Customer &customer, const SourceRecord &linked)
{
    const Customer &other = linked.customer;
    if (other.kind == CustomerKind::Company && !linked.factsOnly)
        takeIfEmpty(customer.company, customer.kind == CustomerKind::Company ? QString() : other.name);
    if (customer.ownerEmail.isEmpty() && customer.ownerName.isEmpty()) {
        customer.ownerEmail = other.ownerEmail;
        customer.ownerName = other.ownerName;
    }
    takeIfEmpty(customer.status, other.status);
    takeIfEmpty(customer.region, other.region);
    takeIfEmpty(customer.city, other.city);
    customer.active = customer.active || other.active;
    if (!customer.customerSince.isValid())
        customer.customerSince = other.customerSince;
    if (!customer.lastOrder.isValid())
        customer.lastOrder = other.lastOrder;
    if (!customer.salesThisYearCents)
        customer.salesThisYearCents = other.salesThisYearCents;
    if (!customer.salesTwelveMonthsCents)
        customer.salesTwelveMonthsCents = other.salesTwelveMonthsCents;
}

} // namespace callcard
