#include "services.h"

namespace callcard::demo {

std::vector<std::unique_ptr<Service>> makeServices(Stage &stage)
{
    std::vector<std::unique_ptr<Service>> services;
#ifdef DEMO_HAS_RINGCENTRAL
    services.push_back(makeRingCentral(stage));
#endif
    services.push_back(makeJustCall(stage));
#ifdef DEMO_HAS_FIRESTORE
    services.push_back(makeFirestore(stage));
    services.push_back(makeFirebaseAuth(stage));
#endif
    services.push_back(makeCopper(stage));
    services.push_back(makeCallStream(stage));
    services.push_back(makeElevenLabs(stage));
    return services;
}

} // namespace callcard::demo
