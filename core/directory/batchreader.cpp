#include "batchreader.h"
#include "workerpriority.h"

namespace callcard {

namespace {
constexpr std::size_t kBatch = 256;
} // namespace

bool BatchReader::next(Batch &batch)
{
    batch.clear();
    if (m_isRead)
        return false;
    if (m_threads == ImportThreads::One) {
        StopWatch watch;
        m_isRead = !read(batch);
        m_spent += watch.lap();
        return !batch.empty();
    }
    if (!m_thread.joinable())
        m_thread = std::thread([this] { readAll(); });
    return m_queue.take(batch, m_enough.get_token()) && !batch.empty();
}

void BatchReader::end()
{
    m_enough.request_stop();
    if (m_thread.joinable())
        m_thread.join();
    m_isRead = true;
}

/// False: that was the last one.
bool BatchReader::read(Batch &batch)
{
    batch.clear();
    batch.reserve(kBatch);
    ImportedRow row;
    while (batch.size() < kBatch) {
        if (!m_source.next(row))
            return false;
        batch.push_back(std::move(row));
    }
    return true;
}

void BatchReader::readAll()
{
    lowerPriority();
    StopWatch watch;
    for (bool more = true; more && !m_enough.stop_requested();) {
        Batch batch;
        (void)watch.lap(); // waiting for the other thread is no reading
        more = read(batch);
        m_spent += watch.lap();
        if (!m_queue.put(std::move(batch), m_enough.get_token()))
            break;
    }
    m_queue.end();
}

} // namespace callcard
