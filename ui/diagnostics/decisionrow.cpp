#include "decisionrow.h"

#include "decisionmodel.h"

#include <callcard/ui/avatar.h>
#include <callcard/ui/decisiontexts.h>
#include <callcard/ui/numbertexts.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/paint.h>

#include <QPainter>
#include <QStyle>
#include <QWidget>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPadding = 18;
constexpr int kAvatarGap = 10;
constexpr int kReceiptHeight = 43;
constexpr int kBarHeight = 5;
constexpr int kBarGap = 6;
constexpr int kButtonPadding = 12;

double inMilliseconds(std::chrono::microseconds length)
{
    return static_cast<double>(length.count()) / 1000;
}

QString secondsText(std::chrono::milliseconds length)
{
    return QLocale().toString(static_cast<double>(length.count()) / 1000, 'f', 1);
}

Person personOf(const PopDecision &decision)
{
    if (decision.withheld)
        return {.icon = u"person-hidden"_s};
    if (decision.matches > 1)
        return {.icon = u"people"_s};
    return {
        .id = decision.customer.text(), .name = decision.customerName, .icon = decision.customerName.isEmpty() ? u"person"_s : QString()};
}

ChipLook chipOf(Verdict verdict)
{
    ChipLook chip{.kind = ChipKind::Tinted, .icon = verdictIcon(verdict), .text = verdictText(verdict), .height = 24};
    if (verdict == Verdict::Card)
        chip.state = StateLook::Active;
    else if (verdict == Verdict::Late)
        chip.state = StateLook::Held;
    return chip;
}

} // namespace

DecisionColumns DecisionColumns::of(const QRect &row, Qt::LayoutDirection direction)
{
    const Theme &theme = Theme::current();
    const int inner = row.width() - 2 * kPadding;
    const int when = theme.px(104);
    const int took = theme.px(150);
    const int verdict = theme.px(140);
    const int who = std::clamp(inner - when - took - verdict - theme.px(180), theme.px(140), theme.px(204));
    int x = row.left() + kPadding;
    const auto place = [&](int width) {
        const QRect logical(x, row.top(), std::max(0, width), row.height());
        x += width;
        return QStyle::visualRect(direction, row, logical);
    };
    DecisionColumns columns;
    columns.when = place(when);
    columns.who = place(who);
    columns.verdict = place(verdict);
    columns.because = place(std::max(0, inner - when - who - verdict - took));
    columns.took = place(took);
    return columns;
}

int DecisionRow::foldedHeight() const
{
    return Theme::current().px(size::rowTwo);
}

QSize DecisionRow::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int more = index == m_unfolded ? Theme::current().px(kReceiptHeight) : 0;
    return {0, foldedHeight() + more};
}

void DecisionRow::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const auto decision = index.data(DecisionModel::DecisionRole).value<PopDecision>();
    const bool unfolded = index == m_unfolded;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (unfolded)
        painter->fillRect(option.rect, theme.color.selection);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, theme.color.hover);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), size::hairline), theme.color.border);

    QRect row = option.rect;
    row.setHeight(foldedHeight());
    const DecisionColumns columns = DecisionColumns::of(row, option.direction);
    drawElided(*painter, columns.when, m_times.clockWithSeconds(decision.receivedAt), {.role = &Colors::textSecondary, .tabular = true});

    const int avatar = theme.px(size::avatarS);
    QRect logical(columns.who.left(), row.top() + (row.height() - avatar) / 2, avatar, avatar);
    drawAvatar(*painter, QStyle::visualRect(option.direction, columns.who, logical), personOf(decision));
    const int textLeft = avatar + kAvatarGap;
    const QRect words = QStyle::visualRect(option.direction, columns.who, columns.who.adjusted(textLeft, 0, -8, 0));
    const int line = theme.lineHeight(Type::Body);
    const int top = row.top() + (row.height() - line - theme.lineHeight(Type::Small)) / 2;
    drawElided(*painter, QRect(words.left(), top, words.width(), line), index.data(DecisionModel::WhoRole).toString(),
               {.type = Type::BodyMedium});
    drawElided(*painter, QRect(words.left(), top + line, words.width(), theme.lineHeight(Type::Small)), cleaned(decision.lineName, 120),
               {.type = Type::Small, .role = &Colors::textSecondary});

    const ChipLook chip = chipOf(verdictOf(decision));
    const QSize chipArea = chipSize(chip).boundedTo(columns.verdict.size());
    logical = QRect(QPoint(columns.verdict.left(), row.top() + (row.height() - chipArea.height()) / 2), chipArea);
    drawChip(*painter, QStyle::visualRect(option.direction, columns.verdict, logical), chip);
    drawElided(*painter, columns.because.adjusted(0, 0, -8, 0), index.data(DecisionModel::BecauseRole).toString());

    QRect own = columns.took;
    own.setWidth(theme.px(58));
    own = QStyle::visualRect(option.direction, columns.took, own.translated(columns.took.width() - own.width(), 0));
    const QRect provider =
        option.direction == Qt::RightToLeft ? columns.took.adjusted(own.width(), 0, 0, 0) : columns.took.adjusted(0, 0, -own.width(), 0);
    const TextLook faint{.type = Type::Small, .role = &Colors::textSecondary};
    if (decision.reason != PopReason::Shown)
        drawElided(*painter, provider, tr("no card"), faint);
    else if (const auto delay = providerDelay(decision))
        //: %1: "0.7": how long the provider took to tell us
        drawElided(*painter, provider, tr("provider %1 s").arg(secondsText(*delay)), faint);
    if (decision.painted)
        drawElided(*painter, own, millisecondsText(inMilliseconds(*decision.painted)),
                   {.type = Type::SmallStrong, .alignment = Qt::AlignTrailing | Qt::AlignVCenter, .tabular = true});
    if (unfolded)
        paintReceipt(*painter, option.rect, decision, option.direction);
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        drawFocus(*painter, QRectF(option.rect).adjusted(4, 4, -4, -4));
    painter->restore();
}

void DecisionRow::paintReceipt(QPainter &painter, const QRect &row, const PopDecision &decision, Qt::LayoutDirection direction) const
{
    const Theme &theme = Theme::current();
    struct Step {
        QString what;
        QString when;
        QColor color;
    };
    const auto delay = providerDelay(decision);
    QList<Step> steps{{tr("Provider sent"), decision.eventTime.isValid() ? m_times.clockWithSeconds(decision.eventTime) : tr("unknown"),
                       theme.color.borderStrong},
                      {tr("Received"), delay ? tr("%1 s later").arg(secondsText(*delay)) : m_times.clockWithSeconds(decision.receivedAt),
                       theme.color.accent},
                      {tr("Matched in"), millisecondsText(inMilliseconds(decision.matching)), theme.state(StateLook::Active).ring}};
    if (decision.painted)
        steps += Step{tr("On screen after"), millisecondsText(inMilliseconds(*decision.painted)), theme.state(StateLook::Active).ring};
    else if (verdictOf(decision) == Verdict::Digest)
        steps += Step{tr("Held back for"), tr("quiet time"), theme.state(StateLook::Held).ring};
    else if (decision.reason != PopReason::Shown)
        steps += Step{tr("No card"), QString(), theme.state(StateLook::Ended).ring};

    const DecisionColumns columns = DecisionColumns::of(row, direction);
    QRect area(columns.who.left(), row.top() + foldedHeight(), row.right() - kPadding - columns.who.left(), row.height() - foldedHeight());
    if (direction == Qt::RightToLeft)
        area = QRect(row.left() + kPadding, row.top() + foldedHeight(), columns.who.right() - row.left() - kPadding,
                     row.height() - foldedHeight());
    const QRect button = decidingSetting(decision).isEmpty() ? QRect() : QRect(0, 0, theme.px(200), 1);
    const int room = area.width() - button.width();
    const int width =
        std::max(0, std::min(theme.px(150), (room - kBarGap * static_cast<int>(steps.size() - 1)) / static_cast<int>(steps.size())));
    int x = area.left();
    for (const Step &step : std::as_const(steps)) {
        const QRect bar = QStyle::visualRect(direction, area, QRect(x, area.top() + 2, width, kBarHeight));
        drawPanel(painter, bar, kBarHeight / 2.0, step.color);
        const QRect words(bar.left(), bar.bottom() + 5, bar.width(), theme.lineHeight(Type::Caption));
        const QString text = step.when.isEmpty() ? step.what : step.what + u' ' + step.when;
        drawElided(painter, words, text, {.type = Type::Caption, .role = &Colors::textSecondary, .tabular = true});
        x += width + kBarGap;
    }
    if (!decidingSetting(decision).isEmpty())
        paintButton(painter, buttonRect(row, m_unfolded), settingButtonText(decision));
}

QRect DecisionRow::buttonRect(const QRect &row, const QModelIndex &index) const
{
    const auto decision = index.data(DecisionModel::DecisionRole).value<PopDecision>();
    if (index != m_unfolded || decidingSetting(decision).isEmpty())
        return {};
    const Theme &theme = Theme::current();
    const int width = QFontMetrics(theme.font(Type::Small)).horizontalAdvance(settingButtonText(decision)) + 2 * kButtonPadding;
    const int height = theme.px(size::buttonSmall);
    const QRect logical(row.right() - kPadding - width, row.top() + foldedHeight() + 1, width, height);
    const auto *view = qobject_cast<const QWidget *>(parent());
    return QStyle::visualRect(view ? view->layoutDirection() : Qt::LeftToRight, row, logical);
}

void DecisionRow::paintButton(QPainter &painter, const QRect &rect, const QString &text) const
{
    const Theme &theme = Theme::current();
    drawPanel(painter, rect, radius::control, theme.color.surface, theme.color.border);
    drawElided(painter, rect.adjusted(kButtonPadding, 0, -kButtonPadding, 0), text, {.type = Type::Small, .alignment = Qt::AlignCenter});
}

} // namespace callcard::ui
