#pragma once

#include "refusal.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace callcard::demo::firestore {

/// One message of a request body, read as Google reads JSON: a name it does not know refuses the whole request, names may be
/// spelled in snake_case, a null is an absent field, enumerations come as words or as their numbers.
class Message
{
public:
    /// `where` is the path within the body, for the sentence of a refusal.
    Message(const Json &json, std::string where, std::initializer_list<std::string_view> known);

    [[nodiscard]] const Json *find(std::string_view name) const; ///< Null when absent.
    [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }
    [[nodiscard]] std::string where(std::string_view name) const;

    [[nodiscard]] std::string text(std::string_view name) const; ///< Empty when absent.
    [[nodiscard]] bool flag(std::string_view name) const;        ///< False when absent.
    [[nodiscard]] std::optional<std::int32_t> number(std::string_view name) const;
    /// A repeated field; empty when absent.
    [[nodiscard]] std::vector<const Json *> list(std::string_view name) const;
    /// The index of the word in `words`, which stand in the order of their numbers; 0 when absent.
    [[nodiscard]] std::size_t word(std::string_view name, std::initializer_list<std::string_view> words) const;
    /// Refuses unless exactly one of the names is present; returns it.
    [[nodiscard]] std::string_view oneOf(std::initializer_list<std::string_view> names) const;

private:
    const Json &m_json;
    std::string m_where;
};

[[nodiscard]] std::string snakeCase(std::string_view camelCase);

} // namespace callcard::demo::firestore
