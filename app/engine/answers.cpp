#include "answers.h"

#include "calljson.h"
#include "engine.h"
#include "outboxjson.h"

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto kHeartbeat = 15s;
constexpr qsizetype kLongestSelection = 10'001; // one too many is said to be too long

Error unknownCommand()
{
    return {.kind = ErrorKind::Refused, .detail = u"This version of Callcard does not know that command."_s};
}

} // namespace

Answers::Answers(Engine &engine, QObject *parent) : QObject(parent), m_engine(engine)
{
    if (Directory *directory = m_engine.customers().directory()) {
        m_directory = std::make_unique<DirectoryCommands>(
            *directory, [&engine](std::stop_token stop) { return engine.syncCustomers(std::move(stop)); });
    }
    m_heartbeat.setInterval(kHeartbeat);
    connect(&m_heartbeat, &QTimer::timeout, this, [this] { tellWatchers(heartbeatLine(m_engine.clock().now())); });
    connect(&m_engine.tracker(), &CallTracker::callChanged, this, [this](const Call &call) {
        if (!m_watchers.empty())
            tellWatchers(lineOf(call));
    });
    connect(&m_engine.liveCalls(), &LiveCalls::connectionChanged, this,
            [this](const Connection &connection) { tellWatchers(connectionLine(connection)); });
}

void Answers::answer(const IpcQuestion &question, const IpcReply &reply)
{
    if (m_leaving && (question.command == "show" || question.command == "link")) {
        reply.error({.kind = ErrorKind::Offline, .detail = u"Callcard is quitting. Start it again in a moment."_s});
    } else if (question.command == "show") {
        Q_EMIT
        showRequested();
        reply.result(Json::object());
    } else if (question.command == "link") {
        Q_EMIT
        linkReceived(textArgument(question.arguments, "link"));
        reply.result(Json::object());
    } else if (question.command == "call-selection") {
        Q_EMIT
        selectionReceived(textArgument(question.arguments, "text").left(kLongestSelection));
        reply.result(Json::object());
    } else if (question.command == "status") {
        reply.result(status());
    } else if (question.command == "check") {
        m_scope.start(check(reply));
    } else if (question.command == "sync" || question.command == "reconcile") {
        m_scope.start(ask(question, reply));
    } else if (question.command == "watch") {
        watch(reply);
    } else if (question.command == "reload") {
        m_engine.reload();
        reply.result(Json::object());
    } else if (question.command.starts_with("directory.")) {
        answerOfDirectory(question, reply);
    } else {
        reply.error(unknownCommand());
    }
}

void Answers::answerOfDirectory(const IpcQuestion &question, const IpcReply &reply)
{
    if (!m_directory)
        reply.error(*m_engine.customers().problem());
    else if (!m_directory->answer(question, reply))
        reply.error(unknownCommand());
}

QCoro::Task<> Answers::stop()
{
    if (m_directory)
        co_await m_directory->stop();
    co_await m_scope.close();
}

QCoro::Task<> Answers::check(IpcReply reply)
{
    const Json document = co_await m_engine.check(m_scope.stopToken());
    reply.result(document);
}

QCoro::Task<> Answers::ask(IpcQuestion question, IpcReply reply)
{
    std::stop_source stop; // our end, or the asker's
    const std::stop_callback ended(m_scope.stopToken(), [stop]() mutable { stop.request_stop(); });
    reply.onClosed(this, [stop]() mutable { stop.request_stop(); });
    const auto tell = [reply](const Json &event) { reply.event(event); };
    const Result<Json> document = co_await m_engine.ask(question.command, question.arguments, tell, stop.get_token());
    if (document)
        reply.result(*document);
    else
        reply.error(document.error());
}

std::list<Answers::Watcher>::iterator Answers::add(Watcher watcher)
{
    for (const Connection &connection : m_engine.liveCalls().connections()) {
        if (connection.state == ConnectionState::Connected)
            watcher(connectionLine(connection));
    }
    for (const Call &call : m_engine.tracker().liveCalls())
        watcher(lineOf(call));
    m_heartbeat.start();
    return m_watchers.insert(m_watchers.end(), std::move(watcher));
}

void Answers::watch(Watcher watcher)
{
    add(std::move(watcher));
}

void Answers::watch(const IpcReply &reply)
{
    const auto watcher = add([reply](const Json &line) { reply.event(line); });
    const auto letGo = [this, watcher] {
        m_watchers.erase(watcher);
        if (m_watchers.empty())
            m_heartbeat.stop();
    };
    if (reply.isOpen())
        reply.onClosed(this, letGo);
    else
        letGo(); // it went while it was told what there is
}

void Answers::tellWatchers(const Json &line)
{
    // One that does not read is let go while it is written to, which takes it off the list.
    const std::list<Watcher> watchers = m_watchers;
    for (const Watcher &watcher : watchers)
        watcher(line);
}

Json Answers::lineOf(const Call &call) const
{
    return callLine(call, call.withheld ? WhoIs{} : m_engine.customers().whoIs(call.remote));
}

Json Answers::status() const
{
    Json connections = Json::array();
    for (const Connection &connection : m_engine.connections()) {
        Json row{{"name", connection.name.toStdString()},
                 {"state", connectionStateName(connection.state).toStdString()},
                 {"since", isoTime(connection.since)},
                 {"lastEvent", isoTime(connection.lastEvent)},
                 {"testServer", connection.testServer}};
        if (connection.problem)
            row["problem"] = errorKindName(connection.problem->kind).toStdString();
        connections.push_back(row);
    }
    Json document{{"version", CALLCARD_VERSION}, {"connections", connections}, {"lastEvent", isoTime(m_engine.lastEventAt())}};
    const CallTracker::Counters events = m_engine.tracker().counters();
    document["events"] = {
        {"received", events.events}, {"repeated", events.repeated}, {"unknownWords", events.unknownWords}, {"dropped", events.dropped}};
    const ScreenPop::Counters cards = m_engine.screenPop().counters();
    document["cards"] = {{"shown", cards.shown}, {"painted", cards.painted}, {"open", m_engine.screenPop().openCards().size()}};
    if (const Directory *directory = m_engine.customers().directory()) {
        if (const Result<DirectoryStats> stats = directory->stats())
            document["directory"] = {{"customers", stats->customers}, {"numbers", stats->numbers}, {"lastSync", isoTime(stats->lastSync)}};
    }
    if (const Outbox *outbox = m_engine.outbox()) {
        QHash<QString, Error> pauses = m_engine.deliveries() ? m_engine.deliveries()->pauses() : QHash<QString, Error>();
        if (const MetricsService *metrics = m_engine.metrics(); metrics && metrics->pausedBecause())
            pauses.insert(metricsDestination(), *metrics->pausedBecause());
        document["outbox"] = outboxToJson(*outbox, pauses, m_engine.clock().now());
    }
    if (const MetricsService *metrics = m_engine.metrics())
        document["figures"] = metrics->status();
    return document;
}

} // namespace callcard
