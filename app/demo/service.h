#pragma once

#include <callcard/httpserver.h>

#include <nlohmann/json.hpp>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace callcard::demo {

using Json = nlohmann::json;

class DemoClock;
class World;
class Journal;
class Webhooks;
struct Hook;

/// What every make-believe service stands on. Everything happens on the serving thread: no locks anywhere in the demo cloud.
struct Stage {
    serving::ServingThread &thread;
    DemoClock &clock;   ///< The cloud's own time: real, shifted, faster, or moved by hand.
    World &world;       ///< Company, customers, reps, lines, calls, texts: the one story all services tell.
    Journal &journal;   ///< What was received, for `control` to read back.
    Webhooks &webhooks; ///< Sends signed webhooks to loopback addresses.
};

/// A make-believe service with a port of its own. The cloud listens for it, applies faults, keeps the journal, then hands over.
class Service
{
public:
    virtual ~Service() = default;
    /// "ringcentral", "justcall" …: its name in `control`, in faults and in the journal.
    [[nodiscard]] virtual std::string name() const = 0;
    virtual void handle(std::shared_ptr<serving::Exchange> exchange) = 0;
    /// The environment variables a program needs to use it as the demo's rep; `base` is "http://127.0.0.1:PORT".
    [[nodiscard]] virtual std::map<std::string, std::string> environment(const std::string &base) const = 0;
    /// A verb of `control` that only this service knows, such as a switch. Throws std::invalid_argument with a sentence for wrong
    /// arguments.
    virtual Json control(const std::string &verb, const Json &arguments) = 0;
    /// The verbs that `control` above knows: a script is judged by them before it is played.
    [[nodiscard]] virtual std::vector<std::string> verbs() const = 0;
    /// An error in this service's own words, for injected faults: 401, 403, 429 with the headers it sends then, 5xx.
    virtual serving::Response refusal(int status);
    /// Cuts what it holds open (streams, sockets), as a restart would.
    virtual void dropConnections() {}
};

} // namespace callcard::demo
