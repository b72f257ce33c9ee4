#pragma once

#include "sourcefile.h"

/// What a file defines in its unnamed namespaces: constants and types by their name, functions with the types they take, each behind the
/// namespace around it. Where a room is compiled in one piece (CALLCARD_COLD), no two of its files may define the same.
QStringList hiddenNames(const SourceFile &file);

/// The types a file defines for others, each behind its namespace. Two rooms with a type of one name compile apart, but a program that has
/// both gets one of them for both.
QStringList exposedTypes(const SourceFile &file);
