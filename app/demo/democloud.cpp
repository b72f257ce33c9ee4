#include "democloud.h"

#include "cloudstage.h"
#include "jsontext.h"

#include <algorithm>
#include <stdexcept>

namespace callcard::demo {

using serving::Exchange;
using serving::HttpServer;
using serving::Response;

class DemoCloud::Private
{
public:
    struct Listening {
        std::string name{};
        std::unique_ptr<HttpServer> server{};
        std::string base{};
    };

    serving::ServingThread thread; // first in, last out: everything else lives on it
    std::unique_ptr<CloudStage> stage;
    std::vector<Listening> servers;
    std::string controlBase;
    std::map<std::string, std::string> environment;

    Result<std::string> listen(const std::string &name, serving::Handler handler);
    void onControl(const std::shared_ptr<Exchange> &exchange);
    void addCloudVerbs();
    HttpServer &serverOf(const std::string &name);
};

Result<std::string> DemoCloud::Private::listen(const std::string &name, serving::Handler handler)
{
    serving::Limits limits;
    limits.bodyBytes = 16 * 1024 * 1024; // a Firestore commit may be that large
    auto server = std::make_unique<HttpServer>(thread, std::move(handler), limits);
    const auto port = server->listen();
    if (!port)
        return tl::unexpected(port.error());
    const std::string base = "http://127.0.0.1:" + std::to_string(*port);
    servers.push_back({name, std::move(server), base});
    return base;
}

void DemoCloud::Private::onControl(const std::shared_ptr<Exchange> &exchange)
{
    const auto &request = exchange->request();
    // A page in a browser must not be able to steer the cloud. Its host name gives away one that was rebound to us, its origin
    // any other; scripts and curl send none.
    const std::string_view host = request.header("Host");
    const bool isOurName = host.starts_with("127.0.0.1:") || host.starts_with("localhost:");
    if (!isOurName || !request.header("Origin").empty() || request.header("Sec-Fetch-Site") == "cross-site") {
        exchange->reply(Response::json(403, R"({"ok":false,"error":"only loopback may steer"})"));
        return;
    }
    if (request.method == "GET") {
        exchange->reply(Response::json(200, dumped(stage->control.handle({{"do", "help"}})) + "\n"));
        return;
    }
    const auto asked = parseJson(request.body);
    const auto answer = asked ? stage->control.handle(*asked) : nlohmann::json{{"ok", false}, {"error", "that is not JSON"}};
    exchange->reply(Response::json(flagAt(answer, "ok") ? 200 : 400, dumped(answer) + "\n"));
}

HttpServer &DemoCloud::Private::serverOf(const std::string &name)
{
    const auto found = std::find_if(servers.begin(), servers.end(), [&](const Listening &one) { return one.name == name; });
    if (found == servers.end())
        throw std::invalid_argument("there is no service " + name);
    return *found->server;
}

void DemoCloud::Private::addCloudVerbs()
{
    auto &control = stage->control;
    control.add("help", "this list", [this](const auto &) {
        auto help = stage->control.help();
        help["services"] = nlohmann::json::object();
        for (const Listening &one : servers)
            help["services"][one.name] = one.base;
        return help;
    });
    control.add("env", "the environment of the demo's rep", [this](const auto &) -> nlohmann::json { return {{"env", environment}}; });
    control.add("drop", "service: cuts its connections, as a restart does", [this](const auto &args) -> nlohmann::json {
        const std::string name = textAt(args, "service");
        serverOf(name).dropConnections();
        stage->service(name).dropConnections();
        return nlohmann::json::object();
    });
    control.add("switches", "service (all): what is unconfirmed, and how it is set", [this](const auto &args) -> nlohmann::json {
        const std::string wanted = textAt(args, "service");
        if (!wanted.empty())
            return stage->service(wanted).control("switches", args);
        nlohmann::json all = nlohmann::json::object();
        for (const auto &service : stage->services) {
            try {
                all[service->name()] = service->control("switches", args);
            } catch (const std::exception &) {
                // Has none.
            }
        }
        return {{"switches", all}};
    });
}

DemoCloud::DemoCloud(DemoOptions options) : d(std::make_unique<Private>())
{
    d->thread.run([&] { d->stage = std::make_unique<CloudStage>(d->thread, options); });
}

DemoCloud::~DemoCloud()
{
    stop();
    d->thread.run([&] { d->stage.reset(); });
}

Result<> DemoCloud::start()
{
    return d->thread.run([&]() -> Result<> {
        for (const auto &service : d->stage->services) {
            Service *const target = service.get();
            CloudStage *const stage = d->stage.get();
            const auto base = d->listen(
                target->name(), [stage, target](std::shared_ptr<Exchange> exchange) { stage->gate.handle(*target, std::move(exchange)); });
            if (!base)
                return tl::unexpected(base.error());
            d->environment.merge(target->environment(*base));
        }
        const auto control = d->listen("control", [this](const std::shared_ptr<Exchange> &exchange) { d->onControl(exchange); });
        if (!control)
            return tl::unexpected(control.error());
        d->controlBase = *control;
        const World &world = d->stage->world;
        d->environment.merge(std::map<std::string, std::string>{
            {"CALLCARD_USER_EMAIL", world.demoRep().email}, {"CALLCARD_REGION", "US"}, {"CALLCARD_TIMEZONE", world.demoRep().zone}});
        d->addCloudVerbs();
        if (d->stage->options.story)
            d->stage->story.start();
        return {};
    });
}

void DemoCloud::stop()
{
    d->servers.clear();
    d->thread.run([&] {
        if (d->stage)
            d->stage->story.stop();
    });
}

std::map<std::string, std::string> DemoCloud::environment() const
{
    return d->environment;
}

std::string DemoCloud::address(const std::string &service) const
{
    const auto found = std::find_if(d->servers.begin(), d->servers.end(), [&](const auto &one) { return one.name == service; });
    return found == d->servers.end() ? std::string() : found->base;
}

std::string DemoCloud::controlAddress() const
{
    return d->controlBase;
}

std::string DemoCloud::announcement() const
{
    return dumped({{"env", d->environment}, {"control", d->controlBase}});
}

nlohmann::json DemoCloud::control(const nlohmann::json &request)
{
    return d->thread.run([&] { return d->stage->control.handle(request); });
}

} // namespace callcard::demo
