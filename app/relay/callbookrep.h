#pragma once

#include "callbook.h"

namespace callcard::relay {

/// What the book knows of one rep.
struct CallBook::Rep {
    Rep(const QString &email, Clock &clock) : email(email), tracker(clock) {}
    QString email;
    CallTracker tracker;
    QHash<CallId, QDateTime> changedAt;
    std::deque<StreamEvent> events;
    quint64 forgotten = 0;                           ///< The last id that fell out of `events`.
    QList<Call> changed;                             ///< By the record being taken.
    QList<std::pair<const char *, QByteArray>> rest; ///< Of it, too: what is to be told beside calls.
    struct Told {
        std::size_t digest = 0;
        bool deleted = false;
    };
    static constexpr std::size_t kMostTold = 500;
    QHash<QString, Told> told; ///< Of texts and recordings: what was said last.
    std::deque<QString> toldInOrder;

    /// Providers tell of the same thing by several events, each perhaps more than once, and in no order.
    void take(Message text)
    {
        text.deleted |= told.value(text.id.text()).deleted; // nobody gets a deleted text back, but its arrival may be told again
        const QByteArray json = textToWire(text);
        if (isNews(text.id.text(), {.digest = qHash(json), .deleted = text.deleted}))
            rest.append({"text", json});
    }
    void take(const CallRecording &recording)
    {
        if (isNews(recording.id, {.digest = qHash(recording.url)}))
            rest.append({"recording", recordingToWire(recording)});
    }
    [[nodiscard]] bool isNews(const QString &id, const Told &now)
    {
        if (const auto known = told.constFind(id); known != told.cend() && known->digest == now.digest)
            return false;
        if (!told.contains(id))
            toldInOrder.push_back(id);
        told.insert(id, now);
        if (toldInOrder.size() > kMostTold) {
            told.remove(toldInOrder.front());
            toldInOrder.pop_front();
        }
        return true;
    }
};

} // namespace callcard::relay
