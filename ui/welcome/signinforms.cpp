#include "signinforms.h"

#include "formparts.h"

#include <callcard/ui/controls.h>
#include <callcard/ui/notices.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QVBoxLayout *columnOf(QWidget *panel)
{
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    return column;
}

} // namespace

SignInForm::SignInForm(QWidget *parent)
    : QWidget(parent), m_waiting(new WaitingRow), m_outcome(new OutcomeLine), m_test(plainButton(tr("Test and keep")))
{
    m_ringcentral = makeRingCentral();
    m_relay = makeRelay();
    m_justcall = makeJustCall();
    auto *page = columnOf(this);
    page->setSpacing(space::l);
    for (QWidget *part : {m_ringcentral, m_relay, m_justcall})
        page->addWidget(part);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_test);
    buttons->addStretch();
    page->addLayout(buttons);
    page->addWidget(m_outcome);
    page->addWidget(m_waiting);
    page->addStretch();

    connect(m_browser, &QPushButton::clicked, this, [this] {
        Q_EMIT
        browserRequested(entry());
    });
    connect(m_jwtLink, &QPushButton::clicked, this, [this] { useJwt(!m_usesJwt); });
    connect(m_test, &QPushButton::clicked, this, &SignInForm::tryIt);
    connect(m_waiting, &WaitingRow::copyLinkRequested, this, &SignInForm::copyLinkRequested);
    connect(m_waiting, &WaitingRow::cancelRequested, this, &SignInForm::cancelRequested);
    for (const QLineEdit *field : {m_clientId, m_jwt, m_clientSecret, m_relayUrl, m_relayToken, m_justcallKey, m_justcallSecret})
        connect(field, &QLineEdit::textEdited, this, &SignInForm::edited);
    useJwt(false);
    setWaiting(false);
    setService(CallService::RingCentral);
}

QWidget *SignInForm::makeRingCentral()
{
    auto *panel = new QWidget;
    QVBoxLayout *column = columnOf(panel);
    m_clientId = addField(*column, tr("Client ID of your company’s RingCentral app"), tr("From your administrator"));
    auto *buttons = new QHBoxLayout;
    m_browser = primaryButton(tr("Sign in with the browser"), u"external"_s);
    m_jwtLink = linkButton(tr("Use a JWT instead"));
    buttons->addWidget(m_browser);
    buttons->addWidget(m_jwtLink);
    buttons->addStretch();
    m_jwtFields = new QWidget;
    QVBoxLayout *jwt = columnOf(m_jwtFields);
    m_jwt = addField(*jwt, tr("JWT"), {}, true);
    m_clientSecret = addField(*jwt, tr("Client secret"), {}, true);
    column->addWidget(m_jwtFields);
    column->addLayout(buttons);
    return panel;
}

QWidget *SignInForm::makeRelay()
{
    auto *panel = new QWidget;
    QVBoxLayout *column = columnOf(panel);
    m_relayUrl = addField(*column, tr("Address of your team’s relay"), u"https://calls.company.example"_s);
    m_relayToken = addField(*column, tr("Your own token"), {}, true);
    return panel;
}

QWidget *SignInForm::makeJustCall()
{
    auto *panel = new QWidget;
    QVBoxLayout *column = columnOf(panel);
    auto *warning = new Banner(StateLook::Warning);
    warning->setTexts(
        tr("This key opens the calls of every colleague."),
        tr("Use it only where you are the account’s only person; in a team, ask your administrator for the relay. It tells of "
           "finished calls and texts only: no card appears while the phone rings."));
    column->addWidget(warning);
    m_justcallKey = addField(*column, tr("API key"), {}, true);
    m_justcallSecret = addField(*column, tr("API secret"), {}, true);
    return panel;
}

void SignInForm::useJwt(bool on)
{
    m_usesJwt = on;
    m_jwtFields->setVisible(on);
    m_browser->setVisible(!on);
    m_jwtLink->setText(on ? tr("Sign in with the browser instead") : tr("Use a JWT instead"));
    setService(m_service);
    if (on && isVisible())
        m_jwt->setFocus(Qt::OtherFocusReason);
}

void SignInForm::setService(CallService service)
{
    m_service = service;
    const bool ringcentral = service == CallService::RingCentral || service == CallService::Both;
    m_ringcentral->setVisible(ringcentral);
    m_relay->setVisible(service == CallService::Relay || service == CallService::Both);
    m_justcall->setVisible(service == CallService::JustCall);
    m_test->setVisible(!ringcentral || m_usesJwt || service == CallService::Both);
}

void SignInForm::prefill(const QString &clientId, const QString &relayUrl)
{
    fillField(*m_clientId, clientId);
    fillField(*m_relayUrl, relayUrl);
}

void SignInForm::lock(bool clientId, bool relayUrl)
{
    if (clientId)
        lockField(*m_clientId);
    if (relayUrl)
        lockField(*m_relayUrl);
}

SignInEntry SignInForm::entry() const
{
    SignInEntry entry;
    if (m_service == CallService::RingCentral || m_service == CallService::Both) {
        entry.clientId = m_clientId->text().trimmed();
        if (m_usesJwt) {
            entry.jwt = m_jwt->text().trimmed();
            entry.clientSecret = m_clientSecret->text().trimmed();
        }
    }
    if (m_service == CallService::Relay || m_service == CallService::Both) {
        entry.relayUrl = m_relayUrl->text().trimmed();
        entry.relayToken = m_relayToken->text().trimmed();
        entry.viaRelay = true;
    }
    if (m_service == CallService::JustCall) {
        entry.justcallKey = m_justcallKey->text().trimmed();
        entry.justcallSecret = m_justcallSecret->text().trimmed();
    }
    return entry;
}

bool SignInForm::isEmpty() const
{
    const SignInEntry now = entry();
    return now.clientId.isEmpty() && now.relayUrl.isEmpty() && now.relayToken.isEmpty() && now.justcallKey.isEmpty() &&
           now.justcallSecret.isEmpty();
}

void SignInForm::tryIt()
{
    const SignInEntry now = entry();
    const bool needsBrowser = !now.clientId.isEmpty() && now.jwt.isEmpty() && now.clientSecret.isEmpty();
    if (needsBrowser) {
        Q_EMIT
        browserRequested(now);
    } else {
        Q_EMIT
        testRequested(now);
    }
}

void SignInForm::setWaiting(bool waiting, bool opened)
{
    m_waiting->setVisible(waiting);
    m_browser->setEnabled(!waiting);
    m_test->setEnabled(!waiting);
    if (waiting)
        WaitingRow::tell(*m_outcome, opened);
}

void SignInForm::forgetKeys()
{
    QList<QLineEdit *> tried;
    if (m_service == CallService::JustCall)
        tried = {m_justcallKey, m_justcallSecret};
    if (m_service == CallService::Relay || m_service == CallService::Both)
        tried.append(m_relayToken);
    if ((m_service == CallService::RingCentral || m_service == CallService::Both) && m_usesJwt)
        tried.append({m_jwt, m_clientSecret});
    for (QLineEdit *field : std::as_const(tried))
        field->clear();
}

void SignInForm::focusFirst()
{
    for (QLineEdit *field : {m_clientId, m_relayUrl, m_justcallKey}) {
        if (field->isVisibleTo(this) && field->isEnabled()) {
            field->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

} // namespace callcard::ui
