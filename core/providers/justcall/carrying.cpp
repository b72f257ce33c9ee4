#include <callcard/justcallcarrying.h>

#include "listing.h"

#include <algorithm>

namespace callcard::justcall {

namespace {

constexpr int kMostNewerPages = 100;
constexpr qint64 kAnyFilterZone = 12 * 3600; // filters are read in somebody's zone

CarriedRow carried(const CallRow &row)
{
    const CallEvent &event = row.call.event;
    return {.id = row.call.rowId,
            .agentId = row.agentId,
            .agentEmail = event.agentEmail,
            .direction = event.direction,
            .talkTime = event.talkTime.value_or(std::chrono::seconds(0)),
            .start = event.time,
            .userStart = row.userStart,
            .json = row.raw};
}

CarriedRow carried(const TextRow &row)
{
    return {.id = row.message.id.text(),
            .agentId = row.agentId,
            .agentEmail = row.message.agentEmail,
            .direction = row.message.direction,
            .start = row.message.sentAt,
            .userStart = row.userStart,
            .json = row.raw};
}

template <typename Row>
QList<CarriedRow> allCarried(const QList<Row> &rows)
{
    QList<CarriedRow> list;
    list.reserve(rows.size());
    for (const Row &row : rows)
        list.append(carried(row));
    return list;
}

/// Newest first, so rows that come meanwhile push others onto the next page: those are seen twice, none is missed.
template <typename Query>
QCoro::Task<Result<QList<CarriedRow>>> readNewer(JustCallContext context, Query query, QDateTime since, std::stop_token stop)
{
    query.from = since.addSecs(-kAnyFilterZone);
    query.newestFirst = true;
    query.keepsRaw = true;
    query.region = context.region;
    QList<CarriedRow> newer;
    for (query.page = 0; query.page < kMostNewerPages; ++query.page) {
        const Result<Listed<typename Query::Row>> listed = co_await fetchPage(context, query, stop);
        if (!listed)
            co_return tl::unexpected(listed.error());
        const QList<CarriedRow> rows = allCarried(listed->rows);
        std::copy_if(rows.begin(), rows.end(), std::back_inserter(newer), [&since](const CarriedRow &row) { return row.start >= since; });
        const bool isEnd = listed->page.rows == 0 || (!listed->page.linksOn && listed->page.rows < query.perPage);
        if (isEnd || rows.isEmpty() || rows.last().start < since) // from here on all is known
            co_return newer;
    }
    co_return failure(ErrorKind::ServerFault, QStringLiteral("a list without an end"));
}

} // namespace

QCoro::Task<Result<QList<CarriedRow>>> carriedCalls(JustCallContext context, Span span, std::stop_token stop)
{
    const Result<QList<CallRow>> rows = co_await everyCall(context, QString(), span, QString(), stop, RawRows::Kept);
    if (!rows)
        co_return tl::unexpected(rows.error());
    co_return allCarried(*rows);
}

QCoro::Task<Result<QList<CarriedRow>>> carriedTexts(JustCallContext context, Span span, std::stop_token stop)
{
    const Result<QList<TextRow>> rows = co_await everyText(context, span, QString(), stop, RawRows::Kept);
    if (!rows)
        co_return tl::unexpected(rows.error());
    co_return allCarried(*rows);
}

QCoro::Task<Result<QList<CarriedRow>>> newerCalls(JustCallContext context, QDateTime since, std::stop_token stop)
{
    const CallQuery query;
    return readNewer(context, query, since, stop);
}

QCoro::Task<Result<QList<CarriedRow>>> newerTexts(JustCallContext context, QDateTime since, std::stop_token stop)
{
    const TextQuery query;
    return readNewer(context, query, since, stop);
}

} // namespace callcard::justcall
