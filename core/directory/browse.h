#pragma once

#include "generationreader.h"

#include <callcard/directoryquery.h>

namespace callcard {

struct MatchContext;

/// The whole directory, or a part of it, page by page in the order of names: no page costs more because of those before it.
class Browse
{
public:
    Browse(const GenerationReader &reader, const MatchContext &context) : m_reader(reader), m_context(context) {}
    [[nodiscard]] Result<FoundCustomers> page(const CustomerQuery &query) const;
    /// What the words index is asked for those whom the filter lets through, ready to be put into a question; empty: no condition.
    [[nodiscard]] static QString condition(CustomerFilter filter, const MatchContext &context);
    [[nodiscard]] Result<bool> sharesANumber(const Customer &customer) const;

private:
    [[nodiscard]] Result<FoundCustomers> byName(const CustomerQuery &query, const QString &condition) const;
    [[nodiscard]] Result<FoundCustomers> sorted(const CustomerQuery &query, const QString &condition) const;
    [[nodiscard]] bool isWanted(const Customer &customer, CustomerFilter filter) const;
    [[nodiscard]] Result<FoundCustomers> sharers(const CustomerQuery &query) const;

    const GenerationReader &m_reader;
    const MatchContext &m_context;
};

} // namespace callcard
