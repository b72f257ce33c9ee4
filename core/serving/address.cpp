#include "address.h"

#include "text.h"

#include <algorithm>

namespace callcard::serving {

namespace {

constexpr std::size_t kMaxUrl = 8192;

bool isPort(std::string_view text)
{
    return !text.empty() && text.size() <= 5 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
           std::stoi(std::string(text)) <= 65535;
}

bool isPlain(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

bool isLoopback(std::string_view host)
{
    if (equalsIgnoringCase(host, "localhost") || host == "::1")
        return true;
    // All of 127/8, but only as four numbers: "127.example" is somebody's name.
    return host.starts_with("127.") && std::count(host.begin(), host.end(), '.') == 3 &&
           std::all_of(host.begin(), host.end(), [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
}

} // namespace

Result<Address> addressOf(std::string_view url)
{
    const auto refused = [](const char *why) { return failure(ErrorKind::Refused, QString::fromLatin1(why)); };
    if (url.size() > kMaxUrl || !isPlain(url))
        return refused("not a URL");
    Address address;
    if (equalsIgnoringCase(url.substr(0, 8), "https://"))
        address.secure = true;
    else if (!equalsIgnoringCase(url.substr(0, 7), "http://"))
        return refused("neither http nor https");
    url.remove_prefix(address.secure ? 8 : 7);
    url = url.substr(0, url.find('#'));
    const std::size_t slash = std::min(url.find_first_of("/?"), url.size());
    const std::string_view authority = url.substr(0, slash);
    const std::string_view target = url.substr(slash);
    if (authority.find('@') != std::string_view::npos)
        return refused("a name in the URL");

    const bool bracketed = authority.starts_with('[');
    const std::size_t hostEnd = bracketed ? authority.find(']') : std::min(authority.find(':'), authority.size());
    if (hostEnd == std::string_view::npos)
        return refused("not a host");
    address.host = authority.substr(bracketed ? 1 : 0, bracketed ? hostEnd - 1 : hostEnd);
    const std::string_view rest = authority.substr(bracketed ? hostEnd + 1 : hostEnd);
    address.port = rest.empty() ? (address.secure ? "443" : "80") : std::string(rest.substr(1));
    if (address.host.empty() || (!rest.empty() && rest.front() != ':') || !isPort(address.port))
        return refused("not a host");
    address.loopback = isLoopback(address.host);
    if (!address.secure && !address.loopback)
        return refused("plain http leaves this machine");
    address.authority = authority;
    address.target = target.starts_with('/') ? std::string(target) : "/" + std::string(target);
    return address;
}

} // namespace callcard::serving
