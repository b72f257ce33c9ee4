#include "numberparser.h"

#include <algorithm>

namespace callcard::demo::ringcentral {

namespace {

constexpr std::size_t kMostStrings = 64;
constexpr std::size_t kLongestExtension = 6;
constexpr std::size_t kLongestNumber = 15;

Json parsed(const std::string &typed)
{
    Json one = {{"originalString", typed}};
    const std::string number = dialable(typed);
    if (number.empty())
        return one;
    if (!number.starts_with('+')) {
        one["subAddress"] = number;
        return one;
    }
    one["e164"] = number;
    one["dialable"] = number.substr(1);
    const bool isNorthAmerican = number.size() == 12 && number[1] == '1';
    if (isNorthAmerican) {
        one["areaCode"] = number.substr(2, 3);
        one["formattedNational"] = "(" + number.substr(2, 3) + ") " + number.substr(5, 3) + "-" + number.substr(8);
        one["formattedInternational"] = "+1 " + number.substr(2, 3) + "-" + number.substr(5, 3) + "-" + number.substr(8);
        one["country"] = {{"id", "1"}, {"name", "United States"}, {"isoCode", "US"}, {"callingCode", "1"}};
    }
    return one;
}

ApiReply parse(ApiCall &call)
{
    const auto strings = call.body.is_object() ? call.body.find("originalStrings") : call.body.end();
    if (!call.body.is_object() || strings == call.body.end() || !strings->is_array() || strings->empty() || strings->size() > kMostStrings)
        throw invalidParameter("originalStrings");
    Json numbers = Json::array();
    for (const Json &one : *strings) {
        if (!one.is_string())
            throw invalidParameter("originalStrings");
        numbers.push_back(parsed(one.get<std::string>()));
    }
    return {200,
            {{"uri", call.base + "/restapi/v1.0/number-parser"},
             {"homeCountry", {{"id", "1"}, {"isoCode", "US"}, {"callingCode", "1"}, {"name", "United States"}}},
             {"phoneNumbers", std::move(numbers)}},
            {},
            {}};
}

} // namespace

std::string digitsOf(std::string_view text)
{
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

std::string dialable(const std::string &typed)
{
    const std::string digits = digitsOf(typed);
    const bool hasLetters = std::ranges::any_of(typed, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    if (digits.empty() || hasLetters || digits.size() > kLongestNumber)
        return {};
    if (typed.find('+') != std::string::npos)
        return digits.size() > kLongestExtension ? "+" + digits : std::string();
    if (digits.size() <= kLongestExtension)
        return digits;
    if (digits.size() == 10)
        return "+1" + digits;
    return "+" + digits;
}

void registerNumberParser(Api &api)
{
    api.add("POST", "/restapi/v1.0/number-parser/parse", Group::Light, {}, parse);
    api.add("POST", "/restapi/v2/number-parser/parse", Group::Light, {}, parse);
}

} // namespace callcard::demo::ringcentral
