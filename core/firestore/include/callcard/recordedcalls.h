#pragma once

#include <callcard/call.h>
#include <callcard/customer.h>
#include <callcard/firestore.h>

namespace callcard {

/// A call as a team's call records tell it.
struct RecordedCall {
    Call call{};
    CustomerId customer{};
    QString customerName{};
    bool operator==(const RecordedCall &) const = default;
};

/// Whose records, where they are kept, and of which half-open span.
struct RecordsQuestion {
    QString collection{QStringLiteral("calls")};
    UserId user{};
    QDateTime from{};
    QDateTime to{};
    int most{1000};
};

/// The newest of them first. Refused: the rules hide them. None: nobody writes any, or that person had no calls.
[[nodiscard]] QCoro::Task<Result<QList<RecordedCall>>> readRecordedCalls(FirestoreContext context, RecordsQuestion question,
                                                                         std::stop_token stop);

} // namespace callcard
