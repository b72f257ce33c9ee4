#include "company.h"

#include <algorithm>

namespace callcard::demo::ringcentral {

namespace {

/// Minutes east of Greenwich, standard time; the names as the vendor shows them.
struct ZoneName {
    const char *iana;
    const char *name;
    const char *bias;
};
constexpr ZoneName kZones[] = {{"America/New_York", "US/Eastern", "-300"},
                               {"America/Chicago", "US/Central", "-360"},
                               {"America/Denver", "US/Mountain", "-420"},
                               {"America/Los_Angeles", "US/Pacific", "-480"}};

Json zoneJson(const std::string &iana)
{
    const auto *found = std::ranges::find_if(kZones, [&](const ZoneName &one) { return one.iana == iana; });
    const ZoneName zone = found == std::ranges::end(kZones) ? ZoneName{"UTC", "UTC", "0"} : *found;
    return {{"id", "58"}, {"name", zone.name}, {"description", zone.iana}, {"bias", zone.bias}};
}

Json brief(const ApiCall &call, const Context &context, const Rep &rep)
{
    return {{"uri", call.extensionUri(context.world(), rep)},
            {"id", std::stoll(rep.extensionId)},
            {"extensionNumber", rep.extensionNumber},
            {"name", rep.name()},
            {"type", "User"},
            {"status", "Enabled"},
            {"contact",
             {{"firstName", rep.firstName},
              {"lastName", rep.lastName},
              {"company", context.world().companyName()},
              {"jobTitle", rep.title},
              {"email", rep.email},
              {"businessPhone", rep.directNumber},
              {"department", "Sales"}}},
            {"permissions", {{"admin", {{"enabled", rep.role == "admin"}}}, {"internationalCalling", {{"enabled", false}}}}},
            {"profileImage", {{"uri", call.extensionUri(context.world(), rep) + "/profile-image"}}}};
}

Json features()
{
    Json all = Json::array();
    for (const char *name :
         {"SMS", "SMSReceiving", "RingOut", "Presence", "CallControl", "Voicemail", "ReadExtensionCallLog", "InternalDirectory"})
        all.push_back({{"featureName", name}, {"enabled", true}});
    all.push_back({{"featureName", "Pager"}, {"enabled", false}, {"reason", "AccountTypeLimitation"}});
    return all;
}

Json whole(const ApiCall &call, const Context &context, const Rep &rep)
{
    Json json = brief(call, context, rep);
    const World &world = context.world();
    json["account"] = {{"id", world.accountId()}, {"uri", call.accountUri(world)}};
    json["serviceFeatures"] = features();
    json["regionalSettings"] = {{"timezone", zoneJson(rep.zone)},
                                {"homeCountry", {{"id", "1"}, {"name", "United States"}, {"isoCode", "US"}, {"callingCode", "1"}}},
                                {"language", {{"id", "1033"}, {"localeCode", "en-US"}}},
                                {"formattingLocale", {{"id", "1033"}, {"localeCode", "en-US"}}},
                                {"timeFormat", "12h"}};
    return json;
}

Json queueJson(const ApiCall &call, const World &world, const Queue &queue)
{
    return {{"uri", call.accountUri(world) + "/extension/" + queue.extensionId},
            {"id", std::stoll(queue.extensionId)},
            {"extensionNumber", queue.extensionNumber},
            {"name", queue.name},
            {"type", "Department"},
            {"status", "Enabled"},
            {"contact", {{"firstName", queue.name}, {"company", world.companyName()}}}};
}

ApiReply extensionList(ApiCall &call, const Context &context)
{
    const World &world = context.world();
    const std::string email = call.param("email");
    std::vector<Json> records;
    if (isOneOf(call.params("status"), "Enabled")) {
        for (const Rep &rep : world.reps()) {
            if (isOneOf(call.params("type"), "User") && (email.empty() || email == rep.email))
                records.push_back(brief(call, context, rep));
        }
        for (const Queue &queue : world.queues()) {
            if (isOneOf(call.params("type"), "Department") && email.empty())
                records.push_back(queueJson(call, world, queue));
        }
    }
    return {200, pageOf(call, call.accountUri(world) + "/extension", records, call.number("perPage", 100, 1, 1000)), {}, {}};
}

std::vector<Json> numbersOf(const ApiCall &call, const World &world, const Rep &rep)
{
    std::vector<Json> records;
    std::int64_t id = 31'000'000;
    for (const Line &line : world.lines()) {
        ++id;
        if (line.repId != rep.id && !line.isMain)
            continue;
        Json features = line.isMain ? Json::array({"CallerId"}) : Json::array({"CallerId", "SmsSender", "MmsSender"});
        records.push_back({{"uri", call.accountUri(world) + "/phone-number/" + std::to_string(id)},
                           {"id", id},
                           {"phoneNumber", line.number},
                           {"type", "VoiceFax"},
                           {"usageType", line.isMain ? "MainCompanyNumber" : "DirectNumber"},
                           {"features", std::move(features)},
                           {"primary", !line.isMain},
                           {"label", line.name},
                           {"status", "Normal"},
                           {"country", {{"id", "1"}, {"isoCode", "US"}, {"callingCode", "1"}, {"name", "United States"}}}});
    }
    return records;
}

std::vector<Json> forwardingOf(const ApiCall &call, const World &world, const Rep &rep)
{
    const std::string id = std::to_string(41'000'000 + stableHash(rep.id) % 1000);
    return {{{"uri", call.extensionUri(world, rep) + "/forwarding-number/" + id},
             {"id", id},
             {"phoneNumber", rep.directNumber},
             {"label", "Desk phone"},
             {"type", "PhoneLine"},
             {"flipNumber", "3"},
             {"features", Json::array({"CallFlip", "CallForwarding"})}}};
}

std::vector<Json> devicesOf(const ApiCall &call, const World &world, const Rep &rep, bool isOffline)
{
    return {{{"uri", call.accountUri(world) + "/device/" + rep.deviceId},
             {"id", rep.deviceId},
             {"type", "SoftPhone"},
             {"name", rep.firstName + "'s phone"},
             {"status", isOffline ? "Offline" : "Online"},
             {"extension", {{"id", std::stoll(rep.extensionId)}, {"extensionNumber", rep.extensionNumber}}}}};
}

} // namespace

void registerCompany(Api &api, Context &context)
{
    const std::string v1 = "/restapi/v1.0";
    const std::string account = v1 + "/account/{account}";
    const std::string extension = account + "/extension/{extension}";
    const auto released = "2026-02-20T00:00:00.000Z";
    api.add(
        "GET", "/restapi", Group::None, {},
        [released](ApiCall &call) {
            const std::string uri = call.base + "/restapi";
            return ApiReply{
                200,
                {{"uri", uri},
                 {"apiVersions",
                  Json::array({{{"uri", uri + "/v1.0"}, {"versionString", "1.0.60"}, {"releaseDate", released}, {"uriString", "v1.0"}}})},
                 {"serverVersion", "16.1.0"},
                 {"serverRevision", "d3m0c10d"}},
                {},
                {}};
        },
        Api::Access::Open);
    api.add(
        "GET", v1, Group::None, {},
        [released](ApiCall &call) {
            return ApiReply{
                200,
                {{"uri", call.base + "/restapi/v1.0"}, {"versionString", "1.0.60"}, {"releaseDate", released}, {"uriString", "v1.0"}},
                {},
                {}};
        },
        Api::Access::Open);
    api.add("GET", account, Group::Light, "ReadAccounts", [&context](ApiCall &call) {
        const World &world = context.world();
        const auto main = std::ranges::find_if(world.lines(), [](const Line &line) { return line.isMain; });
        Json json = {{"uri", call.accountUri(world)},
                     {"id", std::stoll(world.accountId())},
                     {"status", "Confirmed"},
                     {"serviceInfo", {{"brand", {{"id", "1210"}, {"name", "RingCentral"}}}}}};
        if (main != world.lines().end())
            json["mainNumber"] = main->number;
        return ApiReply{200, std::move(json), {}, {}};
    });
    api.add("GET", account + "/extension", Group::Medium, "ReadAccounts",
            [&context](ApiCall &call) { return extensionList(call, context); });
    api.add(
        "GET", extension, Group::Light, "ReadAccounts",
        [&context](ApiCall &call) {
            return ApiReply{200, whole(call, context, *call.rep), {}, {}};
        },
        Api::Access::Everybody);
    const auto list = [&](const std::string &tail, Group group, std::function<std::vector<Json>(const ApiCall &)> records) {
        api.add("GET", extension + tail, group, "ReadAccounts", [&context, tail, records](ApiCall &call) {
            return ApiReply{
                200,
                pageOf(call, call.extensionUri(context.world(), *call.rep) + tail, records(call), call.number("perPage", 100, 1, 1000)),
                {},
                {}};
        });
    };
    list("/phone-number", Group::Light, [&context](const ApiCall &call) { return numbersOf(call, context.world(), *call.rep); });
    list("/forwarding-number", Group::Light, [&context](const ApiCall &call) { return forwardingOf(call, context.world(), *call.rep); });
    list("/device", Group::Light,
         [&context](const ApiCall &call) { return devicesOf(call, context.world(), *call.rep, context.settings.is("device", "Offline")); });
    api.add("GET", extension + "/features", Group::Medium, "ReadAccounts", [](ApiCall &) {
        Json records = Json::array();
        for (const char *id : {"SMSSending", "CallControl", "Presence", "RingOut", "VoicemailToText"})
            records.push_back({{"id", id}, {"available", true}});
        records.push_back(
            {{"id", "CallPark"}, {"available", false}, {"reason", {{"code", "ExtensionLimitation"}, {"message", "Not available"}}}});
        return ApiReply{200, {{"records", std::move(records)}}, {}, {}};
    });
}

} // namespace callcard::demo::ringcentral
