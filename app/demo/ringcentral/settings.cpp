#include "settings.h"

#include <algorithm>
#include <stdexcept>

namespace callcard::demo::ringcentral {

namespace {

struct Choice {
    const char *name;
    std::vector<std::string> answers;
    const char *about;
};

const std::vector<Choice> &choices()
{
    static const std::vector<Choice> kChoices = {
        // How things are written
        {"ids", {"mixed", "numbers", "strings"}, "entity ids in JSON: as the samples have them, all numbers, or all strings"},
        {"times", {"mixed", "zulu", "offset"}, "...532Z, ...532+0000, or each where the samples have it"},
        {"timeFraction", {"3", "2", "1", "0"}, "digits of the fraction of a second"},
        {"errorBodies", {"symbolic", "numbered", "errorsOnly"}, "top-level errorCode a word, the number, or left out"},
        {"callerNames", {"present", "absent"}, "names of outside callers"},
        {"callerNumbers", {"present", "absent", "masked"}, "numbers of outside callers in events and call log"},
        {"withheldCaller", {"anonymous", "missing", "empty", "Anonymous", "Unknown", "Restricted"}, "what a withheld caller looks like"},
        {"presenceNumbers", {"plus", "bare"}, "old captures lack the + in presence events"},
        {"eventTime", {"event", "callStart"}, "documentation says the start of the call, captures show the event"},
        {"eventPath", {"expanded", "tilde"}, "documentation sometimes shows ~ in the event field"},
        {"rcc", {"off", "on"}, "meaning disputed, so both values occur"},
        {"agentAnsweredRecords", {"absent", "present"}, "whether a queue call that a colleague took is in one's own call log"},
        {"unansweredDuration", {"zero", "ring"}, "duration of a call nobody answered"},
        {"unknownWords", {"off", "on"}, "unknown fields and status words appear in events"},
        {"hangUpSpelling", {"Hang Up", "Hang up"}, "both spellings of the call-log result occur"},
        {"voicemailSpelling", {"VoiceMail", "Voicemail"}, "status code in telephony events"},
        {"callLogNumbers", {"e164", "unformatted"}, "numbers in the call log may come as bare digits"},
        // Sign-in
        {"oauthErrorStatus", {"400", "403", "401"}, "status of OAU-106/108/109/110/113 at the token endpoint"},
        {"badCredentialsStatus", {"401", "400", "403"}, "status of OAU-140, a JWT of nobody, at the token endpoint"},
        {"customSchemes", {"refused", "accepted"}, "whether a registered redirect may have a scheme other than http and https"},
        {"authorizeFailure", {"page", "redirect"}, "how the login page reports a bad client or a refused consent"},
        {"loginPage", {"off", "on"}, "authorize answers 302 at once, or shows a page to sign in"},
        {"loopbackPorts", {"exact", "free"}, "RFC 8252: whether the port of a loopback redirect may differ"},
        {"issueRefreshTokens", {"on", "off"}, "the console option that is off by default"},
        {"wstokenLife", {"600", "30"}, "seconds; the guide's sample and the SDK's comment differ"},
        {"wstokenReuse", {"on", "off"}, "the guide calls the token single-use, the SDK reuses it"},
        {"webSocketScope",
         {"WebSocketsSubscription", "WebSocketsSubscriptions", "WebSocket", "SubscriptionWebSocket", "none"},
         "spelling of the scope; none: the app does not have it"},
        {"callControlScope", {"on", "off"}, "whether the app has CallControl"},
        // Gateway
        {"noCredentialCode", {"4400"}, "close code without a credential"},
        {"badTokenCode",
         {"4401", "1008", "4400", "http401"},
         "what a wrong or expired socket token gets: a close code, or 401 instead of an upgrade"},
        {"closeCode", {"1000", "1001", "4001"}, "close code after an Error frame and at the end of the OAuth session"},
        {"timeoutStatus", {"400", "408", "401", "none"}, "meta status of WSG-902 and WSG-903"},
        {"bufferedEvents", {"after", "before"}, "whether missed events follow or precede the recovered ConnectionDetails"},
        {"lateRecovery", {"WSG-1005", "WSG-1003"}, "recoveryErrorCode when the recovery comes too late"},
        {"wscFrames", {"all", "details"}, "frames that carry a wsc"},
        {"subscriptionHeader", {"off", "on"}, "the WSG-SubscriptionId header of 2021"},
        {"subscriptionLimit", {"30", "20"}, "subscriptions of a user and app"},
        {"socketLife", {"session", "accessToken"}, "a socket ends with its OAuth session, or already when the access token expires"},
        {"userFilters", {"all", "noCallControl"}, "filters the user may not use come back in disabledFilters"},
        // Webhooks
        {"verificationHeader", {"Verification-Token", "Validation-Token"}, "one page of the guide names it differently"},
        {"blacklisting", {"permanent", "rechecked"}, "whether a webhook that failed is tried again after 15 minutes"},
        {"webhookRetries", {"off", "on"}, "the papers know no retries of a webhook; on: three attempts"},
        // Calls
        {"device", {"Online", "Offline"}, "the state of the rep's device"},
        {"missedCallFrame", {"disconnected", "voicemail", "never"}, "the frame on which missedCall turns true"},
        {"missedCallsFilter", {"off", "on"}, "whether the missed-calls filter delivers over a socket"},
        {"queueSetup", {"off", "on"}, "whether a queue call is first seen in Setup"},
        {"ringOutSessions", {"two", "one"}, "whether the legs of a RingOut have different sessions"},
        {"callOutOrigin", {"Call", "CallOut"}, "origin.type of a call-out"},
        {"pickupStatus", {"200", "201"}, "sources differ"},
        {"recordingStatus", {"201", "200"}, "an example says 200"},
        {"patchParty", {"both", "top", "nested"}, "muted at the top level, or inside party"},
        {"voicemailTranscript", {"late", "atOnce", "never"}, "whether the transcript follows in an update"},
        {"dndEngine", {"classic", "personal"}, "the newer call-handling engine has dndStatusPersonal instead of dndStatus"},
        {"notFoundStatus", {"404", "400"}, "status of CMN-102"},
        {"faultStatus", {"500", "503"}, "status of CMN-201"},
        {"rateLimitGroupCase", {"light", "Light", "LIGHT"}, "case of X-Rate-Limit-Group"},
        // Delays, any whole number
        {"callLogLag", {}, "seconds of demo time between hang-up and the call-log record=20"},
        {"activeCallsLag", {}, "seconds until active-calls shows a call=3"},
        {"activeCallsLinger", {}, "seconds an ended call stays in active-calls=60"},
        {"recordingLag", {}, "seconds between hang-up and the recording=30"},
        {"endedLinger", {}, "seconds a finished telephony session can still be read=5"},
        {"pingIntervalMs", {}, "real milliseconds between the server's pings; 0: none=30000"},
        {"pongDeadlineMs", {}, "real milliseconds a pong may take=10000"},
        {"recoveryTimeout", {}, "seconds a dropped socket can be recovered=180"},
        {"recoveryBuffer", {}, "notifications kept for a recovery=100"},
        {"idleTimeout", {}, "seconds of silence of the client=1800"},
        {"absoluteTimeout", {}, "seconds a socket lives=86400"},
        {"maxActiveRequests", {}, "requests in flight on one socket=10"},
        {"socketDelayMs", {}, "real milliseconds a socket reply takes=0"},
        {"sequenceGap", {}, "how many numbers telephony events leave out between two steps=0"},
        {"ringOutAnswerMs", {}, "demo milliseconds until the rep's own phone answers a RingOut=2500"},
        {"ringOutConnectMs", {}, "demo milliseconds until the other side answers a RingOut=4000"},
    };
    return kChoices;
}

std::string asText(const Json &value)
{
    if (value.is_boolean())
        return value.get<bool>() ? "on" : "off";
    if (value.is_number_integer())
        return std::to_string(value.get<long long>());
    if (value.is_string())
        return value.get<std::string>();
    throw std::invalid_argument("a switch takes a word or a whole number");
}

} // namespace

Settings::Settings()
{
    for (const Choice &choice : choices()) {
        if (!choice.answers.empty()) {
            m_words.declare(choice.name, choice.answers, choice.about);
            continue;
        }
        const std::string about = choice.about;
        const auto at = about.find('=');
        const int initial = std::stoi(about.substr(at + 1));
        m_numbers[choice.name] = {initial, initial, about.substr(0, at)};
    }
}

int Settings::number(std::string_view name) const
{
    const auto found = m_numbers.find(name);
    if (found == m_numbers.end())
        throw std::logic_error("no such number: " + std::string(name)); // ours to get right
    return found->second.value;
}

void Settings::set(const std::string &name, const Json &value)
{
    const std::string wanted = asText(value);
    const auto found = m_numbers.find(name);
    if (found == m_numbers.end()) {
        m_words.set(name, wanted);
        return;
    }
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (wanted.empty() || wanted.size() > 8 || !std::ranges::all_of(wanted, isDigit))
        throw std::invalid_argument(name + " takes a whole number");
    found->second.value = std::stoi(wanted);
}

Json Settings::describe() const
{
    Json all = m_words.describe();
    for (const auto &[name, number] : m_numbers)
        all.push_back({{"name", name},
                       {"position", number.value},
                       {"positions", Json::array()},
                       {"default", number.initial},
                       {"meaning", number.about}});
    return all;
}

} // namespace callcard::demo::ringcentral
