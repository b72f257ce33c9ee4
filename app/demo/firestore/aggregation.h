#pragma once

#include "query.h"

namespace callcard::demo::firestore {

struct Aggregation {
    enum class Kind { Count, Sum, Average };
    std::string alias{};
    Kind kind{};
    FieldPath path{};
    std::optional<std::int64_t> upTo{}; ///< Of Count.
};

[[nodiscard]] std::vector<Aggregation> aggregationsFrom(const std::vector<const Json *> &list, const std::string &where);
/// {"alias": value …}
[[nodiscard]] Json aggregated(const std::vector<Aggregation> &aggregations, const std::vector<DocumentPtr> &documents);

} // namespace callcard::demo::firestore
