#include "world/world.h"

#include "world/worldbuilder.h"

#include <algorithm>
#include <charconv>

namespace callcard::demo {

namespace {

std::string lowered(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    std::string result(text.substr(first, text.find_last_not_of(" \t") - first + 1));
    std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

template <typename Items, typename Matches>
auto *firstWhere(Items &items, Matches matches)
{
    const auto found = std::find_if(items.begin(), items.end(), matches);
    return found == items.end() ? nullptr : &*found;
}

/// "customer-42" is the 42nd: no table needed.
template <typename Items>
auto *byOrdinal(Items &items, std::string_view id, std::string_view prefix)
{
    std::size_t ordinal = 0;
    if (id.substr(0, prefix.size()) == prefix)
        std::from_chars(id.data() + prefix.size(), id.data() + id.size(), ordinal);
    return ordinal >= 1 && ordinal <= items.size() && items[ordinal - 1].id == id ? &items[ordinal - 1] : nullptr;
}

template <typename Items>
auto *byNumber(Items &items, std::int64_t id)
{
    if (items.empty() || id < items.front().id || id > items.back().id)
        return decltype(&items.front())(nullptr);
    return &items[static_cast<std::size_t>(id - items.front().id)];
}

} // namespace

World::World(DemoClock &clock, WorldOptions options) : m_clock(clock)
{
    WorldBuilder(*this, options).build();
}

World::~World() = default;

const Rep *World::rep(std::string_view id) const
{
    return firstWhere(m_reps, [&](const Rep &rep) { return rep.id == id; });
}

const Rep *World::repByEmail(std::string_view email) const
{
    const std::string wanted = lowered(email);
    return firstWhere(m_reps, [&](const Rep &rep) { return lowered(rep.email) == wanted; });
}

const Rep *World::repByExtensionId(std::string_view id) const
{
    return firstWhere(m_reps, [&](const Rep &rep) { return rep.extensionId == id; });
}

const Rep *World::repByAgentId(std::int64_t id) const
{
    return firstWhere(m_reps, [&](const Rep &rep) { return rep.justCallAgentId == id; });
}

const Line *World::line(std::string_view id) const
{
    return firstWhere(m_lines, [&](const Line &line) { return line.id == id; });
}

const Line *World::lineByNumber(std::string_view e164) const
{
    return firstWhere(m_lines, [&](const Line &line) { return line.number == e164; });
}

const Line &World::directLine(const Rep &rep) const
{
    const Line *line = firstWhere(m_lines, [&](const Line &one) { return one.repId == rep.id; });
    return line ? *line : m_lines.front();
}

const Queue *World::queue(std::string_view id) const
{
    return firstWhere(m_queues, [&](const Queue &queue) { return queue.id == id; });
}

void World::setAvailable(std::string_view repId, bool available, std::string reason)
{
    if (Rep *rep = firstWhere(m_reps, [&](const Rep &one) { return one.id == repId; })) {
        rep->available = available;
        rep->unavailabilityReason = available ? std::string() : std::move(reason);
    }
}

const Company *World::company(std::string_view id) const
{
    return byOrdinal(m_companies, id, "company-");
}

const Customer *World::customer(std::string_view id) const
{
    return byOrdinal(m_customers, id, "customer-");
}

std::vector<const Customer *> World::customersWithNumber(std::string_view e164) const
{
    if (!m_numbersIndexed) {
        m_byNumber.clear();
        for (std::size_t i = 0; i < m_customers.size(); ++i) {
            for (const WrittenNumber &number : m_customers[i].numbers) {
                auto &owners = m_byNumber[number.e164];
                if (!number.e164.empty() && (owners.empty() || owners.back() != i))
                    owners.push_back(i);
            }
        }
        m_numbersIndexed = true;
    }
    std::vector<const Customer *> owners;
    if (const auto found = m_byNumber.find(std::string(e164)); !e164.empty() && found != m_byNumber.end()) {
        for (const std::size_t index : found->second) {
            if (!m_customers[index].isDeleted)
                owners.push_back(&m_customers[index]);
        }
    }
    return owners;
}

const Customer &World::addCustomer(Customer customer)
{
    customer.id = "customer-" + std::to_string(m_customers.size() + 1);
    if (customer.copperId == 0)
        customer.copperId = WorldBuilder::kCopperPeople + static_cast<std::int64_t>(m_customers.size());
    if (customer.createdAt == Instant{})
        customer.createdAt = m_clock.now();
    customer.modifiedAt = m_clock.now();
    m_customers.push_back(std::move(customer));
    m_numbersIndexed = false;
    tell([&](WorldObserver &observer) { observer.onCustomerChanged(m_customers.back()); });
    return m_customers.back();
}

bool World::editCustomer(std::string_view id, const std::function<void(Customer &)> &edit)
{
    Customer *customer = byOrdinal(m_customers, id, "customer-");
    if (!customer)
        return false;
    const std::string kept = customer->id;
    edit(*customer);
    customer->id = kept;
    customer->modifiedAt = m_clock.now();
    m_numbersIndexed = false;
    tell([&](WorldObserver &observer) { observer.onCustomerChanged(*customer); });
    return true;
}

const WorldCall *World::call(CallNumber id) const
{
    return byNumber(m_calls, id);
}

WorldCall *World::mutableCall(CallNumber id)
{
    return byNumber(m_calls, id);
}

std::vector<const WorldCall *> World::liveCalls() const
{
    std::vector<const WorldCall *> live;
    for (const CallNumber id : m_live)
        live.push_back(call(id));
    return live;
}

bool World::editCall(CallNumber id, const std::function<void(WorldCall &)> &edit)
{
    WorldCall *call = mutableCall(id);
    if (!call)
        return false;
    edit(*call);
    call->id = id;
    call->modifiedAt = m_clock.now();
    tell([&](WorldObserver &observer) { observer.onCallEdited(*call); });
    return true;
}

const WorldText *World::text(std::int64_t id) const
{
    return byNumber(m_texts, id);
}

const WorldText &World::addText(WorldText text)
{
    text.id = m_texts.empty() ? WorldBuilder::kTexts : m_texts.back().id + 1;
    text.at = text.at == Instant{} ? m_clock.now() : text.at;
    text.modifiedAt = m_clock.now();
    if (text.repId.empty()) {
        const Line *dialled = line(text.lineId);
        text.repId = dialled && !dialled->repId.empty() ? dialled->repId : demoRep().id;
    }
    if (text.lineId.empty())
        text.lineId = directLine(rep(text.repId) ? *rep(text.repId) : demoRep()).id;
    if (text.customerId.empty() && !text.number.empty()) {
        const auto owners = customersWithNumber(text.number);
        text.customerId = owners.empty() ? std::string() : owners.front()->id;
    }
    if (text.delivery.empty())
        text.delivery = text.direction == Direction::Inbound ? "Received" : "Delivered";
    m_texts.push_back(std::move(text));
    tell([&](WorldObserver &observer) { observer.onTextAdded(m_texts.back()); });
    return m_texts.back();
}

bool World::editText(std::int64_t id, const std::function<void(WorldText &)> &edit)
{
    WorldText *text = byNumber(m_texts, id);
    if (!text)
        return false;
    edit(*text);
    text->id = id;
    text->modifiedAt = m_clock.now();
    tell([&](WorldObserver &observer) { observer.onTextChanged(*text); });
    return true;
}

void World::observe(WorldObserver *observer)
{
    m_observers.push_back(observer);
}

void World::unobserve(WorldObserver *observer)
{
    m_observers.erase(std::remove(m_observers.begin(), m_observers.end(), observer), m_observers.end());
}

void World::tell(const std::function<void(WorldObserver &)> &what)
{
    const auto observers = m_observers; // whoever is told may stop observing
    for (WorldObserver *observer : observers) {
        if (std::find(m_observers.begin(), m_observers.end(), observer) != m_observers.end())
            what(*observer);
    }
}

} // namespace callcard::demo
