// accounts:METHOD of Identity Toolkit v1.

#include "authapi.h"
#include "caller.h"

#include <callcard/httpserver.h>

#include <algorithm>
#include <array>

namespace callcard::demo::firebase {

namespace {

std::string text(const Json &body, const char *name)
{
    const auto found = body.find(name);
    return found != body.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool flag(const Json &body, const char *name)
{
    const auto found = body.find(name);
    return found != body.end() && found->is_boolean() && found->get<bool>();
}

bool isEmail(const std::string &email)
{
    const std::size_t at = email.find('@');
    return at != std::string::npos && at > 0 && email.find('.', at) != std::string::npos && email.back() != '.' &&
           email.find_first_of(" \t\r\n") == std::string::npos;
}

void checkPassword(const std::string &password)
{
    if (password.size() < 6)
        throw AuthRefusal{"WEAK_PASSWORD : Password should be at least 6 characters"};
}

/// Adds what every successful sign-in ends with.
Json signedIn(Accounts &accounts, Account &account, const Json &body, Json out, const std::string &provider,
              const Json &extra = Json::object())
{
    if (account.disabled)
        throw AuthRefusal{"USER_DISABLED"};
    if (accounts.behaviour.needsSecondFactor)
        return {{"kind", out["kind"]}, {"mfaPendingCredential", randomText(40)}, {"mfaInfo", {{{"mfaEnrollmentId", "phone-1"}}}}};
    account.lastLoginAt = accounts.now();
    out["idToken"] = accounts.idToken(account, provider, extra);
    if (flag(body, "returnSecureToken")) { // without it production gives no refresh token
        out["refreshToken"] = accounts.refreshToken(account, provider, extra);
        out["expiresIn"] = std::to_string(accounts.behaviour.lifetime); // seconds as text
    }
    return out;
}

Json signInWithPassword(Accounts &accounts, const Json &body)
{
    const std::string email = text(body, "email");
    if (email.empty())
        throw AuthRefusal{"MISSING_EMAIL"};
    if (!isEmail(email))
        throw AuthRefusal{"INVALID_EMAIL"};
    if (text(body, "password").empty())
        throw AuthRefusal{"MISSING_PASSWORD"};
    if (!accounts.behaviour.passwordsAllowed)
        throw AuthRefusal{"PASSWORD_LOGIN_DISABLED"};
    Account &account = accounts.withPassword(email, text(body, "password"));
    Json out{{"kind", "identitytoolkit#VerifyPasswordResponse"},
             {"localId", account.uid},
             {"email", account.email},
             {"displayName", account.name},
             {"registered", true}};
    return signedIn(accounts, account, body, std::move(out), "password");
}

Json signUp(Accounts &accounts, const Json &body, bool isAdmin)
{
    Account account;
    account.email = text(body, "email");
    account.password = text(body, "password");
    account.name = text(body, "displayName");
    account.photoUrl = text(body, "photoUrl");
    account.isAnonymous = account.email.empty() && !isAdmin;
    if (isAdmin) {
        account.uid = text(body, "localId");
        account.emailVerified = flag(body, "emailVerified");
        account.disabled = flag(body, "disabled");
        if (accounts.find(account.uid) != nullptr)
            throw AuthRefusal{"DUPLICATE_LOCAL_ID"};
    }
    if (!account.email.empty() || !account.password.empty()) {
        if (account.email.empty())
            throw AuthRefusal{"MISSING_EMAIL"};
        if (!isEmail(account.email))
            throw AuthRefusal{"INVALID_EMAIL"};
        if (account.password.empty() && !isAdmin)
            throw AuthRefusal{"MISSING_PASSWORD"};
        if (!accounts.behaviour.passwordsAllowed)
            throw AuthRefusal{"OPERATION_NOT_ALLOWED"};
        if (accounts.byEmail(account.email) != nullptr)
            throw AuthRefusal{"EMAIL_EXISTS"};
        if (!account.password.empty())
            checkPassword(account.password);
    }
    Account &added = accounts.add(std::move(account));
    Json out{{"kind", "identitytoolkit#SignupNewUserResponse"}, {"localId", added.uid}};
    if (!added.email.empty())
        out["email"] = added.email;
    if (isAdmin)
        return out;
    Json secure = body;
    secure["returnSecureToken"] = true;
    return signedIn(accounts, added, secure, std::move(out), added.isAnonymous ? "anonymous" : "password");
}

Json profile(const Account &account)
{
    Json out{{"localId", account.uid},
             {"emailVerified", account.emailVerified},
             {"validSince", std::to_string(account.validSince)},
             {"disabled", account.disabled},
             {"createdAt", std::to_string(account.createdAt * 1000)},
             {"lastLoginAt", std::to_string(account.lastLoginAt * 1000)},
             {"providerUserInfo", Json::array()}};
    const auto add = [&](const char *provider, const std::string &id) {
        out["providerUserInfo"].push_back(
            {{"providerId", provider}, {"federatedId", id}, {"rawId", id}, {"email", account.email}, {"displayName", account.name}});
    };
    if (!account.email.empty())
        out["email"] = account.email;
    if (!account.name.empty())
        out["displayName"] = account.name;
    if (!account.photoUrl.empty())
        out["photoUrl"] = account.photoUrl;
    if (!account.password.empty()) {
        out["passwordHash"] = "UkVEQUNURUQ=";
        add("password", account.email);
    }
    if (!account.googleId.empty())
        add("google.com", account.googleId);
    if (!account.claims.empty())
        out["customAttributes"] = account.claims.dump(-1, ' ', false, Json::error_handler_t::replace);
    return out;
}

Json lookUp(Accounts &accounts, const Json &body, bool isAdmin)
{
    Json out{{"kind", "identitytoolkit#GetAccountInfoResponse"}};
    if (!isAdmin || body.contains("idToken")) {
        out["users"] = {profile(accounts.withIdToken(text(body, "idToken")))};
        return out;
    }
    const auto each = [&](const char *name, const auto &find) {
        const auto found = body.find(name);
        if (found == body.end() || !found->is_array())
            return;
        for (const Json &key : *found) {
            if (const Account *account = key.is_string() ? find(key.get<std::string>()) : nullptr)
                out["users"].push_back(profile(*account));
        }
    };
    each("localId", [&](const std::string &uid) { return accounts.find(uid); });
    each("email", [&](const std::string &email) { return accounts.byEmail(email); });
    return out;
}

void updateAsAdmin(Accounts &accounts, Account &account, const Json &body)
{
    if (body.contains("customAttributes")) {
        const Json claims = Json::parse(text(body, "customAttributes"), nullptr, false);
        account.claims = checkedClaims(claims);
    }
    if (body.contains("disableUser"))
        account.disabled = flag(body, "disableUser");
    if (body.contains("emailVerified"))
        account.emailVerified = flag(body, "emailVerified");
    if (body.contains("validSince"))
        accounts.revoke(account);
}

Json update(Accounts &accounts, const Json &body, bool isAdmin)
{
    const bool byId = isAdmin && body.contains("localId") && !body.contains("idToken");
    Account *found = byId ? accounts.find(text(body, "localId")) : &accounts.withIdToken(text(body, "idToken"));
    if (found == nullptr)
        throw AuthRefusal{"USER_NOT_FOUND"};
    Account &account = *found;
    const std::string email = text(body, "email");
    if (!email.empty() && !isEmail(email))
        throw AuthRefusal{"INVALID_EMAIL"};
    if (const Account *other = accounts.byEmail(email); other != nullptr && other != &account)
        throw AuthRefusal{"EMAIL_EXISTS"};
    if (body.contains("password"))
        checkPassword(text(body, "password"));
    if (isAdmin)
        updateAsAdmin(accounts, account, body);
    if (body.contains("displayName"))
        account.name = text(body, "displayName");
    if (body.contains("photoUrl"))
        account.photoUrl = text(body, "photoUrl");
    const bool isNewIdentity = (!email.empty() && lowerCase(email) != account.email) || body.contains("password");
    if (!email.empty())
        account.email = lowerCase(email);
    if (body.contains("password"))
        account.password = text(body, "password");
    if (isNewIdentity)
        accounts.revoke(account); // a password or e-mail change ends every other session
    Json out = profile(account);
    out["kind"] = "identitytoolkit#SetAccountInfoResponse";
    return isNewIdentity || flag(body, "returnSecureToken") ? signedIn(accounts, account, body, std::move(out), "password") : out;
}

Json removeAccount(Accounts &accounts, const Json &body, bool isAdmin)
{
    const std::string uid = isAdmin && body.contains("localId") ? text(body, "localId") : accounts.withIdToken(text(body, "idToken")).uid;
    if (accounts.find(uid) == nullptr)
        throw AuthRefusal{"USER_NOT_FOUND"};
    accounts.remove(uid);
    return {{"kind", "identitytoolkit#DeleteAccountResponse"}};
}

/// Google's ID token out of the form text in postBody; the emulator also takes the bare claims as JSON.
Json googleClaims(const Accounts &accounts, const std::string &postBody)
{
    serving::Request form;
    form.body = postBody;
    std::string provider;
    std::string idToken;
    for (const auto &[name, value] : form.formItems()) {
        if (name == "providerId")
            provider = value;
        if (name == "id_token")
            idToken = value;
    }
    if (provider.empty() || (provider == "google.com" && !accounts.behaviour.googleAllowed))
        throw AuthRefusal{provider.empty() ? "INVALID_CREDENTIAL_OR_PROVIDER_ID : Invalid IdP response/credential"
                                           : "OPERATION_NOT_ALLOWED"};
    if (provider != "google.com")
        throw AuthRefusal{"OPERATION_NOT_ALLOWED : The identity provider configuration is not found."};
    Json claims = firestore::claimsOf(idToken).value_or(Json());
    const bool isToken = !claims.is_null();
    if (!isToken && idToken.size() < 16 * 1024)
        claims = Json::parse(idToken, nullptr, false);
    if (!claims.is_object() || text(claims, "sub").empty())
        throw AuthRefusal{"INVALID_IDP_RESPONSE : Unable to parse Google id_token: " + idToken.substr(0, 20)};
    const AuthBehaviour &behaviour = accounts.behaviour;
    const bool hasAudience = isToken || claims.contains("aud"); // bare claims, which only an emulator takes, need none
    if (hasAudience && !behaviour.googleClient.empty() && !behaviour.foreignClients && text(claims, "aud") != behaviour.googleClient)
        throw AuthRefusal{
            "INVALID_IDP_RESPONSE : Invalid Idp Response: the Google id_token is not allowed to be used with this application. Its "
            "audience (OAuth 2.0 client ID) is not authorized to be used in the project."};
    const auto exp = claims.find("exp");
    if (exp != claims.end() && exp->is_number_integer() && exp->get<std::int64_t>() <= accounts.now())
        throw AuthRefusal{"INVALID_IDP_RESPONSE : Google ID token has expired"};
    return claims;
}

Json signInWithIdp(Accounts &accounts, const Json &body)
{
    if (text(body, "requestUri").empty())
        throw AuthRefusal{"MISSING_REQUEST_URI"};
    const Json claims = googleClaims(accounts, text(body, "postBody"));
    const std::string email = lowerCase(text(claims, "email"));
    Json out{{"kind", "identitytoolkit#VerifyAssertionResponse"},
             {"providerId", "google.com"},
             {"federatedId", "https://accounts.google.com/" + text(claims, "sub")},
             {"email", email},
             {"emailVerified", flag(claims, "email_verified")},
             {"rawUserInfo", claims.dump(-1, ' ', false, Json::error_handler_t::replace)}};
    if (accounts.behaviour.needsConfirmation) { // an answer of 200 that is no sign-in
        out.update({{"needConfirmation", true}, {"verifiedProvider", {"password"}}});
        return out;
    }
    Account *account = accounts.byGoogleId(text(claims, "sub"));
    if (account == nullptr)
        account = accounts.byEmail(email);
    const bool isNew = account == nullptr;
    if (isNew) {
        Account fresh;
        fresh.email = email;
        fresh.name = text(claims, "name");
        account = &accounts.add(std::move(fresh));
    }
    account->googleId = text(claims, "sub");
    account->emailVerified = account->emailVerified || flag(claims, "email_verified");
    out.update({{"localId", account->uid}, {"displayName", account->name}, {"isNewUser", isNew}});
    if (flag(body, "returnIdpCredential"))
        out.update({{"oauthIdToken", text(claims, "id_token")}, {"oauthExpireIn", 0}});
    return signedIn(accounts, *account, body, std::move(out), "google.com");
}

/// A token minted by a server: uid and claims in the payload. Its signature is not looked at, as with the emulator.
Json signInWithCustomToken(Accounts &accounts, const Json &body)
{
    const std::string token = text(body, "token");
    if (token.empty())
        throw AuthRefusal{"MISSING_CUSTOM_TOKEN"};
    Json payload = firestore::claimsOf(token).value_or(Json());
    if (payload.is_null() && token.size() < 16 * 1024)
        payload = Json::parse(token, nullptr, false);
    const std::string uid = payload.is_object() ? text(payload, "uid") : std::string();
    if (uid.empty() || uid.size() > 128)
        throw AuthRefusal{"INVALID_CUSTOM_TOKEN : ((Auth) Invalid assertion format. 3 dot separated segments required.)"};
    const auto exp = payload.find("exp");
    if (exp != payload.end() && exp->is_number_integer() && exp->get<std::int64_t>() <= accounts.now())
        throw AuthRefusal{"INVALID_CUSTOM_TOKEN : ((Auth) The token has expired.)"};
    const Json claims = payload.contains("claims") ? checkedClaims(payload["claims"]) : Json::object();
    Account *account = accounts.find(uid);
    const bool isNew = account == nullptr;
    if (isNew) {
        Account fresh;
        fresh.uid = uid;
        account = &accounts.add(std::move(fresh));
    }
    Json out{{"kind", "identitytoolkit#VerifyCustomTokenResponse"}, {"isNewUser", isNew}}; // no localId
    return signedIn(accounts, *account, body, std::move(out), "custom", claims);
}

Json createAuthUri(Accounts &accounts, const Json &body)
{
    Json out{{"kind", "identitytoolkit#CreateAuthUriResponse"}, {"sessionId", randomText(27)}};
    if (accounts.behaviour.enumerationProtected)
        return out;
    const Account *account = accounts.byEmail(text(body, "identifier"));
    out["registered"] = account != nullptr;
    out["signinMethods"] = Json::array();
    if (account != nullptr && !account->password.empty())
        out["signinMethods"].push_back("password");
    if (account != nullptr && !account->googleId.empty())
        out["signinMethods"].push_back("google.com");
    return out;
}

Json sendOobCode(Accounts &accounts, const Json &body)
{
    const std::string kind = text(body, "requestType");
    if (kind != "PASSWORD_RESET" && kind != "VERIFY_EMAIL")
        throw AuthRefusal{kind.empty() ? "MISSING_REQ_TYPE" : "OPERATION_NOT_ALLOWED"};
    const std::string email = kind == "VERIFY_EMAIL" ? accounts.withIdToken(text(body, "idToken")).email : text(body, "email");
    if (email.empty())
        throw AuthRefusal{"MISSING_EMAIL"};
    if (accounts.byEmail(email) == nullptr && !accounts.behaviour.enumerationProtected)
        throw AuthRefusal{"EMAIL_NOT_FOUND"};
    return {{"kind", "identitytoolkit#GetOobConfirmationCodeResponse"}, {"email", email}}; // the mail itself goes nowhere
}

} // namespace

Json identityToolkit(Accounts &accounts, const std::string &method, const Json &body, bool isAdmin)
{
    if (method == "signInWithPassword")
        return signInWithPassword(accounts, body);
    if (method == "signUp")
        return signUp(accounts, body, isAdmin);
    if (method == "lookup")
        return lookUp(accounts, body, isAdmin);
    if (method == "update")
        return update(accounts, body, isAdmin);
    if (method == "delete")
        return removeAccount(accounts, body, isAdmin);
    if (method == "signInWithIdp")
        return signInWithIdp(accounts, body);
    if (method == "signInWithCustomToken")
        return signInWithCustomToken(accounts, body);
    if (method == "createAuthUri")
        return createAuthUri(accounts, body);
    if (method == "sendOobCode")
        return sendOobCode(accounts, body);
    throw AuthRefusal{"NOT_FOUND", 404};
}

} // namespace callcard::demo::firebase
