// users, goals, settings.

#include "seeds.h"

#include <array>

namespace callcard::demo::firestore {

namespace {

constexpr std::array kPeriods{"daily", "weekly", "monthly", "quarterly"};

struct Target {
    const char *type;
    std::array<int, 4> targets; ///< By period.
};

constexpr std::array kTargets{Target{"phone_call_quantity", {40, 200, 850, 2500}}, Target{"talk_time_minutes", {90, 450, 1900, 5700}},
                              Target{"sms_quantity", {50, 250, 1000, 3000}}};

void put(Backend &backend, const std::string &path, Map fields)
{
    const Timestamp now = backend.now();
    backend.store.put({path, std::move(fields), now, now});
}

Map profileOf(const Rep &rep)
{
    Map fields{{"email", rep.email},
               {"name", rep.name()},
               {"role", rep.role},
               {"title", rep.title},
               {"team", rep.team},
               {"copperUserId", rep.copperUserId},
               {"salesPerson", rep.lastName},
               {"passwordChanged", true},
               {"createdAt", "2024-03-04T16:00:00.000Z"}}; // text here, a timestamp elsewhere: both are found in live data
    if (rep.id != "rep-2")                                 // absent on some, and so are the three flags that overlap
        fields["id"] = rep.firebaseUid;
    if (rep.id != "rep-3")
        fields["isActive"] = true;
    return fields;
}

Map targetsOf(std::size_t period)
{
    Map out;
    for (const Target &target : kTargets)
        out[target.type] = target.targets[period];
    return out;
}

} // namespace

void seedCompany(Backend &backend, const World &world, const DemoClock &clock)
{
    Map usersByEmail;
    for (const Rep &rep : world.reps()) {
        const std::string &uid = rep.firebaseUid;
        put(backend, "users/" + uid, profileOf(rep));
        put(backend, "settings/" + uid, Map{{"timezone", rep.zone}, {"defaultView", "dashboard"}, {"copperUserEmail", rep.email}});
        usersByEmail[rep.email] = rep.copperUserId;
        for (const Target &target : kTargets) {
            for (std::size_t period = 0; period < kPeriods.size(); ++period) {
                const std::string id = uid + "_" + target.type + "_" + kPeriods[period];
                put(backend, "goals/" + id,
                    Map{{"id", id},
                        {"userId", uid},
                        {"type", target.type},
                        {"period", kPeriods[period]},
                        {"target", target.targets[period]},
                        {"current", 0},
                        {"createdAt", stamp(clock.now())},
                        {"updatedAt", stamp(clock.now())}});
            }
        }
    }
    put(backend, "settings/business",
        Map{{"timezone", "America/Denver"},
            {"workStartHour", 8},
            {"workEndHour", 17},
            {"workDays", Array{1, 2, 3, 4, 5}},
            {"updatedAt", "2025-01-06T17:00:00.000Z"}});
    Map teamGoals; // nested, as one live copy is
    for (std::size_t period = 0; period < kPeriods.size(); ++period)
        teamGoals[kPeriods[period]] = targetsOf(period);
    put(backend, "settings/team_goals", Map{{"teamGoals", std::move(teamGoals)}});
    put(backend, "settings/copper_users_map", Map{{"byEmail", std::move(usersByEmail)}, {"updatedAt", "2025-01-06T17:00:00.000Z"}});
}

} // namespace callcard::demo::firestore
