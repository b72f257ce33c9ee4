#pragma once

#include "sourcefile.h"

/// A rule of the house: what is wrong with one file, each fault a sentence; empty: nothing.
using Rule = QStringList (*)(const SourceFile &);
