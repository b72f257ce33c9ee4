#include "callcard/settingsdesk.h"
#include "callcard/welcomedesk.h"

#include <demo/democloud.h>
#include <engine/personaldata.h>
#include <engine/supportreport.h>

#include <callcard/testing/loopbackserver.h>
#include <callcard/ui/theme.h>

#include <QDirIterator>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using ui::WelcomeStep;
using ui::WelcomeTrouble;

Q_DECLARE_METATYPE(callcard::ui::WelcomeTrouble)

namespace {

constexpr int kSoon = 15'000;
QStringList g_log; // every line that was logged, for the scan

void keepLine(QtMsgType, const QMessageLogContext &, const QString &line)
{
    g_log.append(line);
}

QCoro::Task<> shutDownThen(Engine &engine, SettingsDesk &settings, WelcomeDesk &welcome, Completion<> &done)
{
    co_await settings.stop();
    co_await welcome.stop();
    co_await engine.shutDown();
    done.complete();
}

} // namespace

/// A newcomer's walk against services that behave as the real ones, and the settings afterwards. At the end nothing secret may lie in any
/// file or line of the log.
class tst_Setup : public QObject
{
    Q_OBJECT

    std::unique_ptr<ui::ThemeKeeper> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<demo::DemoCloud> m_cloud;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<ui::SettingsPage> m_page;
    std::unique_ptr<SettingsDesk> m_settings;
    std::unique_ptr<WelcomeDesk> m_welcome;
    QStringList m_secrets; ///< All that were ever typed.
    std::function<bool(const QUrl &)> m_browser;

    QString cloud(const char *variable) const
    {
        const std::map<std::string, std::string> environment = m_cloud->environment();
        const auto found = environment.find(variable);
        return found == environment.end() ? QString() : QString::fromStdString(found->second);
    }
    QString secret(const char *variable)
    {
        m_secrets.append(cloud(variable));
        return m_secrets.last();
    }
    void set(const QString &key, const QString &value) { QVERIFY2(m_engine->preferences().setText(key, value), qPrintable(key)); }
    ui::Welcome &window() { return *m_welcome->window(); }
    /// All that the window says to a screen reader now.
    QString said() const
    {
        QStringList all;
        for (const QWidget *widget : m_welcome->window()->findChildren<QWidget *>()) {
            if (widget->isVisibleTo(m_welcome->window()))
                all.append(widget->accessibleName());
        }
        return all.join(u'\n');
    }
    static QString words(WelcomeTrouble trouble, const QString &service) { return ui::troubleText(trouble, service); }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<ui::ThemeKeeper>(*qApp);
        for (const SettingInfo &info : allSettings())
            qunsetenv(info.variable.toLatin1().constData());
        qInstallMessageHandler(keepLine);
    }
    void cleanupTestCase() { qInstallMessageHandler(nullptr); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cloud = std::make_unique<demo::DemoCloud>(demo::DemoOptions{.customers = 50, .days = 1});
        QVERIFY(m_cloud->start().has_value());
        const Profile profile = profileIn(m_folder->path());
        QVERIFY(prepareFolders(profile).has_value());
        m_engine = std::make_unique<Engine>(profile, Engine::Attendance::Attended);
        set(u"ringcentral/serverUrl"_s, cloud("RINGCENTRAL_SERVER_URL"));
        set(u"ringcentral/redirectUri"_s, u"http://localhost:5000/oauth2callback"_s);
        set(u"justcall/baseUrl"_s, cloud("JUSTCALL_BASE_URL"));
        set(u"copper/baseUrl"_s, cloud("COPPER_BASE_URL"));
        set(u"firebase/firestoreEmulatorHost"_s, cloud("FIRESTORE_EMULATOR_HOST"));
        set(u"firebase/authEmulatorHost"_s, cloud("FIREBASE_AUTH_EMULATOR_HOST"));
        set(u"user/email"_s, cloud("CALLCARD_USER_EMAIL"));
        m_page = std::make_unique<ui::SettingsPage>();
        m_settings = std::make_unique<SettingsDesk>(*m_engine, *m_page);
        // A person's browser: follows where the sign-in page sends it.
        m_browser = [](const QUrl &url) {
            return QProcess::startDetached(u"curl"_s,
                                           {u"-sL"_s, u"--max-time"_s, u"10"_s, u"-o"_s, u"/dev/null"_s, url.toString(QUrl::FullyEncoded)});
        };
        m_welcome = std::make_unique<WelcomeDesk>(*m_engine, m_settings->links(), [this](const QUrl &url) { return m_browser(url); });
        m_engine->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->accounts(), kSoon);
        m_welcome->show({});
    }

    void cleanup()
    {
        Completion<> done;
        TaskScope scope;
        scope.start(shutDownThen(*m_engine, *m_settings, *m_welcome, done));
        QTRY_VERIFY_WITH_TIMEOUT(done.isComplete(), kSoon);
        nothingSecretIsLeft();
        m_welcome.reset();
        m_settings.reset();
        m_page.reset();
        m_engine.reset();
        m_cloud.reset();
        m_folder.reset();
    }

    void keysAreTriedAndExplained_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("service");
        QTest::addColumn<WelcomeTrouble>("trouble");
        QTest::newRow("relay") << u"relay"_s << u"Team relay"_s << WelcomeTrouble::None;
        QTest::newRow("relay, a wrong token") << u"relay wrong"_s << u"Team relay"_s << WelcomeTrouble::WrongKeys;
        QTest::newRow("relay, a hotel's page") << u"relay html"_s << u"Team relay"_s << WelcomeTrouble::SomethingElse;
        QTest::newRow("relay, nobody there") << u"relay dead"_s << u"Team relay"_s << WelcomeTrouble::NotReachable;
        QTest::newRow("relay, no encryption") << u"relay http"_s << u"Team relay"_s << WelcomeTrouble::PlainHttp;
        QTest::newRow("relay, half of it") << u"relay half"_s << QString() << WelcomeTrouble::Incomplete;
        QTest::newRow("JWT") << u"jwt"_s << u"RingCentral"_s << WelcomeTrouble::None;
        QTest::newRow("JWT, a wrong one") << u"jwt wrong"_s << u"RingCentral"_s << WelcomeTrouble::WrongKeys;
        QTest::newRow("JustCall") << u"justcall"_s << u"JustCall"_s << WelcomeTrouble::None;
        QTest::newRow("JustCall, a wrong secret") << u"justcall wrong"_s << u"JustCall"_s << WelcomeTrouble::WrongKeys;
    }

    void keysAreTriedAndExplained()
    {
        QFETCH(const QString, what);
        QFETCH(const QString, service);
        QFETCH(const WelcomeTrouble, trouble);
        LoopbackServer hotel;
        hotel.respond([](const ReceivedRequest &) {
            return Script::http(200, "<html><body>Welcome to our hotel</body></html>", {"Content-Type: text/html"});
        });
        ui::SignInEntry entry;
        if (what.startsWith("relay"_L1)) {
            window().setService(ui::CallService::Relay);
            entry = {.relayUrl = cloud("CALLCARD_RELAY_URL"), .relayToken = secret("CALLCARD_RELAY_TOKEN"), .viaRelay = true};
        } else if (what.startsWith("jwt"_L1)) {
            entry = {.clientId = cloud("RINGCENTRAL_CLIENT_ID"),
                     .jwt = secret("RINGCENTRAL_JWT_TOKEN"),
                     .clientSecret = secret("RINGCENTRAL_CLIENT_SECRET")};
        } else {
            window().setService(ui::CallService::JustCall);
            entry = {.justcallKey = secret("JUSTCALL_API_KEY"), .justcallSecret = secret("JUSTCALL_API_SECRET")};
        }
        if (what == "relay wrong"_L1)
            entry.relayToken = u"not-the-token"_s;
        if (what == "relay html"_L1)
            entry.relayUrl = hotel.url(QString()).toString();
        if (what == "relay dead"_L1)
            entry.relayUrl = u"http://127.0.0.1:9"_s;
        if (what == "relay http"_L1)
            entry.relayUrl = u"http://calls.acme.example"_s;
        if (what == "relay half"_L1)
            entry.relayToken.clear();
        if (what == "jwt wrong"_L1)
            entry.jwt = u"eyJub3QiOiJtaW5lIn0.eyJub3QiOiJtaW5lIn0.bm90bWluZQ"_s;
        if (what == "justcall wrong"_L1)
            entry.justcallSecret = u"not-the-secret"_s;

        window().showStep(WelcomeStep::SignIn);
        Q_EMIT
        window().keysEntered(entry);
        if (trouble == WelcomeTrouble::None) {
            QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"It works: "_s + service), kSoon);
            QVERIFY(said().contains(u"Sign in, done, "_s + service));
            QTRY_VERIFY_WITH_TIMEOUT(!m_engine->accounts()->callSources({}).isEmpty(), kSoon);
        } else {
            QTRY_VERIFY2_WITH_TIMEOUT(said().contains(words(trouble, service)), qPrintable(said()), kSoon);
            QVERIFY(!said().contains(u"Sign in, done"_s));
        }
    }

    void theBrowserIsAskedAndItsAnswerExplained_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<WelcomeTrouble>("trouble");
        QTest::newRow("signs in") << QString() << WelcomeTrouble::None;
        QTest::newRow("there is none") << u"none"_s << WelcomeTrouble::NoBrowser;
        QTest::newRow("the page says no") << u"refused"_s << WelcomeTrouble::LoginRefused;
        QTest::newRow("the ports are taken") << u"taken"_s << WelcomeTrouble::PortTaken;
        QTest::newRow("no client id") << u"empty"_s << WelcomeTrouble::Incomplete;
    }

    void theBrowserIsAskedAndItsAnswerExplained()
    {
        QFETCH(const QString, what);
        QFETCH(const WelcomeTrouble, trouble);
        std::array<QTcpServer, 3> others;
        ui::SignInEntry entry{.clientId = cloud("RINGCENTRAL_CLIENT_ID")};
        if (what == "none"_L1)
            m_browser = [](const QUrl &) { return false; };
        if (what == "refused"_L1) {
            const Json redirect{{"service", "ringcentral"}, {"do", "switch"}, {"name", "authorizeFailure"}, {"position", "redirect"}};
            const Json refusal{{"service", "ringcentral"}, {"do", "fault"}, {"name", "authorize"}, {"error", "access_denied"}};
            QVERIFY(m_cloud->control(redirect).value("ok", false));
            QVERIFY(m_cloud->control(refusal).value("ok", false));
        }
        if (what == "taken"_L1) {
            quint16 port = 45000;
            const auto allThree = [&] {
                for (quint16 i = 0; i < 3; ++i) {
                    if (!others.at(i).isListening() && !others.at(i).listen(QHostAddress::LocalHost, port + i))
                        return false;
                }
                return true;
            };
            while (!allThree() && port < 60000) {
                for (QTcpServer &other : others)
                    other.close();
                port += 7;
            }
            set(u"ringcentral/redirectUri"_s, u"http://localhost:%1/oauth2callback"_s.arg(port));
        }
        if (what == "empty"_L1)
            entry.clientId.clear();
        window().showStep(WelcomeStep::SignIn);
        Q_EMIT
        window().browserSignInRequested(entry);
        if (trouble == WelcomeTrouble::None) {
            QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"It works: RingCentral"_s), qPrintable(said()), kSoon);
            QTRY_VERIFY_WITH_TIMEOUT(m_engine->connections().size() > 0, kSoon);
            // And out again: the tokens go, and a test says so.
            Q_EMIT
            m_page->signOutRequested(u"ringcentral"_s);
            QTRY_COMPARE_WITH_TIMEOUT(m_engine->accounts()->ringcentral->tokens->state(), TokenKeeper::State::SignedOut, kSoon);
        } else {
            QTRY_VERIFY2_WITH_TIMEOUT(said().contains(words(trouble, u"RingCentral"_s)), qPrintable(said()), kSoon);
        }
    }

    void firebaseKnowsWhoSignsIn()
    {
        ui::FirebaseEntry entry{.projectId = cloud("FIREBASE_PROJECT_ID"),
                                .apiKey = cloud("FIREBASE_API_KEY"),
                                .email = cloud("CALLCARD_USER_EMAIL"),
                                .password = u"not-the-password"_s};
        window().showStep(WelcomeStep::Metrics);
        Q_EMIT
        window().firebaseRequested(entry, false, WelcomeStep::Metrics);
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(words(WelcomeTrouble::WrongKeys, u"Firebase"_s)), qPrintable(said()), kSoon);
        entry.password = secret("CALLCARD_FIREBASE_PASSWORD");
        Q_EMIT
        window().firebaseRequested(entry, false, WelcomeStep::Metrics);
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"Signed in as "_s + entry.email), qPrintable(said()), kSoon);
        // The same sign-in brings the customers, where the rules let reps read them.
        const Json rules{{"service", "firestore"}, {"do", "switch"}, {"name", "rules"}, {"position", "callcard"}};
        QVERIFY(m_cloud->control(rules).value("ok", false));
        window().showStep(WelcomeStep::Customers);
        Q_EMIT
        window().firebaseRequested(entry, false, WelcomeStep::Customers);
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"are on this computer."_s), qPrintable(said()), kSoon);
    }

    void aFileShowsWhatItWouldBring()
    {
        const QString path = m_folder->filePath(u"people.csv"_s);
        QVERIFY(writePrivately(path, "Name,Phone\nSarah Lindqvist,(303) 555-0187\nTom Haldane,303 555 0143\n,\n"));
        window().showStep(WelcomeStep::Customers);
        window().chooseFile(path);
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"2 customers with 2 numbers can be read."_s), qPrintable(said()), kSoon);
        QCOMPARE(m_engine->customers().directory()->stats()->customers, 0);
        Q_EMIT
        window().keepFileRequested();
        QTRY_COMPARE_WITH_TIMEOUT(m_engine->customers().directory()->stats()->customers, 2, kSoon);
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"Customers, done, 2 customers"_s), qPrintable(said()), kSoon);
        QVERIFY(writePrivately(path, QByteArray("\x89PNG\r\n\x1a\n\0\0\0", 11)));
        window().chooseFile(path);
        QTRY_VERIFY_WITH_TIMEOUT(
            said().contains(words(WelcomeTrouble::NobodyInIt, {})) || said().contains(words(WelcomeTrouble::NotAFile, {})), kSoon);
        QCOMPARE(m_engine->customers().directory()->stats()->customers, 2);
    }

    void aChangedSettingHoldsAtOnceAndAWrongOneIsSaid()
    {
        Q_EMIT
        m_page->changeRequested(u"card/corner"_s, u"top-left"_s);
        QCOMPARE(m_engine->preferences().value(settings::kCardCorner), u"top-left"_s);
        QCOMPARE(m_engine->preferences().state(u"card/corner"_s).origin, SettingOrigin::File);
        Q_EMIT
        m_page->resetRequested(u"card/corner"_s);
        QCOMPARE(m_engine->preferences().state(u"card/corner"_s).origin, SettingOrigin::Default);
        m_page->showSection(ui::SettingsSection::General);
        Q_EMIT
        m_page->changeRequested(u"user/email"_s, u"nonsense"_s);
        QVERIFY(m_engine->preferences().value(settings::kUserEmail) != u"nonsense"_s);
        bool explained = false;
        for (const QWidget *widget : m_page->findChildren<QWidget *>())
            explained = explained || widget->accessibleDescription().contains(ui::refusalText(*findSetting(u"user/email"_s)));
        QVERIFY(explained);
    }

    void keysGoInAndOutOfTheKeychain()
    {
        m_page->showSection(ui::SettingsSection::Accounts);
        m_secrets.append(u"typed-by-hand-1234"_s);
        const auto says = [this](const QString &name) {
            for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
                if (widget->accessibleName() == name && widget->isVisibleTo(m_page.get()))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(says(u"Enter Your token"_s), kSoon);
        Q_EMIT
        m_page->secretEntered(u"relay/token"_s, m_secrets.last());
        QTRY_VERIFY_WITH_TIMEOUT(says(u"Replace Your token"_s), kSoon);
        Q_EMIT
        m_page->secretRemoveRequested(u"relay/token"_s);
        QTRY_VERIFY_WITH_TIMEOUT(says(u"Enter Your token"_s), kSoon);
    }

    void aPersonsDataCanBeTakenSeenAndWiped()
    {
        Call call;
        call.id = CallId(u"demo:1"_s);
        call.source = u"demo"_s;
        call.direction = CallDirection::Inbound;
        call.state = CallState::Ended;
        call.reason = EndReason::HungUp;
        call.startedAt = QDateTime::currentDateTimeUtc().addSecs(-600);
        call.remote.number = PhoneNumber::fromE164(u"+13035550187");
        call.remote.name = u"Sarah Lindqvist"_s;
        CallLog &log = *m_engine->callBook().log();
        log.onCallChanged(call);
        QVERIFY(log.flush().has_value());
        log.setNote(call.id, u"wants the spring range"_s);

        const Result<Json> data = personalData(*m_engine);
        QVERIFY(data.has_value());
        QCOMPARE(data->at("calls").size(), 1U);
        QVERIFY(data->at("calls").at(0).at("note") == "wants the spring range");
        const QString report = supportReport(*m_engine);
        QVERIFY(report.contains(u"Settings"_s) && report.contains(u"card/mode"_s));
        for (const QString &personal : {u"Sarah"_s, u"5550187"_s, u"spring"_s, cloud("CALLCARD_USER_EMAIL"), u"127.0.0.1"_s})
            QVERIFY2(!report.contains(personal), qPrintable(personal));

        m_secrets.append(u"wiped-with-the-rest"_s);
        m_page->showSection(ui::SettingsSection::Accounts);
        Q_EMIT
        m_page->secretEntered(u"copper/apiKey"_s, m_secrets.last());
        const auto keys = [this] { return QCoro::waitFor(m_engine->secrets().names({})).value_or(QStringList()); };
        QTRY_VERIFY_WITH_TIMEOUT(!keys().isEmpty(), kSoon);
        QSignalSpy wiped(m_settings.get(), &SettingsDesk::wipeRequested);
        Q_EMIT
        m_page->privacy().wipeRequested();
        QTRY_COMPARE_WITH_TIMEOUT(wiped.size(), 1, kSoon);
        QCOMPARE(keys(), QStringList());
    }

    void wipingRemovesEveryFileOfTheProfile()
    {
        QTemporaryDir folder;
        const Profile profile = profileIn(folder.path());
        QVERIFY(prepareFolders(profile).has_value());
        QVERIFY(writePrivately(profile.settingsFile, "[card]\nmode=off\n"));
        QVERIFY(writePrivately(profile.dataFolder + u"/calls.sqlite"_s, "x"));
        QCOMPARE(QFile::permissions(profile.settingsFile) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(wipeProfile(profile).has_value());
        QVERIFY(!QFile::exists(profile.settingsFile) && !QFile::exists(profile.dataFolder));
        QVERIFY(wipeProfile(profile).has_value()); // nothing there is nothing left
    }

    void aForgottenCustomerIsGone()
    {
        const Result<CustomerId> id = m_engine->customers().directory()->save(
            {.name = u"Tom Haldane"_s, .numbers = {{.number = PhoneNumber::fromE164(u"+13035550143"), .text = u"303 555 0143"_s}}});
        QVERIFY(id.has_value());
        Q_EMIT
        m_page->privacy().peopleSought(u"haldane"_s);
        Q_EMIT
        m_page->privacy().forgetRequested(id->text());
        QVERIFY(m_engine->customers().directory()->search(u"haldane"_s)->isEmpty());
    }

    void autostartIsAnEntryOfThePersons()
    {
        QTemporaryDir folder;
        const Autostart autostart(folder.filePath(u"autostart"_s), u"/opt/my \"programs\"/100%/callcard"_s);
        QVERIFY(!autostart.isOn());
        QVERIFY(autostart.set(true).has_value());
        QVERIFY(autostart.isOn());
        QFile entry(folder.filePath(u"autostart/callcard.desktop"_s));
        QVERIFY(entry.open(QFile::ReadOnly));
        const QByteArray text = entry.readAll();
        QVERIFY2(text.contains("Exec=\"/opt/my \\\\\"programs\\\\\"/100%%/callcard\" --background\n"), text.constData());
        QVERIFY(autostart.set(false).has_value());
        QVERIFY(!autostart.isOn());
        QVERIFY(autostart.set(false).has_value());
        QFile::setPermissions(folder.filePath(u"autostart"_s), QFile::ReadOwner | QFile::ExeOwner);
        if (!QFileInfo(folder.filePath(u"autostart"_s)).isWritable()) // root may write anywhere
            QVERIFY(!autostart.set(true).has_value());
        QFile::setPermissions(folder.filePath(u"autostart"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

private:
    void nothingSecretIsLeft()
    {
        QByteArrayList places;
        QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int read = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QFile::ReadOnly)) {
                places.append(file.readAll());
                ++read;
            }
        }
        QVERIFY(read > 0);
        places.append(g_log.join(u'\n').toUtf8());
        QProcess list; // command lines, where every user of the computer could read them
        list.start(u"ps"_s, {u"-eo"_s, u"args"_s});
        if (list.waitForFinished(kSoon))
            places.append(list.readAllStandardOutput());
        for (const QString &text : std::as_const(m_secrets)) {
            if (text.size() < 6)
                continue;
            for (const QByteArray &place : std::as_const(places)) {
                QVERIFY2(!place.contains(text.toUtf8()), "a secret is in a file, the log or a command line");
                QVERIFY2(!place.contains(text.toUtf8().toBase64()), "a secret is in a file, the log or a command line, as base64");
            }
        }
    }
};

QTEST_MAIN(tst_Setup)
#include "tst_setup.moc"
