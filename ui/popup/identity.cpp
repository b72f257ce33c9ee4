#include "identity.h"

#include <callcard/clock.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kIdentityLeft = 18;
constexpr int kBadgeOverhang = 5; // the badge stands out below the circle
constexpr int kIdentityTop = 14;
constexpr int kIdentityRight = 16;
constexpr int kIdentityGap = 14;
constexpr int kSmallGap = 12;
constexpr int kSmallPadding = 14;
constexpr int kBesideName = 8;
} // namespace

CardIdentity::CardIdentity(const Clock &clock, QWidget *parent)
    : QWidget(parent), m_clock(clock), m_ring(new StateRing(size::avatarL, this)), m_smallRing(new StateRing(size::avatarM, this))
{
    sayWhenAsked(this, [this] { return saying(); });
    m_smallRing->setBadgeShown(false);
    m_smallRing->hide();
}

void CardIdentity::setFace(const CardFace &face, const TimeTexts &times)
{
    m_face = face;
    m_times = times;
    for (StateRing *ring : {m_ring, m_smallRing}) {
        ring->setPerson(face.person);
        ring->setState(face.look);
    }
    update();
}

void CardIdentity::setSmall(bool small, int roomAtEnd)
{
    m_small = small;
    m_roomAtEnd = roomAtEnd;
    m_ring->setVisible(!small);
    m_smallRing->setVisible(small);
    placeRing();
    update();
}

int CardIdentity::wantedHeight() const
{
    const Theme &theme = Theme::current();
    if (m_small)
        return theme.px(size::avatarM) + 2 * kSmallPadding;
    const int first = theme.lineHeight(Type::Name);
    const int line = theme.lineHeight(Type::Body);
    if (!m_face.sentence.isEmpty())
        return kIdentityTop + first + 2 * line;
    return kIdentityTop + std::max(theme.px(size::avatarL) + kBadgeOverhang, first + line + (numberLine().isEmpty() ? 0 : line));
}

void CardIdentity::placeRing()
{
    StateRing *ring = m_small ? m_smallRing : m_ring;
    const int circle = Theme::current().px(m_small ? size::avatarM : size::avatarL);
    const int overhang = (ring->sizeHint().width() - circle) / 2;
    const QRect place(kIdentityLeft - overhang, (m_small ? kSmallPadding : kIdentityTop) - overhang, ring->sizeHint().width(),
                      ring->sizeHint().height());
    ring->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
}

void CardIdentity::resizeEvent(QResizeEvent *)
{
    placeRing();
}

QRect CardIdentity::textRect() const
{
    const int left = kIdentityLeft + Theme::current().px(m_small ? size::avatarM : size::avatarL) + (m_small ? kSmallGap : kIdentityGap);
    return QRect(left, 0, width() - left - kIdentityRight - m_roomAtEnd, height());
}

QString CardIdentity::callerTime() const
{
    if (m_face.zone.isEmpty())
        return {};
    const QTimeZone zone(m_face.zone);
    return zone.isValid() ? TimeTexts(QLocale(), zone).clock(m_clock.now()) : QString();
}

QString CardIdentity::saying() const
{
    if (m_small)
        return spokenParts({m_face.name, m_face.company.isEmpty() ? m_face.number : m_face.company});
    const QString sure = m_face.chip ? m_face.chip->text : QString();
    if (!m_face.sentence.isEmpty())
        return spokenParts({m_face.name, sure, m_face.sentence});
    return spokenParts({m_face.name, sure, m_face.company, m_face.lead, m_face.number, m_face.place, callerTime(), m_face.tail});
}

QList<Run> CardIdentity::numberLine() const
{
    const Colors &color = Theme::current().color;
    QList<Run> runs;
    const auto add = [&](const QString &text, bool number, bool elide, const QColor &ink, const QString &icon = {}) {
        if (!text.isEmpty())
            runs += Run{text, icon, number && icon.isEmpty() ? Type::BodyMedium : Type::Body, ink, number, elide};
    };
    add(m_face.lead, false, true, color.textSecondary);
    const bool missed = m_face.look == StateLook::Missed;
    if (missed)
        add(m_face.tail, false, true, color.textSecondary);
    add(m_face.number, true, false, missed ? color.textSecondary : color.text);
    add(m_face.place, false, true, color.textSecondary);
    add(callerTime(), true, false, color.textSecondary, u"clock"_s);
    if (!missed)
        add(m_face.tail, false, true, color.textSecondary);
    return runs;
}

void CardIdentity::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const QRect text = textRect();
    const auto visual = [this](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    const int line = theme.lineHeight(Type::Body);
    if (m_small) {
        const QString second = m_face.company.isEmpty() ? m_face.number : m_face.company;
        const int block = second.isEmpty() ? line : line + theme.lineHeight(Type::Small);
        int y = (height() - block) / 2;
        m_cut = drawElided(painter, visual(QRect(text.left(), y, text.width(), line)), m_face.name, {.type = Type::BodyStrong});
        y += line;
        if (!second.isEmpty())
            m_cut = drawElided(painter, visual(QRect(text.left(), y, text.width(), theme.lineHeight(Type::Small))), second,
                               {.type = Type::Small, .role = &Colors::textSecondary}) ||
                    m_cut;
        return;
    }

    int y = kIdentityTop;
    int nameWidth = text.width();
    bool bareChip = false;
    if (m_face.chip) {
        ChipLook look = *m_face.chip;
        // Who it is before how sure: where both do not fit, the chip keeps its sign alone, and the tool tip has its words.
        const QFontMetricsF names(theme.font(Type::Name));
        bareChip = !look.icon.isEmpty() && names.horizontalAdvance(m_face.name) + chipSize(look).width() + kBesideName > text.width();
        if (bareChip)
            look.text.clear();
        const QSize chip = chipSize(look);
        const int first = theme.lineHeight(Type::Name);
        drawChip(painter, visual(QRect(text.right() + 1 - chip.width(), y + (first - chip.height()) / 2, chip.width(), chip.height())),
                 look);
        nameWidth -= chip.width() + kBesideName;
    }
    if (m_face.star) {
        const int icon = theme.iconPx();
        const int wanted = static_cast<int>(std::ceil(QFontMetricsF(theme.font(Type::Name)).horizontalAdvance(m_face.name))) + 7;
        const int x = std::min(wanted, nameWidth - icon);
        drawIcon(painter, visual(QRect(text.left() + x, y + (theme.lineHeight(Type::Name) - icon) / 2, icon, icon)), u"star"_s,
                 theme.state(StateLook::Held).text);
        nameWidth = x - 2;
    }
    // What is a little too long gets smaller before it is cut.
    const bool fits = QFontMetricsF(theme.font(Type::Name)).horizontalAdvance(m_face.name) <= nameWidth;
    m_cut = drawElided(painter, visual(QRect(text.left(), y, nameWidth, theme.lineHeight(Type::Name))), m_face.name,
                       {.type = fits ? Type::Name : Type::Title}) ||
            bareChip;
    y += theme.lineHeight(Type::Name);
    if (!m_face.sentence.isEmpty()) {
        drawWrapped(painter, visual(QRect(text.left(), y, text.width(), 2 * line)), m_face.sentence, Type::Body, theme.color.textSecondary,
                    2);
        return;
    }
    if (!m_face.company.isEmpty()) {
        m_cut = drawElided(painter, visual(QRect(text.left(), y, text.width(), line)), m_face.company, {.role = &Colors::textSecondary}) ||
                m_cut;
        y += line;
    }
    QList<Run> runs = numberLine();
    if (!m_face.lead.isEmpty() && runsWidth(runs) > text.width()) {
        if (m_face.leadStays)
            runs.removeIf([](const Run &run) { return !run.icon.isEmpty(); }); // the time there
        else
            runs.removeFirst(); // how long it rang, before how often and from where
    }
    m_cut =
        drawRuns(painter, visual(QRect(text.left(), y, text.width(), line)), runs, layoutDirection(), theme.color.textTertiary) || m_cut;
}

bool CardIdentity::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_cut) {
        QString whole = isolated(m_face.name) + (m_face.company.isEmpty() ? QString() : u'\n' + isolated(m_face.company));
        if (m_face.chip)
            whole += u'\n' + m_face.chip->text;
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainToolTip(whole), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace callcard::ui
