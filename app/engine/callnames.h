#pragma once

#include "callbook.h"

#include <callcard/callerlookup.h>
#include <callcard/clock.h>
#include <callcard/task.h>

#include <QObject>
#include <QSet>

namespace callcard {

/// Calls that came before anybody knew whose number it is: as soon as the directory does, the log has the name too. What a card showed at
/// the time stays as its receipt has it.
class CallNames final : public QObject
{
    Q_OBJECT

public:
    /// All outlive us.
    CallNames(CallBook &book, const CallerLookup &lookup, Clock &clock, QObject *parent = nullptr);

    /// The directory is another one: every number without a name is looked up, a few at a time. Soon, for many changes in a row.
    void onDirectoryChanged();
    /// Other calls are in the log: the numbers among them that were not looked up yet.
    void onCallsChanged();
    [[nodiscard]] QCoro::Task<> stop() { return m_scope.close(); }

private:
    void lookSoon();
    QCoro::Task<> look();
    QCoro::Task<> lookThrough(std::stop_token stop);
    [[nodiscard]] bool lookUp(const Stranger &stranger);

    CallBook &m_book;
    const CallerLookup &m_lookup;
    Clock &m_clock;
    QSet<quint64> m_known; ///< Numbers that the directory, as it is, has nobody for.
    bool m_looking = false;
    bool m_again = false;
    TaskScope m_scope; // last: its coroutines use all of the above
};

} // namespace callcard
