#pragma once

#include "world/people.h"
#include "world/random.h"

#include <string>
#include <vector>

namespace callcard::demo {

/// Hands out numbers of the range kept for fiction, each once: a hundred an area code.
class NumberPool
{
public:
    NumberPool();
    /// E.164 in that place, in another when it is used up; empty when none is left anywhere.
    [[nodiscard]] std::string take(std::size_t place);
    void reserve(const std::string &e164); ///< Never handed out.

private:
    std::vector<std::vector<bool>> m_taken; ///< By place, by the last two digits.
    std::vector<int> m_next;
    std::size_t m_spare = 0; ///< Places before this one are used up.
};

/// One of the many ways in which people type a number: "(303) 555-0142", "303.555.0142 x7", "+1 303-555-0142" …
[[nodiscard]] std::string written(const std::string &e164, const std::string &extension, Random &random);
/// "n/a", "555-0142", "see notes": what no parser can turn into a number.
[[nodiscard]] std::string unparseable(Random &random);

} // namespace callcard::demo
