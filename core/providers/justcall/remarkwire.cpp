#include "remarkwire.h"

#include <wire/wirejson.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype kLongestNote = 20'000;
}

OutboxItem justCallItem(const CallRemark &remark)
{
    wire::Json json{{"call", remark.callSid.toStdString()}, {"before", remark.notesBefore.left(kLongestNote).toStdString()}};
    if (remark.notes)
        json["notes"] = remark.notes->left(kLongestNote).toStdString();
    if (remark.disposition)
        json["disposition"] = remark.disposition->left(512).toStdString();
    if (remark.rating)
        json["halves"] = qRound(*remark.rating * 2);
    return {.key = u"calls/"_s + remark.callSid, .payload = wire::dump(json)};
}

namespace justcall {

QString joinedNotes(const QString &theirs, const QString &before, const QString &ours)
{
    const auto isTail = [&theirs](const QString &tail) { return !tail.isEmpty() && theirs.endsWith(QString(u'\n' + tail)); };
    if (theirs.isEmpty() || theirs == ours || theirs == before || (!ours.isEmpty() && ours.startsWith(theirs)))
        return ours;
    if (isTail(ours))
        return theirs;
    const QString kept = isTail(before) ? theirs.chopped(before.size() + 1) : theirs;
    return ours.isEmpty() ? kept : QString(kept + u'\n' + ours);
}

Result<CallRemark> remarkFrom(const QByteArray &payload)
{
    const Result<wire::Json> json = wire::parse(payload, 4);
    if (!json)
        return tl::unexpected(json.error());
    CallRemark remark{.callSid = wire::text(*json, "call", 128)};
    if (remark.callSid.isEmpty())
        return failure(ErrorKind::BadPayload, u"a remark about no call"_s);
    remark.notesBefore = wire::text(*json, "before", kLongestNote);
    if (wire::member(*json, "notes").is_string())
        remark.notes = wire::text(*json, "notes", kLongestNote);
    if (wire::member(*json, "disposition").is_string())
        remark.disposition = wire::text(*json, "disposition", 512);
    if (const auto halves = wire::integer(*json, "halves"))
        remark.rating = static_cast<double>(std::clamp<qint64>(*halves, 0, 10)) / 2;
    return remark;
}

} // namespace justcall
} // namespace callcard
