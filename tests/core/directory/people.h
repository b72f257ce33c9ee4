#pragma once

#include <callcard/directory.h>
#include <callcard/phone.h>

#include <QFile>

#include <algorithm>

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

/// What a failing disk does: half of the file's pages, from a quarter on, are not what was written. Nobody has it open.
inline void punch(const QString &path)
{
    constexpr qint64 kPage = 4096;
    QFile file(path);
    const qint64 pages = file.size() / kPage;
    if (pages < 4 || !file.open(QFile::ReadWrite) || !file.seek(pages / 4 * kPage))
        qFatal("nothing to damage");
    const QByteArray hole(std::max<qint64>(1, pages / 2) * kPage, '\xff');
    if (file.write(hole) != hole.size())
        qFatal("cannot write");
}

} // namespace callcard::people
