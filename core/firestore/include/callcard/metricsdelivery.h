#pragma once

#include <callcard/dailymetrics.h>
#include <callcard/firestore.h>
#include <callcard/goal.h>
#include <callcard/outbox.h>

#include <functional>
#include <memory>
#include <optional>

namespace callcard {

/// Which instant stands for a day. Noon UTC is on the right day for readers in nearly every zone; the others are for dashboards that
/// compare with midnights.
enum class DateMarker { NoonUtc, MidnightUtc, MidnightLocal };
/// By the setting's word: "noon-utc", "midnight-utc", "midnight-local". Any other is noon.
[[nodiscard]] DateMarker dateMarkerNamed(QStringView word);

/// Whose documents are written, and by whom.
struct MetricsIdentity {
    UserId user{};      ///< Whose figures these are.
    UserId writtenBy{}; ///< The signed-in manager or admin; empty: they are the signed-in rep's own.
    DateMarker marker{DateMarker::NoonUtc};
    QString client{}; ///< "callcard/1.2.0"
    bool operator==(const MetricsIdentity &) const = default;
};

/// The outbox's destination of everything below.
[[nodiscard]] QString metricsDestination();

/// The three documents of one day and source, one for each of figureTypes(). The same figures give the same bytes. A day without calls and
/// texts corrects documents that are there to zero, and makes none.
[[nodiscard]] QList<OutboxItem> metricItems(const DailyMetrics &figures, const MetricsIdentity &identity);

/// Says in the rep's `settings` when the last full sync of a source ended. Put it behind the items it covers, in the same put(): it is
/// written when the last of them has arrived, and set aside when one of them was. A sync that changed nothing covers nothing. Absent for
/// somebody else's figures and for sources that have no such field.
[[nodiscard]] std::optional<OutboxItem> syncStampItem(const MetricsIdentity &identity, const QString &source,
                                                      const QList<OutboxItem> &covered);

/// A target, where the setting allows to write them and the rules let this user.
[[nodiscard]] OutboxItem goalItem(const Goal &goal);
/// How far somebody has come, for those who read it in the goal: it changes goals that are there, and sets none.
[[nodiscard]] OutboxItem goalProgressItem(const Goal &goal, double current);

/// Set aside, under any of Firestore's destinations, only because somebody else was signed in when its turn came; this user made it.
[[nodiscard]] bool isMadeBy(const UserId &user, const ParkedEntry &entry);

/// Told of every figure that stands as it should: by its key, and whether it had to be written.
using MetricsWitness = std::function<void(const QString &key, bool written)>;

/// Carries these items: one query tells which documents exist, one commit writes up to 500 of them, none that would not change. Both
/// outlive it.
[[nodiscard]] std::unique_ptr<Delivery> makeMetricsDelivery(const FirestoreContext &context, const Outbox &outbox,
                                                            MetricsWitness witness = {});

} // namespace callcard
