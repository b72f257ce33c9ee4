#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace callcard::demo::ringcentral {

[[nodiscard]] std::string base64Url(std::string_view bytes);    ///< Without padding.
[[nodiscard]] std::string fromBase64Url(std::string_view text); ///< Empty when it is none.
[[nodiscard]] std::string fromBase64(std::string_view text);
[[nodiscard]] std::string percentEncoded(std::string_view text);
[[nodiscard]] std::string sha256(std::string_view bytes);
/// Short keyed checksum, so that a forged token is told from our own.
[[nodiscard]] std::string sealOf(std::string_view bytes);
/// The same number for the same text, on every machine.
[[nodiscard]] std::uint64_t stableHash(std::string_view text);

/// Tokens and ids. The same sequence at every start: nobody needs protection from a make-believe service, everybody wants a
/// failure to be repeatable.
class Names
{
public:
    [[nodiscard]] std::string token(const std::string &prefix, std::size_t length = 40);
    [[nodiscard]] std::string uuid();
    [[nodiscard]] std::uint64_t next() { return ++m_count; }

private:
    std::mt19937_64 m_random{20260304};
    std::uint64_t m_count = 9000;
};

} // namespace callcard::demo::ringcentral
