#include "metricshouse.h"

#include <callcard/ratebudget.h>

#include <QHostAddress>
#include <QTcpServer>

#include <algorithm>
#include <array>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

template <typename T>
QCoro::Task<> kept(QCoro::Task<T> task, std::optional<T> *out)
{
    T result = co_await task;
    *out = std::move(result);
}

class LookingHouse : public MetricsHouse
{
public:
    LookingHouse() : MetricsHouse(cloudOptions(1, 2), u"ringcentral"_s) {}

    template <typename T>
    T outcome(QCoro::Task<T> task)
    {
        std::optional<T> answer;
        scope.start(kept(std::move(task), &answer));
        if (!until([&] { return answer.has_value(); }))
            qFatal("a task does not end");
        return *std::move(answer);
    }

    Result<TeamPresence> look() { return outcome(service->presence(people, {})); }
    int looks() { return requests("ringcentral", "/presence"); }
    void setHeavyLimit(int perWindow)
    {
        cloud.control({{"service", "ringcentral"}, {"do", "limit"}, {"group", "heavy"}, {"perWindow", perWindow}});
    }

    QList<TeamMember> people{{.id = UserId(u"uid1000Dana"_s), .email = u"dana.whitfield@northgate-supply.example"_s}};
};

} // namespace

/// Who is on a call, asked only where that takes nothing from what matters more.
class tst_TeamLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsToldAndTakesOneQuestion()
    {
        LookingHouse house;
        QVERIFY(house.open());
        QVERIFY(house.look());
        house.cloud.control({{"do", "journal.clear"}});
        const Result<TeamPresence> presence = house.look();
        QVERIFY(presence);
        QVERIFY2(!presence->problem, qPrintable(presence->problem ? presence->problem->error.detail : QString()));
        QCOMPARE(presence->people.value(house.people.first().id), PersonNow::Free);
        QCOMPARE(house.requests("ringcentral"), 1);
    }

    void whereLittleIsLeftItIsLeftToOthers()
    {
        LookingHouse house;
        QVERIFY(house.open());
        QVERIFY(house.look());
        house.setHeavyLimit(house.looks() + 4);
        house.letPass(61s);
        // Three are left, then two: those are for the calls.
        while (house.look())
            QVERIFY(house.looks() < 12);
        const int asked = house.looks();
        const Result<TeamPresence> left = house.look();
        QVERIFY(!left);
        QCOMPARE(left.error().kind, ErrorKind::RateLimited);
        QCOMPARE(house.looks(), asked); // nothing was asked
        house.letPass(30s);
        QVERIFY(!house.look());
        QCOMPARE(house.looks(), asked);
        // What is left is told by answers alone: after a window it is full again, and nobody says so.
        house.setHeavyLimit(1000);
        house.letPass(31s);
        QVERIFY(house.look());
        QCOMPARE(house.looks(), asked + 1);
    }

    void whoWaitsAlreadyComesFirst()
    {
        LookingHouse house;
        QVERIFY(house.open());
        QVERIFY(house.look());
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const QUrl url(u"http://127.0.0.1:%1/"_s.arg(silent.serverPort()));
        std::stop_source stop;
        std::array<std::optional<Result<HttpAnswer>>, 3> answers;
        for (auto &answer : answers) { // two on their way, one in the queue
            const HttpRequest request = HttpRequest::get(url);
            house.scope.start(kept(house.ringcentralBudget.send(u"Heavy"_s, request, stop.get_token()), &answer));
        }
        const int asked = house.looks();
        const Result<TeamPresence> left = house.look();
        QVERIFY(!left);
        QCOMPARE(left.error().kind, ErrorKind::RateLimited);
        QCOMPARE(house.looks(), asked);
        stop.request_stop();
        QVERIFY(house.until([&] { return std::all_of(answers.begin(), answers.end(), [](const auto &one) { return one.has_value(); }); }));
        QVERIFY(house.look());
    }

    void aPenaltyIsToldAndNothingIsAsked()
    {
        LookingHouse house;
        QVERIFY(house.open());
        QVERIFY(house.look());
        house.cloud.control({{"service", "ringcentral"}, {"do", "limit"}, {"group", "heavy"}, {"exhaust", true}});
        std::stop_source stop;
        std::optional<Result<TeamPresence>> first;
        house.scope.start(kept(house.service->presence(house.people, stop.get_token()), &first));
        QVERIFY(QTest::qWaitFor([&] {
            const QList<RateGroupState> groups = house.ringcentralBudget.groups();
            return std::any_of(groups.begin(), groups.end(), [](const RateGroupState &one) { return one.pausedFor.has_value(); });
        }));
        const int asked = house.looks();
        const Result<TeamPresence> second = house.look();
        QVERIFY(second);
        QVERIFY(second->problem);
        QCOMPARE(second->problem->source, u"ringcentral"_s);
        QCOMPARE(second->problem->error.kind, ErrorKind::RateLimited);
        QVERIFY(second->problem->error.retryAfter.value_or(0s) > 0s);
        QCOMPARE(second->people.value(house.people.first().id), PersonNow::Unknown); // and nobody is free for want of knowledge
        QCOMPARE(house.looks(), asked);
        stop.request_stop();
        QVERIFY(house.until([&] { return first.has_value(); }));
    }
};

QTEST_GUILESS_MAIN(tst_TeamLook)
#include "tst_teamlook.moc"
