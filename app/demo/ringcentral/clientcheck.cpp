#include "clientcheck.h"

#include <algorithm>
#include <cctype>

namespace callcard::demo::ringcentral {

namespace {

bool startsWithWord(std::string_view text, std::string_view word)
{
    return text.size() > word.size() && text[word.size()] == ' ' &&
           std::ranges::equal(text.substr(0, word.size()), word,
                              [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
}

} // namespace

std::vector<App> defaultApps()
{
    const std::vector<std::string> redirects = {"http://localhost:5000/oauth2callback", "http://localhost:5001/oauth2callback",
                                                "http://localhost:5002/oauth2callback", "http://127.0.0.1:5000/oauth2callback"};
    return {{"callcard-demo", "callcard-demo-secret", true, redirects, true, true},
            {"callcard-demo-server", "callcard-demo-server-secret", false, redirects, true, true},
            {"callcard-demo-desktop", "", false, redirects, false, true},
            {"callcard-demo-unregistered", "", false, {}, false, true}};
}

const App *appOf(const std::vector<App> &apps, std::string_view clientId)
{
    const auto found = std::ranges::find(apps, clientId, &App::clientId);
    return found == apps.end() ? nullptr : &*found;
}

std::string formValue(const serving::Headers &form, std::string_view name)
{
    const auto found = std::ranges::find(form, name, [](const auto &pair) { return std::string_view(pair.first); });
    return found == form.end() ? std::string() : found->second;
}

std::variant<const App *, ClientFailure> checkClient(const std::vector<App> &apps, const serving::Request &request,
                                                     const serving::Headers &form)
{
    const std::string_view header = request.header("Authorization");
    if (!header.empty()) {
        if (!startsWithWord(header, "basic"))
            return ClientFailure{"OAU-123", "Invalid Authorization header"};
        const std::string pair = fromBase64(header.substr(6));
        const auto colon = pair.find(':');
        if (colon == std::string::npos)
            return ClientFailure{"OAU-123", "Invalid Authorization header"};
        const App *app = appOf(apps, serving::percentDecoded(pair.substr(0, colon)));
        const std::string secret = serving::percentDecoded(pair.substr(colon + 1));
        // An empty secret is a wrong one, for public clients too: they must send no header at all.
        if (!app || secret.empty() || app->secret != secret)
            return ClientFailure{"OAU-153", "Invalid client credentials"};
        return app;
    }
    const std::string clientId = formValue(form, "client_id");
    if (clientId.empty())
        return ClientFailure{"OAU-134", "Authorization header is required"};
    const App *app = appOf(apps, clientId);
    const std::string secret = formValue(form, "client_secret");
    if (!app || (!secret.empty() && secret != app->secret))
        return ClientFailure{"OAU-146", "Invalid client id"};
    if (!app->secret.empty() && !app->isPublicToo && secret.empty())
        return ClientFailure{"OAU-153", "Invalid client credentials"};
    return app;
}

} // namespace callcard::demo::ringcentral
