#pragma once

#include <callcard/callrecords.h>

namespace callcard::ui {

/// A row of the list: the header of a day, or a call with the misses that it stands for.
struct HistoryLine {
    bool header{};
    QDate day{};
    LogEntry entry{};
    int times{1};
    bool operator==(const HistoryLine &) const = default;
};

/// The rows of one day from its calls, newest first. Repeated misses of one number are one row, as long as nobody talked between.
[[nodiscard]] QList<HistoryLine> historyLines(QDate day, const QList<LogEntry> &entries);

/// Whether a call belongs into what the query asks for; what only the log can tell (words) counts as no.
[[nodiscard]] bool belongsTo(const LogEntry &entry, const HistoryQuery &query);

} // namespace callcard::ui
