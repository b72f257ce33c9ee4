#include "registry.h"

#include <callcard/ui/welcome.h>

using namespace callcard::gallery;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

Welcome *welcome(WelcomeStep step, CallService service = CallService::RingCentral)
{
    auto *window = new Welcome;
    window->resize(920, 640);
    window->setService(service);
    window->setPlace(u"CA"_s, u"America/Toronto"_s, true);
    window->setLinks(false, false, u"Softphone 3000"_s);
    window->prefill({.clientId = u"k7Xq-demo"_s}, {.projectId = u"northstar-sales"_s, .email = u"robin@northstar.example"_s}, {});
    window->showStep(step);
    return window;
}

const State service(u"welcome/service"_s, [] { return welcome(WelcomeStep::Service); });
const State browser(u"welcome/browser"_s, [] {
    Welcome *window = welcome(WelcomeStep::SignIn);
    window->showBrowserWaiting(WelcomeStep::SignIn, true);
    return window;
});
const State relay(u"welcome/relay"_s, [] {
    Welcome *window = welcome(WelcomeStep::SignIn, CallService::Relay);
    window->showTrouble(WelcomeStep::SignIn, WelcomeTrouble::SomethingElse, u"Team relay"_s);
    return window;
});
const State justcall(u"welcome/justcall"_s, [] { return welcome(WelcomeStep::SignIn, CallService::JustCall); });
const State both(u"welcome/both"_s, [] {
    Welcome *window = welcome(WelcomeStep::SignIn, CallService::Both);
    window->showTrouble(WelcomeStep::SignIn, WelcomeTrouble::KeychainAbsent, {});
    return window;
});
const State customers(u"welcome/customers"_s, [] { return welcome(WelcomeStep::Customers); });
const State preview(u"welcome/preview"_s, [] {
    Welcome *window = welcome(WelcomeStep::Customers);
    window->showGood(WelcomeStep::SignIn, u"RingCentral"_s);
    window->showPreview({.customers = 128'406, .numbers = 171'930, .unreadable = 212, .callers = 340, .known = 318, .kept = true});
    return window;
});
const State region(u"welcome/region"_s, [] { return welcome(WelcomeStep::Region); });
const State metrics(u"welcome/metrics"_s, [] {
    Welcome *window = welcome(WelcomeStep::Metrics);
    window->showTrouble(WelcomeStep::Metrics, WelcomeTrouble::WrongKeys, u"Firebase"_s);
    return window;
});
const State computer(u"welcome/computer"_s, [] {
    Welcome *window = welcome(WelcomeStep::Computer);
    window->setAutostart(true, false);
    window->showTestCall();
    return window;
});

const State noBrowser(u"welcome/no-browser"_s, [] {
    Welcome *window = welcome(WelcomeStep::Metrics);
    window->showBrowserWaiting(WelcomeStep::Metrics, false);
    return window;
});
const State decided(u"welcome/decided"_s, [] {
    auto *window = new Welcome;
    window->setLocked({WelcomeField::FirebaseProject, WelcomeField::FirebaseKey});
    window->prefill({}, {.projectId = u"northstar-sales"_s, .apiKey = u"AIza-demo"_s, .email = u"robin@northstar.example"_s}, {});
    window->showStep(WelcomeStep::Metrics);
    return window;
});

} // namespace
