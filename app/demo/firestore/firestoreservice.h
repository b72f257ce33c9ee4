#pragma once

#include "backend.h"
#include "service.h"
#include "switches.h"
#include "world/world.h"

#include <callcard/httpserver.h>

namespace callcard::demo::firestore {

/// Cloud Firestore's REST v1 on a port of its own, under the emulator's conventions.
class FirestoreService final : public Service, private WorldObserver
{
public:
    explicit FirestoreService(Stage &stage);
    ~FirestoreService() override;

    [[nodiscard]] std::string name() const override { return "firestore"; }
    void handle(std::shared_ptr<serving::Exchange> exchange) override;
    [[nodiscard]] std::map<std::string, std::string> environment(const std::string &base) const override;
    Json control(const std::string &verb, const Json &arguments) override;
    [[nodiscard]] std::vector<std::string> verbs() const override
    {
        return {"switches", "switch",  "document.get", "document.put", "document.delete", "documents", "clear",
                "index",    "exhaust", "usage",        "break"};
    }
    serving::Response refusal(int status) override;

private:
    void onCustomerChanged(const Customer &customer) override;
    void seed();
    void applySwitches();
    [[nodiscard]] Json putDocument(const Json &arguments);
    [[nodiscard]] Json listPaths(const Json &arguments);
    void addIndex(const Json &arguments);

    Stage &m_stage;
    Backend m_backend;
    Switches m_switches;
};

} // namespace callcard::demo::firestore
