#include "jsontext.h"

#include <charconv>
#include <cmath>

namespace callcard::demo {

namespace {

bool isShallow(std::string_view text, int depth)
{
    int open = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if ((c == '{' || c == '[') && ++open > depth) {
            return false;
        } else if (c == '}' || c == ']') {
            --open;
        }
    }
    return true;
}

const nlohmann::json *valueAt(const nlohmann::json &object, const char *key)
{
    if (!object.is_object())
        return nullptr;
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

} // namespace

std::optional<nlohmann::json> parseJson(std::string_view text, int depth)
{
    if (!isShallow(text, depth)) // the library's dump() and copies go as deep as the text does
        return {};
    auto value = nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
    if (value.is_discarded())
        return {};
    return value;
}

std::string dumped(const nlohmann::json &value)
{
    return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string textAt(const nlohmann::json &object, const char *key, const std::string &otherwise)
{
    const auto *value = valueAt(object, key);
    if (value && value->is_string())
        return value->get<std::string>();
    if (value && value->is_number_integer())
        return std::to_string(value->get<std::int64_t>());
    return otherwise;
}

std::int64_t integerAt(const nlohmann::json &object, const char *key, std::int64_t otherwise)
{
    const auto *value = valueAt(object, key);
    if (value && value->is_number_integer())
        return value->get<std::int64_t>();
    if (value && value->is_number_float())
        return static_cast<std::int64_t>(std::clamp(value->get<double>(), -9.0e15, 9.0e15));
    if (value && value->is_string()) {
        const auto &text = value->get_ref<const std::string &>();
        std::int64_t parsed = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), parsed);
        if (error == std::errc() && end == text.data() + text.size() && !text.empty())
            return parsed;
    }
    return otherwise;
}

double numberAt(const nlohmann::json &object, const char *key, double otherwise)
{
    const auto *value = valueAt(object, key);
    return value && value->is_number() ? value->get<double>() : otherwise;
}

bool flagAt(const nlohmann::json &object, const char *key, bool otherwise)
{
    const auto *value = valueAt(object, key);
    return value && value->is_boolean() ? value->get<bool>() : otherwise;
}

} // namespace callcard::demo
