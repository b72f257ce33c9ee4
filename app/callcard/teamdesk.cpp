#include "teamdesk.h"

#include "panelexport.h"

#include <engine/engine.h>

#include <callcard/ui/teamfacts.h>

#include <algorithm>
#include <utility>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int kShownPeople = 8;    // between two looks at the table
constexpr int kLineReach = 30;     // days for the last ten working days
constexpr int kFurthestBack = 730; // days that can be chosen

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
    : QObject(parent)
    , m_engine(engine)
    , m_frame(frame)
    , m_cache(engine.profile().dataFolder + u"/team"_s)
    , m_prints(engine.profile().dataFolder + u"/print"_s)
    , m_looks(engine.clock())
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
    m_page->choose(m_choice);
    m_page->setTimes(ui::TimeTexts(QLocale(), m_engine.screenPop().rules().zone));
    connect(m_page, &ui::TeamPage::choiceChanged, this, [this](const ui::TeamChoice &choice) {
        m_choice = choice;
        show();
        read(); // what the cache does not reach
    });
    connect(m_page, &ui::TeamPage::teamChosen, this, &TeamDesk::chooseTeam);
    connect(m_page, &ui::TeamPage::documentsRequested, this, &TeamDesk::answer);
    connect(m_page, &ui::TeamPage::personChosen, this, &TeamDesk::personRequested);
    connect(m_page, &ui::TeamPage::retryRequested, this, &TeamDesk::read);
    connect(m_page, &ui::TeamPage::syncAllRequested, this, [this] { sync({}); });
    connect(m_page, &ui::TeamPage::syncRequested, this, [this](const UserId &user) { sync(user.text()); });
    connect(m_page, &ui::TeamPage::exportRequested, this, &TeamDesk::onExportRequested);
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
            know(member.id, *person);
    }
}

void TeamDesk::know(const UserId &user, const TeamCache::Person &person)
{
    m_people.insert(user, {.documents = documentsOf(person.figures),
                           .goals = person.goals,
                           .readAt = person.readAt,
                           .syncedAt = person.syncedAt,
                           .sums = {}});
}

/// Sums are kept from one look to the next: a team of hundreds has a year of days, and ages move on every few seconds.
ui::TeamRow TeamDesk::rowOf(const TeamMember &member, const ui::TeamSpanOfTime &shown)
{
    const auto known = m_people.find(member.id);
    ui::TeamRow row = known == m_people.end() ? ui::teamSums(member, {}, shown) : ui::TeamRow();
    if (known != m_people.end()) {
        if (!known->sums)
            known->sums = ui::teamSums(member, known->documents, shown);
        row = *known->sums;
        ui::takePace(row, known->goals, shown);
        row.syncedAt = known->syncedAt;
    }
    row.name = member.name;
    row.email = member.email;
    row.loading = m_reading && (known == m_people.end() || !known->readAt.isValid());
    return row;
}

QDate TeamDesk::today() const
{
    return m_engine.clock().now().toTimeZone(m_engine.screenPop().rules().zone).date();
}

ui::TeamSpanOfTime TeamDesk::span() const
{
    ui::TeamSpanOfTime span{.now = m_engine.clock().now(), .zone = m_engine.screenPop().rules().zone, .hours = {}};
    if (MetricsService *metrics = m_engine.metrics())
        span.hours = metrics->goals().hours;
    span.range = ui::rangeOf(m_choice, today());
    span.period = wholePeriod(span.range);
    return span;
}

bool TeamDesk::isShown(const TeamMember &member) const
{
    return member.active && (m_team.isEmpty() || member.team == m_team);
}

QStringList TeamDesk::teams() const
{
    QStringList teams;
    for (const TeamMember &member : m_members.members) {
        if (member.active && !member.team.isEmpty() && !teams.contains(member.team))
            teams.append(member.team);
    }
    teams.sort(Qt::CaseInsensitive);
    return teams;
}

void TeamDesk::chooseTeam(const QString &team)
{
    m_team = team;
    show();
    read();
}

DayRange TeamDesk::wanted() const
{
    return {std::min(span().range.from, today().addDays(-kLineReach)), today()};
}

void TeamDesk::show()
{
    if (!m_page)
        return;
    const ui::TeamSpanOfTime shown = span();
    const MetricsService *metrics = m_engine.metrics();
    const UserId self = metrics != nullptr ? metrics->user() : UserId();
    const QStringList choices = teams();
    if (!choices.contains(m_team))
        m_team.clear(); // it was renamed, or is nobody's any more
    ui::TeamFacts facts{.now = shown.now, .range = shown.range, .readAt = m_members.readAt, .trouble = m_trouble, .reading = m_reading};
    facts.today = today();
    facts.first = facts.today.addDays(-kFurthestBack);
    const Summed summed{.range = shown.range, .today = facts.today, .workDays = shown.hours.days};
    if (std::exchange(m_summed, summed) != summed) {
        for (Known &known : m_people)
            known.sums.reset();
    }
    if (m_presence.problem) {
        facts.presenceTrouble = m_presence.problem->error;
        facts.presenceSource = m_presence.problem->source;
    }
    for (const TeamMember &member : std::as_const(m_members.members)) {
        if (!isShown(member))
            continue;
        ui::TeamRow row = rowOf(member, shown);
        row.isSelf = member.id == self;
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
    m_page->setTeams(choices, m_team);
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
            if (!isShown(member))
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
        know(user, person);
    co_return Result<>();
}

/// As long as somebody looks.
QCoro::Task<> TeamDesk::watchPeople(std::stop_token stop)
{
    MetricsService *metrics = m_engine.metrics();
    if (metrics == nullptr)
        co_return;
    while (!stop.stop_requested()) {
        const std::chrono::milliseconds ahead = m_looks.ahead();
        if (ahead > 0ms) {
            const Result<> waited = co_await m_engine.clock().sleep(ahead, stop);
            if (!waited)
                co_return;
            continue;
        }
        const QList<TeamMember> members = m_members.members;
        const bool isNothingKnown = members.isEmpty() || metrics->isOpening() || metrics->sources().isEmpty();
        if (isNothingKnown || m_looking) { // or a look of the opening before is still on its way
            m_looks.putOff();
            continue;
        }
        m_looking = true;
        // Not given up when the page closes: what it costs the budget is spent, and what it is told holds for the next opening.
        const Result<TeamPresence> presence = co_await metrics->presence(members, m_scope.stopToken());
        m_looking = false;
        takePresence(presence);
    }
}

void TeamDesk::takePresence(const Result<TeamPresence> &presence)
{
    m_looks.onLooked(presence);
    if (!presence)
        return;
    m_presence = *presence;
    m_presenceAt = m_engine.clock().now();
    show();
}

void TeamDesk::sync(const QString &who)
{
    if (!std::exchange(m_syncing, true))
        m_scope.start(syncTeam(who));
}

/// One person, a team one after another, or with an empty name everybody at once.
QStringList TeamDesk::whoIsMeant(const QString &who) const
{
    if (!who.isEmpty() || m_team.isEmpty())
        return {who};
    QStringList people;
    for (const TeamMember &member : m_members.members) {
        if (isShown(member) && !member.email.isEmpty())
            people.append(member.id.text());
    }
    return people;
}

QCoro::Task<> TeamDesk::syncTeam(QString who)
{
    const std::stop_token stop = m_scope.stopToken();
    m_syncProblems.clear();
    std::optional<Error> refused;
    MetricsService *metrics = m_engine.metrics();
    const QStringList whom = whoIsMeant(who);
    for (qsizetype i = 0; metrics != nullptr && i < whom.size() && !refused; ++i) {
        const std::string today = metrics->sync().today().toString(Qt::ISODate).toStdString();
        Json arguments{{"from", today}, {"to", today}};
        if (whom.at(i).isEmpty())
            arguments["all"] = true;
        else
            arguments["user"] = whom.at(i).toStdString();
        const MetricsService::Tell tell = [this, i, people = whom.size()](const Json &step) {
            if (m_page && people == 1)
                m_page->setProgress(step.value("done", 0), std::max(1, step.value("all", 0)));
            else if (m_page)
                m_page->setProgress(static_cast<int>(i), static_cast<int>(people));
        };
        const Result<Json> synced = co_await metrics->answerSync(std::move(arguments), tell, stop);
        if (synced)
            takeSyncErrors(*synced);
        else
            refused = synced.error();
    }
    if (refused && refused->kind == ErrorKind::Cancelled)
        refused.reset();
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

/// What is known of the person, for the figure that was pressed.
void TeamDesk::answer(const UserId &user)
{
    if (m_page)
        m_page->setDocuments(user, m_people.value(user).documents);
}

void TeamDesk::onExportRequested(ui::TeamExport what)
{
    if (what == ui::TeamExport::Print)
        return print();
    askForFile(m_page, exportName(what, span().range), [this, what](const QString &path) { exportTo(what, path); });
}

void TeamDesk::exportTo(ui::TeamExport what, const QString &path)
{
    if (!m_page)
        return;
    if (const Result<> written = writeTeam(*m_page, what, path); !written)
        return failWish(written.error());
    Q_EMIT
    exported(path);
}

void TeamDesk::print()
{
    const Result<QString> path = m_prints.print(paperOf(*m_page), exportName(ui::TeamExport::Print, span().range));
    if (!path)
        return failWish(path.error());
    Q_EMIT
    exported(*path);
}

void TeamDesk::failWish(const Error &error)
{
    m_trouble = error;
    show();
}

} // namespace callcard
