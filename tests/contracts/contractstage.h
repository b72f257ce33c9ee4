#pragma once

#include <callcard/testing/fakeclock.h>

#include <democloud.h>

#include <QString>

#include <functional>
#include <map>
#include <string>

namespace callcard::testing {

using Json = nlohmann::json;

/// The demo cloud and the provider's clock, standing still together: nothing happens that the test did not ask for.
class ContractStage
{
public:
    ContractStage();

    FakeClock &clock() { return m_clock; }
    [[nodiscard]] QString environment(const std::string &variable) const;

    /// A verb of the cloud's control (app/demo/README.md). A verb that fails is a mistake of the test, which then ends.
    Json control(const std::string &verb, Json arguments = Json::object());
    /// A verb of one service.
    Json verb(const std::string &service, const std::string &verb, Json arguments = Json::object());
    /// Starts a call and returns its number.
    qint64 startCall(Json call);
    void moveCall(const std::string &how, qint64 call, Json arguments = Json::object());
    void addFault(const std::string &service, const std::string &kind, Json more = Json::object());
    [[nodiscard]] qint64 counter(const std::string &service, const std::string &name);
    /// Requests that the service has received so far.
    [[nodiscard]] qint64 requests(const std::string &service);

    /// Both clocks, in small steps, so that what is due happens in its order and answers arrive in between.
    void advance(std::chrono::milliseconds duration);
    /// Lets what is on its way arrive; moves time only while that does not help, and by no more than `most`.
    [[nodiscard]] bool eventually(const std::function<bool()> &holds, std::chrono::seconds most = std::chrono::seconds(20));
    /// Everything that was on its way has arrived: the sockets have been quiet for a moment.
    void settle();

private:
    void step(std::chrono::milliseconds duration);

    FakeClock m_clock;
    demo::DemoCloud m_cloud;
    std::map<std::string, std::string> m_environment;
};

} // namespace callcard::testing
