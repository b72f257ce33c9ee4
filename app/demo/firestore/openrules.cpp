// The rules of the larger portal, as found: firestore-schema.md, section 12. What has no line here (the phone totals below
// users, settings of other products) is refused.

#include "rules.h"

#include <array>

namespace callcard::demo::firestore {

namespace {

bool always(const Ask &)
{
    return true;
}

bool signedIn(const Ask &ask)
{
    return ask.signedIn();
}

constexpr std::array kRules{
    Rule{"users/{id}", "read, write", "request.auth != null", signedIn},
    Rule{"metrics/{id}", "read, write", "true", always},
    Rule{"goals/{id}", "read, write", "true", always},
    Rule{"settings/{id}", "read, write", "true", always},
    Rule{"copper_people/{id}", "read, write", "true", always},
    Rule{"copper_companies/{id}", "read, write", "true", always},
    Rule{"copper_leads/{id}", "read, write", "true", always},
    Rule{"fishbowl_customers/{id}", "read, write", "true", always},
    Rule{"customer_sales_summary/{id}", "read, write", "true", always},
    Rule{"activities/{id}", "read, write", "true", always},
    Rule{"crm_activities/{id}", "read, write", "true", always},
    Rule{"prospects/{id}", "read, write", "true", always},
    Rule{"contacts/{id}", "read, write", "true", always},
    Rule{"accounts/{id}", "read, write", "true", always},
};

} // namespace

RuleSet openRules()
{
    return kRules;
}

} // namespace callcard::demo::firestore
