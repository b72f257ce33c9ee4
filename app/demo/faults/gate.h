#pragma once

#include "faults/faults.h"
#include "journal.h"
#include "service.h"

#include <map>

namespace callcard::demo {

/// In front of every service: writes down what arrives, applies the fault that fits, hands over.
class Gate
{
public:
    Gate(serving::ServingThread &thread, DemoClock &clock, Journal &journal, Faults &faults);
    void handle(Service &service, std::shared_ptr<serving::Exchange> exchange);
    /// How many requests a service threw at instead of answering: bugs of the cloud.
    [[nodiscard]] std::uint64_t thrown() const { return m_thrown; }
    /// Requests that a fault keeps without an answer: for ever, or until the cloud's clock has moved.
    [[nodiscard]] std::size_t held();

private:
    using Waiting = std::pair<Service *, std::shared_ptr<serving::Exchange>>;
    void later(const Fault &fault, std::function<void()> function);
    void serve(Service &service, const std::shared_ptr<serving::Exchange> &exchange);
    void releaseWaiting(const Service &service);

    serving::ServingThread &m_thread;
    DemoClock &m_clock;
    Journal &m_journal;
    Faults &m_faults;
    std::vector<Waiting> m_waiting; ///< For a later request to pass first.
    std::vector<std::shared_ptr<serving::Exchange>> m_hanging;
    std::map<std::uint64_t, std::shared_ptr<serving::ServingThread::Timer>> m_timers;
    std::map<std::uint64_t, std::shared_ptr<DemoClock::Timer>> m_cloudTimers;
    std::uint64_t m_lastTimer = 0;
    std::uint64_t m_thrown = 0;
};

} // namespace callcard::demo
