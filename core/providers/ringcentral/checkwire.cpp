#include "restwire.h"

#include <callcard/ringcentral.h>

#include <wire/wirejson.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRecentDays = 7;

} // namespace

QCoro::Task<ServiceCheck> checkRingCentral(RingCentralContext context, std::stop_token stop)
{
    ServiceCheck check{
        .name = u"ringcentral"_s, .outcome = ServiceCheck::Outcome::Failed, .testServer = isLoopbackHost(context.server.host())};
    const QUrl extensionUrl = ringcentral::restUrl(context, u"/extension/~"_s);
    const HttpRequest extensionRequest = HttpRequest::get(extensionUrl);
    const Result<ringcentral::Json> extension =
        co_await ringcentral::askRest(context, u"Light"_s, extensionRequest, stop, Patience::FailsFast);
    if (!extension) {
        check.problem = extension.error();
        co_return check;
    }
    const Result<ringcentral::Self> self = ringcentral::selfFrom(*extension);
    if (!self) {
        check.problem = self.error();
        co_return check;
    }
    check.usersFound = 1;

    // Without a beginning it is the last day's, and after a weekend a healthy account would look as if nobody called.
    const QString since = ringcentral::wireTime(context.clock.now().addDays(-kRecentDays));
    const QList<std::pair<QString, QString>> newest{{u"perPage"_s, u"5"_s}, {u"view"_s, u"Simple"_s}, {u"dateFrom"_s, since}};
    const QUrl logUrl = ringcentral::restUrl(context, u"/extension/~/call-log"_s, newest);
    const HttpRequest logRequest = HttpRequest::get(logUrl);
    const Result<ringcentral::Json> log = co_await ringcentral::askRest(context, u"Heavy"_s, logRequest, stop, Patience::FailsFast);
    const Result<ringcentral::LogPage> page = log ? ringcentral::logPageFrom(*log, *self) : tl::unexpected(log.error());
    if (!page) {
        check.problem = page.error();
        co_return check;
    }
    check.recentCalls = static_cast<int>(page->calls.size());
    for (const HistoricCall &call : page->calls)
        check.callSample.append({call.rowId, call.event.time, callDirectionName(call.event.direction), call.outcomeWord});
    check.outcome = ServiceCheck::Outcome::Ok;
    co_return check;
}

} // namespace callcard
