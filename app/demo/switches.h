#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace callcard::demo {

/// What the papers leave unconfirmed, or a deployment decides: every switch has a few named positions, the first is the
/// default. A service declares its switches, answers "switches" with describe() and "switch" with set().
class Switches
{
public:
    struct Switch {
        std::string name{};
        std::vector<std::string> positions{}; ///< First: default.
        std::string meaning{};
        std::string position{};
    };

    void declare(std::string name, std::vector<std::string> positions, std::string meaning);
    [[nodiscard]] const std::string &position(std::string_view name) const; ///< Asserts that it is declared.
    [[nodiscard]] bool is(std::string_view name, std::string_view position) const { return this->position(name) == position; }
    /// Throws std::invalid_argument with a sentence for unknown names and positions.
    void set(std::string_view name, std::string_view position);
    [[nodiscard]] nlohmann::json describe() const; ///< [{"name","position","positions","meaning"}]

private:
    std::vector<Switch> m_switches;
};

} // namespace callcard::demo
