// The rules of the larger portal, as found: firestore-schema.md, section 12. What has no line here (the phone totals below
// users, settings of other products) is refused.

#include "rules.h"

#include <array>

namespace callcard::demo::firestore {

namespace {

bool anyone(const Ask &)
{
    return true;
}

bool signedIn(const Ask &ask)
{
    return ask.signedIn();
}

constexpr std::array kOpenRules{
    Rule{"users/{id}", "read, write", "request.auth != null", signedIn},
    Rule{"metrics/{id}", "read, write", "true", anyone},
    Rule{"goals/{id}", "read, write", "true", anyone},
    Rule{"settings/{id}", "read, write", "true", anyone},
    Rule{"copper_people/{id}", "read, write", "true", anyone},
    Rule{"copper_companies/{id}", "read, write", "true", anyone},
    Rule{"copper_leads/{id}", "read, write", "true", anyone},
    Rule{"fishbowl_customers/{id}", "read, write", "true", anyone},
    Rule{"customer_sales_summary/{id}", "read, write", "true", anyone},
    Rule{"activities/{id}", "read, write", "true", anyone},
    Rule{"crm_activities/{id}", "read, write", "true", anyone},
    Rule{"prospects/{id}", "read, write", "true", anyone},
    Rule{"contacts/{id}", "read, write", "true", anyone},
    Rule{"accounts/{id}", "read, write", "true", anyone},
};

} // namespace

RuleSet openRules()
{
    return kOpenRules;
}

} // namespace callcard::demo::firestore
