#pragma once

#include <callcard/call.h>
#include <callcard/customer.h>
#include <callcard/firestore.h>
#include <callcard/outbox.h>

#include <memory>

namespace callcard {

/// Whose call records, and where.
struct CallRecordsIdentity {
    UserId user{};
    QString collection{QStringLiteral("calls")};
    bool operator==(const CallRecordsIdentity &) const = default;
};

[[nodiscard]] QString callRecordsDestination();

/// "ringing", "in-progress", "completed", "no-answer", "failed": the words that readers of these records know. Empty: an end that we do not
/// understand, which leaves the status as it was.
[[nodiscard]] QString callRecordStatus(const Call &call);
/// queued 0 < ringing 1 < in-progress 2 < the three ends; -1 for any other word.
[[nodiscard]] int callRecordRank(const QString &status);

/// The record of a call as it stands now, under the provider's own id of it; of a call that no provider has named yet, under one of ours,
/// and provisional. `customer`: who it is, when that is a fact.
[[nodiscard]] OutboxItem callRecordItem(const Call &call, const CallRecordsIdentity &identity,
                                        const std::optional<Customer> &customer = {});
/// The same for a session that turned out to be part of the call: its own record, where one was made, ends as the call does.
[[nodiscard]] OutboxItem partRecordItem(const Call &call, const QString &partSession, const CallRecordsIdentity &identity);

/// The call has its provider's name now, and a record under it: the provisional one goes, or, where the rules let nobody delete, says so.
[[nodiscard]] OutboxItem provisionalRecordGone(const Call &unnamed, const Call &named, const CallRecordsIdentity &identity);

/// Carries them. A record is made once and changed afterwards; its status never goes back, whoever wrote the later one.
[[nodiscard]] std::unique_ptr<Delivery> makeCallRecordsDelivery(const FirestoreContext &context);

} // namespace callcard
