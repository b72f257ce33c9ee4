#include "scenarios.h"

#include <algorithm>

namespace callcard::testing {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Json kCustomer = {{"from", "+13035550187"}, {"name", "MARCUS HALE"}};
const Json kDialled = {{"direction", "outbound"}, {"to", "+13035550187"}};
const Json kNothing = Json::object();

Scenario::Move move(const char *verb, std::optional<CallState> state = {}, Json arguments = kNothing)
{
    return {.verb = verb, .arguments = std::move(arguments), .state = state};
}

/// Time goes by: seconds of talk, of ringing, of a message being left.
Scenario::Move wait(int seconds)
{
    return {.verb = {}, .arguments = {{"seconds", seconds}}};
}

Json with(Json start, const Json &more)
{
    start.update(more);
    return start;
}

} // namespace

const QList<Scenario> &scenarios()
{
    constexpr auto kInbound = CallDirection::Inbound;
    constexpr auto kOutbound = CallDirection::Outbound;
    static const QList<Scenario> all{
        {u"answered"_s,
         kCustomer,
         {wait(4), move("answer", CallState::Active), wait(30), move("end")},
         {.direction = kInbound, .reason = EndReason::HungUp, .answered = true, .talk = 30s}},
        {u"held"_s,
         kCustomer,
         {move("answer", CallState::Active), wait(10), move("hold", CallState::Held), wait(20), move("unhold", CallState::Active), wait(5),
          move("end")},
         {.direction = kInbound, .reason = EndReason::HungUp, .answered = true, .talk = 15s}},
        {u"caller gave up"_s, kCustomer, {wait(8), move("giveup")}, {.direction = kInbound, .reason = EndReason::Missed}},
        {u"rang out"_s, kCustomer, {wait(25), move("miss")}, {.direction = kInbound, .reason = EndReason::Missed}},
        {u"declined"_s,
         kCustomer,
         {wait(2), move("decline", {}, {{"voicemail", false}})},
         {.direction = kInbound, .reason = EndReason::Declined}},
        {u"voicemail"_s,
         kCustomer,
         {wait(15), move("voicemail", {}, {{"seconds", 10}}), wait(12)},
         {.direction = kInbound, .reason = EndReason::Voicemail}},
        {u"withheld"_s,
         {{"withheld", true}},
         {move("answer", CallState::Active), wait(5), move("end")},
         {.direction = kInbound, .reason = EndReason::HungUp, .answered = true, .withheld = true, .talk = 5s}},
        {u"from a colleague"_s,
         {{"from", "102"}, {"name", "Theo Marsh"}},
         {move("answer", CallState::Active), wait(5), move("end")},
         {.direction = kInbound, .reason = EndReason::HungUp, .answered = true, .internal = true, .talk = 5s}},
        {u"blind transfer"_s,
         kCustomer,
         {move("answer", CallState::Active), wait(10), move("transfer", {}, {{"to", "rep-2"}})},
         {.direction = kInbound, .reason = EndReason::Transferred, .answered = true}},
        {u"attended transfer"_s,
         kCustomer,
         {move("answer", CallState::Active), wait(10), move("transfer", {}, {{"to", "rep-2"}, {"attended", true}})},
         {.direction = kInbound, .reason = EndReason::Transferred, .answered = true}},
        {u"queue, taken by me"_s,
         with(kCustomer, {{"line", "line-main"}}),
         {wait(3), move("answer", CallState::Active, {{"rep", "rep-1"}}), wait(7), move("end")},
         {.direction = kInbound, .reason = EndReason::HungUp, .answered = true, .talk = 7s}},
        {u"queue, taken by a colleague"_s,
         with(kCustomer, {{"line", "line-main"}}),
         {wait(3), move("answer", {}, {{"rep", "rep-2"}}), wait(7), move("end")},
         {.direction = kInbound, .reason = EndReason::AnsweredElsewhere}},
        {u"dialled, answered"_s,
         kDialled,
         {wait(5), move("answer", CallState::Active), wait(40), move("end")},
         {.direction = kOutbound, .reason = EndReason::HungUp, .answered = true, .talk = 40s}},
        {u"dialled, no answer"_s, kDialled, {wait(25), move("miss")}, {.direction = kOutbound, .reason = EndReason::HungUp}},
        {u"dialled, busy"_s, kDialled, {wait(2), move("fail", {}, {{"how", "busy"}})}, {.direction = kOutbound, .reason = EndReason::Busy}},
        {u"dialled, failed"_s,
         kDialled,
         {wait(2), move("fail", {}, {{"how", "failed"}})},
         {.direction = kOutbound, .reason = EndReason::Failed}},
    };
    return all;
}

const Scenario &scenario(const QString &name)
{
    const auto found = std::find_if(scenarios().begin(), scenarios().end(), [&](const Scenario &one) { return one.name == name; });
    if (found == scenarios().end())
        qFatal("there is no scenario %s", qPrintable(name));
    return *found;
}

} // namespace callcard::testing
