#pragma once

#include <callcard/figuresstore.h>
#include <callcard/firestore.h>

namespace callcard {

/// When somebody's calls were read last, by what every program that syncs leaves in `settings/{uid}`. Invalid: nobody left anything
/// there, or the rules hide it.
[[nodiscard]] QCoro::Task<Result<QDateTime>> readLastSync(FirestoreContext context, UserId user, std::stop_token stop);

} // namespace callcard
