#include "../cli/clirun.h"

#include <callcard/metricsdesk.h>
#include <engine/engine.h>

#include <callcard/ui/barchart.h>
#include <callcard/ui/goalring.h>
#include <callcard/ui/heatmap.h>
#include <callcard/ui/sharebars.h>
#include <callcard/ui/shell.h>

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

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

QCoro::Task<> endThen(MetricsDesk &desk, Engine &engine, Completion<> &done)
{
    co_await desk.stop();
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
    PageFrame *m_frame = nullptr;

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
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "CALLCARD_PROFILE"})
            qunsetenv(name);
        qputenv("HOME", m_home->path().toUtf8());
        qputenv("XDG_RUNTIME_DIR", m_home->path().toUtf8());
        qputenv("CALLCARD_USER_EMAIL", kEmail.toUtf8());
        qputenv("CALLCARD_TIMEZONE", kZone.id());
        qputenv("CALLCARD_CALLS_SOURCES", "relay");
        const Profile profile = profileFor({}).value();
        QVERIFY(prepareFolders(profile).has_value());
        m_engine = std::make_unique<Engine>(profile, Engine::Attendance::Headless);
        m_shell = std::make_unique<Shell>();
        m_frame = new PageFrame;
        m_shell->addPage(u"other"_s, u"history"_s, u"Other"_s, new QWidget);
        m_shell->addPage(u"metrics"_s, u"chart"_s, MetricsPage::title(), m_frame);
        m_desk = std::make_unique<MetricsDesk>(*m_engine, *m_frame);
    }

    void cleanup()
    {
        m_shell->hide();
        Completion<> done;
        QCoro::Task<> ending = endThen(*m_desk, *m_engine, done);
        QTRY_VERIFY_WITH_TIMEOUT(done.isComplete(), kSoon);
        m_desk.reset();
        m_shell.reset();
        m_engine.reset();
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

private:
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
        QMap<QString, double> bySource;
        const QJsonArray days = QJsonDocument::fromJson(run.out).object().value(u"days"_s).toArray();
        for (const QJsonValue &value : days) {
            const QJsonObject day = value.toObject();
            calls += day.value(u"calls"_s).toInt();
            minutes += day.value(u"talkMinutes"_s).toInt();
            missed += day.value(u"missed"_s).toInt();
            voicemail += day.value(u"voicemail"_s).toInt();
            connected += day.value(u"completed"_s).toInt();
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
    }
};

QTEST_MAIN(tst_MetricsDesk)
#include "tst_metricsdesk.moc"
