#include "gateway.h"

#include <QLoggingCategory>
#include <QTimer>

#include <algorithm>

namespace callcard::relay {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcGateway, "callcard.relay.gateway", QtInfoMsg)

constexpr auto kUsersKept = 10min;
constexpr qsizetype kMostReadings = 4; // the budget of a small account is eight questions a minute
constexpr qint64 kTestedDays = 7;
constexpr int kSample = 3;

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

QByteArray listBody(const char *name, const QList<DayRows::Rows> &days, const GatewayQuestion &question)
{
    QByteArray body = "{\"status\":\"success\",\"complete\":true,\"" + QByteArray(name) + "\":[";
    bool isFirst = true;
    for (const DayRows::Rows &rows : days) {
        for (const justcall::CarriedRow &row : rows) {
            if (!isTheirs(row, question) || !isWithin(row, question.first, question.last))
                continue;
            if (!isFirst)
                body += ',';
            isFirst = false;
            body += row.json;
        }
    }
    return body + "]}";
}

QByteArray testBody(int users, const QList<DayRows::Rows> &days, const GatewayQuestion &question)
{
    int calls = 0;
    int inbound = 0;
    std::chrono::seconds talk{};
    QByteArray sample;
    DayRows::Rows rows;
    for (const DayRows::Rows &some : days)
        rows.append(some);
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
    : m_context(std::move(context))
    , m_patience(patience)
    , m_history(makeJustCallHistory(m_context))
    , m_calls(m_context.clock)
    , m_texts(m_context.clock)
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
    wantRows(question.kind, question, [question, done, texts](const Result<Rows> &rows) {
        if (rows)
            done(listBody(texts ? "texts" : "calls", *rows, question));
        else
            done(tl::unexpected(rows.error()));
    });
}

void JustCallGateway::wantRows(Kind kind, const GatewayQuestion &question, const RowsDone &done)
{
    // Somebody's day begins and ends up to fourteen hours from UTC's, and nothing begins tomorrow.
    const QDate today = m_context.clock.now().toUTC().date();
    const DayWindow window{.first = question.first.addDays(-1), .last = std::min(question.last.addDays(1), today)};
    const auto now = m_context.clock.monotonic();
    const DayNeed need = days(kind).needed(window, now);
    if (need.isNothing()) {
        ++m_fromMemory;
        const Rows rows = days(kind).rows(window);
        done(rows);
        return;
    }
    const DayNeed left = notBeingRead(kind, need);
    if (!left.isNothing() && !mayRead(kind, question.email)) {
        done(failure(ErrorKind::TimedOut, u"enough is being read"_s, 5s));
        return;
    }
    const Waiter waiter{.id = ++m_lastWaiter, .kind = kind, .window = window, .askedAt = now, .done = done};
    m_waiters.append(waiter);
    QTimer::singleShot(m_patience, this, [this, id = waiter.id] { giveUp(id); });
    if (left.isNothing()) {
        ++m_fromMemory;
        return;
    }
    const auto reading = std::make_shared<Reading>(Reading{.kind = kind, .email = question.email, .need = left});
    m_readings.append(reading);
    m_scope.start(read(reading));
}

DayNeed JustCallGateway::notBeingRead(Kind kind, DayNeed need) const
{
    for (const std::shared_ptr<Reading> &reading : m_readings) {
        if (reading->kind != kind)
            continue;
        const DayWindow &other = reading->need.whole;
        while (other.holds(need.whole.first) && !need.whole.isEmpty())
            need.whole.first = need.whole.first.addDays(1);
        while (other.holds(need.whole.last) && !need.whole.isEmpty())
            need.whole.last = need.whole.last.addDays(-1);
        if (reading->need.since.isValid() && need.since.isValid() && reading->need.since <= need.since)
            need.since = {};
    }
    return need;
}

bool JustCallGateway::mayRead(Kind kind, const QString &email) const
{
    const bool hasOne = std::any_of(m_readings.begin(), m_readings.end(),
                                    [&](const auto &reading) { return reading->kind == kind && reading->email == email; });
    return !hasOne && m_readings.size() < kMostReadings;
}

void JustCallGateway::giveUp(quint64 waiter)
{
    const auto found = std::find_if(m_waiters.begin(), m_waiters.end(), [&](const Waiter &one) { return one.id == waiter; });
    if (found == m_waiters.end())
        return;
    const RowsDone done = found->done;
    m_waiters.erase(found);
    done(failure(ErrorKind::TimedOut, u"JustCall is still being read"_s, 5s));
}

QCoro::Task<> JustCallGateway::read(std::shared_ptr<Reading> reading)
{
    ++m_readingsBegun;
    const Result<> outcome = co_await readNeeded(reading->kind, reading->need, m_scope.stopToken());
    m_readings.removeOne(reading);
    if (!outcome) {
        ++m_failures;
        qCWarning(lcGateway) << "JustCall could not be read:" << outcome.error();
    }
    settle(reading->kind, reading->need, outcome);
}

QCoro::Task<Result<>> JustCallGateway::readNeeded(Kind kind, DayNeed need, std::stop_token stop)
{
    const QDateTime begunAt = m_context.clock.now();
    Result<DayRows::Rows> rows;
    if (!need.whole.isEmpty()) {
        const Span span{.from = QDateTime(need.whole.first, QTime(0, 0), Qt::UTC),
                        .to = QDateTime(need.whole.last.addDays(1), QTime(0, 0), Qt::UTC)};
        if (kind == Kind::Texts)
            rows = co_await justcall::carriedTexts(m_context, span, stop);
        else
            rows = co_await justcall::carriedCalls(m_context, span, stop);
        if (!rows)
            co_return tl::unexpected(rows.error());
        days(kind).takeDays(need.whole, *rows, begunAt);
    }
    if (need.since.isValid()) {
        if (kind == Kind::Texts)
            rows = co_await justcall::newerTexts(m_context, need.since, stop);
        else
            rows = co_await justcall::newerCalls(m_context, need.since, stop);
        if (!rows)
            co_return tl::unexpected(rows.error());
        days(kind).takeNewer(need.since, *rows, begunAt);
    }
    co_return {};
}

void JustCallGateway::settle(Kind kind, const DayNeed &read, const Result<> &outcome)
{
    QList<std::pair<RowsDone, Result<Rows>>> answers;
    m_waiters.removeIf([&](const Waiter &waiter) {
        if (waiter.kind != kind)
            return false;
        const DayNeed need = days(kind).needed(waiter.window, waiter.askedAt);
        if (need.isNothing()) {
            answers.append({waiter.done, days(kind).rows(waiter.window)});
            return true;
        }
        const bool hoped = (read.since.isValid() && need.since.isValid()) ||
                           (!read.whole.isEmpty() && need.whole.first <= read.whole.last && need.whole.last >= read.whole.first);
        if (outcome || !hoped)
            return false; // for another reading
        answers.append({waiter.done, tl::unexpected(outcome.error())});
        return true;
    });
    for (const auto &[done, rows] : std::as_const(answers))
        done(rows);
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
    GatewayQuestion lately = question;
    lately.first = today.addDays(-kTestedDays);
    lately.last = today;
    wantRows(Kind::Calls, lately, [users, question, done](const Result<Rows> &rows) {
        if (rows)
            done(testBody(users, *rows, question));
        else
            done(tl::unexpected(rows.error()));
    });
}

} // namespace callcard::relay
