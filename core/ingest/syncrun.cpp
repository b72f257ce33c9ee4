#include "syncrun.h"

#include <callcard/historyrows.h>

#include <QLoggingCategory>

#include <algorithm>
#include <map>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcIngest, "callcard.ingest", QtInfoMsg)

bool isSame(const QString &left, const QString &right)
{
    return left.trimmed().compare(right.trimmed(), Qt::CaseInsensitive) == 0;
}

int daysIn(const DayRange &range)
{
    return static_cast<int>(std::max<qint64>(range.from.daysTo(range.to) + 1, 0));
}

/// `spans` are in the order of their beginnings and do not overlap.
bool covers(const QList<ReadSpan> &spans, const QDateTime &from, const QDateTime &to)
{
    QDateTime reached = from;
    for (const ReadSpan &span : spans) {
        if (span.from <= reached && span.to > reached)
            reached = span.to;
    }
    return reached >= to;
}

} // namespace

QTimeZone zoneOf(const SyncedRep &rep, const QList<RepAtSource> &sources)
{
    if (rep.zone.isValid())
        return rep.zone;
    for (const RepAtSource &source : sources) {
        for (const Agent &agent : source.agents) {
            const QTimeZone zone(agent.timeZone.toUtf8());
            if (!agent.timeZone.isEmpty() && zone.isValid())
                return zone;
        }
    }
    return rep.fallback.isValid() ? rep.fallback : QTimeZone::systemTimeZone();
}

QCoro::Task<SyncSummary> SyncRun::run(SyncRequest request, std::stop_token stop)
{
    const Rep rep{.email = request.rep.email, .zone = zoneOf(request.rep, request.sources)};
    SyncSummary summary{.user = request.rep.user,
                        .email = request.rep.email,
                        .range = request.range,
                        .timeZone = QString::fromUtf8(rep.zone.id()),
                        .dryRun = request.dryRun};
    co_await readAll(request, rep, &summary, stop);

    m_tell({.step = SyncProgress::Step::Counting, .source = {}, .done = 0, .all = 0});
    Result<Counted> counted = count(request, rep, summary);
    if (!counted) {
        summary.problems.append({.source = {}, .error = counted.error()});
        co_return summary;
    }
    if (request.dryRun || stop.stop_requested())
        co_return summary;
    co_await handOver(request, *std::move(counted), &summary, stop);
    qCInfo(lcIngest) << "synced" << daysIn(request.range) << "days:" << summary.totalCalls << "calls," << summary.metricsWritten
                     << "figures written," << summary.metricsUnchanged << "unchanged," << summary.metricsWaiting << "waiting,"
                     << summary.problems.size() << "problems";
    co_return summary;
}

QCoro::Task<> SyncRun::readAll(SyncRequest request, Rep rep, SyncSummary *summary, std::stop_token stop)
{
    const QDate today = m_clock.now().toTimeZone(rep.zone).date();
    SyncProgress progress{.step = SyncProgress::Step::Reading, .source = {}, .done = 0, .all = 0};
    progress.all = daysIn(request.range) * static_cast<int>(request.sources.size());
    for (const RepAtSource &from : std::as_const(request.sources)) {
        progress.source = from.source.id;
        m_tell(progress);
        DayRange range{request.range.from, std::min(request.range.to, today)};
        // The first day that a provider remembers is a part of one: it does not count as read.
        const QDate remembered = today.addDays(1 - from.source.history->reach().count());
        if (range.from < remembered) {
            if (!request.mayClamp) {
                const QString why = u"%1 remembers nothing before %2; earlier days are as they were counted at the time"_s.arg(
                    from.source.id, remembered.toString(Qt::ISODate));
                summary->problems.append({.source = from.source.id, .error = {.kind = ErrorKind::Refused, .detail = why}});
            }
            range.from = remembered;
        }
        const auto daysDone = [this, &progress](int days) {
            progress.done += days;
            m_tell(progress);
        };
        HistoryReader reader(m_log, rep, daysDone);
        const HistoryRead read = co_await reader.read(from, range, stop);
        m_read[from.source.id] = read.days;
        summary->totalCalls += read.calls;
        summary->unsettled += read.unsettled;
        if (read.error)
            summary->problems.append({.source = from.source.id, .error = *read.error});
        if (stop.stop_requested())
            co_return;
    }
}

Result<QSet<QDate>> SyncRun::publishable(const QString &source, const Rep &rep, const QSet<QDate> &days)
{
    QSet<QDate> complete = m_read.value(source);
    for (const bool texts : {false, true}) {
        const Result<QList<ReadSpan>> spans = m_log.readSpans(source, rep.email, texts);
        if (!spans)
            return tl::unexpected(spans.error());
        for (const QDate &day : days) {
            if (m_read.value(source).contains(day))
                continue;
            const QDateTime from = dayStart(day, rep.zone);
            const QDateTime to = dayStart(day.addDays(1), rep.zone);
            const bool covered = covers(*spans, from, to);
            if (!covered)
                complete.remove(day);
            else if (!texts)
                complete.insert(day);
        }
    }
    return complete;
}

Result<SyncRun::Counted> SyncRun::count(const SyncRequest &request, const Rep &rep, SyncSummary &summary)
{
    const Result<QList<DirtyDay>> dirty = m_log.dirtyDays();
    if (!dirty)
        return tl::unexpected(dirty.error());
    Counted counted;
    std::map<std::pair<QDate, QString>, bool> wanted; // days to hand over
    for (const RepAtSource &from : request.sources) {
        const QString &source = from.source.id;
        QSet<QDate> changed;
        for (const DirtyDay &day : *dirty) {
            if (day.source == source && isSame(day.agentEmail, rep.email))
                changed.insert(day.day);
        }
        const Result<QSet<QDate>> complete = publishable(source, rep, changed);
        if (!complete)
            return tl::unexpected(complete.error());
        for (const QDate &day : *complete) {
            const bool isRead = m_read.value(source).contains(day);
            if (changed.contains(day) || (request.everyDay && isRead))
                wanted[{day, source}] = true;
        }
        for (const DirtyDay &day : *dirty) {
            if (day.source == source && isSame(day.agentEmail, rep.email) && complete->contains(day.day))
                counted.dirty.append(day);
        }
    }

    DayRange span = request.range;
    for (const auto &[key, isWanted] : wanted) {
        span.from = std::min(span.from, key.first);
        span.to = std::max(span.to, key.first);
    }
    const Result<Countables> countables = m_log.countables(rep.email, span.from, span.to);
    if (!countables)
        return tl::unexpected(countables.error());
    std::map<std::pair<QDate, QString>, DailyMetrics> days;
    for (const DailyMetrics &day : dailyMetrics(settledCalls(*countables), countedTexts(*countables), rep, span.from, span.to)) {
        days.insert_or_assign({day.day, day.source}, day);
        const bool isAsked = std::any_of(request.sources.begin(), request.sources.end(),
                                         [&](const RepAtSource &from) { return from.source.id == day.source; });
        if (isAsked && day.day >= request.range.from && day.day <= request.range.to) {
            summary.days.append(day);
            summary.callsProcessed += day.calls;
        }
    }
    for (const auto &[key, isWanted] : wanted) {
        const auto day = days.find(key);
        // Nothing there any more is a figure too.
        counted.toHand.append(day != days.end()
                                  ? day->second
                                  : DailyMetrics{.day = key.first, .source = key.second, .timeZone = QString::fromUtf8(rep.zone.id())});
    }
    return counted;
}

QCoro::Task<> SyncRun::handOver(SyncRequest request, Counted counted, SyncSummary *summary, std::stop_token stop)
{
    if (counted.toHand.isEmpty())
        co_return;
    if (const Result<> allowed = m_outlet.mayWrite(request.rep.user); !allowed) {
        summary->problems.append({.source = {}, .error = allowed.error()});
        co_return;
    }
    m_tell({.step = SyncProgress::Step::Writing, .source = {}, .done = 0, .all = static_cast<int>(counted.toHand.size())});
    QStringList completed;
    for (const RepAtSource &from : std::as_const(request.sources)) {
        if (summary->success() && !request.isPartial)
            completed.append(from.source.id);
    }
    const Result<FiguresDelivered> delivered = co_await m_outlet.deliver(request.rep.user, counted.toHand, completed, stop);
    if (!delivered) {
        summary->problems.append({.source = {}, .error = delivered.error()});
        co_return; // the days stay dirty: they are handed over again
    }
    if (const Result<> cleared = m_log.clearDirty(counted.dirty); !cleared)
        summary->problems.append({.source = {}, .error = cleared.error()});
    summary->metricsWritten = delivered->written;
    summary->metricsUnchanged = delivered->unchanged;
    summary->metricsWaiting = delivered->waiting;
    for (const Error &error : delivered->refused)
        summary->problems.append({.source = {}, .error = error});
    if (delivered->why)
        summary->problems.append({.source = {}, .error = *delivered->why});
    else if (delivered->waiting > 0 && delivered->refused.isEmpty())
        summary->problems.append({.source = {},
                                  .error = {.kind = ErrorKind::TimedOut,
                                            .detail = u"%1 figures are kept here and still wait to be sent"_s.arg(delivered->waiting)}});
}

} // namespace callcard
