#include "callboxfooter.h"

#include <callcard/ui/icons.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>
#include <callcard/ui/theme.h>

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kFooterSide = 18;
constexpr int kKeyGap = 4;
constexpr int kWordGap = 8;

int textWidth(const QString &text)
{
    return text.isEmpty() ? 0 : QFontMetrics(Theme::current().font(Type::Small)).horizontalAdvance(text) + 2;
}

int keysWidth(const QStringList &keys)
{
    int width = 0;
    for (const QString &key : keys)
        width += keycapSize(key).width() + kKeyGap;
    return width;
}

} // namespace

void CallBoxFooter::showEffect(const QString &effect, const QString &line)
{
    m_effect = effect;
    m_line = line;
    m_first = {};
    m_second = {};
    say(this, spokenParts({effect, line}));
    update();
}

void CallBoxFooter::showHints(const FooterHint &first, const FooterHint &second)
{
    m_effect.clear();
    m_line.clear();
    m_first = first;
    m_second = second;
    QStringList said;
    for (const FooterHint &hint : {first, second}) {
        if (hint.text.isEmpty())
            continue;
        QStringList keys;
        for (const QString &key : hint.keys)
            keys += spokenKey(key);
        said.append(QString(spokenParts(keys) + u": "_s + hint.text));
    }
    say(this, spokenParts(said));
    update();
}

void CallBoxFooter::paintHints(QPainter &painter) const
{
    const auto visual = [this](int x, int width, int height) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, (this->height() - height) / 2, width, height));
    };
    const auto keys = [&](int x, const QStringList &names) {
        for (const QString &name : names) {
            const QSize cap = keycapSize(name);
            drawKeycap(painter, visual(x, cap.width(), cap.height()), name);
            x += cap.width() + kKeyGap;
        }
        return x;
    };
    // The first: keys, then words; the second stands at the other end, words first.
    const int end = width() - kFooterSide;
    const int secondKeys = keysWidth(m_second.keys);
    const int secondText = textWidth(m_second.text);
    const int secondAt = end - secondKeys - (secondText > 0 ? secondText + kWordGap : 0);
    const int words = keys(kFooterSide, m_first.keys) + kWordGap - kKeyGap;
    const TextLook quiet{.type = Type::Small, .role = &Colors::textSecondary};
    drawElided(painter, visual(words, std::max(0, std::min(textWidth(m_first.text), secondAt - kWordGap - words)), height()), m_first.text,
               quiet);
    if (m_second.text.isEmpty())
        return;
    drawElided(painter, visual(secondAt, secondText, height()), m_second.text, quiet);
    keys(end - secondKeys + kKeyGap, m_second.keys);
}

void CallBoxFooter::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color.sunken);
    // Only the lower corners are the box's own.
    const qreal r = radius::card - 1;
    painter.setClipRect(rect());
    painter.drawRoundedRect(QRectF(rect()).adjusted(0, -r, 0, 0), r, r);
    painter.fillRect(QRect(0, 0, width(), 1), theme.color.border);
    if (m_effect.isEmpty()) {
        paintHints(painter);
        return;
    }
    const int px = theme.iconPx();
    const QRect icon(kFooterSide, (height() - px) / 2, px, px);
    drawIcon(painter, QStyle::visualRect(layoutDirection(), rect(), icon), u"device"_s, theme.color.textTertiary, layoutDirection());
    const TextLook quiet{.type = Type::Small, .role = &Colors::textSecondary};
    const int line = std::min(textWidth(m_line), width() / 2);
    const int left = icon.right() + 10;
    const int right = width() - kFooterSide - line;
    drawElided(painter, QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, right - left - kWordGap, height())), m_effect, quiet);
    if (line > 0)
        drawElided(painter, QStyle::visualRect(layoutDirection(), rect(), QRect(right, 0, line, height())), m_line, quiet);
}

} // namespace callcard::ui
