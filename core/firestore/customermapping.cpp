#include "customermapping.h"
#include "customerfields.h"
#include "documentname.h"

#include <callcard/recorddraft.h>

#include <QRegularExpression>

#include <cmath>

namespace callcard::firestore {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongestNote = 4000;

void readOwner(Customer &customer, const Reading &reading, const MappingContext &context)
{
    customer.ownerEmail = reading.text({u"salesRepEmail"_s, u"ownerEmail"_s}, 320);
    if (customer.ownerEmail.isEmpty())
        customer.ownerEmail = context.ownerEmails.value(reading.text({u"assigneeId"_s, u"assignee_id"_s, u"Owner Id"_s}, 40));
    customer.ownerName = reading.text({u"Owned By"_s, u"ownedBy"_s, u"salesRepName"_s, u"salesPersonName"_s, u"ownerName"_s});
}

void readPlace(RecordDraft &draft, const Reading &reading)
{
    const Reading address(reading.map(u"address"_s));
    draft.country = reading.text({u"country"_s, u"Country"_s, u"billingCountry"_s, u"shippingCountry"_s}, 60);
    if (draft.country.isEmpty())
        draft.country = address.text({u"country"_s}, 60);
    draft.record.customer.city = reading.text({u"city"_s, u"City"_s, u"billingCity"_s, u"shippingCity"_s}, 100);
    if (draft.record.customer.city.isEmpty())
        draft.record.customer.city = address.text({u"city"_s}, 100);
}

std::optional<qint64> cents(const Value &value)
{
    const auto dollars = number(value);
    return dollars && std::abs(*dollars) < 1e13 ? std::optional(static_cast<qint64>(std::llround(*dollars * 100))) : std::nullopt;
}

/// Links are ids; one importer filled some with names by mistake.
QString idText(const QString &text)
{
    static const QRegularExpression id(u"\\A[A-Za-z0-9_-]{1,100}\\z"_s);
    return id.match(text).hasMatch() ? text : QString();
}

void completeBy(SourceRecord &record, const QString &collection, const QString &id)
{
    if (!id.isEmpty() && isUsableId(id))
        record.completedBy.append(recordKey(QString(u"firestore:"_s + collection), id));
}

void readPerson(RecordDraft &draft, const Reading &reading)
{
    Customer &customer = draft.record.customer;
    draft.firstName = reading.text({u"firstName"_s, u"First Name"_s, u"first_name"_s}, 200);
    draft.lastName = reading.text({u"lastName"_s, u"Last Name"_s, u"last_name"_s}, 200);
    if (draft.firstName.isEmpty() && draft.lastName.isEmpty())
        customer.name = reading.text({u"name"_s, u"Name"_s, u"fullName"_s});
    if (const QString kind = reading.text({u"kind"_s}, 20); kind == "company"_L1 || kind == "lead"_L1)
        customer.kind = kind == "lead"_L1 ? CustomerKind::Lead : CustomerKind::Company;
    customer.title = reading.text({u"title"_s, u"Title"_s});
    customer.company = reading.text({u"companyName"_s, u"company_name"_s, u"company"_s, u"Company"_s, u"Account"_s, u"account"_s});
    for (const Value *link : {&reading.first({u"Company Id"_s}), &reading.first({u"companyId"_s, u"company_id"_s})}) {
        bool isNumber = false;
        const QString id = plainText(*link, 40);
        (void)id.toLongLong(&isNumber);
        if (isNumber) {
            completeBy(draft.record, u"copper_companies"_s, id);
            break;
        }
    }
}

void readCompany(RecordDraft &draft, const Reading &reading, const CustomFields &custom)
{
    Customer &customer = draft.record.customer;
    customer.kind = CustomerKind::Company;
    customer.name = reading.text({u"name"_s, u"Name"_s});
    customer.active = reading.flag({custom.activeCustomer});
    customer.customerSince = reading.time({custom.firstOrder}).date();
    customer.lastOrder = reading.time({custom.lastOrder}).date();
    const QString account = idText(reading.text({custom.erpCustomer, u"accountOrderId"_s}, 100));
    completeBy(draft.record, u"fishbowl_customers"_s, account);
    completeBy(draft.record, u"customer_sales_summary"_s, account);
}

void readErpCustomer(RecordDraft &draft, const Reading &reading, const QString &id)
{
    Customer &customer = draft.record.customer;
    customer.kind = CustomerKind::Company;
    customer.name = reading.text({u"name"_s});
    customer.status = reading.text({u"accountType"_s});
    customer.customerSince = Reading(reading.map(u"metrics"_s)).time({u"firstOrderDate"_s}).date();
    customer.lastOrder = reading.time({u"lastOrderDate"_s}).date();
    const QString company = idText(reading.text({u"copperId"_s, u"accountId"_s}, 100));
    if (!company.isEmpty())
        draft.record.sameAs = recordKey(u"firestore:copper_companies"_s, company);
    completeBy(draft.record, u"customer_sales_summary"_s, id);
}

void readSummary(RecordDraft &draft, const Reading &reading)
{
    Customer &customer = draft.record.customer;
    draft.record.factsOnly = true;
    customer.kind = CustomerKind::Company;
    customer.name = reading.text({u"customerName"_s});
    customer.customerSince = reading.time({u"firstOrderDate"_s}).date();
    customer.lastOrder = reading.time({u"lastOrderDate"_s}).date();
    customer.salesThisYearCents = cents(reading.first({u"totalSalesYTD"_s}));
    customer.salesTwelveMonthsCents = cents(reading.first({u"sales_12m"_s}));
}

/// A link takes the place of those to the same collections.
void linkTo(SourceRecord &record, const QStringList &collections, const QString &id)
{
    for (const QString &collection : collections) {
        const QString before = recordKey(QString(u"firestore:"_s + collection), {});
        record.completedBy.removeIf([&](const QString &key) { return key.startsWith(before); });
        completeBy(record, collection, idText(id));
    }
}

/// The team's own word about one of its fields.
void obey(RecordDraft &draft, const FieldRule &rule, const Reading &reading)
{
    const Value &value = reading.at(rule.field);
    if (rule.target == "salesThisYear"_L1 && cents(value)) {
        draft.record.customer.salesThisYearCents = cents(value); // 1234.567 is no million
        return;
    }
    const QList<std::pair<QString, QString>> texts = textsOf(value);
    if (texts.isEmpty())
        return;
    const QString &first = texts.constFirst().first;
    if (rule.target == "companyId"_L1) {
        linkTo(draft.record, {u"copper_companies"_s}, first);
    } else if (rule.target == "accountId"_L1) {
        linkTo(draft.record, {u"fishbowl_customers"_s, u"customer_sales_summary"_s}, first);
    } else if (rule.target == "phone"_L1 || rule.target == "email"_L1) {
        for (auto it = texts.crbegin(); it != texts.crend(); ++it)
            applyRule(draft, rule, it->first, it->second);
    } else {
        applyRule(draft, rule, first);
    }
}

} // namespace

CollectionKind kindOf(const QString &collection)
{
    if (collection == "copper_companies"_L1)
        return CollectionKind::Companies;
    if (collection == "copper_leads"_L1)
        return CollectionKind::Leads;
    if (collection == "fishbowl_customers"_L1)
        return CollectionKind::ErpCustomers;
    return collection == "customer_sales_summary"_L1 ? CollectionKind::SalesSummaries : CollectionKind::People;
}

QString stampField(CollectionKind kind)
{
    return kind == CollectionKind::SalesSummaries ? u"lastUpdatedAt"_s : u"updatedAt"_s;
}

bool isTombstone(const Map &fields)
{
    const Reading reading(fields);
    return reading.flag({u"deleted"_s, u"isDeleted"_s, u"_deleted"_s}) || reading.time({u"deletedAt"_s}).isValid();
}

tl::expected<SourceRecord, QString> recordFrom(const Document &document, const MappingContext &context)
{
    const Reading reading(document.fields);
    RecordDraft draft;
    draft.record.sourceId = lastSegment(document.path);
    Customer &customer = draft.record.customer;
    readOwner(customer, reading, context);
    readPlace(draft, reading);
    readWaysToReach(draft, reading, context.fields);
    customer.status = reading.text({u"status"_s, u"Status"_s}, 100);
    customer.note = plainText(reading.first({u"details"_s, u"Details"_s}), kLongestNote).trimmed();
    customer.lastContact = reading.time({u"Last Contacted"_s, u"lastContacted"_s, u"date_last_contacted"_s, u"dateLastContacted"_s});
    customer.doNotCall = reading.flag({u"doNotCall"_s, u"do_not_call"_s, u"Do Not Call"_s});
    switch (context.kind) {
    case CollectionKind::Leads:
        readPerson(draft, reading);
        customer.kind = CustomerKind::Lead;
        break;
    case CollectionKind::People:
        readPerson(draft, reading);
        break;
    case CollectionKind::Companies:
        readCompany(draft, reading, context.fields);
        break;
    case CollectionKind::ErpCustomers:
        readErpCustomer(draft, reading, draft.record.sourceId);
        break;
    case CollectionKind::SalesSummaries:
        readSummary(draft, reading);
        break;
    }
    for (const FieldRule &rule : context.rules)
        obey(draft, rule, reading);
    return finished(std::move(draft), context.region);
}

} // namespace callcard::firestore
