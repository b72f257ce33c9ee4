#pragma once

#include <callcard/callrecords.h>

namespace callcard {

/// Without case and accents, so that "beltran" finds Beltrán.
[[nodiscard]] QString folded(const QString &text);
/// What a call is found by.
[[nodiscard]] QString searchTextOf(const LogEntry &entry);

/// A person's search, taken apart: words of three letters and more go through the index, up to two shorter ones are looked for in
/// what that found.
struct SearchWords {
    QString match{}; ///< In FTS5's language; empty: no long word.
    QString shortWord{};
    QString secondShortWord{};
    [[nodiscard]] bool isEmpty() const { return match.isEmpty() && shortWord.isEmpty(); }
    bool operator==(const SearchWords &) const = default;
};
[[nodiscard]] SearchWords searchWords(const QString &typed);

} // namespace callcard
