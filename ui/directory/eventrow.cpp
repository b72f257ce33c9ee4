#include "eventrow.h"

#include <callcard/ui/icons.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>
#include <callcard/ui/terms.h>

#include <QFontMetricsF>
#include <QPainter>
#include <QStyle>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kOneLine = 44;
constexpr int kTwoLines = 52;
constexpr int kLengthWidth = 64;
constexpr int kIconColumn = 28;
} // namespace

EventRow::EventRow(const RecordEvent &event, const DirectoryOptions &options, const QDateTime &now, QWidget *parent)
    : QAbstractButton(parent)
{
    if (event.text) {
        m_icon = u"message"_s;
        m_head = tr("Text");
        m_line = cleaned(event.text->text, 300);
        if (!m_line.isEmpty())
            //: What somebody wrote in a text
            m_line = tr("“%1”").arg(m_line);
        m_when = options.times.age(event.text->sentAt, now);
        setFocusPolicy(Qt::NoFocus);
        speakAs(this, QAccessible::StaticText); // a text leads nowhere
    } else if (event.entry) {
        const LogEntry &entry = *event.entry;
        const bool incoming = entry.call.direction == CallDirection::Inbound;
        m_call = entry.call.id;
        m_icon = entry.isMissed() ? u"phone-missed"_s : incoming ? u"phone-in"_s : u"phone-out"_s;
        if (entry.isMissed()) {
            m_head = entry.settlement.how == Settling::Colleague && !entry.settlement.by.isEmpty()
                         //: %1: a colleague
                         ? tr("Missed, %1 reached them").arg(cleaned(entry.settlement.by, 60))
                         : entry.settlement.how == Settling::ReachedByMe ? tr("Missed, you reached them") : endReasonText(entry.call);
            if (entry.waiting)
                m_look = StateLook::Missed;
        } else if (entry.call.wasAnswered()) {
            m_head = incoming ? tr("Incoming, answered") : tr("You called, answered");
            m_look = incoming ? std::optional(StateLook::Ok) : std::nullopt;
        } else {
            m_head = endReasonText(entry.call);
        }
        m_line = cleaned(entry.note.isEmpty() ? entry.outcome : entry.note, 300);
        m_when = options.times.moment(entry.call.startedAt, now);
        //: No talk: nobody answered
        m_length = entry.call.talkTime && entry.call.talkTime->count() > 0 ? callLength(*entry.call.talkTime) : tr("–");
        setFocusPolicy(Qt::TabFocus);
        setCursor(Qt::PointingHandCursor);
    }
    QStringList spoken{m_head, m_line, m_when};
    if (event.entry && event.entry->call.talkTime)
        spoken.append(spokenLength(*event.entry->call.talkTime));
    spoken.removeAll(QString());
    setAccessibleName(spoken.join(u", "_s));
    setAttribute(Qt::WA_Hover);
    setProperty("focusRadius", radius::row);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

CallId EventRow::call() const
{
    return m_call;
}

QSize EventRow::sizeHint() const
{
    return QSize(200, Theme::current().px(m_line.isEmpty() ? kOneLine : kTwoLines));
}

void EventRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color.surface);
    if (underMouse() && !m_call.isEmpty())
        drawPanel(painter, rect(), radius::row, theme.color.hover);
    const auto visual = [this](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    const int icon = theme.iconPx();
    const int line = theme.lineHeight(Type::Body);
    const int small = theme.lineHeight(Type::Small);
    const int block = m_line.isEmpty() ? line : line + small;
    const int top = (height() - block) / 2;
    drawIcon(painter, visual(QRect(0, top + (line - icon) / 2, icon, icon)), m_icon,
             m_look ? theme.state(*m_look).text : theme.color.textSecondary, layoutDirection());
    const int left = theme.px(kIconColumn);
    const int lengthWidth = theme.px(kLengthWidth);
    const int whenWidth = static_cast<int>(std::ceil(QFontMetricsF(theme.font(Type::Body)).horizontalAdvance(m_when))) + 4;
    const int textWidth = width() - left - lengthWidth - whenWidth - space::m;
    drawElided(painter, visual(QRect(left, top, textWidth, line)), m_head, {});
    if (!m_line.isEmpty())
        drawElided(painter, visual(QRect(left, top + line, textWidth, small)), m_line,
                   {.type = Type::Small, .role = &Colors::textSecondary});
    drawElided(painter, visual(QRect(width() - lengthWidth - whenWidth, top, whenWidth, line)), m_when,
               {.role = &Colors::textSecondary, .alignment = Qt::AlignTrailing | Qt::AlignVCenter});
    drawTabular(painter, visual(QRect(width() - lengthWidth, top, lengthWidth, line)), m_length, theme.font(Type::Body),
                theme.color.textSecondary, layoutDirection() == Qt::LeftToRight ? Qt::AlignRight : Qt::AlignLeft);
}

} // namespace callcard::ui
