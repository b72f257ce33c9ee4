#pragma once

#include <callcard/customer.h>
#include <callcard/result.h>

#include <QDateTime>

namespace callcard {

/// What a person filled in: a new customer, or changes of one that is there.
struct CustomerDraft {
    CustomerId edits{}; ///< By any of its origins; empty: a new one.
    CustomerKind kind{};
    QString name{};
    QString company{};
    QString title{};
    QList<CustomerNumber> numbers{}; ///< All of them: what is missing here was taken away.
    QList<QString> emails{};         ///< The same.
    QString note{};
    bool operator==(const CustomerDraft &) const = default;
};

/// A customer, or changes of one, written on this computer. Kept whatever is imported, synced or killed.
struct LocalCustomer {
    QString localId{};          ///< Of this record for ever: whoever delivers it may use it as the document's id.
    CustomerId edits{};         ///< The record of another source that this changes; empty: made here.
    Customer customer{};        ///< What was written here. Of an edit, only what differs, with all numbers and e-mails that were added.
    QList<QString> withdrawn{}; ///< Numbers (E.164, or the text of an unparseable one) and e-mails that were taken away.
    QDateTime at{};
    bool operator==(const LocalCustomer &) const = default;
};

/// Beyond this disk: where customers made or changed here are queued, if anywhere. It must have them on the disk when it returns;
/// the directory offers again what it did not take, and may offer the same twice.
class CustomerOutlet
{
public:
    CustomerOutlet() = default;
    CustomerOutlet(const CustomerOutlet &) = delete;
    CustomerOutlet &operator=(const CustomerOutlet &) = delete;
    virtual ~CustomerOutlet();
    [[nodiscard]] virtual Result<> put(const LocalCustomer &customer) = 0;
    /// It was taken back here.
    [[nodiscard]] virtual Result<> withdraw(const QString &localId) = 0;
};

} // namespace callcard
