#include "multipart.h"

#include <algorithm>
#include <cctype>

namespace callcard::demo::ringcentral {

namespace {

std::string boundaryOf(std::string_view contentType)
{
    constexpr std::string_view kName = "boundary=";
    const auto at = contentType.find(kName);
    if (at == std::string_view::npos)
        return {};
    contentType.remove_prefix(at + kName.size());
    contentType = contentType.substr(0, contentType.find(';'));
    if (contentType.size() >= 2 && contentType.front() == '"' && contentType.back() == '"')
        contentType = contentType.substr(1, contentType.size() - 2);
    return contentType.empty() ? std::string() : "--" + std::string(contentType);
}

} // namespace

std::optional<std::string> jsonPart(std::string_view contentType, std::string_view body)
{
    const std::string boundary = boundaryOf(contentType);
    if (boundary.empty())
        return std::nullopt;
    for (auto begin = body.find(boundary); begin != std::string_view::npos;) {
        begin += boundary.size();
        const auto end = body.find("\r\n" + boundary, begin);
        const std::string_view part = body.substr(begin, end == std::string_view::npos ? end : end - begin);
        const auto split = part.find("\r\n\r\n");
        if (split != std::string_view::npos) {
            std::string head(part.substr(0, split));
            std::ranges::transform(head, head.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
            if (head.find("application/json") != std::string::npos)
                return std::string(part.substr(split + 4));
        }
        begin = end == std::string_view::npos ? end : end + 2;
    }
    return std::nullopt;
}

} // namespace callcard::demo::ringcentral
