#include "control/control.h"
#include "control/describe.h"

#include "civil.h"
#include "jsontext.h"
#include "world/world.h"

#include <algorithm>
#include <stdexcept>

namespace callcard::demo {

using Json = nlohmann::json;

namespace {

CallNumber callAt(const Json &arguments, const World &world)
{
    const std::string text = textAt(arguments, "call");
    if (text.empty()) { // the newest live one: what a person at a shell means
        const auto live = world.liveCalls();
        if (live.empty())
            throw std::invalid_argument("no call is live; say which with \"call\"");
        return live.back()->id;
    }
    const auto id = callOfSid(text).value_or(callOfSession(text).value_or(integerAt(arguments, "call", -1)));
    if (!world.call(id))
        throw std::invalid_argument("there is no call " + text);
    return id;
}

Json moved(const World &world, CallNumber id, Moved how)
{
    if (how == Moved::WrongState)
        throw std::invalid_argument(std::string("the call is ") + word(world.call(id)->state) + ", that does not fit");
    if (how == Moved::NoSuchCall)
        throw std::invalid_argument("there is no such call");
    return {{"call", described(*world.call(id))}};
}

NewCall newCall(const Json &arguments, const World &world)
{
    NewCall call;
    const std::string direction = textAt(arguments, "direction", "inbound");
    call.direction = direction == "outbound" || direction == "Outbound" ? Direction::Outbound : Direction::Inbound;
    call.customerId = textAt(arguments, "customer");
    call.number = textAt(arguments, "from", textAt(arguments, "to", textAt(arguments, "number")));
    call.callerName = textAt(arguments, "name");
    call.isWithheld = flagAt(arguments, "withheld");
    call.lineId = textAt(arguments, "line");
    call.repId = textAt(arguments, "rep");
    if (arguments.contains("metadata"))
        call.metadata = dumped(arguments["metadata"]);
    call.ringAtOnce = flagAt(arguments, "ring", true);
    if (!call.customerId.empty() && !world.customer(call.customerId))
        throw std::invalid_argument("there is no customer " + call.customerId);
    if (!call.lineId.empty() && !world.line(call.lineId)) {
        const Line *byNumber = world.lineByNumber(call.lineId);
        if (!byNumber)
            throw std::invalid_argument("there is no line " + call.lineId);
        call.lineId = byNumber->id;
    }
    if (!call.repId.empty() && !world.rep(call.repId)) {
        const Rep *byEmail = world.repByEmail(call.repId);
        if (!byEmail)
            throw std::invalid_argument("there is no rep " + call.repId);
        call.repId = byEmail->id;
    }
    if (call.customerId.empty() && call.number.empty() && !call.isWithheld)
        call.customerId = "customer-1";
    // Carriers send names in capitals; "name": "" is a caller without one.
    if (const Customer *customer = world.customer(call.customerId); customer && !arguments.contains("name") && !call.isWithheld) {
        for (const char c : customer->name())
            call.callerName += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    return call;
}

void edit(WorldCall &call, const Json &change)
{
    call.notes = textAt(change, "notes", call.notes);
    call.disposition = textAt(change, "disposition", call.disposition);
    call.rating = textAt(change, "rating", call.rating);
    call.voicemailText = textAt(change, "transcription", call.voicemailText);
    call.callerName = textAt(change, "name", call.callerName);
    call.isRecorded = flagAt(change, "recorded", call.isRecorded);
    call.isDeleted = flagAt(change, "deleted", call.isDeleted);
    call.isArchived = flagAt(change, "archived", call.isArchived);
    call.talkSeconds = static_cast<int>(std::clamp<std::int64_t>(integerAt(change, "talkSeconds", call.talkSeconds), 0, 1'000'000));
    call.holdSeconds = static_cast<int>(std::clamp<std::int64_t>(integerAt(change, "holdSeconds", call.holdSeconds), 0, 1'000'000));
    if (const std::string at = textAt(change, "userTime"); !at.empty()) {
        const auto time = parseIsoTime(at);
        if (!time)
            throw std::invalid_argument("userTime is a moment like 2026-03-04T17:20:11Z");
        call.userTime = *time;
    }
}

CallEnd failure(const std::string &how)
{
    for (const CallEnd end : {CallEnd::Busy, CallEnd::Failed, CallEnd::Blocked, CallEnd::Restricted}) {
        if (how == word(end))
            return end;
    }
    throw std::invalid_argument("how: busy, failed, blocked or restricted");
}

} // namespace

void addCallVerbs(Control &control, World &world, DemoClock &)
{
    control.add("call.start",
                "customer | from/to + name | withheld; line, rep, direction (inbound), ring (true), metadata (of a dialer link): a call "
                "begins; returns call.id",
                [&world](const Json &args) -> Json {
                    return {{"call", described(world.startCall(newCall(args, world)))}};
                });
    const auto mover = [&](const char *name, const char *help, auto move) {
        control.add(name, help, [&world, move](const Json &args) -> Json {
            const CallNumber id = callAt(args, world);
            return moved(world, id, move(id, args));
        });
    };
    mover("call.ring", "from set up to ringing", [&world](CallNumber id, const Json &) { return world.ring(id); });
    mover("call.answer", "rep: picks up (inbound), or the other side does (outbound)",
          [&world](CallNumber id, const Json &args) { return world.answer(id, textAt(args, "rep")); });
    mover("call.hold", "on hold", [&world](CallNumber id, const Json &) { return world.hold(id); });
    mover("call.unhold", "back from hold", [&world](CallNumber id, const Json &) { return world.unhold(id); });
    mover("call.mute", "muted (true)", [&world](CallNumber id, const Json &args) { return world.mute(id, flagAt(args, "muted", true)); });
    mover("call.end", "hangs up; before the answer: the caller gives up",
          [&world](CallNumber id, const Json &args) { return world.hangUp(id, textAt(args, "reason")); });
    mover("call.giveup", "the calling side gives up before the answer", [&world](CallNumber id, const Json &) { return world.giveUp(id); });
    mover("call.miss", "rings out", [&world](CallNumber id, const Json &) { return world.rangOut(id); });
    mover("call.decline", "rep, voicemail (true): this rep refuses",
          [&world](CallNumber id, const Json &args) { return world.decline(id, textAt(args, "rep"), flagAt(args, "voicemail", true)); });
    mover("call.voicemail", "seconds (10), transcription: a message is being left", [&world](CallNumber id, const Json &args) {
        return world.sendToVoicemail(id, static_cast<int>(std::clamp<std::int64_t>(integerAt(args, "seconds", 10), 0, 600)),
                                     textAt(args, "transcription"));
    });
    mover("call.fail", "how: busy, failed, blocked, restricted",
          [&world](CallNumber id, const Json &args) { return world.fail(id, failure(textAt(args, "how", "failed"))); });
    mover("call.transfer", "to: a rep; attended (false); or number: out of the house", [&world](CallNumber id, const Json &args) {
        if (const std::string number = textAt(args, "number"); !number.empty())
            return world.transferOut(id, number);
        const std::string to = textAt(args, "to", "rep-2");
        return flagAt(args, "attended") ? world.transferAttended(id, to) : world.transferBlind(id, to);
    });
    control.add("call.edit",
                "call; notes, disposition, rating, transcription, recorded, archived, deleted, userTime, talkSeconds, holdSeconds, name",
                [&world](const Json &args) -> Json {
                    const CallNumber id = callAt(args, world);
                    world.editCall(id, [&](WorldCall &call) { edit(call, args); });
                    return {{"call", described(*world.call(id))}};
                });
    control.add("call.get", "call", [&world](const Json &args) -> Json { return {{"call", described(*world.call(callAt(args, world)))}}; });
    control.add("calls", "live (false), rep, limit (50): newest last", [&world](const Json &args) -> Json {
        const bool onlyLive = flagAt(args, "live");
        const std::string rep = textAt(args, "rep");
        const auto limit = static_cast<std::size_t>(std::clamp<std::int64_t>(integerAt(args, "limit", 50), 1, 10'000));
        Json rows = Json::array();
        for (auto call = world.calls().rbegin(); call != world.calls().rend() && rows.size() < limit; ++call) {
            if ((!onlyLive || call->isLive()) && (rep.empty() || call->repId == rep))
                rows.push_back(described(*call));
        }
        std::reverse(rows.begin(), rows.end());
        return {{"calls", rows}, {"total", world.calls().size()}};
    });
}

} // namespace callcard::demo
