#include "upsert.h"

namespace callcard::firestore {

namespace {

/// Whether the refusal may only mean that we were wrong about the document being there. Rules may judge a repeated create as the update it
/// is, and say "denied" before "already there" is said.
bool mayBeTheOther(Presence tried, const Fault &fault)
{
    return tried == Presence::There ? fault.refusal == Refusal::Missing
                                    : fault.refusal == Refusal::AlreadyThere || fault.refusal == Refusal::Denied;
}

} // namespace

Write writeFor(const PendingDocument &document, Presence presence)
{
    return presence == Presence::There ? updating(document) : creating(document);
}

QCoro::Task<Answer<>> upsert(Client &client, PendingDocument document, Presence presence, std::stop_token stop)
{
    const Presence first = presence == Presence::There ? Presence::There : Presence::Absent;
    const Presence second = first == Presence::There ? Presence::Absent : Presence::There;
    if (document.correctsOnly && first == Presence::Absent && presence == Presence::Absent)
        co_return Answer<>{};
    // What only corrects must not create: the update alone tells.
    const bool onlyUpdate = document.correctsOnly;
    const QList<Write> attempt{writeFor(document, onlyUpdate ? Presence::There : first)};
    const Answer<> done = co_await client.commit(attempt, stop);
    if (done)
        co_return done;
    if (onlyUpdate)
        co_return done.error().refusal == Refusal::Missing ? Answer<>{} : done;
    if (!mayBeTheOther(first, done.error()))
        co_return done;
    const QList<Write> otherwise{writeFor(document, second)};
    const Answer<> again = co_await client.commit(otherwise, stop);
    if (again || again.error().refusal == Refusal::None)
        co_return again;
    co_return done.error().refusal == Refusal::Denied ? done : again;
}

} // namespace callcard::firestore
