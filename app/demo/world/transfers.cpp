#include "world/parties.h"
#include "world/world.h"

namespace callcard::demo {

Moved World::handOver(CallNumber id, std::string_view toRepId, bool isAgreed)
{
    WorldCall *call = mutableCall(id);
    const Rep *to = rep(toRepId);
    if (!call)
        return Moved::NoSuchCall;
    const auto ours = repParty(*call, talks);
    if (!ours || !to || call->parties[*ours].repId == to->id)
        return Moved::WrongState;
    countTime(*call);
    call->state = isAgreed ? CallState::Active : CallState::Ringing;
    call->isTransferred = true;
    call->repId = to->id;
    leave(*call, *ours, isAgreed ? "AttendedTransfer" : "BlindTransfer", false);
    const auto theirs = ringRep(*call, *to, {}, !isAgreed);
    if (isAgreed)
        step(*call, theirs, PartyState::Answered);
    return Moved::Yes;
}

Moved World::transferBlind(CallNumber id, std::string_view toRepId)
{
    return handOver(id, toRepId, false);
}

Moved World::transferAttended(CallNumber id, std::string_view toRepId)
{
    return handOver(id, toRepId, true);
}

Moved World::flip(CallNumber id)
{
    WorldCall *call = mutableCall(id);
    if (!call)
        return Moved::NoSuchCall;
    const auto ours = repParty(*call, talks);
    const Rep *whose = ours ? rep(call->parties[*ours].repId) : nullptr;
    if (!whose || call->parties[*ours].state != PartyState::Answered)
        return Moved::WrongState;
    const auto theirs = ringRep(*call, *whose, {}, false); // first: the rep is never without the call
    step(*call, theirs, PartyState::Answered);
    leave(*call, *ours, "CallFlip", false);
    return Moved::Yes;
}

Moved World::transferOut(CallNumber id, const std::string &number)
{
    WorldCall *call = mutableCall(id);
    if (!call)
        return Moved::NoSuchCall;
    if (!repParty(*call, talks) || number.empty())
        return Moved::WrongState;
    call->isTransferred = true;
    finish(*call, CallEnd::Answered, "BlindTransfer", false);
    return Moved::Yes;
}

} // namespace callcard::demo
