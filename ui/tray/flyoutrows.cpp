#include "flyoutrows.h"

#include <callcard/ui/icons.h>
#include <callcard/ui/paint.h>

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kFlyoutRow = 40;
constexpr int kFlyoutPad = 8;
} // namespace

FlyoutRows::FlyoutRows(const QString &offer, QWidget *parent) : Chart(parent), m_offer(offer)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FlyoutRows::setCalls(const QList<TrayCall> &calls)
{
    m_calls = calls;
    QStringList sayings;
    for (const TrayCall &call : calls) {
        QStringList words{call.name, call.below, call.detail};
        words.removeAll(QString());
        const QString saying = words.join(u", "_s);
        sayings += m_offer.isEmpty() ? saying : QString(m_offer + u": "_s + saying);
    }
    setSayings(sayings);
    updateGeometry();
}

QRectF FlyoutRows::placeOf(int item) const
{
    const int row = Theme::current().px(kFlyoutRow);
    return item >= 0 && item < m_calls.size() ? QRectF(0, item * row, width(), row) : QRectF();
}

QSize FlyoutRows::sizeHint() const
{
    return QSize(200, Theme::current().px(kFlyoutRow) * static_cast<int>(m_calls.size()));
}

int FlyoutRows::beside(int item, int key) const
{
    return key == Qt::Key_Up ? item - 1 : key == Qt::Key_Down ? item + 1 : item;
}

void FlyoutRows::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    for (int i = 0; i < m_calls.size(); ++i) {
        const TrayCall &call = m_calls[i];
        const QRectF place = placeOf(i);
        const bool offered = i == hovered() || (hasFocus() && i == current());
        if (offered)
            drawPanel(painter, place, radius::row, theme.color.hover);
        const auto part = [&](qreal from, qreal to, qreal high) {
            return visual(QRectF(from, place.center().y() - high / 2, std::max(0.0, to - from), high));
        };
        const qreal icon = theme.iconPx();
        const bool missed = call.icon == "phone-missed"_L1 || call.icon == "voicemail"_L1;
        drawIcon(painter, part(kFlyoutPad, kFlyoutPad + icon, icon), call.icon,
                 missed ? theme.state(StateLook::Missed).text : theme.color.textSecondary, layoutDirection());
        const bool asButton = offered && !m_offer.isEmpty();
        const QString end = asButton ? m_offer : call.detail;
        const QFontMetricsF metrics(theme.font(asButton ? Type::SmallStrong : Type::Small));
        const qreal wide = std::ceil(metrics.horizontalAdvance(end)) + 4 + (asButton ? 16 : 0);
        const QRectF last = part(width() - kFlyoutPad - wide, width() - kFlyoutPad, asButton ? 24 : kFlyoutRow);
        if (asButton)
            drawPanel(painter, last, radius::chip, theme.color.surface, theme.color.border);
        drawElided(painter, last, end,
                   {.type = asButton ? Type::SmallStrong : Type::Small,
                    .role = asButton ? &Colors::text : &Colors::textSecondary,
                    .alignment = asButton ? Qt::AlignCenter : Qt::AlignTrailing | Qt::AlignVCenter});
        const qreal from = kFlyoutPad + icon + 8;
        const qreal to = width() - kFlyoutPad - wide - 8;
        if (call.below.isEmpty()) {
            drawElided(painter, part(from, to, place.height()), call.name, {.type = Type::BodyMedium});
            continue;
        }
        const qreal line = theme.lineHeight(Type::Body);
        const qreal small = theme.lineHeight(Type::Small);
        const qreal above = (place.height() - line - small) / 2;
        drawElided(painter, visual(QRectF(from, place.top() + above, std::max(0.0, to - from), line)), call.name,
                   {.type = Type::BodyMedium});
        drawElided(painter, visual(QRectF(from, place.top() + above + line, std::max(0.0, to - from), small)), call.below,
                   {.type = Type::Small, .role = &Colors::textSecondary});
    }
    drawCurrent(painter, radius::row);
}

} // namespace callcard::ui
