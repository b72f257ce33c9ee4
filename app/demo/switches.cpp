#include "switches.h"

#include <algorithm>
#include <cassert>
#include <stdexcept>

namespace callcard::demo {

void Switches::declare(std::string name, std::vector<std::string> positions, std::string meaning)
{
    assert(!positions.empty());
    std::string first = positions.front();
    m_switches.push_back({std::move(name), std::move(positions), std::move(meaning), std::move(first)});
}

const std::string &Switches::position(std::string_view name) const
{
    const auto found = std::find_if(m_switches.begin(), m_switches.end(), [&](const Switch &one) { return one.name == name; });
    assert(found != m_switches.end());
    return found->position;
}

void Switches::set(std::string_view name, std::string_view position)
{
    const auto found = std::find_if(m_switches.begin(), m_switches.end(), [&](const Switch &one) { return one.name == name; });
    if (found == m_switches.end())
        throw std::invalid_argument("no switch is called \"" + std::string(name) + "\"");
    if (std::find(found->positions.begin(), found->positions.end(), position) == found->positions.end())
        throw std::invalid_argument("switch \"" + found->name + "\" has no position \"" + std::string(position) + "\"");
    found->position = position;
}

nlohmann::json Switches::describe() const
{
    auto rows = nlohmann::json::array();
    for (const Switch &one : m_switches)
        rows.push_back({{"name", one.name}, {"position", one.position}, {"positions", one.positions}, {"meaning", one.meaning}});
    return rows;
}

} // namespace callcard::demo
