#pragma once

#include "crypto.h"
#include "journal.h"
#include "ratelimits.h"
#include "settings.h"
#include "tokens.h"
#include "wiretime.h"
#include "world/world.h"

#include <map>
#include <set>

namespace callcard::demo::ringcentral {

/// A fault that meets the next few requests of one kind. "reordered notifications, twice": count 2.
class Faults
{
public:
    void arm(const std::string &name, int count, Json details = Json::object()) { m_armed[name] = {count, std::move(details)}; }
    /// Uses it up once; its details, or nothing when it is not armed.
    [[nodiscard]] std::optional<Json> take(const std::string &name);
    [[nodiscard]] Json list() const;
    void reset() { m_armed.clear(); }

private:
    struct Armed {
        int count = 0;
        Json details{};
    };
    std::map<std::string, Armed> m_armed;
};

/// What all parts of the make-believe RingCentral share.
struct Context {
    explicit Context(Stage &theStage);

    Stage &stage;
    Settings settings{};
    Names names{};
    RateLimits limits{};
    Tokens tokens;
    Faults faults{};

    [[nodiscard]] Instant now() const { return stage.clock.now(); }
    [[nodiscard]] World &world() const { return stage.world; }
    /// The scopes of the app, in no order anybody should rely on.
    [[nodiscard]] std::set<std::string> scopes() const;
    /// The scope a call needs, in the spelling the app has it.
    [[nodiscard]] bool hasScope(const std::string &scope) const;
    void count(const std::string &name, std::int64_t by = 1) const { stage.journal.count("ringcentral", name, by); }
};

} // namespace callcard::demo::ringcentral
