#include "customerwords.h"

#include <callcard/ui/outsidetext.h>

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {

constexpr qsizetype kLongestValue = 200;
constexpr int kLongestShown = 60;

struct CrmTexts {
    Q_DECLARE_TR_FUNCTIONS(CrmTexts)
};

using Values = QList<std::pair<QString, QString>>;

Values valuesOf(const Customer &customer)
{
    const CustomerOrigin origin = customer.origins.value(0);
    const auto number = mainNumber(customer);
    return {{u"{id}"_s, origin.sourceId},
            {u"{source}"_s, origin.source},
            {u"{name}"_s, customer.name},
            {u"{company}"_s, customer.company},
            {u"{email}"_s, customer.emails.value(0)},
            {u"{number}"_s, number && number->number ? number->number->e164() : QString()}};
}

/// "{customer}" and "{id" are none that we know.
QString wordAt(QStringView pattern)
{
    const qsizetype end = pattern.indexOf(u'}');
    return pattern.first(end < 0 ? pattern.size() : end + 1).toString();
}

} // namespace

CrmPage crmPageOf(const QString &pattern, const Customer &customer)
{
    const Values values = valuesOf(customer);
    QString filled;
    QString lacking;
    bool isFilled = false;
    for (qsizetype at = 0; at < pattern.size();) {
        const QStringView rest = QStringView(pattern).sliced(at);
        const auto known = std::find_if(values.cbegin(), values.cend(), [&](const auto &value) { return rest.startsWith(value.first); });
        if (known == values.cend() && (rest.front() == u'{' || rest.front() == u'}'))
            return {.url = std::nullopt, .trouble = CrmTrouble::UnknownWord, .word = wordAt(rest)};
        if (known == values.cend()) {
            filled += pattern.at(at++);
            continue;
        }
        if (known->second.isEmpty() && lacking.isEmpty())
            lacking = known->first;
        // Whatever stands in a name, it cannot become another part of the address.
        filled += QString::fromLatin1(QUrl::toPercentEncoding(known->second.left(kLongestValue)));
        at += known->first.size();
        isFilled = true;
    }
    const QUrl page(filled, QUrl::StrictMode);
    if (page.isValid() && !page.scheme().isEmpty() && page.scheme() != "https"_L1)
        return {.url = std::nullopt, .trouble = CrmTrouble::NotEncrypted, .word = {}};
    if (!page.isValid() || page.scheme().isEmpty() || page.host().isEmpty())
        return {.url = std::nullopt, .trouble = CrmTrouble::NoAddress, .word = {}};
    if (!lacking.isEmpty())
        return {.url = std::nullopt, .trouble = CrmTrouble::LacksValue, .word = lacking};
    return {.url = page, .trouble = isFilled ? CrmTrouble::None : CrmTrouble::SameForAll, .word = {}};
}

std::optional<QUrl> crmPage(const QString &pattern, const Customer &customer)
{
    return pattern.isEmpty() ? std::nullopt : crmPageOf(pattern, customer).url;
}

QString crmPageText(const CrmPage &page, const QString &who)
{
    switch (page.trouble) {
    case CrmTrouble::None:
        return who.isEmpty()
                   //: %1: an address
                   ? CrmTexts::tr("For example: %1").arg(page.url->toString(QUrl::FullyEncoded))
                   //: %1: a customer's name, %2: the address of their page
                   : CrmTexts::tr("%1: %2").arg(isolated(cleaned(who, kLongestShown)), page.url->toString(QUrl::FullyEncoded));
    case CrmTrouble::SameForAll:
        return CrmTexts::tr("This opens the same page for everybody. Put {id}, {email}, {name} or {number} where the customer belongs.");
    case CrmTrouble::UnknownWord:
        //: %1: like {customer}; the words in braces are fixed
        return CrmTexts::tr("%1 is not known. There are {id}, {source}, {name}, {company}, {email} and {number}.")
            .arg(cleaned(page.word, kLongestShown));
    case CrmTrouble::NotEncrypted:
        return CrmTexts::tr("The address must begin with https://.");
    case CrmTrouble::NoAddress:
        return CrmTexts::tr("This is no complete address. It looks like https://crm.company.example/people/{id}.");
    case CrmTrouble::LacksValue:
        //: %1: a customer's name, %2: like {email}
        return CrmTexts::tr("%1 has nothing for %2, so nothing is opened for them. Others’ pages open.")
            .arg(isolated(cleaned(who, kLongestShown)), page.word);
    }
    Q_UNREACHABLE();
}

} // namespace callcard::ui
