#include "firebaseform.h"

#include "formparts.h"

#include <callcard/ui/controls.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace callcard::ui {

FirebaseForm::FirebaseForm(QWidget *parent) : QWidget(parent), m_outcome(new OutcomeLine), m_waiting(new WaitingRow)
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
    column->addWidget(m_waiting);
    const auto signIn = [this](bool withGoogle) {
        Q_EMIT
        signInRequested(entry(), withGoogle);
    };
    connect(m_signIn, &QPushButton::clicked, this, [signIn] { signIn(false); });
    connect(m_google, &QPushButton::clicked, this, [signIn] { signIn(true); });
    connect(m_waiting, &WaitingRow::copyLinkRequested, this, &FirebaseForm::copyLinkRequested);
    connect(m_waiting, &WaitingRow::cancelRequested, this, &FirebaseForm::cancelRequested);
    for (const QLineEdit *field : {m_project, m_apiKey, m_email, m_password}) {
        connect(field, &QLineEdit::textEdited, this, [this] {
            m_untried = true;
            Q_EMIT
            edited();
        });
    }
    m_google->hide();
}

void FirebaseForm::lock(bool project, bool apiKey, bool email)
{
    if (project)
        lockField(*m_project);
    if (apiKey)
        lockField(*m_apiKey);
    if (email)
        lockField(*m_email);
}

void FirebaseForm::prefill(const FirebaseEntry &known)
{
    fillField(*m_project, known.projectId);
    fillField(*m_apiKey, known.apiKey);
    fillField(*m_email, known.email);
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
    m_waiting->setVisible(waiting);
}

void FirebaseForm::forgetKeys()
{
    m_password->clear();
    m_untried = false;
}

} // namespace callcard::ui
