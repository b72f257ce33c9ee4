#include <callcard/ui/outsidetext.h>
#include <callcard/ui/paint.h>

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
QColor colorOf(const TextLook &look)
{
    return look.color.isValid() ? look.color : Theme::current().color.*look.role;
}

/// Tabular: the pieces between are drawn as they are, each digit in a cell of its own.
qreal digitCell(const QFontMetricsF &metrics)
{
    qreal widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return std::ceil(widest);
}

bool isCellDigit(QChar c)
{
    return c.unicode() >= u'0' && c.unicode() <= u'9';
}
} // namespace

bool drawElided(QPainter &painter, const QRectF &rect, const QString &text, const TextLook &look)
{
    const QFont font = Theme::current().font(look.type);
    const QString plain = cleaned(text);
    const QFontMetricsF metrics(font);
    const QString shown = metrics.elidedText(plain, Qt::ElideRight, rect.width());
    const Qt::Alignment alignment = QStyle::visualAlignment(QGuiApplication::layoutDirection(), look.alignment);
    painter.save();
    painter.setFont(font);
    painter.setPen(colorOf(look));
    if (look.tabular && shown == plain)
        drawTabular(painter, rect, plain, font, colorOf(look), alignment);
    else
        painter.drawText(rect, static_cast<int>(alignment | Qt::TextSingleLine), isolated(shown));
    painter.restore();
    return shown != plain;
}

qreal tabularWidth(const QString &text, const QFont &font)
{
    const QFontMetricsF metrics(font);
    const qreal cell = digitCell(metrics);
    qreal width = 0;
    for (const QChar c : text)
        width += isCellDigit(c) ? cell : metrics.horizontalAdvance(c);
    return width;
}

void drawTabular(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font, const QColor &color,
                 Qt::Alignment alignment)
{
    const QFontMetricsF metrics(font);
    const qreal cell = digitCell(metrics);
    const qreal width = tabularWidth(text, font);
    qreal x = rect.left();
    if (alignment & Qt::AlignRight)
        x = rect.right() - width;
    else if (alignment & Qt::AlignHCenter)
        x = rect.center().x() - width / 2;
    qreal baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    if (alignment & Qt::AlignTop)
        baseline = rect.top() + metrics.ascent();
    else if (alignment & Qt::AlignBottom)
        baseline = rect.bottom() - metrics.descent();
    painter.save();
    painter.setLayoutDirection(Qt::LeftToRight); // a bracket drawn alone would be mirrored
    painter.setFont(font);
    painter.setPen(color);
    for (const QChar c : text) {
        const qreal advance = metrics.horizontalAdvance(c);
        const qreal place = isCellDigit(c) ? cell : advance;
        painter.drawText(QPointF(x + (place - advance) / 2, std::round(baseline)), QString(c));
        x += place;
    }
    painter.restore();
}

bool drawMarked(QPainter &painter, const QRectF &rect, const QString &text, const QList<std::pair<int, int>> &hits, const TextLook &look)
{
    const QFont font = Theme::current().font(look.type);
    const QString shown = QFontMetricsF(font).elidedText(text, Qt::ElideRight, rect.width());
    QTextLayout layout(shown, font);
    QTextOption option(QStyle::visualAlignment(QGuiApplication::layoutDirection(), look.alignment) | Qt::AlignAbsolute);
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    QList<QTextLayout::FormatRange> marks;
    for (const auto &[from, length] : hits) {
        QTextLayout::FormatRange range;
        range.start = from;
        range.length = std::min<int>(length, static_cast<int>(shown.size()) - from);
        range.format.setBackground(Theme::current().color.mark);
        if (from >= 0 && range.length > 0)
            marks += range;
    }
    layout.setFormats(marks);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width());
    layout.endLayout();
    painter.save();
    painter.setPen(colorOf(look));
    layout.draw(&painter, QPointF(rect.left(), rect.center().y() - line.height() / 2));
    painter.restore();
    return shown != text;
}

} // namespace callcard::ui
