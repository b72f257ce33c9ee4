#include "bodytext.h"

#include <array>
#include <charconv>
#include <cmath>

namespace callcard::demo::firestore {

namespace {

// A document's twenty levels are three levels of JSON each; the rest is room for what stands around them.
constexpr int kDeepestBody = 120;

/// Counted before parsing, so that a body of a million brackets costs one pass and no memory.
bool isTooDeep(std::string_view text)
{
    int depth = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (quoted) {
            if (c == '\\')
                ++at;
            else if (c == '"')
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            if (++depth > kDeepestBody)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

std::string doubleText(double number)
{
    if (!std::isfinite(number))
        return "null"; // never reached: these travel as words, see value.cpp
    const double size = std::fabs(number);
    std::array<char, 64> buffer{};
    const bool exponent = size != 0 && (size >= 1e7 || size < 1e-3);
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number,
                                   exponent ? std::chars_format::scientific : std::chars_format::fixed)
                         .ptr;
    std::string text(buffer.data(), end);
    if (!exponent)
        return text.find('.') == std::string::npos ? text + ".0" : text;
    const std::size_t e = text.find('e');
    std::string digits = text.substr(0, e);
    if (digits.find('.') == std::string::npos)
        digits += ".0";
    int power = 0;
    const char *from = text.data() + e + 1;
    if (*from == '+')
        ++from;
    std::from_chars(from, text.data() + text.size(), power);
    return digits + "E" + std::to_string(power);
}

void append(std::string &out, const Json &json)
{
    if (json.is_object()) {
        out += '{';
        bool first = true;
        for (const auto &[key, value] : json.items()) {
            if (!first)
                out += ',';
            first = false;
            out += Json(key).dump(-1, ' ', false, Json::error_handler_t::replace);
            out += ':';
            append(out, value);
        }
        out += '}';
    } else if (json.is_array()) {
        out += '[';
        bool first = true;
        for (const Json &value : json) {
            if (!first)
                out += ',';
            first = false;
            append(out, value);
        }
        out += ']';
    } else if (json.is_number_float()) {
        out += doubleText(json.get<double>());
    } else {
        out += json.dump(-1, ' ', false, Json::error_handler_t::replace);
    }
}

} // namespace

Json parsedBody(std::string_view text)
{
    if (isTooDeep(text))
        refuseArgument("Invalid JSON payload received. Message too deep. Max recursion depth reached.");
    Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded())
        refuseArgument("Invalid JSON payload received. Unexpected token.");
    return json;
}

std::string jsonText(const Json &json)
{
    std::string out;
    append(out, json);
    return out;
}

} // namespace callcard::demo::firestore
