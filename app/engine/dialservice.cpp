#include "dialservice.h"

#include "engine.h"

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

DialService::DialService(Engine &engine, LinkOpener &links, QObject *parent)
    : QObject(parent), m_engine(engine), m_dialing(links, engine.clock()), m_book(engine, m_dialing)
{
    engine.liveCalls().setFarewell([this] { return letGo(); });
    connect(&engine, &Engine::accountsOpened, this, &DialService::refresh);
    connect(&engine, &Engine::connectionsChanged, this, &DialService::refresh);
    connect(&engine.preferences(), &Preferences::changed, this, [this](const QString &key) {
        if (key.startsWith("dialing/"_L1) || key.startsWith("user/"_L1))
            refresh();
    });
    refresh();
}

DialService::~DialService()
{
    m_engine.liveCalls().setFarewell({});
}

QCoro::Task<> DialService::letGo()
{
    return m_dialing.letGo();
}

QCoro::Task<> DialService::stop()
{
    co_await m_dialing.letGo();
    co_await m_book.stop();
}

DialRoute DialService::chosenRoute() const
{
    const DialRoute chosen = dialRouteFromName(m_engine.preferences().value(settings::kDialVia)).value_or(DialRoute::Provider);
    const bool nobodyChose = m_engine.preferences().state(settings::kDialVia.name()).origin == SettingOrigin::Default;
    // JustCall places no calls for others; its own dialer does. Where it is all there is, that is what a rep means by calling.
    if (nobodyChose && m_engine.accounts() && m_engine.accounts()->callSources({}) == QStringList{u"justcall"_s})
        return DialRoute::JustCallDialer;
    return chosen;
}

DialRules DialService::rulesNow() const
{
    const Preferences &preferences = m_engine.preferences();
    DialRules rules{.route = chosenRoute(),
                    .region = preferences.value(settings::kUserRegion),
                    .callerId = preferences.value(settings::kDialFromNumber),
                    .opening = !m_engine.accounts(),
                    .telLinksAreOurs = m_linksAreOurs.value_or(m_linkCame)};
    const QTime from = QTime::fromString(preferences.value(settings::kDaytimeFrom), u"HH:mm"_s);
    const QTime to = QTime::fromString(preferences.value(settings::kDaytimeTo), u"HH:mm"_s);
    if (from.isValid() && to.isValid()) {
        rules.daytimeFrom = from;
        rules.daytimeTo = to;
    }
    return rules;
}

void DialService::refresh()
{
    const DialRules before = m_dialing.rules();
    CallProvider *const dialler = m_engine.liveCalls().dialler();
    if (dialler)
        m_service = dialler->info().id;
    CallProvider *const agents = m_engine.liveCalls().agents();
    if (agents)
        m_agentService = agents->info().id;
    m_dialing.setProvider(dialler);
    m_dialing.setAgents(agents);
    m_dialing.setRules(rulesNow());
    if (!(m_dialing.rules() == before))
        Q_EMIT
    rulesChanged();
}

void DialService::setLinksAreOurs(bool ours)
{
    m_linksAreOurs = ours;
    refresh();
}

void DialService::onLink(QStringView link)
{
    m_linkCame = true;
    const auto target = m_dialing.read(link);
    if (target && m_dialing.wasHandedOver(*target))
        m_linksAreOurs = true; // whatever the desktop says: it came straight back
    refresh();
}

DialService::Who DialService::whoIs(const DialTarget &target, const CustomerId &customer) const
{
    Who who{.callee = {.customer = customer}};
    if (!target.number)
        return who;
    const WhoIs found =
        m_engine.customers().whoIs({.number = target.number, .rawNumber = target.number->e164(), .extension = target.extension});
    for (const Match &match : found.facts) {
        if (who.name.isEmpty() && (customer.isEmpty() || match.customer.id == customer)) {
            who.callee.customer = match.customer.id;
            who.name = match.customer.name;
        }
        who.callee.doNotCall |= match.customer.doNotCall; // the same phone rings
    }
    if (!customer.isEmpty() || found.facts.size() == 1) // an agent greets nobody by somebody else's name
        who.callee.name = who.name;
    return who;
}

DialPlan DialService::plan(const DialTarget &target, const CustomerId &customer, std::optional<DialRoute> through) const
{
    const Callee callee = whoIs(target, customer).callee;
    if (!through)
        return m_dialing.plan(target, callee);
    DialRules rules = m_dialing.rules();
    rules.route = *through;
    return planDial(target, callee, rules, m_engine.clock().now());
}

DialTarget DialService::targetOf(const PhoneNumber &number, const CustomerId &customer) const
{
    DialTarget target{.number = number};
    const Directory *const directory = m_engine.customers().directory();
    if (customer.isEmpty() || !directory)
        return target;
    const Result<std::optional<Customer>> record = directory->customer(customer);
    if (!record || !*record)
        return target;
    QStringList extensions;
    for (const CustomerNumber &known : (*record)->numbers) {
        if (known.number == number && !extensions.contains(known.extension))
            extensions.append(known.extension);
    }
    if (extensions.size() == 1) // of several nobody knows which was meant
        target.extension = extensions.first();
    return target;
}

QList<DialRoute> DialService::ways() const
{
    const DialRules &rules = m_dialing.rules();
    QList<DialRoute> routes;
    if (rules.providerDials)
        routes.append(DialRoute::Provider);
    if (m_engine.accounts()) {
        const QStringList sources = m_engine.accounts()->callSources({});
        if (sources.contains("ringcentral"_L1))
            routes.append(DialRoute::RingCentralApp);
        if (sources.contains("justcall"_L1) || sources.contains("relay"_L1))
            routes.append(DialRoute::JustCallDialer);
    }
    if (!rules.telLinksAreOurs)
        routes.append(DialRoute::System);
    if (rules.agentCalls)
        routes.append(DialRoute::AiAgent);
    return routes;
}

QList<DialPlan> DialService::otherWays(const DialPlan &plan) const
{
    QList<DialPlan> ways;
    const QList<DialRoute> routes = this->ways();
    for (const DialRoute route : routes) {
        DialRules rules = m_dialing.rules();
        rules.route = route;
        const DialPlan way = planDial(plan.target, plan.callee, rules, m_engine.clock().now());
        if (route != plan.route && way.route == route && !way.obstacle)
            ways.append(way);
    }
    return ways;
}

QList<OwnLine> DialService::ownLines() const
{
    const CallProvider *const dialler = m_engine.liveCalls().dialler();
    return dialler ? dialler->ownLines() : QList<OwnLine>();
}

QString DialService::serviceOf(DialRoute route) const
{
    return route == DialRoute::Provider ? m_service : route == DialRoute::AiAgent ? m_agentService : QString();
}

} // namespace callcard
