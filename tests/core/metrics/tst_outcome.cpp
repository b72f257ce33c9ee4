#include <callcard/metrics.h>

#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

class tst_Outcome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("incoming");
        QTest::addColumn<QString>("outgoing");
        const auto row = [](const char *word, const char *incoming, const char *outgoing) {
            QTest::newRow(word) << QString::fromLatin1(word) << QString::fromLatin1(incoming) << QString::fromLatin1(outgoing);
        };
        row("Answered", "connected", "connected");
        row("answered", "connected", "connected");
        row("Unanswered", "missed", "not-connected");
        row("Missed", "missed", "not-connected");
        row("Abandoned before ringing", "missed", "not-connected");
        row("Busy", "missed", "not-connected");
        row("Voicemail", "voicemail", "not-connected");
        row("Failed", "failed", "failed");
        row("Blocked", "failed", "failed");
        row("Restricted", "failed", "failed");
        row("In Progress", "in-progress", "in-progress");
        row("in progress ", "in-progress", "in-progress");
        row("Accepted", "connected", "connected");
        row("Call connected", "connected", "connected");
        row("No Answer", "missed", "not-connected");
        row("Hang up", "missed", "not-connected");
        row("Answered Elsewhere", "answered-elsewhere", "answered-elsewhere");
        row("Not answered at all", "unknown", "unknown");
        row("", "unknown", "unknown");
    }

    void words()
    {
        QFETCH(const QString, word);
        QFETCH(const QString, incoming);
        QFETCH(const QString, outgoing);
        QCOMPARE(outcomeName(outcomeOf({.direction = CallDirection::Inbound, .outcomeWord = word})), incoming);
        QCOMPARE(outcomeName(outcomeOf({.direction = CallDirection::Outbound, .outcomeWord = word})), outgoing);
    }

    void talkDecides()
    {
        const CountedCall busy{.direction = CallDirection::Inbound, .outcomeWord = u"Busy"_s, .talkTime = std::chrono::seconds(3)};
        QCOMPARE(outcomeOf(busy), Outcome::Connected);
    }
};

QTEST_APPLESS_MAIN(tst_Outcome)
#include "tst_outcome.moc"
