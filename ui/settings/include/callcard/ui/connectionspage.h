#pragma once

#include <callcard/connection.h>

#include <QWidget>

class QVBoxLayout;

namespace callcard::ui {

class ConnectionRow;
class EmptyState;

/// The truth about every connected service: its state in a word, the last event, what is wrong and what is done about it.
class ConnectionsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionsPage(QWidget *parent = nullptr);
    [[nodiscard]] static QString title();

    /// Below the connections; takes it.
    void addTile(QWidget *tile);
    void setConnections(const QList<Connection> &connections, const QDateTime &now);

Q_SIGNALS:
    void testRequested();
    void setUpRequested(); ///< Nothing is connected yet.
    void signInRequested(const QString &service);
    void signOutRequested(const QString &service);

private:
    QWidget *m_tile;
    QVBoxLayout *m_rows;
    QVBoxLayout *m_tiles;
    EmptyState *m_empty;
    QList<ConnectionRow *> m_widgets;
};

} // namespace callcard::ui
