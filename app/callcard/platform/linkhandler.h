#pragma once

#include <callcard/ui/settingspage.h>

#include <QObject>
#include <QProcess>

namespace callcard {

/// Who opens tel:, callto: and sip: links on this desktop, asked and set with xdg-mime. Nothing is taken over unless a person says so.
class LinkHandler final : public QObject
{
    Q_OBJECT

public:
    explicit LinkHandler(QObject *parent = nullptr);
    ~LinkHandler() override;

    [[nodiscard]] const ui::LinkOwner &owner() const { return m_owner; }
    void ask();
    /// takingFailed() when the desktop says afterwards that they are somebody else's still.
    void take();
    [[nodiscard]] bool isTaking() const { return m_taking.state() != QProcess::NotRunning || m_checks; }

Q_SIGNALS:
    void ownerChanged();
    void takingFailed();

private:
    void onAsked();
    void settle(const ui::LinkOwner &owner);

    QProcess m_asking;
    QProcess m_taking;
    bool m_checks = false; ///< Whether taking worked: the next answer tells.
    bool m_askAgain = false;
    ui::LinkOwner m_owner;
};

} // namespace callcard
