#pragma once

#include "dayplan.h"

#include <demo/democloud.h>
#include <engine/engine.h>
#include <ipc/profile.h>

#include <callcard/callrecords.h>
#include <callcard/testing/fakeclock.h>

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace callcard::simulation {

/// What a simulated day consisted of.
struct DayTally {
    int calls{};
    int texts{};
    int cards{};
    int requests{};
    std::map<std::string, int> troubles{};
    bool operator==(const DayTally &) const = default;
};

/// A rep's day: the real engine, without windows, against the real demo cloud over loopback, compressed in time. Everything happens
/// in the order of two clocks that move only when nothing is on its way any more, so a seed gives the same day again.
class SimulatedDay
{
public:
    explicit SimulatedDay(const DayOrder &order);
    ~SimulatedDay();

    /// What went wrong, a sentence each; empty: no call lost, none doubled, no ghost, and log and figures are the provider's.
    [[nodiscard]] QStringList live();
    [[nodiscard]] const DayTally &tally() const { return m_tally; }
    /// Of all that the cloud was asked, in order: two runs of one seed are the same when these are.
    [[nodiscard]] QByteArray trace() const { return m_trace; }

private:
    using Milliseconds = std::chrono::milliseconds;
    struct Played {
        qint64 number{};
        std::string session{}; ///< As RingCentral knows it.
        std::string sid{};     ///< As JustCall knows it.
    };

    // The world outside
    Json control(const std::string &verb, Json arguments = Json::object());
    void happen(const Happening &happening);
    void move(const Happening &happening);
    void trouble(const Happening &happening);
    void cutEverything();
    void quieten();

    // The rep's computer
    void openEngine();
    void closeEngine();
    void kill();
    void wakeUp(bool told);

    // Time
    [[nodiscard]] bool isAway() const { return !m_engine || m_wakesAt; }
    void passUntil(Milliseconds moment);
    void step(Milliseconds duration);
    void settle();
    [[nodiscard]] bool until(const std::function<bool()> &holds, Milliseconds most);
    void disturbedUntil(Milliseconds moment) { m_disturbedUntil = std::max(m_disturbedUntil, moment); }
    [[nodiscard]] bool isCalm(Milliseconds since) const { return m_disturbedUntil <= since && m_troublesInForce == 0; }

    // What must hold meanwhile and in the end
    void watch();
    void watchGhosts();
    [[nodiscard]] bool isOverForTheRep(const QString &session);
    void onCard(const Card &card);
    void expectCard(int call);
    void complain(const QString &what);
    void judge();
    void judgeLog();
    void judgeFigures();
    void judgeRecords();
    void judgeNotes();

    const DayOrder m_order;
    const DayPlan m_plan;
    demo::DemoCloud m_cloud;
    testing::FakeClock m_clock;
    QTemporaryDir m_folder;
    Profile m_profile;
    std::unique_ptr<Engine> m_engine;

    Milliseconds m_elapsed{};
    Milliseconds m_disturbedUntil{};
    Milliseconds m_connectedSince{};
    Milliseconds m_watchedAt{};
    std::optional<Milliseconds> m_wakesAt;  ///< The computer sleeps.
    std::optional<Milliseconds> m_startsAt; ///< The program does not run.
    bool m_isToldOfWaking = false;
    int m_troublesInForce = 0;
    int m_givenUp = 0; ///< Requests that the cloud holds back and that nobody waits for any more.
    struct Ending {
        Milliseconds at{};
        std::function<void()> end{};
    };
    std::vector<Ending> m_endings; ///< Of troubles that last.

    QHash<int, Played> m_played;
    QSet<QString> m_carded; ///< Sessions, in any life of the program.
    QSet<CallId> m_openCards;
    QHash<QString, Milliseconds> m_overSince; ///< Live for the engine, over in the world.
    QHash<int, Milliseconds> m_ringingSince;  ///< By call of the day: from then on a card is owed, if nothing disturbs.
    QHash<int, std::string> m_notes;
    QHash<QString, LogEntry> m_logged; ///< In the evening, by session.
    QStringList m_problems;
    DayTally m_tally;
    QByteArray m_trace;
};

} // namespace callcard::simulation
