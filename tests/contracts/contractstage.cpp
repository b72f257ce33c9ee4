#include "contractstage.h"

#include <QTest>

namespace callcard::testing {

using namespace std::chrono_literals;

namespace {

constexpr qint64 kStart = 1'795'186'800; // 2026-11-20 15:00 UTC
constexpr auto kStep = 250ms;
constexpr auto kLongStep = 1s; // of a stretch of time in which little happens
constexpr int kMostSteps = 1200;
constexpr int kArrivesWithin = 25; // real milliseconds that a step of time gives the loopback sockets
constexpr int kQuietFor = 10;
constexpr int kPatience = 10'000; // real milliseconds, for a machine with a lot to do

demo::DemoOptions quietCloud()
{
    demo::DemoOptions options;
    options.customers = 20;
    options.days = 0; // no past: what a provider tells is what the test has played
    options.startAt = kStart;
    options.speed = 0;
    return options;
}

} // namespace

ContractStage::ContractStage() : m_clock(QDateTime::fromSecsSinceEpoch(kStart, Qt::UTC)), m_cloud(quietCloud())
{
    if (!m_cloud.start())
        qFatal("the demo cloud does not start");
    m_environment = m_cloud.environment();
}

QString ContractStage::environment(const std::string &variable) const
{
    const auto found = m_environment.find(variable);
    return found == m_environment.end() ? QString() : QString::fromStdString(found->second);
}

Json ContractStage::control(const std::string &verb, Json arguments)
{
    arguments["do"] = verb;
    const Json answer = m_cloud.control(arguments);
    if (!answer.value("ok", false))
        qFatal("%s: %s", verb.c_str(), answer.dump().c_str());
    return answer;
}

Json ContractStage::verb(const std::string &service, const std::string &verb, Json arguments)
{
    arguments["service"] = service;
    return control(verb, std::move(arguments));
}

qint64 ContractStage::startCall(Json call)
{
    return control("call.start", std::move(call))["call"]["id"].get<qint64>();
}

void ContractStage::moveCall(const std::string &how, qint64 call, Json arguments)
{
    arguments["call"] = call;
    control("call." + how, std::move(arguments));
}

void ContractStage::addFault(const std::string &service, const std::string &kind, Json more)
{
    more["kind"] = kind;
    verb(service, "fault.add", std::move(more));
}

qint64 ContractStage::counter(const std::string &service, const std::string &name)
{
    return control("counters")["counters"].value(service, Json::object()).value(name, qint64{0});
}

qint64 ContractStage::requests(const std::string &service)
{
    return static_cast<qint64>(control("journal", {{"service", service}, {"limit", 5000}})["requests"].size());
}

void ContractStage::step(std::chrono::milliseconds duration)
{
    control("clock.advance", {{"seconds", std::chrono::duration<double>(duration).count()}});
    m_clock.advance(duration);
}

void ContractStage::advance(std::chrono::milliseconds duration)
{
    const std::chrono::milliseconds one = std::max<std::chrono::milliseconds>(kLongStep, duration / kMostSteps);
    for (std::chrono::milliseconds left = duration; left > 0ms; left -= one) {
        step(std::min(one, left));
        settle();
    }
}

bool ContractStage::eventually(const std::function<bool()> &holds, std::chrono::seconds most)
{
    if (QTest::qWaitFor(holds, 4 * kArrivesWithin))
        return true;
    for (std::chrono::milliseconds spent{}; spent < most; spent += kStep) {
        step(kStep);
        if (QTest::qWaitFor(holds, kArrivesWithin))
            return true;
    }
    return QTest::qWaitFor(holds, kPatience);
}

void ContractStage::settle()
{
    std::ignore = QTest::qWaitFor([] { return false; }, kQuietFor);
}

} // namespace callcard::testing
