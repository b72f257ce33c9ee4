#pragma once

#include <callcard/customer.h>
#include <callcard/firestore.h>
#include <callcard/outbox.h>

#include <memory>

namespace callcard {

/// Customers made on this computer, for the team. A collection of their own: what the CRM's importers write is theirs alone.
struct NewCustomersIdentity {
    UserId user{};
    QString collection{QStringLiteral("callcard_customers")};
    bool operator==(const NewCustomersIdentity &) const = default;
};

[[nodiscard]] QString newCustomersDestination();

/// The customer as it is now; put again after every edit. As a source of customers the collection reads like those of people.
[[nodiscard]] OutboxItem newCustomerItem(const Customer &customer, const NewCustomersIdentity &identity);
/// It was taken back: the document, if it arrived, says from now on that it is deleted, and nothing else any more.
[[nodiscard]] OutboxItem goneCustomerItem(const CustomerId &customer, const NewCustomersIdentity &identity);

[[nodiscard]] std::unique_ptr<Delivery> makeNewCustomersDelivery(const FirestoreContext &context);

} // namespace callcard
