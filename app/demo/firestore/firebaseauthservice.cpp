#include "firestore/firebaseauthservice.h"

#include "clock.h"
#include "jsontext.h"
#include "seeds.h"
#include "services.h"

#include <algorithm>
#include <stdexcept>

namespace callcard::demo {

std::unique_ptr<Service> makeFirebaseAuth(Stage &stage)
{
    return std::make_unique<firebase::FirebaseAuthService>(stage);
}

namespace firebase {

namespace {

constexpr const char *kPassword = "demo-password"; // of every rep
constexpr const char *kApiKey = "demo-web-api-key";

} // namespace

FirebaseAuthService::FirebaseAuthService(Stage &stage)
    : m_stage(stage), m_api(firestore::kProjectId, [&stage] { return stage.clock.epochSeconds(); })
{
    m_switches.declare("enumeration", {"protected", "open"}, "wrong logins: one code for all, or EMAIL_NOT_FOUND and INVALID_PASSWORD");
    m_switches.declare("refreshTokens", {"same", "new"}, "whether a refresh hands out another refresh token");
    m_switches.declare("apiKey", {"any", "required"}, "any text, or the demo's key only");
    m_switches.declare("foreignClients", {"refused", "accepted"}, "Google's tokens for a client id of another project");
    m_switches.declare("idp", {"signsIn", "needsConfirmation"}, "signInWithIdp may answer 200 and still be no sign-in");
    m_switches.declare("secondFactor", {"off", "required"}, "any sign-in may answer mfaPendingCredential instead of tokens");
    m_switches.declare("passwords", {"allowed", "disabled"}, "password sign-in in the project");
    m_switches.declare("google", {"allowed", "disabled"}, "Google sign-in in the project");
    m_switches.declare("consent", {"approve", "deny"}, "what the person does on Google's page");
    addReps();
}

void FirebaseAuthService::addReps()
{
    const auto &reps = m_stage.world.reps();
    for (std::size_t at = 0; at < reps.size(); ++at) {
        const Rep &rep = reps[at];
        Account account;
        account.uid = rep.firebaseUid;
        account.email = rep.email;
        account.password = kPassword;
        account.name = rep.name();
        account.emailVerified = true;
        account.googleId = "1000000000000000000" + std::to_string(10 + at);
        account.claims = {{"role", rep.role}, {"team", rep.team}};
        m_api.accounts.add(std::move(account));
    }
    m_api.accounts.behaviour.googleClient = m_api.google.clientId;
    m_api.google.defaultEmail = m_stage.world.demoRep().email;
}

void FirebaseAuthService::applySwitches()
{
    AuthBehaviour &behaviour = m_api.accounts.behaviour;
    behaviour.enumerationProtected = m_switches.is("enumeration", "protected");
    behaviour.rotatesRefreshTokens = m_switches.is("refreshTokens", "new");
    behaviour.requiredKey = m_switches.is("apiKey", "required") ? kApiKey : "";
    behaviour.foreignClients = m_switches.is("foreignClients", "accepted");
    behaviour.needsConfirmation = m_switches.is("idp", "needsConfirmation");
    behaviour.needsSecondFactor = m_switches.is("secondFactor", "required");
    behaviour.passwordsAllowed = m_switches.is("passwords", "allowed");
    behaviour.googleAllowed = m_switches.is("google", "allowed");
    m_api.google.consent = m_switches.is("consent", "deny") ? GoogleOAuth::Consent::Deny : GoogleOAuth::Consent::Approve;
}

std::map<std::string, std::string> FirebaseAuthService::environment(const std::string &base) const
{
    const std::size_t scheme = base.find("://");
    return {{"FIREBASE_AUTH_EMULATOR_HOST", scheme == std::string::npos ? base : base.substr(scheme + 3)},
            {"FIREBASE_API_KEY", kApiKey},
            {"CALLCARD_USER_EMAIL", m_stage.world.demoRep().email},
            {"CALLCARD_FIREBASE_PASSWORD", kPassword},
            {"GOOGLE_CLIENT_ID", m_api.google.clientId},
            {"GOOGLE_CLIENT_SECRET", m_api.google.clientSecret},
            {"CALLCARD_GOOGLE_AUTH_URL", base + "/o/oauth2/v2/auth"},
            {"CALLCARD_GOOGLE_TOKEN_URL", base + "/token"}};
}

serving::Response FirebaseAuthService::refusal(int status)
{
    AuthRefusal refusal{"INTERNAL_ERROR", status};
    if (status == 429)
        refusal.message = "TOO_MANY_ATTEMPTS_TRY_LATER";
    else if (status == 403)
        refusal.message = "Requests to this API identitytoolkit are blocked.";
    else if (status == 503)
        refusal.message = "The service is currently unavailable.";
    return serving::Response::json(status, dumped(errorBody(refusal)));
}

Account &FirebaseAuthService::accountIn(const Json &arguments)
{
    Account *account = m_api.accounts.byEmail(textAt(arguments, "email"));
    if (account == nullptr)
        account = m_api.accounts.find(textAt(arguments, "uid"));
    if (account == nullptr)
        throw std::invalid_argument("no account has this uid or email");
    return *account;
}

Json FirebaseAuthService::control(const std::string &verb, const Json &arguments)
{
    try {
        if (verb == "switches")
            return m_switches.describe();
        if (verb == "switch") {
            m_switches.set(textAt(arguments, "name"), textAt(arguments, "position"));
            applySwitches();
            return m_switches.describe();
        }
        if (verb == "users") {
            Json out = Json::array();
            for (const auto &[uid, account] : m_api.accounts.all())
                out.push_back({{"uid", uid}, {"email", account.email}, {"claims", account.claims}, {"disabled", account.disabled}});
            return {{"users", std::move(out)}};
        }
        if (verb == "claims") { // they reach the client with the next token
            accountIn(arguments).claims = checkedClaims(arguments.value("claims", Json::object()));
            return Json::object();
        }
        if (verb == "disable") {
            accountIn(arguments).disabled = flagAt(arguments, "disabled", true);
            return Json::object();
        }
        if (verb == "revoke") {
            m_api.accounts.revoke(accountIn(arguments));
            return Json::object();
        }
        if (verb == "password") {
            Account &account = accountIn(arguments);
            account.password = textAt(arguments, "password");
            m_api.accounts.revoke(account);
            return Json::object();
        }
        if (verb == "remove") {
            m_api.accounts.remove(std::string(accountIn(arguments).uid));
            return Json::object();
        }
        if (verb == "limits") {
            AuthBehaviour &behaviour = m_api.accounts.behaviour;
            behaviour.mostFailures = static_cast<int>(std::clamp<std::int64_t>(integerAt(arguments, "failures", 10), 0, 1'000'000));
            behaviour.lifetime = static_cast<int>(std::clamp<std::int64_t>(integerAt(arguments, "lifetime", 3600), 1, 86'400));
            return Json::object();
        }
    } catch (const AuthRefusal &refusal) {
        throw std::invalid_argument(refusal.message);
    }
    throw std::invalid_argument(
        "firebaseauth knows switches, switch, users, claims (uid or email, claims), disable (disabled), revoke, password, "
        "remove, limits (failures, lifetime)");
}

} // namespace firebase
} // namespace callcard::demo
