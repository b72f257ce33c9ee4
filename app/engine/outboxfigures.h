#pragma once

#include <callcard/figuresoutlet.h>
#include <callcard/metricsdelivery.h>
#include <callcard/outbox.h>
#include <callcard/pace.h>

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>

namespace callcard {

/// Figures leave through the outbox, and what becomes of them is followed there.
class OutboxFigures final : public QObject, public FiguresOutlet
{
    Q_OBJECT

public:
    OutboxFigures(Outbox &outbox, Clock &clock, QObject *parent = nullptr);

    /// How documents are made, and by whom they are carried; no pump: Firestore is not set up.
    struct Way {
        UserId signedIn{};
        DateMarker marker{};
        QString client{};
        bool readOnly{};
        OutboxPump *pump{};
    };
    void setWay(const Way &way);
    /// Under rules that let nobody write for others: why. The own figures are written all the same.
    void refuseOthers(const std::optional<Error> &why) { m_othersRefused = why; }
    /// The delivery's witness.
    void onStands(const QString &key, bool written);

    /// Which documents of these days are still on their way.
    [[nodiscard]] QStringList waitingKeys(const UserId &user, const DayRange &range, const QStringList &sources) const;

    [[nodiscard]] Result<> mayWrite(const UserId &user) const override;
    [[nodiscard]] QCoro::Task<Result<FiguresDelivered>> deliver(UserId user, QList<DailyMetrics> days, QStringList completed,
                                                                std::stop_token stop) override;

private:
    /// One deliver() that waits. Lives in its frame.
    struct Following {
        QSet<QString> pending{};
        QSet<QString> figures{}; ///< The keys that count.
        FiguresDelivered result{};
        std::shared_ptr<Completion<>> done{};
    };
    void onDelivered(const QString &key);
    void onParked(const QString &key, const Error &reason);
    void onPauseChanged();
    void finishIfSettled(Following &following);
    [[nodiscard]] QCoro::Task<> giveUpAfter(std::chrono::milliseconds patience, std::shared_ptr<Completion<>> done, std::stop_token over);

    Outbox &m_outbox;
    Clock &m_clock;
    Way m_way;
    std::optional<Error> m_othersRefused;
    QPointer<OutboxPump> m_pump;
    QHash<QString, bool> m_written; ///< What the delivery said of keys that are followed.
    QList<Following *> m_followings;
    TaskScope m_scope;
};

} // namespace callcard
