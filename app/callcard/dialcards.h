#pragma once

#include <engine/dialservice.h>

#include <callcard/task.h>

#include <QObject>

namespace callcard {

class CardDesk;
class Engine;

/// What becomes of a placed call, on its card: both legs, cancelling, and in words where it does not come about.
class DialCards final : public QObject
{
    Q_OBJECT

public:
    /// All outlive us.
    DialCards(Engine &engine, DialService &dial, CardDesk &cards, QObject *parent = nullptr);

    [[nodiscard]] QCoro::Task<> stop() { return m_scope.close(); }

private:
    void onChanged(const CallId &call, const DialRecord &record);
    void onCancel(const CallId &call);
    void tellOutcome(const DialRecord &record);
    QCoro::Task<> cancel(qint64 record);

    Engine &m_engine;
    DialService &m_dial;
    CardDesk &m_cards;
    TaskScope m_scope;
};

} // namespace callcard
