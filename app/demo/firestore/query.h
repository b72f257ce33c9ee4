#pragma once

#include "documentname.h"
#include "fieldpath.h"
#include "refusal.h"
#include "store.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace callcard::demo::firestore {

enum class Operator {
    Unspecified,
    LessThan,
    LessThanOrEqual,
    GreaterThan,
    GreaterThanOrEqual,
    Equal,
    NotEqual,
    ArrayContains,
    In,
    ArrayContainsAny,
    NotIn,
    IsNaN,
    IsNull,
    IsNotNaN,
    IsNotNull,
};

/// A tree of conditions.
struct Filter {
    enum class Kind { And, Or, Field };
    Kind kind = Kind::And;
    std::vector<Filter> filters{}; ///< Of And, Or.
    FieldPath path{};
    Operator op{};
    Value value{}; ///< For "__name__" a reference.

    [[nodiscard]] bool isInequality() const;
};

struct Order {
    FieldPath path{};
    bool descending = false;
};

struct Cursor {
    std::vector<Value> values{};
    bool before = false;
};

struct Query {
    std::string parent{};     ///< Path of a document; empty: the root.
    std::string collection{}; ///< Empty, with allDescendants: every collection.
    bool allDescendants = false;
    std::optional<Filter> where{};
    std::vector<Order> orders{}; ///< As stated, then as the service completes them.
    std::size_t statedOrders = 0;
    std::optional<std::vector<FieldPath>> select{};
    std::optional<Cursor> start{};
    std::optional<Cursor> end{};
    std::size_t offset = 0;
    std::optional<std::size_t> limit{};

    [[nodiscard]] std::string path() const { return parent.empty() ? collection : parent + "/" + collection; }
};

struct QueryHits {
    std::vector<DocumentPtr> documents{};
    std::size_t skipped = 0;
};

[[nodiscard]] Query queryFrom(const Json &json, const std::string &where, const std::string &parent, const Database &database);

/// The text form of list's orderBy: "updatedAt desc, name".
[[nodiscard]] std::vector<Order> ordersFromText(std::string_view text);
/// Range-filtered fields and the name, which the service appends by itself.
void completeOrders(Query &query);

[[nodiscard]] bool matches(const Filter &filter, const Document &document, const Database &database);
/// The value of an order's field; null pointer when the document lacks it. `name` holds the reference for "__name__".
[[nodiscard]] std::optional<Value> orderedValue(const Order &order, const Document &document, const Database &database);

/// Every combination of conditions of which one must hold, at most thirty. Refuses more.
[[nodiscard]] std::vector<std::vector<const Filter *>> disjunctions(const Query &query);

} // namespace callcard::demo::firestore
