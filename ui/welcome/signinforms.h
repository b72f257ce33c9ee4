#pragma once

#include <callcard/ui/welcometypes.h>

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace callcard::ui {

class OutcomeLine;

/// The fields of the chosen phone service, and one button that tests them. Keys typed here are handed on and forgotten.
class SignInForm final : public QWidget
{
    Q_OBJECT

public:
    explicit SignInForm(QWidget *parent = nullptr);
    void setService(CallService service);
    void prefill(const QString &clientId, const QString &relayUrl);
    [[nodiscard]] SignInEntry entry() const;
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] OutcomeLine &outcome() { return *m_outcome; }
    /// The browser is open, and we wait.
    void setWaiting(bool waiting);
    void forgetKeys();
    void focusFirst();

Q_SIGNALS:
    void browserRequested(const callcard::ui::SignInEntry &entry);
    void testRequested(const callcard::ui::SignInEntry &entry);
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
    QWidget *m_waiting;
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
