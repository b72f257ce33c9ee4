#pragma once

#include <callcard/clock.h>
#include <callcard/http.h>
#include <callcard/netfault.h>
#include <callcard/traffic.h>

#include <QObject>
#include <QUrl>

#include <memory>

namespace callcard {

/// Why and how a WebSocket ended.
struct WebSocketEnd {
    Error error{};
    int code{1006};   ///< As the server sent it; 1006: it sent none.
    QString reason{}; ///< From outside, cut to 123 characters: not for logs.
};

/// One WebSocket connection carrying text. Pings, notices a dead link and the computer's sleep, bounds what comes in, but never reconnects.
class WebSocketConnection final : public QObject
{
    Q_OBJECT

public:
    struct Options {
        std::chrono::milliseconds connectWithin{20'000};
        std::chrono::milliseconds pingAfter{30'000}; ///< Of silence. Any message counts as a sign of life.
        std::chrono::milliseconds pongWithin{10'000};
        qint64 maxMessageBytes{4 * 1024 * 1024};
    };
    enum class State { Closed, Connecting, Open };

    /// Both outlive us.
    WebSocketConnection(Clock &clock, TrafficLedger &traffic, Options options, QObject *parent = nullptr);
    ~WebSocketConnection() override;

    /// Closes what was open, silently.
    void open(const QUrl &url, const HttpHeaders &headers = {});
    /// False when the connection is not open. Sent or not, delivery shows only in the answer.
    [[nodiscard]] bool send(const QString &text);
    /// Says goodbye. No signal follows.
    void close(int code = 1000, const QString &reason = {});
    /// Asks for a sign of life now, for example after the network changed.
    void probe();

    [[nodiscard]] State state() const;
    [[nodiscard]] std::optional<std::chrono::milliseconds> roundTrip() const; ///< Of the last ping.

Q_SIGNALS:
    void opened();
    void textReceived(const QString &text);
    void answered(); ///< A ping of ours: the other side lives, though it has nothing to say.
    /// Once after each open() that was not followed by close(). We may be deleted inside.
    void ended(const callcard::WebSocketEnd &end);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace callcard

Q_DECLARE_METATYPE(callcard::WebSocketEnd)
