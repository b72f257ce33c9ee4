#include "firebaseform.h"

#include "formparts.h"

#include <callcard/ui/controls.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace callcard::ui {

FirebaseForm::FirebaseForm(QWidget *parent) : QWidget(parent), m_outcome(new OutcomeLine)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::m);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    left->setSpacing(space::m);
    right->setSpacing(space::m);
    m_project = addField(*left, tr("Firebase project"));
    m_email = addField(*left, tr("Your e-mail address"));
    m_apiKey = addField(*right, tr("Web API key"));
    m_password = addField(*right, tr("Password"), {}, true);
    row->addLayout(left, 1);
    row->addLayout(right, 1);
    column->addLayout(row);
    m_signIn = plainButton(tr("Sign in"));
    m_google = plainButton(tr("Sign in with Google"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_signIn);
    buttons->addWidget(m_google);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addWidget(m_outcome);
    const auto signIn = [this](bool withGoogle) {
        Q_EMIT
        signInRequested(entry(), withGoogle);
    };
    connect(m_signIn, &QPushButton::clicked, this, [signIn] { signIn(false); });
    connect(m_google, &QPushButton::clicked, this, [signIn] { signIn(true); });
    m_google->hide();
}

void FirebaseForm::prefill(const FirebaseEntry &known)
{
    const auto fill = [](QLineEdit *field, const QString &text) {
        if (field->text().isEmpty())
            field->setText(text);
    };
    fill(m_project, known.projectId);
    fill(m_apiKey, known.apiKey);
    fill(m_email, known.email);
    m_googleClient = known.googleClientId;
    m_google->setVisible(!m_googleClient.isEmpty());
}

FirebaseEntry FirebaseForm::entry() const
{
    return {.projectId = m_project->text().trimmed(),
            .apiKey = m_apiKey->text().trimmed(),
            .email = m_email->text().trimmed(),
            .password = m_password->text(),
            .googleClientId = m_googleClient};
}

void FirebaseForm::setWaiting(bool waiting)
{
    m_signIn->setEnabled(!waiting);
    m_google->setEnabled(!waiting);
}

void FirebaseForm::forgetKeys()
{
    m_password->clear();
}

} // namespace callcard::ui
