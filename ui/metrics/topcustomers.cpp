#include "topcustomers.h"

#include <callcard/ui/icons.h>
#include <callcard/ui/numbertexts.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/paneltexts.h>
#include <callcard/ui/people.h>

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kCustomerRow = 44;
constexpr int kColumn = 84;
constexpr qreal kMostOfColumn = 0.25; // of the width
constexpr int kOrderColumn = 150;
constexpr int kNameColumn = 200;

QString textsWords(int texts)
{
    return withGroups(TopCustomers::tr("%n text(s)", nullptr, texts), texts);
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
        if (one.twelveMonthsCents)
            //: %1: money, of the last twelve months
            order += tr("%1 in 12 months").arg(moneyText(*one.twelveMonthsCents));
        else if (one.thisYearCents)
            //: %1: money
            order += tr("%1 this year").arg(moneyText(*one.thisYearCents));
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
    const auto columnOf = [&](const auto &wordsOf) { // as wide as its words
        qreal widest = theme.px(kColumn);
        for (const PanelCustomer &one : std::as_const(m_customers))
            widest = std::max(widest, std::ceil(tabularWidth(wordsOf(one), theme.font(Type::Body))) + space::m);
        return std::min(widest, width() * kMostOfColumn);
    };
    const qreal callsColumn = columnOf([](const PanelCustomer &one) { return callsWords(one.calls); });
    const qreal textsColumn = columnOf([](const PanelCustomer &one) { return textsWords(one.texts); });
    const qreal columns = callsColumn + textsColumn;
    const bool roomy = width() > columns + theme.px(kOrderColumn) + theme.px(260);
    qreal order = 0;
    if (roomy) {
        // As wide as its words, as long as the names keep theirs.
        const QFontMetricsF metrics(theme.font(Type::Small));
        order = theme.px(2 * kOrderColumn - 40);
        for (const QString &words : std::as_const(m_orders))
            order = std::max(order, std::ceil(metrics.horizontalAdvance(words)) + space::l);
        order = std::min(order, width() - columns - circle - theme.px(kNameColumn));
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
        const qreal stop = width() - columns - order;
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
        drawElided(painter, part(width() - columns, width() - textsColumn, 0, high), callsWords(one.calls),
                   {.alignment = Qt::AlignTrailing | Qt::AlignVCenter, .tabular = true});
        drawElided(painter, part(width() - textsColumn, width() - 4, 0, high), textsWords(one.texts),
                   {.role = &Colors::textSecondary, .alignment = Qt::AlignTrailing | Qt::AlignVCenter, .tabular = true});
    }
    drawCurrent(painter, radius::row);
}

} // namespace callcard::ui
