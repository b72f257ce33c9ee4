#pragma once

#include "timestamp.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace callcard::demo::firestore {

struct Field;
struct Value;

/// The fields of a document or of a map value, in the order of their names. A sorted vector: a directory of a hundred thousand
/// documents costs a third of what tree nodes would. Everything is out of line, because a Field holds a Value, which holds a Map.
class Map
{
public:
    using Iterator = std::vector<Field>::const_iterator;

    Map();
    Map(std::initializer_list<Field> fields);
    Map(const Map &other);
    Map(Map &&other) noexcept;
    Map &operator=(const Map &other);
    Map &operator=(Map &&other) noexcept;
    ~Map();

    [[nodiscard]] const Value *find(std::string_view name) const;
    [[nodiscard]] Value *find(std::string_view name);
    Value &operator[](std::string_view name); ///< Inserts null when absent.
    void erase(std::string_view name);
    [[nodiscard]] bool empty() const;
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] Iterator begin() const;
    [[nodiscard]] Iterator end() const;
    bool operator==(const Map &other) const;

private:
    std::vector<Field> m_fields;
};

struct Null {
    bool operator==(const Null &) const = default;
};

struct Bytes {
    std::string data{};
    bool operator==(const Bytes &) const = default;
};

/// The full raw name of a document.
struct Reference {
    std::string name{};
    bool operator==(const Reference &) const = default;
};

struct GeoPoint {
    double latitude = 0;
    double longitude = 0;
    bool operator==(const GeoPoint &) const = default;
};

using Array = std::vector<Value>;

/// One value of Firestore's model.
struct Value {
    std::variant<Null, bool, std::int64_t, double, Timestamp, std::string, Bytes, Reference, GeoPoint, Array, Map> data{};

    Value() = default;
    template <typename T>
    explicit(false) Value(T value) : data(std::move(value))
    {
    }
    explicit(false) Value(int value) : data(std::int64_t{value}) {}
    explicit(false) Value(const char *value) : data(std::string(value)) {}

    template <typename T>
    [[nodiscard]] const T *as() const
    {
        return std::get_if<T>(&data);
    }
    template <typename T>
    [[nodiscard]] T *as()
    {
        return std::get_if<T>(&data);
    }
    [[nodiscard]] bool isNull() const { return as<Null>() != nullptr; }
    [[nodiscard]] bool isNaN() const;
    [[nodiscard]] bool isNumber() const { return as<std::int64_t>() != nullptr || as<double>() != nullptr; }

    /// The same kind and content: what "nothing changed" means. 1 and 1.0 differ, not-a-number is itself.
    bool operator==(const Value &other) const;
};

struct Field {
    std::string name{};
    Value value{};
    bool operator==(const Field &other) const = default;
};

} // namespace callcard::demo::firestore
