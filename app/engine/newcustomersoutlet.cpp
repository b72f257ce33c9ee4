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
    return m_outbox.withdraw(newCustomersDestination(), newCustomerItem(gone, {.user = m_user}).key);
}

} // namespace callcard
