#pragma once

#include <callcard/reconcile.h>
#include <callcard/synctypes.h>

#include <nlohmann/json.hpp>

namespace callcard {

/// The documents of `metrics`, `sync` and `reconcile`: their names are relied on by scripts.
[[nodiscard]] nlohmann::json metricsToJson(const QList<DailyMetrics> &days);
[[nodiscard]] nlohmann::json syncToJson(const SyncSummary &summary, const QDateTime &now);
[[nodiscard]] nlohmann::json teamSyncToJson(const QList<SyncSummary> &summaries, const QDateTime &now);
[[nodiscard]] nlohmann::json reconcileToJson(const QList<ReconciledFigure> &figures);
/// For `status`: how the figures stand.
[[nodiscard]] nlohmann::json syncStateToJson(const SyncState &state, const QDateTime &now);

} // namespace callcard
