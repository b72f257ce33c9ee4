#include "callboxdesk.h"

#include <engine/engine.h>

#include <callcard/ui/dialtexts.h>

#include <QCursor>
#include <QGuiApplication>
#include <QScreen>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostRows = 6;
constexpr qsizetype kFewestLetters = 2;

/// The number a person of the directory is usually called on: the first that can be dialled.
const CustomerNumber *usualNumber(const Customer &customer)
{
    for (const CustomerNumber &number : customer.numbers) {
        if (number.number)
            return &number;
    }
    return nullptr;
}

QScreen *activeScreen()
{
    QScreen *under = QGuiApplication::screenAt(QCursor::pos());
    return under ? under : QGuiApplication::primaryScreen();
}

} // namespace

CallBoxDesk::CallBoxDesk(Engine &engine, QObject *parent) : QObject(parent), m_engine(engine), m_dialing(m_links, engine.clock())
{
    connect(&m_box, &ui::CallBox::queryChanged, this, &CallBoxDesk::offer);
    connect(&m_box, &ui::CallBox::recordRequested, this, &CallBoxDesk::recordRequested);
    connect(&m_box, &ui::CallBox::callRequested, this,
            [this](const DialPlan &plan, const QList<DialWarning> &accepted) { m_scope.start(dial(plan, accepted, plan.willDial)); });
}

void CallBoxDesk::refreshRules()
{
    const Preferences &preferences = m_engine.preferences();
    CallProvider *const dialler = m_engine.liveCalls().dialler();
    DialRules rules{.route = dialRouteFromName(preferences.value(settings::kDialVia)).value_or(DialRoute::Provider),
                    .region = preferences.value(settings::kUserRegion),
                    .callerId = preferences.value(settings::kDialFromNumber),
                    .telLinksAreOurs = m_linksAreOurs};
    // Where no connected service can dial, the desktop's own phone program is better than nothing; the box says which it is.
    if (rules.route == DialRoute::Provider && !dialler)
        rules.route = DialRoute::System;
    const QTime from = QTime::fromString(preferences.value(settings::kDaytimeFrom), u"HH:mm"_s);
    const QTime to = QTime::fromString(preferences.value(settings::kDaytimeTo), u"HH:mm"_s);
    if (from.isValid() && to.isValid()) {
        rules.daytimeFrom = from;
        rules.daytimeTo = to;
    }
    m_dialing.setProvider(dialler);
    m_dialing.setRules(rules);
}

void CallBoxDesk::open(const QString &text)
{
    refreshRules();
    m_box.open(text, activeScreen());
    offer(m_box.query());
}

void CallBoxDesk::openWithSelection(const QString &text)
{
    refreshRules();
    open(m_dialing.read(text) ? text : QString());
}

void CallBoxDesk::call(const DialTarget &target, const CustomerId &customer)
{
    refreshRules();
    const WhoIs who = target.number ? m_engine.customers().whoIs({.number = target.number, .rawNumber = target.number->e164()}) : WhoIs{};
    std::optional<Customer> known;
    for (const Match &match : who.facts) {
        if (!known && (customer.isEmpty() || match.customer.id == customer))
            known = match.customer;
    }
    const Callee callee{.customer = known ? known->id : customer, .doNotCall = known && known->doNotCall};
    const DialPlan plan = m_dialing.plan(target, callee);
    if (plan.obstacle || !plan.warnings.isEmpty()) {
        open(plan.willDial + (target.extension.isEmpty() ? QString() : u" x"_s + target.extension));
        return;
    }
    m_scope.start(dial(plan, {}, known ? known->name : plan.willDial));
}

void CallBoxDesk::offer(const QString &query)
{
    ui::CallBoxOffer offer{.query = query, .rules = m_dialing.rules()};
    if (query.trimmed().isEmpty()) {
        m_box.setOffer(offer);
        return;
    }
    if (const auto target = m_dialing.read(query)) {
        offer.rows = rowsForTarget(*target);
    } else {
        offer.rows = rowsForName(query);
        const bool looksLikeNumber = target.error() != PhoneProblem::Letters && target.error() != PhoneProblem::NotANumber;
        if (offer.rows.isEmpty() && looksLikeNumber)
            offer.problem = target.error();
    }
    if (const Directory *directory = m_engine.customers().directory()) {
        const Result<DirectoryStats> stats = directory->stats();
        offer.searched = stats ? stats->customers : 0;
    }
    m_box.setOffer(offer);
}

QList<ui::CallBoxRow> CallBoxDesk::rowsForTarget(const DialTarget &target) const
{
    QList<ui::CallBoxRow> rows;
    if (target.number) {
        const WhoIs who =
            m_engine.customers().whoIs({.number = target.number, .rawNumber = target.number->e164(), .extension = target.extension});
        for (const Match &match : who.facts) {
            if (rows.size() < kMostRows)
                rows.append(rowOf(match.customer, target, {}));
        }
    }
    if (rows.isEmpty())
        rows.append(ui::CallBoxRow{.plan = m_dialing.plan(target, {})});
    return rows;
}

QList<ui::CallBoxRow> CallBoxDesk::rowsForName(const QString &query) const
{
    QList<ui::CallBoxRow> rows;
    const Directory *const directory = m_engine.customers().directory();
    if (!directory || query.trimmed().size() < kFewestLetters)
        return rows;
    const Result<QList<Customer>> found = directory->search(query, 2 * kMostRows); // some have no number
    if (!found)
        return rows;
    for (const Customer &customer : *found) {
        const CustomerNumber *number = usualNumber(customer);
        if (!number || rows.size() >= kMostRows)
            continue;
        const DialTarget target{.number = number->number, .extension = number->extension};
        const QString readable = readableForm(*number->number, m_dialing.rules().region);
        rows.append(rowOf(customer, target, number->label.isEmpty() ? readable : QString(readable + u' ' + number->label)));
    }
    return rows;
}

ui::CallBoxRow CallBoxDesk::rowOf(const Customer &customer, const DialTarget &target, const QString &detail) const
{
    return {.customer = customer.id,
            .name = customer.name,
            .company = customer.company,
            .detail = detail,
            .plan = m_dialing.plan(target, {.customer = customer.id, .doNotCall = customer.doNotCall})};
}

QCoro::Task<> CallBoxDesk::dial(DialPlan plan, QList<DialWarning> accepted, QString name)
{
    const Result<Dialing::Dialled> dialled = co_await m_dialing.dial(plan, accepted, m_scope.stopToken());
    if (dialled) {
        if (dialled->alreadyCalling)
            m_box.setNotice(ui::alreadyCallingText(name), {});
        else
            m_box.hide();
        co_return;
    }
    if (dialled.error().kind == ErrorKind::Cancelled)
        co_return;
    // What was refused is said where it was asked for; from a card or a page the box opens with it.
    if (!m_box.isVisible())
        open(plan.willDial);
    const ui::DialNotice notice = ui::dialFailureText(dialled.error(), m_engine.clock().now());
    m_box.setNotice(notice.strong, notice.rest);
}

} // namespace callcard
