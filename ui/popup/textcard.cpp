#include "cardface.h"
#include "toasthead.h"
#include "wrappedtext.h"

#include <callcard/clock.h>
#include <callcard/ui/controls.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>
#include <callcard/ui/toasts.h>

#include <QAbstractButton>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kTextCardSide = 14;
constexpr int kTextCardTop = 14;
constexpr int kTextCardGap = 12;
constexpr int kTextCardFooter = 12;
constexpr int kLeastCompany = 40; // of it remains readable
constexpr int kTextCardLines = 3;
constexpr int kTextCardHint = 6;
constexpr int kTemplateShown = 60;
constexpr int kTextCardRing = 6; // the keyboard's ring stands clear of what lies beside it

/// Who writes and what: the card paints it, a press opens the customer.
class TextBody final : public QAbstractButton
{
public:
    explicit TextBody(QWidget *parent) : QAbstractButton(parent)
    {
        setObjectName(u"open"_s);
        setFocusPolicy(Qt::TabFocus);
        setProperty("focusRadius", radius::row);
    }

protected:
    void paintEvent(QPaintEvent *) override {}
};
} // namespace

TextCard::TextCard(const Clock &clock, QWidget *parent)
    : Toast(parent)
    , m_clock(clock)
    , m_head(new ToastHead(u"message"_s, this))
    , m_open(new TextBody(this))
    , m_reply(new QLineEdit(this))
    , m_templates(plainButton(tr("Templates"), {}, this))
{
    m_reply->setPlaceholderText(tr("Reply…"));
    m_reply->setAccessibleName(tr("Reply"));
    m_reply->setObjectName(u"reply"_s);
    m_templates->setObjectName(u"templates"_s);
    m_templates->setFocusPolicy(Qt::TabFocus);
    connect(m_head, &ToastHead::closeClicked, this, &TextCard::dismissed);
    connect(m_open, &QAbstractButton::clicked, this, [this] {
        Q_EMIT
        openRequested(m_toast.customer);
    });
    connect(m_reply, &QLineEdit::returnPressed, this, &TextCard::send);
    connect(m_templates, &QPushButton::clicked, this, &TextCard::openTemplates);
    for (QWidget *part : findChildren<QWidget *>())
        part->installEventFilter(this);
}

void TextCard::setToast(const TextToast &toast, const CardOptions &options)
{
    const bool another = toast.message.id != m_toast.message.id;
    if (another)
        m_reply->clear();
    m_toast = toast;
    m_options = options;
    m_reply->setMaxLength(toast.longestReply);
    if (another || !toast.draft.isEmpty()) { // otherwise it is still under way
        m_sending = false;
        m_reply->setReadOnly(false);
    }
    if (!toast.draft.isEmpty())
        m_reply->setText(toast.draft);
    m_hidden = options.screenShared;
    if (m_toast.name.isEmpty())
        m_toast.name = partyNumber(toast.message.remote, options.homeRegion);
    m_words = m_hidden                                             ? tr("Hidden while your screen is shared")
              : toast.message.direction == CallDirection::Outbound ? tr("A new text")
                                                                   : cleanedLines(toast.message.text);
    m_words.replace(u'\n', u' ');
    settleHead();
    m_reply->setVisible(toast.canReply && !m_hidden);
    m_templates->setVisible(toast.canReply && !m_hidden);
    setAccessibleDescription(hint());
    const bool mine = toast.message.direction == CallDirection::Outbound;
    setAccessibleName(m_hidden
                          ? spokenParts({tr("Text"), m_words})
                          : (mine ? tr("Text to %1") : tr("Text from %1")).arg(cleaned(m_toast.name, 200)) + u", "_s + m_words.left(200));
    m_open->setVisible(!m_toast.customer.isEmpty());
    m_open->setAccessibleName(m_hidden ? tr("Open customer") : tr("Open customer %1").arg(spokenParts({m_toast.name, m_toast.company})));
    updateGeometry();
    update();
}

void TextCard::settleHead()
{
    //: An SMS
    const QString title = m_waiting > 0 ? tr("Text, %n more", nullptr, m_waiting) : tr("Text");
    m_head->setTexts(title, m_options.times.clock(m_toast.message.sentAt), m_hidden ? QString() : cleaned(m_toast.lineName, 80),
                     static_cast<int>(std::max<qsizetype>(0, m_options.lines.indexOf(m_toast.lineName))));
}

void TextCard::setWaiting(int texts)
{
    m_waiting = texts;
    settleHead();
}

/// Below the field: what becomes of the reply.
QString TextCard::hint() const
{
    return m_sending ? tr("Sending…") : m_toast.problem;
}

void TextCard::takeKeyboard()
{
    QWidget *first = m_head;
    for (QWidget *part : {static_cast<QWidget *>(m_open), static_cast<QWidget *>(m_reply)}) {
        if (part->isVisibleTo(this))
            first = part;
    }
    first->setFocus(Qt::ShortcutFocusReason);
}

bool TextCard::isWriting() const
{
    return m_reply->hasFocus() || !m_reply->text().isEmpty() || m_menu;
}

QRect TextCard::textRect() const
{
    const Theme &theme = Theme::current();
    const int left = kTextCardSide + 6 + theme.px(size::avatarM) + kTextCardGap;
    return QRect(left, theme.px(size::cardBand) + kTextCardTop, theme.px(size::cardWidth) - left - kTextCardSide, 0);
}

int TextCard::hintHeight() const
{
    if (hint().isEmpty() || !m_reply->isVisibleTo(this))
        return 0;
    const Theme &theme = Theme::current();
    const int lines = wrappedLines(hint(), Type::Small, theme.px(size::cardWidth) - 2 * kTextCardFooter, kTextCardLines);
    return kTextCardHint + lines * theme.lineHeight(Type::Small);
}

QSize TextCard::sizeHint() const
{
    const Theme &theme = Theme::current();
    const int lines = std::max(1, wrappedLines(m_words, Type::Body, textRect().width(), kTextCardLines));
    const int text = std::max(theme.px(size::avatarM), (lines + 1) * theme.lineHeight(Type::Body));
    const int reply = m_reply->isVisibleTo(this) ? kTextCardFooter + theme.px(size::field) : 0;
    return QSize(theme.px(size::cardWidth), theme.px(size::cardBand) + kTextCardTop + text + reply + hintHeight() + kTextCardFooter);
}

void TextCard::resizeEvent(QResizeEvent *)
{
    const Theme &theme = Theme::current();
    m_head->setGeometry(0, 0, width(), theme.px(size::cardBand));
    const int templates = m_templates->isVisibleTo(this) ? m_templates->sizeHint().width() : 0;
    const int y = height() - kTextCardFooter - theme.px(size::field) - hintHeight();
    const auto visual = [this](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    m_reply->setGeometry(
        visual(QRect(kTextCardFooter, y, width() - 2 * kTextCardFooter - (templates > 0 ? templates + 6 : 0), theme.px(size::field))));
    const int body = theme.px(size::cardBand) + kTextCardRing;
    const int bodyEnd = m_reply->isVisibleTo(this) ? y - kTextCardRing : height() - kTextCardRing;
    m_open->setGeometry(QRect(kTextCardRing, body, width() - 2 * kTextCardRing, bodyEnd - body));
    m_templates->setGeometry(visual(QRect(width() - kTextCardFooter - templates, y, templates, theme.px(size::field))));
}

void TextCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const auto visual = [this](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    const int avatar = theme.px(size::avatarM);
    const QRect text = textRect();
    const int line = theme.lineHeight(Type::Body);
    const Person person{.id = m_toast.customer.text(), .name = m_toast.customer.isEmpty() ? QString() : m_toast.name};
    drawAvatar(painter, visual(QRect(kTextCardSide + 6, text.top(), avatar, avatar)), person);
    const QString name = m_hidden ? initials(m_toast.name) : cleaned(m_toast.name, 200);
    QList<Run> runs{Run{name, {}, Type::BodyStrong, theme.color.text, false, true}};
    if (runsWidth(runs) + theme.px(kLeastCompany) <= text.width())
        runs.first().mayElide = false; // who it is before where from
    if (!m_toast.company.isEmpty() && !m_hidden)
        runs += Run{cleaned(m_toast.company, 200), {}, Type::Body, theme.color.textSecondary, false, true};
    drawRuns(painter, visual(QRect(text.left(), text.top(), text.width(), line)), runs, layoutDirection(), theme.color.textTertiary);
    drawWrapped(painter, visual(QRect(text.left(), text.top() + line, text.width(), kTextCardLines * line)), m_words, Type::Body,
                theme.color.text, kTextCardLines);
    if (const int hintRoom = hintHeight(); hintRoom > 0) {
        const int top = height() - kTextCardFooter - hintRoom + kTextCardHint;
        drawWrapped(painter, visual(QRect(kTextCardFooter, top, width() - 2 * kTextCardFooter, hintRoom - kTextCardHint)), hint(),
                    Type::Small, m_sending ? theme.color.textSecondary : Theme::current().state(StateLook::Error).text, kTextCardLines);
    }
}

void TextCard::showEvent(QShowEvent *event)
{
    Toast::showEvent(event);
    m_shown = m_clock.monotonic();
    m_reply->clearFocus();
}

bool TextCard::eventFilter(QObject *watched, QEvent *event)
{
    const bool press = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    if (press && m_clock.monotonic() - m_shown < std::chrono::milliseconds(motion::clickGuard))
        return true;
    if (event->type() == QEvent::MouseButtonPress && watched == m_reply)
        Q_EMIT
    keyboardWanted();
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        Q_EMIT
        keyboardLeft();
        return true;
    }
    return Toast::eventFilter(watched, event);
}

void TextCard::openTemplates()
{
    if (m_sending)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_menu = menu;
    const auto shown = [](const QString &text) { return cleaned(text, kTemplateShown).replace(u'&', u"&&"_s); };
    for (const QString &text : std::as_const(m_toast.templates))
        connect(menu->addAction(shown(text)), &QAction::triggered, this, [this, text] { takeTemplate(text); });
    menu->addSeparator();
    const QString written = m_reply->text().trimmed();
    //: What the rep has written becomes a template for later texts
    QAction *keep = menu->addAction(lineIcon(u"pin"_s), tr("Keep what I wrote"));
    keep->setEnabled(!written.isEmpty() && !m_toast.templates.contains(written));
    connect(keep, &QAction::triggered, this, [this, written] {
        Q_EMIT
        templateKept(written);
    });
    if (!m_toast.templates.isEmpty()) {
        QMenu *drop = menu->addMenu(lineIcon(u"close"_s), tr("Remove a template"));
        for (const QString &text : std::as_const(m_toast.templates)) {
            connect(drop->addAction(shown(text)), &QAction::triggered, this, [this, text] {
                Q_EMIT
                templateDropped(text);
            });
        }
    }
    menu->popup(m_templates->mapToGlobal(QPoint(0, m_templates->height())));
}

/// To be changed before it is sent, if need be.
void TextCard::takeTemplate(const QString &text)
{
    const QString before = m_reply->text().trimmed();
    m_reply->setText(before.isEmpty() ? text : QString(before + u' ' + text));
    Q_EMIT
    keyboardWanted();
    m_reply->setFocus(Qt::OtherFocusReason);
}

void TextCard::send()
{
    const QString text = m_reply->text().trimmed();
    if (text.isEmpty() || m_sending)
        return;
    m_sending = true;
    m_toast.problem.clear();
    m_reply->setReadOnly(true); // what is under way must not be changed, nor lost
    setAccessibleDescription(hint());
    updateGeometry();
    update();
    Q_EMIT
    replySent(m_toast.message.id, text);
}

} // namespace callcard::ui
