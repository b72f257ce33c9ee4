#pragma once

#include "generationreader.h"
#include "generations.h"
#include "learnedchoices.h"
#include "matcher.h"

#include <callcard/directory.h>

namespace callcard {

class Directory::Private
{
public:
    Private(QString folder, const Clock &clock, bool readOnly) : files(std::move(folder)), clock(clock), readOnly(readOnly) {}

    /// The newest generation that can be read comes into force; the one there is stays otherwise.
    [[nodiscard]] Result<> takeNewest();

    const Generations files;
    const Clock &clock;
    const bool readOnly;
    MatchContext context;
    std::unique_ptr<LearnedChoices> choices;
    std::unique_ptr<GenerationReader> reader; ///< Absent: empty.
    int generation = 0;
};

} // namespace callcard
