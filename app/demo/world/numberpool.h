#pragma once

#include "world/people.h"
#include "world/random.h"

#include <string>
#include <vector>

namespace callcard::demo {

/// Hands out the numbers that are kept for fiction. Each goes to one owner; only when all are gone they are shared, and then
/// everybody gets an extension.
class NumberPool
{
public:
    struct Number {
        std::string e164{}; ///< Never empty.
        std::string extension{};
    };

    explicit NumberPool(std::size_t placeCount); ///< Of places(), the first so many.

    /// Where the next newcomer lives: towns with many free numbers are likelier.
    [[nodiscard]] std::size_t somePlace(Random &random) const;
    /// In that place, else in its country, else anywhere, else shared.
    [[nodiscard]] Number take(std::size_t place);
    /// The same, but empty when every number has an owner: for a switchboard.
    [[nodiscard]] std::string takeWhole(std::size_t place);
    void reserve(const std::string &e164); ///< Never handed out.

private:
    struct Block {
        std::vector<bool> taken{}; ///< By the open digits.
        std::size_t next = 0;
        std::size_t free = 0;
    };
    [[nodiscard]] std::string numberAt(std::size_t place, std::size_t line) const;
    [[nodiscard]] std::size_t withRoom(std::size_t place) const;

    std::vector<Block> m_blocks;
    std::size_t m_free = 0;
    std::size_t m_shared = 0; ///< How many were handed out again.
};

/// One of the many ways in which people type a number: "(303) 555-0142", "303.555.0142 x7", "+1 303-555-0142" …
[[nodiscard]] std::string written(const std::string &e164, const std::string &extension, Random &random);
/// "n/a", "555-0142", "see notes": what no parser can turn into a number.
[[nodiscard]] std::string unparseable(Random &random);

} // namespace callcard::demo
