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
DirectoryPreview offered()
{
    return {.customers = 212,
            .numbers = 318,
            .refused = 14,
            .unreadable = 3,
            .callers = 64,
            .known = 58,
            .rows = {{u"1"_s, u"Daniel Okafor"_s, u"Northgate Dental Group"_s, u"(403) 555-0185"_s},
                     {u"2"_s, u"Gesellschaft für Kältetechnik Norderstedt"_s, {}, u"+49 30 23125 0143"_s},
                     {u"3"_s, u"Sarah Lindqvist"_s, u"Northlight Coffee Roasters"_s, u"(416) 555-0142"_s}},
            .reasons = {{QObject::tr("There is neither a name nor a company."), 11}, {QObject::tr("The record has no id."), 3}},
            .denied = {u"copper_leads"_s}};
}
const State offer(u"welcome/offer"_s, [] {
    Welcome *window = welcome(WelcomeStep::Customers);
    window->showGood(WelcomeStep::SignIn, u"RingCentral"_s);
    window->showPreview(offered());
    return window;
});
const State offerLooking(u"welcome/offer-looking"_s, [] {
    Welcome *window = welcome(WelcomeStep::Customers);
    DirectoryPreview preview = offered();
    preview.part = true;
    preview.callersKnown = CallersKnown::NotYet;
    preview.reasons.clear();
    preview.denied.clear();
    window->showPreview(preview);
    return window;
});
const State nobodyYours(u"welcome/nobody-yours"_s, [] {
    Welcome *window = welcome(WelcomeStep::Customers);
    window->showTrouble(WelcomeStep::Customers, WelcomeTrouble::NobodyYours, u"Firebase"_s);
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
