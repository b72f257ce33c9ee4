#include "loginpage.h"

#include "crypto.h"

#include <algorithm>

namespace callcard::demo::ringcentral {

namespace {

std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        default:
            result += c;
        }
    }
    return result;
}

ApiReply page(int status, const std::string &body)
{
    return {status,
            Json(),
            {{"Content-Type", "text/html; charset=utf-8"}},
            "<!doctype html><html lang=\"en\"><title>Demo cloud: sign in</title><body>" + body + "</body></html>"};
}

/// "http://localhost:5000/x" in three: up to the host, the port, the rest.
bool splitLoopback(const std::string &uri, std::string &host, std::string &rest)
{
    for (const std::string_view start : {"http://localhost", "http://127.0.0.1", "http://[::1]"}) {
        if (!uri.starts_with(start))
            continue;
        host = start;
        rest = uri.substr(start.size());
        if (rest.starts_with(':'))
            rest.erase(0, std::min(rest.size(), rest.find('/')));
        return rest.empty() || rest.front() == '/';
    }
    return false;
}

} // namespace

ApiReply loginPage(const serving::Headers &request, const World &world)
{
    std::string form = "<h1>Sign in</h1><form method=\"post\" action=\"" + std::string(kLoginPath) + "\">";
    for (const auto &[name, value] : request)
        form += "<input type=\"hidden\" name=\"" + escaped(name) + "\" value=\"" + escaped(value) + "\">";
    form += "<label>Who are you? <select name=\"login\">";
    for (const Rep &rep : world.reps())
        form += "<option value=\"" + escaped(rep.email) + "\">" + escaped(rep.name()) + "</option>";
    form += "</select></label> <button name=\"choice\" value=\"allow\">Sign in</button> <button name=\"choice\" "
            "value=\"deny\">Refuse</button></form>";
    return page(200, form);
}

ApiReply errorPage(int status, const std::string &code, const std::string &sentence)
{
    return page(status, "<h1>Sign-in failed</h1><p>" + escaped(code) + ": " + escaped(sentence) + "</p>");
}

ApiReply redirectTo(const std::string &uri, const serving::Headers &items)
{
    std::string location = uri;
    for (const auto &[name, value] : items) {
        if (value.empty())
            continue;
        location += location.find('?') == std::string::npos ? '?' : '&';
        location += name + "=" + percentEncoded(value);
    }
    return {302, Json(), {{"Location", location}}, {}};
}

ApiReply failedRedirect(const Settings &settings, const std::string &uri, const std::string &state, const std::string &error,
                        const std::string &description)
{
    if (settings.is("authorizeFailure", "page"))
        return errorPage(400, error, description);
    return redirectTo(uri, {{"error", error}, {"error_description", description}, {"state", state}});
}

bool samePortAside(const std::string &registered, const std::string &asked)
{
    std::string host;
    std::string rest;
    std::string askedHost;
    std::string askedRest;
    return splitLoopback(registered, host, rest) && splitLoopback(asked, askedHost, askedRest) && host == askedHost && rest == askedRest;
}

} // namespace callcard::demo::ringcentral
