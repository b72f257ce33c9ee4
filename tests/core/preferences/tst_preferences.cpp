#include <callcard/preferences.h>

#include <QDir>
#include <QFile>
#include <QSet>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

class tst_Preferences : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    PreferencesPaths paths() const
    {
        return {.file = m_folder->filePath(u"callcard/callcard.ini"_s), .policy = m_folder->filePath(u"policy.json"_s)};
    }
    void write(const QString &path, const QByteArray &text) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(text);
    }
    std::unique_ptr<Preferences> opened(const QHash<QString, QString> &variables = {}) const
    {
        QProcessEnvironment environment;
        for (auto it = variables.cbegin(); it != variables.cend(); ++it)
            environment.insert(it.key(), it.value());
        return std::make_unique<Preferences>(paths(), environment, PreferencesGuess{.region = u"CA"_s, .timeZone = u"America/Toronto"_s});
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theTableIsSound()
    {
        QSet<QString> names;
        for (const SettingInfo &info : allSettings()) {
            QVERIFY2(!names.contains(info.key) && !names.contains(info.variable), qPrintable(info.key));
            names << info.key << info.variable;
            QCOMPARE(findSetting(info.key), &info);
            QCOMPARE(findSetting(info.variable), &info);
            if (info.secret)
                continue;
            const auto standard = settingFromText(info, settingToText(info.standard));
            QVERIFY2(standard && *standard == info.standard, qPrintable(info.key));
        }
        QVERIFY(!findSetting(u"nonsense"));
    }

    void knowsEveryNameThatPeopleKnow()
    {
        const QSet<QString> secrets{u"RINGCENTRAL_CLIENT_SECRET"_s,
                                    u"RINGCENTRAL_JWT_TOKEN"_s,
                                    u"JUSTCALL_API_KEY"_s,
                                    u"JUSTCALL_API_SECRET"_s,
                                    u"COPPER_API_KEY"_s,
                                    u"GOOGLE_CLIENT_SECRET"_s,
                                    u"CALLCARD_RELAY_TOKEN"_s,
                                    u"CALLCARD_FIREBASE_PASSWORD"_s};
        const QStringList known{
            u"RINGCENTRAL_SERVER_URL"_s,   u"RINGCENTRAL_CLIENT_ID"_s,     u"RINGCENTRAL_ACCOUNT_ID"_s,   u"JUSTCALL_BASE_URL"_s,
            u"FIREBASE_PROJECT_ID"_s,      u"FIREBASE_API_KEY"_s,          u"FIRESTORE_EMULATOR_HOST"_s,  u"FIREBASE_AUTH_EMULATOR_HOST"_s,
            u"COPPER_USER_EMAIL"_s,        u"COPPER_BASE_URL"_s,           u"RINGCENTRAL_REDIRECT_URI"_s, u"GOOGLE_CLIENT_ID"_s,
            u"CALLCARD_GOOGLE_AUTH_URL"_s, u"CALLCARD_GOOGLE_TOKEN_URL"_s, u"CALLCARD_RELAY_URL"_s,       u"CALLCARD_USER_EMAIL"_s,
            u"CALLCARD_REGION"_s,          u"CALLCARD_TIMEZONE"_s};
        for (const QString &name : known) {
            QVERIFY2(findSetting(name) && !findSetting(name)->secret, qPrintable(name));
        }
        for (const QString &name : secrets)
            QVERIFY2(findSetting(name) && findSetting(name)->secret, qPrintable(name));
        QCOMPARE(findSetting(u"CALLCARD_CARD_HIDE_AFTER")->key, u"card/hideAfter"_s);
    }

    void originsInTheirOrder()
    {
        const QString key = settings::kUserRegion.name();
        QCOMPARE(opened()->state(key), (SettingState{.key = key, .value = u"CA"_s, .origin = SettingOrigin::Default}));
        write(paths().policy, "{\"settings\": {\"user/region\": \"gb\"}}");
        QCOMPARE(opened()->state(key), (SettingState{.key = key, .value = u"GB"_s, .origin = SettingOrigin::Policy}));
        write(paths().file, "[user]\nregion=de\n");
        QCOMPARE(opened()->state(key), (SettingState{.key = key, .value = u"DE"_s, .origin = SettingOrigin::File}));
        QCOMPARE(opened({{u"CALLCARD_REGION"_s, u"fr"_s}})->state(key),
                 (SettingState{.key = key, .value = u"FR"_s, .origin = SettingOrigin::Environment}));
        write(paths().policy,
              "{\"settings\": {\"user/region\": {\"value\": \"US\", \"locked\": true, \"reason\": \"One team, one region\"}}}");
        const auto preferences = opened({{u"CALLCARD_REGION"_s, u"fr"_s}});
        QCOMPARE(preferences->state(key),
                 (SettingState{
                     .key = key, .value = u"US"_s, .origin = SettingOrigin::Policy, .locked = true, .reason = u"One team, one region"_s}));
        QCOMPARE(preferences->value(settings::kUserRegion), u"US"_s);
        QVERIFY(preferences->problems().isEmpty());
    }

    void aLockAloneHoldsTheDefault()
    {
        write(paths().policy, "{\"settings\": {\"card/mode\": {\"locked\": true}}}");
        write(paths().file, "[card]\nmode=off\n");
        const auto preferences = opened();
        QCOMPARE(preferences->value(settings::kCardMode), u"card"_s);
        const Result<> refused = preferences->set(settings::kCardMode, u"off"_s);
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        QVERIFY(refused.error().detail.contains(u"locked by your administrator"_s));
        QVERIFY(!preferences->reset(settings::kCardMode.name()));
        QCOMPARE(preferences->problems().size(), 1);
    }

    void aLockOfTheRegionAloneHoldsTheComputers_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::addColumn<QString>("problem"); // empty: none
        QTest::newRow("no value")
            << QByteArray("{\"locked\": true}")
            << u"user/region is locked without a value: it stays what each computer is set to, and nobody can change it."_s;
        QTest::newRow("an empty one") << QByteArray("{\"value\": \"\", \"locked\": true}") << QString();
    }

    void aLockOfTheRegionAloneHoldsTheComputers()
    {
        QFETCH(const QByteArray, entry);
        QFETCH(const QString, problem);
        write(paths().policy, "{\"settings\": {\"user/region\": " + entry + "}}");
        write(paths().file, "[user]\nregion=de\n");
        const auto preferences = opened({{u"CALLCARD_REGION"_s, u"fr"_s}});
        const QString key = settings::kUserRegion.name();
        QCOMPARE(preferences->state(key), (SettingState{.key = key, .value = u"CA"_s, .origin = SettingOrigin::Policy, .locked = true}));
        QCOMPARE(preferences->problems().join(u' ').contains(problem), true);
        QCOMPARE(preferences->problems().isEmpty(), problem.isEmpty());
        QVERIFY(!preferences->set(settings::kUserRegion, u"DE"_s));
    }

    void writesAtOnceAndAnnounces()
    {
        const auto preferences = opened();
        QSignalSpy changed(preferences.get(), &Preferences::changed);
        QVERIFY(preferences->set(settings::kCardHideAfter, 30));
        QVERIFY(preferences->set(settings::kCardOutgoing, false));
        QVERIFY(preferences->set(settings::kDirectorySources, QStringList{u"copper"_s, u"firestore"_s}));
        QVERIFY(preferences->setText(u"CALLCARD_USER_EMAIL"_s, u" dana@northwind.example "_s)); // by either name
        QVERIFY(preferences->set(settings::kCardHotkey, u"Ctrl+Alt+,"_s));
        QCOMPARE(changed.count(), 5);
        QVERIFY(preferences->set(settings::kCardHideAfter, 30));
        QCOMPARE(changed.count(), 5); // nothing new
        const auto again = opened();
        QCOMPARE(again->value(settings::kCardHideAfter), 30);
        QCOMPARE(again->value(settings::kCardOutgoing), false);
        QCOMPARE(again->value(settings::kDirectorySources), (QStringList{u"copper"_s, u"firestore"_s}));
        QCOMPARE(again->value(settings::kUserEmail), u"dana@northwind.example"_s);
        QCOMPARE(again->value(settings::kCardHotkey), u"Ctrl+Alt+,"_s);
        QVERIFY((QFile::permissions(paths().file) & (QFile::ReadGroup | QFile::ReadOther)) == 0);
        QVERIFY(preferences->reset(settings::kCardHideAfter.name()));
        QCOMPARE(changed.last().first().toString(), u"card/hideAfter"_s);
        QCOMPARE(opened()->state(u"card/hideAfter"_s).origin, SettingOrigin::Default);
    }

    void whatTheEnvironmentRulesIsWrittenForLater()
    {
        const auto preferences = opened({{u"CALLCARD_REGION"_s, u"FR"_s}});
        QSignalSpy changed(preferences.get(), &Preferences::changed);
        QVERIFY(preferences->set(settings::kUserRegion, u"DE"_s));
        QCOMPARE(changed.count(), 0);
        QCOMPARE(preferences->value(settings::kUserRegion), u"FR"_s);
        QCOMPARE(opened()->value(settings::kUserRegion), u"DE"_s);
    }

    void othersKeysAndOthersChangesAreRespected()
    {
        write(paths().file, "[future]\nshiny=1\n[card]\nmode=compact\n");
        const auto preferences = opened();
        QVERIFY(preferences->problems().isEmpty());
        QVERIFY(preferences->set(settings::kCardCorner, u"top-left"_s));
        QCOMPARE(QSettings(paths().file, QSettings::IniFormat).value(u"future/shiny"_s).toString(), u"1"_s);
        QSignalSpy changed(preferences.get(), &Preferences::changed);
        const auto other = opened();
        QVERIFY(other->set(settings::kCardMode, u"badge"_s));
        preferences->reload();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(preferences->value(settings::kCardMode), u"badge"_s);
        QCOMPARE(preferences->value(settings::kCardCorner), u"top-left"_s);
    }

    void checks_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected"); // "!": refused, with this in the sentence
        const auto row = [](const char *key, const char *text, const char *expected) {
            QTest::addRow("%s=%s", key, text) << QString::fromLatin1(key) << QString::fromLatin1(text) << QString::fromLatin1(expected);
        };
        row("directory/fields", "phone=Direct Line, copper_people.title = Job Title", "phone=Direct Line,copper_people.title = Job Title");
        row("directory/fields", "copper_companies.active=cf_800001", "copper_companies.active=cf_800001");
        row("directory/fields", "odd.collection.phone=Fon=Privat", "odd.collection.phone=Fon=Privat");
        row("directory/fields", "fone=Direct Line", "!there is no field \"fone\"; known are name, firstName");
        row("directory/fields", "copper_people.Phone=x", "!there is no field \"Phone\"");
        row("directory/fields", "phone=", "!does not say the name of the field that holds phone");
        row("directory/fields", "copper_people.phone= ", "!does not say the name of the field that holds phone");
        row("directory/fields", "Direct Line", "!must be like phone=Direct Line");
        row("directory/fields", "=Direct Line", "!must be like phone=Direct Line");
        row("directory/fields", ".phone=Direct Line", "!names no collection before the dot");
        row("ringcentral/serverUrl", "https://platform.example", "https://platform.example");
        row("ringcentral/serverUrl", "http://127.0.0.1:8080", "http://127.0.0.1:8080");
        row("ringcentral/serverUrl", "http://localhost:8080/x", "http://localhost:8080/x");
        row("ringcentral/serverUrl", "http://[::1]:8080", "http://[::1]:8080");
        row("ringcentral/serverUrl", "ws://127.0.0.1:1", "ws://127.0.0.1:1");
        row("ringcentral/serverUrl", "", "");
        row("ringcentral/serverUrl", "http://platform.example", "!must begin with https");
        row("ringcentral/serverUrl", "http://127.0.0.1.evil.example", "!must begin with https");
        row("ringcentral/serverUrl", "http://localhost.evil.example", "!must begin with https");
        row("ringcentral/serverUrl", "ws://10.0.0.1", "!must begin with https");
        row("ringcentral/serverUrl", "https://sam:pw@platform.example", "!keychain");
        row("ringcentral/serverUrl", "platform.example", "!whole address");
        row("ringcentral/serverUrl", "file:///etc/passwd", "!whole address");
        row("ringcentral/serverUrl", "javascript:alert(1)", "!whole address");
        row("card/crmUrl", "https://crm.example/people/{id}?q={number}", "https://crm.example/people/{id}?q={number}");
        row("card/crmUrl", "http://crm.example/{id}", "!must begin with https");
        row("firebase/firestoreEmulatorHost", "127.0.0.1:8080", "127.0.0.1:8080");
        row("firebase/firestoreEmulatorHost", "localhost:8080", "localhost:8080");
        row("firebase/firestoreEmulatorHost", "[::1]:8080", "[::1]:8080");
        row("firebase/firestoreEmulatorHost", "10.0.0.1:8080", "!this computer only");
        row("firebase/firestoreEmulatorHost", "localhost", "!host:port");
        row("firebase/firestoreEmulatorHost", "localhost:99999", "!host:port");
        row("user/region", "us", "US");
        row("user/region", "USA", "!two-letter");
        row("user/region", "QQ", "!two-letter");
        row("user/timeZone", "Europe/Berlin", "Europe/Berlin");
        row("user/timeZone", "UTC", "UTC");
        row("user/timeZone", "CET", "!IANA");
        row("user/timeZone", "UTC+3", "!IANA");
        row("user/timeZone", "Mars/Olympus", "!IANA");
        row("user/email", "sam@company.example", "sam@company.example");
        row("user/email", "sam", "!e-mail");
        row("card/mode", "compact", "compact");
        row("card/mode", "", "!must be one of: card, compact, badge, off");
        row("card/mode", "Card", "!must be one of");
        row("card/hideAfter", "30", "30");
        row("card/hideAfter", "-1", "!from 0 to 3600");
        row("card/hideAfter", "3.5", "!whole number");
        row("card/hideAfter", "many", "!whole number");
        row("card/outgoing", "Yes", "true");
        row("card/outgoing", "off", "false");
        row("card/outgoing", "maybe", "!true or false");
        row("card/quietFrom", "8:30", "08:30");
        row("card/quietFrom", "25:00", "!time of day");
        row("calls/sources", "justcall, ringcentral,,justcall", "justcall,ringcentral");
        row("calls/sources", "carrier-pigeon", "!must be one of");
        row("ringcentral/clientId", "a\nb", "!control character");
    }
    void checks()
    {
        QFETCH(QString, key);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto preferences = opened();
        const Result<> set = preferences->setText(key, text);
        if (expected.startsWith(u'!')) {
            QVERIFY(!set);
            QCOMPARE(set.error().kind, ErrorKind::Refused);
            QVERIFY2(set.error().detail.contains(expected.sliced(1)) && set.error().detail.contains(key), qPrintable(set.error().detail));
            QVERIFY(!QFile::exists(paths().file));
        } else {
            QVERIFY2(set.has_value(), set ? "" : qPrintable(set.error().detail));
            QCOMPARE(settingToText(opened()->state(key).value), expected);
        }
    }

    void secretsNeverComeNear()
    {
        write(paths().file, "[justcall]\napiSecret=hunter2\n");
        write(paths().policy, "{\"settings\": {\"justcall/apiKey\": \"hunter3\"}}");
        const auto preferences = opened({{u"RINGCENTRAL_JWT_TOKEN"_s, u"hunter4"_s}});
        QCOMPARE(preferences->problems().size(), 2);
        QVERIFY(!preferences->problems().join(u' ').contains(u"hunter"_s));
        const QList<SettingState> states = preferences->states();
        for (const SettingState &state : states)
            QVERIFY(!state.value.toString().contains(u"hunter"_s));
        const Result<> refused = preferences->setText(u"justcall/apiSecret"_s, u"hunter5"_s);
        QVERIFY(refused.error().detail.contains(u"callcard-cli secret set JUSTCALL_API_SECRET"_s));
        QVERIFY(!refused.error().detail.contains(u"hunter"_s));
        QVERIFY(!preferences->setText(u"no/such"_s, u"1"_s));
    }

    void badValuesAreSaidAndPassedOver()
    {
        write(paths().file, "[card]\nhideAfter=soon\nmode=compact\n");
        const auto preferences = opened({{u"CALLCARD_CARD_MODE"_s, u"huge"_s}, {u"CALLCARD_REGION"_s, QString()}});
        QCOMPARE(preferences->problems().size(), 2);
        QVERIFY(preferences->problems().first().contains(u"card/hideAfter must be a whole number"_s));
        QVERIFY(preferences->problems().last().contains(u"CALLCARD_CARD_MODE"_s));
        QCOMPARE(preferences->value(settings::kCardHideAfter), 0);
        QCOMPARE(preferences->value(settings::kCardMode), u"compact"_s); // the next best, not the default
        QCOMPARE(preferences->value(settings::kUserRegion), u"CA"_s);
    }

    void aFileThatCannotBeWrittenSaysSo()
    {
        write(m_folder->filePath(u"callcard"_s), "a file where the folder should be");
        const auto preferences = opened();
        QSignalSpy changed(preferences.get(), &Preferences::changed);
        const Result<> set = preferences->set(settings::kCardMode, u"off"_s);
        QCOMPARE(set.error().kind, ErrorKind::Storage);
        QCOMPARE(changed.count(), 0);
        QCOMPARE(preferences->value(settings::kCardMode), u"card"_s); // not pretended
    }

    void aFolderInTheFilesPlace()
    {
        QVERIFY(QDir().mkpath(paths().file));
        const auto preferences = opened();
        QCOMPARE(preferences->problems().size(), 1);
        QCOMPARE(preferences->set(settings::kCardMode, u"off"_s).error().kind, ErrorKind::Storage);
        QCOMPARE(preferences->value(settings::kCardMode), u"card"_s);
    }

    void policyProblems_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("readable");
        QTest::addColumn<int>("entries");
        QTest::addColumn<QString>("problem"); // in the first one; empty: none
        const auto row = [](const char *name, const char *json, bool readable, int entries, const char *problem) {
            QTest::newRow(name) << QByteArray(json) << readable << entries << QString::fromLatin1(problem);
        };
        row("fine",
            "{\"comment\": \"rolled out by IT\", \"settings\": {\"card/mode\": \"off\", \"card/hideAfter\": 5, \"calls/sources\": "
            "[\"relay\"]}}",
            true, 3, "");
        row("with its schema", "{\"$schema\": \"/usr/share/callcard/policy.schema.json\", \"settings\": {\"card/mode\": \"off\"}}", true, 1,
            "");
        row("empty file", "", false, 0, "line 1, column 1");
        row("cut off", "{\n  \"settings\": {\n    \"card/mode\": \"off\"", false, 0, "line 3");
        row("comma too many", "{\n \"settings\": {\"card/mode\": \"off\",}\n}", false, 0, "line 2, column");
        row("no settings", "{\"card/mode\": \"off\"}", false, 0, "must be an object with \"settings\"");
        row("array", "[]", false, 0, "must be an object");
        row("unknown part", "{\"setings\": {}, \"settings\": {}}", true, 0, "line 1, column 2: unknown part \"setings\"");
        row("unknown setting", "{\"settings\": {\n  \"card/colour\": 1,\n  \"card/mode\": \"off\"}}", true, 1,
            "line 2, column 3: there is no setting \"card/colour\"");
        row("variable instead of key", "{\"settings\": {\"CALLCARD_REGION\": \"US\"}}", true, 0, "there is no setting");
        row("wrong type", "{\"settings\": {\"card/hideAfter\": \"5\"}}", true, 0, "card/hideAfter must be a whole number");
        row("wrong value", "{\"settings\": {\"user/timeZone\": {\"value\": \"Mars/Olympus\", \"locked\": true}}}", true, 0, "IANA");
        row("plain http", "{\"settings\": {\"relay/url\": \"http://relay.example\"}}", true, 0, "must begin with https");
        row("null", "{\"settings\": {\"card/mode\": null}}", true, 0, "must be a text");
        row("secret", "{\"settings\": {\"relay/token\": \"x\"}}", true, 0, "is a secret");
        row("no value, no lock", "{\"settings\": {\"card/mode\": {}}}", true, 0, "neither a value nor a lock");
        row("a lock alone", "{\"settings\": {\n  \"card/mode\": {\"locked\": true}}}", true, 1,
            "line 2, column 3: card/mode is locked without a value: it stays at its default, card, and nobody can change it.");
        row("a lock on nothing", "{\"settings\": {\"user/email\": {\"locked\": true}}}", true, 1, "locked without a value: it stays empty");
        row("a lock on the zone", "{\"settings\": {\"user/timeZone\": {\"locked\": true}}}", true, 1, "what each computer is set to");
        row("lock is a word", "{\"settings\": {\"card/mode\": {\"value\": \"off\", \"locked\": \"yes\"}}}", true, 1,
            "must be true or false");
        row("unknown in entry", "{\"settings\": {\"card/mode\": {\"value\": \"off\", \"lock\": true}}}", true, 1, "unknown part \"lock\"");
        row("list of numbers", "{\"settings\": {\"calls/sources\": [1]}}", true, 0, "list of texts");
        row("deep", QByteArray(QByteArray(100'000, '[')).constData(), false, 0, "line 1");
        row("huge", QByteArray(QByteArray(2'000'000, ' ')).constData(), false, 0, "larger than a megabyte");
    }
    void policyProblems()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, problem);
        write(paths().policy, json);
        const PolicyReport report = explainPolicy(paths().policy);
        QTEST(report.readable, "readable");
        QTEST(static_cast<int>(report.entries.size()), "entries");
        QCOMPARE(report.problems.isEmpty(), problem.isEmpty());
        if (!problem.isEmpty()) {
            QVERIFY2(report.problems.first().contains(problem), qPrintable(report.problems.first()));
            QCOMPARE(opened()->problems().size(), report.problems.size());
        }
    }

    void aMissingPolicyIsNoProblemButAskedForItIs()
    {
        QVERIFY(opened()->problems().isEmpty());
        const PolicyReport report = explainPolicy(paths().policy);
        QVERIFY(!report.readable && report.problems.size() == 1);
    }
};

QTEST_GUILESS_MAIN(tst_Preferences)
#include "tst_preferences.moc"
