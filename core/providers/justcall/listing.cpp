#include "listing.h"

#include <callcard/justcallrows.h>

#include <QHash>
#include <QLoggingCategory>
#include <QSet>

namespace callcard::justcall {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcListing, "callcard.justcall", QtInfoMsg)

constexpr int kMostPages = 1000;
constexpr int kMostReadings = 3;
// Filters are read in somebody's zone, and nobody says whose: UTC-12 to UTC+14 are all covered.
constexpr qint64 kEarlier = 12 * 3600;
constexpr qint64 kLater = 14 * 3600;
constexpr qint64 kSmallestWindow = 24 * 3600;
constexpr qint64 kWidestWindow = 31 * kSmallestWindow;

QString keyOf(const CallRow &row)
{
    return row.call.rowId;
}
QString keyOf(const TextRow &row)
{
    return row.message.id.text();
}
bool belongs(const Span &span, const CallRow &row, const QString &zone)
{
    return isWithin(span, row.call.event.time, row.userStart, zone);
}
bool belongs(const Span &span, const TextRow &row, const QString &zone)
{
    return isWithin(span, row.message.sentAt, row.userStart, zone);
}

template <typename Row>
struct Reading {
    QHash<QString, qsizetype> places{};
    QList<Row> rows{};
    std::optional<qint64> total{};
    bool held{true}; ///< The total was the same on every page.

    void take(const Listed<Row> &listed)
    {
        for (const Row &row : listed.rows) {
            const auto known = places.constFind(keyOf(row));
            if (known != places.constEnd()) {
                rows[*known] = row;
            } else {
                places.insert(keyOf(row), rows.size());
                rows.append(row);
            }
        }
        if (!listed.page.total)
            return;
        held &= !total || total == listed.page.total;
        total = listed.page.total;
    }
    [[nodiscard]] bool isWhole() const { return !total || (held && rows.size() == *total); }
    [[nodiscard]] bool hasAll() const { return total && rows.size() >= *total; }
    [[nodiscard]] QSet<QString> keys() const { return {places.keyBegin(), places.keyEnd()}; }
};

template <typename Query>
QCoro::Task<Result<Reading<typename Query::Row>>> readOnce(JustCallContext context, Query query, std::stop_token stop)
{
    Reading<typename Query::Row> reading;
    for (query.page = 0; query.page < kMostPages; ++query.page) {
        const Result<Listed<typename Query::Row>> listed = co_await fetchPage(context, query, stop);
        if (!listed)
            co_return tl::unexpected(listed.error());
        reading.take(*listed);
        const bool isShort = listed->page.rows < query.perPage;
        if (listed->page.rows == 0 || (!listed->page.linksOn && (reading.hasAll() || (isShort && !reading.total))))
            co_return reading;
    }
    co_return failure(ErrorKind::ServerFault, u"a list without an end"_s);
}

template <typename Query>
QCoro::Task<Result<QList<typename Query::Row>>> readWindow(JustCallContext context, Query query, std::stop_token stop)
{
    std::optional<QSet<QString>> before;
    for (int i = 0; i < kMostReadings; ++i) {
        Result<Reading<typename Query::Row>> reading = co_await readOnce(context, query, stop);
        if (!reading)
            co_return tl::unexpected(reading.error());
        // Two equal readings are as good as a count: some services count what they do not list.
        if (reading->isWhole() || (before && *before == reading->keys()))
            co_return std::move(reading->rows);
        before = reading->keys();
        qCInfo(lcListing) << "a list moved while it was read:" << reading->rows.size() << "of" << reading->total.value_or(-1);
    }
    co_return failure(ErrorKind::ServerFault, u"the list did not hold still"_s);
}

template <typename Query>
QCoro::Task<Result<QList<typename Query::Row>>> readSpan(JustCallContext context, Query query, Span span, QString zone,
                                                         std::stop_token stop)
{
    QHash<QString, qsizetype> places;
    QList<typename Query::Row> rows;
    QList<Span> windows;
    for (QDateTime from = span.from; from < span.to; from = from.addSecs(kWidestWindow))
        windows.append({from, std::min(from.addSecs(kWidestWindow), span.to)});
    while (!windows.isEmpty()) {
        const Span window = windows.takeFirst();
        query.from = window.from.addSecs(-kEarlier);
        query.to = window.to.addSecs(kLater);
        const Result<QList<typename Query::Row>> some = co_await readWindow(context, query, stop);
        if (!some) {
            const qint64 length = window.from.secsTo(window.to);
            const bool tooWide = some.error().kind == ErrorKind::TimedOut || some.error().kind == ErrorKind::ServerFault;
            if (!tooWide || length <= kSmallestWindow)
                co_return tl::unexpected(some.error());
            const QDateTime middle = window.from.addSecs(length / 2);
            windows.prepend({middle, window.to});
            windows.prepend({window.from, middle});
            continue;
        }
        for (const auto &row : *some) {
            if (!belongs(span, row, zone))
                continue;
            const auto known = places.constFind(keyOf(row));
            if (known != places.constEnd()) {
                rows[*known] = row;
            } else {
                places.insert(keyOf(row), rows.size());
                rows.append(row);
            }
        }
    }
    co_return rows;
}

} // namespace

QCoro::Task<Result<QList<CallRow>>> everyCall(JustCallContext context, QString agentId, Span span, QString timeZone, std::stop_token stop,
                                              RawRows raw)
{
    const CallQuery query{.agentId = agentId, .keepsRaw = raw == RawRows::Kept, .region = context.region};
    Result<QList<CallRow>> rows = co_await readSpan(context, query, span, timeZone, stop);
    if (!rows)
        co_return rows;
    // An unknown parameter would be ignored in silence, and other people's calls counted.
    rows->removeIf([&agentId](const CallRow &row) { return !agentId.isEmpty() && row.agentId != agentId; });
    co_return rows;
}

QCoro::Task<Result<QList<TextRow>>> everyText(JustCallContext context, Span span, QString timeZone, std::stop_token stop, RawRows raw)
{
    const TextQuery query{.keepsRaw = raw == RawRows::Kept, .region = context.region};
    co_return co_await readSpan(context, query, span, timeZone, stop);
}

} // namespace callcard::justcall
