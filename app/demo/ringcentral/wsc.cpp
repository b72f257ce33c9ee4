#include "wsc.h"

#include "crypto.h"

#include <array>
#include <charconv>

namespace callcard::demo::ringcentral {

std::string WscToken::text() const
{
    const std::string plain = session + " " + std::to_string(life) + " " + std::to_string(sequence);
    return base64Url(plain) + "." + sealOf(plain);
}

std::optional<WscToken> WscToken::parse(const std::string &text)
{
    const auto dot = text.find('.');
    if (dot == std::string::npos || text.size() > 512)
        return std::nullopt;
    const std::string plain = fromBase64Url(text.substr(0, dot));
    if (plain.empty() || text.substr(dot + 1) != sealOf(plain))
        return std::nullopt;
    const auto first = plain.find(' ');
    const auto second = plain.find(' ', first + 1);
    WscToken token;
    token.session = plain.substr(0, first);
    std::from_chars(plain.data() + first + 1, plain.data() + second, token.life);
    std::from_chars(plain.data() + second + 1, plain.data() + plain.size(), token.sequence);
    return token;
}

} // namespace callcard::demo::ringcentral
