#include "metricsjson.h"

#include <callcard/ui/errortexts.h>
#include <callcard/ui/terms.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using Json = nlohmann::json;

namespace {

std::string text(const QString &value)
{
    return value.toStdString();
}

std::string text(const QDate &day)
{
    return day.toString(Qt::ISODate).toStdString();
}

Json number(double value)
{
    const auto whole = static_cast<std::int64_t>(value);
    return static_cast<double>(whole) == value ? Json(whole) : Json(value);
}

Json number(const std::optional<double> &value)
{
    return value ? number(*value) : Json(nullptr);
}

QString sentence(const SyncProblem &problem, const QDateTime &now)
{
    const QString service = ui::serviceName(problem.source.isEmpty() ? u"firestore"_s : problem.source);
    // What was refused says why in its own words; everything else is told in the words of the windows.
    if (problem.error.kind == ErrorKind::Refused && !problem.error.detail.isEmpty())
        return QString(service + u": "_s + problem.error.detail + u'.');
    if (problem.error.kind == ErrorKind::Cancelled)
        return u"Stopped before it was complete."_s;
    // Reading and writing figures twice does no harm, so nobody has anything to look up.
    if (problem.error.kind == ErrorKind::TimedOut)
        return u"%1 did not answer in time. Nothing is lost: Callcard tries again by itself, and so may you."_s.arg(service);
    return ui::errorText(problem.error, service, now).sentences();
}

QString messageOf(const SyncSummary &summary)
{
    if (summary.dryRun)
        return u"Counted %1 calls, wrote nothing"_s.arg(summary.callsProcessed);
    const QString waiting = summary.metricsWaiting > 0 ? u"; %1 wait to be sent"_s.arg(summary.metricsWaiting) : QString();
    return u"Synced %1 calls, wrote %2 metrics%3"_s.arg(summary.callsProcessed).arg(summary.metricsWritten).arg(waiting);
}

Json toJson(const DailyMetrics &day)
{
    Json byStatus = Json::object();
    for (auto entry = day.byStatus.cbegin(); entry != day.byStatus.cend(); ++entry)
        byStatus[text(entry.key())] = entry.value();
    return {{"date", text(day.day)},
            {"source", text(day.source)},
            {"calls", day.calls},
            {"inbound", day.inbound},
            {"outbound", day.outbound},
            {"completed", day.connected},
            {"missed", day.missed},
            {"voicemail", day.voicemail},
            {"notConnected", day.notConnected},
            {"talkSeconds", day.talkTime.count()},
            {"talkMinutes", day.talkMinutes()},
            {"totalSeconds", day.totalTime.count()},
            {"averageSeconds", day.averageSeconds()},
            {"sms", day.textsSent},
            {"smsReceived", day.textsReceived},
            {"byStatus", byStatus},
            {"timezone", text(day.timeZone)}};
}

} // namespace

Json metricsToJson(const QList<DailyMetrics> &days)
{
    Json list = Json::array();
    for (const DailyMetrics &day : days)
        list.push_back(toJson(day));
    return {{"days", list}};
}

Json syncToJson(const SyncSummary &summary, const QDateTime &now)
{
    Json errors = Json::array();
    for (const SyncProblem &problem : summary.problems)
        errors.push_back(text(sentence(problem, now)));
    return {{"success", summary.success()},
            {"message", text(messageOf(summary))},
            {"userId", text(summary.user.text())},
            {"userEmail", text(summary.email)},
            {"startDate", text(summary.range.from)},
            {"endDate", text(summary.range.to)},
            {"timezone", text(summary.timeZone)},
            {"totalCalls", summary.totalCalls},
            {"callsProcessed", summary.callsProcessed},
            {"callsInProgress", summary.unsettled},
            {"metricsWritten", summary.metricsWritten},
            {"metricsUnchanged", summary.metricsUnchanged},
            {"metricsWaiting", summary.metricsWaiting},
            {"dryRun", summary.dryRun},
            {"errors", errors}};
}

Json teamSyncToJson(const QList<SyncSummary> &summaries, const QDateTime &now)
{
    Json users = Json::array();
    int failed = 0;
    int calls = 0;
    int written = 0;
    for (const SyncSummary &summary : summaries) {
        users.push_back(syncToJson(summary, now));
        failed += summary.success() ? 0 : 1;
        calls += summary.callsProcessed;
        written += summary.metricsWritten;
    }
    const QString trouble = failed > 0 ? u"; %1 of %2 users with errors"_s.arg(failed).arg(summaries.size()) : QString();
    return {{"success", failed == 0},
            {"message", text(u"Synced %1 calls, wrote %2 metrics%3"_s.arg(calls).arg(written).arg(trouble))},
            {"users", users}};
}

Json reconcileToJson(const QList<ReconciledFigure> &figures)
{
    Json days = Json::array();
    for (const ReconciledFigure &figure : figures) {
        Json differences = Json::array();
        for (const Difference &difference : figure.differences) {
            Json entry{{"callId", text(difference.callId)},
                       {"reason", text(differenceReasonName(difference.reason))},
                       {"amount", number(difference.amount)}};
            if (!difference.documentId.isEmpty())
                entry["documentId"] = text(difference.documentId);
            differences.push_back(entry);
        }
        days.push_back({{"date", text(figure.day)},
                        {"source", text(figure.source)},
                        {"type", text(figure.type)},
                        {"ours", number(figure.ours)},
                        {"firestore", number(figure.firestore)},
                        {"provider", number(figure.provider)},
                        {"analytics", number(figure.analytics)},
                        {"differences", differences}});
    }
    return {{"days", days}};
}

Json syncStateToJson(const SyncState &state, const QDateTime &now)
{
    const auto phase = [&] {
        switch (state.phase) {
        case SyncState::Phase::Idle:
            return "idle";
        case SyncState::Phase::Running:
            return "running";
        case SyncState::Phase::Failing:
            return "failing";
        case SyncState::Phase::NeedsPerson:
            return "needs-person";
        case SyncState::Phase::NotConfigured:
            return "not-configured";
        }
        Q_UNREACHABLE();
    };
    Json object{{"state", phase()}};
    if (state.lastSuccess.isValid())
        object["lastSuccess"] = text(state.lastSuccess.toUTC().toString(Qt::ISODate));
    if (state.nextTry.isValid())
        object["nextTry"] = text(state.nextTry.toUTC().toString(Qt::ISODate));
    if (state.trigger)
        object["trigger"] = text(syncTriggerName(*state.trigger));
    if (state.problem)
        object["error"] = text(sentence(*state.problem, now));
    if (state.progress) {
        object["done"] = state.progress->done;
        object["all"] = state.progress->all;
    }
    return object;
}

} // namespace callcard
