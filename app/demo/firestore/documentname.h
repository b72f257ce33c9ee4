#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace callcard::demo::firestore {

/// The one database of the demo cloud. Inside, documents are known by what follows ".../documents/": "users/u1".
struct Database {
    std::string project{};

    [[nodiscard]] std::string name() const { return "projects/" + project + "/databases/(default)"; }
    [[nodiscard]] std::string root() const { return name() + "/documents"; }
    [[nodiscard]] std::string fullName(std::string_view path) const;

    /// The path of a full document name out of a body; refuses what is no document of this database.
    [[nodiscard]] std::string documentPath(std::string_view fullName) const;
};

[[nodiscard]] std::vector<std::string> segmentsOf(std::string_view path);
[[nodiscard]] std::string joined(const std::vector<std::string> &segments);
/// "users/u1/metrics" of "users/u1/metrics/justcall"; empty for "users".
[[nodiscard]] std::string parentOf(std::string_view path);
[[nodiscard]] std::string_view lastSegment(std::string_view path);

/// Ids: not empty, ".", ".." or "__x__", at most 1,500 bytes; the whole at most 6 KiB and 100 collections deep.
void checkSegments(const std::vector<std::string> &segments);
/// A reference value may point to any database, but to a document.
void checkReference(std::string_view fullName);

/// Order by segments, so that "a/b" stands before "a-".
[[nodiscard]] int compareNames(std::string_view one, std::string_view other);

} // namespace callcard::demo::firestore
