#pragma once

#include <callcard/callrecords.h>
#include <callcard/ui/callhistorypage.h>
#include <callcard/ui/people.h>

namespace callcard::ui {

/// What one row of the history says, ready to be painted.
struct CallLine {
    QString icon{};
    std::optional<StateLook> tone{}; ///< Absent: grey.
    Person person{};
    QString name{};
    QString times{}; ///< "3 calls", behind the name.
    QString detail{};
    QString outcome{};
    bool open{};          ///< Still to call back: in the colour of a miss.
    QString secondIcon{}; ///< Before the second line: note, tag, voicemail …
    int lineMark{-1};     ///< … or the colour of the phone line.
    QString second{};
    QString word{}; ///< A provider's word that we do not know, in a chip.
    QString length{};
    QString time{};
    QString spoken{};
};

[[nodiscard]] CallLine callLine(const LogEntry &entry, int times, const HistoryOptions &options);
[[nodiscard]] Person personOf(const LogEntry &entry);
[[nodiscard]] QString nameOf(const LogEntry &entry, const HistoryOptions &options);
[[nodiscard]] QString detailOf(const LogEntry &entry, const HistoryOptions &options);

} // namespace callcard::ui

Q_DECLARE_METATYPE(callcard::ui::CallLine)
