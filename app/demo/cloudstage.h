#pragma once

#include "control/control.h"
#include "democloud.h"
#include "faults/gate.h"
#include "services.h"
#include "story/script.h"
#include "story/story.h"
#include "webhooks/webhooks.h"

namespace callcard::demo {

/// Everything the cloud is made of, in the order of construction. Made, used and destroyed on the serving thread.
class CloudStage
{
public:
    CloudStage(serving::ServingThread &thread, const DemoOptions &wanted);
    ~CloudStage();

    /// Throws std::invalid_argument for a name nobody has.
    [[nodiscard]] Service &service(const std::string &name);

    DemoOptions options;
    DemoClock clock;
    World world;
    Journal journal;
    Faults faults;
    Webhooks webhooks;
    Stage stage;
    std::vector<std::unique_ptr<Service>> services;
    Gate gate;
    Story story;
    Control control;
    Script script;
};

} // namespace callcard::demo
