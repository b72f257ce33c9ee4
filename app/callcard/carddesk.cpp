#include "carddesk.h"

#include "cardaction.h"
#include "transfertargets.h"

#include <engine/engine.h>

#include <callcard/ui/directoryvalues.h>
#include <callcard/ui/errortexts.h>
#include <callcard/ui/notificationtexts.h>
#include <callcard/ui/terms.h>

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLoggingCategory>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(lcCards, "callcard.app.cards")

constexpr auto kLater = std::chrono::minutes(15);
constexpr auto kTellTogether = std::chrono::seconds(3); // several sources come back one after another

/// Only somebody who is the only one, or was chosen, may have something written on.
const Match *onlyMatch(const Card &card)
{
    return !card.who.facts.isEmpty() && (card.who.facts.size() == 1 || card.who.learned) ? &card.who.facts.first() : nullptr;
}

void copyNumber(const CallParty &party)
{
    QGuiApplication::clipboard()->setText(party.number ? party.number->e164() : party.rawNumber);
}

ui::PopupCorner cornerOf(const QString &word)
{
    if (word == "top-left"_L1)
        return ui::PopupCorner::TopLeft;
    if (word == "top-right"_L1)
        return ui::PopupCorner::TopRight;
    return word == "bottom-left"_L1 ? ui::PopupCorner::BottomLeft : ui::PopupCorner::BottomRight;
}

ui::PopupScreen screenOf(const QString &word)
{
    if (word == "primary"_L1)
        return ui::PopupScreen::Primary;
    return word == "all"_L1 ? ui::PopupScreen::All : ui::PopupScreen::Active;
}

} // namespace

CardDesk::CardDesk(Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_native(QGuiApplication::platformName().startsWith("wayland"_L1))
    , m_popup(engine.clock(), m_platform)
    , m_frames(m_popup)
    , m_texts(engine, m_popup, m_notifications, m_native)
    , m_outcomes(engine)
{
    connect(&m_outcomes, &OutcomeLists::changed, this, [this] { m_popup.setOptions(options()); });
    applySettings();
    wireCards();
    wireIntents();
    connect(&engine.preferences(), &Preferences::changed, this, [this](const QString &key) {
        if (key.startsWith("card/"_L1) || key.startsWith("user/"_L1))
            applySettings();
    });
}

void CardDesk::prepare()
{
    if (!m_native)
        m_popup.prepare();
}

void CardDesk::wireCards()
{
    ScreenPop &pop = m_engine.screenPop();
    connect(&pop, &ScreenPop::cardOpened, this, &CardDesk::openCard);
    connect(&pop, &ScreenPop::cardChanged, this, [this](const Card &card) {
        if (m_native) {
            m_notifications.show(card);
            return;
        }
        m_frames.change(card);
    });
    connect(&m_frames, &CardFrames::changeShown, this, [this](const Card &card) {
        ui::CardExtras extras = m_popup.extras(card.call.id);
        const ui::CardExtras fresh = extrasOf(card.call);
        extras.actions = fresh.actions;
        extras.recording = fresh.recording;
        extras.legs = fresh.legs;
        extras.cancellable = fresh.cancellable;
        extras.typeAfter = fresh.typeAfter;
        m_popup.setExtras(card.call.id, extras);
    });
    connect(&pop, &ScreenPop::cardClosed, this, [this](const CallId &id) {
        m_placing.remove(id);
        if (m_native)
            m_notifications.close(id);
        else
            m_frames.close(id);
    });
    connect(&pop, &ScreenPop::cardRenamed, this, &CardDesk::renameCard);
    if (const CallLog *log = m_engine.callBook().log())
        connect(log, &CallLog::entryChanged, this, &CardDesk::takeWritten);
    connect(&m_engine.liveCalls(), &LiveCalls::recordingChanged, this, [this](const QString &session) {
        const QList<Card> open = m_engine.screenPop().openCards();
        for (const Card &card : open) {
            if (card.call.sessionId != session)
                continue;
            ui::CardExtras extras = m_popup.extras(card.call.id);
            const ui::CardExtras fresh = extrasOf(card.call);
            extras.actions = fresh.actions;
            extras.recording = fresh.recording;
            m_popup.setExtras(card.call.id, extras);
        }
    });
    connect(&m_engine, &Engine::sourcesEnding, this, [this] {
        std::exchange(m_asking, {}).request_stop();
        m_colleaguesOf.clear(); // another sign-in is another company
    });
    connect(&pop, &ScreenPop::quietEnded, this, [this] {
        tellHeld();
        showDigest();
    });
    connect(&m_engine.callBook(), &CallBook::remindersDue, this, [this](const QList<Reminder> &due) {
        m_due.append(due);
        tellHeld();
    });
    m_tellSoon.setSingleShot(true);
    m_tellSoon.setInterval(kTellTogether);
    connect(&m_tellSoon, &QTimer::timeout, this, &CardDesk::tellHeld);
}

void CardDesk::wireIntents()
{
    ScreenPop &pop = m_engine.screenPop();
    connect(&m_popup, &ui::Popup::painted, &pop, &ScreenPop::onPainted);
    connect(&m_popup, &ui::Popup::dismissed, &pop, &ScreenPop::dismiss);
    connect(&m_popup, &ui::Popup::pinned, &pop, &ScreenPop::setPinned);
    connect(&m_popup, &ui::Popup::hovered, &pop, &ScreenPop::setHovered);
    connect(&m_popup, &ui::Popup::openCustomer, this, &CardDesk::customerRequested);
    connect(&m_popup, &ui::Popup::openInCrm, this, &CardDesk::openInCrm);
    connect(&m_popup, &ui::Popup::chosen, this, &CardDesk::choose);
    connect(&m_popup, &ui::Popup::choiceUndone, this, &CardDesk::undoChoice);
    connect(&m_popup, &ui::Popup::addCustomer, this, &CardDesk::addCustomerRequested);
    connect(&m_popup, &ui::Popup::linkExisting, this, &CardDesk::linkRequested);
    connect(&m_popup, &ui::Popup::showMissed, this, &CardDesk::missedRequested);
    connect(&m_popup, &ui::Popup::callBackInOrder, this, &CardDesk::callBackInOrderRequested);
    connect(&m_popup, &ui::Popup::callBack, this, [this](const CallId &, const CallParty &party) {
        Q_EMIT
        dialRequested(party);
    });
    connect(&m_popup, &ui::Popup::copyNumber, this, &copyNumber);
    connect(&m_popup, &ui::Popup::actionRequested, this, [this](const CallId &id, const QString &word) {
        const std::optional<CallAction> action = callActionFromName(word);
        if (const std::optional<Call> live = call(id); live && action)
            m_scope.start(act(*live, *action, {}));
    });
    connect(&m_popup, &ui::Popup::transferSearched, this, [this](const CallId &id, const QString &text) {
        offerTransfer(id, text);
        if (const std::optional<Call> live = call(id); live && m_colleaguesOf != live->source)
            m_scope.start(learnColleagues(*live));
    });
    connect(&m_popup, &ui::Popup::transferRequested, this, [this](const CallId &id, const QString &target) {
        if (const std::optional<Call> live = call(id))
            m_scope.start(act(*live, CallAction::Transfer, target));
    });
    connect(&m_popup, &ui::Popup::cancelCall, this, &CardDesk::cancelRequested);
    connect(&m_popup, &ui::Popup::noteChanged, this, &CardDesk::keepNote);
    connect(&m_popup, &ui::Popup::outcomeChosen, this, [this](const CallId &id, const QString &outcome) {
        if (CallLog *log = m_engine.callBook().log())
            log->setOutcome(id, outcome);
    });
    connect(&m_popup, &ui::Popup::promiseRequested, this, &CardDesk::keepPromise);
    connect(&m_popup, &ui::Popup::remindRequested, this, &CardDesk::remindLater);
    connect(&m_notifications, &ui::NativeCards::dismissed, &pop, &ScreenPop::dismiss);
    connect(&m_notifications, &ui::NativeCards::failed, this, &CardDesk::openWindowsInstead);
    connect(&m_notifications, &ui::NativeCards::openCustomer, this, &CardDesk::customerRequested);
    connect(&m_notifications, &ui::NativeCards::noteRequested, this, &CardDesk::noteRequested);
    connect(&m_notifications, &ui::NativeCards::addCustomer, this, &CardDesk::addCustomerRequested);
    connect(&m_notifications, &ui::NativeCards::linkExisting, this, &CardDesk::linkRequested);
    connect(&m_notifications, &ui::NativeCards::remindRequested, this, &CardDesk::remindLater);
    connect(&m_notifications, &ui::NativeCards::copyNumber, this, &copyNumber);
    connect(&m_notifications, &ui::NativeCards::callBack, this, [this](const CallId &, const CallParty &party) {
        Q_EMIT
        dialRequested(party);
    });
}

ui::CardOptions CardDesk::options() const
{
    const Preferences &preferences = m_engine.preferences();
    ui::CardOptions options{.homeRegion = preferences.value(settings::kUserRegion),
                            .ownEmail = preferences.value(settings::kUserEmail),
                            .lines = m_lines,
                            .outcomes = ui::usualOutcomes(),
                            .theirOutcomes = m_outcomes.theirs(),
                            .crm = !preferences.value(settings::kCrmUrl).isEmpty(),
                            .endedStays = m_engine.screenPop().rules().endedStays};
    const QTimeZone zone(preferences.value(settings::kUserTimeZone).toLatin1());
    if (zone.isValid())
        options.times = ui::TimeTexts(QLocale(), zone);
    return options;
}

void CardDesk::applySettings()
{
    const Preferences &preferences = m_engine.preferences();
    m_popup.setCorner(cornerOf(preferences.value(settings::kCardCorner)));
    m_popup.setScreen(screenOf(preferences.value(settings::kCardScreen)));
    m_popup.setOptions(options());
    m_notifications.setHomeRegion(preferences.value(settings::kUserRegion));
}

void CardDesk::noteLine(const QString &line)
{
    if (line.isEmpty() || m_lines.contains(line))
        return;
    m_lines.append(line);
    m_popup.setOptions(options());
}

void CardDesk::openCard(const Card &card)
{
    if (m_native) {
        m_notifications.show(card);
        m_engine.screenPop().onPainted(card.call.id); // what a server does afterwards nobody tells
        return;
    }
    noteLine(card.call.lineName);
    ui::CardExtras extras = extrasOf(card.call);
    // A card may open for a call that has been written on: after a restart, or when it comes back.
    const ui::CardExtras written = noteOf(card.call.id);
    extras.note = written.note;
    extras.noteSaved = written.noteSaved;
    extras.outcome = written.outcome;
    m_popup.setExtras(card.call.id, extras);
    m_frames.open(card);
}

/// Somewhere on the screen is better than nowhere.
void CardDesk::openWindowsInstead()
{
    if (!std::exchange(m_native, false))
        return;
    m_texts.showInWindows();
    QList<Card> open = m_engine.screenPop().openCards();
    std::reverse(open.begin(), open.end()); // the newest comes to lie on top
    for (const Card &card : open)
        openCard(card);
}

void CardDesk::renameCard(const CallId &from, const CallId &into)
{
    if (m_placing.contains(from))
        m_placing.insert(into, m_placing.take(from));
    if (m_native)
        m_notifications.rename(from, into);
    else
        m_frames.rename(from, into);
}

/// What is written elsewhere (the history page, the provider, another name of the call) is on the card too: the next keystroke there
/// would replace it.
void CardDesk::takeWritten(const CallId &id)
{
    if (m_native || !m_engine.screenPop().isOpen(id) || m_engine.callBook().log()->trouble())
        return; // what waits in memory is newer than what can be read
    const ui::CardExtras written = noteOf(id);
    ui::CardExtras extras = m_popup.extras(id);
    if (extras.note == written.note && extras.outcome == written.outcome)
        return;
    extras.note = written.note;
    extras.noteSaved = written.noteSaved;
    extras.outcome = written.outcome;
    m_popup.setExtras(id, extras);
}

ui::CardExtras CardDesk::extrasOf(const Call &call) const
{
    ui::CardExtras extras;
    const Placing placing = m_placing.value(call.id);
    extras.typeAfter = placing.typeAfter;
    if (call.state == CallState::Ringing) {
        extras.legs = placing.legs;
        extras.cancellable = placing.cancellable;
    }
    const CallProvider *provider = m_engine.liveCalls().providerOf(call);
    if (!provider || call.sessionId.isEmpty()) // nobody can act on what no provider knows yet
        return extras;
    const QList<CallAction> able = provider->info().actions;
    extras.recording = call.isLive() && provider->isRecording(call);
    for (const CallAction action : actionsNow(call, extras.recording)) {
        if (!able.contains(action))
            continue;
        if (const std::optional<ui::CardAction> worded = ui::cardAction(callActionName(action)))
            extras.actions.append(*worded);
    }
    extras.cancellable |=
        call.direction == CallDirection::Outbound && call.state == CallState::Ringing && able.contains(CallAction::HangUp);
    return extras;
}

void CardDesk::offerTransfer(const CallId &id, const QString &text)
{
    ui::CardExtras extras = m_popup.extras(id);
    extras.transfer = {.query = text, .targets = transferTargets(m_engine, m_colleagues, text)};
    m_popup.setExtras(id, extras);
}

QCoro::Task<> CardDesk::learnColleagues(Call call)
{
    CallProvider *const provider = m_engine.liveCalls().providerOf(call);
    if (!provider)
        co_return;
    m_colleaguesOf = call.source;
    const Result<QList<Colleague>> found = co_await provider->colleagues(m_asking.get_token());
    if (!found) {
        m_colleaguesOf.clear(); // a rep need not be allowed to see them; numbers and customers can be found all the same
        co_return;
    }
    m_colleagues = *found;
    if (card(call.id))
        offerTransfer(call.id, m_popup.extras(call.id).transfer.query);
}

void CardDesk::setPlacing(const CallId &id, const std::optional<Placing> &placing)
{
    if (placing)
        m_placing.insert(id, *placing);
    else
        m_placing.remove(id);
    const std::optional<Call> live = call(id);
    if (!live)
        return;
    ui::CardExtras extras = m_popup.extras(id);
    const ui::CardExtras fresh = extrasOf(*live);
    extras.legs = fresh.legs;
    extras.cancellable = fresh.cancellable;
    extras.typeAfter = fresh.typeAfter;
    m_popup.setExtras(id, extras);
}

void CardDesk::hangUp(const CallId &id)
{
    if (const std::optional<Call> live = call(id))
        m_scope.start(act(*live, CallAction::HangUp, {}));
}

ui::CardExtras CardDesk::noteOf(const CallId &id) const
{
    const CallLog *log = m_engine.callBook().log();
    if (!log)
        return {};
    const Result<std::optional<LogEntry>> entry = log->entry(id);
    if (!entry || !*entry)
        return {};
    return {.note = (*entry)->note, .noteSaved = !(*entry)->note.isEmpty(), .outcome = (*entry)->outcome};
}

void CardDesk::showDigest()
{
    ScreenPop &pop = m_engine.screenPop();
    const ui::QuietDigest digest{
        .from = pop.quietSince(), .until = m_engine.clock().now(), .calls = pop.takeDigest(), .texts = m_texts.takeHeld()};
    if (digest.calls.isEmpty() && digest.texts.isEmpty())
        return;
    if (!m_native && digest.calls.isEmpty()) { // nothing to sum up: each can be read, and answered
        for (const ui::TextToast &text : digest.texts)
            m_popup.showText(text);
        return;
    }
    if (!m_native) {
        m_popup.setDigest(digest);
        return;
    }
    QStringList writers;
    for (const ui::TextToast &text : digest.texts)
        writers.append(TextDesk::writerOf(text, m_engine.preferences().value(settings::kUserRegion)));
    const ui::NotificationTexts texts = ui::digestTexts(digest.calls, writers);
    m_notifications.tell(texts.summary, texts.lines.join(u" · "_s));
}

void CardDesk::onHotkey()
{
    if (m_native || m_popup.takeKeyboard())
        return;
    m_engine.screenPop().showLast();
    m_popup.takeKeyboard();
}

QCoro::Task<> CardDesk::stop()
{
    co_await m_texts.stop();
    m_asking.request_stop();
    co_await m_scope.close();
}

void CardDesk::hideAll()
{
    m_popup.closeAll();
    m_notifications.closeAll();
}

void CardDesk::tellMissedWhileAway(int calls)
{
    m_away += calls;
    if (!m_tellSoon.isActive())
        m_tellSoon.start();
}

/// Nothing of it is urgent enough to break the quiet.
void CardDesk::tellHeld()
{
    if (m_engine.screenPop().isQuietNow()) {
        m_engine.screenPop().awaitQuietEnd();
        return;
    }
    const auto tell = [this](const ui::NotificationTexts &texts) { m_notifications.tell(texts.summary, texts.lines.value(0)); };
    if (const int calls = m_tellSoon.isActive() ? 0 : std::exchange(m_away, 0); calls > 0)
        tell(ui::awayTexts(calls));
    const QList<Reminder> due = stillThere(std::exchange(m_due, {}));
    if (!due.isEmpty())
        tell(ui::reminderTexts(due, m_engine.preferences().value(settings::kUserRegion)));
}

/// Whoever was reached or done with meanwhile is no longer to be called.
QList<Reminder> CardDesk::stillThere(QList<Reminder> reminders) const
{
    const CallLog *log = m_engine.callBook().log();
    if (reminders.isEmpty() || !log)
        return reminders;
    const Result<QList<Reminder>> known = log->reminders();
    if (known)
        reminders.removeIf([&known](const Reminder &reminder) { return !known->contains(reminder); });
    return reminders;
}

void CardDesk::keepNote(const CallId &id, const QString &note)
{
    CallLog *log = m_engine.callBook().log();
    if (!log)
        return; // "Saved" does not appear, which is the truth
    log->setNote(id, note);
    ui::CardExtras extras = m_popup.extras(id);
    extras.note = note;
    extras.noteSaved = !log->trouble();
    m_popup.setExtras(id, extras);
}

void CardDesk::keepPromise(const CallId &id, const QString &text, int days)
{
    CallLog *log = m_engine.callBook().log();
    const std::optional<Card> known = card(id);
    if (!log || !known)
        return;
    Promise promise{.text = text};
    if (days >= 0)
        promise.due = m_engine.clock().now().toTimeZone(m_engine.screenPop().rules().zone).date().addDays(days);
    if (const Match *match = onlyMatch(*known))
        promise.customer = match->customer.id;
    log->addPromise(promise, known->call.remote.number, id);
}

void CardDesk::remindLater(const CallId &id)
{
    CallLog *log = m_engine.callBook().log();
    const std::optional<Card> known = card(id);
    if (!log || !known)
        return;
    Reminder reminder{.kind = Reminder::Kind::Snooze,
                      .party = known->call.remote,
                      .call = id,
                      .due = m_engine.clock().now().addSecs(std::chrono::seconds(kLater).count())};
    if (const Match *match = onlyMatch(*known))
        reminder.customer = {.id = match->customer.id, .name = match->customer.name, .company = match->customer.company};
    log->addReminder(reminder);
    m_engine.screenPop().dismiss(id);
}

std::optional<Card> CardDesk::card(const CallId &id) const
{
    for (const Card &open : m_engine.screenPop().openCards()) {
        if (open.call.id == id)
            return open;
    }
    return std::nullopt;
}

std::optional<Call> CardDesk::call(const CallId &id) const
{
    const std::optional<Card> known = card(id);
    return known ? std::optional(known->call) : std::nullopt;
}

void CardDesk::choose(const CallId &id, const CustomerId &customer)
{
    const std::optional<Call> known = call(id);
    Directory *directory = m_engine.customers().directory();
    if (!known || !known->remote.number || !directory)
        return;
    if (const Result<> learned = directory->learn(*known->remote.number, customer); !learned)
        qCWarning(lcCards) << "the choice could not be kept:" << learned.error();
    if (CallLog *log = m_engine.callBook().log()) {
        const Result<std::optional<Customer>> record = directory->customer(customer);
        if (record && *record)
            log->setCustomer(id, {.id = customer, .name = (*record)->name, .company = (*record)->company});
    }
    m_engine.screenPop().refresh(id, true);
}

void CardDesk::undoChoice(const CallId &id)
{
    const std::optional<Call> known = call(id);
    Directory *directory = m_engine.customers().directory();
    if (!known || !known->remote.number || !directory)
        return;
    if (const Result<> forgotten = directory->unlearn(*known->remote.number); !forgotten)
        qCWarning(lcCards) << "the choice could not be undone:" << forgotten.error();
    if (CallLog *log = m_engine.callBook().log())
        log->unlinkCustomer(id);
    m_engine.screenPop().refresh(id, true);
}

void CardDesk::openInCrm(const CustomerId &customer)
{
    const Directory *directory = m_engine.customers().directory();
    if (!directory)
        return;
    const Result<std::optional<Customer>> record = directory->customer(customer);
    if (!record || !*record)
        return;
    if (const auto page = ui::crmPage(m_engine.preferences().value(settings::kCrmUrl), **record))
        QDesktopServices::openUrl(*page);
}

void CardDesk::tellFailure(const QString &source, const Error &error)
{
    const ui::ErrorText text = ui::errorText(error, ui::serviceName(source), m_engine.clock().now());
    m_notifications.tell(text.happened, text.remedy);
}

QCoro::Task<> CardDesk::act(Call call, CallAction action, QString target)
{
    CallProvider *provider = m_engine.liveCalls().providerOf(call);
    if (!provider)
        co_return;
    const Result<> done = co_await provider->act(call, action, target, m_asking.get_token());
    if (!done && done.error().kind != ErrorKind::Cancelled) {
        qCWarning(lcCards) << "the provider refused an action:" << done.error();
        tellFailure(call.source, done.error());
    }
}

} // namespace callcard
