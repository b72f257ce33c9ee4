#pragma once

#include "callbook.h"

#include <callcard/backoff.h>
#include <callcard/httpserver.h>

#include <unordered_map>

namespace callcard::relay {

/// The open streams. Each reads its rep's events at its own pace: who is slow waits for nobody and nobody waits for him. Serving thread
/// only.
class Hub
{
public:
    /// All outlive us. `placesCalls`: its readers are told so.
    Hub(serving::ServingThread &thread, const CallBook &book, const Clock &clock, std::chrono::milliseconds heartbeat, bool placesCalls);
    ~Hub();

    /// Begins to beat.
    void start();
    void open(const std::shared_ptr<serving::Exchange> &exchange, const QString &email, const QByteArray &tokenHash);
    /// The book has something new for them.
    void publish(const QStringList &emails);
    /// Cuts the streams of tokens that open nothing any more.
    void keepOnly(const std::function<bool(const QByteArray &tokenHash)> &isValid);
    /// Tells every reader when to come back, each at another moment, and ends the streams properly.
    void sayGoodbye();

    [[nodiscard]] std::size_t readers() const { return m_readers.size(); }
    [[nodiscard]] int readersOf(const QByteArray &tokenHash) const { return m_perToken.value(tokenHash); }
    [[nodiscard]] std::size_t slowReaders() const { return m_slow.size(); }

private:
    struct Reader {
        QString email{};
        QByteArray tokenHash{};
        std::shared_ptr<serving::BodyStream> stream{};
        quint64 sent = 0;
        int beat = 0;
    };
    using ReaderId = quint64;

    void onClosed(ReaderId id);
    /// Sends what the reader has not seen, as far as it keeps up. Whether that was everything.
    bool catchUp(Reader &reader);
    void beat();
    void pushSlow();

    serving::ServingThread &m_thread;
    const CallBook &m_book;
    const Clock &m_clock;
    const std::chrono::milliseconds m_heartbeat;
    const bool m_placesCalls;
    std::unordered_map<ReaderId, Reader> m_readers;
    QHash<QString, QList<ReaderId>> m_perRep;
    QHash<QByteArray, int> m_perToken;
    QList<ReaderId> m_slow;
    ReaderId m_last = 0;
    int m_beat = 0;
    Backoff m_spread{Backoff::Shape{}};
    std::shared_ptr<serving::ServingThread::Timer> m_beatTimer;
    std::shared_ptr<serving::ServingThread::Timer> m_slowTimer;
};

} // namespace callcard::relay
