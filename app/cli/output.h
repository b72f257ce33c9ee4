#pragma once

#include <nlohmann/json.hpp>

#include <QString>

#include <functional>

namespace callcard::cli {

/// Exit codes that scripts rely on.
enum ExitCode { kSuccess = 0, kFailure = 1, kWrongUsage = 2, kInterrupted = 130 };

void print(const QString &line);
/// Called when what is printed reaches nobody any more: the other end of the pipe is closed, or the disk is full.
void whenNobodyReads(std::function<void()> function);
/// One document, nothing else.
void printJson(const nlohmann::json &document);
/// How far something has come, on standard error and for people only: nothing where nobody watches.
void note(const QString &line);
/// One line on standard error that says what to do.
int fail(const QString &sentence, int code = kFailure);

} // namespace callcard::cli
