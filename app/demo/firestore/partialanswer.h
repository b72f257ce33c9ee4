#pragma once

#include "refusal.h"

#include <string_view>

namespace callcard::demo::firestore {

/// The system parameter `fields`: "documents(name,fields/callsMade),nextPageToken" leaves only these parts of an answer.
[[nodiscard]] Json partialAnswer(const Json &answer, std::string_view fields);

} // namespace callcard::demo::firestore
