#pragma once

#include "context.h"
#include "wsc.h"

#include <callcard/httpserver.h>

#include <deque>
#include <memory>

namespace callcard::demo::ringcentral {

/// One gateway session: outlives its socket for the time in which it can be recovered.
class Link : public std::enable_shared_from_this<Link>
{
public:
    Link(Context &context, std::string id, std::string oauthSession, std::string extensionId);
    ~Link();

    const std::string id;
    const std::string oauthSession;
    const std::string extensionId;
    std::string base{}; ///< For links in answers.
    bool hasSubscribed = false;
    int activeRequests = 0;
    std::vector<std::shared_ptr<serving::ServingThread::Timer>> delayed{};

    /// The socket it speaks through from now on; an older one is cut.
    void attach(std::shared_ptr<serving::WebSocket> socket);
    [[nodiscard]] bool isConnected() const { return m_socket != nullptr; }
    [[nodiscard]] const std::shared_ptr<serving::WebSocket> &socket() const { return m_socket; }
    void detach(); ///< The socket is gone; events are kept.
    void cut();    ///< Takes the socket away without a word.
    void close(std::uint16_t code, const std::string &reason);
    void goSilent();
    [[nodiscard]] bool isSilent() const { return m_isSilent; }

    /// A new life: sequence starts again. Returns the notifications missed since the token, newest last, at most the buffer's size.
    [[nodiscard]] std::vector<Json> recover(const WscToken &from);

    void sendDetails(Json body);
    void sendReply(const std::string &messageId, int status, std::map<std::string, std::string> headers, const Json &body,
                   const std::string &raw = {});
    void sendError(const std::string &messageId, int status, const std::string &code, const std::string &message);
    /// Notifications wait this long from now, in order: what a recovery brings back comes a moment after its ConnectionDetails, never in
    /// the same breath. The official client begins to listen only when it has read those.
    void holdNotifications(std::chrono::milliseconds how);
    /// Remembered for a recovery, whether or not it can be sent now.
    void notify(const Json &envelope);
    void sendText(const std::string &text);

    [[nodiscard]] Json describe() const;

    std::shared_ptr<DemoClock::Timer> idleTimer{};
    std::shared_ptr<DemoClock::Timer> absoluteTimer{};
    std::shared_ptr<DemoClock::Timer> accessTimer{}; ///< Of the access token it was opened with.
    std::shared_ptr<DemoClock::Timer> recoveryTimer{};
    std::shared_ptr<serving::ServingThread::Timer> pingTimer{};
    std::shared_ptr<serving::ServingThread::Timer> pongTimer{};

private:
    struct Kept {
        WscToken at{};
        Json envelope{};
    };
    [[nodiscard]] Json meta(const std::string &type, const std::string &messageId, std::optional<int> status, bool withWsc = true);
    void send(const Json &meta, const Json &body);

    Context &m_context;
    std::shared_ptr<serving::WebSocket> m_socket;
    bool m_isSilent = false;
    std::uint64_t m_life = 1;
    std::uint64_t m_sequence = 0;
    std::deque<Kept> m_recent;
    std::vector<std::string> m_held;
    std::shared_ptr<serving::ServingThread::Timer> m_holdTimer;
    Instant m_openedAt{};
    std::optional<Instant> m_droppedAt;
};

} // namespace callcard::demo::ringcentral
