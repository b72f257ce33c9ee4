#include "crypto.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <array>
#include <cctype>
#include <cstdio>

namespace callcard::demo::ringcentral {

namespace {

QByteArray raw(std::string_view bytes)
{
    return QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

std::string decoded(std::string_view text, QByteArray::Base64Options options)
{
    const auto result = QByteArray::fromBase64Encoding(raw(text), options | QByteArray::AbortOnBase64DecodingErrors);
    return result ? (*result).toStdString() : std::string();
}

} // namespace

std::string base64Url(std::string_view bytes)
{
    return raw(bytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals).toStdString();
}

std::string fromBase64Url(std::string_view text)
{
    return decoded(text, QByteArray::Base64UrlEncoding);
}

std::string fromBase64(std::string_view text)
{
    return decoded(text, QByteArray::Base64Encoding);
}

std::string percentEncoded(std::string_view text)
{
    static constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || std::string_view("-_.~").find(c) != std::string_view::npos)
            result += c;
        else
            (((result += '%') += kHex[byte >> 4U])) += kHex[byte & 15U];
    }
    return result;
}

std::string sha256(std::string_view bytes)
{
    return QCryptographicHash::hash(raw(bytes), QCryptographicHash::Sha256).toStdString();
}

std::string sealOf(std::string_view bytes)
{
    const QByteArray key("demo cloud, not a secret");
    return base64Url(QMessageAuthenticationCode::hash(raw(bytes), key, QCryptographicHash::Sha256).left(9).toStdString());
}

std::uint64_t stableHash(std::string_view text)
{
    std::uint64_t hash = 14695981039346656037ULL; // FNV-1a
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

std::string Names::token(const std::string &prefix, std::size_t length)
{
    static constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    std::string token = prefix;
    while (token.size() < length)
        token += kLetters[m_random() % kLetters.size()];
    return token;
}

std::string Names::uuid()
{
    const std::uint64_t high = m_random();
    const std::uint64_t low = m_random();
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%08x-%04x-4%03x-8%03x-%012llx", static_cast<unsigned>(high >> 32U),
                  static_cast<unsigned>(high >> 16U & 0xffffU), static_cast<unsigned>(high & 0xfffU), static_cast<unsigned>(low >> 52U),
                  static_cast<unsigned long long>(low & 0xffffffffffffULL));
    return text.data();
}

} // namespace callcard::demo::ringcentral
