#include "remarkwire.h"

#include <wire/wirejson.h>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype kLongestNote = 20'000;
constexpr qsizetype kMostEarlier = 8;
} // namespace

OutboxItem justCallItem(const CallRemark &remark)
{
    wire::Json json{{"call", remark.callSid.toStdString()}, {"before", wire::Json::array()}};
    for (const QString &before : remark.notesBefore.last(std::min(remark.notesBefore.size(), kMostEarlier)))
        json["before"].push_back(before.left(kLongestNote).toStdString());
    if (remark.endedAt.isValid())
        json["ended"] = remark.endedAt.toSecsSinceEpoch();
    if (remark.notes)
        json["notes"] = remark.notes->left(kLongestNote).toStdString();
    if (remark.disposition)
        json["disposition"] = remark.disposition->left(512).toStdString();
    if (remark.rating)
        json["halves"] = qRound(*remark.rating * 2);
    return {.key = u"calls/"_s + remark.callSid, .payload = wire::dump(json)};
}

namespace justcall {

QString joinedNotes(const QString &theirs, const QStringList &before, const QString &ours)
{
    const auto isTail = [&theirs](const QString &tail) { return !tail.isEmpty() && theirs.endsWith(QString(u'\n' + tail)); };
    if (theirs.isEmpty() || theirs == ours || before.contains(theirs) || (!ours.isEmpty() && ours.startsWith(theirs)))
        return ours;
    if (isTail(ours))
        return theirs;
    qsizetype stale = 0; // of the ends that are ours the longest: a note may have several lines
    for (const QString &earlier : before) {
        if (isTail(earlier))
            stale = std::max(stale, earlier.size() + 1);
    }
    const QString kept = theirs.chopped(stale);
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
    for (const wire::Json &before : wire::member(*json, "before")) {
        if (before.is_string() && remark.notesBefore.size() < kMostEarlier)
            remark.notesBefore.append(QString::fromStdString(before.get_ref<const std::string &>()).left(kLongestNote));
    }
    if (const auto ended = wire::integer(*json, "ended"))
        remark.endedAt = QDateTime::fromSecsSinceEpoch(*ended, Qt::UTC);
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
