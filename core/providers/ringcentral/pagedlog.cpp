#include "pagedlog.h"

#include "accountwire.h"

#include <QSet>

#include <algorithm>

namespace callcard::ringcentral {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPerPage = 1000; // the most that is allowed: the group of the call log has ten requests a minute
constexpr int kMostLogPages = 500;

/// Where a reading stands. Pages go back in time; each begins where the one before it ended, so that rows which appear or go
/// in the meantime move nothing out of sight. Only when one whole page is of one second, pages are counted.
struct Cursor {
    QDateTime to{};
    int page{1};

    /// Behind a page whose oldest record began at `oldest`.
    void goOn(const QDateTime &oldest)
    {
        const QDateTime next = oldest.addMSecs(999); // the service may cut a time to its second
        if (oldest.isValid() && next < to) {
            to = next;
            page = 1;
        } else {
            ++page;
        }
    }
};

Query windowOf(const Span &span, const Cursor &cursor)
{
    return {{u"dateFrom"_s, wireTime(span.from)},
            {u"dateTo"_s, wireTime(cursor.to)},
            {u"perPage"_s, QString::number(kPerPage)},
            {u"page"_s, QString::number(cursor.page)}};
}

Error endless()
{
    return Error{.kind = ErrorKind::BadPayload, .detail = u"a list without end"_s};
}

} // namespace

QCoro::Task<Result<QList<HistoricCall>>> readCallLog(RingCentralContext context, LogQuestion question, std::stop_token stop)
{
    QList<HistoricCall> calls;
    QSet<QString> seen;
    Cursor cursor{.to = question.span.to};
    for (int pages = 0; pages < kMostLogPages; ++pages) {
        Query query = windowOf(question.span, cursor);
        query.append({u"view"_s, u"Simple"_s});
        const HttpRequest request = HttpRequest::get(restUrl(context, question.path, query));
        const Result<Json> json = co_await askRest(context, u"Heavy"_s, request, stop);
        if (!json)
            co_return tl::unexpected(json.error());
        const Result<LogPage> page = logPageFrom(*json, question.self, question.only);
        if (!page)
            co_return tl::unexpected(page.error());
        for (const HistoricCall &call : page->calls) {
            const bool within = call.event.time >= question.span.from && call.event.time < question.span.to;
            if (within && !seen.contains(call.rowId)) {
                seen.insert(call.rowId);
                calls.append(call);
            }
        }
        if (!page->more)
            co_return calls;
        cursor.goOn(page->oldest);
    }
    co_return tl::unexpected(endless());
}

QCoro::Task<Result<QList<Message>>> readTexts(RingCentralContext context, LogQuestion question, std::stop_token stop)
{
    QList<Message> texts;
    QSet<QString> seen;
    Cursor cursor{.to = question.span.to};
    for (int pages = 0; pages < kMostLogPages; ++pages) {
        Query query = windowOf(question.span, cursor);
        query.append({u"messageType"_s, u"SMS"_s});
        const HttpRequest request = HttpRequest::get(restUrl(context, question.path, query));
        const Result<Json> json = co_await askRest(context, u"Light"_s, request, stop);
        if (!json)
            co_return tl::unexpected(json.error());
        const Result<TextPage> page = textsFrom(*json, question.self);
        if (!page)
            co_return tl::unexpected(page.error());
        for (const Message &text : page->texts) {
            const bool within = text.sentAt >= question.span.from && text.sentAt < question.span.to;
            if (!text.deleted && within && !seen.contains(text.id.text())) {
                seen.insert(text.id.text());
                texts.append(text);
            }
        }
        if (!page->more)
            co_return texts;
        cursor.goOn(page->oldest);
    }
    co_return tl::unexpected(endless());
}

} // namespace callcard::ringcentral
