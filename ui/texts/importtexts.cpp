#include <callcard/ui/importtexts.h>

#include <QCoreApplication>
#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kLongestColumnWord = 40;

struct ImportTexts {
    Q_DECLARE_TR_FUNCTIONS(ImportTexts)
};
} // namespace

QString importReason(const QString &word)
{
    const QHash<QString, QString> reasons{
        {u"empty"_s, ImportTexts::tr("There is nothing in this row.")},
        {u"no-name"_s, ImportTexts::tr("There is neither a name nor a company.")},
        {u"no-id"_s, ImportTexts::tr("The row does not say which customer it belongs to.")},
        {u"same-id"_s, ImportTexts::tr("Another name has the same id. Both are kept, each for itself.")},
        {u"quote-never-closed"_s, ImportTexts::tr("A quotation mark is opened and never closed.")},
        {u"field-too-long"_s, ImportTexts::tr("One field is longer than any name or note.")},
        {u"row-too-long"_s, ImportTexts::tr("The row is too long.")},
        {u"too-many-columns"_s, ImportTexts::tr("The row has too many columns.")},
        {u"card-not-ended"_s, ImportTexts::tr("The card has no end.")},
        {u"card-too-long"_s, ImportTexts::tr("The card is too long.")},
        {u"withheld"_s, ImportTexts::tr("This stands for a withheld number.")},
        {u"letters"_s, ImportTexts::tr("The number is written in letters.")},
        {u"several-numbers"_s, ImportTexts::tr("Several numbers stand in one field.")},
        {u"scientific-notation"_s, ImportTexts::tr("A spreadsheet rounded the number away. Export it as text.")},
        {u"not-a-number"_s, ImportTexts::tr("This is not a phone number.")},
        {u"short-code"_s, ImportTexts::tr("This is a short code, which identifies nobody.")},
        {u"area-code-missing"_s, ImportTexts::tr("The area code is missing.")},
        {u"too-short"_s, ImportTexts::tr("The number is too short.")},
        {u"too-long"_s, ImportTexts::tr("The number is too long.")},
        {u"region-missing"_s, ImportTexts::tr("The country is not known. Set the region for numbers without one.")},
        {u"unknown-country"_s, ImportTexts::tr("No country has this code.")},
        {u"not-in-use"_s, ImportTexts::tr("No telephone company gives out such a number.")}};
    return reasons.value(word, word.left(kLongestColumnWord));
}

QString recordReason(const QString &word)
{
    if (word == "empty"_L1)
        return ImportTexts::tr("There is neither a name nor a number.");
    if (word == "no-id"_L1)
        return ImportTexts::tr("The record has no id.");
    return importReason(word);
}

QString importField(const QString &word)
{
    const QHash<QString, QString> fields{{QString(), ImportTexts::tr("not used")},
                                         {u"id"_s, ImportTexts::tr("Customer’s id")},
                                         {u"name"_s, ImportTexts::tr("Name")},
                                         {u"firstName"_s, ImportTexts::tr("First name")},
                                         {u"lastName"_s, ImportTexts::tr("Last name")},
                                         {u"company"_s, ImportTexts::tr("Company")},
                                         {u"title"_s, ImportTexts::tr("Role")},
                                         {u"phone"_s, ImportTexts::tr("Phone")},
                                         {u"extension"_s, ImportTexts::tr("Extension")},
                                         {u"email"_s, ImportTexts::tr("E-mail")},
                                         {u"ownerEmail"_s, ImportTexts::tr("Owner’s e-mail")},
                                         {u"owner"_s, ImportTexts::tr("Owner")},
                                         {u"status"_s, ImportTexts::tr("Status")},
                                         {u"active"_s, ImportTexts::tr("Active customer")},
                                         {u"country"_s, ImportTexts::tr("Country")},
                                         {u"city"_s, ImportTexts::tr("City")},
                                         {u"since"_s, ImportTexts::tr("Customer since")},
                                         {u"lastOrder"_s, ImportTexts::tr("Last order")},
                                         {u"salesThisYear"_s, ImportTexts::tr("Sales this year")},
                                         {u"note"_s, ImportTexts::tr("Note")},
                                         {u"doNotCall"_s, ImportTexts::tr("Does not want calls")},
                                         {u"lastContact"_s, ImportTexts::tr("Last contact")},
                                         {u"companyId"_s, ImportTexts::tr("Company’s id")},
                                         {u"accountId"_s, ImportTexts::tr("Account’s id")},
                                         {u"sameCompany"_s, ImportTexts::tr("Same company elsewhere")}};
    return fields.value(word, word.left(kLongestColumnWord));
}

QString importPreset(const QString &word)
{
    if (word == "copper-people"_L1)
        return ImportTexts::tr("People, exported from Copper");
    if (word == "copper-companies"_L1)
        return ImportTexts::tr("Companies, exported from Copper");
    if (word == "copper-leads"_L1)
        return ImportTexts::tr("Leads, exported from Copper");
    if (word == "fishbowl-customers"_L1)
        return ImportTexts::tr("Customers, exported from Fishbowl");
    if (word == "customer-sales-summary"_L1)
        return ImportTexts::tr("Sales summary by customer");
    return word.left(kLongestColumnWord);
}

} // namespace callcard::ui
