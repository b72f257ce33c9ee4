#include "legsrow.h"

#include <callcard/ui/icons.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>

#include <QFontMetricsF>
#include <QPainter>
#include <QStyle>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kLegsRowTop = 8;
constexpr int kLegsRowSide = 18;
constexpr int kLegsRowGap = 6;
constexpr int kDots = 24; // the least that still reads as a line

QString iconOf(LegState state)
{
    return state == LegState::Up ? u"check"_s : state == LegState::Ringing ? u"phone-ringing"_s : u"phone"_s;
}

QColor inkOf(LegState state)
{
    const Theme &theme = Theme::current();
    return state == LegState::Up        ? theme.state(StateLook::Active).text
           : state == LegState::Ringing ? theme.state(StateLook::Dialling).text
                                        : theme.color.textTertiary;
}
} // namespace

void LegsRow::setFace(const CardFace &face)
{
    m_face = face;
    say(this, spokenParts({face.legMine, face.legTheirs}));
    update();
}

int LegsRow::wantedHeight() const
{
    return m_face.legMine.isEmpty() ? 0 : kLegsRowTop + Theme::current().lineHeight(Type::Small);
}

void LegsRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const auto visual = [this](int x, int width) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, kLegsRowTop, width, height() - kLegsRowTop));
    };
    const QFontMetricsF metrics(theme.font(Type::SmallStrong));
    const int icon = theme.iconPx(14);
    const int room = (width() - 2 * kLegsRowSide - kDots - 2 * kLegsRowGap) / 2 - icon - kLegsRowGap;
    const auto wide = [&](const QString &text) { return std::min(room, static_cast<int>(std::ceil(metrics.horizontalAdvance(text))) + 1); };
    const auto drawLeg = [&](int x, const QString &text, LegState state) {
        const QRect mark = visual(x, icon);
        drawIcon(painter, QRect(mark.left(), mark.center().y() - icon / 2 + 1, icon, icon), iconOf(state), inkOf(state), layoutDirection());
        drawElided(painter, visual(x + icon + kLegsRowGap, wide(text)), text, {.type = Type::SmallStrong, .color = inkOf(state)});
    };
    const int mineEnd = kLegsRowSide + icon + kLegsRowGap + wide(m_face.legMine);
    const int theirs = width() - kLegsRowSide - wide(m_face.legTheirs) - kLegsRowGap - icon;
    drawLeg(kLegsRowSide, m_face.legMine, m_face.legMineState);
    drawLeg(theirs, m_face.legTheirs, m_face.legTheirsState);
    const QRect between = visual(mineEnd + kLegsRowGap, theirs - mineEnd - 2 * kLegsRowGap);
    QPen pen(inkOf(m_face.legTheirsState), 2, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({2.5, 1.5});
    painter.setPen(pen);
    painter.drawLine(between.left(), between.center().y() + 1, between.right(), between.center().y() + 1);
}

} // namespace callcard::ui
