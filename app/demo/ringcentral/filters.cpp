#include "filters.h"

#include <algorithm>
#include <array>

namespace callcard::demo::ringcentral {

namespace {

struct Tail {
    std::string_view path; ///< Behind /account/{id} or /account/{id}/extension/{id}.
    Topic topic;
    bool ofExtension;
    bool ofAccount;
};

constexpr std::array kTails = {
    Tail{"/telephony/sessions", Topic::TelephonySessions, true, true},
    Tail{"/presence", Topic::Presence, true, true},
    Tail{"/presence/dnd", Topic::Dnd, true, false},
    Tail{"/message-store", Topic::MessageStore, true, false},
    Tail{"/message-store/instant", Topic::InstantMessage, true, false},
    Tail{"/voicemail", Topic::Voicemail, true, false},
    Tail{"", Topic::Extension, true, false},
    Tail{"/extension", Topic::ExtensionList, false, true},
    Tail{"/missed-calls", Topic::MissedCalls, true, false},
    Tail{"/start-ring", Topic::Pushed, true, false},
    Tail{"/stop-ring", Topic::Pushed, true, false},
    Tail{"/telephony", Topic::Pushed, true, false},
};

/// Takes "/name" or "/name/" + one segment off the front.
std::optional<std::string> takeSegment(std::string_view &path, std::string_view name)
{
    if (!path.starts_with(name) || path.size() <= name.size() || path[name.size()] != '/')
        return std::nullopt;
    path.remove_prefix(name.size() + 1);
    const auto end = std::min(path.find('/'), path.size());
    std::string segment(path.substr(0, end));
    path.remove_prefix(end);
    return segment;
}

} // namespace

std::string Filter::value(std::string_view name) const
{
    const auto all = values(name);
    return all.empty() ? std::string() : all.front();
}

std::vector<std::string> Filter::values(std::string_view name) const
{
    std::vector<std::string> all;
    for (const auto &[key, one] : query) {
        if (key == name && !one.empty())
            all.push_back(one);
    }
    return all;
}

std::optional<Filter> parseFilter(const std::string &text, const World &world, const Rep &caller)
{
    serving::Request asked; // borrows the decoder of queries
    const auto question = std::min(text.find('?'), text.size());
    std::string whole = text.substr(0, question);
    while (whole.ends_with('/'))
        whole.pop_back();
    asked.query = question < text.size() ? text.substr(question + 1) : std::string();

    std::string_view path = whole;
    constexpr std::string_view kPrefix = "/restapi/v1.0";
    if (path.starts_with(kPrefix))
        path.remove_prefix(kPrefix.size()); // SDKs' short form lacks it
    Filter filter;
    filter.query = asked.queryItems();
    if (path.starts_with("/subscription/")) {
        filter.topic = Topic::Reminder;
        filter.path = whole;
        filter.text = text;
        return filter;
    }
    const auto account = takeSegment(path, "/account");
    if (!account || (*account != "~" && *account != world.accountId()))
        return std::nullopt;
    const auto extension = takeSegment(path, "/extension");
    if (extension) {
        filter.extensionId = *extension == "~" ? caller.extensionId : *extension;
        if (!world.repByExtensionId(filter.extensionId))
            return std::nullopt;
    }
    const auto *tail =
        std::ranges::find_if(kTails, [&](const Tail &one) { return one.path == path && (extension ? one.ofExtension : one.ofAccount); });
    if (tail == kTails.end())
        return std::nullopt;
    filter.topic = tail->topic;
    filter.path =
        std::string(kPrefix) + "/account/" + world.accountId() + (extension ? "/extension/" + filter.extensionId : "") + std::string(path);
    filter.text = filter.path + (question < text.size() ? text.substr(question) : "");
    return filter;
}

std::string scopeOf(Topic topic)
{
    switch (topic) {
    case Topic::TelephonySessions:
        return "CallControl";
    case Topic::Presence:
        return "ReadPresence";
    case Topic::MessageStore:
    case Topic::InstantMessage:
    case Topic::Voicemail:
        return "ReadMessages";
    case Topic::Dnd:
    case Topic::Extension:
    case Topic::ExtensionList:
        return "ReadAccounts";
    case Topic::MissedCalls:
    case Topic::Reminder:
    case Topic::Pushed:
        break;
    }
    return {};
}

} // namespace callcard::demo::ringcentral
