#include "wrappedtext.h"

#include <callcard/ui/icons.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/paint.h>

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kRunIcon = 12;
constexpr int kRunIconGap = 4;

/// The starts of the lines; the last one runs to the end and is elided when drawn.
QList<int> lineStarts(const QString &text, const QFont &font, int width, int most)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QList<int> starts;
    layout.beginLayout();
    while (starts.size() < most) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        starts += line.textStart();
    }
    layout.endLayout();
    return starts;
}

qreal widthOf(const Run &run)
{
    const QFont font = Theme::current().font(run.type);
    const qreal icon = run.icon.isEmpty() ? 0 : Theme::current().px(kRunIcon) + kRunIconGap;
    return std::ceil(icon + (run.number ? tabularWidth(run.text, font) : QFontMetricsF(font).horizontalAdvance(run.text)) + 1);
}
} // namespace

int wrappedLines(const QString &text, Type type, int width, int most)
{
    if (text.isEmpty() || width <= 0)
        return 0;
    return static_cast<int>(lineStarts(text, Theme::current().font(type), width, most).size());
}

void drawWrapped(QPainter &painter, const QRect &rect, const QString &text, Type type, const QColor &color, int most)
{
    const Theme &theme = Theme::current();
    const QList<int> starts = lineStarts(text, theme.font(type), rect.width(), most);
    const int height = theme.lineHeight(type);
    for (qsizetype line = 0; line < starts.size(); ++line) {
        const bool last = line + 1 == starts.size();
        const QString part = last ? text.mid(starts[line]) : text.mid(starts[line], starts[line + 1] - starts[line]);
        drawElided(painter, QRect(rect.left(), rect.top() + static_cast<int>(line) * height, rect.width(), height), part,
                   {.type = type, .color = color});
    }
}

int runsWidth(const QList<Run> &runs)
{
    if (runs.isEmpty())
        return 0;
    const qreal dot = std::ceil(QFontMetricsF(Theme::current().font(Type::Body)).horizontalAdvance(u" · "_s));
    qreal width = dot * static_cast<qreal>(runs.size() - 1);
    for (const Run &run : runs)
        width += widthOf(run);
    return static_cast<int>(std::ceil(width));
}

bool drawRuns(QPainter &painter, const QRect &rect, const QList<Run> &runs, Qt::LayoutDirection direction, const QColor &dots)
{
    const Theme &theme = Theme::current();
    const QString dot = u" · "_s;
    const qreal dotWidth = std::ceil(QFontMetricsF(theme.font(Type::Body)).horizontalAdvance(dot));
    qreal wanted = runs.isEmpty() ? 0 : dotWidth * static_cast<qreal>(runs.size() - 1);
    for (const Run &run : runs)
        wanted += widthOf(run);
    qreal excess = wanted - rect.width();
    bool cut = false;
    qreal x = rect.left();
    const auto visual = [&](qreal width) {
        return QRectF(QStyle::visualRect(direction, rect, QRect(int(x), rect.top(), int(width), rect.height())));
    };
    for (qsizetype i = 0; i < runs.size(); ++i) {
        const Run &run = runs[i];
        qreal width = widthOf(run);
        if (excess > 0 && run.mayElide) {
            const qreal shrunk = std::max(width - excess, 0.0);
            excess -= width - shrunk;
            width = shrunk;
            cut = true;
        }
        if (i > 0) {
            drawElided(painter, visual(dotWidth), u"·"_s, {.alignment = Qt::AlignCenter, .color = dots});
            x += dotWidth;
        }
        qreal left = width;
        if (!run.icon.isEmpty()) {
            const int icon = theme.px(kRunIcon);
            const QRectF place = visual(icon);
            drawIcon(painter, QRectF(place.left(), rect.center().y() - icon / 2.0 + 0.5, icon, icon), run.icon, run.color, direction);
            x += icon + kRunIconGap;
            left -= icon + kRunIconGap;
        }
        if (run.number && !run.text.isRightToLeft()) // "٢:١٥ م" is written as a whole
            drawTabular(painter, visual(left), run.text, theme.font(run.type), run.color, Qt::AlignLeft | Qt::AlignVCenter);
        else if (left > 0)
            cut = drawElided(painter, visual(left), run.text, {.type = run.type, .color = run.color}) || cut;
        x += left;
    }
    return cut;
}

} // namespace callcard::ui
