// How a live call ends: hung up, given up, declined, into voicemail, rung out, failed.
#include "world/parties.h"
#include "world/world.h"

#include <algorithm>

namespace callcard::demo {

using namespace std::chrono;

Moved World::hangUp(CallNumber id, std::string reason)
{
    WorldCall *call = mutableCall(id);
    if (!call)
        return Moved::NoSuchCall;
    if (call->state == CallState::Voicemail)
        return voicemailLeft(id);
    if (call->state == CallState::Ringing)
        return giveUp(id);
    if (!call->isLive())
        return Moved::WrongState;
    finish(*call, CallEnd::Answered, reason, false);
    return Moved::Yes;
}

Moved World::giveUp(CallNumber id)
{
    WorldCall *call = mutableCall(id);
    if (!call)
        return Moved::NoSuchCall;
    if (call->state != CallState::Ringing)
        return Moved::WrongState;
    const bool inbound = call->direction == Direction::Inbound;
    const bool rang =
        std::any_of(call->steps.begin(), call->steps.end(), [](const CallStep &s) { return s.state == PartyState::Proceeding; });
    const CallEnd end = !inbound ? CallEnd::Cancelled : rang ? CallEnd::Missed : CallEnd::Abandoned;
    finish(*call, end, "Cancelled", inbound && rang);
    return Moved::Yes;
}

Moved World::decline(CallNumber id, std::string_view repId, bool toVoicemail)
{
    WorldCall *call = mutableCall(id);
    if (!call)
        return Moved::NoSuchCall;
    const auto ours = repParty(*call, rings, repId);
    if (call->state != CallState::Ringing || call->direction != Direction::Inbound || !ours)
        return Moved::WrongState;
    const auto ringing = std::count_if(call->parties.begin(), call->parties.end(),
                                       [](const Party &party) { return party.kind == Party::Kind::Rep && rings(party); });
    if (ringing > 1) {
        leave(*call, *ours, "Rejected", false);
        return Moved::Yes;
    }
    if (toVoicemail)
        return sendToVoicemail(id, 12);
    finish(*call, CallEnd::Declined, "Rejected", true);
    return Moved::Yes;
}

Moved World::sendToVoicemail(CallNumber id, int messageSeconds, std::string transcription)
{
    WorldCall *call = mutableCall(id);
    if (!call)
        return Moved::NoSuchCall;
    const auto ours = repParty(*call, rings);
    if (call->state != CallState::Ringing || call->direction != Direction::Inbound || !ours)
        return Moved::WrongState;
    for (std::size_t i = 0; i < call->parties.size(); ++i) {
        if (i != *ours && call->parties[i].kind == Party::Kind::Rep && rings(call->parties[i]))
            leave(*call, i, "NoAnswer", false);
    }
    call->repId = call->parties[*ours].repId;
    call->state = CallState::Voicemail;
    call->ringSeconds = wholeSeconds(m_clock.now() - call->startedAt);
    call->voicemailText = std::move(transcription);
    call->voicemailSeconds = std::clamp(messageSeconds, 0, 600);
    step(*call, *ours, PartyState::VoiceMail);
    m_running[id].message = m_clock.after(seconds(call->voicemailSeconds), [this, id] { (void)voicemailLeft(id); });
    return Moved::Yes;
}

Moved World::voicemailLeft(CallNumber id)
{
    WorldCall *call = mutableCall(id);
    if (!call)
        return Moved::NoSuchCall;
    if (call->state != CallState::Voicemail)
        return Moved::WrongState;
    finish(*call, call->voicemailSeconds > 0 ? CallEnd::Voicemail : CallEnd::Missed, "Voicemail", true);
    return Moved::Yes;
}

Moved World::rangOut(CallNumber id)
{
    WorldCall *call = mutableCall(id);
    if (!call)
        return Moved::NoSuchCall;
    if (call->state != CallState::Ringing)
        return Moved::WrongState;
    const bool inbound = call->direction == Direction::Inbound;
    finish(*call, inbound ? CallEnd::Missed : CallEnd::Unanswered, "NoAnswer", inbound && !call->answeredAt);
    return Moved::Yes;
}

Moved World::fail(CallNumber id, CallEnd how)
{
    WorldCall *call = mutableCall(id);
    if (!call)
        return Moved::NoSuchCall;
    if (call->state != CallState::Ringing)
        return Moved::WrongState;
    const std::string reason = how == CallEnd::Busy ? "TargetBusy" : how == CallEnd::Failed ? "InternalError" : "DestinationBlocked";
    finish(*call, how, reason, false);
    return Moved::Yes;
}

} // namespace callcard::demo
