#include "providers.h"

#include <callcard/callstream.h>
#include <callcard/coppercustomers.h>
#include <callcard/firestorecustomers.h>
#include <callcard/justcall.h>
#include <callcard/ringcentralrecording.h>

#include <array>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename Account>
RingCentralContext ringcentralContext(const ProvidersContext &context, const Account &account)
{
    return {.server = account.server,
            .accountId = account.accountId,
            .region = context.region,
            .http = context.http,
            .budget = context.ringcentralBudget,
            .traffic = context.traffic,
            .tokens = *account.tokens,
            .clock = context.clock};
}

std::unique_ptr<CallProvider> ringcentral(const ProvidersContext &context)
{
    const auto &account = context.accounts.ringcentral;
    return account ? makeRingCentralProvider(ringcentralContext(context, *account)) : nullptr;
}

std::unique_ptr<CallProvider> relay(const ProvidersContext &context)
{
    if (!context.accounts.relay)
        return nullptr;
    return makeCallStreamProvider({.base = context.accounts.relay->base,
                                   .token = context.accounts.relay->token,
                                   .userEmail = context.accounts.userEmail,
                                   .region = context.region,
                                   .http = context.http,
                                   .clock = context.clock});
}

JustCallContext justcallContext(const ProvidersContext &context, const Accounts::JustCall &account)
{
    return {.base = account.base,
            .key = account.key,
            .secret = account.secret,
            .userEmail = context.accounts.userEmail,
            .region = context.region,
            .budget = context.justcallBudget,
            .clock = context.clock};
}

std::unique_ptr<CallProvider> justcall(const ProvidersContext &context)
{
    const auto &account = context.accounts.justcall;
    return account ? makeJustCallProvider(justcallContext(context, *account)) : nullptr;
}

std::vector<std::unique_ptr<CustomerSource>> firestore(const ProvidersContext &context, const CustomerSettings &settings)
{
    const auto &account = context.accounts.firebase;
    if (!account)
        return {};
    const FirestoreContext firestore{.base = account->firestore,
                                     .projectId = account->projectId,
                                     .apiKey = account->apiKey,
                                     .isEmulator = account->isEmulator,
                                     .http = context.http,
                                     .tokens = *account->tokens,
                                     .clock = context.clock};
    return makeFirestoreCustomers(firestore,
                                  {.collections = settings.collections, .region = context.region, .fields = {}, .rules = settings.rules});
}

std::vector<std::unique_ptr<CustomerSource>> copper(const ProvidersContext &context, const CustomerSettings &settings)
{
    const auto &account = context.accounts.copper;
    if (!account)
        return {};
    const CopperContext copper{.base = account->base,
                               .apiKey = account->apiKey,
                               .userEmail = account->userEmail,
                               .budget = context.copperBudget,
                               .clock = context.clock};
    return makeCopperCustomers(copper, {.region = context.region, .rules = rulesFor(settings.rules, u"copper"_s)});
}

std::vector<std::unique_ptr<CustomerSource>> justcallContacts(const ProvidersContext &context, const CustomerSettings &)
{
    const auto &account = context.accounts.justcall;
    std::vector<std::unique_ptr<CustomerSource>> sources;
    if (account)
        sources.push_back(makeJustCallContacts(justcallContext(context, *account)));
    return sources;
}

struct Row {
    QLatin1StringView source;
    /// Null: its account is not open.
    std::unique_ptr<CallProvider> (*make)(const ProvidersContext &context);
};

constexpr std::array kTable{
    Row{"ringcentral"_L1, ringcentral},
    Row{"relay"_L1, relay},
    Row{"justcall"_L1, justcall},
};

struct CustomersRow {
    QLatin1StringView service;
    std::vector<std::unique_ptr<CustomerSource>> (*make)(const ProvidersContext &context, const CustomerSettings &settings);
};

constexpr std::array kCustomersTable{
    CustomersRow{"firestore"_L1, firestore},
    CustomersRow{"copper"_L1, copper},
    CustomersRow{"justcall"_L1, justcallContacts},
};

} // namespace

bool fetchesRecordings(const QString &source)
{
    return source == "ringcentral"_L1;
}

QCoro::Task<Result<FetchedSound>> recordingOf(std::shared_ptr<Accounts> accounts, ProvidersContext context, QUrl url, std::stop_token stop)
{
    if (!accounts->ringcentral)
        co_return failure(ErrorKind::SignInNeeded, u"the account of the recording is not open"_s);
    Result<RecordedSound> sound = co_await fetchRecording(ringcentralContext(context, *accounts->ringcentral), url, stop);
    if (!sound)
        co_return tl::unexpected(sound.error());
    FetchedSound fetched{.bytes = std::move(sound->bytes), .mimeType = sound->mimeType};
    co_return fetched;
}

std::vector<SourceOfCalls> makeProviders(const ProvidersContext &context, const QStringList &sources)
{
    std::vector<SourceOfCalls> providers;
    for (const Row &row : kTable) {
        if (!sources.contains(row.source))
            continue;
        if (std::unique_ptr<CallProvider> provider = row.make(context))
            providers.push_back({.account = row.source, .provider = std::move(provider)});
    }
    return providers;
}

std::vector<std::unique_ptr<CustomerSource>> makeCustomerSources(const ProvidersContext &context, const CustomerSettings &settings)
{
    std::vector<std::unique_ptr<CustomerSource>> sources;
    for (const CustomersRow &row : kCustomersTable) {
        if (!settings.services.contains(row.service))
            continue;
        std::vector<std::unique_ptr<CustomerSource>> made = row.make(context, settings);
        for (std::unique_ptr<CustomerSource> &source : made)
            sources.push_back(std::move(source));
    }
    return sources;
}

} // namespace callcard
