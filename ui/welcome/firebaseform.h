#pragma once

#include <callcard/ui/welcometypes.h>

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace callcard::ui {

class OutcomeLine;
class WaitingRow;

/// Signing in to the team's Firebase project as oneself.
class FirebaseForm final : public QWidget
{
    Q_OBJECT

public:
    explicit FirebaseForm(QWidget *parent = nullptr);
    void lock(bool project, bool apiKey, bool email);
    /// What is known already is not asked for again: an administrator rolls the project out.
    void prefill(const FirebaseEntry &known);
    [[nodiscard]] FirebaseEntry entry() const;
    [[nodiscard]] OutcomeLine &outcome() { return *m_outcome; }
    void setWaiting(bool waiting);
    [[nodiscard]] bool isUntried() const { return m_untried; } ///< Something was typed since it worked last.
    void forgetKeys();                                         ///< It works.

Q_SIGNALS:
    void signInRequested(const callcard::ui::FirebaseEntry &entry, bool withGoogle);
    void copyLinkRequested();
    void cancelRequested();
    void edited();

private:
    QLineEdit *m_project;
    QLineEdit *m_apiKey;
    QLineEdit *m_email;
    QLineEdit *m_password;
    QPushButton *m_signIn;
    QPushButton *m_google;
    OutcomeLine *m_outcome;
    WaitingRow *m_waiting;
    bool m_untried = false;
    QString m_googleClient;
};

} // namespace callcard::ui
