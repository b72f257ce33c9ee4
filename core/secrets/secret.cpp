#include <callcard/secrets.h>

#include <utility>

namespace callcard {

namespace {

void wipe(std::vector<char> &bytes)
{
    // Through volatile, or the compiler would leave out writes that nobody reads.
    volatile char *at = bytes.data();
    for (std::size_t i = 0; i < bytes.size(); ++i)
        at[i] = 0;
    bytes.clear();
}

} // namespace

Secret::Secret(QStringView text)
{
    QByteArray utf8 = text.toUtf8();
    m_bytes.assign(utf8.cbegin(), utf8.cend());
    utf8.fill('\0');
}

Secret::Secret(QByteArrayView utf8) : m_bytes(utf8.begin(), utf8.end()) {}

Secret::Secret(const Secret &other) = default;

Secret::Secret(Secret &&other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) {}

Secret &Secret::operator=(Secret other) noexcept
{
    m_bytes.swap(other.m_bytes); // what we held dies with `other`
    return *this;
}

Secret::~Secret()
{
    wipe(m_bytes);
}

QByteArray Secret::reveal() const
{
    return {m_bytes.data(), qsizetype(m_bytes.size())};
}

QString Secret::revealText() const
{
    return QString::fromUtf8(m_bytes.data(), qsizetype(m_bytes.size()));
}

bool Secret::matches(QByteArrayView value) const
{
    unsigned difference = m_bytes.size() == std::size_t(value.size()) ? 0U : 1U;
    for (qsizetype i = 0; i < value.size(); ++i)
        difference |= unsigned(uchar(value[i])) ^ (m_bytes.empty() ? 256U : unsigned(uchar(m_bytes[std::size_t(i) % m_bytes.size()])));
    return difference == 0;
}

} // namespace callcard
