#pragma once

#include <callcard/callevent.h>
#include <callcard/callhistory.h>
#include <callcard/message.h>
#include <callcard/result.h>

#include <nlohmann/json_fwd.hpp>

#include <optional>

/// JustCall's JSON in our words. Pure: bytes in, values out. Nothing beyond the wire files knows a field name.
namespace callcard::justcall {

using Json = nlohmann::json;

/// A row of /calls, or what a webhook carries of one.
struct CallRow {
    HistoricCall call{};
    QString agentId{};
    QDateTime userStart{}; ///< What the agent made of the start, in the agent's zone and written as if it were UTC.
    QByteArray raw{};      ///< As it came, where somebody carries it on.
    bool operator==(const CallRow &) const = default;
};

struct TextRow {
    Message message{};
    QString agentId{};
    QDateTime userStart{};
    QByteArray raw{};
    bool operator==(const TextRow &) const = default;
};

[[nodiscard]] Result<CallRow> callRowFrom(const Json &row, const QString &region);
[[nodiscard]] Result<TextRow> textRowFrom(const Json &row, const QString &region);

struct UserRow {
    Agent agent{};
    QList<QString> numbers{}; ///< E.164, own before shared.
    bool operator==(const UserRow &) const = default;
};
[[nodiscard]] Result<UserRow> userRowFrom(const Json &row);

/// One page of a list. Rows are read one by one by whoever asked.
struct Page {
    qsizetype rows{};
    std::optional<qint64> total{}; ///< Of the whole result; contacts tell none.
    bool linksOn{};                ///< Names a next page.
};
[[nodiscard]] Result<Page> pageFrom(const Json &envelope);

/// A single object, under "data", under "data" as a list of one, or bare.
[[nodiscard]] const Json &objectIn(const Json &answer);

/// The type that a webhook's body names, empty where there is none.
[[nodiscard]] QByteArray hookType(QByteArrayView body);

/// "2025-02-04" and "8:25:43", padded or not, the time perhaps already in the date. Written as if UTC.
[[nodiscard]] QDateTime civilTime(const QString &date, const QString &time);
/// "&amp;", "&#39;" and backslashes in front of quotes, undone once.
[[nodiscard]] QString plainText(const QString &text);

} // namespace callcard::justcall
