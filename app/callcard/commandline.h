#pragma once

#include <callcard/result.h>

#include <QString>
#include <QStringList>

namespace callcard {

/// callcard [--background] [--demo] [--profile NAME] [--call-selection | LINK]
struct CommandLine {
    QString profile{};
    QString link{};       ///< tel:, callto:, sip:
    bool background{};    ///< Autostart: no window.
    bool callSelection{}; ///< Bound to keys of the desktop.
    bool demo{};
    bool help{};
    bool version{};
    bool operator==(const CommandLine &) const = default;
};

/// Refused with a sentence for what nobody can mean.
[[nodiscard]] Result<CommandLine> readCommandLine(const QStringList &words);
[[nodiscard]] QString commandLineHelp();

} // namespace callcard
