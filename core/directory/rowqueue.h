#pragma once

#include "importsource.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <stop_token>
#include <vector>

namespace callcard {

/// Hands rows from the thread that reads to the one that stores, in batches; a reader that is ahead waits, so memory stays the same
/// whatever the file's size.
class RowQueue
{
public:
    using Batch = std::vector<ImportedRow>;

    /// False: nobody wants more.
    [[nodiscard]] bool put(Batch batch, const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        if (!m_changed.wait(lock, stop, [&] { return m_batches.size() < kMostWaiting; }))
            return false;
        m_batches.push_back(std::move(batch));
        m_changed.notify_all();
        return true;
    }
    void end()
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        m_changed.notify_all();
    }
    /// False: the end, or stopped.
    [[nodiscard]] bool take(Batch &batch, const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        if (!m_changed.wait(lock, stop, [&] { return !m_batches.empty() || m_ended; }) || m_batches.empty())
            return false;
        batch = std::move(m_batches.front());
        m_batches.pop_front();
        m_changed.notify_all();
        return true;
    }

private:
    static constexpr std::size_t kMostWaiting = 8;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Batch> m_batches;
    bool m_ended = false;
};

} // namespace callcard
