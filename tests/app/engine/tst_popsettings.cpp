#include <engine/popsettings.h>

#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class tst_PopSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settingsBecomeRules()
    {
        QTemporaryDir folder;
        QProcessEnvironment environment;
        environment.insert(u"CALLCARD_CARD_MODE"_s, u"compact"_s);
        environment.insert(u"CALLCARD_CARD_LINES"_s, u"+13035550142=off,Sales = Toronto=badge"_s);
        environment.insert(u"CALLCARD_CARD_HIDE_AFTER"_s, u"30"_s);
        environment.insert(u"CALLCARD_CARD_STAY_AFTER_END"_s, u"7"_s);
        environment.insert(u"CALLCARD_CARD_OUTGOING"_s, u"false"_s);
        environment.insert(u"CALLCARD_CARD_QUIET_HOURS"_s, u"true"_s);
        environment.insert(u"CALLCARD_CARD_QUIET_FROM"_s, u"21:30"_s);
        environment.insert(u"CALLCARD_TIMEZONE"_s, u"America/Toronto"_s);
        const Preferences preferences({.file = folder.filePath(u"callcard.ini"_s)}, environment);
        QVERIFY2(preferences.problems().isEmpty(), qPrintable(preferences.problems().join(u'\n')));

        const PopRules rules = popRules(preferences);
        QCOMPARE(rules.mode, PopMode::Compact);
        QCOMPARE(rules.byLine.value(u"+13035550142"_s), PopMode::Off);
        QCOMPARE(rules.byLine.value(u"Sales = Toronto"_s), PopMode::Badge);
        QCOMPARE(rules.hideAfter, std::optional(30s));
        QCOMPARE(rules.endedStays, std::chrono::milliseconds(7s));
        QVERIFY(!rules.outgoing);
        QVERIFY(rules.quietHours);
        QCOMPARE(rules.quietFrom, QTime(21, 30));
        QCOMPARE(rules.zone.id(), QByteArray("America/Toronto"));
    }

    void withoutSettingsACardShowsWhileItRings()
    {
        QTemporaryDir folder;
        const Preferences preferences({.file = folder.filePath(u"callcard.ini"_s)}, {});
        const PopRules rules = popRules(preferences);
        QCOMPARE(rules.mode, PopMode::Card);
        QVERIFY(!rules.hideAfter);
        QVERIFY(!rules.quietHours);
        QVERIFY(rules.outgoing);
    }
};

QTEST_APPLESS_MAIN(tst_PopSettings)
#include "tst_popsettings.moc"
