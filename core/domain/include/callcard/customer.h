#pragma once

#include <callcard/ids.h>
#include <callcard/phonenumber.h>

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace callcard {

enum class CustomerKind { Person, Company, Lead };

/// One way to reach a customer by phone.
struct CustomerNumber {
    std::optional<PhoneNumber> number{}; ///< Absent: the text could not be parsed; it then matches only itself.
    QString text{};                      ///< As the source had it.
    QString extension{};
    QString label{}; ///< "work", "mobile" …
    bool operator==(const CustomerNumber &) const = default;
};

/// Where a customer came from, and how to recognise the same record there again.
struct CustomerOrigin {
    QString source{}; ///< "firestore:copper_people", "copper", "csv", "vcard", "local" …
    QString sourceId{};
    bool operator==(const CustomerOrigin &) const = default;
};

struct Customer {
    CustomerId id{};
    CustomerKind kind{};
    QString name{};
    QString company{};
    QString title{};
    QList<CustomerNumber> numbers{};
    QList<QString> emails{};
    QString ownerEmail{};
    QString ownerName{};
    QString status{};
    bool active{};
    QString region{}; ///< ISO country of the address, for parsing national numbers.
    QString city{};
    QDate customerSince{};
    QDate lastOrder{};
    std::optional<qint64> salesThisYearCents{};
    std::optional<qint64> salesTwelveMonthsCents{};
    QString note{}; ///< From the source; the rep's own notes live in the call log.
    bool doNotCall{};
    QDateTime lastContact{};
    QList<CustomerOrigin> origins{};
    bool operator==(const Customer &) const = default;
    friend QDebug operator<<(QDebug debug, const Customer &customer); ///< Id and kind only.
};

} // namespace callcard
