#include "callboxdelegate.h"

#include "callboxmodel.h"

#include <callcard/ui/dialtexts.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/people.h>

#include <QPainter>
#include <QStyle>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kInset = 6;
constexpr int kPadding = 12;
constexpr int kGap = 8;

QString wordOf(const CallBoxRow &value)
{
    return value.plan.warnings.isEmpty() ? CallBoxModel::tr("Call") : CallBoxModel::tr("Call anyway");
}

QString keyOf(const CallBoxRow &value)
{
    return value.plan.warnings.isEmpty() ? u"↵"_s : CallBoxModel::tr("Ctrl ↵");
}

int wordWidth(const CallBoxRow &value)
{
    return QFontMetrics(Theme::current().font(Type::Small)).horizontalAdvance(wordOf(value)) + 2;
}

int keyTotal(const CallBoxRow &value)
{
    return value.plan.obstacle ? 0 : wordWidth(value) + kGap + keycapSize(keyOf(value)).width();
}

/// "Call ↵" at the row's end; with a warning the key is another one. Returns the width it took.
int paintKey(QPainter &painter, const QRect &row, const CallBoxRow &value, Qt::LayoutDirection direction)
{
    const int total = keyTotal(value);
    if (total == 0)
        return 0;
    const QSize cap = keycapSize(keyOf(value));
    QRect wordRect(row.right() - kPadding - total, row.top(), wordWidth(value), row.height());
    QRect capRect(row.right() - kPadding - cap.width(), row.top() + (row.height() - cap.height()) / 2, cap.width(), cap.height());
    drawElided(painter, QStyle::visualRect(direction, row, wordRect), wordOf(value), {.type = Type::Small, .role = &Colors::textSecondary});
    drawKeycap(painter, QStyle::visualRect(direction, row, capRect), keyOf(value));
    return total + kGap;
}

} // namespace

QRect CallBoxDelegate::keyRect(const QRect &item, const CallBoxRow &value, Qt::LayoutDirection direction)
{
    const QRect row = item.adjusted(kInset, 2, -kInset, -2);
    const int total = keyTotal(value);
    return total == 0
               ? QRect()
               : QStyle::visualRect(direction, row, QRect(row.right() - kPadding - total, row.top(), total + kPadding, row.height()));
}

void CallBoxDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const CallBoxModel *>(index.model());
    if (!model)
        return;
    const CallBoxRow &value = model->row(index.row());
    const Theme &theme = Theme::current();
    const Qt::LayoutDirection direction = option.direction;
    const QRect row = option.rect.adjusted(kInset, 2, -kInset, -2);
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (chosen)
        drawPanel(*painter, row, radius::row, theme.color.selection, theme.highContrast ? theme.color.border : QColor());
    else if (option.state.testFlag(QStyle::State_MouseOver))
        drawPanel(*painter, row, radius::row, theme.color.hover);

    const int avatar = theme.px(size::avatarM);
    const QRect circle(row.left() + kPadding, row.top() + (row.height() - avatar) / 2, avatar, avatar);
    const Person person{.id = value.customer.text(), .name = value.name, .icon = value.name.isEmpty() ? u"phone"_s : QString()};
    drawAvatar(*painter, QStyle::visualRect(direction, row, circle), person);

    const int keyWidth = chosen ? paintKey(*painter, row, value, direction) : 0;
    const int left = circle.right() + kPadding;
    const int width = row.right() - kPadding - keyWidth - left;
    const int line = theme.lineHeight(Type::Body);
    const int second = theme.lineHeight(Type::Small);
    const int top = row.top() + (row.height() - line - second) / 2;
    const QColor ink = chosen ? theme.color.selectionText : theme.color.text;
    const QColor faint = chosen && theme.highContrast ? theme.color.selectionText : theme.color.textSecondary;

    const QString name = value.name.isEmpty() ? numberRun(value.plan.willDial) : isolated(value.name);
    const QFont nameFont = theme.font(Type::BodyMedium);
    const int nameWidth = std::min(width, QFontMetrics(nameFont).horizontalAdvance(name) + 2);
    drawElided(*painter, QStyle::visualRect(direction, row, QRect(left, top, nameWidth, line)), name,
               {.type = Type::BodyMedium, .color = ink});
    const QString beside = value.way.isEmpty() ? isolated(value.company) : value.way; // one of the same, by another way
    if (!beside.isEmpty() && width > nameWidth + 24) {
        drawElided(*painter, QStyle::visualRect(direction, row, QRect(left + nameWidth, top, width - nameWidth, line)), u" · "_s + beside,
                   {.color = faint});
    }
    const QString detail = chosen || value.detail.isEmpty() ? willDialText(value.plan) : value.detail;
    drawElided(*painter, QStyle::visualRect(direction, row, QRect(left, top + line, width, second)), detail,
               {.type = Type::Small, .color = faint});
    painter->restore();
}

QSize CallBoxDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, Theme::current().px(size::rowTwo) + 4};
}

} // namespace callcard::ui
