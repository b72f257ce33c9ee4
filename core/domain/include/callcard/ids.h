#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>

namespace callcard {

/// Text that names one thing of one kind; the kinds do not mix.
template <typename Kind>
class Id
{
public:
    Id() = default;
    explicit Id(QString text) : m_text(std::move(text)) {}
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    bool operator==(const Id &) const = default;
    std::strong_ordering operator<=>(const Id &other) const { return m_text.compare(other.m_text) <=> 0; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_text, seed); }

private:
    QString m_text;
};

using CallId = Id<struct CallIdKind>;         ///< Ours: "ringcentral:s-123". One call, whatever reported it.
using CustomerId = Id<struct CustomerIdKind>; ///< Of the local directory.
using MessageId = Id<struct MessageIdKind>;
using UserId = Id<struct UserIdKind>; ///< The Firebase uid.

} // namespace callcard
