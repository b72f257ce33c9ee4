#pragma once

#include "output.h"

#include <engine/engine.h>
#include <ipc/ipcclient.h>

#include <QStringList>

namespace callcard::cli {

/// What every command gets.
struct Call {
    Profile profile{};
    QStringList arguments{}; ///< Behind the command's name.
    bool json{};
    std::stop_token stop{};
};

struct Command {
    const char *name;
    const char *usage; ///< Behind the name.
    const char *summary;
    QCoro::Task<int> (*run)(Call call);
};

QCoro::Task<int> runCall(Call call);
QCoro::Task<int> runCallSelection(Call call);
QCoro::Task<int> runCalls(Call call);
QCoro::Task<int> runCheck(Call call);
QCoro::Task<int> runConfig(Call call);
QCoro::Task<int> runDirectory(Call call);
QCoro::Task<int> runLookup(Call call);
QCoro::Task<int> runMetrics(Call call);
QCoro::Task<int> runReconcile(Call call);
QCoro::Task<int> runSecret(Call call);
QCoro::Task<int> runStatus(Call call);
QCoro::Task<int> runWatch(Call call);
QCoro::Task<int> runSync(Call call);

[[nodiscard]] const QList<Command> &commands();

/// Asks the program that holds the profile; without one, takes the profile and runs the engine here for as long as it takes.
/// `onEvent` hears how far it has come.
using EventSink = std::function<void(const Json &)>;
[[nodiscard]] QCoro::Task<Result<Json>> askEngine(Profile profile, std::string command, Json arguments, std::stop_token stop,
                                                  EventSink onEvent = {});

/// The program that runs, if one does, reads settings and secrets again. Nobody there is no failure; one that does not answer is said,
/// for what was written is written.
[[nodiscard]] QCoro::Task<> announceChange(Profile profile, std::stop_token stop);

/// What went wrong in words for people: a fault of the disk by what to do about it, everything else as it was told.
[[nodiscard]] QString inWords(const Error &error);
/// "The call log cannot be read", and why.
[[nodiscard]] QString because(const QString &what, const Error &error);

/// Whether there is such a file. A folder that cannot be looked into is an error, and not a file that is not there yet.
[[nodiscard]] Result<bool> isThere(const QString &file);

/// Wrong usage: says how it is done.
[[nodiscard]] int wrongUsage(const QString &sentence, const char *command);

} // namespace callcard::cli
