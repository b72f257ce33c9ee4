#include "api.h"

#include <algorithm>

namespace callcard::demo::ringcentral {

namespace {

constexpr std::size_t kMostDigitsInDouble = 15;

bool isDigits(const std::string &text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool looksLikeTime(const std::string &text)
{
    return text.size() >= 20 && text.size() <= 28 && text[4] == '-' && text[10] == 'T' && text[13] == ':' && isDigits(text.substr(0, 4));
}

void restyleTime(std::string &text, const Settings &settings)
{
    const int fraction = settings.asNumber("timeFraction");
    const bool mixed = settings.is("times", "mixed");
    if (mixed && fraction == 3)
        return;
    const auto instant = looksLikeTime(text) ? parseTime(text) : std::nullopt;
    if (instant)
        text = (mixed ? text.ends_with('Z') : settings.is("times", "zulu")) ? zuluTime(*instant, fraction) : offsetTime(*instant, fraction);
}

void restyleId(Json &value, const Settings &settings)
{
    if (settings.is("ids", "strings") && value.is_number_integer())
        value = value.dump();
    else if (settings.is("ids", "numbers") && value.is_string() && isDigits(value.get_ref<const std::string &>()) &&
             value.get_ref<const std::string &>().size() <= kMostDigitsInDouble)
        value = std::stoll(value.get_ref<const std::string &>());
}

} // namespace

bool isOneOf(const std::vector<std::string> &wanted, const std::string &word)
{
    return wanted.empty() || std::ranges::find(wanted, word) != wanted.end();
}

void restyle(Json &value, const Settings &settings)
{
    if (value.is_object()) {
        for (auto &[name, item] : value.items()) {
            if (name == "id" || name.ends_with("Id") || name.ends_with("Ids")) {
                if (item.is_array()) {
                    for (Json &one : item)
                        restyleId(one, settings);
                } else {
                    restyleId(item, settings);
                }
            }
            restyle(item, settings);
        }
    } else if (value.is_array()) {
        for (Json &item : value)
            restyle(item, settings);
    } else if (value.is_string()) {
        restyleTime(value.get_ref<std::string &>(), settings);
    }
}

std::string ApiCall::param(std::string_view name) const
{
    const auto found = std::ranges::find_if(query, [name](const auto &pair) { return pair.first == name; });
    return found == query.end() ? std::string() : found->second;
}

std::vector<std::string> ApiCall::params(std::string_view name) const
{
    std::vector<std::string> all;
    for (const auto &[key, value] : query) {
        if (key == name && !value.empty())
            all.push_back(value);
    }
    return all;
}

int ApiCall::number(std::string_view name, int fallback, int least, int most) const
{
    const std::string text = param(name);
    if (text.empty())
        return fallback;
    if (text == "max")
        return most;
    if (!isDigits(text) || text.size() > 8 || std::stoi(text) < least)
        throw invalidParameter(std::string(name), text);
    return std::min(std::stoi(text), most);
}

std::optional<Instant> ApiCall::time(std::string_view name) const
{
    const std::string text = param(name);
    if (text.empty())
        return std::nullopt;
    const auto instant = parseTime(text);
    if (!instant)
        throw invalidParameter(std::string(name), text);
    // Truncated to whole seconds, as the real one may.
    return std::chrono::floor<std::chrono::seconds>(*instant);
}

std::string ApiCall::text(const Json &object, const std::string &name) const
{
    if (!object.is_object())
        throw ApiError{400, "CMN-103", "Cannot parse request body", Json::object()};
    const auto found = object.find(name);
    if (found == object.end() || found->is_null())
        return {};
    if (found->is_number_integer())
        return found->dump();
    if (!found->is_string())
        throw invalidParameter(name);
    return found->get<std::string>();
}

std::string ApiCall::accountUri(const World &world) const
{
    return base + "/restapi/v1.0/account/" + world.accountId();
}

std::string ApiCall::extensionUri(const World &world, const Rep &whose) const
{
    return accountUri(world) + "/extension/" + whose.extensionId;
}

Json pageOf(const ApiCall &call, const std::string &uri, const std::vector<Json> &records, int perPage)
{
    const int page = call.number("page", 1, 1, 1'000'000);
    const auto first = static_cast<std::size_t>(page - 1) * static_cast<std::size_t>(perPage);
    const auto end = std::min(records.size(), first + static_cast<std::size_t>(perPage));
    const auto pageUri = [&](int number) {
        std::string link = uri + "?page=" + std::to_string(number) + "&perPage=" + std::to_string(perPage);
        for (const auto &[name, value] : call.query) {
            if (name != "page" && name != "perPage" && name != "access_token")
                link += "&" + name + "=" + percentEncoded(value);
        }
        return Json{{"uri", link}};
    };
    Json paging = {{"page", page}, {"perPage", perPage}};
    Json list = Json::array();
    for (std::size_t i = first; i < end; ++i)
        list.push_back(records[i]);
    if (!list.empty()) {
        paging["pageStart"] = first;
        paging["pageEnd"] = end - 1;
    }
    Json navigation = {{"firstPage", pageUri(1)}};
    if (page > 1)
        navigation["previousPage"] = pageUri(page - 1);
    if (end < records.size())
        navigation["nextPage"] = pageUri(page + 1);
    return {{"uri", uri}, {"records", std::move(list)}, {"paging", std::move(paging)}, {"navigation", std::move(navigation)}};
}

} // namespace callcard::demo::ringcentral
