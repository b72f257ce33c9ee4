#pragma once

#include <callcard/ui/settingspage.h>

#include <QHash>
#include <QObject>
#include <QProcess>
#include <QTimer>

#include <functional>

namespace callcard {

/// Who opens tel:, callto: and sip: links on this desktop, asked and set with xdg-mime. Nothing is taken over unless a person says so,
/// and what was taken can be given back.
class LinkHandler final : public QObject
{
    Q_OBJECT

public:
    /// `memory`: a file for whose they were before.
    explicit LinkHandler(const QString &memory, QObject *parent = nullptr);
    ~LinkHandler() override;

    [[nodiscard]] const ui::LinkOwner &owner() const { return m_owner; }
    void ask();
    /// takingFailed() when the desktop says afterwards that they are somebody else's still.
    void take();
    [[nodiscard]] bool isTaking() const
    {
        return m_taking.state() != QProcess::NotRunning || m_remembering.state() != QProcess::NotRunning || m_checks;
    }
    /// To whom they were taken from. False: that was nobody, or a program that is not there any more.
    bool giveBack();

    /// Hands a link to the desktop, as a click in any program does: what was taken over is tried with one, see tested().
    void setTry(std::function<void(const QUrl &)> open) { m_open = std::move(open); }
    /// One of these came back: it is no number to call.
    bool takesTest(const QString &link);

Q_SIGNALS:
    void ownerChanged();
    void takingFailed();
    void tested(bool arrived);

private:
    void onAsked();
    void rememberNext();
    void takeNow();
    void giveNext();
    void test();
    void settle(const ui::LinkOwner &owner);

    const QString m_memory;
    std::function<void(const QUrl &)> m_open;
    QProcess m_asking;
    QProcess m_remembering;
    QProcess m_taking;
    QProcess m_giving;
    QStringList m_toRemember;         ///< Schemes.
    QHash<QString, QString> m_toGive; ///< Scheme → desktop entry.
    QString m_test;                   ///< The link that is expected back.
    QTimer m_testLasts;
    bool m_checks = false; ///< Whether taking worked: the next answer tells.
    bool m_askAgain = false;
    ui::LinkOwner m_owner;
};

} // namespace callcard
