#pragma once

#include "value.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace callcard::demo::firestore {

inline constexpr std::size_t kLargestDocument = 1'048'576;
inline constexpr std::size_t kLongestValue = 1'048'487; ///< 1 MiB minus 89 bytes.
inline constexpr std::size_t kLongestName = 1500;       ///< Ids, field names, field paths.
inline constexpr std::size_t kLongestPath = 6144;       ///< A document's full name.
inline constexpr std::size_t kLargestBody = 10 * 1024 * 1024;
inline constexpr int kDeepestValue = 20;
inline constexpr int kDeepestCollection = 100;
inline constexpr std::size_t kMostTransforms = 500;

void checkFieldName(std::string_view name);
/// Size in bytes as the documentation counts it, and nesting.
void checkDocument(std::string_view fullName, const Map &fields);
[[nodiscard]] std::size_t sizeOf(std::string_view fullName, const Map &fields);

} // namespace callcard::demo::firestore
