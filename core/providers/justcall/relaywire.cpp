#include "wire.h"

#include <callcard/justcallrows.h>

#include <wire/wirejson.h>

namespace callcard::justcall {

using namespace Qt::Literals::StringLiterals;
using wire::member;

namespace {

constexpr std::size_t kMostRows = 100'000;

/// The list, if it is one and if it is whole.
Result<Json> wholeList(QByteArrayView body, const char *key)
{
    Result<Json> json = wire::parse(body, 16);
    if (!json)
        return tl::unexpected(json.error());
    if (wire::text(*json, "status", 32).compare("success"_L1, Qt::CaseInsensitive) != 0 || !wire::flag(*json, "complete"))
        return failure(ErrorKind::ServerFault, u"the relay could not read everything from JustCall"_s);
    const Json &rows = member(*json, key);
    if (!rows.is_array() || rows.size() > kMostRows)
        return failure(ErrorKind::BadPayload, u"JustCall's rows without a list, or with too long a one"_s);
    return rows;
}

} // namespace

Result<QList<RelayedCall>> relayedCalls(QByteArrayView body, const QString &region)
{
    const Result<Json> rows = wholeList(body, "calls");
    if (!rows)
        return tl::unexpected(rows.error());
    QList<RelayedCall> calls;
    for (const Json &json : *rows) {
        const Result<CallRow> row = callRowFrom(json, region);
        if (!row || row->call.rowId.isEmpty() || !row->call.event.time.isValid())
            return failure(ErrorKind::BadPayload, u"a relayed call without id, time or direction"_s);
        calls.append({.call = row->call, .userStart = row->userStart});
    }
    return calls;
}

Result<QList<RelayedText>> relayedTexts(QByteArrayView body, const QString &region)
{
    const Result<Json> rows = wholeList(body, "texts");
    if (!rows)
        return tl::unexpected(rows.error());
    QList<RelayedText> texts;
    for (const Json &json : *rows) {
        const Result<TextRow> row = textRowFrom(json, region);
        if (!row)
            return tl::unexpected(row.error());
        texts.append({.message = row->message, .userStart = row->userStart});
    }
    return texts;
}

} // namespace callcard::justcall
