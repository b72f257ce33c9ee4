#pragma once

#include "accounts.h"
#include "newcustomersoutlet.h"

#include <callcard/clock.h>
#include <callcard/http.h>
#include <callcard/outbox.h>
#include <callcard/task.h>

#include <QObject>

#include <memory>

namespace callcard {

/// Customers made or changed here, on their way to the team's Firestore as the rep who is signed in there. While nobody is, or the
/// setting is off, they wait in the directory; what is in the outbox already waits there.
class NewCustomersService final : public QObject
{
    Q_OBJECT

public:
    /// All outlive us.
    NewCustomersService(Directory &directory, Outbox &outbox, HttpClient &http, Clock &clock, QObject *parent = nullptr);
    ~NewCustomersService() override;

    /// At first, and whenever settings or secrets changed. Null: nothing is to be sent.
    [[nodiscard]] QCoro::Task<> setAccounts(std::shared_ptr<Accounts> accounts, std::stop_token stop);
    [[nodiscard]] QCoro::Task<> stop();
    void nudge(); ///< The network is back.

    /// Whether what was written here of this customer is still to be delivered.
    [[nodiscard]] bool isWaiting(const Customer &customer) const;

Q_SIGNALS:
    void changed(); ///< Something was delivered or refused, or another outlet is in force.

private:
    /// Firestore, as long as one set of accounts is in force.
    struct Link {
        std::shared_ptr<Accounts> accounts;
        std::unique_ptr<Delivery> delivery;
        std::unique_ptr<OutboxPump> pump;
    };
    void arrange();

    Directory &m_directory;
    Outbox &m_outbox;
    HttpClient &m_http;
    Clock &m_clock;
    std::shared_ptr<Link> m_link;
    std::unique_ptr<NewCustomersOutlet> m_outlet;
    UserId m_user; ///< Whom the outlet is for.
    quint64 m_generation = 0;
};

} // namespace callcard
