#include "cards.h"

#include <callcard/testing/fakeclock.h>
#include <callcard/translations.h>
#include <callcard/ui/callcard.h>
#include <callcard/ui/chip.h>
#include <callcard/ui/theme.h>

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace callcard::ui;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {
QList<QAccessible::Event> g_events;

void noteEvent(QAccessibleEvent *event)
{
    if (qobject_cast<CallCard *>(event->object()))
        g_events += event->type();
}

QAbstractButton *button(const CallCard &card, const QString &name)
{
    return card.findChild<QAbstractButton *>(name);
}

/// A card on the screen, its wishes written down, past its guard.
struct Shown {
    FakeClock clock{kStart};
    CallCard card{clock};
    QList<CardWish> wishes;
    QImage image() { return card.grab().toImage(); }

    explicit Shown(const Card &given = ringingCard(), const CardExtras &extras = {}, const CardOptions &options = withOutcomes())
    {
        QObject::connect(&card, &CallCard::wished, &card, [this](const CardWish &wish) { wishes += wish; });
        QObject::connect(&card, &CallCard::sizeChanged, &card, [this] { card.resize(card.sizeHint()); });
        card.setOptions(options);
        card.setCard(given, extras);
        card.show();
        clock.advance(500ms);
    }
    static CardOptions withOutcomes()
    {
        CardOptions options;
        options.outcomes = {u"Interested"_s, u"Order placed"_s, u"Call again"_s};
        options.crm = true;
        return options;
    }
    void click(const QString &name) { QTest::mouseClick(button(card, name), Qt::LeftButton); }
    [[nodiscard]] bool sees(const QString &name) const { return button(card, name) && button(card, name)->isVisible(); }
    [[nodiscard]] QList<Wish> asked() const
    {
        QList<Wish> result;
        for (const CardWish &wish : wishes)
            result += wish.wish;
        return result;
    }
};
} // namespace

class tst_CallCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(installTranslations(*QCoreApplication::instance(), QLocale(u"en_US"_s)));
        m_keeper = std::make_unique<ThemeKeeper>(*qApp);
    }
    void cleanupTestCase() { m_keeper.reset(); }

    void clicksAreDeafAtFirst_data()
    {
        QTest::addColumn<int>("after");
        QTest::addColumn<bool>("heard");
        QTest::newRow("at once") << 0 << false;
        QTest::newRow("just before") << 399 << false;
        QTest::newRow("just after") << 400 << true;
    }
    void clicksAreDeafAtFirst()
    {
        QFETCH(int, after);
        Shown shown;
        shown.card.hide();
        shown.card.show();
        shown.clock.advance(std::chrono::milliseconds(after));
        shown.click(u"primary"_s);
        QTEST(shown.asked().contains(Wish::OpenCustomer), "heard");
    }

    void aChangedStateIsDeafAgain()
    {
        Shown shown;
        shown.card.setCard(inState(ringingCard(), CallState::Ended, EndReason::Missed));
        shown.click(u"primary"_s); // was Open customer, is Call back
        QTest::keyClick(&shown.card, Qt::Key_Return);
        QCOMPARE(shown.wishes.size(), 0);
        shown.clock.advance(400ms);
        shown.click(u"primary"_s);
        QCOMPARE(shown.asked(), QList{Wish::CallBack});
    }

    void aLateMatchThatChangesTheButtonIsDeafAgain()
    {
        Card stranger = ringingCard();
        stranger.who.facts.clear();
        Shown shown(stranger);
        shown.card.setCard(ringingCard());
        shown.click(u"primary"_s);
        QCOMPARE(shown.wishes.size(), 0);
        shown.clock.advance(400ms);
        // The same again is no change.
        shown.card.setCard(ringingCard());
        shown.click(u"primary"_s);
        QCOMPARE(shown.asked(), QList{Wish::OpenCustomer});
        QCOMPARE(shown.wishes.first().customer, CustomerId(u"c-1"_s));
    }

    void everyStateOffersItsOwn_data()
    {
        QTest::addColumn<Card>("card");
        QTest::addColumn<QString>("primary");
        QTest::addColumn<bool>("note");
        Card stranger = ringingCard();
        stranger.who.facts.clear();
        Card unasked = stranger; // perhaps in the directory: nobody to be added
        unasked.who.problem = Error{.kind = ErrorKind::Storage};
        Card withheld = stranger;
        withheld.call.withheld = true;
        Card outgoing = ringingCard();
        outgoing.call.direction = CallDirection::Outbound;
        QTest::newRow("exact") << ringingCard() << u"Open customer"_s << false;
        QTest::newRow("several") << severalCard() << u"Open Tom Haldane"_s << false;
        QTest::newRow("stranger") << stranger << u"Add customer"_s << false;
        QTest::newRow("not looked up") << unasked << QString() << false;
        QTest::newRow("withheld") << withheld << QString() << false;
        QTest::newRow("outgoing") << outgoing << QString() << true;
        QTest::newRow("active") << inState(ringingCard(), CallState::Active) << QString() << true;
        QTest::newRow("held") << inState(ringingCard(), CallState::Held) << QString() << true;
        QTest::newRow("missed") << inState(ringingCard(), CallState::Ended, EndReason::Missed) << u"Call back"_s << false;
        QTest::newRow("elsewhere") << inState(ringingCard(), CallState::Ended, EndReason::AnsweredElsewhere) << QString() << false;
    }
    void everyStateOffersItsOwn()
    {
        QFETCH(Card, card);
        QFETCH(QString, primary);
        Shown shown(card);
        QCOMPARE(shown.sees(u"primary"_s), !primary.isEmpty());
        if (!primary.isEmpty())
            QCOMPARE(button(shown.card, u"primary"_s)->text(), primary);
        QTEST(shown.card.findChild<QPlainTextEdit *>()->isVisible(), "note");
    }

    void whatIsImpossibleIsAbsent()
    {
        CardOptions options;
        options.canCall = options.canRemind = false;
        Shown shown(inState(ringingCard(), CallState::Ended, EndReason::Missed), {}, options);
        QVERIFY(!shown.sees(u"primary"_s));
        QTest::keyClick(&shown.card, Qt::Key_B);
        QTest::keyClick(&shown.card, Qt::Key_R);
        QCOMPARE(shown.wishes.size(), 0);
    }

    void theTimerMovesNothing()
    {
        Shown shown;
        const QSize size = shown.card.sizeHint();
        QHash<QObject *, QRect> places;
        for (const QWidget *part : shown.card.findChildren<QWidget *>())
            places.insert(const_cast<QWidget *>(part), part->geometry());
        for (const std::chrono::seconds step : {1s, 53s, 540s, 3060s}) {
            shown.clock.advance(step);
            shown.card.repaint();
            QCOMPARE(shown.card.sizeHint(), size);
            for (const QWidget *part : shown.card.findChildren<QWidget *>())
                QCOMPARE(part->geometry(), places.value(const_cast<QWidget *>(part)));
        }
    }

    void theSizeChangesOnlyWithTheState()
    {
        Shown shown;
        QSignalSpy changes(&shown.card, &CallCard::sizeChanged);
        shown.card.setHovered(true);
        shown.card.setKeyboard(true);
        shown.card.setKeyboard(false);
        Card pinned = ringingCard();
        pinned.pinned = true;
        shown.card.setCard(pinned);
        QCOMPARE(changes.size(), 0);
        shown.card.setCard(inState(ringingCard(), CallState::Active));
        QVERIFY(changes.size() > 0);
    }

    void namesAreOnlyText_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("markup") << u"<b>Bold</b><img src=\"file:///etc/hostname\">"_s;
        QTest::newRow("ampersand") << u"R&D &amp; Co"_s;
        QTest::newRow("format") << u"%1 %n %L2 100%"_s;
        QTest::newRow("override") << u"\u202Egnp.exe\u202C \u2066x"_s;
        QTest::newRow("ten thousand") << QString(10'000, u'W');
        QTest::newRow("ten thousand marks") << u"e"_s + QString(10'000, QChar(0x0301));
        QTest::newRow("lines") << u"one\ntwo\r\nthree\u2028four\tfive"_s;
        QTest::newRow("controls") << u"a\u0000b\u0007c"_s;
        QTest::newRow("nothing") << u" \u200B "_s;
        QTest::newRow("right to left") << u"שלום עולם"_s;
    }
    void namesAreOnlyText()
    {
        QFETCH(QString, name);
        Shown reference;
        const QSize size = reference.card.sizeHint();
        Card card = ringingCard();
        card.who.facts.first().customer.name = name;
        card.who.facts.first().customer.company = name;
        card.call.lineName = name;
        card.memory.promise = Promise{.text = name};
        Shown shown(card);
        QCOMPARE(shown.card.sizeHint().width(), size.width());
        QVERIFY(shown.card.sizeHint().height() < 2 * size.height());
        QVERIFY(!shown.image().isNull());
        const QString spoken = shown.card.accessibleName();
        for (const QChar bad : {QChar(0x202E), QChar(0x2066), QChar(u'\n'), QChar(0x2028), QChar(0), QChar(7)})
            QVERIFY(!spoken.contains(bad));
        if (name.contains(u"<b>"_s))
            QVERIFY(spoken.contains(u"<b>Bold</b>"_s));
        if (name.contains(u"%1"_s))
            QVERIFY(spoken.contains(u"%1 %n"_s));
        card.call.remote.name = name; // and the name the network sent
        card.who.facts.clear();
        shown.card.setCard(card);
        QVERIFY(!shown.image().isNull());
    }

    void keysAskForWishes_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<Wish>("wish");
        QTest::newRow("Enter") << int(Qt::Key_Return) << 0 << Wish::OpenCustomer;
        QTest::newRow("Shift+Enter") << int(Qt::Key_Return) << int(Qt::ShiftModifier) << Wish::OpenInCrm;
        QTest::newRow("C") << int(Qt::Key_C) << 0 << Wish::CopyNumber;
        QTest::newRow("N") << int(Qt::Key_N) << 0 << Wish::Note;
        QTest::newRow("R") << int(Qt::Key_R) << 0 << Wish::Remind;
        QTest::newRow("P") << int(Qt::Key_P) << 0 << Wish::Pin;
        QTest::newRow("Del") << int(Qt::Key_Delete) << 0 << Wish::Dismiss;
        QTest::newRow("Esc") << int(Qt::Key_Escape) << 0 << Wish::LeaveKeyboard;
        QTest::newRow("Up") << int(Qt::Key_Up) << 0 << Wish::CardAbove;
        QTest::newRow("Down") << int(Qt::Key_Down) << 0 << Wish::CardBelow;
    }
    void keysAskForWishes()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        Shown shown;
        QTest::keyClick(&shown.card, static_cast<Qt::Key>(key), Qt::KeyboardModifiers::fromInt(modifiers));
        QCOMPARE(shown.wishes.size(), 1);
        QTEST(shown.wishes.first().wish, "wish");
    }

    void digitsChoose()
    {
        Shown shown(severalCard());
        QTest::keyClick(&shown.card, Qt::Key_2);
        QCOMPARE(shown.asked(), QList{Wish::Choose});
        QCOMPARE(shown.wishes.first().customer, CustomerId(u"c-2"_s));
        QCOMPARE(button(shown.card, u"primary"_s)->text(), u"Open Greta Alvén"_s);
        QTest::keyClick(&shown.card, Qt::Key_9); // nobody there
        QTest::keyClick(&shown.card, Qt::Key_Return);
        QCOMPARE(shown.wishes.last().wish, Wish::OpenCustomer);
        QCOMPARE(shown.wishes.last().customer, CustomerId(u"c-2"_s));
        QCOMPARE(shown.wishes.size(), 2);
    }

    void theFifthCustomerIsBehindMore()
    {
        Card card = severalCard();
        for (int i = 0; i < 6; ++i)
            card.who.facts += Match{.customer = customer(u"c-x%1"_s.arg(i), u"Person %1"_s.arg(i))};
        Shown shown(card);
        QCOMPARE(button(shown.card, u"moreChoices"_s)->accessibleName(), u"5 more…"_s);
        shown.click(u"moreChoices"_s);
        QCOMPARE(shown.asked(), QList{Wish::MoreChoices});
    }

    void everyKeystrokeIsTold()
    {
        Shown shown(inState(ringingCard(), CallState::Active));
        auto *note = shown.card.findChild<QPlainTextEdit *>();
        QTest::keyClicks(note, u"Hi C"_s); // letters are letters here, not keys of the card
        QCOMPARE(shown.asked(), (QList{Wish::EditNote, Wish::EditNote, Wish::EditNote, Wish::EditNote}));
        QCOMPARE(shown.wishes.last().text, u"Hi C"_s);
        QTest::keyClick(note, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(shown.wishes.last().wish, Wish::Outcome);
        QCOMPARE(shown.wishes.last().text, u"Order placed"_s);
        QCOMPARE(note->toPlainText(), u"Hi C"_s);
    }

    void aPromiseHasItsDay_data()
    {
        QTest::addColumn<int>("digit");
        QTest::addColumn<int>("days");
        QTest::newRow("today") << 1 << 0;
        QTest::newRow("in a week") << 4 << 7;
        QTest::newRow("without") << 5 << -1;
    }

    void aPromiseHasItsDay()
    {
        QFETCH(const int, digit);
        QFETCH(const int, days);
        Shown shown(inState(ringingCard(), CallState::Active));
        auto *note = shown.card.findChild<QPlainTextEdit *>();
        QTest::keyClicks(note, u"Send it"_s);
        QTest::keyClick(note, Qt::Key_P, Qt::ControlModifier);
        auto *menu = shown.card.findChild<QMenu *>(u"promiseDay"_s);
        QVERIFY(menu);
        QVERIFY(shown.wishes.last().wish != Wish::Promise);
        QTest::keyClick(menu, static_cast<Qt::Key>(Qt::Key_0 + digit));
        QCOMPARE(shown.wishes.last().wish, Wish::Promise);
        QCOMPARE(shown.wishes.last().text, u"Send it"_s);
        QCOMPARE(shown.wishes.last().days, days);
    }

    void anOutcomeCanBeTakenBack()
    {
        Shown shown(inState(ringingCard(), CallState::Active));
        QTest::keyClick(&shown.card, Qt::Key_1);
        QCOMPARE(shown.wishes.last().text, u"Interested"_s);
        QTest::keyClick(&shown.card, Qt::Key_1);
        QCOMPARE(shown.wishes.last().text, QString());
        shown.click(u"outcome3"_s);
        QCOMPARE(shown.wishes.last().text, u"Call again"_s);
    }

    void nothingIsTakenFromUnderTheWritingHand()
    {
        Shown shown(inState(ringingCard(), CallState::Active));
        auto *note = shown.card.findChild<QPlainTextEdit *>();
        QApplication::setActiveWindow(&shown.card);
        note->setFocus();
        QTest::keyClicks(note, u"Frei"_s);
        CardExtras old;
        old.note = u"Fr"_s; // what was stored two keystrokes ago
        shown.card.setExtras(old);
        QCOMPARE(note->toPlainText(), u"Frei"_s);
        // The call ends in the middle of a word: the field stays, and the card with it.
        shown.card.setCard(inState(ringingCard(), CallState::Ended, EndReason::HungUp), old);
        QVERIFY(note->isVisible());
        QCOMPARE(note->toPlainText(), u"Frei"_s);
        QVERIFY(shown.asked().contains(Wish::Pin));
        // Another call starts clean.
        Card other = inState(ringingCard(u"demo:2"_s), CallState::Active);
        shown.card.setCard(other, {});
        QCOMPARE(note->toPlainText(), QString());
    }

    void whatWasAddedElsewhereJoinsTheWritingHand_data()
    {
        QTest::addColumn<QString>("all");
        QTest::newRow("before") << u"From the queue\nFrei"_s;
        QTest::newRow("behind") << u"Frei\nFrom the queue"_s;
    }

    void whatWasAddedElsewhereJoinsTheWritingHand()
    {
        QFETCH(const QString, all);
        Shown shown(inState(ringingCard(), CallState::Active));
        auto *note = shown.card.findChild<QPlainTextEdit *>();
        QApplication::setActiveWindow(&shown.card);
        note->setFocus();
        QTest::keyClicks(note, u"Frei"_s);
        CardExtras extras;
        extras.note = all;
        shown.card.setExtras(extras);
        QCOMPARE(note->toPlainText(), all);
        QTest::keyClicks(note, u"tag"_s);
        QCOMPARE(note->toPlainText(), QString(all).replace(u"Frei"_s, u"Freitag"_s));
    }

    /// A service that takes only its own words is told no other.
    void aServiceHasItsOwnOutcomes()
    {
        Card card = inState(ringingCard(), CallState::Active);
        Shown shown(card);
        CardOptions options;
        options.outcomes = {u"Interested"_s, u"Not now"_s};
        options.theirOutcomes = {{u"justcall"_s, {u"Sales: Won"_s}}, {u"silent"_s, {}}};
        shown.card.setOptions(options);
        const auto words = [&shown] {
            QStringList all;
            for (const Chip *chip : shown.card.findChildren<Chip *>()) {
                if (chip->objectName().startsWith(u"outcome"_s) && chip->isVisible())
                    all.append(chip->text());
            }
            return all;
        };
        QCOMPARE(words(), options.outcomes);
        card.call.id = CallId(u"justcall:1"_s);
        card.call.source = u"justcall"_s;
        shown.card.setCard(card);
        QCOMPARE(words(), QStringList{u"Sales: Won"_s});
        card.call.id = CallId(u"silent:1"_s);
        card.call.source = u"silent"_s;
        shown.card.setCard(card);
        QCOMPARE(words(), QStringList());
    }

    void aBookIsNoNote()
    {
        Shown shown(inState(ringingCard(), CallState::Active));
        auto *note = shown.card.findChild<QPlainTextEdit *>();
        note->insertPlainText(QString(100'000, u'x'));
        QVERIFY(note->toPlainText().size() <= 20'000);
        QVERIFY(shown.card.sizeHint().height() < 600);
    }

    void aSharedScreenShowsNothing()
    {
        CardOptions options = Shown::withOutcomes();
        options.screenShared = true;
        Card card = ringingCard();
        card.memory.lastNote = u"secret"_s;
        Shown shown(card, {}, options);
        QVERIFY(!shown.card.accessibleName().contains(u"Sarah"_s));
        QVERIFY(!shown.sees(u"primary"_s));
        QTest::keyClick(&shown.card, Qt::Key_N);
        QVERIFY(!shown.card.findChild<QPlainTextEdit *>()->isVisible());
    }

    void theScreenReaderHearsTheSentence()
    {
        QAccessible::setActive(true);
        const auto before = QAccessible::installUpdateHandler(noteEvent);
        g_events.clear();
        Shown shown;
        const bool heard = QAccessible::isActive(); // not every platform has somebody to tell
        if (heard)
            QVERIFY(g_events.contains(QAccessible::Alert));
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&shown.card);
        QVERIFY(spoken);
        QVERIFY(spoken->role() == QAccessible::AlertMessage || spoken->role() == QAccessible::Notification); // by what the desktop reads
        QCOMPARE(spoken->text(QAccessible::Name), u"Incoming call, Sarah Lindqvist, Northlight, exact match, on Sales Toronto"_s);
        QCOMPARE(button(shown.card, u"primary"_s)->accessibleName(), u"Open customer Sarah Lindqvist"_s);
        g_events.clear();
        shown.clock.advance(5s);
        shown.card.repaint();
        QCOMPARE(g_events.count(QAccessible::Alert), 0);
        Card ended = inState(ringingCard(), CallState::Ended, EndReason::AnsweredElsewhere);
        ended.call.answeredBy = u"Dana"_s;
        shown.card.setCard(ended);
        if (heard)
            QCOMPARE(g_events.count(QAccessible::Alert), 1);
        QCOMPARE(shown.card.accessibleName(), u"Answered by Dana"_s);
        QAccessible::installUpdateHandler(before);
    }

    /// What is painted is heard on the way through the card as well, and a running timer is told to whoever asks.
    void everyPartSpeaks()
    {
        Card card = ringingCard();
        card.memory.promise = Promise{.text = u"Send the freight quote"_s, .due = kStart.date()};
        card.memory.lastNote = u"Wants 40 cases"_s;
        Shown shown(card);
        const auto said = [&shown] {
            QString all;
            for (QWidget *part : shown.card.findChildren<QWidget *>()) {
                QAccessibleInterface *heard = part->isVisible() ? QAccessible::queryAccessibleInterface(part) : nullptr;
                if (heard && heard->role() == QAccessible::StaticText)
                    all += heard->text(QAccessible::Name) + u'\n';
            }
            return all;
        };
        for (const QString &word : {u"Sarah Lindqvist"_s, u"Send the freight quote"_s, u"Wants 40 cases"_s, u"Sales Toronto"_s})
            QVERIFY2(said().contains(word), qPrintable(said()));
        const QString before = said();
        shown.clock.advance(5s);
        QVERIFY(said() != before);
    }

    void theMenuHasWhatTheProviderCanDo()
    {
        CardExtras extras;
        extras.actions = {{u"ignore"_s, u"phone-end"_s, u"Stop & go"_s, u"The caller keeps hearing it ring"_s}};
        Shown shown(ringingCard(), extras);
        shown.click(u"more"_s);
        auto *menu = shown.card.findChild<QMenu *>(u"moreMenu"_s);
        QVERIFY(menu && menu->isVisible());
        QCOMPARE(menu->actions().first()->text(), u"Stop && go\nThe caller keeps hearing it ring"_s);
        menu->actions().first()->trigger();
        QCOMPARE(shown.wishes.last().wish, Wish::Action);
        QCOMPARE(shown.wishes.last().text, u"ignore"_s);
        menu->hide();
    }

    void aCallIsHandedToWhomWasChosen()
    {
        CardExtras extras;
        extras.actions = {*cardAction(u"transfer"_s), *cardAction(u"start-recording"_s)};
        Shown shown(inState(ringingCard(), CallState::Active), extras);
        const auto openTransfer = [&shown] {
            shown.click(u"moreSmall"_s);
            for (QAction *action : shown.card.findChild<QMenu *>(u"moreMenu"_s)->actions()) {
                if (action->text().contains(u"Transfer"_s))
                    action->trigger();
            }
            shown.card.findChild<QMenu *>(u"moreMenu"_s)->close();
        };
        auto *field = shown.card.findChild<QLineEdit *>(u"transferTo"_s);
        QVERIFY(!field->isVisible());
        openTransfer();
        QVERIFY(field->isVisible() && !shown.card.findChild<QPlainTextEdit *>(u"note"_s)->isVisible());
        shown.clock.advance(500ms);
        QTest::keyClicks(field, u"da"_s);
        QCOMPARE(shown.wishes.last().wish, Wish::FindTransfer);
        QCOMPARE(shown.wishes.last().text, u"da"_s);
        QTest::keyClick(field, Qt::Key_Return); // nobody stands there yet
        QVERIFY(!shown.asked().contains(Wish::Transfer));

        extras.transfer = {.query = u"d"_s, .targets = {{.id = u"101"_s, .name = u"Dora"_s}}}; // of another text
        shown.card.setExtras(extras);
        QVERIFY(!shown.sees(u"transferRow1"_s));
        extras.transfer = {.query = u"da"_s,
                           .targets = {{.id = u"102"_s, .name = u"Dana Hale"_s, .number = u"extension 102"_s},
                                       {.id = u"+13035550187"_s, .name = u"Dan <b>Ray</b>"_s, .number = u"(303) 555-0187"_s}}};
        shown.card.setExtras(extras);
        QVERIFY(shown.sees(u"transferRow2"_s) && !shown.sees(u"transferRow3"_s));
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(shown.wishes.last().wish, Wish::Transfer);
        QCOMPARE(shown.wishes.last().text, u"+13035550187"_s);
        QVERIFY(!field->isVisible()); // once

        openTransfer();
        QVERIFY(field->isVisible() && field->text().isEmpty());
        shown.click(u"transferClose"_s); // in its first 400 ms
        QVERIFY(field->isVisible());
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isVisible() && shown.card.findChild<QPlainTextEdit *>(u"note"_s)->isVisible());
        openTransfer();
        shown.card.setCard(inState(ringingCard(), CallState::Ended, EndReason::HungUp)); // over: nothing to hand on
        QVERIFY(!field->isVisible());
    }

    void aRecordingIsSaid()
    {
        CardExtras extras;
        extras.recording = true;
        const Shown shown(inState(ringingCard(), CallState::Active), extras);
        QVERIFY2(shown.card.accessibleName().contains(u"Recording"_s), qPrintable(shown.card.accessibleName()));
        QVERIFY(cardAction(u"stop-recording"_s)->name != cardAction(u"start-recording"_s)->name);
    }

    void aLowScreenDropsFactsFirst()
    {
        Card card = ringingCard();
        card.who.facts.first().customer.customerSince = QDate(2019, 1, 1);
        card.memory.lastNote = u"Wants 40 cases"_s;
        Shown shown(card);
        const int whole = shown.card.sizeHint().height();
        shown.card.setHeightLimit(whole - 1);
        const int noFacts = shown.card.sizeHint().height();
        QVERIFY(noFacts < whole);
        shown.card.setHeightLimit(noFacts - 1);
        QVERIFY(shown.card.sizeHint().height() < noFacts);
        shown.card.setHeightLimit(1);
        QVERIFY(shown.sees(u"primary"_s));
    }

    void formsHaveTheirMeasures()
    {
        Shown shown;
        QCOMPARE(shown.card.sizeHint().width(), Theme::current().px(368));
        shown.card.setForm(CardForm::Small);
        QCOMPARE(shown.card.sizeHint().height(), Theme::current().px(36) + Theme::current().px(36) + 28);
        shown.card.setForm(CardForm::Compact);
        QCOMPARE(shown.card.sizeHint(), QSize(Theme::current().px(288), Theme::current().px(56)));
    }

    void rightToLeftMirrors()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        Shown shown;
        QVERIFY(button(shown.card, u"close"_s)->mapTo(&shown.card, QPoint()).x() < 40);
        QVERIFY(button(shown.card, u"primary"_s)->mapTo(&shown.card, QPoint()).x() > 150);
        QVERIFY(!shown.image().isNull());
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

private:
    std::unique_ptr<ThemeKeeper> m_keeper;
};

Q_DECLARE_METATYPE(callcard::ui::Wish)

QTEST_MAIN(tst_CallCard)
#include "tst_callcard.moc"
