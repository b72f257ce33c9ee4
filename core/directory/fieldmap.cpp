#include <callcard/fieldmap.h>

#include "columns.h"
#include "importbytes.h"
#include "rowreader.h"

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView kFileOnly[] = {"ignore"_L1, "id"_L1, "extension"_L1, "sameCompany"_L1};
constexpr qsizetype kLongestMappedNote = 4000;
constexpr qsizetype kMostMappedPhones = 40;
constexpr qsizetype kMostMappedEmails = 12;

void putEmail(Customer &customer, const QString &text)
{
    if (!text.contains(u'@'))
        return;
    customer.emails.removeIf([&](const QString &known) { return known.compare(text, Qt::CaseInsensitive) == 0; });
    customer.emails.prepend(text);
    customer.emails.resize(std::min(customer.emails.size(), kMostMappedEmails));
}

} // namespace

QStringList mappableFields()
{
    QStringList words = fieldWordList();
    for (const QLatin1StringView word : kFileOnly)
        words.removeAll(word);
    return words;
}

QList<FieldRule> fieldRules(const QStringList &entries)
{
    QList<FieldRule> rules;
    for (const QString &entry : entries) {
        const qsizetype equals = entry.indexOf(u'=');
        const QString left = entry.left(std::max<qsizetype>(0, equals)).trimmed();
        const qsizetype dot = left.lastIndexOf(u'.');
        const FieldRule rule{.where = left.left(std::max<qsizetype>(0, dot)),
                             .target = left.mid(dot + 1),
                             .field = equals < 0 ? QString() : entry.mid(equals + 1).trimmed()};
        if (!rule.field.isEmpty() && mappableFields().contains(rule.target))
            rules.append(rule);
    }
    return rules;
}

QList<FieldRule> rulesFor(const QList<FieldRule> &rules, const QString &where)
{
    QList<FieldRule> general;
    QList<FieldRule> particular;
    for (const FieldRule &rule : rules) {
        if (rule.where.isEmpty())
            general.append(rule);
        else if (rule.where == where)
            particular.append(rule);
    }
    return general + particular;
}

QString ruleText(const QList<FieldRule> &rules)
{
    QStringList texts;
    for (const FieldRule &rule : rules)
        texts.append(rule.where + u'.' + rule.target + u'=' + rule.field);
    return texts.join(u'\n');
}

void applyRule(RecordDraft &draft, const FieldRule &rule, const QString &text, const QString &label)
{
    const auto field = fieldFromWord(rule.target);
    const QString clean = cleanText(text, field == Field::Note ? kLongestMappedNote : 500);
    if (!field || clean.isEmpty())
        return;
    Customer &customer = draft.record.customer;
    switch (*field) {
    case Field::Name:
        customer.name = clean;
        draft.firstName.clear();
        draft.lastName.clear();
        break;
    case Field::FirstName:
        draft.firstName = clean;
        customer.name.clear();
        break;
    case Field::LastName:
        draft.lastName = clean;
        customer.name.clear();
        break;
    case Field::Company:
        customer.company = clean;
        break;
    case Field::Title:
        customer.title = clean;
        break;
    case Field::Phone:
        draft.phones.prepend({clean, label});
        draft.phones.resize(std::min(draft.phones.size(), kMostMappedPhones));
        break;
    case Field::Email:
        putEmail(customer, clean);
        break;
    case Field::OwnerEmail:
        customer.ownerEmail = clean;
        break;
    case Field::Owner:
        (clean.contains(u'@') ? customer.ownerEmail : customer.ownerName) = clean;
        break;
    case Field::Status:
        customer.status = clean;
        break;
    case Field::Active:
        customer.active = isYes(clean);
        break;
    case Field::Country:
        draft.country = clean;
        break;
    case Field::City:
        customer.city = clean;
        break;
    case Field::Since:
        customer.customerSince = readTime(clean).date();
        break;
    case Field::LastOrder:
        customer.lastOrder = readTime(clean).date();
        break;
    case Field::SalesThisYear:
        customer.salesThisYearCents = readMoney(clean);
        break;
    case Field::Note:
        customer.note = clean;
        break;
    case Field::DoNotCall:
        customer.doNotCall = isYes(clean);
        break;
    case Field::LastContact:
        customer.lastContact = readTime(clean);
        break;
    case Field::None:
    case Field::Id:
    case Field::Extension:
    case Field::CompanyId:
    case Field::AccountId:
    case Field::SameCompany:
        break;
    }
}

} // namespace callcard
