// The rules shipped with Callcard (product.md, section 10): a table of permissions, one row for each allow line of the rules
// file, whose conditions use the same helper names. Roles and teams come from custom claims, never from a document that its
// owner may write; a user's team is the field `team` of the profile, which only an admin may change.

#include "rules.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace callcard::demo::firestore {

namespace {

constexpr double kSaneValue = 10'000'000; // dollars of sales are metrics too

template <std::size_t N>
bool isOneOf(std::string_view text, const std::array<std::string_view, N> &words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

constexpr std::array<std::string_view, 10> kTypes{
    "phone_call_quantity", "talk_time_minutes",  "sms_quantity",        "email_quantity",         "lead_progression_a",
    "lead_progression_b",  "lead_progression_c", "new_sales_wholesale", "new_sales_distribution", "talk_time"};
constexpr std::array<std::string_view, 7> kSources{"manual", "copper", "justcall", "ringcentral", "fishbowl", "shipstation", "migration"};
constexpr std::array<std::string_view, 9> kMetricFields{"id",     "userId",   "type",      "value",    "date",
                                                        "source", "metadata", "createdAt", "updatedAt"};
constexpr std::array<std::string_view, 4> kSharedSettings{"business", "team_goals", "copper_users_map", "copper_metadata"};
constexpr std::array<std::string_view, 8> kGuardedProfile{"role", "team", "email", "isActive", "active", "disabled", "copperUserId", "id"};

bool staff(const Ask &ask)
{
    return ask.signedIn() && !ask.me().empty() && ask.caller->flag("email_verified");
}

bool admin(const Ask &ask)
{
    return staff(ask) && ask.caller->claim("role") == "admin";
}

bool leads(const Ask &ask, const std::string &team)
{
    return staff(ask) && ask.caller->claim("role") == "manager" && !team.empty() && ask.caller->claim("team") == team;
}

bool manages(const Ask &ask, const std::string &userId)
{
    if (userId.empty() || ask.caller->claim("role") != "manager")
        return false;
    const DocumentPtr user = ask.lookUp("users/" + userId);
    return user && leads(ask, Ask::text(&user->fields, "team"));
}

bool mayRead(const Ask &ask, const std::string &userId)
{
    return staff(ask) && !userId.empty() && (userId == ask.me() || admin(ask) || manages(ask, userId));
}

bool isDay(std::string_view text)
{
    constexpr std::string_view kShape = "dddd-dd-dd";
    return text.size() == kShape.size() && std::equal(text.begin(), text.end(), kShape.begin(),
                                                      [](char c, char shape) { return shape == 'd' ? c >= '0' && c <= '9' : c == shape; });
}

/// {userId}_{type}_{YYYY-MM-DD}_{source}
bool isMetricIdOf(const std::string &id, const std::string &userId, const std::string &type, const std::string &source)
{
    const std::string front = userId + "_" + type + "_";
    const std::string back = "_" + source;
    return !userId.empty() && id.size() == front.size() + 10 + back.size() && id.starts_with(front) && id.ends_with(back) &&
           isDay(std::string_view(id).substr(front.size(), 10));
}

/// Judged by the id alone, so that an own row that is not there is "not found" and not "denied".
bool ownMetricId(const Ask &ask)
{
    return std::any_of(kTypes.begin(), kTypes.end(), [&ask](std::string_view type) {
        return std::any_of(kSources.begin(), kSources.end(), [&](std::string_view source) {
            return isMetricIdOf(ask.id(), ask.me(), std::string(type), std::string(source));
        });
    });
}

bool validMetric(const Ask &ask)
{
    const Map &fields = *ask.written;
    const bool onlyKnown = std::all_of(fields.begin(), fields.end(), [](const auto &field) { return isOneOf(field.name, kMetricFields); });
    const Value *value = fields.find("value");
    const Value *date = fields.find("date");
    if (!onlyKnown || value == nullptr || !value->isNumber() || date == nullptr || date->as<Timestamp>() == nullptr)
        return false;
    const auto *whole = value->as<std::int64_t>();
    const double number = whole != nullptr ? static_cast<double>(*whole) : *value->as<double>();
    const std::string type = Ask::text(&fields, "type");
    const std::string source = Ask::text(&fields, "source");
    return number >= 0 && number <= kSaneValue && isOneOf(type, kTypes) && isOneOf(source, kSources) &&
           Ask::text(&fields, "id") == ask.id() && isMetricIdOf(ask.id(), Ask::text(&fields, "userId"), type, source);
}

/// Own rows; somebody else's as a manager or admin who signs with his name.
bool mayWriteMetric(const Ask &ask)
{
    const std::string userId = Ask::text(ask.written, "userId");
    if (staff(ask) && userId == ask.me())
        return true;
    const Value *metadata = ask.written->find("metadata");
    const bool isSigned = metadata != nullptr && Ask::text(metadata->as<Map>(), "writtenBy") == ask.me();
    return isSigned && (admin(ask) || manages(ask, userId));
}

bool createMetric(const Ask &ask)
{
    const Value *createdAt = ask.written->find("createdAt");
    return mayWriteMetric(ask) && validMetric(ask) && createdAt != nullptr && *createdAt == Value(ask.time);
}

bool updateMetric(const Ask &ask)
{
    const Value *before = ask.stored->find("createdAt");
    const Value *after = ask.written->find("createdAt");
    const bool keepsBirth = before == nullptr ? after == nullptr : after != nullptr && *before == *after;
    return mayWriteMetric(ask) && validMetric(ask) && keepsBirth && Ask::text(ask.stored, "userId") == Ask::text(ask.written, "userId");
}

bool affectsOnly(const Ask &ask, std::initializer_list<std::string_view> names)
{
    const auto affected = ask.affected();
    return std::all_of(affected.begin(), affected.end(),
                       [&names](const std::string &name) { return std::find(names.begin(), names.end(), name) != names.end(); });
}

bool affectsGuarded(const Ask &ask)
{
    const auto affected = ask.affected();
    return std::any_of(affected.begin(), affected.end(), [](const std::string &name) { return isOneOf(name, kGuardedProfile); });
}

bool updateOwn(const Ask &ask)
{
    const auto affected = ask.affected();
    const bool keeps =
        std::none_of(affected.begin(), affected.end(), [](const auto &name) { return name == "userId" || name == "createdAt"; });
    return staff(ask) && ask.isMine(ask.stored) && keeps;
}

// The rows.

constexpr std::array kCallcardRules{
    Rule{"users/{uid}", "get", "staff() && (uid == me() || admin() || leads(resource.data.team))",
         [](const Ask &ask) { return staff(ask) && (ask.id() == ask.me() || admin(ask) || leads(ask, Ask::text(ask.stored, "team"))); }},
    Rule{"users/{uid}", "list", "admin() || leads(resource.data.team)",
         [](const Ask &ask) { return admin(ask) || leads(ask, Ask::text(ask.stored, "team")); }},
    Rule{"users/{uid}", "create, delete", "admin()", [](const Ask &ask) { return admin(ask); }},
    Rule{"users/{uid}", "update", "admin() || (staff() && uid == me() && !affectsGuarded())",
         [](const Ask &ask) { return admin(ask) || (staff(ask) && ask.id() == ask.me() && !affectsGuarded(ask)); }},

    Rule{"metrics/{id}", "get", "staff() && (ownMetricId(id) || mayRead(resource.data.userId))",
         [](const Ask &ask) { return staff(ask) && (ownMetricId(ask) || mayRead(ask, Ask::text(ask.stored, "userId"))); }},
    Rule{"metrics/{id}", "list", "admin() || mayRead(resource.data.userId)",
         [](const Ask &ask) { return admin(ask) || mayRead(ask, Ask::text(ask.stored, "userId")); }},
    Rule{"metrics/{id}", "create", "mayWriteMetric() && validMetric(id) && request.resource.data.createdAt == request.time", createMetric},
    Rule{"metrics/{id}", "update", "mayWriteMetric() && validMetric(id) && keeps('createdAt') && keeps('userId')", updateMetric},

    Rule{"goals/{id}", "get, list", "admin() || mayRead(resource.data.userId)",
         [](const Ask &ask) { return admin(ask) || mayRead(ask, Ask::text(ask.stored, "userId")); }},
    Rule{"goals/{id}", "create", "admin() || manages(request.resource.data.userId)",
         [](const Ask &ask) { return admin(ask) || manages(ask, Ask::text(ask.written, "userId")); }},
    Rule{"goals/{id}", "update",
         "admin() || (manages(resource.data.userId) && keeps('userId')) || (mine(resource.data.userId) && affectsOnly(['current', "
         "'updatedAt']))",
         [](const Ask &ask) {
             return admin(ask) ||
                    (manages(ask, Ask::text(ask.stored, "userId")) &&
                     Ask::text(ask.stored, "userId") == Ask::text(ask.written, "userId")) ||
                    (staff(ask) && ask.isMine(ask.stored) && affectsOnly(ask, {"current", "updatedAt"}));
         }},
    Rule{"goals/{id}", "delete", "admin() || manages(resource.data.userId)",
         [](const Ask &ask) { return admin(ask) || manages(ask, Ask::text(ask.stored, "userId")); }},

    Rule{"settings/{id}", "get", "staff() && (shared(id) || mayRead(id))",
         [](const Ask &ask) { return staff(ask) && (isOneOf(ask.id(), kSharedSettings) || mayRead(ask, ask.id())); }},
    Rule{"settings/{id}", "list", "admin()", [](const Ask &ask) { return admin(ask); }},
    Rule{"settings/{id}", "create, update", "staff() && (id == me() || admin())",
         [](const Ask &ask) { return staff(ask) && (ask.id() == ask.me() || admin(ask)); }},

    Rule{"calls/{id}", "get, list", "admin() || mayRead(resource.data.userId)",
         [](const Ask &ask) { return admin(ask) || mayRead(ask, Ask::text(ask.stored, "userId")); }},
    Rule{"calls/{id}", "create", "mine(request.resource.data.userId)",
         [](const Ask &ask) { return staff(ask) && ask.isMine(ask.written); }},
    Rule{"calls/{id}", "update", "mine(resource.data.userId) && keeps('userId') && keeps('createdAt')", updateOwn},
    Rule{"calls/{id}", "delete", "mine(resource.data.userId) && resource.data.provisional == true",
         [](const Ask &ask) {
             const Value *provisional = ask.stored->find("provisional");
             return staff(ask) && ask.isMine(ask.stored) && provisional != nullptr && *provisional == Value(true);
         }},

    // Customers made in Callcard: everybody's to read, their maker's to change.
    Rule{"callcard_customers/{id}", "get, list", "staff()", staff},
    Rule{"callcard_customers/{id}", "create", "mine(request.resource.data.userId)",
         [](const Ask &ask) { return staff(ask) && ask.isMine(ask.written); }},
    Rule{"callcard_customers/{id}", "update", "mine(resource.data.userId) && keeps('userId') && keeps('createdAt')", updateOwn},

    // The directory: readable by staff, written by the server alone.
    Rule{"copper_people/{id}", "get, list", "staff()", staff},
    Rule{"copper_contacts/{id}", "get, list", "staff()", staff},
    Rule{"copper_companies/{id}", "get, list", "staff()", staff},
    Rule{"copper_leads/{id}", "get, list", "staff()", staff},
    Rule{"fishbowl_customers/{id}", "get, list", "staff()", staff},
    Rule{"customer_sales_summary/{id}", "get, list", "staff()", staff},
};

} // namespace

RuleSet callcardRules()
{
    return kCallcardRules;
}

} // namespace callcard::demo::firestore
