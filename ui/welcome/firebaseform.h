#pragma once

#include <callcard/ui/welcometypes.h>

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace callcard::ui {

class OutcomeLine;

/// Signing in to the team's Firebase project as oneself.
class FirebaseForm final : public QWidget
{
    Q_OBJECT

public:
    explicit FirebaseForm(QWidget *parent = nullptr);
    /// What is known already is not asked for again: an administrator rolls the project out.
    void prefill(const FirebaseEntry &known);
    [[nodiscard]] FirebaseEntry entry() const;
    [[nodiscard]] OutcomeLine &outcome() { return *m_outcome; }
    void setWaiting(bool waiting);
    void forgetKeys();

Q_SIGNALS:
    void signInRequested(const callcard::ui::FirebaseEntry &entry, bool withGoogle);

private:
    QLineEdit *m_project;
    QLineEdit *m_apiKey;
    QLineEdit *m_email;
    QLineEdit *m_password;
    QPushButton *m_signIn;
    QPushButton *m_google;
    OutcomeLine *m_outcome;
    QString m_googleClient;
};

} // namespace callcard::ui
