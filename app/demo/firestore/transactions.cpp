#include "transactions.h"

#include "refusal.h"

namespace callcard::demo::firestore {

namespace {

constexpr std::size_t kMostOpen = 1000; // forgotten ones: the oldest expires

[[noreturn]] void unknown()
{
    refuseArgument("The referenced transaction has expired or is no longer valid.");
}

} // namespace

std::string Transactions::begin(bool readOnly)
{
    char id[17];
    std::snprintf(id, sizeof id, "%016llx", static_cast<unsigned long long>(++m_last));
    if (m_open.size() >= kMostOpen)
        m_open.erase(m_open.begin());
    m_open[id].isReadOnly = readOnly;
    return id;
}

void Transactions::note(const std::string &id, const std::string &path, const DocumentPtr &document)
{
    const auto found = m_open.find(id);
    if (found == m_open.end())
        unknown();
    found->second.seen.try_emplace(path, document ? std::optional(document->updateTime) : std::nullopt);
}

void Transactions::check(const std::string &id, Store &store) const
{
    const auto found = m_open.find(id);
    if (found == m_open.end())
        unknown();
    for (const auto &[path, updateTime] : found->second.seen) {
        const DocumentPtr document = store.find(path);
        const auto now = document ? std::optional(document->updateTime) : std::nullopt;
        if (now != updateTime)
            refuse(Code::Aborted,
                   "Aborted due to cross-transaction contention. This occurs when multiple transactions attempt to access the same "
                   "data, requiring Firestore to abort at least one in order to enforce serializability.");
    }
}

void Transactions::end(const std::string &id)
{
    if (m_open.erase(id) == 0)
        unknown();
}

} // namespace callcard::demo::firestore
