#include "synccursor.h"

#include <wire/wirejson.h>

#include <algorithm>

namespace callcard::firestore {

using wire::Json;

namespace {

Json idsJson(const QStringList &ids)
{
    Json json = Json::array();
    for (const QString &id : ids)
        json.push_back(id.toStdString());
    return json;
}

QStringList idsIn(const Json &json, const char *key)
{
    QStringList ids;
    for (const Json &id : wire::array(json, key))
        ids.append(wire::asText(id, 1500));
    return ids;
}

} // namespace

QByteArray cursorText(const SyncCursor &cursor)
{
    return wire::dump({{"v", 1},
                       {"listed", cursor.listed},
                       {"step", cursor.step},
                       {"after", cursor.after.toStdString()},
                       {"afterStamp", cursor.afterStamp},
                       {"since", cursor.since},
                       {"newest", cursor.newest},
                       {"listedAt", cursor.listedAt},
                       {"pages", cursor.pages},
                       {"known", idsJson(cursor.known)},
                       {"seen", idsJson(cursor.seen)}});
}

std::optional<SyncCursor> cursorFrom(const QByteArray &text)
{
    const auto json = wire::parse(text);
    if (!json || wire::integer(*json, "v") != 1)
        return std::nullopt;
    const auto whole = [&](const char *key) { return wire::integer(*json, key).value_or(0); };
    return SyncCursor{.listed = wire::flag(*json, "listed"),
                      .step = static_cast<int>(std::clamp<qint64>(whole("step"), 0, 100)),
                      .after = wire::text(*json, "after"),
                      .afterStamp = whole("afterStamp"),
                      .since = whole("since"),
                      .newest = whole("newest"),
                      .listedAt = whole("listedAt"),
                      .pages = static_cast<int>(std::clamp<qint64>(whole("pages"), 0, 1'000'000)),
                      .known = idsIn(*json, "known"),
                      .seen = idsIn(*json, "seen")};
}

} // namespace callcard::firestore
