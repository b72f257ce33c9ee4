#include <callcard/ui/paint.h>

#include <QImage>
#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <vector>

namespace callcard::ui {

namespace {
/// One pass of a running mean along rows; three of them are near enough a Gaussian.
void blurRows(std::vector<float> &values, int width, int height, int radius)
{
    std::vector<float> row(static_cast<size_t>(width));
    for (int y = 0; y < height; ++y) {
        float *line = values.data() + static_cast<size_t>(y) * static_cast<size_t>(width);
        float sum = 0;
        for (int x = -radius; x < width; ++x) {
            sum += x + radius < width ? line[x + radius] : 0.F;
            sum -= x - radius - 1 >= 0 ? line[x - radius - 1] : 0.F;
            if (x >= 0)
                row[static_cast<size_t>(x)] = sum / static_cast<float>(2 * radius + 1);
        }
        std::copy(row.begin(), row.end(), line);
    }
}

std::vector<float> transposed(const std::vector<float> &values, int width, int height)
{
    std::vector<float> result(values.size());
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            result[static_cast<size_t>(x) * static_cast<size_t>(height) + static_cast<size_t>(y)] =
                values[static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x)];
    }
    return result;
}

QImage shadowLayer(const QSize &total, const QRectF &body, qreal radius, qreal blur, const QColor &color)
{
    QImage mask(total, QImage::Format_Alpha8);
    mask.fill(0);
    QPainter painter(&mask);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    painter.drawRoundedRect(body, radius, radius);
    painter.end();

    const int width = total.width();
    const int height = total.height();
    std::vector<float> values(static_cast<size_t>(width) * static_cast<size_t>(height));
    for (int y = 0; y < height; ++y)
        std::copy_n(mask.constScanLine(y), width, values.begin() + static_cast<std::ptrdiff_t>(y) * width);
    const int box = std::max(1, static_cast<int>(std::lround(blur / 3)));
    for (int pass = 0; pass < 3; ++pass)
        blurRows(values, width, height, box);
    values = transposed(values, width, height);
    for (int pass = 0; pass < 3; ++pass)
        blurRows(values, height, width, box);
    values = transposed(values, height, width);

    QImage result(total, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < height; ++y) {
        auto *line = reinterpret_cast<QRgb *>(result.scanLine(y));
        for (int x = 0; x < width; ++x) {
            const double alpha =
                values[static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x)] / 255.0 * color.alphaF();
            line[x] = qPremultiply(qRgba(color.red(), color.green(), color.blue(), static_cast<int>(std::lround(alpha * 255))));
        }
    }
    return result;
}

/// Margin, corner, two pixels of edge, corner, margin.
QPixmap ninePatch(qreal radius, qreal dpr, bool dark)
{
    static std::map<std::tuple<int, int, bool>, QPixmap> cache;
    const auto key = std::tuple(static_cast<int>(radius * 10), static_cast<int>(dpr * 100), dark);
    if (const auto known = cache.find(key); known != cache.end())
        return known->second;
    const Theme &theme = Theme::current();
    const int corner = static_cast<int>(std::ceil(radius)) + size::cardShadowMargin;
    const int side = static_cast<int>(std::lround((2 * (size::cardShadowMargin + corner) + 2) * dpr));
    QImage sum(side, side, QImage::Format_ARGB32_Premultiplied);
    sum.fill(Qt::transparent);
    QPainter painter(&sum);
    for (const ShadowLayer &layer : kFloatingShadow) {
        QColor color = theme.color.shadow;
        color.setAlphaF(static_cast<float>(dark ? layer.alphaDark : layer.alphaLight));
        const qreal margin = size::cardShadowMargin * dpr;
        const QRectF body(margin, margin + layer.y * dpr, side - 2 * margin, side - 2 * margin);
        // CSS blur is twice the deviation of the Gaussian.
        painter.drawImage(0, 0, shadowLayer(sum.size(), body, radius * dpr, layer.blur / 2.0 * dpr * 1.7, color));
    }
    painter.end();
    QPixmap patch = QPixmap::fromImage(sum);
    if (cache.size() > 8)
        cache.clear();
    cache.emplace(key, patch);
    return patch;
}

void drawShadow(QPainter &painter, const QRect &body, qreal radius)
{
    const qreal dpr = painter.device()->devicePixelRatio();
    const QPixmap patch = ninePatch(radius, dpr, Theme::current().isDark());
    const int cut = size::cardShadowMargin + static_cast<int>(std::ceil(radius)) + size::cardShadowMargin;
    const QRect outer = body.adjusted(-size::cardShadowMargin, -size::cardShadowMargin, size::cardShadowMargin, size::cardShadowMargin);
    const qreal source = cut * dpr;
    const std::array<qreal, 4> sx{0, source, patch.width() - source, qreal(patch.width())};
    // A body too small for two corners shares what there is.
    const int cutX = std::min(cut, outer.width() / 2);
    const int cutY = std::min(cut, outer.height() / 2);
    const std::array<int, 4> tx{outer.left(), outer.left() + cutX, outer.left() + outer.width() - cutX, outer.left() + outer.width()};
    const std::array<int, 4> ty{outer.top(), outer.top() + cutY, outer.top() + outer.height() - cutY, outer.top() + outer.height()};
    for (size_t row = 0; row < 3; ++row) {
        for (size_t column = 0; column < 3; ++column) {
            const QRectF target(tx[column], ty[row], tx[column + 1] - tx[column], ty[row + 1] - ty[row]);
            if (!target.isEmpty())
                painter.drawPixmap(target, patch, QRectF(sx[column], sx[row], sx[column + 1] - sx[column], sx[row + 1] - sx[row]));
        }
    }
}
} // namespace

void drawFloating(QPainter &painter, const QRect &body, const QColor &fill, qreal radius)
{
    const Theme &theme = Theme::current();
    if (!theme.compositing) {
        drawPanel(painter, body, 0.5, fill, theme.color.borderStrong);
        return;
    }
    if (!theme.highContrast)
        drawShadow(painter, body, radius);
    drawPanel(painter, body, radius, fill, theme.color.border);
}

} // namespace callcard::ui
