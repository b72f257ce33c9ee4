// What of a stack is no call: the counter, a text, the digest; and the keyboard's way through the cards.
#include "cardstack.h"
#include "floatingwindow.h"
#include "pill.h"

#include <callcard/clock.h>
#include <callcard/ui/theme.h>
#include <callcard/ui/toasts.h>

#include <algorithm>

namespace callcard::ui {

namespace {
constexpr int kNextTextAfter = 6'000;
constexpr qsizetype kMostTextsWaiting = 30;
} // namespace

void CardStack::makePill()
{
    m_pillWindow = std::make_unique<FloatingWindow>();
    m_pill = new CounterPill;
    m_pill->setCount(1, true);
    m_pillWindow->setBody(m_pill, true);
    connect(m_pill, &CounterPill::clicked, this, &CardStack::turnOver);
}

void CardStack::showPill(const QRect &rect, int hidden, bool ringing)
{
    if (!m_pillWindow)
        return;
    if (hidden <= 0 || !rect.isValid()) {
        m_pillWindow->hide();
        return;
    }
    m_pill->setCount(hidden, ringing);
    QRect own(QPoint(), m_pillWindow->bodySize());
    own.moveCenter(rect.center());
    m_pillWindow->placeBody(own);
    m_pillWindow->show();
}

/// A toast keeps its window there, a call does not.
bool CardStack::isBehindCounter(const Entry &entry)
{
    return !entry.window || !entry.window->isVisible();
}

/// Those behind the counter come to the front, as one turns over a page.
void CardStack::turnOver()
{
    const auto hidden = std::stable_partition(m_entries.begin(), m_entries.end(), isBehindCounter);
    if (hidden == m_entries.begin())
        return;
    for (auto entry = hidden; entry != m_entries.end(); ++entry) {
        if (!entry->call.isEmpty())
            unbind(*entry);
    }
    arrange();
}

void CardStack::addToast(FloatingWindow *window)
{
    if (Entry *known = entryOf(window))
        m_entries.erase(m_entries.begin() + (known - m_entries.data()));
    Entry entry;
    entry.window = window;
    m_entries.insert(m_entries.begin(), entry);
    arrange();
}

void CardStack::bindToast(FloatingWindow *window, Toast *toast)
{
    connect(window, &FloatingWindow::hovered, this, [this, window](bool on) { onHovered(window, on); });
    connect(toast, &Toast::dismissed, this, [this, window] { removeToast(window); });
    connect(toast, &Toast::keyboardLeft, this, &CardStack::leaveKeyboard);
    connect(toast, &Toast::neighbourWanted, this, [this, window](int step) { moveKeyboard(window, step); });
}

void CardStack::removeToast(FloatingWindow *window)
{
    if (window == m_textWindow.get())
        m_textStays.stop();
    Entry *entry = entryOf(window);
    if (!entry)
        return;
    if (hasHand(*entry)) {
        takeKeyboardFrom(*entry);
        m_platform.returnKeyboard(*window);
    }
    window->hide();
    m_entries.erase(m_entries.begin() + (entry - m_entries.data()));
    arrange();
    if (window != m_textWindow.get() || m_waitingTexts.isEmpty())
        return;
    const TextToast next = m_waitingTexts.takeFirst();
    m_text->setWaiting(static_cast<int>(m_waitingTexts.size()));
    showText(next);
}

void CardStack::showText(const TextToast &toast)
{
    if (!m_textWindow) {
        m_textWindow = std::make_unique<FloatingWindow>();
        FloatingWindow *window = m_textWindow.get();
        m_text = new TextCard(m_clock);
        window->setBody(m_text);
        bindToast(window, m_text);
        connect(m_text, &TextCard::openRequested, this, &CardStack::openCustomer);
        connect(m_text, &TextCard::templateKept, this, &CardStack::templateKept);
        connect(m_text, &TextCard::templateDropped, this, &CardStack::templateDropped);
        connect(m_text, &TextCard::keyboardWanted, this, [this, window] { m_platform.takeKeyboard(*window); });
        connect(m_text, &TextCard::replySent, this, [this, window](const MessageId &message, const QString &text) {
            m_platform.returnKeyboard(*window);
            m_textStays.stop(); // until it is known what became of it
            arrange();
            Q_EMIT
            replySent(message, text);
        });
    }
    const bool shown = entryOf(m_textWindow.get()) != nullptr;
    if (shown && m_text->toast().message.id != toast.message.id) {
        waitWith(toast);
        return;
    }
    m_text->setToast(toast, m_options);
    m_textStays.start(m_waitingTexts.isEmpty() ? motion::missedStays : kNextTextAfter, this);
    if (shown)
        arrange();
    else
        addToast(m_textWindow.get());
}

/// Each text has its turn; while somebody writes, or reads with the pointer on it, the others wait.
void CardStack::waitWith(const TextToast &toast)
{
    const auto same = std::find_if(m_waitingTexts.begin(), m_waitingTexts.end(),
                                   [&toast](const TextToast &one) { return one.message.id == toast.message.id; });
    if (same != m_waitingTexts.end())
        *same = toast;
    else if (m_waitingTexts.size() < kMostTextsWaiting)
        m_waitingTexts.append(toast); // beyond that nobody reads along: they are in the history
    m_text->setWaiting(static_cast<int>(m_waitingTexts.size()));
    if (m_textStays.isActive())
        m_textStays.start(kNextTextAfter, this);
}

void CardStack::closeText(const MessageId &message)
{
    m_waitingTexts.removeIf([&message](const TextToast &one) { return one.message.id == message; });
    if (m_textWindow && entryOf(m_textWindow.get()) && m_text->toast().message.id == message)
        removeToast(m_textWindow.get());
}

void CardStack::setTemplates(const QStringList &templates)
{
    if (m_text)
        m_text->setTemplates(templates);
    for (TextToast &waiting : m_waitingTexts)
        waiting.templates = templates;
}

void CardStack::showDigest(const QuietDigest &digest, const QDateTime &now)
{
    if (!m_digestWindow) {
        m_digestWindow = std::make_unique<FloatingWindow>();
        FloatingWindow *window = m_digestWindow.get();
        m_digest = new DigestCard;
        window->setBody(m_digest);
        bindToast(window, m_digest);
        connect(m_digest, &DigestCard::callBackInOrder, this, [this, window] {
            removeToast(window);
            Q_EMIT
            callBackInOrder();
        });
        connect(m_digest, &DigestCard::showAll, this, [this, window] {
            removeToast(window);
            Q_EMIT
            showMissed();
        });
    }
    m_digest->setDigest(digest, m_options, now);
    addToast(m_digestWindow.get());
}

bool CardStack::hasKeyboard() const
{
    return std::any_of(m_entries.cbegin(), m_entries.cend(), [this](const Entry &entry) {
        const Toast *toast = toastOf(entry);
        const CallCard *card = cardOf(entry);
        return toast ? toast->hasKeyboard() : card && card->hasKeyboard();
    });
}

bool CardStack::takeKeyboard()
{
    for (Entry &entry : m_entries) {
        if (!isBehindCounter(entry)) {
            giveKeyboard(entry);
            return true;
        }
    }
    return false;
}

void CardStack::giveKeyboard(Entry &entry)
{
    m_platform.takeKeyboard(*entry.window);
    if (Toast *toast = toastOf(entry))
        toast->takeKeyboard();
    else
        cardOf(entry)->setKeyboard(true);
    arrange();
}

/// Nothing in it has the focus any more; the window keeps the keyboard until another takes it.
void CardStack::takeKeyboardFrom(Entry &entry)
{
    if (CallCard *card = cardOf(entry))
        card->setKeyboard(false);
    if (QWidget *focused = entry.window->body()->focusWidget())
        focused->clearFocus();
}

void CardStack::leaveKeyboard()
{
    for (Entry &entry : m_entries) {
        if (!hasHand(entry))
            continue;
        takeKeyboardFrom(entry);
        m_platform.returnKeyboard(*entry.window);
    }
    arrange();
}

void CardStack::moveKeyboard(FloatingWindow *from, int step)
{
    Entry *entry = entryOf(from);
    if (!entry)
        return;
    qsizetype at = entry - m_entries.data();
    const auto size = static_cast<qsizetype>(m_entries.size());
    for (at += step; at >= 0 && at < size; at += step) {
        Entry &next = m_entries[static_cast<size_t>(at)];
        if (isBehindCounter(next))
            continue;
        takeKeyboardFrom(*entry);
        giveKeyboard(next);
        return;
    }
    if (step < 0 || std::none_of(m_entries.cbegin(), m_entries.cend(), isBehindCounter))
        return;
    takeKeyboardFrom(*entry);
    turnOver(); // below the last one stands the counter
    giveKeyboard(m_entries.front());
}

} // namespace callcard::ui
