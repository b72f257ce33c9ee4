#pragma once

#include <callcard/ui/popup.h>

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace callcard {

/// Between the cards and the screen: what comes alone is shown at once; what comes in a storm is shown once a frame, in its last state.
/// Thousands of events a second then cost sixty paints, and the interface goes on answering.
class CardFrames final : public QObject
{
    Q_OBJECT

public:
    explicit CardFrames(ui::Popup &popup, QObject *parent = nullptr); ///< The popup outlives us.

    void open(const Card &card);
    void change(const Card &card);
    void close(const CallId &id);
    void rename(const CallId &from, const CallId &into);

Q_SIGNALS:
    /// It was handed to the screen; what stands beside it can follow.
    void changeShown(const callcard::Card &card);

private:
    [[nodiscard]] bool isCalm();
    void flush();
    void collect(const CallId &id);

    struct Pending {
        std::optional<Card> card{};
        bool fresh{}; ///< Not on the screen yet.
        bool closed{};
    };
    ui::Popup &m_popup;
    QElapsedTimer m_frame;
    int m_inFrame = 0;
    QHash<CallId, Pending> m_pending;
    QList<CallId> m_order;
    QTimer m_next;
};

} // namespace callcard
