// Somebody else's panel: what their documents in Firestore say.
#include "metricsdesk.h"

#include "panelvalues.h"

#include <engine/engine.h>

#include <callcard/historyrows.h>
#include <callcard/ui/errortexts.h>
#include <callcard/ui/terms.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kOthersDays = 731;
}

void MetricsDesk::setMembers(const QList<TeamMember> &members)
{
    m_members = members;
    showPeople();
}

void MetricsDesk::showPerson(const UserId &user)
{
    const MetricsService *metrics = m_engine.metrics();
    const UserId self = metrics != nullptr ? metrics->user() : UserId();
    const UserId person = user == self ? UserId() : user;
    if (std::exchange(m_person, person) == person || !m_page)
        return; // it is shown, or will be when it is opened
    m_slices.stop();
    m_soon.stop();
    m_changed.clear();
    m_dirtied = false;
    m_reader.reset();
    m_facts = {};
    tell(m_daysTrouble, std::nullopt);
    tell(m_customersTrouble, std::nullopt);
    showPeople();
    readAnew();
}

void MetricsDesk::showPersonsDays(const UserId &user, const ui::PanelChoice &choice)
{
    m_choice = choice;
    if (m_page)
        m_page->choose(choice);
    showPerson(user);
}

void MetricsDesk::showPeople()
{
    if (!m_page)
        return;
    const MetricsService *metrics = m_engine.metrics();
    const UserId self = metrics != nullptr ? metrics->user() : UserId();
    const QString email = metrics != nullptr ? metrics->rep().email : QString();
    QList<ui::PanelPerson> people;
    UserId own = self;
    for (const TeamMember &member : std::as_const(m_members)) {
        const bool isSelf = self.isEmpty() ? member.email.compare(email, Qt::CaseInsensitive) == 0 : member.id == self;
        const ui::PanelPerson person{.id = member.id, .name = member.name.isEmpty() ? member.email : member.name, .isSelf = isSelf};
        if (isSelf)
            own = member.id;
        if (isSelf)
            people.prepend(person);
        else if (member.active)
            people.append(person);
    }
    m_page->setPeople(people, isOwn() ? own : m_person);
}

void MetricsDesk::showOther()
{
    const QTimeZone zone = m_engine.screenPop().rules().zone;
    const QDateTime now = m_engine.clock().now();
    const QDate today = now.toTimeZone(zone).date();
    const DayRange range{today.addDays(1 - kOthersDays), today};
    const TeamCache::Person person = m_cache.person(m_person).value_or(TeamCache::Person());
    m_page->setOptions({.homeRegion = m_engine.preferences().value(settings::kUserRegion), .times = ui::TimeTexts(QLocale(), zone)});
    m_facts.now = now;
    m_facts.zone = zone;
    m_facts.days = documentDays(person.figures, range);
    m_facts.goals = person.goals;
    m_facts.goalsKnown = person.readAt.isValid();
    m_facts.goalsAt = person.readAt;
    m_facts.usual = {};
    m_facts.readAt = newestDocument(person.figures);
    m_facts.live = false;
    m_facts.hasDetails = false;
    m_page->setSyncing(true);
    m_page->setCustomers({});
    takeGoals(); // the hours of business; shows it
    m_scope.start(readOther());
}

QCoro::Task<> MetricsDesk::readOther()
{
    const std::stop_token stop = m_scope.stopToken();
    MetricsService *metrics = m_engine.metrics();
    if (metrics == nullptr)
        co_return;
    const UserId user = m_person;
    TeamCache::Person person{.range = {m_facts.days.first().day, m_facts.days.last().day}};
    const Result<QList<StoredFigure>> figures = co_await metrics->storedFigures(user, person.range, stop);
    const Result<QList<Goal>> goals = co_await metrics->goalsOf(user, stop);
    if (stop.stop_requested() || !m_page || m_person != user)
        co_return;
    m_page->setSyncing(false);
    m_facts.now = m_engine.clock().now();
    if (figures && goals) {
        person.figures = *figures;
        person.goals = *goals;
        person.readAt = m_facts.now;
        m_cache.keep(user, person);
        m_facts.days = documentDays(person.figures, person.range);
        m_facts.goals = person.goals;
        m_facts.goalsKnown = true;
        m_facts.goalsAt = person.readAt;
        m_facts.readAt = newestDocument(person.figures);
        m_facts.trouble.reset();
    } else {
        m_facts.trouble = figures ? goals.error() : figures.error();
        m_facts.troubleSource = u"firestore"_s;
    }
    showFacts();
}

/// Somebody else's calls lie in their own log. Firestore has them only where the team writes call records.
QCoro::Task<> MetricsDesk::answerFromRecords(ui::Figure figure, DayRange range)
{
    const std::stop_token stop = m_scope.stopToken();
    MetricsService *metrics = m_engine.metrics();
    if (metrics == nullptr || figure == ui::Figure::Texts || figure == ui::Figure::TextReplies)
        co_return; // texts have no records
    const UserId user = m_person;
    const Result<QList<RecordedCall>> records = co_await metrics->recordedCallsOf(user, range, stop);
    if (stop.stop_requested() || !m_page || m_person != user)
        co_return;
    ui::FigureDetails details{.figure = figure, .range = range, .recorded = true};
    if (!records) {
        details.problem = ui::errorText(records.error(), ui::serviceName(u"firestore"_s), m_engine.clock().now());
        m_page->setDetails(details);
        co_return;
    }
    for (const RecordedCall &record : *records) {
        LogEntry entry{.call = record.call};
        entry.customer = {.id = record.customer, .name = record.customerName, .company = {}};
        if (ui::countsFor(figure, countedCall(countableFrom(entry))))
            details.calls.append(entry);
    }
    details.all = static_cast<int>(details.calls.size());
    m_page->setDetails(details);
}

} // namespace callcard
