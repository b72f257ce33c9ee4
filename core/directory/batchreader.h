#pragma once

#include "importrun.h"
#include "rowqueue.h"

#include <QElapsedTimer>

#include <chrono>
#include <functional>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

namespace callcard {

/// The time since it was last asked.
class StopWatch
{
public:
    StopWatch() { m_timer.start(); }
    [[nodiscard]] std::chrono::nanoseconds lap()
    {
        const qint64 now = m_timer.nsecsElapsed();
        return std::chrono::nanoseconds(now - std::exchange(m_last, now));
    }

private:
    QElapsedTimer m_timer;
    qint64 m_last = 0;
};

/// The rows of a file in batches, read on the thread that asks or ahead of it on one of its own.
class BatchReader
{
public:
    using Batch = std::vector<ImportedRow>;

    BatchReader(ImportSource &source, ImportThreads threads, std::stop_token stop)
        : m_source(source), m_threads(threads), m_cancelled(std::move(stop), [this] { m_enough.request_stop(); })
    {
    }
    ~BatchReader() { end(); }
    BatchReader(const BatchReader &) = delete;
    BatchReader &operator=(const BatchReader &) = delete;

    /// False: there are no more.
    [[nodiscard]] bool next(Batch &batch);
    /// After it the source is the asking thread's again.
    void end();
    /// On reading and parsing; known when it has ended.
    [[nodiscard]] std::chrono::nanoseconds spent() const { return m_spent; }

private:
    [[nodiscard]] bool read(Batch &batch);
    void readAll();

    ImportSource &m_source;
    const ImportThreads m_threads;
    RowQueue m_queue;
    bool m_isRead = false;
    std::chrono::nanoseconds m_spent{}; ///< Written by the thread that reads.
    std::stop_source m_enough;          ///< The file's end, a failure of who stores, or the person's wish.
    const std::stop_callback<std::function<void()>> m_cancelled;
    std::thread m_thread;
};

} // namespace callcard
