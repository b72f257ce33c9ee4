#pragma once

#include <callcard/calllog.h>
#include <callcard/screenpop.h>

#include <QObject>

#include <memory>

namespace callcard {

/// The profile's call log, and what the rest of the engine tells it. Where it cannot be opened calls still come, without memory, and
/// problem() says why: nothing is written anywhere else instead.
class CallBook final : public QObject, public CallerMemory
{
    Q_OBJECT

public:
    CallBook(const QString &file, Clock &clock, QObject *parent = nullptr); ///< The clock outlives us.
    ~CallBook() override;

    /// Null: it could not be opened.
    [[nodiscard]] CallLog *log() const { return m_log.get(); }
    [[nodiscard]] std::optional<Error> problem() const;
    void setZone(const QTimeZone &zone);
    [[nodiscard]] QCoro::Task<> stop();

    [[nodiscard]] Memory memoryOf(const std::optional<CustomerId> &customer, const CallParty &caller) const override;

    void onCallChanged(const callcard::Call &call);
    void onCallMerged(const callcard::CallId &from, const callcard::CallId &into);
    void onMessage(const callcard::Message &message);
    /// What was decided about its card. Only a fact links a call to a customer.
    void onDecided(const callcard::PopDecision &decision, const WhoIs &who);
    void onReceipt(const callcard::PopDecision &decision);

Q_SIGNALS:
    void problemChanged();

private:
    std::unique_ptr<CallLog> m_log;
    std::optional<Error> m_problem;
};

} // namespace callcard
