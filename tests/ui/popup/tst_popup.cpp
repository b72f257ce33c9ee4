#include "cards.h"

#include <callcard/testing/fakeclock.h>
#include <callcard/ui/callcard.h>
#include <callcard/ui/popup.h>
#include <callcard/ui/theme.h>
#include <callcard/ui/toasts.h>

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace callcard::ui;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {
class RecordingPlatform final : public CardPlatform
{
public:
    void takeKeyboard(QWidget &window) override
    {
        ++taken;
        QApplication::setActiveWindow(&window);
    }
    void returnKeyboard(QWidget &) override
    {
        ++returned;
        QApplication::setActiveWindow(nullptr);
    }
    int taken{};
    int returned{};
};

QList<CallCard *> shownCards()
{
    QList<CallCard *> cards;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        for (CallCard *card : window->findChildren<CallCard *>()) {
            if (window->isVisible())
                cards += card;
        }
    }
    std::sort(cards.begin(), cards.end(), [](const CallCard *a, const CallCard *b) { return a->window()->y() < b->window()->y(); });
    return cards;
}

QStringList shownIds()
{
    QStringList ids;
    for (const CallCard *card : shownCards())
        ids += card->card().call.id.text();
    return ids;
}

QWidget *pill()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *pill = window->findChild<QAbstractButton *>(u"pill"_s); pill && window->isVisible())
            return pill;
    }
    return nullptr;
}

template <typename Widget>
Widget *visible()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *found = window->findChild<Widget *>(); found && window->isVisible())
            return found;
    }
    return nullptr;
}

Card compactCard(const QString &id)
{
    Card card = ringingCard(id);
    card.mode = PopMode::Compact;
    return card;
}

TextToast text(int number, const QString &words)
{
    TextToast toast;
    toast.message.id = MessageId(u"m-%1"_s.arg(number));
    toast.message.text = words;
    toast.name = u"Theo Northcott"_s;
    toast.canReply = true;
    return toast;
}

void hover(QWidget *window, bool on)
{
    QEnterEvent enter(QPointF(20, 20), QPointF(20, 20), QPointF(window->mapToGlobal(QPoint(20, 20))));
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(window, on ? static_cast<QEvent *>(&enter) : &leave);
}
} // namespace

class tst_Popup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_keeper = std::make_unique<ThemeKeeper>(*qApp); }
    void cleanupTestCase() { m_keeper.reset(); }

    void windowsNeverWantTheFocus()
    {
        FakeClock clock(kStart);
        Popup popup(clock);
        popup.show(ringingCard());
        const QWidget *window = shownCards().first()->window();
        QVERIFY(window->testAttribute(Qt::WA_ShowWithoutActivating));
        QVERIFY(window->windowFlags().testFlag(Qt::WindowDoesNotAcceptFocus));
        QVERIFY(window->windowFlags().testFlag(Qt::WindowStaysOnTopHint));
        QVERIFY(window->windowFlags().testFlag(Qt::FramelessWindowHint));
        QCOMPARE(window->windowType(), Qt::ToolTip);
        QVERIFY(!window->testAttribute(Qt::WA_TranslucentBackground)); // no compositor here: black if it were
        QVERIFY(!window->testAttribute(Qt::WA_QuitOnClose));
    }

    void windowsAreReused()
    {
        FakeClock clock(kStart);
        Popup popup(clock);
        popup.prepare();
        QSet<QWidget *> windows;
        for (int i = 0; i < 20; ++i) {
            popup.show(ringingCard(u"demo:%1"_s.arg(i)));
            windows += shownCards().first()->window();
            popup.close(CallId(u"demo:%1"_s.arg(i)));
            QVERIFY(shownCards().isEmpty());
        }
        QCOMPARE(windows.size(), 1);
        QCOMPARE(popup.count(), 0);
    }

    void corners_data()
    {
        QTest::addColumn<PopupCorner>("corner");
        QTest::newRow("top left") << PopupCorner::TopLeft;
        QTest::newRow("top right") << PopupCorner::TopRight;
        QTest::newRow("bottom left") << PopupCorner::BottomLeft;
        QTest::newRow("bottom right") << PopupCorner::BottomRight;
    }
    void corners()
    {
        QFETCH(PopupCorner, corner);
        const bool top = corner == PopupCorner::TopLeft || corner == PopupCorner::TopRight;
        const bool left = corner == PopupCorner::TopLeft || corner == PopupCorner::BottomLeft;
        FakeClock clock(kStart);
        Popup popup(clock);
        popup.setCorner(corner);
        popup.show(compactCard(u"demo:1"_s));
        popup.show(compactCard(u"demo:2"_s));
        const QRect work = QGuiApplication::primaryScreen()->availableGeometry();
        const QList<CallCard *> cards = shownCards();
        QCOMPARE(shownIds(), (QStringList{u"demo:2"_s, u"demo:1"_s})); // newest on top in every corner
        const QRect first = cards.first()->window()->geometry();
        const QRect last = cards.last()->window()->geometry();
        QCOMPARE(last.top() - first.bottom() - 1, 10);
        if (top)
            QCOMPARE(first.top(), work.top() + 16);
        else
            QCOMPARE(last.bottom(), work.bottom() - 16);
        if (left)
            QCOMPARE(first.left(), work.left() + 16);
        else
            QCOMPARE(first.right(), work.right() - 16);
    }

    void threeAndACounter()
    {
        FakeClock clock(kStart);
        Popup popup(clock);
        for (int i = 1; i <= 5; ++i)
            popup.show(compactCard(u"demo:%1"_s.arg(i)));
        QCOMPARE(popup.count(), 5);
        QCOMPARE(shownIds(), (QStringList{u"demo:5"_s, u"demo:4"_s, u"demo:3"_s}));
        QVERIFY(pill());
        QTest::mouseClick(pill(), Qt::LeftButton);
        QCOMPARE(shownIds(), (QStringList{u"demo:2"_s, u"demo:1"_s, u"demo:5"_s}));
        for (int i = 3; i <= 5; ++i)
            popup.close(CallId(u"demo:%1"_s.arg(i)));
        QCOMPARE(shownIds(), (QStringList{u"demo:2"_s, u"demo:1"_s}));
        QVERIFY(!pill());
    }

    void neverHigherThanSixtyPercent()
    {
        FakeClock clock(kStart);
        Popup popup(clock);
        for (int i = 1; i <= 4; ++i) {
            Card card = severalCard();
            card.call.id = CallId(u"demo:%1"_s.arg(i));
            popup.show(card);
        }
        const QList<CallCard *> cards = shownCards();
        QVERIFY(!cards.isEmpty());
        const int bottom = pill() ? pill()->window()->geometry().bottom() : cards.last()->window()->geometry().bottom();
        const QRect work = QGuiApplication::primaryScreen()->availableGeometry();
        QVERIFY2(bottom - cards.first()->window()->y() <= work.height() * 0.6, qPrintable(QString::number(bottom)));
        QCOMPARE(cards.first()->card().call.id, CallId(u"demo:4"_s));
    }

    void theOneUnderThePointerStays()
    {
        FakeClock clock(kStart);
        Popup popup(clock);
        QSignalSpy hovered(&popup, &Popup::hovered);
        popup.show(compactCard(u"demo:1"_s));
        QWidget *window = shownCards().first()->window();
        hover(window, true);
        QCOMPARE(hovered.size(), 1);
        QCOMPARE(shownCards().first()->form(), CardForm::Full); // compact grows
        const QPoint before = window->pos();
        popup.show(compactCard(u"demo:2"_s));
        popup.show(compactCard(u"demo:3"_s));
        QCOMPARE(window->pos(), before);
        for (const CallCard *card : shownCards()) {
            if (card->window() != window)
                QVERIFY(!card->window()->geometry().intersects(window->geometry()));
        }
        hover(window, false);
        QCOMPARE(hovered.size(), 2);
        QCOMPARE(shownIds().first(), u"demo:3"_s);
    }

    void theEndIsTheSameWindowAtOnce()
    {
        FakeClock clock(kStart);
        Popup popup(clock);
        popup.show(ringingCard());
        const QWidget *window = shownCards().first()->window();
        const int before = window->height();
        popup.update(inState(ringingCard(), CallState::Ended, EndReason::AnsweredElsewhere));
        QCOMPARE(shownCards().first()->window(), window);
        QVERIFY(window->height() < before);
        popup.close(ringingCard().call.id);
        QVERIFY(!window->isVisible());
    }

    void wishesBecomeSignals()
    {
        FakeClock clock(kStart);
        Popup popup(clock);
        popup.show(ringingCard());
        clock.advance(500ms);
        CallCard *card = shownCards().first();
        QSignalSpy opened(&popup, &Popup::openCustomer);
        QSignalSpy copied(&popup, &Popup::copyNumber);
        QSignalSpy reminded(&popup, &Popup::remindRequested);
        QSignalSpy pins(&popup, &Popup::pinned);
        QSignalSpy gone(&popup, &Popup::dismissed);
        // As the wiring does: a wish may close the card while it is being heard.
        connect(&popup, &Popup::dismissed, &popup, &Popup::close);
        QTest::keyClick(card, Qt::Key_Return);
        QTest::keyClick(card, Qt::Key_C);
        QTest::keyClick(card, Qt::Key_R);
        QTest::keyClick(card, Qt::Key_P);
        QTest::keyClick(card, Qt::Key_Delete);
        QCOMPARE(opened.value(0).value(0).value<CustomerId>(), CustomerId(u"c-1"_s));
        QCOMPARE(copied.size(), 1);
        QCOMPARE(reminded.size(), 1);
        QCOMPARE(pins.value(0).value(1).toBool(), true);
        QCOMPARE(gone.size(), 1);
        QVERIFY(shownCards().isEmpty());
    }

    void theKeyboardComesAndGoes()
    {
        FakeClock clock(kStart);
        RecordingPlatform platform;
        Popup popup(clock, platform);
        QVERIFY(!popup.takeKeyboard());
        popup.show(ringingCard(u"demo:1"_s));
        popup.show(ringingCard(u"demo:2"_s));
        clock.advance(500ms);
        QCOMPARE(platform.taken, 0);
        QVERIFY(popup.takeKeyboard());
        QCOMPARE(platform.taken, 1);
        QVERIFY(shownCards().at(0)->hasKeyboard());
        QTest::keyClick(shownCards().at(0), Qt::Key_Down);
        QVERIFY(!shownCards().at(0)->hasKeyboard());
        QVERIFY(shownCards().at(1)->hasKeyboard());
        QCOMPARE(shownCards().at(1)->form(), CardForm::Full);
        QTest::keyClick(shownCards().at(1), Qt::Key_Escape);
        QCOMPARE(platform.returned, 1);
        QVERIFY(!shownCards().at(1)->hasKeyboard());
        QCOMPARE(popup.count(), 2); // Esc leaves the card where it is
    }

    /// Below the last card stands the counter: the keyboard turns it over as a click does.
    void theKeyboardReachesThoseBehindTheCounter()
    {
        FakeClock clock(kStart);
        RecordingPlatform platform;
        Popup popup(clock, platform);
        for (int i = 1; i <= 5; ++i)
            popup.show(ringingCard(u"demo:%1"_s.arg(i)));
        clock.advance(500ms);
        QVERIFY(popup.takeKeyboard());
        QStringList visited;
        for (int step = 0; step < 8; ++step) {
            const QList<CallCard *> cards = shownCards();
            const auto owner = std::find_if(cards.begin(), cards.end(), [](const CallCard *card) { return card->hasKeyboard(); });
            QVERIFY(owner != cards.end());
            visited += (*owner)->card().call.id.text();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down); // wherever in the card it is
        }
        for (int i = 1; i <= 5; ++i)
            QVERIFY2(visited.contains(u"demo:%1"_s.arg(i)), qPrintable(visited.join(u' ')));
    }

    /// The hotkey also reaches what is no call: a text, its reply and its sender, and what came while it was quiet.
    void theKeyboardReachesToasts()
    {
        FakeClock clock(kStart);
        RecordingPlatform platform;
        Popup popup(clock, platform);
        QSignalSpy opened(&popup, &Popup::openCustomer);
        TextToast toast = text(1, u"Can you move us?"_s);
        toast.customer = CustomerId(u"c-6"_s);
        popup.show(ringingCard(u"demo:1"_s));
        popup.showText(toast);
        QuietDigest digest;
        digest.calls = {{.call = inState(ringingCard(), CallState::Ended, EndReason::Missed).call, .customerName = u"Sarah"_s}};
        popup.setDigest(digest, true);
        clock.advance(500ms);
        QCOMPARE(platform.taken, 0);

        QVERIFY(popup.takeKeyboard());
        auto *summary = visible<DigestCard>();
        QVERIFY(summary && summary->hasKeyboard());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        auto *card = visible<TextCard>();
        QVERIFY(card->hasKeyboard() && !summary->hasKeyboard());
        QCOMPARE(QApplication::focusWidget()->objectName(), u"reply"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"open"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(opened.value(0).value(0).value<CustomerId>(), toast.customer);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QVERIFY(shownCards().first()->hasKeyboard());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(platform.returned, 1);
        QVERIFY(visible<DigestCard>()); // Esc leaves everything where it is

        QVERIFY(popup.takeKeyboard());
        QVERIFY(summary->hasKeyboard());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
        QVERIFY(!visible<DigestCard>());
        QCOMPARE(platform.returned, 2);
    }

    void aCardThatIsWrittenInStays_data()
    {
        QTest::addColumn<bool>("hotkey");
        QTest::newRow("by the hotkey") << true;
        QTest::newRow("by a click") << false;
    }

    /// Neither the end of its time nor newer calls take the card from under the hand, and the keyboard goes back when it closes.
    void aCardThatIsWrittenInStays()
    {
        QFETCH(const bool, hotkey);
        FakeClock clock(kStart);
        RecordingPlatform platform;
        Popup popup(clock, platform);
        QSignalSpy hovered(&popup, &Popup::hovered);
        const CallId id(u"demo:1"_s);
        popup.show(hotkey ? inState(ringingCard(u"demo:1"_s), CallState::Ended, EndReason::HungUp)
                          : inState(ringingCard(u"demo:1"_s), CallState::Active));
        clock.advance(500ms);
        CallCard *card = shownCards().first();
        auto *note = card->findChild<QPlainTextEdit *>(u"note"_s);
        if (hotkey) {
            QVERIFY(popup.takeKeyboard());
            QTest::keyClick(card, Qt::Key_N);
        } else {
            QTest::mouseClick(note->viewport(), Qt::LeftButton);
        }
        QTRY_VERIFY(note->hasFocus());
        QCOMPARE(hovered.size(), 1);
        QCOMPARE(hovered.first().value(1).toBool(), true);
        const QPoint before = card->window()->pos();
        for (int i = 2; i <= 6; ++i)
            popup.show(ringingCard(u"demo:%1"_s.arg(i)));
        QVERIFY(shownIds().contains(id.text()));
        QCOMPARE(card->window()->pos(), before);
        QTest::keyClicks(note, u"Wants 40 cases"_s);
        QCOMPARE(note->toPlainText(), u"Wants 40 cases"_s);
        QVERIFY(hovered.last().value(1).toBool());
        if (hotkey) {
            QTest::keyClick(note, Qt::Key_Escape);
            QCOMPARE(hovered.last().value(1).toBool(), false); // its time runs again
            QCOMPARE(platform.returned, 1);
        }
        popup.close(id);
        QCOMPARE(platform.returned, 1);
    }

    void aCardGoesOnUnderAnotherNameUnderTheHand_data()
    {
        QTest::addColumn<bool>("both");
        QTest::newRow("its call is named") << false;
        QTest::newRow("another card was there for it") << true;
    }

    /// A rep writes while the call is being placed; then the provider names it. No keystroke may go astray.
    void aCardGoesOnUnderAnotherNameUnderTheHand()
    {
        QFETCH(const bool, both);
        FakeClock clock(kStart);
        RecordingPlatform platform;
        Popup popup(clock, platform);
        const CallId from(u"dial:1"_s);
        const CallId into(u"ringcentral:7"_s);
        if (both) {
            popup.setExtras(into, {.note = u"From the queue"_s, .noteSaved = true});
            popup.show(inState(ringingCard(into.text()), CallState::Active));
        }
        popup.show(inState(ringingCard(from.text()), CallState::Active));
        clock.advance(500ms);
        auto *note = shownCards().first()->findChild<QPlainTextEdit *>(u"note"_s);
        QCOMPARE(shownCards().first()->card().call.id, from);
        QTest::mouseClick(note->viewport(), Qt::LeftButton);
        QTRY_VERIFY(note->hasFocus());
        QTest::keyClicks(note, u"Wants 40"_s);
        QTest::keyClick(note, Qt::Key_Left);
        QSignalSpy noted(&popup, &Popup::noteChanged);
        QSignalSpy hovered(&popup, &Popup::hovered);
        popup.rename(from, into);
        QCOMPARE(platform.returned, 0);
        QVERIFY(note->hasFocus());
        QCOMPARE(popup.count(), 1);
        QCOMPARE(shownIds(), QStringList{into.text()});
        QCOMPARE(hovered.last().first().value<CallId>(), into); // who keeps it open is known under the new name
        popup.update(inState(ringingCard(into.text()), CallState::Active));
        QVERIFY(note->hasFocus());
        QTest::keyClick(note, Qt::Key_5);
        const QString all = both ? u"From the queue\nWants 450"_s : u"Wants 450"_s;
        QCOMPARE(note->toPlainText(), all);
        QCOMPARE(noted.size(), 1);
        QCOMPARE(noted.first().first().value<CallId>(), into);
        QCOMPARE(noted.first().at(1).toString(), all);
        popup.close(into);
        QCOMPARE(platform.returned, 1);
        QVERIFY(shownCards().isEmpty());
    }

    void ofTwoCardsWithoutAHandTheOtherStays()
    {
        FakeClock clock(kStart);
        RecordingPlatform platform;
        Popup popup(clock, platform);
        popup.setExtras(CallId(u"demo:1"_s), {.note = u"One"_s, .outcome = u"Interested"_s});
        popup.show(ringingCard(u"demo:1"_s));
        popup.show(ringingCard(u"demo:2"_s));
        popup.rename(CallId(u"demo:1"_s), CallId(u"demo:2"_s));
        QCOMPARE(shownIds(), QStringList{u"demo:2"_s});
        QCOMPARE(popup.extras(CallId(u"demo:2"_s)).note, u"One"_s);
        QCOMPARE(popup.extras(CallId(u"demo:2"_s)).outcome, u"Interested"_s);
        QCOMPARE(popup.extras(CallId(u"demo:1"_s)).note, QString());
    }

    void aFullScreenOfDifferentScreensIsNoTrouble()
    {
        FakeClock clock(kStart);
        Popup popup(clock);
        popup.setScreen(PopupScreen::All);
        popup.show(ringingCard());
        QCOMPARE(shownCards().size(), QGuiApplication::screens().size());
        popup.setScreen(PopupScreen::Primary);
        popup.closeAll();
        QVERIFY(shownCards().isEmpty());
    }

    void aTextIsAnswered()
    {
        FakeClock clock(kStart);
        RecordingPlatform platform;
        Popup popup(clock, platform);
        QSignalSpy replies(&popup, &Popup::replySent);
        popup.showText(text(1, u"<b>Can</b> you\nmove us?"_s));
        auto *card = visible<TextCard>();
        QVERIFY(card);
        QCOMPARE(card->accessibleName(), u"Text from Theo Northcott, <b>Can</b> you move us?"_s);
        auto *reply = card->findChild<QLineEdit *>(u"reply"_s);
        QTest::mouseClick(reply, Qt::LeftButton);
        QCOMPARE(platform.taken, 0); // the guard
        clock.advance(500ms);
        QTest::mouseClick(reply, Qt::LeftButton);
        QVERIFY(platform.taken > 0); // two clicks may count as a double click: asking twice harms nobody
        QTest::keyClicks(reply, u"Yes"_s);
        QTest::keyClick(reply, Qt::Key_Return);
        QCOMPARE(replies.value(0).value(1).toString(), u"Yes"_s);
        QVERIFY(visible<TextCard>()); // until it is known to be sent
        QVERIFY(reply->isReadOnly());
        QTest::keyClick(reply, Qt::Key_Return);
        QCOMPARE(replies.size(), 1);
        popup.closeText(MessageId(u"m-1"_s));
        QVERIFY(!visible<TextCard>());
    }

    void aTemplateIsTakenKeptAndDropped()
    {
        FakeClock clock(kStart);
        RecordingPlatform platform;
        Popup popup(clock, platform);
        QSignalSpy kept(&popup, &Popup::templateKept);
        QSignalSpy dropped(&popup, &Popup::templateDropped);
        QSignalSpy replies(&popup, &Popup::replySent);
        TextToast toast = text(1, u"Can you move us?"_s);
        toast.templates = {u"On my way, R&D first"_s};
        popup.showText(toast);
        auto *card = visible<TextCard>();
        auto *reply = card->findChild<QLineEdit *>(u"reply"_s);
        auto *button = card->findChild<QAbstractButton *>(u"templates"_s);
        clock.advance(500ms);
        const auto action = [card](int index) {
            const QList<QMenu *> menus = card->findChildren<QMenu *>(Qt::FindDirectChildrenOnly);
            return menus.isEmpty() ? nullptr : menus.last()->actions().value(index);
        };
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(action(0));
        QVERIFY(card->isWriting()); // it stays while somebody chooses
        QCOMPARE(action(0)->text(), u"On my way, R&&D first"_s);
        QVERIFY(!action(2)->isEnabled()); // nothing was written that could be kept
        action(0)->trigger();
        QCOMPARE(reply->text(), u"On my way, R&D first"_s);
        QCOMPARE(platform.taken, 1);
        QVERIFY(replies.isEmpty()); // to be read first
        reply->setText(u"Tomorrow at nine"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(action(2)->isEnabled());
        action(2)->trigger();
        QCOMPARE(kept.value(0).value(0).toString(), u"Tomorrow at nine"_s);
        action(3)->menu()->actions().first()->trigger();
        QCOMPARE(dropped.value(0).value(0).toString(), u"On my way, R&D first"_s);
        popup.setTemplates({u"Tomorrow at nine"_s});
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(action(0)->text(), u"Tomorrow at nine"_s);
    }

    void aReplyThatFailsIsThereAgain_data()
    {
        QTest::addColumn<bool>("closed");
        QTest::newRow("the toast waits") << false;
        QTest::newRow("the toast was closed meanwhile") << true;
    }

    void aReplyThatFailsIsThereAgain()
    {
        QFETCH(const bool, closed);
        FakeClock clock(kStart);
        RecordingPlatform platform;
        Popup popup(clock, platform);
        TextToast toast = text(1, u"Can you move us?"_s);
        toast.longestReply = 8;
        popup.showText(toast);
        auto *card = visible<TextCard>();
        auto *reply = card->findChild<QLineEdit *>(u"reply"_s);
        clock.advance(500ms);
        reply->setText(u"Yes, at noon"_s);
        QCOMPARE(reply->text(), u"Yes, at "_s); // as long as the provider takes
        QTest::keyClick(reply, Qt::Key_Return);
        const int before = card->height();
        if (closed)
            Q_EMIT
        card->dismissed();
        QCOMPARE(visible<TextCard>() == nullptr, closed);
        toast.draft = u"Yes, at"_s;
        toast.problem = u"RingCentral cannot be reached."_s;
        popup.showText(toast);
        QVERIFY(visible<TextCard>());
        QCOMPARE(reply->text(), u"Yes, at"_s);
        QVERIFY(!reply->isReadOnly());
        QCOMPARE(card->accessibleDescription(), toast.problem);
        QVERIFY(card->height() >= before);
        QSignalSpy replies(&popup, &Popup::replySent);
        QTest::keyClick(reply, Qt::Key_Return);
        QCOMPARE(replies.size(), 1); // whoever wrote it may send it again
    }

    void textsTakeTurns_data()
    {
        QTest::addColumn<bool>("writing");
        QTest::newRow("nobody writes") << false;
        QTest::newRow("a reply is half written") << true;
    }

    void textsTakeTurns()
    {
        QFETCH(const bool, writing);
        FakeClock clock(kStart);
        RecordingPlatform platform;
        Popup popup(clock, platform);
        for (int i = 1; i <= 3; ++i) {
            popup.showText(text(i, u"Text %1"_s.arg(i)));
            if (i == 1 && writing)
                visible<TextCard>()->findChild<QLineEdit *>(u"reply"_s)->setText(u"Half a"_s);
        }
        popup.showText(text(3, u"Text 3"_s)); // told twice, shown once
        for (int i = 1; i <= 3; ++i) {
            auto *card = visible<TextCard>();
            QVERIFY(card);
            QCOMPARE(card->toast().message.id, MessageId(u"m-%1"_s.arg(i)));
            if (i == 1 && writing)
                QCOMPARE(card->findChild<QLineEdit *>(u"reply"_s)->text(), u"Half a"_s);
            Q_EMIT
            card->dismissed();
        }
        QVERIFY(!visible<TextCard>());
    }

    void theDigestWaitsForAStillPointer()
    {
        FakeClock clock(kStart);
        Popup popup(clock);
        QSignalSpy inOrder(&popup, &Popup::callBackInOrder);
        QuietDigest digest;
        popup.setDigest(digest, true);
        QVERIFY(!visible<DigestCard>()); // nothing happened, nothing is told
        digest.calls = {{.call = inState(ringingCard(), CallState::Ended, EndReason::Missed).call, .customerName = u"Sarah"_s, .times = 3}};
        popup.setDigest(digest);
        QVERIFY(!visible<DigestCard>());
        popup.setDigest(digest, true);
        QVERIFY(visible<DigestCard>());
        QTest::mouseClick(visible<DigestCard>()->findChild<QAbstractButton *>(u"callBackInOrder"_s), Qt::LeftButton);
        QCOMPARE(inOrder.size(), 1);
        QVERIFY(!visible<DigestCard>());
    }

    void aStormIsOneArrangement()
    {
        FakeClock clock(kStart);
        Popup popup(clock);
        popup.apply({.opened = {ringingCard(u"a"_s), ringingCard(u"b"_s), ringingCard(u"c"_s)}});
        QCOMPARE(shownIds(), (QStringList{u"c"_s, u"b"_s, u"a"_s}));
        popup.apply(
            {.closed = {CallId(u"b"_s)}, .changed = {inState(ringingCard(u"a"_s), CallState::Active)}, .opened = {ringingCard(u"d"_s)}});
        QCOMPARE(shownIds(), (QStringList{u"d"_s, u"c"_s, u"a"_s}));
        QCOMPARE(shownCards().last()->card().call.state, CallState::Active);
    }

    void theFirstPaintOfACardIsTold()
    {
        FakeClock clock(kStart);
        Popup popup(clock);
        QSignalSpy painted(&popup, &Popup::painted);
        popup.show(ringingCard(u"a"_s));
        QTRY_COMPARE(painted.size(), 1);
        QCOMPARE(painted.first().first().value<CallId>().text(), u"a"_s);
        popup.update(inState(ringingCard(u"a"_s), CallState::Active));
        popup.show(ringingCard(u"b"_s));
        QTRY_COMPARE(painted.size(), 2); // a change is no first paint
        QCOMPARE(painted.last().first().value<CallId>().text(), u"b"_s);
    }

    void aPreparedCardIsFast()
    {
        FakeClock clock(kStart);
        Popup popup(clock);
        popup.prepare();
        Card card = ringingCard();
        card.memory.lastNote = u"Wants 40 cases before December, waiting on freight."_s;
        qint64 best = std::numeric_limits<qint64>::max();
        for (int round = 0; round < 20; ++round) {
            card.call.id = CallId(u"demo:%1"_s.arg(round));
            QElapsedTimer timer;
            timer.start();
            popup.show(card);
            shownCards().first()->window()->repaint();
            best = std::min(best, timer.nsecsElapsed());
            popup.close(card.call.id);
        }
        qInfo("best of 20: %.2f ms", static_cast<double>(best) / 1e6);
        // The budget is 4 ms in an optimised build; a sanitizer or a busy machine takes longer. This only catches a card gone wrong.
        QVERIFY(best < 100'000'000);
    }

private:
    std::unique_ptr<ThemeKeeper> m_keeper;
};

QTEST_MAIN(tst_Popup)
#include "tst_popup.moc"
