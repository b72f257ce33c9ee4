#pragma once

#include <callcard/customer.h>

#include <QUrl>

namespace callcard {

/// The customer's page in the CRM. The template knows {id} (the source's own), {name}, {company}, {email} and {number}; what a customer
/// lacks is empty there. Values are percent-encoded: a name cannot change where a link leads.
[[nodiscard]] QUrl crmPage(const QString &pattern, const Customer &customer);

} // namespace callcard
