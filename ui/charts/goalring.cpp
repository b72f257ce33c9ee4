#include <callcard/ui/goalring.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/paint.h>

#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kOverhang = 4; // the pace tick crosses the ring
constexpr int kInnerGap = 5;
constexpr int kCheckPx = 12;

/// The largest size in which a figure of any length stays inside.
Type fittingType(const QString &figure, qreal width, bool small)
{
    const QList<Type> sizes = small ? QList{Type::BodyStrong, Type::CaptionStrong}
                                    : QList{Type::Figure, Type::Page, Type::Name, Type::BodyStrong, Type::CaptionStrong};
    for (const Type type : sizes) {
        if (tabularWidth(figure, Theme::current().font(type)) <= width)
            return type;
    }
    return sizes.last();
}
} // namespace

GoalRing::GoalRing(int tokenPx, QWidget *parent) : Chart(parent), m_tokenPx(tokenPx)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setProperty("focusRadius", (Theme::current().px(tokenPx) + 2 * kOverhang) / 2);
}

void GoalRing::setFace(const RingFace &face)
{
    m_face = face;
    setSayings({face.saying});
}

QRectF GoalRing::placeOf(int item) const
{
    return item == 0 ? QRectF(rect()) : QRectF();
}

QSize GoalRing::sizeHint() const
{
    const int side = Theme::current().px(m_tokenPx) + 2 * kOverhang;
    return QSize(side, side);
}

void GoalRing::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const QRectF ring = QRectF(rect()).adjusted(kOverhang, kOverhang, -kOverhang, -kOverhang);
    if (m_face.hasGoal || !m_face.look.read)
        drawGoalRing(painter, ring, m_face.look, theme.color.surface);
    const bool small = m_tokenPx < size::goalRing;
    const qreal inset = m_face.look.stroke + kInnerGap;
    QRectF inner = ring.adjusted(inset, inset, -inset, -inset);
    const Type type = fittingType(m_face.figure, inner.width(), small);
    const qreal figureHeight = theme.lineHeight(type);
    const qreal captionHeight = small ? 0 : theme.lineHeight(Type::Caption);
    QRectF line(inner.left(), inner.center().y() - (figureHeight + captionHeight) / 2, inner.width(), figureHeight);
    drawTabular(painter, line, m_face.figure, theme.font(type), m_face.stale ? theme.color.textTertiary : theme.color.text,
                Qt::AlignCenter);
    if (small)
        return;
    line = QRectF(inner.left(), line.bottom(), inner.width(), captionHeight);
    if (m_face.reached) {
        const qreal px = theme.px(kCheckPx);
        drawIcon(painter, QRectF(line.center().x() - px / 2, line.top() + (captionHeight - px) / 2, px, px), u"check"_s,
                 theme.state(StateLook::Ok).text);
        return;
    }
    drawElided(painter, line, m_face.caption, {.type = Type::Caption, .role = &Colors::textTertiary, .alignment = Qt::AlignCenter});
}

} // namespace callcard::ui
