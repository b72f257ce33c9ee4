#pragma once

#include <callcard/figuresstore.h>
#include <callcard/firestore.h>

namespace callcard {

/// When somebody's calls were last read and delivered in full, by what Callcard leaves in `settings/{uid}`. Invalid: nothing is there
/// that proves it, or the rules hide it.
[[nodiscard]] QCoro::Task<Result<QDateTime>> readLastSync(FirestoreContext context, UserId user, std::stop_token stop);

} // namespace callcard
