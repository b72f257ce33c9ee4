#include "zones.h"

#include "zonetable.h"

#include <QHash>

#include <string>
#include <unordered_map>

namespace callcard {

namespace {

using Index = std::unordered_map<std::string, QByteArrayList>;

void forEach(std::string_view list, char separator, const auto &visit)
{
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(separator), list.size());
        if (end > 0)
            visit(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

Index indexed(zonetable::Rows rows, char separator)
{
    Index index;
    for (const zonetable::Row &row : rows) {
        QByteArrayList zones;
        forEach(row.zones, ' ', [&](std::string_view zone) { zones += QByteArray(zone.data(), static_cast<qsizetype>(zone.size())); });
        forEach(row.keys, separator, [&](std::string_view key) { index.emplace(std::string(key), zones); });
    }
    return index;
}

QByteArrayList found(const Index &index, const std::string &key)
{
    const auto it = index.find(key);
    return it == index.end() ? QByteArrayList() : it->second;
}

QByteArrayList byDigits(const std::string &digits)
{
    static const Index index = indexed(zonetable::prefixes(), ' ');
    constexpr std::size_t kLongestPrefix = 8;
    for (std::size_t size = std::min(kLongestPrefix, digits.size()); size > 2; --size) {
        if (QByteArrayList zones = found(index, digits.substr(0, size)); !zones.isEmpty())
            return zones;
    }
    return {};
}

/// "Chicago, IL" or "Colorado".
QByteArrayList byState(const QString &place)
{
    static const Index index = indexed(zonetable::states(), '|');
    const qsizetype comma = place.lastIndexOf(u',');
    return found(index, (comma < 0 ? place : place.sliced(comma + 1).trimmed()).toStdString());
}

} // namespace

QByteArrayList zonesFor(const PhoneNumber &number, const QString &region, const QString &englishPlace)
{
    static const Index byCountry = indexed(zonetable::countries(), '|');
    if (QByteArrayList zones = byDigits(number.e164().sliced(1).toStdString()); !zones.isEmpty())
        return zones;
    if (region == u"US" || region == u"CA") {
        if (QByteArrayList zones = byState(englishPlace); !zones.isEmpty())
            return zones;
    }
    return found(byCountry, region.toStdString());
}

} // namespace callcard
