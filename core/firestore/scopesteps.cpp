#include "scopesteps.h"
#include "documentname.h"

namespace callcard::firestore {

using namespace Qt::Literals::StringLiterals;

namespace {

void addEqual(QList<ScopeStep> &steps, const QString &field, const Value &value)
{
    steps.append({.where = {{.field = quotedField(field), .value = value}}});
}

QList<ScopeStep> ownSteps(CollectionKind kind, const CrmTeam &team, const QList<FieldRule> &rules)
{
    QList<ScopeStep> steps;
    for (const FieldRule &rule : rules) {
        if (kind == CollectionKind::SalesSummaries)
            break; // all of them come
        if (rule.target == "ownerEmail"_L1 && !team.email.isEmpty())
            addEqual(steps, rule.field, team.email);
        else if (rule.target == "owner"_L1 && !team.name.isEmpty())
            addEqual(steps, rule.field, team.name);
    }
    const auto owners = [&](const QStringList &fields) {
        for (const QString &field : fields) {
            if (team.crmId)
                addEqual(steps, field, *team.crmId);
        }
        if (!team.name.isEmpty())
            addEqual(steps, u"Owned By"_s, team.name);
    };
    switch (kind) {
    case CollectionKind::People:
        owners({u"assigneeId"_s});
        break;
    case CollectionKind::Companies:
        owners({u"assignee_id"_s, u"Owner Id"_s});
        break;
    case CollectionKind::Leads:
        owners({u"Owner Id"_s, u"assigneeId"_s});
        break;
    case CollectionKind::ErpCustomers:
        if (!team.email.isEmpty())
            addEqual(steps, u"salesRepEmail"_s, team.email);
        break;
    case CollectionKind::SalesSummaries:
        steps.append(ScopeStep()); // small, and money belongs to every record that is shown
        break;
    }
    return steps;
}

/// One importer writes a flag, the other a word.
QList<ScopeStep> activeCompanies(const CustomFields &fields)
{
    QList<ScopeStep> steps;
    addEqual(steps, fields.activeCustomer, true);
    const bool isId = fields.activeCustomer.startsWith("cf_"_L1);
    const QString spoken = isId ? QString(u"Active Customer "_s + fields.activeCustomer) : fields.activeCustomer;
    steps.append({.where = {{.field = quotedField(spoken),
                             .comparison = Comparison::In,
                             .value = List{Value(u"checked"_s), Value(u"true"_s), Value(true)}}}});
    return steps;
}

QList<ScopeStep> activeSteps(CollectionKind kind, const CustomFields &fields)
{
    switch (kind) {
    case CollectionKind::People: {
        QList<ScopeStep> steps = activeCompanies(fields);
        for (ScopeStep &step : steps)
            step.peopleOfCompanies = true;
        return steps;
    }
    case CollectionKind::Companies:
        return activeCompanies(fields);
    case CollectionKind::ErpCustomers:
        return {ScopeStep()};
    case CollectionKind::Leads:          // nobody's customer yet
    case CollectionKind::SalesSummaries: // all of them came with the own ones
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

QList<ScopeStep> stepsOf(const MappingContext &mapping, SyncScope scope, const CrmTeam &team)
{
    switch (scope) {
    case SyncScope::Own:
        return ownSteps(mapping.kind, team, mapping.rules);
    case SyncScope::Active:
        return activeSteps(mapping.kind, mapping.fields);
    case SyncScope::Everything:
        return {ScopeStep()};
    }
    Q_UNREACHABLE();
}

} // namespace callcard::firestore
