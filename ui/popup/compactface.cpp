#include "compactface.h"

#include <callcard/ui/avatar.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>

#include <QPainter>
#include <QStyle>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kAvatar = 32;
constexpr int kCompactFaceLeft = 14;
constexpr int kCompactFaceGap = 12;
constexpr int kCompactFaceRight = 14;
} // namespace

CompactFace::CompactFace(const Clock &clock, QWidget *parent)
    : QWidget(parent), m_tick(clock, nullptr), m_ring(new StateRing(kAvatar, this))
{
    m_ring->setBadgeShown(false);
    sayWhenAsked(this, [this] {
        return spokenParts({m_face.word, m_face.runsFrom.isValid() ? m_tick.text() : m_face.detail, m_face.name,
                            m_face.company.isEmpty() ? m_face.number : m_face.company});
    });
    connect(&m_tick, &SecondTick::changed, this, qOverload<>(&QWidget::update));
}

void CompactFace::setFace(const CardFace &face)
{
    m_face = face;
    m_ring->setPerson(face.person);
    m_ring->setState(face.look);
    m_tick.setFrom(face.runsFrom);
    update();
}

void CompactFace::resizeEvent(QResizeEvent *)
{
    const QSize ring = m_ring->sizeHint();
    const int overhang = (ring.width() - Theme::current().px(kAvatar)) / 2;
    m_ring->setGeometry(
        QStyle::visualRect(layoutDirection(), rect(), QRect(QPoint(kCompactFaceLeft - overhang, (height() - ring.height()) / 2), ring)));
}

void CompactFace::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const auto visual = [this](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    const QColor ink = theme.state(m_face.look).text;
    const QString detail = m_face.runsFrom.isValid() ? m_tick.text() : m_face.detail;
    const QFont small = theme.font(Type::SmallStrong);
    const int icon = theme.iconPx();
    const int side = std::max(
        {icon, static_cast<int>(std::ceil(tabularWidth(detail, small))) + 1, static_cast<int>(std::ceil(tabularWidth(u"00:00"_s, small)))});
    const int left = kCompactFaceLeft + theme.px(kAvatar) + kCompactFaceGap;
    const int line = theme.lineHeight(Type::Body);
    const int second = theme.lineHeight(Type::Small);
    const int y = (height() - line - second) / 2;
    const int width = this->width() - left - kCompactFaceRight - side - 8;
    drawElided(painter, visual(QRect(left, y, width, line)), m_face.name, {.type = Type::BodyStrong});
    drawElided(painter, visual(QRect(left, y + line, width, second)), m_face.company.isEmpty() ? m_face.number : m_face.company,
               {.type = Type::Small, .role = &Colors::textSecondary});
    const QRect end = visual(QRect(this->width() - kCompactFaceRight - side, y, side, line));
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    drawIcon(painter, QRect(mirrored ? end.left() : end.right() + 1 - icon, y + (line - icon) / 2, icon, icon), m_face.icon, ink,
             layoutDirection());
    drawTabular(painter, visual(QRect(this->width() - kCompactFaceRight - side, y + line, side, second)), detail, small, ink,
                (mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

void CompactFace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_tick.setRunning(true);
}

void CompactFace::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_tick.setRunning(false);
}

} // namespace callcard::ui
