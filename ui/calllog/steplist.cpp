#include "steplist.h"

#include <callcard/ui/numbertexts.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>
#include <callcard/ui/terms.h>

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kRow = 28;
constexpr int kDot = 8;
/// Begins the tag of a call that names a warning which was accepted before it was dialled.
constexpr QLatin1StringView kOverride{"override:"};

QString overrideText(QStringView warning)
{
    if (warning == "do-not-call"_L1)
        return StepList::tr("although on the do-not-call list");
    if (warning == "night-there"_L1)
        return StepList::tr("outside the hours for calls there");
    if (warning == "premium"_L1)
        return StepList::tr("although it costs extra");
    if (warning == "emergency"_L1)
        return StepList::tr("an emergency number");
    return {};
}
} // namespace

StepList::StepList(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

StepList::Line StepList::lineOf(const CallStep &step, const Call &call)
{
    Line line{.at = step.at, .time = {}, .word = {}, .detail = cleaned(step.detail, 60), .look = StateLook::Ringing};
    switch (step.state) {
    case CallState::Ringing:
        //: The first thing that happens to a call; then the line that it rang on
        line.word = call.direction == CallDirection::Outbound ? tr("Called") : tr("Rang");
        break;
    case CallState::Active:
        line.word = step.at == call.answeredAt ? tr("Answered") : tr("Taken back");
        if (!step.detail.isEmpty())
            //: Answered by a colleague or on a device
            line.detail = tr("by %1").arg(cleaned(step.detail, 60));
        line.look = StateLook::Active;
        break;
    case CallState::Held:
        line.word = callStateText(CallState::Held, call.direction);
        line.look = StateLook::Held;
        break;
    case CallState::Ended:
        line.word = tr("Ended");
        line.detail = call.wasAnswered() && step.reason == EndReason::HungUp ? QString() : cleaned(endReasonText(call), 60);
        line.look = StateLook::Ended;
        break;
    }
    return line;
}

void StepList::setStory(const CallStory &story, const HistoryOptions &options)
{
    m_lines.clear();
    for (const CallStep &step : story.steps)
        m_lines.append(lineOf(step, story.entry.call));
    for (const QString &tag : story.entry.tags) {
        const QString why = tag.startsWith(kOverride) ? overrideText(QStringView(tag).sliced(kOverride.size())) : QString();
        if (!why.isEmpty())
            //: A warning was shown before this call was dialled, and the rep called all the same
            m_lines.append({.at = story.entry.call.startedAt, .time = {}, .word = tr("Called anyway"), .detail = why, .look = {}});
    }
    if (story.receipt && story.receipt->receivedAt.isValid()) {
        const bool shown = story.receipt->reason.isEmpty() || story.receipt->reason == "shown"_L1;
        const auto painted = std::chrono::duration<double, std::milli>(story.receipt->painting);
        m_lines.append({.at = story.receipt->receivedAt,
                        .time = {},
                        .word = shown ? tr("Card shown") : tr("No card"),
                        .detail = shown ? millisecondsText(painted.count()) : QString(),
                        .look = {}});
    }
    std::stable_sort(m_lines.begin(), m_lines.end(), [](const Line &left, const Line &right) {
        // The card comes after the ringing that brought it, whatever two clocks say.
        return std::pair(left.at.toSecsSinceEpoch(), !left.look.has_value()) <
               std::pair(right.at.toSecsSinceEpoch(), !right.look.has_value());
    });
    QStringList spoken;
    for (Line &line : m_lines) {
        line.time = options.times.clockWithSeconds(line.at);
        spoken.append(QString(line.time + u", "_s + line.word + u' ' + line.detail));
    }
    say(this, spoken.join(u"; "_s));
    updateGeometry();
    update();
}

QSize StepList::sizeHint() const
{
    return {240, Theme::current().px(kRow) * static_cast<int>(m_lines.size())};
}

void StepList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::current();
    const int row = theme.px(kRow);
    const QFont small = theme.font(Type::Small);
    double times = 0;
    for (const Line &line : std::as_const(m_lines))
        times = std::max(times, tabularWidth(line.time, small));
    const int column = static_cast<int>(times) + 2;
    const auto mirrored = [&](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines.at(i);
        const int y = static_cast<int>(i) * row;
        drawTabular(painter, mirrored({0, y, column, row}), line.time, small, theme.color.textSecondary,
                    Qt::AlignTrailing | Qt::AlignVCenter);
        const QRect dot = mirrored({column + 10, y + (row - kDot) / 2, kDot, kDot});
        if (i + 1 < m_lines.size()) {
            painter.setPen(QPen(theme.color.border, 1));
            painter.drawLine(QPointF(dot.center().x() + 0.5, dot.bottom() + 4),
                             QPointF(dot.center().x() + 0.5, dot.bottom() + row - kDot - 2));
        }
        painter.setPen(line.look ? QPen(Qt::NoPen) : QPen(theme.color.borderStrong, 1.5));
        painter.setBrush(line.look ? QBrush(theme.state(*line.look).fill) : QBrush(Qt::NoBrush));
        painter.drawEllipse(QRectF(dot).adjusted(0.5, 0.5, -0.5, -0.5));
        const int x = column + 10 + kDot + 10;
        const int word = std::min(QFontMetrics(theme.font(Type::Body)).horizontalAdvance(line.word) + 4, width() - x);
        drawElided(painter, mirrored({x, y, word, row}), line.word, {});
        drawElided(painter, mirrored({x + word + 2, y, std::max(0, width() - x - word - 2), row}), line.detail,
                   {.type = Type::Small, .role = &Colors::textSecondary});
    }
}

} // namespace callcard::ui
