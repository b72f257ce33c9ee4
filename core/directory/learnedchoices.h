#pragma once

#include "personalfile.h"

namespace callcard {

/// What the rep decided about numbers. A file of its own: it cannot be fetched again, so no import may replace it, and it is written
/// as durably as a note.
class LearnedChoices
{
public:
    [[nodiscard]] static Result<std::unique_ptr<LearnedChoices>> open(const QString &path, bool readOnly, const Clock &clock);

    [[nodiscard]] Result<> learn(const LearnedChoice &choice);
    [[nodiscard]] Result<bool> unlearn(const PhoneNumber &number);
    [[nodiscard]] Result<std::optional<LearnedChoice>> of(const PhoneNumber &number) const;
    [[nodiscard]] Result<QList<LearnedChoice>> all() const; ///< Newest first.
    [[nodiscard]] PersonalFile &file() const { return *m_file; }

private:
    explicit LearnedChoices(std::unique_ptr<PersonalFile> file) : m_file(std::move(file)) {}
    std::unique_ptr<PersonalFile> m_file;
};

} // namespace callcard
