#include "message.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace callcard::demo::firestore {

std::string snakeCase(std::string_view camelCase)
{
    std::string out;
    for (const char c : camelCase) {
        if (c >= 'A' && c <= 'Z') {
            out += '_';
            out += static_cast<char>(c - 'A' + 'a');
        } else {
            out += c;
        }
    }
    return out;
}

Message::Message(const Json &json, std::string where, std::initializer_list<std::string_view> known)
    : m_json(json), m_where(std::move(where))
{
    if (!json.is_object())
        refuseArgument("Invalid value at '" + m_where + "': expected an object.");
    for (const auto &[key, value] : json.items()) {
        const bool isKnown =
            std::any_of(known.begin(), known.end(), [&key = key](std::string_view name) { return key == name || key == snakeCase(name); });
        if (!isKnown)
            refuseArgument("Invalid JSON payload received. Unknown name \"" + key.substr(0, 100) + "\" at '" + m_where +
                           "': Cannot find field.");
    }
}

const Json *Message::find(std::string_view name) const
{
    auto found = m_json.find(name);
    if (found == m_json.end())
        found = m_json.find(snakeCase(name));
    return found == m_json.end() || found->is_null() ? nullptr : &*found;
}

std::string Message::where(std::string_view name) const
{
    return m_where.empty() ? std::string(name) : m_where + "." + std::string(name);
}

std::string Message::text(std::string_view name) const
{
    const Json *json = find(name);
    if (json == nullptr)
        return {};
    if (!json->is_string())
        refuseArgument("Invalid value at '" + where(name) + "' (TYPE_STRING)");
    return json->get<std::string>();
}

bool Message::flag(std::string_view name) const
{
    const Json *json = find(name);
    if (json == nullptr)
        return false;
    if (!json->is_boolean())
        refuseArgument("Invalid value at '" + where(name) + "' (TYPE_BOOL)");
    return json->get<bool>();
}

std::optional<std::int32_t> Message::number(std::string_view name) const
{
    const Json *json = find(name);
    if (json == nullptr)
        return std::nullopt;
    double number = std::numeric_limits<double>::quiet_NaN();
    if (json->is_number()) {
        number = json->get<double>();
    }
    if (!(number >= std::numeric_limits<std::int32_t>::min() && number <= std::numeric_limits<std::int32_t>::max()) ||
        std::trunc(number) != number)
        refuseArgument("Invalid value at '" + where(name) + "' (TYPE_INT32)");
    return static_cast<std::int32_t>(number);
}

std::vector<const Json *> Message::list(std::string_view name) const
{
    std::vector<const Json *> out;
    const Json *json = find(name);
    if (json == nullptr)
        return out;
    if (!json->is_array())
        refuseArgument("Invalid value at '" + where(name) + "': expected a list.");
    for (const Json &entry : *json)
        out.push_back(&entry);
    return out;
}

std::size_t Message::word(std::string_view name, std::initializer_list<std::string_view> words) const
{
    const Json *json = find(name);
    if (json == nullptr)
        return 0;
    if (json->is_string()) {
        const auto found = std::find(words.begin(), words.end(), json->get_ref<const std::string &>());
        if (found != words.end() && !found->empty())
            return static_cast<std::size_t>(found - words.begin());
    } else if (json->is_number_integer()) {
        const auto index = json->get<std::int64_t>();
        if (index >= 0 && index < static_cast<std::int64_t>(words.size()) && !(words.begin() + index)->empty())
            return static_cast<std::size_t>(index);
    }
    refuseArgument("Invalid value at '" + where(name) + "' (TYPE_ENUM)");
}

std::string_view Message::oneOf(std::initializer_list<std::string_view> names) const
{
    std::string_view found;
    for (const std::string_view name : names) {
        if (!has(name))
            continue;
        if (!found.empty())
            refuseArgument("Invalid value at '" + m_where + "' (oneof), oneof field is already set. Cannot set '" + std::string(name) +
                           "'");
        found = name;
    }
    if (found.empty())
        refuseArgument("'" + m_where + "' must set one of its kinds.");
    return found;
}

} // namespace callcard::demo::firestore
