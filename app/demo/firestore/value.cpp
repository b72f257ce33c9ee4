#include "value.h"

#include <algorithm>
#include <cmath>

namespace callcard::demo::firestore {

namespace {

struct ByName {
    bool operator()(const Map::Entry &entry, std::string_view name) const { return entry.first < name; }
};

} // namespace

Map::Map(std::initializer_list<Entry> entries)
{
    for (const Entry &entry : entries)
        (*this)[entry.first] = entry.second;
}

const Value *Map::find(std::string_view name) const
{
    const auto at = std::lower_bound(m_entries.begin(), m_entries.end(), name, ByName());
    return at != m_entries.end() && at->first == name ? &at->second : nullptr;
}

Value *Map::find(std::string_view name)
{
    const auto at = std::lower_bound(m_entries.begin(), m_entries.end(), name, ByName());
    return at != m_entries.end() && at->first == name ? &at->second : nullptr;
}

Value &Map::operator[](std::string_view name)
{
    auto at = std::lower_bound(m_entries.begin(), m_entries.end(), name, ByName());
    if (at == m_entries.end() || at->first != name)
        at = m_entries.emplace(at, std::string(name), Value());
    return at->second;
}

void Map::erase(std::string_view name)
{
    const auto at = std::lower_bound(m_entries.begin(), m_entries.end(), name, ByName());
    if (at != m_entries.end() && at->first == name)
        m_entries.erase(at);
}

bool Map::operator==(const Map &other) const
{
    return m_entries == other.m_entries;
}

bool Value::isNaN() const
{
    const double *number = as<double>();
    return number != nullptr && std::isnan(*number);
}

bool Value::operator==(const Value &other) const
{
    return (isNaN() && other.isNaN()) || data == other.data;
}

} // namespace callcard::demo::firestore
