#pragma once

#include <callcard/callrecords.h>

#include <QSet>

namespace callcard {

/// What a commit changed, told once it is on the disk.
struct LogChanges {
    QList<CallId> entries{}; ///< Each once, in the order of the first change.
    QList<CallId> removed{};
    QList<MessageId> texts{};
    QList<UndeliveredMark> marks{};
    QList<std::pair<CallId, Delivers>> unmarked{};
    bool queue{};
    bool promises{};
    bool dirty{};
    bool everything{};

    void entry(const CallId &call)
    {
        if (!m_seen.contains(call)) {
            m_seen.insert(call);
            entries.append(call);
        }
    }

private:
    QSet<CallId> m_seen;
};

} // namespace callcard
