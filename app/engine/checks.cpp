#include "checks.h"

#include <callcard/callstream.h>
#include <callcard/copper.h>
#include <callcard/firestore.h>
#include <callcard/justcall.h>
#include <callcard/ringcentral.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kToleratedOffset = 2min;
/// Of one service. Whoever asks for a check does not wait as a program in the background does: until a penalty ends, or for an answer that
/// drips.
constexpr auto kCheckPatience = 50s;

QCoro::Task<> endWhenLate(Clock &clock, std::stop_token answered, std::stop_source enough, std::shared_ptr<bool> isLate)
{
    const Result<> slept = co_await clock.sleep(kCheckPatience, answered);
    if (!slept)
        co_return;
    *isLate = true;
    enough.request_stop();
}

struct StopToo {
    std::stop_source other;
    void operator()() const noexcept { other.request_stop(); }
};

/// One service's check, which ends in time.
class Bounded
{
public:
    Bounded(Clock &clock, std::stop_token stop) : m_outer(std::move(stop), StopToo{m_enough})
    {
        m_alarm.start(endWhenLate(clock, m_answered.get_token(), m_enough, m_isLate));
    }
    [[nodiscard]] std::stop_token token() const { return m_enough.get_token(); }

    /// `budget`: a penalty that it waits out is the better answer.
    QCoro::Task<ServiceCheck> finished(ServiceCheck check, const RateBudget *budget)
    {
        m_answered.request_stop();
        co_await m_alarm.close(); // we may have been woken by it
        if (!*m_isLate || !check.problem || check.problem->kind != ErrorKind::Cancelled)
            co_return check;
        check.problem = Error{.kind = ErrorKind::TimedOut, .detail = u"the check took too long"_s};
        for (const RateGroupState &group : budget ? budget->groups() : QList<RateGroupState>()) {
            if (group.pausedFor)
                check.problem = Error{.kind = ErrorKind::RateLimited,
                                      .detail = u"a penalty is waited out"_s,
                                      .retryAfter = std::chrono::ceil<std::chrono::seconds>(*group.pausedFor)};
        }
        co_return check;
    }

private:
    std::stop_source m_enough;
    std::stop_source m_answered;
    std::shared_ptr<bool> m_isLate = std::make_shared<bool>(false);
    std::stop_callback<StopToo> m_outer;
    TaskScope m_alarm;
};

ServiceCheck notOpened(const Accounts &accounts, const QString &service)
{
    ServiceCheck check{.name = service};
    if (const auto fault = accounts.faulty.constFind(service); fault != accounts.faulty.constEnd()) {
        check.outcome = ServiceCheck::Outcome::Failed;
        check.problem = *fault;
    } else {
        check.missing = accounts.missing.value(service);
    }
    return check;
}

/// Asks a configured server for anything and compares clocks. Nothing when none answers: that is another finding.
QCoro::Task<std::optional<ServiceCheck>> checkClock(ChecksContext context, std::stop_token stop)
{
    const Accounts &accounts = *context.accounts;
    QUrl url = accounts.ringcentral ? accounts.ringcentral->server
               : accounts.justcall  ? accounts.justcall->base
               : accounts.firebase  ? accounts.firebase->firestore
                                    : QUrl();
    if (url.isEmpty())
        co_return std::nullopt;
    if (accounts.ringcentral)
        url.setPath(u"/restapi/v1.0"_s); // answers without a token and is not counted
    HttpRequest request = HttpRequest::get(url);
    request.deadline = 10s;
    const Result<HttpAnswer> answer = co_await context.http.send(std::move(request), stop);
    const std::optional<QDateTime> theirs = answer ? answer->serverTime() : std::nullopt;
    if (!theirs)
        co_return std::nullopt;
    const std::chrono::seconds offset(context.clock.now().secsTo(*theirs));
    if (std::chrono::abs(offset) <= kToleratedOffset)
        co_return std::nullopt;
    co_return ServiceCheck{.name = u"clock"_s, .outcome = ServiceCheck::Outcome::Failed, .clockOffset = offset};
}

} // namespace

QCoro::Task<QList<ServiceCheck>> runChecks(ChecksContext context, std::stop_token stop)
{
    const Accounts &accounts = *context.accounts;
    QList<ServiceCheck> checks;
    // Contexts have names: g++ 12 destroys an aggregate in braces among a coroutine's arguments twice.
    if (accounts.ringcentral) {
        const RingCentralContext ringcentral{.server = accounts.ringcentral->server,
                                             .accountId = accounts.ringcentral->accountId,
                                             .http = context.http,
                                             .budget = context.ringcentralBudget,
                                             .traffic = context.traffic,
                                             .tokens = *accounts.ringcentral->tokens,
                                             .clock = context.clock};
        Bounded bounded(context.clock, stop);
        const ServiceCheck check = co_await checkRingCentral(ringcentral, bounded.token());
        const ServiceCheck known = co_await bounded.finished(check, &context.ringcentralBudget);
        checks.append(known);
    } else {
        checks.append(notOpened(accounts, u"ringcentral"_s));
    }
    if (accounts.justcall) {
        const JustCallContext justcall{.base = accounts.justcall->base,
                                       .key = accounts.justcall->key,
                                       .secret = accounts.justcall->secret,
                                       .userEmail = accounts.userEmail,
                                       .budget = context.justcallBudget,
                                       .clock = context.clock};
        Bounded bounded(context.clock, stop);
        const ServiceCheck check = co_await checkJustCall(justcall, bounded.token());
        const ServiceCheck known = co_await bounded.finished(check, &context.justcallBudget);
        checks.append(known);
    } else {
        checks.append(notOpened(accounts, u"justcall"_s));
    }
    if (accounts.relay) {
        const CallStreamContext relay{
            .base = accounts.relay->base, .token = accounts.relay->token, .http = context.http, .clock = context.clock};
        Bounded bounded(context.clock, stop);
        const ServiceCheck check = co_await checkCallStream(relay, bounded.token());
        const ServiceCheck known = co_await bounded.finished(check, nullptr);
        checks.append(known);
    } else {
        checks.append(notOpened(accounts, u"relay"_s));
    }
    if (accounts.firebase) {
        const FirestoreContext firestore{.base = accounts.firebase->firestore,
                                         .projectId = accounts.firebase->projectId,
                                         .apiKey = accounts.firebase->apiKey,
                                         .isEmulator = accounts.firebase->isEmulator,
                                         .http = context.http,
                                         .tokens = *accounts.firebase->tokens,
                                         .clock = context.clock};
        Bounded bounded(context.clock, stop);
        const ServiceCheck check = co_await checkFirestore(firestore, bounded.token());
        const ServiceCheck known = co_await bounded.finished(check, nullptr);
        checks.append(known);
    } else {
        checks.append(notOpened(accounts, u"firestore"_s));
    }
    if (accounts.copper) {
        const CopperContext copper{.base = accounts.copper->base,
                                   .apiKey = accounts.copper->apiKey,
                                   .userEmail = accounts.copper->userEmail,
                                   .budget = context.copperBudget,
                                   .clock = context.clock};
        Bounded bounded(context.clock, stop);
        const ServiceCheck check = co_await checkCopper(copper, bounded.token());
        const ServiceCheck known = co_await bounded.finished(check, &context.copperBudget);
        checks.append(known);
    } else {
        checks.append(notOpened(accounts, u"copper"_s));
    }
    const std::optional<ServiceCheck> clock = co_await checkClock(context, stop);
    if (clock)
        checks.append(*clock);
    co_return checks;
}

} // namespace callcard
