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
        SourceAccount account{};
        QByteArray cursor{};
    };

    [[nodiscard]] static Result<std::unique_ptr<Staging>> open(const QString &path);

    /// Goes on with the unfinished pass of this scope and account, or begins at `pass.cursor`; any other is given up. Where to read on.
    [[nodiscard]] Result<QByteArray> begin(const QString &source, const Pass &pass);
    [[nodiscard]] Result<> add(const QString &source, const SourcePage &page);
    struct Counts {
        qint64 changed{};
        qint64 removed{};
    };
    [[nodiscard]] Result<Counts> count(const QString &source);
    [[nodiscard]] Result<> each(const QString &source, const std::function<Result<>(const SourceRecord &)> &changed,
                                const std::function<Result<>(const QString &)> &removed);
    [[nodiscard]] Result<> eachRefused(const QString &source, const std::function<Result<>(const RefusedRecord &)> &visit);
    [[nodiscard]] Result<> clear(const QString &source);

private:
    explicit Staging(std::unique_ptr<Store> store) : m_store(std::move(store)) {}
    std::unique_ptr<Store> m_store;
};

/// A finished pass that comes into force.
struct HandOver {
    QString source{};
    SyncScope scope{};
    SyncScope widest{}; ///< Of this sync.
    SourceAccount account{};
    QByteArray cursor{};
    bool replacesAll{}; ///< What the source did not mention is gone.
    bool isElsewhere{}; ///< What there is of the source came from another account, and goes whatever there is in this one.
    int inForce{};      ///< The generation it is for; 0: none yet.
    QDateTime now{};
};

struct HandedOver {
    qint64 changed{};
    qint64 removed{};
};

class Generations;

/// A complete pass that brings nobody where there were some is refused: nobody loses all customers over night, but servers and rules go
/// wrong. Few changes go into the generation in force, in one transaction; many make a new one. Cursor and changes come together or not at
/// all.
[[nodiscard]] Result<HandedOver> handOver(const Generations &files, const HandOver &what, std::stop_token stop);

} // namespace callcard
