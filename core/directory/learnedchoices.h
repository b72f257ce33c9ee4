#pragma once

#include <callcard/directory.h>
#include <callcard/store.h>

#include <memory>

namespace callcard {

/// What the rep decided about numbers. A file of its own: it cannot be fetched again, so no import may replace it, and it is written
/// as durably as a note.
class LearnedChoices
{
public:
    [[nodiscard]] static Result<std::unique_ptr<LearnedChoices>> open(const QString &path, bool readOnly);

    [[nodiscard]] Result<> learn(const LearnedChoice &choice);
    [[nodiscard]] Result<bool> unlearn(const PhoneNumber &number);
    [[nodiscard]] Result<std::optional<LearnedChoice>> of(const PhoneNumber &number) const;
    [[nodiscard]] Result<QList<LearnedChoice>> all() const; ///< Newest first.

private:
    explicit LearnedChoices(std::unique_ptr<Store> store) : m_store(std::move(store)) {}
    std::unique_ptr<Store> m_store; ///< Absent: opened for reading, and there is no file yet.
};

} // namespace callcard
