#include "callboxdesk.h"

#include <engine/engine.h>

#include <callcard/ui/calltexts.h>
#include <callcard/ui/dialtexts.h>
#include <callcard/ui/errortexts.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/terms.h>
#include <callcard/ui/timetexts.h>

#include <QCursor>
#include <QGuiApplication>
#include <QScreen>

#include <algorithm>

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

CallBoxDesk::CallBoxDesk(Engine &engine, DialService &dial, QObject *parent) : QObject(parent), m_engine(engine), m_dial(dial)
{
    connect(&m_box, &ui::CallBox::queryChanged, this, &CallBoxDesk::offer);
    connect(&m_box, &ui::CallBox::wayChosen, this, &CallBoxDesk::takeWay);
    connect(&m_box, &ui::CallBox::callerChosen, this,
            [this](const QString &number) { remember(m_engine.preferences().set(settings::kDialFromNumber, number)); });
    connect(&m_box, &ui::CallBox::recordRequested, this, &CallBoxDesk::recordRequested);
    connect(&m_box, &ui::CallBox::callRequested, this, [this](const DialPlan &plan, const QList<DialWarning> &accepted) {
        const QString name = m_dial.whoIs(plan.target, plan.callee.customer).name;
        m_scope.start(this->dial(plan, accepted, name.isEmpty() ? plan.willDial : name));
    });
    connect(&dial, &DialService::rulesChanged, this, [this] {
        if (m_box.isVisible())
            offer(m_box.query());
    });
}

void CallBoxDesk::show(const QString &text, const std::optional<DialTarget> &target, const CustomerId &customer)
{
    m_dial.refresh();
    m_box.open(text, activeScreen());
    m_given = m_box.query();
    m_givenTarget = target;
    m_givenCustomer = customer;
    m_through.reset();
    m_awaitsSelection = false;
    offer(m_box.query());
}

void CallBoxDesk::open(const QString &text)
{
    const auto target = m_dial.dialing().read(text);
    show(text, target ? std::optional(*target) : std::nullopt);
}

void CallBoxDesk::openLink(const QString &link)
{
    m_dial.onLink(link);
    open(link);
}

void CallBoxDesk::openWithSelection(const QStringList &texts)
{
    m_dial.refresh();
    const auto text =
        std::find_if(texts.begin(), texts.end(), [this](const QString &each) { return m_dial.dialing().read(each).has_value(); });
    open(text == texts.end() ? QString() : *text);
    m_awaitsSelection = text == texts.end();
}

void CallBoxDesk::callParty(const CallParty &party)
{
    if (party.number) {
        call(DialTarget{.number = party.number, .extension = party.extension}, {});
        return;
    }
    // What is no number everywhere may be one here; and what cannot be dialled is said in the box.
    const QString written = party.rawNumber.isEmpty() ? party.extension : party.rawNumber;
    if (const auto target = m_dial.dialing().read(written))
        call(*target, {});
    else
        open(written);
}

void CallBoxDesk::callCustomer(const PhoneNumber &number, const CustomerId &customer)
{
    call(m_dial.targetOf(number, customer), customer);
}

void CallBoxDesk::call(const DialTarget &target, const CustomerId &customer)
{
    m_dial.refresh();
    const DialPlan plan = m_dial.plan(target, customer);
    if (plan.obstacle || !plan.warnings.isEmpty()) {
        show(plan.willDial + (target.extension.isEmpty() ? QString() : u" x"_s + target.extension), target, customer);
        return;
    }
    const QString name = m_dial.whoIs(target, customer).name;
    m_scope.start(dial(plan, {}, name.isEmpty() ? plan.willDial : name));
}

void CallBoxDesk::offer(const QString &query)
{
    ui::CallBoxOffer offer{
        .query = query, .rules = m_dial.dialing().rules(), .callerLine = callerLine(), .ways = ways(), .callers = callers()};
    if (m_through)
        offer.rules.route = *m_through;
    if (query.trimmed().isEmpty()) {
        offer.rows = recentRows();
        m_box.setOffer(offer);
        return;
    }
    const auto target =
        query == m_given && m_givenTarget ? tl::expected<DialTarget, PhoneProblem>(*m_givenTarget) : m_dial.dialing().read(query);
    if (target) {
        offer.rows = rowsForTarget(*target);
    } else {
        offer.rows = rowsForName(query);
        const bool looksLikeNumber = target.error() != PhoneProblem::Letters && target.error() != PhoneProblem::NotANumber;
        if (offer.rows.isEmpty() && looksLikeNumber)
            offer.problem = target.error();
    }
    addWays(offer.rows);
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
            if (match.customer.id == m_givenCustomer && m_box.query() == m_given)
                rows.prepend(rowOf(match.customer, target, {}));
            else if (rows.size() < kMostRows)
                rows.append(rowOf(match.customer, target, {}));
        }
    }
    if (rows.isEmpty())
        rows.append(ui::CallBoxRow{.plan = m_dial.plan(target, {}, m_through)});
    return rows.first(std::min<qsizetype>(rows.size(), kMostRows));
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
        const QString readable = readableForm(*number->number, m_dial.dialing().rules().region);
        rows.append(rowOf(customer, target, number->label.isEmpty() ? readable : QString(readable + u' ' + number->label)));
    }
    return rows;
}

QList<ui::CallBoxRow> CallBoxDesk::recentRows() const
{
    QList<ui::CallBoxRow> rows;
    const CallLog *const log = m_engine.callBook().log();
    const Result<PeoplePage> people = log ? log->people({.limit = 2 * kMostRows}) : PeoplePage{};
    if (!people)
        return rows; // the log's own trouble is told elsewhere
    const ui::TimeTexts times;
    const QDateTime now = m_engine.clock().now();
    for (const PersonEntry &person : people->people) {
        const Call &last = person.newest.call;
        if (!last.remote.number || last.internal || rows.size() >= kMostRows)
            continue;
        const DialTarget target{.number = last.remote.number, .extension = last.remote.extension};
        rows.append(ui::CallBoxRow{.customer = person.newest.customer.id,
                                   .name = person.newest.customer.name,
                                   .company = person.newest.customer.company,
                                   .detail = QString(ui::callOutcomeText(last) + u" · "_s + times.moment(last.startedAt, now)),
                                   .plan = m_dial.plan(target, person.newest.customer.id, m_through)});
    }
    return rows;
}

ui::CallBoxRow CallBoxDesk::rowOf(const Customer &customer, const DialTarget &target, const QString &detail) const
{
    return {.customer = customer.id,
            .name = customer.name,
            .company = customer.company,
            .detail = detail,
            .plan = m_dial.plan(target, customer.id, m_through)};
}

/// Where the chosen way cannot place the call, the others stand below it to choose from: no click takes one of them unasked.
void CallBoxDesk::addWays(QList<ui::CallBoxRow> &rows) const
{
    if (rows.isEmpty() || !rows.first().plan.obstacle || *rows.first().plan.obstacle == DialObstacle::Opening)
        return;
    ui::CallBoxRow row = rows.first();
    const QList<DialPlan> ways = m_dial.otherWays(row.plan);
    if (ways.isEmpty())
        return;
    const qsizetype room = std::max<qsizetype>(1, kMostRows - ways.size());
    if (rows.size() > room)
        rows.resize(room);
    for (ui::CallBoxRow &each : rows)
        each.way = ui::dialRouteLabel(each.plan.route);
    qsizetype at = 1;
    for (const DialPlan &way : ways) {
        row.plan = way;
        row.way = ui::dialRouteLabel(way.route);
        rows.insert(at++, row);
    }
}

/// A choice is for good, but for the agent: that a machine calls somebody must be meant each time.
void CallBoxDesk::takeWay(DialRoute route)
{
    m_through = route;
    if (route != DialRoute::AiAgent) {
        remember(m_engine.preferences().set(settings::kDialVia, dialRouteName(route)));
        m_through.reset();
    }
    offer(m_box.query());
}

void CallBoxDesk::remember(const Result<> &kept)
{
    if (kept)
        return; // the rules follow, and the offer with them
    const ui::ErrorText text = ui::errorText(kept.error(), {}, m_engine.clock().now());
    m_box.setNotice(text.happened, text.remedy);
}

QList<DialRoute> CallBoxDesk::ways() const
{
    QList<DialRoute> ways = m_dial.ways();
    const DialRoute chosen = m_dial.dialing().rules().route;
    if (m_engine.preferences().state(settings::kDialVia.name()).locked) // what an admin has set is no choice
        ways.removeIf([chosen](DialRoute route) { return route != chosen && route != DialRoute::AiAgent; });
    return ways;
}

QList<ui::CallBoxLine> CallBoxDesk::callers() const
{
    QList<ui::CallBoxLine> callers;
    if (m_engine.preferences().state(settings::kDialFromNumber.name()).locked)
        return callers;
    callers.append({.number = {}, .words = ui::usualCallerText()});
    const QList<OwnLine> lines = m_dial.ownLines();
    for (const OwnLine &line : lines)
        callers.append({.number = line.number.e164(), .words = wordsOf(line)});
    return callers;
}

QString CallBoxDesk::wordsOf(const OwnLine &line) const
{
    const QString number = readableForm(line.number, m_dial.dialing().rules().region);
    return line.label.isEmpty() ? number : QString(ui::cleaned(line.label, 60) + u" · "_s + number);
}

QString CallBoxDesk::callerLine() const
{
    const DialRules &rules = m_dial.dialing().rules();
    const QList<OwnLine> lines = m_dial.ownLines();
    for (const OwnLine &line : lines) {
        if (line.number.e164() == rules.callerId && !line.label.isEmpty())
            return ui::cleaned(line.label, 60);
    }
    const auto mine = PhoneNumber::fromE164(rules.callerId);
    if (mine)
        return readableForm(*mine, rules.region);
    return rules.callerId.isEmpty() && lines.size() > 1 ? ui::usualCallerText() : rules.callerId;
}

QCoro::Task<> CallBoxDesk::dial(DialPlan plan, QList<DialWarning> accepted, QString name)
{
    const QString service = ui::serviceName(m_dial.serviceOf(plan.route));
    if (m_box.isVisible())
        m_box.setNotice(ui::askingText(service), {});
    const Result<Dialing::Dialled> dialled = co_await m_dial.dialing().dial(plan, accepted, m_scope.stopToken());
    if (dialled) {
        if (!dialled->alreadyCalling) {
            m_box.hide();
            co_return;
        }
        // The card tells it already, where there is one.
        if (!m_box.isVisible() && plan.route != DialRoute::Provider)
            show(plan.willDial, plan.target, plan.callee.customer);
        if (m_box.isVisible())
            m_box.setNotice(ui::alreadyCallingText(name), {});
        co_return;
    }
    if (dialled.error().kind == ErrorKind::Cancelled) {
        m_box.setNotice({}, {});
        co_return;
    }
    // What was refused is said where it was asked for; from a card or a page the box opens with it.
    if (!m_box.isVisible())
        show(plan.willDial, plan.target, plan.callee.customer);
    const ui::DialNotice notice = ui::dialFailureText(dialled.error(), plan.route, service, m_engine.clock().now());
    m_box.setNotice(notice.strong, notice.rest);
}

} // namespace callcard
