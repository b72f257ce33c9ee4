#pragma once

#include <callcard/directory.h>
#include <callcard/phone.h>

/// Invented customers, built in the order a test names what matters to it.
namespace callcard::people {

inline PhoneNumber number(const QString &text)
{
    return parsePhone(text, QStringLiteral("US")).value().number;
}

inline CustomerNumber stored(const QString &text, const QString &region = QStringLiteral("US"))
{
    CustomerNumber number{.text = text};
    if (const auto parsed = parsePhone(text, region)) {
        number.number = parsed->number;
        number.extension = parsed->extension;
    }
    return number;
}

inline SourceRecord person(const QString &id, const QString &name, const QStringList &numbers = {}, const QString &company = {})
{
    SourceRecord record{.sourceId = id, .customer = {.name = name, .company = company}};
    for (const QString &text : numbers)
        record.customer.numbers.append(stored(text));
    return record;
}

inline CallParty caller(const QString &text)
{
    CallParty party{.rawNumber = text};
    if (const auto parsed = parsePhone(text, QStringLiteral("US"))) {
        party.number = parsed->number;
        party.extension = parsed->extension;
    }
    return party;
}

inline QStringList names(const QList<Match> &matches)
{
    QStringList list;
    for (const Match &match : matches)
        list.append(match.customer.name);
    return list;
}

inline QStringList names(const QList<Customer> &customers)
{
    QStringList list;
    for (const Customer &customer : customers)
        list.append(customer.name);
    return list;
}

} // namespace callcard::people
