#pragma once

#include <callcard/customeredits.h>
#include <callcard/ids.h>

namespace callcard {

class Directory;
class Outbox;

/// Customers made or changed here, into the outbox on their way to the team's Firestore: as they are now, with what other sources say of
/// them, under the local record's own id.
class NewCustomersOutlet final : public CustomerOutlet
{
public:
    NewCustomersOutlet(const Directory &directory, Outbox &outbox, UserId user)
        : m_directory(directory), m_outbox(outbox), m_user(std::move(user))
    {
    }
    [[nodiscard]] Result<> put(const LocalCustomer &customer) override;
    [[nodiscard]] Result<> withdraw(const QString &localId) override;

private:
    const Directory &m_directory; // these outlive us: declared earlier in the engine
    Outbox &m_outbox;
    const UserId m_user; ///< The Firebase uid under which they are sent.
};

} // namespace callcard
