#pragma once

#include "rules.h"

/// A room links only the rooms below it that the plan names.
QStringList linksOutsideThePlan(const SourceFile &file);
