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
        const ServiceCheck check = co_await checkRingCentral(ringcentral, stop);
        checks.append(check);
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
        const ServiceCheck check = co_await checkJustCall(justcall, stop);
        checks.append(check);
    } else {
        checks.append(notOpened(accounts, u"justcall"_s));
    }
    if (accounts.relay) {
        const CallStreamContext relay{
            .base = accounts.relay->base, .token = accounts.relay->token, .http = context.http, .clock = context.clock};
        const ServiceCheck check = co_await checkCallStream(relay, stop);
        checks.append(check);
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
        const ServiceCheck check = co_await checkFirestore(firestore, stop);
        checks.append(check);
    } else {
        checks.append(notOpened(accounts, u"firestore"_s));
    }
    if (accounts.copper) {
        const CopperContext copper{.base = accounts.copper->base,
                                   .apiKey = accounts.copper->apiKey,
                                   .userEmail = accounts.copper->userEmail,
                                   .budget = context.copperBudget,
                                   .clock = context.clock};
        const ServiceCheck check = co_await checkCopper(copper, stop);
        checks.append(check);
    } else {
        checks.append(notOpened(accounts, u"copper"_s));
    }
    const std::optional<ServiceCheck> clock = co_await checkClock(context, stop);
    if (clock)
        checks.append(*clock);
    co_return checks;
}

} // namespace callcard
