// Our own small company. Its identities are those of the fixtures in the RingCentral notes.
#include "world/worldbuilder.h"

#include <array>

namespace callcard::demo {

namespace {

struct RepSeed {
    const char *first;
    const char *last;
    const char *role;
    const char *title;
    const char *zone;
    const char *number;
};

constexpr std::array kReps = std::to_array<RepSeed>({
    {"Dana", "Whitfield", "sales", "Sales Representative", "America/Denver", "+12065550142"},
    {"Theo", "Marsh", "sales", "Account Executive", "America/New_York", "+12065550143"},
    {"Priya", "Raman", "sales", "Sales Representative", "America/Los_Angeles", "+12065550144"},
    {"Grace", "Okonjo", "manager", "Sales Manager", "America/Chicago", "+12065550145"},
    {"Ines", "Duarte", "admin", "Director", "America/Denver", "+12065550146"},
});

} // namespace

void WorldBuilder::buildCompany()
{
    m_world.m_companyName = "Northgate Supply";
    m_world.m_companyDomain = "northgate-supply.example";
    m_world.m_accountId = "8100001004";
    int ordinal = 0;
    for (const RepSeed &seed : kReps) {
        Rep rep;
        const int n = ordinal++;
        rep.id = "rep-" + std::to_string(n + 1);
        rep.firstName = seed.first;
        rep.lastName = seed.last;
        std::string local = std::string(seed.first) + "." + seed.last;
        rep.justCallEmail = local + "@" + m_world.m_companyDomain; // capitals: addresses are compared without case
        for (char &c : local)
            c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        rep.email = local + "@" + m_world.m_companyDomain;
        if (n % 2 == 1)
            rep.justCallEmail = rep.email;
        rep.role = seed.role;
        rep.title = seed.title;
        rep.team = "west";
        rep.zone = seed.zone;
        rep.extensionId = std::to_string(8'100'002'004 + n * 1000);
        rep.extensionNumber = std::to_string(101 + n);
        rep.directNumber = seed.number;
        rep.deviceId = std::to_string(800'112'004 + n);
        rep.justCallAgentId = 417'000 + n;
        rep.firebaseUid = "uid" + std::to_string(1000 + n) + seed.first;
        rep.copperUserId = 915'001 + n;
        rep.relayToken = "relay-token-of-" + rep.id;
        m_world.m_reps.push_back(rep);
        m_world.m_lines.push_back(
            {"line-" + std::to_string(n + 1), rep.directNumber, rep.firstName + "'s direct line", rep.id, {}, false, 31 + n});
    }
    m_world.m_lines.push_back({"line-main", "+12065550100", "Main number", {}, "queue-1", true, 61});
    m_world.m_lines.push_back({"line-support", "+12065550101", "Support", {}, "queue-2", false, 62});
    m_world.m_queues.push_back({"queue-1", "Sales", "8100009004", "300", "line-main", {"rep-1", "rep-2", "rep-3"}});
    m_world.m_queues.push_back({"queue-2", "Support", "8100010004", "301", "line-support", {"rep-3", "rep-1"}});
    m_pool.reserve("+13035550187"); // the fixtures' customer, given by hand
    for (const Line &line : m_world.m_lines)
        m_pool.reserve(line.number);
}

} // namespace callcard::demo
