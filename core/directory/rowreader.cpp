#include "rowreader.h"
#include "importbytes.h"
#include "indextext.h"

#include <callcard/phone.h>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostImportedNumbers = 24; ///< Of one customer; more is a list that slipped into a field.
constexpr int kMostImportedEmails = 12;

/// Forms insist on a surname.
bool isFillerName(const QString &name)
{
    static const QSet<QString> filler{u""_s,        u"unknown"_s, u"na"_s,     u"n a"_s,  u"none"_s,     u"null"_s,
                                      u"x"_s,       u"xx"_s,      u"xxx"_s,    u"test"_s, u"lastname"_s, u"last name"_s,
                                      u"surname"_s, u"no name"_s, u"noname"_s, u"tbd"_s};
    return filler.contains(wordsOf(name).join(u' '));
}

QString countryCode(const QString &text)
{
    static const QHash<QString, QString> names{{u"united states"_s, u"US"_s}, {u"united states of america"_s, u"US"_s},
                                               {u"usa"_s, u"US"_s},           {u"u s a"_s, u"US"_s},
                                               {u"canada"_s, u"CA"_s},        {u"united kingdom"_s, u"GB"_s},
                                               {u"great britain"_s, u"GB"_s}, {u"uk"_s, u"GB"_s},
                                               {u"england"_s, u"GB"_s},       {u"germany"_s, u"DE"_s},
                                               {u"deutschland"_s, u"DE"_s},   {u"france"_s, u"FR"_s},
                                               {u"italy"_s, u"IT"_s},         {u"italia"_s, u"IT"_s},
                                               {u"spain"_s, u"ES"_s},         {u"espana"_s, u"ES"_s},
                                               {u"austria"_s, u"AT"_s},       {u"switzerland"_s, u"CH"_s},
                                               {u"netherlands"_s, u"NL"_s},   {u"belgium"_s, u"BE"_s},
                                               {u"ireland"_s, u"IE"_s},       {u"mexico"_s, u"MX"_s},
                                               {u"australia"_s, u"AU"_s},     {u"new zealand"_s, u"NZ"_s},
                                               {u"india"_s, u"IN"_s},         {u"brazil"_s, u"BR"_s},
                                               {u"japan"_s, u"JP"_s},         {u"poland"_s, u"PL"_s},
                                               {u"sweden"_s, u"SE"_s},        {u"denmark"_s, u"DK"_s},
                                               {u"norway"_s, u"NO"_s},        {u"portugal"_s, u"PT"_s}};
    const QString code = text.toUpper();
    if (code.size() == 2 && isPhoneRegion(code))
        return code;
    return names.value(wordsOf(text).join(u' '));
}

void addNumber(RawCustomer &raw, const QString &text, const QString &label, const QString &region, ImportedRow &row)
{
    Customer &customer = raw.record.customer;
    CustomerNumber number{.text = cleanText(withoutSpreadsheet(text), 100), .label = label.left(40)};
    const auto parsed = parsePhone(number.text, region);
    if (parsed) {
        number.number = parsed->number;
        number.extension = parsed->extension;
    } else if (parsed.error() == PhoneProblem::Empty || parsed.error() == PhoneProblem::Withheld) {
        return; // "n/a" is how people leave a field empty
    } else {
        row.numberProblems.append({row.line, raw.phoneField, phoneProblemName(parsed.error())});
    }
    const bool known = std::any_of(customer.numbers.cbegin(), customer.numbers.cend(), [&](const CustomerNumber &other) {
        return other.number == number.number && other.extension == number.extension && (number.number || other.text == number.text);
    });
    if (!known && customer.numbers.size() < kMostImportedNumbers)
        customer.numbers.append(number);
}

/// Where the source gives none: what would make a person say it is the same one.
QString idFromContent(const Customer &customer)
{
    QString content = QString(nameKey(customer.name) + u'|' + companyKey(customer.company));
    if (!customer.emails.isEmpty())
        content += QString(u'|' + emailForm(customer.emails.constFirst()));
    else if (!customer.numbers.isEmpty())
        content += QString(u'|' + (customer.numbers.constFirst().number ? customer.numbers.constFirst().number->e164()
                                                                        : customer.numbers.constFirst().text));
    return QString(u'~' + QString::number(static_cast<quint64>(stableHash(content)), 36));
}

} // namespace

bool isYes(const QString &text)
{
    static const QSet<QString> yes{u"true"_s, u"1"_s, u"yes"_s, u"y"_s, u"x"_s, u"checked"_s, u"active"_s, u"ja"_s, u"oui"_s, u"si"_s};
    return yes.contains(text.toLower());
}

QString completed(RawCustomer &raw, const QString &region, ImportedRow &row)
{
    Customer &customer = raw.record.customer;
    customer.region = countryCode(raw.country);
    for (const auto &[text, label] : std::as_const(raw.phones))
        addNumber(raw, text, label, customer.region.isEmpty() ? region : customer.region, row);
    if (!raw.extension.isEmpty() && !customer.numbers.isEmpty() && customer.numbers.constFirst().extension.isEmpty())
        customer.numbers.first().extension = digitsIn(raw.extension).left(10);
    if (customer.name.isEmpty())
        customer.name = isFillerName(raw.lastName) ? raw.firstName : QString(raw.firstName + u' ' + raw.lastName).trimmed();
    if (isFillerName(customer.name))
        customer.name.clear();
    if (customer.name.isEmpty() && !customer.company.isEmpty() && !raw.record.factsOnly) {
        customer.name = customer.company;
        customer.kind = customer.kind == CustomerKind::Lead ? CustomerKind::Lead : CustomerKind::Company;
    }
    if (customer.kind == CustomerKind::Company && customer.company == customer.name)
        customer.company.clear();
    if (customer.name.isEmpty() && !customer.emails.isEmpty())
        customer.name = customer.emails.constFirst();
    if (raw.record.factsOnly)
        return raw.record.sourceId.isEmpty() ? u"no-id"_s : QString();
    if (customer.name.isEmpty())
        return customer.numbers.isEmpty() ? u"empty"_s : u"no-name"_s;
    if (raw.record.sourceId.isEmpty())
        raw.record.sourceId = idFromContent(customer);
    return {};
}

SourceRecord recordOf(const ColumnMap &columns, const QList<QByteArray> &fields, const QString &region, ImportedRow &row)
{
    RawCustomer raw;
    SourceRecord &record = raw.record;
    Customer &customer = record.customer;
    customer.kind = columns.preset.kind;
    record.factsOnly = columns.preset.factsOnly;
    const bool isCompany = customer.kind == CustomerKind::Company;
    for (qsizetype i = 0; i < std::min(fields.size(), columns.fields.size()); ++i) {
        const Field field = columns.fields.at(i);
        if (field == Field::None || fields.at(i).isEmpty())
            continue;
        const QString text = decodedField(fields.at(i), field == Field::Note ? 4000 : 500);
        if (text.isEmpty())
            continue;
        switch (field) {
        case Field::None:
            break;
        case Field::Id:
            record.sourceId = withoutSpreadsheet(text);
            break;
        case Field::Name:
            customer.name = text;
            break;
        case Field::FirstName:
            raw.firstName = text;
            break;
        case Field::LastName:
            raw.lastName = text;
            break;
        case Field::Company:
            customer.company = text;
            break;
        case Field::Title:
            customer.title = text;
            break;
        case Field::Phone:
            if (raw.phones.size() < kMostImportedNumbers) {
                // One cell may hold a list, as some address books export it.
                for (const QString &one : text.split(u" ::: "_s, Qt::SkipEmptyParts))
                    raw.phones.append({one, columns.labels.at(i)});
            }
            if (raw.phoneField.isEmpty())
                raw.phoneField = columns.headers.at(i);
            break;
        case Field::Extension:
            raw.extension = text;
            break;
        case Field::Email:
            if (text.contains(u'@') && customer.emails.size() < kMostImportedEmails && !customer.emails.contains(text))
                customer.emails.append(text);
            break;
        case Field::OwnerEmail:
            customer.ownerEmail = text;
            break;
        case Field::Owner:
            (text.contains(u'@') ? customer.ownerEmail : customer.ownerName) = text;
            break;
        case Field::Status:
            customer.status = text;
            break;
        case Field::Active:
            customer.active = isYes(text);
            break;
        case Field::Country:
            raw.country = text;
            break;
        case Field::City:
            customer.city = text;
            break;
        case Field::Since:
            customer.customerSince = readTime(text).date();
            break;
        case Field::LastOrder:
            customer.lastOrder = readTime(text).date();
            break;
        case Field::SalesThisYear:
            customer.salesThisYearCents = readMoney(text);
            break;
        case Field::Note:
            customer.note = text;
            break;
        case Field::DoNotCall:
            customer.doNotCall = isYes(text);
            break;
        case Field::LastContact:
            customer.lastContact = readTime(text);
            break;
        case Field::CompanyId:
            if (!isCompany)
                record.completedBy.append(recordKey(u"csv:copper_companies"_s, withoutSpreadsheet(text)));
            break;
        case Field::AccountId:
            record.completedBy.append(recordKey(u"csv:fishbowl_customers"_s, withoutSpreadsheet(text)));
            record.completedBy.append(recordKey(u"csv:customer_sales_summary"_s, withoutSpreadsheet(text)));
            break;
        case Field::SameCompany:
            record.sameAs = recordKey(u"csv:copper_companies"_s, withoutSpreadsheet(text));
            break;
        }
    }
    row.refusal.reason = completed(raw, region, row);
    return record;
}

} // namespace callcard
