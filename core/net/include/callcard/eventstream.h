#pragma once

#include <callcard/http.h>

#include <QByteArray>
#include <QObject>

#include <functional>
#include <memory>

namespace callcard {

/// One dispatched event of a text/event-stream.
struct ServerEvent {
    QByteArray id{}; ///< The stream's last id, also when this event brought none.
    QByteArray type{"message"};
    QByteArray data{}; ///< Lines joined by LF.
    bool operator==(const ServerEvent &) const = default;
};

/// Bytes in any pieces → events, as the HTML standard's "Server-sent events" says: CR, LF or CRLF, a byte order mark, comments,
/// several data lines, retry, ids. A line or an event beyond the limits is skipped and counted, the stream goes on behind it.
class EventStreamParser
{
public:
    struct Limits {
        qsizetype line{256 * 1024};
        qsizetype event{1024 * 1024};
    };

    explicit EventStreamParser(Limits limits);
    EventStreamParser();

    [[nodiscard]] QList<ServerEvent> feed(QByteArrayView bytes);
    void setLastEventId(QByteArray id) { m_id = m_dispatchedId = std::move(id); }
    [[nodiscard]] QByteArray lastEventId() const { return m_dispatchedId; }
    [[nodiscard]] std::optional<std::chrono::milliseconds> retry() const { return m_retry; } ///< At most an hour.
    [[nodiscard]] int skipped() const { return m_skipped; }
    [[nodiscard]] qsizetype held() const { return m_line.size() + m_data.size() + m_type.size(); } ///< Memory bounded by the limits.

private:
    void takeLine(QList<ServerEvent> &events);
    void takeField(QByteArrayView name, QByteArrayView value);
    void dispatch(QList<ServerEvent> &events);

    Limits m_limits;
    QByteArray m_line;
    QByteArray m_id;
    QByteArray m_dispatchedId;
    QByteArray m_type;
    QByteArray m_data;
    std::optional<std::chrono::milliseconds> m_retry;
    int m_bomBytes = 0; // of the three, while still at the very beginning; -1 behind it
    int m_skipped = 0;
    bool m_lastWasCr = false;
    bool m_skipLine = false;
    bool m_skipEvent = false;
};

/// One connection to a stream of server-sent events. Notices silence and the computer's sleep, but never reconnects: whoever holds us
/// decides (telephony::FeedSupervisor), with lastEventId() and retry() in hand.
class EventStream final : public QObject
{
    Q_OBJECT

public:
    struct Options {
        std::chrono::milliseconds connectWithin{20'000};
        std::chrono::milliseconds silence{45'000}; ///< Not even a comment came for so long: dead.
        EventStreamParser::Limits limits{};
    };
    enum class State { Closed, Connecting, Open };

    /// Both outlive us.
    EventStream(HttpClient &client, Options options, QObject *parent = nullptr);
    ~EventStream() override;

    /// Adds Accept and, if given, Last-Event-ID. Closes what was open, silently.
    void open(HttpRequest request, QByteArray lastEventId = {});
    /// No signal follows.
    void close();

    [[nodiscard]] State state() const;
    [[nodiscard]] QByteArray lastEventId() const;
    [[nodiscard]] std::optional<std::chrono::milliseconds> retry() const;
    [[nodiscard]] int skipped() const;

Q_SIGNALS:
    void opened();
    void eventReceived(const callcard::ServerEvent &event);
    /// Once after each open() that was not followed by close(). Any status but 200 with the right type, silence, a broken connection and
    /// the server's own end (Broken) arrive here. We may be deleted inside.
    void closed(const callcard::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace callcard

Q_DECLARE_METATYPE(callcard::ServerEvent)
