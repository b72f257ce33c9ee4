// What a rep's desktop may ask, with a token in the header.
#include "answers.h"
#include "floor.h"

#include <wire/wirejson.h>

#include <QCryptographicHash>
#include <QLoggingCategory>
#include <QUuid>

#include <algorithm>

namespace callcard::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcReps, "callcard.relay.reps", QtInfoMsg)

constexpr qint64 kLongestSpan = 92; // days; JustCall reaches back three months
constexpr std::size_t kMostVariables = 50;
constexpr std::size_t kLongestIdempotencyKey = 128;

/// Names and plain values, as ElevenLabs' dynamic variables are.
bool arePlain(const wire::Json &variables)
{
    if (!variables.is_object() || variables.size() > kMostVariables)
        return false;
    return std::all_of(variables.begin(), variables.end(),
                       [](const wire::Json &value) { return value.is_string() || value.is_number() || value.is_boolean(); });
}

/// A desktop that asks again with its own key means the same call.
QString aiCallId(const serving::Request &request, const QString &email)
{
    const std::string_view key = request.header("Idempotency-Key").substr(0, kLongestIdempotencyKey);
    if (key.empty())
        return u"ai-"_s + QUuid::createUuid().toString(QUuid::Id128);
    const QByteArray named = email.toUtf8() + '\n' + QByteArray(key.data(), static_cast<qsizetype>(key.size()));
    return u"ai-"_s + QString::fromLatin1(QCryptographicHash::hash(named, QCryptographicHash::Sha256).toHex().left(32));
}

} // namespace

void Floor::forRep(const std::shared_ptr<serving::Exchange> &exchange,
                   void (Floor::*serve)(const std::shared_ptr<serving::Exchange> &, const Visitor &))
{
    if (carriesTokenInUrl(exchange->request())) {
        exchange->reply(refusal(400, "a token goes into the Authorization header, never into an address"));
        return;
    }
    const std::optional<Visitor> visitor = m_doors.visitor(exchange->request());
    if (!visitor) {
        if (turnsAway(exchange)) // who has a token is served, whatever his neighbours do
            return;
        ++m_figures.signInsRefused;
        noteFailure(exchange->request());
        serving::Response response = refusal(401, "a bearer token is needed");
        response.headers.emplace_back("WWW-Authenticate", "Bearer");
        exchange->reply(std::move(response));
        return;
    }
    if (const auto pause = m_doors.mustWait(visitor->tokenHash, m_clock.monotonic())) {
        ++m_figures.rateLimited;
        serving::Response response = refusal(429, "too many requests");
        response.headers.emplace_back("Retry-After", std::to_string(pause->count()));
        exchange->reply(std::move(response));
        return;
    }
    if (!m_knowsThePast) { // half a list of calls would end those that are missing
        serving::Response response = refusal(503, "the relay is reading what it knew; come back soon");
        response.headers.emplace_back("Retry-After", "2");
        exchange->reply(std::move(response));
        return;
    }
    (this->*serve)(exchange, *visitor);
}

void Floor::openStream(const std::shared_ptr<serving::Exchange> &exchange, const Visitor &visitor)
{
    if (m_hub.readersOf(visitor.tokenHash) >= m_config.limits.streamsPerToken) {
        ++m_figures.rateLimited;
        serving::Response response = refusal(429, "too many streams with this token");
        response.headers.emplace_back("Retry-After", "10");
        exchange->reply(std::move(response));
        return;
    }
    m_hub.open(exchange, visitor.email, visitor.tokenHash);
}

void Floor::activeCalls(const std::shared_ptr<serving::Exchange> &exchange, const Visitor &visitor)
{
    exchange->reply(jsonAnswer(200, m_book.activeCalls(visitor.email).toStdString()));
}

void Floor::justCallCalls(const std::shared_ptr<serving::Exchange> &exchange, const Visitor &visitor)
{
    justCallRows(exchange, visitor, GatewayQuestion::Kind::Calls);
}

void Floor::justCallTexts(const std::shared_ptr<serving::Exchange> &exchange, const Visitor &visitor)
{
    justCallRows(exchange, visitor, GatewayQuestion::Kind::Texts);
}

void Floor::testJustCall(const std::shared_ptr<serving::Exchange> &exchange, const Visitor &visitor)
{
    justCallRows(exchange, visitor, GatewayQuestion::Kind::Test);
}

void Floor::justCallRows(const std::shared_ptr<serving::Exchange> &exchange, const Visitor &visitor, GatewayQuestion::Kind kind)
{
    if (!m_errands.askJustCall) {
        exchange->reply(refusal(404, "this relay has no key for JustCall"));
        return;
    }
    GatewayQuestion question{.kind = kind, .email = visitor.email, .agentId = m_roster.user(visitor.email).justcallAgentId};
    if (kind != GatewayQuestion::Kind::Test) {
        const serving::Request &request = exchange->request();
        question.first = QDate::fromString(QString::fromStdString(request.queryValue("start_date").value_or("")), Qt::ISODate);
        question.last = QDate::fromString(QString::fromStdString(request.queryValue("end_date").value_or("")), Qt::ISODate);
        const bool sound = question.first.isValid() && question.last.isValid() && question.first <= question.last;
        if (!sound || question.first.daysTo(question.last) > kLongestSpan) {
            exchange->reply(refusal(400, "start_date and end_date are days, YYYY-MM-DD, at most three months apart"));
            return;
        }
        if (question.first < m_clock.now().toUTC().date().addDays(-kLongestSpan - 1)) {
            exchange->reply(refusal(400, "older than JustCall remembers"));
            return;
        }
    }
    m_errands.askJustCall(question, wait(exchange, Provider::JustCall));
}

void Floor::onJustCall(quint64 request, const Result<QByteArray> &body)
{
    const std::optional<Waiting> waiting = waited(request);
    if (!waiting)
        return;
    if (body)
        waiting->exchange->reply(jsonAnswer(200, body->toStdString()));
    else
        waiting->exchange->reply(upstreamRefusal(body.error()));
}

void Floor::aiCall(const std::shared_ptr<serving::Exchange> &exchange, const Visitor &visitor)
{
    if (!m_errands.dial) {
        exchange->reply(refusal(404, "this relay places no calls"));
        return;
    }
    const serving::Request &request = exchange->request();
    const Result<wire::Json> body = wire::parse(QByteArrayView(request.body.data(), static_cast<qsizetype>(request.body.size())), 4);
    const auto number = body ? PhoneNumber::fromE164(wire::text(*body, "to", 32)) : std::nullopt;
    if (!number) {
        exchange->reply(refusal(400, "to is a number like +13035550142"));
        return;
    }
    const wire::Json &variables = wire::member(*body, "variables");
    if (!variables.is_null() && !arePlain(variables)) {
        exchange->reply(refusal(400, "variables are at most 50 names with texts, numbers or true and false"));
        return;
    }
    const AiCallStep step{.phase = AiCallStep::Phase::Asked,
                          .id = aiCallId(request, visitor.email),
                          .rep = visitor.email,
                          .to = number->e164(),
                          .at = m_clock.now()};
    const QByteArray plain = variables.is_null() ? QByteArray() : wire::dump(variables);
    const quint64 waiting = wait(exchange, Provider::AiCall);
    // The record first: whatever happens next, the call is known.
    m_log.append(recordOf(deliveryOf(step), keyOf(step), step.at), [this, waiting, step, plain](const Result<LogPlace> &place) {
        m_thread.post([this, waiting, step, plain, place] { onAsked(waiting, step, plain, place); });
    });
}

void Floor::onAsked(quint64 request, const AiCallStep &step, const QByteArray &variables, const Result<LogPlace> &place)
{
    if (!place) {
        if (const auto waiting = waited(request))
            waiting->exchange->reply(refusal(503, "it could not be written down, so nobody was called"));
        return;
    }
    if (place->repeated) {
        if (const auto waiting = waited(request))
            answerRepeated(waiting->exchange, step);
        return;
    }
    ++m_figures.aiCalls;
    m_errands.dial(step, variables, request);
}

void Floor::answerRepeated(const std::shared_ptr<serving::Exchange> &exchange, const AiCallStep &asked)
{
    const AiCallStep known = m_book.aiCall(asked.id).value_or(asked);
    const std::string call = m_book.callOf(asked.rep, asked.id).value_or("null").toStdString();
    const std::string rest = R"(,"repeated":true,"call":)" + call + "}";
    switch (known.phase) {
    case AiCallStep::Phase::Placed:
        exchange->reply(jsonAnswer(200, R"({"status":"success","callSid":)" + nlohmann::json(known.callSid.toStdString()).dump() + rest));
        return;
    case AiCallStep::Phase::Failed:
        exchange->reply(jsonAnswer(502, R"({"status":"failed","error":"nobody was called; ask with another key")" + rest));
        return;
    case AiCallStep::Phase::Unsure:
        exchange->reply(jsonAnswer(504, R"({"status":"unknown","error":"nobody knows whether it rings; do not simply try again")" + rest));
        return;
    case AiCallStep::Phase::Asked:
        break;
    }
    serving::Response response = jsonAnswer(409, R"({"status":"unknown","error":"it is being placed just now")" + rest);
    response.headers.emplace_back("Retry-After", "3");
    exchange->reply(std::move(response));
}

void Floor::nameOrphans(std::chrono::seconds age)
{
    const QList<AiCallStep> orphans = m_book.orphans(age);
    for (AiCallStep step : orphans) {
        step.phase = AiCallStep::Phase::Unsure;
        step.at = m_clock.now();
        m_log.append(recordOf(deliveryOf(step), keyOf(step), step.at), [](const Result<LogPlace> &place) {
            if (!place) // asked again at the next round
                qCWarning(lcReps) << "an AI call that nobody finished could not be noted:" << place.error();
        });
    }
}

void Floor::onDialled(quint64 request, const AiCallStep &step, const std::optional<Error> &problem)
{
    // On disk before it is told, as everything; when that fails Twilio's callbacks still move the call forward by its rep in the address.
    m_log.append(recordOf(deliveryOf(step), keyOf(step), m_clock.now()), [this, request, step, problem](const Result<LogPlace> &place) {
        m_thread.post([this, request, step, problem, place] {
            if (!place)
                qCWarning(lcReps) << "what became of an AI call could not be written:" << place.error();
            const auto waiting = waited(request);
            if (!waiting)
                return;
            const std::string call = m_book.callOf(step.rep, step.id).value_or("null").toStdString();
            if (step.phase == AiCallStep::Phase::Placed) {
                const std::string sid = nlohmann::json(step.callSid.toStdString()).dump();
                waiting->exchange->reply(jsonAnswer(200, R"({"status":"success","callSid":)" + sid + R"(,"call":)" + call + "}"));
            } else if (step.phase == AiCallStep::Phase::Unsure) {
                waiting->exchange->reply(jsonAnswer(
                    504, R"({"status":"unknown","error":"nobody knows whether it rings; do not simply try again","call":)" + call + "}"));
            } else {
                waiting->exchange->reply(upstreamRefusal(problem.value_or(Error{.kind = ErrorKind::Refused})));
            }
        });
    });
}

} // namespace callcard::relay
