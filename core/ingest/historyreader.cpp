#include "historyreader.h"

#include <callcard/historyrows.h>
#include <callcard/nextturn.h>

#include <algorithm>
#include <deque>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

/// As far as one question reaches at first: a month's pages in one go cost the fewest requests.
constexpr qint64 kLongestWindow = 31;

std::deque<DayRange> windowsOf(const DayRange &range)
{
    std::deque<DayRange> windows;
    for (QDate from = range.from; from <= range.to; from = from.addDays(kLongestWindow))
        windows.push_back({from, std::min(from.addDays(kLongestWindow - 1), range.to)});
    return windows;
}

bool isWithin(const QDateTime &instant, const Span &span)
{
    return instant >= span.from && instant < span.to;
}

Span daysIn(const DayRange &range, const QTimeZone &zone)
{
    return {dayStart(range.from, zone), dayStart(range.to.addDays(1), zone)};
}

/// A provider may file a call under the day of its agent's zone: where that is not the rep's, a day reaches further than the rep's does.
Span daysOfAnybody(const DayRange &range, const QTimeZone &zone, const QList<Agent> &agents)
{
    Span span = daysIn(range, zone);
    for (const Agent &agent : agents) {
        const QTimeZone theirs(agent.timeZone.toUtf8());
        if (agent.timeZone.isEmpty() || !theirs.isValid())
            continue;
        const Span days = daysIn(range, theirs);
        span = {std::min(span.from, days.from), std::max(span.to, days.to)};
    }
    return span;
}

} // namespace

QCoro::Task<HistoryRead> HistoryReader::read(RepAtSource from, DayRange range, std::stop_token stop)
{
    HistoryRead read;
    std::deque<DayRange> windows = windowsOf(range);
    while (!windows.empty()) {
        const DayRange window = windows.front();
        windows.pop_front();
        Span span = daysOfAnybody(window, m_rep.zone, from.agents);
        Result<Rows> rows = co_await ask(from, span, stop);
        if (!rows && rows.error().kind == ErrorKind::Refused && span.from < dayStart(window.from, m_rep.zone)) {
            span = daysIn(window, m_rep.zone); // the provider remembers nothing before
            rows = co_await ask(from, span, stop);
        }
        if (!rows) {
            const qint64 days = window.from.daysTo(window.to) + 1;
            if (rows.error().kind == ErrorKind::TimedOut && days > 1 && !stop.stop_requested()) {
                const QDate middle = window.from.addDays(days / 2 - 1);
                windows.push_front({middle.addDays(1), window.to});
                windows.push_front({window.from, middle});
                continue;
            }
            read.error = rows.error();
            co_return read;
        }
        const Result<> brought = co_await bring(from.source.id, window, span, *std::move(rows), &read, stop);
        if (!brought) {
            read.error = brought.error();
            co_return read;
        }
    }
    co_return read;
}

QCoro::Task<Result<HistoryReader::Rows>> HistoryReader::ask(RepAtSource from, Span span, std::stop_token stop)
{
    Rows rows;
    QSet<QString> seen;
    for (const Agent &agent : std::as_const(from.agents)) {
        const Result<QList<HistoricCall>> calls = co_await from.source.history->calls(agent, span, stop);
        if (!calls)
            co_return tl::unexpected(calls.error());
        const Result<QList<Message>> texts = co_await from.source.history->texts(agent, span, stop);
        if (!texts)
            co_return tl::unexpected(texts.error());
        // Rows of others do not enter this log.
        for (const HistoricCall &call : *calls) {
            if (!belongsTo(m_rep, emailOfRow(call.event.agentEmail, agent, m_rep.email)) || seen.contains(call.rowId))
                continue;
            seen.insert(call.rowId);
            HistoryRow row = historyRow(call);
            row.call.agentEmail = m_rep.email;
            row.call.source = from.source.id;
            rows.calls.append(std::move(row));
        }
        for (Message text : *texts) {
            if (!belongsTo(m_rep, emailOfRow(text.agentEmail, agent, m_rep.email)))
                continue;
            text.agentEmail = m_rep.email;
            text.source = from.source.id;
            rows.texts.append(std::move(text));
        }
    }
    co_return rows;
}

QCoro::Task<Result<>> HistoryReader::bring(QString source, DayRange window, Span asked, Rows rows, HistoryRead *read, std::stop_token stop)
{
    const Span days = daysIn(window, m_rep.zone);
    const Span before{asked.from, days.from};
    const Span after{days.to, asked.to};
    Rows earlier;
    Rows later;
    // An agent may move a call to a day of the window although it began outside: that alone does not make the other day complete.
    QList<HistoryRow> elsewhere;
    QHash<QDate, Rows> byDay;
    for (const HistoryRow &row : std::as_const(rows.calls)) {
        if (isWithin(row.call.startedAt, days))
            byDay[civilDay({}, row.call.startedAt, m_rep.zone)].calls.append(row);
        else if (isWithin(row.call.startedAt, before))
            earlier.calls.append(row);
        else if (isWithin(row.call.startedAt, after))
            later.calls.append(row);
        else
            elsewhere.append(row);
        read->unsettled += row.inProgress ? 1 : 0;
    }
    for (const Message &text : std::as_const(rows.texts)) {
        if (isWithin(text.sentAt, days))
            byDay[civilDay({}, text.sentAt, m_rep.zone)].texts.append(text);
        else if (isWithin(text.sentAt, before))
            earlier.texts.append(text);
        else if (isWithin(text.sentAt, after))
            later.texts.append(text);
    }
    if (!elsewhere.isEmpty()) {
        const HistorySpan span{.source = source, .agentEmail = m_rep.email, .from = days.from, .to = days.to, .zone = m_rep.zone};
        const Result<TakenHistory> taken = m_log.takeRows(span, elsewhere);
        if (!taken)
            co_return tl::unexpected(taken.error());
    }
    const Result<> broughtBefore = before.from < before.to ? bringSpan(source, before, earlier) : Result<>();
    const Result<> broughtAfter = after.from < after.to ? bringSpan(source, after, later) : Result<>();
    if (!broughtBefore || !broughtAfter)
        co_return broughtBefore ? broughtAfter : broughtBefore;
    for (QDate day = window.from; day <= window.to; day = day.addDays(1)) {
        const Result<> brought = bringSpan(source, daysIn({day, day}, m_rep.zone), byDay.value(day));
        if (!brought)
            co_return brought;
        read->days.insert(day);
        m_daysDone(1);
        co_await nextTurn(); // a month at once would hold up a ringing call
        if (stop.stop_requested())
            co_return failure(ErrorKind::Cancelled);
    }
    read->calls += static_cast<int>(rows.calls.size());
    co_return Result<>();
}

Result<> HistoryReader::bringSpan(const QString &source, const Span &all, const Rows &rows)
{
    const HistorySpan span{.source = source, .agentEmail = m_rep.email, .from = all.from, .to = all.to, .zone = m_rep.zone};
    const Result<TakenHistory> calls = m_log.takeHistory(span, rows.calls);
    if (!calls)
        return tl::unexpected(calls.error());
    const Result<TakenHistory> texts = m_log.takeTexts(span, rows.texts);
    return texts ? Result<>() : tl::unexpected(texts.error());
}

} // namespace callcard
