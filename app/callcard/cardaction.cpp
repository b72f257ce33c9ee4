#include "cardaction.h"

#include <array>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr std::array<std::pair<CallAction, QLatin1StringView>, 9> kNames{{
    {CallAction::Ignore, "ignore"_L1},
    {CallAction::SendToVoicemail, "send-to-voicemail"_L1},
    {CallAction::AnswerOnDevice, "answer-on-device"_L1},
    {CallAction::HangUp, "hang-up"_L1},
    {CallAction::Hold, "hold"_L1},
    {CallAction::Resume, "resume"_L1},
    {CallAction::Transfer, "transfer"_L1},
    {CallAction::StartRecording, "start-recording"_L1},
    {CallAction::StopRecording, "stop-recording"_L1},
}};
} // namespace

QString callActionName(CallAction action)
{
    for (const auto &[known, name] : kNames) {
        if (known == action)
            return name;
    }
    Q_UNREACHABLE();
}

std::optional<CallAction> callActionFromName(const QString &name)
{
    for (const auto &[action, known] : kNames) {
        if (known == name)
            return action;
    }
    return std::nullopt;
}

QList<CallAction> actionsNow(const Call &call, bool recording)
{
    switch (call.state) {
    case CallState::Ringing:
        if (call.direction == CallDirection::Outbound)
            return {};
        return {CallAction::Ignore, CallAction::SendToVoicemail, CallAction::AnswerOnDevice};
    case CallState::Active:
        return {CallAction::Hold, CallAction::Transfer, recording ? CallAction::StopRecording : CallAction::StartRecording,
                CallAction::HangUp};
    case CallState::Held:
        return {CallAction::Resume, CallAction::Transfer, CallAction::HangUp};
    case CallState::Ended:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace callcard
