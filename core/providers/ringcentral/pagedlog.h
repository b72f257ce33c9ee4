#pragma once

#include "restwire.h"

namespace callcard::ringcentral {

/// Whose call log, and what of it.
struct LogQuestion {
    QString path{}; ///< Below the account: "/extension/~/call-log".
    Self self{};
    QString only{}; ///< Of an account's log: the one extension that is meant.
    Span span{};
};

/// Every record that began in the span, whole or an error. A record that comes twice counts once; one whose page moved while
/// we read is not missed, because each page is asked for by the time at which the one before it ended.
[[nodiscard]] QCoro::Task<Result<QList<HistoricCall>>> readCallLog(RingCentralContext context, LogQuestion question, std::stop_token stop);

/// The same for the texts of one extension: `path` is "/extension/~/message-store".
[[nodiscard]] QCoro::Task<Result<QList<Message>>> readTexts(RingCentralContext context, LogQuestion question, std::stop_token stop);

/// A record appears up to so long after its call ended.
constexpr std::chrono::seconds kLogLag{30};
/// Nothing older is asked for.
constexpr std::chrono::days kLogReach{90};

} // namespace callcard::ringcentral
