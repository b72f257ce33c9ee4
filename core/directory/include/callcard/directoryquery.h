#pragma once

#include <callcard/customer.h>

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

namespace callcard {

enum class CustomerFilter { All, Mine, Active, SharedNumbers };

/// What a list of customers shows.
struct CustomerQuery {
    QString text{}; ///< Empty: everybody whom the filter lets through, by name; shared numbers by number, so that sharers stand together.
    CustomerFilter filter{};
    int limit{50};
    QByteArray after{}; ///< `next` of the page before; without a text only.
    bool operator==(const CustomerQuery &) const = default;
};

struct FoundCustomer {
    Customer customer{};
    bool similar{}; ///< A slip of the keyboard was forgiven: it stands last and says so.
    bool operator==(const FoundCustomer &) const = default;
};

struct FoundCustomers {
    QList<FoundCustomer> customers{};
    qint64 count{};      ///< Of all that were found …
    bool countIsLeast{}; ///< … or at least so many: counting on would take longer than reading.
    bool more{};         ///< Not all of them are here: ask with `next`, or a greater limit where that is empty.
    QByteArray next{};
    bool operator==(const FoundCustomers &) const = default;
};

} // namespace callcard

Q_DECLARE_METATYPE(callcard::FoundCustomers)
