#pragma once

#include "crmteam.h"
#include "customermapping.h"

namespace callcard::firestore {

/// One query of a scope. A scope may need several, because its documents have several shapes.
struct ScopeStep {
    QList<Filter> where{};
    bool peopleOfCompanies{}; ///< `where` finds companies; wanted are their people.
};

/// Empty: this collection has nothing to say in this scope.
[[nodiscard]] QList<ScopeStep> stepsOf(const MappingContext &mapping, SyncScope scope, const CrmTeam &team);

} // namespace callcard::firestore
