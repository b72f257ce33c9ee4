#pragma once

#include "ringcentralsubject.h"

#include <QTest>

namespace callcard::testing {

/// RingCentral's provider at work as in a program: under a supervisor, with a tracker behind it.
class RingCentralRun
{
public:
    RingCentralRun() : subject(stage), tracker(stage.clock()), supervisor(subject.provider(), tracker, stage.clock(), promptTiming(), 1)
    {
        QObject::connect(&subject.provider(), &CallProvider::feedLive, &supervisor, [this](bool continuous) { lives.append(continuous); });
        QObject::connect(&subject.provider(), &CallProvider::messageReceived, &supervisor,
                         [this](const Message &one) { texts.append(one); });
        QObject::connect(&tracker, &CallTracker::callChanged, &supervisor, [this](const Call &call) { calls.insert(call.id, call); });
    }
    ~RingCentralRun()
    {
        bool stopped = false;
        supervisor.stop().then([&stopped] { stopped = true; });
        if (!QTest::qWaitFor([&stopped] { return stopped; }, 5000))
            qFatal("the feed does not stop");
    }

    [[nodiscard]] bool isConnected() const { return supervisor.connection().state == ConnectionState::Connected; }
    [[nodiscard]] bool connectFeed()
    {
        supervisor.start();
        return stage.eventually([this] { return isConnected(); });
    }
    /// The result of a task, while sockets and clocks go on.
    template <typename T>
    [[nodiscard]] T outcome(QCoro::Task<T> task)
    {
        std::optional<T> result;
        TaskScope scope;
        scope.start(keep(std::move(task), result));
        if (!stage.eventually([&result] { return result.has_value(); }, std::chrono::seconds(120)))
            qFatal("a task does not end");
        return *std::move(result);
    }
    /// Calls that are worth a card: not the ringing of one's own phone for a call one places.
    [[nodiscard]] QList<Call> cardWorthy() const
    {
        QList<Call> shown;
        for (const Call &call : calls) {
            if (!call.ownRingOutLeg)
                shown.append(call);
        }
        return shown;
    }
    [[nodiscard]] bool becomes(CallState state)
    {
        return stage.eventually([&] { return cardWorthy().size() == 1 && cardWorthy().first().state == state; });
    }
    Json verb(const std::string &name, Json arguments = Json::object()) { return stage.verb("ringcentral", name, std::move(arguments)); }
    void turn(const std::string &name, const Json &position) { verb("switch", {{"name", name}, {"position", position}}); }
    /// Requests of a method whose path has this in it.
    [[nodiscard]] int asked(const std::string &method, const std::string &part)
    {
        int count = 0;
        const Json journal = stage.control("journal", {{"service", "ringcentral"}, {"limit", 5000}});
        for (const Json &request : journal["requests"])
            count += request["method"] == method && request["target"].get<std::string>().find(part) != std::string::npos ? 1 : 0;
        return count;
    }
    CallProvider &provider() { return subject.provider(); }

    ContractStage stage;
    RingCentralSubject subject;
    CallTracker tracker;
    FeedSupervisor supervisor;
    QHash<CallId, Call> calls;
    QList<bool> lives;
    QList<Message> texts;

private:
    template <typename T>
    static QCoro::Task<> keep(QCoro::Task<T> task, std::optional<T> &out)
    {
        out = co_await task;
    }
    static FeedSupervisor::Timing promptTiming()
    {
        FeedSupervisor::Timing timing;
        timing.firstSpread = std::chrono::milliseconds(0);
        timing.backoff = {.first = std::chrono::seconds(2), .cap = std::chrono::seconds(60), .factor = 2.0, .jitter = 0.0};
        return timing;
    }
};

} // namespace callcard::testing
