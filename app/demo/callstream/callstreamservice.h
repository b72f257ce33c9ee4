#pragma once

#include "justcall/rows.h"
#include "service.h"
#include "switches.h"
#include "world/world.h"

#include <deque>
#include <list>
#include <map>
#include <set>

namespace callcard::demo::callstream {

/// What a Callcard relay offers to a rep: the live stream, the snapshot, that rep's JustCall rows, AI calls. A token sees its
/// own rep's calls only.
class CallStreamService final : public Service, public WorldObserver
{
public:
    explicit CallStreamService(Stage &stage);
    ~CallStreamService() override;

    [[nodiscard]] std::string name() const override { return "callstream"; }
    void handle(std::shared_ptr<serving::Exchange> exchange) override;
    [[nodiscard]] std::map<std::string, std::string> environment(const std::string &base) const override;
    Json control(const std::string &verb, const Json &arguments) override;
    [[nodiscard]] std::vector<std::string> verbs() const override
    {
        return {"switches", "switch", "heartbeat", "forget", "copies", "raw", "repeat"};
    }
    serving::Response refusal(int status) override;
    void dropConnections() override;

    void onCallStep(const WorldCall &call, const CallStep &step) override;

private:
    struct Event {
        std::uint64_t id = 0;
        std::string repId{};
        std::string data{};
    };
    struct Reader {
        std::string repId{};
        std::shared_ptr<serving::BodyStream> stream{};
    };

    [[nodiscard]] const Rep *repOf(const serving::Request &request) const;
    void openStream(const std::shared_ptr<serving::Exchange> &exchange, const Rep &rep);
    void publish(const std::string &repId, const Json &call);
    void sendEvent(const Reader &reader, const Event &event);
    void beat();
    [[nodiscard]] nlohmann::json shown(const WorldCall &call, const Rep &rep) const; ///< As the stream and the snapshot tell it.
    [[nodiscard]] serving::Response activeCalls(const Rep &rep) const;
    [[nodiscard]] serving::Response rows(const serving::Request &request, const Rep &rep, bool texts) const;
    [[nodiscard]] serving::Response testJustCall(const Rep &rep) const;
    [[nodiscard]] serving::Response aiCall(const serving::Request &request, const Rep &rep);

    Stage &m_stage;
    Switches m_switches;
    std::uint64_t m_lastId = 0;
    std::deque<Event> m_past; ///< For Last-Event-ID.
    bool m_keepsNothing = false;
    int m_copies = 1;
    std::list<Reader> m_readers;
    std::set<std::pair<CallNumber, std::string>> m_over; ///< Live calls in which a rep's part is over and told.
    std::map<std::string, CallNumber> m_aiCalls;         ///< Rep and Idempotency-Key → what was placed for it.
    std::chrono::milliseconds m_heartbeat{15'000};
    std::shared_ptr<DemoClock::Timer> m_beat;
};

/// As in `callcard-cli watch`, seen by that rep.
[[nodiscard]] nlohmann::json watchedCall(const World &world, const WorldCall &call, const Rep &rep, Instant now);

} // namespace callcard::demo::callstream
