#include "provider.h"

#include <callcard/teampresence.h>
#include <callcard/teamsync.h>
#include <callcard/testing/fakeclock.h>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const DayRange kWeek{{2026, 11, 13}, {2026, 11, 19}};

struct Team {
    Team() : provider(std::make_shared<Provider>())
    {
        provider->people.clear();
        const QStringList names{u"dana"_s, u"lee"_s, u"sam"_s};
        for (qsizetype i = 0; i < names.size(); ++i) {
            const QString email = names.at(i) + u"@callcard.example"_s;
            provider->people.append({.id = QString::number(i), .name = names.at(i), .email = email, .timeZone = u"America/Denver"_s});
            members.append({.id = UserId(names.at(i)), .email = email.toUpper(), .name = names.at(i), .role = u"sales"_s});
            for (int call = 0; call <= i; ++call)
                provider->add(static_cast<int>(i) * 10 + call, utc({2026, 11, 18}, 18, call), 60, email);
        }
    }

    QList<SyncSummary> synced(std::stop_token stop = {})
    {
        done = false;
        scope.start(await(stop));
        (void)QTest::qWaitFor([this] {
            if (!done && clock.sleepers() > 0)
                clock.advance(1min);
            return done;
        });
        return summaries;
    }

    QCoro::Task<> await(std::stop_token stop)
    {
        TeamSync sync(outlet, clock, folder.path());
        TeamSync::Request request{
            .members = members, .sources = {{.id = u"justcall"_s, .history = provider, .agentIds = {}}}, .range = kWeek};
        const auto tell = [this](const TeamSync::Progress &step) {
            progress.append(step);
            if (onProgress)
                onProgress(step);
            mostDatabases = std::max(mostDatabases, databases());
        };
        summaries = co_await sync.run(std::move(request), tell, stop);
        done = true;
    }

    [[nodiscard]] qsizetype databases() const { return QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(); }

    QTemporaryDir folder;
    FakeClock clock;
    std::shared_ptr<Provider> provider;
    QList<TeamMember> members;
    Outlet outlet;
    QList<SyncSummary> summaries;
    QList<TeamSync::Progress> progress;
    std::function<void(const TeamSync::Progress &)> onProgress;
    qsizetype mostDatabases = 0;
    bool done = false;
    TaskScope scope;
};

/// A provider that says one thing of Dana, and that Lee is free wherever it tells such things at all.
std::shared_ptr<Provider> sayingOfDana(const QString &word)
{
    auto provider = std::make_shared<Provider>();
    provider->people = {{.id = u"2"_s, .name = u"Lee"_s, .email = u"lee@callcard.example"_s}};
    if (word == u"fails"_s)
        provider->forAgents = Error{.kind = ErrorKind::Offline, .detail = {}, .retryAfter = {}};
    if (word != u"mute"_s) {
        provider->people.last().onCall = false;
        provider->people.last().available = true;
    }
    if (word == u"not there"_s)
        return provider;
    Agent dana{.id = u"1"_s, .name = u"Dana"_s, .email = u"Dana@callcard.example"_s};
    if (word == u"on a call"_s || word == u"free"_s || word == u"away"_s) {
        dana.onCall = word == u"on a call"_s;
        dana.available = word == u"free"_s;
    }
    provider->people.append(dana);
    return provider;
}

} // namespace

class tst_TeamSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAfterAnother()
    {
        Team team;
        const QList<SyncSummary> summaries = team.synced();
        QCOMPARE(summaries.size(), 3);
        for (qsizetype i = 0; i < 3; ++i) {
            QVERIFY(summaries.at(i).success());
            QCOMPARE(summaries.at(i).user, team.members.at(i).id);
            QCOMPARE(summaries.at(i).callsProcessed, static_cast<int>(i) + 1);
            QCOMPARE(team.outlet.day({2026, 11, 18}, team.members.at(i).id.text()).calls, static_cast<int>(i) + 1);
        }
        QCOMPARE(team.provider->agentQuestions, 1); // the account's people once
        QCOMPARE(team.progress.last().done, 3);
        QCOMPARE(team.databases(), 0); // other reps' calls are gone
        QVERIFY(team.mostDatabases <= 1);
    }

    void oneMembersTroubleIsNobodyElses()
    {
        Team team;
        team.members[1].email = u"nobody@callcard.example"_s;
        team.provider->nextCalls = {std::nullopt, Error{.kind = ErrorKind::ServerFault}};
        const QList<SyncSummary> summaries = team.synced();
        QCOMPARE(summaries.size(), 3);
        QVERIFY(summaries.at(0).success());
        QCOMPARE(summaries.at(1).problems.first().error.kind, ErrorKind::Refused);
        QCOMPARE(summaries.at(2).problems.first().error.kind, ErrorKind::ServerFault);
        QVERIFY(!team.outlet.documents.contains(u"sam/justcall/2026-11-18"_s));
    }

    void aPenaltyIsWaitedFor()
    {
        Team team;
        team.provider->nextCalls = {Error{.kind = ErrorKind::RateLimited, .retryAfter = 40s}};
        const QDateTime before = team.clock.now();
        const QList<SyncSummary> summaries = team.synced();
        QVERIFY(summaries.at(0).success());
        QVERIFY(before.secsTo(team.clock.now()) >= 40);
    }

    /// A key that was revoked is tried once, not once a member.
    void whatConcernsAllIsToldToAll()
    {
        Team team;
        team.provider->nextCalls = {Error{.kind = ErrorKind::SignInNeeded}};
        const QList<SyncSummary> summaries = team.synced();
        QCOMPARE(summaries.size(), 3);
        for (const SyncSummary &summary : summaries)
            QCOMPARE(summary.problems.first().error.kind, ErrorKind::SignInNeeded);
        QCOMPARE(team.provider->asked.size(), 1);
    }

    void cancellingLeavesTheRestOut()
    {
        Team team;
        std::stop_source stop;
        team.onProgress = [&](const TeamSync::Progress &step) {
            if (step.done == 1)
                stop.request_stop();
        };
        const QList<SyncSummary> summaries = team.synced(stop.get_token());
        QCOMPARE(summaries.size(), 1);
        QCOMPARE(team.databases(), 0);
    }

    void nobodyIsFreeWhoIsNotKnownToBe_data()
    {
        QTest::addColumn<QString>("justcall");
        QTest::addColumn<QString>("ringcentral");
        QTest::addColumn<PersonNow>("dana");
        const QString free = u"free"_s;
        QTest::newRow("free in both") << free << free << PersonNow::Free;
        QTest::newRow("a call in one") << free << u"on a call"_s << PersonNow::OnCall;
        QTest::newRow("a call beats absence") << u"away"_s << u"on a call"_s << PersonNow::OnCall;
        QTest::newRow("away in one") << u"away"_s << free << PersonNow::Away;
        QTest::newRow("known to one only") << free << u"not there"_s << PersonNow::Free;
        QTest::newRow("known to nobody") << u"not there"_s << u"not there"_s << PersonNow::Unknown;
        QTest::newRow("one says nothing of this person") << free << u"silent"_s << PersonNow::Unknown;
        QTest::newRow("one may not tell") << free << u"mute"_s << PersonNow::Unknown;
        QTest::newRow("one fails") << free << u"fails"_s << PersonNow::Unknown;
        QTest::newRow("one is left alone") << free << u"paused"_s << PersonNow::Unknown;
        QTest::newRow("a call is a call, whatever fails") << u"on a call"_s << u"fails"_s << PersonNow::OnCall;
        QTest::newRow("away is away") << u"away"_s << u"mute"_s << PersonNow::Away;
    }

    void nobodyIsFreeWhoIsNotKnownToBe()
    {
        QFETCH(const QString, justcall);
        QFETCH(const QString, ringcentral);
        QFETCH(const PersonNow, dana);
        const auto second = sayingOfDana(ringcentral);
        PresenceQuestion question{.sources = {{.id = u"justcall"_s, .history = sayingOfDana(justcall), .agentIds = {}},
                                              {.id = u"ringcentral"_s, .history = second, .agentIds = {}}},
                                  .paused = {},
                                  .members = {{.id = UserId(u"d"_s), .email = u"dana@callcard.example"_s, .name = {}, .role = {}}}};
        if (ringcentral == u"paused"_s)
            question.paused.insert(u"ringcentral"_s, 40s);
        const TeamPresence presence = QCoro::waitFor(lookAtTeam(question, {}));
        QCOMPARE(presence.people.value(UserId(u"d"_s)), dana);
        QCOMPARE(presence.problem.has_value(), ringcentral == u"fails"_s || ringcentral == u"paused"_s);
        if (ringcentral == u"paused"_s) {
            QCOMPARE(second->agentQuestions, 0);
            QCOMPARE(presence.problem->error.retryAfter, std::optional<std::chrono::seconds>(40s));
        }
    }

    void whereNobodyTellsNothingIsSaid()
    {
        PresenceQuestion question{.sources = {{.id = u"justcall"_s, .history = sayingOfDana(u"mute"_s), .agentIds = {}}},
                                  .paused = {},
                                  .members = {{.id = UserId(u"d"_s), .email = u"dana@callcard.example"_s, .name = {}, .role = {}}}};
        const TeamPresence presence = QCoro::waitFor(lookAtTeam(question, {}));
        QVERIFY(presence.people.isEmpty());
        QVERIFY(!presence.problem);
    }

    void whatAKilledRunLeftIsRemoved()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u"team-Ab12cd"_s));
        QFile left(folder.filePath(u"team-Ab12cd/calls.db"_s));
        QVERIFY(left.open(QFile::WriteOnly));
        left.write("x");
        left.close();
        QVERIFY(QDir(folder.path()).mkpath(u"directory"_s));
        TeamSync::removeLeftovers(folder.path());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot), QStringList{u"directory"_s});
    }
};

QTEST_GUILESS_MAIN(tst_TeamSync)
#include "tst_teamsync.moc"
