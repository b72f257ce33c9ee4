#include <callcard/ratebudget.h>

#include <QLoggingCategory>

#include <algorithm>
#include <deque>
#include <map>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcRate, "callcard.net.rate", QtInfoMsg)

struct Pause {
    std::chrono::milliseconds until{}; // monotonic
    bool probing = false;              // after a penalty, until a request came back with anything but 429
};

/// A request in the queue; it lives in the frame of run().
struct Waiter {
    Completion<> turn{};
    Patience patience{};
    bool letGo = false;
};

struct Group {
    std::deque<Waiter *> queue{};
    int inFlight = 0;
    quint64 sent = 0;
    quint64 penalties = 0;
    Pause pause{};
    std::optional<int> remaining{};
};

} // namespace

struct RateBudget::State : std::enable_shared_from_this<State> {
    HttpClient &client;
    Clock &clock;
    RateRules rules;
    std::map<QString, Group> groups{}; // never shrinks, so references stay
    Pause service{};
    bool closed = false;
    std::stop_source wakeStop{};
    std::chrono::milliseconds wakesAt{};
    TaskScope *scope = nullptr;

    State(HttpClient &c, Clock &k, RateRules r) : client(c), clock(k), rules(std::move(r)) {}

    [[nodiscard]] std::chrono::milliseconds pauseLeft(const Group &group) const
    {
        return std::max(0ms, std::max(group.pause.until, service.until) - clock.monotonic());
    }

    [[nodiscard]] int inFlightOfAll() const
    {
        int sum = 0;
        for (const auto &[name, group] : groups)
            sum += group.inFlight;
        return sum;
    }

    [[nodiscard]] bool maySend(const Group &group) const
    {
        if (pauseLeft(group) > 0ms)
            return false;
        if (service.probing)
            return inFlightOfAll() == 0;
        if (group.pause.probing)
            return group.inFlight == 0;
        // What is on its way may not be in the server's count yet.
        return group.inFlight < rules.parallel && (!group.remaining || *group.remaining > group.inFlight);
    }

    /// Lets go who may go, and makes sure that somebody looks again when a pause ends.
    void pump()
    {
        if (closed)
            return;
        const auto keepAlive = shared_from_this();
        std::optional<std::chrono::milliseconds> soonest;
        for (auto &[name, group] : groups) {
            while (!group.queue.empty() && maySend(group)) {
                Waiter *next = group.queue.front();
                group.queue.pop_front();
                ++group.inFlight; // before it runs: it may come back here
                next->letGo = true;
                next->turn.complete();
                if (closed)
                    return;
            }
            if (!group.queue.empty() && pauseLeft(group) > 0ms)
                soonest = std::min(soonest.value_or(pauseLeft(group)), pauseLeft(group));
        }
        if (soonest)
            wakeIn(*soonest);
    }

    void wakeIn(std::chrono::milliseconds duration)
    {
        const auto at = clock.monotonic() + duration;
        if (wakesAt > clock.monotonic() && wakesAt <= at)
            return;
        wakeStop.request_stop();
        wakeStop = {};
        wakesAt = at;
        scope->start(wake(shared_from_this(), duration, wakeStop.get_token()));
    }

    static QCoro::Task<> wake(std::shared_ptr<State> state, std::chrono::milliseconds duration, std::stop_token stop)
    {
        const Result<> slept = co_await state->clock.sleep(duration, stop);
        if (!slept || state->closed)
            co_return;
        state->wakesAt = 0ms;
        state->pump();
    }

    void failTheImpatient()
    {
        const auto keepAlive = shared_from_this();
        for (auto &[name, group] : groups) {
            const auto left = pauseLeft(group);
            if (left <= 0ms)
                continue;
            while (!closed) {
                const auto found = std::find_if(group.queue.begin(), group.queue.end(),
                                                [&](const Waiter *waiter) { return isTooLong(left, waiter->patience); });
                if (found == group.queue.end())
                    break;
                Waiter *waiter = *found;
                group.queue.erase(found);
                waiter->turn.complete(tooLate(name, left));
            }
        }
    }

    [[nodiscard]] bool isTooLong(std::chrono::milliseconds left, Patience patience) const
    {
        return left > 0ms && (patience == Patience::FailsFast || left > rules.mostWait);
    }

    static tl::unexpected<Error> tooLate(const QString &name, std::chrono::milliseconds left)
    {
        return failure(ErrorKind::RateLimited, u"waiting for the rate limit of "_s + name, std::chrono::ceil<std::chrono::seconds>(left));
    }

    void learn(const QString &name, Group &group, const HttpAnswer &answer)
    {
        const QDateTime now = clock.now();
        const RateReading reading = rules.reader ? rules.reader(answer, now) : RateReading{};
        if (answer.status == 429) {
            const auto told = answer.retryAfter(now);
            const auto duration =
                (told ? std::chrono::milliseconds(*told) : reading.untilMore.value_or(rules.penaltyUnknown)) + rules.margin;
            ++group.penalties;
            Pause &pause = reading.isAboutGroup ? group.pause : service;
            pause.until = std::max(pause.until, clock.monotonic() + duration);
            pause.probing = true;
            group.remaining.reset();
            failTheImpatient();
            qCInfo(lcRate) << "rate limited:" << name << (reading.isAboutGroup ? "(group)" : "(service)") << "for" << duration.count()
                           << "ms";
            return;
        }
        // An answer to something sent before the penalty began does not end it.
        if (clock.monotonic() >= group.pause.until)
            group.pause.probing = false;
        if (clock.monotonic() >= service.until)
            service.probing = false;
        group.remaining = reading.remaining;
        if (reading.remaining == 0 && reading.untilMore) {
            group.pause.until = std::max(group.pause.until, clock.monotonic() + *reading.untilMore + rules.margin);
            group.remaining.reset(); // the pause says it all; after it we do not know
        } else if (reading.remaining == 0) {
            group.remaining.reset(); // zero left and no word until when: the 429 will tell
        }
    }
};

RateBudget::RateBudget(HttpClient &client, Clock &clock, RateRules rules)
    : m_state(std::make_shared<State>(client, clock, std::move(rules)))
{
    m_state->scope = &m_scope;
}

RateBudget::~RateBudget()
{
    m_state->closed = true;
    m_state->wakeStop.request_stop();
    for (auto &[name, group] : m_state->groups) {
        while (!group.queue.empty()) {
            Waiter *waiter = group.queue.front();
            group.queue.pop_front();
            waiter->turn.complete(failure(ErrorKind::Cancelled));
        }
    }
}

QCoro::Task<Result<HttpAnswer>> RateBudget::send(QString group, HttpRequest request, std::stop_token stop, Patience patience)
{
    return run(m_state, std::move(group), std::move(request), std::move(stop), patience);
}

QCoro::Task<Result<HttpAnswer>> RateBudget::run(std::shared_ptr<State> state, QString name, HttpRequest request, std::stop_token stop,
                                                Patience patience)
{
    if (stop.stop_requested() || state->closed)
        co_return failure(ErrorKind::Cancelled);
    Group &group = state->groups[name];
    for (int tries = 1;; ++tries) {
        if (const auto left = state->pauseLeft(group); state->isTooLong(left, patience))
            co_return State::tooLate(name, left);
        Waiter waiter{.patience = patience};
        if (tries == 1 && patience == Patience::Waits)
            group.queue.push_back(&waiter);
        else
            group.queue.push_front(&waiter); // was there before, or a person is waiting
        state->pump();
        if (const Result<> mine = co_await waiter.turn.wait(stop); !mine) {
            std::erase(group.queue, &waiter);
            if (waiter.letGo) { // stopped in the very moment: give the place back
                --group.inFlight;
                state->pump();
            }
            co_return tl::unexpected(mine.error());
        }
        ++group.sent;
        const Result<HttpAnswer> answer = co_await state->client.send(request, stop);
        --group.inFlight;
        if (state->closed)
            co_return answer;
        if (answer)
            state->learn(name, group, *answer);
        state->pump();
        if (!answer || answer->status != 429 || tries >= state->rules.triesOn429 || stop.stop_requested())
            co_return answer;
    }
}

QList<RateGroupState> RateBudget::groups() const
{
    QList<RateGroupState> result;
    for (const auto &[name, group] : m_state->groups) {
        const auto left = m_state->pauseLeft(group);
        result.append({.group = name,
                       .waiting = int(group.queue.size()),
                       .inFlight = group.inFlight,
                       .sent = group.sent,
                       .penalties = group.penalties,
                       .pausedFor = left > 0ms ? std::optional(left) : std::nullopt,
                       .remaining = group.remaining});
    }
    return result;
}

} // namespace callcard
