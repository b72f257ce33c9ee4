#include "figurepopover.h"

#include "topcustomers.h"

#include <callcard/ui/calltexts.h>
#include <callcard/ui/controls.h>
#include <callcard/ui/label.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/paneltexts.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QScrollArea>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kPopoverWidth = 340;
constexpr int kMostHeight = 252; // seven calls

QString rowIcon(const LogEntry &entry)
{
    if (entry.isMissed())
        return entry.call.reason == EndReason::Voicemail ? u"voicemail"_s : u"phone-missed"_s;
    return entry.call.direction == CallDirection::Outbound ? u"phone-out"_s : u"phone-in"_s;
}

QString rowWho(const LogEntry &entry)
{
    const CallParty &party = entry.call.remote;
    return callerName(entry.customer.name, entry.call, party.number ? party.number->e164() : party.rawNumber);
}
} // namespace

FigurePopover::FigurePopover(QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint)
    , m_title(new Label({}, Type::BodyStrong))
    , m_value(new Label({}, Type::Name))
    , m_definition(new QLabel)
    , m_note(new Label({}, Type::Small, &Colors::textSecondary))
    , m_rows(new CallRows)
    , m_scroll(new QScrollArea)
    , m_history(linkButton(tr("All in history")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::m, space::l, space::m);
    column->setSpacing(space::s);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_value);
    column->addLayout(head);
    m_definition->setTextFormat(Qt::PlainText);
    m_definition->setWordWrap(true);
    m_definition->setFont(Theme::current().font(Type::Small));
    column->addWidget(m_definition);
    m_scroll->setWidget(m_rows);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_rows->setAccessibleName(tr("Calls behind this figure"));
    column->addWidget(m_scroll);
    column->addWidget(m_note);
    auto *foot = new QHBoxLayout;
    QPushButton *copy = smaller(plainButton(tr("Copy figure"), u"copy"_s));
    foot->addWidget(m_history);
    foot->addStretch(1);
    foot->addWidget(copy);
    column->addLayout(foot);
    setFixedWidth(Theme::current().px(kPopoverWidth));
    connect(m_rows, &Chart::chosen, this, [this](int row) {
        const CallId call = m_rows->lines().value(row).call;
        hide();
        Q_EMIT
        callRequested(call);
    });
    connect(m_history, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT
        historyRequested(m_range);
    });
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_copied); });
}

void FigurePopover::ask(Figure figure, const DayRange &range, const QString &title, const QString &value, const QString &note)
{
    m_figure = figure;
    m_range = range;
    m_title->setText(title);
    m_value->setText(value);
    m_copied = title + u'\t' + value;
    m_definition->setText(figureDefinition(figure));
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_rows->setLines({});
    m_scroll->hide();
    m_history->hide();
    setAccessibleName(title + u' ' + value);
}

void FigurePopover::answer(const FigureDetails &details, const MetricsOptions &options, const QDateTime &now)
{
    if (details.problem) {
        m_note->setText(details.problem->sentences());
        m_note->show();
        return settle();
    }
    QList<CallRows::Line> lines;
    for (const LogEntry &entry : details.calls) {
        const QString detail = entry.call.talkTime && entry.call.talkTime->count() > 0 ? callLength(*entry.call.talkTime) : QString();
        lines.append({.call = entry.call.id,
                      .icon = rowIcon(entry),
                      .who = rowWho(entry),
                      .detail = detail,
                      .when = options.times.moment(entry.call.startedAt, now)});
    }
    for (const Message &text : details.texts)
        lines.append({.call = {},
                      .icon = u"message"_s,
                      .who = text.remote.name.isEmpty() ? (text.remote.number ? text.remote.number->e164() : text.remote.rawNumber)
                                                        : text.remote.name,
                      .detail = text.direction == CallDirection::Outbound ? tr("sent") : tr("received"),
                      .when = options.times.moment(text.sentAt, now)});
    m_rows->setLines(lines);
    m_scroll->setVisible(!lines.isEmpty());
    m_scroll->setFixedHeight(std::min(m_rows->sizeHint().height(), Theme::current().px(kMostHeight)));
    m_history->setVisible(!details.calls.isEmpty());
    if (details.all > lines.size()) {
        m_note->setText(tr("The newest %1 of %2").arg(lines.size()).arg(details.all));
        m_note->show();
    } else if (lines.isEmpty() && m_note->text().isEmpty()) {
        m_note->setText(tr("No calls"));
        m_note->show();
    }
    settle();
}

void FigurePopover::showBeside(const QRect &place)
{
    m_place = place;
    settle();
    show();
    m_rows->setFocus(Qt::PopupFocusReason);
}

/// As large as it has to be, and on the screen as a whole: also when the calls come later and it grows.
void FigurePopover::settle()
{
    adjustSize();
    const QRect place = m_place;
    QRect area = place;
    if (const QScreen *screen = QGuiApplication::screenAt(place.center()))
        area = screen->availableGeometry();
    QPoint at(layoutDirection() == Qt::RightToLeft ? place.right() - width() : place.left(), place.bottom() + space::xs);
    if (at.y() + height() > area.bottom() && place.top() - height() > area.top())
        at.setY(place.top() - height() - space::xs);
    at.setX(std::clamp(at.x(), area.left(), std::max(area.left(), area.right() - width())));
    at.setY(std::clamp(at.y(), area.top(), std::max(area.top(), area.bottom() - height())));
    move(at);
}

void FigurePopover::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color.surface);
    painter.setPen(theme.color.borderStrong);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace callcard::ui
