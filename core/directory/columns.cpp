#include "columns.h"

#include <callcard/phone.h>

#include <QRegularExpression>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

const QList<std::pair<Field, QString>> &fieldWords()
{
    static const QList<std::pair<Field, QString>> words{{Field::None, u"ignore"_s},
                                                        {Field::Id, u"id"_s},
                                                        {Field::Name, u"name"_s},
                                                        {Field::FirstName, u"firstName"_s},
                                                        {Field::LastName, u"lastName"_s},
                                                        {Field::Company, u"company"_s},
                                                        {Field::Title, u"title"_s},
                                                        {Field::Phone, u"phone"_s},
                                                        {Field::Extension, u"extension"_s},
                                                        {Field::Email, u"email"_s},
                                                        {Field::OwnerEmail, u"ownerEmail"_s},
                                                        {Field::Owner, u"owner"_s},
                                                        {Field::Status, u"status"_s},
                                                        {Field::Active, u"active"_s},
                                                        {Field::Country, u"country"_s},
                                                        {Field::City, u"city"_s},
                                                        {Field::Since, u"since"_s},
                                                        {Field::LastOrder, u"lastOrder"_s},
                                                        {Field::SalesThisYear, u"salesThisYear"_s},
                                                        {Field::Note, u"note"_s},
                                                        {Field::DoNotCall, u"doNotCall"_s},
                                                        {Field::LastContact, u"lastContact"_s},
                                                        {Field::CompanyId, u"companyId"_s},
                                                        {Field::AccountId, u"accountId"_s},
                                                        {Field::SameCompany, u"sameCompany"_s}};
    return words;
}

/// "Phone Number 2", "Main Phone cf_699010", "E-mail 1 - Value" → phonenumber, mainphone, emailvalue
QString plainHeader(const QString &header)
{
    static const QRegularExpression customField(u"\\s*cf_\\d+\\s*$"_s);
    QString plain;
    for (const QChar c : QString(header).remove(customField).toLower()) {
        if (c.isLetter())
            plain += c;
    }
    return plain;
}

const QHash<QString, Field> &knownHeaders()
{
    static const QHash<QString, Field> table = [] {
        QHash<QString, Field> headers;
        const auto add = [&](Field field, const QString &words) {
            for (const QString &word : words.split(u' '))
                headers.insert(word, field);
        };
        add(Field::Id, u"id copperid contactid customerid recordid personid uid leadid key kundennummer clientid"_s);
        add(Field::Name,
            u"name fullname contactname customername displayname contact customer kunde nom nombre personname leadname accountname filesas"_s);
        add(Field::FirstName, u"firstname givenname first forename vorname prénom prenom fname"_s);
        add(Field::LastName, u"lastname surname familyname last nachname apellido lname"_s);
        add(Field::Company,
            u"company companyname organization organisation organizationname account firma empresa société employer business businessname"_s);
        add(Field::Title, u"title jobtitle position role organizationtitle"_s);
        add(Field::Phone,
            u"phone phonenumber phonevalue mainphone mobile mobilephone cell cellphone telephone tel telefon teléfono téléphone telefono "
            "number workphone businessphone homephone otherphone companymainphone primaryphone phonework phonehome phonemobile "
            "handy rufnummer landline contactnumber directphone billingphone shippingphone carphone assistantsphone"_s);
        add(Field::Extension, u"extension ext phoneextension durchwahl"_s);
        add(Field::Email, u"email emailaddress emailvalue mail workemail primaryemail contactemail otheremail homeemail correo courriel"_s);
        add(Field::OwnerEmail, u"owneremail salesrepemail assigneeemail repemail"_s);
        add(Field::Owner,
            u"owner ownedby salesrep salesrepname salesperson salespersonname assignee assignedto accountowner contactowner rep"_s);
        add(Field::Status, u"status accounttype contacttype stage customerstatus"_s);
        add(Field::Active, u"active activecustomer isactive"_s);
        add(Field::Country,
            u"country countrycode land pays país businesscountry billingcountry shippingcountry countryregion addresscountry"_s);
        add(Field::City, u"city town ort stadt ville ciudad businesscity billingcity shippingcity addresscity"_s);
        add(Field::Since, u"customersince since firstorderdate created createdat datecreated createdate"_s);
        add(Field::LastOrder, u"lastorder lastorderdate lastpurchase"_s);
        add(Field::SalesThisYear, u"totalsalesytd salesthisyear salesytd ytdsales"_s);
        add(Field::Note, u"note notes details comment comments description bemerkung"_s);
        add(Field::DoNotCall, u"donotcall dnc donotcontact"_s);
        add(Field::LastContact, u"lastcontact lastcontacted lastcontacteddate lastactivity lastactivitydate"_s);
        add(Field::CompanyId, u"companyid"_s);
        add(Field::AccountId, u"accountorderid"_s);
        return headers;
    }();
    return table;
}

Preset presetOf(const QSet<QString> &headers)
{
    const auto has = [&](const char16_t *word) { return headers.contains(QString::fromUtf16(word)); };
    if (has(u"totalsalesytd") && has(u"customerid"))
        return {u"customer-sales-summary"_s, u"csv:customer_sales_summary"_s, CustomerKind::Company, true};
    if (has(u"accountnumber") && (has(u"salesrepemail") || has(u"accounttypesource")))
        return {u"fishbowl-customers"_s, u"csv:fishbowl_customers"_s, CustomerKind::Company, false};
    if ((has(u"leadtemperature") || has(u"leadid") || has(u"converteddate")) && (has(u"firstname") || has(u"name")))
        return {u"copper-leads"_s, u"csv:copper_leads"_s, CustomerKind::Lead, false};
    if (has(u"copperid") && (has(u"firstname") || has(u"lastname")))
        return {u"copper-people"_s, u"csv:copper_people"_s, CustomerKind::Person, false};
    if (has(u"name") && !has(u"firstname") &&
        (has(u"activecustomer") || has(u"emaildomain") || has(u"accountorderid") || has(u"primarycontact")))
        return {u"copper-companies"_s, u"csv:copper_companies"_s, CustomerKind::Company, false};
    return {};
}

QString labelOf(const QString &plain)
{
    for (const QString &label :
         {u"mobile"_s, u"cell"_s, u"home"_s, u"fax"_s, u"main"_s, u"other"_s, u"direct"_s, u"billing"_s, u"shipping"_s}) {
        if (plain.contains(label))
            return label == "cell"_L1 ? u"mobile"_s : label;
    }
    return plain.contains("work"_L1) || plain.contains("business"_L1) ? u"work"_s : QString();
}

/// Without a header the values speak: one row is enough for an address or a number.
void guessByContent(ColumnMap &columns, const QStringList &row, const QString &region)
{
    columns.hasHeader = false;
    bool named = false;
    bool company = false;
    for (qsizetype i = 0; i < row.size(); ++i) {
        const QString &text = row.at(i);
        Field &field = columns.fields[i];
        if (text.contains(u'@'))
            field = Field::Email;
        else if (parsePhone(text, region))
            field = Field::Phone;
        else if (std::none_of(text.cbegin(), text.cend(), [](QChar c) { return c.isLetter(); }))
            field = Field::None;
        else if (!std::exchange(named, true))
            field = Field::Name;
        else if (!std::exchange(company, true))
            field = Field::Company;
        columns.headers[i] = QString::number(i + 1);
    }
}

} // namespace

QString fieldWord(Field field)
{
    for (const auto &[known, word] : fieldWords()) {
        if (known == field)
            return field == Field::None ? QString() : word;
    }
    return {};
}

QStringList fieldWordList()
{
    QStringList words;
    for (const auto &[field, word] : fieldWords())
        words.append(word);
    return words;
}

std::optional<Field> fieldFromWord(QStringView word)
{
    for (const auto &[field, known] : fieldWords()) {
        if (known.compare(word, Qt::CaseInsensitive) == 0)
            return field;
    }
    return std::nullopt;
}

ColumnMap guessedColumns(const QStringList &firstRow, const QString &region)
{
    ColumnMap columns;
    columns.headers = firstRow;
    columns.fields.resize(firstRow.size());
    columns.labels.resize(firstRow.size());
    QSet<QString> plain;
    for (qsizetype i = 0; i < firstRow.size(); ++i) {
        const QString word = plainHeader(firstRow.at(i));
        plain.insert(word);
        columns.fields[i] = knownHeaders().value(word, Field::None);
        if (columns.fields.at(i) == Field::Phone)
            columns.labels[i] = labelOf(word);
    }
    const auto found = std::count_if(columns.fields.cbegin(), columns.fields.cend(), [](Field field) { return field != Field::None; });
    // Names that nobody knows are names all the same, unless an address or a number stands among them.
    const bool looksLikeData = std::any_of(firstRow.cbegin(), firstRow.cend(), [&](const QString &text) {
        return text.contains(u'@') || (found == 0 && parsePhone(text, region));
    });
    if (looksLikeData) {
        columns.fields.fill(Field::None);
        columns.labels.fill(QString());
        guessByContent(columns, firstRow, region);
        return columns;
    }
    columns.preset = presetOf(plain);
    for (qsizetype i = 0; i < firstRow.size(); ++i) {
        const QString word = plainHeader(firstRow.at(i));
        if (columns.preset.name == "fishbowl-customers"_L1 && word == "copperid"_L1)
            columns.fields[i] = Field::SameCompany;
        else if (columns.preset.name == "fishbowl-customers"_L1 && word == "accountnumber"_L1 && !columns.fields.contains(Field::Id))
            columns.fields[i] = Field::Id;
        else if (columns.preset.name == "copper-companies"_L1 && word == "companyid"_L1)
            columns.fields[i] = Field::Id; // there it is its own
    }
    // One name is enough: an ERP's "customer name" beside a CRM's "name".
    const qsizetype name = columns.fields.indexOf(Field::Name);
    for (qsizetype i = name + 1; name >= 0 && i < columns.fields.size(); ++i) {
        if (columns.fields.at(i) == Field::Name)
            columns.fields[i] = Field::None;
    }
    const qsizetype id = columns.fields.indexOf(Field::Id);
    for (qsizetype i = id + 1; id >= 0 && i < columns.fields.size(); ++i) {
        if (columns.fields.at(i) == Field::Id)
            columns.fields[i] = Field::None;
    }
    return columns;
}

std::optional<QString> applyMap(ColumnMap &columns, const QHash<QString, QString> &map)
{
    for (auto choice = map.cbegin(); choice != map.cend(); ++choice) {
        const auto field = fieldFromWord(choice.value());
        qsizetype column = columns.headers.indexOf(choice.key());
        if (bool isNumber = false; column < 0) {
            const int number = choice.key().toInt(&isNumber);
            column = isNumber ? number - 1 : -1;
        }
        if (!field || column < 0 || column >= columns.fields.size())
            return QString(choice.key() + u'=' + choice.value());
        columns.fields[column] = *field;
    }
    return std::nullopt;
}

} // namespace callcard
