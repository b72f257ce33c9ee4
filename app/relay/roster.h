#pragma once

#include "config.h"

#include <QSet>

namespace callcard::relay {

/// Who is who in which provider.
class Roster
{
public:
    explicit Roster(const QList<RelayUser> &users);

    /// The user of that address; of one that the configuration does not name it is known that it is one.
    [[nodiscard]] RelayUser user(const QString &email) const;
    [[nodiscard]] QString byJustCallAgent(const QString &id, const QString &email) const; ///< E-mail, or nothing.
    [[nodiscard]] QString byExtension(const QString &extensionId) const;
    [[nodiscard]] QStringList byNumber(const QString &e164) const;

private:
    QHash<QString, RelayUser> m_users;
    QHash<QString, QString> m_byAgent;
    QHash<QString, QString> m_byExtension;
    QMultiHash<QString, QString> m_byNumber;
};

} // namespace callcard::relay
