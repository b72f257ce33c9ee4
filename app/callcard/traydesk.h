#pragma once

#include "traylists.h"

#include <callcard/ui/shell.h>
#include <callcard/ui/tray.h>

#include <QObject>
#include <QTimer>

namespace callcard {

class Engine;
struct Card;

/// What the tray and the window's side bar say: the truth about connections, quiet, ringing and missed calls. Told when the card
/// that goes with it has been painted.
class TrayDesk final : public QObject
{
    Q_OBJECT

public:
    /// All outlive us.
    TrayDesk(Engine &engine, ui::Tray &tray, ui::Shell &shell, QObject *parent = nullptr);

    void refresh();
    void setSyncing(const QString &progress); ///< Empty: nothing that could be stopped.

private:
    void refreshSoon();
    void readLog();
    void setQuiet(bool on);
    [[nodiscard]] ui::TrayState state(const QDateTime &now) const;

    Engine &m_engine;
    ui::Tray &m_tray;
    ui::Shell &m_shell;
    TrayLists m_lists;
    QString m_syncing;
    QTimer m_soon;
    QTimer m_readSoon; ///< The log is read once for all that changed in a moment.
    QTimer m_quietEnds;
};

} // namespace callcard
