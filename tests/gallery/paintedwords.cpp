#include "paintedwords.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QWidget>

#include <cmath>

namespace callcard::gallery {

namespace {

/// Hears the texts of a painting and forgets the rest.
class ListeningEngine final : public QPaintEngine
{
public:
    ListeningEngine() : QPaintEngine(AllFeatures) {}
    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawImage(const QRectF &, const QImage &, const QRectF &, Qt::ImageConversionFlags) override {}
    void drawPath(const QPainterPath &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawRects(const QRectF *, int) override {}
    void drawTextItem(const QPointF &place, const QTextItem &item) override
    {
        const QString text = item.text();
        const bool joins = text.size() == 1 && m_single && std::abs(place.y() - m_line) < 1;
        if (joins)
            words.last() += text;
        else
            words += text;
        m_single = text.size() == 1;
        m_line = place.y();
    }
    [[nodiscard]] Type type() const override { return User; }

    QStringList words;

private:
    bool m_single = false;
    qreal m_line = 0;
};

class ListeningDevice final : public QPaintDevice
{
public:
    explicit ListeningDevice(const QSize &size) : m_size(size) {}
    [[nodiscard]] QPaintEngine *paintEngine() const override { return &m_engine; }
    [[nodiscard]] QStringList words() const { return m_engine.words; }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override
    {
        constexpr int kDotsPerInch = 96;
        switch (metric) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return kDotsPerInch;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        case PdmDepth:
            return 32;
        default:
            return 0;
        }
    }

private:
    QSize m_size;
    mutable ListeningEngine m_engine;
};

} // namespace

QStringList paintedWords(QWidget &widget)
{
    ListeningDevice device(widget.size());
    widget.render(&device, QPoint(), QRegion(), QWidget::RenderFlags());
    return device.words();
}

} // namespace callcard::gallery
