#include "roster.h"

namespace callcard::relay {

Roster::Roster(const QList<RelayUser> &users)
{
    for (const RelayUser &user : users) {
        m_users.insert(user.email, user);
        if (!user.justcallAgentId.isEmpty())
            m_byAgent.insert(user.justcallAgentId, user.email);
        if (!user.ringcentralExtensionId.isEmpty())
            m_byExtension.insert(user.ringcentralExtensionId, user.email);
        for (const QString &number : user.numbers)
            m_byNumber.insert(number, user.email);
    }
}

RelayUser Roster::user(const QString &email) const
{
    return m_users.value(email, RelayUser{.email = email});
}

QString Roster::byJustCallAgent(const QString &id, const QString &email) const
{
    if (const QString known = m_byAgent.value(id); !id.isEmpty() && !known.isEmpty())
        return known;
    return email.trimmed().toLower();
}

QString Roster::byExtension(const QString &extensionId) const
{
    return m_byExtension.value(extensionId);
}

QStringList Roster::byNumber(const QString &e164) const
{
    QStringList emails = m_byNumber.values(e164);
    emails.sort();
    return emails;
}

} // namespace callcard::relay
