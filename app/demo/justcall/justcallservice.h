#pragma once

#include "civil.h"
#include "justcall/ratelimit.h"
#include "justcall/rows.h"
#include "service.h"
#include "switches.h"

#include <map>
#include <set>

namespace callcard::demo::justcall {

/// JustCall's API v2.1, written from the notes: real parameter names only, unknown ones ignored.
class JustCallService final : public Service
{
public:
    explicit JustCallService(Stage &stage);

    [[nodiscard]] std::string name() const override { return "justcall"; }
    void handle(std::shared_ptr<serving::Exchange> exchange) override;
    [[nodiscard]] std::map<std::string, std::string> environment(const std::string &base) const override;
    Json control(const std::string &verb, const Json &arguments) override;
    [[nodiscard]] std::vector<std::string> verbs() const override { return {"switches", "switch", "limits", "credentials"}; }
    serving::Response refusal(int status) override;

private:
    struct Question {
        const serving::Request &request;
        std::vector<std::string> path; ///< Behind /v2.1, decoded: {"calls","90210001"}
        Json body;
        [[nodiscard]] std::string value(std::string_view name) const { return request.queryValue(name).value_or(""); }
    };
    using Route = serving::Response (JustCallService::*)(const Question &);
    struct Known {
        std::string method;
        std::vector<std::string> path; ///< "*": any one segment.
        Route route;
    };

    [[nodiscard]] serving::Response answer(const serving::Request &request);
    void addRoutes();
    void declareSwitches();
    void applySwitches();
    [[nodiscard]] const Known *find(const Question &question) const;
    [[nodiscard]] bool isAuthorized(std::string_view header) const;

    // users.cpp
    serving::Response users(const Question &question);
    serving::Response user(const Question &question);
    serving::Response availability(const Question &question);
    serving::Response groups(const Question &question);
    serving::Response group(const Question &question);
    [[nodiscard]] Json groupRow() const;
    serving::Response numbers(const Question &question);
    serving::Response number(const Question &question);
    // callroutes.cpp
    serving::Response calls(const Question &question);
    serving::Response call(const Question &question);
    serving::Response updateCall(const Question &question);
    serving::Response journey(const Question &question);
    serving::Response recording(const Question &question);
    serving::Response agentAnalytics(const Question &question);
    serving::Response callsAi(const Question &question);
    [[nodiscard]] const WorldCall *callOf(const std::string &id) const;
    [[nodiscard]] bool isListed(const WorldCall &call) const;
    // textroutes.cpp
    serving::Response texts(const Question &question);
    serving::Response text(const Question &question);
    serving::Response newText(const Question &question);
    serving::Response checkReply(const Question &question);
    // contactroutes.cpp
    serving::Response contacts(const Question &question);
    serving::Response contact(const Question &question);
    serving::Response addContact(const Question &question);
    serving::Response editContact(const Question &question);
    serving::Response contactStatus(const Question &question);
    serving::Response deleteContact(const Question &question);
    [[nodiscard]] Json contactWithStatus(const Customer &customer) const;
    [[nodiscard]] const Customer *contactOf(const Json &body) const;
    // hookroutes.cpp
    serving::Response hooks(const Question &question);
    serving::Response addHook(const Question &question);
    serving::Response deleteHook(const Question &question);

    /// One page of `count` rows, with the envelope; makeRow is asked for this page only.
    struct Listing {
        std::size_t count = 0;
        std::size_t usual = 0;
        std::size_t most = 0;
        std::function<Json(std::size_t)> makeRow{};
        const char *totalName = "total_count";        ///< Null: no total is told.
        std::function<bool(std::size_t)> isFetched{}; ///< Rows that a page leaves out; empty: none.
    };
    serving::Response page(const Question &question, const Listing &listing);
    /// The page of `rows`, without those that last_…_id_fetched names; idOf tells a row's id.
    template <typename Row, typename IdOf>
    serving::Response pageOf(const Question &question, std::vector<const Row *> rows, Listing listing, const char *lastName, IdOf idOf,
                             const std::function<Json(const Row &)> &makeRow)
    {
        const auto isFetched = fetchedBefore(question, lastName);
        if (isFetched && m_switches.is("lastFetched", "list"))
            std::erase_if(rows, [&](const Row *row) { return isFetched(idOf(*row)); });
        listing.count = rows.size();
        listing.makeRow = [&](std::size_t i) { return makeRow(*rows[i]); };
        listing.isFetched = [&](std::size_t i) { return isFetched && isFetched(idOf(*rows[i])); };
        return page(question, listing);
    }
    /// Whether a row is among those of earlier pages; empty when the question does not say.
    [[nodiscard]] static std::function<bool(std::int64_t id)> fetchedBefore(const Question &question, const char *name);
    /// Several values of one parameter, as the switch "arrays" has them.
    [[nodiscard]] std::vector<std::string> listOf(const Question &question, const std::string &name) const;
    /// What is wrong with sort and order; empty: nothing. Neither is refused where the paper does not name it.
    [[nodiscard]] static std::string orderFault(const Question &question, const char *ascending = "asc", const char *descending = "desc");
    [[nodiscard]] serving::Response single(Json row) const;
    [[nodiscard]] serving::Response failure(int status, const std::string &message) const;

    /// A from/to pair. The zone in which it is read is a switch.
    struct Span {
        std::optional<Civil> from{};
        std::optional<Civil> to{};
        bool isUnreadable = false;
    };
    [[nodiscard]] static Span spanOf(const Question &question);
    /// Whether the moment lies within, each rep's bounds computed once.
    [[nodiscard]] std::function<bool(Instant, const std::string &repId)> within(const Span &span) const;

    static constexpr std::chrono::days kAnalytics{123};
    static constexpr std::size_t kUsualCalls = 20;

    Stage &m_stage;
    Switches m_switches;
    RateLimit m_rate;
    RowStyle m_style;
    std::vector<Known> m_routes;
    std::string m_key = "demo-justcall-key";
    std::string m_secret = "demo-justcall-secret";
    std::map<std::string, std::set<std::string>> m_contactStatus; ///< customer id → "blacklist", "dnd", "dnm"
    std::set<std::string> m_dispositions;
};

} // namespace callcard::demo::justcall
