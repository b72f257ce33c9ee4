#include "memorybox.h"
#include "wrappedtext.h"

#include <callcard/ui/icons.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>
#include <callcard/ui/terms.h>

#include <QFontMetricsF>
#include <QPainter>
#include <QStyle>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kMemoryBoxMargin = 12;
constexpr int kPadX = 12;
constexpr int kPadY = 10;
constexpr int kRadius = 8;
constexpr int kIconGap = 8;
constexpr int kRowGap = 6;
constexpr int kFactsSide = 18;
constexpr int kFactsTop = 10;
constexpr int kMemoryBoxLines = 2;

int innerWidth(int width)
{
    return width - 2 * (kMemoryBoxMargin + kPadX) - Theme::current().iconPx() - kIconGap;
}
} // namespace

MemoryBox::MemoryBox(QWidget *parent) : QWidget(parent)
{
    sayWhenAsked(this, [this] { return saying(); });
}

QString MemoryBox::saying() const
{
    QStringList parts;
    if (!m_face.guess.isEmpty())
        parts << terms::guess() << m_face.guess << m_face.guessReason;
    else
        parts << m_face.promise << m_face.due;
    if (m_face.guess.isEmpty() && hasNote())
        parts << m_face.note << m_face.noteMeta;
    if (hasFacts())
        parts += m_face.facts;
    return spokenParts(parts);
}

void MemoryBox::setFace(const CardFace &face)
{
    m_face = face;
    update();
}

void MemoryBox::setNoteShown(bool shown)
{
    m_noteShown = shown;
    update();
}

void MemoryBox::setFactsShown(bool shown)
{
    m_factsShown = shown;
    update();
}

int MemoryBox::promiseWidth(int width) const
{
    if (m_face.due.isEmpty())
        return innerWidth(width);
    return innerWidth(width) - static_cast<int>(std::ceil(tabularWidth(m_face.due, Theme::current().font(Type::CaptionStrong)))) - kIconGap;
}

int MemoryBox::boxHeight(int width) const
{
    const Theme &theme = Theme::current();
    int height = 0;
    if (!m_face.guess.isEmpty()) {
        height = theme.lineHeight(Type::Body) + theme.lineHeight(Type::Small);
    } else {
        if (!m_face.promise.isEmpty())
            height +=
                wrappedLines(m_face.promise, Type::BodyMedium, promiseWidth(width), kMemoryBoxLines) * theme.lineHeight(Type::BodyMedium);
        if (hasNote()) {
            height += height > 0 ? kRowGap : 0;
            height += wrappedLines(m_face.note, Type::Body, innerWidth(width), kMemoryBoxLines) * theme.lineHeight(Type::Body);
            height += m_face.noteMeta.isEmpty() ? 0 : theme.lineHeight(Type::Small) + 2;
        }
    }
    return height == 0 ? 0 : height + 2 * kPadY;
}

int MemoryBox::heightFor(int width) const
{
    const int box = boxHeight(width);
    return (box > 0 ? kMemoryBoxMargin + box : 0) + (hasFacts() ? kFactsTop + Theme::current().lineHeight(Type::Small) : 0);
}

void MemoryBox::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const auto visual = [this](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    const int box = boxHeight(width());
    const int icon = theme.iconPx();
    const int left = kMemoryBoxMargin + kPadX;
    const int textLeft = left + icon + kIconGap;
    const int inner = innerWidth(width());
    const int line = theme.lineHeight(Type::Body);
    const auto drawMark = [&](int y, const QString &name, const QColor &ink) {
        drawIcon(painter, visual(QRect(left, y + (line - icon) / 2, icon, icon)), name, ink, layoutDirection());
    };
    if (box > 0)
        drawPanel(painter, QRect(kMemoryBoxMargin, kMemoryBoxMargin, width() - 2 * kMemoryBoxMargin, box), kRadius, theme.color.sunken,
                  theme.highContrast ? theme.color.border : QColor());
    int y = kMemoryBoxMargin + kPadY;
    if (!m_face.guess.isEmpty()) {
        const ChipLook look{.kind = ChipKind::Dashed, .icon = u"question"_s, .text = terms::guess()};
        const QSize chip = chipSize(look);
        drawMark(kMemoryBoxMargin + (box - line) / 2, m_face.guessIcon, theme.color.textSecondary);
        drawChip(painter,
                 visual(QRect(textLeft + inner - chip.width(), kMemoryBoxMargin + (box - chip.height()) / 2, chip.width(), chip.height())),
                 look);
        const int width = inner - chip.width() - kIconGap;
        drawElided(painter, visual(QRect(textLeft, y, width, line)), m_face.guess, {.type = Type::Body});
        drawElided(painter, visual(QRect(textLeft, y + line, width, theme.lineHeight(Type::Small))), m_face.guessReason,
                   {.type = Type::Small, .role = &Colors::textSecondary});
    } else if (box > 0) {
        if (!m_face.promise.isEmpty()) {
            const QColor held = theme.state(StateLook::Held).text;
            const int width = promiseWidth(this->width());
            drawMark(y, u"flag"_s, held);
            drawWrapped(painter, visual(QRect(textLeft, y, width, kMemoryBoxLines * line)), m_face.promise, Type::BodyMedium,
                        theme.color.text, kMemoryBoxLines);
            if (!m_face.due.isEmpty())
                drawTabular(painter, visual(QRect(textLeft + width, y, inner - width, line)), m_face.due, theme.font(Type::CaptionStrong),
                            held, (layoutDirection() == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
            y += wrappedLines(m_face.promise, Type::BodyMedium, width, kMemoryBoxLines) * line + kRowGap;
        }
        if (hasNote()) {
            drawMark(y, u"note"_s, theme.color.textSecondary);
            drawWrapped(painter, visual(QRect(textLeft, y, inner, kMemoryBoxLines * line)), m_face.note, Type::Body, theme.color.text,
                        kMemoryBoxLines);
            y += wrappedLines(m_face.note, Type::Body, inner, kMemoryBoxLines) * line + 2;
            drawElided(painter, visual(QRect(textLeft, y, inner, theme.lineHeight(Type::Small))), m_face.noteMeta,
                       {.type = Type::Small, .role = &Colors::textTertiary});
        }
    }
    if (hasFacts()) {
        QList<Run> runs;
        for (const QString &fact : m_face.facts)
            runs += Run{fact, {}, Type::Small, theme.color.textSecondary, false, true};
        while (runs.size() > 1 && runsWidth(runs) > width() - 2 * kFactsSide)
            runs.removeFirst(); // half a fact is none; since when somebody is a customer matters least
        const int top = (box > 0 ? kMemoryBoxMargin + box : 0) + kFactsTop;
        drawRuns(painter, visual(QRect(kFactsSide, top, width() - 2 * kFactsSide, theme.lineHeight(Type::Small))), runs, layoutDirection(),
                 theme.color.textTertiary);
    }
}

} // namespace callcard::ui
