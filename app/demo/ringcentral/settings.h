#pragma once

#include "service.h"
#include "switches.h"

#include <map>
#include <string>
#include <string_view>

namespace callcard::demo::ringcentral {

/// Everything the protocol paper marks "unconfirmed", and every variety it reports, as a named switch with all its answers (the
/// first is the default), and every delay and bound as a number. A test that wants to be sure tries each answer.
class Settings
{
public:
    Settings();

    [[nodiscard]] const std::string &text(std::string_view name) const { return m_words.position(name); }
    [[nodiscard]] bool is(std::string_view name, std::string_view position) const { return m_words.is(name, position); }
    [[nodiscard]] bool on(std::string_view name) const { return is(name, "on"); }
    [[nodiscard]] int number(std::string_view name) const;
    /// Of a switch whose answers are numbers.
    [[nodiscard]] int asNumber(std::string_view name) const { return std::stoi(text(name)); }
    [[nodiscard]] std::chrono::seconds seconds(std::string_view name) const { return std::chrono::seconds(number(name)); }
    [[nodiscard]] std::chrono::milliseconds millis(std::string_view name) const { return std::chrono::milliseconds(number(name)); }

    /// Throws std::invalid_argument with the known names or answers.
    void set(const std::string &name, const Json &value);
    void reset() { *this = Settings(); }
    /// [{"name", "position", "positions", "meaning"}]: what `control` lists. No positions: any whole number.
    [[nodiscard]] Json describe() const;

private:
    struct Number {
        int value = 0;
        int initial = 0;
        std::string about{};
    };
    Switches m_words;
    std::map<std::string, Number, std::less<>> m_numbers;
};

} // namespace callcard::demo::ringcentral
