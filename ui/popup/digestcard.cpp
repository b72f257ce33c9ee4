#include "cardface.h"
#include "toasthead.h"

#include <callcard/ui/controls.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/numbertexts.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>
#include <callcard/ui/toasts.h>

#include <QFontMetricsF>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kDigestCardSide = 18;
constexpr int kDigestCardTop = 12;
constexpr int kDigestCardRow = 44;
constexpr int kMostRows = 4;
constexpr int kDigestCardGap = 12;
constexpr int kDigestCardFooter = 12;
constexpr int kCountGap = 20;

int wide(const QString &text, Type type)
{
    return static_cast<int>(std::ceil(QFontMetricsF(Theme::current().font(type)).horizontalAdvance(text))) + 1;
}
} // namespace

DigestCard::DigestCard(QWidget *parent)
    : Toast(parent)
    , m_head(new ToastHead(u"moon"_s, this))
    , m_callBack(primaryButton(tr("Call back in order"), u"phone"_s, this))
    , m_all(plainButton(tr("Show all"), {}, this))
{
    m_callBack->setObjectName(u"callBackInOrder"_s);
    m_all->setObjectName(u"showAll"_s);
    connect(m_head, &ToastHead::closeClicked, this, &DigestCard::dismissed);
    connect(m_callBack, &QPushButton::clicked, this, &DigestCard::callBackInOrder);
    connect(m_all, &QPushButton::clicked, this, &DigestCard::showAll);
    for (QWidget *part : findChildren<QWidget *>())
        part->installEventFilter(this);
}

void DigestCard::setDigest(const QuietDigest &digest, const CardOptions &options, const QDateTime &now)
{
    int missed = 0;
    int voicemails = 0;
    m_rows.clear();
    m_counts.clear();
    for (const DigestLine &line : digest.calls) {
        const bool voicemail = line.call.reason == EndReason::Voicemail;
        if (!voicemail && !isMissedLook(line.call))
            continue; // somebody answered: nothing is left to do
        (voicemail ? voicemails : missed) += line.times;
        const QString when = options.times.moment(line.call.startedAt, now);
        const QString number = line.call.withheld ? QString() : partyNumber(line.call.remote, options.homeRegion);
        const bool known = !line.customerName.isEmpty();
        m_rows += Row{.id = known ? line.customerName : QString(),
                      .name = known              ? line.customerName
                              : number.isEmpty() ? tr("Private number")
                                                 : number,
                      .second = known ? number : QString(),
                      .icon = voicemail ? u"voicemail"_s : u"phone-missed"_s,
                      //: %n: how often somebody called, %1: when last
                      .what = voicemail        ? tr("voicemail, %1").arg(when)
                              : line.times > 1 ? tr("called %n time(s), last %1", nullptr, line.times).arg(when)
                                               : tr("called %1").arg(when),
                      .missed = true};
    }
    for (const TextToast &text : digest.texts)
        m_rows += Row{.id = text.customer.text(),
                      .name = text.name.isEmpty() ? partyNumber(text.message.remote, options.homeRegion) : text.name,
                      .second = text.company,
                      .icon = u"message"_s,
                      .what = tr("text, %1").arg(options.times.moment(text.message.sentAt, now))};
    const int texts = static_cast<int>(digest.texts.size());
    if (missed > 0)
        m_counts += {missed, tr("missed", nullptr, missed), true};
    if (voicemails > 0)
        m_counts += {voicemails, tr("voicemail(s)", nullptr, voicemails), false};
    if (texts > 0)
        m_counts += {texts, tr("text(s)", nullptr, texts), false};
    if (options.screenShared)
        m_rows.clear();
    m_callBack->setVisible(options.canCall && missed + voicemails > 0);
    m_head->setTexts(tr("While you were quiet"), options.times.clock(digest.from) + u" – "_s + options.times.clock(digest.until));
    QStringList spoken{tr("While you were quiet")};
    for (const Count &count : std::as_const(m_counts))
        spoken += countText(count.number) + u' ' + count.word;
    setAccessibleName(spoken.join(u", "_s));
    QStringList rows;
    for (const Row &row : std::as_const(m_rows))
        rows += spokenParts({row.name, row.second, row.what});
    setAccessibleDescription(rows.join(u"; "_s));
    updateGeometry();
    update();
}

void DigestCard::takeKeyboard()
{
    (m_callBack->isVisibleTo(this) ? m_callBack : m_all)->setFocus(Qt::ShortcutFocusReason);
}

int DigestCard::rowsTop() const
{
    const Theme &theme = Theme::current();
    return theme.px(size::cardBand) + kDigestCardTop + theme.lineHeight(Type::Page) + 4;
}

QSize DigestCard::sizeHint() const
{
    const Theme &theme = Theme::current();
    const int rows = std::min<int>(kMostRows, static_cast<int>(m_rows.size())) * theme.px(kDigestCardRow);
    return QSize(theme.px(size::cardWidth), rowsTop() + rows + 2 * kDigestCardFooter + m_all->sizeHint().height());
}

void DigestCard::resizeEvent(QResizeEvent *)
{
    m_head->setGeometry(0, 0, width(), Theme::current().px(size::cardBand));
    int x = kDigestCardFooter;
    for (QPushButton *button : {m_callBack, m_all}) {
        if (!button->isVisibleTo(this))
            continue;
        const QSize hint = button->sizeHint();
        button->setGeometry(
            QStyle::visualRect(layoutDirection(), rect(), QRect(QPoint(x, height() - kDigestCardFooter - hint.height()), hint)));
        x += hint.width() + 6;
    }
}

void DigestCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const auto visual = [this](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    int x = kDigestCardSide;
    const int countsTop = theme.px(size::cardBand) + kDigestCardTop;
    for (const Count &count : std::as_const(m_counts)) {
        const QString number = countText(count.number);
        const int figure = wide(number, Type::Page);
        const int word = wide(count.word, Type::Small);
        drawElided(painter, visual(QRect(x, countsTop, figure, theme.lineHeight(Type::Page))), number,
                   {.type = Type::Page, .color = count.missed ? theme.state(StateLook::Missed).text : theme.color.text});
        drawElided(painter, visual(QRect(x + figure + 6, countsTop + 2, word, theme.lineHeight(Type::Page))), count.word,
                   {.type = Type::Small, .role = &Colors::textSecondary});
        x += figure + 6 + word + kCountGap;
    }
    const int row = theme.px(kDigestCardRow);
    const int avatar = theme.px(size::avatarS);
    const int icon = theme.iconPx(14);
    int y = rowsTop();
    for (const Row &entry : m_rows.first(std::min<qsizetype>(kMostRows, m_rows.size()))) {
        drawAvatar(painter, visual(QRect(kDigestCardSide, y + (row - avatar) / 2, avatar, avatar)),
                   {.id = entry.id, .name = entry.id.isEmpty() ? QString() : entry.name});
        const int left = kDigestCardSide + avatar + kDigestCardGap;
        const int what = std::min(wide(entry.what, Type::Small), width() / 2 - icon);
        drawElided(painter, visual(QRect(width() - 16 - what, y, what, row)), entry.what,
                   {.type = Type::Small, .role = &Colors::textSecondary});
        drawIcon(painter, visual(QRect(width() - 16 - what - 6 - icon, y + (row - icon) / 2, icon, icon)), entry.icon,
                 entry.missed ? theme.state(StateLook::Missed).text : theme.color.textSecondary, layoutDirection());
        const int nameWidth = width() - 16 - what - 6 - icon - 8 - left;
        const int line = theme.lineHeight(Type::Body);
        const int second = entry.second.isEmpty() ? 0 : theme.lineHeight(Type::Small);
        const int top = y + (row - line - second) / 2;
        drawElided(painter, visual(QRect(left, top, nameWidth, line)), entry.name, {.type = Type::BodyMedium});
        if (second > 0)
            drawElided(painter, visual(QRect(left, top + line, nameWidth, second)), entry.second,
                       {.type = Type::Small, .role = &Colors::textSecondary});
        y += row;
    }
}

} // namespace callcard::ui
