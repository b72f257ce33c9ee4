#pragma once

#include <callcard/http.h>

#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <memory>

namespace callcard {

/// What the headers of an answer say about the budget.
struct RateReading {
    std::optional<int> remaining{};                       ///< Requests left in the tightest window.
    std::optional<std::chrono::milliseconds> untilMore{}; ///< When that window is fresh again.
    bool isAboutGroup{true};                              ///< False: another limiter spoke (account, address), so the whole service pauses.
};

using RateHeaderReader = std::function<RateReading(const HttpAnswer &answer, const QDateTime &now)>;

/// X-Rate-Limit-Remaining and -Window (seconds). A 429 without them comes from a limiter above the groups.
[[nodiscard]] RateReading readRingCentralRates(const HttpAnswer &answer, const QDateTime &now);
/// Hourly and burst window, resets as absolute seconds since 1970 by the server's clock; small numbers are delays.
[[nodiscard]] RateReading readJustCallRates(const HttpAnswer &answer, const QDateTime &now);

struct RateRules {
    RateHeaderReader reader{};
    int parallel{2};                                  ///< Requests of one group on their way at the same time.
    std::chrono::milliseconds penaltyUnknown{60'000}; ///< For a 429 that does not say how long.
    std::chrono::milliseconds margin{500};            ///< Added to every pause: clocks differ, and a request sent too early restarts it.
    std::chrono::milliseconds mostWait{90'000};       ///< Who would wait longer is told when to come back.
    int triesOn429{3};                                ///< Then the caller gets the 429 as the answer.
};

/// May a request wait in the queue? A click wants an answer now: "try again in 40 s", not a call that is placed in 40 s.
enum class Patience { Waits, FailsFast };

struct RateGroupState {
    QString group{};
    int waiting{};
    int inFlight{};
    quint64 sent{};
    quint64 penalties{}; ///< 429 answers.
    std::optional<std::chrono::milliseconds> pausedFor{};
    std::optional<int> remaining{};
};

/// Stands in front of a service that counts. One queue a group, first come first served. After a 429 nothing at all is sent in the group
/// (or, if no group was named, to the service) until the penalty is over; then one probe goes alone, and only its success lets the others
/// follow.
class RateBudget
{
public:
    /// Both outlive us.
    RateBudget(HttpClient &client, Clock &clock, RateRules rules);
    RateBudget(const RateBudget &) = delete;
    RateBudget &operator=(const RateBudget &) = delete;
    ~RateBudget(); ///< Who waits is told Cancelled.

    /// As HttpClient::send. A request that was answered with 429 was not carried out, so it is sent again after the pause, unless it must
    /// not wait, or would wait for too long: that one fails with RateLimited and the time left.
    [[nodiscard]] QCoro::Task<Result<HttpAnswer>> send(QString group, HttpRequest request, std::stop_token stop,
                                                       Patience patience = Patience::Waits);

    [[nodiscard]] QList<RateGroupState> groups() const; ///< By name.

private:
    struct State;
    static QCoro::Task<Result<HttpAnswer>> run(std::shared_ptr<State> state, QString group, HttpRequest request, std::stop_token stop,
                                               Patience patience);
    std::shared_ptr<State> m_state;
    TaskScope m_scope;
};

} // namespace callcard
