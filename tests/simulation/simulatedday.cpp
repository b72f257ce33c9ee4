#include "simulatedday.h"

#include <httpclient_p.h>

#include <callcard/callrecorddocuments.h>
#include <callcard/metricsdelivery.h>

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QEvent>
#include <QFile>
#include <QFileInfo>
#include <QHashFunctions>
#include <QTimer>

#include <algorithm>
#include <array>

namespace callcard::simulation {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kLongestStep = 5s;
constexpr auto kWatchEvery = 5s;
constexpr auto kGhostAfter = 90s;
constexpr auto kTalkGhostAfter = 20min; // when the news of the end was lost itself, the provider's log has it soon
constexpr auto kCardWithin = 7s;        // a step, and the news of it
constexpr auto kPatience = 20'000;      // real milliseconds: somebody lost an answer
constexpr int kTurnsOfQuiet = 2;
constexpr int kTurnsOfTheCloud = 3; // it hears of what came, answers, and has answered

demo::DemoOptions cloudFor(const DayOrder &order, qint64 begins)
{
    demo::DemoOptions options;
    options.customers = 40;
    options.days = 2;
    options.callsPerDay = 6;
    options.seed = order.seed;
    options.startAt = begins;
    options.speed = 0;
    return options;
}

/// In memory where there is a place for that: a day has thousands of commits, and no power fails in it.
QString quickFolder()
{
    const QString memory = u"/dev/shm"_s;
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + u"/callcard-day-XXXXXX"_s;
}

QCoro::Task<> shutDownThen(Engine *engine, bool *done)
{
    co_await engine->shutDown();
    *done = true;
}

constexpr std::array kServices{"ringcentral", "callstream", "justcall", "firestore", "firebaseauth"};

} // namespace

SimulatedDay::SimulatedDay(const DayOrder &order)
    : m_order(order)
    , m_plan(planDay(order))
    , m_cloud(cloudFor(order, m_plan.begins))
    , m_clock(QDateTime::fromSecsSinceEpoch(m_plan.begins, Qt::UTC))
    , m_folder(quickFolder())
{
    QHashSeed::setDeterministicGlobalSeed(); // what is walked through in a hash's order is walked through so again
}

SimulatedDay::~SimulatedDay()
{
    closeEngine();
    for (const auto &[name, value] : m_cloud.environment())
        qunsetenv(name.c_str());
    for (const char *name : {"CALLCARD_CALLS_SOURCES", "CALLCARD_DIRECTORY_SOURCES", "CALLCARD_CALL_RECORDS_ENABLED"})
        qunsetenv(name);
}

QStringList SimulatedDay::live()
{
    if (!m_cloud.start() || !m_folder.isValid())
        return {u"the cloud does not start"_s};
    for (const auto &[name, value] : m_cloud.environment())
        qputenv(name.c_str(), QByteArray::fromStdString(value));
    qputenv("CALLCARD_CALLS_SOURCES", m_order.source.toUtf8());
    qputenv("CALLCARD_DIRECTORY_SOURCES", "copper"); // nobody's key is set up, so nothing is fetched in another thread
    qunsetenv("COPPER_API_KEY");
    qputenv("CALLCARD_CALL_RECORDS_ENABLED", "true");
    control("switch", {{"service", "firestore"}, {"name", "rules"}, {"position", "callcard"}});
    control("switch", {{"service", "ringcentral"}, {"name", "pingIntervalMs"}, {"position", 0}});        // by the real clock
    control("switch", {{"service", "ringcentral"}, {"name", "bufferedEvents"}, {"position", "before"}}); // after: by the real clock
    m_profile = profileIn(m_folder.path());
    openEngine();
    for (const Happening &next : m_plan.happenings) {
        passUntil(next.at);
        happen(next);
    }
    passUntil(m_plan.length);
    quieten();
    judge();
    closeEngine();
    return m_problems;
}

// --- The world outside ---------------------------------------------------------------------------------------------------------------

Json SimulatedDay::control(const std::string &verb, Json arguments)
{
    arguments["do"] = verb;
    return m_cloud.control(arguments);
}

void SimulatedDay::happen(const Happening &happening)
{
    if (happening.kind == Happening::Kind::Trouble)
        trouble(happening);
    else
        move(happening);
    if (!isAway())
        settle();
}

void SimulatedDay::move(const Happening &happening)
{
    if (happening.what == "text.add") {
        control("text.add", happening.arguments);
        ++m_tally.texts;
        return;
    }
    if (happening.what == "call.start") {
        const Json call = control("call.start", happening.arguments).value("call", Json::object());
        if (call.empty())
            return complain(u"a call could not begin"_s);
        m_played.insert(happening.call, {.number = call["id"].get<qint64>(),
                                         .session = call["telephonySessionId"].get<std::string>(),
                                         .sid = call["callSid"].get<std::string>()});
        ++m_tally.calls;
        if (happening.arguments.value("direction", std::string()) != "outbound")
            m_ringingSince.insert(happening.call, m_elapsed);
        return;
    }
    if (!m_played.contains(happening.call))
        return;
    const Played &played = m_played[happening.call];
    if (happening.what == "note") {
        if (isAway() || !m_engine->callBook().log())
            return;
        const QString source = u"justcall:"_s;
        const CallId id(QString(source + QString::fromStdString(played.sid)));
        const Result<std::optional<LogEntry>> entry = m_engine->callBook().log()->entry(id);
        if (!entry || !*entry)
            return; // nobody could write on it yet
        m_engine->callBook().log()->setNote(id, QString::fromStdString(happening.arguments["text"].get<std::string>()));
        m_notes.insert(happening.call, happening.arguments["text"].get<std::string>());
        return;
    }
    expectCard(happening.call);
    Json arguments = happening.arguments;
    arguments["call"] = played.number;
    control(happening.what, std::move(arguments)); // some moves do not fit any more: the call was taken by somebody else
}

void SimulatedDay::trouble(const Happening &happening)
{
    const std::string &what = happening.what;
    const Milliseconds ends = m_elapsed + happening.lasts;
    ++m_tally.troubles[what == "source" ? what + ' ' + happening.arguments.value("name", happening.arguments.value("do", std::string()))
                       : what == "steady" || what == "broken" ? what + ' ' + happening.arguments.value("kind", std::string())
                                                              : what];
    const auto until = [&](std::function<void()> end) { m_endings.push_back({.at = ends, .end = std::move(end)}); };
    if (what == "steady") {
        control("fault.add", happening.arguments);
    } else if (what == "cut") {
        if (happening.arguments.contains("service"))
            control("drop", happening.arguments);
        else
            cutEverything();
        disturbedUntil(m_elapsed + 15s);
    } else if (what == "source") {
        Json arguments = happening.arguments;
        arguments["service"] = m_order.source == "relay"_L1 ? "callstream" : "ringcentral";
        const std::string verb = arguments["do"].get<std::string>();
        if (!control(verb, arguments).value("ok", false))
            complain(u"the cloud knows no "_s + QString::fromStdString(arguments.dump()));
        disturbedUntil(ends + 45s);
        if (verb == "fault") { // what has met nothing until then meets nothing any more
            until([this, arguments] {
                Json over = arguments;
                over["count"] = 0;
                control("fault", over);
            });
        }
    } else if (what == "offline" || what == "broken") {
        Json fault = {{"kind", happening.arguments.value("kind", std::string("drop"))}};
        if (what == "offline")
            cutEverything();
        const Json added = control("fault.add", fault).value("fault", Json());
        ++m_troublesInForce;
        until([this, added, told = happening.arguments.value("told", false)] {
            control("fault.remove", {{"fault", added}});
            --m_troublesInForce;
            disturbedUntil(m_elapsed + 75s); // the longest pause between two tries
            if (told && !isAway())
                m_engine->onWokeUp();
        });
    } else if (what == "clock") {
        const auto ahead = std::chrono::seconds(happening.arguments["seconds"].get<int>());
        m_clock.setWallClock(m_clock.now().addDuration(ahead));
        disturbedUntil(m_elapsed + 75s);
        until([this] {
            m_clock.setWallClock(QDateTime::fromSecsSinceEpoch(m_plan.begins, Qt::UTC).addDuration(m_elapsed));
            disturbedUntil(m_elapsed + 75s);
        });
    } else if (!isAway() && what == "sleep") {
        m_wakesAt = ends;
        m_isToldOfWaking = happening.arguments.value("told", false);
        disturbedUntil(ends + 75s);
    } else if (!isAway()) {
        if (what == "kill")
            kill();
        else
            closeEngine();
        m_startsAt = ends;
        disturbedUntil(ends + 15s);
    }
}

void SimulatedDay::cutEverything()
{
    for (const char *service : kServices)
        control("drop", {{"service", service}});
}

/// The evening: nothing goes wrong any more, and what began comes to its end.
void SimulatedDay::quieten()
{
    passUntil(m_wakesAt.value_or(m_elapsed));
    passUntil(m_startsAt.value_or(m_elapsed));
    for (const Ending &ending : std::exchange(m_endings, {}))
        ending.end();
    control("fault.clear");
    for (const char *fault :
         {"lose", "late", "duplicate", "reorder", "half", "recovery", "serverFault", "wstoken", "foreign", "unknownFrame", "reply"})
        control("fault", {{"service", "ringcentral"}, {"name", fault}, {"count", 0}});
    control("clearLimits", {{"service", "ringcentral"}});
    const Json live = control("calls", {{"live", true}, {"limit", 1000}});
    for (const Json &call : live.at("calls"))
        control("call.end", {{"call", call["id"]}});
    settle();
    const auto isDone = [this] {
        const MetricsService *metrics = m_engine->metrics();
        const OutboxCounts counts = m_engine->outbox() ? m_engine->outbox()->counts().value_or(OutboxCounts{.waiting = 1}) : OutboxCounts{};
        return counts == OutboxCounts{} && metrics &&
               m_engine->callBook().log()->undelivered().value_or(QList<UndeliveredMark>(1)).isEmpty();
    };
    passUntil(m_elapsed + 35min); // two rounds of the schedule
    if (until(isDone, 60min))
        return;
    QStringList left;
    for (const QString &name : {metricsDestination(), callRecordsDestination(), Deliveries::remarksDestination()}) {
        const OutboxCounts counts = m_engine->outbox()->counts(name).value_or(OutboxCounts{});
        left.append(u"%1: %2 wait, %3 set aside"_s.arg(name).arg(counts.waiting).arg(counts.parked));
    }
    for (const ParkedEntry &entry : m_engine->outbox()->parked().value_or(QList<ParkedEntry>()))
        left.append(entry.entry.key + u": "_s + entry.reason.detail);
    if (const std::optional<Error> why = m_engine->metrics() ? m_engine->metrics()->pausedBecause() : std::nullopt)
        left.append(u"paused: "_s + errorKindName(why->kind) + u' ' + why->detail);
    complain(u"not everything arrived: "_s + left.join(u"; "_s));
}

// --- The rep's computer --------------------------------------------------------------------------------------------------------------

void SimulatedDay::openEngine()
{
    if (!prepareFolders(m_profile)) {
        complain(u"no place for the profile"_s);
        return;
    }
    m_engine = std::make_unique<Engine>(m_profile, Engine::Attendance::Headless, makeSystemKeychain(), &m_clock);
    m_openCards.clear();
    QObject::connect(&m_engine->screenPop(), &ScreenPop::cardOpened, m_engine.get(), [this](const Card &card) { onCard(card); });
    QObject::connect(&m_engine->screenPop(), &ScreenPop::cardClosed, m_engine.get(), [this](const CallId &id) { m_openCards.remove(id); });
    QObject::connect(&m_engine->screenPop(), &ScreenPop::cardRenamed, m_engine.get(), [this](const CallId &from, const CallId &into) {
        if (m_openCards.remove(from))
            m_openCards.insert(into);
    });
    QObject::connect(&m_engine->screenPop(), &ScreenPop::decided, m_engine.get(), [this](const PopDecision &decision) {
        if (decision.reason == PopReason::InternalOff) // colleagues ring without a card, unless a setting wants one
            m_carded.insert(decision.call.text().section(u':', 1));
    });
    QObject::connect(m_engine.get(), &Engine::connectionsChanged, m_engine.get(), [this] {
        const QList<Connection> connections = m_engine->connections();
        const bool connected = std::ranges::any_of(
            connections, [this](const Connection &one) { return one.name == m_order.source && one.state == ConnectionState::Connected; });
        if (!connected)
            m_connectedSince = Milliseconds::max();
        else if (m_connectedSince == Milliseconds::max())
            m_connectedSince = m_elapsed;
    });
    m_connectedSince = Milliseconds::max();
    m_engine->start();
    settle();
}

void SimulatedDay::closeEngine()
{
    if (!m_engine)
        return;
    bool done = false;
    TaskScope scope;
    scope.start(shutDownThen(m_engine.get(), &done));
    QElapsedTimer patience;
    patience.start();
    while (!done && patience.elapsed() < kPatience) {
        settle();
        if (!done)
            step(std::min<Milliseconds>(m_clock.untilNext().value_or(100ms), 100ms));
    }
    if (!done)
        complain(u"the engine does not end"_s);
    m_engine.reset();
    m_connectedSince = Milliseconds::max();
}

/// As the power switch does it: the disk is left as it was at this moment, and nothing that was on its way arrives.
void SimulatedDay::kill()
{
    const QDir data(m_profile.dataFolder);
    std::map<QString, QByteArray> files;
    for (const QFileInfo &info : data.entryInfoList(QDir::Files | QDir::Hidden)) {
        QFile file(info.filePath());
        if (file.open(QFile::ReadOnly))
            files.insert_or_assign(info.fileName(), file.readAll());
    }
    const Json fault = control("fault.add", {{"kind", "drop"}}).value("fault", Json());
    closeEngine();
    control("fault.remove", {{"fault", fault}});
    for (const QFileInfo &info : data.entryInfoList(QDir::Files | QDir::Hidden))
        QFile::remove(info.filePath());
    for (const auto &[name, bytes] : files) {
        QFile file(data.filePath(name));
        if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
            complain(u"the disk cannot be put back"_s);
    }
}

void SimulatedDay::wakeUp(bool told)
{
    m_wakesAt.reset();
    if (told)
        m_engine->onWokeUp();
    settle();
}

// --- Time ----------------------------------------------------------------------------------------------------------------------------

void SimulatedDay::passUntil(Milliseconds moment)
{
    while (m_elapsed < moment) {
        Milliseconds next = std::min<Milliseconds>(moment - m_elapsed, kLongestStep);
        if (!isAway())
            next = std::min(next, std::max<Milliseconds>(m_clock.untilNext().value_or(kLongestStep), 1ms));
        for (const std::optional<Milliseconds> &turn : {m_wakesAt, m_startsAt}) {
            if (turn)
                next = std::min(next, std::max<Milliseconds>(*turn - m_elapsed, 0ms));
        }
        for (const Ending &ending : m_endings)
            next = std::min(next, std::max<Milliseconds>(ending.at - m_elapsed, 0ms));
        step(next);
        for (std::size_t i = 0; i < m_endings.size();) {
            if (m_endings[i].at > m_elapsed) {
                ++i;
                continue;
            }
            const auto end = m_endings[i].end;
            m_endings.erase(m_endings.begin() + static_cast<std::ptrdiff_t>(i));
            end();
        }
        if (m_wakesAt && m_elapsed >= *m_wakesAt)
            wakeUp(m_isToldOfWaking);
        if (m_startsAt && m_elapsed >= *m_startsAt) {
            m_startsAt.reset();
            openEngine();
        }
        if (!isAway()) {
            settle();
            watch();
        }
    }
}

void SimulatedDay::step(Milliseconds duration)
{
    constexpr double kHalf = 0.0004; // the cloud cuts to whole milliseconds
    control("clock.advance", {{"seconds", std::chrono::duration<double>(duration).count() + kHalf}});
    m_elapsed += duration;
    if (isAway())
        m_clock.suspend(duration);
    else
        m_clock.advance(duration);
}

/// Everything that was on its way has arrived. What the cloud holds back comes with time.
void SimulatedDay::settle()
{
    QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
    QElapsedTimer patience;
    patience.start();
    for (int quiet = 0; quiet < kTurnsOfQuiet;) {
        bool busy = false;
        while (dispatcher->processEvents(QEventLoop::AllEvents))
            busy = true;
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // as the loop of a program does, which we have not
        int held = 0;
        for (int turn = 0; turn < kTurnsOfTheCloud; ++turn) // and the cloud has done what it could
            held = control("held").value("held", 0);
        const int unanswered = m_engine ? m_engine->http().privately().unanswered : 0;
        m_givenUp = std::min(m_givenUp, held);
        if (unanswered > held - m_givenUp && patience.elapsed() < kPatience) {
            QTimer soon;
            soon.setTimerType(Qt::PreciseTimer);
            soon.start(1);
            dispatcher->processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
            quiet = 0;
            continue;
        }
        if (unanswered > held - m_givenUp)
            return complain(u"an answer does not come"_s);
        m_givenUp = std::max(m_givenUp, held - unanswered); // nobody waits for these any more, and the cloud does not notice
        quiet = busy ? 0 : quiet + 1;
    }
}

bool SimulatedDay::until(const std::function<bool()> &holds, Milliseconds most)
{
    const Milliseconds end = m_elapsed + most;
    while (!holds()) {
        if (m_elapsed >= end)
            return false;
        passUntil(m_elapsed + 10s);
    }
    return true;
}

// --- What must hold meanwhile ----------------------------------------------------------------------------------------------------------

void SimulatedDay::complain(const QString &what)
{
    constexpr qsizetype kMost = 20;
    if (m_problems.size() < kMost)
        m_problems.append(u"%1 s: %2"_s.arg(std::chrono::duration_cast<std::chrono::seconds>(m_elapsed).count()).arg(what));
}

void SimulatedDay::watch()
{
    if (m_elapsed - m_watchedAt < kWatchEvery)
        return;
    m_watchedAt = m_elapsed;
    watchGhosts();
}

bool SimulatedDay::isOverForTheRep(const QString &session)
{
    const Json call = control("call.get", {{"call", session.toStdString()}}).value("call", Json::object());
    if (call.empty() || call["state"] == "ended")
        return true;
    bool any = false;
    for (const Json &party : call["parties"]) {
        if (party["rep"] != "rep-1")
            continue;
        any = true;
        if (party["state"] != "Disconnected" && party["state"] != "Gone")
            return false;
    }
    return any;
}

void SimulatedDay::watchGhosts()
{
    QHash<QString, Milliseconds> over;
    QList<Call> live = m_engine->tracker().liveCalls();
    for (const Card &card : m_engine->screenPop().openCards()) {
        const bool known = std::ranges::any_of(live, [&](const Call &call) { return call.id == card.call.id; });
        if (card.call.isLive() && !known)
            live.append(card.call);
    }
    for (const Call &call : live) {
        const QString session = call.sessionId;
        if (!isOverForTheRep(session))
            continue;
        const Milliseconds since = m_overSince.value(session, m_elapsed);
        const Milliseconds calmSince = std::max(since, m_disturbedUntil);
        const bool wasConnected = m_connectedSince <= calmSince;
        const Milliseconds allowed = call.state == CallState::Ringing ? Milliseconds(kGhostAfter) : Milliseconds(kTalkGhostAfter);
        if (wasConnected && isCalm(calmSince) && m_elapsed - calmSince > allowed) {
            complain(u"a ghost: %1 is %2 here, and over in the world"_s.arg(session, callStateName(call.state)));
            continue; // once
        }
        over.insert(session, since);
    }
    m_overSince = over;
}

void SimulatedDay::onCard(const Card &card)
{
    if (card.test)
        return;
    ++m_tally.cards;
    m_carded.insert(card.call.sessionId);
    // One that was hidden for its time or for want of room may come again.
    if (m_openCards.contains(card.call.id))
        complain(u"two cards for "_s + card.call.id.text());
    m_openCards.insert(card.call.id);
}

/// The call of the day goes on: if it rang long enough in calm, its card was there.
void SimulatedDay::expectCard(int call)
{
    const auto ringing = m_ringingSince.constFind(call);
    if (ringing == m_ringingSince.constEnd())
        return;
    const Milliseconds since = *ringing;
    m_ringingSince.erase(ringing);
    if (m_order.source == "justcall"_L1 || isAway() || m_elapsed - since < kCardWithin)
        return;
    if (m_connectedSince > since || !isCalm(since))
        return;
    const Played &played = m_played[call];
    if (!m_carded.contains(QString::fromStdString(played.session)) && !m_carded.contains(QString::fromStdString(played.sid)))
        complain(u"no card for "_s + QString::fromStdString(played.session));
}

} // namespace callcard::simulation
