#include "callcommand.h"

#include "calljson.h"
#include "engine.h"

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kOpensWithin = 20s;  // a keychain may ask a person
constexpr auto kGreetsWithin = 10s; // a relay says what it can when it greets
constexpr qsizetype kLongestNumber = 10'000;

Error saying(const QString &sentence)
{
    return {.kind = ErrorKind::Refused, .detail = sentence};
}

QString sentenceOf(DialObstacle obstacle)
{
    switch (obstacle) {
    case DialObstacle::Opening:
        return u"Callcard is still starting. Try again in a moment."_s;
    case DialObstacle::NoProvider:
        return u"No connected phone service can dial. Connect RingCentral, or choose another way: callcard-cli config set dialing/via ringcentral-app"_s;
    case DialObstacle::NoShortCodes:
        return u"Short numbers cannot be dialled from here. Dial it on your phone."_s;
    case DialObstacle::Loop:
        return u"Phone links open Callcard itself. Choose another way: callcard-cli config set dialing/via provider"_s;
    case DialObstacle::NoAgent:
        return u"The relay has no AI agent that calls, or is not connected. callcard-cli check tells more."_s;
    }
    Q_UNREACHABLE();
}

QString sentenceOf(DialWarning warning)
{
    switch (warning) {
    case DialWarning::Emergency:
        return u"this is an emergency number"_s;
    case DialWarning::Premium:
        return u"this number costs extra"_s;
    case DialWarning::DoNotCall:
        return u"this customer is on the do-not-call list"_s;
    case DialWarning::NightThere:
        return u"it is outside the hours for calls there"_s;
    }
    Q_UNREACHABLE();
}

QString sentenceOf(const QList<DialWarning> &warnings)
{
    QStringList reasons;
    for (const DialWarning warning : warnings)
        reasons.append(sentenceOf(warning));
    return u"Not dialled: "_s + reasons.join(u", "_s) + u". Add --anyway to call all the same."_s;
}

QString sentenceOf(const Error &error, DialRoute route)
{
    for (const DialObstacle obstacle : {DialObstacle::NoProvider, DialObstacle::Loop, DialObstacle::NoAgent}) {
        if (error.detail == dialObstacleName(obstacle))
            return sentenceOf(obstacle);
    }
    if (route != DialRoute::Provider && route != DialRoute::AiAgent)
        return u"Nothing on this computer opens the links of this way to dial. Choose another: callcard-cli config set dialing/via provider"_s;
    switch (error.kind) {
    case ErrorKind::TimedOut:
    case ErrorKind::ServerFault:
    case ErrorKind::BadPayload:
        return u"The service did not say what became of the call. Your phone may ring all the same: look before you try again."_s;
    case ErrorKind::RateLimited:
        return error.retryAfter ? u"The service asks for patience: call again in %1 seconds."_s.arg(error.retryAfter->count())
                                : u"The service asks for patience: call again in a minute."_s;
    case ErrorKind::SignInNeeded:
        return u"The service wants you to sign in again, in Callcard's settings. Nothing was dialled."_s;
    case ErrorKind::Offline:
        return u"The service cannot be reached. Nothing was dialled."_s;
    default:
        return u"The service refused the call; your account may lack the right. callcard-cli check tells more."_s;
    }
}

QCoro::Task<> endPatience(Clock &clock, std::chrono::seconds patience, std::shared_ptr<Completion<>> waited, std::stop_token stop)
{
    const Result<> slept = co_await clock.sleep(patience, stop);
    if (slept)
        waited->complete(failure(ErrorKind::TimedOut));
}

Json resultLine(const QString &status, const QString &reason)
{
    return {{"type", "result"}, {"status", status.toStdString()}, {"reason", reason.toStdString()}};
}

} // namespace

/// What is known of the call that is being followed.
struct CallCommand::Follow {
    qint64 record = 0;
    Json result{};
    Completion<> end{};
};

CallCommand::CallCommand(Engine &engine, DialService &dial, QObject *parent) : QObject(parent), m_engine(engine), m_dial(dial) {}

void CallCommand::answer(const IpcQuestion &question, const IpcReply &reply)
{
    m_scope.start(answerLater(question, reply));
}

QCoro::Task<> CallCommand::answerLater(IpcQuestion question, IpcReply reply)
{
    std::stop_source stop; // our end, or the asker's
    const std::stop_callback ended(m_scope.stopToken(), [stop]() mutable { stop.request_stop(); });
    reply.onClosed(this, [stop]() mutable { stop.request_stop(); });
    const Tell tell = [reply](const Json &event) { reply.event(event); };
    const Result<Json> document = co_await run(question.arguments, tell, stop.get_token());
    if (document)
        reply.result(*document);
    else
        reply.error(document.error());
}

QCoro::Task<Result<>> CallCommand::untilOpened(std::stop_token stop)
{
    if (m_engine.accounts())
        co_return {};
    const auto opened = std::make_shared<Completion<>>();
    const auto done = connect(&m_engine, &Engine::accountsOpened, this, [opened] { opened->complete(); });
    TaskScope patience;
    patience.start(endPatience(m_engine.clock(), kOpensWithin, opened, patience.stopToken()));
    const Result<> result = co_await opened->wait(stop);
    disconnect(done);
    co_await patience.close();
    co_return result;
}

/// Who has just started has not heard from the relay yet.
QCoro::Task<> CallCommand::untilAgentIsKnown(std::stop_token stop)
{
    const auto known = std::make_shared<Completion<>>();
    const auto isKnown = [this] {
        const QList<Connection> all = m_engine.liveCalls().connections();
        const bool waits = std::any_of(all.begin(), all.end(), [](const Connection &one) {
            return one.name == "relay"_L1 && one.state == ConnectionState::Connecting;
        });
        return m_dial.dialing().rules().agentCalls || !waits;
    };
    const auto look = [known, isKnown] {
        if (isKnown())
            known->complete();
    };
    const auto rules = connect(&m_dial, &DialService::rulesChanged, this, look);
    const auto connections = connect(&m_engine, &Engine::connectionsChanged, this, look);
    look();
    TaskScope patience;
    patience.start(endPatience(m_engine.clock(), kGreetsWithin, known, patience.stopToken()));
    const Result<> waited = co_await known->wait(stop);
    Q_UNUSED(waited)
    disconnect(rules);
    disconnect(connections);
    co_await patience.close();
}

QCoro::Task<Result<Json>> CallCommand::run(Json arguments, Tell tell, std::stop_token stop)
{
    const Result<> opened = co_await untilOpened(stop);
    if (!opened)
        co_return tl::unexpected(opened.error().kind == ErrorKind::Cancelled ? opened.error() : saying(sentenceOf(DialObstacle::Opening)));
    m_dial.refresh();
    const QString text = textArgument(arguments, "number").left(kLongestNumber + 1);
    const auto target = m_dial.dialing().read(text);
    if (!target)
        co_return tl::unexpected(saying(u"There is no phone number in this text that can be dialled."_s));
    const QString via = textArgument(arguments, "via").left(40);
    const std::optional<DialRoute> through = dialRouteFromName(via);
    if (!via.isEmpty() && !through)
        co_return tl::unexpected(
            saying(u"There is no such way to call. Ways: provider, ringcentral-app, justcall-dialer, system, ai-agent."_s));
    if (through == DialRoute::AiAgent)
        co_await untilAgentIsKnown(stop);
    const DialPlan plan = m_dial.plan(*target, {}, through);
    if (plan.obstacle)
        co_return tl::unexpected(saying(sentenceOf(*plan.obstacle)));
    const bool anyway = flagArgument(arguments, "anyway");
    if (!plan.warnings.isEmpty() && !anyway)
        co_return tl::unexpected(saying(sentenceOf(plan.warnings)));
    const QList<DialWarning> accepted = plan.warnings;
    const bool wait = !arguments.contains("wait") || flagArgument(arguments, "wait");
    co_return co_await place(plan, accepted, wait, std::move(tell), stop);
}

QCoro::Task<Result<Json>> CallCommand::place(DialPlan plan, QList<DialWarning> accepted, bool wait, Tell tell, std::stop_token stop)
{
    const auto follow = std::make_shared<Follow>();
    QObject listener; // ends with this coroutine
    // What happens while the answer is awaited belongs to the call as well: the record is the newest one.
    connect(&m_dial.book(), &DialBook::changed, &listener, [this, follow](const CallId &, const DialRecord &record) {
        if (follow->record == 0 || follow->record != record.id)
            return;
        const std::optional<Call> clicked = m_dial.book().clicked(record.id);
        if (clicked && !clicked->isLive() && follow->result.is_null()) {
            follow->result = resultLine(callStateName(clicked->state),
                                        clicked->providerStatus.isEmpty() ? endReasonName(clicked->reason) : clicked->providerStatus);
            follow->end.complete();
        }
    });
    connect(&m_engine.tracker(), &CallTracker::callChanged, &listener, [this, follow, tell](const Call &call) {
        if (follow->record == 0 || m_dial.book().callOf(follow->record) != call.id)
            return;
        tell(callLine(call, m_engine.customers().whoIs(call.remote)));
        if (!call.isLive()) {
            follow->result = resultLine(callStateName(call.state), endReasonName(call.reason));
            follow->end.complete();
        }
    });
    const Result<Dialing::Dialled> dialled = co_await m_dial.dialing().dial(plan, accepted, stop);
    if (!dialled)
        co_return tl::unexpected(Error{
            .kind = dialled.error().kind, .detail = sentenceOf(dialled.error(), plan.route), .retryAfter = dialled.error().retryAfter});
    if (plan.route != DialRoute::Provider) {
        const Json handed = resultLine(u"handed-over"_s, dialRouteName(plan.route));
        co_return handed;
    }
    if (!wait) {
        const Json placed = resultLine(u"placed"_s, dialled->alreadyCalling ? u"already-calling"_s : QString());
        co_return placed;
    }
    follow->record = dialled->record;
    const std::optional<Call> joined = m_engine.tracker().call(m_dial.book().callOf(follow->record));
    if (joined) // it showed before the answer came
        tell(callLine(*joined, m_engine.customers().whoIs(joined->remote)));
    if (joined && !joined->isLive()) {
        const Json over = resultLine(callStateName(joined->state), endReasonName(joined->reason));
        co_return over;
    }
    const Result<> ended = co_await follow->end.wait(stop);
    if (!ended)
        co_return tl::unexpected(ended.error());
    const Json result = follow->result;
    co_return result;
}

} // namespace callcard
