#include "cardstack.h"

#include <callcard/clock.h>
#include <callcard/ui/popup.h>

#include <QBasicTimer>
#include <QCursor>
#include <QGuiApplication>
#include <QHash>
#include <QScreen>
#include <QTimer>
#include <QWidget>
#include <QWindow>

#include <vector>

namespace callcard::ui {

namespace {
constexpr int kPointerLook = 500;
constexpr int kPointerStill = 4; // looks: two seconds

/// As the log joins them.
QString joinedNotes(const QString &first, const QString &second)
{
    if (first.isEmpty() || second.isEmpty() || first.contains(second))
        return first.isEmpty() ? second : first;
    return QString(first + u'\n' + second);
}
} // namespace

CardPlatform::~CardPlatform() = default;

void CardPlatform::takeKeyboard(QWidget &window)
{
    // By the window, not the widget: QWidget::setWindowFlag() would hide and remake it.
    if (QWindow *handle = window.windowHandle())
        handle->setFlag(Qt::WindowDoesNotAcceptFocus, false);
    window.activateWindow();
}

void CardPlatform::returnKeyboard(QWidget &window)
{
    if (QWindow *handle = window.windowHandle())
        handle->setFlag(Qt::WindowDoesNotAcceptFocus, true);
}

void CardPlatform::restrictInput(QWidget &, const QRect &) {}

class Popup::Private
{
public:
    Private(Popup &popup, const Clock &time, CardPlatform *given) : q(popup), clock(time), platform(given ? *given : own)
    {
        look.setInterval(kPointerLook);
        QObject::connect(&look, &QTimer::timeout, &q, [this] { lookAtPointer(); });
    }

    CardStack &stackAt(size_t index)
    {
        while (stacks.size() <= index) {
            auto stack = std::make_unique<CardStack>(clock, platform, nullptr);
            stack->setOptions(options);
            stack->setCorner(corner);
            listen(*stack);
            stacks.push_back(std::move(stack));
        }
        return *stacks[index];
    }

    /// Where a new card goes. A stack with cards stays where it is: nothing jumps to another screen.
    size_t settleScreens()
    {
        const QList<QScreen *> screens = QGuiApplication::screens();
        if (screen == PopupScreen::All && !screens.isEmpty()) {
            for (qsizetype i = 0; i < screens.size(); ++i) {
                if (CardStack &stack = stackAt(static_cast<size_t>(i)); stack.screen() != screens[i])
                    stack.setScreen(screens[i]);
            }
            return static_cast<size_t>(screens.size());
        }
        CardStack &stack = stackAt(0);
        if (stack.isEmpty() || !screens.contains(stack.screen())) {
            QScreen *wanted = screen == PopupScreen::Active ? QGuiApplication::screenAt(QCursor::pos()) : nullptr;
            stack.setScreen(wanted ? wanted : QGuiApplication::primaryScreen());
        }
        return 1;
    }

    void listen(CardStack &stack);
    /// What was typed or chosen is kept here too, so that a change of the call does not bring the older text back.
    template <typename Change>
    void remember(const CallId &id, Change change)
    {
        CardExtras known = extras.value(id);
        change(known);
        extras.insert(id, known);
        for (const auto &stack : stacks)
            stack->setExtras(id, known);
    }
    void onWish(const CardWish &wish, const Card &card);
    void showDigest()
    {
        look.stop();
        const size_t count = settleScreens();
        for (size_t i = 0; i < count; ++i)
            stackAt(i).showDigest(digest, clock.now());
    }
    void lookAtPointer()
    {
        const QPoint now = QCursor::pos();
        still = now == pointer ? still + 1 : 0;
        pointer = now;
        if (still >= kPointerStill)
            showDigest();
    }

    Popup &q;
    const Clock &clock;
    CardPlatform own;
    CardPlatform &platform;
    CardOptions options;
    PopupCorner corner{PopupCorner::TopRight};
    PopupScreen screen{PopupScreen::Active};
    QHash<CallId, CardExtras> extras;
    QuietDigest digest;
    QTimer look;
    QPoint pointer;
    int still{};
    std::vector<std::unique_ptr<CardStack>> stacks;
};

void Popup::Private::listen(CardStack &stack)
{
    QObject::connect(&stack, &CardStack::wished, &q, [this](const CardWish &wish, const Card &card) { onWish(wish, card); });
    QObject::connect(&stack, &CardStack::hovered, &q, &Popup::hovered);
    QObject::connect(&stack, &CardStack::painted, &q, &Popup::painted);
    QObject::connect(&stack, &CardStack::replySent, &q, &Popup::replySent);
    QObject::connect(&stack, &CardStack::templateKept, &q, &Popup::templateKept);
    QObject::connect(&stack, &CardStack::templateDropped, &q, &Popup::templateDropped);
    QObject::connect(&stack, &CardStack::openCustomer, &q, &Popup::openCustomer);
    QObject::connect(&stack, &CardStack::callBackInOrder, &q, &Popup::callBackInOrder);
    QObject::connect(&stack, &CardStack::showMissed, &q, &Popup::showMissed);
}

void Popup::Private::onWish(const CardWish &wish, const Card &card)
{
    switch (wish.wish) {
    case Wish::OpenCustomer:
        if (card.who.facts.size() > 1)
            Q_EMIT
        q.chosen(wish.call, wish.customer); // opening one of several is the choice
        Q_EMIT
        q.openCustomer(wish.customer);
        break;
    case Wish::OpenInCrm:
        Q_EMIT
        q.openInCrm(wish.customer);
        break;
    case Wish::CopyNumber:
        Q_EMIT
        q.copyNumber(card.call.remote);
        break;
    case Wish::AddCustomer:
        Q_EMIT
        q.addCustomer(wish.call, card.call.remote);
        break;
    case Wish::LinkExisting:
    case Wish::NoneOfThese:
    case Wish::MoreChoices:
        Q_EMIT
        q.linkExisting(wish.call, card.call.remote);
        break;
    case Wish::CallBack:
        Q_EMIT
        q.callBack(wish.call, card.call.remote);
        break;
    case Wish::Remind:
        Q_EMIT
        q.remindRequested(wish.call);
        break;
    case Wish::Choose:
        Q_EMIT
        q.chosen(wish.call, wish.customer);
        break;
    case Wish::UndoChoice:
        Q_EMIT
        q.choiceUndone(wish.call);
        break;
    case Wish::CancelCall:
        Q_EMIT
        q.cancelCall(wish.call);
        break;
    case Wish::Action:
        Q_EMIT
        q.actionRequested(wish.call, wish.text);
        break;
    case Wish::FindTransfer:
        Q_EMIT
        q.transferSearched(wish.call, wish.text);
        break;
    case Wish::Transfer:
        Q_EMIT
        q.transferRequested(wish.call, wish.text);
        break;
    case Wish::Outcome:
        remember(wish.call, [&wish](CardExtras &known) { known.outcome = wish.text; });
        Q_EMIT
        q.outcomeChosen(wish.call, wish.text);
        break;
    case Wish::Promise:
        Q_EMIT
        q.promiseRequested(wish.call, wish.text, wish.days);
        break;
    case Wish::EditNote:
        remember(wish.call, [&wish](CardExtras &known) {
            known.note = wish.text;
            known.noteSaved = false;
        });
        Q_EMIT
        q.noteChanged(wish.call, wish.text);
        break;
    case Wish::Pin:
        Q_EMIT
        q.pinned(wish.call, true);
        break;
    case Wish::Unpin:
        Q_EMIT
        q.pinned(wish.call, false);
        break;
    case Wish::Dismiss:
        Q_EMIT
        q.dismissed(wish.call);
        break;
    case Wish::Note:
    case Wish::LeaveKeyboard:
    case Wish::CardAbove:
    case Wish::CardBelow:
        break; // the stack's own
    }
}

Popup::Popup(const Clock &clock, QObject *parent) : QObject(parent), d(std::make_unique<Private>(*this, clock, nullptr)) {}

Popup::Popup(const Clock &clock, CardPlatform &platform, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, clock, &platform))
{
}

Popup::~Popup() = default;

void Popup::prepare()
{
    d->settleScreens();
    d->stackAt(0).prepare();
}

void Popup::setOptions(const CardOptions &options)
{
    d->options = options;
    for (const auto &stack : d->stacks)
        stack->setOptions(options);
}

void Popup::setCorner(PopupCorner corner)
{
    d->corner = corner;
    for (const auto &stack : d->stacks)
        stack->setCorner(corner);
}

void Popup::setScreen(PopupScreen screen)
{
    d->screen = screen;
    if (screen == PopupScreen::All)
        return;
    for (size_t i = 1; i < d->stacks.size(); ++i)
        d->stacks[i]->closeAll();
}

void Popup::show(const Card &card)
{
    const size_t count = d->settleScreens();
    for (size_t i = 0; i < count; ++i)
        d->stackAt(i).show(card, d->extras.value(card.call.id));
}

void Popup::update(const Card &card)
{
    for (const auto &stack : d->stacks)
        stack->update(card, d->extras.value(card.call.id));
}

void Popup::rename(const CallId &from, const CallId &into)
{
    CardExtras known = d->extras.take(from);
    if (const auto other = d->extras.constFind(into); other != d->extras.constEnd()) {
        CardExtras both = *other;
        both.note = joinedNotes(other->note, known.note);
        both.noteSaved &= known.note.isEmpty() || both.note == other->note;
        if (both.outcome.isEmpty())
            both.outcome = known.outcome;
        known = both;
    }
    d->extras.insert(into, known);
    for (const auto &stack : d->stacks)
        stack->rename(from, into, known);
}

void Popup::close(const CallId &id)
{
    d->extras.remove(id);
    for (const auto &stack : d->stacks)
        stack->close(id);
}

void Popup::apply(const Changes &changes)
{
    const size_t count = d->settleScreens();
    for (size_t i = 0; i < d->stacks.size(); ++i)
        d->stacks[i]->holdStill(true);
    for (const CallId &id : changes.closed)
        close(id);
    for (const Card &card : changes.changed)
        update(card);
    for (const Card &card : changes.opened) {
        for (size_t i = 0; i < count; ++i)
            d->stackAt(i).show(card, d->extras.value(card.call.id));
    }
    for (size_t i = 0; i < d->stacks.size(); ++i)
        d->stacks[i]->holdStill(false);
}

void Popup::closeAll()
{
    d->extras.clear();
    d->look.stop();
    for (const auto &stack : d->stacks)
        stack->closeAll();
}

void Popup::setExtras(const CallId &id, const CardExtras &extras)
{
    d->extras.insert(id, extras);
    for (const auto &stack : d->stacks)
        stack->setExtras(id, extras);
}

CardExtras Popup::extras(const CallId &id) const
{
    return d->extras.value(id);
}

void Popup::showText(const TextToast &toast)
{
    const size_t count = d->settleScreens();
    for (size_t i = 0; i < count; ++i)
        d->stackAt(i).showText(toast);
}

void Popup::closeText(const MessageId &message)
{
    for (const auto &stack : d->stacks)
        stack->closeText(message);
}

void Popup::setTemplates(const QStringList &templates)
{
    for (const auto &stack : d->stacks)
        stack->setTemplates(templates);
}

void Popup::setDigest(const QuietDigest &digest, bool atOnce)
{
    d->digest = digest;
    if (digest.calls.isEmpty() && digest.texts.isEmpty()) {
        d->look.stop();
        return;
    }
    if (atOnce) {
        d->showDigest();
        return;
    }
    d->pointer = QCursor::pos();
    d->still = 0;
    d->look.start();
}

bool Popup::takeKeyboard()
{
    for (const auto &stack : d->stacks) {
        if (stack->hasKeyboard()) {
            stack->leaveKeyboard();
            return true;
        }
    }
    for (const auto &stack : d->stacks) {
        if (stack->takeKeyboard())
            return true;
    }
    return false;
}

int Popup::count() const
{
    return d->stacks.empty() ? 0 : d->stacks.front()->count();
}

} // namespace callcard::ui
