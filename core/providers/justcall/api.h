#pragma once

#include "wire.h"

#include <callcard/justcall.h>

/// JustCall's API as typed questions. What the answers look like is known to apiwire.cpp alone.
namespace callcard::justcall {

inline constexpr int kRowsAPage = 100;

/// How much of the account's budget is left, 0 to 1, where the answer says so.
struct BudgetLeft {
    std::optional<double> hour{};
    std::optional<double> minute{};
};

/// A row that made no sense.
struct UnreadableRow {
    int place{}; ///< On the page, from 0.
    QByteArray text{};
};

template <typename Row>
struct Listed {
    QList<Row> rows{};
    Page page{};
    QList<UnreadableRow> unreadable{}; ///< Only where the question allows it.
    BudgetLeft budget{};
    std::optional<QDateTime> serverTime{};
};

/// Bounds are written as if UTC and read by JustCall in some zone: ask for more and filter.
struct CallQuery {
    using Row = CallRow;
    QDateTime from{};
    QDateTime to{}; ///< Invalid: until now.
    QString agentId{};
    bool newestFirst{};
    bool skipsUnreadable{};
    bool keepsRaw{};
    int page{};
    int perPage{kRowsAPage};
    QString region{};
};
struct TextQuery {
    using Row = TextRow;
    QDateTime from{};
    QDateTime to{};
    QString contactNumber{}; ///< E.164
    bool onlySent{};
    bool newestFirst{};
    bool skipsUnreadable{};
    bool keepsRaw{};
    int page{};
    int perPage{kRowsAPage};
    QString region{};
};
[[nodiscard]] QCoro::Task<Result<Listed<CallRow>>> fetchPage(JustCallContext context, CallQuery query, std::stop_token stop);
[[nodiscard]] QCoro::Task<Result<Listed<TextRow>>> fetchPage(JustCallContext context, TextQuery query, std::stop_token stop);

/// Every agent with that address, whatever its letters' case; all of them for an empty one.
[[nodiscard]] QCoro::Task<Result<QList<UserRow>>> fetchUsers(JustCallContext context, QString email, std::stop_token stop);
/// By SID or id. Nothing when JustCall does not know it.
[[nodiscard]] QCoro::Task<Result<std::optional<CallRow>>> fetchCall(JustCallContext context, QString id, std::stop_token stop);

/// What changes of a call; what is not set stays.
struct CallChange {
    std::optional<QString> notes{}; ///< Replaces.
    std::optional<QString> disposition{};
    std::optional<double> rating{};
    [[nodiscard]] bool isEmpty() const { return !notes && !disposition && !rating; }
    bool operator==(const CallChange &) const = default;
};
[[nodiscard]] QCoro::Task<Result<>> changeCall(JustCallContext context, QString id, CallChange change, std::stop_token stop);

/// Posts it, once. An error of any kind but RateLimited, Refused and SignInNeeded may hide a success.
[[nodiscard]] QCoro::Task<Result<TextRow>> postText(JustCallContext context, QString fromNumber, QString toNumber, QString body,
                                                    std::stop_token stop);

struct ContactRow {
    SourceRecord record{};
    QString agentId{};
    QString refusal{}; ///< Why nobody can be made of it, a word of RefusedRecord; the record has its id alone then.
};
struct ContactQuery {
    int page{};
    int perPage{500};
    QString region{};
};
[[nodiscard]] QCoro::Task<Result<Listed<ContactRow>>> fetchContacts(JustCallContext context, ContactQuery query, std::stop_token stop);

} // namespace callcard::justcall
