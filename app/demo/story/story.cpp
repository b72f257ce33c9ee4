#include "story/story.h"

#include "control/control.h"
#include "jsontext.h"
#include "world/words.h"

#include <algorithm>

namespace callcard::demo {

using namespace std::chrono_literals;

Story::Story(DemoClock &clock, World &world, std::uint64_t seed) : m_clock(clock), m_world(world), m_random(seed, 77) {}

void Story::start()
{
    m_running = true;
    m_next = m_clock.after(2s, [this] { begin(); });
}

void Story::stop()
{
    m_running = false;
    m_next.reset();
}

void Story::begin()
{
    // Whoever has just opened the door sees at once what this is about: somebody known rings the viewer's desk.
    const Rep &viewer = m_world.reps().front();
    NewCall call{.direction = Direction::Inbound, .repId = viewer.id};
    if (const Customer *customer = someCustomer()) {
        call.customerId = customer->id;
        ring(call);
    }
    goOn();
}

void Story::next()
{
    happen();
    goOn();
}

void Story::goOn()
{
    const auto pause = m_pace.count() * m_random.between(50, 150) / 100;
    m_next = m_clock.after(std::chrono::milliseconds(std::max<std::int64_t>(pause, 10)), [this] { next(); });
}

void Story::later(double seconds, std::function<void()> function)
{
    const auto id = ++m_lastTimer;
    m_timers[id] =
        m_clock.after(std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000)), [this, id, function = std::move(function)] {
            const auto work = function;
            m_timers.erase(id); // destroys this very function, hence the copy
            work();
        });
}

bool Story::isBusy(const Rep &rep) const
{
    const auto live = m_world.liveCalls();
    return std::any_of(live.begin(), live.end(), [&](const WorldCall *call) { return call->partyOf(rep.id) != nullptr; });
}

void Story::happen()
{
    if (m_random.chance(12)) {
        text();
        return;
    }
    // The demo's rep first: it is that desk the viewer sits at.
    const auto &reps = m_world.reps();
    const Rep &rep = m_random.chance(60) ? reps.front() : reps[m_random.below(reps.size())];
    if (isBusy(rep))
        return;
    if (m_random.chance(65))
        inbound(rep);
    else
        outbound(rep);
}

/// Only somebody with a number that can be dialled.
const Customer *Story::someCustomer()
{
    for (int tries = 0; tries < 20; ++tries) {
        const Customer &customer = m_world.customers()[m_random.below(m_world.customers().size())];
        const bool dialable =
            std::any_of(customer.numbers.begin(), customer.numbers.end(), [](const WrittenNumber &n) { return !n.e164.empty(); });
        if (dialable && !customer.isDeleted)
            return &customer;
    }
    return nullptr;
}

NewCall Story::someCall(const Rep &rep, Direction direction)
{
    NewCall call;
    call.direction = direction;
    call.repId = rep.id;
    const int who = m_random.between(0, 99);
    if (who < 85 || direction == Direction::Outbound) {
        if (const Customer *customer = someCustomer())
            call.customerId = customer->id;
    } else if (who < 95) {
        call.number = "+184755501" + std::to_string(m_random.between(10, 99));
        call.callerName = "WIRELESS CALLER";
    } else {
        call.isWithheld = true;
    }
    if (const Customer *customer = m_world.customer(call.customerId); customer && m_random.chance(70)) {
        for (const char c : customer->name())
            call.callerName += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    if (direction == Direction::Inbound && rep.role == "sales" && m_random.chance(25)) {
        call.lineId = "line-main";
        call.repId.clear();
    }
    return call;
}

void Story::inbound(const Rep &rep)
{
    ring(someCall(rep, Direction::Inbound));
}

void Story::ring(const NewCall &call)
{
    const CallNumber id = m_world.startCall(call).id;
    const double rings = m_random.between(40, 160) / 10.0;
    const int luck = m_random.between(0, 99);
    if (luck < 70) {
        later(rings, [this, id] {
            if (m_world.answer(id) == Moved::Yes)
                converse(id, m_random.between(8, 45));
        });
    } else if (luck < 80) {
        later(rings, [this, id] { (void)m_world.giveUp(id); });
    } else if (luck < 92) {
        const std::string message(m_random.pick(words::kMessages));
        later(rings + 8, [this, id, message] { (void)m_world.sendToVoicemail(id, m_random.between(5, 15), message); });
    } else {
        later(rings, [this, id] { (void)m_world.decline(id); });
    }
}

void Story::outbound(const Rep &rep)
{
    const CallNumber id = m_world.startCall(someCall(rep, Direction::Outbound)).id;
    const double ring = m_random.between(30, 150) / 10.0;
    const int luck = m_random.between(0, 99);
    later(ring, [this, id, luck] {
        if (luck < 60) {
            if (m_world.answer(id) == Moved::Yes)
                converse(id, m_random.between(8, 60));
        } else if (luck < 85) {
            (void)m_world.rangOut(id);
        } else if (luck < 93) {
            (void)m_world.fail(id, CallEnd::Busy);
        } else {
            (void)m_world.giveUp(id);
        }
    });
}

void Story::converse(CallNumber id, double seconds)
{
    if (m_random.chance(20)) {
        later(seconds * 0.4, [this, id] { (void)m_world.hold(id); });
        later(seconds * 0.7, [this, id] { (void)m_world.unhold(id); });
    } else if (m_random.chance(8)) {
        later(seconds * 0.6, [this, id] {
            const WorldCall *call = m_world.call(id);
            const std::string to = call->repId == "rep-2" ? "rep-3" : "rep-2";
            (void)m_world.transferAttended(id, to);
        });
    }
    later(seconds, [this, id] {
        if (m_world.hangUp(id) != Moved::Yes)
            return;
        if (!m_random.chance(40))
            return;
        // Notes and dispositions come when the rep has typed them.
        later(m_random.between(3, 12), [this, id] {
            m_world.editCall(id, [this](WorldCall &call) {
                call.disposition = m_random.pick(words::kDispositions);
                call.notes = m_random.pick(words::kNotes);
            });
        });
    });
}

void Story::text()
{
    const Customer &customer = m_world.customers()[m_random.below(m_world.customers().size())];
    const auto known =
        std::find_if(customer.numbers.begin(), customer.numbers.end(), [](const WrittenNumber &n) { return !n.e164.empty(); });
    if (known == customer.numbers.end())
        return;
    WorldText text;
    text.direction = m_random.chance(60) ? Direction::Inbound : Direction::Outbound;
    text.customerId = customer.id;
    text.number = known->e164;
    text.repId = m_world.demoRep().id;
    text.body = text.direction == Direction::Inbound ? m_random.pick(words::kTextsIn) : m_random.pick(words::kTextsOut);
    text.isRead = text.direction == Direction::Outbound;
    m_world.addText(std::move(text));
}

void addStoryVerbs(Control &control, Story &story)
{
    using Json = nlohmann::json;
    control.add("story", "on (true/false), everySeconds (6), happen (false: one thing now): the company's day",
                [&story](const Json &args) -> Json {
                    if (args.contains("everySeconds"))
                        story.setPace(std::chrono::milliseconds(
                            static_cast<std::int64_t>(std::clamp(numberAt(args, "everySeconds", 6), 0.01, 86'400.0) * 1000)));
                    if (args.contains("on") && flagAt(args, "on") != story.isRunning()) {
                        if (flagAt(args, "on"))
                            story.start();
                        else
                            story.stop();
                    }
                    if (flagAt(args, "happen"))
                        story.happen();
                    return {{"on", story.isRunning()}, {"everySeconds", static_cast<double>(story.pace().count()) / 1000.0}};
                });
}

} // namespace callcard::demo
