#pragma once

#include <callcard/callhistory.h>
#include <callcard/callprovider.h>
#include <callcard/connection.h>
#include <callcard/customersource.h>
#include <callcard/http.h>
#include <callcard/outbox.h>
#include <callcard/ratebudget.h>
#include <callcard/secrets.h>

#include <memory>

namespace callcard {

/// How the account takes its key: raw as documented, or as Basic. Found out by the first request; copies share it.
struct JustCallKeyForm {
    bool known{};
    bool basic{};
};

/// What JustCall's room needs to work. All references outlive what is made from them.
struct JustCallContext {
    QUrl base{};  ///< "https://api.justcall.io/v2.1"
    Secret key{}; ///< Opens the whole account.
    Secret secret{};
    QString userEmail{}; ///< The rep.
    QString region{};    ///< For numbers without a country.
    RateBudget &budget;  ///< The account's: one for everything that asks JustCall.
    Clock &clock;
    std::shared_ptr<JustCallKeyForm> form{std::make_shared<JustCallKeyForm>()};
};

/// Asks for the rep's agent and the last calls.
[[nodiscard]] QCoro::Task<ServiceCheck> checkJustCall(JustCallContext context, std::stop_token stop);

/// The rep's calls by polling: what is finished, what is being talked in, and texts; never what rings. Keeps to the account's
/// budget, which all reps share. Its id is "justcall".
[[nodiscard]] std::unique_ptr<CallProvider> makeJustCallProvider(JustCallContext context);

/// Calls and texts of any agent of the account, about three months back.
[[nodiscard]] std::unique_ptr<CallHistory> makeJustCallHistory(JustCallContext context);

/// The account's contacts, of the source "justcall". It tells no changes, so every pass lists them all.
[[nodiscard]] std::unique_ptr<CustomerSource> makeJustCallContacts(JustCallContext context);

/// All that a rep said about one call; what is not set is left as it is in JustCall.
struct CallRemark {
    QString callSid{};
    std::optional<QString> notes{};
    QStringList notesBefore{};            ///< What earlier remarks made of them: replaced, where somebody else's words are kept.
    std::optional<QString> disposition{}; ///< "List: Code", as past calls have it.
    std::optional<double> rating{};       ///< 0 to 5 in halves.
    QDateTime endedAt{};                  ///< Of the call: for a while after it nobody knows the call yet.
    bool operator==(const CallRemark &) const = default;
};
/// For the outbox. One item a call: a newer one replaces an older, so it says everything.
[[nodiscard]] OutboxItem justCallItem(const CallRemark &remark);
/// The outbox's way to JustCall. Waits for calls that are still going on; keeps notes that somebody else wrote.
[[nodiscard]] std::unique_ptr<Delivery> makeJustCallDelivery(JustCallContext context);

} // namespace callcard
