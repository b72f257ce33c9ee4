// The past: for every rep and working day a sequence of calls, one at a time, settled. A day is made from the seed, the rep
// and the date alone, so that the same day looks the same whenever the cloud is started.
#include "civil.h"
#include "world/words.h"
#include "world/worldbuilder.h"

#include <algorithm>
#include <numeric>

namespace callcard::demo {

using namespace std::chrono;

namespace {

/// The items in the order of their time, with ids from `first` on.
template <typename Item, typename Time>
void intoOrder(std::vector<Item> &items, std::deque<Item> &target, std::int64_t first, Time time)
{
    std::vector<std::uint32_t> order(items.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return time(items[a]) < time(items[b]); });
    for (const std::uint32_t index : order) {
        target.push_back(std::move(items[index]));
        target.back().id = first++;
    }
}

} // namespace

WorldBuilder::WorldBuilder(World &world, const WorldOptions &options)
    : m_world(world)
    , m_options(options)
    , m_isLarge(options.customers > kMostAtHome)
    , m_now(world.m_clock.now())
    , m_pool(m_isLarge ? places().size() : homePlaces())
    , m_random(options.seed, 1)
{
}

void WorldBuilder::build()
{
    buildCompany();
    buildCustomers();
    buildHistory();
}

void WorldBuilder::buildHistory()
{
    std::vector<WorldCall> calls;
    std::vector<WorldText> texts;
    const auto today = floor<days>(m_now);
    for (auto day = today - days(std::clamp(m_options.days, 0, 800)); day <= today + days(1); day += days(1)) {
        for (const Rep &rep : m_world.m_reps)
            buildDay(rep, day, calls, texts);
    }
    intoOrder(calls, m_world.m_calls, kCalls, [](const WorldCall &call) { return call.startedAt; });
    intoOrder(texts, m_world.m_texts, kTexts, [](const WorldText &text) { return text.at; });
}

void WorldBuilder::buildDay(const Rep &rep, sys_days day, std::vector<WorldCall> &calls, std::vector<WorldText> &texts)
{
    Random random(m_options.seed, static_cast<std::uint64_t>(day.time_since_epoch().count()) * 64 +
                                      static_cast<std::uint64_t>(&rep - m_world.m_reps.data()));
    const weekday name(day);
    const bool isWeekend = name == Saturday || name == Sunday;
    if (isWeekend && !random.chance(15))
        return;
    int wanted = m_options.callsPerDay * random.between(70, 130) / 100;
    if (rep.role != "sales")
        wanted /= 3;
    if (isWeekend)
        wanted /= 8;
    const year_month_day date(day);
    const Civil opening{static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                        static_cast<int>(static_cast<unsigned>(date.day())), 8};
    Instant at = instantOf(opening, rep.zone);
    const int pause = wanted > 0 ? std::max(10, 36'000 / wanted - 150) : 0; // ten hours, into the evening: there UTC already has tomorrow
    for (int i = 0; i < wanted; ++i) {
        at += milliseconds(random.between(5'000, pause * 2'000));
        WorldCall call = makeCall(rep, at, random);
        at = *call.endedAt + seconds(call.wrapUpSeconds);
        if (at > m_now - seconds(60))
            return;
        writeTexts(call, random, texts);
        calls.push_back(std::move(call));
    }
}

WorldCall WorldBuilder::makeCall(const Rep &rep, Instant at, Random &random)
{
    WorldCall call;
    call.startedAt = at;
    call.direction = random.chance(38) ? Direction::Inbound : Direction::Outbound;
    const int who = random.between(0, 99);
    if (who < 88) {
        // Reps talk to few people often: the square prefers the beginning of the list.
        const auto count = m_world.m_customers.size();
        const auto a = random.below(count), b = random.below(count);
        const Customer &customer = m_world.m_customers[std::min(a, b)];
        for (const WrittenNumber &number : customer.numbers) {
            if (!number.e164.empty()) {
                call.number = number.e164;
                call.customerId = customer.id;
                break;
            }
        }
        for (const char c : call.customerId.empty() ? std::string() : customer.name())
            call.callerName += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        if (random.chance(30))
            call.callerName = "WIRELESS CALLER";
    }
    if (call.number.empty() && (call.direction == Direction::Outbound || who < 97)) // a stranger: these two towns have no customers
        call.number = "+1" + std::to_string(random.between(0, 1) ? 847 : 224) + "55501" + std::to_string(random.between(10, 99));
    call.repId = call.firstRepId = rep.id;
    call.lineId = m_world.directLine(rep).id;
    if (call.direction == Direction::Inbound && rep.role == "sales" && random.chance(35)) {
        call.queueId = "queue-1";
        call.lineId = "line-main";
        call.queueSeconds = random.between(2, 40);
    }
    tellOutcome(call, random);
    call.state = CallState::Ended;
    call.modifiedAt = *call.endedAt + seconds(random.between(5, 300));
    return call;
}

void WorldBuilder::tellOutcome(WorldCall &call, Random &random) const
{
    const bool inbound = call.direction == Direction::Inbound;
    const int luck = random.between(0, 99);
    if (inbound) {
        call.end = luck < 70   ? CallEnd::Answered
                   : luck < 82 ? CallEnd::Missed
                   : luck < 93 ? CallEnd::Voicemail
                   : luck < 96 ? CallEnd::Abandoned
                   : luck < 98 ? CallEnd::Declined
                               : CallEnd::Busy;
    } else {
        call.end = luck < 55   ? CallEnd::Answered
                   : luck < 88 ? CallEnd::Unanswered
                   : luck < 92 ? CallEnd::Busy
                   : luck < 96 ? CallEnd::Cancelled
                   : luck < 98 ? CallEnd::Failed
                   : luck < 99 ? CallEnd::Blocked
                               : CallEnd::Restricted;
    }
    call.ringSeconds = call.end == CallEnd::Abandoned ? 0 : random.between(3, call.end == CallEnd::Answered ? 22 : 34);
    Instant end = call.startedAt + seconds(call.ringSeconds + call.queueSeconds);
    if (call.end == CallEnd::Answered) {
        call.answeredAt = end;
        call.talkSeconds =
            random.chance(20) ? random.between(6, 29) : random.between(30, 420) + (random.chance(10) ? random.between(300, 2400) : 0);
        call.holdSeconds = random.chance(12) ? random.between(8, 120) : 0;
        call.wrapUpSeconds = random.between(0, 40);
        call.isRecorded = call.talkSeconds >= 30 && random.chance(80);
        call.isTransferred = random.chance(3);
        end += seconds(call.talkSeconds + call.holdSeconds);
        call.disposition = random.pick(words::kDispositions);
        if (random.chance(35))
            call.notes = random.pick(words::kNotes);
        if (random.chance(15))
            call.rating = std::to_string(random.between(0, 4)) + (random.chance(50) ? ".5" : ".0");
    } else if (call.end == CallEnd::Voicemail) {
        call.voicemailSeconds = random.between(5, 60);
        end += seconds(call.voicemailSeconds);
        if (random.chance(70))
            call.voicemailText = random.pick(words::kMessages);
    }
    call.endedAt = end;
    call.isArchived = random.chance(5);
}

void WorldBuilder::writeTexts(const WorldCall &call, Random &random, std::vector<WorldText> &texts) const
{
    if (call.number.empty() || !random.chance(call.end == CallEnd::Answered ? 22 : 12))
        return;
    WorldText sent;
    sent.direction = Direction::Outbound;
    sent.customerId = call.customerId;
    sent.number = call.number;
    sent.repId = call.repId;
    sent.lineId = m_world.directLine(*m_world.rep(call.repId)).id;
    sent.body = random.pick(words::kTextsOut);
    sent.at = sent.modifiedAt = *call.endedAt + seconds(random.between(10, 200));
    const int luck = random.between(0, 99);
    sent.delivery = luck < 90 ? "Delivered" : luck < 94 ? "Sent" : luck < 97 ? "Failed" : "Undelivered";
    sent.isDeleted = random.chance(2);
    sent.isBulk = random.chance(4);
    if (sent.at > m_now - seconds(60))
        return;
    texts.push_back(sent);
    if (!random.chance(45))
        return;
    WorldText reply = sent;
    reply.direction = Direction::Inbound;
    reply.body = random.pick(words::kTextsIn);
    reply.delivery = "Received";
    reply.isDeleted = reply.isBulk = false;
    reply.at = reply.modifiedAt = sent.at + seconds(random.between(20, 3000));
    if (random.chance(6))
        reply.media.push_back("https://media.justcall.example/mms/photo-" + std::to_string(random.between(100, 999)) + ".jpg");
    if (reply.at <= m_now - seconds(60))
        texts.push_back(std::move(reply));
}

} // namespace callcard::demo
