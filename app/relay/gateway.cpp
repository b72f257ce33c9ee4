#include "gateway.h"

#include <QLoggingCategory>
#include <QTimer>

#include <algorithm>

namespace callcard::relay {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcGateway, "callcard.relay.gateway", QtInfoMsg)

constexpr auto kFreshToday = 60s;
constexpr auto kFreshPast = 30min;
constexpr auto kUsersKept = 10min;
constexpr qsizetype kMostRowsKept = 300'000;
constexpr qint64 kTestedDays = 7;
constexpr int kSample = 3;
constexpr qint64 kAnyZone = 14; // hours by which somebody's day may lie before or behind UTC's

bool isTheirs(const justcall::CarriedRow &row, const GatewayQuestion &question)
{
    if (!question.agentId.isEmpty() && !row.agentId.isEmpty())
        return row.agentId == question.agentId;
    return row.agentEmail.trimmed().compare(question.email, Qt::CaseInsensitive) == 0;
}

bool isWithin(const justcall::CarriedRow &row, const QDate &first, const QDate &last)
{
    const auto holds = [&](const QDate &day) { return day.isValid() && day >= first && day <= last; };
    return holds(row.start.toUTC().date()) || holds(row.userStart.date());
}

QByteArray listBody(const char *name, const QList<justcall::CarriedRow> &rows, const GatewayQuestion &question)
{
    QByteArray body = "{\"status\":\"success\",\"complete\":true,\"" + QByteArray(name) + "\":[";
    bool isFirst = true;
    for (const justcall::CarriedRow &row : rows) {
        if (!isTheirs(row, question) || !isWithin(row, question.first, question.last))
            continue;
        if (!isFirst)
            body += ',';
        isFirst = false;
        body += row.json;
    }
    return body + "]}";
}

QByteArray testBody(int users, const QList<justcall::CarriedRow> &rows, const GatewayQuestion &question)
{
    int calls = 0;
    int inbound = 0;
    std::chrono::seconds talk{};
    QByteArray sample;
    for (qsizetype i = rows.size() - 1; i >= 0; --i) { // newest first
        const justcall::CarriedRow &row = rows.at(i);
        if (!isTheirs(row, question))
            continue;
        if (calls++ < kSample)
            sample += (sample.isEmpty() ? "" : ",") + row.json;
        inbound += row.direction == CallDirection::Inbound ? 1 : 0;
        talk += row.talkTime;
    }
    const auto number = [](qint64 value) { return QByteArray::number(value); };
    return "{\"status\":\"success\",\"data\":{\"usersFound\":" + number(users) + ",\"recentCalls\":" + number(calls) + ",\"callSample\":[" +
           sample + "],\"metrics\":{\"calls\":" + number(calls) + ",\"inbound\":" + number(inbound) +
           ",\"talkSeconds\":" + number(talk.count()) + "}}}";
}

} // namespace

JustCallGateway::JustCallGateway(JustCallContext context, std::chrono::milliseconds patience)
    : m_context(std::move(context)), m_patience(patience), m_history(makeJustCallHistory(m_context))
{
}

JustCallGateway::~JustCallGateway() = default;

GatewayFigures JustCallGateway::figures() const
{
    return {.questions = m_questions, .fromMemory = m_fromMemory, .readings = m_readingsBegun, .failures = m_failures};
}

void JustCallGateway::ask(const GatewayQuestion &question, const Done &done)
{
    ++m_questions;
    if (question.kind == GatewayQuestion::Kind::Test) {
        m_scope.start(test(question, done));
        return;
    }
    const bool texts = question.kind == GatewayQuestion::Kind::Texts;
    wantRows({.kind = question.kind, .first = question.first, .last = question.last}, [question, done, texts](const Result<Rows> &rows) {
        if (rows)
            done(listBody(texts ? "texts" : "calls", **rows, question));
        else
            done(tl::unexpected(rows.error()));
    });
}

bool JustCallGateway::isFresh(const Window &window) const
{
    const bool changes = window.last >= m_context.clock.now().toUTC().date().addDays(-2);
    return m_context.clock.monotonic() - window.readAt < (changes ? std::chrono::milliseconds(kFreshToday) : kFreshPast);
}

void JustCallGateway::wantRows(const Window &window, const RowsDone &done)
{
    for (const Window &kept : std::as_const(m_windows)) {
        if (kept.covers(window) && isFresh(kept)) {
            ++m_fromMemory;
            const Rows rows = kept.rows;
            done(rows);
            return;
        }
    }
    const Waiter waiter{.id = ++m_lastWaiter, .done = done};
    QTimer::singleShot(m_patience, this, [this, id = waiter.id] { giveUp(id); });
    for (const std::shared_ptr<Reading> &reading : std::as_const(m_readings)) {
        if (reading->window.covers(window)) {
            ++m_fromMemory;
            reading->waiters.append(waiter);
            return;
        }
    }
    const auto reading = std::make_shared<Reading>(Reading{.window = window, .waiters = {waiter}});
    m_readings.append(reading);
    m_scope.start(read(reading));
}

void JustCallGateway::giveUp(quint64 waiter)
{
    for (const std::shared_ptr<Reading> &reading : std::as_const(m_readings)) {
        const auto found =
            std::find_if(reading->waiters.begin(), reading->waiters.end(), [&](const Waiter &one) { return one.id == waiter; });
        if (found == reading->waiters.end())
            continue;
        const RowsDone done = found->done;
        reading->waiters.erase(found);
        done(failure(ErrorKind::TimedOut, u"JustCall is still being read"_s, 5s));
        return;
    }
}

QCoro::Task<> JustCallGateway::read(std::shared_ptr<Reading> reading)
{
    ++m_readingsBegun;
    const std::stop_token stop = m_scope.stopToken();
    const Span span{.from = QDateTime(reading->window.first, QTime(0, 0), Qt::UTC).addSecs(-kAnyZone * 3600),
                    .to = QDateTime(reading->window.last.addDays(1), QTime(0, 0), Qt::UTC).addSecs(kAnyZone * 3600)};
    Result<QList<justcall::CarriedRow>> rows = failure(ErrorKind::Cancelled);
    if (reading->window.kind == GatewayQuestion::Kind::Texts)
        rows = co_await justcall::carriedTexts(m_context, span, stop);
    else
        rows = co_await justcall::carriedCalls(m_context, span, stop);
    m_readings.removeOne(reading);
    Result<Rows> answer = failure(ErrorKind::Cancelled);
    if (rows) {
        reading->window.rows = std::make_shared<const QList<justcall::CarriedRow>>(*std::move(rows));
        reading->window.readAt = m_context.clock.monotonic();
        keep(reading->window);
        answer = reading->window.rows;
    } else {
        ++m_failures;
        qCWarning(lcGateway) << "JustCall could not be read:" << rows.error();
        answer = tl::unexpected(rows.error());
    }
    const QList<Waiter> waiters = std::exchange(reading->waiters, {});
    for (const Waiter &waiter : waiters)
        waiter.done(answer);
}

void JustCallGateway::keep(const Window &window)
{
    m_windows.removeIf([&](const Window &kept) { return window.covers(kept) || !isFresh(kept); });
    m_windows.append(window);
    qsizetype rows = 0;
    for (qsizetype i = m_windows.size() - 1; i >= 0; --i) {
        rows += m_windows.at(i).rows->size();
        if (rows > kMostRowsKept && i + 1 < m_windows.size()) {
            m_windows.remove(0, i + 1);
            return;
        }
    }
}

QCoro::Task<> JustCallGateway::test(GatewayQuestion question, Done done)
{
    const std::stop_token stop = m_scope.stopToken();
    if (!m_users || m_context.clock.monotonic() - m_users->first > kUsersKept) {
        const Result<QList<Agent>> agents = co_await m_history->agents(QString(), stop);
        if (!agents) {
            ++m_failures;
            done(tl::unexpected(agents.error()));
            co_return;
        }
        m_users = {m_context.clock.monotonic(), static_cast<int>(agents->size())};
    }
    const int users = m_users->second;
    const QDate today = m_context.clock.now().toUTC().date();
    wantRows({.kind = GatewayQuestion::Kind::Calls, .first = today.addDays(-kTestedDays), .last = today},
             [users, question, done](const Result<Rows> &rows) {
                 if (rows)
                     done(testBody(users, **rows, question));
                 else
                     done(tl::unexpected(rows.error()));
             });
}

} // namespace callcard::relay
