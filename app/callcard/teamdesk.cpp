#include "teamdesk.h"

#include "panelexport.h"

#include <engine/engine.h>

#include <callcard/ui/paneltexts.h>

#include <algorithm>
#include <array>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int kShownPeople = 8;                  // between two looks at the table
constexpr int kLineReach = 30;                   // days for the last ten working days
constexpr std::chrono::seconds kLookEvery = 60s; // at who is on a call
constexpr std::chrono::seconds kLookAtLeast = 600s;
constexpr std::chrono::seconds kLookSoon = 3s;

bool leads(const TeamMember &member)
{
    return member.role == "manager"_L1 || member.role == "admin"_L1;
}

QList<ui::TeamDocument> documentsOf(const QList<StoredFigure> &figures)
{
    QList<ui::TeamDocument> documents;
    documents.reserve(figures.size());
    for (const StoredFigure &figure : figures)
        documents.append({.type = figure.type,
                          .day = figure.day,
                          .source = figure.source,
                          .value = figure.value,
                          .updatedAt = figure.updatedAt,
                          .inbound = figure.inbound,
                          .answered = figure.answered,
                          .connected = figure.connected});
    return documents;
}
} // namespace

TeamDesk::TeamDesk(Engine &engine, PageFrame &frame, QObject *parent)
    : QObject(parent), m_engine(engine), m_frame(frame), m_cache(engine.profile().dataFolder + u"/team"_s)
{
    connect(&frame, &PageFrame::opened, this, &TeamDesk::open);
    connect(&frame, &PageFrame::closed, this, &TeamDesk::close);
    if (MetricsService *metrics = engine.metrics())
        connect(metrics, &MetricsService::userKnown, this, &TeamDesk::onUserKnown);
    m_members = m_cache.members().value_or(TeamCache::Members());
    settleOffer();
}

TeamDesk::~TeamDesk() = default;

void TeamDesk::open()
{
    if (m_page)
        return;
    m_page = new ui::TeamPage;
    m_page->chooseSpan(m_span);
    m_page->setTimes(ui::TimeTexts(QLocale(), m_engine.screenPop().rules().zone));
    connect(m_page, &ui::TeamPage::spanChosen, this, [this](ui::TeamSpan span) {
        m_span = span;
        show();
        read(); // what the cache does not reach
    });
    connect(m_page, &ui::TeamPage::personChosen, this, &TeamDesk::personRequested);
    connect(m_page, &ui::TeamPage::retryRequested, this, &TeamDesk::read);
    connect(m_page, &ui::TeamPage::syncAllRequested, this, [this] { sync({}); });
    connect(m_page, &ui::TeamPage::syncRequested, this, [this](const UserId &user) { sync(user.text()); });
    connect(m_page, &ui::TeamPage::exportRequested, this, &TeamDesk::exportTable);
    takeCached();
    show();
    m_frame.setPage(m_page);
    read();
    if (m_scope.isClosed())
        return;
    m_watching = std::stop_source();
    m_scope.start(watchPeople(m_watching.get_token()));
}

void TeamDesk::close()
{
    if (m_page)
        m_page->disconnect(this);
    m_page = nullptr;
    m_watching.request_stop();
    m_frame.setPage(nullptr);
    m_people = {};
    m_problems = {};
    m_syncProblems = {};
    m_presence.problem.reset(); // who comes back later is not greeted by a trouble of before
    m_trouble.reset();
}

QCoro::Task<> TeamDesk::stop()
{
    m_watching.request_stop();
    return m_scope.close();
}

/// Offline, too: by the address, which the settings have, where nobody is signed in yet.
void TeamDesk::settleOffer()
{
    const MetricsService *metrics = m_engine.metrics();
    const UserId self = metrics != nullptr ? metrics->user() : UserId();
    const QString email = metrics != nullptr ? metrics->rep().email : QString();
    const bool offered = std::any_of(m_members.members.begin(), m_members.members.end(), [&](const TeamMember &member) {
        const bool isSelf = self.isEmpty() ? member.email.compare(email, Qt::CaseInsensitive) == 0 : member.id == self;
        return isSelf && leads(member);
    });
    if (std::exchange(m_isOffered, offered) != offered)
        Q_EMIT
    offeredChanged(offered);
}

void TeamDesk::takeMembers(const QList<TeamMember> &members)
{
    m_members = {.members = members, .readAt = m_engine.clock().now()};
    m_cache.keep(m_members);
    settleOffer();
    Q_EMIT
    membersChanged(members);
}

void TeamDesk::onUserKnown()
{
    settleOffer();
    const MetricsService *metrics = m_engine.metrics();
    if (m_page)
        read();
    else if (metrics->hasFirestore() && !std::exchange(m_reading, true))
        m_scope.start(readMembers());
}

QCoro::Task<> TeamDesk::readMembers()
{
    const std::stop_token stop = m_scope.stopToken();
    const Result<QList<TeamMember>> members = co_await m_engine.metrics()->team(stop);
    m_reading = false;
    if (stop.stop_requested())
        co_return;
    if (members) // else: as it was the last time; the page tells when somebody opens it
        takeMembers(*members);
    if (m_page)
        read();
}

void TeamDesk::takeCached()
{
    for (const TeamMember &member : std::as_const(m_members.members)) {
        if (const std::optional<TeamCache::Person> person = m_cache.person(member.id))
            m_people.insert(member.id, *person);
    }
}

ui::TeamSpanOfTime TeamDesk::span() const
{
    ui::TeamSpanOfTime span{.now = m_engine.clock().now(), .zone = m_engine.screenPop().rules().zone, .hours = {}};
    if (MetricsService *metrics = m_engine.metrics())
        span.hours = metrics->goals().hours;
    static constexpr std::array periods{GoalPeriod::Daily, GoalPeriod::Weekly, GoalPeriod::Monthly, GoalPeriod::Quarterly};
    span.period = periods.at(static_cast<size_t>(m_span));
    span.range = periodAround(*span.period, span.now.toTimeZone(span.zone).date());
    return span;
}

DayRange TeamDesk::wanted() const
{
    const ui::TeamSpanOfTime shown = span();
    const QDate today = shown.now.toTimeZone(shown.zone).date();
    return {std::min(shown.range.from, today.addDays(-kLineReach)), today};
}

void TeamDesk::show()
{
    if (!m_page)
        return;
    const ui::TeamSpanOfTime shown = span();
    const MetricsService *metrics = m_engine.metrics();
    const UserId self = metrics != nullptr ? metrics->user() : UserId();
    ui::TeamFacts facts{.now = shown.now, .range = shown.range, .readAt = m_members.readAt, .trouble = m_trouble, .reading = m_reading};
    if (m_presence.problem) {
        facts.presenceTrouble = m_presence.problem->error;
        facts.presenceSource = m_presence.problem->source;
    }
    for (const TeamMember &member : std::as_const(m_members.members)) {
        if (!member.active)
            continue;
        const TeamCache::Person person = m_people.value(member.id);
        ui::TeamRow row = ui::teamRow(member, documentsOf(person.figures), person.goals, shown);
        row.isSelf = member.id == self;
        row.loading = m_reading && !person.readAt.isValid();
        row.syncedAt = person.syncedAt;
        if (const auto present = m_presence.people.constFind(member.id); present != m_presence.people.constEnd()) {
            row.present = *present;
            row.presentAt = m_presenceAt;
        }
        if (const auto problem = m_problems.constFind(member.id); problem != m_problems.constEnd())
            row.problem = *problem;
        else if (const auto unsynced = m_syncProblems.constFind(member.id); unsynced != m_syncProblems.constEnd())
            row.problem = *unsynced;
        facts.rows.append(row);
    }
    m_page->setCanSync(facts.rows.size() > 1);
    m_page->setFacts(facts);
}

void TeamDesk::refresh()
{
    show();
}

void TeamDesk::read()
{
    if (!m_page)
        return;
    if (std::exchange(m_reading, true)) {
        m_readAgain = true;
        return;
    }
    m_scope.start(readTeam());
}

QCoro::Task<> TeamDesk::readTeam()
{
    const std::stop_token stop = m_scope.stopToken();
    MetricsService *metrics = m_engine.metrics();
    do {
        m_readAgain = false;
        m_trouble.reset();
        show();
        if (metrics == nullptr || !metrics->hasFirestore()) {
            m_trouble = Error{.kind = ErrorKind::SignInNeeded, .detail = u"Firestore is not set up"_s, .retryAfter = {}};
            break;
        }
        const Result<QList<TeamMember>> members = co_await metrics->team(stop);
        if (stop.stop_requested() || !m_page)
            break;
        if (!members) {
            m_trouble = members.error();
            break;
        }
        takeMembers(*members);
        metrics->refreshGoals(); // and with them the hours of business
        int asked = 0;
        for (const TeamMember &member : *members) {
            if (stop.stop_requested() || !m_page)
                break;
            if (!member.active)
                continue;
            const Result<> person = co_await readPerson(member.id, stop);
            if (person)
                m_problems.remove(member.id);
            else if (person.error().kind != ErrorKind::Cancelled)
                m_problems.insert(member.id, person.error());
            if (++asked % kShownPeople == 0)
                show();
        }
    } while (m_readAgain && m_page && !stop.stop_requested());
    m_reading = false;
    show();
}

QCoro::Task<Result<>> TeamDesk::readPerson(UserId user, std::stop_token stop)
{
    MetricsService *metrics = m_engine.metrics();
    TeamCache::Person person{.range = wanted()};
    const Result<QList<StoredFigure>> figures = co_await metrics->storedFigures(user, person.range, stop);
    if (!figures)
        co_return tl::unexpected(figures.error());
    const Result<QList<Goal>> goals = co_await metrics->goalsOf(user, stop);
    if (!goals)
        co_return tl::unexpected(goals.error());
    person.figures = *figures;
    person.goals = *goals;
    const Result<QDateTime> synced = co_await metrics->lastSyncOf(user, stop);
    if (!synced && synced.error().kind == ErrorKind::Cancelled)
        co_return tl::unexpected(synced.error());
    // The figures are worth showing without the stamp.
    person.syncedAt = synced ? *synced : m_people.value(user).syncedAt;
    person.readAt = m_engine.clock().now();
    m_cache.keep(user, person);
    if (m_page)
        m_people.insert(user, person);
    co_return Result<>();
}

/// Once a minute as long as somebody looks, less often while it fails: the providers' budgets are everybody's.
QCoro::Task<> TeamDesk::watchPeople(std::stop_token stop)
{
    MetricsService *metrics = m_engine.metrics();
    if (metrics == nullptr)
        co_return;
    std::chrono::seconds pause = kLookEvery;
    // Who leaves the page and comes back asks no sooner than who stays.
    if (m_presenceAt.isValid()) {
        const std::chrono::seconds since(m_presenceAt.secsTo(m_engine.clock().now()));
        const Result<> waited = co_await m_engine.clock().sleep(std::clamp(kLookEvery - since, 0s, kLookEvery), stop);
        if (!waited)
            co_return;
    }
    while (!stop.stop_requested()) {
        const QList<TeamMember> members = m_members.members;
        if (members.isEmpty() || metrics->isOpening() || metrics->sources().isEmpty()) { // nothing is known yet
            const Result<> waited = co_await m_engine.clock().sleep(kLookSoon, stop);
            if (!waited)
                co_return;
            continue;
        }
        const Result<TeamPresence> presence = co_await metrics->presence(members, stop);
        if (stop.stop_requested())
            co_return;
        std::chrono::seconds next = kLookSoon; // the budget is needed elsewhere, and what is known grows old
        if (presence) {
            m_presence = *presence;
            m_presenceAt = m_engine.clock().now();
            pause = presence->problem ? std::min(pause * 2, kLookAtLeast) : kLookEvery;
            if (presence->problem)
                pause = std::max(pause, presence->problem->error.retryAfter.value_or(0s));
            next = pause;
            show();
        }
        const Result<> waited = co_await m_engine.clock().sleep(next, stop);
        if (!waited)
            co_return;
    }
}

void TeamDesk::sync(const QString &who)
{
    if (!std::exchange(m_syncing, true))
        m_scope.start(syncTeam(who));
}

QCoro::Task<> TeamDesk::syncTeam(QString who)
{
    const std::stop_token stop = m_scope.stopToken();
    m_syncProblems.clear();
    std::optional<Error> refused;
    if (MetricsService *metrics = m_engine.metrics()) {
        const std::string today = metrics->sync().today().toString(Qt::ISODate).toStdString();
        Json arguments{{"from", today}, {"to", today}};
        if (who.isEmpty())
            arguments["all"] = true;
        else
            arguments["user"] = who.toStdString();
        const MetricsService::Tell tell = [this](const Json &step) {
            if (m_page)
                m_page->setProgress(step.value("done", 0), std::max(1, step.value("all", 0)));
        };
        const Result<Json> synced = co_await metrics->answerSync(std::move(arguments), tell, stop);
        if (synced)
            takeSyncErrors(*synced);
        else if (synced.error().kind != ErrorKind::Cancelled)
            refused = synced.error();
    }
    m_syncing = false;
    if (m_page)
        m_page->setProgress(0, 0);
    m_trouble = refused;
    if (refused)
        show();
    else
        read();
}

/// What the document of a sync has against somebody is said beside that person.
void TeamDesk::takeSyncErrors(const Json &document)
{
    for (const Json &one : document.contains("users") ? document.at("users") : Json::array({document})) {
        const Json errors = one.value("errors", Json::array());
        if (errors.empty())
            continue;
        const QString detail = errors.front().is_string() ? QString::fromStdString(errors.front().get<std::string>()) : QString();
        m_syncProblems.insert(UserId(QString::fromStdString(one.value("userId", std::string()))),
                              Error{.kind = ErrorKind::Refused, .detail = detail, .retryAfter = {}});
    }
}

void TeamDesk::exportTable()
{
    const QString name = u"callcard-team-"_s + span().range.from.toString(Qt::ISODate) + u".csv"_s;
    askForFile(m_page, name, [this](const QString &path) { exportTo(path); });
}

void TeamDesk::exportTo(const QString &path)
{
    if (!m_page)
        return;
    if (const Result<> written = writeWholeFile(path, ui::asCsv(m_page->table())); !written) {
        m_trouble = written.error();
        show();
    }
}

} // namespace callcard
