#pragma once

#include <callcard/store.h>

namespace callcard {

/// For statements of which only their success matters.
inline Result<> written(const Result<Changes> &changes)
{
    return changes ? Result<>{} : Result<>(tl::unexpected(changes.error()));
}

} // namespace callcard
