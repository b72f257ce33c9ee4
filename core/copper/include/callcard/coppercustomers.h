#pragma once

#include <callcard/copper.h>
#include <callcard/customersource.h>
#include <callcard/fieldmap.h>

#include <memory>
#include <vector>

namespace callcard {

struct CopperCustomers {
    QString region{};               ///< For numbers of customers without a country.
    qint64 activeCustomer{712'751}; ///< Custom fields have ids of one account.
    QList<FieldRule> rules{};       ///< Those of "copper": fields of a record by name, custom ones as "cf_699010".
    bool operator==(const CopperCustomers &) const = default;
};

/// "copper:people", "copper:companies", "copper:leads". Own: what is assigned to the key's user. Everything: all there is, from the
/// beginning once a week. Active asks for nothing: Copper cannot be asked for a custom field. Pages go by date of change, so that records
/// which change meanwhile are never missed. An account without leads is Refused for that source alone.
[[nodiscard]] std::vector<std::unique_ptr<CustomerSource>> makeCopperCustomers(const CopperContext &context,
                                                                               const CopperCustomers &customers);

} // namespace callcard
