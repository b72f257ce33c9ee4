#pragma once

#include "accounts.h"
#include "livecalls.h"

#include <callcard/customersource.h>
#include <callcard/fieldmap.h>
#include <callcard/task.h>
#include <callcard/traffic.h>

#include <QUrl>

#include <memory>
#include <vector>

namespace callcard {

/// What any provider may need. All references outlive what is made.
struct ProvidersContext {
    const Accounts &accounts;
    QString region{};
    HttpClient &http;
    TrafficLedger &traffic;
    RateBudget &ringcentralBudget;
    RateBudget &justcallBudget;
    RateBudget &copperBudget;
    Clock &clock;
};

/// The providers of the named sources whose accounts are open, in the order of the table. The only place that knows them by name.
[[nodiscard]] std::vector<SourceOfCalls> makeProviders(const ProvidersContext &context, const QStringList &sources);

/// Recordings of that source open only with our token, so we fetch them.
[[nodiscard]] bool fetchesRecordings(const QString &source);
struct FetchedSound {
    QByteArray bytes{};
    QString mimeType{};
};
/// SignInNeeded: its account is not open.
[[nodiscard]] QCoro::Task<Result<FetchedSound>> recordingOf(std::shared_ptr<Accounts> accounts, ProvidersContext context, QUrl url,
                                                            std::stop_token stop);

/// What the settings say of the customers' sources.
struct CustomerSettings {
    QStringList services{};
    QStringList collections{}; ///< Of Firestore.
    QList<FieldRule> rules{};  ///< The team's own fields.
};

/// Where customers come from, of the named services whose accounts are open.
[[nodiscard]] std::vector<std::unique_ptr<CustomerSource>> makeCustomerSources(const ProvidersContext &context,
                                                                               const CustomerSettings &settings);

} // namespace callcard
