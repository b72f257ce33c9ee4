// What the engine does with figures, and what else leaves the house through the outbox.
#include "beginanew.h"
#include "engine.h"

#include <callcard/callrecorddocuments.h>

#include <QLoggingCategory>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(lcOutgoing, "callcard.engine")
constexpr auto kLookAgain = 50ms;

QString refusalOfRecords(const Outbox &outbox)
{
    const Result<QList<ParkedEntry>> parked = outbox.parked();
    for (const ParkedEntry &entry : parked ? *parked : QList<ParkedEntry>()) {
        if (entry.destination == callRecordsDestination())
            return entry.reason.detail;
    }
    return u"nobody knows why"_s;
}

} // namespace

void Engine::openMetrics()
{
    const QString file = m_profile.outboxFile();
    Result<std::unique_ptr<Outbox>> outbox =
        openOrBeginAnew(file, m_clock, m_outboxSetAsideAs, [&] { return Outbox::open(file, m_clock); });
    if (!m_outboxSetAsideAs.isEmpty())
        qCWarning(lcOutgoing) << "the outbox was damaged and has been set aside; a new one is begun";
    if (!outbox) {
        m_outboxProblem = outbox.error();
        qCWarning(lcOutgoing) << "the outbox cannot be opened:" << *m_outboxProblem;
        return;
    }
    m_outbox = *std::move(outbox);
    if (Directory *directory = m_customers.directory())
        m_newCustomers = std::make_unique<NewCustomersService>(*directory, *m_outbox, m_http, m_clock);
    if (!m_callBook.log())
        return;
    m_metrics = std::make_unique<MetricsService>(MetricsContext{.profile = m_profile,
                                                                .preferences = m_preferences,
                                                                .log = *m_callBook.log(),
                                                                .outbox = *m_outbox,
                                                                .http = m_http,
                                                                .ringcentralBudget = m_ringcentralBudget,
                                                                .justcallBudget = m_justcallBudget,
                                                                .traffic = m_traffic,
                                                                .clock = m_clock});
    m_deliveries = std::make_unique<Deliveries>(DeliveriesContext{.preferences = m_preferences,
                                                                  .log = *m_callBook.log(),
                                                                  .outbox = *m_outbox,
                                                                  .http = m_http,
                                                                  .justcallBudget = m_justcallBudget,
                                                                  .clock = m_clock});
}

QCoro::Task<> Engine::openDeliveries(std::shared_ptr<Accounts> accounts, std::stop_token stop)
{
    co_await m_deliveries->setAccounts(accounts);
    co_await m_metrics->setAccounts(accounts, stop);
}

QCoro::Task<Result<Json>> Engine::ask(std::string command, Json arguments, MetricsService::Tell tell, std::stop_token stop)
{
    if (!m_metrics)
        co_return tl::unexpected(m_outboxProblem.value_or(m_callBook.problem().value_or(Error{.kind = ErrorKind::Storage})));
    co_await openAnew(stop);
    if (!m_accounts)
        co_return failure(ErrorKind::Cancelled);
    if (!m_started)
        co_await openDeliveries(m_accounts, stop);
    while (m_metrics->isOpening()) { // somebody else's, at the start
        const Result<> waited = co_await m_clock.sleep(kLookAgain, stop);
        if (!waited)
            co_return failure(ErrorKind::Cancelled);
    }
    if (command == "sync")
        co_return co_await sync(std::move(arguments), std::move(tell), stop);
    if (command == "reconcile")
        co_return co_await m_metrics->answerReconcile(std::move(arguments), stop);
    co_return failure(ErrorKind::Refused, u"This version of Callcard does not know that command."_s);
}

QCoro::Task<Result<Json>> Engine::sync(Json arguments, MetricsService::Tell tell, std::stop_token stop)
{
    if (flagArgument(arguments, "retry")) { // a person says so: what was set aside gets another chance
        const QStringList destinations{metricsDestination(), callRecordsDestination(), Deliveries::remarksDestination()};
        for (const QString &destination : destinations) {
            if (const Result<> again = m_outbox->retryAll(destination); !again)
                qCWarning(lcOutgoing) << "what was set aside cannot be tried again:" << again.error();
        }
    }
    Result<Json> document = co_await m_metrics->answerSync(arguments, std::move(tell), stop);
    if (!document || !flagArgument(arguments, "records") || flagArgument(arguments, "dryRun"))
        co_return document;
    const auto dayOf = [&arguments](const char *name) { return QDate::fromString(textArgument(arguments, name), Qt::ISODate); };
    const DayRange range{dayOf("from"), dayOf("to")};
    const QTimeZone zone = m_metrics->zone();
    const Result<Deliveries::RecordsSent> sent = co_await m_deliveries->sendRecords(range, zone, stop);
    if (!sent && sent.error().kind == ErrorKind::Cancelled)
        co_return tl::unexpected(sent.error());
    if (!sent) {
        (*document)["success"] = false;
        (*document)["errors"].push_back(sent.error().detail.toStdString());
        co_return document;
    }
    (*document)["records"] = {{"calls", sent->calls}, {"waiting", sent->waiting}, {"parked", sent->parked}};
    if (sent->waiting > 0 || sent->parked > 0) {
        (*document)["success"] = false;
        const QString why = sent->parked > 0
                                ? u"%1 call records were refused and set aside: %2"_s.arg(sent->parked).arg(refusalOfRecords(*m_outbox))
                            : sent->why ? u"%1 call records still wait to be sent: %2"_s.arg(sent->waiting).arg(sent->why->detail)
                                        : u"%1 call records still wait to be sent"_s.arg(sent->waiting);
        (*document)["errors"].push_back(why.toStdString());
    }
    co_return document;
}

} // namespace callcard
