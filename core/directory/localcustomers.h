#pragma once

#include "personalfile.h"

#include <callcard/customeredits.h>
#include <callcard/customersource.h>

namespace callcard {

/// The source of records that are written on this computer.
[[nodiscard]] QString localSource();

/// Customers made or changed here, in a file that no import touches. A change is on the disk before it is in the directory, and marked
/// until it is there, and until the outlet has it: a kill in between costs nothing.
class LocalCustomers
{
public:
    [[nodiscard]] static Result<std::unique_ptr<LocalCustomers>> open(const QString &path, bool readOnly, const Clock &clock);

    [[nodiscard]] Result<> save(const SourceRecord &record, const QDateTime &at);
    [[nodiscard]] Result<> remove(const QString &localId);

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

    /// The directory has this one, and the file may have lost it: it is kept again, and offered to the outlet again.
    [[nodiscard]] Result<> takeBack(const SourceRecord &record, const QDateTime &at);
    [[nodiscard]] PersonalFile &file() const { return *m_file; }

private:
    explicit LocalCustomers(std::unique_ptr<PersonalFile> file) : m_file(std::move(file)) {}
    [[nodiscard]] Result<> write(const std::function<Result<Changes>(Store &)> &statement);
    std::unique_ptr<PersonalFile> m_file;
};

[[nodiscard]] LocalCustomer localCustomer(const SourceRecord &record, const QDateTime &at);

} // namespace callcard
