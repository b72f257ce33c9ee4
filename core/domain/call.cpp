#include <callcard/call.h>

#include <array>

namespace callcard {

namespace {

template <typename Value>
struct Word {
    Value value;
    QStringView name;
};

constexpr std::array kStates{
    Word<CallState>{CallState::Ringing, u"ringing"},
    Word<CallState>{CallState::Active, u"active"},
    Word<CallState>{CallState::Held, u"held"},
    Word<CallState>{CallState::Ended, u"ended"},
};
constexpr std::array kDirections{
    Word<CallDirection>{CallDirection::Inbound, u"Inbound"},
    Word<CallDirection>{CallDirection::Outbound, u"Outbound"},
};
constexpr std::array kReasons{
    Word<EndReason>{EndReason::None, u""},
    Word<EndReason>{EndReason::HungUp, u"hung-up"},
    Word<EndReason>{EndReason::AnsweredElsewhere, u"answered-elsewhere"},
    Word<EndReason>{EndReason::Missed, u"missed"},
    Word<EndReason>{EndReason::Busy, u"busy"},
    Word<EndReason>{EndReason::Declined, u"declined"},
    Word<EndReason>{EndReason::Voicemail, u"voicemail"},
    Word<EndReason>{EndReason::Failed, u"failed"},
    Word<EndReason>{EndReason::Transferred, u"transferred"},
    Word<EndReason>{EndReason::Unknown, u"unknown"},
};

template <typename Words, typename Value>
QString nameOf(const Words &words, Value value)
{
    for (const auto &word : words) {
        if (word.value == value)
            return word.name.toString();
    }
    Q_UNREACHABLE();
}

template <typename Words>
auto valueOf(const Words &words, QStringView name) -> std::optional<decltype(words[0].value)>
{
    for (const auto &word : words) {
        if (word.name.compare(name, Qt::CaseInsensitive) == 0)
            return word.value;
    }
    return std::nullopt;
}

} // namespace

QString callStateName(CallState state)
{
    return nameOf(kStates, state);
}

QString callDirectionName(CallDirection direction)
{
    return nameOf(kDirections, direction);
}

QString endReasonName(EndReason reason)
{
    return nameOf(kReasons, reason);
}

std::optional<CallState> callStateFromName(QStringView name)
{
    return valueOf(kStates, name);
}

std::optional<CallDirection> callDirectionFromName(QStringView name)
{
    return valueOf(kDirections, name);
}

std::optional<EndReason> endReasonFromName(QStringView name)
{
    return valueOf(kReasons, name);
}

} // namespace callcard
