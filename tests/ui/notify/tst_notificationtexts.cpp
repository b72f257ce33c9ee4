#include <callcard/ui/notificationtexts.h>

#include <QTest>

using namespace callcard;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

Card ringing()
{
    Card card;
    card.call.id = CallId(u"c1"_s);
    card.call.lineName = u"Sales Toronto"_s;
    card.call.remote.number = PhoneNumber::fromE164(u"+14165550142");
    return card;
}

Match match(const QString &name, const QString &company, Confidence confidence = Confidence::Exact)
{
    Match made{.confidence = confidence};
    made.customer.id = CustomerId(name);
    made.customer.name = name;
    made.customer.company = company;
    return made;
}

} // namespace

class tst_NotificationTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKnownCallerIsTheSummary()
    {
        Card card = ringing();
        card.who.facts = {match(u"Sarah Lindqvist"_s, u"Northlight"_s)};
        card.memory.promise = Promise{.text = u"Send the freight quote"_s};
        const NotificationTexts texts = notificationTexts(card, u"CA"_s);
        QCOMPARE(texts.summary, u"Sarah Lindqvist · Northlight"_s);
        QVERIFY(texts.urgent);
        const QString body = texts.lines.join(u'\n');
        QVERIFY2(body.contains(u"Sales Toronto"_s) && body.contains(u"(416) 555-0142"_s) && body.contains(u"Exact match"_s) &&
                     body.contains(u"Send the freight quote"_s),
                 qPrintable(body));
        QVERIFY(texts.actions.contains(notification::kDefault));
        QVERIFY(texts.actions.contains(notification::kNote));
        QVERIFY(!texts.actions.contains(notification::kCallBack)); // it rings
    }

    void aGuessIsNeverTheName()
    {
        Card card = ringing();
        card.who.guesses = {match(u"Tidewater Grocers"_s, {}, Confidence::Switchboard)};
        const NotificationTexts texts = notificationTexts(card, u"US"_s);
        QCOMPARE(texts.summary, u"(416) 555-0142"_s);
        QVERIFY(!texts.actions.contains(notification::kDefault));
    }

    void oneOfSeveralIsNotTheName()
    {
        Card card = ringing();
        card.who.facts = {match(u"A"_s, {}), match(u"B"_s, {})};
        QVERIFY(!notificationTexts(card, u"US"_s).summary.contains(u'A'));
        card.who.learned = true;
        QCOMPARE(notificationTexts(card, u"US"_s).summary, u"A"_s);
    }

    void aWithheldNumberStaysWithheld()
    {
        Card card = ringing();
        card.call.withheld = true;
        card.call.remote.rawNumber = u"+14165550142"_s;
        const NotificationTexts texts = notificationTexts(card, u"US"_s);
        QCOMPARE(texts.summary, u"Private number"_s);
        QVERIFY(!texts.lines.join(u' ').contains(u"0142"_s));
    }

    void aMissedCallOffersToCallBack()
    {
        Card card = ringing();
        card.call.state = CallState::Ended;
        card.call.reason = EndReason::Missed;
        const NotificationTexts texts = notificationTexts(card, u"US"_s);
        QVERIFY(!texts.urgent);
        QVERIFY(texts.actions.contains(notification::kCallBack));
    }

    void whatCallersSendIsBoundedAndClean()
    {
        Card card = ringing();
        card.who.facts = {match(u"Eve\u202e\n<b>"_s + QString(10'000, u'x'), {})};
        const NotificationTexts texts = notificationTexts(card, u"US"_s);
        QVERIFY(texts.summary.size() < 200);
        QVERIFY(!texts.summary.contains(u'\n') && !texts.summary.contains(QChar(0x202e)));
    }
};

QTEST_APPLESS_MAIN(tst_NotificationTexts)
#include "tst_notificationtexts.moc"
