#include <callcard/ui/theme.h>
#include <callcard/ui/trayicon.h>

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QTransform>

#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr qreal kGrid = 22;
constexpr qreal kCutOut = 1.5;
constexpr std::array kSizes{16, 20, 22, 24, 32, 44, 48, 64};
/// Below this a figure would be three grey pixels.
constexpr qreal kSmallestWithFigure = 19;

const QRectF kCard(1.5, 4, 19, 14);
constexpr qreal kCardRadius = 3.6;
constexpr QPointF kRingHole(7.2, 11);
constexpr qreal kRingHoleRadius = 2.5;
constexpr qreal kMarkPen = 1.5;
constexpr QPointF kTopRight(17, 5.5);
constexpr qreal kMissedRadius = 5;
constexpr qreal kRingingRadius = 3.8;
constexpr qreal kRingingPen = 2.2;
constexpr QPointF kMoon(16.8, 16.5);
constexpr qreal kMoonRadius = 4.3;

QPainterPath disc(const QPointF &center, qreal radius)
{
    QPainterPath path;
    path.addEllipse(center, radius, radius);
    return path;
}

QPainterPath triangle()
{
    QPainterPath path(QPointF(16.7, 12.6));
    path.lineTo(20.7, 20);
    path.lineTo(12.7, 20);
    path.closeSubpath();
    return path;
}

QPainterPath moon()
{
    // Cut at a hundred times the size: paths are cut by straight pieces, which would show.
    constexpr qreal large = 100;
    const QTransform up = QTransform::fromScale(large, large);
    const QPainterPath bite = disc(kMoon + QPointF(3.1, -3.1), kMoonRadius);
    return QTransform::fromScale(1 / large, 1 / large).map(up.map(disc(kMoon, kMoonRadius)).subtracted(up.map(bite)));
}

/// A hole through everything drawn so far: the panel shows, whatever its colour.
void cut(QPainter &painter, const QPainterPath &shape, qreal around)
{
    painter.save();
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.setBrush(Qt::black);
    painter.setPen(around > 0 ? QPen(Qt::black, 2 * around, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin) : QPen(Qt::NoPen));
    painter.drawPath(shape);
    painter.restore();
}

void strokeMarks(QPainter &painter)
{
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(kRingHole, kRingHoleRadius, kRingHoleRadius);
    painter.drawLine(QPointF(12.7, 9.2), QPointF(17, 9.2));
    painter.drawLine(QPointF(12.7, 12.8), QPointF(15.3, 12.8));
}

void drawCard(QPainter &painter, const QColor &ink)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawRoundedRect(kCard, kCardRadius, kCardRadius);
    painter.save();
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.setPen(QPen(Qt::black, kMarkPen, Qt::SolidLine, Qt::RoundCap));
    strokeMarks(painter);
    painter.restore();
}

void drawOffline(QPainter &painter, const QColor &ink)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, kMarkPen, Qt::SolidLine, Qt::RoundCap));
    const qreal half = kMarkPen / 2;
    painter.drawRoundedRect(kCard.adjusted(half, half, -half, -half), kCardRadius - half, kCardRadius - half);
    strokeMarks(painter);
    QPainterPath slash(QPointF(3.5, 2.5));
    slash.lineTo(19.5, 19.5);
    painter.save();
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.setPen(QPen(Qt::black, 1.7 + 2 * kCutOut, Qt::SolidLine, Qt::FlatCap));
    painter.drawPath(slash);
    painter.restore();
    painter.setPen(QPen(ink, 1.7, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(slash);
}

void drawDegraded(QPainter &painter, const TrayInk &ink)
{
    cut(painter, triangle(), kCutOut);
    painter.setPen(QPen(ink.degraded, 1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(ink.degraded);
    painter.drawPath(triangle());
    // "!" as a hole in mono, dark on amber in colour.
    painter.save();
    if (!ink.degradedSign.isValid())
        painter.setCompositionMode(QPainter::CompositionMode_Clear);
    const QColor sign = ink.degradedSign.isValid() ? ink.degradedSign : QColor(Qt::black);
    painter.setPen(QPen(sign, 1.2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(16.7, 15.2), QPointF(16.7, 17.0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(sign);
    painter.drawEllipse(QPointF(16.7, 18.7), 0.7, 0.7);
    painter.restore();
}

void drawQuiet(QPainter &painter, const QColor &ink)
{
    cut(painter, disc(kMoon, kMoonRadius), kCutOut);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPath(moon());
}

void drawRinging(QPainter &painter, const QColor &ink)
{
    cut(painter, disc(kTopRight, kRingingRadius + kRingingPen / 2), kCutOut);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, kRingingPen));
    painter.drawEllipse(kTopRight, kRingingRadius, kRingingRadius);
}

void drawMissed(QPainter &painter, int count, const TrayInk &ink, bool withFigure)
{
    cut(painter, disc(kTopRight, kMissedRadius), kCutOut);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink.missed);
    painter.drawEllipse(kTopRight, kMissedRadius, kMissedRadius);
    if (!withFigure)
        return;
    const QString figure = count > 9 ? u"9+"_s : QString::number(count);
    QFont font = QGuiApplication::font();
    font.setPixelSize(64); // scaled by path: hinting at 8 px would throw the figure off its centre
    font.setWeight(QFont::Bold);
    QPainterPath path;
    path.addText(0, 0, font, figure);
    const QRectF bounds = path.boundingRect();
    const qreal scale = std::min(6.4 / bounds.height(), 7.6 / bounds.width());
    painter.save();
    if (!ink.missedFigure.isValid())
        painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.translate(kTopRight);
    painter.scale(scale, scale);
    painter.translate(-bounds.center());
    painter.setBrush(ink.missedFigure.isValid() ? ink.missedFigure : QColor(Qt::black));
    painter.drawPath(path);
    painter.restore();
}
} // namespace

TrayInk TrayInk::mono(bool darkPanel)
{
    const QColor ink = darkPanel ? colors(Scheme::Dark).text : colors(Scheme::Light).text;
    // No colour of its own for signs within marks: they are holes.
    return {
        .card = ink, .degraded = ink, .degradedSign = {}, .quiet = ink, .missed = ink, .missedFigure = {}, .ringing = ink, .offline = ink};
}

TrayInk TrayInk::colour(bool darkPanel)
{
    const Scheme scheme = darkPanel ? Scheme::Dark : Scheme::Light;
    const QColor accent = darkPanel ? chartColors(scheme).outgoing : colors(scheme).accent;
    const StateColors &missed = stateColors(scheme, StateLook::Missed);
    const StateColors &warning = stateColors(scheme, StateLook::Warning);
    return {.card = accent,
            .degraded = warning.fill,
            .degradedSign = warning.onFill,
            .quiet = colors(scheme).textSecondary,
            .missed = missed.ring,
            .missedFigure = darkPanel ? colors(scheme).window : missed.onFill,
            .ringing = accent,
            .offline = colors(scheme).textTertiary};
}

void drawTrayIcon(QPainter &painter, qreal side, const TrayLook &look, const TrayInk &ink)
{
    const qreal devicePixels = side * painter.device()->devicePixelRatio();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(side / kGrid, side / kGrid);
    if (look.mark == TrayMark::Offline)
        drawOffline(painter, ink.offline);
    else
        drawCard(painter, ink.card);
    if (look.mark == TrayMark::Degraded)
        drawDegraded(painter, ink);
    else if (look.mark == TrayMark::Connected && look.quiet)
        drawQuiet(painter, ink.quiet);
    if (look.ringing)
        drawRinging(painter, ink.ringing);
    else if (look.missed > 0)
        drawMissed(painter, look.missed, ink, devicePixels >= kSmallestWithFigure);
    painter.restore();
}

QIcon trayIcon(const TrayLook &look, const TrayInk &ink)
{
    QIcon icon;
    for (const int side : kSizes) {
        QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        drawTrayIcon(painter, side, look, ink);
        painter.end();
        icon.addPixmap(QPixmap::fromImage(image));
    }
    return icon;
}

QIcon applicationIcon()
{
    QIcon icon;
    for (const int side : {16, 22, 24, 32, 48, 64, 128, 256}) {
        QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(side / kGrid, side / kGrid);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors(Scheme::Light).accent);
        painter.drawRoundedRect(kCard, kCardRadius, kCardRadius);
        painter.setPen(QPen(colors(Scheme::Light).onAccent, kMarkPen, Qt::SolidLine, Qt::RoundCap));
        strokeMarks(painter);
        painter.end();
        icon.addPixmap(QPixmap::fromImage(image));
    }
    return icon;
}

} // namespace callcard::ui
