#include "callcard_p.h"

#include <callcard/clock.h>
#include <callcard/ui/chip.h>
#include <callcard/ui/controls.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>

#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QTimerEvent>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kGlowHeight = 2;
constexpr int kGlowTick = 50;
} // namespace

CallCard::Private::Private(CallCard &owner, const Clock &time)
    : q(owner)
    , clock(time)
    , band(new CardBand(time, &owner))
    , identity(new CardIdentity(time, &owner))
    , choices(new ChoiceList(&owner))
    , memory(new MemoryBox(&owner))
    , legs(new LegsRow(&owner))
    , note(new NotePanel(&owner))
    , transfer(new TransferPanel(&owner))
    , actions(new ActionRow(&owner))
    , compact(new CompactFace(time, &owner))
    , small(plainButton({}, {}, &owner))
    , more(iconButton(u"more"_s, CallCard::tr("More actions"), &owner))
{
    small->setObjectName(u"small"_s);
    small->setFocusPolicy(Qt::TabFocus);
    more->setObjectName(u"moreSmall"_s);
    compact->setAttribute(Qt::WA_TransparentForMouseEvents);

    QObject::connect(band, &CardBand::pinToggled, &q, [this](bool pinned) { wish(pinned ? Wish::Pin : Wish::Unpin); });
    QObject::connect(band, &CardBand::closeClicked, &q, [this] { wish(Wish::Dismiss); });
    QObject::connect(actions, &ActionRow::pressed, &q, [this](const CardButton &button) { press(button); });
    QObject::connect(actions, &ActionRow::menuClosed, &q, &CallCard::menuClosed);
    QObject::connect(small, &QPushButton::clicked, &q, [this] {
        if (face.small && !face.buttons.isEmpty())
            press(face.buttons.first());
        else
            openNote(Qt::OtherFocusReason);
    });
    QObject::connect(more, &QToolButton::clicked, &q, [this] { actions->openMenu(more); });
    QObject::connect(choices, &ChoiceList::chosen, &q, [this] {
        nameSelected();
        wish(Wish::Choose);
    });
    QObject::connect(choices, &ChoiceList::moreRequested, &q, [this] { wish(Wish::MoreChoices); });
    QObject::connect(note, &NotePanel::edited, &q, [this](const QString &text) { wish(Wish::EditNote, text); });
    QObject::connect(note, &NotePanel::outcomeChosen, &q, [this](const QString &outcome) { wish(Wish::Outcome, outcome); });
    QObject::connect(note, &NotePanel::promised, &q, [this](const QString &text, int days) {
        Q_EMIT
        q.wished({.wish = Wish::Promise, .call = card.call.id, .customer = customer().value_or(CustomerId()), .text = text, .days = days});
    });
    QObject::connect(note, &NotePanel::heightChanged, &q, [this] { relayout(); });
    QObject::connect(note, &NotePanel::keyboardWanted, &q, &CallCard::keyboardWanted);
    QObject::connect(note, &NotePanel::writingChanged, &q, &CallCard::handChanged);
    QObject::connect(transfer, &TransferPanel::searched, &q, [this](const QString &text) { wish(Wish::FindTransfer, text); });
    QObject::connect(transfer, &TransferPanel::chosen, &q, [this](const QString &target) {
        if (isGuarded())
            return;
        closeTransfer();
        wish(Wish::Transfer, target);
    });
    QObject::connect(transfer, &TransferPanel::closeWished, &q, [this] { closeTransfer(); });
    QObject::connect(transfer, &TransferPanel::heightChanged, &q, [this] { relayout(); });
    QObject::connect(transfer, &TransferPanel::keyboardWanted, &q, &CallCard::keyboardWanted);
    QObject::connect(transfer, &TransferPanel::typingChanged, &q, &CallCard::handChanged);
    QObject::connect(note, &NotePanel::key, &q, [this](QKeyEvent *event) { handleKey(*event); });
}

CallCard::CallCard(const Clock &clock, QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(*this, clock))
{
    speakAsNews(this); // the timer tells nothing: nobody wants each second read out
    setFocusPolicy(Qt::ClickFocus);
    setAttribute(Qt::WA_AlwaysShowToolTips);
    // The guard stands before every part that can be clicked.
    for (QWidget *part : findChildren<QWidget *>())
        part->installEventFilter(this);
}

CallCard::~CallCard()
{
    d->transfer->disconnect(this);
    d->note->disconnect(this); // the field loses the focus when the card is half gone
}

void CallCard::setOptions(const CardOptions &options)
{
    d->options = options;
    d->settleOutcomes();
    if (d->filled)
        d->refresh(false);
}

void CallCard::setCard(const Card &card, const CardExtras &extras)
{
    const bool fresh = !d->filled || card.call.id != d->card.call.id;
    const StateLook before = d->face.look;
    const bool wasLive = !fresh && d->card.call.isLive();
    QList<Wish> offered;
    for (const CardButton &button : d->face.buttons)
        offered += button.wish;
    if (fresh) {
        d->noteOpen = false;
        d->transferOpen = false;
    } else if (wasLive && !card.call.isLive() && d->showsNotes() && (isWriting() || !d->note->text().trimmed().isEmpty()))
        d->noteOpen = true; // the call is over, the sentence is not
    const bool keep = d->noteOpen && wasLive && !card.call.isLive();
    d->card = card;
    d->extras = extras;
    d->filled = true;
    d->refresh(fresh);

    QList<Wish> offers;
    for (const CardButton &button : d->face.buttons)
        offers += button.wish;
    if (fresh || before != d->face.look || offered != offers)
        restartGuard();
    if (isVisible() && (fresh || before != d->face.look))
        announce(this);
    if (keep)
        d->wish(Wish::Pin);
}

void CallCard::setExtras(const CardExtras &extras)
{
    if (extras == d->extras)
        return;
    const bool onlyNote = extras.actions == d->extras.actions && extras.transfer == d->extras.transfer &&
                          extras.recording == d->extras.recording && extras.legs == d->extras.legs &&
                          extras.cancellable == d->extras.cancellable && extras.typeAfter == d->extras.typeAfter;
    d->extras = extras;
    if (onlyNote) // comes back for every keystroke
        d->note->setContent(extras, false);
    else
        d->refresh(false);
}

void CallCard::rename(const CallId &into)
{
    d->card.call.id = into;
}

const Card &CallCard::card() const
{
    return d->card;
}

void CallCard::setForm(CardForm form)
{
    if (form == d->form)
        return;
    d->form = form;
    restartGuard();
    d->relayout();
}

CardForm CallCard::form() const
{
    return d->form;
}

void CallCard::setHeightLimit(int height)
{
    if (height == d->heightLimit)
        return;
    d->heightLimit = height;
    d->relayout();
}

void CallCard::setHovered(bool hovered)
{
    d->hovered = hovered;
    d->settleGlow();
}

bool CallCard::isWriting() const
{
    return (d->note->isVisibleTo(this) && d->note->isWriting()) || (d->transferOpen && d->transfer->isTyping());
}

bool CallCard::isNoteOpen() const
{
    return d->noteOpen;
}

bool CallCard::isMenuOpen() const
{
    return d->actions->isMenuOpen();
}

void CallCard::restartGuard()
{
    d->guardFrom = d->clock.monotonic();
}

QSize CallCard::sizeHint() const
{
    return d->size;
}

void CallCard::Private::refresh(bool fresh)
{
    face = faceOf(card, options, extras, clock.now());
    const auto isTransfer = [](const CardAction &action) { return action.id == "transfer"_L1; };
    if (transferOpen && std::none_of(extras.actions.cbegin(), extras.actions.cend(), isTransfer))
        closeTransfer(); // the call is over, or cannot be handed on any more
    band->setFace(face);
    band->setPinned(card.pinned);
    identity->setFace(face, options.times);
    compact->setFace(face);
    memory->setFace(face);
    legs->setFace(face);
    const CardChoice *kept = choices->selected();
    choices->setChoices(face.choices, fresh || !kept ? CustomerId() : kept->customer);
    settleOutcomes();
    note->setContent(extras, fresh);
    transfer->setOffer(extras.transfer);
    actions->setButtons(face.buttons, face.primary, face.menu);
    nameSelected();
    q.setAccessibleName(face.spoken);
    if (fresh || face.afterglow)
        glowFrom = clock.monotonic();
    settleGlow();
    relayout();
    q.update();
}

void CallCard::Private::settleOutcomes()
{
    if (!note->setOutcomes(outcomesOf(options, card.call.source)))
        return;
    for (QWidget *chip : note->findChildren<Chip *>())
        chip->installEventFilter(&q);
}

void CallCard::Private::nameSelected()
{
    if (const CardChoice *selected = choices->selected(); selected && !face.buttons.isEmpty())
        actions->setPrimaryText(CallCard::tr("Open %1").arg(selected->name));
}

std::optional<CustomerId> CallCard::Private::customer() const
{
    if (const CardChoice *selected = choices->selected())
        return selected->customer;
    const Customer *known = knownCustomer(card);
    return known ? std::optional(known->id) : std::nullopt;
}

bool CallCard::Private::isGuarded() const
{
    return clock.monotonic() - guardFrom < std::chrono::milliseconds(motion::clickGuard);
}

void CallCard::Private::wish(Wish wish, const QString &text)
{
    Q_EMIT
    q.wished({.wish = wish, .call = card.call.id, .customer = customer().value_or(CustomerId()), .text = text});
}

void CallCard::Private::press(const CardButton &button)
{
    if (button.wish == Wish::Note)
        openNote(keyboard ? Qt::ShortcutFocusReason : Qt::OtherFocusReason);
    else if (button.wish == Wish::Action && button.id == "transfer"_L1)
        openTransfer();
    else
        wish(button.wish, button.id);
}

void CallCard::Private::openNote(Qt::FocusReason reason)
{
    if (options.screenShared)
        return;
    if (!noteOpen && !face.writesNotes)
        noteOpen = true;
    form = CardForm::Full;
    relayout();
    wish(Wish::Note);
    Q_EMIT
    q.keyboardWanted();
    note->startWriting(reason);
}

/// Somebody pressed it, so the keyboard may follow.
void CallCard::Private::openTransfer()
{
    if (options.screenShared)
        return;
    transferOpen = true;
    form = CardForm::Full;
    transfer->clear();
    wish(Wish::FindTransfer);
    q.restartGuard();
    relayout();
    Q_EMIT
    q.keyboardWanted();
    transfer->startTyping(Qt::OtherFocusReason);
}

void CallCard::Private::closeTransfer()
{
    if (!std::exchange(transferOpen, false))
        return;
    relayout();
    q.setFocus(Qt::OtherFocusReason);
    Q_EMIT
    q.handChanged();
}

double CallCard::Private::glowLeft() const
{
    if (hovered || options.endedStays.count() <= 0)
        return 1;
    const double passed = static_cast<double>((clock.monotonic() - glowFrom).count());
    return std::clamp(1 - passed / static_cast<double>(options.endedStays.count()), 0.0, 1.0);
}

void CallCard::Private::settleGlow()
{
    if (hovered)
        glowFrom = clock.monotonic(); // starts again when the pointer has left, as the card's own time does
    const bool moves = face.afterglow && !noteOpen && !hovered && q.isVisible() && Theme::current().duration(1) > 0;
    if (!moves)
        glow.stop();
    else if (!glow.isActive())
        glow.start(kGlowTick, &q);
}

void CallCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    if (!d->face.afterglow || d->noteOpen || d->card.pinned || theme.reducedMotion || d->form == CardForm::Compact)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath corners;
    const qreal round = theme.compositing ? radius::card - 1 : 0;
    corners.addRoundedRect(rect(), round, round);
    painter.setClipPath(corners);
    const int length = static_cast<int>(width() * d->glowLeft());
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    painter.fillRect(QRect(mirrored ? width() - length : 0, height() - kGlowHeight, length, kGlowHeight), theme.color.borderStrong);
}

void CallCard::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != d->glow.timerId())
        return QWidget::timerEvent(event);
    update(0, height() - kGlowHeight, width(), kGlowHeight);
    if (d->glowLeft() <= 0)
        d->glow.stop();
}

void CallCard::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    restartGuard();
    d->glowFrom = d->clock.monotonic();
    d->settleGlow();
    if (d->filled)
        announce(this, true);
}

void CallCard::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    d->glow.stop();
}

void CallCard::changeEvent(QEvent *event)
{
    if ((event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) && d->filled)
        d->refresh(false);
    QWidget::changeEvent(event);
}

} // namespace callcard::ui
