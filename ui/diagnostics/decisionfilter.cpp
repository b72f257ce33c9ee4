#include "decisionfilter.h"

#include "decisionmodel.h"

#include <callcard/ui/decisiontexts.h>

namespace callcard::ui {

namespace {

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += c;
    }
    return digits;
}

} // namespace

void DecisionFilter::setShown(Shown shown)
{
    m_shown = shown;
    invalidateFilter();
}

void DecisionFilter::setText(const QString &text)
{
    m_text = text.trimmed();
    m_digits = digitsOf(m_text);
    invalidateFilter();
}

bool DecisionFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const auto decision = index.data(DecisionModel::DecisionRole).value<PopDecision>();
    const Verdict verdict = verdictOf(decision);
    if (m_shown == Shown::NoCard && (verdict == Verdict::Card || verdict == Verdict::Late))
        return false;
    if (m_shown == Shown::Late && verdict != Verdict::Late)
        return false;
    if (m_text.isEmpty() || index.data(Qt::DisplayRole).toString().contains(m_text, Qt::CaseInsensitive))
        return true;
    return m_digits.size() >= 3 && decision.caller.number && decision.caller.number->e164().contains(m_digits);
}

} // namespace callcard::ui
