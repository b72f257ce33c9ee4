#include "../cli/clirun.h"

#include <callcard/flyoutdesk.h>
#include <callcard/metricsdesk.h>
#include <callcard/panelvalues.h>
#include <callcard/teamdesk.h>
#include <demo/democloud.h>
#include <engine/engine.h>

#include <callcard/ui/barchart.h>
#include <callcard/ui/figurepopover.h>
#include <callcard/ui/figuretile.h>
#include <callcard/ui/goalring.h>
#include <callcard/ui/heatmap.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/paneltexts.h>
#include <callcard/ui/sharebars.h>
#include <callcard/ui/shell.h>

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QElapsedTimer>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace callcard;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kSoon = 20'000;
constexpr int kDays = 120;
const QTimeZone kZone("America/Toronto");
const QString kEmail = u"rep@callcard.example"_s;
const QStringList kWords{u"Answered"_s, u"Unanswered"_s, u"Missed"_s, u"Voicemail"_s, u"Answered"_s, u"Blocked"_s, u"Answered elsewhere"_s};

const QString kDana = u"dana.whitfield@northgate-supply.example"_s;
const QString kGrace = u"grace.okonjo@northgate-supply.example"_s; // a manager
const QString kInes = u"ines.duarte@northgate-supply.example"_s;   // an administrator

QCoro::Task<> endThen(MetricsDesk &desk, TeamDesk &team, Engine &engine, Completion<> &done)
{
    co_await desk.stop();
    co_await team.stop();
    co_await engine.shutDown();
    done.complete();
}

HistoryRow rowAt(const QString &source, const QDate &day, int number)
{
    const QString id = source + day.toString(Qt::ISODate) + QString::number(number);
    HistoryRow row{.rowId = id, .outcomeWord = kWords.at((number + day.day()) % kWords.size())};
    Call &call = row.call;
    call.id = CallId(QString(source + u':' + id));
    call.sessionId = id;
    call.source = source;
    call.direction = number % 3 == 0 ? CallDirection::Inbound : CallDirection::Outbound;
    call.state = CallState::Ended;
    call.reason = row.outcomeWord == u"Answered"_s ? EndReason::HungUp : EndReason::Missed;
    call.remote.number = PhoneNumber::fromE164(QString(u"+1416555"_s + QString::number(100 + number % 40).rightJustified(4, u'0')));
    call.agentEmail = kEmail;
    // From half past midnight to half past eleven at night: the ends of a civil day are where counting goes wrong.
    call.startedAt = QDateTime(day, QTime(0, 30), kZone).toUTC().addSecs(number * 23 * 3600 / 41);
    if (call.reason == EndReason::HungUp) {
        call.talkTime = std::chrono::seconds(20 + number * 7);
        call.answeredAt = call.startedAt.addSecs(5);
    }
    call.endedAt = call.startedAt.addSecs(300);
    return row;
}

} // namespace

/// The real window over a real log, beside the real command line.
class tst_MetricsDesk : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<Shell> m_shell;
    std::unique_ptr<MetricsDesk> m_desk;
    std::unique_ptr<TeamDesk> m_team;
    std::unique_ptr<demo::DemoCloud> m_cloud;
    PageFrame *m_frame = nullptr;
    PageFrame *m_teamFrame = nullptr;
    QList<QUrl> m_opened; ///< What would have gone to the system's viewer.

    [[nodiscard]] CallLog &log() const { return *m_engine->callBook().log(); }
    [[nodiscard]] QDate today() const { return m_engine->clock().now().toTimeZone(kZone).date(); }

    void take(const QString &source, const QDate &day, int calls)
    {
        QList<HistoryRow> rows;
        for (int i = 0; i < calls; ++i)
            rows.append(rowAt(source, day, i));
        const HistorySpan span{
            .source = source, .agentEmail = kEmail, .from = dayStart(day, kZone), .to = dayStart(day.addDays(1), kZone), .zone = kZone};
        QVERIFY(log().takeHistory(span, rows));
        QList<Message> texts;
        for (int i = 0; i < calls / 4; ++i) {
            Message text{.id = MessageId(QString(source + u":t"_s + day.toString(Qt::ISODate) + QString::number(i))), .source = source};
            text.direction = i % 3 == 2 ? CallDirection::Inbound : CallDirection::Outbound;
            text.agentEmail = kEmail;
            text.remote.number = PhoneNumber::fromE164(u"+14165550100"_s);
            text.sentAt = dayStart(day, kZone).addSecs(600 + i);
            texts.append(text);
        }
        QVERIFY(log().takeTexts(span, texts));
    }

    /// As a person does it.
    void pressButton(QWidget *page, const QString &text)
    {
        for (QAbstractButton *button : page->findChildren<QAbstractButton *>()) {
            if (button->text() == text && button->isVisible())
                return QTest::mouseClick(button, Qt::LeftButton);
        }
        QFAIL(qPrintable(text));
    }

    void showPanel()
    {
        m_shell->showPage(u"metrics"_s);
        m_shell->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_shell.get()));
        QVERIFY(m_desk->page());
        QTRY_VERIFY_WITH_TIMEOUT(!m_desk->isReading(), kSoon);
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        for (const SettingInfo &info : allSettings())
            qunsetenv(info.variable.toLatin1().constData());
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "CALLCARD_PROFILE", "CALLCARD_FIREBASE_PASSWORD"})
            qunsetenv(name);
        qputenv("HOME", m_home->path().toUtf8());
        qputenv("XDG_RUNTIME_DIR", m_home->path().toUtf8());
        qputenv("CALLCARD_USER_EMAIL", kEmail.toUtf8());
        qputenv("CALLCARD_TIMEZONE", kZone.id());
        qputenv("CALLCARD_CALLS_SOURCES", "relay");
        build();
    }

    void cleanup()
    {
        end();
        m_cloud.reset();
    }

    void figuresOnTheScreenAreThoseOfTheCommandLine()
    {
        for (int back = 0; back < kDays; ++back) {
            if (back == 17)
                continue; // not read
            take(u"ringcentral"_s, today().addDays(-back), back % 7 >= 5 ? 0 : 24 + back % 9);
            if (back % 10 == 3)
                take(u"justcall"_s, today().addDays(-back), 6);
        }
        QVERIFY(log().flush());
        showPanel();
        const QList<PanelChoice> choices{{},
                                         {.range = {today().addDays(-3), {}}},
                                         {.span = PanelSpan::Week},
                                         {.span = PanelSpan::Month},
                                         {.span = PanelSpan::Range, .range = {today().addDays(-kDays + 1), today()}}};
        for (const PanelChoice &choice : choices) {
            m_desk->page()->choose(choice);
            compareWithCommandLine();
        }
        // The same by the buttons of the window.
        for (const QString &span : {u"Month"_s, u"Week"_s, u"Range"_s, u"Last 30 days"_s, u"Today"_s}) {
            pressButton(m_desk->page(), span);
            compareWithCommandLine();
        }
        // A day that was not read is missing on the screen, and no row of the command line says zero either.
        m_desk->page()->choose({.range = {today().addDays(-17), {}}});
        QVERIFY(!m_desk->page()->figures().calls);
        QCOMPARE(m_desk->page()->findChildren<GoalRing *>().first()->face().figure, QString());
        auto *map = m_desk->page()->findChild<HeatMap *>();
        const int cell = map->count() - 1 - 17;
        QCOMPARE(map->dayOf(cell), today().addDays(-17));
        QCOMPARE(map->levelOf(cell), HeatLevel::NotRead);
    }

    void aCallThatEndsIsThereWithinASecond()
    {
        take(u"ringcentral"_s, today(), 0);
        showPanel();
        QCOMPARE(m_desk->page()->figures().calls, std::optional(0));
        Call call = rowAt(u"ringcentral"_s, today(), 1).call;
        call.startedAt = m_engine->clock().now().addSecs(-30);
        call.answeredAt = call.startedAt.addSecs(3);
        call.reason = EndReason::HungUp;
        call.talkTime = 25s;
        call.endedAt = m_engine->clock().now();
        if (call.startedAt.toTimeZone(kZone).date() != today())
            QSKIP("half a minute after midnight");
        QElapsedTimer timer;
        timer.start();
        log().onCallChanged(call);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->page()->figures().calls, std::optional(1), 5000);
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(m_desk->page()->figures().provisional, 1);
        // The provider's history confirms it, and it is still one call.
        HistoryRow row{.rowId = u"told"_s, .call = call, .outcomeWord = u"Answered"_s};
        QVERIFY(log().takeHistory({.source = u"ringcentral"_s,
                                   .agentEmail = kEmail,
                                   .from = dayStart(today(), kZone),
                                   .to = m_engine->clock().now(),
                                   .zone = kZone},
                                  {row}));
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->page()->figures().provisional, 0, 5000);
        QCOMPARE(m_desk->page()->figures().calls, std::optional(1));
    }

    void theCallsBehindAFigureAreAsManyAsItSays()
    {
        take(u"ringcentral"_s, today().addDays(-1), 40);
        showPanel();
        m_desk->page()->choose({.range = {today().addDays(-1), {}}});
        QList<FigureDetails> answers;
        connect(m_desk->page(), &MetricsPage::detailsRequested, this, [&](Figure figure, const DayRange &range) {
            PanelReader reader(log(), nullptr, {.email = kEmail, .zone = kZone});
            const QList<CallId> calls =
                reader.callsBehind(range, [figure](const CountedCall &call) { return countsFor(figure, call); }).value();
            answers.append(
                {.figure = figure, .range = range, .calls = {}, .texts = {}, .all = static_cast<int>(calls.size()), .problem = {}});
        });
        auto *rows = m_desk->page()->findChild<ShareBars *>();
        int sum = 0;
        for (int item = 0; item < rows->count(); ++item) {
            rows->press(item);
            QCOMPARE(answers.size(), item + 1);
            QCOMPARE(answers.last().all, rows->rows().at(item).figure.toInt());
            sum += answers.last().all;
        }
        QCOMPARE(sum, 40);
    }

    void aClosedPanelIsGone()
    {
        take(u"ringcentral"_s, today(), 10);
        showPanel();
        QPointer<MetricsPage> page = m_desk->page();
        page->choose({.span = PanelSpan::Week});
        m_shell->showPage(u"other"_s);
        QVERIFY(!m_desk->page());
        QTRY_VERIFY(!page);
        m_shell->showPage(u"metrics"_s);
        QVERIFY(m_desk->page());
        QCOMPARE(m_desk->page()->choice().span, PanelSpan::Week); // what was looked at
        m_shell->hide();
        QVERIFY(!m_desk->page());
    }

    void aLinkThatLeadsAwayMayCloseThePage()
    {
        take(u"ringcentral"_s, today().addDays(-1), 5);
        showPanel();
        connect(m_desk.get(), &MetricsDesk::connectionsRequested, this, [this] { m_shell->showPage(u"other"_s); });
        QDate unread = today().addDays(-2);
        while (unread.dayOfWeek() > 5)
            unread = unread.addDays(-1);
        m_desk->page()->choose({.range = {unread, {}}});
        QPushButton *link = nullptr;
        for (QPushButton *button : m_desk->page()->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().endsWith(u"why?"_s))
                link = button;
        }
        QVERIFY(link);
        QTest::mouseClick(link, Qt::LeftButton);
        QVERIFY(!m_desk->page());
    }

    void goalsAndHoursReachThePanelAndTheFlyout()
    {
        signIn(kDana);
        m_engine->start();
        showPanel();
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->page()->facts().goalsKnown, kSoon);
        const PanelFacts &facts = m_desk->page()->facts();
        QCOMPARE(facts.hours.from, QTime(6, 0));
        QCOMPARE(facts.hours.days, (QSet<int>{1, 2, 3, 4, 5, 6}));
        QVERIFY(facts.goalsAt.isValid() && !facts.goalsTrouble && !facts.hoursAssumed);
        QCOMPARE(m_desk->page()->figures().goals.at(0).target, std::optional(40.0));
        m_desk->page()->choose({.span = PanelSpan::Month});
        QCOMPARE(m_desk->page()->figures().goals.at(1).target, std::optional(1900.0));
        FlyoutDesk flyout(*m_engine);
        flyout.show(QRect(400, 500, 22, 22));
        const QList<FlyoutGoal> rings = flyout.flyout()->state().goals;
        QCOMPARE(rings.size(), 3);
        QCOMPARE(rings.at(0).target, std::optional(40.0));
        // The next start has no network: they are there, with their age.
        end();
        m_cloud.reset();
        build();
        m_engine->start();
        showPanel();
        QVERIFY(m_desk->page()->facts().goalsKnown);
        m_desk->page()->choose({.span = PanelSpan::Month});
        QCOMPARE(m_desk->page()->figures().goals.at(1).target, std::optional(1900.0));
        QVERIFY(m_desk->page()->facts().goalsAt.isValid());
    }

    void troubleStaysWhileItTriesAgain()
    {
        signIn(kDana);
        m_cloud.reset(); // nobody is there
        m_engine->start();
        showPanel();
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->page()->facts().trouble, kSoon);
        int running = 0;
        int untold = 0;
        connect(&m_engine->metrics()->sync(), &MetricsSync::stateChanged, this, [&](const callcard::SyncState &state) {
            running += state.phase == callcard::SyncState::Phase::Running ? 1 : 0;
            untold += m_desk->page()->facts().trouble ? 0 : 1;
        });
        m_desk->sync();
        QTRY_VERIFY_WITH_TIMEOUT(running > 0 && m_engine->metrics()->sync().state().phase != callcard::SyncState::Phase::Running, kSoon);
        QCOMPARE(untold, 0);
        // The flyout says it, too.
        FlyoutDesk flyout(*m_engine);
        flyout.show(QRect(400, 500, 22, 22));
        QVERIFY(flyout.flyout()->state().error);
        QVERIFY(flyout.flyout()->state().stale);
    }

    void theFlyoutSaysWhatCannotBeRead()
    {
        take(u"ringcentral"_s, today(), 3);
        FlyoutDesk flyout(*m_engine);
        flyout.show(QRect(400, 500, 22, 22));
        QVERIFY(!flyout.flyout()->state().error);
        QCOMPARE(flyout.flyout()->state().goals.at(0).value, std::optional(3.0));
        const QString file = m_engine->profile().callLogFile();
        QVERIFY(QFile::rename(file, file + u".away"_s));
        flyout.show(QRect(400, 500, 22, 22));
        QVERIFY(QFile::rename(file + u".away"_s, file));
        QVERIFY(flyout.flyout()->state().error);
        QVERIFY(flyout.flyout()->state().goals.isEmpty());
    }

    void theFlyoutSaysWhatACallWasAboutUnlessItIsPrivate()
    {
        take(u"ringcentral"_s, today(), 2);
        const QList<LogEntry> entries = log().history({.limit = 2}).value().entries;
        QCOMPARE(entries.size(), 2);
        for (const LogEntry &entry : entries)
            log().setNote(entry.call.id, u"Freight approved\nat the old price"_s);
        log().setPrivate(entries.last().call.id, true);
        FlyoutDesk flyout(*m_engine);
        flyout.show(QRect(400, 500, 22, 22));
        const QList<TrayCall> recent = flyout.flyout()->state().recent;
        QCOMPARE(recent.size(), 2);
        QCOMPARE(recent.first().below, u"Freight approved"_s);
        QCOMPARE(recent.last().below, QString());
    }

    void aDayNeedsEveryProvider()
    {
        take(u"ringcentral"_s, today(), 2);
        take(u"justcall"_s, today(), 1);
        take(u"ringcentral"_s, today().addDays(-1), 4);
        take(u"ringcentral"_s, today().addDays(-2), 0);
        showPanel();
        const auto day = [&](int back) { return m_desk->page()->facts().days.at(m_desk->page()->facts().days.size() - 1 - back); };
        QCOMPARE(day(0).reading, Reading::Whole);
        QCOMPARE(day(1).reading, Reading::Partly);
        QCOMPARE(day(2).reading, Reading::Partly);
        QCOMPARE(day(3).reading, Reading::None);
        m_desk->page()->choose({.range = {today().addDays(-1), {}}});
        QCOMPARE(m_desk->page()->figures().calls, std::optional(4));
        m_desk->page()->choose({.range = {today().addDays(-2), {}}});
        QVERIFY(!m_desk->page()->figures().calls); // half of it was read and had nothing: that is no zero
    }

    void aTodayThatNobodyReadIsNoZero()
    {
        showPanel();
        QCOMPARE(m_desk->page()->facts().days.last().reading, Reading::None);
        QVERIFY(!m_desk->page()->figures().calls);
        QVERIFY(m_desk->page()->findChildren<GoalRing *>().first()->face().figure.isEmpty());
    }

    void callsThatKeepComingAreShownMeanwhile()
    {
        take(u"ringcentral"_s, today(), 0);
        showPanel();
        int number = 0;
        QTimer feed;
        feed.setInterval(60);
        connect(&feed, &QTimer::timeout, this, [&] {
            Call call = rowAt(u"ringcentral"_s, today(), number++).call;
            call.startedAt = m_engine->clock().now().addSecs(-20);
            call.endedAt = m_engine->clock().now();
            log().onCallChanged(call);
        });
        feed.start();
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->page()->figures().calls.value_or(0) > 2, 4000);
        QVERIFY(feed.isActive() && number > 2);
    }

    void aLogThatCouldNotBeReadIsTriedAgain()
    {
        take(u"ringcentral"_s, today(), 3);
        const QString file = m_engine->profile().callLogFile();
        QVERIFY(QFile::rename(file, file + u".away"_s));
        m_shell->showPage(u"metrics"_s);
        m_shell->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_shell.get()));
        auto *banner = m_desk->page()->findChild<Banner *>();
        QVERIFY(banner->isVisible());
        QVERIFY(QFile::rename(file + u".away"_s, file));
        auto *retry = banner->findChild<QPushButton *>();
        QVERIFY(retry && retry->isVisible());
        retry->click();
        QVERIFY(!banner->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!m_desk->isReading(), kSoon);
        QCOMPARE(m_desk->page()->figures().calls, std::optional(3));
    }

    void aPrintedPageIsTheOwnersAloneAndGoes()
    {
        take(u"ringcentral"_s, today(), 5);
        showPanel();
        QDesktopServices::setUrlHandler(u"file"_s, this, "keepOpened");
        QSignalSpy printed(m_desk.get(), &MetricsDesk::exported);
        Q_EMIT
        m_desk->page()->exportRequested(PanelExport::Print);
        QDesktopServices::unsetUrlHandler(u"file"_s);
        QCOMPARE(printed.size(), 1);
        QCOMPARE(m_opened.size(), 1);
        const QFileInfo file(m_opened.first().toLocalFile());
        const QString folder = file.absolutePath();
        QVERIFY(folder.startsWith(m_engine->profile().dataFolder));
        QVERIFY(file.size() > 1000);
        const QFile::Permissions others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(file.permissions() & others, QFile::Permissions());
        QCOMPARE(QFileInfo(folder).permissions() & others, QFile::Permissions());
        end();
        QVERIFY(!QFileInfo::exists(folder));
    }

    void theCallsOfManyDaysAreExported()
    {
        for (int back = 0; back < 20; ++back)
            take(u"ringcentral"_s, today().addDays(-back), 6);
        showPanel();
        m_desk->page()->choose({.span = PanelSpan::Range, .range = {today().addDays(-19), today()}});
        const QString path = m_home->filePath(u"calls.csv"_s);
        QSignalSpy exported(m_desk.get(), &MetricsDesk::exported);
        m_desk->exportTo(PanelExport::CallsCsv, path);
        QCOMPARE(exported.size(), 0); // in slices: the window goes on meanwhile
        QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, kSoon);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 20 * 6 + 1);
        QVERIFY(lines.at(1).startsWith(today().toString(Qt::ISODate).toUtf8())); // the newest first
        // A folder that is not there is said, not passed over.
        m_desk->exportTo(PanelExport::TableCsv, m_home->filePath(u"nowhere/table.csv"_s));
        QVERIFY(m_desk->page()->findChild<Banner *>()->isVisible());
    }

    void theTeamIsForThoseWhoLeadIt()
    {
        signIn(kDana);
        QSignalSpy known(m_team.get(), &TeamDesk::membersChanged);
        m_engine->start();
        QTRY_VERIFY_WITH_TIMEOUT(!known.isEmpty(), kSoon);
        QVERIFY(!m_team->isOffered());
    }

    void aManagerSeesTheTeamAlsoWithoutANetwork()
    {
        signIn(kGrace);
        m_engine->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_team->isOffered(), kSoon);
        m_desk->setMembers(m_team->members());
        m_shell->setPageOffered(u"team"_s, true);
        m_shell->showPage(u"team"_s);
        m_shell->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_shell.get()));
        QVERIFY(m_team->page());
        QTRY_VERIFY_WITH_TIMEOUT(!m_team->isReading() && !m_team->page()->facts().reading, kSoon);
        QCOMPARE(m_team->page()->facts().rows.size(), 5);
        QVERIFY(!m_team->page()->facts().trouble);
        for (const TeamRow &row : m_team->page()->facts().rows) {
            QVERIFY2(!row.problem, qPrintable(row.name));
            QCOMPARE(row.calls.value, row.isSelf ? row.calls.value : std::optional(7.0));
            QVERIFY(!row.answered); // no document tells
        }
        const QString path = m_home->filePath(u"team.csv"_s);
        m_team->exportTo(TeamExport::TableCsv, path);
        QVERIFY(QFileInfo(path).size() > 100);

        // Enter on a row leads to that rep's figures.
        QSignalSpy wanted(m_team.get(), &TeamDesk::personRequested);
        Q_EMIT
        m_team->page()->personChosen(UserId(u"uid1001Theo"_s));
        QCOMPARE(wanted.size(), 1);
        m_desk->showPerson(wanted.first().first().value<UserId>());
        m_shell->showPage(u"metrics"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->page()->figures().calls, std::optional(7), kSoon);
        QVERIFY(!m_desk->page()->facts().hasDetails);
        QCOMPARE(m_desk->page()->figures().goals.at(0).target, std::optional(40.0));
        m_desk->showPerson({});
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->page()->facts().hasDetails, kSoon);

        // What the rules hide is a sentence on the page, and what was read before stays.
        m_cloud->control({{"do", "switch"}, {"service", "firestore"}, {"name", "rules"}, {"position", "strict"}});
        m_shell->showPage(u"team"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_team->page()->facts().trouble && !m_team->page()->facts().reading, kSoon);
        QCOMPARE(m_team->page()->facts().trouble->kind, ErrorKind::Refused);
        QCOMPARE(m_team->page()->facts().rows.size(), 5);

        end();
        m_cloud.reset();
        build();
        QVERIFY(m_team->isOffered());
        m_engine->start();
        m_shell->setPageOffered(u"team"_s, true);
        m_shell->showPage(u"team"_s);
        m_shell->show();
        QCOMPARE(m_team->page()->facts().rows.size(), 5);
        QVERIFY(m_team->page()->facts().readAt.isValid());
        QCOMPARE(m_team->page()->facts().rows.first().isCounted(), true);
        QTRY_VERIFY_WITH_TIMEOUT(m_team->page()->facts().trouble, kSoon);
    }

    void theTeamsPageLeavesAsPictureAndOnPaper()
    {
        openTeam(kGrace);
        const QString png = m_home->filePath(u"team.png"_s);
        m_team->exportTo(TeamExport::Picture, png);
        const QImage picture(png);
        QCOMPARE(picture.size(), m_team->page()->paperSize() * 2);
        const QString pdf = m_home->filePath(u"team.pdf"_s);
        m_team->exportTo(TeamExport::Pdf, pdf);
        QFile file(pdf);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("%PDF"));
        m_opened.clear();
        QDesktopServices::setUrlHandler(u"file"_s, this, "keepOpened");
        Q_EMIT
        m_team->page()->exportRequested(TeamExport::Print);
        QDesktopServices::unsetUrlHandler(u"file"_s);
        QCOMPARE(m_opened.size(), 1);
        const QFileInfo printed(m_opened.takeFirst().toLocalFile());
        QVERIFY(printed.size() > 1000);
        QCOMPARE(printed.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        m_team->exportTo(TeamExport::Picture, m_home->filePath(u"nowhere/team.png"_s));
        QVERIFY(m_team->page()->findChild<Banner *>()->isVisible());
    }

    void aLongTeamIsSeveralSheets()
    {
        const auto sheetsOf = [this](int people) {
            Paper paper{.title = u"Team"_s, .size = QSize(984, 200 + people * 52)};
            paper.paint = [&](QPainter &painter) { painter.fillRect(QRect(QPoint(), paper.size), Qt::white); };
            for (int i = 1; i <= people; ++i)
                paper.cuts.append(200 + i * 52);
            const QString path = m_home->filePath(u"long.pdf"_s);
            if (!writePdf(paper, path))
                return -1;
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? int(file.readAll().count("/Type /Page\n")) : -1;
        };
        QCOMPARE(sheetsOf(5), 1);
        QVERIFY2(sheetsOf(200) >= 7, qPrintable(QString::number(sheetsOf(200))));
        // A picture of them is as large as it may be, and no larger.
        Paper paper{.title = u"Team"_s, .size = QSize(984, 200 * 52)};
        paper.paint = [&](QPainter &painter) { painter.fillRect(QRect(QPoint(), paper.size), Qt::white); };
        const QImage picture = pictureOf(paper);
        QVERIFY(picture.width() > 984 && qint64(picture.width()) * picture.height() < 25'000'000);
    }

    void whoLeadsSeveralTeamsSeesTheOneThatIsChosen()
    {
        openTeam(kInes, [this] {
            putDocument("users/uid1001Theo", {{"email", {{"stringValue", "theo.marsh@northgate-supply.example"}}},
                                              {"name", {{"stringValue", "Theo Marsh"}}},
                                              {"role", {{"stringValue", "sales"}}},
                                              {"team", {{"stringValue", "Western accounts"}}}});
        });
        QCOMPARE(m_team->page()->facts().rows.size(), 5);
        Q_EMIT
        m_team->page()->teamChosen(u"Western accounts"_s);
        QCOMPARE(m_team->page()->facts().rows.size(), 1);
        QCOMPARE(m_team->page()->facts().rows.first().name, u"Theo Marsh"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!m_team->isReading(), kSoon);
        // It is remembered while the page is closed, and gone with the team itself.
        m_shell->showPage(u"other"_s);
        m_shell->showPage(u"team"_s);
        QCOMPARE(m_team->page()->facts().rows.size(), 1);
        Q_EMIT
        m_team->page()->teamChosen(QString());
        QCOMPARE(m_team->page()->facts().rows.size(), 5);
    }

    void aRangeOfTheTeamIsReadAndHasItsDays()
    {
        const QDate old = today().addDays(-100);
        openTeam(kGrace, [&] { putFigure("uid1001Theo", "phone_call_quantity", old, {{"integerValue", "11"}}); });
        const auto theo = [this] {
            for (const TeamRow &row : m_team->page()->facts().rows) {
                if (row.id == UserId(u"uid1001Theo"_s))
                    return row;
            }
            return TeamRow();
        };
        QCOMPARE(theo().calls.value, std::optional(7.0));
        const TeamChoice choice{.span = TeamSpan::Range, .range = {old.addDays(-1), old.addDays(1)}};
        m_team->page()->choose(choice);
        Q_EMIT
        m_team->page()->choiceChanged(choice);
        QTRY_COMPARE_WITH_TIMEOUT(theo().calls.value, std::optional(11.0), kSoon);
        QVERIFY(!theo().calls.target); // three days have no goal
        // The span goes along to the person's own page.
        QCOMPARE(panelChoice(m_team->choice()), (PanelChoice{.span = PanelSpan::Range, .range = choice.range}));
    }

    void theCallsOfSomebodyElseAreThoseOfTheCallRecords()
    {
        openTeam(kGrace, [this] {
            const std::string start = dayStart(today(), kZone).addSecs(60).toString(Qt::ISODate).toStdString();
            putDocument("calls/rc-1", {{"userId", {{"stringValue", "uid1001Theo"}}},
                                       {"source", {{"stringValue", "justcall"}}},
                                       {"direction", {{"stringValue", "Outbound"}}},
                                       {"toNumber", {{"stringValue", "+14165550142"}}},
                                       {"status", {{"stringValue", "completed"}}},
                                       {"endReason", {{"stringValue", "hung-up"}}},
                                       {"startedAt", {{"stringValue", start}}},
                                       {"connectedAt", {{"stringValue", start}}},
                                       {"durationSec", {{"integerValue", "75"}}},
                                       {"customerName", {{"stringValue", "Sarah Lindqvist"}}}});
        });
        const auto popoverOf = [this](const QString &user) -> FigurePopover * {
            m_desk->showPerson(UserId(user));
            m_shell->showPage(u"metrics"_s);
            if (!QTest::qWaitFor([this] { return m_desk->page()->figures().calls == std::optional(7); }, kSoon))
                return nullptr;
            m_desk->page()->findChildren<GoalRing *>().first()->press(0);
            return qobject_cast<FigurePopover *>(QApplication::activePopupWidget());
        };
        FigurePopover *popover = popoverOf(u"uid1001Theo"_s);
        QVERIFY(popover);
        QVERIFY(!popover->rows().isEmpty()); // the day, at once
        QTRY_VERIFY_WITH_TIMEOUT(popover->note().contains(u"call records"_s) && popover->rows().first().who == u"Sarah Lindqvist"_s, kSoon);
        QCOMPARE(popover->rows().size(), 1);
        popover->hide();
        // Where nobody writes them, the days stand for them and it is said why.
        popover = popoverOf(u"uid1002Priya"_s);
        QVERIFY(popover);
        QCOMPARE(popover->rows().size(), 1);
        QVERIFY(popover->note().contains(u"not the calls"_s));
        popover->hide();
    }

    void whatOthersWroteMayBeAnything()
    {
        const QDate day = today();
        openTeam(kGrace, [&] {
            const Json seven{{"integerValue", "7"}};
            const auto text = [](const std::string &value) { return Json{{"stringValue", value}}; };
            const std::string noon = "T12:00:00Z";
            const auto iso = [](const QDate &one) { return one.toString(Qt::ISODate).toStdString(); };
            // A second document of today is no more calls. Two days back is missing between days that are there.
            putFigure("uid1001Theo", "phone_call_quantity", day, {{"integerValue", "90"}}, {}, "copy-of-today");
            putFigure("uid1001Theo", "phone_call_quantity", day.addDays(-1), seven);
            putFigure("uid1001Theo", "phone_call_quantity", day.addDays(-3), {{"doubleValue", -4.0}});
            putFigure("uid1001Theo", "phone_call_quantity", day.addDays(-4), text("many"));
            putFigure("uid1001Theo", "phone_call_quantity", day.addDays(-5), {{"integerValue", "1000000"}});
            putFigure("uid1001Theo", "phone_call_quantity", day.addDays(-6), {{"doubleValue", 1e300}});
            // Three shapes of a moment, of rows whose id tells no day.
            putFigure("uid1001Theo", "phone_call_quantity", day.addDays(-7), {{"integerValue", "1"}},
                      {{"timestampValue", iso(day.addDays(-7)) + noon}}, "one");
            putFigure("uid1001Theo", "phone_call_quantity", day.addDays(-8), {{"integerValue", "2"}}, text(iso(day.addDays(-8)) + noon),
                      "two");
            const qint64 seconds = QDateTime(day.addDays(-9), QTime(12, 0), Qt::UTC).toSecsSinceEpoch();
            putFigure(
                "uid1001Theo", "phone_call_quantity", day.addDays(-9), {{"integerValue", "3"}},
                {{"mapValue",
                  {{"fields", {{"seconds", {{"integerValue", std::to_string(seconds)}}}, {"nanoseconds", {{"integerValue", "0"}}}}}}}},
                "three");
            // Goals: of nothing, below nothing, and of a time that is over (its target is the one in force).
            const auto putGoal = [&](const std::string &type, const std::string &period, const Json &target) {
                putDocument("goals/uid1001Theo_" + type + "_" + period, {{"userId", text("uid1001Theo")},
                                                                         {"type", text(type)},
                                                                         {"period", text(period)},
                                                                         {"target", target},
                                                                         {"startDate", {{"timestampValue", "2024-01-01T00:00:00Z"}}},
                                                                         {"endDate", {{"timestampValue", "2024-01-01T23:59:59Z"}}}});
            };
            putGoal("phone_call_quantity", "daily", {{"integerValue", "14"}});
            putGoal("talk_time_minutes", "daily", {{"integerValue", "0"}});
            putGoal("sms_quantity", "daily", {{"integerValue", "-30"}});
        });
        m_desk->showPerson(UserId(u"uid1001Theo"_s));
        m_shell->showPage(u"metrics"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->page()->figures().calls, std::optional(7), kSoon);
        const QList<PanelDay> days = m_desk->page()->facts().days;
        const auto callsBack = [&](int back) { return callsOf(days.at(days.size() - 1 - back)); };
        QCOMPARE(callsBack(0), std::optional(7));
        QCOMPARE(callsBack(1), std::optional(7));
        for (const int missing : {2, 3, 4, 6})
            QVERIFY2(!callsBack(missing), qPrintable(QString::number(missing)));
        QCOMPARE(callsBack(5), std::optional(1'000'000));
        QCOMPARE(callsBack(7), std::optional(1));
        QCOMPARE(callsBack(8), std::optional(2));
        const PanelFigures &figures = m_desk->page()->figures();
        QCOMPARE(figures.goals.at(0).target, std::optional(14.0));
        QCOMPARE(figures.goals.at(0).pace.share, 0.5);
        QVERIFY(!figures.goals.at(1).target);
        QVERIFY(!figures.goals.at(2).target);
        for (const PanelSpan span : {PanelSpan::Week, PanelSpan::Month, PanelSpan::Range, PanelSpan::Today}) {
            m_desk->page()->choose({.span = span});
            QVERIFY(!m_shell->grab().isNull());
        }
        m_shell->showPage(u"team"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!m_team->isReading(), kSoon);
        QVERIFY(!m_shell->grab().isNull());
    }

    void theTeamSaysWhoIsOnACallAndWhenItWasSynced()
    {
        signIn(kGrace, "justcall,ringcentral");
        // The first sync needs much of both budgets, and who is on a call would have to wait for it.
        m_cloud->control({{"service", "justcall"}, {"do", "limits"}, {"hourly", 100'000}, {"burst", 100'000}});
        m_cloud->control({{"service", "ringcentral"}, {"do", "limit"}, {"group", "all"}, {"perWindow", 100'000}});
        m_cloud->control({{"do", "rep.available"}, {"rep", "rep-3"}, {"available", false}, {"reason", "Lunch"}});
        m_cloud->control(
            {{"service", "firestore"},
             {"do", "document.put"},
             {"path", "settings/uid1001Theo"},
             {"fields",
              {{"lastCompanionSync",
                {{"mapValue",
                  {{"fields", {{"at", {{"stringValue", "2026-02-19T17:00:00.000Z"}}}, {"ok", {{"booleanValue", true}}}}}}}}}}}});
        const Json started = m_cloud->control({{"do", "call.start"}, {"from", "+13035550187"}});
        QVERIFY2(started.value("ok", false), started.dump().c_str());
        QVERIFY(m_cloud->control({{"do", "call.answer"}}).value("ok", false));
        m_engine->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_team->isOffered(), kSoon);
        m_shell->setPageOffered(u"team"_s, true);
        m_shell->showPage(u"team"_s);
        m_shell->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_shell.get()));
        const auto person = [this](const QString &id) {
            for (const TeamRow &row : m_team->page()->facts().rows) {
                if (row.id == UserId(id))
                    return row;
            }
            return TeamRow();
        };
        QTRY_VERIFY_WITH_TIMEOUT(person(u"uid1000Dana"_s).present.has_value() && !m_team->isReading(), kSoon);
        const TeamFacts &facts = m_team->page()->facts();
        QVERIFY2(!facts.presenceTrouble, qPrintable(facts.presenceTrouble ? facts.presenceTrouble->detail : QString()));
        QCOMPARE(person(u"uid1000Dana"_s).present, std::optional(PersonNow::OnCall));
        QCOMPARE(person(u"uid1002Priya"_s).present, std::optional(PersonNow::Away));
        QCOMPARE(person(u"uid1001Theo"_s).present, std::optional(PersonNow::Free));
        QCOMPARE(person(u"uid1001Theo"_s).syncedAt, QDateTime(QDate(2026, 2, 19), QTime(17, 0), Qt::UTC));
        QVERIFY(!person(u"uid1002Priya"_s).syncedAt.isValid());
        QVERIFY(person(u"uid1001Theo"_s).presentAt.isValid());
        // Who leaves and comes back finds it with its age, and asks no sooner than who stays.
        const QDateTime before = person(u"uid1000Dana"_s).presentAt;
        m_shell->showPage(u"other"_s);
        m_shell->showPage(u"team"_s);
        QCOMPARE(person(u"uid1000Dana"_s).present, std::optional(PersonNow::OnCall));
        QCOMPARE(person(u"uid1000Dana"_s).presentAt, before);
    }

public Q_SLOTS:
    void keepOpened(const QUrl &url) { m_opened.append(url); }

private:
    void build()
    {
        const Profile profile = profileFor({}).value();
        QVERIFY(prepareFolders(profile).has_value());
        m_engine = std::make_unique<Engine>(profile, Engine::Attendance::Headless);
        m_shell = std::make_unique<Shell>();
        m_frame = new PageFrame;
        m_teamFrame = new PageFrame;
        m_shell->addPage(u"other"_s, u"history"_s, u"Other"_s, new QWidget);
        m_shell->addPage(u"metrics"_s, u"chart"_s, MetricsPage::title(), m_frame);
        m_shell->addPage(u"team"_s, u"people"_s, TeamPage::title(), m_teamFrame);
        m_desk = std::make_unique<MetricsDesk>(*m_engine, *m_frame);
        m_team = std::make_unique<TeamDesk>(*m_engine, *m_teamFrame);
    }

    void end()
    {
        if (!m_engine)
            return;
        m_shell->hide();
        Completion<> done;
        QCoro::Task<> ending = endThen(*m_desk, *m_team, *m_engine, done);
        QTRY_VERIFY_WITH_TIMEOUT(done.isComplete(), kSoon);
        m_desk.reset();
        m_team.reset();
        m_shell.reset();
        m_engine.reset();
    }

    /// A cloud with the rules of today in which everybody but the manager has seven calls today, and hours of business of its own.
    void signIn(const QString &email, const char *sources = "relay")
    {
        end();
        m_cloud = std::make_unique<demo::DemoCloud>(demo::DemoOptions{.customers = 20, .days = 1, .callsPerDay = 4});
        QVERIFY(m_cloud->start().has_value());
        const std::map<std::string, std::string> environment = m_cloud->environment();
        for (const auto &[name, value] : environment) {
            const bool isPhone = name.starts_with("JUSTCALL_") || name.starts_with("RINGCENTRAL_");
            const bool isNeeded = name.starts_with("FIRE") || name.starts_with("CALLCARD_") || (isPhone && qstrcmp(sources, "relay") != 0);
            if (isNeeded)
                qputenv(name.c_str(), QByteArray::fromStdString(value));
        }
        qputenv("CALLCARD_USER_EMAIL", email.toUtf8());
        qputenv("CALLCARD_TIMEZONE", kZone.id());
        qputenv("CALLCARD_CALLS_SOURCES", sources);
        const auto firestore = [&](Json request) {
            request["service"] = "firestore";
            QVERIFY(m_cloud->control(request).value("ok", false));
        };
        firestore({{"do", "switch"}, {"name", "rules"}, {"position", "callcard"}});
        const Json workDays = {{"arrayValue",
                                {{"values",
                                  {{{"integerValue", "1"}},
                                   {{"integerValue", "2"}},
                                   {{"integerValue", "3"}},
                                   {{"integerValue", "4"}},
                                   {{"integerValue", "5"}},
                                   {{"integerValue", "6"}}}}}}};
        firestore(
            {{"do", "document.put"},
             {"path", "settings/business"},
             {"fields", {{"workStartHour", {{"integerValue", "6"}}}, {"workEndHour", {{"integerValue", "17"}}}, {"workDays", workDays}}}});
        const std::string day = QDateTime::currentDateTime().toTimeZone(kZone).date().toString(Qt::ISODate).toStdString();
        for (const std::string user : {"uid1000Dana", "uid1001Theo", "uid1002Priya", "uid1004Ines"}) {
            const std::string id = user + "_phone_call_quantity_" + day + "_justcall";
            firestore({{"do", "document.put"},
                       {"path", "metrics/" + id},
                       {"fields",
                        {{"id", {{"stringValue", id}}},
                         {"userId", {{"stringValue", user}}},
                         {"type", {{"stringValue", "phone_call_quantity"}}},
                         {"value", {{"integerValue", "7"}}},
                         {"date", {{"timestampValue", day + "T12:00:00Z"}}},
                         {"source", {{"stringValue", "justcall"}}}}}});
        }
        build();
    }

    void putDocument(const std::string &path, const Json &fields)
    {
        const Json answer = m_cloud->control({{"service", "firestore"}, {"do", "document.put"}, {"path", path}, {"fields", fields}});
        QVERIFY2(answer.value("ok", false), answer.dump().c_str());
    }

    /// A figure as any program may have written it: with an id of its own, or with the one that names its day.
    void putFigure(const std::string &user, const std::string &type, const QDate &day, const Json &value, const Json &date = {},
                   const std::string &ownId = {})
    {
        const std::string iso = day.toString(Qt::ISODate).toStdString();
        const std::string id = ownId.empty() ? user + "_" + type + "_" + iso + "_justcall" : ownId;
        const Json when = date.is_null() ? Json{{"timestampValue", iso + "T12:00:00Z"}} : date;
        putDocument("metrics/" + id, {{"id", {{"stringValue", id}}},
                                      {"userId", {{"stringValue", user}}},
                                      {"type", {{"stringValue", type}}},
                                      {"value", value},
                                      {"date", when},
                                      {"source", {{"stringValue", "justcall"}}}});
    }

    /// The team's page, read.
    void openTeam(const QString &email, const std::function<void()> &before = {})
    {
        signIn(email);
        if (before)
            before();
        m_engine->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_team->isOffered(), kSoon);
        m_desk->setMembers(m_team->members());
        m_shell->setPageOffered(u"team"_s, true);
        m_shell->showPage(u"team"_s);
        m_shell->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_shell.get()));
        QVERIFY(m_team->page());
        QTRY_VERIFY_WITH_TIMEOUT(!m_team->isReading() && !m_team->page()->facts().reading && !m_team->page()->facts().rows.isEmpty(),
                                 kSoon);
    }

    void compareWithCommandLine()
    {
        const PanelFigures &figures = m_desk->page()->figures();
        const QString from = figures.counted.from.toString(Qt::ISODate);
        const QString to = figures.counted.to.toString(Qt::ISODate);
        QProcessEnvironment more;
        more.insert(u"CALLCARD_USER_EMAIL"_s, kEmail);
        more.insert(u"CALLCARD_TIMEZONE"_s, QString::fromUtf8(kZone.id()));
        const CliRun run = runCli(m_home->path(), {u"metrics"_s, u"--from"_s, from, u"--to"_s, to, u"--json"_s}, more);
        QVERIFY2(run.code == 0, run.error.constData());
        int calls = 0;
        int minutes = 0;
        int missed = 0;
        int voicemail = 0;
        int connected = 0;
        int talkSeconds = 0;
        int texts = 0;
        QMap<QString, int> byDay;
        QMap<QString, double> bySource;
        const QJsonArray days = QJsonDocument::fromJson(run.out).object().value(u"days"_s).toArray();
        for (const QJsonValue &value : days) {
            const QJsonObject day = value.toObject();
            calls += day.value(u"calls"_s).toInt();
            minutes += day.value(u"talkMinutes"_s).toInt();
            missed += day.value(u"missed"_s).toInt();
            voicemail += day.value(u"voicemail"_s).toInt();
            connected += day.value(u"completed"_s).toInt();
            talkSeconds += day.value(u"talkSeconds"_s).toInt();
            texts += day.value(u"sms"_s).toInt();
            byDay[day.value(u"date"_s).toString()] += day.value(u"calls"_s).toInt();
            bySource[day.value(u"source"_s).toString()] += day.value(u"calls"_s).toInt();
        }
        const QByteArray what = QString(from + u" – "_s + to).toUtf8();
        QVERIFY2(calls > 0, what.constData());
        QCOMPARE(figures.calls.value(), calls);
        QCOMPARE(figures.goals.at(0).value.value(), double(calls));
        QCOMPARE(figures.goals.at(0).bySource, bySource);
        QCOMPARE(figures.goals.at(1).value.value(), double(minutes));
        QMap<Figure, int> mix;
        for (const MixRow &row : figures.mix)
            mix[row.figure] = row.calls;
        QCOMPARE(mix[Figure::Missed] + mix[Figure::Voicemail], missed);
        QCOMPARE(mix[Figure::Voicemail], voicemail);
        QCOMPARE(mix[Figure::OutgoingReached] + mix[Figure::IncomingAnswered], connected);
        // What the widgets paint is what the figures say.
        const QList<GoalRing *> rings = m_desk->page()->findChildren<GoalRing *>();
        QCOMPARE(rings.at(0)->face().figure, QLocale().toString(calls));
        QCOMPARE(rings.at(1)->face().figure, QLocale().toString(minutes));
        QVERIFY2(texts > 0, what.constData());
        QCOMPARE(rings.at(2)->face().figure, QLocale().toString(texts));
        const TileFace average = m_desk->page()->findChildren<FigureTile *>().at(1)->face();
        QCOMPARE(average.figure, callLength(std::chrono::seconds(talkSeconds / std::max(1, connected))));
        auto *rows = m_desk->page()->findChild<ShareBars *>();
        int shown = 0;
        for (const ShareRow &row : rows->rows())
            shown += QLocale().toInt(row.figure);
        QCOMPARE(shown, calls);
        // Bar by bar and cell by cell.
        auto *bars = m_desk->page()->findChild<BarChart *>();
        QCOMPARE(bars->count(), figures.columns.size());
        for (int bar = 0; bar < bars->count(); ++bar) {
            const DayRange days = figures.columns.at(bar).days;
            const Reading reading = figures.columns.at(bar).reading;
            if (days.from < figures.counted.from || days.to > figures.counted.to || reading == Reading::None || reading == Reading::Loading)
                continue; // the last fifteen working days, of which one is chosen
            int inside = 0;
            for (QDate day = days.from; day <= days.to; day = day.addDays(1))
                inside += byDay.value(day.toString(Qt::ISODate));
            QVERIFY2(bars->saying(bar).contains(callsWords(inside)), qPrintable(bars->saying(bar)));
            int painted = 0;
            for (const DayBar &part : bars->columns().at(bar).parts)
                painted += part.outgoing + part.incoming + part.missed + part.unconnected;
            QCOMPARE(painted, inside);
        }
        auto *map = m_desk->page()->findChild<HeatMap *>();
        for (int cell = 0; cell < map->count(); ++cell) {
            const QDate day = map->dayOf(cell);
            if (day < figures.counted.from || day > figures.counted.to || map->levelOf(cell) == HeatLevel::NotRead)
                continue;
            QVERIFY2(map->saying(cell).contains(callsWords(byDay.value(day.toString(Qt::ISODate)))), qPrintable(map->saying(cell)));
        }
    }
};

QTEST_MAIN(tst_MetricsDesk)
#include "tst_metricsdesk.moc"
