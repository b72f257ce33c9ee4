#pragma once

#include <callcard/call.h>
#include <callcard/ids.h>
#include <callcard/phonenumber.h>
#include <callcard/result.h>
#include <callcard/ui/flyout.h>

#include <QObject>

#include <memory>

namespace callcard {

class Engine;

/// The flyout of the tray: made when it is asked for, filled with what is true at that moment, and gone when it closes.
class FlyoutDesk final : public QObject
{
    Q_OBJECT

public:
    explicit FlyoutDesk(Engine &engine, QObject *parent = nullptr); ///< The engine outlives us.
    ~FlyoutDesk() override;
    void show(const QRect &icon);
    [[nodiscard]] const ui::Flyout *flyout() const { return m_flyout.get(); } ///< Null until it was shown for the first time.

Q_SIGNALS:
    void pageRequested(const QString &id);
    void callRequested(const callcard::CallId &call);
    void callBoxRequested();
    void dialRequested(const callcard::CallParty &party);

private:
    void wire();
    [[nodiscard]] ui::FlyoutState state() const;
    [[nodiscard]] Result<QList<ui::FlyoutGoal>> goals(const QDateTime &now) const;
    void takeStanding(ui::FlyoutState &state) const;
    void callBack(const QString &id);

    Engine &m_engine;
    std::unique_ptr<ui::Flyout> m_flyout;
};

} // namespace callcard
