#pragma once

#include <callcard/customeredits.h>
#include <callcard/customersource.h>
#include <callcard/store.h>

#include <memory>

namespace callcard {

/// The source of records that are written on this computer.
[[nodiscard]] QString localSource();

/// Customers made or changed here, in a file that no import touches. A change is on the disk before it is in the directory, and marked
/// until it is there, and until the outlet has it: a kill in between costs nothing.
class LocalCustomers
{
public:
    [[nodiscard]] static Result<std::unique_ptr<LocalCustomers>> open(const QString &path, bool readOnly);

    [[nodiscard]] Result<> save(const SourceRecord &record, const QDateTime &at);
    [[nodiscard]] Result<> remove(const QString &localId);
    /// What changes the record with this key; absent: nothing does.
    [[nodiscard]] Result<std::optional<SourceRecord>> editOf(const QString &key) const;
    [[nodiscard]] Result<std::optional<SourceRecord>> record(const QString &localId) const;

    struct Change {
        SourceRecord record{}; ///< Of a removed one the id only.
        bool removed{};
    };
    /// Not in the directory yet.
    [[nodiscard]] Result<QList<Change>> unapplied() const;
    [[nodiscard]] Result<> setApplied(const QString &localId);
    [[nodiscard]] Result<> forgetApplied(); ///< The directory lost them.

    struct Unsent {
        LocalCustomer customer{};
        bool removed{};
    };
    /// Not with the outlet yet, oldest first.
    [[nodiscard]] Result<QList<Unsent>> unsent() const;
    [[nodiscard]] Result<> setSent(const QString &localId);

private:
    explicit LocalCustomers(std::unique_ptr<Store> store) : m_store(std::move(store)) {}
    std::unique_ptr<Store> m_store; ///< Absent: opened for reading, and there is none.
};

[[nodiscard]] LocalCustomer localCustomer(const SourceRecord &record, const QDateTime &at);

} // namespace callcard
