#include "registry.h"

#include <callcard/testing/fakeclock.h>
#include <callcard/ui/callcard.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/toasts.h>

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QToolButton>

using namespace callcard;
using namespace callcard::gallery;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

namespace {
const QDateTime kNow(QDate(2026, 11, 20), QTime(19, 15, 7), Qt::UTC); // 2:15 PM in Toronto

testing::FakeClock &clock()
{
    static testing::FakeClock clock(kNow);
    return clock;
}

CardOptions options()
{
    CardOptions options;
    options.ownEmail = u"rep@example.com"_s;
    options.lines = {u"Sales Toronto"_s, u"Main number"_s, u"Support"_s};
    options.outcomes = {u"Interested"_s, u"Order placed"_s, u"Call again"_s, u"Not now"_s};
    options.crm = true;
    options.times = TimeTexts(QLocale(), QTimeZone("America/Toronto"));
    return options;
}

/// Where a card's window would be: surface, border, shadow.
class Frame final : public QWidget
{
public:
    explicit Frame(QWidget *body, qreal corner = radius::card) : m_body(body), m_corner(corner)
    {
        body->setParent(this);
        place();
    }
    QSize sizeHint() const override { return m_body->sizeHint() + QSize(2 * kAround, 2 * kAround); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), Theme::current().color.wall);
        drawFloating(painter, rect().adjusted(kAround - 1, kAround - 1, 1 - kAround, 1 - kAround), Theme::current().color.surface,
                     m_corner);
    }
    void resizeEvent(QResizeEvent *) override { place(); }

private:
    static constexpr int kAround = size::cardShadowMargin + 1;
    void place() { m_body->setGeometry(QRect(QPoint(kAround, kAround), m_body->sizeHint())); }
    QWidget *m_body;
    qreal m_corner;
};

Customer sarah()
{
    Customer customer;
    customer.id = CustomerId(u"c-17"_s);
    customer.name = u"Sarah Lindqvist"_s;
    customer.company = u"Northlight Coffee Roasters"_s;
    customer.ownerEmail = u"rep@example.com"_s;
    customer.customerSince = QDate(2019, 3, 1);
    customer.salesThisYearCents = 4'820'000;
    return customer;
}

Customer customer(const QString &id, const QString &name, const QString &company)
{
    Customer customer;
    customer.id = CustomerId(id);
    customer.name = name;
    customer.company = company;
    return customer;
}

Card ringing(const QString &number = u"+14165550142"_s, int seconds = 7)
{
    Card card;
    card.call.id = CallId(u"demo:1"_s);
    card.call.startedAt = kNow.addSecs(-seconds);
    card.call.remote.number = PhoneNumber::fromE164(number);
    card.call.lineName = u"Sales Toronto"_s;
    return card;
}

Card exact()
{
    Card card = ringing();
    card.who.facts = {{.customer = sarah(), .confidence = Confidence::Exact}};
    card.memory.promise = Promise{.text = u"Send the freight quote"_s, .due = QDate(2026, 11, 20)};
    card.memory.lastNote = u"Wants 40 cases before December, waiting on freight."_s;
    card.memory.lastCallAt = kNow.addDays(-3);
    card.memory.lastCallBy = u"rep@example.com"_s;
    card.memory.lastTalk = std::chrono::minutes(6);
    return card;
}

Card several(int more = 0)
{
    Card card = ringing(u"+19055550117"_s, 3);
    card.who.facts = {{.customer = customer(u"c-1"_s, u"Tom Haldane"_s, u"Haldane & Sons"_s),
                       .reason = RankReason::PickedLastTime,
                       .reasonTime = kNow.addDays(-17)},
                      {.customer = customer(u"c-2"_s, u"Greta Alvén"_s, u"Haldane & Sons"_s),
                       .reason = RankReason::OtherExtension,
                       .reasonText = u"12"_s},
                      {.customer = customer(u"c-3"_s, u"Owen Pruett"_s, u"Pruett Hardware"_s),
                       .reason = RankReason::NoRecentContact,
                       .reasonTime = kNow.addDays(-430)}};
    for (int i = 0; i < more; ++i)
        card.who.facts += Match{.customer = customer(u"c-x%1"_s.arg(i), u"Person %1"_s.arg(i + 4), u"Pruett Hardware"_s)};
    card.who.learned = true;
    return card;
}

Card stranger(bool guess = true)
{
    Card card = ringing(u"+16475550118"_s, 2);
    card.call.lineName = u"Main number"_s;
    card.memory.firstCall = true;
    if (guess)
        card.who.guesses = {{.customer = customer(u"c-9"_s, u"Tidewater Grocers"_s, {}), .confidence = Confidence::Switchboard}};
    return card;
}

Card unasked()
{
    Card card = stranger(false);
    card.who.problem = Error{.kind = ErrorKind::Storage};
    return card;
}

Card withheld()
{
    Card card = ringing({}, 5);
    card.call.withheld = true;
    return card;
}

Card active(CallState state = CallState::Active)
{
    Card card = exact();
    card.call.state = state;
    card.call.answeredAt = kNow.addSecs(-222);
    return card;
}

Card outgoing()
{
    Card card = ringing(u"+15125550173"_s, 11);
    card.call.direction = CallDirection::Outbound;
    card.who.facts = {{.customer = customer(u"c-4"_s, u"Ana Beltrán"_s, u"Casa Beltrán Foods"_s)}};
    card.memory.promise = Promise{.text = u"Confirm the December delivery"_s, .due = QDate(2026, 11, 18)};
    return card;
}

Card ended(EndReason reason, const QString &by = {})
{
    Card card = exact();
    card.call.state = CallState::Ended;
    card.call.reason = reason;
    card.call.answeredBy = by;
    card.call.startedAt = kNow.addSecs(-9);
    card.call.endedAt = kNow;
    return card;
}

Card missed()
{
    Card card = ended(EndReason::Missed);
    card.call.remote.number = PhoneNumber::fromE164(u"+13125550166");
    card.who.facts = {{.customer = customer(u"c-5"_s, u"Marcus Oyelaran"_s, u"Bellweather Supply"_s)}};
    card.call.startedAt = kNow.addSecs(-24);
    card.memory.callsToday = 3;
    return card;
}

CardExtras actions()
{
    CardExtras extras;
    extras.actions = {{u"ignore"_s, u"phone-end"_s, u"Stop ringing here"_s, u"Others can still answer"_s},
                      {u"voicemail"_s, u"voicemail"_s, u"Send to voicemail"_s, u"Ends the ringing for everybody"_s}};
    return extras;
}

QWidget *cardOf(const Card &card, const CardExtras &extras = actions(), CardForm form = CardForm::Full, bool shared = false)
{
    auto *widget = new CallCard(clock());
    CardOptions all = options();
    all.screenShared = shared;
    widget->setOptions(all);
    widget->setForm(form);
    widget->setCard(card, extras);
    return new Frame(widget, form == CardForm::Compact ? 14 : radius::card);
}

QWidget *talking()
{
    CardExtras extras = actions();
    extras.note = u"Freight approved at $310. Ship Monday, she calls the dock ahead."_s;
    extras.noteSaved = true;
    extras.outcome = u"Order placed"_s;
    QWidget *frame = cardOf(active(), extras);
    frame->findChild<QPlainTextEdit *>()->setFocus();
    return frame;
}

QWidget *transferring()
{
    CardExtras extras = actions();
    extras.actions.append(*cardAction(u"transfer"_s));
    QWidget *frame = cardOf(active(), extras);
    auto *card = frame->findChild<CallCard *>();
    frame->findChild<QToolButton *>(u"moreSmall"_s)->click();
    QMenu *menu = frame->findChild<QMenu *>(u"moreMenu"_s);
    const QList<QAction *> offered = menu->actions();
    for (QAction *action : offered) {
        if (action->text().startsWith(cardAction(u"transfer"_s)->name))
            action->trigger();
    }
    menu->close();
    frame->findChild<QLineEdit *>(u"transferTo"_s)->setText(u"da"_s);
    extras.transfer = {.query = u"da"_s,
                       .targets = {{.id = u"102"_s, .name = u"Dana Whitfield"_s, .number = u"extension 102"_s},
                                   {.id = u"+14165550166"_s,
                                    .name = u"Adah Mensah"_s,
                                    .company = u"Northlight Coffee Roasters"_s,
                                    .number = u"(416) 555-0166"_s}}};
    card->setExtras(extras);
    return frame;
}

QWidget *recording()
{
    CardExtras extras = actions();
    extras.recording = true;
    return cardOf(active(), extras);
}

QWidget *dialling()
{
    CardExtras extras = actions();
    extras.legs = CallLegs{.device = u"Your desk phone"_s, .mine = LegState::Up, .theirs = LegState::Ringing};
    extras.cancellable = true;
    return cardOf(outgoing(), extras);
}

QWidget *keyboard()
{
    QWidget *frame = cardOf(exact());
    frame->findChild<CallCard *>()->setKeyboard(true);
    return frame;
}

TextToast toast(const QString &words)
{
    TextToast toast;
    toast.message.text = words;
    toast.message.sentAt = kNow;
    toast.customer = CustomerId(u"c-6"_s);
    toast.name = u"Theo Northcott"_s;
    toast.company = u"Bellweather Supply"_s;
    toast.lineName = u"Sales Toronto"_s;
    toast.canReply = true;
    toast.templates = {u"On my way"_s, u"I will call you back within the hour."_s};
    return toast;
}

QWidget *text(const QString &words)
{
    auto *card = new TextCard(clock());
    card->setToast(toast(words), options());
    return new Frame(card);
}

/// A reply that could not be sent, while others wait.
QWidget *unsentText()
{
    TextToast unsent = toast(u"Can you move us to Thursday?"_s);
    unsent.draft = u"Thursday at ten works for us."_s;
    unsent.problem = u"RingCentral did not answer in time. It may have gone through all the same; check before you repeat it."_s;
    auto *card = new TextCard(clock());
    card->setToast(unsent, options());
    card->setWaiting(2);
    return new Frame(card);
}

QWidget *digest()
{
    QuietDigest digest{.from = kNow.addSecs(-4500), .until = kNow.addSecs(-900)};
    digest.calls = {{.call = missed().call, .customerName = u"Marcus Oyelaran"_s, .times = 3},
                    {.call = ended(EndReason::Voicemail).call, .customerName = u"Priya Raman"_s}};
    digest.texts = {toast(u"Can you move us to Thursday?"_s)};
    auto *card = new DigestCard;
    card->setDigest(digest, options(), kNow);
    return new Frame(card);
}

Card hostile()
{
    Card card = exact();
    card.who.facts.first().customer.name = u"<b>Bold</b> \u202Egnitset & <img src=x> "_s + QString(10'000, u'W');
    card.who.facts.first().customer.company = u"%1 %n <a href=\"x\">link</a> & Co\nsecond line"_s;
    card.memory.lastNote = QString(2000, u'w') + u" <script>"_s;
    return card;
}

const State ringingExact(
    u"popup/card-ringing"_s, [] { return cardOf(exact()); }, true);
const State ringingKeyboard(
    u"popup/card-keyboard"_s, [] { return keyboard(); }, true);
const State ringingSeveral(
    u"popup/card-several"_s, [] { return cardOf(several()); }, true);
const State ringingMany(
    u"popup/card-several-many"_s, [] { return cardOf(several(6)); }, true);
const State newCaller(
    u"popup/card-new-caller"_s, [] { return cardOf(stranger()); }, true);
const State newPlain(
    u"popup/card-new-caller-no-guess"_s, [] { return cardOf(stranger(false)); }, true);
const State unaskedCaller(
    u"popup/card-directory-unreadable"_s, [] { return cardOf(unasked()); }, true);
const State privateCaller(
    u"popup/card-private"_s, [] { return cardOf(withheld()); }, true);
const State onTheCall(
    u"popup/card-active"_s, [] { return talking(); }, true);
const State transfer(
    u"popup/card-transfer"_s, [] { return transferring(); }, true);
const State recorded(
    u"popup/card-recording"_s, [] { return recording(); }, true);
const State onHold(
    u"popup/card-held"_s, [] { return cardOf(active(CallState::Held)); }, true);
const State outgoingCall(
    u"popup/card-outgoing"_s, [] { return dialling(); }, true);
const State answered(
    u"popup/card-answered-elsewhere"_s, [] { return cardOf(ended(EndReason::AnsweredElsewhere, u"Dana"_s)); }, true);
const State hungUp(
    u"popup/card-ended"_s, [] { return cardOf(ended(EndReason::HungUp)); }, true);
const State missedCall(
    u"popup/card-missed"_s, [] { return cardOf(missed()); }, true);
const State compact(
    u"popup/card-compact"_s, [] { return cardOf(exact(), actions(), CardForm::Compact); }, true);
const State compactMissed(
    u"popup/card-compact-missed"_s, [] { return cardOf(missed(), actions(), CardForm::Compact); }, true);
const State small(
    u"popup/card-stacked"_s, [] { return cardOf(exact(), actions(), CardForm::Small); }, true);
const State smallHeld(
    u"popup/card-stacked-held"_s, [] { return cardOf(active(CallState::Held), actions(), CardForm::Small); }, true);
const State shared(
    u"popup/card-screen-shared"_s, [] { return cardOf(exact(), actions(), CardForm::Full, true); }, true);
const State textToast(
    u"popup/card-text"_s, [] { return text(u"Can you move us to Thursday, same dock?"_s); }, true);
const State unsentTextToast(
    u"popup/text-unsent"_s, [] { return unsentText(); }, true);
const State digestCard(
    u"popup/card-digest"_s, [] { return digest(); }, true);
const State hostileNames(
    u"popup/card-hostile-names"_s, [] { return cardOf(hostile()); }, true);
} // namespace
