#include <callcard/ui/icons.h>
#include <callcard/ui/theme.h>

#include <QCache>
#include <QFile>
#include <QIconEngine>
#include <QImageReader>
#include <QPainter>
#include <QSet>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kCacheKilobytes = 1024;
constexpr auto kIconNamePrefix = "callcard/"_L1;

struct IconKey {
    QString name;
    int devicePx{};
    QRgb color{};
    bool mirrored{};
    bool operator==(const IconKey &) const = default;
    friend size_t qHash(const IconKey &key, size_t seed = 0) { return qHashMulti(seed, key.name, key.devicePx, key.color, key.mirrored); }
};

QString fileOf(const QString &name)
{
    return u":/icons/"_s + name + u".svg"_s;
}

QImage render(const IconKey &key)
{
    QImageReader reader(fileOf(key.name), "svg");
    reader.setScaledSize(QSize(key.devicePx, key.devicePx));
    QImage image = reader.read().convertToFormat(QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) { // the SVG plugin is not installed: a dot at least keeps the place and the layout
        image = QImage(key.devicePx, key.devicePx, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter dot(&image);
        dot.setRenderHint(QPainter::Antialiasing);
        dot.setBrush(Qt::black);
        dot.drawEllipse(QRectF(image.rect()).adjusted(key.devicePx / 3.0, key.devicePx / 3.0, -key.devicePx / 3.0, -key.devicePx / 3.0));
    }
    QPainter tint(&image);
    tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
    tint.fillRect(image.rect(), QColor::fromRgba(key.color));
    tint.end();
    return key.mirrored ? image.mirrored(true, false) : image;
}

/// Asks the theme at every paint, so a change of theme needs no new icons.
class LineIconEngine final : public QIconEngine
{
public:
    LineIconEngine(QString name, ColorRole role) : m_name(std::move(name)), m_role(role) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const Colors &colors = Theme::current().color;
        drawIcon(*painter, rect, m_name, mode == QIcon::Disabled ? colors.textDisabled : colors.*m_role, painter->layoutDirection());
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override { return scaledPixmap(size, mode, state, 1); }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // Qt hands in device pixels and sets the ratio on what it gets back.
        const Colors &colors = Theme::current().color;
        Q_UNUSED(scale)
        return iconPixmap(m_name, std::min(size.width(), size.height()), mode == QIcon::Disabled ? colors.textDisabled : colors.*m_role, 1);
    }
    QString key() const override { return u"callcard"_s; }
    QString iconName() override { return kIconNamePrefix + m_name; }
    bool isNull() override { return false; }
    QIconEngine *clone() const override { return new LineIconEngine(m_name, m_role); }

private:
    QString m_name;
    ColorRole m_role;
};
} // namespace

QPixmap iconPixmap(const QString &name, int px, const QColor &color, qreal dpr, bool mirrored)
{
    static QCache<IconKey, QPixmap> cache(kCacheKilobytes);
    const IconKey key{name, static_cast<int>(std::lround(px * dpr)), color.rgba(), mirrored};
    if (key.devicePx <= 0)
        return {};
    QPixmap pixmap;
    if (const QPixmap *known = cache.object(key)) {
        pixmap = *known;
    } else {
        pixmap = QPixmap::fromImage(render(key));
        cache.insert(key, new QPixmap(pixmap), 1 + key.devicePx * key.devicePx * 4 / 1024);
    }
    pixmap.setDevicePixelRatio(dpr);
    return pixmap;
}

void drawIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color, Qt::LayoutDirection direction)
{
    const int px = static_cast<int>(std::lround(std::min(rect.width(), rect.height())));
    const qreal dpr = painter.device()->devicePixelRatio();
    const QPixmap pixmap = iconPixmap(name, px, color, dpr, direction == Qt::RightToLeft && iconMirrors(name));
    // On whole device pixels: half a pixel off would blur every line.
    const auto snapped = [dpr](qreal value) { return std::round(value * dpr) / dpr; };
    painter.drawPixmap(QPointF(snapped(rect.center().x() - px / 2.0), snapped(rect.center().y() - px / 2.0)), pixmap);
}

QIcon lineIcon(const QString &name, ColorRole role)
{
    return QIcon(new LineIconEngine(name, role));
}

QString lineIconName(const QIcon &icon)
{
    const QString name = icon.name();
    return name.startsWith(kIconNamePrefix) ? name.mid(kIconNamePrefix.size()) : QString();
}

bool iconMirrors(const QString &name)
{
    static const QSet<QString> mirrored{u"chevron-right"_s, u"arrow-right"_s, u"phone-in"_s, u"phone-out"_s,
                                        u"phone-forward"_s, u"external"_s,    u"merge"_s};
    return mirrored.contains(name);
}

bool iconExists(const QString &name)
{
    return QFile::exists(fileOf(name));
}

} // namespace callcard::ui
