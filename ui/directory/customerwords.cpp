#include "customerwords.h"

#include <callcard/phone.h>
#include <callcard/ui/numbertexts.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/terms.h>

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kLongestName = 200;

struct CustomerWords {
    Q_DECLARE_TR_FUNCTIONS(CustomerWords)
};
} // namespace

QString displayName(const Customer &customer)
{
    const QString name = cleaned(customer.name, kLongestName);
    if (!name.isEmpty())
        return name;
    const QString company = cleaned(customer.company, kLongestName);
    return company.isEmpty() ? CustomerWords::tr("Without a name") : company;
}

QString secondLine(const Customer &customer)
{
    const QString company = customer.name.isEmpty() ? QString() : cleaned(customer.company, kLongestName);
    if (customer.kind == CustomerKind::Lead)
        //: Somebody who has not bought yet. %1: company
        return company.isEmpty() ? CustomerWords::tr("Lead") : CustomerWords::tr("Lead · %1").arg(company);
    if (!company.isEmpty())
        return company;
    return customer.kind == CustomerKind::Company ? cleaned(customer.city, kLongestName) : cleaned(customer.title, kLongestName);
}

Person personOf(const Customer &customer)
{
    return {.id = customer.id.text(),
            .name = displayName(customer),
            .icon = customer.kind == CustomerKind::Company ? u"building"_s : QString()};
}

QString numberText(const CustomerNumber &number, const QString &homeRegion)
{
    if (!number.number)
        return cleaned(number.text, 100);
    const QString text = readableForm(*number.number, homeRegion);
    //: A phone number and its extension: "(416) 555-0100 ext. 12"
    return number.extension.isEmpty() ? text : CustomerWords::tr("%1 ext. %2").arg(text, cleaned(number.extension, 12));
}

std::optional<CustomerNumber> mainNumber(const Customer &customer, const std::optional<PhoneNumber> &usual)
{
    std::optional<CustomerNumber> first;
    for (const CustomerNumber &number : customer.numbers) {
        if (!number.number)
            continue;
        if (number.number == usual)
            return number;
        if (!first && number.label != "fax"_L1)
            first = number;
    }
    return first;
}

QString labelText(const QString &label)
{
    const QString word = label.trimmed().toLower();
    if (word == "mobile"_L1 || word == "cell"_L1)
        return CustomerWords::tr("Mobile");
    if (word == "work"_L1 || word == "business"_L1 || word == "office"_L1)
        return CustomerWords::tr("Office");
    if (word == "home"_L1)
        return CustomerWords::tr("Home");
    if (word == "main"_L1)
        //: The main number of a company
        return CustomerWords::tr("Main");
    if (word == "fax"_L1)
        return CustomerWords::tr("Fax");
    if (word == "direct"_L1)
        //: A direct line that passes the switchboard
        return CustomerWords::tr("Direct");
    if (word.isEmpty() || word == "other"_L1)
        return CustomerWords::tr("Phone");
    return cleaned(label, 24);
}

QString sourceText(const QString &source)
{
    const QString service = source.section(u':', 0, 0);
    const QString part = cleaned(source.section(u':', 1), 80);
    if (service == "local"_L1)
        return CustomerWords::tr("This computer");
    if (service == "csv"_L1 || service == "vcard"_L1)
        //: %1: its name
        return CustomerWords::tr("File %1").arg(part);
    const QString name = cleaned(serviceName(service), 60);
    return part.isEmpty() ? name : name + u" · "_s + part;
}

QString spokenRow(const FoundCustomer &found, const DirectoryOptions &options, const QDateTime &now)
{
    QStringList parts{displayName(found.customer), secondLine(found.customer)};
    if (const auto number = mainNumber(found.customer))
        parts += numberText(*number, options.homeRegion);
    if (found.customer.lastContact.isValid()) {
        //: %1: a day. Said by screen readers
        parts += CustomerWords::tr("last contact %1").arg(lastContactText(found.customer, options, now));
    }
    if (found.similar)
        parts += similarName();
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString lastContactText(const Customer &customer, const DirectoryOptions &options, const QDateTime &now)
{
    if (!customer.lastContact.isValid())
        return {};
    const QDate day = customer.lastContact.toTimeZone(options.zone).date();
    const QDate today = now.toTimeZone(options.zone).date();
    const qint64 days = day.daysTo(today);
    return days == 0 || days == 1 ? options.times.day(day, today) : options.times.shortDate(day, today);
}

QString similarName()
{
    //: Found although it is not written as it was typed
    return CustomerWords::tr("similar name");
}

QString damageText(const QList<DamagedFile> &damages)
{
    const bool isAway = std::none_of(damages.cbegin(), damages.cend(), [](const DamagedFile &one) { return one.aside.isEmpty(); });
    if (damages.size() != 1)
        return isAway ? CustomerWords::tr("Files of the directory were damaged and have been set aside.")
                      : CustomerWords::tr("Files of the directory are damaged.");
    switch (damages.constFirst().what) {
    case DamagedFile::What::Customers:
        return CustomerWords::tr("The file of customers was damaged and has been set aside.");
    case DamagedFile::What::Choices:
        return isAway ? CustomerWords::tr("The file of the numbers you chose was damaged and has been set aside.")
                      : CustomerWords::tr("The file of the numbers you chose is damaged.");
    case DamagedFile::What::MadeHere:
        return isAway ? CustomerWords::tr("The file of what you added and changed here was damaged and has been set aside.")
                      : CustomerWords::tr("The file of what you added and changed here is damaged.");
    }
    Q_UNREACHABLE();
}

QString damageRemedy(const QList<DamagedFile> &damages, bool canSync)
{
    QStringList remedies;
    const auto add = [&](const QString &sentence) {
        if (!remedies.contains(sentence))
            remedies.append(sentence);
    };
    for (const DamagedFile &one : damages) {
        if (one.aside.isEmpty()) {
            add(CustomerWords::tr("It could not be moved: let its folder be written to, and start Callcard again."));
        } else if (one.what == DamagedFile::What::Customers) {
            add(canSync ? CustomerWords::tr("Sync, or import your files once more.") : CustomerWords::tr("Import your files once more."));
        } else {
            add(CustomerWords::tr("What could be read is kept."));
            add(one.what == DamagedFile::What::Choices ? CustomerWords::tr("A card asks again about the other numbers.")
                                                       : CustomerWords::tr("Look whether your newest changes are there."));
        }
    }
    return remedies.join(u' ');
}

QString countLine(const FoundCustomers &found, qint64 all, bool filtered)
{
    if (!filtered)
        return CustomerWords::tr("%Ln customer(s)", nullptr, static_cast<int>(all));
    if (found.countIsLeast)
        //: %1 of %2: counting all that were found would take too long
        return CustomerWords::tr("%1+ of %2 customers").arg(countText(found.count), countText(all));
    return CustomerWords::tr("%1 of %2 customers").arg(countText(found.count), countText(all));
}

} // namespace callcard::ui
