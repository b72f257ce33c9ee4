#include "band.h"

#include <callcard/ui/controls.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>

#include <QFontMetricsF>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kBandPadding = 14;
constexpr int kButtonEnd = 6; // the cross's own padding makes up the rest
constexpr int kBandGap = 8;
constexpr int kBandLongestLine = 130;
constexpr int kShortestLine = 40; // less says nothing
constexpr int kLineMark = 8;

int wide(qreal width)
{
    return static_cast<int>(std::ceil(width)) + 1;
}
} // namespace

CardBand::CardBand(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_tick(clock, nullptr)
    , m_pin(smaller(iconButton(u"pin"_s, tr("Keep this card"), this)))
    , m_close(smaller(iconButton(u"close"_s, tr("Dismiss"), this)))
{
    sayWhenAsked(this, [this] {
        return spokenParts({m_face.word, m_face.runsFrom.isValid() ? m_tick.text() : m_face.detail, m_face.line});
    });
    m_pin->setObjectName(u"pin"_s);
    m_close->setObjectName(u"close"_s);
    m_pin->setCheckable(true);
    speakAsChoice(m_pin, false);
    connect(&m_tick, &SecondTick::changed, this, qOverload<>(&QWidget::update));
    connect(m_pin, &QToolButton::clicked, this, &CardBand::pinToggled);
    connect(m_close, &QToolButton::clicked, this, &CardBand::closeClicked);
}

void CardBand::setFace(const CardFace &face)
{
    m_face = face;
    m_tick.setFrom(face.runsFrom);
    placeButtons();
    update();
}

void CardBand::setPinShown(bool shown)
{
    m_pinShown = shown;
    m_pin->setVisible(shown);
    update();
}

void CardBand::setPinned(bool pinned)
{
    m_pin->setChecked(pinned);
}

QSize CardBand::sizeHint() const
{
    const Theme &theme = Theme::current();
    return QSize(theme.px(size::cardWidth), theme.px(size::cardBand));
}

void CardBand::placeButtons()
{
    const int side = m_close->sizeHint().width();
    const int top = (height() - side) / 2;
    int right = width() - kButtonEnd;
    for (QToolButton *button : {m_close, m_pin}) {
        if (button == m_pin && !m_pinShown)
            continue;
        button->setGeometry(QStyle::visualRect(layoutDirection(), rect(), QRect(right - side, top, side, side)));
        right -= side;
    }
}

int CardBand::textEnd() const
{
    return width() - kButtonEnd - m_close->sizeHint().width() * (m_pinShown ? 2 : 1) - kBandGap;
}

void CardBand::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    drawBand(painter, rect(), m_face.look, theme.compositing ? radius::card - 1 : 0);
    const QColor ink = theme.state(m_face.look).text;
    const auto visual = [this](int x, int width) { return QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, width, height())); };

    int x = kBandPadding;
    const int icon = theme.iconPx();
    const QRect iconRect = visual(x, icon);
    drawIcon(painter, QRect(iconRect.left(), (height() - icon) / 2, icon, icon), m_face.icon, ink, layoutDirection());
    x += icon + kBandGap;

    int end = textEnd();
    const QFont small = theme.font(Type::Small);
    // The timer's room is that of its longest next form, so that no second moves or cuts the word.
    const bool runs = m_face.runsFrom.isValid();
    const QString detail = runs ? m_tick.text() : m_face.detail;
    const int detailWidth = detail.isEmpty() ? 0 : wide(tabularWidth(detail, small));
    const int reserved = runs ? std::max(detailWidth, wide(tabularWidth(u"00:00"_s, small))) : detailWidth;
    const int wordWidth = wide(QFontMetricsF(theme.font(Type::SmallStrong)).horizontalAdvance(m_face.word));
    // What happened comes before where: the line's name gives way first.
    const int left = end - x - wordWidth - (reserved > 0 ? reserved + kBandGap : 0) - kLineMark - 6 - kBandGap;
    const int name =
        m_face.line.isEmpty() ? 0 : std::min({wide(QFontMetricsF(small).horizontalAdvance(m_face.line)), theme.px(kBandLongestLine), left});
    if (name >= kShortestLine) {
        const QRect mark = visual(end - name - 6 - kLineMark, kLineMark);
        drawLineMark(painter, QPointF(mark.left(), height() / 2.0), m_face.lineColour);
        drawElided(painter, visual(end - name, name), m_face.line, {.type = Type::Small, .role = &Colors::textSecondary});
        end -= name + 6 + kLineMark + kBandGap;
    }
    const int room = std::max(0, end - x - (reserved > 0 ? reserved + kBandGap : 0));
    const int word = std::min(wordWidth, room);
    drawElided(painter, visual(x, word), m_face.word, {.type = Type::SmallStrong, .color = ink});
    if (detailWidth > 0)
        drawTabular(painter, visual(x + word + kBandGap - 1, detailWidth), detail, small, ink, Qt::AlignLeft | Qt::AlignVCenter);
}

void CardBand::resizeEvent(QResizeEvent *)
{
    placeButtons();
}

void CardBand::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_tick.setRunning(true);
}

void CardBand::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_tick.setRunning(false);
}

} // namespace callcard::ui
