#include "storagefault.h"

#include <callcard/testing/storefaults.h>

namespace callcard::testing {

using namespace Qt::Literals::StringLiterals;

namespace {
thread_local StoreFaults *current = nullptr;
}

StoreFaults::StoreFaults(int failing, After after, StorageFault fault)
    : m_failing(failing), m_after(after), m_fault(fault), m_outer(current)
{
    current = this;
}

StoreFaults::~StoreFaults()
{
    current = m_outer;
}

std::optional<Error> StoreFaults::next()
{
    if (!current)
        return std::nullopt;
    const int index = current->m_seen++;
    if (index == current->m_failing || (index > current->m_failing && current->m_after == After::Dies))
        return storageError(current->m_fault, u"on purpose, statement %1"_s.arg(index));
    return std::nullopt;
}

int failEveryStatement(StoreFaults::After after, const std::function<void()> &attempt, const std::function<void(bool failed)> &inspect,
                       int limit)
{
    for (int failing = 0; failing < limit; ++failing) {
        bool fired = false;
        {
            const StoreFaults faults(failing, after);
            attempt();
            fired = faults.fired();
        }
        inspect(fired);
        if (!fired)
            return failing;
    }
    return -1;
}

} // namespace callcard::testing
