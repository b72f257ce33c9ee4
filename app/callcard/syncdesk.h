#pragma once

#include <callcard/task.h>
#include <callcard/ui/synctile.h>

#include <QObject>
#include <QTimer>

namespace callcard {

class Engine;

/// Between the figures' sync and what shows it: carries out "Sync now" and "Stop", and tells how it stands.
class SyncDesk final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive us.
    SyncDesk(Engine &engine, ui::SyncTile &tile, QObject *parent = nullptr);

    void syncNow();
    void stopSync();
    /// Ages are of now.
    void refresh();
    [[nodiscard]] QCoro::Task<> stop();

Q_SIGNALS:
    /// "12/30" while what somebody asked for runs, then empty.
    void progressChanged(const QString &progress);

private:
    [[nodiscard]] QCoro::Task<> run();
    [[nodiscard]] ui::SyncView view() const;

    Engine &m_engine;
    ui::SyncTile &m_tile;
    QTimer m_soon; ///< A month has thirty steps within a second.
    std::optional<ui::SyncOutcome> m_outcome;
    QString m_progress;
    bool m_running = false;
    std::stop_source m_stop;
    TaskScope m_scope; // last: its coroutines use all of the above
};

} // namespace callcard
