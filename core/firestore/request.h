#pragma once

#include "value.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace callcard::firestore {

/// A document as an answer brings it.
struct Document {
    QString path{}; ///< Below the database: "metrics/…".
    Map fields{};
    QString updateTime{}; ///< As received, digit for digit: a precondition compares texts.
    bool operator==(const Document &) const = default;
};

enum class Comparison { Equal, LessOrEqual, GreaterOrEqual, Greater, In };

/// All filters of a query must hold. Fields are paths: see quotedField().
struct Filter {
    QString field{};
    Comparison comparison{Comparison::Equal};
    Value value{};
};

/// A page of one collection, in the order of one field (or none) and then of the names. The rules must be able to see from the filters
/// alone that every possible row is allowed.
struct Query {
    QString collection{};
    QList<Filter> where{};
    QString orderBy{}; ///< A field's path; empty: by name alone.
    bool descending{};
    QStringList select{};            ///< Paths; empty: whole documents.
    int limit{300};                  ///< Always stated, as sound rules ask for it.
    std::optional<Document> after{}; ///< The last row of the page before.
};

/// One document written or deleted. With a mask: what it lists is set, or deleted where `fields` has none; anything else is untouched.
/// Without: the document is replaced.
struct Write {
    enum class Condition { None, Exists, Missing };
    QString path{};
    Map fields{};
    std::optional<QStringList> mask{};
    QStringList serverTimes{}; ///< Fields that get the time of the commit; never in the mask.
    Condition condition{Condition::None};
    bool removes{};             ///< The whole document, whatever stands above.
    QString ifUnchangedSince{}; ///< An updateTime, instead of a condition.
};

} // namespace callcard::firestore
