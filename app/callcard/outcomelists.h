#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace callcard {

class Engine;

/// The outcomes of services that take only their own words: no service lists them, so they are learned from its past calls.
class OutcomeLists final : public QObject
{
    Q_OBJECT

public:
    explicit OutcomeLists(Engine &engine, QObject *parent = nullptr); ///< The engine outlives us.

    /// By the source of a call; an empty list: none is known yet, and any other word would be refused.
    [[nodiscard]] const QHash<QString, QStringList> &theirs() const { return m_theirs; }

Q_SIGNALS:
    void changed();

private:
    void read();

    Engine &m_engine;
    QHash<QString, QStringList> m_theirs;
    QTimer m_soon;
};

} // namespace callcard
