#include "faults/gate.h"

#include "faults/exchanges.h"
#include "httpdate.h"
#include "jsontext.h"

#include <algorithm>
#include <cctype>

namespace callcard::demo {

using namespace std::chrono_literals;

namespace {

constexpr std::size_t kMostHanging = 1000;
constexpr const char *kPage = "<!DOCTYPE html><html><head><title>Bad gateway</title></head><body><h1>Bad gateway</h1>"
                              "<p>The server returned an invalid or incomplete response.</p></body></html>";

/// What is asked for wins over what the service says by itself.
void replaceHeaders(serving::Headers &headers, const serving::Headers &by)
{
    const auto isSame = [](std::string_view a, std::string_view b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                          [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
    };
    std::erase_if(headers, [&](const auto &old) {
        return std::any_of(by.begin(), by.end(), [&](const auto &wanted) { return isSame(old.first, wanted.first); });
    });
    headers.insert(headers.end(), by.begin(), by.end());
}

} // namespace

Gate::Gate(serving::ServingThread &thread, DemoClock &clock, Journal &journal, Faults &faults)
    : m_thread(thread), m_clock(clock), m_journal(journal), m_faults(faults)
{
}

void Gate::later(const Fault &fault, std::function<void()> function)
{
    const auto id = ++m_lastTimer;
    const auto run = [this, id, function = std::move(function)] {
        Gate &gate = *this;
        const auto ours = id;
        const auto work = function;
        gate.m_timers.erase(ours); // destroys this very function, hence the copies
        gate.m_cloudTimers.erase(ours);
        work();
    };
    if (fault.inCloudTime)
        m_cloudTimers[id] = m_clock.after(fault.delay, run);
    else
        m_timers[id] = m_thread.after(fault.delay, run);
}

std::size_t Gate::held()
{
    std::erase_if(m_hanging, [](const auto &hanging) { return !hanging->isOpen(); });
    return m_hanging.size() + m_cloudTimers.size();
}

void Gate::serve(Service &service, const std::shared_ptr<serving::Exchange> &exchange)
{
    // A make-believe service must never take the cloud down with it.
    try {
        service.handle(exchange);
    } catch (const std::exception &error) {
        ++m_thrown;
        exchange->reply(
            serving::Response::json(500, dumped({{"error", "the demo cloud failed on this request"}, {"detail", error.what()}})));
    }
}

void Gate::releaseWaiting(const Service &service)
{
    std::vector<Waiting> now;
    for (auto waiting = m_waiting.begin(); waiting != m_waiting.end();) {
        if (waiting->first == &service) {
            now.push_back(*waiting);
            waiting = m_waiting.erase(waiting);
        } else {
            ++waiting;
        }
    }
    for (const auto &[target, exchange] : now)
        serve(*target, exchange);
}

void Gate::handle(Service &service, std::shared_ptr<serving::Exchange> exchange)
{
    const serving::Request &request = exchange->request();
    const auto number =
        m_journal.add({0, m_clock.now(), service.name(), request.method, request.target, request.headers, request.body, 0, {}});
    const auto fault = m_faults.pick(service.name(), request);
    if (fault)
        m_journal.markFault(number, word(fault->kind));
    const auto watched = std::make_shared<WatchedExchange>(
        [this, fault](std::function<void()> function) { later(*fault, std::move(function)); }, exchange, m_journal, number, fault);
    if (!fault) {
        serve(service, watched);
        releaseWaiting(service);
        return;
    }
    switch (fault->kind) {
    case FaultKind::Drop:
        exchange->hangUp();
        break;
    case FaultKind::Garbage:
        exchange->hangUp("\x16\x03\x01 this is no HTTP\r\n\r\n");
        break;
    case FaultKind::Hang:
        if (held() < kMostHanging)
            m_hanging.push_back(exchange);
        break;
    case FaultKind::Status: {
        serving::Response response = service.refusal(fault->status);
        response.status = fault->status;
        if (!fault->body.empty())
            response.body = fault->body;
        replaceHeaders(response.headers, {{"Date", httpDate(m_clock.now())}}); // the cloud's time, as in all else it says
        replaceHeaders(response.headers, fault->headers);
        watched->reply(std::move(response));
        break;
    }
    case FaultKind::Html:
        watched->reply(
            {fault->status, {{"Content-Type", "text/html"}, {"Date", httpDate(m_clock.now())}}, fault->body.empty() ? kPage : fault->body});
        break;
    case FaultKind::Delay:
        later(*fault, [this, &service, watched] { serve(service, watched); });
        break;
    case FaultKind::Double:
        serve(service, watched);
        serve(service, std::make_shared<UnheardExchange>(request));
        break;
    case FaultKind::Reorder:
        m_waiting.emplace_back(&service, watched);
        later(*fault, [this, &service] { releaseWaiting(service); }); // nobody came
        break;
    case FaultKind::Half:
    case FaultKind::Cut:
    case FaultKind::Lost:
    case FaultKind::Late:
        serve(service, watched);
        break;
    }
}

} // namespace callcard::demo
