#pragma once

#include <callcard/figuresstore.h>
#include <callcard/firestore.h>

#include <QTimeZone>

#include <memory>

namespace callcard {

/// The team's figures as they stand in Firestore, whoever wrote them. Rows that an older application wrote several times count once; its
/// `talk_time`, which is a number of calls, comes as such. `zone`: of the rep, for rows that name an instant and no day.
[[nodiscard]] std::unique_ptr<FiguresStore> makeFirestoreFigures(const FirestoreContext &context, const QTimeZone &zone);

} // namespace callcard
