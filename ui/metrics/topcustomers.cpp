#include "topcustomers.h"

#include <callcard/ui/icons.h>
#include <callcard/ui/numbertexts.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/paneltexts.h>
#include <callcard/ui/people.h>

#include <QFontMetricsF>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kCustomerRow = 44;
constexpr int kCallRow = 36;
constexpr int kColumn = 84;
constexpr int kOrderColumn = 150;
constexpr int kNameColumn = 200;

QString textsWords(int texts)
{
    return TopCustomers::tr("%n text(s)", nullptr, texts);
}

int stepUpOrDown(int item, int key)
{
    return key == Qt::Key_Up ? item - 1 : key == Qt::Key_Down ? item + 1 : item;
}
} // namespace

TopCustomers::TopCustomers(QWidget *parent) : Chart(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TopCustomers::setCustomers(const QList<PanelCustomer> &customers, const QDate &today, const TimeTexts &times)
{
    m_customers = customers;
    m_orders.clear();
    QStringList sayings;
    for (const PanelCustomer &one : customers) {
        QStringList order;
        if (one.lastOrder.isValid())
            //: %1: a date
            order += tr("Last order %1").arg(times.shortDate(one.lastOrder, today));
        if (one.salesCents)
            //: %1: money
            order += tr("%1 this year").arg(moneyText(*one.salesCents));
        m_orders += order.join(u" · "_s);
        QStringList saying{one.name, one.customer.company, callsWords(one.calls), textsWords(one.texts)};
        saying += order;
        saying.removeAll(QString());
        sayings += saying.join(tr(", "));
    }
    setSayings(sayings);
    updateGeometry();
}

QRectF TopCustomers::placeOf(int item) const
{
    const int row = Theme::current().px(kCustomerRow);
    return item >= 0 && item < m_customers.size() ? QRectF(0, item * row, width(), row) : QRectF();
}

QSize TopCustomers::sizeHint() const
{
    return QSize(560, Theme::current().px(kCustomerRow) * static_cast<int>(m_customers.size()));
}

QSize TopCustomers::minimumSizeHint() const
{
    return QSize(240, sizeHint().height());
}

int TopCustomers::beside(int item, int key) const
{
    return key == Qt::Key_Home || key == Qt::Key_End ? Chart::beside(item, key) : stepUpOrDown(item, key);
}

void TopCustomers::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const qreal circle = theme.px(size::avatarS);
    const qreal column = theme.px(kColumn);
    const bool roomy = width() > 2 * column + theme.px(kOrderColumn) + theme.px(260);
    qreal order = 0;
    if (roomy) {
        // As wide as its words, as long as the names keep theirs.
        const QFontMetricsF metrics(theme.font(Type::Small));
        order = theme.px(2 * kOrderColumn - 40);
        for (const QString &words : std::as_const(m_orders))
            order = std::max(order, std::ceil(metrics.horizontalAdvance(words)) + space::l);
        order = std::min(order, width() - 2 * column - circle - theme.px(kNameColumn));
    }
    for (int i = 0; i < m_customers.size(); ++i) {
        const PanelCustomer &one = m_customers[i];
        const QRectF place = placeOf(i);
        if (i == hovered())
            drawPanel(painter, place, radius::row, theme.color.hover);
        const auto part = [&](qreal from, qreal to, qreal top, qreal high) {
            return visual(QRectF(from, place.top() + top, std::max(0.0, to - from), high));
        };
        const qreal high = place.height();
        drawAvatar(painter, part(2, 2 + circle, (high - circle) / 2, circle), {.id = one.customer.id.text(), .name = one.name});
        const qreal start = circle + 14;
        const qreal stop = width() - 2 * column - order;
        const qreal line = theme.lineHeight(Type::Body);
        const qreal small = theme.lineHeight(Type::Small);
        const bool single = one.customer.company.isEmpty() && (roomy || m_orders[i].isEmpty());
        const qreal top = single ? (high - line) / 2 : (high - line - small) / 2;
        drawElided(painter, part(start, stop, top, line), one.name, {.type = Type::BodyMedium});
        if (!single) {
            QString second = one.customer.company;
            if (!roomy && !m_orders[i].isEmpty())
                second = second.isEmpty() ? m_orders[i] : second + u" · "_s + m_orders[i];
            drawElided(painter, part(start, stop, top + line, small), second, {.type = Type::Small, .role = &Colors::textSecondary});
        }
        if (roomy)
            drawElided(painter, part(stop + space::s, stop + order, 0, high), m_orders[i],
                       {.type = Type::Small, .role = &Colors::textSecondary});
        drawElided(painter, part(width() - 2 * column, width() - column, 0, high), callsWords(one.calls),
                   {.alignment = Qt::AlignTrailing | Qt::AlignVCenter, .tabular = true});
        drawElided(painter, part(width() - column, width() - 4, 0, high), textsWords(one.texts),
                   {.role = &Colors::textSecondary, .alignment = Qt::AlignTrailing | Qt::AlignVCenter, .tabular = true});
    }
    drawCurrent(painter, radius::row);
}

CallRows::CallRows(QWidget *parent) : Chart(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CallRows::setLines(const QList<Line> &lines)
{
    m_lines = lines;
    QStringList sayings;
    for (const Line &line : lines)
        sayings += line.who + u", "_s + line.detail + u", "_s + line.when;
    setSayings(sayings);
    updateGeometry();
}

bool CallRows::isPressable(int item) const
{
    return !m_lines.value(item).call.isEmpty();
}

QRectF CallRows::placeOf(int item) const
{
    const int row = Theme::current().px(kCallRow);
    return item >= 0 && item < m_lines.size() ? QRectF(0, item * row, width(), row) : QRectF();
}

QSize CallRows::sizeHint() const
{
    return QSize(288, Theme::current().px(kCallRow) * static_cast<int>(m_lines.size()));
}

QSize CallRows::minimumSizeHint() const
{
    return QSize(200, sizeHint().height());
}

int CallRows::beside(int item, int key) const
{
    return key == Qt::Key_Home || key == Qt::Key_End ? Chart::beside(item, key) : stepUpOrDown(item, key);
}

void CallRows::paintEvent(QPaintEvent *event)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const int row = theme.px(kCallRow);
    const int first = std::max(0, event->rect().top() / row);
    const int stop = std::min(static_cast<int>(m_lines.size()), event->rect().bottom() / row + 1);
    const QFontMetricsF small(theme.font(Type::Small));
    for (int i = first; i < stop; ++i) {
        const Line &line = m_lines[i];
        const QRectF place = placeOf(i);
        if (i == hovered() && isPressable(i))
            drawPanel(painter, place, radius::row, theme.color.hover);
        const auto part = [&](qreal from, qreal to, qreal high) {
            return visual(QRectF(from, place.center().y() - high / 2, std::max(0.0, to - from), high));
        };
        const qreal icon = theme.iconPx();
        drawIcon(painter, part(4, 4 + icon, icon), line.icon, theme.color.textSecondary, layoutDirection());
        const qreal when = std::ceil(small.horizontalAdvance(line.when)) + 4;
        const qreal detail = std::min(std::ceil(small.horizontalAdvance(line.detail)) + 8, width() * 0.35);
        drawElided(painter, part(icon + 12, width() - when - detail - 8, row), line.who, {.type = Type::BodyMedium});
        drawElided(
            painter, part(width() - when - detail, width() - when - 4, row), line.detail,
            {.type = Type::Small, .role = &Colors::textSecondary, .alignment = Qt::AlignTrailing | Qt::AlignVCenter, .tabular = true});
        drawElided(painter, part(width() - when, width() - 4, row), line.when,
                   {.type = Type::Small, .role = &Colors::textTertiary, .alignment = Qt::AlignTrailing | Qt::AlignVCenter});
    }
    drawCurrent(painter, radius::row);
}

} // namespace callcard::ui
