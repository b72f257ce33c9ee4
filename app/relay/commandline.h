#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace callcard::relay {

struct CommandLine {
    enum class Command { Run, CheckConfig, CreateToken, ListTokens, RevokeToken, Help, Version };
    Command command{Command::Run};
    QString config{};
    std::optional<ushort> port{};
    QString subject{}; ///< CreateToken: e-mail; RevokeToken: id or e-mail.
    QString problem{}; ///< Wrong usage, in one sentence.
    bool operator==(const CommandLine &) const = default;
};

[[nodiscard]] CommandLine readCommandLine(QStringList words);
[[nodiscard]] QString usage();

} // namespace callcard::relay
