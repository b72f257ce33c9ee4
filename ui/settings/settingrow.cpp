#include "settingrow.h"

#include <callcard/ui/controls.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/label.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/plaintext.h>
#include <callcard/ui/spoken.h>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLongestReason = 200;
constexpr int kStacksBelow = 440;

/// The lock after the name of what somebody else decided.
class LockMark final : public QWidget
{
public:
    LockMark() { setFixedSize(Theme::current().iconPx(14), Theme::current().iconPx(14)); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        drawIcon(painter, rect(), u"lock"_s, Theme::current().color.textSecondary);
    }
};

} // namespace

SettingRow::SettingRow(const SettingInfo &info, const SettingWords &words, QWidget *parent)
    : QWidget(parent)
    , m_info(info)
    , m_words(words)
    , m_label(new Label(words.label, Type::BodyMedium))
    , m_lock(new LockMark)
    , m_help(new PlainText(words.help))
    , m_origin(new PlainText({}, Type::Small, &Colors::textTertiary))
    , m_preview(new PlainText({}, Type::Small, &Colors::textTertiary))
    , m_reset(smaller(quietButton(tr("Reset"))))
    , m_row(new QHBoxLayout(this))
    , m_beside(new QHBoxLayout)
    , m_control(makeSettingControl(info, words, [this](const QVariant &value) {
        Q_EMIT
        changed(m_info.key, value);
    }))
{
    auto *name = new QHBoxLayout;
    name->setSpacing(space::s);
    name->addWidget(m_label);
    name->addWidget(m_lock);
    name->addStretch();
    m_lock->hide();
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addLayout(name);
    texts->addWidget(m_help);
    texts->addWidget(m_origin);
    texts->addWidget(m_preview);
    m_preview->hide();
    m_help->setVisible(!words.help.isEmpty());

    m_row->setContentsMargins(18, 10, 18, 10);
    m_row->setSpacing(space::m);
    m_row->addLayout(texts, 1);
    m_row->addLayout(m_beside);
    m_row->addWidget(m_reset, 0, Qt::AlignVCenter);
    m_row->addWidget(m_control.widget, 0, Qt::AlignVCenter);
    setLabelOf(m_label, m_control.widget);
    m_reset->setAccessibleName(tr("Reset %1").arg(words.label));
    m_reset->hide();
    setMinimumHeight(Theme::current().px(size::rowTwo));
    connect(m_reset, &QPushButton::clicked, this, [this] {
        Q_EMIT
        resetRequested(m_info.key);
    });
    if (auto *field = qobject_cast<QLineEdit *>(m_control.widget); field && info.kind == SettingKind::UrlTemplate) {
        connect(field, &QLineEdit::textChanged, this, [this](const QString &text) {
            Q_EMIT
            typed(m_info.key, text.trimmed());
        });
    }
}

void SettingRow::setState(const SettingState &state)
{
    m_control.show(state.value); // also where nothing changed: a choice that was not taken stands as it was
    if (state == m_state)
        return;
    m_state = state;
    m_problem.clear();
    m_control.widget->setEnabled(!state.locked);
    m_lock->setVisible(state.locked);
    m_reset->setVisible(state.origin == SettingOrigin::File && !state.locked);
    explain();
}

void SettingRow::setProblem(const QString &sentence)
{
    m_problem = sentence;
    explain();
}

void SettingRow::setNote(const QString &sentence)
{
    m_note = sentence;
    explain();
}

void SettingRow::setPreview(const QString &sentence, bool isTrouble)
{
    m_preview->setState(isTrouble ? std::optional(StateLook::Error) : std::nullopt);
    m_preview->setText(sentence);
    m_preview->setVisible(!sentence.isEmpty());
    explain();
}

void SettingRow::setHelp(const QString &help)
{
    m_help->setText(help);
    m_help->setVisible(!help.isEmpty());
}

void SettingRow::addBeside(QWidget *widget)
{
    m_beside->addWidget(widget, 0, Qt::AlignVCenter);
}

bool SettingRow::matches(const QStringList &wordsSought) const
{
    const QString all = QStringList{m_words.label, m_words.help,   m_words.group, sectionTitle(m_words.section), m_words.choices.join(u' '),
                                    m_info.key,    m_info.variable}
                            .join(u' ');
    return std::all_of(wordsSought.begin(), wordsSought.end(),
                       [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

void SettingRow::focusControl()
{
    m_control.widget->setFocus(Qt::OtherFocusReason);
}

void SettingRow::explain()
{
    QString origin;
    if (m_state.locked) {
        const QString reason = cleaned(m_state.reason, kLongestReason);
        //: %1: the administrator's reason
        origin = reason.isEmpty() ? tr("Set by your administrator.") : tr("Set by your administrator: %1").arg(reason);
    } else if (m_state.origin == SettingOrigin::Environment) {
        //: %1: the name of an environment variable
        origin = tr("Set by %1 in the environment, which comes before what you choose here.").arg(numberRun(m_info.variable));
    } else if (m_state.origin == SettingOrigin::Policy) {
        origin = tr("Suggested by your administrator; you may choose otherwise.");
    }
    const QString trouble = m_problem.isEmpty() ? m_note : m_problem;
    m_origin->setState(trouble.isEmpty() ? std::nullopt : std::optional(StateLook::Error));
    m_origin->setText(trouble.isEmpty() ? origin : trouble);
    m_origin->setVisible(!m_origin->text().isEmpty());
    m_lock->setToolTip(origin);
    m_control.widget->setAccessibleDescription(QStringList{m_words.help, m_origin->text(), m_preview->text()}.join(u' ').simplified());
}

/// Where letters are large the control stands below its words: beside them, neither would have room.
void SettingRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool stacked = width() < Theme::current().px(kStacksBelow);
    if (stacked == m_isStacked)
        return;
    m_isStacked = stacked;
    m_row->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    for (QWidget *part : {static_cast<QWidget *>(m_reset), m_control.widget})
        m_row->setAlignment(part, stacked ? Qt::AlignLeading : Qt::AlignVCenter);
}

void SettingRow::paintEvent(QPaintEvent *)
{
    if (y() == 0) // the first of its tile has the tile's own edge above
        return;
    QPainter(this).fillRect(1, 0, width() - 2, 1, Theme::current().color.border);
}

} // namespace callcard::ui
