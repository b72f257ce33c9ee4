#include "documentlimits.h"

#include "refusal.h"

namespace callcard::demo::firestore {

namespace {

std::size_t nameSize(std::string_view fullName)
{
    // Only what follows ".../documents/" counts: each segment and one byte, and sixteen for the whole.
    const std::size_t root = fullName.find("/documents/");
    return 16 + (root == std::string_view::npos ? fullName.size() : fullName.size() - root - 11) + 1;
}

std::size_t size(const Map &fields);

struct Size {
    std::size_t operator()(const Null &) const { return 1; }
    std::size_t operator()(bool) const { return 1; }
    std::size_t operator()(std::int64_t) const { return 8; }
    std::size_t operator()(double) const { return 8; }
    std::size_t operator()(const Timestamp &) const { return 8; }
    std::size_t operator()(const std::string &value) const { return value.size() + 1; }
    std::size_t operator()(const Bytes &value) const { return value.data.size(); }
    std::size_t operator()(const Reference &value) const { return nameSize(value.name); }
    std::size_t operator()(const GeoPoint &) const { return 16; }
    std::size_t operator()(const Array &value) const
    {
        std::size_t sum = 0;
        for (const Value &entry : value)
            sum += std::visit(*this, entry.data);
        return sum;
    }
    std::size_t operator()(const Map &value) const { return size(value); }
};

std::size_t size(const Map &fields)
{
    std::size_t sum = 0;
    for (const auto &[name, value] : fields)
        sum += name.size() + 1 + std::visit(Size(), value.data);
    return sum;
}

int depth(const Value &value)
{
    int deepest = 0;
    if (const Array *array = value.as<Array>()) {
        for (const Value &entry : *array)
            deepest = std::max(deepest, depth(entry));
        return deepest + 1;
    }
    if (const Map *map = value.as<Map>()) {
        for (const auto &[name, entry] : *map)
            deepest = std::max(deepest, depth(entry));
        return deepest + 1;
    }
    return 0;
}

} // namespace

void checkFieldName(std::string_view name)
{
    if (name.empty())
        refuseArgument("A field name must not be empty.");
    if (name.size() > kLongestName)
        refuseArgument("A field name is longer than 1500 bytes.");
    if (name.size() >= 4 && name.starts_with("__") && name.ends_with("__"))
        refuseArgument("Field names matching __.*__ are reserved: " + std::string(name));
}

std::size_t sizeOf(std::string_view fullName, const Map &fields)
{
    return nameSize(fullName) + size(fields) + 32;
}

void checkDocument(std::string_view fullName, const Map &fields)
{
    for (const auto &[name, value] : fields) {
        if (depth(value) > kDeepestValue)
            refuseArgument("Property " + name + " contains an invalid nested entity: it is more than 20 levels deep.");
    }
    const std::size_t bytes = sizeOf(fullName, fields);
    if (bytes > kLargestDocument)
        refuseArgument("Document '" + std::string(fullName) + "' cannot be written because its size (" + std::to_string(bytes) +
                       " bytes) exceeds the maximum allowed size of 1048576 bytes.");
}

} // namespace callcard::demo::firestore
