#include "world/calls.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace callcard::demo {

namespace {

// Ids should look like the providers' (nothing to be read out of them), yet lead back to the call without a table:
// multiplication by an odd number is a bijection on 64 bits.
constexpr std::uint64_t kScatter = 0x9E3779B97F4A7C15;
constexpr std::uint64_t kGather = 0xF1DE83E19937733D;
static_assert(kScatter * kGather == 1);

constexpr std::int64_t kSessionBase = 930'000'000'000;

std::string hex(std::uint64_t value)
{
    std::array<char, 20> text{};
    std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(value));
    return text.data();
}

std::optional<CallNumber> gathered(std::string_view digits)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (error != std::errc() || end != digits.data() + digits.size())
        return {};
    return static_cast<CallNumber>(value * kGather);
}

} // namespace

std::string WorldCall::callSid() const
{
    const auto scattered = static_cast<std::uint64_t>(id) * kScatter;
    return "CA" + hex(scattered) + hex(scattered ^ (scattered >> 29) ^ kGather);
}

std::string WorldCall::sessionId() const
{
    return std::to_string(kSessionBase + id);
}

std::string WorldCall::telephonySessionId() const
{
    return "s-a0d1z" + hex(static_cast<std::uint64_t>(id) * kScatter) + "z0000";
}

const Party *WorldCall::partyOf(const std::string &repId) const
{
    for (auto party = parties.rbegin(); party != parties.rend(); ++party) {
        if (party->kind == Party::Kind::Rep && party->repId == repId)
            return &*party;
    }
    return nullptr;
}

std::optional<CallNumber> callOfSid(const std::string &callSid)
{
    if (callSid.size() != 34 || callSid.compare(0, 2, "CA") != 0)
        return {};
    const auto id = gathered(std::string_view(callSid).substr(2, 16));
    WorldCall call;
    call.id = id.value_or(0);
    return id && call.callSid() == callSid ? id : std::nullopt;
}

std::optional<CallNumber> callOfSession(const std::string &sessionId)
{
    if (sessionId.size() == 28 && sessionId.compare(0, 7, "s-a0d1z") == 0)
        return gathered(std::string_view(sessionId).substr(7, 16));
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(sessionId.data(), sessionId.data() + sessionId.size(), value);
    if (error != std::errc() || end != sessionId.data() + sessionId.size() || value <= kSessionBase)
        return {};
    return value - kSessionBase;
}

const char *word(CallState state)
{
    switch (state) {
    case CallState::Ringing:
        return "ringing";
    case CallState::Active:
        return "active";
    case CallState::Held:
        return "held";
    case CallState::Voicemail:
        return "voicemail";
    case CallState::Ended:
        break;
    }
    return "ended";
}

const char *word(CallEnd end)
{
    switch (end) {
    case CallEnd::None:
        return "none";
    case CallEnd::Answered:
        return "answered";
    case CallEnd::Missed:
        return "missed";
    case CallEnd::Voicemail:
        return "voicemail";
    case CallEnd::Abandoned:
        return "abandoned";
    case CallEnd::Declined:
        return "declined";
    case CallEnd::Unanswered:
        return "unanswered";
    case CallEnd::Cancelled:
        return "cancelled";
    case CallEnd::Busy:
        return "busy";
    case CallEnd::Failed:
        return "failed";
    case CallEnd::Blocked:
        return "blocked";
    case CallEnd::Restricted:
        break;
    }
    return "restricted";
}

const char *word(PartyState state)
{
    switch (state) {
    case PartyState::Setup:
        return "Setup";
    case PartyState::Proceeding:
        return "Proceeding";
    case PartyState::Answered:
        return "Answered";
    case PartyState::Hold:
        return "Hold";
    case PartyState::Parked:
        return "Parked";
    case PartyState::VoiceMail:
        return "VoiceMail";
    case PartyState::Disconnected:
        return "Disconnected";
    case PartyState::Gone:
        break;
    }
    return "Gone";
}

const char *word(Direction direction)
{
    return direction == Direction::Inbound ? "Inbound" : "Outbound";
}

} // namespace callcard::demo
