#pragma once

#include <callcard/result.h>

#include <nlohmann/json.hpp>

#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace callcard::demo {

struct DemoOptions {
    int customers = 2000;
    int days = 30;        ///< Of past calls.
    int callsPerDay = 45; ///< Of each rep.
    std::uint64_t seed = 1;
    bool story = false;       ///< A call every few seconds by itself. Tests move calls by hand.
    std::int64_t startAt = 0; ///< Unix seconds at which the cloud's clock begins; 0: the real time.
    double speed = 1.0;       ///< Of the cloud's clock; 0: it stands still until control advances it.
};

/// RingCentral, JustCall, Firestore, Firebase Auth, Copper, a relay and ElevenLabs on loopback, each on a port of its own, all
/// telling one story. Everything runs on a thread of its own; every function here may be called from any other.
class DemoCloud
{
public:
    explicit DemoCloud(DemoOptions options = {});
    ~DemoCloud(); ///< Stops.
    DemoCloud(const DemoCloud &) = delete;
    DemoCloud &operator=(const DemoCloud &) = delete;

    [[nodiscard]] Result<> start();
    void stop();

    /// The variables a program needs to use the cloud as the demo's rep.
    [[nodiscard]] std::map<std::string, std::string> environment() const;
    /// "http://127.0.0.1:PORT" of "justcall", "ringcentral", "firestore", "firebaseauth", "copper", "callstream", "elevenlabs".
    [[nodiscard]] std::string address(const std::string &service) const;
    [[nodiscard]] std::string controlAddress() const;
    /// The first line of callcard-demo: {"env":{…},"control":"http://127.0.0.1:PORT"}
    [[nodiscard]] std::string announcement() const;

    /// `control({{"do", "call.start"}})["call"]["id"]`: the same verbs as over HTTP, see README.md. Never throws.
    nlohmann::json control(const nlohmann::json &request);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace callcard::demo
