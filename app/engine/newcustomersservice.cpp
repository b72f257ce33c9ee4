#include "newcustomersservice.h"

#include <callcard/directory.h>
#include <callcard/newcustomers.h>

#include <QLoggingCategory>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(lcNewCustomers, "callcard.engine.customers.new", QtInfoMsg)
}

NewCustomersService::NewCustomersService(Directory &directory, Outbox &outbox, HttpClient &http, Clock &clock, QObject *parent)
    : QObject(parent), m_directory(directory), m_outbox(outbox), m_http(http), m_clock(clock)
{
}

NewCustomersService::~NewCustomersService()
{
    if (m_outlet)
        m_directory.setOutlet(nullptr);
}

QCoro::Task<> NewCustomersService::setAccounts(std::shared_ptr<Accounts> accounts, std::stop_token stop)
{
    const quint64 generation = ++m_generation;
    co_await this->stop();
    if (generation != m_generation || !accounts || !accounts->firebase || stop.stop_requested())
        co_return; // a newer set came meanwhile, or nothing is to be sent
    const Accounts::Firebase &firebase = *accounts->firebase;
    m_link = std::make_shared<Link>();
    m_link->accounts = accounts;
    m_link->delivery = makeNewCustomersDelivery({.base = firebase.firestore,
                                                 .projectId = firebase.projectId,
                                                 .apiKey = firebase.apiKey,
                                                 .isEmulator = firebase.isEmulator,
                                                 .http = m_http,
                                                 .tokens = *firebase.tokens,
                                                 .clock = m_clock});
    m_link->pump = std::make_unique<OutboxPump>(m_outbox, newCustomersDestination(), *m_link->delivery, m_clock);
    connect(m_link->pump.get(), &OutboxPump::delivered, this, &NewCustomersService::changed);
    connect(m_link->pump.get(), &OutboxPump::parked, this, &NewCustomersService::changed);
    connect(firebase.tokens.get(), &TokenKeeper::stateChanged, m_link->pump.get(), [this] { arrange(); });
    m_link->pump->start();
    // Documents carry who wrote them, so nothing can be handed over before that is known.
    const Result<Secret> token = co_await accounts->firebase->tokens->accessToken(stop);
    if (!token)
        qCInfo(lcNewCustomers) << "not signed in to Firebase:" << token.error();
    if (generation == m_generation)
        arrange();
}

void NewCustomersService::arrange()
{
    const UserId user = m_link ? UserId(m_link->accounts->firebase->tokens->user()) : UserId();
    if (user == m_user)
        return;
    m_directory.setOutlet(nullptr);
    m_outlet = user.isEmpty() ? nullptr : std::make_unique<NewCustomersOutlet>(m_directory, m_outbox, user);
    m_user = user;
    m_directory.setOutlet(m_outlet.get());
    Q_EMIT
    changed();
}

QCoro::Task<> NewCustomersService::stop()
{
    const std::shared_ptr<Link> old = std::move(m_link);
    arrange(); // what is made from now on waits in the directory
    if (old)
        co_await old->pump->stop();
}

void NewCustomersService::nudge()
{
    if (m_link)
        m_link->pump->nudge();
}

bool NewCustomersService::isWaiting(const Customer &customer) const
{
    if (m_user.isEmpty())
        return false; // nothing is on its way anywhere
    return std::any_of(customer.origins.cbegin(), customer.origins.cend(), [this](const CustomerOrigin &origin) {
        if (origin.source != "local"_L1)
            return false;
        const Customer here{.id = CustomerId(recordKey(origin.source, origin.sourceId))};
        const Result<bool> waiting = m_outbox.isWaiting(newCustomersDestination(), newCustomerItem(here, {.user = m_user}).key);
        return waiting.value_or(false);
    });
}

} // namespace callcard
