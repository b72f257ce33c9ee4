#include "cards.h"

#include <callcard/testing/fakeclock.h>
#include <callcard/translations.h>
#include <callcard/ui/callcard.h>

#include <QApplication>
#include <QFile>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

namespace {
QString spoken(const Card &card)
{
    FakeClock clock(kStart);
    CallCard widget(clock);
    widget.setCard(card);
    return widget.accessibleName();
}

Card stranger()
{
    Card card = ringingCard();
    card.who.facts.clear();
    return card;
}
} // namespace

/// What cards say, heard as a screen reader hears it.
class tst_CardWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslations(*QCoreApplication::instance(), QLocale(u"en_US"_s))); }

    void whatIsLeftToTypeIsSaid()
    {
        FakeClock clock(kStart);
        CallCard widget(clock);
        Card card = ringingCard();
        card.call.direction = CallDirection::Outbound;
        widget.setCard(card, {.typeAfter = u"12"_s});
        QVERIFY2(widget.accessibleName().contains(u"then type 12"_s), qPrintable(widget.accessibleName()));
        widget.setCard(inState(card, CallState::Ended, EndReason::HungUp), {.typeAfter = u"12"_s});
        QVERIFY2(!widget.accessibleName().contains(u"then type"_s), qPrintable(widget.accessibleName()));
    }

    /// The button cannot know whether a call came from a queue, so it says what happens in both cases.
    void actionsSayTheirTrueEffect()
    {
        for (const QString &action : {u"ignore"_s, u"send-to-voicemail"_s})
            QVERIFY2(cardAction(action)->effect.contains(u"queue"_s), qPrintable(cardAction(action)->effect));
        QVERIFY2(cardAction(u"ignore"_s)->effect.contains(u"direct call goes to voicemail"_s), qPrintable(cardAction(u"ignore"_s)->effect));
    }

    void says_data()
    {
        QTest::addColumn<Card>("card");
        QTest::addColumn<QString>("words");
        QTest::newRow("exact") << ringingCard() << u"Incoming call, Sarah Lindqvist, Northlight, exact match, on Sales Toronto"_s;
        Card email = ringingCard();
        email.who.facts.first().confidence = Confidence::Email;
        QTest::newRow("e-mail") << email << u"Incoming call, Sarah Lindqvist, Northlight, same e-mail, on Sales Toronto"_s;
        QTest::newRow("several") << severalCard() << u"Incoming call, 3 customers share this number, on Sales Toronto"_s;
        QTest::newRow("stranger") << stranger() << u"Incoming call, (416) 555-0142, New caller, not in your directory, on Sales Toronto"_s;
        Card unasked = stranger();
        unasked.who.problem = Error{.kind = ErrorKind::Storage};
        QTest::newRow("not looked up") << unasked << u"Incoming call, (416) 555-0142, Your directory could not be read, on Sales Toronto"_s;
        Card guess = stranger();
        guess.who.guesses = {{.customer = customer(u"c-9"_s, u"Tidewater"_s), .confidence = Confidence::Switchboard}};
        QTest::newRow("a guess is never the name")
            << guess << u"Incoming call, (416) 555-0142, New caller, not in your directory, Perhaps Tidewater guess, on Sales Toronto"_s;
        Card withheld = ringingCard(); // facts and a number, as a faulty source might send: never shown
        withheld.call.withheld = true;
        QTest::newRow("withheld") << withheld << u"Incoming call, Private number, on Sales Toronto"_s;
        Card colleague = stranger();
        colleague.call.internal = true;
        colleague.call.remote = {.extension = u"214"_s, .name = u"Dana"_s};
        QTest::newRow("colleague") << colleague << u"Incoming call, Dana, Colleague, on Sales Toronto"_s;
        Card unknown = stranger();
        unknown.call.remote = {};
        QTest::newRow("no number at all") << unknown
                                          << u"Incoming call, Unknown number, New caller, not in your directory, on Sales Toronto"_s;
        Card outgoing = ringingCard();
        outgoing.call.direction = CallDirection::Outbound;
        QTest::newRow("outgoing") << outgoing << u"Outgoing call, Sarah Lindqvist, Northlight, exact match, on Sales Toronto"_s;
        QTest::newRow("talking") << inState(ringingCard(), CallState::Active)
                                 << u"On the call, Sarah Lindqvist, Northlight, exact match, on Sales Toronto"_s;
        QTest::newRow("missed") << inState(ringingCard(), CallState::Ended, EndReason::Missed)
                                << u"Missed, caller hung up, Sarah Lindqvist, Northlight, on Sales Toronto"_s;
        QTest::newRow("hung up") << inState(ringingCard(), CallState::Ended, EndReason::HungUp) << u"Call ended"_s;
        Card odd = inState(ringingCard(), CallState::Ended, EndReason::Unknown);
        odd.call.providerStatus = u"Parked\nsomewhere"_s;
        QTest::newRow("a word of the provider") << odd << u"Parked somewhere"_s;
        Card test = ringingCard();
        test.test = true;
        QTest::newRow("a rehearsal says so") << test << u"Incoming call, Sarah Lindqvist, Northlight, exact match, on Test call"_s;
    }
    void says()
    {
        QFETCH(Card, card);
        QTEST(spoken(card), "words");
    }

    /// Every counted text has both its forms in English: otherwise people read "1 call(s)".
    void everyCountHasItsForms()
    {
        QFile file(QStringLiteral(CALLCARD_TRANSLATION_SOURCES "/callcard_en.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY(text.contains("numerus=\"yes\""_L1));
        QVERIFY(!text.contains("unfinished"_L1));
        QVERIFY(!text.contains("<numerusform></numerusform>"_L1));
        QVERIFY(!text.contains("<numerusform/>"_L1));
    }

    void anUnknownLanguageFallsBackToEnglish()
    {
        QVERIFY(installTranslations(*QCoreApplication::instance(), QLocale(u"tlh"_s)));
        QCOMPARE(QCoreApplication::translate("CardWords", "%n call(s) today", nullptr, 1), u"1 call today"_s);
        QCOMPARE(QCoreApplication::translate("CardWords", "%n call(s) today", nullptr, 3), u"3 calls today"_s);
    }
};

QTEST_MAIN(tst_CardWords)
#include "tst_cardwords.moc"
