#pragma once

#include "world/numberpool.h"
#include "world/places.h"
#include "world/random.h"
#include "world/world.h"

namespace callcard::demo {

/// Fills an empty world: the company, its customers, its past. Used once, by World's constructor.
class WorldBuilder
{
public:
    static constexpr std::int64_t kCopperPeople = 31'000'001;
    static constexpr std::int64_t kCopperCompanies = 52'000'001;
    static constexpr std::int64_t kTexts = 5'550'001;
    static constexpr std::int64_t kCalls = 90'210'001;
    static constexpr int kMostAtHome = 8000;

    WorldBuilder(World &world, const WorldOptions &options);
    void build();

private:
    void buildCompany();   // company.cpp
    void buildCustomers(); // customers.cpp
    Company makeCompany(std::size_t index, std::size_t place);
    Customer makeCustomer(std::size_t index, const Company *company, std::size_t place);
    [[nodiscard]] std::size_t somePlace() { return m_isLarge ? m_pool.somePlace(m_random) : m_random.below(homePlaces()); }
    void giveNumbers(Customer &customer, const Company *company, std::size_t place);
    Sales makeSales(Random &random, bool isActive) const;
    void buildHistory(); // history.cpp
    void buildDay(const Rep &rep, std::chrono::sys_days day, std::vector<WorldCall> &calls, std::vector<WorldText> &texts);
    WorldCall makeCall(const Rep &rep, Instant at, Random &random);
    void tellOutcome(WorldCall &call, Random &random) const;
    void writeTexts(const WorldCall &call, Random &random, std::vector<WorldText> &texts) const;

    World &m_world;
    WorldOptions m_options;
    bool m_isLarge; ///< More customers than the towns at home have numbers for.
    Instant m_now;
    NumberPool m_pool;
    Random m_random;
};

} // namespace callcard::demo
