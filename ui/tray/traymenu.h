#pragma once

#include <callcard/ui/tray.h>

#include <QMenu>

namespace callcard::ui {

/// A native menu, text and icons only. Built once; its entries change in place, so that an open menu stays as it is under the pointer.
class TrayMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit TrayMenu(Tray &tray);
    void setState(const TrayState &state);

private:
    QAction *entry(const QString &icon, const QString &text, void (Tray::*intent)());
    void fill(QMenu &menu, const QList<TrayCall> &calls, const QString &all, void (Tray::*allIntent)());

    Tray &m_tray; // owns us
    QAction *m_headline{};
    QAction *m_figures{};
    QAction *m_dial{};
    QAction *m_lastCard{};
    QMenu *m_missed{};
    QMenu *m_recent{};
    QAction *m_quiet{};
    QAction *m_sync{};
    QAction *m_metrics{};
    QAction *m_directory{};
    QAction *m_diagnostics{};
    TrayState m_state;
};

} // namespace callcard::ui
