#include "value.h"

#include <algorithm>
#include <cmath>

namespace callcard::demo::firestore {

namespace {

struct ByName {
    bool operator()(const Field &entry, std::string_view name) const { return entry.name < name; }
};

} // namespace

Map::Map() = default;
Map::Map(const Map &other) = default;
Map::Map(Map &&other) noexcept = default;
Map &Map::operator=(const Map &other) = default;
Map &Map::operator=(Map &&other) noexcept = default;
Map::~Map() = default;

Map::Map(std::initializer_list<Field> fields) : m_fields(fields)
{
    std::stable_sort(m_fields.begin(), m_fields.end(), [](const Field &one, const Field &other) { return one.name < other.name; });
    const auto same = [](const Field &one, const Field &other) { return one.name == other.name; };
    m_fields.erase(std::unique(m_fields.begin(), m_fields.end(), same), m_fields.end());
}

bool Map::empty() const
{
    return m_fields.empty();
}

std::size_t Map::size() const
{
    return m_fields.size();
}

Map::Iterator Map::begin() const
{
    return m_fields.begin();
}

Map::Iterator Map::end() const
{
    return m_fields.end();
}

const Value *Map::find(std::string_view name) const
{
    const auto at = std::lower_bound(m_fields.begin(), m_fields.end(), name, ByName());
    return at != m_fields.end() && at->name == name ? &at->value : nullptr;
}

Value *Map::find(std::string_view name)
{
    const auto at = std::lower_bound(m_fields.begin(), m_fields.end(), name, ByName());
    return at != m_fields.end() && at->name == name ? &at->value : nullptr;
}

Value &Map::operator[](std::string_view name)
{
    auto at = std::lower_bound(m_fields.begin(), m_fields.end(), name, ByName());
    if (at == m_fields.end() || at->name != name)
        at = m_fields.insert(at, Field{std::string(name), Value()});
    return at->value;
}

void Map::erase(std::string_view name)
{
    const auto at = std::lower_bound(m_fields.begin(), m_fields.end(), name, ByName());
    if (at != m_fields.end() && at->name == name)
        m_fields.erase(at);
}

bool Map::operator==(const Map &other) const
{
    return m_fields == other.m_fields;
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
