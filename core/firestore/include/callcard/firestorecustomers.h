#pragma once

#include <callcard/customersource.h>
#include <callcard/fieldmap.h>
#include <callcard/firestore.h>

#include <memory>
#include <vector>

namespace callcard {

/// What one CRM account calls its own fields. The standard is that of the team whose schema ships as a preset.
struct CustomFields {
    QString mainPhone{QStringLiteral("cf_699010")};
    QString workEmail{QStringLiteral("cf_698503")};
    QString activeCustomer{QStringLiteral("cf_712751")};
    QString erpCustomer{QStringLiteral("cf_698467")};
    QString firstOrder{QStringLiteral("cf_698405")};
    QString lastOrder{QStringLiteral("cf_698406")};
    bool operator==(const CustomFields &) const = default;
};

struct FirestoreCustomers {
    QStringList collections{}; ///< Those of the preset, or others of people.
    QString region{};          ///< For numbers of customers without a country.
    CustomFields fields{};
    QList<FieldRule> rules{}; ///< Over the preset, by collection. They decide as well which documents are the rep's own, and who is active.
};

/// "copper_people", "copper_companies", "copper_leads", "fishbowl_customers", "customer_sales_summary"
[[nodiscard]] QStringList presetCollections();

/// One source a collection, in the order given, as the signed-in rep. Own: by the rep's owner id, e-mail or name. Active: active companies
/// and their people. Everything: all there is, and once a week from the beginning, so that deleted ones go. In between only what changed.
/// Reading that the rules deny is Refused with a sentence; so is a collection in which there is nothing.
[[nodiscard]] std::vector<std::unique_ptr<CustomerSource>> makeFirestoreCustomers(const FirestoreContext &context,
                                                                                  const FirestoreCustomers &customers);

} // namespace callcard
