#pragma once

#include <callcard/callrecords.h>
#include <callcard/message.h>
#include <callcard/result.h>

#include <memory>

namespace callcard {

class Store;

/// A missed call that the rep returned with success.
struct CalledBack {
    QDateTime missedAt{};
    QDateTime reachedAt{};
    bool operator==(const CalledBack &) const = default;
};

/// What a panel of figures asks of the log beside the figures themselves. Reads through a connection of its own, so that what it used is
/// given back when it goes.
class CallFigures
{
public:
    [[nodiscard]] static Result<std::unique_ptr<CallFigures>> open(const QString &path);
    ~CallFigures();

    /// With whom there were most calls in the span, colleagues left out; the newest call of each and how many.
    [[nodiscard]] Result<QList<PersonEntry>> busiest(const QDateTime &from, const QDateTime &to, int limit) const;
    /// When somebody was missed in the span, and when the rep reached them.
    [[nodiscard]] Result<QList<CalledBack>> calledBack(const QDateTime &from, const QDateTime &to) const;
    /// The rep's texts that may belong to civil days of the range in any zone, newest first, without what they say.
    [[nodiscard]] Result<QList<Message>> texts(const QString &agentEmail, const QDate &from, const QDate &to) const;

private:
    explicit CallFigures(std::unique_ptr<Store> store);
    std::unique_ptr<Store> m_store;
};

} // namespace callcard
