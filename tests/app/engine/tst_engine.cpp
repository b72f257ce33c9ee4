#include <demo/democloud.h>
#include <engine/answers.h>
#include <engine/calljson.h>
#include <engine/engine.h>
#include <ipc/ipcclient.h>

#include <callcard/fieldmap.h>

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kSoon = 15'000;

QCoro::Task<> shutDownThen(Engine &engine, Completion<> &done)
{
    co_await engine.shutDown();
    done.complete();
}

QCoro::Task<> syncThen(Engine &engine, std::optional<Result<SyncReport>> &report)
{
    report = co_await engine.syncCustomers({});
}

QCoro::Task<> syncOfThen(Customers &customers, std::optional<Result<SyncReport>> &report)
{
    report = co_await customers.syncNow({});
}

QCoro::Task<> importThen(Directory &directory, ImportRequest request, std::optional<Result<ImportReport>> &report)
{
    report = co_await directory.importFile(request, {});
}

QCoro::Task<> askThen(QString socketPath, std::string command, std::optional<Result<Json>> &answer)
{
    SystemClock clock;
    IpcClient client(clock);
    const Result<> connected = co_await client.connectTo(std::move(socketPath), {});
    if (!connected)
        co_return;
    answer = co_await client.ask(std::move(command), Json::object(), {}, {});
}

QCoro::Task<> askWith(QString socketPath, std::string command, Json arguments, std::optional<Result<Json>> &answer)
{
    SystemClock clock;
    IpcClient client(clock);
    const Result<> connected = co_await client.connectTo(std::move(socketPath), {});
    if (!connected)
        co_return;
    answer = co_await client.ask(std::move(command), std::move(arguments), {}, {});
}

QCoro::Task<> syncOverSocket(QString socketPath, Json range, std::optional<Result<Json>> &answer, int &steps)
{
    SystemClock clock;
    IpcClient client(clock);
    const Result<> connected = co_await client.connectTo(std::move(socketPath), {});
    if (!connected)
        co_return;
    const IpcClient::EventSink count = [&steps](const Json &) { ++steps; };
    answer = co_await client.ask("sync", std::move(range), count, {});
}

QCoro::Task<> stopThen(Customers &customers, Completion<> &done)
{
    co_await customers.stop();
    done.complete();
}

/// Everybody at once, and then nothing new.
class ListedSource final : public CustomerSource
{
public:
    static constexpr int kMany = 2000;
    explicit ListedSource(int &listings, int &news) : m_listings(listings), m_news(news) {}
    QString name() const override { return u"listed"_s; }
    QCoro::Task<Result<SourcePage>> page(SyncScope, QByteArray cursor, std::stop_token) override
    {
        SourcePage page{.cursor = "1", .last = true, .everything = cursor.isEmpty()};
        for (int i = 0; cursor.isEmpty() && i < kMany; ++i) {
            SourceRecord record{.sourceId = QString::number(i), .customer = {.name = u"Customer %1"_s.arg(i)}};
            record.customer.numbers = {{.number = PhoneNumber::fromE164(number(i)), .text = number(i)}};
            page.changed.append(record);
        }
        ++(cursor.isEmpty() ? m_listings : m_news);
        co_return page;
    }
    static QString number(int i) { return u"+1303555%1"_s.arg(i, 4, 10, QChar(u'0')); }

private:
    int &m_listings;
    int &m_news;
};

/// A keychain whose owner has to unlock it: keys are refused meanwhile, and its list of names waits.
struct LockedKeychain final : KeychainService {
    struct State {
        std::map<QString, QString> entries{};
        bool locked = false;
        Completion<> *unlocked = nullptr;
    };
    std::shared_ptr<State> state;

    explicit LockedKeychain(std::shared_ptr<State> shared) : state(std::move(shared)) {}
    QCoro::Task<Result<Reply<std::optional<QString>>>> read(QString, QString key, std::stop_token stop) override
    {
        using Value = Reply<std::optional<QString>>;
        const std::shared_ptr<State> kept = state;
        if (kept->locked && key != "names"_L1)
            co_return Value(tl::unexpected(Trouble::Denied));
        if (kept->locked) {
            Completion<> unlocked;
            kept->unlocked = &unlocked;
            const Result<> waited = co_await unlocked.wait(stop);
            kept->unlocked = nullptr;
            if (!waited)
                co_return tl::unexpected(waited.error());
        }
        const auto found = kept->entries.find(key);
        co_return Value(found == kept->entries.end() ? std::nullopt : std::optional(found->second));
    }
    QCoro::Task<Result<Reply<void>>> write(QString, QString key, QString text, std::stop_token) override
    {
        if (state->locked)
            co_return Reply<void>(tl::unexpected(Trouble::Denied));
        state->entries[key] = text;
        co_return Reply<void>();
    }
    QCoro::Task<Result<Reply<void>>> remove(QString, QString key, std::stop_token) override
    {
        if (state->locked)
            co_return Reply<void>(tl::unexpected(Trouble::Denied));
        state->entries.erase(key);
        co_return Reply<void>();
    }
};

QCoro::Task<> checkThen(Engine &engine, bool &checked)
{
    co_await engine.checkServices({});
    checked = true;
}

QCoro::Task<> previewThen(Engine &engine, QString service, std::optional<Result<std::shared_ptr<CustomersPreview>>> &preview)
{
    preview = co_await engine.previewCustomers(std::move(service), {});
}

QCoro::Task<> signOutThen(Engine &engine, QString service, std::optional<Result<>> &outcome)
{
    outcome = co_await engine.signOut(std::move(service), {});
}

} // namespace

/// What a rep's day looks like to the engine: connected by proof, a card with a name, the same call once, healed after a break.
class tst_Engine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cloud = std::make_unique<demo::DemoCloud>(demo::DemoOptions{.customers = 50, .days = 0});
        QVERIFY(m_cloud->start().has_value());
        for (const auto &[name, value] : m_cloud->environment())
            qputenv(name.c_str(), QByteArray::fromStdString(value));
        qputenv("CALLCARD_CALLS_SOURCES", "relay");
        m_profile = profileIn(m_folder->path());
        QVERIFY(prepareFolders(m_profile).has_value());
        open();
    }

    void cleanup()
    {
        close();
        for (const auto &[name, value] : m_cloud->environment())
            qunsetenv(name.c_str());
        qunsetenv("CALLCARD_CALLS_SOURCES");
        m_cloud.reset();
    }

    void aKeychainThatIsLockedAtLogInIsWaitedFor()
    {
        openWithKeychain();
        m_keychain->locked = true;
        m_engine->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->accounts() && m_keychain->unlocked, kSoon);
        for (const QString &service : {u"relay"_s, u"ringcentral"_s}) {
            const std::optional<Connection> closed = connection(service);
            QVERIFY2(closed, qPrintable(service)); // neither "not set up" nor "sign in"
            QCOMPARE(closed->state, ConnectionState::Offline);
            QCOMPARE(closed->problem.value_or(Error{}).kind, ErrorKind::SecretsLocked);
        }
        m_keychain->locked = false;
        m_keychain->unlocked->complete();
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(), kSoon);
        QVERIFY(m_engine->accounts()->ringcentral);
        QVERIFY(m_keychain->entries.contains(u"relay-token"_s));
    }

    void aKeychainThatIsLockedLaterCutsNothingOff()
    {
        openWithKeychain();
        start();
        const Accounts *accounts = m_engine->accounts();
        m_keychain->locked = true;
        bool checked = false;
        TaskScope scope;
        scope.start(checkThen(*m_engine, checked));
        QTRY_VERIFY_WITH_TIMEOUT(checked, kSoon);
        QCOMPARE(m_engine->accounts(), accounts);
        QCOMPARE(connection(u"relay"_s).value_or(Connection{}).state, ConnectionState::Connected);
        // A setting changes meanwhile: what was read before is enough for it.
        QVERIFY(m_engine->preferences().set(settings::kDirectorySyncMinutes, 45).has_value());
        m_engine->reload();
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->accounts() != accounts, kSoon);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(), kSoon);
        QVERIFY(m_engine->accounts()->faulty.isEmpty());
        // Whoever signs out is out, even if the key cannot be taken from there.
        std::optional<Result<>> outcome;
        scope.start(signOutThen(*m_engine, u"relay"_s, outcome));
        QTRY_VERIFY_WITH_TIMEOUT(outcome, kSoon);
        QCOMPARE(outcome->error().kind, ErrorKind::SecretsLocked);
        QVERIFY(!m_engine->accounts()->relay);
        QVERIFY(!isConnected());
    }

    void aFeedIsConnectedByProofAndSaysItIsATestServer()
    {
        start();
        const Connection connection = m_engine->connections().first();
        QCOMPARE(connection.state, ConnectionState::Connected);
        QVERIFY(connection.testServer);
        const Json status = m_answers->status();
        QVERIFY(status.at("connections").at(0).at("state") == "connected");
        QVERIFY(status.at("version") == CALLCARD_VERSION);
    }

    void aRingingCallBecomesACardWithTheCustomersName()
    {
        importCustomer();
        start();
        QSignalSpy opened(&m_engine->screenPop(), &ScreenPop::cardOpened);
        ring();
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, kSoon);
        const auto card = opened.first().first().value<Card>();
        QCOMPARE(card.who.facts.value(0).customer.name, u"Sarah Lindqvist"_s);
        QCOMPARE(card.call.state, CallState::Ringing);
        QVERIFY(m_cloud->control({{"do", "call.end"}}).value("ok", false));
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->tracker().liveCalls().isEmpty(), kSoon);
        QCOMPARE(opened.size(), 1);
    }

    void aCallIsInTheLogWithItsCustomer()
    {
        importCustomer();
        start();
        QSignalSpy opened(&m_engine->screenPop(), &ScreenPop::cardOpened);
        ring();
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, kSoon);
        const CallId id = opened.first().first().value<Card>().call.id;
        const CallLog *log = m_engine->callBook().log();
        QVERIFY(log);
        const auto logged = [&] {
            const Result<std::optional<LogEntry>> entry = log->entry(id);
            return entry && *entry && (*entry)->customer.name == u"Sarah Lindqvist"_s;
        };
        QTRY_VERIFY_WITH_TIMEOUT(logged(), kSoon);
    }

    /// The end was lost on its way; the provider's history tells of it.
    void whatTheHistoryKnowsToBeOverIsOver()
    {
        start();
        ring();
        QTRY_COMPARE_WITH_TIMEOUT(m_engine->tracker().liveCalls().size(), 1, kSoon);
        Call over = m_engine->tracker().liveCalls().first();
        CallLog *log = m_engine->callBook().log();
        QVERIFY(log->flush());
        over.state = CallState::Ended;
        over.reason = EndReason::Missed;
        over.endedAt = over.startedAt.addSecs(20);
        // A row of a source that the sync below does not read, and so leaves as it is.
        const HistorySpan span{
            .source = u"ringcentral"_s, .agentEmail = over.agentEmail, .from = over.startedAt.addDays(-1), .to = over.startedAt.addDays(1)};
        QVERIFY(log->takeRows(span, {HistoryRow{.rowId = u"r1"_s, .call = over, .outcomeWord = u"Missed"_s}}));
        IpcServer server([this](const IpcQuestion &question, const IpcReply &reply) { m_answers->answer(question, reply); });
        QVERIFY(server.listen(m_profile.socketPath).has_value());
        const std::string today = over.startedAt.date().toString(Qt::ISODate).toStdString();
        const Json range{{"from", today}, {"to", today}};
        std::optional<Result<Json>> answer;
        int steps = 0;
        TaskScope scope;
        scope.start(syncOverSocket(m_profile.socketPath, range, answer, steps));
        QTRY_VERIFY_WITH_TIMEOUT(answer, kSoon);
        QVERIFY(m_engine->tracker().liveCalls().isEmpty());
        QCOMPARE(m_engine->tracker().call(over.id).value_or(Call{}).state, CallState::Ended);
    }

    /// The history knows them by name; what the card showed at the time is not rewritten.
    void whoIsImportedLaterHasANameInTheHistory()
    {
        CallLog *log = m_engine->callBook().log();
        const QDateTime now = QDateTime::currentDateTimeUtc();
        Call earlier{.id = CallId(u"test:1"_s),
                     .source = u"ringcentral"_s,
                     .state = CallState::Ended,
                     .reason = EndReason::Missed,
                     .remote = {.number = PhoneNumber::fromE164(u"+14165550142"), .rawNumber = {}},
                     .startedAt = now.addDays(-3)};
        earlier.endedAt = earlier.startedAt.addSecs(20);
        log->onCallChanged(earlier);
        log->setReceipt(earlier.id, {.receivedAt = earlier.startedAt, .reason = u"shown"_s});
        QVERIFY(log->flush());
        const CardReceipt receipt = *log->story(earlier.id).value()->receipt;
        const auto name = [log](const CallId &call) {
            const Result<std::optional<LogEntry>> entry = log->entry(call);
            return entry && *entry ? (*entry)->customer.name : u"no entry"_s;
        };
        start();
        QCOMPARE(name(earlier.id), QString());
        QTRY_VERIFY_WITH_TIMEOUT(!m_engine->customers().connections().isEmpty(), kSoon); // the first sync is over: imports may begin
        importCustomer();
        QTRY_COMPARE_WITH_TIMEOUT(name(earlier.id), u"Sarah Lindqvist"_s, kSoon);
        QCOMPARE(*log->story(earlier.id).value()->receipt, receipt);
        // So do calls that the provider's history brings.
        HistoryRow row{.rowId = u"r1"_s, .call = earlier, .userDay = now.date().addDays(-5)};
        row.call.id = CallId(u"ringcentral:old"_s);
        row.call.sessionId = u"old"_s;
        row.call.startedAt = now.addDays(-5);
        row.call.endedAt = row.call.startedAt.addSecs(20);
        const HistorySpan span{
            .source = u"ringcentral"_s, .agentEmail = u"rep@office.example"_s, .from = now.addDays(-6), .to = now.addDays(-4)};
        QVERIFY(log->takeHistory(span, {row}));
        QTRY_COMPARE_WITH_TIMEOUT(name(row.call.id), u"Sarah Lindqvist"_s, kSoon);
    }

    /// The team's database is a source by default: what it has comes here when somebody wants it.
    void customersThatNobodyChoseAreWaitedFor()
    {
        letTheRepsRead();
        openWithKeychain();
        start();
        Customers &customers = m_engine->customers();
        QTRY_VERIFY_WITH_TIMEOUT(customers.hasSources(), kSoon);
        QVERIFY(customers.isWaitingForFirst());
        QVERIFY(!customers.isSyncing());
        std::optional<Result<std::shared_ptr<CustomersPreview>>> preview;
        TaskScope scope;
        scope.start(previewThen(*m_engine, u"firestore"_s, preview));
        QTRY_VERIFY_WITH_TIMEOUT(preview.has_value(), kSoon);
        QVERIFY2(preview->has_value(), preview->has_value() ? "" : qPrintable(preview->error().detail));
        QVERIFY((**preview)->directory().stats()->customers > 0);
        QVERIFY(!(**preview)->isPart());
        QCOMPARE(customers.directory()->stats()->customers, 0);
        QVERIFY(customers.isWaitingForFirst());
        preview.reset();
        QVERIFY(QDir(m_profile.dataFolder).entryList({u"preview-*"_s}, QDir::Dirs).isEmpty());
        // Whoever asks gets them, and from then on they are kept fresh.
        std::optional<Result<SyncReport>> report;
        scope.start(syncThen(*m_engine, report));
        QTRY_VERIFY_WITH_TIMEOUT(report.has_value(), kSoon);
        QVERIFY(report->has_value());
        QVERIFY(customers.directory()->stats()->customers > 0);
        QVERIFY(!customers.isWaitingForFirst());
    }

    void aChosenSourceIsFetchedAtOnce()
    {
        letTheRepsRead();
        openWithKeychain();
        QVERIFY(m_engine->preferences().set(settings::kDirectorySources, QStringList{u"firestore"_s}).has_value());
        start();
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->customers().directory()->stats()->customers > 0, kSoon);
    }

    void withoutALogCallsStillCome()
    {
        close();
        QFile::remove(m_profile.callLogFile());
        QVERIFY(QDir().mkpath(m_profile.callLogFile())); // a folder in its place
        open();
        QVERIFY(m_engine->callBook().problem());
        start();
        QSignalSpy opened(&m_engine->screenPop(), &ScreenPop::cardOpened);
        ring();
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, kSoon);
    }

    void wordsOfTheWrongKindEndNothing_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<bool>("answered");
        QTest::newRow("a link") << QByteArray("link") << QByteArray("{\"link\": 5}") << true;
        QTest::newRow("days") << QByteArray("sync") << QByteArray("{\"from\": 5, \"to\": [], \"dryRun\": \"yes\"}") << false;
        QTest::newRow("a switch") << QByteArray("sync") << QByteArray("{\"retry\": {}, \"records\": 1, \"all\": \"all\"}") << false;
        QTest::newRow("a reconciliation") << QByteArray("reconcile") << QByteArray("{\"from\": true, \"to\": null}") << false;
        QTest::newRow("an import") << QByteArray("directory.import") << QByteArray("{\"file\": 7}") << false;
    }

    void wordsOfTheWrongKindEndNothing()
    {
        QFETCH(const QByteArray, command);
        QFETCH(const QByteArray, arguments);
        QFETCH(const bool, answered);
        IpcServer server([this](const IpcQuestion &question, const IpcReply &reply) { m_answers->answer(question, reply); });
        QVERIFY(server.listen(m_profile.socketPath));
        std::optional<Result<Json>> answer;
        TaskScope scope;
        scope.start(askWith(m_profile.socketPath, command.toStdString(), Json::parse(arguments), answer));
        QTRY_VERIFY_WITH_TIMEOUT(answer, kSoon);
        QCOMPARE(answer->has_value(), answered);
        if (!answered)
            QCOMPARE(answer->error().kind, ErrorKind::Refused);
    }

    void whatIsDamagedIsSetAsideAndBegunAnew()
    {
        close();
        const QByteArray damaged = "this is no database, whatever its name says; long enough to be looked at by whoever opens it";
        for (const QString &path : {m_profile.callLogFile(), m_profile.outboxFile()}) {
            QFile file(path);
            QVERIFY(file.open(QFile::WriteOnly | QFile::Truncate));
            QCOMPARE(file.write(damaged), damaged.size());
        }
        open();
        QVERIFY(m_engine->callBook().log() && m_engine->outbox() && m_engine->metrics());
        for (const QString &kept : {m_engine->callBook().setAsideAs(), m_engine->outboxSetAsideAs()}) {
            QFile file(kept);
            QVERIFY2(file.open(QFile::ReadOnly), qPrintable(kept));
            QCOMPARE(file.readAll(), damaged);
        }
        start();
        ring();
        const auto remembered = [this] { return m_engine->callBook().log()->history({}).value_or(HistoryPage{}).entries.size(); };
        QTRY_COMPARE_WITH_TIMEOUT(remembered(), 1, kSoon);
        close();
        open(); // the new ones are sound
        QVERIFY(m_engine->callBook().setAsideAs().isEmpty() && m_engine->outboxSetAsideAs().isEmpty());
        QCOMPARE(remembered(), 1);
    }

    void watchersHearOfConnectionsAndCalls()
    {
        importCustomer();
        QList<Json> lines;
        m_answers->watch([&lines](const Json &line) { lines.append(line); });
        start();
        ring();
        const auto named = [&lines] {
            return std::any_of(lines.begin(), lines.end(), [](const Json &line) {
                return line.at("type") == "call" && line.at("call").at("customer_name") == "Sarah Lindqvist" &&
                       line.at("call").at("status") == "ringing" && line.at("call").at("direction") == "Inbound" &&
                       line.at("call").at("from_number") == "+14165550142";
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(named(), kSoon);
        QVERIFY(lines.first().at("type") == "connected");
    }

    void afterABreakTheFeedHealsByItself()
    {
        start();
        QVERIFY(m_cloud->control({{"do", "drop"}, {"service", "callstream"}}).value("ok", false));
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->connections().first().state != ConnectionState::Connected, kSoon);
        m_engine->onWokeUp(); // does not wait for the pause
        QTRY_COMPARE_WITH_TIMEOUT(m_engine->connections().first().state, ConnectionState::Connected, kSoon);
        QSignalSpy opened(&m_engine->screenPop(), &ScreenPop::cardOpened);
        ring();
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, kSoon);
    }

    void wakingUpDistrustsAnOpenSocket()
    {
        start();
        const QDateTime before = m_engine->connections().first().since;
        m_engine->onWokeUp();
        QTRY_VERIFY_WITH_TIMEOUT(
            m_engine->connections().first().state == ConnectionState::Connected && m_engine->connections().first().since > before, kSoon);
    }

    void otherSourcesAreTakenWithoutARestartOfTheProgram()
    {
        qunsetenv("CALLCARD_CALLS_SOURCES");
        close();
        open();
        QVERIFY(m_engine->preferences().set(settings::kCallSources, QStringList{u"demo"_s}).has_value());
        m_engine->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->connections().isEmpty(), kSoon);
        QVERIFY(m_engine->preferences().set(settings::kCallSources, QStringList{u"relay"_s}).has_value());
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(), kSoon);
    }

    void justCallIsASource()
    {
        close();
        qputenv("CALLCARD_CALLS_SOURCES", "justcall");
        open();
        start();
        const auto connection = [this] { return m_engine->connections().first(); }; // those of customers come after
        QCOMPARE(connection().name, u"justcall"_s);
        QTRY_COMPARE_WITH_TIMEOUT(connection().state, ConnectionState::Connected, kSoon);
        QVERIFY(connection().testServer);
    }

    void aCardSettingConcernsTheNextCall()
    {
        start();
        QVERIFY(m_engine->preferences().set(settings::kCardMode, u"off"_s).has_value());
        QSignalSpy opened(&m_engine->screenPop(), &ScreenPop::cardOpened);
        QSignalSpy decided(&m_engine->screenPop(), &ScreenPop::decided);
        ring();
        QTRY_COMPARE_WITH_TIMEOUT(decided.size(), 1, kSoon);
        QCOMPARE(decided.first().first().value<PopDecision>().reason, PopReason::ModeOff);
        QCOMPARE(opened.size(), 0);
    }

    /// The table of settings and the room that obeys them name the same fields.
    void everyFieldThatCanBeNamedIsKnown()
    {
        QStringList known = findSetting(u"directory/fields")->targets;
        QStringList obeyed = mappableFields();
        known.sort();
        obeyed.sort();
        QCOMPARE(known, obeyed);
    }

    void aDirectoryThatCannotBeReadLeavesTheCallsWithoutNames()
    {
        close();
        QFile::remove(m_profile.directoryFolder());
        QVERIFY(QDir(m_profile.directoryFolder()).removeRecursively());
        QFile file(m_profile.directoryFolder()); // a file where the folder should be
        QVERIFY(file.open(QFile::WriteOnly));
        file.close();
        open();
        QVERIFY(m_engine->customers().problem());
        start();
        QSignalSpy opened(&m_engine->screenPop(), &ScreenPop::cardOpened);
        ring();
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, kSoon);
        const auto card = opened.first().first().value<Card>();
        QVERIFY(card.who.facts.isEmpty());
        QVERIFY(card.who.problem);
        // Nor is it a stranger for whoever watches.
        const Json line = callLine(card.call, card.who);
        QVERIFY(line.contains("directoryError") && !line.at("directoryError").get<std::string>().empty());
        QVERIFY(!callLine(card.call, {}).contains("directoryError"));
    }

    /// A page of the directory is damaged and a call meets it: nobody waits an hour for the names to come back.
    void whatADamagedFileLostIsFetchedAtOnce()
    {
        QTemporaryDir folder;
        SystemClock clock;
        int listings = 0;
        int news = 0;
        const auto begin = [&](Customers &customers) {
            std::vector<std::unique_ptr<CustomerSource>> sources;
            sources.push_back(std::make_unique<ListedSource>(listings, news));
            customers.start(std::move(sources), {SyncScope::Everything}, 60min);
        };
        const auto end = [&](Customers &customers) {
            Completion<> done;
            TaskScope scope;
            scope.start(stopThen(customers, done));
            QTRY_VERIFY_WITH_TIMEOUT(done.isComplete(), kSoon);
        };
        {
            Customers customers(folder.path(), clock);
            begin(customers);
            QTRY_COMPARE_WITH_TIMEOUT(customers.directory()->stats()->customers, ListedSource::kMany, kSoon);
            end(customers);
        }
        QFile file(folder.filePath(u"directory-1.db"_s));
        const qint64 quarter = file.size() / 4096 / 4 * 4096;
        QVERIFY(quarter > 0 && file.open(QFile::ReadWrite) && file.seek(quarter));
        QCOMPARE(file.write(QByteArray(2 * quarter, '\xff')), 2 * quarter);
        file.close();

        Customers customers(folder.path(), clock);
        begin(customers);
        QTRY_VERIFY_WITH_TIMEOUT(news == 1 && !customers.isSyncing(), kSoon);
        QCOMPARE(listings, 1);
        for (int i = 0; i < ListedSource::kMany && customers.directory()->damages().isEmpty(); ++i)
            (void)customers.whoIs({.number = PhoneNumber::fromE164(ListedSource::number(i))});
        QCOMPARE(customers.directory()->damages().size(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(listings, 2, kSoon);
        QTRY_COMPARE_WITH_TIMEOUT(customers.directory()->stats()->customers, ListedSource::kMany, kSoon);
        QTRY_VERIFY_WITH_TIMEOUT(customers.directory()->damages().isEmpty() && !customers.isSyncing(), kSoon);
        QCOMPARE(customers.whoIs({.number = PhoneNumber::fromE164(ListedSource::number(1000))}).facts.size(), 1);
        end(customers);
    }

    void aSyncServesEverybodyWhoAsksMeanwhile()
    {
        letTheRepsRead();
        QVERIFY(m_engine->preferences().set(settings::kDirectoryScope, u"all"_s).has_value());
        std::optional<Result<SyncReport>> first;
        std::optional<Result<SyncReport>> second;
        TaskScope scope;
        scope.start(syncThen(*m_engine, first));
        scope.start(syncThen(*m_engine, second));
        QTRY_VERIFY_WITH_TIMEOUT(first && second, kSoon);
        QVERIFY2(first->has_value(), first->has_value() ? "" : qPrintable(first->error().detail));
        QVERIFY2(second->has_value(), second->has_value() ? "" : qPrintable(second->error().detail));
        QVERIFY(m_engine->customers().directory()->stats()->customers > 0);
        QCOMPARE((*first)->sources.first().fetched, (*second)->sources.first().fetched);
        QVERIFY(m_engine->liveCalls().connections().isEmpty()); // the engine was not started: nobody listens for calls
    }

    void whoeverWaitsForASyncHearsOfItsEnd()
    {
        std::optional<Result<SyncReport>> report;
        TaskScope scope;
        scope.start(syncThen(*m_engine, report));
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->customers().isStarted(), kSoon);
        Completion<> done;
        scope.start(shutDownThen(*m_engine, done));
        QTRY_VERIFY_WITH_TIMEOUT(done.isComplete() && report, kSoon);
        QVERIFY(!report->has_value());
        QCOMPARE(report->error().kind, ErrorKind::Cancelled);
    }

    void aCustomerMadeHereReachesFirestore()
    {
        letTheRepsRead();
        start();
        Directory *directory = m_engine->customers().directory();
        const Result<CustomerId> made = directory->save({.name = u"Nils Aberg"_s});
        QVERIFY(made);
        QVERIFY(!directory->hasOutlet()); // nobody asked for it
        QVERIFY(m_engine->preferences().set(settings::kDirectoryWriteNew, true).has_value());
        QTRY_VERIFY_WITH_TIMEOUT(directory->hasOutlet(), kSoon); // what was made before follows
        const Customer nils = **directory->customer(*made);
        QTRY_VERIFY_WITH_TIMEOUT(!m_engine->newCustomers()->isWaiting(nils), kSoon);
        QVERIFY(directory->unsent()->isEmpty());
        const auto names = [this] {
            const Json request{{"service", "firestore"}, {"do", "documents"}, {"collection", "callcard_customers"}};
            QStringList list;
            const Json answer = m_cloud->control(request);
            for (const Json &document : answer.at("documents"))
                list.append(QString::fromStdString(document.at("fields").at("name").dump()));
            return list;
        };
        const auto deleted = [this] {
            const Json answer = m_cloud->control({{"service", "firestore"}, {"do", "documents"}, {"collection", "callcard_customers"}});
            int count = 0;
            for (const Json &document : answer.at("documents"))
                count += document.at("fields").contains("deleted");
            return count;
        };
        QCOMPARE(deleted(), 0);
        QCOMPARE(names().size(), 1);
        QVERIFY2(names().constFirst().contains(u"Nils Aberg"_s), qPrintable(names().constFirst()));
        // Taken back, it is gone there as well.
        QVERIFY(directory->discard(*made));
        QTRY_COMPARE_WITH_TIMEOUT(deleted(), 1, kSoon);
        // While Firestore is away it waits, and says so.
        QVERIFY(m_cloud->control({{"do", "fault.add"}, {"service", "firestore"}, {"kind", "503"}, {"times", 1000}}).value("ok", false));
        const Result<CustomerId> second = directory->save({.name = u"Ida Holm"_s});
        QVERIFY(second);
        QVERIFY(m_engine->newCustomers()->isWaiting(**directory->customer(*second)));
        QVERIFY(m_engine->preferences().set(settings::kDirectoryWriteNew, false).has_value());
        QTRY_VERIFY_WITH_TIMEOUT(!directory->hasOutlet(), kSoon);
        QVERIFY(!m_engine->newCustomers()->isWaiting(nils));
    }

    void justCallsContactsAreASource()
    {
        QVERIFY(m_engine->preferences().set(settings::kDirectorySources, QStringList{u"justcall"_s}).has_value());
        QVERIFY(m_engine->preferences().set(settings::kDirectoryScope, u"all"_s).has_value());
        std::optional<Result<SyncReport>> report;
        TaskScope scope;
        scope.start(syncThen(*m_engine, report));
        QTRY_VERIFY_WITH_TIMEOUT(report.has_value(), kSoon);
        QVERIFY2(report->has_value(), report->has_value() ? "" : qPrintable(report->error().detail));
        QCOMPARE((*report)->sources.size(), 1);
        QCOMPARE((*report)->sources.first().name, u"justcall"_s);
        const qint64 all = m_cloud->control({{"do", "company"}}).at("customers").get<qint64>();
        QVERIFY(m_engine->customers().directory()->stats()->customers >= all / 2);
        QVERIFY((*report)->sources.first().fetched >= all);
    }

    void aSyncThatMeetsAnImportComesLater()
    {
        QFile file(m_folder->filePath(u"list.csv"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("Name,Phone\n");
        for (int i = 0; i < 5000; ++i)
            file.write("Customer " + QByteArray::number(i) + ",+1416555" + QByteArray::number(i).rightJustified(4, '0') + "\n");
        file.close();
        letTheRepsRead();
        std::optional<Result<SyncReport>> first;
        std::optional<Result<SyncReport>> busy;
        std::optional<Result<ImportReport>> imported;
        TaskScope scope;
        scope.start(syncThen(*m_engine, first));
        QTRY_VERIFY_WITH_TIMEOUT(first.has_value(), kSoon);
        QVERIFY(first->has_value());
        const QList<Connection> before = m_engine->customers().connections();
        QVERIFY(!before.isEmpty());
        scope.start(importThen(*m_engine->customers().directory(), {.file = file.fileName(), .region = u"US"_s}, imported));
        scope.start(syncOfThen(m_engine->customers(), busy));
        QVERIFY(busy.has_value() && !imported.has_value());
        QCOMPARE(busy->error().kind, ErrorKind::Refused);
        QCOMPARE(m_engine->customers().connections(), before);
        QTRY_VERIFY_WITH_TIMEOUT(imported.has_value(), kSoon);
        QVERIFY(imported->has_value());
    }

    void theDirectoryIsSyncedOverTheSocket()
    {
        letTheRepsRead();
        start();
        IpcServer server([this](const IpcQuestion &question, const IpcReply &reply) { m_answers->answer(question, reply); });
        QVERIFY(server.listen(m_profile.socketPath).has_value());
        std::optional<Result<Json>> synced;
        std::optional<Result<Json>> unknown;
        TaskScope scope;
        scope.start(askThen(m_profile.socketPath, "directory.sync", synced));
        scope.start(askThen(m_profile.socketPath, "directory.paint", unknown));
        QTRY_VERIFY_WITH_TIMEOUT(synced && unknown, kSoon);
        QVERIFY2(synced->has_value(), synced->has_value() ? "" : qPrintable(synced->error().detail));
        QVERIFY(!(*synced)->at("sources").empty());
        QCOMPARE(unknown->error().kind, ErrorKind::Refused);
    }

    void aSyncIsDoneByTheProgramThatRuns()
    {
        start();
        IpcServer server([this](const IpcQuestion &question, const IpcReply &reply) { m_answers->answer(question, reply); });
        QVERIFY(server.listen(m_profile.socketPath));
        const QDate today = QDateTime::currentDateTimeUtc().date();
        const Json range{{"from", today.addDays(-2).toString(Qt::ISODate).toStdString()},
                         {"to", today.toString(Qt::ISODate).toStdString()}};
        std::optional<Result<Json>> answer;
        int steps = 0;
        TaskScope scope;
        scope.start(syncOverSocket(m_profile.socketPath, range, answer, steps));
        QTRY_VERIFY_WITH_TIMEOUT(answer, kSoon);
        QVERIFY2(answer->has_value(), answer->has_value() ? "" : qPrintable(answer->error().detail));
        QVERIFY2((*answer)->value("success", false), (*answer)->dump().c_str());
        QVERIFY(steps > 0); // its progress
        const Json status = m_answers->status();
        QVERIFY(status.at("figures").contains("lastSuccess"));
        QVERIFY(status.at("outbox").at("waiting") == 0);
        QVERIFY(status.at("outbox").at("setAside").empty());
        QVERIFY(status.at("figures").at("state") != "not-configured");
    }

private:
    void open()
    {
        m_engine = std::make_unique<Engine>(m_profile, Engine::Attendance::Headless);
        m_answers = std::make_unique<Answers>(*m_engine);
    }

    /// With the keys in a keychain instead of the environment.
    void openWithKeychain()
    {
        close();
        m_keychain = std::make_shared<LockedKeychain::State>();
        for (const KnownSecret &known : knownSecrets()) {
            const QByteArray variable = known.variable.toLatin1();
            if (qEnvironmentVariableIsSet(variable.constData()))
                m_keychain->entries[known.name] = qEnvironmentVariable(variable.constData());
            qunsetenv(variable.constData());
        }
        qunsetenv("CALLCARD_CALLS_SOURCES"); // whatever is set up
        Profile profile = m_profile;
        profile.throwAway = false; // whose keys lie in no keychain
        m_engine = std::make_unique<Engine>(profile, Engine::Attendance::Attended, std::make_unique<LockedKeychain>(m_keychain));
        m_answers = std::make_unique<Answers>(*m_engine);
    }

    [[nodiscard]] std::optional<Connection> connection(const QString &name) const
    {
        const QList<Connection> connections = m_engine->connections();
        const auto found = std::ranges::find(connections, name, &Connection::name);
        return found == connections.end() ? std::nullopt : std::optional(*found);
    }

    void close()
    {
        if (!m_engine)
            return;
        Completion<> done;
        TaskScope scope;
        scope.start(shutDownThen(*m_engine, done));
        QTRY_VERIFY_WITH_TIMEOUT(done.isComplete(), kSoon);
        m_answers.reset();
        m_engine.reset();
    }

    void start()
    {
        m_engine->start();
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(), kSoon);
    }

    [[nodiscard]] bool isConnected() const
    {
        const QList<Connection> connections = m_engine->connections();
        return std::any_of(connections.begin(), connections.end(),
                           [](const Connection &connection) { return connection.state == ConnectionState::Connected; });
    }

    void ring() { QVERIFY(m_cloud->control({{"do", "call.start"}, {"from", "+14165550142"}}).value("ok", false)); }

    void letTheRepsRead()
    {
        const Json request{{"service", "firestore"}, {"do", "switch"}, {"name", "rules"}, {"position", "callcard"}};
        QVERIFY(m_cloud->control(request).value("ok", false));
    }

    void importCustomer()
    {
        QFile file(m_folder->filePath(u"people.csv"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("id,name,company,phone\n1,Sarah Lindqvist,Northlight Coffee Roasters,+1 416-555-0142\n");
        file.close();
        const ImportRequest request{.file = file.fileName(), .region = u"US"_s};
        const Result<ImportReport> report = m_engine->customers().directory()->importNow(request);
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().detail));
        QCOMPARE(report->kept, 1);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<demo::DemoCloud> m_cloud;
    Profile m_profile;
    std::shared_ptr<LockedKeychain::State> m_keychain;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<Answers> m_answers;
};

QTEST_GUILESS_MAIN(tst_Engine)
#include "tst_engine.moc"
