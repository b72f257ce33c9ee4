#include "streamhistory.h"

#include "relayrequest.h"

#include <QSet>

namespace callcard {

std::unique_ptr<CallHistory> makeCallStreamHistory(CallStreamContext context)
{
    return std::make_unique<callstream::StreamHistory>(std::move(context));
}

namespace callstream {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kDaysAtOnce = 7; // a busy rep's week stays far below what one answer may weigh

/// Windows of whole days that cover the span in every time zone.
QList<std::pair<QDate, QDate>> windowsOf(const Span &span)
{
    QList<std::pair<QDate, QDate>> windows;
    const QDate last = span.to.toUTC().date().addDays(1);
    for (QDate first = span.from.toUTC().date().addDays(-1); first <= last; first = first.addDays(kDaysAtOnce))
        windows.append({first, std::min(first.addDays(kDaysAtOnce - 1), last)});
    return windows;
}

QString query(const QString &path, const std::pair<QDate, QDate> &window)
{
    return path + u"?start_date="_s + window.first.toString(Qt::ISODate) + u"&end_date="_s + window.second.toString(Qt::ISODate);
}

} // namespace

QCoro::Task<Result<QList<HistoricCall>>> relayCalls(CallStreamContext context, Span span, QString timeZone, std::stop_token stop)
{
    QList<HistoricCall> calls;
    QSet<QString> seen;
    const auto windows = windowsOf(span);
    for (const auto &window : windows) {
        const Result<HttpAnswer> answer = co_await askRelay(context, query(u"/api/justcall/calls"_s, window), stop);
        if (!answer)
            co_return tl::unexpected(answer.error());
        const auto rows = justcall::relayedCalls(answer->body, context.region);
        if (!rows)
            co_return tl::unexpected(rows.error());
        for (const justcall::RelayedCall &row : *rows) {
            if (!seen.contains(row.call.rowId) && justcall::isWithin(span, row.call.event.time, row.userStart, timeZone)) {
                seen.insert(row.call.rowId);
                calls.append(row.call);
            }
        }
    }
    co_return calls;
}

QCoro::Task<Result<QList<Message>>> relayTexts(CallStreamContext context, Span span, QString timeZone, std::stop_token stop)
{
    QList<Message> texts;
    QSet<MessageId> seen;
    const auto windows = windowsOf(span);
    for (const auto &window : windows) {
        const Result<HttpAnswer> answer = co_await askRelay(context, query(u"/api/justcall/sms"_s, window), stop);
        if (!answer)
            co_return tl::unexpected(answer.error());
        const auto rows = justcall::relayedTexts(answer->body, context.region);
        if (!rows)
            co_return tl::unexpected(rows.error());
        for (const justcall::RelayedText &row : *rows) {
            if (!seen.contains(row.message.id) && justcall::isWithin(span, row.message.sentAt, row.userStart, timeZone)) {
                seen.insert(row.message.id);
                texts.append(row.message);
            }
        }
    }
    co_return texts;
}

StreamHistory::StreamHistory(CallStreamContext context) : m_context(std::move(context)) {}

QCoro::Task<Result<QList<Agent>>> StreamHistory::agents(QString email, std::stop_token stop)
{
    // The relay has no list of people: a token is its one rep. So all there is to find out is whether it still opens.
    const Result<HttpAnswer> answer = co_await askRelay(m_context, u"/api/active-calls"_s, stop);
    if (!answer)
        co_return tl::unexpected(answer.error());
    const QString own = m_context.userEmail.trimmed();
    if (own.isEmpty() || (!email.trimmed().isEmpty() && email.trimmed().compare(own, Qt::CaseInsensitive) != 0))
        co_return QList<Agent>();
    const Agent self{.id = own, .email = own};
    co_return QList<Agent>{self};
}

QCoro::Task<Result<QList<HistoricCall>>> StreamHistory::calls(Agent agent, Span span, std::stop_token stop)
{
    if (span.from < m_context.clock.now().addDays(-justcall::kReach.count()))
        co_return failure(ErrorKind::Refused, u"older than JustCall remembers"_s);
    co_return co_await relayCalls(m_context, span, agent.timeZone, stop);
}

QCoro::Task<Result<QList<Message>>> StreamHistory::texts(Agent agent, Span span, std::stop_token stop)
{
    if (span.from < m_context.clock.now().addDays(-justcall::kReach.count()))
        co_return failure(ErrorKind::Refused, u"older than JustCall remembers"_s);
    co_return co_await relayTexts(m_context, span, agent.timeZone, stop);
}

} // namespace callstream
} // namespace callcard
