#include <callcard/carddesk.h>
#include <callcard/historydesk.h>
#include <callcard/misseddesk.h>
#include <callcard/textdesk.h>
#include <callcard/traydesk.h>

#include <demo/democloud.h>
#include <engine/engine.h>

#include <callcard/testing/fakeclock.h>
#include <callcard/ui/nativecards.h>
#include <callcard/ui/popup.h>
#include <callcard/ui/theme.h>
#include <callcard/ui/toasts.h>

#include <QApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kSoon = 15'000;

QCoro::Task<> endThen(TextDesk *texts, Engine &engine, Completion<> &done)
{
    if (texts)
        co_await texts->stop();
    co_await engine.shutDown();
    done.complete();
}

template <typename Desk>
QCoro::Task<> stopThen(Desk &desk, Completion<> &done)
{
    co_await desk.stop();
    done.complete();
}

QCoro::Task<> stopThen(CallBook &book, bool &stopped)
{
    co_await book.stop();
    stopped = true;
}

class OneAnswer final : public CallerLookup
{
public:
    [[nodiscard]] WhoIs whoIs(const CallParty &) const override
    {
        ++asked;
        return who;
    }
    WhoIs who;
    mutable int asked = 0;
};

Reminder reminderAt(const QDateTime &due, const QString &number = u"+14165550142"_s)
{
    return {.kind = Reminder::Kind::Reminder, .party = {.number = PhoneNumber::fromE164(number)}, .due = due};
}

} // namespace

/// What stands between the engine and the windows: reminders that remind, replies that are not lost.
class tst_Desks : public QObject
{
    Q_OBJECT

    std::unique_ptr<ui::ThemeKeeper> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<demo::DemoCloud> m_cloud;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<ui::Popup> m_popup;
    std::unique_ptr<ui::NativeCards> m_notifications;
    std::unique_ptr<TextDesk> m_texts;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::ThemeKeeper>(*qApp); }
    void cleanupTestCase() { m_theme.reset(); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cloud = std::make_unique<demo::DemoCloud>(demo::DemoOptions{.customers = 20, .days = 0});
        QVERIFY(m_cloud->start().has_value());
        for (const auto &[name, value] : m_cloud->environment())
            qputenv(name.c_str(), QByteArray::fromStdString(value));
        qputenv("CALLCARD_CALLS_SOURCES", "ringcentral");
        const Profile profile = profileIn(m_folder->path());
        QVERIFY(prepareFolders(profile).has_value());
        m_engine = std::make_unique<Engine>(profile, Engine::Attendance::Headless);
    }

    void cleanup()
    {
        Completion<> done;
        TaskScope scope;
        scope.start(endThen(m_texts.get(), *m_engine, done));
        QTRY_VERIFY_WITH_TIMEOUT(done.isComplete(), kSoon);
        m_texts.reset();
        m_notifications.reset();
        m_popup.reset();
        m_engine.reset();
        for (const auto &[name, value] : m_cloud->environment())
            qunsetenv(name.c_str());
        qunsetenv("CALLCARD_CALLS_SOURCES");
        m_cloud.reset();
    }

    void remindersAreToldWhenTheyAreDue()
    {
        FakeClock clock;
        const QString file = m_folder->filePath(u"other.db"_s);
        CallLog::open(file, clock).value()->addReminder(reminderAt(clock.now().addSecs(-60))); // came due while nobody ran
        CallBook book(file, clock);
        QSignalSpy due(&book, &CallBook::remindersDue);
        clock.advance(1ms);
        QCOMPARE(due.size(), 1);
        book.log()->addReminder(reminderAt(clock.now().addSecs(900), u"+14165550143"_s));
        clock.advance(899s);
        QCOMPARE(due.size(), 1); // and the first one is not told again
        clock.advance(1s);
        QCOMPARE(due.size(), 2);
        const auto told = due.last().first().value<QList<Reminder>>();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().party.number->e164(), u"+14165550143"_s);
        Reminder later = told.first();
        later.due = clock.now().addSecs(60);
        book.log()->addReminder(later);
        clock.advance(60s);
        QCOMPARE(due.size(), 3);
        book.log()->addReminder(reminderAt(clock.now().addSecs(60), u"+14165550144"_s));
        book.log()->removeReminder(book.log()->reminders().value().last().id);
        clock.advance(1h);
        QCOMPARE(due.size(), 3);
        bool stopped = false;
        TaskScope scope;
        scope.start(stopThen(book, stopped));
        QVERIFY(stopped);
    }

    /// The history knows the caller as soon as the directory can be read.
    void whoCouldNotBeLookedUpIsLinkedLater()
    {
        FakeClock clock;
        CallBook book(m_folder->filePath(u"other.db"_s), clock);
        OneAnswer lookup;
        lookup.who.problem = Error{.kind = ErrorKind::Storage};
        const Call call{.id = CallId(u"test:1"_s),
                        .source = u"test"_s,
                        .state = CallState::Ringing,
                        .remote = {.number = PhoneNumber::fromE164(u"+14165550142")},
                        .startedAt = clock.now()};
        book.onCallChanged(call);
        book.onDecided({.call = call.id, .caller = call.remote, .unasked = true}, lookup.who);
        book.askAgain(lookup);
        const auto name = [&] {
            const Result<std::optional<LogEntry>> entry = book.log()->entry(call.id);
            return entry && *entry ? (*entry)->customer.name : u"no entry"_s;
        };
        clock.advance(1min); // the log writes in groups
        QCOMPARE(name(), QString());
        Customer sarah;
        sarah.id = CustomerId(u"crm/1"_s);
        sarah.name = u"Sarah Lindqvist"_s;
        lookup.who = {.facts = {{.customer = sarah}}};
        book.askAgain(lookup);
        clock.advance(1min);
        QCOMPARE(name(), u"Sarah Lindqvist"_s);
        const int asked = lookup.asked;
        book.askAgain(lookup); // once is enough
        QCOMPARE(lookup.asked, asked);
        bool stopped = false;
        TaskScope scope;
        scope.start(stopThen(book, stopped));
        QVERIFY(stopped);
    }

    void aDueReminderIsInTheQueueAndTheBadge()
    {
        ui::MissedPage page;
        MissedDesk desk(*m_engine, page);
        ui::Tray tray;
        ui::Shell shell;
        const TrayDesk trayDesk(*m_engine, tray, shell);
        QSignalSpy count(&desk, &MissedDesk::countChanged);
        log().addReminder(reminderAt(m_engine->clock().now().addMSecs(1500)));
        QTRY_VERIFY_WITH_TIMEOUT(!count.isEmpty(), kSoon);
        QCOMPARE(count.last().first().toInt(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(count.last().first().toInt(), 1, kSoon);
        QTRY_COMPARE_WITH_TIMEOUT(tray.state().look.missed, 1, kSoon);
    }

    /// There is no call that waits, only the reminder.
    void aReminderIsDonePostponedAndBroughtBack()
    {
        ui::MissedPage page;
        const MissedDesk desk(*m_engine, page);
        const QDateTime now = m_engine->clock().now();
        log().addReminder(reminderAt(now.addSecs(-60)));
        const auto waiting = [&] { return callBackQueue(log().queueFacts(now).value(), QueueOrder::Time, now).waiting; };
        QCOMPARE(waiting().size(), 1);
        const WaitingCaller caller = waiting().first();
        Q_EMIT
        page.doneRequested(caller);
        QVERIFY(log().reminders().value().isEmpty());
        Q_EMIT
        page.undoRequested(caller);
        QCOMPARE(waiting().size(), 1);
        Q_EMIT
        page.laterRequested(waiting().first(), now.addSecs(3600));
        QVERIFY(waiting().isEmpty());
        QCOMPARE(log().reminders().value().size(), 1);
        QCOMPARE(log().reminders().value().first().due.toMSecsSinceEpoch(), now.addSecs(3600).toMSecsSinceEpoch());
    }

    /// After a restart, or written on the history page: the next keystroke on the card must not erase it.
    void aCardHasWhatWasWrittenOnItsCall()
    {
        CardDesk desk(*m_engine);
        const Call call = talking();
        m_engine->callBook().onCallChanged(call);
        log().setNote(call.id, u"Wants 40 cases"_s);
        m_engine->screenPop().onCallChanged(call);
        QTRY_VERIFY_WITH_TIMEOUT(noteField(), kSoon);
        QCOMPARE(noteField()->toPlainText(), u"Wants 40 cases"_s);
        log().setNote(call.id, u"Wants 40 cases by Friday"_s);
        QCOMPARE(noteField()->toPlainText(), u"Wants 40 cases by Friday"_s);
        noteField()->moveCursor(QTextCursor::End);
        QTest::keyClicks(noteField(), u"!"_s);
        QCOMPARE(log().entry(call.id).value()->note, u"Wants 40 cases by Friday!"_s);

        // Another source had named it first, and there somebody wrote too.
        Call other = call;
        other.id = CallId(u"callstream:s-1"_s);
        m_engine->callBook().onCallChanged(other);
        log().setNote(other.id, u"From the queue"_s);
        m_engine->callBook().onCallMerged(other.id, call.id);
        QVERIFY(log().flush());
        QCOMPARE(noteField()->toPlainText(), u"Wants 40 cases by Friday!\nFrom the queue"_s);
        end(desk);
    }

    void aTextOfTheQuietIsToldAfterwards_data()
    {
        QTest::addColumn<bool>("missed");
        QTest::newRow("nobody called") << false;
        QTest::newRow("beside a missed call") << true;
    }

    void aTextOfTheQuietIsToldAfterwards()
    {
        QFETCH(const bool, missed);
        CardDesk desk(*m_engine);
        m_engine->screenPop().setDoNotDisturb(true);
        Q_EMIT
        m_engine->liveCalls().messageReceived({.id = MessageId(u"m-1"_s),
                                               .source = u"ringcentral"_s,
                                               .direction = CallDirection::Inbound,
                                               .remote = {.number = PhoneNumber::fromE164(u"+13035550187")},
                                               .text = u"Where are you?"_s,
                                               .sentAt = m_engine->clock().now()});
        QVERIFY(!toast());
        if (missed) {
            Call call = talking();
            call.state = CallState::Ended;
            call.reason = EndReason::Missed;
            call.endedAt = call.startedAt;
            m_engine->screenPop().onCallChanged(call);
        }
        m_engine->screenPop().setDoNotDisturb(false);
        if (missed) {
            QTRY_VERIFY_WITH_TIMEOUT(digest(), kSoon);
            QVERIFY2(digest()->accessibleName().contains(u"1 text"_s), qPrintable(digest()->accessibleName()));
        } else {
            QVERIFY(toast());
            QCOMPARE(toast()->toast().message.text, u"Where are you?"_s);
        }
        end(desk);
    }

    /// By the provider's clock: what it told half a minute after it happened rings no more, until it is told while it happens.
    void aCallThatIsToldLateDoesNotRing()
    {
        receive();
        LiveCalls &calls = m_engine->liveCalls();
        const auto now = [&] { return m_engine->clock().now(); };
        const auto differ = [&] {
            const QDateTime ours = now();
            return calls.theirs(u"ringcentral"_s, ours) != ours;
        };
        QTRY_VERIFY_WITH_TIMEOUT(differ(), kSoon);
        CallEvent event{.source = u"ringcentral"_s,
                        .channel = u"telephony"_s,
                        .eventId = u"late-1"_s,
                        .sessionId = u"late"_s,
                        .legId = u"p-1"_s,
                        .sequence = 1,
                        .time = calls.theirs(u"ringcentral"_s, now()).addSecs(-31),
                        .state = LegState::Ringing,
                        .remote = {.number = PhoneNumber::fromE164(u"+13035550187")}};
        m_engine->tracker().onEvent(event);
        QCOMPARE(m_engine->screenPop().decisions().front().reason, PopReason::Late);
        QVERIFY(m_engine->screenPop().openCards().isEmpty());
        event.eventId = u"late-2"_s;
        event.sequence = 2;
        event.time = calls.theirs(u"ringcentral"_s, now());
        event.lineName = u"Sales"_s;
        m_engine->tracker().onEvent(event);
        QCOMPARE(m_engine->screenPop().openCards().size(), 1);
    }

    void aReplyIsSentAndInTheLog()
    {
        receive();
        write(u"On my way"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!toast(), kSoon);
        const auto logged = [this] {
            const QList<Message> texts = log().texts({*PhoneNumber::fromE164(u"+13035550187")}, 10).value();
            return std::any_of(texts.begin(), texts.end(),
                               [](const Message &one) { return one.direction == CallDirection::Outbound && one.text == u"On my way"_s; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(logged(), kSoon);
    }

    /// From the history, with a template that lasts.
    void aTextIsBegun()
    {
        receive();
        m_popup->closeText(toast()->toast().message.id);
        Call call = talking();
        call.remote.number = PhoneNumber::fromE164(u"+13035550187");
        Q_EMIT
        m_popup->templateKept(u"Tomorrow at nine"_s);
        m_texts->write({.call = call});
        QTRY_VERIFY(toast());
        QCOMPARE(toast()->toast().templates, QStringList{u"Tomorrow at nine"_s});
        QVERIFY(toast()->toast().canReply);
        write(u"Tomorrow at nine"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!toast(), kSoon);
        const auto logged = [this] {
            const QList<Message> texts = log().texts({*PhoneNumber::fromE164(u"+13035550187")}, 10).value();
            return std::any_of(texts.begin(), texts.end(), [](const Message &one) {
                return one.direction == CallDirection::Outbound && one.text == u"Tomorrow at nine"_s;
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(logged(), kSoon);
        Completion<> done;
        TaskScope scope;
        scope.start(stopThen(*m_texts, done));
        QTRY_VERIFY_WITH_TIMEOUT(done.isComplete(), kSoon);
        m_texts = std::make_unique<TextDesk>(*m_engine, *m_popup, *m_notifications, false); // the next start
        m_texts->write({.call = call});
        QCOMPARE(toast()->toast().templates, QStringList{u"Tomorrow at nine"_s});
    }

    /// It opens only with our token, which goes to nobody else.
    void aRecordingIsFetchedAndGoneAfterwards()
    {
        receive();
        QVERIFY(
            m_cloud->control({{"do", "switch"}, {"service", "ringcentral"}, {"name", "recordingLag"}, {"position", 0}}).value("ok", false));
        const Json started = m_cloud->control({{"do", "call.start"}, {"from", "+14165550142"}});
        const Json id = started.at("call").at("id");
        const auto done = [&](const char *what, Json more = Json::object()) {
            more["do"] = what;
            more["call"] = id;
            return m_cloud->control(more).value("ok", false);
        };
        QVERIFY(done("call.answer"));
        QVERIFY(done("call.edit", {{"recorded", true}}));
        QVERIFY(done("call.end"));
        const QString server = qEnvironmentVariable("RINGCENTRAL_SERVER_URL");
        QTRY_COMPARE_WITH_TIMEOUT(log().history({}).value().entries.size(), 1, kSoon);
        const CallId call = log().history({}).value().entries.first().call.id;
        std::unique_ptr<ui::CallHistoryPage> page = std::make_unique<ui::CallHistoryPage>();
        std::unique_ptr<HistoryDesk> desk = std::make_unique<HistoryDesk>(*m_engine, *page);
        page->choose(call);
        QCOMPARE(page->chosen(), call);
        QDesktopServices::setUrlHandler(u"file"_s, this, "noteOpened");
        m_opened.clear();
        const QString path = QString(server + u"/restapi/v1.0/account/~/recording/%1/content"_s);
        Q_EMIT
        page->recordingRequested(QUrl(u"https://media.ringcentral.example/x"_s)); // a stranger: no token, nothing opened
        Q_EMIT
        page->recordingRequested(QUrl(path.arg(77'000'000 + id.get<qint64>())));
        QTRY_COMPARE_WITH_TIMEOUT(m_opened.size(), 1, 4 * kSoon);
        const QFileInfo file(m_opened.first().toLocalFile());
        QVERIFY(file.size() > 100);
        QCOMPARE(file.suffix(), u"mp3"_s);
        QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        QVERIFY(!(QFileInfo(file.path()).permissions() & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther)));
        QDesktopServices::unsetUrlHandler(u"file"_s);
        Completion<> stopped;
        TaskScope scope;
        scope.start(stopThen(*desk, stopped));
        QTRY_VERIFY_WITH_TIMEOUT(stopped.isComplete(), kSoon);
        desk.reset();
        QVERIFY(!QFileInfo::exists(file.filePath()));
    }

    void aReplyThatIsRefusedIsStillThere()
    {
        receive();
        QVERIFY(m_cloud->control({{"do", "fault.add"}, {"service", "ringcentral"}, {"kind", "403"}, {"path", "*/sms"}}).value("ok", false));
        write(u"On my way"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!toast()->accessibleDescription().isEmpty() && !reply()->isReadOnly(), kSoon);
        QCOMPARE(reply()->text(), u"On my way"_s);
        QCOMPARE(reply()->maxLength(), 1000); // RingCentral's
        QVERIFY(m_cloud->control({{"do", "fault.clear"}}).value("ok", false));
        QTest::keyClick(reply(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!toast(), kSoon);
    }

    /// Settings that change replace the source while it is asked something.
    void aReplyOutlivesItsSource()
    {
        receive();
        QVERIFY(
            m_cloud->control({{"do", "fault.add"}, {"service", "ringcentral"}, {"kind", "hang"}, {"path", "*/sms"}}).value("ok", false));
        QSignalSpy ending(m_engine.get(), &Engine::sourcesEnding);
        write(u"On my way"_s);
        const auto asked = [this] {
            const Json journal = m_cloud->control({{"do", "journal"}, {"service", "ringcentral"}, {"limit", 5000}});
            for (const Json &request : journal.at("requests")) {
                if (request.at("target").get<std::string>().find("/sms") != std::string::npos)
                    return true;
            }
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(asked(), kSoon);
        QVERIFY(m_engine->preferences().set(settings::kDirectorySyncMinutes, 33));
        QTRY_VERIFY_WITH_TIMEOUT(ending.size() == 1, kSoon);
        QTRY_VERIFY_WITH_TIMEOUT(!toast()->accessibleDescription().isEmpty() && !reply()->isReadOnly(), kSoon);
        QCOMPARE(reply()->text(), u"On my way"_s);
    }

public Q_SLOTS:
    void noteOpened(const QUrl &link) { m_opened.append(link); }

private:
    QList<QUrl> m_opened;

    [[nodiscard]] CallLog &log() const { return *m_engine->callBook().log(); }

    template <typename Widget>
    static Widget *visible(const QString &name = {})
    {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (auto *found = window->findChild<Widget *>(name); found && window->isVisible())
                return found;
        }
        return nullptr;
    }
    static ui::TextCard *toast() { return visible<ui::TextCard>(); }
    static ui::DigestCard *digest() { return visible<ui::DigestCard>(); }
    static QPlainTextEdit *noteField() { return visible<QPlainTextEdit>(u"note"_s); }

    [[nodiscard]] Call talking() const
    {
        return {.id = CallId(u"ringcentral:s-1"_s),
                .source = u"ringcentral"_s,
                .direction = CallDirection::Inbound,
                .state = CallState::Active,
                .remote = {.number = PhoneNumber::fromE164(u"+14165550142")},
                .startedAt = m_engine->clock().now(),
                .answeredAt = m_engine->clock().now()};
    }
    static void end(CardDesk &desk)
    {
        Completion<> done;
        TaskScope scope;
        scope.start(stopThen(desk, done));
        QTRY_VERIFY_WITH_TIMEOUT(done.isComplete(), kSoon);
    }
    static QLineEdit *reply() { return toast()->findChild<QLineEdit *>(u"reply"_s); }

    void receive()
    {
        m_popup = std::make_unique<ui::Popup>(m_engine->clock());
        m_notifications = std::make_unique<ui::NativeCards>();
        m_texts = std::make_unique<TextDesk>(*m_engine, *m_popup, *m_notifications, false);
        m_engine->start();
        const auto connected = [this] {
            const QList<Connection> feeds = m_engine->liveCalls().connections();
            return !feeds.isEmpty() && feeds.first().state == ConnectionState::Connected;
        };
        QTRY_VERIFY_WITH_TIMEOUT(connected(), kSoon);
        QVERIFY(m_cloud->control({{"do", "text.add"}, {"number", "+13035550187"}, {"body", "Where are you?"}}).value("ok", false));
        QTRY_VERIFY_WITH_TIMEOUT(toast(), kSoon);
        QVERIFY(toast()->toast().canReply);
        QVERIFY(!toast()->toast().lineName.isEmpty());
    }

    static void write(const QString &words)
    {
        reply()->setText(words);
        QTest::keyClick(reply(), Qt::Key_Return);
    }
};

QTEST_MAIN(tst_Desks)
#include "tst_desks.moc"
