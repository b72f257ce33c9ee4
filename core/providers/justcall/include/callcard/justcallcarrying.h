#pragma once

#include <callcard/justcall.h>

/// JustCall's rows for whoever holds the account's key and carries each agent's own rows on.
namespace callcard::justcall {

/// A row as JustCall wrote it, and what tells whose it is.
struct CarriedRow {
    QString id{};
    QString agentId{};
    QString agentEmail{};
    CallDirection direction{};
    std::chrono::seconds talkTime{}; ///< Of a call.
    QDateTime start{};               ///< UTC
    QDateTime userStart{};           ///< By the agent's calendar, written as if UTC.
    QByteArray json{};
};

/// Everybody's calls of the span, or an error: one question, however many agents are waiting for an answer.
[[nodiscard]] QCoro::Task<Result<QList<CarriedRow>>> carriedCalls(JustCallContext context, Span span, std::stop_token stop);
[[nodiscard]] QCoro::Task<Result<QList<CarriedRow>>> carriedTexts(JustCallContext context, Span span, std::stop_token stop);

/// What began since then, for whoever has the rest: the newest rows first, only as far back as needed.
[[nodiscard]] QCoro::Task<Result<QList<CarriedRow>>> newerCalls(JustCallContext context, QDateTime since, std::stop_token stop);
[[nodiscard]] QCoro::Task<Result<QList<CarriedRow>>> newerTexts(JustCallContext context, QDateTime since, std::stop_token stop);

} // namespace callcard::justcall
