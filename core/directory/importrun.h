#pragma once

#include "generations.h"
#include "importsource.h"

#include <stop_token>

namespace callcard {

enum class ImportThreads {
    One, ///< Read and store in turn.
    Two, ///< Another thread reads while this one stores.
};

/// The whole import, on the calling thread: reads the file, builds a generation of it and of the other sources' customers, publishes
/// it. The generation in force (0: none) is read through a connection of its own and never written.
[[nodiscard]] Result<ImportReport> runImport(const Generations &files, int generation, const ImportRequest &request, ImportThreads threads,
                                             ImportMeter &meter, std::stop_token stop);

} // namespace callcard
