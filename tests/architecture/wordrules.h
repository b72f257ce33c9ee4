#pragma once

#include "rules.h"

/// What is left undone is finished or written down elsewhere, not marked in the code.
QStringList unfinishedWork(const SourceFile &file);
/// Where packages come from and where somebody keeps this tree is each machine's own business.
QStringList addressesOfOneMachine(const SourceFile &file);
/// One thread, no waiting in place, no loop inside a loop.
QStringList blockingCalls(const SourceFile &file);
/// g++ 12 lays out the frame of a coroutine wrongly when an `if` awaits a QCoro task directly: it resumes into nowhere.
QStringList awaitsInConditions(const SourceFile &file);
/// What the style asks of every header.
QStringList headerManners(const SourceFile &file);
/// Errors are values in core; only the serving room, which stands on Asio, meets exceptions.
QStringList exceptionsInCore(const SourceFile &file);
