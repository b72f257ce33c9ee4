#include "text.h"
#include <callcard/httpserver.h>

namespace callcard::serving {

namespace {

// A megabyte of "&a&a&a…" would become tens of megabytes of pairs. No honest form has this many fields.
constexpr std::size_t kMaxItems = 4096;

int hexValue(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    if (digit >= 'a' && digit <= 'f')
        return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F')
        return digit - 'A' + 10;
    return -1;
}

Headers decodedItems(std::string_view text)
{
    Headers items;
    while (!text.empty() && items.size() < kMaxItems) {
        const std::size_t end = std::min(text.find('&'), text.size());
        const std::string_view item = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (item.empty())
            continue;
        const std::size_t sign = std::min(item.find('='), item.size());
        const std::string_view value = sign < item.size() ? item.substr(sign + 1) : std::string_view();
        items.emplace_back(percentDecoded(item.substr(0, sign), true), percentDecoded(value, true));
    }
    return items;
}

} // namespace

std::string percentDecoded(std::string_view text, bool plusIsSpace)
{
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '%' && i + 2 < text.size()) {
            const int high = hexValue(text[i + 1]);
            const int low = hexValue(text[i + 2]);
            if (high >= 0 && low >= 0) {
                decoded.push_back(static_cast<char>(high * 16 + low));
                i += 2;
                continue;
            }
        }
        decoded.push_back(c == '+' && plusIsSpace ? ' ' : c);
    }
    return decoded;
}

std::string_view Request::header(std::string_view name) const
{
    return findHeader(headers, name);
}

Headers Request::queryItems() const
{
    return decodedItems(query);
}

Headers Request::formItems() const
{
    return decodedItems(body);
}

std::optional<std::string> Request::queryValue(std::string_view name) const
{
    for (auto &[key, value] : queryItems()) {
        if (key == name)
            return value;
    }
    return std::nullopt;
}

Response Response::json(int status, std::string body)
{
    return {status, {{"Content-Type", "application/json"}}, std::move(body)};
}

Response Response::text(int status, std::string body)
{
    return {status, {{"Content-Type", "text/plain; charset=utf-8"}}, std::move(body)};
}

BodyStream::~BodyStream() = default;
WebSocket::~WebSocket() = default;
Exchange::~Exchange() = default;

} // namespace callcard::serving
