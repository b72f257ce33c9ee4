#pragma once

#include "restwire.h"
#include "ringoutwire.h"

#include <functional>

namespace callcard::ringcentral {

/// A call on its way by RingOut: my phone rings first, then theirs. Asks how far it is, sparingly, and at once when an event
/// says that something moved. Signals come in a turn of their own, so that whoever hears them may let us go.
class RingOutAttempt final : public DialAttempt
{
    Q_OBJECT

public:
    /// `hangUp` ends a session by call control, for when the attempt can be cancelled no more.
    using HangUp = std::function<QCoro::Task<Result<>>(QString session, std::stop_token stop)>;
    RingOutAttempt(RingCentralContext context, RingOutStatus status, HangUp hangUp);

    [[nodiscard]] QCoro::Task<Result<>> cancel(std::stop_token stop) override;

    /// An event of the call that we placed: its session is known, and something changed.
    void onEvent(const CallEvent &event);
    [[nodiscard]] bool isOver() const { return m_over; }

private:
    QCoro::Task<> follow(std::stop_token stop);
    QCoro::Task<> pause(std::stop_token stop);
    void update(DialProgress progress, bool decided);

    const RingCentralContext m_context;
    const QUrl m_url;
    const HangUp m_hangUp;
    DialProgress m_progress;
    bool m_over = false;
    bool m_poked = false;
    std::stop_source m_pause;
    TaskScope m_scope;
};

} // namespace callcard::ringcentral
