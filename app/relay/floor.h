#pragma once

#include "aicall.h"
#include "doorkeeper.h"
#include "figures.h"
#include "hub.h"
#include "webhooks.h"

#include <unordered_map>

namespace callcard::relay {

/// What the floor asks for that is done elsewhere. Each of these returns at once; the answer comes back by a posted call.
struct FloorErrands {
    std::function<void(const GatewayQuestion &question, quint64 request)> askJustCall{};               ///< Empty: no key.
    std::function<void(const AiCallStep &asked, const QByteArray &variables, quint64 request)> dial{}; ///< Empty: not set up.
    std::function<FiguresAround()> figures{};
};

/// The routes and what they need, all on the serving thread. Requests that wait for an answer from elsewhere are kept here under a number:
/// nothing of a connection may die on another thread.
class Floor
{
public:
    /// All outlive us.
    Floor(const RelayConfig &config, serving::ServingThread &thread, EventLog &log, Clock &clock, FloorErrands errands);
    ~Floor();

    void handle(const std::shared_ptr<serving::Exchange> &exchange);
    void takeRecords(const QList<LoggedRecord> &records);
    void setTokens(const QHash<QByteArray, QString> &emailOfHash);
    void beginsAt(quint64 sequence, const LogIdentity &log) { m_book.beginsAt(sequence, log); }
    /// The past is known: from now on reps are served. Before, webhooks are.
    void start();
    void leave();

    void onJustCall(quint64 request, const Result<QByteArray> &body);
    void onDialled(quint64 request, const AiCallStep &step, const std::optional<Error> &problem);

private:
    struct Waiting {
        std::shared_ptr<serving::Exchange> exchange{};
        Provider provider{};
        std::chrono::steady_clock::time_point begun{};
    };
    using Visitor = Doorkeeper::Visitor;

    void onWebhook(Provider provider, const std::shared_ptr<serving::Exchange> &exchange);
    void onKept(quint64 request, const Result<LogPlace> &place);
    void forRep(const std::shared_ptr<serving::Exchange> &exchange,
                void (Floor::*serve)(const std::shared_ptr<serving::Exchange> &, const Visitor &));
    void openStream(const std::shared_ptr<serving::Exchange> &exchange, const Visitor &visitor);
    void activeCalls(const std::shared_ptr<serving::Exchange> &exchange, const Visitor &visitor);
    void justCallCalls(const std::shared_ptr<serving::Exchange> &exchange, const Visitor &visitor);
    void justCallTexts(const std::shared_ptr<serving::Exchange> &exchange, const Visitor &visitor);
    void testJustCall(const std::shared_ptr<serving::Exchange> &exchange, const Visitor &visitor);
    void justCallRows(const std::shared_ptr<serving::Exchange> &exchange, const Visitor &visitor, GatewayQuestion::Kind kind);
    void aiCall(const std::shared_ptr<serving::Exchange> &exchange, const Visitor &visitor);
    void onAsked(quint64 request, const AiCallStep &step, const QByteArray &variables, const Result<LogPlace> &place);
    void answerRepeated(const std::shared_ptr<serving::Exchange> &exchange, const AiCallStep &asked);
    void nameOrphans(std::chrono::seconds age);
    [[nodiscard]] bool turnsAway(const std::shared_ptr<serving::Exchange> &exchange);
    void noteFailure(const serving::Request &request);
    void prune();
    void health(const std::shared_ptr<serving::Exchange> &exchange);
    void metrics(const std::shared_ptr<serving::Exchange> &exchange);
    [[nodiscard]] quint64 wait(const std::shared_ptr<serving::Exchange> &exchange, Provider provider);
    [[nodiscard]] std::optional<Waiting> waited(quint64 request);

    const RelayConfig &m_config;
    serving::ServingThread &m_thread;
    EventLog &m_log;
    Clock &m_clock;
    const FloorErrands m_errands;
    const Roster m_roster;
    CallBook m_book;
    Hub m_hub;
    Doorkeeper m_doors;
    Figures m_figures;
    std::unordered_map<quint64, Waiting> m_waiting;
    quint64 m_lastRequest = 0;
    bool m_knowsThePast = false;
    bool m_leaving = false;
    std::shared_ptr<serving::ServingThread::Timer> m_pruning;
};

} // namespace callcard::relay
