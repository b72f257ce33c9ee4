#pragma once

#include "authapi.h"
#include "service.h"
#include "switches.h"
#include "world/world.h"

namespace callcard::demo::firebase {

/// Firebase Auth and Google's sign-in on a port of its own, under the emulator's conventions.
class FirebaseAuthService final : public Service
{
public:
    explicit FirebaseAuthService(Stage &stage);

    [[nodiscard]] std::string name() const override { return "firebaseauth"; }
    void handle(std::shared_ptr<serving::Exchange> exchange) override { exchange->reply(m_api.answer(exchange->request())); }
    [[nodiscard]] std::map<std::string, std::string> environment(const std::string &base) const override;
    Json control(const std::string &verb, const Json &arguments) override;
    [[nodiscard]] std::vector<std::string> verbs() const override
    {
        return {"switches", "switch", "users", "claims", "disable", "revoke", "password", "remove", "limits"};
    }
    serving::Response refusal(int status) override;

private:
    void addReps();
    void applySwitches();
    [[nodiscard]] Account &accountIn(const Json &arguments);

    Stage &m_stage;
    AuthApi m_api;
    Switches m_switches;
};

} // namespace callcard::demo::firebase
