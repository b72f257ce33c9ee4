#include <callcard/ui/nativecards.h>
#include <callcard/ui/notificationtexts.h>

#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusServer>
#include <QSignalSpy>
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

/// A notification server that answers when the test says so.
class NotificationServer final : public QObject, public QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    void answer(uint id)
    {
        const QDBusMessage question = waiting.takeFirst();
        if (!peer->send(question.createReply(id)))
            qFatal("the answer does not go out");
    }

    QDBusConnection *peer = nullptr;
    QList<QDBusMessage> waiting;
    QList<uint> replaced;
    QList<uint> closed;

public Q_SLOTS:
    uint Notify(const QString &, uint replaces, const QString &, const QString &, const QString &, const QStringList &, const QVariantMap &,
                int)
    {
        setDelayedReply(true);
        replaced.append(replaces);
        waiting.append(message());
        return 0;
    }
    void CloseNotification(uint id) { closed.append(id); }
    QStringList GetCapabilities() { return {QStringLiteral("actions")}; }
};

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

    void whoWasNotLookedUpIsNoNewCaller()
    {
        Card card = ringing();
        QVERIFY(notificationTexts(card, u"US"_s).lines.contains(u"New caller, not in your directory"_s));
        card.who.problem = Error{.kind = ErrorKind::Storage};
        const NotificationTexts texts = notificationTexts(card, u"US"_s);
        QCOMPARE(texts.summary, u"(416) 555-0142"_s);
        QVERIFY(texts.lines.contains(u"Your directory could not be read"_s));
        QVERIFY(!texts.lines.contains(u"New caller, not in your directory"_s));
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
        QCOMPARE(texts.actions.first(), QString(notification::kCallBack)); // a desktop may show no more than two
        QVERIFY(texts.actions.contains(notification::kLater));
    }

    void everyCallerHasWhatCanBeDone_data()
    {
        QTest::addColumn<Card>("card");
        QTest::addColumn<bool>("addable");
        QTest::addColumn<bool>("copyable");
        Card card = ringing();
        QTest::newRow("a stranger") << card << true << true;
        card.call.internal = true;
        QTest::newRow("a colleague") << card << false << true;
        card.call.internal = false;
        card.call.withheld = true;
        QTest::newRow("withheld") << card << false << false;
        card.call.withheld = false;
        card.who.problem = Error{.kind = ErrorKind::Storage};
        QTest::newRow("nobody could be asked") << card << false << true;
        card.who = {.facts = {match(u"A"_s, {})}};
        QTest::newRow("known") << card << false << true;
    }

    void everyCallerHasWhatCanBeDone()
    {
        QFETCH(const Card, card);
        const QStringList actions = notificationTexts(card, u"US"_s).actions;
        QCOMPARE(actions.size() % 2, 0); // key, words
        QTEST(actions.contains(notification::kAdd), "addable");
        QTEST(actions.contains(notification::kLink), "addable");
        QTEST(actions.contains(notification::kCopy), "copyable");
    }

    void theDigestTellsOfTextsToo()
    {
        const QString who = u"Theo <Northcott>"_s;
        QCOMPARE(digestTexts({}, {who, who}).lines, QStringList{u"2 text(s): Theo <Northcott>"_s});
        DigestLine line;
        line.customerName = u"Sarah Lindqvist"_s;
        QCOMPARE(digestTexts({line}, {}).lines, QStringList{u"1 missed call(s): Sarah Lindqvist"_s});
        QCOMPARE(digestTexts({line}, {who}).lines.size(), 2);
    }

    void whatCallersSendIsBoundedAndClean()
    {
        Card card = ringing();
        card.who.facts = {match(u"Eve\u202e\n<b>"_s + QString(10'000, u'x'), {})};
        const NotificationTexts texts = notificationTexts(card, u"US"_s);
        QVERIFY(texts.summary.size() < 200);
        QVERIFY(!texts.summary.contains(u'\n') && !texts.summary.contains(QChar(0x202e)));
    }

    void remindersNameWhomToCall()
    {
        Reminder known{.customer = {.id = CustomerId(u"c-1"_s), .name = u"Sarah\nLindqvist"_s, .company = u"Northlight"_s}};
        known.party.number = PhoneNumber::fromE164(u"+14165550142");
        Reminder stranger;
        stranger.party.number = PhoneNumber::fromE164(u"+14165550143");
        QCOMPARE(reminderTexts({known}, u"CA"_s).summary, u"Time to call Sarah Lindqvist · Northlight"_s);
        QCOMPARE(reminderTexts({known}, u"CA"_s).lines, QStringList{u"(416) 555-0142"_s});
        QCOMPARE(reminderTexts({stranger}, u"CA"_s).summary, u"Time to call (416) 555-0143"_s);
        QCOMPARE(reminderTexts({known, stranger}, u"CA"_s).lines, QStringList{u"Sarah Lindqvist · Northlight, (416) 555-0143"_s});
    }

    void whatIsClosedWhileItChangesIsClosed_data()
    {
        QTest::addColumn<uint>("reason");
        QTest::addColumn<int>("dismissals");
        QTest::newRow("by the person") << 2U << 1;
        QTest::newRow("its time was over") << 1U << 0;
    }

    /// The server makes a new notification of a change to one that it has just closed.
    void whatIsClosedWhileItChangesIsClosed()
    {
        QFETCH(const uint, reason);
        QFETCH(const int, dismissals);
        NotificationServer desktop;
        QDBusServer listener(u"unix:tmpdir=/tmp"_s);
        std::unique_ptr<QDBusConnection> peer;
        connect(&listener, &QDBusServer::newConnection, this, [&](const QDBusConnection &connection) {
            peer = std::make_unique<QDBusConnection>(connection);
            desktop.peer = peer.get();
            peer->registerObject(u"/org/freedesktop/Notifications"_s, &desktop, QDBusConnection::ExportAllSlots);
        });
        const QDBusConnection bus = QDBusConnection::connectToPeer(listener.address(), u"cards"_s);
        QTRY_VERIFY(peer);
        {
            NativeCards cards(bus);
            QSignalSpy dismissed(&cards, &NativeCards::dismissed);
            Card card = ringing();
            cards.show(card);
            QTRY_COMPARE(desktop.waiting.size(), 1);
            desktop.answer(7);
            card.call.state = CallState::Active;
            // The answer is there when the change goes out as a change of it.
            QTRY_VERIFY2(changes(cards, card, desktop, 7), "the first answer was not heard");
            QVERIFY(QMetaObject::invokeMethod(&cards, "onNotificationClosed", Q_ARG(uint, 7U), Q_ARG(uint, reason)));
            QCOMPARE(dismissed.size(), dismissals);
            desktop.answer(8);
            if (dismissals == 0) {
                card.call.state = CallState::Ended;
                QTRY_VERIFY2(changes(cards, card, desktop, 8), "the second answer was not heard");
                cards.close(card.call.id);
                desktop.answer(8);
            }
            QTRY_COMPARE(desktop.closed, QList<uint>{8U});
        }
        QDBusConnection::disconnectFromPeer(u"cards"_s);
    }

private:
    static bool changes(NativeCards &cards, const Card &card, const NotificationServer &desktop, uint id)
    {
        if (desktop.waiting.isEmpty())
            cards.show(card);
        return !desktop.waiting.isEmpty() && desktop.replaced.last() == id;
    }
};

QTEST_GUILESS_MAIN(tst_NotificationTexts)
#include "tst_notificationtexts.moc"
