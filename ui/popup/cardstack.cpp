#include "cardstack.h"
#include "floatingwindow.h"
#include "pill.h"
#include "stackplan.h"

#include <callcard/clock.h>
#include <callcard/ui/theme.h>
#include <callcard/ui/toasts.h>

#include <QGuiApplication>
#include <QScreen>
#include <QTimer>
#include <QTimerEvent>

#include <algorithm>

namespace callcard::ui {

namespace {
constexpr int kWindowsMadeAhead = 3; // as many as are ever shown
constexpr int kBorrowed = 250;
} // namespace

CardStack::CardStack(const Clock &clock, CardPlatform &platform, QObject *parent) : QObject(parent), m_clock(clock), m_platform(platform)
{
    m_screen = QGuiApplication::primaryScreen();
}

CardStack::~CardStack() = default;

void CardStack::prepare()
{
    while (m_cardWindows.size() < kWindowsMadeAhead)
        makeCardWindow();
    // A made-up call, painted where nobody sees it: fonts, shadow and icons are then there for the first real one.
    Card sample;
    sample.call.startedAt = m_clock.now();
    sample.call.remote.number = PhoneNumber::fromE164(u"+13035550100");
    sample.who.facts = {Match{}};
    for (const auto &window : m_cardWindows) {
        auto *card = static_cast<CallCard *>(window->body());
        card->setCard(sample);
        window->placeBody(QRect(QPoint(0, 0), window->bodySize()));
        window->warmUp();
    }
}

FloatingWindow *CardStack::makeCardWindow()
{
    auto window = std::make_unique<FloatingWindow>();
    FloatingWindow *raw = window.get();
    auto *card = new CallCard(m_clock);
    card->setOptions(m_options);
    raw->setBody(card);
    connect(raw, &FloatingWindow::hovered, this, [this, raw](bool on) { onHovered(raw, on); });
    connect(raw, &FloatingWindow::painted, this, [this, raw] {
        if (const Entry *entry = entryOf(raw); entry && !entry->call.isEmpty())
            Q_EMIT
        painted(entry->call);
    });
    connect(card, &CallCard::wished, this, &CardStack::onWish);
    connect(card, &CallCard::sizeChanged, this, &CardStack::arrange);
    connect(card, &CallCard::keyboardWanted, this, [this, raw] { m_platform.takeKeyboard(*raw); });
    connect(card, &CallCard::handChanged, this, [this, raw] {
        if (Entry *entry = entryOf(raw))
            settleHeld(*entry);
    });
    connect(raw, &FloatingWindow::deactivated, this, [this, raw, card] {
        // Another window took it; the grab of a hotkey only borrows it.
        QTimer::singleShot(kBorrowed, this, [raw, card] {
            if (!raw->isActiveWindow())
                card->setKeyboard(false);
        });
    });
    connect(card, &CallCard::menuClosed, this, [this, raw] {
        if (!raw->underMouse())
            onHovered(raw, false);
    });
    m_cardWindows.push_back(std::move(window));
    return raw;
}

FloatingWindow *CardStack::freeCardWindow()
{
    for (const auto &window : m_cardWindows) {
        if (!entryOf(window.get()))
            return window.get();
    }
    return makeCardWindow();
}

void CardStack::setOptions(const CardOptions &options)
{
    m_options = options;
    for (const auto &window : m_cardWindows)
        static_cast<CallCard *>(window->body())->setOptions(options);
    arrange();
}

void CardStack::setCorner(PopupCorner corner)
{
    m_corner = corner;
    arrange();
}

void CardStack::setScreen(QScreen *screen)
{
    if (m_screen)
        m_screen->disconnect(this);
    m_screen = screen;
    if (screen)
        connect(screen, &QScreen::availableGeometryChanged, this, &CardStack::arrange);
    arrange();
}

CardStack::Entry *CardStack::find(const CallId &id)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&id](const Entry &entry) { return entry.call == id; });
    return found == m_entries.end() || id.isEmpty() ? nullptr : &*found;
}

CardStack::Entry *CardStack::entryOf(const FloatingWindow *window)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [window](const Entry &entry) { return entry.window == window; });
    return found == m_entries.end() ? nullptr : &*found;
}

CallCard *CardStack::cardOf(const Entry &entry) const
{
    return entry.window && !entry.call.isEmpty() ? static_cast<CallCard *>(entry.window->body()) : nullptr;
}

Toast *CardStack::toastOf(const Entry &entry) const
{
    return entry.window && entry.call.isEmpty() ? static_cast<Toast *>(entry.window->body()) : nullptr;
}

bool CardStack::hasHand(const Entry &entry) const
{
    if (const Toast *toast = toastOf(entry))
        return toast->hasKeyboard();
    const CallCard *card = cardOf(entry);
    return card && card->hasHand();
}

void CardStack::show(const Card &card, const CardExtras &extras)
{
    if (find(card.call.id)) {
        update(card, extras);
        return;
    }
    m_entries.insert(m_entries.begin(), Entry{.call = card.call.id, .card = card, .extras = extras});
    arrange();
}

void CardStack::update(const Card &card, const CardExtras &extras)
{
    Entry *entry = find(card.call.id);
    if (!entry)
        return;
    entry->card = card;
    entry->extras = extras;
    if (CallCard *shown = cardOf(*entry)) {
        m_arranging = true; // one arrangement at the end, not one for each part
        shown->setCard(card, extras);
        m_arranging = false;
        arrange();
        if (!m_still)
            shown->repaint(); // the ended form is there in this very frame
    }
}

void CardStack::setExtras(const CallId &id, const CardExtras &extras)
{
    Entry *entry = find(id);
    if (!entry)
        return;
    entry->extras = extras;
    if (CallCard *card = cardOf(*entry))
        card->setExtras(extras);
}

void CardStack::rename(const CallId &from, const CallId &into, const CardExtras &extras)
{
    Entry *entry = find(from);
    if (!entry)
        return;
    if (const Entry *other = find(into)) {
        // Of two cards for one call the one stays in which somebody's hand is.
        const CallCard *card = cardOf(*entry);
        if (!card || !card->hasHand()) {
            close(from);
            setExtras(into, extras);
            return;
        }
        entry->card = other->card;
        entry->hovered |= other->hovered;
        close(into);
        entry = find(from);
    }
    entry->call = into;
    entry->card.call.id = into;
    if (CallCard *card = cardOf(*entry))
        card->rename(into);
    update(Card(entry->card), extras);
    entry->held = false; // nobody was told so of this name
    settleHeld(*entry);
}

void CardStack::close(const CallId &id)
{
    Entry *entry = find(id);
    if (!entry)
        return;
    unbind(*entry);
    m_entries.erase(m_entries.begin() + (entry - m_entries.data()));
    arrange();
}

void CardStack::closeAll()
{
    for (Entry &entry : m_entries)
        unbind(entry);
    m_waitingTexts.clear();
    m_entries.clear();
    arrange();
}

void CardStack::holdStill(bool still)
{
    m_still = still;
    if (!still)
        arrange();
}

void CardStack::bind(Entry &entry)
{
    entry.window = freeCardWindow();
    auto *card = static_cast<CallCard *>(entry.window->body());
    card->setCard(entry.card, entry.extras);
    card->setHovered(false);
}

void CardStack::unbind(Entry &entry)
{
    if (!entry.window)
        return;
    if (CallCard *card = cardOf(entry); card && card->hasHand()) {
        card->setKeyboard(false);
        if (QWidget *focused = card->focusWidget())
            focused->clearFocus();
        m_platform.returnKeyboard(*entry.window);
    }
    entry.window->hide();
    entry.window = nullptr;
    entry.hovered = false;
    settleHeld(entry);
}

/// A card that somebody's pointer or hand is on does not go by itself.
void CardStack::settleHeld(Entry &entry)
{
    const CallCard *card = cardOf(entry);
    const bool held = entry.hovered || (card && card->hasHand());
    if (entry.call.isEmpty() || held == entry.held)
        return;
    entry.held = held;
    const CallId id = entry.call;
    Q_EMIT
    hovered(id, held);
}

void CardStack::arrange()
{
    if (m_arranging || m_still)
        return;
    m_arranging = true;
    if (!m_screen)
        m_screen = QGuiApplication::primaryScreen();
    const QRect work = m_screen ? m_screen->availableGeometry() : QRect(0, 0, 1024, 768);

    // Who may be seen has a window; its sizes are known only then. Three newest, and whoever the pointer is over.
    for (size_t i = 0; i < m_entries.size() && i < kWindowsMadeAhead; ++i) {
        if (!m_entries[i].window)
            bind(m_entries[i]);
    }
    QList<StackItem> items;
    std::optional<std::pair<int, QRect>> fixed;
    bool handed = false;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        Entry &entry = m_entries[i];
        StackItem item;
        if (CallCard *card = cardOf(entry)) {
            const bool grown = entry.hovered || card->hasHand() || card->isNoteOpen();
            card->setHeightLimit(highestStack(work));
            const CardForm before = card->form();
            const CardForm wanted = entry.card.mode == PopMode::Compact && !grown ? CardForm::Compact
                                    : i == 0 || grown                             ? CardForm::Full
                                                                                  : CardForm::Small;
            if (before != wanted)
                card->setForm(wanted);
            item.full = item.small = entry.window->bodySize();
            item.grown = grown;
        } else if (entry.window) {
            item.full = item.small = entry.window->bodySize();
        }
        const bool hand = hasHand(entry);
        if (entry.window && entry.window->isVisible() && (hand || (entry.hovered && !handed))) {
            fixed = {static_cast<int>(i), entry.window->bodyRect()};
            handed |= hand; // who writes in one card may have the pointer over another
        }
        items += item;
    }

    if (!m_pillWindow && m_entries.size() > 1)
        makePill();
    const QSize pill = m_pillWindow ? m_pillWindow->bodySize() : QSize();
    const StackPlan plan = planStack(work, m_corner, items, pill, fixed);
    int ringing = 0;
    QList<int> shown;
    for (const StackPlace &place : plan.places)
        shown += place.item;
    for (int i = 0; i < static_cast<int>(m_entries.size()); ++i) {
        Entry &entry = m_entries[static_cast<size_t>(i)];
        if (shown.contains(i))
            continue;
        if (entry.call.isEmpty())
            entry.window->hide();
        else
            unbind(entry);
        ringing += entry.card.call.state == CallState::Ringing && !entry.call.isEmpty() ? 1 : 0;
    }
    for (const StackPlace &place : plan.places) {
        FloatingWindow *window = m_entries[static_cast<size_t>(place.item)].window;
        window->placeBody(place.rect);
        if (!window->isVisible())
            window->show();
        m_platform.restrictInput(*window, window->rect().intersected(place.rect.translated(-window->geometry().topLeft())));
    }
    const int hidden = static_cast<int>(m_entries.size() - static_cast<size_t>(shown.size()));
    showPill(plan.pill, hidden, hidden == ringing);
    m_arranging = false;
}

void CardStack::onHovered(FloatingWindow *window, bool on)
{
    Entry *entry = entryOf(window);
    if (!entry || entry->hovered == on)
        return;
    CallCard *card = cardOf(*entry);
    if (!on && card && card->isMenuOpen())
        return; // the pointer is in the card's own menu
    entry->hovered = on;
    if (card)
        card->setHovered(on);
    const CallId id = entry->call;
    arrange();
    if (Entry *still = find(id))
        settleHeld(*still);
}

void CardStack::onWish(const CardWish &wish)
{
    const Entry *entry = find(wish.call);
    if (!entry)
        return;
    const Card card = entry->card;
    switch (wish.wish) {
    case Wish::LeaveKeyboard:
        leaveKeyboard();
        return;
    case Wish::CardAbove:
        moveKeyboard(entry->window, -1);
        return;
    case Wish::CardBelow:
        moveKeyboard(entry->window, 1);
        return;
    case Wish::Note:
        arrange();
        return;
    default:
        Q_EMIT
        wished(wish, card); // may close the card: nothing of ours is touched afterwards
    }
}

void CardStack::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_textStays.timerId())
        return QObject::timerEvent(event);
    const Entry *entry = entryOf(m_textWindow.get());
    if (entry && (entry->hovered || m_text->isWriting() || m_text->hasKeyboard()))
        return; // asked again after the same time
    removeToast(m_textWindow.get());
}

} // namespace callcard::ui
