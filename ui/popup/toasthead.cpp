#include "toasthead.h"

#include <callcard/ui/controls.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>

#include <QFontMetricsF>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kToastHeadPadding = 14;
constexpr int kToastHeadEnd = 6;
constexpr int kToastHeadGap = 8;
constexpr int kMark = 8;
constexpr int kToastHeadLongestLine = 130;
} // namespace

ToastHead::ToastHead(const QString &icon, QWidget *parent)
    : QWidget(parent), m_icon(icon), m_close(smaller(iconButton(u"close"_s, tr("Dismiss"), this)))
{
    sayWhenAsked(this, [this] { return spokenParts({m_word, m_detail, m_line}); });
    m_close->setObjectName(u"close"_s);
    connect(m_close, &QToolButton::clicked, this, &ToastHead::closeClicked);
}

void ToastHead::setTexts(const QString &word, const QString &detail, const QString &line, int lineColour)
{
    m_word = word;
    m_detail = detail;
    m_line = line;
    m_lineColour = lineColour;
    update();
}

QSize ToastHead::sizeHint() const
{
    return QSize(Theme::current().px(size::cardWidth), Theme::current().px(size::cardBand));
}

void ToastHead::resizeEvent(QResizeEvent *)
{
    const int side = m_close->sizeHint().width();
    m_close->setGeometry(
        QStyle::visualRect(layoutDirection(), rect(), QRect(width() - kToastHeadEnd - side, (height() - side) / 2, side, side)));
}

void ToastHead::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    drawBand(painter, rect(), StateLook::Ended, theme.compositing ? radius::card - 1 : 0);
    const auto visual = [this](int x, int width) { return QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, width, height())); };
    const auto wide = [&](const QString &text, Type type) {
        return static_cast<int>(std::ceil(QFontMetricsF(theme.font(type)).horizontalAdvance(text))) + 1;
    };
    const QColor ink = theme.state(StateLook::Ended).text;
    const int icon = theme.iconPx();
    drawIcon(painter, QRect(visual(kToastHeadPadding, icon).left(), (height() - icon) / 2, icon, icon), m_icon, ink, layoutDirection());
    int end = width() - kToastHeadEnd - m_close->sizeHint().width() - kToastHeadGap;
    if (!m_line.isEmpty()) {
        const int name = std::min(wide(m_line, Type::Small), theme.px(kToastHeadLongestLine));
        drawElided(painter, visual(end - name, name), m_line, {.type = Type::Small, .role = &Colors::textSecondary});
        drawLineMark(painter, QPointF(visual(end - name - 6 - kMark, kMark).left(), height() / 2.0), m_lineColour);
        end -= name + 6 + kMark + kToastHeadGap;
    }
    const int x = kToastHeadPadding + icon + kToastHeadGap;
    const int detail = m_detail.isEmpty() ? 0 : wide(m_detail, Type::Small);
    const int word = std::min(wide(m_word, Type::SmallStrong), end - x - (detail > 0 ? detail + kToastHeadGap : 0));
    drawElided(painter, visual(x, word), m_word, {.type = Type::SmallStrong, .color = ink});
    drawElided(painter, visual(x + word + kToastHeadGap - 1, detail), m_detail, {.type = Type::Small, .color = ink});
}

} // namespace callcard::ui
