#include <callcard/ui/figures.h>
#include <callcard/ui/figuretile.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/paint.h>

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr qreal kBesideWidth = 72;
constexpr int kPad = 14;
constexpr int kLineWidth = 112;
constexpr int kLineHeight = 26;
constexpr int kSmallIcon = 12;
} // namespace

FigureTile::FigureTile(QWidget *parent) : Chart(parent)
{
    setProperty("focusRadius", radius::tile);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void FigureTile::setFace(const TileFace &face)
{
    m_face = face;
    setSayings({face.saying});
    updateGeometry();
}

void FigureTile::setLeadsOn(bool on)
{
    m_leadsOn = on;
    update();
}

bool FigureTile::isPressable(int) const
{
    return m_leadsOn;
}

QRectF FigureTile::placeOf(int item) const
{
    return item == 0 ? QRectF(rect()) : QRectF();
}

QSize FigureTile::sizeHint() const
{
    const Theme &theme = Theme::current();
    int high = 2 * (kPad - 2) + theme.lineHeight(Type::Small) + theme.lineHeight(Type::Page);
    if (!m_face.note.isEmpty())
        high += theme.lineHeight(Type::Caption);
    else
        high += kLineHeight + 2;
    if (!m_face.age.isEmpty())
        high += theme.lineHeight(Type::Caption) + 2;
    return QSize(152, high);
}

QSize FigureTile::minimumSizeHint() const
{
    return QSize(112, sizeHint().height());
}

void FigureTile::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    drawPanel(painter, rect(), radius::tile, hovered() == 0 && m_leadsOn ? theme.color.hover : theme.color.surface, theme.color.border);
    const qreal wide = width() - 2 * kPad;
    qreal y = kPad - 2;
    const auto line = [&](qreal from, qreal to, qreal high) { return visual(QRectF(kPad + from, y, to - from, high)); };
    const qreal small = theme.lineHeight(Type::Small);
    // The chevron gives way to a name that needs its room.
    const bool isChevronShown =
        m_leadsOn && QFontMetricsF(theme.font(Type::Small)).horizontalAdvance(m_face.title) <= wide - theme.iconPx();
    drawElided(painter, line(0, isChevronShown ? wide - theme.iconPx() : wide, small), m_face.title,
               {.type = Type::Small, .role = &Colors::textSecondary});
    if (isChevronShown)
        drawIcon(painter, line(wide - theme.iconPx(), wide, small), u"chevron-right"_s, theme.color.textSecondary, layoutDirection());
    y += small;
    const qreal high = theme.lineHeight(Type::Page);
    if (m_face.figure.isEmpty()) {
        drawHatch(painter, line(0, std::min(wide, 56.0), high - 12).translated(0, 6), radius::cell);
    } else {
        const QFont font = theme.font(Type::Page);
        const qreal figure = std::ceil(tabularWidth(m_face.figure, font));
        const Qt::Alignment leading = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
        drawTabular(painter, line(0, figure, high), m_face.figure, font, m_face.stale ? theme.color.textTertiary : theme.color.text,
                    leading);
        drawElided(painter, line(figure + 3, wide, high).translated(0, 2), m_face.unit,
                   {.type = Type::Small, .role = &Colors::textSecondary});
    }
    if (!m_face.note.isEmpty() && !m_face.line.isEmpty()) {
        const qreal taken = m_face.figure.isEmpty() ? 56
                                                    : tabularWidth(m_face.figure, theme.font(Type::Page)) + 3 +
                                                          QFontMetricsF(theme.font(Type::Small)).horizontalAdvance(m_face.unit);
        if (taken + kPad + kBesideWidth <= wide)
            drawSparkline(painter, line(wide - kBesideWidth, wide, high).adjusted(0, 3, 0, -3), m_face.line,
                          m_face.stale || theme.highContrast ? theme.color.textSecondary : theme.chart().outgoing, true, layoutDirection());
    }
    y += high;
    if (!m_face.note.isEmpty()) {
        drawElided(painter, line(0, wide, theme.lineHeight(Type::Caption)), m_face.note,
                   {.type = Type::Caption, .role = &Colors::textTertiary});
        y += theme.lineHeight(Type::Caption);
    } else {
        drawSparkline(painter, line(0, std::min<qreal>(wide, kLineWidth), kLineHeight), m_face.line,
                      m_face.stale || theme.highContrast ? theme.color.textSecondary : theme.chart().outgoing, true, layoutDirection());
        y += kLineHeight;
    }
    if (m_face.age.isEmpty())
        return;
    y += 2;
    const qreal caption = theme.lineHeight(Type::Caption);
    qreal from = 0;
    const QColor color = m_face.stale ? theme.state(StateLook::Warning).text : theme.color.textTertiary;
    if (m_face.stale) {
        const qreal icon = theme.px(kSmallIcon);
        drawIcon(painter, line(0, icon, caption), u"warning"_s, color);
        from = icon + 4;
    }
    drawElided(painter, line(from, wide, caption), m_face.age, {.type = Type::Caption, .color = color});
}

} // namespace callcard::ui
