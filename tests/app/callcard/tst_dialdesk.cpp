#include "../cli/clirun.h"
#include "callcard/callboxdesk.h"
#include "callcard/carddesk.h"
#include "callcard/dialcards.h"
#include "callcard/handover.h"
#include "callcard/transfertargets.h"

#include <demo/democloud.h>
#include <engine/callcommand.h>
#include <engine/desktoplinks.h>
#include <engine/engine.h>
#include <engine/personaldata.h>

#include <callcard/ui/theme.h>

#include <QDesktopServices>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSoon = 15'000;
const auto kSarah = u"+14165550142"_s;

struct GivenLinks final : LinkOpener {
    QCoro::Task<Result<>> open(QUrl link, std::stop_token) override
    {
        opened.append(link.toString(QUrl::FullyEncoded));
        co_return result;
    }
    QStringList opened;
    Result<> result{};
};

} // namespace

/// A click and what becomes of it, with the engine, the box and the cards as in the program, against the demo cloud.
class tst_DialDesk : public QObject
{
    Q_OBJECT

    std::unique_ptr<ui::ThemeKeeper> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<demo::DemoCloud> m_cloud;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<GivenLinks> m_links;
    std::unique_ptr<DialService> m_dial;
    std::unique_ptr<CardDesk> m_cards;
    std::unique_ptr<DialCards> m_dialCards;
    std::unique_ptr<CallBoxDesk> m_desk;
    const QByteArray m_path = qgetenv("PATH");

    static QCoro::Task<> endThen(tst_DialDesk &test, Completion<> &done)
    {
        co_await test.m_cards->stop();
        co_await test.m_desk->stop();
        co_await test.m_dialCards->stop();
        co_await test.m_dial->stop();
        co_await test.m_engine->shutDown();
        done.complete();
    }
    static QCoro::Task<> openThen(DesktopLinks &links, QUrl link, std::optional<Result<>> &result)
    {
        result = co_await links.open(std::move(link), {});
    }

    static QCoro::Task<> stopThen(CallCommand &command, Completion<> &done)
    {
        co_await command.stop();
        done.complete();
    }
    static QCoro::Task<> runThen(CallCommand &command, Json arguments, std::optional<Result<Json>> &result)
    {
        const CallCommand::Tell quiet = [](const Json &) {};
        result = co_await command.run(std::move(arguments), quiet, {});
    }
    /// Somebody talked: the call ends.
    bool endsWhenActive(const QByteArray &lines)
    {
        return lines.contains("\"status\":\"active\"") && m_cloud->control({{"do", "call.end"}}).value("ok", false);
    }

    Json verb(const std::string &name, Json arguments)
    {
        arguments["service"] = "ringcentral";
        arguments["do"] = name;
        return m_cloud->control(arguments);
    }
    void set(const QString &key, const QString &value) { QVERIFY2(m_engine->preferences().setText(key, value), qPrintable(key)); }

    /// `sources`: of calls.
    void begin(const QString &sources)
    {
        const Profile profile = profileIn(m_folder->path());
        QVERIFY(prepareFolders(profile));
        m_engine = std::make_unique<Engine>(profile, Engine::Attendance::Headless);
        if (!sources.isEmpty())
            set(settings::kCallSources.name(), sources);
        set(settings::kUserRegion.name(), u"US"_s);
        set(settings::kDaytimeFrom.name(), u"08:00"_s); // it is never night anywhere
        set(settings::kDaytimeTo.name(), u"08:00"_s);
        QFile file(m_folder->filePath(u"people.csv"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("id,name,company,phone,doNotCall\n1,Sarah Lindqvist,Northlight Coffee Roasters,+1 416-555-0142 x12,no\n"
                   "2,Tom Reyes,Cedar Line Foods,+1 416-555-0150,no\n3,Kai Nakamura,Cedar Line Foods,+1 416-555-0150,yes\n");
        file.close();
        const Result<ImportReport> report = m_engine->customers().directory()->importNow({.file = file.fileName(), .region = u"US"_s});
        QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
        m_links = std::make_unique<GivenLinks>();
        m_dial = std::make_unique<DialService>(*m_engine, *m_links);
        m_cards = std::make_unique<CardDesk>(*m_engine);
        m_dialCards = std::make_unique<DialCards>(*m_engine, *m_dial, *m_cards);
        m_desk = std::make_unique<CallBoxDesk>(*m_engine, *m_dial);
    }
    void start()
    {
        m_engine->start();
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(), kSoon);
        QTRY_VERIFY_WITH_TIMEOUT(!m_engine->customers().directory()->isBusy(), kSoon);
    }
    bool isConnected() const
    {
        const QList<Connection> connections = m_engine->connections();
        return std::any_of(connections.begin(), connections.end(),
                           [](const Connection &connection) { return connection.state == ConnectionState::Connected; });
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = {}) { QTest::keyClick(m_desk->box().findChild<QLineEdit *>(), key, with); }
    /// What the box says to a screen reader.
    QString said() const
    {
        QStringList all;
        for (const QWidget *widget : m_desk->box().findChildren<QWidget *>()) {
            if (widget->isVisibleTo(&m_desk->box()))
                all.append(widget->accessibleName());
        }
        const QAbstractItemModel *rows = m_desk->box().findChild<QListView *>()->model();
        for (int row = 0; row < rows->rowCount(); ++row)
            all.append(rows->index(row, 0).data(Qt::AccessibleTextRole).toString());
        return all.join(u'\n');
    }
    QList<LogEntry> log() const
    {
        const Result<> flushed = m_engine->callBook().log()->flush();
        const Result<HistoryPage> page = m_engine->callBook().log()->history({});
        return flushed && page ? page->entries : QList<LogEntry>{};
    }
    DialTarget target(QStringView text) const { return *m_dial->dialing().read(text); }
    DialRecord::Stage stage(qint64 record) const { return m_dial->dialing().record(record)->stage; }
    bool hasRecord(qint64 record) const { return m_dial->dialing().record(record).has_value(); }

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<QList<DialWarning>>();
        m_theme = std::make_unique<ui::ThemeKeeper>(*qApp);
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cloud = std::make_unique<demo::DemoCloud>(demo::DemoOptions{.customers = 20, .days = 0});
        QVERIFY(m_cloud->start().has_value());
        for (const auto &[name, value] : m_cloud->environment())
            qputenv(name.c_str(), QByteArray::fromStdString(value));
        qunsetenv("CALLCARD_CALLS_SOURCES");
        qunsetenv("CALLCARD_REGION");
    }
    void cleanup()
    {
        if (m_engine) {
            Completion<> done;
            TaskScope scope;
            scope.start(endThen(*this, done));
            QTRY_VERIFY_WITH_TIMEOUT(done.isComplete(), kSoon);
        }
        m_desk.reset();
        m_dialCards.reset();
        m_cards.reset();
        m_dial.reset();
        m_links.reset();
        m_engine.reset();
        for (const auto &[name, value] : m_cloud->environment())
            qunsetenv(name.c_str());
        m_cloud.reset();
        qputenv("PATH", m_path);
    }

    void aColdLinkWaitsUntilTheServiceIsKnown()
    {
        begin(u"ringcentral"_s);
        m_desk->openLink(u"tel:+14165550142"_s); // before the keychain has answered
        QVERIFY2(said().contains(u"just starting"_s), qPrintable(said()));
        press(Qt::Key_Return);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!hasRecord(1) && m_links->opened.isEmpty());
        m_engine->start();
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"then "_s) && !said().contains(u"just starting"_s), qPrintable(said()), kSoon);
        press(Qt::Key_Return);
        QVERIFY(hasRecord(1));
        QVERIFY2(said().contains(u"Asking RingCentral"_s), qPrintable(said()));
        press(Qt::Key_Return); // an impatient finger on a slow network
        QVERIFY2(said().contains(u"Already calling"_s), qPrintable(said()));
        QVERIFY(!hasRecord(2));
        QTRY_COMPARE_WITH_TIMEOUT(stage(1), DialRecord::Stage::Placed, kSoon);
        QVERIFY(m_links->opened.isEmpty());
    }

    void withoutAServiceNoOtherProgramDialsUnasked()
    {
        begin(u"relay"_s);
        start();
        m_dial->setLinksAreOurs(false);
        m_desk->call(target(kSarah), {});
        QVERIFY(m_links->opened.isEmpty());
        QVERIFY(m_desk->box().isVisible());
        QVERIFY2(said().contains(u"No connected phone service"_s), qPrintable(said()));
        press(Qt::Key_Return); // the chosen way stays the first, and cannot
        QVERIFY(m_links->opened.isEmpty());
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QTRY_COMPARE(m_links->opened.size(), 1);
        QTRY_VERIFY(!m_desk->box().isVisible());
        const QList<LogEntry> entries = log();
        QCOMPARE(entries.size(), 1); // that it was handed on is known
        QCOMPARE(entries.first().call.providerStatus, u"handed-over"_s);
        QCOMPARE(entries.first().customer.name, u"Sarah Lindqvist"_s);
    }

    void whereJustCallIsAllThereIsItsDialerDials()
    {
        for (const auto &[name, value] : m_cloud->environment()) {
            if (name.starts_with("RINGCENTRAL_") || name.starts_with("CALLCARD_RELAY_"))
                qunsetenv(name.c_str());
        }
        begin({});
        QVERIFY(m_engine->accounts() == nullptr);
        m_engine->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->accounts(), kSoon);
        QCOMPARE(m_engine->accounts()->callSources({}), QStringList{u"justcall"_s});
        QCOMPARE(m_dial->dialing().rules().route, DialRoute::JustCallDialer);
        set(settings::kDialVia.name(), u"system"_s); // a choice is a choice
        QCOMPARE(m_dial->dialing().rules().route, DialRoute::System);
    }

    void anAgentCallsWhereTheRelayHasOne()
    {
        begin(u"relay"_s);
        start();
        QTRY_VERIFY_WITH_TIMEOUT(m_dial->ways().contains(DialRoute::AiAgent), kSoon);
        m_desk->open(kSarah);
        Q_EMIT
        m_desk->box().wayChosen(DialRoute::AiAgent);
        QVERIFY2(said().contains(u"AI agent calls"_s), qPrintable(said()));
        QVERIFY(!hasRecord(1));
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(stage(1), DialRecord::Stage::HandedOver, kSoon);
        QTRY_VERIFY_WITH_TIMEOUT(!m_desk->box().isVisible(), kSoon);
        QTRY_VERIFY_WITH_TIMEOUT(log().size() == 1 && !log().first().call.id.text().startsWith(kDialledId), kSoon); // its events came
        QCOMPARE(log().first().customer.name, u"Sarah Lindqvist"_s);
        const Json journal = m_cloud->control({{"do", "journal"}, {"service", "callstream"}, {"limit", 5000}})["requests"];
        const auto asked = std::find_if(journal.begin(), journal.end(), [](const Json &one) { return one["target"] == "/api/ai-calls"; });
        QVERIFY(asked != journal.end() && asked->dump().find("Sarah Lindqvist") != std::string::npos);
        QCOMPARE(m_dial->dialing().rules().route, DialRoute::Provider); // a machine is meant each time
        m_desk->open(kSarah);
        QVERIFY2(!said().contains(u"AI agent calls"_s), qPrintable(said()));
    }

    void noAgentIsOfferedWhereThereIsNone()
    {
        m_cloud->control({{"do", "switch"}, {"service", "callstream"}, {"name", "aiCalls"}, {"position", "absent"}});
        begin(u"relay"_s);
        start();
        QVERIFY(!m_dial->ways().contains(DialRoute::AiAgent));
        QCOMPARE(m_dial->plan(target(kSarah), {}, DialRoute::AiAgent).obstacle, DialObstacle::NoAgent);
    }

    void theCommandLineSendsAnAgent_data()
    {
        QTest::addColumn<QString>("relay");
        QTest::addColumn<int>("code");
        QTest::newRow("has one") << u"offered"_s << 0;
        QTest::newRow("has none") << u"absent"_s << 1;
    }

    void theCommandLineSendsAnAgent()
    {
        QFETCH(const QString, relay);
        QFETCH(const int, code);
        m_cloud->control({{"do", "switch"}, {"service", "callstream"}, {"name", "aiCalls"}, {"position", relay.toStdString()}});
        QProcessEnvironment environment;
        for (const auto &[name, value] : m_cloud->environment())
            environment.insert(QString::fromStdString(name), QString::fromStdString(value));
        environment.insert(u"CALLCARD_CALLS_SOURCES"_s, u"relay"_s);
        environment.insert(u"CALLCARD_REGION"_s, u"US"_s);
        environment.insert(u"CALLCARD_DIALING_DAYTIME_FROM"_s, u"08:00"_s);
        environment.insert(u"CALLCARD_DIALING_DAYTIME_TO"_s, u"08:00"_s);
        const CliRun run = runCli(m_folder->path(), {u"--json"_s, u"call"_s, u"416-555-0142"_s, u"--via"_s, u"ai-agent"_s}, environment);
        QVERIFY2(run.code == code, QByteArray(run.out + run.error).constData());
        if (code == 0)
            QCOMPARE(run.out.trimmed(), QByteArray(R"({"reason":"ai-agent","status":"handed-over","type":"result"})"));
        else
            QVERIFY2(run.error.contains("no AI agent"), run.error.constData());
        QCOMPARE(m_cloud->control({{"do", "calls"}, {"live", true}})["calls"].size(), std::size_t(code == 0 ? 1 : 0));
    }

    void aChosenWayIsRemembered()
    {
        begin(u"ringcentral"_s);
        start();
        m_desk->open(kSarah);
        Q_EMIT
        m_desk->box().wayChosen(DialRoute::RingCentralApp);
        QVERIFY2(said().contains(u"RingCentral app dials"_s), qPrintable(said()));
        press(Qt::Key_Return);
        QTRY_COMPARE(m_links->opened.size(), 1);
        QCOMPARE(m_engine->preferences().value(settings::kDialVia), u"ringcentral-app"_s);
    }

    void aChosenCallerIdIsRemembered()
    {
        begin(u"ringcentral"_s);
        start();
        QTRY_VERIFY_WITH_TIMEOUT(m_dial->ownLines().size() >= 2, kSoon);
        const OwnLine other = m_dial->ownLines().last();
        m_desk->open(kSarah);
        QVERIFY2(said().contains(u"my usual number"_s), qPrintable(said()));
        Q_EMIT
        m_desk->box().callerChosen(other.number.e164());
        QVERIFY2(said().contains(other.label), qPrintable(said()));
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(stage(1), DialRecord::Stage::Placed, kSoon);
        const Json journal = m_cloud->control({{"do", "journal"}, {"service", "ringcentral"}, {"limit", 5000}})["requests"];
        const auto asked = std::find_if(journal.begin(), journal.end(), [](const Json &one) {
            return one["method"] == "POST" && one["target"].get<std::string>().find("/ring-out") != std::string::npos;
        });
        QVERIFY(asked != journal.end());
        QVERIFY2(asked->dump().find(other.number.e164().toStdString()) != std::string::npos, asked->dump().c_str());
        QCOMPARE(m_engine->preferences().value(settings::kDialFromNumber), other.number.e164());
    }

    void whoACallCanBeHandedTo()
    {
        begin(u"relay"_s);
        const QList<Colleague> colleagues{{.name = u"Dana Whitfield"_s, .extension = u"102"_s}};
        const auto offered = [&](const QString &text) {
            QStringList all;
            const QList<ui::TransferTarget> targets = transferTargets(*m_engine, colleagues, text);
            for (const ui::TransferTarget &target : targets)
                all.append(target.id + u' ' + target.name);
            return all;
        };
        QCOMPARE(offered(u"da"_s), QStringList{u"102 Dana Whitfield"_s});
        QCOMPARE(offered(u"102"_s), QStringList{u"102 Dana Whitfield"_s});
        QCOMPARE(offered(u"117"_s), QStringList{u"117 "_s});
        QCOMPARE(offered(u"Reyes"_s), QStringList{u"+14165550150 Tom Reyes"_s});
        QCOMPARE(offered(u"(416) 555-0150"_s), QStringList{u"+14165550150 "_s}); // two have it, so nobody is named
        QVERIFY(offered(u"Lindqvist"_s).isEmpty());                              // behind an extension, where nothing is dialled
        QVERIFY(offered(u"d"_s).isEmpty() && offered({}).isEmpty() && offered(u"Order 3035550142"_s).isEmpty());
    }

    void aLinkThatComesBackIsNotHandedOnAgain()
    {
        begin(u"relay"_s);
        set(settings::kDialVia.name(), u"system"_s);
        m_dial->setLinksAreOurs(false); // or so the desktop says
        m_desk->openLink(u"tel:+14165550142"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(m_links->opened, QStringList{u"tel:+14165550142"_s});
        m_desk->openLink(m_links->opened.first());
        QVERIFY2(said().contains(u"open Callcard itself"_s), qPrintable(said()));
        press(Qt::Key_Return);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_links->opened.size(), 1);
    }

    void untilTheDesktopSaysSoLinksAreOurs()
    {
        begin(u"relay"_s);
        set(settings::kDialVia.name(), u"system"_s);
        m_desk->openLink(u"tel:+14165550142"_s);
        QVERIFY2(said().contains(u"open Callcard itself"_s), qPrintable(said()));
        m_dial->setLinksAreOurs(false);
        QVERIFY2(!said().contains(u"open Callcard itself"_s), qPrintable(said()));
    }

    void aPlacedCallIsOneCallFromTheClickOn()
    {
        begin(u"ringcentral"_s);
        start();
        QSignalSpy opened(&m_engine->screenPop(), &ScreenPop::cardOpened);
        m_desk->call(target(u"416-555-0142 x12"), {});
        QCOMPARE(opened.size(), 1); // before anybody answered
        const Call asked = opened.first().first().value<Card>().call;
        QVERIFY(asked.id.text().startsWith(kDialledId));
        QCOMPARE(asked.direction, CallDirection::Outbound);
        QCOMPARE(asked.remote.extension, u"12"_s);
        QCOMPARE(log().size(), 1);
        QCOMPARE(log().first().customer.name, u"Sarah Lindqvist"_s);
        m_engine->callBook().log()->setNote(asked.id, u"before hello"_s);
        QSignalSpy renamed(&m_engine->screenPop(), &ScreenPop::cardRenamed);
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->screenPop().openCards().first().call.state == CallState::Active, kSoon);
        QCOMPARE(m_engine->screenPop().openCards().size(), 1);
        QCOMPARE(opened.size(), 1); // it is the same card all the time: somebody may be writing on it
        QCOMPARE(renamed.size(), 1);
        const QList<LogEntry> entries = log();
        QCOMPARE(entries.size(), 1);
        QVERIFY(!entries.first().call.id.text().startsWith(kDialledId));
        QCOMPARE(entries.first().note, u"before hello"_s);
        QVERIFY(m_cloud->control({{"do", "call.end"}}).value("ok", false));
        QTRY_VERIFY_WITH_TIMEOUT(log().first().call.state == CallState::Ended, kSoon);
        QCOMPARE(log().first().call.reason, EndReason::HungUp);
    }

    void theCardCancelsBeforeMyPhoneIsLifted()
    {
        begin(u"ringcentral"_s);
        verb("switch", {{"name", "ringOutAnswerMs"}, {"position", 600'000}});
        verb("switch", {{"name", "callControlScope"}, {"position", "off"}});
        start();
        m_desk->call(target(kSarah), {});
        QTRY_COMPARE_WITH_TIMEOUT(stage(1), DialRecord::Stage::Placed, kSoon);
        const CallId call = m_dial->book().callOf(1);
        QTRY_COMPARE(m_engine->screenPop().openCards().value(0).call.id, call);
        Q_EMIT
        m_cards->cancelRequested(call);
        QTRY_COMPARE_WITH_TIMEOUT(stage(1), DialRecord::Stage::Over, kSoon);
        QTRY_VERIFY_WITH_TIMEOUT(m_cloud->control({{"do", "calls"}, {"live", true}})["calls"].empty(), kSoon);
        QCOMPARE(log().size(), 1);
        QCOMPARE(log().first().call.state, CallState::Ended);
        QCOMPARE(log().first().call.reason, EndReason::HungUp);
    }

    void whatDoesNotComeAboutEndsWithItsReason_data()
    {
        QTest::addColumn<QByteArray>("caller");
        QTest::addColumn<QByteArray>("callee");
        QTest::addColumn<EndReason>("reason");
        QTest::newRow("my phone is not lifted") << QByteArray("NoAnswer") << QByteArray("Success") << EndReason::Failed;
        QTest::newRow("no credit") << QByteArray("Success") << QByteArray("NotEnoughFunds") << EndReason::Failed;
        QTest::newRow("busy") << QByteArray("Success") << QByteArray("Busy") << EndReason::Busy;
    }

    void whatDoesNotComeAboutEndsWithItsReason()
    {
        QFETCH(const QByteArray, caller);
        QFETCH(const QByteArray, callee);
        QFETCH(const EndReason, reason);
        begin(u"ringcentral"_s);
        verb("fault", {{"name", "ringOut"}, {"caller", caller.toStdString()}, {"callee", callee.toStdString()}});
        start();
        m_desk->call(target(kSarah), {});
        QTRY_VERIFY_WITH_TIMEOUT(log().size() == 1 && log().first().call.state == CallState::Ended, 2 * kSoon);
        QCOMPARE(log().first().call.reason, reason);
        QTRY_COMPARE_WITH_TIMEOUT(stage(1), DialRecord::Stage::Over, kSoon);
    }

    void aRefusedCallIsSaidAndKept()
    {
        begin(u"ringcentral"_s);
        start();
        verb("limit", {{"group", "heavy"}, {"exhaust", true}});
        m_desk->call(target(kSarah), {});
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->box().isVisible() && said().contains(u"RingCentral asked us to wait until"_s), kSoon);
        QCOMPARE(log().size(), 1);
        QCOMPARE(log().first().call.reason, EndReason::Failed);
        const QDate today = QDateTime::currentDateTimeUtc().date();
        const Result<Countables> counted = m_engine->callBook().log()->countables({}, today, today);
        QVERIFY(counted && counted->calls.isEmpty()); // it was no call of anybody's
    }

    void aServiceMayGoWhileItsPhoneRings()
    {
        begin(u"ringcentral"_s);
        verb("switch", {{"name", "ringOutAnswerMs"}, {"position", 600'000}});
        start();
        m_desk->call(target(kSarah), {});
        QTRY_COMPARE_WITH_TIMEOUT(stage(1), DialRecord::Stage::Placed, kSoon);
        set(settings::kCallSources.name(), u"relay"_s); // as signing out does, its accounts and tokens are no more
        QTRY_VERIFY_WITH_TIMEOUT(!m_engine->liveCalls().dialler(), kSoon);
        QTRY_COMPARE_WITH_TIMEOUT(stage(1), DialRecord::Stage::Over, kSoon);
        QCOMPARE(log().first().call.state, CallState::Ended);
        QTRY_COMPARE_WITH_TIMEOUT(m_dial->plan(target(kSarah), {}).obstacle, DialObstacle::NoProvider, kSoon);
    }

    void whatIsLeftOverFromACrashEnds()
    {
        begin(u"relay"_s);
        const Call left{.id = CallId(u"dial:1-1"_s),
                        .direction = CallDirection::Outbound,
                        .state = CallState::Ringing,
                        .startedAt = m_engine->clock().now()};
        m_engine->callBook().onCallChanged(left);
        QVERIFY(m_engine->callBook().log()->flush());
        Dialing dialing(*m_links, m_engine->clock());
        const DialBook book(*m_engine, dialing);
        QCOMPARE(log().first().call.state, CallState::Ended);
    }

    void overridesAreKept()
    {
        begin(u"relay"_s);
        set(settings::kDialVia.name(), u"ringcentral-app"_s);
        m_desk->call(target(u"+19005550142"), {});
        QVERIFY(m_links->opened.isEmpty());
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_links->opened.size(), 1);
        QCOMPARE(log().first().tags, QStringList{u"override:premium"_s});
    }

    void whoeverSharesANumberIsAskedFor()
    {
        begin(u"ringcentral"_s);
        start();
        const WhoIs who = m_engine->customers().whoIs({.number = PhoneNumber::fromE164(u"+14165550150"_s), .rawNumber = u"+14165550150"_s});
        QCOMPARE(who.facts.size(), 2);
        for (const Match &match : who.facts) { // on the list or not: the same phone rings
            QCOMPARE(m_dial->plan(target(u"+14165550150"), match.customer.id).warnings, QList{DialWarning::DoNotCall});
            QCOMPARE(m_dial->whoIs(target(u"+14165550150"), match.customer.id).name, match.customer.name);
        }
        QCOMPARE(m_dial->plan(target(u"+14165550150"), {}).warnings, QList{DialWarning::DoNotCall});
        m_desk->callCustomer(*PhoneNumber::fromE164(u"+14165550150"_s), who.facts.last().customer.id);
        QVERIFY(m_desk->box().isVisible() && !hasRecord(1));
    }

    void aRecordsNumberComesWithItsExtension()
    {
        begin(u"ringcentral"_s);
        const WhoIs who = m_engine->customers().whoIs({.number = PhoneNumber::fromE164(kSarah), .rawNumber = kSarah});
        QCOMPARE(who.facts.size(), 1);
        QCOMPARE(m_dial->targetOf(*PhoneNumber::fromE164(kSarah), who.facts.first().customer.id).extension, u"12"_s);
        QVERIFY(m_dial->targetOf(*PhoneNumber::fromE164(kSarah), {}).extension.isEmpty());
    }

    void aSelectionIsReadAsItWas_data()
    {
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<QString>("dialled");
        QTest::newRow("a line's end parts") << QStringList{u"Order 4711\n303-555-0142"_s} << u"+1 303-555-0142"_s;
        QTest::newRow("a tab parts") << QStringList{u"Invoice 20231\t(303) 555-0142"_s} << u"+1 303-555-0142"_s;
        QTest::newRow("marked long ago, copied now") << QStringList{u"no number at all"_s, u"303-555-0142"_s} << u"+1 303-555-0142"_s;
        QTest::newRow("both: what is marked") << QStringList{u"303-555-0143"_s, u"303-555-0142"_s} << u"+1 303-555-0143"_s;
    }

    void aSelectionIsReadAsItWas()
    {
        QFETCH(const QStringList, texts);
        QFETCH(const QString, dialled);
        begin(u"relay"_s);
        set(settings::kDialVia.name(), u"ringcentral-app"_s);
        m_desk->openWithSelection(texts);
        QVERIFY2(said().contains(dialled.sliced(3)), qPrintable(said()));
        press(Qt::Key_Return);
        QTRY_COMPARE(m_links->opened.size(), 1);
        QCOMPARE(log().first().call.remote.number, target(dialled).number);
    }

    void recentCallsStandWhereNothingIsTyped()
    {
        begin(u"relay"_s);
        set(settings::kDialVia.name(), u"ringcentral-app"_s);
        m_desk->call(target(kSarah), {});
        QTRY_COMPARE(m_links->opened.size(), 1);
        QCOMPARE(log().size(), 1);
        m_desk->call(target(kSarah), {}); // a double click: it has no card that would tell
        QVERIFY2(m_desk->box().isVisible() && said().contains(u"Already calling"_s), qPrintable(said()));
        QCOMPARE(m_links->opened.size(), 1);
        m_desk->open({});
        QVERIFY2(!said().contains(u"Already calling"_s), qPrintable(said()));
        QVERIFY2(said().contains(u"Sarah Lindqvist"_s), qPrintable(said()));
        press(Qt::Key_Return);
        QCOMPARE(m_links->opened.size(), 1);
    }

    void aProgramThatIsNotThereIsAskedForFirst_data()
    {
        QTest::addColumn<QByteArray>("owner");
        QTest::addColumn<QString>("link");
        QTest::addColumn<bool>("opens");
        QTest::addColumn<QString>("why");
        QTest::newRow("nobody") << QByteArray() << u"rcapp://r/call?number=+14165550142"_s << false << u"no program"_s;
        QTest::newRow("somebody") << QByteArray("ringcentral.desktop") << u"rcapp://r/call?number=+14165550142"_s << true << QString();
        QTest::newRow("us") << QByteArray("callcard.desktop") << u"tel:+14165550142"_s << false << u"loop"_s;
    }

    void aProgramThatIsNotThereIsAskedForFirst()
    {
        QFETCH(const QByteArray, owner);
        QFETCH(const QString, link);
        QFETCH(const bool, opens);
        QFETCH(const QString, why);
        const QString tool = m_folder->filePath(u"xdg-mime"_s);
        QVERIFY(writePrivately(tool, "#!/bin/sh\necho '" + owner + "'\n"));
        QVERIFY(QFile::setPermissions(tool, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        qputenv("PATH", m_folder->path().toUtf8() + ":" + m_path);
        m_opened.clear();
        const QString scheme = QUrl(link).scheme();
        QDesktopServices::setUrlHandler(scheme, this, "noteOpened");
        DesktopLinks links([](const QUrl &url) { return QDesktopServices::openUrl(url); });
        std::optional<Result<>> result;
        TaskScope scope;
        scope.start(openThen(links, QUrl(link), result));
        QTRY_VERIFY_WITH_TIMEOUT(result, kSoon);
        QDesktopServices::unsetUrlHandler(scheme);
        QCOMPARE(result->has_value(), opens);
        QCOMPARE(m_opened.size(), opens ? 1 : 0);
        if (!opens)
            QVERIFY2(result->error().detail.contains(why), qPrintable(result->error().detail));
    }

    void aNumberOfTheWrongKindDialsNothing()
    {
        begin(u"ringcentral"_s);
        start();
        CallCommand command(*m_engine, *m_dial);
        std::optional<Result<Json>> result;
        TaskScope scope;
        scope.start(runThen(command, Json{{"number", 5}, {"wait", "yes"}, {"anyway", Json::array()}}, result));
        QTRY_VERIFY_WITH_TIMEOUT(result, kSoon);
        QCOMPARE(result->error().kind, ErrorKind::Refused);
    }

    void theCommandLineCalls_data()
    {
        QTest::addColumn<bool>("running");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("callee");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("result");
        const auto row = [](const char *name, bool running, const QString &arguments, const char *callee, int code, const char *result) {
            QTest::newRow(name) << running << arguments.split(u' ') << QByteArray(callee) << code << QByteArray(result);
        };
        row("by the program that runs", true, u"416-555-0142"_s, "Success", 0,
            "{\"reason\":\"hung-up\",\"status\":\"ended\",\"type\":\"result\"}");
        row("alone", false, u"+1 416 555 0142"_s, "Success", 0, "{\"reason\":\"hung-up\",\"status\":\"ended\",\"type\":\"result\"}");
        row("not waited for", true, u"416-555-0142 --no-wait"_s, "Success", 0,
            "{\"reason\":\"\",\"status\":\"placed\",\"type\":\"result\"}");
        row("busy", true, u"416-555-0142"_s, "Busy", 0, "{\"reason\":\"busy\",\"status\":\"ended\",\"type\":\"result\"}");
        row("no credit", true, u"416-555-0142"_s, "NotEnoughFunds", 1, "{\"reason\":\"failed\",\"status\":\"ended\",\"type\":\"result\"}");
        row("warned of", true, u"416-555-0150"_s, "Success", 1, "{\"reason\":\"refused\",\"status\":\"not-placed\",\"type\":\"result\"}");
        row("anyway", true, u"416-555-0150 --anyway --no-wait"_s, "Success", 0,
            "{\"reason\":\"\",\"status\":\"placed\",\"type\":\"result\"}");
        row("no number", true, u"hello"_s, "Success", 1, "{\"reason\":\"refused\",\"status\":\"not-placed\",\"type\":\"result\"}");
    }

    /// callcard-cli as a script starts it.
    void theCommandLineCalls()
    {
        QFETCH(const bool, running);
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, callee);
        QFETCH(const int, code);
        QFETCH(const QByteArray, result);
        QProcessEnvironment environment = cliEnvironment(m_folder->path());
        for (const auto &[name, value] : m_cloud->environment())
            environment.insert(QString::fromStdString(name), QString::fromStdString(value));
        environment.insert(u"CALLCARD_CALLS_SOURCES"_s, u"ringcentral"_s);
        environment.insert(u"CALLCARD_REGION"_s, u"US"_s);
        environment.insert(u"CALLCARD_DIALING_DAYTIME_FROM"_s, u"08:00"_s);
        environment.insert(u"CALLCARD_DIALING_DAYTIME_TO"_s, u"08:00"_s);
        verb("fault", {{"name", "ringOut"}, {"caller", "Success"}, {"callee", callee.toStdString()}});
        verb("switch", {{"name", "ringOutAnswerMs"}, {"position", 300}});
        verb("switch", {{"name", "ringOutConnectMs"}, {"position", 600}});
        std::unique_ptr<ProfileLock> lock;
        std::unique_ptr<CallCommand> command;
        std::unique_ptr<IpcServer> server;
        if (running) {
            const QByteArray home = qgetenv("HOME");
            // The command's environment has a home and nothing else.
            QHash<QByteArray, QByteArray> folders;
            for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME"}) {
                if (qEnvironmentVariableIsSet(name))
                    folders.insert(name, qgetenv(name));
                qunsetenv(name);
            }
            qputenv("HOME", m_folder->path().toUtf8());
            qputenv("XDG_RUNTIME_DIR", m_folder->path().toUtf8());
            const Result<Profile> profile = profileFor({});
            qputenv("HOME", home);
            for (const auto &[name, folder] : folders.asKeyValueRange())
                qputenv(name.constData(), folder);
            qunsetenv("XDG_RUNTIME_DIR");
            QVERIFY(profile && prepareFolders(*profile));
            lock = ProfileLock::tryTake(*profile);
            QVERIFY(lock);
            begin(u"ringcentral"_s);
            command = std::make_unique<CallCommand>(*m_engine, *m_dial);
            server = std::make_unique<IpcServer>([&](const IpcQuestion &question, const IpcReply &reply) {
                QCOMPARE(question.command, std::string("call"));
                command->answer(question, reply);
            });
            QVERIFY(server->listen(profile->socketPath));
            start();
        }
        QProcess cli;
        cli.setProcessEnvironment(environment);
        cli.start(qEnvironmentVariable("CALLCARD_CLI"), QStringList{u"--json"_s, u"call"_s} + arguments);
        QByteArray out;
        bool hungUp = false;
        QTRY_VERIFY_WITH_TIMEOUT(
            (out += cli.readAllStandardOutput(), hungUp = hungUp || endsWhenActive(out), cli.state() == QProcess::NotRunning), 4 * kSoon);
        out += cli.readAllStandardOutput();
        QCOMPARE(cli.exitStatus(), QProcess::NormalExit);
        const QByteArray error = cli.readAllStandardError();
        QVERIFY2(cli.exitCode() == code, QByteArray(out + error).constData());
        const QList<QByteArray> lines = out.trimmed().split('\n');
        QCOMPARE(lines.last(), result);
        for (const QByteArray &line : lines.first(lines.size() - 1)) {
            const Json call = Json::parse(line.begin(), line.end());
            QVERIFY(call.at("type") == "call");
            QVERIFY2(call.at("call").at("to_number") == "+14165550142", line.constData());
        }
        if (running) // an engine of its own may have something to tell
            QCOMPARE(error.count('\n'), code == 0 ? 0 : 1);
        if (result.contains("\"ended\""))
            QVERIFY(lines.size() > 1);
        if (!command)
            return;
        Completion<> done;
        TaskScope scope;
        scope.start(stopThen(*command, done));
        QTRY_VERIFY_WITH_TIMEOUT(done.isComplete(), kSoon);
    }

    void aSecondStartWaitsForNobody()
    {
        const Profile profile = profileIn(m_folder->path());
        QVERIFY(prepareFolders(profile));
        std::unique_ptr<ProfileLock> held = ProfileLock::tryTake(profile);
        QVERIFY(held);
        QElapsedTimer since;
        since.start();
        qint64 askedAfter = -1;
        const TakenProfile taken = takeProfile(profile, [&] {
            askedAfter = since.elapsed();
            return true;
        });
        QVERIFY(taken.handedOver && !taken.lock);
        QVERIFY2(askedAfter < 90, QByteArray::number(askedAfter).constData()); // the patience for the lock alone is 100 ms
        int asked = 0;
        const TakenProfile later = takeProfile(profile, [&] {
            if (++asked == 2)
                held.reset(); // a command of the terminal has ended
            return false;
        });
        QVERIFY(later.lock && !later.handedOver);
    }

public Q_SLOTS:
    void noteOpened(const QUrl &link) { m_opened.append(link); }

private:
    QList<QUrl> m_opened;
};

QTEST_MAIN(tst_DialDesk)
#include "tst_dialdesk.moc"
