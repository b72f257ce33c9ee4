#include "callnames.h"

#include <QLoggingCategory>

namespace callcard {

using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcCallNames, "callcard.engine.callnames")
constexpr auto kNamesSettled = 500ms; // a sync changes the directory several times in a row, and calls change while they last
constexpr int kNamesAtOnce = 100;     // a few milliseconds of look-ups, then others have their turn
constexpr qsizetype kMostStrangers = 200'000;

} // namespace

CallNames::CallNames(CallBook &book, const CallerLookup &lookup, Clock &clock, QObject *parent)
    : QObject(parent), m_book(book), m_lookup(lookup), m_clock(clock)
{
}

void CallNames::onDirectoryChanged()
{
    m_known.clear();
    lookSoon();
}

void CallNames::onCallsChanged()
{
    lookSoon();
}

void CallNames::lookSoon()
{
    m_again = true;
    if (!m_book.log() || m_looking || m_scope.isClosed())
        return;
    m_looking = true;
    m_scope.start(look());
}

QCoro::Task<> CallNames::look()
{
    const std::stop_token stop = m_scope.stopToken();
    while (m_again && !stop.stop_requested()) {
        const Result<> waited = co_await m_clock.sleep(kNamesSettled, stop);
        if (!waited)
            break;
        m_again = false;
        co_await lookThrough(stop);
    }
    m_looking = false;
}

QCoro::Task<> CallNames::lookThrough(std::stop_token stop)
{
    std::optional<PhoneNumber> after;
    for (bool more = true; more && !m_again;) {
        const Result<QList<Stranger>> strangers = m_book.log()->strangers(after, kNamesAtOnce);
        if (!strangers) {
            qCWarning(lcCallNames) << "who called cannot be read:" << strangers.error();
            co_return;
        }
        for (const Stranger &stranger : *strangers) {
            if (!lookUp(stranger))
                co_return; // the directory cannot be asked: it tells when it can be again
        }
        more = strangers->size() == kNamesAtOnce;
        if (more)
            after = strangers->constLast().number;
        const Result<> waited = co_await m_clock.sleep(0ms, stop);
        if (!waited)
            co_return;
    }
}

bool CallNames::lookUp(const Stranger &stranger)
{
    const quint64 key = stranger.number.toInteger();
    if (m_known.contains(key))
        return true;
    const Result<std::optional<LogEntry>> entry = m_book.log()->entry(stranger.newest);
    if (!entry)
        qCWarning(lcCallNames) << "a call cannot be read:" << entry.error();
    if (!entry || !*entry)
        return true;
    const WhoIs who = m_lookup.whoIs((*entry)->call.remote);
    if (who.problem)
        return false;
    if (!m_book.nameCaller(stranger.newest, who) && m_known.size() < kMostStrangers)
        m_known.insert(key);
    return true;
}

} // namespace callcard
