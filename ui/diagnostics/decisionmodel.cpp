#include "decisionmodel.h"

#include <callcard/ui/decisiontexts.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/spoken.h>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

DecisionModel::DecisionModel(QObject *parent) : QAbstractListModel(parent) {}

void DecisionModel::setDecisions(const QList<PopDecision> &newestFirst)
{
    beginResetModel();
    m_decisions = newestFirst.first(std::min<qsizetype>(newestFirst.size(), kMost));
    endResetModel();
}

void DecisionModel::add(const PopDecision &decision)
{
    beginInsertRows({}, 0, 0);
    m_decisions.prepend(decision);
    endInsertRows();
    if (m_decisions.size() <= kMost)
        return;
    beginRemoveRows({}, kMost, kMost);
    m_decisions.removeLast();
    endRemoveRows();
}

void DecisionModel::complete(const PopDecision &decision)
{
    for (int row = 0; row < m_decisions.size(); ++row) {
        PopDecision &known = m_decisions[row];
        if (known.call != decision.call || known.reason != decision.reason)
            continue;
        known = decision;
        Q_EMIT
        dataChanged(index(row), index(row));
        return;
    }
}

void DecisionModel::setHomeRegion(const QString &region)
{
    m_homeRegion = region;
    if (!m_decisions.isEmpty())
        Q_EMIT
    dataChanged(index(0), index(rowCount() - 1));
}

void DecisionModel::setRules(const PopRules &rules)
{
    m_rules = rules;
    if (!m_decisions.isEmpty())
        Q_EMIT
    dataChanged(index(0), index(rowCount() - 1));
}

int DecisionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_decisions.size());
}

QVariant DecisionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PopDecision &decision = m_decisions.at(index.row());
    switch (role) {
    case DecisionRole:
        return QVariant::fromValue(decision);
    case WhoRole:
        return whoText(decision, m_homeRegion);
    case BecauseRole:
        return becauseText(decision, m_rules);
    case Qt::DisplayRole: // also what a screen reader says, and what the search looks through
    case Qt::AccessibleTextRole:
        return spokenParts({whoText(decision, m_homeRegion), cleaned(decision.lineName, 120), verdictText(verdictOf(decision)),
                            becauseText(decision, m_rules)});
    default:
        return {};
    }
}

} // namespace callcard::ui
