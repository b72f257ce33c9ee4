#pragma once

#include <callcard/customersource.h>
#include <callcard/store.h>

#include <functional>
#include <memory>
#include <stop_token>

namespace callcard {

/// What a sync has fetched and not yet handed over. A page and the cursor behind it are one transaction, so a pass that was killed
/// goes on with the page it had not finished.
class Staging
{
public:
    struct Pass {
        SyncScope scope{};
        QByteArray cursor{};
        bool fresh{}; ///< Began without a cursor.
    };

    [[nodiscard]] static Result<std::unique_ptr<Staging>> open(const QString &path);

    /// The unfinished pass of this scope, or a new one from `cursor`; one of another scope is given up.
    [[nodiscard]] Result<Pass> begin(const QString &source, SyncScope scope, const QByteArray &cursor);
    [[nodiscard]] Result<> add(const QString &source, const SourcePage &page);
    [[nodiscard]] Result<qint64> count(const QString &source);
    [[nodiscard]] Result<> each(const QString &source, const std::function<Result<>(const SourceRecord &)> &changed,
                                const std::function<Result<>(const QString &)> &removed);
    [[nodiscard]] Result<> clear(const QString &source);

private:
    explicit Staging(std::unique_ptr<Store> store) : m_store(std::move(store)) {}
    std::unique_ptr<Store> m_store;
};

/// A finished pass that comes into force.
struct HandOver {
    QString source{};
    SyncScope scope{};
    QByteArray cursor{};
    bool replacesAll{}; ///< What the source did not mention is gone.
    QDateTime now{};
};

struct HandedOver {
    qint64 changed{};
    qint64 removed{};
};

class Generations;

/// Few changes go into the generation in force, in one transaction; many make a new one. Cursor and changes come together or not at all.
[[nodiscard]] Result<HandedOver> handOver(const Generations &files, const HandOver &what, std::stop_token stop);

} // namespace callcard
