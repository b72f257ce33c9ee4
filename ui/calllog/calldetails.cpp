#include "calldetails.h"

#include "callline.h"
#include "chipflow.h"
#include "notebox.h"
#include "steplist.h"

#include <callcard/ui/avatar.h>
#include <callcard/ui/controls.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/label.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/spoken.h>
#include <callcard/ui/taborder.h>
#include <callcard/ui/terms.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWidth = 316;
constexpr int kPadding = 20;

QWidget *part(QVBoxLayout *&column)
{
    auto *widget = new QWidget;
    column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    return widget;
}

} // namespace

CallDetails::CallDetails(QWidget *parent)
    : QWidget(parent)
    , m_avatar(new Avatar(size::avatarL))
    , m_name(new Label({}, Type::Title))
    , m_company(new Label({}, Type::Small, &Colors::textSecondary))
    , m_close(iconButton(u"close"_s, tr("Close the details")))
    , m_call(primaryButton(tr("Call"), u"phone"_s))
    , m_open(plainButton(tr("Open"), u"person"_s))
    , m_text(framedIconButton(u"message"_s, tr("Write a text")))
    , m_star(framedIconButton(u"star"_s, tr("Important customer (S)")))
    , m_more(framedIconButton(u"more"_s, tr("More actions")))
    , m_note(new NoteBox)
    , m_outcomes(new ChipFlow)
    , m_recording(quietButton({}, u"play"_s))
    , m_recordingLength(new Label({}, Type::Body, &Colors::textSecondary))
    , m_transcript(new QLabel)
    , m_steps(new StepList)
    , m_footer(new Label({}, Type::Small, &Colors::textSecondary))
{
    setMinimumWidth(Theme::current().px(kWidth));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addStretch();
    texts->addWidget(m_name);
    texts->addWidget(m_company);
    texts->addStretch();
    auto *identity = new QHBoxLayout;
    identity->setSpacing(12);
    identity->addWidget(m_avatar);
    identity->addLayout(texts, 1);
    identity->addWidget(m_close, 0, Qt::AlignTop);
    m_close->hide();
    auto *actions = new QHBoxLayout;
    actions->setSpacing(6);
    actions->addWidget(m_call);
    actions->addWidget(m_open);
    actions->addWidget(m_text);
    actions->addWidget(m_star);
    actions->addStretch();
    actions->addWidget(m_more);
    m_star->setObjectName(u"star"_s);
    m_star->setCheckable(true);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));

    QVBoxLayout *column = nullptr;
    m_recordingPart = part(column);
    column->addWidget(section(tr("Recording")));
    auto *recording = new QHBoxLayout;
    recording->addWidget(m_recording);
    recording->addStretch();
    recording->addWidget(m_recordingLength);
    m_recordingLength->setTabular(true);
    column->addLayout(recording);
    m_transcriptPart = part(column);
    column->addWidget(section(tr("In words")));
    m_transcript->setTextFormat(Qt::PlainText);
    m_transcript->setWordWrap(true);
    m_transcript->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_transcript);
    m_stepsPart = part(column);
    column->addWidget(section(tr("What happened")));
    column->addWidget(m_steps);

    auto *inside = new QWidget;
    auto *all = new QVBoxLayout(inside);
    all->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
    all->setSpacing(12);
    all->addLayout(identity);
    all->addLayout(actions);
    all->addSpacing(4);
    all->addWidget(section(tr("Note")));
    all->addWidget(m_note);
    all->addWidget(m_outcomes);
    for (QWidget *widget : {m_recordingPart, m_transcriptPart, m_stepsPart}) {
        all->addSpacing(8);
        all->addWidget(widget);
    }
    all->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(inside);
    inside->setAutoFillBackground(false); // what setWidget() turns on: the surface is painted below
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(1, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(scroll, 1);
    m_footer->setContentsMargins(0, 0, 0, 0);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(kPadding + Theme::current().iconPx() + 8, 12, kPadding, 12);
    foot->addWidget(m_footer);
    page->addLayout(foot);

    connect(m_call, &QPushButton::clicked, this, [this] {
        Q_EMIT
        dialRequested(entry());
    });
    connect(m_open, &QPushButton::clicked, this, [this] {
        Q_EMIT
        customerRequested(entry());
    });
    connect(m_text, &QToolButton::clicked, this, [this] {
        Q_EMIT
        textRequested(entry());
    });
    connect(m_star, &QToolButton::clicked, this, [this](bool on) {
        setStar(on);
        Q_EMIT
        starChosen(entry(), on);
    });
    connect(m_recording, &QPushButton::clicked, this, [this] {
        Q_EMIT
        recordingRequested(QUrl(entry().recordingUrl, QUrl::StrictMode));
    });
    connect(m_note, &NoteBox::edited, this, [this](const QString &note) {
        Q_EMIT
        noteEdited(entry().call.id, note);
    });
    connect(m_note, &NoteBox::left, this, &CallDetails::left);
    connect(m_outcomes, &ChipFlow::chosen, this, [this](const QString &outcome) {
        Q_EMIT
        outcomeChosen(entry().call.id, outcome);
    });
    connect(m_close, &QToolButton::clicked, this, &CallDetails::closeRequested);
    connect(m_more->menu(), &QMenu::aboutToShow, this, &CallDetails::fillMenu);
}

Label *CallDetails::section(const QString &text)
{
    return new Label(text, Type::CaptionStrong, &Colors::textTertiary);
}

void CallDetails::setOptions(const HistoryOptions &options)
{
    m_options = options;
    m_outcomes->setChoices(options.outcomes);
    if (!entry().call.id.isEmpty())
        refresh(entry(), false);
}

void CallDetails::setEntry(const LogEntry &entry)
{
    const bool otherCall = entry.call.id != this->entry().call.id;
    if (otherCall) {
        m_story = {};
        m_told = false;
        m_refusal.clear();
    }
    QStringList counted = m_story.entry.countedAs; // known to the story only
    m_story.entry = entry;
    m_story.entry.countedAs = std::move(counted);
    refresh(m_story.entry, otherCall);
}

void CallDetails::setStory(const CallStory &story)
{
    const bool otherCall = story.entry.call.id != entry().call.id;
    m_story = story;
    m_told = true;
    m_refusal.clear();
    refresh(story.entry, otherCall);
}

void CallDetails::setRefusal(const QString &why)
{
    m_refusal = why;
    m_note->setStatus(noteStatus(), true);
}

void CallDetails::refresh(const LogEntry &entry, bool otherCall)
{
    const Call &call = entry.call;
    m_avatar->setPerson(personOf(entry));
    m_name->setText(nameOf(entry, m_options));
    m_company->setText(detailOf(entry, m_options));
    const bool reachable = call.remote.number.has_value() && !call.withheld;
    m_call->setVisible(m_options.canCall && reachable);
    m_call->setAccessibleName(tr("Call %1").arg(m_name->text()));
    m_open->setVisible(!call.withheld && (reachable || !entry.customer.id.isEmpty()));
    m_open->setText(entry.customer.id.isEmpty() ? tr("Add customer") : tr("Open"));
    m_open->setIcon(lineIcon(entry.customer.id.isEmpty() ? u"person-add"_s : u"person"_s));
    m_text->setVisible(m_options.canText && reachable);
    m_star->setVisible(reachable || !entry.customer.id.isEmpty());
    if (otherCall)
        setStar(false); // until the story tells
    m_note->setNote(entry.note, otherCall);
    m_note->setStatus(noteStatus(), true);
    m_outcomes->setChoices(m_options.theirOutcomes.value(call.source, m_options.outcomes));
    m_outcomes->setChosen(entry.outcome);
    m_recordingPart->setVisible(!entry.recordingUrl.isEmpty());
    m_recording->setText(tr("Open with %1").arg(serviceName(call.source)));
    m_recordingLength->setText(call.talkTime ? callLength(*call.talkTime) : QString());
    m_transcriptPart->setVisible(!entry.transcription.isEmpty());
    m_transcript->setText(cleanedLines(entry.transcription, 20'000));
    m_stepsPart->setVisible(m_told);
    if (m_told)
        m_steps->setStory(m_story, m_options);
    settleCounted();
    speakAsGroup(this, tr("Details of the call with %1").arg(m_name->text()));
    tabAsLaidOut(this);
}

QString CallDetails::noteStatus() const
{
    if (entry().note.isEmpty())
        return {};
    if (entry().isPrivate)
        return tr("Saved, stays on this computer");
    if (!m_refusal.isEmpty())
        //: %1: why, a sentence
        return tr("Saved here, not sent: %1").arg(m_refusal);
    for (const Delivered &delivery : m_story.deliveries) {
        if (delivery.what != Delivers::Note)
            continue;
        return delivery.at.isValid() ? tr("Saved, sent to the provider %1").arg(m_options.times.clock(delivery.at))
                                     : tr("Saved, on its way to the provider");
    }
    return tr("Saved");
}

void CallDetails::setDayTotals(QDate day, const LogTotals &totals, QDate today)
{
    if (entry().call.id.isEmpty() || entry().call.startedAt.toTimeZone(m_options.zone).date() != day)
        return;
    settleCounted();
    if (!entry().countedAs.isEmpty())
        m_footer->setText(day == today
                              ? tr("Counted today, in your %n call(s)", nullptr, totals.calls)
                              : tr("Counted on %1, in your %n call(s)", nullptr, totals.calls).arg(m_options.times.shortDate(day, today)));
    update();
}

void CallDetails::settleCounted()
{
    if (!m_told)
        m_footer->setText({});
    else if (entry().call.isLive())
        m_footer->setText(tr("Counted when it has ended"));
    else if (entry().countedAs.isEmpty())
        m_footer->setText(tr("Counted when the provider's log has it"));
    else
        m_footer->setText(tr("Counted"));
    update();
}

void CallDetails::setStar(bool on)
{
    m_star->setChecked(on);
    m_star->setIcon(on ? lineIcon(u"star"_s, &Colors::accent) : lineIcon(u"star"_s));
}

void CallDetails::pressStar()
{
    if (m_star->isVisibleTo(this))
        m_star->click();
}

void CallDetails::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void CallDetails::startNote()
{
    m_note->startTyping();
}

void CallDetails::pressOutcome(int digit)
{
    m_outcomes->press(digit);
}

bool CallDetails::isTyping() const
{
    return m_note->isTyping();
}

void CallDetails::fillMenu()
{
    QMenu *menu = m_more->menu();
    menu->clear();
    const LogEntry entry = this->entry();
    if (entry.call.remote.number) {
        const QString number = entry.call.remote.number->e164();
        connect(menu->addAction(lineIcon(u"copy"_s), tr("Copy the number")), &QAction::triggered, this,
                [number] { QGuiApplication::clipboard()->setText(number); });
        connect(menu->addAction(lineIcon(u"snooze"_s), tr("Remind me…")), &QAction::triggered, this, [this, entry] {
            Q_EMIT
            reminderRequested(entry);
        });
    }
    QAction *secret = menu->addAction(lineIcon(u"eye-off"_s), tr("Private: its note stays on this computer"));
    secret->setCheckable(true);
    secret->setChecked(entry.isPrivate);
    connect(secret, &QAction::triggered, this, [this, entry](bool on) {
        Q_EMIT
        privateChosen(entry.call.id, on);
    });
}

void CallDetails::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::current();
    painter.fillRect(rect(), theme.color.surface);
    const int edge = layoutDirection() == Qt::LeftToRight ? 0 : width() - 1;
    painter.fillRect(QRect(edge, 0, 1, height()), theme.color.border);
    if (m_footer->text().isEmpty())
        return;
    const int y = m_footer->geometry().top() - 12;
    painter.fillRect(QRect(kPadding, y, width() - 2 * kPadding, 1), theme.color.border);
    const int px = theme.iconPx();
    const QRect icon = QStyle::visualRect(layoutDirection(), rect(), QRect(kPadding, m_footer->geometry().center().y() - px / 2, px, px));
    const bool counted = !entry().countedAs.isEmpty();
    drawIcon(painter, icon, counted ? u"check-circle"_s : u"clock"_s,
             counted ? theme.state(StateLook::Ok).text : theme.color.textSecondary);
}

} // namespace callcard::ui
