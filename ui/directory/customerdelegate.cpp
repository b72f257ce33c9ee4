#include "customerdelegate.h"
#include "customerrows.h"
#include "customerwords.h"

#include <callcard/ui/icons.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/paint.h>

#include <QAbstractItemView>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kOutside = 8; // the chosen row's panel stands off the pane's edges
constexpr int kInside = 12;
constexpr int kRowGap = 12;

int widthOf(const QString &text, Type type)
{
    return static_cast<int>(std::ceil(tabularWidth(text, Theme::current().font(type))));
}
} // namespace

CustomerDelegate::CustomerDelegate(CustomerRows &rows, QObject *parent) : QStyledItemDelegate(parent), m_rows(rows) {}

QSize CustomerDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return QSize(0, Theme::current().px(size::rowTwo));
}

void CustomerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const FoundCustomer &found = m_rows.row(index.row());
    const Customer &customer = found.customer;
    const QString &typed = m_rows.typed();
    const auto visual = [&](const QRect &logical) { return QStyle::visualRect(option.direction, option.rect, logical); };
    const QRect panel = option.rect.adjusted(kOutside, 1, -kOutside, -1);
    const bool chosen = option.state & QStyle::State_Selected;
    if (chosen)
        drawPanel(*painter, panel, radius::row, theme.color.selection, theme.highContrast ? theme.color.border : QColor());
    else if (option.state & QStyle::State_MouseOver)
        drawPanel(*painter, panel, radius::row, theme.color.hover);
    const bool inverse = chosen && theme.highContrast;
    const QColor ink = inverse ? theme.color.selectionText : theme.color.text;
    const QColor second = inverse ? theme.color.selectionText : theme.color.textSecondary;
    const QColor third = inverse ? theme.color.selectionText : theme.color.textTertiary;

    const int avatar = theme.px(size::avatarM);
    const QRect inner = panel.adjusted(kInside, 0, -kInside, 0);
    drawAvatar(*painter, visual(QRect(inner.left(), inner.center().y() - avatar / 2 + 1, avatar, avatar)), personOf(customer));

    const int line = theme.lineHeight(Type::Body);
    const int small = theme.lineHeight(Type::Small);
    const int top = inner.top() + (inner.height() - line - small) / 2;
    const auto number = mainNumber(customer);
    const QString numberShown = number ? numberText(*number, m_rows.options().homeRegion) : QString();
    const QString when = found.similar ? QString() : lastContactText(customer, m_rows.options(), m_rows.now());
    // Numbers never elide; the name does.
    const int numberWidth = numberShown.isEmpty() ? 0 : widthOf(numberShown, Type::Body) + 2;
    const int right = inner.right() + 1;
    if (!numberShown.isEmpty()) {
        const QRect place = visual(QRect(right - numberWidth, top, numberWidth, line));
        if (const auto hits = foundDigits(numberShown, typed); !hits.isEmpty())
            drawMarked(*painter, place, numberShown, hits, {.alignment = Qt::AlignLeft | Qt::AlignVCenter, .color = second});
        else
            drawTabular(*painter, place, numberShown, theme.font(Type::Body), second, Qt::AlignRight | Qt::AlignVCenter);
    }
    int belowWidth = 0;
    if (found.similar) {
        const int icon = theme.iconPx(12);
        belowWidth = widthOf(similarName(), Type::Caption) + icon + 5;
        drawIcon(*painter, visual(QRect(right - belowWidth, top + line + (small - icon) / 2, icon, icon)), u"question"_s, third);
        drawElided(*painter, visual(QRect(right - belowWidth + icon + 4, top + line, belowWidth - icon, small)), similarName(),
                   {.type = Type::Caption, .color = third});
    } else if (!when.isEmpty()) {
        belowWidth = widthOf(when, Type::Caption) + 2;
        drawElided(*painter, visual(QRect(right - belowWidth, top + line, belowWidth, small)), when,
                   {.type = Type::Caption, .alignment = Qt::AlignTrailing | Qt::AlignVCenter, .color = third});
    }
    const int textLeft = inner.left() + avatar + kRowGap;
    const auto text = [&](const QString &shown, int y, int height, int taken, const TextLook &look) {
        const QRect place = visual(QRect(textLeft, y, right - textLeft - (taken > 0 ? taken + kRowGap : 0), height));
        const auto hits = foundLetters(shown, typed);
        if (hits.isEmpty() || found.similar)
            drawElided(*painter, place, shown, look);
        else
            drawMarked(*painter, place, shown, hits, look);
    };
    text(displayName(customer), top, line, numberWidth, {.type = Type::BodyMedium, .color = ink});
    text(secondLine(customer), top + line, small, belowWidth, {.type = Type::Small, .color = second});
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange))
        drawFocus(*painter, panel.adjusted(3, 3, -3, -3), radius::row);
}

bool CustomerDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return false;
    const Customer &customer = m_rows.row(index.row()).customer;
    const QString company = secondLine(customer);
    const QString whole = isolated(displayName(customer)) + (company.isEmpty() ? QString() : u'\n' + isolated(company));
    QToolTip::showText(event->globalPos(), plainToolTip(whole), view);
    return true;
}

} // namespace callcard::ui
