#pragma once

#include <callcard/ui/missedpage.h>

#include <QObject>
#include <QTimer>

namespace callcard {

class Engine;

/// Between the missed page and the call log: who waits for a call, later, and what settled today.
class MissedDesk final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive us.
    MissedDesk(Engine &engine, ui::MissedPage &page, QObject *parent = nullptr);

    /// Waiting times are of now.
    void refresh();

Q_SIGNALS:
    void dialRequested(const callcard::CallParty &party);
    void customerRequested(const callcard::CustomerId &customer);
    void callRequested(const callcard::CallId &call); ///< Show it in the history.
    void countChanged(int waiting);

private:
    void wirePage();
    void applySettings();
    void read();
    void tell(const std::optional<Error> &error);
    [[nodiscard]] qint64 valueOf(const CustomerId &customer) const;

    Engine &m_engine;
    ui::MissedPage &m_page;
    CallBackQueue m_queue;
    QTimer m_soon; ///< Read once for all that changed in a moment.
};

} // namespace callcard
