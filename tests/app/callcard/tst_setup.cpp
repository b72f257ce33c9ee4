#include "callcard/platform/globalhotkey.h"
#include "callcard/settingsdesk.h"
#include "callcard/welcomedesk.h"

#include <demo/democloud.h>
#include <engine/personaldata.h>
#include <engine/supportreport.h>

#include <callcard/netfault.h>
#include <callcard/testing/loopbackserver.h>
#include <callcard/ui/errortexts.h>
#include <callcard/ui/theme.h>

#include <QDirIterator>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
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

/// A keychain that is not there, or says no to what would take something out of it, on demand.
struct TestKeychain final : KeychainService {
    struct State {
        std::map<QString, QString> entries{};
        std::optional<Trouble> trouble{};
        std::optional<Trouble> troubleWhenRemoving{};
    };
    std::shared_ptr<State> state;

    explicit TestKeychain(std::shared_ptr<State> shared) : state(std::move(shared)) {}
    QCoro::Task<Result<Reply<std::optional<QString>>>> read(QString, QString key, std::stop_token) override
    {
        using Value = Reply<std::optional<QString>>;
        if (state->trouble)
            co_return Value(tl::unexpected(*state->trouble));
        const auto found = state->entries.find(key);
        co_return Value(found == state->entries.end() ? std::nullopt : std::optional(found->second));
    }
    QCoro::Task<Result<Reply<void>>> write(QString, QString key, QString text, std::stop_token) override
    {
        if (state->trouble)
            co_return Reply<void>(tl::unexpected(*state->trouble));
        state->entries[key] = text;
        co_return Reply<void>();
    }
    QCoro::Task<Result<Reply<void>>> remove(QString, QString key, std::stop_token) override
    {
        if (const auto trouble = state->trouble ? state->trouble : state->troubleWhenRemoving)
            co_return Reply<void>(tl::unexpected(*trouble));
        state->entries.erase(key);
        co_return Reply<void>();
    }
};

struct TakesAll final : CustomerOutlet {
    Result<> put(const LocalCustomer &) override { return {}; }
    Result<> withdraw(const QString &) override { return {}; }
};

QCoro::Task<> takeSecretsThen(Engine &engine, std::optional<Engine::SecretsInHand> &out)
{
    out = co_await engine.sessionSecrets({});
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
    std::shared_ptr<TestKeychain::State> m_keychain;
    std::unique_ptr<demo::DemoCloud> m_cloud;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<ui::SettingsPage> m_page;
    std::unique_ptr<SettingsDesk> m_settings;
    std::unique_ptr<WelcomeDesk> m_welcome;
    QStringList m_secrets; ///< All that were ever typed.
    std::function<bool(const QUrl &)> m_browser;
    const QByteArray m_path = qgetenv("PATH");

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
    /// What the settings page says, likewise.
    QString pageSaid() const
    {
        QStringList all;
        for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
            if (widget->isVisibleTo(m_page.get()))
                all.append(widget->accessibleName() + u' ' + widget->accessibleDescription());
        }
        return all.join(u'\n');
    }
    template <typename Widget>
    Widget *inWindow(const QString &name) const
    {
        for (Widget *widget : m_welcome->window()->findChildren<Widget *>()) {
            if (widget->inherits("callcard::ui::Label")) // says what its field says
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            if ((widget->accessibleName() == name || (button && button->text() == name)) && widget->isVisibleTo(m_welcome->window()))
                return widget;
        }
        return nullptr;
    }
    QString kept(const QString &name) const
    {
        const auto found = m_keychain->entries.find(name);
        return found == m_keychain->entries.end() ? QString() : found->second;
    }
    bool wasSessionEnded()
    {
        const Json received = m_cloud->control(Json{{"do", "journal"}, {"service", "ringcentral"}, {"limit", 5000}});
        const Json requests = received.value("requests", Json::array());
        return std::any_of(requests.begin(), requests.end(), [](const Json &one) {
            return one.value("target", std::string()).ends_with("/revoke") && one.value("status", 0) == 200;
        });
    }
    /// A desktop's xdg-mime: what it was told stays told, unless it is one that does nothing.
    void writeMimeTool(bool works)
    {
        const QString path = m_folder->filePath(u"bin/xdg-mime"_s);
        QVERIFY(QDir().mkpath(m_folder->filePath(u"bin"_s)));
        const QString owner = m_folder->filePath(u"owner"_s);
        const QString script = u"#!/bin/sh\n[ \"$1\" = query ] && { cat '%1' 2>/dev/null; exit 0; }\n%2\n"_s.arg(
            owner, works ? u"echo \"$2\" > '%1'"_s.arg(owner) : u"exit 0"_s);
        QVERIFY(writePrivately(path, script.toUtf8()));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }
    QString linkOwner() const
    {
        QFile file(m_folder->filePath(u"owner"_s));
        return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
    }
    QString autostartEntry() const { return m_folder->filePath(u"config-home/autostart/callcard-work.desktop"_s); }
    Profile profile() const
    {
        Profile profile = profileIn(m_folder->path());
        profile.name = u"work"_s;
        profile.throwAway = false;
        return profile;
    }
    /// Settings and assistant over an engine whose settings are those of the folder.
    void begin()
    {
        m_engine = std::make_unique<Engine>(profile(), Engine::Attendance::Attended, std::make_unique<TestKeychain>(m_keychain));
        m_page = std::make_unique<ui::SettingsPage>();
        m_settings = std::make_unique<SettingsDesk>(*m_engine, *m_page);
        m_welcome = std::make_unique<WelcomeDesk>(*m_engine, m_settings->links(), [this](const QUrl &url) { return m_browser(url); });
    }
    void end()
    {
        Completion<> done;
        TaskScope scope;
        scope.start(shutDownThen(*m_engine, *m_settings, *m_welcome, done));
        QTRY_VERIFY_WITH_TIMEOUT(done.isComplete(), kSoon);
        m_welcome.reset();
        m_settings.reset();
        m_page.reset();
        m_engine.reset();
    }
    /// Everything anew, with an administrator's file.
    void beginAgain(const QByteArray &policy)
    {
        end();
        QVERIFY(writePrivately(profile().policyFile, policy));
        begin();
        m_engine->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->accounts(), kSoon);
        m_welcome->show({});
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
        QVERIFY(prepareFolders(profile()).has_value());
        m_keychain = std::make_shared<TestKeychain::State>();
        qputenv("XDG_CONFIG_HOME", m_folder->filePath(u"config-home"_s).toLocal8Bit());
        qputenv("PATH", m_folder->filePath(u"bin"_s).toLocal8Bit() + ':' + m_path);
        writeMimeTool(true);
        begin();
        set(u"ringcentral/serverUrl"_s, cloud("RINGCENTRAL_SERVER_URL"));
        set(u"ringcentral/redirectUri"_s, u"http://localhost:5000/oauth2callback"_s);
        set(u"justcall/baseUrl"_s, cloud("JUSTCALL_BASE_URL"));
        set(u"copper/baseUrl"_s, cloud("COPPER_BASE_URL"));
        set(u"firebase/firestoreEmulatorHost"_s, cloud("FIRESTORE_EMULATOR_HOST"));
        set(u"firebase/authEmulatorHost"_s, cloud("FIREBASE_AUTH_EMULATOR_HOST"));
        set(u"user/email"_s, cloud("CALLCARD_USER_EMAIL"));
        // A person's browser: follows where the sign-in page sends it.
        m_browser = [](const QUrl &url) {
            return QProcess::startDetached(u"curl"_s,
                                           {u"-sL"_s, u"--max-time"_s, u"10"_s, u"-o"_s, u"/dev/null"_s, url.toString(QUrl::FullyEncoded)});
        };
        m_engine->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->accounts(), kSoon);
        m_welcome->show({});
    }

    void cleanup()
    {
        end();
        nothingSecretIsLeft();
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
            // What does not work does not take the place of what did.
            QTRY_VERIFY_WITH_TIMEOUT(m_keychain->entries.empty() || kept(u"names"_s).isEmpty(), kSoon);
            QCOMPARE(m_engine->preferences().value(settings::kRelayUrl), QString());
        }
    }

    void aWrongKeyGivesWayToTheOldOne()
    {
        window().setService(ui::CallService::Relay);
        window().showStep(WelcomeStep::SignIn);
        ui::SignInEntry entry{.relayUrl = cloud("CALLCARD_RELAY_URL"), .relayToken = secret("CALLCARD_RELAY_TOKEN"), .viaRelay = true};
        Q_EMIT
        window().keysEntered(entry);
        QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"It works: Team relay"_s), kSoon);
        QCOMPARE(kept(u"relay-token"_s), entry.relayToken);
        ui::SignInEntry wrong = entry;
        wrong.relayToken = u"not-the-token"_s;
        Q_EMIT
        window().keysEntered(wrong);
        QTRY_VERIFY_WITH_TIMEOUT(said().contains(words(WelcomeTrouble::WrongKeys, u"Team relay"_s)), kSoon);
        QTRY_COMPARE_WITH_TIMEOUT(kept(u"relay-token"_s), entry.relayToken, kSoon);
    }

    void whatAnAdministratorDecidedIsShownAndHolds()
    {
        beginAgain("{\"settings\": {\"relay/url\": {\"value\": \"https://relay.acme.example\", \"locked\": true},\n                        "
                   "            \"user/region\": {\"value\": \"CA\", \"locked\": true}}}");
        window().setService(ui::CallService::Relay);
        window().showStep(WelcomeStep::SignIn);
        const auto *address = inWindow<QLineEdit>(u"Address of your team’s relay"_s);
        QVERIFY(address && !address->isEnabled());
        QCOMPARE(address->text(), u"https://relay.acme.example"_s);
        Q_EMIT
        window().keysEntered({.relayUrl = cloud("CALLCARD_RELAY_URL"), .relayToken = u"any-token"_s, .viaRelay = true});
        QTRY_VERIFY_WITH_TIMEOUT(said().contains(words(WelcomeTrouble::LockedByPolicy, {})), kSoon);
        QVERIFY(kept(u"relay-token"_s).isEmpty());
        window().showStep(WelcomeStep::Region);
        QVERIFY(!inWindow<QWidget>(u"Country"_s)->isEnabled() && inWindow<QWidget>(u"Time zone"_s)->isEnabled());
    }

    void anAdministratorsFileThatIsBrokenIsSeen()
    {
        beginAgain("{\"settings\": {\"card/mode\": {\"value\": \"off\", \"locked\": true},}}");
        QVERIFY2(pageSaid().contains(u"Some settings are not in force."_s), qPrintable(pageSaid()));
        QVERIFY(supportReport(*m_engine).contains(u"something in the policy file is not in force"_s));
        end();
        QVERIFY(writePrivately(profile().policyFile, "{\"$schema\": \"policy.schema.json\", \"settings\": {}}"));
        begin();
        QVERIFY(!pageSaid().contains(u"Some settings are not in force."_s));
    }

    void bothPhoneServicesAreTriedTogether_data()
    {
        QTest::addColumn<bool>("rightToken");
        QTest::newRow("both work") << true;
        QTest::newRow("the relay does not") << false;
    }

    void bothPhoneServicesAreTriedTogether()
    {
        QFETCH(const bool, rightToken);
        window().setService(ui::CallService::Both);
        window().showStep(WelcomeStep::SignIn);
        const auto type = [this](const QString &field, const QString &text) {
            auto *edit = inWindow<QLineEdit>(field);
            QVERIFY2(edit, qPrintable(field));
            edit->clear();
            QTest::keyClicks(edit, text);
        };
        type(u"Client ID of your company’s RingCentral app"_s, cloud("RINGCENTRAL_CLIENT_ID"));
        type(u"Address of your team’s relay"_s, cloud("CALLCARD_RELAY_URL"));
        type(u"Your own token"_s, rightToken ? secret("CALLCARD_RELAY_TOKEN") : u"not-the-token"_s);
        inWindow<QPushButton>(u"Continue"_s)->click();
        if (!rightToken) {
            QTRY_VERIFY2_WITH_TIMEOUT(said().contains(words(WelcomeTrouble::WrongKeys, u"Team relay"_s)), qPrintable(said()), kSoon);
            QCOMPARE(inWindow<QLineEdit>(u"Your own token"_s)->text(), u"not-the-token"_s); // to be looked at, not typed again
            QTRY_VERIFY_WITH_TIMEOUT(kept(u"relay-token"_s).isEmpty(), kSoon);
            return;
        }
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"It works: RingCentral, Team relay"_s), qPrintable(said()), kSoon);
        QCOMPARE(kept(u"relay-token"_s), cloud("CALLCARD_RELAY_TOKEN"));
        QVERIFY(!kept(u"ringcentral-session"_s).isEmpty());
    }

    void withoutAKeychainEveryStepGoesOn_data()
    {
        QTest::addColumn<WelcomeStep>("step");
        QTest::newRow("keys") << WelcomeStep::SignIn;
        QTest::newRow("Copper") << WelcomeStep::Customers;
        QTest::newRow("Firebase") << WelcomeStep::Metrics;
    }

    void withoutAKeychainEveryStepGoesOn()
    {
        QFETCH(const WelcomeStep, step);
        m_keychain->trouble = KeychainService::Trouble::Absent;
        end();
        begin();
        m_engine->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->accounts(), kSoon);
        m_welcome->show({});
        window().showStep(step);
        if (step == WelcomeStep::SignIn) {
            window().setService(ui::CallService::Relay);
            Q_EMIT
            window().keysEntered({.relayUrl = cloud("CALLCARD_RELAY_URL"), .relayToken = secret("CALLCARD_RELAY_TOKEN"), .viaRelay = true});
        } else if (step == WelcomeStep::Customers) {
            Q_EMIT
            window().copperRequested({.email = cloud("COPPER_USER_EMAIL"), .apiKey = secret("COPPER_API_KEY")});
        } else {
            Q_EMIT
            window().firebaseRequested({.projectId = cloud("FIREBASE_PROJECT_ID"),
                                        .apiKey = cloud("FIREBASE_API_KEY"),
                                        .email = cloud("CALLCARD_USER_EMAIL"),
                                        .password = secret("CALLCARD_FIREBASE_PASSWORD")},
                                       false, step);
        }
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(words(WelcomeTrouble::KeychainAbsent, {})), qPrintable(said()), kSoon);
        QVERIFY(inWindow<QPushButton>(u"Keep for this session"_s));
        inWindow<QPushButton>(u"Keep for this session"_s)->click();
        const QString good = step == WelcomeStep::SignIn      ? u"It works: Team relay"_s
                             : step == WelcomeStep::Customers ? u"can be read."_s
                                                              : u"Signed in as "_s;
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(good), qPrintable(said()), kSoon);
        // Another language is another engine in the same program: what was kept for the session goes along.
        std::optional<Engine::SecretsInHand> hand;
        TaskScope scope;
        scope.start(takeSecretsThen(*m_engine, hand));
        QTRY_VERIFY_WITH_TIMEOUT(hand.has_value(), kSoon);
        QVERIFY(hand->has_value() && !(*hand)->isEmpty());
        const QStringList names = (*hand)->keys();
        end();
        begin();
        m_engine->adoptSessionSecrets(*hand);
        QVERIFY(m_engine->keepsSecretsForSession());
        for (const QString &name : names)
            QVERIFY(QCoro::waitFor(m_engine->secrets().read(name, {}))->has_value());
        QVERIFY(m_keychain->entries.empty());
    }

    void theBrowserIsAskedAndItsAnswerExplained_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<WelcomeTrouble>("trouble");
        QTest::newRow("signs in") << QString() << WelcomeTrouble::None;
        QTest::newRow("there is none, the link is copied") << u"none"_s << WelcomeTrouble::NoBrowser;
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
        const auto follow = m_browser;
        QUrl link;
        if (what == "none"_L1)
            m_browser = [&link](const QUrl &url) {
                link = url;
                return false;
            };
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
            // And out again: the service ends the session, and nothing of it is left here.
            QVERIFY(!kept(u"ringcentral-session"_s).isEmpty());
            Q_EMIT
            m_page->signOutRequested(u"ringcentral"_s);
            QTRY_COMPARE_WITH_TIMEOUT(m_engine->accounts()->ringcentral->tokens->state(), TokenKeeper::State::SignedOut, kSoon);
            QTRY_VERIFY_WITH_TIMEOUT(wasSessionEnded(), kSoon);
            QTRY_VERIFY_WITH_TIMEOUT(kept(u"ringcentral-session"_s).isEmpty() && kept(u"names"_s).isEmpty(), kSoon);
            QVERIFY(!pageSaid().contains(u"could not be told"_s));
        } else {
            QTRY_VERIFY2_WITH_TIMEOUT(said().contains(words(trouble, u"RingCentral"_s)), qPrintable(said()), kSoon);
        }
        if (what == "none"_L1) { // it is waited for all the same
            QVERIFY(inWindow<QPushButton>(u"Copy link"_s));
            follow(link);
            QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"It works: RingCentral"_s), qPrintable(said()), kSoon);
        }
    }

    void whatHelpsIsTold_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<WelcomeTrouble>("trouble");
        const auto disk = [](const char *name, WelcomeTrouble trouble) {
            QTest::newRow(name) << Error{.kind = ErrorKind::Storage, .detail = QLatin1StringView(name) + u": by the disk"_s} << trouble;
        };
        disk("full", WelcomeTrouble::DiskFull);
        disk("read-only", WelcomeTrouble::NoDisk);
        disk("cannot-open", WelcomeTrouble::NoDisk);
        disk("corrupt", WelcomeTrouble::FilesUnusable);
        disk("newer", WelcomeTrouble::FilesUnusable);
        disk("locked", WelcomeTrouble::FilesUnusable);
        disk("keychain", WelcomeTrouble::KeychainFailed);
        QTest::newRow("the browser was closed")
            << Error{.kind = ErrorKind::TimedOut, .detail = u"nobody came back from the browser"_s} << WelcomeTrouble::NobodyCameBack;
        const auto way = [](const char *name, NetworkFault fault, WelcomeTrouble trouble) {
            QTest::newRow(name) << networkError(fault, u"relay.example"_s) << trouble;
        };
        way("no such host", NetworkFault::HostUnknown, WelcomeTrouble::NoSuchHost);
        way("nobody there", NetworkFault::ConnectionRefused, WelcomeTrouble::NotReachable);
        way("self-signed", NetworkFault::Untrusted, WelcomeTrouble::Untrusted);
        way("expired", NetworkFault::ClockWrong, WelcomeTrouble::ClockWrong);
        way("proxy", NetworkFault::ProxyTrouble, WelcomeTrouble::ProxyTrouble);
        way("a hotel's page", NetworkFault::CaptivePortal, WelcomeTrouble::SomethingElse);
        way("half an address", NetworkFault::BadAddress, WelcomeTrouble::BadAddress);
    }

    void whatHelpsIsTold()
    {
        QFETCH(const Error, error);
        QTEST(welcomeTrouble(error), "trouble");
    }

    void aSessionThatWasNotEndedIsTold()
    {
        window().showStep(WelcomeStep::SignIn);
        Q_EMIT
        window().browserSignInRequested({.clientId = cloud("RINGCENTRAL_CLIENT_ID")});
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"It works: RingCentral"_s), qPrintable(said()), kSoon);
        m_cloud.reset(); // nobody hears that it should end
        Q_EMIT
        m_page->signOutRequested(u"ringcentral"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(pageSaid().contains(u"Signed out of RingCentral here, but it could not be told."_s),
                                  qPrintable(pageSaid()), kSoon);
        QVERIFY(kept(u"ringcentral-session"_s).isEmpty());
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
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"can be read."_s), qPrintable(said()), kSoon);
        // Looked at, and nothing of it is here before a yes.
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"called last month"_s) && !said().contains(u"Looking who"_s), qPrintable(said()), kSoon);
        QVERIFY(m_engine->customers().isWaitingForFirst());
        QCOMPARE(m_engine->customers().directory()->stats()->customers, 0);
        QCOMPARE(m_engine->preferences().state(settings::kDirectorySources.name()).origin, SettingOrigin::Default);
        QVERIFY(inWindow<QPushButton>(u"Keep these customers"_s));
        inWindow<QPushButton>(u"Keep these customers"_s)->click();
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"are on this computer."_s), qPrintable(said()), kSoon);
        QVERIFY(m_engine->customers().directory()->stats()->customers > 0);
        QCOMPARE(m_engine->preferences().value(settings::kDirectorySources), QStringList{u"firestore"_s});
        QCOMPARE(m_engine->preferences().state(settings::kDirectorySources.name()).origin, SettingOrigin::File);
    }

    /// The page shows who would come by itself where somebody signed in before.
    void theStepOfTheCustomersLooksByItself()
    {
        const Json rules{{"service", "firestore"}, {"do", "switch"}, {"name", "rules"}, {"position", "callcard"}};
        QVERIFY(m_cloud->control(rules).value("ok", false));
        const ui::FirebaseEntry entry{.projectId = cloud("FIREBASE_PROJECT_ID"),
                                      .apiKey = cloud("FIREBASE_API_KEY"),
                                      .email = cloud("CALLCARD_USER_EMAIL"),
                                      .password = secret("CALLCARD_FIREBASE_PASSWORD")};
        window().showStep(WelcomeStep::Metrics);
        Q_EMIT
        window().firebaseRequested(entry, false, WelcomeStep::Metrics);
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"Signed in as "_s), qPrintable(said()), kSoon);
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->customers().isWaitingForFirst(), kSoon);
        window().showStep(WelcomeStep::Customers);
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"can be read."_s), qPrintable(said()), kSoon);
        inWindow<QPushButton>(u"Choose something else"_s)->click();
        QVERIFY(m_engine->customers().isWaitingForFirst());
        QCOMPARE(m_engine->customers().directory()->stats()->customers, 0);
    }

    void copperIsASourceOnlyAfterAYes()
    {
        window().showStep(WelcomeStep::Customers);
        Q_EMIT
        window().copperRequested({.email = cloud("COPPER_USER_EMAIL"), .apiKey = secret("COPPER_API_KEY")});
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"can be read."_s), qPrintable(said()), kSoon);
        QCOMPARE(m_engine->preferences().state(settings::kDirectorySources.name()).origin, SettingOrigin::Default);
        Q_EMIT
        window().keepRequested();
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"are on this computer."_s), qPrintable(said()), kSoon);
        QCOMPARE(m_engine->preferences().value(settings::kDirectorySources), QStringList{u"copper"_s}); // nobody chose the other one
    }

    /// Chosen in the settings it is looked at first as well.
    void aSourceChosenInTheSettingsIsLookedAtFirst()
    {
        window().showStep(WelcomeStep::Customers);
        Q_EMIT
        window().copperRequested({.email = cloud("COPPER_USER_EMAIL"), .apiKey = secret("COPPER_API_KEY")});
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"can be read."_s), qPrintable(said()), kSoon);
        inWindow<QPushButton>(u"Choose something else"_s)->click();
        m_page->showSection(ui::SettingsSection::Directory);
        QSignalSpy wished(m_settings.get(), &SettingsDesk::sourceRequested);
        Q_EMIT
        m_page->changeRequested(settings::kDirectorySources.name(), QStringList{u"firestore"_s, u"copper"_s});
        QCOMPARE(wished.size(), 1);
        QCOMPARE(wished.first().first().toString(), u"copper"_s);
        QCOMPARE(m_engine->preferences().value(settings::kDirectorySources), QStringList{u"firestore"_s});
        m_welcome->showCustomersOf(u"copper"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"can be read."_s), qPrintable(said()), kSoon);
        // What cannot be asked yet is a wish for later, and simply kept.
        Q_EMIT
        m_page->changeRequested(settings::kDirectorySources.name(), QStringList{u"firestore"_s, u"justcall"_s});
        QCOMPARE(m_engine->preferences().value(settings::kDirectorySources), (QStringList{u"firestore"_s, u"justcall"_s}));
    }

    void aCrmTemplateShowsWhereItLeads()
    {
        const QString path = m_folder->filePath(u"people.csv"_s);
        QVERIFY(writePrivately(path, "Id,Name,Phone\n4711,Sarah Lindqvist,(303) 555-0187\n"));
        QVERIFY(m_engine->customers().directory()->importNow({.file = path, .region = u"US"_s}));
        m_page->showSetting(settings::kCrmUrl.name());
        QLineEdit *field = nullptr;
        for (QLineEdit *one : m_page->findChildren<QLineEdit *>()) {
            if (one->accessibleName() == u"Page of the CRM"_s)
                field = one;
        }
        QVERIFY(field);
        QTest::keyClicks(field, u"https://crm.example/people/{id}"_s);
        QString said = field->accessibleDescription();
        QVERIFY2(said.remove(QChar(0x2068)).remove(QChar(0x2069)).contains(u"Sarah Lindqvist: https://crm.example/people/4711"_s),
                 qPrintable(said));
        QTest::keyClicks(field, u"/{phone}"_s);
        QVERIFY2(field->accessibleDescription().contains(u"{phone} is not known."_s), qPrintable(field->accessibleDescription()));
        field->clear();
        QVERIFY(!field->accessibleDescription().contains(u"is not known."_s));
    }

    void aFileShowsWhatItWouldBring()
    {
        const QString path = m_folder->filePath(u"people.csv"_s);
        QVERIFY(writePrivately(path, "Name,Phone\nSarah Lindqvist,(303) 555-0187\nTom Haldane,303 555 0143\n,\n"));
        window().showStep(WelcomeStep::Customers);
        window().chooseFile(path);
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"2 customers with 2 numbers can be read."_s), qPrintable(said()), kSoon);
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"Sarah Lindqvist, (303) 555-0187"_s), qPrintable(said()), kSoon);
        QCOMPARE(m_engine->customers().directory()->stats()->customers, 0);
        Q_EMIT
        window().keepRequested();
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

        // Who only ever texted, and a customer that is with the outbox already, are a person's as well.
        Message text{.id = MessageId(u"demo:text-1"_s), .source = u"demo"_s, .direction = CallDirection::Inbound};
        text.remote.number = PhoneNumber::fromE164(u"+13035550143");
        text.agentEmail = u"robin@acme.example"_s;
        text.text = u"see you on Friday"_s;
        text.sentAt = call.startedAt;
        const HistorySpan span{
            .source = u"demo"_s, .agentEmail = text.agentEmail, .from = text.sentAt.addSecs(-60), .to = text.sentAt.addSecs(60)};
        QVERIFY(log.takeTexts(span, {text}).has_value());
        // So is what only came live, from a sender without a number of its own, and a promise that was kept.
        Message live{.id = MessageId(u"demo:text-2"_s), .source = u"demo"_s, .direction = CallDirection::Inbound};
        live.remote.rawNumber = u"555019"_s;
        live.text = u"your parcel is here"_s;
        live.sentAt = call.startedAt.addSecs(30);
        log.onText(live);
        log.addPromise({.text = u"send the samples"_s, .due = QDate(2026, 11, 20)}, call.remote.number, call.id);
        log.addPromise({.text = u"call on Friday"_s}, call.remote.number, call.id);
        const Result<QList<Promise>> promised = log.openPromises();
        QVERIFY(promised.has_value());
        QCOMPARE(promised->size(), 2);
        log.setPromiseDone(promised->first().id, true);
        TakesAll outlet;
        Directory &directory = *m_engine->customers().directory();
        directory.setOutlet(&outlet);
        QVERIFY(directory.save({.name = u"Omar Castellan"_s}).has_value());
        QVERIFY(directory.unsent()->isEmpty());
        directory.setOutlet(nullptr);

        const Result<Json> data = QCoro::waitFor(personalData(*m_engine, {}));
        QVERIFY(data.has_value());
        QCOMPARE(data->at("calls").size(), 1U);
        QCOMPARE(data->at("texts").size(), 2U);
        QVERIFY(data->at("texts").at(0).at("text") == "see you on Friday");
        QVERIFY(data->at("texts").at(1).at("text") == "your parcel is here");
        QVERIFY(data->at("texts").at(1).at("number") == "555019");
        QCOMPARE(data->at("promises").size(), 2U);
        QVERIFY(data->at("promises").at(0).at("text") == "send the samples");
        QVERIFY(data->at("promises").at(0).at("done") == true);
        QVERIFY(data->at("promises").at(0).at("number") == "+13035550187");
        QVERIFY(data->at("promises").at(0).at("call") == "demo:1");
        QVERIFY(data->at("promises").at(1).at("done") == false);
        QCOMPARE(data->at("customers").size(), 1U);
        QVERIFY(data->at("customers").at(0).at("name") == "Omar Castellan");
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
        set(u"desktop/autostart"_s, u"true"_s);
        QVERIFY(QFile::exists(autostartEntry()));
        QSignalSpy wiped(m_settings.get(), &SettingsDesk::wipeRequested);
        // A key that stays ends it before anything is gone.
        m_keychain->troubleWhenRemoving = KeychainService::Trouble::Denied;
        m_page->showSection(ui::SettingsSection::Privacy);
        Q_EMIT
        m_page->privacy().wipeRequested();
        const QString locked = ui::errorText({.kind = ErrorKind::SecretsLocked}, {}, m_engine->clock().now()).sentences();
        QTRY_VERIFY2_WITH_TIMEOUT(pageSaid().contains(locked), qPrintable(pageSaid()), kSoon);
        QVERIFY(wiped.isEmpty() && !keys().isEmpty() && QFile::exists(autostartEntry()));
        m_keychain->troubleWhenRemoving = {};
        Q_EMIT
        m_page->privacy().wipeRequested();
        QTRY_COMPARE_WITH_TIMEOUT(wiped.size(), 1, kSoon);
        QCOMPARE(wiped.first().first().toStringList(), QStringList());
        QCOMPARE(keys(), QStringList());
        QVERIFY(!QFile::exists(autostartEntry()));
    }

    void aLostKeychainStopsAWipeAndAMissingOneDoesNot_data()
    {
        QTest::addColumn<bool>("everThere");
        QTest::newRow("it was there") << true;
        QTest::newRow("there never was one") << false;
    }

    void aLostKeychainStopsAWipeAndAMissingOneDoesNot()
    {
        QFETCH(const bool, everThere);
        m_keychain->trouble = KeychainService::Trouble::Absent;
        if (!everThere) {
            end();
            begin();
            m_engine->start();
            QTRY_VERIFY_WITH_TIMEOUT(m_engine->accounts(), kSoon);
        }
        QSignalSpy wiped(m_settings.get(), &SettingsDesk::wipeRequested);
        m_page->showSection(ui::SettingsSection::Privacy);
        Q_EMIT
        m_page->privacy().wipeRequested();
        const QString locked = ui::errorText({.kind = ErrorKind::SecretsLocked}, {}, m_engine->clock().now()).sentences();
        QTRY_VERIFY_WITH_TIMEOUT(wiped.size() == 1 || pageSaid().contains(locked), kSoon);
        QCOMPARE(wiped.isEmpty(), everThere);
    }

    void whatAWipeLeftIsSaidAfterwards()
    {
        m_page->showSection(ui::SettingsSection::Privacy);
        m_settings->tellWipe({}, {u"RingCentral"_s});
        QVERIFY(pageSaid().contains(u"RingCentral could not be told"_s));
        m_settings->tellWipe(failure(ErrorKind::Storage), {});
        QVERIFY(pageSaid().contains(u"files could not be removed"_s));
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

    void wipingOneProfileLeavesTheOthers()
    {
        QTemporaryDir folder;
        Profile standard = profileIn(folder.path());
        standard.name.clear();
        Profile work = standard;
        work.name = u"work"_s;
        work.dataFolder = standard.dataFolder + u"/profiles/work"_s;
        work.settingsFile = QFileInfo(standard.settingsFile).path() + u"/profiles/work/callcard.ini"_s;
        for (const Profile &one : {standard, work}) {
            QVERIFY(prepareFolders(one).has_value() && QDir().mkpath(one.directoryFolder()));
            QVERIFY(writePrivately(one.settingsFile, "[card]\nmode=off\n"));
            QVERIFY(writePrivately(one.callLogFile(), "x") && writePrivately(one.directoryFolder() + u"/.hidden"_s, "x"));
        }
        QVERIFY(wipeProfile(standard).has_value());
        QVERIFY(!QFile::exists(standard.settingsFile) && !QFile::exists(standard.callLogFile()));
        QVERIFY(!QFile::exists(standard.directoryFolder()));
        QVERIFY(QFile::exists(work.settingsFile) && QFile::exists(work.callLogFile()) && QFile::exists(work.directoryFolder()));
        QVERIFY(wipeProfile(work).has_value());
        QVERIFY(!QFile::exists(work.dataFolder) && !QFile::exists(work.settingsFile));
    }

    void aForgottenCustomerIsGone_data()
    {
        QTest::addColumn<bool>("typed");
        QTest::addColumn<bool>("imported");
        QTest::newRow("made here") << true << false;
        QTest::newRow("imported") << false << true;
        QTest::newRow("imported and changed here") << true << true;
    }

    void aForgottenCustomerIsGone()
    {
        QFETCH(const bool, typed);
        QFETCH(const bool, imported);
        Directory &directory = *m_engine->customers().directory();
        const std::optional<PhoneNumber> number = PhoneNumber::fromE164(u"+13035550143");
        CustomerDraft draft{.name = u"Tom Haldane"_s, .numbers = {{.number = number, .text = u"303 555 0143"_s}}};
        if (imported) {
            const QString path = m_folder->filePath(u"people.csv"_s);
            QVERIFY(writePrivately(path, "Name,Phone\nTom Haldane,303 555 0143\nSarah Lindqvist,(303) 555-0187\n"));
            QVERIFY(directory.importNow({.file = path, .region = u"US"_s}).has_value());
            draft.edits = directory.search(u"haldane"_s)->constFirst().id;
            draft.company = u"Northlight"_s;
        }
        if (typed)
            QVERIFY(directory.save(draft).has_value());
        const CustomerId id = directory.search(u"haldane"_s)->constFirst().id;
        QVERIFY(!directory.whoIs({.number = number}).facts.isEmpty());
        m_page->showSection(ui::SettingsSection::Privacy);
        Q_EMIT
        m_page->privacy().peopleSought(u"haldane"_s);
        Q_EMIT
        m_page->privacy().forgetRequested(id.text());
        QVERIFY2(pageSaid().contains(u"Forgotten."_s), qPrintable(pageSaid()));
        QVERIFY(directory.search(u"haldane"_s)->isEmpty());
        QVERIFY(directory.whoIs({.number = number}).facts.isEmpty());
        QVERIFY(!directory.customer(id)->has_value());
        QCOMPARE(directory.stats()->customers, imported ? 1 : 0);
    }

    void nobodyIsForgottenWhileTheyWouldComeBack()
    {
        Directory &directory = *m_engine->customers().directory();
        const Result<CustomerId> id = directory.save({.name = u"Tom Haldane"_s});
        QVERIFY(id.has_value());
        const QString path = m_folder->filePath(u"people.csv"_s);
        QVERIFY(writePrivately(path, "Name,Phone\nSarah Lindqvist,(303) 555-0187\n"));
        window().showStep(WelcomeStep::Customers);
        window().chooseFile(path);
        m_page->showSection(ui::SettingsSection::Privacy);
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"can be read."_s), qPrintable(said()), kSoon);
        Q_EMIT
        window().keepRequested();
        QTRY_VERIFY_WITH_TIMEOUT(directory.isBusy(), kSoon);
        Q_EMIT
        m_page->privacy().forgetRequested(id->text());
        QVERIFY2(!pageSaid().contains(u"Forgotten."_s), qPrintable(pageSaid()));
        QVERIFY(pageSaid().contains(u"try again"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!directory.isBusy(), kSoon);
        QCOMPARE(directory.search(u"haldane"_s)->size(), 1);
    }

    void whatAnAdministratorWantsOfTheDesktopIsDone_data()
    {
        QTest::addColumn<QByteArray>("policy");
        QTest::newRow("locked") << QByteArray(
            "{\"settings\": {\"desktop/autostart\": {\"value\": true, \"locked\": true},\n                                                 "
            "              \"desktop/telLinks\": {\"value\": true, \"locked\": true}}}");
        QTest::newRow("suggested") << QByteArray("{\"settings\": {\"desktop/autostart\": true, \"desktop/telLinks\": true}}");
    }

    void whatAnAdministratorWantsOfTheDesktopIsDone()
    {
        QFETCH(const QByteArray, policy);
        beginAgain(policy);
        QVERIFY(QFile::exists(autostartEntry()));
        m_settings->links().ask();
        QTRY_COMPARE_WITH_TIMEOUT(linkOwner(), u"callcard.desktop"_s, kSoon);
        QTRY_VERIFY_WITH_TIMEOUT(m_settings->links().owner().ours, kSoon);
    }

    void theSwitchesSayHowTheDesktopIs()
    {
        set(u"desktop/autostart"_s, u"true"_s);
        QVERIFY(QFile::remove(autostartEntry())); // by the desktop's own settings
        QVERIFY(writePrivately(m_folder->filePath(u"owner"_s), "callcard.desktop\n"));
        end();
        begin();
        QVERIFY(!m_engine->preferences().value(settings::kAutostart));
        QVERIFY(!m_engine->preferences().value(settings::kTelLinks));
        m_settings->links().ask();
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->preferences().value(settings::kTelLinks), kSoon);
        QVERIFY(writePrivately(m_folder->filePath(u"owner"_s), "softphone.desktop\n"));
        m_settings->links().ask();
        QTRY_VERIFY_WITH_TIMEOUT(!m_engine->preferences().value(settings::kTelLinks), kSoon);
        QCOMPARE(linkOwner(), u"softphone.desktop"_s); // shown, not taken
    }

    void linksThatAreNotGivenAreSaid()
    {
        writeMimeTool(false);
        m_page->showSetting(u"desktop/telLinks"_s);
        window().showStep(WelcomeStep::Computer);
        Q_EMIT
        window().linksChosen(true);
        QTRY_VERIFY_WITH_TIMEOUT(said().contains(words(WelcomeTrouble::LinksRefused, {})), kSoon);
        QVERIFY(pageSaid().contains(u"did not let Callcard take over these links"_s));
        QVERIFY(!m_engine->preferences().value(settings::kTelLinks));
        writeMimeTool(true);
        Q_EMIT
        window().linksChosen(true);
        QTRY_COMPARE_WITH_TIMEOUT(linkOwner(), u"callcard.desktop"_s, kSoon);
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->preferences().value(settings::kTelLinks), kSoon);
    }

    void aShortcutThatCannotWorkIsSaid()
    {
        GlobalHotkey key;
        QCOMPARE(key.set(QKeySequence(u"Ctrl+Alt+C"_s)), ui::ShortcutTrouble::NotHere); // these tests have no X server
        QCOMPARE(key.set({}), ui::ShortcutTrouble::None);
    }

    void autostartIsAnEntryOfThePersons()
    {
        QTemporaryDir folder;
        const Autostart other(u"work"_s, folder.filePath(u"autostart"_s), u"/opt/callcard"_s);
        const Autostart autostart({}, folder.filePath(u"autostart"_s), u"/opt/my \"programs\"/100%/callcard"_s);
        QVERIFY(!autostart.isOn());
        QVERIFY(autostart.set(true).has_value());
        QVERIFY(autostart.isOn());
        QFile entry(folder.filePath(u"autostart/callcard.desktop"_s));
        QVERIFY(entry.open(QFile::ReadOnly));
        const QByteArray text = entry.readAll();
        QVERIFY2(text.contains("Exec=\"/opt/my \\\\\"programs\\\\\"/100%%/callcard\" --background\n"), text.constData());
        QVERIFY(!other.isOn() && other.set(true).has_value()); // each profile has its own
        QFile second(folder.filePath(u"autostart/callcard-work.desktop"_s));
        QVERIFY(second.open(QFile::ReadOnly) && second.readAll().contains("Exec=\"/opt/callcard\" --profile \"work\" --background\n"));
        QVERIFY(autostart.set(false).has_value());
        QVERIFY(!autostart.isOn() && other.isOn());
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
