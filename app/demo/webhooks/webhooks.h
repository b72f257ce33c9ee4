#pragma once

#include "world/world.h"

#include <callcard/httpsender.h>

#include <nlohmann/json.hpp>

#include <deque>
#include <map>

namespace callcard::demo {

/// One event on its way to somebody's loopback address.
struct Delivery {
    std::string provider{}; ///< "justcall", "ringcentral", "twilio"
    std::string url{};
    std::string type{};
    std::string body{};
    serving::Headers headers{};
    int attempts = 0;
    int mostAttempts = 5;
    std::chrono::milliseconds retryAfter{30'000}; ///< In the cloud's time.
};

/// Where a provider's events shall go.
struct Hook {
    std::string id{};
    std::string provider{};
    std::string url{};
    std::string type{};              ///< JustCall: one event type. Others: empty.
    std::string secret{};            ///< Signing secret, verification token or auth token.
    std::string repId{};             ///< RingCentral: whose extension.
    bool usesPresence = false;       ///< RingCentral: presence events instead of telephony sessions.
    bool isAccountWide = false;      ///< RingCentral: the filter of the whole account, outside parties too.
    std::string signature = "right"; ///< "wrong", "none"
    int copies = 1;
    Instant createdAt{};
    int failures = 0;
    /// "Active", "Warning" (JustCall, after a failure), "Blacklisted"; RingCentral's are "Pending" until the handshake is right,
    /// and "Refused" for ever when it is not.
    std::string status = "Active";
    std::chrono::milliseconds retryAfter{30'000};
    [[nodiscard]] bool isServed() const { return status == "Active" || status == "Warning"; }
};

/// Sends what happens in the world as signed webhooks, to loopback addresses only: with the providers' handshakes and
/// retries, and on demand doubled or wrongly signed.
class Webhooks final : public WorldObserver
{
public:
    Webhooks(serving::ServingThread &thread, DemoClock &clock, World &world);
    ~Webhooks() override;

    /// Throws std::invalid_argument for an address that is not loopback. The validation request goes out at once; RingCentral
    /// delivers nothing before it is answered: 200 within three seconds, with the token, in 1024 bytes at most.
    std::string add(Hook hook);
    bool remove(const std::string &id);
    [[nodiscard]] const std::vector<Hook> &hooks() const { return m_hooks; }
    /// One event by hand, whether or not a hook wants it.
    void send(const Hook &hook, const std::string &type, const nlohmann::json &body);
    [[nodiscard]] nlohmann::json deliveries(std::size_t limit) const;

    void onCallStep(const WorldCall &call, const CallStep &step) override;
    void onCallEdited(const WorldCall &call) override;
    void onTextAdded(const WorldText &text) override;
    void onTextChanged(const WorldText &text) override;

    // Bodies, also for `control`'s "webhook.send".
    [[nodiscard]] nlohmann::json justCallBody(const Hook &hook, const std::string &type, const nlohmann::json &data);
    /// JustCall's `data` of one event of a call, as the switches have it.
    [[nodiscard]] nlohmann::json callData(const std::string &type, const WorldCall &call) const;
    /// "ringing", "completed" …: where the call is.
    [[nodiscard]] static std::string twilioStatus(const WorldCall &call);
    /// With the next number of the call's own sequence.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> twilioForm(const WorldCall &call, const std::string &status);
    [[nodiscard]] const World &world() const { return m_world; }
    [[nodiscard]] DemoClock &clock() { return m_clock; }

    /// RingCentral posts what it sends over its socket, so its own service writes the event of one step of a call.
    std::function<nlohmann::json(const Hook &, const WorldCall &, const CallStep &)> ringCentralEvent{};
    std::string verificationHeader = "Verification-Token"; ///< RingCentral's switch of this name.
    bool blacklistIsForEver = true;                        ///< RingCentral's switch "blacklisting".
    bool earlyEventsAreFull = false;                       ///< JustCall's switch "earlyEvents".
    bool metadataIsOnTop = true;                           ///< JustCall's switch "metadata": beside data, or in it.
    bool typesAreLowerCase = true;                         ///< JustCall's switch "webhookTypes".
    bool retriesUnanswered = false;                        ///< JustCall's switch "retryUnanswered".
    bool ringCentralRetries = false;                       ///< RingCentral's switch "webhookRetries".
    /// How a request leaves. Fuzzers keep it.
    std::function<void(serving::Outgoing, std::function<void(const Result<serving::Answer> &)>)> sender{};

private:
    void validate(const Hook &hook);
    void justCallEvent(const std::string &type, const nlohmann::json &data);
    void twilioEvent(const WorldCall &call, const std::string &status);
    void post(Delivery delivery, const std::string &hookId);
    void attempt(const std::shared_ptr<Delivery> &delivery, const std::string &hookId);
    void onAnswer(const std::shared_ptr<Delivery> &delivery, const std::string &hookId, const Result<serving::Answer> &answer);
    void onHandshake(Hook &hook, const Result<serving::Answer> &answer, const Delivery &delivery);
    void blacklist(Hook &hook);
    void note(const Delivery &delivery, int status);

    serving::ServingThread &m_thread;
    DemoClock &m_clock;
    World &m_world;
    std::vector<Hook> m_hooks;
    std::deque<nlohmann::json> m_log;
    std::map<std::uint64_t, std::shared_ptr<DemoClock::Timer>> m_retries;
    std::map<CallNumber, int> m_twilioSequences; ///< Of live calls: how many events of each were written.
    std::uint64_t m_last = 0;
    std::uint64_t m_lastRequest = 0;
    std::shared_ptr<bool> m_isAlive = std::make_shared<bool>(true); ///< Answers may come after our end.
};

/// One of JustCall's documented events.
[[nodiscard]] bool isJustCallType(std::string_view type);
/// Whether the address is http on 127.0.0.0/8, [::1] or localhost.
[[nodiscard]] bool isLoopback(const std::string &url);

} // namespace callcard::demo
