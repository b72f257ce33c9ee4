#pragma once

#include "service.h"
#include "switches.h"
#include "world/world.h"

#include <deque>

namespace callcard::demo::copper {

/// Copper's developer API: searches over people, companies and leads, who am I, logging a call.
class CopperService final : public Service
{
public:
    explicit CopperService(Stage &stage);

    [[nodiscard]] std::string name() const override { return "copper"; }
    void handle(std::shared_ptr<serving::Exchange> exchange) override;
    [[nodiscard]] std::map<std::string, std::string> environment(const std::string &base) const override;
    Json control(const std::string &verb, const Json &arguments) override;
    [[nodiscard]] std::vector<std::string> verbs() const override { return {"switches", "switch", "limits", "activities"}; }
    serving::Response refusal(int status) override;

private:
    [[nodiscard]] serving::Response answer(const serving::Request &request, const Json &body);
    [[nodiscard]] bool isAuthorized(const serving::Request &request) const;
    [[nodiscard]] bool takeRequest();
    [[nodiscard]] serving::Response people(const Json &body, bool leads);
    [[nodiscard]] serving::Response companies(const Json &body);
    [[nodiscard]] serving::Response person(const std::string &id, bool lead);
    [[nodiscard]] serving::Response company(const std::string &id);
    [[nodiscard]] serving::Response byEmail(const Json &body);
    [[nodiscard]] serving::Response addActivity(const Json &body);
    [[nodiscard]] Json me() const;
    /// Whether one of the written numbers fits the phone filter of a search; true without a filter.
    [[nodiscard]] bool fitsPhone(const Json &body, const std::vector<WrittenNumber> &numbers) const;

    Stage &m_stage;
    Switches m_switches;
    std::deque<Instant> m_recent; ///< Requests of the last minute.
    std::size_t m_perMinute = 180;
    bool m_isRefusing = false; ///< The last request was one too many.
    std::string m_key = "demo-copper-key";
    Json m_activities = Json::array();
};

} // namespace callcard::demo::copper
