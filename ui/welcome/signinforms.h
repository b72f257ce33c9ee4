#pragma once

#include <callcard/ui/welcometypes.h>

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace callcard::ui {

class OutcomeLine;
class WaitingRow;

/// The fields of the chosen phone service, and one button that tests them. Keys typed here are handed on and forgotten.
class SignInForm final : public QWidget
{
    Q_OBJECT

public:
    explicit SignInForm(QWidget *parent = nullptr);
    void setService(CallService service);
    void lock(bool clientId, bool relayUrl);
    void prefill(const QString &clientId, const QString &relayUrl);
    [[nodiscard]] SignInEntry entry() const;
    [[nodiscard]] bool isEmpty() const;
    /// Asks for what the fields need: the browser for RingCentral without a JWT, otherwise a test.
    void tryIt();
    [[nodiscard]] OutcomeLine &outcome() { return *m_outcome; }
    /// We wait for the browser; not `opened`: for one that somebody else opens.
    void setWaiting(bool waiting, bool opened = true);
    void forgetKeys(); ///< Those of the chosen service: they were tried, and are kept elsewhere now.
    void focusFirst();

Q_SIGNALS:
    void browserRequested(const callcard::ui::SignInEntry &entry);
    void testRequested(const callcard::ui::SignInEntry &entry);
    void edited();
    void copyLinkRequested();
    void cancelRequested();

private:
    [[nodiscard]] QWidget *makeRingCentral();
    [[nodiscard]] QWidget *makeRelay();
    [[nodiscard]] QWidget *makeJustCall();
    void useJwt(bool on);

    CallService m_service{};
    QWidget *m_ringcentral{};
    QWidget *m_relay{};
    QWidget *m_justcall{};
    QWidget *m_jwtFields{};
    WaitingRow *m_waiting;
    OutcomeLine *m_outcome;
    QPushButton *m_browser{};
    QPushButton *m_jwtLink{};
    QPushButton *m_test;
    QLineEdit *m_clientId{};
    QLineEdit *m_jwt{};
    QLineEdit *m_clientSecret{};
    QLineEdit *m_relayUrl{};
    QLineEdit *m_relayToken{};
    QLineEdit *m_justcallKey{};
    QLineEdit *m_justcallSecret{};
    bool m_usesJwt = false;
};

} // namespace callcard::ui
