#include "newcustomersoutlet.h"

#include <callcard/directory.h>
#include <callcard/newcustomers.h>
#include <callcard/outbox.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

Result<> NewCustomersOutlet::put(const LocalCustomer &local)
{
    Customer customer = local.customer;
    const auto whole = m_directory.customer(local.customer.id);
    if (!whole)
        return tl::unexpected(whole.error());
    if (*whole)
        customer = **whole;
    customer.id = local.customer.id; // an edit of somebody else's record is a document of its own, never theirs
    return m_outbox.put(newCustomersDestination(), newCustomerItem(customer, {.user = m_user}));
}

Result<> NewCustomersOutlet::withdraw(const QString &localId)
{
    const Customer gone{.id = CustomerId(recordKey(u"local"_s, localId))};
    // It may be with the team already, in this version or an earlier one: what takes its place in the queue says that it is gone.
    return m_outbox.put(newCustomersDestination(), goneCustomerItem(gone.id, {.user = m_user}));
}

} // namespace callcard
