#pragma once

#include <callcard/ui/directoryvalues.h>

#include <QWidget>

class QMenu;

namespace callcard::ui {

class Label;

/// Below the list: how many of how many, how old they are or how far a sync is, and what can be done with the whole directory.
class ListFooter final : public QWidget
{
    Q_OBJECT

public:
    explicit ListFooter(QWidget *parent = nullptr);
    void setCount(const QString &text);
    void setRefused(qint64 count, bool known); ///< What can be looked at where there are none, is not offered.
    void setSync(const SyncState &sync, const QDateTime &lastSync, const DirectoryOptions &options, const QDateTime &now);

Q_SIGNALS:
    void addRequested();
    void importRequested();
    void choicesRequested();
    void refusedRequested();
    void syncRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Label *m_count;
    Label *m_sync;
    QAction *m_refused;
    QAction *m_syncNow;
    bool m_running = false;
    bool m_failed = false;
};

} // namespace callcard::ui
