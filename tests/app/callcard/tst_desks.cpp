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
#include <QLineEdit>
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

private:
    [[nodiscard]] CallLog &log() const { return *m_engine->callBook().log(); }

    static ui::TextCard *toast()
    {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (auto *card = window->findChild<ui::TextCard *>(); card && window->isVisible())
                return card;
        }
        return nullptr;
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
