#include "dayplan.h"

#include <QTimeZone>

#include <algorithm>
#include <random>

namespace callcard::simulation {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

/// The standard's distributions may differ from one library to the next; a seed must not.
class Dice
{
public:
    explicit Dice(std::uint32_t seed) : m_random(seed) {}
    [[nodiscard]] int between(int least, int most)
    {
        return least + static_cast<int>(m_random() % static_cast<std::uint32_t>(most - least + 1));
    }
    [[nodiscard]] bool chance(int percent) { return between(0, 99) < percent; }
    [[nodiscard]] milliseconds seconds(int least, int most) { return milliseconds(between(least * 1000, most * 1000)); }
    template <typename T>
    [[nodiscard]] T oneOf(std::initializer_list<T> choices)
    {
        return choices.begin()[between(0, static_cast<int>(choices.size()) - 1)];
    }

private:
    std::mt19937 m_random;
};

constexpr int kCustomers = 40;
constexpr auto kQuietEvening = 6min; // in which what began comes to its end

class Planner
{
public:
    explicit Planner(const DayOrder &order) : m_order(order), m_dice(order.seed * 7919 + 13) {}

    DayPlan plan()
    {
        m_plan.length = std::chrono::hours(m_order.hours) + kQuietEvening;
        chooseDay();
        for (int call = 0; call < m_order.calls; ++call)
            planCall(call);
        for (int text = 0; text < m_order.calls / 6; ++text)
            planText();
        planTroubles();
        std::stable_sort(m_plan.happenings.begin(), m_plan.happenings.end(),
                         [](const Happening &left, const Happening &right) { return left.at < right.at; });
        return std::move(m_plan);
    }

private:
    /// Some days begin so late that they end on the next, here and in Greenwich; some have 23 or 25 hours.
    void chooseDay()
    {
        const QDate day = m_dice.oneOf<QDate>({{2026, 11, 20}, {2026, 11, 1}, {2027, 3, 14}, {2026, 12, 31}, {2027, 2, 28}, {2026, 6, 3}});
        const QTime time = m_dice.chance(60) ? QTime(8, 0) : QTime(24 - std::max(2, m_order.hours / 2), 0);
        m_plan.begins = QDateTime(day, time, QTimeZone("America/Denver")).toSecsSinceEpoch() + m_dice.between(0, 3600);
    }

    Happening &add(milliseconds at, Happening::Kind kind, std::string what, Json arguments = Json::object())
    {
        m_plan.happenings.push_back({.at = at, .kind = kind, .what = std::move(what), .arguments = std::move(arguments)});
        return m_plan.happenings.back();
    }

    void move(int call, milliseconds at, const char *verb, Json arguments = Json::object())
    {
        add(at, Happening::Kind::Move, std::string("call.") + verb, std::move(arguments)).call = call;
    }

    [[nodiscard]] std::string someCustomer() { return "customer-" + std::to_string(m_dice.between(1, kCustomers)); }
    [[nodiscard]] milliseconds someTime() { return m_dice.seconds(60, m_order.hours * 3600); }

    void planCall(int call)
    {
        const milliseconds begins = someTime();
        const milliseconds rings = m_dice.seconds(2, 28);
        milliseconds ends{};
        m_talked = false;
        if (m_dice.chance(35))
            ends = planOutbound(call, begins, rings);
        else if (m_dice.chance(25))
            ends = planQueue(call, begins, rings);
        else
            ends = planInbound(call, begins, rings);
        const bool talked = m_talked;
        // What people do to it afterwards.
        const milliseconds later = std::min(ends + m_dice.seconds(5, 2400), m_plan.length - 60s);
        const bool vanishes = m_dice.chance(2);
        if (vanishes)
            move(call, later, "edit", {{"deleted", true}});
        else if (talked && m_dice.chance(4))
            move(call, later, "edit", {{"talkSeconds", m_dice.between(1, 900)}});
        if (m_order.source == "justcall"_L1 && !vanishes && m_dice.chance(20))
            add(later, Happening::Kind::Move, "note", {{"text", "note " + std::to_string(call)}}).call = call;
    }

    milliseconds planInbound(int call, milliseconds at, milliseconds rings)
    {
        Json who = {{"customer", someCustomer()}};
        if (m_dice.chance(6))
            who = {{"withheld", true}};
        else if (m_dice.chance(6))
            who = {{"from", "102"}, {"name", "Theo Marsh"}};
        else if (m_dice.chance(10))
            who = {{"from", "+184755501" + std::to_string(m_dice.between(10, 99))}, {"name", "WIRELESS CALLER"}};
        move(call, at, "start", who);
        const milliseconds then = at + rings;
        const int luck = m_dice.between(0, 99);
        if (luck < 62) {
            move(call, then, "answer");
            return planTalk(call, then);
        }
        if (luck < 75)
            move(call, then, "giveup");
        else if (luck < 83)
            move(call, then, "miss");
        else if (luck < 93)
            move(call, then, "voicemail", {{"seconds", m_dice.between(3, 40)}});
        else
            move(call, then, "decline", {{"voicemail", m_dice.chance(50)}});
        return then + 45s;
    }

    milliseconds planQueue(int call, milliseconds at, milliseconds rings)
    {
        move(call, at, "start", {{"customer", someCustomer()}, {"line", "line-main"}});
        const milliseconds then = at + rings;
        const int luck = m_dice.between(0, 99);
        if (luck < 50) {
            move(call, then, "answer", {{"rep", "rep-1"}});
            return planTalk(call, then);
        }
        if (luck < 80) {
            move(call, then, "answer", {{"rep", "rep-2"}});
            move(call, then + m_dice.seconds(5, 120), "end");
        } else {
            move(call, then, luck < 90 ? "giveup" : "miss");
        }
        return then + 120s;
    }

    milliseconds planOutbound(int call, milliseconds at, milliseconds rings)
    {
        move(call, at, "start", {{"customer", someCustomer()}, {"direction", "outbound"}});
        const milliseconds then = at + rings;
        const int luck = m_dice.between(0, 99);
        if (luck < 60) {
            move(call, then, "answer");
            return planTalk(call, then);
        }
        if (luck < 80)
            move(call, then, "miss");
        else if (luck < 90)
            move(call, then, "giveup");
        else
            move(call, then, "fail", {{"how", m_dice.oneOf({"busy", "failed", "blocked", "restricted"})}});
        return then;
    }

    milliseconds planTalk(int call, milliseconds answered)
    {
        m_talked = true;
        const milliseconds talk = m_dice.chance(30) ? m_dice.seconds(1, 20) : m_dice.seconds(20, 400);
        if (m_dice.chance(15)) {
            move(call, answered + talk * 3 / 10, "hold");
            move(call, answered + talk * 6 / 10, "unhold");
        }
        if (m_dice.chance(8)) {
            const Json to = m_dice.chance(25) ? Json{{"number", "+13035550199"}} : Json{{"to", "rep-2"}, {"attended", m_dice.chance(50)}};
            move(call, answered + talk * 8 / 10, "transfer", to);
            move(call, answered + talk * 9 / 10, "answer", {{"rep", "rep-2"}}); // of a blind one; the others are answered already
        }
        move(call, answered + talk, "end");
        return answered + talk;
    }

    void planText()
    {
        add(someTime(), Happening::Kind::Move, "text.add",
            {{"direction", m_dice.chance(50) ? "inbound" : "outbound"}, {"customer", someCustomer()}, {"body", "On my way"}});
    }

    void trouble(std::string what, milliseconds lasts = 0ms, Json arguments = Json::object())
    {
        add(someTime(), Happening::Kind::Trouble, std::move(what), std::move(arguments)).lasts = lasts;
    }

    void planTroubles()
    {
        // All day now and then a request goes wrong …
        for (const char *kind : {"drop", "lost", "half", "cut", "double", "html", "garbage", "500", "503", "429", "hang"}) {
            if (m_dice.chance(35))
                add(0ms, Happening::Kind::Trouble, "steady", {{"kind", kind}, {"probability", 0.004 * m_dice.between(1, 6)}});
        }
        if (m_dice.chance(50))
            add(0ms, Happening::Kind::Trouble, "steady",
                {{"kind", "late"}, {"probability", 0.05}, {"cloudTime", true}, {"delayMs", m_dice.between(200, 15'000)}});
        // … and some times of the day something larger does.
        const int larger = m_dice.between(3, 6 + m_order.hours / 2);
        for (int i = 0; i < larger; ++i)
            planLarger();
        const int atTheSource = m_dice.between(2, 8);
        for (int i = 0; i < atTheSource; ++i)
            planAtTheSource();
    }

    void planLarger()
    {
        switch (m_dice.between(0, 8)) {
        case 0:
            return trouble("cut");
        case 1:
            return trouble("offline", m_dice.seconds(5, 360), {{"told", m_dice.chance(50)}});
        case 2:
            return trouble("sleep", m_dice.seconds(15, 2400), {{"told", m_dice.chance(60)}});
        case 3:
            return trouble("restart", m_dice.chance(60) ? 0ms : m_dice.seconds(20, 2400));
        case 4:
            return trouble("kill", m_dice.chance(60) ? 0ms : m_dice.seconds(20, 2400));
        case 5:
            return trouble("clock", m_dice.seconds(60, 3600), {{"seconds", m_dice.between(-7200, 7200)}});
        case 6:
            return trouble("broken", m_dice.seconds(20, 240), {{"kind", m_dice.oneOf({"500", "503", "html", "429", "garbage"})}});
        case 7:
            return trouble("broken", m_dice.seconds(20, 90), {{"kind", "hang"}});
        default:
            return trouble("cut", 0ms, {{"service", "firestore"}});
        }
    }

    void planAtTheSource()
    {
        if (m_order.source == "ringcentral"_L1)
            planAtRingCentral();
        else if (m_order.source == "relay"_L1)
            trouble("source", 10s, {{"do", m_dice.oneOf({"forget", "repeat", "copies"})}, {"count", m_dice.between(1, 3)}});
    }

    void planAtRingCentral()
    {
        const auto fault = [&](const char *name, int most, milliseconds lasts = 10s) {
            trouble("source", lasts, {{"do", "fault"}, {"name", name}, {"count", m_dice.between(1, most)}});
        };
        switch (m_dice.between(0, 15)) {
        case 0:
            return fault("lose", 6, 120s);
        case 1:
            return trouble("source", 60s,
                           {{"do", "fault"}, {"name", "late"}, {"count", m_dice.between(1, 20)}, {"ms", m_dice.between(100, 40'000)}});
        case 2:
            return fault("duplicate", 60);
        case 3:
            return fault("reorder", 20, 60s);
        case 4:
            return fault("half", 3, 120s);
        case 5:
            return fault("recovery", 2, 30s);
        case 6:
            return fault("serverFault", 3, 30s);
        case 7:
            return fault("wstoken", 2, 60s);
        case 8:
            return fault("foreign", 4);
        case 9:
            return fault("unknownFrame", 4);
        case 10:
            return trouble("source", 120s, {{"do", "socket.silence"}});
        case 11:
            return trouble("source", 30s, {{"do", m_dice.oneOf({"socket.drop", "socket.forget", "socket.close"})}});
        case 12:
            return trouble("source", 30s, {{"do", "socket.timeout"}, {"kind", m_dice.oneOf({"absolute", "idle"})}});
        case 13:
            return trouble("source", 30s, {{"do", "expire"}, {"what", m_dice.oneOf({"access", "session"})}});
        case 14:
            return trouble("source", 120s, {{"do", "limit"}, {"group", m_dice.oneOf({"light", "medium", "heavy"})}, {"exhaust", true}});
        default:
            return fault("reply", 2, 60s);
        }
    }

    const DayOrder m_order;
    Dice m_dice;
    DayPlan m_plan;
    bool m_talked = false; ///< The call that is being planned is answered.
};

} // namespace

DayPlan planDay(const DayOrder &order)
{
    return Planner(order).plan();
}

} // namespace callcard::simulation
