#include <callcard/ui/decisiontexts.h>

#include <QTest>

using namespace callcard;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QDateTime kNoon(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);

PopDecision decision(PopReason reason, std::chrono::milliseconds delay = 700ms)
{
    PopDecision made{.call = CallId(u"c1"_s), .reason = reason, .lineName = u"Support"_s};
    made.receivedAt = kNoon;
    made.eventTime = kNoon.addMSecs(-delay.count());
    return made;
}
} // namespace

class tst_DecisionTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyReasonHasASentence_data()
    {
        QTest::addColumn<PopReason>("reason");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("off") << PopReason::ModeOff << u"Cards are off for the line “Support”"_s;
        QTest::newRow("badge") << PopReason::BadgeOnly << u"Only the tray’s badge, set by you"_s;
        QTest::newRow("paused") << PopReason::PausedByRep << u"Quiet for an hour, set by you"_s;
        QTest::newRow("do not disturb") << PopReason::DoNotDisturb << u"The desktop was set to do not disturb"_s;
        QTest::newRow("outgoing") << PopReason::OutgoingOff << u"Cards for outgoing calls are off"_s;
        QTest::newRow("internal") << PopReason::InternalOff << u"A colleague’s call"_s;
        QTest::newRow("own phone") << PopReason::OwnPhone << u"Your own phone, for a call that you placed"_s;
        QTest::newRow("over") << PopReason::OverAlready << u"It was over before we heard of it"_s;
        QTest::newRow("stranger") << PopReason::Shown << u"New caller, not in your directory"_s;
    }

    void everyReasonHasASentence()
    {
        QFETCH(const PopReason, reason);
        QTEST(becauseText(decision(reason), {}), "sentence");
    }

    void whoWasNotLookedUpIsNoStranger()
    {
        PopDecision unasked = decision(PopReason::Shown);
        unasked.unasked = true;
        QCOMPARE(becauseText(unasked, {}), u"Your directory could not be read"_s);
    }

    void quietHoursSayWhen()
    {
        const PopRules rules{.quietHours = true, .quietFrom = QTime(13, 0), .quietTo = QTime(14, 0)};
        const QString sentence = becauseText(decision(PopReason::QuietHours), rules);
        QVERIFY2(sentence.contains(QLocale().toString(QTime(13, 0), QLocale::ShortFormat)), qPrintable(sentence));
        QVERIFY2(sentence.contains(QLocale().toString(QTime(14, 0), QLocale::ShortFormat)), qPrintable(sentence));
    }

    void aCardThatComesLateIsCalledLate()
    {
        QCOMPARE(verdictOf(decision(PopReason::Shown, 700ms)), Verdict::Card);
        QCOMPARE(verdictOf(decision(PopReason::Shown, 9'400ms)), Verdict::Late);
        QVERIFY(becauseText(decision(PopReason::Shown, 9'400ms), {}).contains(u"9.4"_s));
        // Clocks that differ by hours say nothing about a delay.
        QCOMPARE(verdictOf(decision(PopReason::Shown, -2h)), Verdict::Card);
        QVERIFY(!providerDelay(decision(PopReason::Shown, -2h)));
    }

    void aTestCallSaysSo()
    {
        PopDecision test = decision(PopReason::Shown);
        test.test = true;
        QVERIFY(becauseText(test, {}).startsWith(u"Test call"_s));
    }

    void figuresCountTheDayWithoutRehearsals()
    {
        PopDecision fast = decision(PopReason::Shown, 500ms);
        fast.painted = 2'000us;
        PopDecision slow = decision(PopReason::Shown, 900ms);
        slow.painted = 4'000us;
        PopDecision third = slow;
        third.painted = 3'000us;
        PopDecision yesterday = slow;
        yesterday.receivedAt = kNoon.addDays(-1);
        PopDecision test = slow;
        test.test = true;
        const QList<PopDecision> decisions{fast, slow,     third, decision(PopReason::QuietHours), decision(PopReason::SameCall),
                                           test, yesterday};
        const DayFigures figures = dayFigures(decisions, kNoon.addSecs(-3600));
        QCOMPARE(figures.rang, 4);
        QCOMPARE(figures.cards, 3);
        QCOMPARE(figures.held, 1);
        QCOMPARE(figures.eventToCard, std::optional(std::chrono::microseconds(3'000)));
        QCOMPARE(figures.slowestCard, std::optional(std::chrono::microseconds(4'000)));
        QCOMPARE(figures.slowestProvider, std::optional(std::chrono::milliseconds(900)));
    }

    void withoutCallsThereAreNoFiguresInsteadOfZeros()
    {
        const DayFigures figures = dayFigures({}, kNoon);
        QVERIFY(!figures.eventToCard && !figures.slowestCard && !figures.providerToUs);
    }

    void theReportHidesWhoItWas()
    {
        PopDecision secret = decision(PopReason::Shown);
        secret.customerName = u"Sarah Lindqvist"_s;
        secret.caller.number = PhoneNumber::fromE164(u"+14165550142");
        secret.caller.name = u"SARAH L"_s;
        secret.caller.email = u"sarah@northlight.example"_s;
        const QString report = redactedReport({secret}, {}, kNoon);
        for (const QString &word : {u"Sarah"_s, u"SARAH"_s, u"4165550142"_s, u"northlight"_s, u"Support"_s})
            QVERIFY2(!report.contains(word), qPrintable(report));
        QVERIFY(report.contains(u"shown"_s));
        QVERIFY(report.contains(u"0142"_s)); // enough to tell two apart
    }
};

QTEST_APPLESS_MAIN(tst_DecisionTexts)
#include "tst_decisiontexts.moc"
