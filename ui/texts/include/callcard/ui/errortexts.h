#pragma once

#include <callcard/result.h>
#include <callcard/ui/timetexts.h>

namespace callcard::ui {

/// The only wording of errors. Two sentences: what happened, and what is done about it or what to do.
struct ErrorText {
    QString happened{};
    QString remedy{};
    QString button{}; ///< A verb, where a person can act at once; otherwise empty.
    bool operator==(const ErrorText &) const = default;

    [[nodiscard]] QString sentences() const; ///< Both, joined.
};

/// `service` is the name people know ("RingCentral"); empty: this computer. Says until when, where the other side told us.
/// Cancelled gives empty texts: it is never shown.
[[nodiscard]] ErrorText errorText(const Error &error, const QString &service, const QDateTime &now, const TimeTexts &times = TimeTexts());

/// Files of ours that were found damaged; what is in them is kept beside them under another name.
enum class DamagedFile { CallLog, Outbox };
[[nodiscard]] ErrorText damageText(DamagedFile file, const QString &keptAs);

} // namespace callcard::ui
