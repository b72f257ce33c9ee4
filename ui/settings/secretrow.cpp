#include "secretrow.h"

#include <callcard/ui/controls.h>
#include <callcard/ui/label.h>
#include <callcard/ui/plaintext.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kSecretField = 260;
constexpr int kLongestSecret = 16384;
} // namespace

SecretRow::SecretRow(const QString &key, const SettingWords &words, QWidget *parent)
    : QWidget(parent)
    , m_key(key)
    , m_words(words)
    , m_state(new PlainText)
    , m_field(new QLineEdit)
    , m_replace(smaller(plainButton(tr("Replace"))))
    , m_remove(smaller(quietButton(tr("Remove"))))
    , m_save(smaller(primaryButton(tr("Keep"))))
{
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(new Label(words.label, Type::BodyMedium));
    texts->addWidget(m_state);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(18, 10, 18, 10);
    row->setSpacing(space::s);
    row->addLayout(texts, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_field, m_save, m_remove, m_replace})
        row->addWidget(widget, 0, Qt::AlignVCenter);
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setMaxLength(kLongestSecret);
    m_field->setFixedWidth(Theme::current().px(kSecretField));
    m_field->setAccessibleName(words.label);
    m_field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase | Qt::ImhSensitiveData);
    m_remove->setAccessibleName(tr("Remove %1").arg(words.label));
    setMinimumHeight(Theme::current().px(size::rowTwo));
    connect(m_replace, &QPushButton::clicked, this, [this] { setTyping(true); });
    connect(m_save, &QPushButton::clicked, this, &SecretRow::submit);
    connect(m_field, &QLineEdit::returnPressed, this, &SecretRow::submit);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        Q_EMIT
        removeRequested(m_key);
    });
    setTyping(false);
}

void SecretRow::setFacts(SecretPlace place)
{
    m_place = place;
    m_problem.clear();
    refresh();
}

void SecretRow::setProblem(const QString &sentence)
{
    m_problem = sentence;
    refresh();
}

bool SecretRow::matches(const QStringList &wordsSought) const
{
    const QString all = QStringList{m_words.label, m_words.help, m_words.group, m_key, sectionTitle(m_words.section)}.join(u' ');
    return std::all_of(wordsSought.begin(), wordsSought.end(),
                       [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

void SecretRow::focusControl()
{
    m_replace->setFocus(Qt::OtherFocusReason);
}

void SecretRow::setTyping(bool on)
{
    m_field->clear();
    m_field->setVisible(on);
    m_save->setVisible(on);
    m_replace->setVisible(!on);
    if (on)
        m_field->setFocus(Qt::OtherFocusReason);
    refresh();
}

void SecretRow::submit()
{
    const QString text = m_field->text().trimmed();
    setTyping(false);
    m_replace->setFocus(Qt::OtherFocusReason);
    if (!text.isEmpty())
        Q_EMIT
    entered(m_key, text);
}

void SecretRow::refresh()
{
    QString place;
    switch (m_place) {
    case SecretPlace::Absent:
        place = tr("Not set.");
        break;
    case SecretPlace::Keychain:
        place = tr("In the keychain.");
        break;
    case SecretPlace::Session:
        place = tr("Until Callcard quits: there is no keychain.");
        break;
    case SecretPlace::Environment:
        place = tr("From the environment.");
        break;
    case SecretPlace::Locked:
        place = tr("The keychain is locked.");
        break;
    }
    const bool isThere = m_place != SecretPlace::Absent && m_place != SecretPlace::Locked;
    const bool typing = m_field->isVisibleTo(this);
    m_state->setState(m_problem.isEmpty() ? std::nullopt : std::optional(StateLook::Error));
    m_state->setText(m_problem.isEmpty() ? QString(m_words.help + u' ' + place) : m_problem);
    m_remove->setVisible(!typing && (m_place == SecretPlace::Keychain || m_place == SecretPlace::Session));
    m_replace->setText(isThere ? tr("Replace") : tr("Enter…"));
    //: %1: what the secret is called, "API key"
    m_replace->setAccessibleName((isThere ? tr("Replace %1") : tr("Enter %1")).arg(m_words.label));
}

void SecretRow::paintEvent(QPaintEvent *)
{
    if (y() > 0)
        QPainter(this).fillRect(1, 0, width() - 2, 1, Theme::current().color.border);
}

void SecretRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_field->isVisible()) {
        setTyping(false);
        m_replace->setFocus(Qt::OtherFocusReason);
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace callcard::ui
